"""The three choices of a look, each as large as the others."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.dates import day_words
from app.domain.partings import PartingChoice
from app.services.partings import AGAIN
from app.words import _, plural
from ui.kit import mirror, paint
from ui.kit.segmented import ChoiceButton, Choices
from ui.kit.words import Label
from ui.theme import line_height, size

_ICON, _INDENT, _PADDING, _GAP = 18, 45, 10, 9


class LookChoices(Choices):
    """Talk first, look again, let go; `chosen` carries the choice."""

    def __init__(self, today: date, searches: int, parent: QWidget | None = None) -> None:
        super().__init__(_("What you choose"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(size(_GAP))
        again = _("Nothing changes. You will be asked on {day}.").format(day=day_words(today + AGAIN, today))
        for choice, icon, title, second in (
            (PartingChoice.TALK, "message-square-text", _("Talk about it first"),
             _("Book 30 minutes. Opens an agenda that names what each of you needs.")),
            (PartingChoice.LOOK_AGAIN, "calendar-clock", _("Keep going, look again in 30 days"), again),
            (PartingChoice.LET_GO, "leaf", _("Let go, with thanks"), _leaving(searches)),
        ):  # fmt: skip
            self.add(choice.value, _Card(title, second, icon))
        self.choose(PartingChoice.TALK)

    @property
    def choice(self) -> PartingChoice:
        """What is chosen."""
        return PartingChoice(self.key)


def _leaving(searches: int) -> str:
    if not searches:
        return _("Drafts a kind closing message, keeps the history.")
    return plural(
        "Drafts a kind closing message, hands over {count} open search, keeps the history.",
        "Drafts a kind closing message, hands over {count} open searches, keeps the history.", searches,
    )  # fmt: skip


class _Card(ChoiceButton):
    """One choice: what it is, and what it does."""

    def __init__(self, title: str, second: str, icon: str) -> None:
        super().__init__("", icon)
        self.setAccessibleName(_("{title}. {second}").format(title=title, second=second))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(mirror.margins(size(_INDENT), size(_PADDING), size(16), size(_PADDING)))
        column.setSpacing(0)
        for words in (Label(title, "statement", wrap=True), Label(second, "body", "text2", wrap=True)):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)

    def sizeHint(self) -> QSize:
        """Its two texts, with room around them."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """It becomes narrow, and then higher."""
        return self._column.totalMinimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An accent line around the chosen one."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        on = self.isChecked()
        ground = "hover" if self.underMouse() and not on else "surface"
        paint.rounded(painter, box, ground=ground, border="accent" if on else "border", radius=paint.CARD_RADIUS)
        if self.hasFocus():
            paint.focus_ring(painter, box, radius=paint.CARD_RADIUS)
        top = size(_PADDING) + (line_height("statement") - size(_ICON)) / 2
        paint.draw_icon(painter, size(15), top, self._icon, "accent" if on else "text2", _ICON)
