"""Every screen looks as it did: compared with the kept pictures, so that a change of look is seen and meant.

After a change that is meant: `python tests/ui/test_pictures.py` keeps the new ones; look at them before.
They are kept at half the size. Words in scripts that the system has other fonts for may differ: a few blocks may.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    TOP = Path(__file__).parents[2]
    sys.path[:0] = [str(TOP), str(TOP / "tests")]
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96"}

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.photographs import THEMES, photographs
from tests.ui.screens import SCREENS

KEPT = Path(__file__).parents[1] / "pictures" / "screens"
NAMES = [*(screen.name for screen in SCREENS), "trouble"]
BLOCK, MOST_OFF, MOST_BLOCKS = 8, 10, 0.01  # pixels; levels of a colour, on average; a share of all blocks


def pixels(image: QImage) -> QImage:
    """A picture as it is kept."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(1)
    return _scaled(made, made.size() / 2)


def changed(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """The places of the blocks that look otherwise, in kept pixels."""
    if one.size() != other.size():
        return [(0, 0)] * (one.width() * one.height())
    size = one.size() / BLOCK
    first, second = _scaled(one, size), _scaled(other, size)
    return [
        (x * BLOCK, y * BLOCK) for y in range(size.height()) for x in range(size.width())
        if _distance(first.pixel(x, y), second.pixel(x, y)) > MOST_OFF
    ]  # fmt: skip


def _scaled(image: QImage, size: QSize) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _distance(one: int, other: int) -> int:
    """How far two colours are apart, in the channel in which they differ most."""
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def kept(name: str, theme: str) -> Path:
    """Where a picture is kept."""
    return KEPT / f"{name.replace(' ', '-')}-{theme}.png"


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    """No cursor blinks."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_looks_as_it_did(name: str, tmp_path: Path, still: None) -> None:
    for _name, theme, image in photographs(tmp_path, [name]):
        now, before = pixels(image), QImage(str(kept(name, theme)))
        places = changed(now, before)
        if len(places) > MOST_BLOCKS * (now.width() // BLOCK) * (now.height() // BLOCK):
            seen = tmp_path / kept(name, theme).name
            now.save(str(seen))
            pytest.fail(f"{name}, {theme}: {len(places)} blocks differ, first at {places[:5]}; now: {seen}")


def test_a_change_of_look_is_seen() -> None:
    plain = QImage(160, 160, QImage.Format.Format_RGB32)
    plain.fill(0xF0F0F0)
    other = plain.copy()
    for x in range(20, 40):
        for y in range(20, 40):
            other.setPixel(x, y, 0xFFF0D0F0)

    assert changed(plain, plain) == []
    assert (24, 24) in changed(plain, other)


def main() -> None:
    """Keep every picture as it is now."""
    from ui.theme import look

    app = QApplication([*sys.argv[:1], *look.BASE_STYLE])
    app.setCursorFlashTime(0)
    look.start(app)
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as folder:
        for name, theme, image in photographs(Path(folder)):
            pixels(image).save(str(kept(name, theme)))
    print(f"{len(list(KEPT.glob('*.png')))} pictures in {KEPT.name}, each in {len(THEMES)} themes")


if __name__ == "__main__":
    main()
