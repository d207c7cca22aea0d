"""How the window behaves on a desktop: where it stands, where F6 goes, which button comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.meetings import MeetingKind
from app.services import meetings
from app.services.office import Office
from tests.ui.conftest import gone
from tests.ui.screens import amara
from ui.desk import Place
from ui.kit.editor import Editor
from ui.kit.field import Field, Line
from ui.kit.save_cancel import saves_first
from ui.places import makers
from ui.placing import within
from ui.staying import Staying
from ui.window import Window

LAYOUTS = QDialogButtonBox.ButtonLayout
MAIN, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("wanted", "screens", "found"),
    [
        (QRect(200, 100, 1280, 800), [MAIN], QRect(200, 100, 1280, 800)),
        (QRect(2100, 100, 1280, 800), [MAIN, RIGHT], QRect(2100, 100, 1280, 800)),
        (QRect(2100, 100, 1280, 800), [MAIN], QRect(640, 100, 1280, 800)),
        (QRect(-1270, 100, 1280, 800), [MAIN], QRect(0, 100, 1280, 800)),
        (QRect(100, 1035, 1280, 800), [MAIN], QRect(100, 240, 1280, 800)),
        (QRect(100, -700, 1280, 800), [MAIN], QRect(100, 0, 1280, 800)),
        (QRect(3000, 100, 2560, 1400), [QRect(0, 0, 1024, 700)], QRect(0, 0, 1024, 700)),
        (QRect(1500, 100, 1280, 800), [MAIN], QRect(1500, 100, 1280, 800)),
        (QRect(5000, 5000, 1280, 800), [], QRect(5000, 5000, 1280, 800)),
    ],
)
def test_a_window_is_brought_back_into_sight(wanted: QRect, screens: list[QRect], found: QRect) -> None:
    assert within(wanted, screens) == found


@pytest.mark.parametrize(
    ("platform", "desktop", "first"),
    [
        ("win32", LAYOUTS.WinLayout, True), ("darwin", LAYOUTS.MacLayout, False),
        ("linux", LAYOUTS.GnomeLayout, False), ("linux", LAYOUTS.KdeLayout, True), ("linux", LAYOUTS.WinLayout, False),
    ],
)  # fmt: skip
def test_save_and_cancel_stand_as_the_platform_has_them(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, desktop: LAYOUTS, first: bool
) -> None:
    assert saves_first(platform, desktop.value) is first
    monkeypatch.setattr("ui.kit.save_cancel.saves_first", lambda _platform, _desktop: first)
    editor = Editor("A promise")
    qtbot.addWidget(editor)
    editor.add("what", Field("What", Line()))
    editor.finish()
    editor.show()

    assert (editor._save.x() < editor._cancel.x()) is first
    before, after = (editor._save, editor._cancel) if first else (editor._cancel, editor._save)
    assert before.nextInFocusChain() is after


@pytest.fixture
def window(sample_office: Office, qtbot: QtBot) -> Iterator[Window]:
    """The window on Amara's tab."""
    shown = Window(sample_office, makers())
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.open(Place("manager", amara(sample_office), "expectations"))
    yield shown
    shown.close()
    gone(shown)


def test_f6_goes_round_the_parts_of_the_window(window: Window, named: Callable[..., QWidget]) -> None:
    page = window.pages.current()
    parts = [window.sidebar, window.strip, page._header, page._tabs, page._stack]

    def held() -> QWidget:
        focused = QApplication.focusWidget()
        return next(part for part in parts if part is focused or part.isAncestorOf(focused))

    seen = []
    for _turn in range(6):
        seen.append(held())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    assert seen == [parts[4], *parts]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)

    assert held() is parts[4]


@pytest.mark.parametrize(("platform", "ended_by_closing"), [("linux", 1), ("win32", 1), ("darwin", 0)])
def test_closing_the_window_ends_the_program_except_on_macos(
    window: Window, qapp: QApplication, platform: str, ended_by_closing: int
) -> None:
    ended: list[bool] = []
    Staying(window, lambda: ended.append(True), platform)
    window.close()
    assert len(ended) == ended_by_closing
    assert not window.isVisible()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    assert window.isVisible() is (platform == "darwin")
    assert window.isVisible() is not bool(ended)
    before = len(ended)
    window.run("quit")
    assert len(ended) > before


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_window_that_gives_way_to_another_ends_nothing_and_does_not_come_back(
    window: Window, qapp: QApplication, platform: str
) -> None:
    ended: list[bool] = []
    staying = Staying(window, lambda: ended.append(True), platform)
    staying.release()
    window.run("quit")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    assert (ended, window.isVisible()) == ([], False)


def test_the_briefing_opens_over_a_running_meeting(window: Window, qtbot: QtBot) -> None:
    """By its key, about the meeting's manager, whoever's tab is behind; Esc leads back to the line."""
    office = window.desk.office
    window.pages.home()
    begun = meetings.start_now(office, amara(office), kind=MeetingKind.CALIBRATION)
    window.open(Place("meeting", begun.id))
    line = window.focusWidget()
    QTest.keyClick(line, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    sheet = window.findChild(QWidget, "briefing")
    assert sheet is not None
    assert sheet.isVisible()
    assert "Amara Okonkwo" in sheet.accessibleName()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: window.focusWidget() is line)
