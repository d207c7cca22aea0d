CREATE INDEX action_state ON action (state, id);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting, position);
CREATE INDEX alternative_search ON alternative (search, position);
CREATE INDEX captured_item_meeting ON captured_item (meeting, position);
CREATE INDEX celebration_meeting ON celebration (meeting);
CREATE INDEX celebration_put_off ON celebration (put_off_to) WHERE put_off_to IS NOT NULL;
CREATE INDEX celebration_search ON celebration (search);
CREATE INDEX check_in_event ON check_in (event, expectation) WHERE event IS NOT NULL;
CREATE INDEX check_in_evidence ON check_in (evidence) WHERE event IS NOT NULL;
CREATE INDEX check_in_expectation ON check_in (expectation, "on");
CREATE INDEX check_in_on ON check_in ("on");
CREATE INDEX expectation_manager ON expectation (manager, position);
CREATE INDEX expectation_open ON expectation (manager) WHERE closed_on IS NULL;
CREATE INDEX follow_up_manager ON follow_up (manager);
CREATE INDEX follow_up_meeting ON follow_up (meeting);
CREATE INDEX follow_up_open ON follow_up (due) WHERE done_at IS NULL;
CREATE INDEX follow_up_talk ON follow_up (talk);
CREATE INDEX history_action ON history (action);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX interview_presentation ON interview (presentation, held_at);
CREATE INDEX interview_waiting ON interview (presentation) WHERE answered_at IS NULL;
CREATE INDEX issued_document_manager ON issued_document (manager);
CREATE INDEX issued_document_meeting ON issued_document (meeting);
CREATE INDEX issued_document_search ON issued_document (search);
CREATE INDEX market_fact_search ON market_fact (search);
CREATE INDEX meeting_manager ON meeting (manager, planned_at);
CREATE UNIQUE INDEX meeting_running ON meeting (state) WHERE state = 'running';
CREATE INDEX meeting_state ON meeting (state, planned_at);
CREATE INDEX note_manager ON note (manager);
CREATE INDEX note_meeting ON note (meeting);
CREATE INDEX offer_override_offer ON offer_override (offer);
CREATE INDEX offer_search ON offer (search);
CREATE INDEX offer_start ON offer (start_on) WHERE start_on IS NOT NULL;
CREATE INDEX parting_manager ON parting (manager, on_day);
CREATE INDEX presentation_presented ON presentation (presented_at);
CREATE INDEX presentation_search ON presentation (search, presented_at);
CREATE INDEX presentation_waiting ON presentation (search) WHERE answered_at IS NULL;
CREATE INDEX process_step_search ON process_step (search, position);
CREATE INDEX proposal_satisfaction ON proposal (satisfaction);
CREATE INDEX proposal_unchecked ON proposal (satisfaction) WHERE answer <> 'declined' AND checked_on IS NULL;
CREATE INDEX question_manager ON question (manager);
CREATE INDEX question_meeting ON question (meeting);
CREATE INDEX question_search ON question (search, position);
CREATE INDEX requirement_change_search ON requirement_change (search, on_day);
CREATE INDEX requirement_search ON requirement (search, kind, position);
CREATE INDEX satisfaction_manager ON satisfaction (manager, asked_on);
CREATE INDEX search_manager ON search (manager);
CREATE INDEX sourcing_channel_search ON sourcing_channel (search, position);
CREATE INDEX stage_change_search ON stage_change (search);
CREATE INDEX talk_manager ON talk (manager, at);
CREATE INDEX talk_meeting ON talk (meeting);
CREATE INDEX talk_search ON talk (search);
CREATE INDEX wording_agreed_in ON wording (agreed_in);
CREATE INDEX wording_expectation ON wording (expectation, id);
CREATE TABLE action (
        id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL,
        undoes INTEGER REFERENCES action (id),
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'reversal', 'fixed', 'gone'))
    ) STRICT;
