"""The page on the desk: turned, made larger, and reached by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.meetings import CaptureKind
from app.domain.talks import MeetingId
from app.services import meetings
from app.services.office import Office
from tests.ui.document.screen import last, opened, settled
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow


def long_summary(office: Office, meeting: MeetingId) -> None:
    for turn in range(60):
        text = f"Decision {turn}\n" + "Because of what was said, at some length. " * 3
        meetings.capture(office, meeting, kind=CaptureKind.DECISION, text=text)


def test_pages_turn_by_keys_and_stay_in_their_bounds(
    sample_desk: Desk, office: Office, meeting: MeetingId, qtbot: QtBot
) -> None:
    long_summary(office, meeting)
    window = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)
    count = len(last(window).pressed.sizes)
    assert count >= 3
    for key, page in (
        (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_PageUp, 0),
    ):  # fmt: skip
        qtbot.keyClick(window, key)
        settled(window, qtbot)
        assert window.view.accessibleName() == f"Page {page + 1} of {count}"
    qtbot.keyClick(window.view, Qt.Key.Key_End)
    settled(window, qtbot)
    assert window.view.accessibleName() == f"Page {count} of {count}"
    while meetings_left := office.captured_items.of(meeting)[5:]:
        meetings.delete_item(office, meetings_left[0].id)
    sample_desk.bridge.do(lambda: meetings.say_in_short(office, meeting, text="Short now"))
    settled(window, qtbot)
    assert window.view.accessibleName() == "Page 1 of 1"


def test_zoom_keeps_steps_and_draws_as_many_pixels_as_are_seen(window: DocumentWindow, qtbot: QtBot) -> None:
    fit = last(window).image.width()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    settled(window, qtbot)
    larger = last(window).image.width()
    for _turn in range(20):
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    settled(window, qtbot)
    most = last(window).image.width()
    assert (window.view.factor(), window._bar.words()) == (3.0, "300 % · 1 of 1")
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    settled(window, qtbot)

    assert fit < larger < most
    assert last(window).image.width() == fit
    assert window.view.verticalScrollBar().maximum() == 0


def test_the_keyboard_goes_from_the_page_to_the_side_and_down(window: DocumentWindow, qtbot: QtBot) -> None:
    seen, at = [], window.view
    while at is not None and len(seen) < 200:
        if at.isVisible() and at.isEnabled() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(at.accessibleName() or at.text())
        at = at.nextInFocusChain() if at.nextInFocusChain() is not window.view else None

    assert seen == [
        "Page 1 of 1", "Smaller", "Whole page", "Larger", "A4", "US Letter", "In short", "Decisions (2)",
        "What each of us keeps (2)", "Next steps (2)", "Market facts (2)", "Shareable notes (1)", "Satisfaction",
        "File name", "Email…", "Print…", "Save PDF…",
    ]  # fmt: skip
