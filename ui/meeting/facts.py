"""Beside the meeting: what is open between you, what was decided last time, what the intake left open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.meetings import MeetingState
from app.domain.text import isolated
from app.services.beside_meeting import Known
from app.services.between import Open
from app.services.meeting_page import MeetingPageFacts
from app.words import _
from ui.kit import mirror, paint
from ui.kit.card import Hairline
from ui.kit.press_row import PressRow
from ui.kit.words import Label
from ui.theme import size


class IconLine(QWidget):
    """A text that wraps beside its icon."""

    def __init__(self, text: str, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(size(23), 0, 0, 0))
        row.addWidget(Label(text, "body", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon beside the first line."""
        paint.draw_icon(mirror.painter_on(self), 0, size(2), self._icon, self._tone, 14)


class Facts(QWidget):
    """Built anew only when something in it changed; `chosen` with a gap that is to be asked now."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._shown: object = None
        self._body: QWidget | None = None

    def show_facts(self, facts: MeetingPageFacts, known: Known) -> None:
        """Show what is known between the two of you."""
        running = facts.meeting.state is MeetingState.RUNNING
        now = (known, facts.manager.first_name, running)
        if now == self._shown:
            return
        self._shown = now
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(4))
        parts = [self._between(facts.manager.first_name, known)]
        if known.last is not None and known.last.decisions:
            last = known.last.title(facts.meeting.planned_at.date())
            parts.append(_group(last, [IconLine(text, "handshake", "kept") for text in known.last.decisions]))
        if known.gaps:
            parts.append(_group(_("Gaps in the intake"), [self._gaps(known.gaps, running=running)]))
        for place, part in enumerate(parts):
            if place:
                column.addSpacing(size(12))
                column.addWidget(Hairline())
                column.addSpacing(size(12))
            column.addWidget(part)
        self._outer.addWidget(self._body)

    def _gaps(self, gaps: Sequence[str], *, running: bool) -> QWidget:
        """What is not known yet; while the meeting runs, each is asked by a press."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for gap in gaps:
            line = PressRow(gap, "circle-dashed", "text2", dense=True)
            line.say(gap)
            line.setEnabled(running)
            line.clicked.connect(self._choose)
            column.addWidget(line)
        return lines

    def _choose(self) -> None:
        row = self.sender()
        assert isinstance(row, PressRow)
        self.chosen.emit(row.about)

    def _between(self, name: str, known: Known) -> QWidget:
        rows: list[QWidget] = []
        if known.mine:
            rows += [Label(_("I keep"), "bodyMedium", "accent"), *_opens(known.mine)]
        if known.theirs:
            keeps = _("{name} keeps").format(name=isolated(name))
            heading = Label(keeps, "bodyMedium", "theirs", wrap=True)
            rows += [*([_gap()] if rows else []), heading, *_opens(known.theirs)]
        nothing = [Label(_("Nothing is open between you."), "body", "text2", wrap=True)]
        return _group(_("Between you, open"), rows or nothing)


def _opens(opened: Sequence[Open]) -> list[QWidget]:
    """Each thing over when it is due."""
    rows: list[QWidget] = []
    for each in opened:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(each.statement, "body", wrap=True))
        column.addWidget(Label(each.when, "caption", "risk" if each.pressing else "text2", wrap=True))
        rows.append(row)
    return rows


def _gap() -> QWidget:
    """Room between the two sides."""
    gap = QWidget()
    gap.setFixedHeight(size(3))
    return gap


def _group(title: str, rows: Sequence[QWidget]) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(size(5))
    heading = Label(title, "heading", wrap=True)
    column.addWidget(heading)
    column.addSpacing(size(3))
    for row in rows:
        column.addWidget(row)
    return group
