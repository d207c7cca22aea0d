"""What a document window is about: the side that says what goes on the page and under which name it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.text import NAME, file_name
from app.services.changes import Change
from app.services.preview import Pressed
from app.words import _
from ui.bridge import Bridge
from ui.document.preview import Source
from ui.kit.field import Field, Line
from ui.kit.form_draft import FormDraft
from ui.kit.words import Label
from ui.theme import size


class Subject(QWidget):
    """A summary being made, or a document as it was issued. Subclasses fill `column` and say what is shown."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._title = Label("", "title", wrap=True)
        self._called = Label("", "body", "text2", wrap=True)
        self._name = Line(limit=NAME)
        self._name_draft: FormDraft | None = None
        self.is_gone = False

    def source(self) -> Source | None:
        """What the page shows, or None when there is nothing to show."""
        raise NotImplementedError

    def take(self, pressed: Pressed) -> None:
        """The document was drawn: say what should be known about it."""

    def settle(self) -> None:
        """Save what was typed."""
        if self._name_draft is not None:
            self._name_draft.settle()

    def keep(self, pressed: Pressed) -> Callable[[], Change]:
        """The use case that lists the document as issued; its change carries the document's number."""
        raise NotImplementedError

    def file_name(self) -> str:
        """What the file is called: as typed, fit for every file system, a PDF by its ending."""
        typed = self._name.text().strip()
        stem = typed[: -len(".pdf")] if typed.lower().endswith(".pdf") else typed
        return file_name(f"{stem or self._title.text()}.pdf")

    def title(self) -> str:
        """The words for the window's title."""
        return ", ".join(words for words in (self._title.text(), self._called.text()) if words)

    def add_name(self, place: str, bridge: Bridge) -> None:
        """The field for the file's name below the others; until the document is issued, what is typed is a draft."""
        field = Field(_("File name"), self._name)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._name_draft = FormDraft(self, {"name": self._name}, place, bridge)
        if self._name_draft.notice is not None:
            self.add(self._name_draft.notice, above=16)
        self.add(field, above=16 if self._name_draft.notice is None else 4)
        self._name.home(False)  # a long name is read from its day on

    def forget_name(self) -> None:
        """The document was issued under its name."""
        if self._name_draft is not None:
            self._name_draft.forget()
            if self._name_draft.notice is not None:
                self._name_draft.notice.hide()

    def add(self, widget: QWidget, *, above: int = 0, stretch: bool = True) -> None:
        """Put a part below the others; one that does not stretch stays at its own width."""
        self.column.addSpacing(size(above))
        if stretch:
            self.column.addWidget(widget)
        else:
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)

    def add_labelled(self, words: str, control: QWidget) -> None:
        """A group under its label."""
        label = Label(words, "captionMedium", "text2")
        label.setBuddy(control)
        self.add(label, above=16)
        self.add(control, above=5, stretch=False)
