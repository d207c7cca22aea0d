"""How the quick-add bar looks: the line, its chips, and below a hairline what can be written and pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.words import _
from ui.kit import paint
from ui.kit.card import Card, Hairline
from ui.kit.keycap import KeyCap
from ui.kit.quick_chips import RING, ChipRow
from ui.kit.quick_line import Colouring, QuickField, Understood
from ui.kit.toast import announce
from ui.kit.words import Elided, Label
from ui.theme import size

_ICON = 18


def sample_line() -> str:
    """What stands in the empty field, to be written like it."""
    return _("call 25m: agreed to widen salary band #Backend !fri send 3 CVs")


class QuickBar(Card):
    """The card; an accent line around it while its field has the keyboard."""

    def __init__(self, understood: Understood, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.field = QuickField()
        self.field.setAccessibleName(_("Log a talk"))
        self.field.setPlaceholderText(sample_line())
        self._colouring = Colouring(self.field.document(), understood)
        self.chips = ChipRow(self.field)
        self._sentence = Label("", "caption", "missed", wrap=True)
        self._sentence.hide()
        self.column.setContentsMargins(size(15) - RING, size(10), size(15) - RING, size(9))
        for part, gap in (
            (_Line(self.field), 0), (self._sentence, 6), (self.chips, 6), (Hairline(), 7), (_Hints(), 0),
        ):  # fmt: skip
            self.column.addWidget(part if part is self.chips else _Inset(part))
            self.column.addSpacing(size(gap))
        self.field.focused.connect(self._focused)
        self.chips.focused.connect(self._focused)
        self.field.refused.connect(self.refuse)
        self.chips.left.connect(self._back_to_line)
        self.field.chips_asked.connect(self.chips.focus_first)

    def refuse(self, sentence: str) -> None:
        """Say under the line what is wrong with it; nothing when all is well."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        if sentence:
            announce(self.field, sentence)

    def recolour(self) -> None:
        """Colour the line anew, because something else is known now."""
        self._colouring.rehighlight()

    def _focused(self, has: bool) -> None:
        """The line around it says that keys go here, to the line or to one of its chips."""
        self.outline("accent" if has else "border")

    def _back_to_line(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class _Plus(QWidget):
    """The sign before the line."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The sign, as high as the line."""
        return QSize(size(_ICON), size(27))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the accent, because this is where to write."""
        box = QRectF(self.rect())
        paint.draw_icon(QPainter(self), 0, box.center().y() - size(_ICON) / 2, "plus", "accent", _ICON)


class _Line(QWidget):
    """The sign and the field."""

    def __init__(self, field: QuickField) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(12))
        row.addWidget(_Plus(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)


class _Hints(QWidget):
    """What can be written, and what the keys do."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        hints = [_("#search"), _("!when follow-up"), _("“agreed” decision"), _("> from them"), _("@time")]
        row.addWidget(Elided("   ".join(hints), "caption", "text3"), 1)
        row.addSpacing(size(14))
        for words, key, gap in ((_("Save"), _("Enter"), 14), (_("more fields"), _("Tab"), 0)):
            row.addWidget(Label(words, "caption", "text2"))
            row.addSpacing(size(7))
            row.addWidget(KeyCap(key))
            row.addSpacing(size(gap))


class _Inset(QWidget):
    """On the text's line, where the chips begin a ring's width before it."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(RING, 0, RING, 0)
        row.addWidget(part)
