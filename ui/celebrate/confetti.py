"""The picture over a placement: the program's mark among confetti, drawn still."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit import mirror
from ui.kit.mark import Mark
from ui.theme import colour, size

_WIDTH, _HEIGHT, _MARK = 500, 136, 57
_STRENGTH = 0.57  # it stands behind the words, not before them


class _Piece(NamedTuple):
    """One piece: where its middle is, its length and width, how far it is turned; None for a round one."""

    x: float
    y: float
    length: float
    width: float
    turn: float | None


_PIECES = {
    "accent": (
        _Piece(44, 118, 6, 3, 56), _Piece(56, 115, 5, 5, None), _Piece(81, 104, 4, 4, None),
        _Piece(108, 110, 6, 6, None), _Piece(118, 80, 4.5, 2.5, 33), _Piece(125, 102, 4, 4, None),
        _Piece(144, 113, 6, 3, 80), _Piece(171, 120, 6, 6, None), _Piece(181, 33, 5, 2.5, 82),
        _Piece(184, 30, 5, 2.5, 85), _Piece(194, 109, 6, 3, 22), _Piece(197, 56, 8, 4, 75),
        _Piece(203, 100, 4, 4, None), _Piece(242, 71, 6, 6, None), _Piece(299, 63, 7, 3.5, 41),
        _Piece(307, 68, 5, 3, 90), _Piece(315, 72, 4, 4, None), _Piece(330, 121, 5.5, 3, 22),
        _Piece(341, 97, 3.5, 3.5, None), _Piece(353, 116, 4, 4, None), _Piece(357, 56, 5.5, 3, 62),
        _Piece(359, 109, 3.5, 3.5, None), _Piece(394, 92, 4, 2, 13), _Piece(428, 116, 3.5, 3.5, None),
    ),
    "risk": (
        _Piece(101, 76, 5, 5, None), _Piece(114, 125, 5, 2.5, 49), _Piece(129, 118, 4, 4, None),
        _Piece(204, 94, 4, 4, None), _Piece(229, 57, 6, 3, 77), _Piece(312, 60, 6, 6, None),
        _Piece(331, 83, 6, 3, 78), _Piece(354, 123, 4, 4, None), _Piece(434, 97, 6, 6, None),
    ),
    "theirs": (
        _Piece(142, 121, 3, 3, None), _Piece(155, 118, 4, 2, 36), _Piece(184, 96, 5, 5, None),
        _Piece(233, 73, 6.5, 3.5, 82), _Piece(283, 78, 8, 4, 90), _Piece(412, 71, 5.5, 3, 53),
    ),
}  # fmt: skip


class Confetti(QWidget):
    """As wide as there is room, the mark in its middle; a picture without a name, the words stand below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Mark(_MARK), 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)

    def sizeHint(self) -> QSize:
        """As the pieces are spread."""
        return QSize(size(_WIDTH), size(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The mark at least; pieces beyond the edge are not seen."""
        return QSize(size(2 * _MARK), size(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every piece where it lies."""
        painter = mirror.painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(_STRENGTH)
        painter.translate((self.width() - size(_WIDTH)) / 2, 0)
        painter.scale(size(_WIDTH) / _WIDTH, size(_HEIGHT) / _HEIGHT)
        for tone, pieces in _PIECES.items():
            painter.setBrush(colour(tone))
            for piece in pieces:
                _draw(painter, piece)


def _draw(painter: QPainter, piece: _Piece) -> None:
    box = QRectF(-piece.length / 2, -piece.width / 2, piece.length, piece.width)
    painter.save()
    painter.translate(piece.x, piece.y)
    if piece.turn is None:
        painter.drawEllipse(box)
    else:
        painter.rotate(piece.turn)
        painter.drawRoundedRect(box, 1, 1)
    painter.restore()
