"""What is shown is what goes out: boxes leave out, private notes never appear, each change is followed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.talks import MeetingId
from app.services import documents, meetings
from app.services.office import Office
from app.settings import Paper
from tests.ui.document.screen import Named, drawn, last, opened, settled
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow
from ui.kit.button import Button
from ui.kit.field import Check
from ui.kit.segmented import Segmented


def test_the_page_that_is_shown_is_the_summary(window: DocumentWindow, office: Office, meeting: MeetingId) -> None:
    made = documents.make_summary(office, office.meetings.get(meeting))

    assert last(window).pressed.data == made.data
    assert window.windowTitle() == "Summary, Calibration call, Tue 17 Nov"
    assert window.view.accessibleName() == "Page 1 of 1"


def test_boxes_say_how_much_there_is_and_leave_out(window: DocumentWindow, named: Named, qtbot: QtBot) -> None:
    boxes = [each.text() for each in window.findChildren(Check) if each.isVisible()]
    before = last(window).pressed.data
    named(window, Check, "Decisions (2)").click()
    settled(window, qtbot)

    assert boxes == ["Decisions (2)", "What each of us keeps (2)", "Next steps (2)", "Market facts (2)",
                     "Shareable notes (1)", "Satisfaction"]  # fmt: skip
    assert drawn(window).without == {"decisions"}
    assert last(window).pressed.data != before


def test_what_is_not_there_has_no_box(sample_desk: Desk, office: Office, meeting: MeetingId, qtbot: QtBot) -> None:
    for item in office.captured_items.of(meeting):
        meetings.delete_item(office, item.id)
    window = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)

    shown = [each.text() for each in window.findChildren(Check) if each.isVisible()]
    assert not any(words.startswith(("Decisions", "Shareable notes")) for words in shown)


def test_private_notes_are_counted_and_nowhere_on_the_page(
    window: DocumentWindow, office: Office, meeting: MeetingId
) -> None:
    private = [item.text for item in office.captured_items.of(meeting) if item.kind == "private"]
    said = " ".join(each.text() for each in window.findChildren(type(window.subject._called)) if each.isVisible())

    assert "1 private note stays out" in said
    assert "Private notes can never be added here." in said
    assert private
    assert not any(words in repr(drawn(window)) or words in said for words in private)


def test_paper_is_remembered(window: DocumentWindow, office: Office, named: Named, qtbot: QtBot) -> None:
    paper = named(window, Segmented, "Paper")
    next(each for each in paper.findChildren(QWidget) if getattr(each, "text", str)() == "US Letter").click()
    settled(window, qtbot)

    assert office.settings.paper is Paper.LETTER
    assert [round(each) for each in last(window).pressed.sizes[0]] == [612, 792]


def test_what_the_terminal_writes_is_on_the_page(
    window: DocumentWindow, sample_desk: Desk, office: Office, meeting: MeetingId, qtbot: QtBot
) -> None:
    sample_desk.bridge.do(lambda: meetings.say_in_short(office, meeting, text="Written elsewhere"))
    settled(window, qtbot)

    assert drawn(window).summary.in_short == "Written elsewhere"


def test_a_meeting_that_was_not_held_is_said(sample_desk: Desk, office: Office) -> None:
    planned = office.meetings.where("t.state = 'planned'")[0]
    window = DocumentWindow(sample_desk, Place("document", planned.id))

    assert window.view.sentence == "This meeting has not been held yet, so there is nothing to sum up."
    window.close()


def test_a_meeting_deleted_meanwhile_is_said(
    window: DocumentWindow, sample_desk: Desk, office: Office, meeting: MeetingId, named: Named
) -> None:
    sample_desk.bridge.do(partial(meetings.delete, office, meeting))

    assert "not in the office any more" in window.view.sentence
    assert not named(window, Button, "Save PDF…").isEnabled()
