"""Found words in a note's source: they lie on a soft ground until something is typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.services import marking
from ui.kit.marked import units
from ui.theme import colour

_PARAGRAPHS, _MOST = 2_000, 200  # looked through, so that a note of a megabyte opens at once; marked


def show_found(field: QPlainTextEdit, words: str) -> bool:
    """Mark the words in a field and put the cursor on the first; whether there are any."""
    places = list(islice(_places(field.document().firstBlock(), words), _MOST))
    field.setExtraSelections([_marked(field, start, end) for start, end in places])
    if places:
        cursor = field.textCursor()
        cursor.setPosition(places[0][0])
        field.setTextCursor(cursor)
        field.centerCursor()
    return bool(places)


def _places(block: QTextBlock, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand, as places of the document."""
    wanted, left = marking.wanted_in(words), _PARAGRAPHS
    while block.isValid() and left:
        text = block.text()
        for mark in marking.marks_of(text, wanted):
            start = block.position() + units(text[: mark.start])
            yield start, start + units(text[mark.start : mark.start + mark.length])
        block, left = block.next(), left - 1


def _marked(field: QPlainTextEdit, start: int, end: int) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format.setBackground(colour("selection"))
    made.format.setForeground(colour("accent"))
    return made
