"""The limit for paper: reportlab's own canvas drawing the same text at the same places in the same fonts, no more.

What our pages hold is written down once as plain marks, so that the bare way lays out nothing. It imports nothing of
ours, because the first document of a run is measured in a fresh process.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

Colour = tuple[float, float, float]


class Text(NamedTuple):
    """A text at a place."""

    font: str
    size: float
    colour: Colour
    x: float
    y: float
    text: str


class Stroke(NamedTuple):
    """A call of the canvas that draws something else: "line", "circle", "roundRect"."""

    call: str
    values: tuple[float, ...]
    weight: float
    colour: Colour


Marks = Sequence[Text | Stroke]


class Sheet(NamedTuple):
    """The size of paper and what stands on each page."""

    size: tuple[float, float]
    pages: Sequence[Marks]

    def fonts(self) -> list[str]:
        """The fonts its text is set in."""
        return sorted({mark.font for page in self.pages for mark in page if isinstance(mark, Text)})


def register(fonts: dict[str, str]) -> None:
    """Make font files known by their names, as reportlab's manual does it."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, path in fonts.items():
        pdfmetrics.registerFont(TTFont(name, path))


def draw(sheet: Sheet) -> bytes:
    """The PDF of these marks, by the canvas's own calls."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas: Any = Canvas(out, pagesize=sheet.size, pageCompression=1, invariant=1)
    for page in sheet.pages:
        for mark in page:
            if isinstance(mark, Text):
                canvas.setFont(mark.font, mark.size)
                canvas.setFillColorRGB(*mark.colour)
                canvas.drawString(mark.x, mark.y, mark.text)
            else:
                canvas.setStrokeColorRGB(*mark.colour)
                canvas.setLineWidth(mark.weight)
                getattr(canvas, mark.call)(*mark.values)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
