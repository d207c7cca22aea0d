"""One note open for writing: title, source, and the read view in its place. A sheet belongs to one note for life."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.managers import ManagerId
from app.domain.notes import Note
from app.domain.text import NAME
from app.words import _
from ui.desk import Desk
from ui.kit.field import Line
from ui.relationship.notes import marks
from ui.relationship.notes.found import show_found
from ui.relationship.notes.reading import MOST, ReadView
from ui.relationship.notes.saving import Saver, Text
from ui.relationship.notes.source import SourceField
from ui.theme import font, line_height, size


class TitleField(Line):
    """The title as the first line of the page, without a frame."""

    def __init__(self, text: str) -> None:
        super().__init__(_("Title"), limit=NAME)
        self.setAccessibleName(_("Title"))
        self.setText(text)
        self.setCursorPosition(0)
        self._wear()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the title's own type in every look."""
        if event.type() != QEvent.Type.PaletteChange:
            super().changeEvent(event)
        elif self.font() != font("title"):
            self._wear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the words."""
        QLineEdit.paintEvent(self, event)

    def focusOutEvent(self, event: object) -> None:
        """A menu over the field is not leaving it."""
        assert isinstance(event, QFocusEvent)
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            QLineEdit.focusOutEvent(self, event)
        else:
            super().focusOutEvent(event)

    def _wear(self) -> None:
        self.setFont(font("title"))
        self.setTextMargins(0, 0, 0, 0)
        self.setFixedHeight(max(line_height("title"), 28))
        palette = self.palette()
        palette.setBrush(palette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)


class Sheet(QWidget):
    """Title and text of one note."""

    refused = Signal(str)

    def __init__(self, desk: Desk, manager: ManagerId, note: Note | None) -> None:
        super().__init__()
        self.saver = Saver(desk, manager, note)
        draft = self.saver.draft()
        text = draft or self.saver.stored
        self.title, self.source = TitleField(text.title), SourceField(text.body)
        self._views = QStackedWidget()
        self._views.addWidget(self.source)
        self._read: ReadView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(7))
        column.addWidget(self.title)
        column.addWidget(self._views, 1)
        self.saver.asked.connect(self._give)
        self.title.textChanged.connect(self._title_changed)
        self.source.typed.connect(self.saver.touched)
        for field in (self.title, self.source):
            field.left.connect(self.saver.save)
            field.refused.connect(self.refused)
        if draft:
            self.saver.touched()

    @property
    def reading(self) -> bool:
        """Whether the read view is shown."""
        return self._views.currentIndex() > 0

    def focus_text(self) -> None:
        """The keyboard into the text, or the read view in its place."""
        (self._read if self.reading and self._read else self.source).setFocus()

    def show_reading(self, on: bool) -> None:
        """Show the note as it reads, or its source; the keyboard goes with it."""
        held = self.source.hasFocus() or (self._read is not None and self._read.hasFocus())
        if on and self.source.document().characterCount() > MOST:
            self.refused.emit(_("This note is too long for the read view."))
            on = False
        if on:
            if self._read is None:
                self._read = ReadView()
                self._views.addWidget(self._read)
            self._read.show_source(self.source.toPlainText())
            self._views.setCurrentWidget(self._read)
        else:
            self._views.setCurrentWidget(self.source)
        if held:
            self.focus_text()

    def _title_changed(self, title: str) -> None:
        """Also by a screen reader, which Qt does not call edited."""
        if title != self.saver.stored.title:
            self.saver.touched()

    def mark_words(self, words: str) -> None:
        """Let words stand out in the source, until something is typed."""
        self.show_reading(False)
        found = show_found(self.source, words)
        (self.source if found else self.title).setFocus()

    def show_stored(self, note: Note) -> None:
        """Show what is in the office now, unless something here is not saved yet."""
        stored = Text(note.title, note.body)
        if self.saver.waiting or stored == self.saver.stored:
            return
        self.saver.stored = stored
        self.title.setText(note.title)
        self.source.fill(note.body)
        self.show_reading(self.reading)

    def heading(self) -> None:
        """Make headings of the chosen lines, or lines of headings."""
        self._begin_with(marks.HEADING)

    def items(self) -> None:
        """Make a list of the chosen lines."""
        self._begin_with(marks.ITEM)

    def quote(self) -> None:
        """Quote the chosen lines."""
        self._begin_with(marks.QUOTE)

    def bold(self) -> None:
        """Make the chosen words bold, or not."""
        self._put_around(marks.BOLD)

    def italic(self) -> None:
        """Make the chosen words italic, or not."""
        self._put_around(marks.ITALIC)

    def link(self) -> None:
        """Make a link of the chosen words."""
        if not self.reading:
            self.source.setTextCursor(marks.add_link(self.source.textCursor()))
            self.source.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down lead from the title into the text."""
        down = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        if down and self.title.hasFocus():
            self.focus_text()
        else:
            super().keyPressEvent(event)

    def _begin_with(self, mark: str) -> None:
        if not self.reading:
            marks.toggle_beginning(self.source.textCursor(), mark)
            self.source.setFocus()

    def _put_around(self, mark: str) -> None:
        if not self.reading:
            self.source.setTextCursor(marks.toggle_around(self.source.textCursor(), mark))
            self.source.setFocus()

    def _give(self) -> None:
        self.saver.text = Text(self.title.text(), self.source.toPlainText())
