"""The cards that are a title over a few rows: recent talks, what to bring up, open searches."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.services.bring_up import Point
from app.services.overview import OpenSearch, Recent, Rest
from app.words import _, plural
from ui.kit import mirror, paint
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import chip_height, chip_width, paint_chip
from ui.kit.plain import PlainButton
from ui.kit.quick_chips import CHANNEL_ICONS
from ui.kit.words import Label
from ui.relationship.overview.rows import INSET, Row, RowList, Shape
from ui.theme import line_height, size

_POINTS = Shape(height=28, indent=27, wraps=True)
_MOST_POINTS = 6


class ListCard(Card):
    """A title with a link beside it, and rows; `pressed` is the link."""

    opened = Signal(int)
    pressed = Signal()

    def __init__(self, title: str, link: str, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.column.setContentsMargins(size(16 - INSET), size(9), size(16 - INSET), size(9))
        self.link = Button(link, kind="link")
        self.link.clicked.connect(self.pressed)
        self.rows = RowList(shape)
        self.rows.setAccessibleName(title)
        self.rows.opened.connect(self.opened)
        self.note = Label("", "body", "text2", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(mirror.margins(size(INSET), 0, size(INSET - 4), 0))
        head.addWidget(Label(title, "heading"))
        head.addStretch(1)
        head.addWidget(self.link)
        below = QHBoxLayout()
        below.setContentsMargins(size(INSET), size(2), size(INSET), 0)
        below.addWidget(self.note)
        self.column.addLayout(head)
        self.column.addWidget(self.rows)
        self.column.addLayout(below)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        return [self.link, *self.rows.stops()]

    def say(self, words: str) -> None:
        """A sentence under the rows, or in their place."""
        self.note.setText(words)
        self.note.setVisible(bool(words))


class RecentCard(ListCard):
    """The newest entries of the log."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Recent"), _("Open log"), Shape(), parent)
        self._shown: tuple[Recent, ...] = ()

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show other entries."""
        self._shown = recent
        self.rows.show_rows([_recent_row(each) for each in recent])
        self.link.setText(_("Open log") if recent else _("Log a talk"))
        self.say("" if recent else _("Nothing logged yet. Write what you just talked about, as you would say it."))

    def talk(self, at: int) -> int:
        """The talk of a row."""
        return self._shown[at].id

    def is_empty(self) -> bool:
        """Whether nothing was logged."""
        return not self._shown


def _recent_row(recent: Recent) -> Row:
    spoken = ", ".join(part for part in (recent.day, recent.channel.words, recent.text, recent.length) if part)
    return Row(
        CHANNEL_ICONS[recent.channel], recent.text, tails=(recent.length, recent.day), spoken=spoken, hint=recent.text
    )


class BringUpCard(ListCard):
    """What to bring up next time; its link puts it into the agenda, or plans a meeting where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Bring up next time"), _("Add to agenda"), _POINTS, parent)
        self._points: tuple[Point, ...] = ()
        self.is_planned = False

    def show_points(self, points: tuple[Point, ...], *, is_planned: bool) -> None:
        """Show other points; `is_planned` says whether there is a meeting to put them into."""
        self._points, self.is_planned = points, is_planned
        self.rows.show_rows([_point_row(each) for each in points[:_MOST_POINTS]])
        left = [each for each in points if not each.is_planned]
        self.link.setText(_("Add to agenda") if is_planned else _("Plan a meeting"))
        self.link.setVisible(bool(left))
        more = len(points) - _MOST_POINTS
        if not points:
            self.say(_("Nothing is open. What waits for an answer or is late stands here."))
        elif not left:
            self.say(_("All of it is in the agenda."))
        else:
            self.say(plural("and {count} more", "and {count} more", more) if more > 0 else "")

    def record(self, at: int) -> tuple[str, int] | None:
        """What a row is about."""
        return self._points[at].record


def _point_row(point: Point) -> Row:
    icon, tone = ("check", "kept") if point.is_planned else ("circle-dot", "accent")
    spoken = _("{point}, in the agenda").format(point=point.text) if point.is_planned else point.text
    return Row(icon, point.text, tone, spoken=spoken, opens=point.record is not None)


class SearchesCard(Card):
    """The open searches; `opened` with the one that was pressed."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.column.setContentsMargins(size(16), size(12), size(16), size(12))
        self.column.addWidget(Label(_("Open searches"), "captionMedium", "text2"))
        self._lines: list[_SearchLine] = []
        self._more = Label("", "caption", "text2")

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        return [*self._lines]

    def show_searches(self, found: Rest) -> None:
        """Show other searches; hidden while there are none."""
        for each in self._lines:
            self.column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._lines = [_SearchLine(each) for each in found.searches]
        for line in self._lines:
            line.clicked.connect(self._open)
        self._more.setText(plural("and {count} more", "and {count} more", found.searches_more))
        self._more.setVisible(bool(found.searches_more))
        for line in self._lines:
            self.column.addWidget(line)
        self.column.addWidget(self._more)
        self.setVisible(bool(self._lines))

    def _open(self) -> None:
        for line in self._lines:
            if line is self.sender():
                self.opened.emit(line.search.id)


class _SearchLine(PlainButton, QPushButton):
    """One search that opens: title over its days, its stage at the end."""

    def __init__(self, search: OpenSearch) -> None:
        super().__init__()
        self.search = search
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join((search.title, search.second, search.stage)))
        self.setToolTip(search.title)

    def sizeHint(self) -> QSize:
        """Two lines and the gap above them."""
        return QSize(size(160), line_height("bodyMedium") + line_height("caption") + size(9))

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another height."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines and the chip."""
        painter, search = mirror.painter_on(self), self.search
        title, second = line_height("bodyMedium"), line_height("caption")
        chip = min(chip_width(search.stage), self.width() // 2)
        top, room = self.height() - title - second - size(1), self.width() - chip - size(8)
        tone = "accent" if self.underMouse() else "text"
        paint.text(painter, QRectF(0, top, room, title), search.title, "bodyMedium", tone)
        paint.text(painter, QRectF(0, top + title + size(1), room, second), search.second, "caption", "text2")
        middle = top + (title + second - chip_height()) / 2
        paint_chip(painter, self.width() - chip, middle, search.stage, most=chip)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()))
