"""A whole search, from the request to the thank-you after it: what is done, when, and in which words.

One table for two drivers: the command line and the window. Each deed is named as in the registry of use cases; the
drivers must leave the same records, which `records` reads so that they can be laid beside each other.
"""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from app.storage.history import TRACKED

YEAR = "2026-"
MANAGER, SEARCH = "Amara Okonkwo", "Staff SRE"
BELL, IVERSEN, HADDAD = "Bell, Ottilie", "Iversen, Jon", "Haddad, Rami"
WHY, BREAKS = "Why is the role open?", "What breaks without it?"
BUDGET = "Is the budget approved, and by whom?"
ON_CALL, INCIDENTS = "On-call through a whole quarter", "Incident command"
NOTES, BETTER_INCIDENTS = "Never wrote anything down", "Incident command across time zones"
FOUR_DAYS, ASK, NETWORK = "Four days a week", "Median ask 94k, accepted 91k", "Own network"
PROPOSAL = "Two fixed interview slots a week"
REFUSED = "The written offer opens after the verbal yes."


class Deed(NamedTuple):
    """One deed at its moment, where the recruiter sits; `refused` is the sentence that says why it cannot be."""

    at: str
    name: str
    values: dict[str, str]
    refused: str = ""


def _on(day: str, *deeds: tuple[str, str, dict[str, str]]) -> tuple[Deed, ...]:
    return tuple(Deed(f"{YEAR}{day}T{time}", name, values) for time, name, values in deeds)


# What the records of a deed are called; the driver of the command line asks the store for their numbers.
NAMED = {
    "search": "SELECT id FROM search WHERE title = ?",
    "meeting": "SELECT id FROM meeting WHERE kind = ?",
    "requirement": "SELECT id FROM requirement WHERE text = ?",
    "alternative": "SELECT id FROM alternative WHERE text = ?",
    "sourcing_channel": "SELECT id FROM sourcing_channel WHERE channel = ?",
    "presentation": "SELECT id FROM presentation WHERE candidate = ?",
    "interview": "SELECT i.id FROM interview i JOIN presentation p ON p.id = i.presentation WHERE p.candidate = ?",
    "proposal": "SELECT id FROM proposal WHERE text = ?",
    "offer": "SELECT id FROM offer WHERE candidate = ?",
    "document": "SELECT id FROM issued_document WHERE kind = ?",
}

REQUEST = _on(
    "11-02",
    ("09:00", "manager.add", {"name": MANAGER, "company": "Halden Robotics", "title": "VP Engineering",
                              "cadence_days": "7"}),
    ("09:02", "manager.edit", {"manager": MANAGER, "called": "Amara", "email": "amara.okonkwo@halden.example",
                               "country": "GB", "rapport": "Rows before work"}),
    ("09:05", "search.open", {"manager": MANAGER, "title": SEARCH, "location": "London",
                              "reason_open": "One of two leads the platform team now"}),
    ("09:10", "agreement.agree", {"manager": MANAGER}),
    ("09:20", "meeting.plan", {"manager": MANAGER, "kind": "intake", "search": SEARCH, "at": "2026-11-03T10:00",
                               "minutes": "30", "place": "Room 4"}),
    ("09:25", "invite", {"meeting": "intake"}),
    ("09:26", "meeting.invited", {"meeting": "intake"}),
)  # fmt: skip

INTAKE = _on(
    "11-03",
    ("10:00", "meeting.start", {"meeting": "intake"}),
    ("10:02", "question.ask", {"meeting": "intake", "text": WHY, "answer": "The other one moved on"}),
    ("10:05", "question.ask", {"meeting": "intake", "text": BREAKS, "answer": ON_CALL, "keep_as": "must"}),
    ("10:06", "question.skip", {"meeting": "intake", "text": BUDGET}),
    ("10:10", "capture.add", {"meeting": "intake", "kind": "decision", "text": "Two people meet every finalist"}),
    ("10:12", "capture.add", {"meeting": "intake", "kind": "i_will", "text": "send the market map by Thursday"}),
    ("10:14", "capture.add", {"meeting": "intake", "kind": "they_will", "text": "share the pager load every Friday"}),
    ("10:16", "capture.add", {"meeting": "intake", "kind": "note", "text": "The panel meets on Mondays"}),
    ("10:18", "capture.add", {"meeting": "intake", "kind": "private", "text": "They may leave in spring"}),
    ("10:30", "meeting.end", {"meeting": "intake"}),
    ("10:40", "summary", {"meeting": "intake"}),
    ("10:45", "document.sent", {"document": "summary", "to": "amara.okonkwo@halden.example", "how": "email"}),
)

