"""Every way a document leaves: a file, an email draft, a printer; each says how it ended."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.talks import MeetingId
from app.services import documents
from app.services.office import Office
from tests.ui.document.screen import Named, Opener, dialog_of, last, press, save_as
from ui.document.window import DocumentWindow
from ui.kit.button import Button
from ui.kit.field import Check, Line


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

    assert "Here is the summary of our talk" in QGuiApplication.clipboard().text()
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


def test_a_name_that_was_typed_is_a_draft_until_the_document_is_issued(
    window: DocumentWindow, meeting: MeetingId, tmp_path: Path, named: Named, qtbot: QtBot
) -> None:
    name, bridge = named(window, Line, "File name"), window._desk.bridge
    name.setFocus()
    qtbot.keyClicks(name, " new")
    window.subject.settle()
    assert "new" in bridge.draft(f"summary:{meeting}:name")
    window.sending.save()
    save_as(window, tmp_path / "x.pdf", qtbot)
    qtbot.waitUntil(lambda: window._toast.words == "Saved")

    assert bridge.draft(f"summary:{meeting}:name") == ""
