"""The parts of the palette: the field that is typed in, the list, and the foot that says which keys there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.words import _
from ui.kit import mirror, paint
from ui.kit.field import Line
from ui.kit.keycap import KeyCap
from ui.kit.listing import Listing
from ui.kit.scrolling import ScrollBar
from ui.kit.words import Elided, Label
from ui.palette.delegate import BAR, HEADING, ROW, PaletteDelegate
from ui.palette.rows import PaletteRows
from ui.theme import colour, font, size

_HEAD, _FOOT = 54, 37
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def stand_alone(widget: QWidget) -> None:
    """A ground of its own, so that a letter paints this alone and not the page under the palette."""
    if widget.palette().color(QPalette.ColorRole.Window) != colour("surface"):
        palette = widget.palette()
        palette.setColor(QPalette.ColorRole.Window, colour("surface"))
        widget.setPalette(palette)
    widget.setAutoFillBackground(True)


class PaletteField(Line):
    """Where it is typed; the keys of the list are pressed here too."""

    stepped = Signal(int)
    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(_("Search or do anything"), framed=False)
        self.setAccessibleName(_("Search or do anything"))
        self._wear()

    def changeEvent(self, event: QEvent) -> None:
        """Its own type in every look."""
        if event.type() != QEvent.Type.PaletteChange:
            super().changeEvent(event)
        else:
            self._wear()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """The keyboard stays here while the palette is open."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Enter, Ctrl+Enter, Esc; everything else is typed."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.chosen.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab goes down the list, before Qt moves the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def _wear(self) -> None:
        if self.font() != font("search"):
            self.setFont(font("search"))
            self._fit()
            self.setFixedHeight(size(32))
        stand_alone(self)


class PaletteHead(QWidget):
    """The sign, the field and the key that closes."""

    def __init__(self, field: PaletteField) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(size(47), 0, size(16), 0))
        row.setSpacing(size(12))
        row.addWidget(field, 1)
        row.addWidget(KeyCap(_("Esc")))
        self.setFixedHeight(size(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The glass, and the hairline below."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        paint.draw_icon(painter, size(19), box.center().y() - size(18) / 2, "search", "text2", 18)
        paint.hairline(painter, box, Qt.Edge.BottomEdge)


class _ThinBar(ScrollBar):
    """As narrow as the room beside the rows."""

    def sizeHint(self) -> QSize:
        """As wide as that."""
        return QSize(BAR, BAR)


class PaletteList(Listing):
    """The rows; the keyboard stays in the field, so this takes only the pointer."""

    def __init__(self, rows: PaletteRows) -> None:
        super().__init__(_("Found"), row_height=size(ROW))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("reached-by-key", True)
        self.setModel(rows)
        self._rows = rows
        self.setItemDelegate(PaletteDelegate(rows, self))
        self.setVerticalScrollBar(_ThinBar(Qt.Orientation.Vertical))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        rows.modelReset.connect(self._fit)
        self._stand_alone()

    def changeEvent(self, event: QEvent) -> None:
        """A new look: its ground, and the heights of its rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.model() is not None:
            self._stand_alone()
            self._fit()

    def select(self, row: int) -> None:
        """A heading just above comes into sight with its first line."""
        super().select(row)
        if row > 0 and self._rows.records[row - 1].is_heading:
            self.scrollTo(self._rows.index(row - 1, 0))

    def _stand_alone(self) -> None:
        stand_alone(self.viewport())
        stand_alone(self.verticalScrollBar())

    def _fit(self) -> None:
        for at, record in enumerate(self._rows.records):
            self.setRowHeight(at, size(HEADING if record.is_heading else ROW))


class PaletteFoot(QWidget):
    """Which keys there are, and how much was found."""

    def __init__(self) -> None:
        super().__init__()
        self._count = Elided("", "caption", "text2")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        stand_alone(self._count)
        self._beside = (KeyCap(_("Ctrl Enter")), Label(_("open in new tab"), "caption", "text2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(size(16), 1, size(16), 0))
        row.setSpacing(size(6))
        for part, gap in (
            (KeyCap("↑"), 0), (KeyCap("↓"), 0), (Label(_("move"), "caption", "text2"), 10), (KeyCap(_("Enter")), 0),
            (Label(_("open"), "caption", "text2"), 10), (self._beside[0], 0), (self._beside[1], 0),
        ):  # fmt: skip
            row.addWidget(part)
            row.addSpacing(size(gap))
        row.addWidget(self._count, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size(_FOOT))

    def say(self, words: str) -> None:
        """How much was found."""
        self._count.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """A new look: the ground of the count."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            stand_alone(self._count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline above."""
        paint.hairline(mirror.painter_on(self), QRectF(self.rect()), Qt.Edge.TopEdge)
