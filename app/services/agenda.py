"""The agenda of a meeting: where it comes from, its points in their order, and what is worth asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.agenda import point_words, understand_point
from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.managers import ManagerId
from app.domain.meetings import AgendaItem, AgendaItemId, Meeting, MeetingKind
from app.domain.talks import MeetingId
from app.services import satisfaction, templates
from app.services.changes import Change
from app.services.office import Office
from app.services.proposed_times import LENGTHS
from app.settings import Switch
from app.words import _

Timed = tuple[str, int | None]
_QUESTIONS = 2
_DEFAULT_MINUTES = {MeetingKind.CALIBRATION: 15}
_USUAL_MINUTES = {MeetingKind.CALIBRATION: (15, 20, 25, 30)}


def default_minutes(kind: MeetingKind) -> int:
    """How long a meeting of this kind is planned for."""
    return _DEFAULT_MINUTES.get(kind, 30)


def usual_minutes(kind: MeetingKind) -> tuple[int, ...]:
    """The lengths to choose from for a meeting of this kind (DOMAIN.md 4)."""
    return _USUAL_MINUTES.get(kind, LENGTHS)


def template_lines(office: Office, kind: MeetingKind, manager: int, minutes: int | None = None) -> tuple[str, ...]:
    """The agenda a meeting of this kind starts with; satisfaction is its last point at most once a month.

    In a meeting of other than the usual `minutes` each point has its share of them.
    """
    points = [point_words(text, each) for text, each in _shares(templates.agenda_for(office, kind), kind, minutes)]
    question = satisfaction_point()
    if points and not any(question in point for point in points) and _satisfaction_is_due(office, manager):
        points.append(point_words(question, 3))
    return tuple(points)


def satisfaction_point() -> str:
    """The point of an agenda that asks how satisfied they are."""
    return _("Satisfaction, what to improve")


def lines_of(office: Office, meeting: MeetingId) -> tuple[str, ...]:
    """The agenda as it is typed, one point a line."""
    return tuple(point_words(item.text, item.minutes) for item in office.agenda_items.of(meeting))


def write_lines(office: Office, meeting: MeetingId, lines: Sequence[str]) -> None:
    """Make the agenda these points, part of a larger action; a point that stays keeps its tick."""
    known = office.agenda_items.of(meeting)
    position = 0
    for line in lines:
        if not line.strip():
            continue
        text, minutes = understand_point(line)
        same = next((item for item in known if item.text == text), None)
        if same is not None:
            known.remove(same)
            office.agenda_items.update(_checked(replace(same, minutes=minutes, position=position)))
        else:
            office.agenda_items.insert(_checked(_new(meeting, text, minutes, position)))
        position += 1
    for item in known:
        office.agenda_items.delete(item.id)


def add_line(office: Office, meeting: MeetingId, *, line: str) -> Change:
    """Add a point as it is typed, at the end."""
    text, minutes = understand_point(line)
    return add(office, meeting, text=text, minutes=minutes)


def add(office: Office, meeting: MeetingId, *, text: str, minutes: int | None = None) -> Change:
    """Add a point at the end."""
    office.meetings.get(meeting)
    points = office.agenda_items.of(meeting)
    item = _checked(_new(meeting, text, minutes, points[-1].position + 1 if points else 0))
    label = _("Agenda point added")
    with office.write(label):
        item_id = office.agenda_items.insert(item)
    return office.change(label, "agenda_item", item_id)


def edit_line(office: Office, item: AgendaItemId, *, line: str) -> Change:
    """Write a point anew."""
    text, minutes = understand_point(line)
    edited = _checked(replace(office.agenda_items.get(item), text=text, minutes=minutes))
    label = _("Agenda point edited")
    with office.write(label):
        office.agenda_items.update(edited)
    return office.change(label, "agenda_item", item)


def place(office: Office, item: AgendaItemId, *, position: int) -> Change:
    """Move a point to a place in its agenda, counted from 0."""
    moved = office.agenda_items.get(item)
    others = [each for each in office.agenda_items.of(moved.meeting) if each.id != item]
    others.insert(max(0, min(position, len(others))), moved)
    label = _("Agenda reordered")
    with office.write(label):
        for at, each in enumerate(others):
            if each.position != at:
                office.agenda_items.update(replace(each, position=at))
    return office.change(label, "agenda_item", item)


def tick(office: Office, item: AgendaItemId, *, done: bool = True) -> Change:
    """Tick a point, or take the tick back."""
    label = _("Agenda point ticked") if done else _("Agenda point open again")
    with office.write(label):
        office.agenda_items.update(replace(office.agenda_items.get(item), done=done))
    return office.change(label, "agenda_item", item)


def delete(office: Office, item: AgendaItemId) -> Change:
    """Remove a point."""
    label = _("Agenda point deleted")
    with office.write(label):
        office.agenda_items.delete(item)
    return office.change(label, "agenda_item", item)


def worth_asking(office: Office, meeting: Meeting) -> tuple[str, ...]:
    """Two questions for a meeting of this kind, other ones at the next."""
    own = office.templates.of_kind(f"questions.{meeting.kind}")
    questions = templates.points_of(own[-1]) if own else templates.built_in("questions").get(meeting.kind, [])
    held = office.meetings.count_before(meeting.manager, meeting.kind, meeting.planned_at)
    begin = held * _QUESTIONS % len(questions) if questions else 0
    return tuple(point["text"] for point in [*questions, *questions][begin : begin + min(_QUESTIONS, len(questions))])


def _shares(points: Sequence[Timed], kind: MeetingKind, minutes: int | None) -> list[Timed]:
    """Each point with its part of the time, in whole minutes that add up; a point without minutes stays so."""
    shared, timed = list[Timed](), 0.0
    factor = (minutes or default_minutes(kind)) / default_minutes(kind)
    for text, planned in points:
        begin, timed = timed, timed + (planned or 0)
        share = round(timed * factor) - round(begin * factor)
        shared.append((text, None if planned is None else max(share, 1)))
    return shared


def _satisfaction_is_due(office: Office, manager: int) -> bool:
    if office.settings.ask_satisfaction is Switch.OFF:
        return False
    return not satisfaction.asked_already(office, ManagerId(manager))


def _new(meeting: MeetingId, text: str, minutes: int | None, position: int) -> AgendaItem:
    return AgendaItem(id=AgendaItemId(0), meeting=meeting, text=text, minutes=minutes, position=position)


def _checked(item: AgendaItem) -> AgendaItem:
    """Raise `InputError` for a point that cannot be taken."""
    if item.minutes is not None and not 0 <= item.minutes <= 1440:
        raise InputError("agenda", _("A point takes between 0 and 1,440 minutes."))
    return checked(item, "text")
