"""Where the window stands: where it stood, unless that screen is gone or became smaller."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect

_REACHABLE = 120  # so much of the title bar must be seen for a hand to take it
_BAR = 32


def within(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The place nearest to the wanted one at which the window can be seen and moved; the first screen is the main one.

    All in logical pixels; a window is never made larger.
    """
    if not screens:
        return wanted
    bar = QRect(wanted.topLeft(), QPoint(wanted.right(), wanted.top() + _BAR))
    seen = [screen.intersected(bar) for screen in screens]
    best = max(range(len(screens)), key=lambda at: seen[at].width() * seen[at].height())
    if seen[best].width() >= min(_REACHABLE, wanted.width()) and seen[best].height() >= _BAR // 2:
        return wanted
    home = screens[best] if not seen[best].isEmpty() else screens[0]
    found = QRect(wanted.topLeft(), wanted.size().boundedTo(home.size()))
    found.moveLeft(max(home.left(), min(found.left(), home.right() + 1 - found.width())))
    found.moveTop(max(home.top(), min(found.top(), home.bottom() + 1 - found.height())))
    return found
