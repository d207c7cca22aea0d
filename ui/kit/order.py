"""The way of the Tab key, for what is built after the page around it: Qt would put it last."""

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
