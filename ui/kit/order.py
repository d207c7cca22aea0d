"""What comes before what by the Tab key; Qt would put what is built after the page around it last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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


def keep_place(inside: QWidget) -> QWidget:
    """A place in the Tab key's way for what is built later and is to `follow` it; nobody sees it or stops at it."""
    place = QWidget(inside)
    place.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    place.hide()
    return place


def _stops(late: QWidget) -> list[QWidget]:
    """What takes the keyboard in a widget, in the order it was built; also what is a stop only at times."""
    stops: list[QWidget] = []
    each: QWidget | None = late
    while each is not None:
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus:
            stops.append(each)
        each = each.nextInFocusChain()
        if each is late or each is None or not late.isAncestorOf(each):
            break
    return stops
