"""What an agreement sheet says, gathered from shareable rows only.

The open promises of a relationship stand on it: those that were agreed by the last wording agreed, those that were only
proposed apart and only where they are asked for, "to discuss". What stands below them is a template of the office.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from app.domain.agreement import AgreementSheet, Clause, Promised
from app.domain.clock_words import clock_words
from app.domain.clocks import Standing, clock_from_text
from app.domain.dates import day_words
from app.domain.expectations import ExpectationId, Side
from app.domain.managers import ManagerId
from app.domain.summary import Fact
from app.services import preferences
from app.services.office import Office
from app.services.templates import points_for
from app.storage import shareable
from app.storage.rows import time_text
from app.words import _

Row = Mapping[str, Any]
_QUARTER = timedelta(weeks=13)  # on the same weekday


def sheet_of(office: Office, manager: int) -> AgreementSheet:
    """Everything that stands between you and a manager, with what is only proposed; raises `NotFoundError`."""
    office.managers.get(ManagerId(manager))
    row = shareable.rows(office.conn, "shareable_manager", "id = ?", (manager,))[0]
    settings, today = office.settings, office.today()
    promises = shareable.rows(office.conn, "shareable_expectation", _OPEN, (manager,))
    wordings = [(each, _current(office, each["id"])) for each in promises]
    searches = _searches(office, {each["search"] for each in promises})
    said = [(_promised(each, wording, searches, today), wording) for each, wording in wordings]
    return AgreementSheet(
        title=_("How we work together"), facts=_facts(office, row, [wording for _each, wording in said]),
        own=settings.name, theirs=row["name"],
        agreed=tuple(each for each, wording in said if wording["agreed_on"]),
        to_discuss=tuple(each for each, wording in said if not wording["agreed_on"]),
        clauses=_clauses(office, row), firm=settings.firm, logo=preferences.logo(office), author=settings.name,
        language=settings.language,
    )  # fmt: skip


def chosen(
    sheet: AgreementSheet, *, discuss: Collection[ExpectationId] = (), without: Collection[int] = ()
) -> AgreementSheet:
    """The sheet with what is to be discussed, and without the clauses at these places."""
    return replace(
        sheet, to_discuss=tuple(each for each in sheet.to_discuss if each.id in discuss),
        clauses=tuple(each for at, each in enumerate(sheet.clauses) if at not in without),
    )  # fmt: skip


def _current(office: Office, expectation: int) -> Row:
    """The wording that counts: the last one agreed, else the last one proposed."""
    rows = shareable.rows(office.conn, "shareable_wording", _NEWEST, (expectation,))
    return rows[0]


def _promised(promise: Row, wording: Row, searches: Mapping[int, str], today: date) -> Promised:
    clock = clock_from_text(wording["clock"]) if wording["clock"] else None
    always = isinstance(clock, Standing) and not clock.until  # how often you look at it is your own affair
    when = _("always") if always else clock_words(clock, today) if clock else ""
    statement, measure = wording["statement"], wording["measure"] or ""
    return Promised(
        id=promise["id"], side=Side(promise["side"]), statement=statement, when=when,
        measure="" if measure == statement else measure, search=searches.get(promise["search"], ""),
    )  # fmt: skip


def _searches(office: Office, wanted: set[int | None]) -> dict[int, str]:
    """The titles of the searches that promises are about, while there is more than one thing they can be about."""
    if len(wanted) < 2:
        return {}
    rows = [shareable.rows(office.conn, "shareable_search", "id = ?", (each,)) for each in wanted if each is not None]
    return {found[0]["id"]: found[0]["title"] for found in rows if found}


def _facts(office: Office, manager: Row, wordings: list[Row]) -> tuple[Fact, ...]:
    today, settings = office.today(), office.settings
    agreed = [date.fromisoformat(each["agreed_on"]) for each in wordings if each["agreed_on"]]
    last = max(agreed, default=None)
    facts = [
        (_("Between"), ", ".join(words for words in (manager["name"], manager["company"]) if words)),
        (_("and"), ", ".join(words for words in (settings.name, settings.firm) if words)),
        (_("Agreed on"), day_words(last, date.min) if last else ""),
        (_("We look back on"), day_words(_look_back(office, manager, last), date.min) if last else ""),
        (_("Proposed on"), "" if last else day_words(today, date.min)),
    ]
    return tuple(Fact(label=label, value=value) for label, value in facts if value)


def _look_back(office: Office, manager: Row, agreed_on: date) -> date:
    """The day planned for it, else the next quarter of a year counted from what was agreed last."""
    today = office.today()
    coming = (manager["id"], time_text(office.now()))
    planned = shareable.rows(office.conn, "shareable_meeting", _LOOK_BACK, coming)
    if planned:
        return datetime.fromisoformat(planned[0]["planned_at"]).astimezone(office.zone).date()
    passed = max((today - agreed_on) // _QUARTER, 0)
    return agreed_on + _QUARTER * (passed + 1)


def _clauses(office: Office, manager: Row) -> tuple[Clause, ...]:
    names = {"manager": manager["called"] or manager["name"], "recruiter": office.settings.name or _("The recruiter")}
    clauses = []
    for point in points_for(office, "clauses"):
        heading, _colon, words = point["text"].partition(":")
        heading, words = (_NAMES.sub(lambda found: names[found[1]], each).strip() for each in (heading, words))
        clauses.append(Clause(heading=heading, words=words))
    return tuple(clauses)


_NAMES = re.compile(r"\{(manager|recruiter)\}")
_OPEN = "manager = ? AND closed_on IS NULL ORDER BY position, id"
_NEWEST = "expectation = ? ORDER BY agreed_on IS NULL, id DESC LIMIT 1"
_LOOK_BACK = "manager = ? AND state = 'planned' AND kind = 'look_back' AND planned_at > ? ORDER BY planned_at LIMIT 1"
