"""What starts the event clocks of promises, and what answers it, read from the records themselves.

Each event is one row of a table (`r`) with its search (`s`); each deed is a moment found beside it. A handful of
queries answers for every promise of the office at once.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple

from app.domain.clocks import Deed, Event
from app.storage.failures import readable
from app.storage.rows import time_text


class Asked(NamedTuple):
    """One side of a promise whose events are wanted: of which manager and search, since which day."""

    expectation: int
    side: str
    manager: int
    search: int | None
    since: date


class Started(NamedTuple):
    """An event that waits for its answer; of some only the day is known."""

    expectation: int
    side: str
    event: str
    at: datetime | date


class Answered(NamedTuple):
    """An event with its answer, and the record that is the evidence."""

    expectation: int
    side: str
    event: str
    at: datetime | date
    done: datetime | date
    evidence: str


class _Start(NamedTuple):
    """Where an event stands: its table, the rows with their search, when it was, whose, and which rows count."""

    table: str
    rows: str
    at: str
    owner: str = "s.manager"
    counts: str = "1"


class _Deed(NamedTuple):
    """When it was done and its evidence; `found` is where, when it is not the row of the event itself."""

    at: str
    evidence: str
    found: str = ""


def waiting(
    conn: sqlite3.Connection, event: Event, deed: Deed | None, asked: Collection[Asked], now: datetime
) -> list[Started]:
    """The events up to now that have no answer and no check-in; those of a closed search rest."""
    start = _STARTS[event]
    open_still = f"{_done(deed)} IS NULL" if deed is not None else "1"
    sql = f"""SELECT j.expectation, j.side, {_name(start)}, {start.at} {_rows(start)} AND {open_still}
              AND {start.at} <= :now AND (s.id IS NULL OR s.stage <> 'closed' OR date({start.at}) > s.closed_on)
              AND NOT EXISTS (SELECT 1 FROM check_in c WHERE c.event = {_name(start)}
                AND c.expectation = j.expectation AND c.side = j.side)
              ORDER BY {start.at}, r.id"""
    with readable():
        rows = conn.execute(sql, {"asked": _json(asked), "now": time_text(now)})
        return [Started(number, side, name, _moment(at)) for number, side, name, at in rows]


def answered(
    conn: sqlite3.Connection, event: Event, deed: Deed, asked: Collection[Asked], names: Collection[str]
) -> list[Answered]:
    """The events that have an answer, where the event or its evidence is one of the `names`, as "meeting:12"."""
    start, found = _STARTS[event], _DEEDS[deed]
    evidence = _value(found.evidence, found.found)
    sql = f"""SELECT j.expectation, j.side, {_name(start)}, {start.at}, {_done(deed)}, {evidence} {_rows(start)}
              AND {_done(deed)} IS NOT NULL AND ({_name(start)} IN (SELECT value FROM json_each(:names))
                OR {evidence} IN (SELECT value FROM json_each(:names)))"""
    with readable():
        rows = conn.execute(sql, {"asked": _json(asked), "names": json.dumps(sorted(names))})
        return [
            Answered(number, side, name, _moment(at), _moment(done), of) for number, side, name, at, done, of in rows
        ]


def managers_of(conn: sqlite3.Connection, names: Iterable[str]) -> set[int]:
    """Whose relationship the records of such names belong to."""
    return {found[0] for found in (_whose(conn, name) for name in names) if found is not None}


def search_of(conn: sqlite3.Connection, name: str) -> int | None:
    """The search that a record of such a name belongs to."""
    found = _whose(conn, name)
    return found[1] if found is not None else None


def _whose(conn: sqlite3.Connection, name: str) -> tuple[int, int | None] | None:
    table, _colon, row = name.partition(":")
    found = conn.execute(OWNERS[table], (int(row),)).fetchone()
    return (found[0], found[1]) if found is not None else None


def _rows(start: _Start) -> str:
    return f"""FROM (SELECT value ->> 0 AS expectation, value ->> 1 AS side, value ->> 2 AS manager,
                value ->> 3 AS search, value ->> 4 AS since FROM json_each(:asked)) j
              CROSS JOIN {start.rows} WHERE {start.owner} = j.manager AND {start.counts}
              AND (j.search IS NULL OR s.id = j.search) AND {start.at} >= date(j.since, '-1 day')"""


def _name(start: _Start) -> str:
    return f"'{start.table}:' || r.id"


def _done(deed: Deed) -> str:
    return _value(_DEEDS[deed].at, _DEEDS[deed].found)


def _value(what: str, found: str) -> str:
    return f"(SELECT {what} {found})" if found else what


def _json(asked: Collection[Asked]) -> str:
    return json.dumps([[*each[:4], each.since.isoformat()] for each in asked])


def _moment(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


_PRESENTED = "search s JOIN presentation r ON r.search = s.id"
_INTERVIEWS = "search s JOIN presentation p ON p.search = s.id JOIN interview r ON r.presentation = p.id"
_OFFERS = "search s JOIN offer r ON r.search = s.id"
_MEETINGS = "meeting r LEFT JOIN search s ON s.id = r.search"
_NONE_LATER = """NOT EXISTS (SELECT 1 FROM presentation q JOIN interview l ON l.presentation = q.id
  WHERE q.search = s.id AND (l.held_at, l.id) > (r.held_at, r.id))"""

_STARTS = {
    Event.CV_PRESENTED: _Start("presentation", _PRESENTED, "r.presented_at"),
    Event.CV_ANSWERED: _Start("presentation", _PRESENTED, "r.answered_at", counts="r.answer IN ('yes', 'no')"),
    Event.CV_YES: _Start("presentation", _PRESENTED, "r.answered_at", counts="r.answer = 'yes'"),
    Event.INTERVIEW_HELD: _Start("interview", _INTERVIEWS, "r.held_at"),
    Event.LAST_INTERVIEW: _Start("interview", _INTERVIEWS, "r.held_at", counts=_NONE_LATER),
    Event.DECISION: _Start("offer", _OFFERS, "r.chosen_on", counts="r.declined_on IS NULL"),
    Event.VERBAL_YES: _Start(
        "offer", _OFFERS, "r.verbal_answer_on", counts="r.verbal_answer = 'yes' AND r.declined_on IS NULL"
    ),
    Event.MEETING_HELD: _Start("meeting", _MEETINGS, "r.ended_at", "r.manager", "r.state = 'held'"),
    Event.INTAKE_HELD: _Start(
        "meeting", _MEETINGS, "r.ended_at", "r.manager", "r.state = 'held' AND r.kind = 'intake'"
    ),
    Event.REQUEST: _Start("search", "search s JOIN search r ON r.id = s.id", "r.opened_on"),
}

_DEEDS = {
    Deed.ANSWER: _Deed("r.answered_at", "'presentation:' || r.id"),
    # Booked when it was written down, or held before that.
    Deed.INTERVIEW: _Deed(
        "min(b.created, b.held_at)", "'interview:' || b.id",
        "FROM interview b WHERE b.presentation = r.id ORDER BY min(b.created, b.held_at), b.id LIMIT 1",
    ),
    Deed.TOLD: _Deed("r.told_at", "'presentation:' || r.id"),
    Deed.FEEDBACK: _Deed("r.answered_at", "'interview:' || r.id"),
    Deed.TERMS: _Deed("r.terms_approved_on", "'offer:' || r.id"),
    Deed.VERBAL_OFFER: _Deed("r.verbal_offer_on", "'offer:' || r.id"),
    Deed.WRITTEN_OFFER: _Deed("r.written_offer_on", "'offer:' || r.id"),
    Deed.CHOICE: _Deed(
        "o.chosen_on", "'offer:' || o.id",
        "FROM offer o WHERE o.search = s.id AND o.chosen_on >= date(r.held_at) ORDER BY o.chosen_on, o.id LIMIT 1",
    ),
    Deed.SUMMARY: _Deed(
        "d.sent_on", "'issued_document:' || d.id",
        "FROM issued_document d WHERE d.meeting = r.id AND d.kind = 'summary' AND d.sent_on IS NOT NULL"
        " ORDER BY d.sent_on, d.id LIMIT 1",
    ),
    Deed.PLAN: _Deed(
        "c.created", "'sourcing_channel:' || c.id",
        "FROM sourcing_channel c WHERE c.search = s.id ORDER BY c.created, c.id LIMIT 1",
    ),
    Deed.THREE_PEOPLE: _Deed(
        "t.presented_at", "'presentation:' || t.id",
        "FROM presentation t WHERE t.search = s.id ORDER BY t.presented_at, t.id LIMIT 1 OFFSET 2",
    ),
    Deed.INTAKE: _Deed(
        "i.ended_at", "'meeting:' || i.id",
        "FROM meeting i WHERE i.manager = s.manager AND (i.search IS NULL OR i.search = s.id) AND i.kind = 'intake'"
        " AND i.state = 'held' AND i.ended_at >= s.opened_on ORDER BY i.ended_at, i.id LIMIT 1",
    ),
}  # fmt: skip

_OF_SEARCH = "SELECT s.manager, s.id FROM search s JOIN {table} r ON r.search = s.id WHERE r.id = ?"
# Whose a record is, and of which search: the tables that start or answer an event.
OWNERS = {
    "meeting": "SELECT manager, search FROM meeting WHERE id = ?",
    "search": "SELECT manager, id FROM search WHERE id = ?",
    "issued_document": "SELECT manager, search FROM issued_document WHERE id = ?",
    "interview": "SELECT s.manager, s.id FROM interview r JOIN presentation p ON p.id = r.presentation"
    " JOIN search s ON s.id = p.search WHERE r.id = ?",
    **{each: _OF_SEARCH.format(table=each) for each in ("presentation", "offer", "sourcing_channel")},
}
