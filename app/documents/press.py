"""Puts sections on pages and pages into a PDF: same content, same bytes, no clock, no file but the fonts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.documents.flow import Identity, Placed
from app.documents.fonts import Face, load
from app.documents.lines import Line, Span, blanks, one_line
from app.documents.paper import FOOT, INK, Dot, Picture, Rings, RuleMark, Sheet, TextMark, TickBox
from app.documents.script import BOX_SCALE, Run, readable
from app.words import _

_PRODUCER = "Rapport"


@dataclass(frozen=True, slots=True)
class Document:
    """A finished PDF; `uncovered` names the characters that no bundled font has: ("U+1F9FF",)."""

    data: bytes
    pages: int
    uncovered: tuple[str, ...]


class _Canvas(Canvas):
    """A canvas with types for its inner parts: a packed picture can only be put in there."""

    _doc: pdfdoc.PDFDocument
    _code: list[str]
    _formsinuse: list[str]

    if TYPE_CHECKING:

        def _setXObjects(self, thing: pdfdoc.PDFObject) -> None: ...  # noqa: N802


class _Info(pdfdoc.PDFInfo):
    """The properties, without a date: the same content gives the same bytes, and a made-up date would be a lie."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        entries = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        entries |= {"Creator": _PRODUCER, "Producer": _PRODUCER}
        strings = {name: pdfdoc.PDFString(value) for name, value in entries.items() if value}
        return pdfdoc.PDFDictionary(strings).format(document)


def printed(sheet: Sheet, identity: Identity, pages: Sequence[Sequence[Placed]]) -> bytes:
    """The PDF of these pages."""
    out = BytesIO()
    first_font = load(Face.REGULAR).name
    canvas = _Canvas(
        out,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        lang=identity.language,
        initialFontName=first_font,  # type: ignore[arg-type]  # the stubs call a name a number
    )
    canvas._doc.info = _Info()
    canvas.setTitle(readable(identity.title))
    canvas.setSubject(identity.kind)
    canvas.setAuthor(readable(identity.author))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages, start=1):
        _draw(canvas, [*page, *_foot(sheet, identity, number, len(pages))])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _foot(sheet: Sheet, identity: Identity, number: int, count: int) -> Iterator[Placed]:
    counted = one_line(Span(_("{page} of {pages}").format(page=number, pages=count), FOOT), sheet.content_width)
    sentence = one_line(Span(identity.foot, FOOT), sheet.content_width - counted.width - 12)
    yield Placed(sheet.foot, TextMark(sheet.left, 0.0, sentence))
    yield Placed(sheet.foot, TextMark(sheet.right - counted.width, 0.0, counted))


def _draw(canvas: _Canvas, page: Sequence[Placed]) -> None:
    pen = _TextPen(canvas)
    for y, mark in page:
        match mark:
            case TextMark():
                pen.write(mark.x, y - mark.drop, mark.line)
            case RuleMark():
                canvas.setStrokeColorRGB(*mark.colour)
                canvas.setLineWidth(mark.weight)
                canvas.line(mark.x1, y - mark.drop1, mark.x2, y - mark.drop2)
            case TickBox():
                _outline(canvas, 0.8)
                canvas.roundRect(mark.x, y - mark.drop, mark.side, mark.side, 1.5)
            case Dot():
                _outline(canvas, 0.8)
                canvas.setFillColorRGB(*INK)
                canvas.circle(mark.x, y - mark.drop, mark.radius, fill=int(mark.filled))
            case Rings():
                _outline(canvas, 1)
                canvas.circle(mark.x + 4.6, y - mark.drop, 4.2)
                canvas.circle(mark.x + 9.64, y - mark.drop, 4.2)
            case Picture():
                _picture(canvas, mark, y)
    pen.finish()


def _outline(canvas: _Canvas, weight: float) -> None:
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(weight)


class _TextPen:
    """Writes the lines of a page as text operators, saying font, colour and spacing only where they change.

    reportlab's own text object writes the same, but formats every number letter by letter in Python: half of the time
    of a page.
    """

    def __init__(self, canvas: _Canvas) -> None:
        self._canvas = canvas
        self._code: list[str] = []
        self._font = ""
        self._colour: tuple[float, float, float] | None = None
        self._spacing = 0.0

    def write(self, x: float, y: float, line: Line) -> None:
        """Write one line with its left end at `x` and its baseline at `y`."""
        for piece in line.pieces:
            size = piece.style.size
            if piece.style.colour != self._colour:
                self._colour = piece.style.colour
                self._code.append("{:.6f} {:.6f} {:.6f} rg".format(*self._colour))
            if piece.spacing != self._spacing:
                self._spacing = piece.spacing
                self._code.append(f"{self._spacing:.5f} Tw")
            pressed = 0.0
            for run in piece.runs:
                at = x + piece.x + run.x * size / 1000 + pressed
                if run.boxed:
                    self._box(at, y, run, size)
                else:
                    self._run(at, y + run.rise * size / 1000, run, size)
                if piece.spacing:
                    pressed += piece.spacing * blanks(run.text)

    def finish(self) -> None:
        """Put what was written on the page."""
        self._canvas._code.append("\n".join(("BT", *self._code, "ET")))

    def _run(self, x: float, y: float, run: Run, size: float) -> None:
        document, font = self._canvas._doc, load(run.font).drawn
        self._code.append(f"1 0 0 1 {x:.4f} {y:.4f} Tm")
        for subset, codes in font.splitString(run.text, document):
            choice = f"{font.getSubsetInternalName(subset, document)} {size:g} Tf"
            if choice != self._font:
                self._font = choice
                self._code.append(choice)
            self._code.append(f"<{codes.hex()}> Tj")

    def _box(self, x: float, y: float, run: Run, size: float) -> None:
        edge, width = 0.06 * size, run.width * size / 1000
        self._canvas.setStrokeColorRGB(*(self._colour or INK))
        self._canvas.setLineWidth(0.05 * size)
        self._canvas.rect(x + edge, y - 0.12 * size, width - 2 * edge, 0.78 * size)
        self._run(x + 0.13 * size, y + 0.05 * size, run, size * BOX_SCALE)


def _picture(canvas: _Canvas, mark: Picture, y: float) -> None:
    name = f"picture-{mark.image.digest}"
    register = canvas._doc.getXObjectName(name)
    if register not in canvas._doc.idToObject:
        picture = _PackedPicture(mark)
        canvas._setXObjects(picture)
        canvas._doc.Reference(picture, register)  # type: ignore[no-untyped-call]
        canvas._doc.addForm(name, picture)
    width, height = mark.image.size
    canvas.saveState()
    canvas.translate(mark.x, y - mark.drop - height)
    canvas.scale(width, height)
    canvas._code.append(f"/{register} Do")
    canvas.restoreState()
    canvas._formsinuse.append(name)


class _PackedPicture(pdfdoc.PDFImageXObject):
    """A picture whose grey bytes are packed already."""

    def __init__(self, mark: Picture) -> None:
        super().__init__(mark.image.digest)
        self.width, self.height = mark.image.pixels
        self.bitsPerComponent = 8
        self.colorSpace = "DeviceGray"
        self.streamContent = mark.image.data  # type: ignore[assignment]  # bytes, as reportlab itself does
        self._filters = ("FlateDecode",)
