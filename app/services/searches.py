"""Searches in short: open, edit, move through the stages, close; people presented and market facts shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.domain import clocks
from app.domain.clocks import Outcome
from app.domain.errors import InputError
from app.domain.expectations import CheckIn, CheckInId, Side
from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.searches import (
    Answer,
    MarketFact,
    MarketFactId,
    Presentation,
    PresentationId,
    Search,
    SearchId,
    Stage,
    StageChange,
)
from app.services.changes import Change
from app.services.dues import open_dues_of, promises_of
from app.services.office import Office
from app.words import _


def open_search(office: Office, manager: ManagerId, *, title: str, **details: Any) -> Change:
    """Open a search for a manager."""
    office.managers.get(manager)
    details.setdefault("opened_on", office.today())
    search = _checked(Search(id=SearchId(0), manager=manager, title=title, **details))
    label = _("Search opened: {title}").format(title=search.title)
    with office.write(label):
        search_id = SearchId(office.searches.insert(search))
        _enter(office, search_id, search.stage, search.opened_on)
    return office.change(label, "search", search_id)


def edit(office: Office, search: SearchId, **changes: Any) -> Change:
    """Change what is known about a search; its stage is moved, not edited."""
    if "stage" in changes:
        raise InputError("stage", _("Move the search to another stage instead of editing it."))
    edited = _checked(replace(office.searches.get(search), **changes))
    return _save(office, edited, _("Search edited: {title}").format(title=edited.title))


def move(office: Office, search: SearchId, *, stage: Stage, on: date | None = None) -> Change:
    """Move a search to a stage; closing is an act of its own."""
    if stage is Stage.CLOSED:
        return close(office, search)
    known = office.searches.get(search)
    label = _("{title}: stage changed").format(title=known.title)
    with office.write(label):
        office.searches.update(replace(known, stage=stage, closed_on=None))
        _enter(office, search, stage, on or office.today())
    return office.change(label, "search", search)


def close(office: Office, search: SearchId, *, outcome: str = "") -> Change:
    """Close a search: its promises close, their open check-ins are waived with that remark."""
    known = office.searches.get(search)
    today = office.today()
    label = _("Search closed: {title}").format(title=known.title)
    with office.write(label):
        closed = replace(known, stage=Stage.CLOSED, closed_on=today, outcome=outcome or None)
        office.searches.update(checked(closed, "title"))
        _enter(office, search, Stage.CLOSED, today)
        _close_promises(office, known)
    return office.change(label, "search", search)


def delete(office: Office, search: SearchId) -> Change:
    """Remove a search; talks and promises stay, without the link."""
    known = office.searches.get(search)
    label = _("Search deleted: {title}").format(title=known.title)
    with office.write(label):
        office.searches.delete(search)
    return office.change(label, "search", search)


def present(office: Office, search: SearchId, *, candidate: str, at: datetime | None = None) -> Change:
    """Note that a person was presented; the feedback clock starts."""
    office.searches.get(search)
    presentation = Presentation(
        id=PresentationId(0), search=search, candidate=candidate, presented_at=at or office.now()
    )
    presentation = checked(presentation, "candidate")
    label = _("{candidate} presented").format(candidate=presentation.candidate)
    with office.write(label):
        presentation_id = office.presentations.insert(presentation)
    return office.change(label, "presentation", presentation_id)


def answer(
    office: Office, presentation: PresentationId, *, answer: Answer, reason: str = "", at: datetime | None = None
) -> Change:
    """Log the manager's answer; a no needs its reason."""
    if answer is Answer.NO and not reason.strip():
        raise InputError("reason", _("A no needs its reason: what would have made it a yes?"))
    known = office.presentations.get(presentation)
    answered_at = at or office.now()
    if answered_at < known.presented_at:
        raise InputError("at", _("The answer cannot come before the person was presented."))
    answered = replace(known, answer=answer, answered_at=answered_at, reason=reason or None)
    label = _("Answer on {candidate}").format(candidate=known.candidate)
    with office.write(label):
        close_event(office, office.searches.get(known.search).manager, f"presentation:{presentation}", answered_at)
        office.presentations.update(checked(answered))
    return office.change(label, "presentation", presentation)


def close_event(office: Office, manager: ManagerId, event: str, at: datetime) -> None:
    """Make the check-ins that waited for an event that is still open, each with the outcome of its clock."""
    for promise in promises_of(office, manager):
        for due in open_dues_of(office, promise.expectation):
            if due.event == event and due.side is Side.THEIRS:
                office.check_ins.insert(
                    CheckIn(
                        id=CheckInId(0), expectation=promise.expectation.id, side=due.side, due=due.due, on=at,
                        outcome=clocks.outcome(due.due, due.late_until, at), event=event, evidence=event,
                    )
                )  # fmt: skip


def add_market_fact(
    office: Office, search: SearchId, *, text: str, source: str, on: date | None = None, shown_on: date | None = None
) -> Change:
    """Keep a market fact with its source; `shown_on` is the day the manager saw it."""
    office.searches.get(search)
    fact = MarketFact(
        id=MarketFactId(0), search=search, text=text, source=source, on_day=on or office.today(), shown_on=shown_on
    )
    label = _("Market fact added")
    with office.write(label):
        fact_id = office.market_facts.insert(checked(fact, "text", "source"))
    return office.change(label, "market_fact", fact_id)


def show_market_fact(office: Office, market_fact: MarketFactId, *, on: date | None = None) -> Change:
    """Note the day the manager was shown a fact."""
    fact = office.market_facts.get(market_fact)
    label = _("Market fact shown")
    with office.write(label):
        office.market_facts.update(replace(fact, shown_on=on or office.today()))
    return office.change(label, "market_fact", market_fact)


def _save(office: Office, search: Search, label: str) -> Change:
    with office.write(label):
        office.searches.update(search)
    return office.change(label, "search", search.id)


def _enter(office: Office, search: SearchId, stage: Stage, on: date) -> None:
    office.stage_changes.insert(StageChange(id=0, search=search, stage=stage, on_day=on))


def _close_promises(office: Office, search: Search) -> None:
    remark = _("The search was closed.")
    for promise in office.expectations.of(search.manager):
        if promise.search != search.id or promise.closed_on is not None:
            continue
        for due in open_dues_of(office, promise):
            office.check_ins.insert(
                CheckIn(
                    id=CheckInId(0), expectation=promise.id, side=Side(due.side), due=due.due, on=office.now(),
                    outcome=Outcome.WAIVED, event=due.event, remark=remark,
                )
            )  # fmt: skip
        office.expectations.update(replace(promise, closed_on=office.today()))


def _checked(search: Search) -> Search:
    """Raise `InputError` for the first field that cannot be taken."""
    search = checked(search, "title")
    if not 1 <= search.headcount <= 1000:
        raise InputError("headcount", _("The headcount is between 1 and 1,000."))
    if search.salary_min is not None and search.salary_min < 0:
        raise InputError("salary_min", _("The band cannot begin below zero."))
    if search.salary_max is not None and search.salary_max < (search.salary_min or 0):
        raise InputError("salary_max", _("The band ends below where it begins."))
    if search.currency is not None and not (len(search.currency) == 3 and search.currency.isalpha()):
        raise InputError("currency", _("The currency is three letters, such as GBP."))
    return search
