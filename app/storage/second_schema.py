"""What the second schema adds: the eight practices, each with what it leaves behind.

A search learns its requirements and how they drift, the last person in the role, alternatives, the process and where
people are sought; a candidate is interviewed, offered to, celebrated; a manager is asked, and perhaps let go.
"""

from __future__ import annotations

from app.storage.schema import NAME, STAMPS

_OF_SEARCH = "search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE"

_SEARCH_KNOWS_MORE = (
    "ALTER TABLE search ADD COLUMN titles TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE search ADD COLUMN unit TEXT",
    "ALTER TABLE search ADD COLUMN remote TEXT",
    "ALTER TABLE search ADD COLUMN reason_open TEXT",
    "ALTER TABLE search ADD COLUMN drop_dead TEXT",
    "ALTER TABLE search ADD COLUMN salary_period TEXT CHECK (salary_period IN ('year', 'month', 'day', 'hour'))",
    "ALTER TABLE search ADD COLUMN brief TEXT",
    "ALTER TABLE search ADD COLUMN company_bound INTEGER NOT NULL DEFAULT 0 CHECK (company_bound IN (0, 1))",
    "ALTER TABLE search ADD COLUMN review_days INTEGER CHECK (review_days BETWEEN 1 AND 365)",
    "ALTER TABLE search ADD COLUMN reviewed_on TEXT",
)

