"""The sender's logo, grey and at most 12 mm high, packed once however many documents carry it."""

from __future__ import annotations

import zlib
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from PIL import Image

from app.documents.paper import MM, Packed
from app.domain.errors import InputError
from app.words import _

_HEIGHT = 12 * MM
_WIDTH = 60 * MM
_PIXELS_PER_POINT = 6  # 432 to the inch: sharp on any office printer
_MOST_PIXELS = 40_000_000


@lru_cache(maxsize=4)
def packed_logo(data: bytes) -> Packed:
    """The logo as documents take it; raises InputError for anything but a whole PNG or JPEG picture of sane size."""
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            grey = _grey(picture)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InputError("logo", _("The logo cannot be read. Choose a PNG or JPEG picture.")) from error
    ratio = min(_WIDTH / grey.width, _HEIGHT / grey.height)
    size = (grey.width * ratio, grey.height * ratio)
    limit = (max(1, round(size[0] * _PIXELS_PER_POINT)), max(1, round(size[1] * _PIXELS_PER_POINT)))
    if grey.width > limit[0]:
        grey = grey.resize(limit, Image.Resampling.LANCZOS)
    pixels = grey.tobytes()
    return Packed(sha256(data).hexdigest(), grey.size, zlib.compress(pixels, 9), size)


def _grey(picture: Image.Image) -> Image.Image:
    """On white, without colour."""
    if picture.width * picture.height > _MOST_PIXELS:
        raise InputError("logo", _("The logo is too large. Choose a picture of at most 40 million points."))
    colours = picture.convert("RGBA")
    white = Image.new("RGBA", colours.size, "white")
    return Image.alpha_composite(white, colours).convert("L")
