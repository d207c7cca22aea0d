"""The field a note's Markdown source is written in: plain text, its marks quieter, nothing loaded from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.text import BODY, RUN
from app.words import _
from ui.kit.field import pasted, plain, too_long
from ui.kit.scrolling import ScrollBar
from ui.relationship.notes import marks
from ui.relationship.notes.spacing import SteadyLayout, note_font
from ui.relationship.notes.styling import Span, spans
from ui.theme import colour, size
from ui.theme import look as theme

_KIND = QTextCharFormat.Property.UserProperty
_HEADING = 16
_AT_ONCE = 50  # more blocks than this are styled when they come into sight
# Colour token, whether it is heavy, and whether it is slanted.
_LOOKS = {
    "heading": ("text", True, False), "headingMark": ("text3", False, False), "mark": ("text3", False, False),
    "sign": ("accent", True, False), "quote": ("text2", False, False), "bold": ("text", True, False),
    "italic": ("text", False, True), "code": ("text2", False, False), "link": ("accent", False, False),
}  # fmt: skip


class SourceField(QPlainTextEdit):
    """Markdown as it was typed. `typed` comes with every change by the person, `left` when the keyboard goes."""

    typed = Signal()
    left = Signal()
    refused = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Note"))
        self.setPlaceholderText(_("Write it as you would say it."))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QTextDocument(self)
        self._layout = SteadyLayout(self._sheet)
        self._sheet.setDocumentLayout(self._layout)
        self._sheet.setDocumentMargin(2)
        self._filling = True
        self.setDocument(self._sheet)
        self._formats: dict[str, QTextCharFormat] = {}
        self._unseen = True
        self._look = -1
        self._dress()
        self._sheet.contentsChange.connect(self._restyle)
        self.textChanged.connect(self._text_changed)
        self.blockCountChanged.connect(self._look_again)
        self.verticalScrollBar().valueChanged.connect(self._look_again)
        self.fill(text)

    def toPlainText(self) -> str:
        """The text as it was typed."""
        return plain(self.document())

    def fill(self, text: str) -> None:
        """Show a text that nobody typed here; the field's own undo begins anew."""
        self._filling = True
        self.setPlainText(text)
        self._filling = False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text only leaves the field."""
        copied = QMimeData()
        copied.setText(self.textCursor().selection().toPlainText())
        return copied

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whatever holds words, a copied page too."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as text, unless the note cannot hold it; then the clipboard keeps it."""
        words = pasted(source).replace("\r\n", "\n").replace("\r", "\n")
        wrong = self._what_is_wrong_with(words)
        if wrong:
            self.refused.emit(wrong)
        elif words:
            self.textCursor().insertText(words)
            self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Style what comes into sight, then paint."""
        if self._unseen:
            self._unseen = False
            self._style_what_is_seen()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another part of the text may be in sight."""
        super().resizeEvent(event)
        self._look_again()

    def changeEvent(self, event: QEvent) -> None:
        """A new look: its fonts and colours, styled anew where it is seen."""
        if event.type() == QEvent.Type.PaletteChange and self._look not in (-1, theme.generation()):
            self._dress()
        super().changeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left, not merely covered by a menu."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.left.emit()

    def _dress(self) -> None:
        self._look = theme.generation()
        self.setFont(note_font())
        self._formats = {kind: _format(kind) for kind in _LOOKS}
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, colour("canvas"))
        self.setPalette(palette)
        self._look_again()
        self.viewport().update()

    def _look_again(self) -> None:
        """Something that was not seen before may be in sight at the next painting."""
        self._unseen = True

    def _style_what_is_seen(self) -> None:
        block, top = self.firstVisibleBlock(), self.contentOffset().y()
        while block.isValid() and top <= self.viewport().height():
            if block.userState() != self._look:
                self._style(block)
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _text_changed(self) -> None:
        if self.extraSelections():
            self.setExtraSelections([])  # what was found and marked is written over
        if not self._filling:
            self.typed.emit()

    def _restyle(self, start: int, _removed: int, added: int) -> None:
        """Style the blocks that changed; of many, only those in sight, when they are painted."""
        end = min(start + added, self._sheet.characterCount() - 1)
        block, last = self._sheet.findBlock(start), self._sheet.findBlock(end)
        if last.blockNumber() - block.blockNumber() > _AT_ONCE:
            block.setUserState(-1)
            last.setUserState(-1)
            self._look_again()
            return
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            self._style(block)
            block = block.next()

    def _style(self, block: QTextBlock) -> None:
        """Give a block its formats, and have it laid out again if they are others than before."""
        layout = block.layout()
        fresh, block_look = spans(block.text()), block.userState()
        block.setUserState(self._look)
        if block_look == self._look and fresh == _spans_of(layout):
            return
        if not fresh and not layout.formats():
            return
        ranges = []
        for span in fresh:
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = span.start, span.length, self._formats[span.kind]
            ranges.append(found)
        layout.setFormats(ranges)
        self._sheet.markContentsDirty(block.position(), block.length())

    def _what_is_wrong_with(self, words: str) -> str:
        """Why a text cannot be put where the cursor is, empty when it can."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if self._sheet.characterCount() - (end - start) + len(words) > BODY:
            return too_long(BODY)
        before, after = self._sheet.findBlock(start), self._sheet.findBlock(end)
        foot = after.position() + after.length() - 1
        around = marks.text(before, before.position(), start) + words + marks.text(after, end, foot)
        if max(map(len, around.split()), default=0) > RUN:
            sentence = _("This has more than {limit} letters without a space. The text is still on the clipboard.")
            return sentence.format(limit=f"{RUN:,}")
        return ""


def _format(kind: str) -> QTextCharFormat:
    token, heavy, slanted = _LOOKS[kind]
    made = QTextCharFormat()
    made.setProperty(_KIND.value, kind)
    made.setForeground(colour(token))
    if kind in ("heading", "headingMark"):
        made.setProperty(QTextCharFormat.Property.FontPixelSize.value, size(_HEADING))
    if heavy:
        made.setFontWeight(QFont.Weight.DemiBold)
    if slanted:
        made.setFontItalic(True)
    return made


def _spans_of(layout: QTextLayout) -> list[Span]:
    return [Span(each.start, each.length, str(each.format.property(_KIND.value))) for each in layout.formats()]
