"""The lists of the overview: one stop each, arrows inside, a press opens what stands behind a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.services import live, managers, talks
from app.services.office import Office
from builders import amara
from tests.ui.overview.conftest import Asked, Scene, hear
from ui.desk import Desk, Place
from ui.relationship.overview.rows import RowList
from ui.relationship.overview.section import OverviewSection

NEWEST = (
    "Yesterday, Call, Salary band: finance will accept 82–98k if the start is January."
    " Amara worries about losing Iversen., 25 min"
)


def focused() -> str:
    """What has the keyboard, as a screen reader names it."""
    return QApplication.focusWidget().accessibleName()


def names(rows: RowList) -> list[str]:
    """The rows as they are read out."""
    return [each.accessibleName() for each in rows.rows]


def test_recent_is_five_entries_that_open_in_the_log(
    section: OverviewSection, sample_office: Office, manager: int, asked: Asked, qtbot: QtBot
) -> None:
    rows = section.recent.rows
    newest = [each.id for each in sample_office.talks.newest(manager, 5)]
    assert len(rows.rows) == 5
    assert names(rows)[0] == NEWEST

    for row in rows.rows:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert asked.places == [Place("manager", manager, "log", ("talk", each)) for each in newest]


def test_a_list_is_one_stop_and_the_arrows_move_inside(section: OverviewSection, asked: Asked, qtbot: QtBot) -> None:
    rows = section.recent.rows
    section.recent.link.setFocus()
    qtbot.keyClick(section.recent.link, Qt.Key.Key_Tab)
    assert focused() == NEWEST

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is rows.rows[4]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is section.bring_up.link
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is rows.rows[1], "it comes back to the row it left"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert asked.places[-1].section == "log"


def test_a_new_entry_comes_in_and_the_keyboard_stays(
    section: OverviewSection, sample_desk: Desk, sample_office: Office, manager: ManagerId
) -> None:
    section.recent.rows.rows[2].setFocus()
    sample_desk.bridge.do(lambda: talks.log(sample_office, manager, line="call 5m: hello"))

    assert names(section.recent.rows)[0] == "Today, Call, hello, 5 min"
    assert QApplication.focusWidget() is section.recent.rows.rows[2]


def test_what_the_terminal_wrote_appears_and_undo_takes_it_back(
    section: OverviewSection, sample_desk: Desk, sample_office: Office, manager: ManagerId
) -> None:
    before = names(section.recent.rows)
    talks.log(sample_office, manager, line="email: from elsewhere")
    sample_desk.bridge.changed.emit(live.since(sample_office, live.Mark(-1, 0))[1])
    assert names(section.recent.rows)[0] == "Today, Email, from elsewhere"

    sample_desk.bridge.do(lambda: live.undo(sample_office))
    assert names(section.recent.rows) == before


def test_a_page_out_of_sight_reads_when_it_is_seen(
    section: OverviewSection, sample_desk: Desk, sample_office: Office, manager: ManagerId
) -> None:
    section.hide()
    sample_desk.bridge.do(lambda: talks.log(sample_office, manager, line="call: quietly"))
    assert "quietly" not in names(section.recent.rows)[0]

    section.show()
    assert "quietly" in names(section.recent.rows)[0]


def test_every_fact_behind_the_word_opens_its_entry(section: OverviewSection, asked: Asked, qtbot: QtBot) -> None:
    rows = section.health.rows
    assert names(rows)[3] == "2 of Amara’s promises slipped in Oct: fair"

    for row in rows.rows:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert [each.section for each in asked.places] == ["log", "log", "expectations", "expectations", "log"]
    assert all(each.record is not None for each in asked.places)


@pytest.mark.parametrize(
    ("name", "address"),
    [("Write to amara.okonkwo@halden.example", "mailto:amara.okonkwo@halden.example"),
     ("Call +44 20 7946 0182", "tel:+442079460182")],
)  # fmt: skip
@pytest.mark.parametrize("answers", [True, False])
def test_address_and_number_are_pressed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, name: str, address: str, answers: bool
) -> None:
    """Where no program answers, the address is copied and that is said."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return answers

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    scene.press(name)

    assert opened == [address]
    told = name.partition(" ")[2].removeprefix("to ")
    assert scene.asked.said == ([] if answers else [(f"No app answered. {told} is copied.", False)])
    assert answers or QGuiApplication.clipboard().text() == told


def test_address_and_number_are_copied(
    section: OverviewSection, asked: Asked, qtbot: QtBot, named: Callable[..., QPushButton]
) -> None:
    qtbot.mouseClick(named(section, QPushButton, "Copy the number"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "+44 20 7946 0182"

    row = named(section, QPushButton, "Write to amara.okonkwo@halden.example")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "amara.okonkwo@halden.example"
    assert [words for words, _undo in asked.said] == [
        "+44 20 7946 0182 is copied.", "amara.okonkwo@halden.example is copied.",
    ]  # fmt: skip


def test_somebody_who_is_deleted_stays_as_last_seen(
    desk: Desk, office: Office, show: Callable[..., OverviewSection]
) -> None:
    manager, _heard = amara(office), hear(desk)
    section = show(desk, manager)
    desk.bridge.do(lambda: managers.delete(office, manager))

    assert section.health.isVisible()
