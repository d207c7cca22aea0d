"""The head of a manager's tab: its line, its actions, and the details edited in place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId, ManagerStatus
from app.services import managers
from app.services.office import Office
from app.services.still_open import still_open
from tests.ui.conftest import gone
from ui.desk import Desk, Place
from ui.kit.field import Area, Choice, Field, Line
from ui.kit.scrolling import MARGIN, PAGE_LIMIT
from ui.kit.words import Label
from ui.relationship.header import Header
from ui.relationship.still_open import StillOpenList

AMARA = ManagerId(4)


def head(desk: Desk, qtbot: QtBot, manager: int = AMARA, width: int = 1028) -> Header:
    made = Header(desk, manager)
    qtbot.addWidget(made)
    made.resize(width, 640)
    made.show()
    return made


@pytest.fixture(autouse=True)
def nothing_stays(qapp: QApplication) -> Iterator[None]:
    """An editor that lived on would keep its draft in an office that is closed."""
    yield
    for each in [top for top in qapp.topLevelWidgets() if top.parent() is None]:
        gone(each)


@pytest.fixture
def header(sample_desk: Desk, qtbot: QtBot) -> Header:
    return head(sample_desk, qtbot)


@pytest.fixture
def editor(header: Header) -> Header:
    """The head with its details open."""
    header.commands()["edit-manager"]()
    return header


LINES = {
    1: "Head of Grid Operations · Fjordlys Energi · One-sided · spoke 23 days ago, agreed every two weeks",
    4: "VP Engineering · Halden Robotics · Steady · spoke yesterday, agreed weekly",
    9: "Pequod Studio · New · Intake meeting today 14:00",
}


@pytest.mark.parametrize("manager", LINES)
def test_how_it_stands_in_a_line(sample_desk: Desk, qtbot: QtBot, manager: int) -> None:
    header = head(sample_desk, qtbot, manager)

    assert header.findChild(QWidget, "manager-status").accessibleName().endswith(LINES[manager])


def test_the_line_follows_a_pause(header: Header, sample_desk: Desk, sample_office: Office) -> None:
    header.commands()["pause-manager"]()
    header.refresh()

    assert sample_office.managers.get(AMARA).status is ManagerStatus.PAUSED
    assert header.findChild(QWidget, "manager-status").accessibleName().endswith("paused")
    header.commands()["pause-manager"]()
    assert sample_office.managers.get(AMARA).status is ManagerStatus.ACTIVE


@pytest.mark.parametrize("width", [1028, 560])
def test_actions_lose_their_words_in_a_narrow_window(
    sample_desk: Desk, qtbot: QtBot, named: Callable[..., QPushButton], width: int
) -> None:
    """The names stay for a screen reader."""
    header = head(sample_desk, qtbot, width=width)
    start, log = named(header, QPushButton, "Start meeting"), named(header, QPushButton, "Log a talk with Amara")

    assert (start.text(), log.text()) == (("Start meeting", "Log") if width > 900 else ("", ""))


@pytest.mark.parametrize("room", [0, -1])
def test_actions_lose_their_words_before_anything_of_the_person_is_cut(
    sample_desk: Desk, qtbot: QtBot, named: Callable[..., QPushButton], room: int
) -> None:
    """How often you speak stands at the end of the line: it is what a narrow window took first."""
    wide = PAGE_LIMIT + 2 * MARGIN
    header = head(sample_desk, qtbot, width=wide)
    header.layout().activate()
    status = header.findChild(QWidget, "manager-status")
    header.resize(wide - (status.width() - status.sizeHint().width()) + room, 640)

    assert named(header, QPushButton, "Start meeting").text() == ("Start meeting" if room == 0 else "")
    header.layout().activate()
    assert status.width() >= status.sizeHint().width()


def test_email_only_where_there_is_an_address(
    header: Header, sample_office: Office, named: Callable[..., QPushButton]
) -> None:
    assert named(header, QPushButton, "Email Amara").isVisible()
    managers.edit(sample_office, AMARA, email=None)
    header.refresh()

    assert not named(header, QPushButton, "Email Amara").isVisible()


def test_a_meeting_begins_and_is_returned_to(header: Header, sample_desk: Desk, sample_office: Office) -> None:
    """The one planned for about now is taken; once it runs, the same command leads back to it."""
    places: list[Place] = []
    sample_desk.asked.connect(places.append)
    header.commands()["meeting"]()
    header.commands()["meeting"]()
    running = sample_office.meetings.running()

    assert running is not None
    assert places == [Place("meeting", running.id)] * 2


def control(header: Header, label: str) -> QWidget:
    return next(f.control for f in header.findChildren(Field) if f.control.accessibleName() == label)


def save(header: Header, named: Callable[..., QPushButton], qtbot: QtBot) -> None:
    qtbot.mouseClick(named(header, QPushButton, "Save"), Qt.MouseButton.LeftButton)


TYPED = {
    "Role": ("CTO", "title", "CTO"),
    "What you say": ("", "called", None),
    "Time zone": ("Europe/Paris", "zone", "Europe/Paris"),
    "Country, for holidays": ("fr", "country", "FR"),
    "Working hours": ("Mon-Thu 08:00-16:00", "hours", "Mon-Thu 08:00-16:00"),
    "Tags, with commas between": ("tech, remote", "tags", ("tech", "remote")),
}


@pytest.mark.parametrize("label", TYPED)
def test_details_are_saved(
    editor: Header, sample_office: Office, named: Callable[..., QPushButton], qtbot: QtBot, label: str
) -> None:
    """Only what was changed; the editor closes."""
    before = sample_office.managers.get(AMARA)
    typed, field, value = TYPED[label]
    line = control(editor, label)
    assert isinstance(line, Line)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, typed)
    save(editor, named, qtbot)

    after = sample_office.managers.get(AMARA)
    found = getattr(after, field)
    assert (found.to_text() if field == "hours" else found) == value
    assert (after.name, after.email, after.rapport) == (before.name, before.email, before.rapport)
    assert not [each for each in editor.findChildren(Field) if each.isVisible()]


def test_choices_and_long_texts(
    editor: Header, sample_office: Office, named: Callable[..., QPushButton], qtbot: QtBot
) -> None:
    often, way, tick = (
        control(editor, label)
        for label in ("How often you speak", "Preferred way to talk", "What makes Amara tick (private)")
    )
    assert isinstance(often, Choice)
    assert isinstance(way, Choice)
    assert isinstance(tick, Area)
    often.setCurrentText("every 10 days")
    way.choose("in person")
    tick.setPlainText("Evidence first.\nShort mails.")
    save(editor, named, qtbot)

    after = sample_office.managers.get(AMARA)
    assert (after.cadence_days, after.channel, after.tick) == (10, "in person", "Evidence first.\nShort mails.")


WRONG = {
    "Name, as its owner writes it": ("", "Please write the name."),
    "Email": ("amara at halden", "This is not one email address: write it like amara@example.com."),
    "Time zone": ("Mars/Base", "There is no time zone called Mars/Base. Write it like Europe/London."),
    "Country, for holidays": ("XX", "The country must be two letters, such as GB or DE."),
    "Working hours": ("always", "Write the working hours like Mon-Fri 09:00-17:00."),
}


@pytest.mark.parametrize("label", WRONG)
def test_what_cannot_be_is_said_under_its_field(
    editor: Header, sample_office: Office, named: Callable[..., QPushButton], qtbot: QtBot, label: str
) -> None:
    """The keyboard goes there, the editor stays, nothing is written."""
    before = sample_office.managers.get(AMARA)
    typed, sentence = WRONG[label]
    line = control(editor, label)
    assert isinstance(line, Line)
    line.setText(typed)
    save(editor, named, qtbot)

    assert line.hasFocus()
    assert sentence in [each.text() for each in editor.findChildren(Label) if each.isVisible()]
    assert sample_office.managers.get(AMARA) == before


def test_what_was_typed_comes_back_until_it_is_given_up(editor: Header, sample_desk: Desk, qtbot: QtBot) -> None:
    """Kept within half a second; Esc gives it up."""
    line = control(editor, "Role")
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, " of everything")
    place = f"manager:{AMARA}:details"
    qtbot.waitUntil(lambda: sample_desk.bridge.draft(place) != "")
    assert json.loads(sample_desk.bridge.draft(place)) == {"title": "VP Engineering of everything"}

    again = head(sample_desk, qtbot)
    again.commands()["edit-manager"]()
    role = control(again, "Role")
    assert isinstance(role, Line)
    assert role.text() == "VP Engineering of everything"
    qtbot.keyClick(role, Qt.Key.Key_Escape)
    assert sample_desk.bridge.draft(place) == ""


def test_what_is_kept_is_said_and_can_be_dropped(
    editor: Header, sample_desk: Desk, named: Callable[..., QPushButton], qtbot: QtBot
) -> None:
    """The form opened again says that this is not saved; one press shows the details as they are."""
    qtbot.keyClicks(control(editor, "Role"), " of everything")
    editor.settle()

    again = head(sample_desk, qtbot)
    again.commands()["edit-manager"]()
    assert "Not saved yet. Kept from before." in [each.text() for each in again.findChildren(Label)]
    qtbot.mouseClick(named(again, QPushButton, "Drop what was kept"), Qt.MouseButton.LeftButton)

    role = control(again, "Role")
    assert isinstance(role, Line)
    assert role.text() == "VP Engineering"
    assert sample_desk.bridge.draft(f"manager:{AMARA}:details") == ""


def test_what_is_still_open_is_listed_before_somebody_is_archived(
    header: Header, sample_desk: Desk, sample_office: Office, named: Callable[..., QPushButton], qtbot: QtBot
) -> None:
    """Follow-ups, searches, planned meetings; then one press archives, with Undo."""
    said: list[tuple[str, bool]] = []
    sample_desk.said.connect(lambda words, undo: said.append((words, undo)))
    open_now = still_open(sample_office, AMARA)
    header.commands()["archive-manager"]()

    words = [each.accessibleName() or each.text() for each in header.findChild(StillOpenList).findChildren(QLabel)]
    assert "Still open with Amara" in words
    assert open_now.searches[0].title in words
    assert any(line.startswith(open_now.follow_ups[0].text) for line in words)
    assert "Planned meetings, to be cancelled" in words
    assert sample_office.managers.get(AMARA).status is ManagerStatus.ACTIVE
    qtbot.mouseClick(named(header, QPushButton, "Archive"), Qt.MouseButton.LeftButton)

    assert sample_office.managers.get(AMARA).status is ManagerStatus.ARCHIVED
    assert said == [("Amara Okonkwo archived", True)]
    assert not header.findChild(StillOpenList).isVisible()


def test_archiving_can_be_left_and_the_keyboard_begins_there(header: Header, sample_office: Office) -> None:
    header.commands()["archive-manager"]()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Cancel"
    focused.click()

    assert sample_office.managers.get(AMARA).status is ManagerStatus.ACTIVE


def test_nothing_open_is_archived_at_once(sample_desk: Desk, sample_office: Office, qtbot: QtBot) -> None:
    made = ManagerId(managers.add(sample_office, name="Ines Ferro").id)
    head(sample_desk, qtbot, made).commands()["archive-manager"]()

    assert sample_office.managers.get(made).status is ManagerStatus.ARCHIVED
