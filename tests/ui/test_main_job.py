"""The main job, driven by keys and clicks inside the test: from the first run to the sent summary."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.office import open_office
from app.storage.database import FILE_NAME
from builders import LONDON, Clock, file_office
from tests.ui.conftest import gone
from tests.ui.main_job import MAIN_JOB, Click, Press, Shown, Step, Until, Write
from ui.places import makers
from ui.window import Window

_WAIT_MS = 15_000


class Driver:
    """Does the steps at the window that has the keyboard."""

    def __init__(self, window: Window, office: Path, qtbot: QtBot) -> None:
        self._window: QWidget = window
        self._qtbot = qtbot
        self._store = sqlite3.connect(f"file:{office / FILE_NAME}?mode=ro", uri=True)

    def do(self, step: Step) -> None:
        """One step, after what the last one has made is in its place."""
        QCoreApplication.sendPostedEvents()
        match step:
            case Write(words):
                QTest.keyClicks(self._focus(), words)
            case Press(key):
                keys = QKeySequence(key)[0]
                QTest.keyClick(self._focus(), keys.key(), keys.keyboardModifiers())
            case Click(name):
                self._qtbot.waitUntil(lambda: bool(self._button(name)), timeout=_WAIT_MS)
                QTest.mouseClick(self._button(name)[0], Qt.MouseButton.LeftButton)
            case Shown(title):
                self._qtbot.waitUntil(lambda: self._take(title), timeout=_WAIT_MS)
            case Until(sql, answer):
                self._qtbot.waitUntil(lambda: self._asked(sql) == answer, timeout=_WAIT_MS)

    def _focus(self) -> QWidget:
        return self._window.focusWidget() or self._window

    def _button(self, name: str) -> list[QPushButton]:
        found = self._window.findChildren(QPushButton)
        return [each for each in found if each.text() == name and each.isVisible() and each.isEnabled()]

    def _take(self, title: str) -> bool:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowTitle().startswith(title):
                self._window = window
                window.activateWindow()
                return window.isActiveWindow() and window.view.image is not None  # type: ignore[attr-defined]
        return False

    def _asked(self, sql: str) -> object:
        found = self._store.execute(sql).fetchone()
        return found[0] if found else None


@pytest.fixture
def opened_mails(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the mail program."""
    opened: list[str] = []

    def open_url(address: QUrl) -> bool:
        opened.append(address.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[Driver]:
    """The window over an office that was just made."""
    folder = file_office(tmp_path / "office").parent
    office = open_office(folder, clock=Clock(), zone=LONDON)
    window = Window(office, makers())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Driver(window, folder, qtbot)
    for other in [each for each in QApplication.topLevelWidgets() if each.objectName() == "document"]:
        other.close()
        gone(other)
    window.close()
    gone(window)
    office.close()


@pytest.mark.timeout(60)
def test_from_the_first_run_to_the_sent_summary(driver: Driver, tmp_path: Path, opened_mails: list[str]) -> None:
    for step in MAIN_JOB:
        driver.do(step)

    assert [Path(mail).suffix for mail in opened_mails] == [".eml"]
    assert b"X-Unsent: 1" in Path(opened_mails[0]).read_bytes()
    kept = list((tmp_path / "office" / "documents").glob("*.pdf"))
    assert [path.read_bytes()[:5] for path in kept] == [b"%PDF-"]
