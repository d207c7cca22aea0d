"""The end of a meeting's planned time is heard wherever one is in the program: once, and where the sound is set."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.talks import MeetingId
from app.services import meetings, preferences
from tests.builders import Clock
from ui.desk import Desk
from ui.meeting import bell
from ui.meeting.bell import Bell


class Heard(NamedTuple):
    """A meeting of 25 minutes that runs while its page is not there, and what was heard."""

    desk: Desk
    clock: Clock
    meeting: MeetingId
    beeps: list[bool]
    bell: Bell
    qtbot: QtBot

    def over(self) -> None:
        """Wait until no end is to come any more."""
        self.qtbot.waitUntil(lambda: not self.is_waiting(), timeout=3_000)

    def is_waiting(self) -> bool:
        """Whether an end is still to come."""
        return any(timer.isActive() for timer in self.bell.findChildren(QTimer))


@pytest.fixture
def heard(
    desk: Desk, meeting: MeetingId, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Heard:  # fmt: skip
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    monkeypatch.setattr(bell, "_LOOK_MS", 10)
    preferences.set_setting(desk.office, key="meeting_sound", value="on")
    return Heard(desk, clock, meeting, beeps, Bell(desk), qtbot)


@pytest.mark.parametrize(("setting", "beeps"), [("on", 1), ("off", 0)])
def test_it_is_heard_once_where_it_is_set(heard: Heard, setting: str, beeps: int) -> None:
    preferences.set_setting(heard.desk.office, key="meeting_sound", value=setting)
    heard.clock.pass_by(minutes=24)
    assert heard.is_waiting()
    heard.clock.pass_by(minutes=2)
    heard.over()

    assert len(heard.beeps) == beeps


def test_it_follows_the_meeting(heard: Heard) -> None:
    """Paused it waits; five minutes more are waited for too, and heard again at their end."""
    do, office = heard.desk.bridge.do, heard.desk.office
    do(lambda: meetings.pause(office, heard.meeting))
    assert not heard.is_waiting()
    heard.clock.pass_by(hours=1)
    do(lambda: meetings.go_on(office, heard.meeting))
    assert heard.is_waiting()
    for _turn in range(2):
        heard.clock.pass_by(minutes=26)
        heard.over()
        do(lambda: meetings.extend(office, heard.meeting))

    assert (len(heard.beeps), heard.is_waiting()) == (2, False)


@pytest.mark.parametrize("end", [meetings.cancel, meetings.delete])
def test_a_meeting_that_is_no_more_is_not_heard(heard: Heard, end: object) -> None:
    heard.desk.bridge.do(lambda: end(heard.desk.office, heard.meeting))  # type: ignore[operator]

    assert not heard.is_waiting()


def test_a_meeting_that_was_over_before_the_start_stays_silent(heard: Heard) -> None:
    heard.clock.pass_by(minutes=30)
    later = Bell(heard.desk)

    assert not any(timer.isActive() for timer in later.findChildren(QTimer))
