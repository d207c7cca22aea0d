"""What the page of a live meeting shows in its middle and on its agenda, read in one go."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.captured import CapturedLine, understand_captured
from app.domain.dates import clock_time, day_words
from app.domain.managers import HiringManager
from app.domain.meetings import AgendaItem, CapturedItem, CaptureKind, Meeting, MeetingState, due_by_default
from app.domain.text import first_line, rest
from app.services import agenda, questions
from app.services.ending import is_promise
from app.services.office import Office
from app.services.questions import Asking
from app.services.working import working_time
from app.words import _

_NEXT = 2
_SURELY_OVER = timedelta(hours=4)
_MEETING = frozenset({"meeting", "agenda_item", "captured_item"})
_WILL = (CaptureKind.I_WILL, CaptureKind.THEY_WILL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caught:
    """One captured line as its card shows it: what was said, what it becomes, and the second line under it."""

    item: CapturedItem
    statement: str
    detail: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPageFacts:
    """The page, in its parts; `forgotten` is when it may have ended, for a meeting nobody ended."""

    meeting: Meeting
    manager: HiringManager
    search: str
    agenda: tuple[AgendaItem, ...]
    questions: tuple[str, ...]
    asking: Asking
    shared: tuple[Caught, ...]
    private: tuple[Caught, ...]
    forgotten: datetime | None


def meeting_page(office: Office, meeting: int) -> MeetingPageFacts:
    """The facts of one meeting's page; raises `NotFoundError` when it is gone."""
    known = office.meetings.get(meeting)
    manager = office.managers.get(known.manager)
    caught = [_caught(office, manager, item) for item in office.captured_items.of(meeting)]
    asking = questions.asking(office, known)
    return MeetingPageFacts(
        meeting=known,
        manager=manager,
        search=office.searches.get(known.search).title if known.search else "",
        agenda=tuple(office.agenda_items.of(meeting)),
        questions=asking.ahead[1 : 1 + _NEXT] if asking.ahead else agenda.worth_asking(office, known),
        asking=asking,
        shared=tuple(each for each in caught if each.item.kind is not CaptureKind.PRIVATE),
        private=tuple(each for each in caught if each.item.kind is CaptureKind.PRIVATE),
        forgotten=_forgotten(office, known, [each.item for each in caught]),
    )


def is_within(tables: Collection[str]) -> bool:
    """Whether a change of these tables is one of the meeting alone, and not of what is known beside it."""
    return _MEETING.issuperset(tables)


def reread(office: Office, before: MeetingPageFacts, tables: Collection[str]) -> MeetingPageFacts:
    """The page after something in these tables changed: a captured line costs no look at every promise.

    Raises `NotFoundError` when the meeting is gone.
    """
    if not is_within(tables):
        return meeting_page(office, before.meeting.id)
    known = office.meetings.get(before.meeting.id)
    shown = {each.item: each for each in (*before.shared, *before.private)}
    items = office.captured_items.of(known.id)
    caught = [shown.get(item) or _caught(office, before.manager, item) for item in items]
    return replace(
        before,
        meeting=known,
        agenda=tuple(office.agenda_items.of(known.id)),
        shared=tuple(each for each in caught if each.item.kind is not CaptureKind.PRIVATE),
        private=tuple(each for each in caught if each.item.kind is CaptureKind.PRIVATE),
        forgotten=_forgotten(office, known, [each.item for each in caught]),
    )


def _caught(office: Office, manager: HiringManager, item: CapturedItem) -> Caught:
    said, detail = first_line(item.text), rest(item.text)
    if item.kind in _WILL:
        line = understand_captured(item.text, now=item.at, zone=office.zone)
        return Caught(item=item, statement=_will(manager, item.kind, line.statement), detail=detail,
                      caption=_becomes(office, manager, item, line))  # fmt: skip
    at = clock_time(item.at, office.zone)
    captions = {CaptureKind.DECISION: _("Decision · {time}"), CaptureKind.NOTE: _("Note · {time}")}
    caption = captions.get(item.kind, _("Private · {time}")).format(time=at)
    return Caught(item=item, statement=said, detail=detail, caption=caption)


def _will(manager: HiringManager, kind: CaptureKind, statement: str) -> str:
    """A line that goes on from its button reads as one sentence; one that begins a sentence stays as it is."""
    if not statement[:1].islower():
        return statement
    if kind is CaptureKind.I_WILL:
        return _("I will {what}").format(what=statement)
    return _("{name} will {what}").format(name=manager.first_name, what=statement)


def _becomes(office: Office, manager: HiringManager, item: CapturedItem, line: CapturedLine) -> str:
    """By when, and whether it will be a follow-up or a promise."""
    held_on = item.at.astimezone(office.zone).date()
    promise = is_promise(item, line.repetition, held_on)
    if promise and line.repetition:
        return _("{rhythm} · promise").format(rhythm=line.repetition)
    due = line.due or due_by_default(held_on, working_time(manager).next_working_day(held_on))
    day = _("today") if due == office.today() else day_words(due, office.today())
    when = _("{day} {time}").format(day=day, time=f"{line.due_time:%H:%M}") if line.due_time else day
    return _("by {when} · promise").format(when=when) if promise else _("by {when} · follow-up").format(when=when)


def _forgotten(office: Office, meeting: Meeting, caught: list[CapturedItem]) -> datetime | None:
    """When a meeting may have ended that runs for longer than any does: asked, never taken for granted."""
    if meeting.state is not MeetingState.RUNNING or meeting.started_at is None:
        return None
    signs = [meeting.started_at, *(item.at for item in caught)]
    if office.now() - max(signs) < _SURELY_OVER:
        return None
    return max(meeting.started_at + timedelta(minutes=meeting.minutes), *signs)
