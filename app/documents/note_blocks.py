"""A note's parts as blocks on paper: lists hang, quotes stand behind a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.documents.fonts import Face
from app.documents.lines import Span
from app.documents.markdown import NotePart, Tone
from app.documents.paper import BODY, BODY_GREY, Block, Row, RuleMark, Sheet, beside, paragraph

_TONES = {Tone.PLAIN: Face.REGULAR, Tone.STRONG: Face.SEMIBOLD, Tone.EMPHASIS: Face.ITALIC}
_INDENT = 14.0


def note_blocks(sheet: Sheet, parts: Sequence[NotePart]) -> Iterator[Block]:
    """Text that was written in Markdown, in its parts, as blocks."""
    for part in parts:
        inset = _INDENT * (min(part.depth, 8) + part.quoted)
        x = sheet.body + inset
        style = BODY_GREY if part.quoted else BODY
        spans = [Span(stretch.text, style._replace(face=_TONES[stretch.tone])) for stretch in part.stretches]
        rows = tuple(paragraph(sheet, spans, x, sheet.body_width - inset))
        if part.sign:
            rows = beside(rows, paragraph(sheet, [Span(part.sign, BODY)], x - _INDENT, _INDENT * 2))
        if part.quoted:
            rows = tuple(Row(r.height, (*r.marks, RuleMark(x - 8, 0.0, x - 8, r.height))) for r in rows)
        yield Block(rows, (2.0 if part.tight else 6.0) * sheet.scale)
