"""The facts of a look: a title, and from one line in the middle a bar for each side; each bar opens its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.services.honest_look import Fact, Figure, said
from app.words import _
from ui.kit import mirror, paint
from ui.kit.plain import PlainButton
from ui.kit.words import Label
from ui.theme import size

_LONGEST, _BAR, _RADIUS, _LEAST = 144, 12, 3, 3
_MIDDLE, _GAP, _HIGH = 2, 6, 28
_HEAD_GAP, _ABOVE, _BELOW = 8, 13, 3


class Facts(QWidget):
    """Groups of facts below each other; `opened` with the entry behind a bar."""

    opened = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: list[QWidget] = []

    def show_groups(self, groups: Sequence[tuple[str, Sequence[Fact]]], name: str) -> None:
        """Show other facts; the first group that has any names the two sides."""
        for each in self._shown:
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._shown = []
        for title, facts in groups:
            if facts:
                self._add(_Head(title, name, is_first=not self._shown))
            for fact in facts:
                self._add(self._line(fact, name))
        if not self._shown:
            nothing = _("No facts yet: talks, promises and answers fill this by themselves.")
            self._add(Label(nothing, "body", "text2", wrap=True))

    def stops(self) -> list[QWidget]:
        """The bars that open something, in the order they are seen."""
        return [each for line in self._shown for each in line.findChildren(PressBar)]

    def _line(self, fact: Fact, name: str) -> QWidget:
        line = _Line(fact, name)
        for bar in line.findChildren(PressBar):
            bar.opened.connect(self.opened)
        return line

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()  # so that the sheet can be fitted around it now
        self._shown.append(part)


class _Thirds(QWidget):
    """Three columns of one width: what it is, your side, their side."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        for part in parts:
            part.setMinimumWidth(1)
            self.row.addWidget(part, 1, Qt.AlignmentFlag.AlignVCenter)


class _Head(_Thirds):
    """The title of a group; over the first one whose side is whose."""

    def __init__(self, title: str, name: str, *, is_first: bool) -> None:
        words = Label(title, "body", "text2", wrap=True)
        if not is_first:
            super().__init__(words)
            self.row.setContentsMargins(0, size(_ABOVE), 0, size(_BELOW))
            return
        you, them = Label(_("You"), "bodyMedium", "accent"), Label(name, "bodyMedium", "theirs")
        you.setAlignment(Qt.AlignmentFlag.AlignRight)
        super().__init__(words, _inset(you), _inset(them))
        self.row.setContentsMargins(0, 0, 0, size(_BELOW))


def _inset(label: Label) -> QWidget:
    """A name beside the line in the middle."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(size(_HEAD_GAP), 0, size(_HEAD_GAP), 0)
    row.addWidget(label)
    return holder


class _Line(_Thirds):
    """One fact."""

    def __init__(self, fact: Fact, name: str) -> None:
        is_of_both = fact.theirs is None  # such as what came of it: nobody's side
        super().__init__(
            Label(fact.title, "body", wrap=True),
            _bar(fact.mine, "text3" if is_of_both else "accent", _spoken(fact, _("you"), fact.mine), mine=True),
            _bar(fact.theirs, "theirs", _spoken(fact, name, fact.theirs), mine=False),
        )
        self.setAccessibleName(said(fact, name))
        self.setMinimumHeight(size(_HIGH))


def _spoken(fact: Fact, who: str, figure: Figure | None) -> str:
    if figure is None:
        return ""
    if fact.theirs is None:
        return _("{fact}: {figure}").format(fact=fact.title, figure=figure.words)
    return _("{fact}, {who}: {figure}").format(fact=fact.title, who=who, figure=figure.words)


def _bar(figure: Figure | None, tone: str, spoken: str, *, mine: bool) -> QWidget:
    if figure is None:
        return QWidget()
    return PressBar(figure, tone, spoken, mine=mine) if figure.record else _ToldBar(figure, tone, spoken, mine=mine)


class PressBar(PlainButton, QPushButton):
    """A bar that opens the newest entry behind it."""

    opened = Signal(str, int)

    def __init__(self, figure: Figure, tone: str, spoken: str, *, mine: bool) -> None:
        super().__init__()
        self._figure, self._tone, self._mine = figure, tone, mine
        self.setAccessibleName(spoken)
        self.setToolTip(_("{fact}. Open the newest").format(fact=spoken))
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        """A third of the sheet."""
        return QSize(size(_LONGEST), size(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar and figure; a ground under the pointer, a ring around the keyboard."""
        painter, box = mirror.painter_on(self), QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self.underMouse() or self.isDown():
            paint.rounded(painter, box, ground="hover")
        if self.hasFocus():
            paint.focus_ring(painter, box)
        _paint(painter, QRectF(self.rect()), self._figure, self._tone, mine=self._mine)

    def _open(self) -> None:
        assert self._figure.record is not None
        self.opened.emit(*self._figure.record)


class _ToldBar(QWidget):
    """A bar with nothing behind it."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, figure: Figure, tone: str, spoken: str, *, mine: bool) -> None:
        super().__init__()
        self._figure, self._tone, self._mine = figure, tone, mine
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A third of the sheet."""
        return QSize(size(_LONGEST), size(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar and figure."""
        _paint(mirror.painter_on(self), QRectF(self.rect()), self._figure, self._tone, mine=self._mine)


def _paint(painter: QPainter, box: QRectF, figure: Figure, tone: str, *, mine: bool) -> None:
    """The bar from the middle outwards, the figure beyond its end."""
    room = box.width() - size(_MIDDLE + _GAP) - paint.text_width(figure.words, "body") - size(_GAP)
    length = max(min(size(_LONGEST), room) * figure.share, size(_LEAST))
    top = box.center().y() - size(_BAR) / 2
    start = box.right() - size(_MIDDLE) - length if mine else box.left() + size(_MIDDLE)
    paint.rounded(painter, QRectF(start, top, length, size(_BAR)), ground=tone, radius=_RADIUS)
    words = QRectF(box)
    if mine:
        words.setRight(start - size(_GAP))
        paint.text(painter, words, figure.words, "body", "text2", Qt.AlignmentFlag.AlignRight)
    else:
        words.setLeft(start + length + size(_GAP))
        paint.text(painter, words, figure.words, "body", "text2")
