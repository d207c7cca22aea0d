"""How a person comes to an intake: planned from its search, asked question by question, invited to."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton

from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.searches import SearchId
from app.domain.talks import MeetingId
from app.services import calendar_invitations, meetings, questions
from app.services.office import Office
from tests.ui.waiting import wait_whole
from ui.desk import Place
from ui.kit.toast import Toast
from ui.relationship.meetings.editor import MeetingEditor
from ui.relationship.meetings.section import MeetingsSection
from ui.window import Window

ASKED = (
    ("Why is the role open?", "One of two went on to lead the platform team."),
    ("What breaks without it?", "Nobody is on call in the second week."),
)
SKIPPED = "Is the budget approved, and by whom?"


def sre(office: Office) -> tuple[ManagerId, SearchId]:
    """The search of the renders that is sought for now, and whose it is."""
    manager = ManagerId(office.managers.named("Amara Okonkwo")[0].id)
    return manager, next(SearchId(each.id) for each in office.searches.of(manager) if each.title == "Staff SRE")


def intake(window: Window) -> None:
    """An intake that has begun; two questions are asked and one is left for later."""
    office = window.desk.office
    manager, search = sre(office)
    meeting = MeetingId(meetings.start_now(office, manager, kind=MeetingKind.INTAKE, search=search).id)
    for text, answer in ASKED:
        questions.ask(office, meeting, text=text, answer=answer)
    questions.skip(office, meeting, text=SKIPPED)
    window.open(Place("meeting", meeting))
    wait_whole(window)


def press_gap(window: Window) -> None:
    """Ask a gap of the intake now."""
    found = (each for each in window.findChildren(QAbstractButton) if each.isVisible())
    next(each for each in found if each.accessibleName() == SKIPPED).click()


def press_asked(window: Window) -> None:
    """Write an answer anew."""
    found = (each for each in window.findChildren(QAbstractButton) if each.isVisible())
    next(each for each in found if each.accessibleName() == ASKED[0][0]).click()


def plan_intake(window: Window) -> None:
    """The form of an intake, as its search opens it."""
    manager, search = sre(window.desk.office)
    window.open(Place("manager", manager, "meetings", ("search", search)))


def invite(window: Window) -> None:
    """The invitation to the intake that was planned a moment ago."""
    plan_intake(window)
    window.findChildren(MeetingEditor)[0].saved.emit()
    for toast in window.findChildren(Toast):
        toast.hide()


def invite_again(window: Window) -> None:
    """The invitation that was being written."""
    manager, _search = sre(window.desk.office)
    window.open(Place("manager", manager, "meetings"))
    section = window.findChildren(MeetingsSection)[0]
    made = max(window.desk.office.meetings.planned_of(manager), key=lambda each: each.id)
    section._do("invite", section.table.row(section.table.meetings.row_of(made.id)))


def moved(window: Window) -> None:
    """Two meetings that somebody was invited to: one was moved since, one cancelled."""
    office = window.desk.office
    manager, search = sre(office)
    for days in (3, 4):
        at = office.now() + timedelta(days=days)
        made = MeetingId(meetings.plan(office, manager, kind=MeetingKind.INTAKE, at=at, search=search).id)
        calendar_invitations.invited(office, made)
        meetings.edit(office, made, minutes=45) if days == 3 else meetings.cancel(office, made)
    window.open(Place("manager", manager, "meetings"))
