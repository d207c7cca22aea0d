"""What comes before what: buttons as the platform orders them, and the way of the Tab key.

Qt would put what is built after the page around it last.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialogButtonBox, QStyle, QWidget


def saves_first(platform: str, desktop: int) -> bool:
    """Whether "Save" stands before "Cancel", by `sys.platform` and the button layout the desktop asks for.

    Windows says Save, Cancel; macOS and GNOME say Cancel, Save; a desktop without a wish of its own is taken for GNOME.
    """
    if platform == "win32":
        return True
    return platform != "darwin" and desktop == QDialogButtonBox.ButtonLayout.KdeLayout.value


def add_buttons(foot: QBoxLayout, save: QWidget, cancel: QWidget) -> None:
    """Put both at the end of a row as this platform orders them; the Tab key goes as the eye does."""
    desktop = QApplication.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout)
    pair = (save, cancel) if saves_first(sys.platform, desktop) else (cancel, save)
    for button in pair:
        foot.addWidget(button)
    QWidget.setTabOrder(*pair)


def follow(before: QWidget, late: QWidget) -> QWidget:
    """Let the Tab key go from `before` into `late`, through all of it, and then on as it went; the last stop in it."""
    last = before
    for each in _stops(late):
        QWidget.setTabOrder(last, each)
        last = each
    return last


def lead(first: QWidget, inside: QWidget) -> None:
    """Let the Tab key stop at `first`, which was built last, before all else in the widget around it."""
    others = [stop for stop in _stops(inside) if stop is not first]
    if others:
        QWidget.setTabOrder(others[0], first)
        QWidget.setTabOrder(first, others[0])


def _stops(late: QWidget) -> list[QWidget]:
    """What takes the keyboard in a widget, in the order it was built."""
    stops: list[QWidget] = []
    each: QWidget | None = late
    while each is not None:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(each)
        each = each.nextInFocusChain()
        if each is late or each is None or not late.isAncestorOf(each):
            break
    return stops
