"""The side of a document as it was issued: nothing on it can be changed any more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.dates import day_words
from app.domain.errors import AppError
from app.domain.issued import DocumentKind, IssuedDocumentId
from app.services import preview
from app.services.changes import Change
from app.services.preview import Pressed
from app.words import _, plural
from ui.desk import Desk
from ui.document.subject import Subject
from ui.kit.words import Label


class IssuedPanel(Subject):
    """When it was made, how long it is, whether it was sent."""

    def __init__(self, desk: Desk, document: IssuedDocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._document = desk, document
        self._issued = preview.issued(desk.office, document)
        self._title.setText(_titles()[self._issued.document.kind])
        self._called.setText(self._issued.called)
        self._name.setText(self._issued.document.file_name)
        self._made, self._sent = Label("", "body", wrap=True), Label("", "body", wrap=True)
        self.add(self._title)
        self.add(self._called)
        self.add_labelled(_("Document"), Label(self._issued.document.title, "body", wrap=True))
        self.add_labelled(_("As it was issued"), self._made)
        self.add(self._sent)
        self.add_name(f"issued:{document}:name", desk.bridge)
        self.column.addStretch(1)
        self._show()
        desk.bridge.changed.connect(self._reread)

    def source(self) -> bytes:
        """The very bytes."""
        return self._issued.data

    def keep(self, _pressed: Pressed) -> Callable[[], Change]:
        """It is kept already."""
        return partial(Change, label=self._issued.document.title, record="issued_document", id=self._document)

    def _show(self) -> None:
        known, office = self._issued.document, self._desk.office
        made = day_words(known.made_at.astimezone(office.zone).date(), office.today())
        pages = plural("{count} page", "{count} pages", known.pages)
        self._made.setText(_("Made on {day}, {pages}").format(day=made, pages=pages))
        self._sent.setVisible(known.sent_on is not None)
        if known.sent_on is not None:
            day = day_words(known.sent_on.astimezone(office.zone).date(), office.today())
            words = _("Sent to {address} on {day}") if known.sent_to else _("Sent on {day}")
            self._sent.setText(words.format(address=known.sent_to, day=day))

    def _reread(self, change: Change) -> None:
        if ("issued_document", int(self._document)) in change.touched:
            try:
                self._issued = preview.issued(self._desk.office, self._document)
            except AppError as error:
                self.refused.emit(str(error))
            else:
                self._show()


def _titles() -> dict[DocumentKind, str]:
    return {
        DocumentKind.SUMMARY: _("Summary"), DocumentKind.BRIEF: _("Search brief"),
        DocumentKind.DRIFT: _("What changed"), DocumentKind.AGREEMENT: _("Agreement sheet"),
    }  # fmt: skip
