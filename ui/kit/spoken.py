"""What kind of thing a painted widget is, for assistive technology.

Qt calls each of them a filler, which screen readers pass by.
A class says it itself: `spoken_as = QAccessible.Role.ListItem`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def start() -> None:
    """Answer Qt's question what a widget is; it asks only while assistive technology runs."""
    QAccessible.installFactory(_spoken)


def _spoken(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    """The widget as it wants to be called; nothing where Qt's own word fits."""
    role = getattr(asked, "spoken_as", None)
    return QAccessibleWidget(asked, role) if isinstance(asked, QWidget) and role is not None else None
