"""A page of a PDF as pixels, for preview and print: the only place that knows PDFium.

PDFium is not made for several threads, so one lock goes around each call.
"""

from __future__ import annotations

from threading import Lock
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from app.domain.errors import AppError
from app.words import _

_MOST_PIXELS = 24_000_000  # a sheet of A4 at 500 dots an inch: 96 MB while it is drawn, and nothing asks for more
_one_at_a_time = Lock()


class PagePicture(NamedTuple):
    """One page: `rgba` holds four bytes a pixel, row by row from the top, on white paper."""

    width: int
    height: int
    rgba: bytes


class PageSize(NamedTuple):
    """The paper of one page, in points."""

    width: float
    height: float


def page_sizes(data: bytes) -> tuple[PageSize, ...]:
    """The sizes of all pages, and so how many there are. Raises `AppError` for bytes that are no PDF."""
    with _one_at_a_time, _opened(data) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def page_picture(data: bytes, number: int, scale: float) -> PagePicture:
    """Page `number`, counted from 0, with `scale` pixels to a point; a page of too many pixels is drawn smaller.

    Raises `AppError` for bytes that are no PDF, `IndexError` for a page that is not there.
    """
    with _one_at_a_time, _opened(data) as document:
        if not 0 <= number < len(document):
            raise IndexError(number)
        page = document[number]
        width, height = page.get_size()
        bitmap = page.render(
            scale=min(scale, (_MOST_PIXELS / (width * height)) ** 0.5),
            force_bitmap_format=raw.FPDFBitmap_BGRA,
            rev_byteorder=True,
        )
        return PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise AppError(_("This document cannot be shown: its file is damaged.")) from error