ROLE = _on(
    "11-03",
    ("11:00", "requirement.add", {"search": SEARCH, "kind": "must", "text": INCIDENTS,
                                  "probe": "Which one did you lead last?"}),
    ("11:01", "requirement.add", {"search": SEARCH, "kind": "nice", "text": "Rust"}),
    ("11:02", "requirement.add", {"search": SEARCH, "kind": "deal_maker", "text": "Leads without being asked"}),
    ("11:03", "requirement.add", {"search": SEARCH, "kind": "deal_breaker", "text": "Wants no pager any more"}),
    ("11:04", "requirement.edit", {"requirement": ON_CALL, "probe": "How was your worst week?"}),
    ("11:10", "predecessor.edit", {"search": SEARCH, "went_wrong": NOTES}),
    ("11:11", "predecessor.edit", {"search": SEARCH, "why_left": "Wanted a team to lead"}),
    ("11:12", "predecessor.to-requirement", {"search": SEARCH, "answer": "went_wrong"}),
    ("11:13", "predecessor.to-probe", {"search": SEARCH, "answer": "why_left", "requirement": NOTES}),
    ("11:15", "requirement.agree", {"search": SEARCH}),
    ("11:20", "alternative.add", {"search": SEARCH, "text": FOUR_DAYS, "effect": "Twice as many people"}),
    ("11:21", "alternative.answer", {"alternative": FOUR_DAYS, "answer": "yes"}),
    ("11:25", "market.add", {"search": SEARCH, "text": ASK, "source": "Own outreach, October"}),
    ("11:26", "market.show-all", {"search": SEARCH}),
    ("11:30", "process.begin", {"search": SEARCH}),
    ("11:35", "sourcing.add", {"search": SEARCH, "channel": NETWORK, "plan": "Write to all of them", "who": "Robin",
                               "volume": "40 people", "started_on": "2026-11-03"}),
    ("11:40", "search.move", {"search": SEARCH, "stage": "sourcing"}),
)  # fmt: skip

PEOPLE = (
    *_on(
        "11-05",
        ("10:00", "candidate.present", {"search": SEARCH, "candidate": BELL}),
        ("10:05", "candidate.present", {"search": SEARCH, "candidate": IVERSEN}),
        ("10:10", "candidate.present", {"search": SEARCH, "candidate": HADDAD}),
        ("10:20", "sourcing.edit", {"sourcing_channel": NETWORK, "result": "12 replies, 3 presented"}),
    ),
    *_on(
        "11-06",
        ("09:30", "candidate.answer", {"presentation": HADDAD, "answer": "no", "reason": "Has never been on call",
                                       "requirement": ON_CALL}),
        ("09:40", "candidate.answer", {"presentation": BELL, "answer": "yes"}),
        ("09:42", "interview.book", {"presentation": BELL, "at": "2026-11-10T11:00"}),
        ("09:45", "candidate.answer", {"presentation": IVERSEN, "answer": "question", "reason": "Would they move?"}),
        ("10:00", "candidate.told", {"presentation": HADDAD}),
    ),
    *_on(
        "11-09",
        ("15:00", "candidate.answer", {"presentation": IVERSEN, "answer": "yes", "reason": "They would"}),
        ("15:10", "candidate.told", {"presentation": IVERSEN}),
        ("15:11", "candidate.not-told", {"presentation": IVERSEN}),
    ),
    *_on(
        "11-10",
        ("10:00", "search.move", {"search": SEARCH, "stage": "interviews"}),
    ),
    *_on(
        "11-11",
        ("10:00", "interview.answer", {"interview": BELL, "words": "Calm under questions"}),
        ("10:10", "candidate.told", {"presentation": BELL}),
        ("10:11", "candidate.told", {"presentation": BELL, "at": "2026-11-11T09:00"}),
    ),
    *_on("11-12", ("09:00", "requirement.change", {"requirement": INCIDENTS, "text": BETTER_INCIDENTS,
                                                   "asked_by": "them", "days_lost": "3"})),
)  # fmt: skip