_REQUIREMENTS = (
    f"""CREATE TABLE requirement (
        id INTEGER PRIMARY KEY, {_OF_SEARCH},
        kind TEXT NOT NULL CHECK (kind IN ('must', 'nice', 'deal_maker', 'deal_breaker')),
        text TEXT NOT NULL, probe TEXT, position INTEGER NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('asked', 'predecessor')), agreed_on TEXT, {STAMPS}
    ) STRICT""",
    "CREATE INDEX requirement_search ON requirement (search, kind, position)",
    f"""CREATE TABLE requirement_change (
        id INTEGER PRIMARY KEY, {_OF_SEARCH},
        requirement INTEGER REFERENCES requirement (id) ON DELETE SET NULL,
        was TEXT, now TEXT, on_day TEXT NOT NULL, asked_by TEXT NOT NULL CHECK (asked_by IN ('me', 'them')),
        days_lost INTEGER CHECK (days_lost BETWEEN 0 AND 3650), {STAMPS},
        CHECK (was IS NOT NULL OR now IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX requirement_change_search ON requirement_change (search, on_day)",
)

_THEIR_SHOES = (
    f"""CREATE TABLE predecessor (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL UNIQUE REFERENCES search (id) ON DELETE CASCADE,
        worked TEXT, went_wrong TEXT, why_left TEXT, better TEXT, reading TEXT, {STAMPS}
    ) STRICT""",
    f"""CREATE TABLE alternative (
        id INTEGER PRIMARY KEY, {_OF_SEARCH}, text TEXT NOT NULL, effect TEXT,
        answer TEXT CHECK (answer IN ('yes', 'no', 'later')), on_day TEXT, position INTEGER NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX alternative_search ON alternative (search, position)",
    f"""CREATE TABLE process_step (
        id INTEGER PRIMARY KEY, {_OF_SEARCH}, what TEXT NOT NULL, owner TEXT NOT NULL,
        days INTEGER CHECK (days BETWEEN 1 AND 365), weeks INTEGER CHECK (weeks BETWEEN 1 AND 52),
        minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
        position INTEGER NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX process_step_search ON process_step (search, position)",
    f"""CREATE TABLE sourcing_channel (
        id INTEGER PRIMARY KEY, {_OF_SEARCH}, channel TEXT NOT NULL, plan TEXT, who TEXT, volume TEXT,
        started_on TEXT, result TEXT, position INTEGER NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX sourcing_channel_search ON sourcing_channel (search, position)",
)

_CANDIDATES = (
    "ALTER TABLE presentation ADD COLUMN requirement INTEGER REFERENCES requirement (id) ON DELETE SET NULL",
    "ALTER TABLE presentation ADD COLUMN stage TEXT NOT NULL DEFAULT 'presented'"
    " CHECK (stage IN ('presented', 'interview', 'finalist', 'chosen', 'out'))",
    "ALTER TABLE presentation ADD COLUMN told_at TEXT",
    f"""CREATE TABLE interview (
        id INTEGER PRIMARY KEY, presentation INTEGER NOT NULL REFERENCES presentation (id) ON DELETE CASCADE,
        held_at TEXT NOT NULL, answered_at TEXT, words TEXT, {STAMPS}
    ) STRICT""",
    "CREATE INDEX interview_presentation ON interview (presentation, held_at)",
    "CREATE INDEX interview_waiting ON interview (presentation) WHERE answered_at IS NULL",
)

_CLOSING = (
    f"""CREATE TABLE offer (
        id INTEGER PRIMARY KEY, {_OF_SEARCH},
        presentation INTEGER REFERENCES presentation (id) ON DELETE SET NULL,
        candidate TEXT CHECK ({NAME.format("candidate")}),
        chosen_on TEXT, salary_talk_on TEXT, terms_approved_on TEXT, verbal_offer_on TEXT,
        verbal_answer TEXT CHECK (verbal_answer IN ('yes', 'no')), verbal_answer_on TEXT,
        written_offer_on TEXT, expires_on TEXT, signed_on TEXT, start_on TEXT,
        declined_on TEXT, declined_reason TEXT, what_changes TEXT, {STAMPS},
        CHECK (declined_on IS NULL OR declined_reason <> '')
    ) STRICT""",
    "CREATE INDEX offer_search ON offer (search)",
    "CREATE INDEX offer_start ON offer (start_on) WHERE start_on IS NOT NULL",
    f"""CREATE TABLE offer_override (
        id INTEGER PRIMARY KEY, offer INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
        step TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''), on_day TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX offer_override_offer ON offer_override (offer)",
    f"""CREATE TABLE celebration (
        id INTEGER PRIMARY KEY, {_OF_SEARCH},
        offer INTEGER UNIQUE REFERENCES offer (id) ON DELETE CASCADE,
        occasion TEXT NOT NULL,
        form TEXT CHECK (form IN ('lunch', 'dinner', 'drink', 'coffee', 'card', 'call')),
        on_day TEXT, place TEXT, remark TEXT, thanked_on TEXT, put_off_to TEXT,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX celebration_search ON celebration (search)",
    "CREATE INDEX celebration_meeting ON celebration (meeting)",
    "CREATE INDEX celebration_put_off ON celebration (put_off_to) WHERE put_off_to IS NOT NULL",
    f"""CREATE TABLE anniversary (
        id INTEGER PRIMARY KEY, offer INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
        milestone TEXT NOT NULL CHECK (milestone IN ('start', 'week', 'day_30', 'day_60', 'day_90', 'year')),
        done_on TEXT NOT NULL, remark TEXT, {STAMPS}, UNIQUE (offer, milestone)
    ) STRICT""",
)

_ASKING = (
    "ALTER TABLE meeting ADD COLUMN invitation_sent_at TEXT",
    "ALTER TABLE meeting ADD COLUMN invited_as INTEGER",
    f"""CREATE TABLE question (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE CASCADE,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        text TEXT NOT NULL, answer TEXT, asked_on TEXT, position INTEGER NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX question_search ON question (search, position)",
    "CREATE INDEX question_meeting ON question (meeting)",
    "CREATE INDEX question_manager ON question (manager)",
)

_SATISFACTION = (
    "ALTER TABLE satisfaction ADD COLUMN parts TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE meeting ADD COLUMN moved_by TEXT CHECK (moved_by IN ('me', 'them'))",
    f"""CREATE TABLE proposal (
        id INTEGER PRIMARY KEY, satisfaction INTEGER NOT NULL REFERENCES satisfaction (id) ON DELETE CASCADE,
        text TEXT NOT NULL, answer TEXT NOT NULL CHECK (answer IN ('open', 'approved', 'declined')),
        on_day TEXT NOT NULL, checked_on TEXT, better INTEGER CHECK (better IN (0, 1)), result TEXT, {STAMPS}
    ) STRICT""",
    """INSERT INTO proposal (satisfaction, text, answer, on_day, created, changed)
       SELECT id, proposal, coalesce(approval, 'open'), asked_on, created, changed FROM satisfaction
       WHERE proposal <> ''""",
    "ALTER TABLE satisfaction DROP COLUMN proposal",
    "ALTER TABLE satisfaction DROP COLUMN approval",
    "CREATE INDEX proposal_satisfaction ON proposal (satisfaction)",
    "CREATE INDEX proposal_unchecked ON proposal (satisfaction) WHERE answer <> 'declined' AND checked_on IS NULL",
)

_LETTING_GO = (
    f"""CREATE TABLE parting (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        on_day TEXT NOT NULL, facts TEXT NOT NULL,
        choice TEXT NOT NULL CHECK (choice IN ('talk', 'look_again', 'let_go')),
        reason TEXT, message TEXT, taken_back_on TEXT, {STAMPS}
    ) STRICT""",
    "CREATE INDEX parting_manager ON parting (manager, on_day)",
)

# A document may be about a search too, and of more kinds than the first schema knew; SQLite changes no CHECK in place.
_DOCUMENTS_OF_SEARCHES = (
    f"""CREATE TABLE issued_document_anew (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40), title TEXT NOT NULL, file_name TEXT NOT NULL,
        made_at TEXT NOT NULL, pages INTEGER NOT NULL CHECK (pages > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64), sent_to TEXT, sent_how TEXT, sent_on TEXT,
        folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    """INSERT INTO issued_document_anew (id, manager, meeting, kind, title, file_name, made_at, pages, sha256, sent_to,
         sent_how, sent_on, folded, created, changed)
       SELECT id, manager, meeting, kind, title, file_name, made_at, pages, sha256, sent_to, sent_how, sent_on, folded,
         created, changed FROM issued_document""",
    "DROP TABLE issued_document",
    "ALTER TABLE issued_document_anew RENAME TO issued_document",
    "CREATE INDEX issued_document_manager ON issued_document (manager)",
    "CREATE INDEX issued_document_meeting ON issued_document (meeting)",
    "CREATE INDEX issued_document_search ON issued_document (search)",
)

# Which check-in answers an event, and which a record is the evidence of.
_EVENTS = (
    "CREATE INDEX check_in_event ON check_in (event, expectation) WHERE event IS NOT NULL",
    "CREATE INDEX check_in_evidence ON check_in (evidence) WHERE event IS NOT NULL",
)

SECOND = (
    *_SEARCH_KNOWS_MORE, *_REQUIREMENTS, *_THEIR_SHOES, *_CANDIDATES, *_CLOSING, *_ASKING, *_SATISFACTION, *_LETTING_GO,
    *_DOCUMENTS_OF_SEARCHES, *_EVENTS,
)  # fmt: skip
