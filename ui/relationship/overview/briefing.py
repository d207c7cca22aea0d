"""The briefing before a talk, over whatever is on screen: read in a glance, closed by Esc. It is for your eyes only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.managers import ManagerId
from app.services.briefing import Briefing, Part, brief
from app.words import _
from ui.desk import Desk
from ui.kit import mirror
from ui.kit.button import IconButton
from ui.kit.chip import Chip
from ui.kit.health import HealthGlyph
from ui.kit.over import Over
from ui.kit.scrolling import Page
from ui.kit.words import Elided, Label
from ui.theme import size

_MARGIN, _WIDE = 24, 720
_DATE = re.compile(r"(?:\(\w+ )?\b\w{2,4} \d\d? \w{3,4}\b")  # with what leads to it: "(by Tue 24 Nov"


def briefing_sheet(desk: Desk, window: QWidget, manager: int) -> BriefingSheet:
    """The sheet over a window, in place of one that is there already."""
    for other in window.findChildren(BriefingSheet):
        other.close()
    return BriefingSheet(desk, window, manager)


class BriefingSheet(Over):
    """What one glance must hold, in two columns."""

    def __init__(self, desk: Desk, window: QWidget, manager: int) -> None:
        found = brief(desk.office, ManagerId(manager))
        super().__init__(window, _("Briefing: {title}").format(title=found.title()), wide=_WIDE)
        self.setObjectName("briefing")
        self._page = _Sheet(found)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, size(14), 1, size(8))
        column.setSpacing(size(4))
        column.addLayout(self._head(found))
        column.addWidget(self._page, 1)

    def first(self) -> QWidget:
        """The text: the arrows scroll it, and a screen reader reads it."""
        return self._page

    def height_at(self, wide: int) -> int:
        """All of the text, and the title over it."""
        return (
            super().height_at(wide) - self._page.sizeHint().height() + self._page.column.totalHeightForWidth(wide - 2)
        )

    def _head(self, found: Briefing) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(mirror.margins(size(_MARGIN), 0, size(_MARGIN - 8), 0))
        head.setSpacing(size(8))
        close = IconButton("x", _("Close"))
        close.clicked.connect(self.close)
        head.addWidget(HealthGlyph(found.word, 14))
        head.addWidget(Elided(found.title(), "title"), 1)
        head.addWidget(close)
        return head


class _Sheet(Page):
    """The parts, scrolled where the window is low."""

    def __init__(self, found: Briefing) -> None:
        super().__init__(top=size(4), margin=size(_MARGIN))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Briefing"))
        self.setAccessibleDescription("\n".join(found.lines()))
        parts = found.parts()
        said = [part for part in parts if part.is_said]
        owed = [part for part in parts if not part.is_said]
        row = QHBoxLayout()
        row.setSpacing(size(32))
        for column in (said, owed):
            if column:
                row.addLayout(_column(column), 1)
        self.column.addLayout(row)
        if not parts:
            self.column.addWidget(Label(_("Nothing is known yet. It fills with your first talk."), "body", "text2"))
        self.column.addStretch(1)


def _column(parts: Sequence[Part]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(size(4))
    for part in parts:
        head = QHBoxLayout()
        head.setContentsMargins(0, size(8), 0, 0)
        head.addWidget(Label(part.title, "captionStrong", "text2"))
        head.addStretch(1)
        if part.is_private:
            head.addWidget(Chip(_("Private"), "neutral", icon="lock"))
        column.addLayout(head)
        for line in part.lines:
            column.addWidget(Label(_DATE.sub(_tied, line), "body", wrap=True))
    column.addStretch(1)
    return column


def _tied(date: re.Match[str]) -> str:
    """A date that no line break parts."""
    return date[0].replace(" ", "\u00a0")
