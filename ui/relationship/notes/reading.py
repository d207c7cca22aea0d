"""A note as it reads: its Markdown shown, read-only. No picture and no file is ever opened for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.words import _
from ui.kit.scrolling import ScrollBar
from ui.theme import font, size
from ui.theme import look as theme

MOST = 200_000  # characters; laying out more would hold the window for longer than a blink
_LINE, _AROUND, _ABOVE_HEADING = 145, 5, 12
_HEADINGS, _SMALLEST = {1: 18, 2: 16, 3: 15}, 14
_OPENED = ("http", "https", "mailto")


class _Bare(QTextDocument):
    """A document that has no resources; Qt would open `file:` and network paths by itself."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing, but not None: for None Qt looks for itself."""
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(0)
        return nothing


class ReadView(QTextBrowser):
    """Shows Markdown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Note, read view"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._page = _Bare(self)
        self._page.setDocumentMargin(2)
        self.setDocument(self._page)
        self._source = ""
        self._look = -1
        self.anchorClicked.connect(self._open)

    def show_source(self, source: str) -> None:
        """Show this Markdown; markup of other kinds in it stays text."""
        self._source, self._look = source, theme.generation()
        palette = self.palette()
        palette.setBrush(palette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)
        face = QFont(font("statement"))
        face.setWeight(QFont.Weight.Normal)
        self._page.setDefaultFont(face)
        dialect = QTextDocument.MarkdownFeature
        self._page.setMarkdown(source, dialect.MarkdownDialectGitHub | dialect.MarkdownNoHTML)
        block = self._page.begin()
        while block.isValid():
            _space(QTextCursor(block), first=block.blockNumber() == 0)
            _lighten(block)
            block = block.next()

    def changeEvent(self, event: QEvent) -> None:
        """A new look is a new page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._look not in (-1, theme.generation()):
            self.show_source(self._source)

    def _open(self, address: QUrl) -> None:
        """Hand a link to the browser or the mail program, because the person pressed it."""
        if address.scheme() in _OPENED:
            QDesktopServices.openUrl(address)


def _lighten(block: QTextBlock) -> None:
    """Bold in the strongest weight that is loaded; a bolder one would be smeared by hand."""
    fragments = block.begin()
    found = []
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.charFormat().fontWeight() > QFont.Weight.DemiBold:
            found.append((fragment.position(), fragment.length()))
        fragments += 1
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    cursor = QTextCursor(block)
    for begin, length in found:
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(strong)


def _space(cursor: QTextCursor, *, first: bool) -> None:
    """Give one block the program's line height and room around it, and a heading its size."""
    spaced = cursor.blockFormat()
    spaced.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    level = spaced.headingLevel()
    close = level or cursor.currentList() is not None
    spaced.setTopMargin(size(_ABOVE_HEADING) if level else 0 if close or first else size(_AROUND))
    spaced.setBottomMargin(0 if close else size(_AROUND))
    cursor.setBlockFormat(spaced)
    if level:
        large = QTextCharFormat()
        large.setProperty(QTextCharFormat.Property.FontSizeAdjustment.value, 0)
        large.setProperty(QTextCharFormat.Property.FontPixelSize.value, size(_HEADINGS.get(level, _SMALLEST)))
        large.setFontWeight(QFont.Weight.DemiBold)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(large)
