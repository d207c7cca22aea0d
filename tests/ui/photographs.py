"""A picture of every screen, light and dark, at 2x, and one sheet with all of them: to be looked at before a release.

    python tests/ui/photographs.py FOLDER

The office is the one of the design's renders, the clock stands at 24 November 2026, 09:10 in London, so that each
picture can be laid beside its render.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    TOP = Path(__file__).parents[2]
    sys.path[:0] = [str(TOP), str(TOP / "tests")]
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "QT_FONT_DPI": "96"}

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from app.services import sample
from app.services.office import Office, open_office
from builders import LONDON, Clock, memory_office
from tests.ui.screens import SCREENS, Screen, on_screen, trouble
from ui.theme import colour, font, look

THEMES = ("light", "dark")
_CELL, _GAP, _LABEL = QSize(640, 400), 16, 24
_WAIT_MS, _SETTLED_MS = 10_000, 300  # for a page; for what is counted after the first picture


def photographs(offices: Path) -> Iterator[tuple[str, str, QImage]]:
    """Each screen in each theme: its name, the theme, the picture. Offices are made in this folder."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sample.write_sample(offices / "sample", size="small", seed=1, day=date(2026, 11, 24), zone=LONDON)
    for theme in THEMES:
        look.show(app, theme=theme)
        for screen in SCREENS:
            office = _office(screen, offices)
            with on_screen(screen, office) as top:
                yield screen.name, theme, picture(top)
            office.close()
        page = trouble(offices)
        page.resize(1280, 800)
        page.show()
        yield "trouble", theme, picture(page)
        page.close()


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


def sheet(pictures: list[tuple[str, str, QImage]]) -> QImage:
    """All of them on one sheet: a line for each screen, light beside dark."""
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


def _office(screen: Screen, offices: Path) -> Office:
    """A fresh copy of the office that a screen needs; its folder is gone with all of them."""
    folder = offices / f"copy-{len(list(offices.iterdir()))}"
    folder.mkdir()
    if screen.empty:
        return memory_office(folder)
    shutil.copytree(offices / "sample", folder / "office")
    return open_office(folder / "office", clock=Clock(), zone=LONDON)


def main() -> None:
    """Write them all into the folder that was named."""
    to = Path(sys.argv[1])
    to.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    look.start(app)
    with TemporaryDirectory() as folder:
        taken = []
        for name, theme, image in photographs(Path(folder)):
            image.save(str(to / f"{name.replace(' ', '-')}-{theme}.png"))
            taken.append((name, theme, image))
    look.show(app, theme="light")
    sheet(taken).save(str(to / "contact-sheet.png"))
    print(f"{len(taken)} pictures and contact-sheet.png in {to}")


if __name__ == "__main__":
    main()
