CREATE INDEX action_state ON action (state, id);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting, position);
CREATE INDEX captured_item_meeting ON captured_item (meeting, position);
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
CREATE INDEX issued_document_manager ON issued_document (manager);
CREATE INDEX issued_document_meeting ON issued_document (meeting);
CREATE INDEX market_fact_search ON market_fact (search);
CREATE INDEX meeting_manager ON meeting (manager, planned_at);
CREATE UNIQUE INDEX meeting_running ON meeting (state) WHERE state = 'running';
CREATE INDEX meeting_state ON meeting (state, planned_at);
CREATE INDEX note_manager ON note (manager);
CREATE INDEX note_meeting ON note (meeting);
CREATE INDEX presentation_presented ON presentation (presented_at);
CREATE INDEX presentation_search ON presentation (search, presented_at);
CREATE INDEX presentation_waiting ON presentation (search) WHERE answered_at IS NULL;
CREATE INDEX satisfaction_manager ON satisfaction (manager, asked_on);
CREATE INDEX search_manager ON search (manager);
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
CREATE TABLE captured_item (
        id INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('decision', 'i_will', 'they_will', 'note', 'private')),
        text TEXT NOT NULL, at TEXT NOT NULL, position INTEGER NOT NULL,
        promise INTEGER NOT NULL CHECK (promise IN (0, 1)), became TEXT, folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE captured_item_text USING fts5(folded, content='captured_item', content_rowid='id', prefix='1 2 3');
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
CREATE TABLE issued_document (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        kind TEXT NOT NULL CHECK (kind IN ('summary')), title TEXT NOT NULL, file_name TEXT NOT NULL,
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
    ) STRICT;
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
CREATE TABLE office (
        id TEXT NOT NULL, counter INTEGER NOT NULL, sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT;
CREATE TABLE presentation (
        id INTEGER PRIMARY KEY, search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
        candidate TEXT NOT NULL CHECK (length(candidate) BETWEEN 1 AND 200), presented_at TEXT NOT NULL,
        answer TEXT CHECK (answer IN ('yes', 'no', 'question')), answered_at TEXT, reason TEXT, created TEXT NOT NULL, changed TEXT NOT NULL,
        CHECK ((answer IS NULL) = (answered_at IS NULL)), CHECK (answer <> 'no' OR reason <> '')
    ) STRICT;
CREATE TABLE satisfaction (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        search INTEGER REFERENCES search (id) ON DELETE SET NULL,
        meeting INTEGER REFERENCES meeting (id) ON DELETE SET NULL, asked_on TEXT NOT NULL,
        score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5), words TEXT, cause TEXT, proposal TEXT,
        approval TEXT CHECK (approval IN ('open', 'approved', 'declined')), created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE TABLE search (
        id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES manager (id) ON DELETE CASCADE,
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200), location TEXT,
        headcount INTEGER NOT NULL CHECK (headcount BETWEEN 1 AND 1000), opened_on TEXT NOT NULL, target_start TEXT,
        salary_min INTEGER CHECK (salary_min >= 0), salary_max INTEGER CHECK (salary_max >= salary_min),
        currency TEXT CHECK (length(currency) = 3),
        stage TEXT NOT NULL CHECK (stage IN ('intake', 'sourcing', 'interviews', 'offer', 'closed')),
        outcome TEXT, closed_on TEXT, folded TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5(folded, content='search', content_rowid='id', prefix='1 2 3');
CREATE TABLE setting (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL
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
CREATE TRIGGER captured_item_history_delete AFTER DELETE ON captured_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'captured_item', old.id, 'd', json_object('id', old."id", 'meeting', old."meeting", 'kind', old."kind", 'text', old."text", 'at', old."at", 'position', old."position", 'promise', old."promise", 'became', old."became", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER captured_item_history_insert AFTER INSERT ON captured_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'captured_item', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER captured_item_history_update AFTER UPDATE ON captured_item BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'captured_item', old.id, 'u', json_object('id', old."id", 'meeting', old."meeting", 'kind', old."kind", 'text', old."text", 'at', old."at", 'position', old."position", 'promise', old."promise", 'became', old."became", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER captured_item_text_delete AFTER DELETE ON captured_item BEGIN INSERT INTO captured_item_text (captured_item_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER captured_item_text_insert AFTER INSERT ON captured_item BEGIN INSERT INTO captured_item_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER captured_item_text_update AFTER UPDATE OF folded ON captured_item BEGIN INSERT INTO captured_item_text (captured_item_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO captured_item_text (rowid, folded) VALUES (new.id, new.folded); END;
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
CREATE TRIGGER issued_document_history_delete AFTER DELETE ON issued_document BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'issued_document', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'meeting', old."meeting", 'kind', old."kind", 'title', old."title", 'file_name', old."file_name", 'made_at', old."made_at", 'pages', old."pages", 'sha256', old."sha256", 'sent_to', old."sent_to", 'sent_how', old."sent_how", 'sent_on', old."sent_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER issued_document_history_insert AFTER INSERT ON issued_document BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'issued_document', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER issued_document_history_update AFTER UPDATE ON issued_document BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'issued_document', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'meeting', old."meeting", 'kind', old."kind", 'title', old."title", 'file_name', old."file_name", 'made_at', old."made_at", 'pages', old."pages", 'sha256', old."sha256", 'sent_to', old."sent_to", 'sent_how', old."sent_how", 'sent_on', old."sent_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
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
CREATE TRIGGER meeting_history_delete AFTER DELETE ON meeting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'meeting', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'kind', old."kind", 'planned_at', old."planned_at", 'zone', old."zone", 'minutes', old."minutes", 'channel', old."channel", 'place', old."place", 'attendees', old."attendees", 'uid', old."uid", 'sequence', old."sequence", 'in_short', old."in_short", 'state', old."state", 'started_at', old."started_at", 'ended_at', old."ended_at", 'pauses', old."pauses", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER meeting_history_insert AFTER INSERT ON meeting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'meeting', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER meeting_history_update AFTER UPDATE ON meeting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'meeting', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'kind', old."kind", 'planned_at', old."planned_at", 'zone', old."zone", 'minutes', old."minutes", 'channel', old."channel", 'place', old."place", 'attendees', old."attendees", 'uid', old."uid", 'sequence', old."sequence", 'in_short', old."in_short", 'state', old."state", 'started_at', old."started_at", 'ended_at', old."ended_at", 'pauses', old."pauses", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER meeting_text_delete AFTER DELETE ON meeting BEGIN INSERT INTO meeting_text (meeting_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER meeting_text_insert AFTER INSERT ON meeting BEGIN INSERT INTO meeting_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER meeting_text_update AFTER UPDATE OF folded ON meeting BEGIN INSERT INTO meeting_text (meeting_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO meeting_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER note_history_delete AFTER DELETE ON note BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'note', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'title', old."title", 'body', old."body", 'shareable', old."shareable", 'pinned', old."pinned", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER note_history_insert AFTER INSERT ON note BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'note', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER note_history_update AFTER UPDATE ON note BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'note', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'title', old."title", 'body', old."body", 'shareable', old."shareable", 'pinned', old."pinned", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER note_text_delete AFTER DELETE ON note BEGIN INSERT INTO note_text (note_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER note_text_insert AFTER INSERT ON note BEGIN INSERT INTO note_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER note_text_update AFTER UPDATE OF folded ON note BEGIN INSERT INTO note_text (note_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO note_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER presentation_history_delete AFTER DELETE ON presentation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'presentation', old.id, 'd', json_object('id', old."id", 'search', old."search", 'candidate', old."candidate", 'presented_at', old."presented_at", 'answer', old."answer", 'answered_at', old."answered_at", 'reason', old."reason", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER presentation_history_insert AFTER INSERT ON presentation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'presentation', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER presentation_history_update AFTER UPDATE ON presentation BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'presentation', old.id, 'u', json_object('id', old."id", 'search', old."search", 'candidate', old."candidate", 'presented_at', old."presented_at", 'answer', old."answer", 'answered_at', old."answered_at", 'reason', old."reason", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER satisfaction_history_delete AFTER DELETE ON satisfaction BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'satisfaction', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'asked_on', old."asked_on", 'score', old."score", 'words', old."words", 'cause', old."cause", 'proposal', old."proposal", 'approval', old."approval", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER satisfaction_history_insert AFTER INSERT ON satisfaction BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'satisfaction', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER satisfaction_history_update AFTER UPDATE ON satisfaction BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'satisfaction', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'search', old."search", 'meeting', old."meeting", 'asked_on', old."asked_on", 'score', old."score", 'words', old."words", 'cause', old."cause", 'proposal', old."proposal", 'approval', old."approval", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER search_history_delete AFTER DELETE ON search BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'search', old.id, 'd', json_object('id', old."id", 'manager', old."manager", 'title', old."title", 'location', old."location", 'headcount', old."headcount", 'opened_on', old."opened_on", 'target_start', old."target_start", 'salary_min', old."salary_min", 'salary_max', old."salary_max", 'currency', old."currency", 'stage', old."stage", 'outcome', old."outcome", 'closed_on', old."closed_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER search_history_insert AFTER INSERT ON search BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'search', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER search_history_update AFTER UPDATE ON search BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'search', old.id, 'u', json_object('id', old."id", 'manager', old."manager", 'title', old."title", 'location', old."location", 'headcount', old."headcount", 'opened_on', old."opened_on", 'target_start', old."target_start", 'salary_min', old."salary_min", 'salary_max', old."salary_max", 'currency', old."currency", 'stage', old."stage", 'outcome', old."outcome", 'closed_on', old."closed_on", 'folded', old."folded", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER search_text_delete AFTER DELETE ON search BEGIN INSERT INTO search_text (search_text, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER search_text_insert AFTER INSERT ON search BEGIN INSERT INTO search_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER search_text_update AFTER UPDATE OF folded ON search BEGIN INSERT INTO search_text (search_text, rowid, folded) VALUES ('delete', old.id, old.folded);INSERT INTO search_text (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER setting_history_delete AFTER DELETE ON setting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'setting', old.id, 'd', json_object('id', old."id", 'key', old."key", 'value', old."value", 'created', old."created", 'changed', old."changed") FROM current; END;
CREATE TRIGGER setting_history_insert AFTER INSERT ON setting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'setting', new.id, 'i', NULL FROM current; END;
CREATE TRIGGER setting_history_update AFTER UPDATE ON setting BEGIN INSERT INTO history (action, tbl, row, op, old) SELECT action, 'setting', old.id, 'u', json_object('id', old."id", 'key', old."key", 'value', old."value", 'created', old."created", 'changed', old."changed") FROM current; END;
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
CREATE VIEW shareable_captured_item AS SELECT id, meeting, kind, text, position, became FROM captured_item WHERE kind <> 'private';
CREATE VIEW shareable_check_in AS SELECT id, expectation, side, due, "on", outcome FROM check_in;
CREATE VIEW shareable_expectation AS SELECT id, manager, search, side, position, closed_on FROM expectation;
CREATE VIEW shareable_follow_up AS SELECT id, manager, search, meeting, owner, text, due, done_at FROM follow_up;
CREATE VIEW shareable_manager AS SELECT id, name, romanised, called, family, title, company FROM manager;
CREATE VIEW shareable_market_fact AS SELECT id, search, text, source, on_day, shown_on FROM market_fact;
CREATE VIEW shareable_meeting AS SELECT id, manager, search, kind, planned_at, zone, minutes, channel, place, attendees, uid, sequence, in_short, state, started_at, ended_at FROM meeting;
CREATE VIEW shareable_note AS SELECT id, manager, search, meeting, title, body FROM note WHERE shareable = 1;
CREATE VIEW shareable_presentation AS SELECT id, search, candidate, presented_at, answer, answered_at, reason FROM presentation;
CREATE VIEW shareable_satisfaction AS SELECT id, manager, search, meeting, asked_on, score, words, proposal, approval FROM satisfaction;
CREATE VIEW shareable_search AS SELECT id, manager, title, location, headcount, opened_on, target_start, salary_min, salary_max, currency, stage, closed_on FROM search;
CREATE VIEW shareable_stage_change AS SELECT id, search, stage, on_day FROM stage_change;
CREATE VIEW shareable_talk AS SELECT id, manager, search, meeting, at, decision FROM talk WHERE decision IS NOT NULL;
CREATE VIEW shareable_wording AS SELECT id, expectation, statement, measure, clock, agreed_on, agreed_in, written_on FROM wording;
