"""Text on the page: always plain, in a role's type and line height, in a token's colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit import mirror, paint
from ui.kit.plain import tip
from ui.theme import colour, font, line_height

_WIDEST = 16_000
_SHORT = 200  # letters; more hardly ever fit on a line


class Label(QLabel):
    """A text in a role of type; with `wrap`, as many lines as it needs at its width.

    Painted by hand, because QLabel has no line height for plain text. Repaints itself in a new theme.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role, self._tone, self._wrap = role, tone, wrap
        self._heights: dict[int, int] = {}  # a layout asks for the same width dozens of times
        self.setFont(font(role))
        # A fixed height would be that of the hint's width, and clip a text that wraps more often.
        upright = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Another token for the text."""
        self._tone = tone
        self.update()

    def setText(self, text: str) -> None:
        """Show another text."""
        self._heights.clear()
        super().setText(text)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme or text size: take the role's font again."""
        if event.type() == QEvent.Type.PaletteChange and self.font() != font(self._role):
            self._heights.clear()
            self.setFont(font(self._role))
            self.updateGeometry()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Whether the text wraps."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height of the text at a width, in logical pixels."""
        if not self._wrap:
            return line_height(self._role)
        if width not in self._heights:
            lines = 1 if self._fits(width) else self._lines(self._layout(), width)
            self._heights[width] = lines * line_height(self._role)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The text on one line, or at a comfortable width when it wraps."""
        if self._wrap:
            width = min(round(self._widest()) + 1, 560)
            return QSize(width, self.heightForWidth(width))
        return QSize(round(self._widest()) + 1, line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """Wrapped text may become narrow; a single line may not."""
        return QSize(40, line_height(self._role)) if self._wrap else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each line at the role's line height."""
        painter = QPainter(self)
        painter.setPen(colour(self._tone if self.isEnabled() else "text3"))
        layout, align = self._layout(), self._edge()
        self._lines(layout, self.width() if self._wrap else _WIDEST)
        left = 0.0
        if not self._wrap and align & Qt.AlignmentFlag.AlignRight:
            left = self.width() - self._widest()
        if align & Qt.AlignmentFlag.AlignHCenter:
            left = (self.width() - self._widest()) / 2 if not self._wrap else 0.0
        layout.draw(painter, QPointF(left, 0))

    def _layout(self) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self._edge() | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._direction())
        if not self._wrap:
            option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        return layout

    def _direction(self) -> Qt.LayoutDirection:
        """A text runs as its first letter does."""
        return Qt.LayoutDirection.LayoutDirectionAuto if self.text() else self.layoutDirection()

    def _edge(self) -> Qt.AlignmentFlag:
        """Where the lines stand, which is for the page to say and not for their words."""
        align = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        turned = self.isRightToLeft() and not align & Qt.AlignmentFlag.AlignAbsolute
        return mirror.across(align) if turned else align

    def _lines(self, layout: QTextLayout, width: float) -> int:
        """Lay the lines out below each other; how many there are."""
        height, count = line_height(self._role), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        return max(count, 1)

    def _fits(self, width: int) -> bool:
        """Whether the text surely stands on one line: most do, and to lay a text out takes a tenth of a millisecond."""
        words = self.text()
        return len(words) <= _SHORT and "\n" not in words and paint.text_width(words, self._role) < width - 1

    def _widest(self) -> float:
        return max(paint.text_width(line, self._role) for line in self.text().split("\n"))


class Sentence(Label):
    """The program's own words: they run as the page does, whatever name they begin with."""

    def _direction(self) -> Qt.LayoutDirection:
        return self.layoutDirection()


class Elided(Label):
    """One line that gives way: cut with an ellipsis, whole in its tooltip."""

    def minimumSizeHint(self) -> QSize:
        """It may become very narrow."""
        return QSize(24, line_height(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text as far as it fits."""
        painter = mirror.painter_on(self)
        align = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        tone = self._tone if self.isEnabled() else "text3"
        paint.text(painter, self.rect().toRectF(), self.text(), self._role, tone, align)
        self.setToolTip(tip(self.text()) if self._widest() > self.width() + 1 else "")
