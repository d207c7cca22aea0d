"""What the toolbar does to Markdown source: marks around words and at the beginning of lines, on and off again."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor

BOLD, ITALIC = "**", "*"
HEADING, ITEM, QUOTE = "## ", "- ", "> "
_BEGINNINGS = re.compile(r"#{1,6}\s+|[-*+]\s+|>\s?")
_KEEP = QTextCursor.MoveMode.KeepAnchor


def toggle_around(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Put a mark around the chosen words, or take it off; without words, both marks with the cursor between them.

    The cursor to go on with.
    """
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    foot = block.position() + block.length() - 1
    end = min(end, foot)
    before, chosen, after = text(block, block.position(), start), text(block, start, end), text(block, end, foot)
    width = len(mark)
    cursor.beginEditBlock()
    if chosen.startswith(mark) and chosen.endswith(mark) and len(chosen) > 2 * width:
        start, end = _replace(cursor, start, end, chosen[width:-width])
    elif _ends_with(before, mark) and _ends_with(after[::-1], mark):
        start, end = _replace(cursor, start - width, end + width, chosen)
    else:
        start, end = _replace(cursor, start, end, f"{mark}{chosen}{mark}")
        start, end = start + width, end - width
    cursor.endEditBlock()
    return _chosen(cursor, start, end)


def toggle_beginning(cursor: QTextCursor, mark: str) -> None:
    """Let every chosen line begin with a mark, in place of another one; when all do, take it off."""
    blocks = _blocks(cursor)
    marked = all(block.text().startswith(mark) for block in blocks)
    cursor.beginEditBlock()
    for block in blocks:
        found = _BEGINNINGS.match(block.text())
        edit = QTextCursor(block)
        if found:
            edit.movePosition(QTextCursor.MoveOperation.Right, _KEEP, found.end())
        edit.insertText("" if marked else mark)
    cursor.endEditBlock()


def add_link(cursor: QTextCursor) -> QTextCursor:
    """Make a link of the chosen words; the cursor stands where its address, or else its words, are to be typed."""
    words = cursor.selectedText().replace("\u2029", " ")
    cursor.insertText(f"[{words}]()")
    place = cursor.position() - (1 if words else 3)
    return _chosen(cursor, place, place)


def text(block: QTextBlock, start: int, end: int) -> str:
    """What stands between two places of a document, which count as Qt counts."""
    return _chosen(QTextCursor(block), start, end).selectedText()


def _ends_with(words: str, mark: str) -> bool:
    """Whether a text ends with just this mark: two stars are bold and no italic."""
    return words.endswith(mark) and not words.removesuffix(mark).endswith("*")


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    block, last = cursor.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
    found = [block]
    while block.next().isValid() and block.next().position() < last:
        block = block.next()
        found.append(block)
    return found


def _replace(cursor: QTextCursor, start: int, end: int, new: str) -> tuple[int, int]:
    """Put a text in the place of what stands there; where it begins and ends now."""
    _chosen(cursor, start, end).insertText(new)
    return start, cursor.position()


def _chosen(cursor: QTextCursor, start: int, end: int) -> QTextCursor:
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    return cursor
