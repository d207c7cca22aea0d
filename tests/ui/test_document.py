"""The document window: what is shown is what goes out, it follows each change, and every way out is driven."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.domain.managers import ManagerId
from app.domain.meetings import CaptureKind
from app.domain.talks import MeetingId
from app.domain.text import clean
from app.services import documents, managers, meetings, preview, reading
from app.services.office import Office
from app.services.preferences import set_setting
from app.settings import Paper
from ui import tasks
from ui.desk import Desk
from ui.document.preview import Draft, Shown
from ui.document.window import DocumentWindow, document_window
from ui.kit.button import Button
from ui.kit.field import Area, Check, Line
from ui.kit.segmented import Segmented
from ui.relationship.documents import IssuedList

Named = Callable[..., Any]


class Opener(QObject):
    """Stands for the desktop: remembers what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def office(sample_office: Office) -> Office:
    return sample_office


@pytest.fixture
def meeting(office: Office) -> MeetingId:
    latest = office.meetings.latest()
    assert latest is not None
    return latest.id


@pytest.fixture
def window(sample_desk: Desk, meeting: MeetingId, qtbot: QtBot) -> DocumentWindow:
    return opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)


def opened(made: DocumentWindow, qtbot: QtBot) -> DocumentWindow:
    qtbot.addWidget(made)
    shown(made, qtbot)
    return made


