"""A picture of every screen, light and dark, at 2x, and one sheet with all of them: to be looked at before a release.

    python tests/ui/photographs.py FOLDER [--mirrored] [--all] [--renders FOLDER] [NAME ...]

`--mirrored` lays every screen out for a language that runs from right to left; `--all` takes them in both sizes of the
window, at 100 and 130 % text, in English and in words 40 % longer, a sheet for each; `--renders` lays the design's
render beside each screen on the sheet; names choose some of the screens.
The office is the one of the design's renders, the clock stands at 24 November 2026, 09:10 in London, so that each
picture can be laid beside its render.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Collection, Iterator
from datetime import date
from gettext import NullTranslations
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

if __name__ == "__main__":
    TOP = Path(__file__).parents[2]
    sys.path[:0] = [str(TOP), str(TOP / "tests")]
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "QT_FONT_DPI": "96"}

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from app import words
from app.services import sample
from app.services.office import Office, open_office
from builders import LONDON, Clock, memory_office
from tests.ui.screens import SCREENS, Screen, on_screen, trouble
from ui.theme import colour, font, look

THEMES = ("light", "dark")
_CELL, _GAP, _LABEL = QSize(640, 400), 16, 24
_RENDER = ", the render"
_WAIT_MS, _SETTLED_MS = 10_000, 300  # for a page; for what is counted after the first picture
RENDERS = {
    "today": "01-today", "overview": "02-overview", "search": "06-search", "expectations": "03-expectations",
    "log": "04-log", "celebrate": "10b-celebrate",
    "notes": "05-notes", "meeting": "07-meeting", "summary": "08-pdf", "palette": "09-palette",
    "first run": "11a-firstrun", "nothing is due": "11c-today-clear", "narrow": "14-narrow",
}  # fmt: skip


class Way(NamedTuple):
    """How a screen is shown: the window's size where the screen itself names none, the text in percent, the words."""

    size: tuple[int, int] = (1280, 800)
    percent: int = 100
    longer: bool = False

    @property
    def name(self) -> str:
        """As a file is called."""
        return f"{self.size[0]}x{self.size[1]}-{self.percent}-{'longer' if self.longer else 'english'}"


WAYS = tuple(Way(*each) for each in product(((1280, 800), (960, 640)), (100, 130), (False, True)))


class Longer(NullTranslations):
    """English as a language would be whose sentences are 40 % longer."""

    def gettext(self, message: str) -> str:
        """The sentence and more."""
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The sentence and more."""
        return longer(msgid1 if n == 1 else msgid2)


def longer(sentence: str) -> str:
    """A sentence made 40 % longer, in letters and not in width alone, so that it breaks as words do."""
    more = ("lang und noch länger " * (len(sentence) // 40 + 1))[: round(len(sentence) * 0.4)].strip()
    return f"{sentence} {more}" if more else sentence


def photographs(
    offices: Path, names: Collection[str] = (), way: Way = WAYS[0], themes: Collection[str] = THEMES
) -> Iterator[tuple[str, str, QImage]]:
    """Each screen in each theme: its name, the theme, the picture; all of them without names.

    Offices are made in this folder.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not (offices / "sample").exists():
        sample.write_sample(offices / "sample", size="small", seed=1, day=date(2026, 11, 24), zone=LONDON)
    words.use(Longer() if way.longer else NullTranslations())
    try:
        yield from _taken(app, offices, names, way, themes)
    finally:
        words.use(NullTranslations())


def _taken(
    app: QApplication, offices: Path, names: Collection[str], way: Way, themes: Collection[str]
) -> Iterator[tuple[str, str, QImage]]:
    for theme in themes:
        look.show(app, theme=theme, percent=way.percent)
        for screen in (each for each in SCREENS if not names or each.name in names):
            office = _office(screen, offices)
            with on_screen(_in_size(screen, way), office) as top:
                yield screen.name, theme, picture(top)
            office.close()
        if names and "trouble" not in names:
            continue
        page = trouble(Path("office"))  # the same words wherever the pictures are taken
        page.resize(*way.size)
        page.show()
        yield "trouble", theme, picture(page)
        page.close()


