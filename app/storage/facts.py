"""The dated facts of the last weeks, for one manager or for all of them in a handful of queries.

The sidebar shows a health word for everybody; asking each relationship for everything it ever held would cost
seconds in an office of thirty years.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.storage.failures import readable
from app.storage.rows import time_text


@dataclass(slots=True)
class RecentFacts:
    """What happened lately with one manager, as it is counted: `outcomes` of check-ins by side and outcome.

    `slipped` are the check-ins of theirs that were late or missed: id and when.
    """

    outcomes: dict[tuple[str, str], int] = field(default_factory=dict)
    slipped: list[tuple[int, datetime]] = field(default_factory=list)
    talks: int = 0
    all_talks: int = 0
    answers: list[tuple[datetime, datetime]] = field(default_factory=list)
    feedback_clock: str | None = None
    satisfaction: tuple[int, date] | None = None


def recent(
    conn: sqlite3.Connection,
    *,
    since: datetime,
    talks_since: datetime,
    until: datetime | None = None,
    managers: Collection[int] | None = None,
    evidence: bool = True,
) -> defaultdict[int, RecentFacts]:
    """The facts since a moment, by manager: of everybody, or only of some `managers`; up to now, or up to `until`.

    Without `evidence` what slipped is counted, but not listed: a glyph in a list needs no more.
    """
    found: defaultdict[int, RecentFacts] = defaultdict(RecentFacts)
    values = {
        "since": time_text(since), "talks": time_text(talks_since), "day": since.date().isoformat(),
        "until": _NEVER if until is None else time_text(until),
        "managers": None if managers is None else json.dumps(list(managers)),
    }  # fmt: skip
    with readable():
        _read(conn, found, values)
        for owner, row, on in _rows(conn, _SLIPPED, "e.manager", values) if evidence else ():
            found[owner].slipped.append((row, datetime.fromisoformat(on)))
    return found


def _read(conn: sqlite3.Connection, found: defaultdict[int, RecentFacts], values: dict[str, Any]) -> None:
    for owner, side, outcome, count in _rows(conn, _OUTCOMES, "e.manager", values):
        found[owner].outcomes[side, outcome] = count
    for owner, counting, everything in _rows(conn, _TALKS, "m.id", values):
        found[owner].talks, found[owner].all_talks = counting, everything
    for owner, asked, answered in _rows(conn, _ANSWERS, "s.manager", values):
        found[owner].answers.append((datetime.fromisoformat(asked), datetime.fromisoformat(answered)))
    for owner, clock in _rows(conn, _FEEDBACK, "e.manager", values):
        found[owner].feedback_clock = clock
    for owner, score, on in _rows(conn, _SATISFACTION, "t.manager", values):
        found[owner].satisfaction = (score, date.fromisoformat(on))


def _rows(conn: sqlite3.Connection, sql: str, owner: str, values: dict[str, Any]) -> list[sqlite3.Row]:
    only = "" if values["managers"] is None else f"AND {owner} IN (SELECT value FROM json_each(:managers))"
    return conn.execute(sql.format(only=only), values).fetchall()


_NEVER = "9999"  # later than every time and date, as text
_OUTCOMES = """
SELECT e.manager, c.side, c.outcome, count(*) FROM check_in c JOIN expectation e ON e.id = c.expectation
WHERE c."on" >= :since AND c."on" < :until {only} GROUP BY e.manager, c.side, c.outcome
"""
_SLIPPED = """
SELECT e.manager, c.id, c."on" FROM check_in c JOIN expectation e ON e.id = c.expectation
WHERE c."on" >= :since AND c."on" < :until AND c.side = 'theirs' AND c.outcome IN ('late', 'missed') {only}
ORDER BY c."on", c.id
"""
_TALKS = """
SELECT m.id,
  (SELECT count(*) FROM talk t WHERE t.manager = m.id AND t.at >= :talks AND t.at < :until AND t.channel <> 'other'),
  (SELECT count(*) FROM talk t WHERE t.manager = m.id AND t.at >= :talks AND t.at < :until)
FROM manager m WHERE 1 {only}
"""
_ANSWERS = """
SELECT s.manager, p.presented_at, p.answered_at FROM presentation p JOIN search s ON s.id = p.search
WHERE p.presented_at >= :since AND p.answered_at < :until {only} ORDER BY p.presented_at
"""
_FEEDBACK = """
SELECT e.manager, w.clock FROM expectation e CROSS JOIN wording w ON w.expectation = e.id
WHERE e.closed_on IS NULL AND e.side <> 'mine' AND w.agreed_on IS NOT NULL AND w.clock LIKE '%"cv_presented"%' {only}
ORDER BY w.id
"""
_SATISFACTION = """
SELECT t.manager, t.score, t.asked_on FROM satisfaction t
WHERE t.asked_on >= :day AND t.asked_on < :until {only} ORDER BY t.asked_on, t.id
"""
