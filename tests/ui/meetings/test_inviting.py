"""Times that suit both, an intake planned from its search, the invitation, and what a change owes those invited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.domain.invitations import InvitationKind, owed
from app.domain.meetings import MeetingKind
from app.domain.talks import MeetingId
from app.services import calendar_invitations, live, managers, meetings, searches
from tests.ui.meetings.screen import Scene, planned, row_of, shown, table_of
from ui.kit.invitation_form import InvitationForm
from ui.relationship.meetings.editor import MeetingEditor


class Opener(QObject):
    """What is asked to open files, and notes them."""

    opened: list[str]

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    made.opened = []
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def press(scene: Scene, inside: QWidget, name: str) -> None:
    scene.qtbot.mouseClick(scene.named(inside, QPushButton, name), Qt.MouseButton.LeftButton)


def editor_of(section: QWidget) -> MeetingEditor:
    return section.findChildren(MeetingEditor)[0]


def form_of(section: QWidget) -> InvitationForm:
    return section.findChildren(InvitationForm)[0]


def told(form: QWidget) -> list[str]:
    return [each.text() for each in form.findChildren(QWidget) if hasattr(each, "text")]


def invite(scene: Scene, meeting: int) -> tuple[QWidget, InvitationForm]:
    """The invitation to a meeting, open in its row."""
    section = scene.section()
    table = table_of(section)
    row = table.row(row_of(section, meeting))
    section._do("invite", row)
    return section, form_of(section)


def test_a_time_that_suits_both_is_one_press(scene: Scene) -> None:
    managers.edit(scene.office, 1, preferred_times="Afternoons")
    planned(scene.office, 29)
    section = scene.section()
    section.plan()
    press(scene, editor_of(section), "Wed 25 Nov 12:00")
    press(scene, editor_of(section), "Plan meeting")

    assert scene.meetings()[1].planned_at == datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "first"), [("20", "3"), ("45", "8"), ("60", "10")])
def test_another_length_shares_the_minutes_anew(scene: Scene, minutes: str, first: str) -> None:
    section = scene.section()
    section.plan()
    editor = editor_of(section)
    scene.named(editor, QComboBox, "Kind").setCurrentIndex(list(MeetingKind).index(MeetingKind.INTAKE))
    press(scene, editor, f"{minutes} min")
    agenda = scene.named(editor, QPlainTextEdit, "Agenda, one point a line")

    assert scene.named(editor, QLineEdit, "Minutes").text() == minutes
    assert agenda.toPlainText().startswith(f"Why this role and why now · {first} min")
    agenda.setPlainText("My own · 5 min")
    press(scene, editor, "30 min")
    assert agenda.toPlainText() == "My own · 5 min"


def test_an_intake_planned_from_its_search_is_invited_to_at_once(scene: Scene) -> None:
    search = searches.open_search(scene.office, 1, title="Staff SRE").id
    section = scene.section()
    section.show_record("search", search)
    press(scene, editor_of(section), "Plan meeting")
    made = scene.meetings()[0]

    assert (made.kind, made.search, made.minutes) == (MeetingKind.INTAKE, search, 30)
    assert form_of(section).accessibleName() == "Send the invitation: Amara Okonkwo"
    press(scene, form_of(section), "I sent it")
    assert scene.meetings()[0].invitation_sent_at == scene.office.now()
    assert scene.said[-1] == ("Invitation to Amara Okonkwo sent", True)
    assert shown(section)[1].endswith("Invited, Enter: Prepare")
    live.undo(scene.office)
    assert scene.meetings()[0].invitation_sent_at is None


def test_the_draft_holds_the_calendar_and_the_words(scene: Scene, opener: Opener) -> None:
    _section, form = invite(scene, planned(scene.office, 26, kind=MeetingKind.INTAKE))
    scene.named(form, QPlainTextEdit, "Your words to Amara Okonkwo").setPlainText("Own words")
    press(scene, form, "Email")
    scene.qtbot.waitUntil(lambda: bool(opener.opened))
    draft = Path(opener.opened[0])

    assert draft.name == "2026-11-25 Intake, Okonkwo.eml"
    assert all(words in draft.read_bytes() for words in (b"Own words", b"text/calendar", b'method="REQUEST"'))
    assert "A draft with the calendar entry is open in your mail app." in told(form)


def test_the_file_lies_where_it_was_asked_for(scene: Scene, tmp_path: Path) -> None:
    _section, form = invite(scene, planned(scene.office, 26))
    press(scene, form, "Save as file…")
    form.findChildren(QFileDialog)[0].fileSelected.emit(str(tmp_path / "x.ics"))
    scene.qtbot.waitUntil(lambda: "Saved x.ics." in told(form))

    assert (tmp_path / "x.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_without_an_address_it_says_so(scene: Scene, opener: Opener) -> None:
    managers.edit(scene.office, 1, email=None)
    _section, form = invite(scene, planned(scene.office, 26))
    assert "Amara Okonkwo has no email address yet. Add one first." in told(form)
    press(scene, form, "Email")

    assert opener.opened == []


OWED: list[tuple[str, dict[str, Any], str, InvitationKind]] = [
    ("move", {"minutes": 45}, "Change not sent, Enter: Send the change", InvitationKind.CHANGE),
    ("cancel", {}, "Cancelled, Enter: Send the cancellation", InvitationKind.CANCELLATION),
]


@pytest.mark.parametrize(("what", "change", "says", "kind"), OWED)
def test_those_invited_are_told_of_a_change(
    scene: Scene, what: str, change: dict[str, Any], says: str, kind: InvitationKind
) -> None:
    made = MeetingId(planned(scene.office, 26))
    calendar_invitations.invited(scene.office, made)
    meetings.edit(scene.office, made, **change) if what == "move" else meetings.cancel(scene.office, made)
    section = scene.section()
    assert shown(section)[1].endswith(says)
    assert owed(scene.meetings()[0], scene.office.now()) is kind
    table_of(section).select(row_of(section, made))
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_Return)
    press(scene, form_of(section), "I sent it")

    assert owed(scene.meetings()[0], scene.office.now()) is None


def test_somebody_taken_off_is_told_first(scene: Scene) -> None:
    made = MeetingId(planned(scene.office, 26))
    meetings.edit(scene.office, made, attendees=("Amara Okonkwo", "Priya Raman <priya@halden.example>"))
    calendar_invitations.invited(scene.office, made)
    meetings.edit(scene.office, made, attendees=("Amara Okonkwo",))
    section = scene.section()
    assert shown(section)[1].endswith("Change not sent, Enter: Tell who was taken off")
    table_of(section).select(row_of(section, made))
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_Return)
    press(scene, form_of(section), "I sent it")

    assert shown(section)[1].endswith("Change not sent, Enter: Send the change")


def test_a_cancelled_meeting_says_who_does_not_know_it(scene: Scene) -> None:
    made = MeetingId(planned(scene.office, 26))
    calendar_invitations.invited(scene.office, made)
    section = scene.section()
    section._do("cancel", table_of(section).row(row_of(section, made)))

    assert scene.said == [("Meeting cancelled. Amara does not know it yet.", True)]


def test_a_meeting_somebody_was_invited_to_is_not_deleted_silently(scene: Scene) -> None:
    made = MeetingId(planned(scene.office, 26))
    calendar_invitations.invited(scene.office, made)
    section, refused = scene.section(), []
    scene.desk.bridge.refused.connect(refused.append)
    table_of(section).select(row_of(section, made))
    scene.qtbot.keyClick(table_of(section), Qt.Key.Key_Delete)

    assert refused == ["Amara was invited to this meeting. Cancel it first, so that they can be told."]
    assert made in [each.id for each in scene.meetings()]