def _in_size(screen: Screen, way: Way) -> Screen:
    return screen if screen.size != WAYS[0].size else screen._replace(size=way.size)


def picture(top: QWidget) -> QImage:
    """What a person sees of a window once everything in it is drawn."""
    until = QEventLoop()
    if top.objectName() == "document" and top.view.image is None:  # type: ignore[attr-defined]
        top.preview.shown.connect(until.quit)  # type: ignore[attr-defined]
        QTimer.singleShot(_WAIT_MS, until.quit)
        until.exec()
    QTimer.singleShot(_SETTLED_MS, until.quit)
    until.exec()
    return top.grab().toImage()


def sheet(pictures: list[tuple[str, str, QImage]], renders: Path | None = None) -> QImage:
    """All of them on one sheet: a line for each screen, light beside dark; or above its render, where one is asked."""
    if renders is not None:
        order = [name for name, *_rest in pictures]
        pictures = sorted([*pictures, *_rendered(pictures, renders)], key=lambda each: order.index(
            each[0].removesuffix(_RENDER)))  # fmt: skip
    names = list(dict.fromkeys(name for name, _theme, _image in pictures))
    step = QSize(_CELL.width() + _GAP, _CELL.height() + _GAP + _LABEL)
    found = QImage(_GAP + step.width() * 4, _GAP + step.height() * ((len(names) + 1) // 2), QImage.Format.Format_RGB32)
    found.fill(colour("neutralSoft"))
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(colour("text"))
    painter.setFont(font("bodyMedium"))
    for name, theme, image in pictures:
        at = names.index(name)
        left = _GAP + step.width() * (at % 2 * 2 + THEMES.index(theme))
        top = _GAP + step.height() * (at // 2)
        painter.drawText(left, top + 16, f"{name}, {theme}")
        small = image.scaled(_CELL * 1, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(1)
        painter.drawImage(QRect(left, top + _LABEL, small.width(), small.height()), small)
    painter.end()
    return found


def _rendered(pictures: list[tuple[str, str, QImage]], renders: Path) -> Iterator[tuple[str, str, QImage]]:
    """The renders of the screens that have one."""
    for name, theme, _image in pictures:
        path = renders / f"{RENDERS.get(name, name)}-{theme}.png"
        if path.exists():
            yield name + _RENDER, theme, QImage(str(path))


def _office(screen: Screen, offices: Path) -> Office:
    """A fresh copy of the office that a screen needs; its folder is gone with all of them."""
    folder = offices / f"copy-{len(list(offices.iterdir()))}"
    folder.mkdir()
    if screen.empty:
        return memory_office(folder)
    shutil.copytree(offices / "sample", folder / "office")
    return open_office(folder / "office", clock=Clock(), zone=LONDON)


def main() -> None:
    """Write them into the folder that was named."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--mirrored", action="store_true")
    asked.add_argument("--all", action="store_true")
    asked.add_argument("--renders", type=Path)
    options = asked.parse_intermixed_args()
    app = QApplication([*sys.argv[:1], *look.BASE_STYLE])
    if options.mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.start(app)
    with TemporaryDirectory() as folder:
        for way in WAYS if options.all else WAYS[:1]:
            to = options.folder / way.name if options.all else options.folder
            to.mkdir(parents=True, exist_ok=True)
            taken = list(photographs(Path(folder), options.names, way))
            for name, theme, image in taken:
                image.save(str(to / f"{name.replace(' ', '-')}-{theme}.png"))
            look.show(app, theme="light")
            sheet(taken, options.renders).save(str(to / "contact-sheet.png"))
            print(f"{len(taken)} pictures and contact-sheet.png in {to}")


if __name__ == "__main__":
    main()
