"""The first schema, in plain SQL: sqlite-utils' `create()` knows no CHECK.

Lengths are checked before a write with a sentence; the CHECKs here are the second line, against our own mistakes.
`folded` holds what the full text indexes (`app.storage.finding`). No BLOB in a tracked table: `json_object` refuses it.
"""

from __future__ import annotations

import sqlite3

from app.resources import RESOURCES

# The schema this program writes; a file with a higher one comes from a newer Rapport. What each version looks like is
# kept word for word in `resources/schema`.
VERSION = 3

STAMPS = "created TEXT NOT NULL, changed TEXT NOT NULL"
NAME = "length({0}) BETWEEN 1 AND 200"

FIRST = (
    """CREATE TABLE office (
        id TEXT NOT NULL, counter INTEGER NOT NULL, sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT""",
    """CREATE TABLE action (
        id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL,
        undoes INTEGER REFERENCES action (id),
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'reversal', 'fixed', 'gone'))
    ) STRICT""",
    "CREATE INDEX action_state ON action (state, id)",
    "CREATE TABLE current (action INTEGER) STRICT",
    "INSERT INTO current VALUES (NULL)",
    """CREATE TABLE history (
        id INTEGER PRIMARY KEY, action INTEGER NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL,
        op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')), old TEXT
    ) STRICT""",
    "CREATE INDEX history_action ON history (action)",
    "CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
    f"""CREATE TABLE setting (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    f"""CREATE TABLE template (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL CHECK ({NAME.format("name")}),
        body TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    f"""CREATE TABLE manager (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK ({NAME.format("name")}),
        romanised TEXT, called TEXT, family TEXT, title TEXT, company TEXT, department TEXT, email TEXT, phone TEXT,
        zone TEXT NOT NULL, country TEXT, hours TEXT NOT NULL, language TEXT, channel TEXT, preferred_times TEXT,
        cadence_days INTEGER CHECK (cadence_days BETWEEN 1 AND 3650), tick TEXT, rapport TEXT,
        tags TEXT NOT NULL DEFAULT '[]',
        status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'parted', 'archived')), paused_until TEXT,
        health_word TEXT, health_reason TEXT, health_on TEXT, look_again_on TEXT, folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    f"""CREATE TABLE search (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        title TEXT NOT NULL CHECK ({NAME.format("title")}), location TEXT,
        headcount INTEGER NOT NULL CHECK (headcount BETWEEN 1 AND 1000), opened_on TEXT NOT NULL, target_start TEXT,
        salary_min INTEGER CHECK (salary_min >= 0), salary_max INTEGER CHECK (salary_max >= salary_min),
        currency TEXT CHECK (length(currency) = 3),
        stage TEXT NOT NULL CHECK (stage IN ('intake', 'sourcing', 'interviews', 'offer', 'closed')),
        outcome TEXT, closed_on TEXT, folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX search_manager ON search (manager)",
    f"""CREATE TABLE stage_change (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        stage TEXT NOT NULL CHECK (stage IN ('intake', 'sourcing', 'interviews', 'offer', 'closed')),
        on_day TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX stage_change_search ON stage_change (search)",
    f"""CREATE TABLE presentation (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        candidate TEXT NOT NULL CHECK ({NAME.format("candidate")}), presented_at TEXT NOT NULL,
        answer TEXT CHECK (answer IN ('yes', 'no', 'question')), answered_at TEXT, reason TEXT, {STAMPS},
        CHECK ((answer IS NULL) = (answered_at IS NULL)), CHECK (answer <> 'no' OR reason <> '')
    ) STRICT""",
    "CREATE INDEX presentation_search ON presentation (search, presented_at)",
    "CREATE INDEX presentation_presented ON presentation (presented_at)",
    "CREATE INDEX presentation_waiting ON presentation (search) WHERE answered_at IS NULL",
    f"""CREATE TABLE market_fact (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        text TEXT NOT NULL, source TEXT NOT NULL, on_day TEXT NOT NULL, shown_on TEXT, {STAMPS}
    ) STRICT""",
    "CREATE INDEX market_fact_search ON market_fact (search)",
    f"""CREATE TABLE meeting (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        kind TEXT NOT NULL CHECK (kind IN
            ('intake', 'calibration', 'look_back', 'offer', 'debrief', 'status', 'other')),
        planned_at TEXT NOT NULL, zone TEXT NOT NULL, minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
        channel TEXT NOT NULL, place TEXT, attendees TEXT NOT NULL, uid TEXT NOT NULL UNIQUE,
        sequence INTEGER NOT NULL, in_short TEXT,
        state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'held', 'cancelled')),
        started_at TEXT, ended_at TEXT, pauses TEXT NOT NULL DEFAULT '[]', folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX meeting_manager ON meeting (manager, planned_at)",
    "CREATE INDEX meeting_state ON meeting (state, planned_at)",
    "CREATE UNIQUE INDEX meeting_running ON meeting (state) WHERE state = 'running'",
    f"""CREATE TABLE agenda_item (
        id INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        text TEXT NOT NULL, minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
        done INTEGER NOT NULL CHECK (done IN (0, 1)), position INTEGER NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX agenda_item_meeting ON agenda_item (meeting, position)",
    f"""CREATE TABLE captured_item (
        id INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('decision', 'i_will', 'they_will', 'note', 'private')),
        text TEXT NOT NULL, at TEXT NOT NULL, position INTEGER NOT NULL,
        promise INTEGER NOT NULL CHECK (promise IN (0, 1)), became TEXT, folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX captured_item_meeting ON captured_item (meeting, position)",
    f"""CREATE TABLE talk (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        at TEXT NOT NULL, zone TEXT NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN
            ('call', 'video', 'email', 'message', 'in person', 'letter', 'other')),
        direction TEXT NOT NULL CHECK (direction IN ('from me', 'from them', 'both')),
        minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440), text TEXT NOT NULL, decision TEXT, private TEXT,
        origin TEXT NOT NULL CHECK (origin IN ('typed', 'meeting', 'imported')), message_id TEXT,
        folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX talk_manager ON talk (manager, at)",
    "CREATE INDEX talk_search ON talk (search)",
    "CREATE INDEX talk_meeting ON talk (meeting)",
    f"""CREATE TABLE follow_up (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        talk INTEGER REFERENCES talk (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        owner TEXT NOT NULL CHECK (owner IN ('me', 'them')), text TEXT NOT NULL, due TEXT NOT NULL,
        done_at TEXT, snoozed_to TEXT, nudged_at TEXT, folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX follow_up_manager ON follow_up (manager)",
    "CREATE INDEX follow_up_open ON follow_up (due) WHERE done_at IS NULL",
    "CREATE INDEX follow_up_talk ON follow_up (talk)",
    "CREATE INDEX follow_up_meeting ON follow_up (meeting)",
    f"""CREATE TABLE expectation (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        side TEXT NOT NULL CHECK (side IN ('mine', 'theirs', 'both')), position INTEGER NOT NULL,
        closed_on TEXT, {STAMPS}
    ) STRICT""",
    "CREATE INDEX expectation_manager ON expectation (manager, position)",
    "CREATE INDEX expectation_open ON expectation (manager) WHERE closed_on IS NULL",
    f"""CREATE TABLE wording (
        id INTEGER PRIMARY KEY, expectation INTEGER NOT NULL REFERENCES expectation (id) ON DELETE CASCADE,
        statement TEXT NOT NULL, measure TEXT, clock TEXT, agreed_on TEXT,
        agreed_in INTEGER REFERENCES meeting (id) ON DELETE SET NULL, written_on TEXT NOT NULL,
        folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX wording_expectation ON wording (expectation, id)",
    "CREATE INDEX wording_agreed_in ON wording (agreed_in)",
    f"""CREATE TABLE check_in (
        id INTEGER PRIMARY KEY, expectation INTEGER NOT NULL REFERENCES expectation (id) ON DELETE CASCADE,
        side TEXT NOT NULL CHECK (side IN ('mine', 'theirs')), due TEXT, "on" TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'late', 'missed', 'waived')),
        event TEXT, evidence TEXT, remark TEXT, {STAMPS}
    ) STRICT""",
    'CREATE INDEX check_in_expectation ON check_in (expectation, "on")',
    'CREATE INDEX check_in_on ON check_in ("on")',
    f"""CREATE TABLE note (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        title TEXT NOT NULL CHECK ({NAME.format("title")}), body TEXT NOT NULL CHECK (length(body) <= 1000000),
        shareable INTEGER NOT NULL CHECK (shareable IN (0, 1)), pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
        folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX note_manager ON note (manager)",
    "CREATE INDEX note_meeting ON note (meeting)",
    f"""CREATE TABLE satisfaction (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL, asked_on TEXT NOT NULL,
        score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5), words TEXT, cause TEXT, proposal TEXT,
        approval TEXT CHECK (approval IN ('open', 'approved', 'declined')), {STAMPS}
    ) STRICT""",
    "CREATE INDEX satisfaction_manager ON satisfaction (manager, asked_on)",
    f"""CREATE TABLE issued_document (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        kind TEXT NOT NULL CHECK (kind IN ('summary')), title TEXT NOT NULL, file_name TEXT NOT NULL,
        made_at TEXT NOT NULL, pages INTEGER NOT NULL CHECK (pages > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64), sent_to TEXT, sent_how TEXT, sent_on TEXT,
        folded TEXT NOT NULL, {STAMPS}
    ) STRICT""",
    "CREATE INDEX issued_document_manager ON issued_document (manager)",
    "CREATE INDEX issued_document_meeting ON issued_document (meeting)",
)


def is_ours(conn: sqlite3.Connection, version: int = VERSION) -> bool:
    """Whether a file's schema is word for word the one of its version: a trigger of others would be run."""
    kept = RESOURCES / "schema" / f"{version}.sql"
    return kept.exists() and as_kept(conn) == kept.read_text(encoding="utf-8")


def as_kept(conn: sqlite3.Connection) -> str:
    """The schema of a file, without what SQLite and sqlite-utils write in their own words, which differ by version."""
    return "".join(f"{row[0]};\n" for row in conn.execute(_OURS))


_OURS = """
SELECT sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_sqlite*' AND name NOT GLOB '*_text_data'
  AND name NOT GLOB '*_text_idx' AND name NOT GLOB '*_text_docsize' AND name NOT GLOB '*_text_config'
ORDER BY type, name
"""
