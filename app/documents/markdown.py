"""Notes are Markdown: this reads them into plain parts for paper. Nothing is fetched, HTML stays as typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Without one of these a note is paragraphs of plain text, and nothing needs to be read as Markdown.
_SIGNS = re.compile(r"[*_`#<>\[\]~|\\&!=]|^\s*(?:[-+]|\d+[.)])\s|^\s*-{2,}|^ {4}|\t", re.MULTILINE)
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_INDENT = re.compile("^ +", re.MULTILINE)
_PIECE = 20_000
_DEEPEST = 40
_MOST_BRACKETS = 500  # open brackets cost the reader their square
# Nesting that no person writes, and that the reader would leave out: such a note is printed as typed.
_TOO_DEEP = re.compile(rf"^(?:[ \t]*(?:>|[-+*]|\d+[.)])){{{_DEEPEST}}}|^[ \t]{{{2 * _DEEPEST}}}", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[ \t]*\n")


class Tone(Enum):
    """How a stretch of a note is set."""

    PLAIN = auto()
    STRONG = auto()
    EMPHASIS = auto()


class Stretch(NamedTuple):
    """Text in one tone."""

    text: str
    tone: Tone


class NotePart(NamedTuple):
    """One paragraph of a note: how deep it stands, the sign in front, whether it is quoted, close to the one above."""

    stretches: tuple[Stretch, ...]
    depth: int = 0
    sign: str = ""
    quoted: bool = False
    tight: bool = False


def note_parts(note: str) -> Iterator[NotePart]:
    """The paragraphs, list entries, headings and quotes of a note, in order."""
    note = note.replace("\r\n", "\n").replace("\r", "\n")
    for piece in _pieces(note):
        if _SIGNS.search(piece) and not _TOO_DEEP.search(piece) and piece.count("[") <= _MOST_BRACKETS:
            yield from _parts(_reader().parse(piece))
        else:
            for paragraph in _BLANK_LINES.split(piece):
                if text := " ".join(line.strip() for line in paragraph.split("\n")).strip():
                    yield NotePart((Stretch(text, Tone.PLAIN),))


def _pieces(note: str) -> Iterator[str]:
    """A long note in pieces, cut at blank lines where it can be: reading takes more than its share for long texts."""
    start = 0
    while len(note) - start > _PIECE:
        cut = note.rfind("\n\n", start, start + _PIECE)
        if cut <= start:
            cut = note.rfind(" ", start, start + _PIECE)
        if cut <= start:
            cut = start + _PIECE
        yield note[start:cut]
        start = cut
    yield note[start:]


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * _DEEPEST})
    # What these would take off the page is text that somebody typed: "&lt;", "<jan@example.org>", "[1]: see above".
    return reader.disable(["entity", "autolink", "reference"])


class _Place:
    """Where in lists, quotes and headings a text stands."""

    def __init__(self) -> None:
        self.lists: list[int | None] = []
        self.sign = ""
        self._inside: Counter[str] = Counter()

    def pass_by(self, token: Token) -> None:
        kind, _, edge = token.type.rpartition("_")
        self._inside[kind] += {"open": 1, "close": -1}.get(edge, 0)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(int(token.attrs.get("start", 1)) if kind == "ordered_list" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            number = self.lists[-1]
            self.sign = "\u2022" if number is None else f"{number}."
            self.lists[-1] = None if number is None else number + 1

    def is_in(self, kind: str) -> bool:
        return self._inside[kind] > 0


def _parts(tokens: Sequence[Token]) -> Iterator[NotePart]:
    place = _Place()
    depth = 0
    for token in tokens:
        place.pass_by(token)
        if token.type not in ("inline", "fence", "code_block"):
            continue
        stretches = tuple(_stretches(token, place.is_in("heading")))
        if any(stretch.text.strip() for stretch in stretches) or place.sign:
            tight = bool(place.lists) and depth > 0
            depth = len(place.lists)
            yield NotePart(stretches, depth, place.sign, place.is_in("blockquote"), tight)
            place.sign = ""


def _stretches(token: Token, heading: bool) -> Iterator[Stretch]:
    if token.type != "inline":
        code = token.content.rstrip("\n").expandtabs(4)
        yield Stretch(_INDENT.sub(lambda blank: "\xa0" * len(blank[0]), code), Tone.PLAIN)
        return
    inside: Counter[str] = Counter()
    address = shown = ""
    for child in token.children or ():
        kind, _, edge = child.type.rpartition("_")
        inside[kind] += {"open": 1, "close": -1}.get(edge, 0)
        tone = Tone.STRONG if heading or inside["strong"] else Tone.EMPHASIS if inside["em"] else Tone.PLAIN
        if child.type == "link_open":
            address, shown = str(child.attrs.get("href", "")), ""
        elif child.type == "link_close" and address not in ("", shown, f"mailto:{shown}"):
            yield Stretch(f" ({address})", tone)
        elif text := _BREAKS.get(child.type, child.content):
            shown += text
            yield Stretch(text, tone)
