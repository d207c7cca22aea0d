"""How to reach somebody: a press writes or calls, a second one copies; and the time it is where they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QEnterEvent, QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.contact import Way
from app.words import _
from ui.kit import mirror
from ui.kit.button import Button, IconButton
from ui.kit.card import Card
from ui.kit.words import Label
from ui.relationship.overview.rows import INSET, Row, RowList, Shape
from ui.theme import size

_SHAPE = Shape(height=24, indent=24, wraps=True)
_ICONS = {"email": "mail", "phone": "phone", "time": "globe", "times": "clock"}
_SCHEMES = {"email": "mailto", "phone": "tel"}


class ContactCard(Card):
    """`said` is a sentence for the person, `asked` wants the details as fields."""

    said = Signal(str)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.column.setContentsMargins(size(16 - INSET), size(6), size(16 - INSET), size(10))
        self._shown: tuple[Way, ...] = ()
        self._lines: list[_Line] = []
        self._edit = edit = Button(_("Edit"), kind="link")
        edit.setAccessibleName(_("Edit contact"))
        edit.clicked.connect(self.asked)
        head = QHBoxLayout()
        head.setContentsMargins(mirror.margins(size(INSET), 0, size(INSET - 4), 0))
        head.addWidget(Label(_("Contact"), "captionMedium", "text2"))
        head.addStretch(1)
        head.addWidget(edit)
        self.column.addLayout(head)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        return [self._edit, *(stop for line in self._lines for stop in line.stops())]

    def show_ways(self, ways: tuple[Way, ...]) -> None:
        """Show other ways; where only the time moved on, nothing else is touched."""
        if [(each.kind, each.value) for each in ways] == [(each.way.kind, each.way.value) for each in self._lines]:
            for line, way in zip(self._lines, ways, strict=True):
                line.show_way(way)
            return
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_Line(way) for way in ways]
        for line in self._lines:
            line.said.connect(self.said)
            self.column.addWidget(line)


class _Line(QWidget):
    """One way: what it is, and for an address or a number the quiet button that copies it."""

    said = Signal(str)

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        self._row = RowList(_SHAPE)
        self._row.opened.connect(self._reach)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._row, 1)
        self._copy = _Quiet("copy", _copy_words(way.kind))
        self._copy.clicked.connect(self._copy_it)
        row.addWidget(self._copy)
        self._copy.setVisible(bool(way.value))
        self.show_way(way)

    def stops(self) -> list[QWidget]:
        """The way itself, and what copies it."""
        return [*self._row.stops(), self._copy]

    def show_way(self, way: Way) -> None:
        """The same way, maybe at another time."""
        self.way = way
        spoken = {"email": _("Write to {address}"), "phone": _("Call {address}")}.get(way.kind, "{address}")
        row = Row(_ICONS[way.kind], way.words, spoken=spoken.format(address=way.words), opens=bool(way.value))
        self._row.show_rows([row])

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is near: the second thing to press is seen."""
        super().enterEvent(event)
        self._copy.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is near."""
        super().leaveEvent(event)
        self._copy.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, as everywhere."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.way.value:
            self._copy_it()
        else:
            super().keyPressEvent(event)

    def _reach(self, _at: int) -> None:
        """Ask the program for it; where none answers, the address is at hand."""
        address = QUrl()
        address.setScheme(_SCHEMES[self.way.kind])
        address.setPath(self.way.value.replace(" ", "") if self.way.kind == "phone" else self.way.value)
        if not QDesktopServices.openUrl(address):
            QGuiApplication.clipboard().setText(self.way.value)
            self.said.emit(_("No app answered. {address} is copied.").format(address=self.way.value))

    def _copy_it(self) -> None:
        QGuiApplication.clipboard().setText(self.way.value)
        self.said.emit(_("{address} is copied.").format(address=self.way.value))


class _Quiet(IconButton):
    """Seen under the pointer and with the keyboard; always there for both."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__(icon, name, kind="quietCompact")
        self.setFixedSize(size(_SHAPE.height + 2), size(_SHAPE.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing while nobody is near."""
        line = self.parentWidget()
        if self.hasFocus() or (line is not None and line.underMouse()):
            super().paintEvent(event)


def _copy_words(kind: str) -> str:
    return _("Copy the address") if kind == "email" else _("Copy the number")
