"""Walking over a screen as its users meet it: what can be pressed or typed into, what it is called, where it lies."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from ui.kit.over import Over

FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
PRESSED = (QAbstractButton, QAbstractItemView, *FIELDS)


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it: its own name, or the label it is the buddy of."""
    face = QAccessible.queryAccessibleInterface(widget)
    labels = [
        other.text(QAccessible.Text.Name)
        for other, relation in face.relations(QAccessible.RelationFlag.Label)
        if other is not None
    ]
    own = widget.accessibleName() if isinstance(widget, QComboBox) else face.text(QAccessible.Text.Name)
    return own or " ".join(labels)


def labels_of(inside: QWidget, control: QWidget) -> list[QLabel]:
    """The labels whose buddy a control is."""
    return [each for each in inside.window().findChildren(QLabel) if each.buddy() is control]


def front(top: QWidget) -> QWidget:
    """What can be reached: the sheet that lies over a window and keeps the keyboard, else all of it."""
    return next((each for each in top.findChildren(Over) if each.isVisible()), top)


def interactive(inside: QWidget) -> Iterator[QWidget]:
    """Every visible widget that takes the keyboard or a press; the parts that Qt makes inside others are left out."""
    for each in front(inside).findChildren(QWidget):
        if not each.isVisibleTo(inside) or _is_a_part(each):
            continue
        if isinstance(each, PRESSED) or each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield each


def place_of(widget: QWidget) -> QRect:
    """Where it lies in its window while no page is scrolled."""
    at, page = widget.mapTo(widget.window(), QPoint(0, 0)), widget.parentWidget()
    while page is not None:
        if isinstance(page, QScrollArea):
            at.setY(at.y() + page.verticalScrollBar().value())
        page = page.parentWidget()
    return QRect(at, widget.size())


class Settled:
    """Whether everything on a screen has come to its place: an editor opens, a list is laid out."""

    def __init__(self, top: QWidget) -> None:
        self._top = top
        self._before: list[QRect] = []
        self._times = 0

    def __call__(self) -> bool:
        now = [place_of(each) for each in interactive(self._top)]
        self._times = self._times + 1 if now == self._before else 0
        self._before = now
        return self._times > 6


def told(widget: QWidget) -> str:
    """A widget as a failure names it."""
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()!r} at {place_of(widget)}"


def _is_a_part(widget: QWidget) -> bool:
    """The line inside an editable choice, a table's header, a scroll bar."""
    parent = widget.parentWidget()
    inner = isinstance(widget, QLineEdit) and isinstance(parent, QComboBox | QAbstractSpinBox)
    return inner or isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")
