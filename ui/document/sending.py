"""The foot of the document window: Email, Print, Save, and what helps when no mail program answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.issued import IssuedDocumentId
from app.services import documents
from app.services.changes import Change
from app.services.documents import Draft, Letter
from app.services.preview import Pressed
from app.words import _
from ui import tasks
from ui.desk import Desk
from ui.document.preview import Preview
from ui.document.subject import Subject
from ui.kit.button import Button
from ui.kit.flow import Flow
from ui.kit.scrolling import top_edge
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size


class Sending(QWidget):
    """Each way out first waits for the page that is shown to be the one that was asked for."""

    saved = Signal(str)

    def __init__(self, desk: Desk, subject: Subject, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._subject, self._preview = desk, subject, preview
        own = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._folder = own if own.is_dir() else Path.home()
        self._letter: Letter | None = None
        self._draft: Draft | None = None
        self._issued = IssuedDocumentId(0)
        self._edged, self._ready = False, False
        self._line = Label(_("Email opens a draft with the PDF attached."), "caption", "text2", wrap=True)
        self._after = Flow(gap=size(6))
        self._buttons = {
            "email": Button(_("Email…"), icon="mail"), "print": Button(_("Print…"), icon="printer"),
            "save": Button(_("Save PDF…"), icon="download", kind="primary"),
        }  # fmt: skip
        self._sent = Button(_("I sent it"), icon="check", kind="compact")
        self._build()

    def set_edge(self, _least: int, most: int) -> None:
        """A line above, while there is something to scroll there."""
        self._edged = most > 0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        if self._edged:
            top_edge(QPainter(self), self.width())

    def set_ready(self, ready: bool) -> None:
        """Whether there is a document to send."""
        self._ready = ready
        for button in self._buttons.values():
            button.setEnabled(ready)

    def say(self, sentence: str) -> None:
        """One sentence over the buttons."""
        self._line.setText(sentence)
        announce(self, sentence)

    def save(self) -> None:
        """Ask where to, then write the file whole or not at all."""
        if not self._ready:
            return
        self._subject.settle()
        dialog = QFileDialog(self, _("Save PDF"), str(self._folder / self._subject.file_name()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._subject.file_name())
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def print(self) -> None:
        """Ask the system which printer, then draw the pages for it."""
        if self._ready:
            self._subject.settle()
            self._preview.when_current(self._ask_printer)

    def email(self) -> None:
        """List the document, write a draft with it attached and let the mail program open it."""
        if self._ready:
            self._subject.settle()
            self._preview.when_current(self._keep_for_mail)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(size(24), size(10), size(24), size(18))
        column.setSpacing(size(8))
        column.addWidget(self._line)
        column.addWidget(self._after)
        self._after.hide()
        show, copy = Button(_("Show in folder"), kind="compact"), Button(_("Copy text"), kind="compact")
        for button, answer in ((show, self._show_in_folder), (copy, self._copy), (self._sent, self._log)):
            button.clicked.connect(answer)
            self._after.add(button)
        row = QHBoxLayout()
        row.setSpacing(size(8))
        for name, answer in (("email", self.email), ("print", self.print), ("save", self.save)):
            if name == "save":
                row.addStretch()
            self._buttons[name].clicked.connect(answer)
            row.addWidget(self._buttons[name])
        column.addLayout(row)

    def _write(self, path: str) -> None:
        self._folder = Path(path).parent
        self._preview.when_current(partial(self._write_page, path))

    def _write_page(self, path: str, pressed: Pressed) -> None:
        write = partial(documents.write_copy, Path(path), pressed.data)
        tasks.run(self, write, partial(self._list, path, pressed), self._failed)

    def _list(self, path: str, pressed: Pressed, _written: None) -> None:
        """The file is there: keep the document among the issued ones."""
        self._issue(pressed, partial(self._tell_saved, path))

    def _issue(self, pressed: Pressed, then: Callable[[Change], None]) -> None:
        """List the document among the issued ones, and then go on."""
        self._desk.bridge.do(self._subject.keep(pressed), then=partial(self._is_issued, then), failed=self._failed)

    def _is_issued(self, then: Callable[[Change], None], change: Change) -> None:
        self._subject.forget_name()
        then(change)

    def _tell_saved(self, path: str, _change: Change) -> None:
        self.saved.emit(path)

    def _ask_printer(self, pressed: Pressed) -> None:
        from ui.document.printing import ask_printer

        ask_printer(self, pressed, self._subject.file_name(), self._printed, self._failed)

    def _printed(self, pressed: Pressed) -> None:
        self._issue(pressed, self._tell_printed)

    def _tell_printed(self, _change: Change) -> None:
        self.say(_("Sent to the printer."))

    def _keep_for_mail(self, pressed: Pressed) -> None:
        self._issue(pressed, partial(self._write_draft, pressed))

    def _write_draft(self, pressed: Pressed, change: Change) -> None:
        """The document is listed: write the draft beside the window."""
        self._issued = IssuedDocumentId(change.id)
        self._letter = documents.letter(self._desk.office, self._issued)._replace(file_name=self._subject.file_name())
        write = partial(documents.write_draft, self._desk.office.folder, self._letter, pressed.data)
        tasks.run(self, write, self._open_draft, self._failed)

    def _open_draft(self, draft: Draft) -> None:
        self._draft = draft
        self._after.show()
        self._sent.setEnabled(True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(draft.mail))):
            self._copy()
            self.say(_("No mail app answered. The text is copied."))
        elif self._letter is not None and not self._letter.to:
            self.say(_("A draft is open in your mail app. Add the address: there is none here yet."))
        else:
            self.say(_("A draft is open in your mail app, with the PDF attached."))

    def _show_in_folder(self) -> None:
        if self._draft is not None:
            show_folder(str(self._draft.document))

    def _copy(self) -> None:
        if self._letter is not None:
            QGuiApplication.clipboard().setText(self._letter.body)
            self.say(_("The text is copied."))

    def _log(self) -> None:
        to = self._letter.to if self._letter is not None else ""
        sent = partial(documents.sent, self._desk.office, self._issued, to=to, how="email")
        self._desk.bridge.do(sent, then=self._logged, failed=self._failed)

    def _logged(self, _change: Change) -> None:
        self._sent.setEnabled(False)
        self.say(_("Logged as sent."))

    def _failed(self, error: AppError) -> None:
        self.say(str(error))


def show_folder(path: str) -> None:
    """Open the folder that a file lies in."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