def shown(window: DocumentWindow, qtbot: QtBot) -> None:
    """With the keyboard and its page: keys reach only a window that is active."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settled(window, qtbot)


def last(window: DocumentWindow) -> Shown:
    assert window.preview.last is not None
    return window.preview.last


def drawn(window: DocumentWindow) -> Draft:
    source = last(window).wish.source
    assert isinstance(source, Draft)
    return source


def settled(window: DocumentWindow, qtbot: QtBot) -> None:
    """Until the page that was asked for is there."""
    done: list[object] = []
    window.preview.when_current(done.append)
    qtbot.waitUntil(lambda: bool(done))


def press(window: QWidget, named: Named, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(window, QPushButton, name), Qt.MouseButton.LeftButton)


def dialog_of(
    window: QWidget, kind: type[QFileDialog] | type[QPrintDialog], qtbot: QtBot
) -> QFileDialog | QPrintDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)))
    return window.findChildren(kind)[0]


def save_as(window: DocumentWindow, path: Path, qtbot: QtBot) -> None:
    dialog = dialog_of(window, QFileDialog, qtbot)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


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
    window = opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)

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


def test_the_page_follows_each_key_and_the_office_the_field(
    window: DocumentWindow, office: Office, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    before = office.meetings.get(meeting).in_short
    area = named(window, Area, "In short")
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(area, "Two people, 60 minutes.")
    qtbot.waitUntil(lambda: drawn(window).summary.in_short == "Two people, 60 minutes.")
    assert office.meetings.get(meeting).in_short == before
    assert area.toPlainText() == "Two people, 60 minutes."
    named(window, Line, "File name").setFocus()
    area.left.emit()

    assert office.meetings.get(meeting).in_short == "Two people, 60 minutes."
    assert reading.undo(office) == "In short written"
    assert office.meetings.get(meeting).in_short == before


def test_undo_brings_the_lines_back_into_the_field(
    window: DocumentWindow, office: Office, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    area = named(window, Area, "In short")
    before = area.toPlainText()
    area.setPlainText("Something else")
    window.subject.settle()
    window.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)

    assert area.toPlainText() == before
    assert drawn(window).summary.in_short == before


def test_typing_that_was_cut_off_comes_back(sample_desk: Desk, meeting: MeetingId, named: Named, qtbot: QtBot) -> None:
    sample_desk.bridge.keep_draft(f"in-short:{meeting}", "Half a sent")
    window = opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)
    settled(window, qtbot)

    assert named(window, QPlainTextEdit, "In short").toPlainText() == "Half a sent"
    assert drawn(window).summary.in_short == "Half a sent"
    window.subject.settle()
    assert sample_desk.bridge.draft(f"in-short:{meeting}") == ""
    assert sample_desk.office.meetings.get(meeting).in_short == "Half a sent"


def test_more_than_three_lines_are_said_and_kept(window: DocumentWindow, named: Named, qtbot: QtBot) -> None:
    area = named(window, Area, "In short")
    area.setPlainText("a\nb\nc\nd\ne")
    qtbot.waitUntil(lambda: area.wrong)

    assert area.accessibleDescription() == "This takes 5 lines on paper. Please keep it to 3."
    area.setPlainText("a\nb\nc")
    qtbot.waitUntil(lambda: not area.wrong)


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


def test_a_save_writes_what_is_shown_and_lists_it(
    *,
    window: DocumentWindow,
    office: Office,
    meeting: MeetingId,
    tmp_path: Path,
    named: Named,
    opener: Opener,
    qtbot: QtBot,
) -> None:
    named(window, Line, "File name").setText("For Amara")
    named(window, Check, "Market facts (2)").click()
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    target = tmp_path / "For Amara.pdf"
    save_as(window, target, qtbot)
    qtbot.waitUntil(lambda: window._toast.words == "Saved")
    [issued] = [each for each in office.issued.of(office.meetings.get(meeting).manager) if each.meeting == meeting][:1]

    assert target.read_bytes() == last(window).pressed.data
    assert documents.read_issued(office, issued.id) == target.read_bytes()
    assert issued.file_name == "For Amara.pdf"
    assert list(tmp_path.glob(".*")) == []
    press(window, named, "Show", qtbot)
    assert opener.opened == [str(tmp_path)]


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_listed(
    window: DocumentWindow, office: Office, meeting: MeetingId, tmp_path: Path, qtbot: QtBot
) -> None:
    before = office.issued.of(office.meetings.get(meeting).manager)
    window.sending.save()
    save_as(window, tmp_path / "nowhere" / "x.pdf", qtbot)
    qtbot.waitUntil(lambda: window.sending._line.text() == "The folder cannot be written. Choose another.")

    assert office.issued.of(office.meetings.get(meeting).manager) == before


def test_email_opens_a_draft_and_logs_it_when_told(
    *, window: DocumentWindow, office: Office, meeting: MeetingId, named: Named, opener: Opener, qtbot: QtBot
) -> None:
    press(window, named, "Email…", qtbot)
    qtbot.waitUntil(lambda: bool(opener.opened))
    mail = Path(opener.opened[0])
    message = message_from_bytes(mail.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    [attached] = message.iter_attachments()
    known = office.issued.of(office.meetings.get(meeting).manager)[0]

    assert (mail.suffix, mail.stat().st_mode & 0o777) == (".eml", 0o600)
    assert attached.get_content() == last(window).pressed.data
    assert known.sent_on is None
    press(window, named, "Show in folder", qtbot)
    assert opener.opened[1:] == [str(office.folder / "documents" / "drafts")]
    press(window, named, "Copy text", qtbot)
    assert QGuiApplication.clipboard().text().startswith("Hello Amara,")
    press(window, named, "I sent it", qtbot)
    assert office.issued.get(known.id).sent_to == message["To"]
    assert office.talks.where("t.manager = ?", (known.manager,), then="ORDER BY t.id DESC")[0].text.startswith("Sent: ")


def test_no_mail_program_leaves_the_text_on_the_clipboard(
    window: DocumentWindow, named: Named, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press(window, named, "Email…", qtbot)
    qtbot.waitUntil(lambda: window.sending._line.text() == "No mail app answered. The text is copied.")

    assert "here is the summary of our talk" in QGuiApplication.clipboard().text()
    assert named(window, Button, "Show in folder").isVisible()


def test_print_draws_every_page_into_the_printer(window: DocumentWindow, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window, QPrintDialog, qtbot)
    target = tmp_path / "printed.pdf"
    next(each for each in dialog.findChildren(QLineEdit) if each.objectName() == "filename").setText(str(target))
    dialog.accept()
    qtbot.waitUntil(lambda: window.sending._line.text() == "Sent to the printer.")

    assert target.read_bytes().startswith(b"%PDF")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office", "printed.pdf"]


def long_summary(office: Office, meeting: MeetingId) -> None:
    for turn in range(60):
        text = f"Decision {turn}\n" + "Because of what was said, at some length. " * 3
        meetings.capture(office, meeting, kind=CaptureKind.DECISION, text=text)


def test_pages_turn_by_keys_and_stay_in_their_bounds(
    sample_desk: Desk, office: Office, meeting: MeetingId, qtbot: QtBot
) -> None:
    long_summary(office, meeting)
    window = opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)
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


def test_details_are_asked_once(desk: Desk, sample_desk: Desk, meeting: MeetingId, named: Named, qtbot: QtBot) -> None:
    office = sample_desk.office
    for key in ("name", "firm"):
        set_setting(office, key=key, value="")
    window = opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)
    named(window, Line, "Your name").setText("Noor Haddad")
    named(window, Line, "Your firm").setText("Haddad Search")
    press(window, named, "Put it on paper", qtbot)
    settled(window, qtbot)

    assert (office.settings.name, office.settings.firm) == ("Noor Haddad", "Haddad Search")
    assert drawn(window).summary.firm == "Haddad Search"
    assert not named(window, Line, "Your name").isVisible()


def test_details_that_were_skipped_are_not_asked_again(
    sample_desk: Desk, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    for key in ("name", "firm"):
        set_setting(sample_desk.office, key=key, value="")
    first = opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)
    press(first, named, "Skip", qtbot)
    second = opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)

    assert not named(first, Line, "Your name").isVisible()
    assert [each for each in second.findChildren(Line) if each.accessibleName() == "Your name"] == []


def test_an_issued_document_is_shown_as_it_went_out(
    sample_desk: Desk, office: Office, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    made, change = documents.issue_summary(office, office.meetings.get(meeting))
    meetings.say_in_short(office, meeting, text="Something else by now")
    window = opened(DocumentWindow(sample_desk, issued=change.id), qtbot)

    assert last(window).pressed.data == made.data
    assert window.findChildren(Check) == []
    assert window.findChildren(QPlainTextEdit) == []
    before = len(office.issued.of(office.meetings.get(meeting).manager))
    settled(window, qtbot)
    assert len(office.issued.of(office.meetings.get(meeting).manager)) == before


@pytest.mark.parametrize(("gone", "sentence"), [(True, "is gone. Make it again"), (False, "not in the office")])
def test_a_document_that_is_gone_is_said(
    sample_desk: Desk, office: Office, meeting: MeetingId, gone: bool, sentence: str
) -> None:
    _made, change = documents.issue_summary(office, office.meetings.get(meeting))
    for path in (office.folder / "documents").glob("*.pdf"):
        path.unlink()
    window = DocumentWindow(sample_desk, issued=change.id if gone else 999_999)

    assert sentence in window.view.sentence
    assert [
        each.text() for each in window.sending.findChildren(Button) if each.isEnabled() and "…" in each.text()
    ] == []
    window.sending.save()
    assert window.findChildren(QFileDialog) == []
    window.close()


def test_a_meeting_that_was_not_held_is_said(sample_desk: Desk, office: Office) -> None:
    planned = office.meetings.where("t.state = 'planned'")[0]
    window = DocumentWindow(sample_desk, meeting=planned.id)

    assert window.view.sentence == "This meeting has not been held yet, so there is nothing to sum up."
    window.close()


def test_a_meeting_deleted_meanwhile_is_said(
    window: DocumentWindow, sample_desk: Desk, office: Office, meeting: MeetingId, named: Named
) -> None:
    sample_desk.bridge.do(partial(meetings.delete, office, meeting))

    assert "not in the office any more" in window.view.sentence
    assert not named(window, Button, "Save PDF…").isEnabled()


def test_the_list_of_issued_documents_opens_one(
    sample_desk: Desk, office: Office, meeting: MeetingId, qtbot: QtBot
) -> None:
    manager = office.meetings.get(meeting).manager
    listed = IssuedList(sample_desk, manager)
    qtbot.addWidget(listed)
    before = listed.listing.model().rowCount()
    made = documents.make_summary(office, office.meetings.get(meeting))
    sample_desk.bridge.do(lambda: documents.keep_summary(office, office.meetings.get(meeting), made))
    listed.resize(500, 400)
    listed.show()
    model = listed.listing.model()
    assert model.rowCount() == before + 1
    words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Calibration call: Senior Backend Engineer, Tue 24 Nov · 1 page"
    listed.listing.select(0)
    with qtbot.waitSignal(sample_desk.asked) as asked:
        qtbot.keyClick(listed.listing, Qt.Key.Key_Return)

    assert asked.args[0].kind == "issued"
    assert office.issued.get(asked.args[0].id).meeting == meeting


def test_a_manager_without_documents_has_no_list(desk: Desk, qtbot: QtBot) -> None:
    manager = ManagerId(managers.add(desk.office, name="Nobody Yet").id)
    listed = IssuedList(desk, manager)
    qtbot.addWidget(listed)

    assert listed.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_W])
def test_closing_saves_what_was_typed(
    *, sample_desk: Desk, office: Office, meeting: MeetingId, key: Qt.Key, named: Named, qtbot: QtBot
) -> None:
    window = DocumentWindow(sample_desk, meeting=meeting)
    shown(window, qtbot)
    named(window, Area, "In short").setPlainText("Typed last")
    modifier = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_W else Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(window.destroyed):
        qtbot.keyClick(window, key, modifier)

    assert office.meetings.get(meeting).in_short == "Typed last"


def test_a_document_is_open_once(sample_desk: Desk, meeting: MeetingId, qtbot: QtBot) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    first = document_window(sample_desk, main, meeting=meeting)
    first.show()

    assert document_window(sample_desk, main, meeting=meeting) is first
    assert document_window(sample_desk, main, issued=meeting) is not first
    settled(first, qtbot)


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


HOSTILE = [
    "",
    "<b>&amp;</b> {name} %s",
    "\u202e".join("abc"),
    "王小明 محمد שלום",
    "\x00\x07",
    "a" * 1900,
    "e\u0301" * 300,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_drawn_and_saved_as_it_is(
    *, window: DocumentWindow, office: Office, meeting: MeetingId, text: str, named: Named, qtbot: QtBot
) -> None:
    named(window, Area, "In short").setPlainText(text)
    settled(window, qtbot)
    window.subject.settle()
    kept = office.meetings.get(meeting).in_short or ""
    again = documents.make_summary(office, office.meetings.get(meeting))
    settled(window, qtbot)

    assert last(window).pressed.data == again.data
    assert kept == clean(text, "in_short", "text", 5_000, lines=True)


def test_a_text_that_cannot_be_kept_is_said_and_stays(window: DocumentWindow, named: Named, qtbot: QtBot) -> None:
    area = named(window, Area, "In short")
    before = last(window).pressed.data
    area.setPlainText("a" * 2_001)
    settled(window, qtbot)

    assert "characters without a space" in area.accessibleDescription()
    assert (len(area.toPlainText()), last(window).pressed.data) == (2_001, before)
    area.setPlainText("Short again")
    settled(window, qtbot)
    assert not area.wrong


def test_pages_are_made_beside_the_window(
    sample_desk: Desk, meeting: MeetingId, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: set[int] = set()
    press_page, draw = preview.press, preview.picture
    monkeypatch.setattr(preview, "press", lambda *given: (made.add(threading.get_ident()), press_page(*given))[1])
    monkeypatch.setattr(preview, "picture", lambda *given: (made.add(threading.get_ident()), draw(*given))[1])
    opened(DocumentWindow(sample_desk, meeting=meeting), qtbot)

    assert len(made) == 1
    assert threading.get_ident() not in made


def test_a_closed_window_is_freed_even_while_its_page_is_drawn(
    sample_desk: Desk, meeting: MeetingId, qtbot: QtBot
) -> None:
    window = DocumentWindow(sample_desk, meeting=meeting)
    window.show()
    freed = weakref.ref(window)
    with qtbot.waitSignal(window.destroyed):
        window.close()
    del window
    done: list[str] = []
    tasks.run(sample_desk, lambda: "after it", done.append, lambda error: done.append(str(error)))
    qtbot.waitUntil(lambda: bool(done))
    gc.collect()

    assert freed() is None


def test_a_bug_in_a_task_surfaces_on_the_window_s_thread(qtbot: QtBot) -> None:
    owner, threads = QObject(), []
    with qtbot.captureExceptions() as caught:
        tasks.run(owner, lambda: 1 // 0, threads.append, lambda error: threads.append(str(error)))
        qtbot.waitUntil(lambda: bool(caught))

    assert (caught[0][0], threads) == (ZeroDivisionError, [])


def test_a_task_tells_a_failure_and_nothing_once_its_owner_is_gone(qtbot: QtBot) -> None:
    told: list[str] = []

    def fail() -> str:
        raise AppError("Choose another.")

    owner, gone = QObject(), QObject()
    tasks.run(gone, lambda: "late", told.append, lambda error: told.append(str(error)))
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    tasks.run(owner, fail, told.append, lambda error: told.append(str(error)))
    tasks.run(owner, lambda: "done", told.append, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: "done" in told)

    assert [words for words in told if words != "late"] == ["Choose another.", "done"]