CALIBRATION = (
    *_on("11-12", ("09:10", "meeting.plan", {"manager": MANAGER, "kind": "calibration", "search": SEARCH,
                                             "at": "2026-11-13T14:00"})),
    *_on(
        "11-13",
        ("14:00", "meeting.start", {"meeting": "calibration"}),
        ("14:05", "satisfaction.record", {
            "manager": MANAGER, "score": "3", "parts": "Speed=2", "words": "I hear back too late",
            "cause": "Two searches at once", "proposal": PROPOSAL, "meeting": "calibration", "search": SEARCH}),
        ("14:08", "proposal.answer", {"proposal": PROPOSAL, "answer": "approved"}),
        ("14:15", "meeting.end", {"meeting": "calibration"}),
    ),
)  # fmt: skip

CLOSING = (
    *_on(
        "11-16",
        ("10:00", "offer.choose", {"presentation": BELL}),
        ("10:05", "offer.salary-talk", {"search": SEARCH}),
    ),
    *_on("11-17", ("10:00", "offer.terms", {"offer": BELL})),
    Deed("2026-11-17T10:10", "offer.written", {"offer": BELL}, REFUSED),
    *_on("11-17", ("11:00", "offer.verbal", {"offer": BELL})),
    *_on(
        "11-18",
        ("10:00", "offer.answer", {"offer": BELL, "answer": "yes"}),
        ("11:00", "offer.written", {"offer": BELL, "expires_on": "2026-11-25"}),
    ),
    *_on(
        "11-19",
        ("10:00", "offer.sign", {"offer": BELL, "start_on": "2026-12-07"}),
        ("10:05", "celebration.plan", {"offer": BELL, "form": "lunch", "at": "2026-11-27T12:30",
                                       "place": "The canal bank"}),
        ("10:10", "celebration.thanked", {"offer": BELL}),
        ("10:20", "search.close", {"search": SEARCH, "outcome": "Filled"}),
    ),
)  # fmt: skip

AFTERWARDS = (
    *_on(
        "11-20",
        ("09:00", "proposal.check", {"proposal": PROPOSAL, "better": "yes", "result": "Heard back in a day"}),
        ("09:10", "talk.log", {"manager": MANAGER, "line": "call 10m: all is well"}),
    ),
    *_on(
        "12-07",
        ("09:00", "anniversary.done", {"offer": BELL, "milestone": "start"}),
        ("09:10", "brief", {"manager": MANAGER}),
    ),
)

WHOLE_SEARCH = (*REQUEST, *INTAKE, *ROLE, *PEOPLE, *CALIBRATION, *CLOSING, *AFTERWARDS)

# What every row has of its own, and what is made from the rest of it.
_LEFT_OUT = {"id", "created", "changed", "uid", "folded"}
_MOMENT = len("2026-11-24T09:10")


def records(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """Every row of every tracked table, without what is its own alone, in an order that does not ask for numbers."""
    found = {table: _rows(conn, table) for table in TRACKED}
    return {table: sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in found[table])
            for table in TRACKED}  # fmt: skip


def _rows(conn: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    cursor = conn.execute(f"SELECT * FROM {table}")
    names = [each[0] for each in cursor.description]
    points_at = {row[3]: row[2] for row in conn.execute(f"PRAGMA foreign_key_list({table})")}
    return [
        {name: _value(conn, points_at.get(name, ""), value) for name, value in zip(names, row, strict=True)
         if name not in _LEFT_OUT}
        for row in cursor
    ]  # fmt: skip


def _value(conn: sqlite3.Connection, table: str, value: object) -> object:
    """A value; a moment to the minute; what points at a row says which of its table that is, from the first on."""
    if table and value is not None:
        return _place(conn, table, int(str(value)))
    if not isinstance(value, str):
        return value
    named, colon, number = value.partition(":")
    if colon and named in TRACKED and number.isdecimal():
        return _place(conn, named, int(number))
    return value[:_MOMENT] if value[4:5] == "-" and value[10:11] == "T" else value


def _place(conn: sqlite3.Connection, table: str, row: int) -> str:
    before = conn.execute(f"SELECT count(*) FROM {table} WHERE id <= ?", (row,)).fetchone()[0]
    return f"{table} {before}"
