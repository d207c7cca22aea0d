"""The page as it looks: the words of the picture, any text, any width, every control."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.meetings import CaptureKind
from app.services import agenda, managers, meetings
from app.services.office import Office
from tests.builders import Clock
from tests.meeting_state import start_render_meeting
from tests.ui.meeting_page.screen import Scene, agenda_of, cards_of, caught, line_of, points, shown
from ui.desk import Desk
from ui.kit.keycap import KeyCap
from ui.kit.words import Label
from ui.meeting.card import CaughtCard
from ui.meeting.page import MeetingPage
from ui.meeting.ring import Ring


def test_the_page_of_the_picture(sample_office: Office, sample_desk: Desk, qtbot: Any) -> None:
    """Words and counts as rendered; in a narrow window the facts stand below what was captured."""
    clock = Clock()
    sample_office._clock = clock
    meeting = start_render_meeting(sample_office, clock)
    page = shown(sample_desk, meeting, qtbot)
    words = [label.text() for label in page.findChildren(Label) if label.isVisible()]

    for said in (
        "Calibration call", "Amara Okonkwo · Senior Backend Engineer · video", "Goes in the summary",
        "Decision · 10:36", "Amara will answer on Haddad", "by today 17:00 · follow-up",
        "I will send two panel dates to both finalists", "by Wed 25 Nov · follow-up", "Stays with you",
        "Between you, open", "2 of 3 open, due today", "Last time, 17 Nov", "System design over Rust",
        "Worth asking", "4 items for the summary, 1 private",
    ):  # fmt: skip
        assert said in words
    assert page.findChildren(Ring)[0].reading.clock == "12:40"
    assert [agenda_of(page).model().rowCount(), len(page.findChildren(KeyCap))] == [5, 6]


HOSTILE = (
    "<b>bold</b> & &amp; %s {name}", "ليلى منصور 10:30", "\u202edrow\u202c", "👩\u200d👩\u200d👧" * 100, "x" * 2_000,
    "ﷺ" * 200,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_it_was_written(scene: Scene, text: str) -> None:
    line_of(scene.page).setText(text)
    scene.page.commands()["capture-1"]()
    agenda.add_line(scene.office, scene.meeting, line=text)
    scene.desk.bridge.do(lambda: managers.edit(scene.office, 1, called=text[:200]))
    again = shown(scene.desk, scene.meeting, scene.qtbot)
    again.grab()

    assert caught(scene.office, scene.meeting) == [(CaptureKind.DECISION, text)]
    assert cards_of(again)[0].findChildren(Label)[0].text() == text
    assert points(scene.office, scene.meeting)[-1][0] == text
    assert again.width() == 1280


@pytest.mark.parametrize(("width", "height"), [(960, 640), (1280, 800), (1600, 1000)])
def test_nothing_is_cut_off(scene: Scene, width: int, height: int) -> None:
    meetings.capture(scene.office, scene.meeting, kind=CaptureKind.NOTE, text="A long note " * 30)
    page = shown(scene.desk, scene.meeting, scene.qtbot, (width, height))

    for button in page.findChildren(QPushButton):
        if button.isVisible():
            right = button.mapTo(page, QPoint(button.width(), 0)).x()
            assert button.width() >= button.sizeHint().width()
            assert right <= width
    for label in page.findChildren(Label):
        if label.isVisible() and label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width())


def test_every_control_has_a_name_and_a_size_to_hit(page: MeetingPage, card: CaughtCard) -> None:
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget
            assert min(widget.width(), widget.height()) >= 24, widget
