"""Typing is kept before it is saved: at the latest half a second after the first unsaved key."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_kit_field import HOSTILE
from ui.desk import Desk
from ui.kit.drafts import WITHIN_MS, DraftKeeper
from ui.kit.field import Area, Line

PLACE = "log:1"
CONTROLS = (Line, Area, QPlainTextEdit, QTextEdit)


class Typist:
    """Types a letter every few milliseconds until told to stop."""

    def __init__(self, control: QWidget) -> None:
        self._control = control
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._type)
        self.letters = 0
        self._timer.start()

    def stop(self) -> None:
        """No more letters."""
        self._timer.stop()

    def _type(self) -> None:
        QTest.keyClicks(self._control, "x")
        self.letters += 1


@pytest.mark.parametrize("kind", CONTROLS)
def test_steady_typing_is_kept_within_half_a_second(kind: type[QWidget], desk: Desk, qtbot: QtBot) -> None:
    """A timer started anew by each key would never fire."""
    control = kind()
    qtbot.addWidget(control)
    control.show()
    DraftKeeper(control, PLACE, desk.bridge)  # type: ignore[arg-type]
    began = time.perf_counter()
    typist = Typist(control)

    qtbot.waitUntil(lambda: bool(desk.bridge.draft(PLACE)))

    took = (time.perf_counter() - began) * 1000
    typist.stop()
    assert took < WITHIN_MS + 250
    assert WITHIN_MS <= 500
    assert len(desk.bridge.draft(PLACE)) > WITHIN_MS / 20 / 4


@pytest.mark.parametrize("kind", CONTROLS)
def test_what_a_killed_run_left_is_there_again(kind: type[QWidget], desk: Desk, qtbot: QtBot) -> None:
    desk.bridge.keep_draft(PLACE, "half a sentence")
    control = kind()
    qtbot.addWidget(control)

    keeper = DraftKeeper(control, PLACE, desk.bridge)  # type: ignore[arg-type]

    assert keeper.restored
    text = control.text() if isinstance(control, Line) else control.toPlainText()  # type: ignore[attr-defined]
    assert text == "half a sentence"


def test_a_saved_text_is_forgotten(desk: Desk, qtbot: QtBot) -> None:
    line = Line()
    qtbot.addWidget(line)
    keeper = DraftKeeper(line, PLACE, desk.bridge)
    QTest.keyClicks(line, "call 25m")
    keeper.keep()
    assert desk.bridge.draft(PLACE) == "call 25m"

    keeper.forget()

    assert desk.bridge.draft(PLACE) == ""
    assert not keeper.is_waiting()


def test_a_save_does_not_put_off_what_was_typed_meanwhile(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a second counts from the first letter, also when a save that took its time comes back in between."""
    begun: list[int] = []
    monkeypatch.setattr(QTimer, "start", lambda _timer: begun.append(1))
    monkeypatch.setattr(QTimer, "isActive", lambda _timer: bool(begun))
    line = Line()
    qtbot.addWidget(line)
    keeper = DraftKeeper(line, PLACE, desk.bridge)
    line.setText("c")
    keeper.saved()

    assert begun == [1]


def test_a_field_emptied_by_hand_is_forgotten(desk: Desk, qtbot: QtBot) -> None:
    line = Line()
    qtbot.addWidget(line)
    keeper = DraftKeeper(line, PLACE, desk.bridge)
    QTest.keyClicks(line, "x")
    keeper.keep()

    line.clear()
    keeper.keep()

    assert desk.bridge.draft(PLACE) == ""


def test_two_places_keep_apart(desk: Desk, qtbot: QtBot) -> None:
    one, other = Line(), Line()
    qtbot.addWidget(one)
    qtbot.addWidget(other)
    keepers = [DraftKeeper(one, "log:1", desk.bridge), DraftKeeper(other, "log:2", desk.bridge)]
    one.setText("to Amara")
    other.setText("to Farouk")

    for keeper in keepers:
        keeper.keep()

    assert (desk.bridge.draft("log:1"), desk.bridge.draft("log:2")) == ("to Amara", "to Farouk")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_draft_comes_back_letter_by_letter(name: str, desk: Desk, qtbot: QtBot) -> None:
    """Whatever Qt's own field holds of a text, the draft holds it too."""
    area = QPlainTextEdit()
    qtbot.addWidget(area)
    keeper = DraftKeeper(area, PLACE, desk.bridge)
    area.setPlainText(HOSTILE[name])
    keeper.keep()

    again = QPlainTextEdit()
    qtbot.addWidget(again)
    DraftKeeper(again, PLACE, desk.bridge)

    assert again.toPlainText() == area.toPlainText()
