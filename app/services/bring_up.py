"""What to bring up next time: answers that are waited for, promises that are late or not agreed, gaps of the intake.

All of it is computed, so a point goes away by itself once it is settled. A meeting that is planned takes it along; one
press puts what came later into the agenda of the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from app.domain.agenda import understand_point
from app.domain.clocks import Standing
from app.domain.dates import day_words
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import Meeting, MeetingKind
from app.domain.satisfaction import Approval
from app.domain.searches import Presentation, Search, SearchId
from app.domain.text import LINE, first_line
from app.services import agenda, review
from app.services.changes import Change
from app.services.dues import OpenDue, Promise, dues, open_promises_of
from app.services.gaps import intake_gaps
from app.services.office import Office
from app.words import _, plural, plural_in_words

_MOST_NAMED = 3
_LOOKED_AT_AFTER = timedelta(days=14)  # a change needs time to be felt
_EVENT_OF_A_CV = "presentation:"
# By the index of what is open: a manager may have thousands that are done.
_LATE_OF_THEIRS = "+t.manager = ? AND t.owner = 'them' AND t.done_at IS NULL AND t.due < ?"


class Waiting(NamedTuple):
    """An open promise with what is due of it."""

    promise: Promise
    dues: list[OpenDue]


class Point(NamedTuple):
    """One thing to bring up; `record` is what it is about, if that can be opened, and `is_planned` in the agenda."""

    text: str
    record: tuple[str, int] | None = None
    is_planned: bool = False


def waiting_of(office: Office, manager: HiringManager) -> list[Waiting]:
    """Every open promise of a relationship with its open dues, in their order."""
    return [Waiting(each, dues(office, each, manager)) for each in open_promises_of(office, manager.id)]


def points(
    office: Office, manager: HiringManager, waiting: Sequence[Waiting], searches: Sequence[Search],
    meeting: Meeting | None, *, about: SearchId | None = None,
) -> tuple[Point, ...]:  # fmt: skip
    """All there is to bring up; `meeting` is the next one, whose agenda may hold some of it already.

    A meeting about a search, such as the next one or one to be planned `about` it, shows the gaps of that search beside
    itself, so they are no points.
    """
    taken = set() if meeting is None else {item.text for item in office.agenda_items.of(meeting.id)}
    shown_beside = {about, meeting and meeting.search}
    found = (
        *_people(office, manager, searches), *_late(office, waiting), *_follow_ups(office, manager),
        *_proposals(waiting), *_after_low_scores(office, manager), *_stalled(office, manager, searches),
        *_gaps(office, [each for each in searches if each.id not in shown_beside]),
    )  # fmt: skip
    return tuple(
        each._replace(is_planned=not taken.isdisjoint((each.text, understand_point(each.text)[0]))) for each in found
    )


def first_lines(
    office: Office, manager: HiringManager, kind: MeetingKind, minutes: int | None = None,
    search: SearchId | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """The agenda a new meeting is offered: what belongs to its kind, then what there is to bring up.

    What is in the agenda of the next meeting already is brought up there.
    """
    meeting = office.meetings.next_of(manager.id, office.now())
    searches = office.searches.open_of(manager.id)
    found = points(office, manager, waiting_of(office, manager), searches, meeting, about=search)
    brought = (each.text for each in found if not each.is_planned)
    return (*agenda.template_lines(office, kind, manager.id, minutes), *brought)


def bring_up(office: Office, manager: ManagerId) -> Change:
    """Put everything there is to bring up, and not there yet, into the agenda of the next planned meeting.

    Raises `InputError` when no meeting is planned, or nothing is left to add.
    """
    known = office.managers.get(manager)
    meeting = office.meetings.next_of(manager, office.now())
    if meeting is None:
        raise InputError("manager", _("No meeting is planned. Plan the next one first."))
    found = points(office, known, waiting_of(office, known), office.searches.open_of(manager), meeting)
    added = [each.text for each in found if not each.is_planned]
    if not added:
        raise InputError("manager", _("Everything to bring up is in the agenda already."))
    label = plural("{count} point added to the agenda", "{count} points added to the agenda", len(added))
    with office.write(label):
        for text in added:
            agenda.add(office, meeting.id, text=text)
    return office.change(label, "meeting", meeting.id)


def _people(office: Office, manager: HiringManager, searches: Iterable[Search]) -> Iterator[Point]:
    """Those presented for an open search of whom nothing was heard, and those there is a question about."""
    opened = {each.id for each in searches}
    waiting = [each for each in office.presentations.waiting(manager.id) if each.search in opened]
    marks = ", ".join(str(int(each)) for each in opened)
    asked = office.presentations.where(f"t.answer = 'question' AND t.search IN ({marks})", then="ORDER BY t.id")
    if waiting:
        words = plural_in_words(
            "{count} CV still waits for an answer: {{names}}", "{count} CVs still wait for an answer: {{names}}",
            len(waiting),
        )  # fmt: skip
        text = words[:1].upper() + words[1:]
        yield Point(text.format(names=_names(waiting)), ("presentation", waiting[-1].id))
    if asked:
        text = _("Answer what {name} asked about {names}").format(name=manager.first_name, names=_names(asked))
        yield Point(text, ("presentation", asked[-1].id))


def _late(office: Office, waiting: Iterable[Waiting]) -> Iterator[Point]:
    """Promises that are past due, once each; a CV without an answer is named by its person instead."""
    for promise, open_dues in waiting:
        late = [due for due in open_dues if due.due < office.now() and not (due.event or "").startswith(_EVENT_OF_A_CV)]
        if late and not isinstance(promise.current.clock, Standing):
            first = min(late, key=lambda due: due.due)
            day = day_words(first.due.astimezone(office.zone).date(), office.today())
            theirs, mine = _("{statement}, was due {day}"), _("Say how it stands: {statement}, was due {day}")
            text = (theirs if first.side is Side.THEIRS else mine).format(
                statement=first_line(promise.current.statement), day=day
            )
            yield Point(_fitting(text), ("expectation", promise.expectation.id))


def _follow_ups(office: Office, manager: HiringManager) -> Iterator[Point]:
    """What they said they would do, and the day is past."""
    today = office.today()
    for each in office.follow_ups.where(_LATE_OF_THEIRS, (manager.id, today.isoformat()), then="ORDER BY t.due, t.id"):
        text = _("{statement}, was due {day}")
        text = text.format(statement=first_line(each.text), day=day_words(each.due, today))
        yield Point(_fitting(text), ("follow_up", each.id))


def _proposals(waiting: Iterable[Waiting]) -> Iterator[Point]:
    """Promises nobody has said yes to."""
    for promise, _dues in waiting:
        if not promise.is_agreed:
            text = _("Agree: {statement}").format(statement=first_line(promise.current.statement))
            yield Point(_fitting(text), ("expectation", promise.expectation.id))


def _after_low_scores(office: Office, manager: HiringManager) -> Iterator[Point]:
    """What was proposed after a low score: an answer is wanted, and some time after a yes a look at what came of it."""
    for each in office.proposals.open_with(manager.id):
        if each.answer is Approval.OPEN:
            yield Point(_fitting(_("Yes or no: {proposal}").format(proposal=first_line(each.text))))
        elif office.today() - each.on_day >= _LOOKED_AT_AFTER:
            yield Point(_fitting(_("Is it better since: {proposal}").format(proposal=first_line(each.text))))


def _stalled(office: Office, manager: HiringManager, searches: Iterable[Search]) -> Iterator[Point]:
    """Searches that did not move for their agreed days: the position is worth a second look."""
    for still in review.standing_still(office, manager, searches):
        yield Point(_fitting(review.still_words(still)), ("search", still.search.id))


def _gaps(office: Office, searches: Iterable[Search]) -> Iterator[Point]:
    """What the intakes left open; many are one point."""
    for search in searches:
        found = intake_gaps(office, search)
        if len(found) > _MOST_NAMED:
            text = _("{search}: {count} questions of the intake are still open")
            yield Point(text.format(search=search.title, count=len(found)))
            continue
        for question in found:
            yield Point(_("{search}: {question}").format(search=search.title, question=question))


def _names(people: Sequence[Presentation]) -> str:
    """Their family names, the first three."""
    names = [each.candidate.partition(",")[0].strip() for each in people]
    if len(names) == 1:
        return names[0]
    if len(names) <= _MOST_NAMED:
        return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
    more = len(names) - _MOST_NAMED
    return _("{names} and {count} more").format(names=", ".join(names[:_MOST_NAMED]), count=more)


def _fitting(text: str) -> str:
    """As much as a point of an agenda takes."""
    return text if len(text) <= LINE else f"{text[: LINE - 1]}…"
