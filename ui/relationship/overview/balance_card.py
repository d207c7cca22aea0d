"""The first card: what each side kept, what is open now, and the months as blocks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.expectations import Side
from app.services.balance import Balance, Share
from app.services.overview import Owed
from app.words import _
from ui.kit import mirror, paint
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import PressChip
from ui.kit.mark import Mark
from ui.kit.plain import tip
from ui.kit.words import Elided, Label
from ui.relationship.overview.chart import BalanceChart
from ui.theme import line_height, size

_RING = 2  # around a chip that can be pressed
_WIDEST = 200  # of the chips, for a long name must leave room for the figures
_LOOKS = {Side.MINE: ("you", "arrow-up-right"), Side.THEIRS: ("theirs", "arrow-down-left")}


class BalanceCard(Card):
    """`asked` names the promise to open, `began` wants the first one."""

    asked = Signal(int)
    began = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.column.setContentsMargins(mirror.margins(size(16), size(14), size(16 - _RING), size(15)))
        self._span = ""
        self._note = Elided("", "caption", "text2")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._mine, self._theirs = Figure("accent"), Figure("theirs")
        self._chart = BalanceChart()
        self._chart.told.connect(self._tell)
        self._chips: list[PressChip] = []
        self._firsts: list[int] = []
        head = QHBoxLayout()
        head.setContentsMargins(mirror.margins(0, 0, size(_RING), 0))
        head.addWidget(Label(_("Balance"), "heading"))
        head.addWidget(self._note, 1)
        self.column.addLayout(head)
        self._none = _NothingYet()
        self._none.began.connect(self.began)
        self._all = self._build_all()
        self.column.addWidget(self._none)
        self.column.addWidget(self._all)

    def show_balance(self, balance: Balance, owed: tuple[Owed, ...], name: str) -> None:
        """Show other figures."""
        nothing = balance.is_empty and not owed
        self._none.setVisible(nothing)
        self._all.setVisible(not nothing)
        self._span = "" if nothing else balance.span
        self._note.setText(self._span)
        self._mine.show_share(balance.mine)
        self._theirs.show_share(balance.theirs)
        self._chart.setVisible(not balance.is_empty)
        self._chart.show_balance(balance, name)
        self._show_owed(owed)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order it is seen."""
        return [self._none.begin, *self._chips, self._chart]

    def _build_all(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, size(10), 0, 0)
        column.setSpacing(size(15))
        figures = QHBoxLayout()
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(size(16))
        self._open = QWidget()
        self._open.setMaximumWidth(size(_WIDEST))
        self._owed = QVBoxLayout(self._open)
        self._owed.setContentsMargins(0, 0, 0, 0)
        self._owed.setSpacing(size(2))
        title = Label(_("Open now"), "captionMedium")
        title.setContentsMargins(_RING, 0, 0, 0)
        lead = QHBoxLayout()
        lead.setContentsMargins(mirror.margins(_RING, 0, 0, size(4)))
        lead.addWidget(title)
        self._owed.addLayout(lead)
        top = Qt.AlignmentFlag.AlignTop
        figures.addWidget(self._mine, 1, top)
        figures.addWidget(self._theirs, 1, top)
        figures.addWidget(self._open, 0, top)
        column.addLayout(figures)
        chart = QHBoxLayout()
        chart.setContentsMargins(mirror.margins(0, 0, size(_RING), 0))
        chart.addWidget(self._chart)
        column.addLayout(chart)
        return whole

    def _show_owed(self, owed: tuple[Owed, ...]) -> None:
        for chip in self._chips:
            self._owed.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips, self._firsts = [], [each.first for each in owed]
        for each in owed:
            tone, icon = _LOOKS[each.side]
            chip = PressChip(each.words, tone, icon=icon)
            chip.setToolTip(each.words)
            chip.clicked.connect(self._open_owed)
            self._owed.addWidget(chip)
            self._chips.append(chip)
        self._open.setVisible(bool(owed))

    def _open_owed(self) -> None:
        chip = self.sender()
        if chip in self._chips:
            self.asked.emit(self._firsts[self._chips.index(chip)])

    def _tell(self, words: str) -> None:
        """The month that is looked at, in place of the months that are shown."""
        self._note.setText(words or self._span)


class Figure(QWidget):
    """What one side kept: a title, a large number of how many, and what was not kept."""

    spoken_as = QAccessible.Role.StaticText

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._share = Share("", 0, 0, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: Share) -> None:
        """Show other figures."""
        self._share = share
        said = _("{title} {kept} of {total}, {detail}").format(**share._asdict())
        self.setAccessibleName(said)
        self.setToolTip(tip(share.detail))
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines."""
        height = line_height("captionMedium") + line_height("number") + line_height("caption") + 1
        return QSize(size(150), height)

    def minimumSizeHint(self) -> QSize:
        """It gives way."""
        return QSize(size(90), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another height."""
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The three lines; the number stands on one base line with what it is of."""
        painter, width, share = mirror.painter_on(self), float(self.width()), self._share
        top, high = line_height("captionMedium"), line_height("number")
        paint.text(painter, QRectF(0, 0, width, top), share.title, "captionMedium")
        number = f"{share.kept:,}"
        wide = paint.text_width(number, "number") + 1
        paint.text(painter, QRectF(0, top + 1, wide, high), number, "number", self._tone)
        of = _("of {total}").format(total=f"{share.total:,}")
        paint.text(painter, QRectF(wide + size(5), top + 1, width - wide - size(5), high), of, "body", "text2")
        low = top + high
        paint.text(painter, QRectF(0, low, width, line_height("caption")), share.detail, "caption", "text2")


class _NothingYet(QWidget):
    """Nothing was agreed, so nothing can be kept: what goes here, and the way to begin."""

    began = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(_("Nothing agreed yet"), "bodyStrong", wrap=True))
        why = _("What each of you promises and keeps stands here, month by month.")
        words.addWidget(Label(why, "body", "text2", wrap=True))
        self.begin = begin = Button(_("Agree the first promises"), kind="compact")
        begin.clicked.connect(self.began)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, size(12), 0, 0)
        row.setSpacing(size(14))
        row.addWidget(Mark(30))
        row.addLayout(words, 1)
        row.addWidget(begin)