CREATE TABLE agenda_item (
        id INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        text TEXT NOT NULL, minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
        done INTEGER NOT NULL CHECK (done IN (0, 1)), position INTEGER NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE alternative (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE, text TEXT NOT NULL, effect TEXT,
        answer TEXT CHECK (answer IN ('yes', 'no', 'later')), on_day TEXT, position INTEGER NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE anniversary (
        id INTEGER PRIMARY KEY, offer INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
        milestone TEXT NOT NULL CHECK (milestone IN ('start', 'week', 'day_30', 'day_60', 'day_90', 'year')),
        done_on TEXT NOT NULL, remark TEXT, created TEXT NOT NULL, changed TEXT NOT NULL, UNIQUE (offer, milestone)
    ) STRICT;
CREATE TABLE captured_item (
        id INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('decision', 'i_will', 'they_will', 'note', 'private')),
        text TEXT NOT NULL, at TEXT NOT NULL, position INTEGER NOT NULL,
        promise INTEGER NOT NULL CHECK (promise IN (0, 1)), became TEXT, folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE captured_item_text USING fts5(folded, content='captured_item', content_rowid='id', prefix='1 2 3');
CREATE TABLE celebration (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        offer INTEGER UNIQUE REFERENCES offer (id) ON DELETE CASCADE,
        occasion TEXT NOT NULL,
        form TEXT CHECK (form IN ('lunch', 'dinner', 'drink', 'coffee', 'card', 'call')),
        on_day TEXT, place TEXT, remark TEXT, thanked_on TEXT, put_off_to TEXT,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE check_in (
        id INTEGER PRIMARY KEY, expectation INTEGER NOT NULL REFERENCES expectation (id) ON DELETE CASCADE,
        side TEXT NOT NULL CHECK (side IN ('mine', 'theirs')), due TEXT, "on" TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'late', 'missed', 'waived')),
        event TEXT, evidence TEXT, remark TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE current (action INTEGER) STRICT;
CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE expectation (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        side TEXT NOT NULL CHECK (side IN ('mine', 'theirs', 'both')), position INTEGER NOT NULL,
        closed_on TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE follow_up (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        talk INTEGER REFERENCES talk (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        owner TEXT NOT NULL CHECK (owner IN ('me', 'them')), text TEXT NOT NULL, due TEXT NOT NULL,
        done_at TEXT, snoozed_to TEXT, nudged_at TEXT, folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE follow_up_text USING fts5(folded, content='follow_up', content_rowid='id', prefix='1 2 3');
CREATE TABLE history (
        id INTEGER PRIMARY KEY, action INTEGER NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL,
        op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')), old TEXT
    ) STRICT;
CREATE TABLE interview (
        id INTEGER PRIMARY KEY, presentation INTEGER NOT NULL REFERENCES presentation (id) ON DELETE CASCADE,
        held_at TEXT NOT NULL, answered_at TEXT, words TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE "issued_document" (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40), title TEXT NOT NULL, file_name TEXT NOT NULL,
        made_at TEXT NOT NULL, pages INTEGER NOT NULL CHECK (pages > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64), sent_to TEXT, sent_how TEXT, sent_on TEXT,
        folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE issued_document_text USING fts5(folded, content='issued_document', content_rowid='id', prefix='1 2 3');
CREATE TABLE manager (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        romanised TEXT, called TEXT, family TEXT, title TEXT, company TEXT, department TEXT, email TEXT, phone TEXT,
        zone TEXT NOT NULL, country TEXT, hours TEXT NOT NULL, language TEXT, channel TEXT, preferred_times TEXT,
        cadence_days INTEGER CHECK (cadence_days BETWEEN 1 AND 3650), tick TEXT, rapport TEXT,
        tags TEXT NOT NULL DEFAULT '[]',
        status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'parted', 'archived')), paused_until TEXT,
        health_word TEXT, health_reason TEXT, health_on TEXT, look_again_on TEXT, folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE manager_text USING fts5(folded, content='manager', content_rowid='id', prefix='1 2 3');
CREATE TABLE market_fact (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        text TEXT NOT NULL, source TEXT NOT NULL, on_day TEXT NOT NULL, shown_on TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE meeting (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        kind TEXT NOT NULL CHECK (kind IN
            ('intake', 'calibration', 'look_back', 'offer', 'debrief', 'status', 'other')),
        planned_at TEXT NOT NULL, zone TEXT NOT NULL, minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
        channel TEXT NOT NULL, place TEXT, attendees TEXT NOT NULL, uid TEXT NOT NULL UNIQUE,
        sequence INTEGER NOT NULL, in_short TEXT,
        state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'held', 'cancelled')),
        started_at TEXT, ended_at TEXT, pauses TEXT NOT NULL DEFAULT '[]', folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    , invitation_sent_at TEXT, invited_as INTEGER, moved_by TEXT CHECK (moved_by IN ('me', 'them')), invited TEXT NOT NULL DEFAULT '[]') STRICT;
CREATE VIRTUAL TABLE meeting_text USING fts5(folded, content='meeting', content_rowid='id', prefix='1 2 3');
CREATE TABLE note (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200), body TEXT NOT NULL CHECK (length(body) <= 1000000),
        shareable INTEGER NOT NULL CHECK (shareable IN (0, 1)), pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
        folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE note_text USING fts5(folded, content='note', content_rowid='id', prefix='1 2 3');
CREATE TABLE offer (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        presentation INTEGER REFERENCES presentation (id) ON DELETE SET NULL,
        candidate TEXT CHECK (length(candidate) BETWEEN 1 AND 200),
        chosen_on TEXT, salary_talk_on TEXT, terms_approved_on TEXT, verbal_offer_on TEXT,
        verbal_answer TEXT CHECK (verbal_answer IN ('yes', 'no')), verbal_answer_on TEXT,
        written_offer_on TEXT, expires_on TEXT, signed_on TEXT, start_on TEXT,
        declined_on TEXT, declined_reason TEXT, what_changes TEXT, created TEXT NOT NULL, changed TEXT NOT NULL,
        CHECK (declined_on IS NULL OR declined_reason <> '')
    ) STRICT;
CREATE TABLE offer_override (
        id INTEGER PRIMARY KEY, offer INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
        step TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''), on_day TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE office (
        id TEXT NOT NULL, counter INTEGER NOT NULL, sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT;
CREATE TABLE parting (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        on_day TEXT NOT NULL, facts TEXT NOT NULL,
        choice TEXT NOT NULL CHECK (choice IN ('talk', 'look_again', 'let_go')),
        reason TEXT, message TEXT, taken_back_on TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE predecessor (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL UNIQUE REFERENCES search (id) ON DELETE CASCADE,
        worked TEXT, went_wrong TEXT, why_left TEXT, better TEXT, reading TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE presentation (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        candidate TEXT NOT NULL CHECK (length(candidate) BETWEEN 1 AND 200), presented_at TEXT NOT NULL,
        answer TEXT CHECK (answer IN ('yes', 'no', 'question')), answered_at TEXT, reason TEXT, created TEXT NOT NULL, changed TEXT NOT NULL, requirement INTEGER REFERENCES requirement (id) ON DELETE SET NULL, stage TEXT NOT NULL DEFAULT 'presented' CHECK (stage IN ('presented', 'interview', 'finalist', 'chosen', 'out')), told_at TEXT,
        CHECK ((answer IS NULL) = (answered_at IS NULL)), CHECK (answer <> 'no' OR reason <> '')
    ) STRICT;
CREATE TABLE process_step (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE, what TEXT NOT NULL, owner TEXT NOT NULL,
        days INTEGER CHECK (days BETWEEN 1 AND 365), weeks INTEGER CHECK (weeks BETWEEN 1 AND 52),
        minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
        position INTEGER NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE proposal (
        id INTEGER PRIMARY KEY, satisfaction INTEGER NOT NULL REFERENCES satisfaction (id) ON DELETE CASCADE,
        text TEXT NOT NULL, answer TEXT NOT NULL CHECK (answer IN ('open', 'approved', 'declined')),
        on_day TEXT NOT NULL, checked_on TEXT, better INTEGER CHECK (better IN (0, 1)), result TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE question (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE CASCADE,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        text TEXT NOT NULL, answer TEXT, asked_on TEXT, position INTEGER NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE requirement (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('must', 'nice', 'deal_maker', 'deal_breaker')),
        text TEXT NOT NULL, probe TEXT, position INTEGER NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('asked', 'predecessor')), agreed_on TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE requirement_change (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        requirement INTEGER REFERENCES requirement (id) ON DELETE SET NULL,
        was TEXT, now TEXT, on_day TEXT NOT NULL, asked_by TEXT NOT NULL CHECK (asked_by IN ('me', 'them')),
        days_lost INTEGER CHECK (days_lost BETWEEN 0 AND 3650), created TEXT NOT NULL, changed TEXT NOT NULL,
        CHECK (was IS NOT NULL OR now IS NOT NULL)
    ) STRICT;
CREATE TABLE satisfaction (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL, asked_on TEXT NOT NULL,
        score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5), words TEXT, cause TEXT, created TEXT NOT NULL, changed TEXT NOT NULL
    , parts TEXT NOT NULL DEFAULT '{}') STRICT;
CREATE TABLE search (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200), location TEXT,
        headcount INTEGER NOT NULL CHECK (headcount BETWEEN 1 AND 1000), opened_on TEXT NOT NULL, target_start TEXT,
        salary_min INTEGER CHECK (salary_min >= 0), salary_max INTEGER CHECK (salary_max >= salary_min),
        currency TEXT CHECK (length(currency) = 3),
        stage TEXT NOT NULL CHECK (stage IN ('intake', 'sourcing', 'interviews', 'offer', 'closed')),
        outcome TEXT, closed_on TEXT, folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    , titles TEXT NOT NULL DEFAULT '[]', unit TEXT, remote TEXT, reason_open TEXT, drop_dead TEXT, salary_period TEXT CHECK (salary_period IN ('year', 'month', 'day', 'hour')), brief TEXT, company_bound INTEGER NOT NULL DEFAULT 0 CHECK (company_bound IN (0, 1)), review_days INTEGER CHECK (review_days BETWEEN 1 AND 365), reviewed_on TEXT) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5(folded, content='search', content_rowid='id', prefix='1 2 3');
CREATE TABLE setting (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE sourcing_channel (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE, channel TEXT NOT NULL, plan TEXT, who TEXT, volume TEXT,
        started_on TEXT, result TEXT, position INTEGER NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE stage_change (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        stage TEXT NOT NULL CHECK (stage IN ('intake', 'sourcing', 'interviews', 'offer', 'closed')),
        on_day TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE talk (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        at TEXT NOT NULL, zone TEXT NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN
            ('call', 'video', 'email', 'message', 'in person', 'letter', 'other')),
        direction TEXT NOT NULL CHECK (direction IN ('from me', 'from them', 'both')),
        minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440), text TEXT NOT NULL, decision TEXT, private TEXT,
        origin TEXT NOT NULL CHECK (origin IN ('typed', 'meeting', 'imported')), message_id TEXT,
        folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE talk_text USING fts5(folded, content='talk', content_rowid='id', prefix='1 2 3');
CREATE TABLE template (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        body TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE wording (
        id INTEGER PRIMARY KEY, expectation INTEGER NOT NULL REFERENCES expectation (id) ON DELETE CASCADE,
        statement TEXT NOT NULL, measure TEXT, clock TEXT, agreed_on TEXT,
        agreed_in INTEGER REFERENCES meeting (id) ON DELETE SET NULL, written_on TEXT NOT NULL,
        folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE wording_text USING fts5(folded, content='wording', content_rowid='id', prefix='1 2 3');
CREATE TRIGGER agenda_item_history_delete AFTER DELETE ON agenda_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'agenda_item', old.id, 'd', json_object('id', old."id", 'meeting', old."meeting", 'text', old."text", 'minutes', old."minutes", 'done', old."done", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER agenda_item_history_insert AFTER INSERT ON agenda_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'agenda_item', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER agenda_item_history_update AFTER UPDATE ON agenda_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'agenda_item', old.id, 'u', json_object('id', old."id", 'meeting', old."meeting", 'text', old."text", 'minutes', old."minutes", 'done', old."done", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER alternative_history_delete AFTER DELETE ON alternative BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'alternative', old.id, 'd', json_object('id', old."id", 'search', old."search", 'text', old."text", 'effect', old."effect", 'answer', old."answer", 'on_day', old."on_day", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER alternative_history_insert AFTER INSERT ON alternative BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'alternative', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER alternative_history_update AFTER UPDATE ON alternative BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'alternative', old.id, 'u', json_object('id', old."id", 'search', old."search", 'text', old."text", 'effect', old."effect", 'answer', old."answer", 'on_day', old."on_day", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER anniversary_history_delete AFTER DELETE ON anniversary BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'anniversary', old.id, 'd', json_object('id', old."id", 'offer', old."offer", 'milestone', old."milestone", 'done_on', old."done_on", 'remark', old."remark", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER anniversary_history_insert AFTER INSERT ON anniversary BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'anniversary', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER anniversary_history_update AFTER UPDATE ON anniversary BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'anniversary', old.id, 'u', json_object('id', old."id", 'offer', old."offer", 'milestone', old."milestone", 'done_on', old."done_on", 'remark', old."remark", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER captured_item_history_delete AFTER DELETE ON captured_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'captured_item', old.id, 'd', json_object('id', old."id", 'meeting', old."meeting", 'kind', old."kind", 'text', old."text", 'at', old."at", 'position', old."position", 'promise', old."promise", 'became', old."became", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER captured_item_history_insert AFTER INSERT ON captured_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'captured_item', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER captured_item_history_update AFTER UPDATE ON captured_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'captured_item', old.id, 'u', json_object('id', old."id", 'meeting', old."meeting", 'kind', old."kind", 'text', old."text", 'at', old."at", 'position', old."position", 'promise', old."promise", 'became', old."became", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER captured_item_text_delete AFTER DELETE ON captured_item BEGIN INSERT INTO captured_item_text (captured_item_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER captured_item_text_insert AFTER INSERT ON captured_item BEGIN INSERT INTO captured_item_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER captured_item_text_update AFTER UPDATE OF folded ON captured_item BEGIN INSERT INTO captured_item_text (captured_item_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO captured_item_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER celebration_history_delete AFTER DELETE ON celebration BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'celebration', old.id, 'd', json_object('id', old."id", 'search', old."search", 'offer', old."offer", 'occasion', old."occasion", 'form', old."form", 'on_day', old."on_day", 'place', old."place", 'remark', old."remark", 'thanked_on', old."thanked_on", 'put_off_to', old."put_off_to", 'meeting', old."meeting", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER celebration_history_insert AFTER INSERT ON celebration BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'celebration', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER celebration_history_update AFTER UPDATE ON celebration BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'celebration', old.id, 'u', json_object('id', old."id", 'search', old."search", 'offer', old."offer", 'occasion', old."occasion", 'form', old."form", 'on_day', old."on_day", 'place', old."place", 'remark', old."remark", 'thanked_on', old."thanked_on", 'put_off_to', old."put_off_to", 'meeting', old."meeting", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER check_in_history_delete AFTER DELETE ON check_in BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'check_in', old.id, 'd', json_object('id', old."id", 'expectation', old."expectation", 'side', old."side", 'due', old."due", 'on', old."on", 'outcome', old."outcome", 'event', old."event", 'evidence', old."evidence", 'remark', old."remark", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER check_in_history_insert AFTER INSERT ON check_in BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'check_in', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER check_in_history_update AFTER UPDATE ON check_in BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'check_in', old.id, 'u', json_object('id', old."id", 'expectation', old."expectation", 'side', old."side", 'due', old."due", 'on', old."on", 'outcome', old."outcome", 'event', old."event", 'evidence', old."evidence", 'remark', old."remark", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER expectation_history_delete AFTER DELETE ON expectation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'expectation', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'side', old."side", 'position', old."position", 'closed_on', old."closed_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER expectation_history_insert AFTER INSERT ON expectation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'expectation', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER expectation_history_update AFTER UPDATE ON expectation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'expectation', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'side', old."side", 'position', old."position", 'closed_on', old."closed_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER follow_up_history_delete AFTER DELETE ON follow_up BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'follow_up', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'talk', old."talk", 'meeting', old."meeting", 'owner', old."owner", 'text', old."text", 'due', old."due", 'done_at', old."done_at", 'snoozed_to', old."snoozed_to", 'nudged_at', old."nudged_at", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER follow_up_history_insert AFTER INSERT ON follow_up BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'follow_up', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER follow_up_history_update AFTER UPDATE ON follow_up BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'follow_up', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'talk', old."talk", 'meeting', old."meeting", 'owner', old."owner", 'text', old."text", 'due', old."due", 'done_at', old."done_at", 'snoozed_to', old."snoozed_to", 'nudged_at', old."nudged_at", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER follow_up_text_delete AFTER DELETE ON follow_up BEGIN INSERT INTO follow_up_text (follow_up_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER follow_up_text_insert AFTER INSERT ON follow_up BEGIN INSERT INTO follow_up_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER follow_up_text_update AFTER UPDATE OF folded ON follow_up BEGIN INSERT INTO follow_up_text (follow_up_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO follow_up_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER interview_history_delete AFTER DELETE ON interview BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'interview', old.id, 'd', json_object('id', old."id", 'presentation', old."presentation", 'held_at', old."held_at", 'answered_at', old."answered_at", 'words', old."words", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER interview_history_insert AFTER INSERT ON interview BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'interview', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER interview_history_update AFTER UPDATE ON interview BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'interview', old.id, 'u', json_object('id', old."id", 'presentation', old."presentation", 'held_at', old."held_at", 'answered_at', old."answered_at", 'words', old."words", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER issued_document_history_delete AFTER DELETE ON issued_document BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'issued_document', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'meeting', old."meeting", 'search', old."search", 'kind', old."kind", 'title', old."title", 'file_name', old."file_name", 'made_at', old."made_at", 'pages', old."pages", 'sha256', old."sha256", 'sent_to', old."sent_to", 'sent_how', old."sent_how", 'sent_on', old."sent_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER issued_document_history_insert AFTER INSERT ON issued_document BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'issued_document', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER issued_document_history_update AFTER UPDATE ON issued_document BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'issued_document', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'meeting', old."meeting", 'search', old."search", 'kind', old."kind", 'title', old."title", 'file_name', old."file_name", 'made_at', old."made_at", 'pages', old."pages", 'sha256', old."sha256", 'sent_to', old."sent_to", 'sent_how', old."sent_how", 'sent_on', old."sent_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER issued_document_text_delete AFTER DELETE ON issued_document BEGIN INSERT INTO issued_document_text (issued_document_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER issued_document_text_insert AFTER INSERT ON issued_document BEGIN INSERT INTO issued_document_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER issued_document_text_update AFTER UPDATE OF folded ON issued_document BEGIN INSERT INTO issued_document_text (issued_document_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO issued_document_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER manager_history_delete AFTER DELETE ON manager BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'manager', old.id, 'd', json_object('id', old."id", 'name', old."name", 'romanised', old."romanised", 'called', old."called", 'family', old."family", 'title', old."title", 'company', old."company", 'department', old."department", 'email', old."email", 'phone', old."phone", 'zone', old."zone", 'country', old."country", 'hours', old."hours", 'language', old."language", 'channel', old."channel", 'preferred_times', old."preferred_times", 'cadence_days', old."cadence_days", 'tick', old."tick", 'rapport', old."rapport", 'tags', old."tags", 'status', old."status", 'paused_until', old."paused_until", 'health_word', old."health_word", 'health_reason', old."health_reason", 'health_on', old."health_on", 'look_again_on', old."look_again_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER manager_history_insert AFTER INSERT ON manager BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'manager', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER manager_history_update AFTER UPDATE ON manager BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'manager', old.id, 'u', json_object('id', old."id", 'name', old."name", 'romanised', old."romanised", 'called', old."called", 'family', old."family", 'title', old."title", 'company', old."company", 'department', old."department", 'email', old."email", 'phone', old."phone", 'zone', old."zone", 'country', old."country", 'hours', old."hours", 'language', old."language", 'channel', old."channel", 'preferred_times', old."preferred_times", 'cadence_days', old."cadence_days", 'tick', old."tick", 'rapport', old."rapport", 'tags', old."tags", 'status', old."status", 'paused_until', old."paused_until", 'health_word', old."health_word", 'health_reason', old."health_reason", 'health_on', old."health_on", 'look_again_on', old."look_again_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER manager_text_delete AFTER DELETE ON manager BEGIN INSERT INTO manager_text (manager_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER manager_text_insert AFTER INSERT ON manager BEGIN INSERT INTO manager_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER manager_text_update AFTER UPDATE OF folded ON manager BEGIN INSERT INTO manager_text (manager_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO manager_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER market_fact_history_delete AFTER DELETE ON market_fact BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'market_fact', old.id, 'd', json_object('id', old."id", 'search', old."search", 'text', old."text", 'source', old."source", 'on_day', old."on_day", 'shown_on', old."shown_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER market_fact_history_insert AFTER INSERT ON market_fact BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'market_fact', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER market_fact_history_update AFTER UPDATE ON market_fact BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'market_fact', old.id, 'u', json_object('id', old."id", 'search', old."search", 'text', old."text", 'source', old."source", 'on_day', old."on_day", 'shown_on', old."shown_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER meeting_history_delete AFTER DELETE ON meeting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'meeting', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'kind', old."kind", 'planned_at', old."planned_at", 'zone', old."zone", 'minutes', old."minutes", 'channel', old."channel", 'place', old."place", 'attendees', old."attendees", 'uid', old."uid", 'sequence', old."sequence", 'in_short', old."in_short", 'state', old."state", 'started_at', old."started_at", 'ended_at', old."ended_at", 'pauses', old."pauses", 'folded', old."folded", 'created', old."created", 'changed', old."changed", 'invitation_sent_at', old."invitation_sent_at", 'invited_as', old."invited_as", 'moved_by', old."moved_by", 'invited', old."invited") FROM current; END;
CREATE TRIGGER meeting_history_insert AFTER INSERT ON meeting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'meeting', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER meeting_history_update AFTER UPDATE ON meeting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'meeting', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'kind', old."kind", 'planned_at', old."planned_at", 'zone', old."zone", 'minutes', old."minutes", 'channel', old."channel", 'place', old."place", 'attendees', old."attendees", 'uid', old."uid", 'sequence', old."sequence", 'in_short', old."in_short", 'state', old."state", 'started_at', old."started_at", 'ended_at', old."ended_at", 'pauses', old."pauses", 'folded', old."folded", 'created', old."created", 'changed', old."changed", 'invitation_sent_at', old."invitation_sent_at", 'invited_as', old."invited_as", 'moved_by', old."moved_by", 'invited', old."invited") FROM current; END;
CREATE TRIGGER meeting_text_delete AFTER DELETE ON meeting BEGIN INSERT INTO meeting_text (meeting_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER meeting_text_insert AFTER INSERT ON meeting BEGIN INSERT INTO meeting_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER meeting_text_update AFTER UPDATE OF folded ON meeting BEGIN INSERT INTO meeting_text (meeting_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO meeting_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER note_history_delete AFTER DELETE ON note BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'note', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'title', old."title", 'body', old."body", 'shareable', old."shareable", 'pinned', old."pinned", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER note_history_insert AFTER INSERT ON note BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'note', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER note_history_update AFTER UPDATE ON note BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'note', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'title', old."title", 'body', old."body", 'shareable', old."shareable", 'pinned', old."pinned", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER note_text_delete AFTER DELETE ON note BEGIN INSERT INTO note_text (note_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER note_text_insert AFTER INSERT ON note BEGIN INSERT INTO note_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER note_text_update AFTER UPDATE OF folded ON note BEGIN INSERT INTO note_text (note_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO note_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER offer_history_delete AFTER DELETE ON offer BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'offer', old.id, 'd', json_object('id', old."id", 'search', old."search", 'presentation', old."presentation", 'candidate', old."candidate", 'chosen_on', old."chosen_on", 'salary_talk_on', old."salary_talk_on", 'terms_approved_on', old."terms_approved_on", 'verbal_offer_on', old."verbal_offer_on", 'verbal_answer', old."verbal_answer", 'verbal_answer_on', old."verbal_answer_on", 'written_offer_on', old."written_offer_on", 'expires_on', old."expires_on", 'signed_on', old."signed_on", 'start_on', old."start_on", 'declined_on', old."declined_on", 'declined_reason', old."declined_reason", 'what_changes', old."what_changes", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER offer_history_insert AFTER INSERT ON offer BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'offer', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER offer_history_update AFTER UPDATE ON offer BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'offer', old.id, 'u', json_object('id', old."id", 'search', old."search", 'presentation', old."presentation", 'candidate', old."candidate", 'chosen_on', old."chosen_on", 'salary_talk_on', old."salary_talk_on", 'terms_approved_on', old."terms_approved_on", 'verbal_offer_on', old."verbal_offer_on", 'verbal_answer', old."verbal_answer", 'verbal_answer_on', old."verbal_answer_on", 'written_offer_on', old."written_offer_on", 'expires_on', old."expires_on", 'signed_on', old."signed_on", 'start_on', old."start_on", 'declined_on', old."declined_on", 'declined_reason', old."declined_reason", 'what_changes', old."what_changes", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER offer_override_history_delete AFTER DELETE ON offer_override BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'offer_override', old.id, 'd', json_object('id', old."id", 'offer', old."offer", 'step', old."step", 'reason', old."reason", 'on_day', old."on_day", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER offer_override_history_insert AFTER INSERT ON offer_override BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'offer_override', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER offer_override_history_update AFTER UPDATE ON offer_override BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'offer_override', old.id, 'u', json_object('id', old."id", 'offer', old."offer", 'step', old."step", 'reason', old."reason", 'on_day', old."on_day", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER parting_history_delete AFTER DELETE ON parting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'parting', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'on_day', old."on_day", 'facts', old."facts", 'choice', old."choice", 'reason', old."reason", 'message', old."message", 'taken_back_on', old."taken_back_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER parting_history_insert AFTER INSERT ON parting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'parting', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER parting_history_update AFTER UPDATE ON parting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'parting', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'on_day', old."on_day", 'facts', old."facts", 'choice', old."choice", 'reason', old."reason", 'message', old."message", 'taken_back_on', old."taken_back_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER predecessor_history_delete AFTER DELETE ON predecessor BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'predecessor', old.id, 'd', json_object('id', old."id", 'search', old."search", 'worked', old."worked", 'went_wrong', old."went_wrong", 'why_left', old."why_left", 'better', old."better", 'reading', old."reading", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER predecessor_history_insert AFTER INSERT ON predecessor BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'predecessor', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER predecessor_history_update AFTER UPDATE ON predecessor BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'predecessor', old.id, 'u', json_object('id', old."id", 'search', old."search", 'worked', old."worked", 'went_wrong', old."went_wrong", 'why_left', old."why_left", 'better', old."better", 'reading', old."reading", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER presentation_history_delete AFTER DELETE ON presentation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'presentation', old.id, 'd', json_object('id', old."id", 'search', old."search", 'candidate', old."candidate", 'presented_at', old."presented_at", 'answer', old."answer", 'answered_at', old."answered_at", 'reason', old."reason", 'created', old."created", 'changed', old."changed", 'requirement', old."requirement", 'stage', old."stage", 'told_at', old."told_at") FROM current; END;
CREATE TRIGGER presentation_history_insert AFTER INSERT ON presentation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'presentation', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER presentation_history_update AFTER UPDATE ON presentation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'presentation', old.id, 'u', json_object('id', old."id", 'search', old."search", 'candidate', old."candidate", 'presented_at', old."presented_at", 'answer', old."answer", 'answered_at', old."answered_at", 'reason', old."reason", 'created', old."created", 'changed', old."changed", 'requirement', old."requirement", 'stage', old."stage", 'told_at', old."told_at") FROM current; END;
CREATE TRIGGER process_step_history_delete AFTER DELETE ON process_step BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'process_step', old.id, 'd', json_object('id', old."id", 'search', old."search", 'what', old."what", 'owner', old."owner", 'days', old."days", 'weeks', old."weeks", 'minutes', old."minutes", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER process_step_history_insert AFTER INSERT ON process_step BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'process_step', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER process_step_history_update AFTER UPDATE ON process_step BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'process_step', old.id, 'u', json_object('id', old."id", 'search', old."search", 'what', old."what", 'owner', old."owner", 'days', old."days", 'weeks', old."weeks", 'minutes', old."minutes", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER proposal_history_delete AFTER DELETE ON proposal BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'proposal', old.id, 'd', json_object('id', old."id", 'satisfaction', old."satisfaction", 'text', old."text", 'answer', old."answer", 'on_day', old."on_day", 'checked_on', old."checked_on", 'better', old."better", 'result', old."result", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER proposal_history_insert AFTER INSERT ON proposal BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'proposal', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER proposal_history_update AFTER UPDATE ON proposal BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'proposal', old.id, 'u', json_object('id', old."id", 'satisfaction', old."satisfaction", 'text', old."text", 'answer', old."answer", 'on_day', old."on_day", 'checked_on', old."checked_on", 'better', old."better", 'result', old."result", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER question_history_delete AFTER DELETE ON question BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'question', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'text', old."text", 'answer', old."answer", 'asked_on', old."asked_on", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER question_history_insert AFTER INSERT ON question BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'question', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER question_history_update AFTER UPDATE ON question BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'question', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'text', old."text", 'answer', old."answer", 'asked_on', old."asked_on", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER requirement_change_history_delete AFTER DELETE ON requirement_change BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'requirement_change', old.id, 'd', json_object('id', old."id", 'search', old."search", 'requirement', old."requirement", 'was', old."was", 'now', old."now", 'on_day', old."on_day", 'asked_by', old."asked_by", 'days_lost', old."days_lost", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER requirement_change_history_insert AFTER INSERT ON requirement_change BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'requirement_change', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER requirement_change_history_update AFTER UPDATE ON requirement_change BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'requirement_change', old.id, 'u', json_object('id', old."id", 'search', old."search", 'requirement', old."requirement", 'was', old."was", 'now', old."now", 'on_day', old."on_day", 'asked_by', old."asked_by", 'days_lost', old."days_lost", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER requirement_history_delete AFTER DELETE ON requirement BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'requirement', old.id, 'd', json_object('id', old."id", 'search', old."search", 'kind', old."kind", 'text', old."text", 'probe', old."probe", 'position', old."position", 'source', old."source", 'agreed_on', old."agreed_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER requirement_history_insert AFTER INSERT ON requirement BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'requirement', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER requirement_history_update AFTER UPDATE ON requirement BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'requirement', old.id, 'u', json_object('id', old."id", 'search', old."search", 'kind', old."kind", 'text', old."text", 'probe', old."probe", 'position', old."position", 'source', old."source", 'agreed_on', old."agreed_on", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER satisfaction_history_delete AFTER DELETE ON satisfaction BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'satisfaction', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'asked_on', old."asked_on", 'score', old."score", 'words', old."words", 'cause', old."cause", 'created', old."created", 'changed', old."changed", 'parts', old."parts") FROM current; END;
CREATE TRIGGER satisfaction_history_insert AFTER INSERT ON satisfaction BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'satisfaction', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER satisfaction_history_update AFTER UPDATE ON satisfaction BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'satisfaction', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'asked_on', old."asked_on", 'score', old."score", 'words', old."words", 'cause', old."cause", 'created', old."created", 'changed', old."changed", 'parts', old."parts") FROM current; END;
CREATE TRIGGER search_history_delete AFTER DELETE ON search BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'search', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'title', old."title", 'location', old."location", 'headcount', old."headcount", 'opened_on', old."opened_on", 'target_start', old."target_start", 'salary_min', old."salary_min", 'salary_max', old."salary_max", 'currency', old."currency", 'stage', old."stage", 'outcome', old."outcome", 'closed_on', old."closed_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed", 'titles', old."titles", 'unit', old."unit", 'remote', old."remote", 'reason_open', old."reason_open", 'drop_dead', old."drop_dead", 'salary_period', old."salary_period", 'brief', old."brief", 'company_bound', old."company_bound", 'review_days', old."review_days", 'reviewed_on', old."reviewed_on") FROM current; END;
CREATE TRIGGER search_history_insert AFTER INSERT ON search BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'search', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER search_history_update AFTER UPDATE ON search BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'search', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'title', old."title", 'location', old."location", 'headcount', old."headcount", 'opened_on', old."opened_on", 'target_start', old."target_start", 'salary_min', old."salary_min", 'salary_max', old."salary_max", 'currency', old."currency", 'stage', old."stage", 'outcome', old."outcome", 'closed_on', old."closed_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed", 'titles', old."titles", 'unit', old."unit", 'remote', old."remote", 'reason_open', old."reason_open", 'drop_dead', old."drop_dead", 'salary_period', old."salary_period", 'brief', old."brief", 'company_bound', old."company_bound", 'review_days', old."review_days", 'reviewed_on', old."reviewed_on") FROM current; END;
CREATE TRIGGER search_text_delete AFTER DELETE ON search BEGIN INSERT INTO search_text (search_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER search_text_insert AFTER INSERT ON search BEGIN INSERT INTO search_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER search_text_update AFTER UPDATE OF folded ON search BEGIN INSERT INTO search_text (search_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO search_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER setting_history_delete AFTER DELETE ON setting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'setting', old.id, 'd', json_object('id', old."id", 'key', old."key", 'value', old."value", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER setting_history_insert AFTER INSERT ON setting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'setting', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER setting_history_update AFTER UPDATE ON setting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'setting', old.id, 'u', json_object('id', old."id", 'key', old."key", 'value', old."value", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER sourcing_channel_history_delete AFTER DELETE ON sourcing_channel BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'sourcing_channel', old.id, 'd', json_object('id', old."id", 'search', old."search", 'channel', old."channel", 'plan', old."plan", 'who', old."who", 'volume', old."volume", 'started_on', old."started_on", 'result', old."result", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER sourcing_channel_history_insert AFTER INSERT ON sourcing_channel BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'sourcing_channel', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER sourcing_channel_history_update AFTER UPDATE ON sourcing_channel BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'sourcing_channel', old.id, 'u', json_object('id', old."id", 'search', old."search", 'channel', old."channel", 'plan', old."plan", 'who', old."who", 'volume', old."volume", 'started_on', old."started_on", 'result', old."result", 'position', old."position", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER stage_change_history_delete AFTER DELETE ON stage_change BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'stage_change', old.id, 'd', json_object('id', old."id", 'search', old."search", 'stage', old."stage", 'on_day', old."on_day", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER stage_change_history_insert AFTER INSERT ON stage_change BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'stage_change', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER stage_change_history_update AFTER UPDATE ON stage_change BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'stage_change', old.id, 'u', json_object('id', old."id", 'search', old."search", 'stage', old."stage", 'on_day', old."on_day", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER talk_history_delete AFTER DELETE ON talk BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'talk', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'at', old."at", 'zone', old."zone", 'channel', old."channel", 'direction', old."direction", 'minutes', old."minutes", 'text', old."text", 'decision', old."decision", 'private', old."private", 'origin', old."origin", 'message_id', old."message_id", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER talk_history_insert AFTER INSERT ON talk BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'talk', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER talk_history_update AFTER UPDATE ON talk BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'talk', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'at', old."at", 'zone', old."zone", 'channel', old."channel", 'direction', old."direction", 'minutes', old."minutes", 'text', old."text", 'decision', old."decision", 'private', old."private", 'origin', old."origin", 'message_id', old."message_id", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER talk_text_delete AFTER DELETE ON talk BEGIN INSERT INTO talk_text (talk_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER talk_text_insert AFTER INSERT ON talk BEGIN INSERT INTO talk_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER talk_text_update AFTER UPDATE OF folded ON talk BEGIN INSERT INTO talk_text (talk_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO talk_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER template_history_delete AFTER DELETE ON template BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'template', old.id, 'd', json_object('id', old."id", 'kind', old."kind", 'name', old."name", 'body', old."body", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER template_history_insert AFTER INSERT ON template BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'template', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER template_history_update AFTER UPDATE ON template BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'template', old.id, 'u', json_object('id', old."id", 'kind', old."kind", 'name', old."name", 'body', old."body", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER wording_history_delete AFTER DELETE ON wording BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'wording', old.id, 'd', json_object('id', old."id", 'expectation', old."expectation", 'statement', old."statement", 'measure', old."measure", 'clock', old."clock", 'agreed_on', old."agreed_on", 'agreed_in', old."agreed_in", 'written_on', old."written_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER wording_history_insert AFTER INSERT ON wording BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'wording', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER wording_history_update AFTER UPDATE ON wording BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'wording', old.id, 'u', json_object('id', old."id", 'expectation', old."expectation", 'statement', old."statement", 'measure', old."measure", 'clock', old."clock", 'agreed_on', old."agreed_on", 'agreed_in', old."agreed_in", 'written_on', old."written_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER wording_text_delete AFTER DELETE ON wording BEGIN INSERT INTO wording_text (wording_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER wording_text_insert AFTER INSERT ON wording BEGIN INSERT INTO wording_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER wording_text_update AFTER UPDATE OF folded ON wording BEGIN INSERT INTO wording_text (wording_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO wording_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE VIEW shareable_agenda_item AS SELECT id, meeting, text, minutes, position FROM agenda_item;
CREATE VIEW shareable_alternative AS SELECT id, search, text, effect, answer, on_day, position FROM alternative;
CREATE VIEW shareable_captured_item AS SELECT id, meeting, kind, text, position, became FROM captured_item WHERE kind <> 'private';
CREATE VIEW shareable_celebration AS SELECT id, search, offer, occasion, form, on_day, place FROM celebration;
CREATE VIEW shareable_check_in AS SELECT id, expectation, side, due, "on", outcome FROM check_in;
CREATE VIEW shareable_expectation AS SELECT id, manager, search, side, position, closed_on FROM expectation;
CREATE VIEW shareable_follow_up AS SELECT id, manager, search, meeting, owner, text, due, done_at FROM follow_up;
CREATE VIEW shareable_interview AS SELECT id, presentation, held_at, answered_at, words FROM interview;
CREATE VIEW shareable_manager AS SELECT id, name, romanised, called, family, title, company FROM manager;
CREATE VIEW shareable_market_fact AS SELECT id, search, text, source, on_day, shown_on FROM market_fact;
CREATE VIEW shareable_meeting AS SELECT id, manager, search, kind, planned_at, zone, minutes, channel, place, attendees, uid, sequence, in_short, state, started_at, ended_at FROM meeting;
CREATE VIEW shareable_note AS SELECT id, manager, search, meeting, title, body FROM note WHERE shareable = 1;
CREATE VIEW shareable_offer AS SELECT id, search, presentation, candidate, chosen_on, salary_talk_on, terms_approved_on, verbal_offer_on, verbal_answer, verbal_answer_on, written_offer_on, expires_on, signed_on, start_on, declined_on, declined_reason, what_changes FROM offer;
CREATE VIEW shareable_predecessor AS SELECT id, search, worked, went_wrong, why_left, better FROM predecessor;
CREATE VIEW shareable_presentation AS SELECT id, search, candidate, presented_at, answer, answered_at, reason, requirement, stage FROM presentation;
CREATE VIEW shareable_process_step AS SELECT id, search, what, owner, days, weeks, minutes, position FROM process_step;
CREATE VIEW shareable_proposal AS SELECT id, satisfaction, text, answer, on_day, checked_on, better, result FROM proposal;
CREATE VIEW shareable_requirement AS SELECT id, search, kind, text, probe, position, source, agreed_on FROM requirement;
CREATE VIEW shareable_requirement_change AS SELECT id, search, requirement, was, now, on_day, asked_by, days_lost FROM requirement_change;
CREATE VIEW shareable_satisfaction AS SELECT id, manager, search, meeting, asked_on, score, words, parts FROM satisfaction;
CREATE VIEW shareable_search AS SELECT id, manager, title, location, headcount, opened_on, target_start, salary_min, salary_max, currency, stage, closed_on, titles, remote, salary_period, brief FROM search;
CREATE VIEW shareable_sourcing_channel AS SELECT id, search, channel, plan, who, volume, started_on, result, position FROM sourcing_channel;
CREATE VIEW shareable_stage_change AS SELECT id, search, stage, on_day FROM stage_change;
CREATE VIEW shareable_talk AS SELECT id, manager, search, meeting, at, decision FROM talk WHERE decision IS NOT NULL;
CREATE VIEW shareable_wording AS SELECT id, expectation, statement, measure, clock, agreed_on, agreed_in, written_on FROM wording;
