"""The body of Today: the parts with their rows, and the rail beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.managers import HiringManager
from app.domain.meetings import Meeting
from app.services.today import Today
from app.words import _
from ui.desk import Desk, Place
from ui.kit.lines import SIDE, Line
from ui.theme import size
from ui.today.doing import Doing
from ui.today.lines import faded, item_line, meeting_line, near_day, put_off, reach_line, unsettled_line
from ui.today.listing import LineList
from ui.today.section import MeetingsCard, Section

if TYPE_CHECKING:
    from ui.today.balance import BalanceCard
    from ui.today.clear import Clear

_RAIL, _GAP = 304, 32
_WIDEST = 16_000
_TICKED_MS = 600


class TodayBody(QWidget):
    """What to keep, what to wait for, whom to reach, and the next meetings beside it; `freed` when a form is gone."""

    freed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sections = {
            "keep": Section(_("Keep today"), _("what you promised")),
            "waiting": Section(_("Waiting on them"), _("what they promised")),
            "reach": Section(_("Reach out"), _("longer than the agreed cadence")),
            "unsettled": Section(_("Did it happen?"), _("planned, and nobody said")),
        }
        self._moments: Section | None = None
        self._clear: Clear | None = None
        self._meetings = MeetingsCard(_("Next meetings"))
        self._balance: BalanceCard | None = None
        self._roomy = True
        self.doing = Doing(desk, self)
        self.holding = QTimer(self, singleShot=True, interval=_TICKED_MS)
        self._lay_out()
        for section in self._sections.values():
            section.acted.connect(self._act)
            section.listing.closed.connect(self.freed)
        self._meetings.acted.connect(self._act)
        self.doing.ticked.connect(self._show_tick)

    @property
    def is_busy(self) -> bool:
        """Whether a row is a form, or one just ticked still stays."""
        return self.doing.forms.form is not None or self.holding.isActive()

    def show_day(self, found: Today, gone: Collection[int] = ()) -> None:
        """Show a day; rows of people who are `gone` since they were shown stay, only to be read."""
        office, later = self._desk.office, put_off(found.day)
        shown = {
            "keep": [item_line(office, item, found.day, later) for item in found.keep],
            "waiting": [item_line(office, item, found.day, later) for item in found.waiting],
            "reach": [reach_line(each) for each in found.reach],
            "unsettled": [unsettled_line(office, each, manager, found.day) for each, manager in found.unsettled],
        }
        first = True
        for key, section in self._sections.items():
            for at, line in enumerate(section.lines if gone else ()):
                if line.manager in gone:
                    shown[key].insert(at, faded(line))
            section.listing.lines.ticked = None
            section.show_lines(shown[key], first=first)
            first = first and not shown[key]
        self._show_clear(not any(shown.values()) and not (self._moments and self._moments.lines))
        self._meetings.show_days(self._days(found))

    def show_balance(self) -> None:
        """Read the balance of the relationships, which a start does not wait for; a day with nothing due has none."""
        if self._clear is not None and not self._clear.isHidden():
            return
        if self._balance is None:
            from ui.today.balance import BalanceCard

            self._balance = BalanceCard(self._desk)
            self._rail.insertWidget(1, self._balance)
            self.set_roomy(self._roomy)
        self._balance.refresh()

    def show_moments(self) -> None:
        """Read what is worth a word, which a start does not wait for; most days there is nothing."""
        from ui.today.moments import moment_lines

        lines = moment_lines(self._desk.office)
        if self._moments is None:
            if not lines:
                return
            self._moments = Section(_("Worth a word"), _("hires and celebrations"))
            self._moments.acted.connect(self._act)
            self._main.insertWidget(len(self._sections), self._moments)
        nothing_else = not any(each.lines for each in self._sections.values())
        self._moments.show_lines(lines, first=nothing_else)
        self._show_clear(nothing_else and not lines)

    def set_roomy(self, roomy: bool) -> None:
        """The rail beside the rest, or below it in two columns."""
        self._roomy = roomy
        for card in (each for each in (self._meetings, self._balance) if each is not None):
            card.setMaximumWidth(size(_RAIL) if roomy else _WIDEST)
            card.setMinimumWidth(size(_RAIL) if roomy else 0)
            self._rail.setStretchFactor(card, 0 if roomy else 1)
            self._rail.setAlignment(card, Qt.AlignmentFlag.AlignTop)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if roomy else directions.TopToBottom)
        self._rail.setDirection(directions.TopToBottom if roomy else directions.LeftToRight)

    def listings(self) -> Sequence[LineList]:
        """Every list, in the order of the page."""
        return [*(section.listing for section in self._parts()), *self._meetings.listings]

    def _parts(self) -> list[Section]:
        """Every part of the main column, in its order."""
        return [*self._sections.values(), *([self._moments] if self._moments else [])]

    def _lay_out(self) -> None:
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        for section in self._sections.values():
            section.hide()
            self._main.addWidget(section)
        self._main.addStretch()
        self._rail = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rail.setContentsMargins(size(SIDE), size(12), size(SIDE), 0)
        self._rail.setSpacing(size(16))
        self._rail.addWidget(self._meetings)
        self._rail.addStretch()
        self._meetings.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(size(_GAP - SIDE))
        self._row.addLayout(self._main, 1)
        self._row.addLayout(self._rail)

    def _show_clear(self, clear: bool) -> None:
        """What stands there when nothing is due; most days it is never built."""
        if clear and self._clear is None:
            from ui.today.clear import Clear

            self._clear = Clear()
            self._clear.look_back.connect(self._look_back)
            self._clear.catch_up.connect(self._catch_up)
            self._main.insertWidget(len(self._parts()), self._clear, 1)
        if self._clear is not None:
            self._clear.setVisible(clear)
        if clear and self._balance is not None:
            self._balance.hide()

    def _days(self, found: Today) -> list[tuple[str, list[Line]]]:
        office = self._desk.office

        def day_of(pair: tuple[Meeting, HiringManager]) -> date:
            return pair[0].planned_at.astimezone(office.zone).date()

        return [
            (
                "" if on == found.day else near_day(on, found.day),
                [meeting_line(office, *each, soon=on == found.next_day) for each in pairs],
            )
            for on, pairs in groupby(found.meetings, key=day_of)
        ]

    def _act(self, line: Line, key: str) -> None:
        """What was pressed in a row."""
        if key == "others":
            section = next(each for each in self._parts() if line in each.listing.lines.records)
            section.show_others(line.manager)
            return
        listing = next(each for each in self.listings() if line in each.lines.records)
        self.doing.act(listing, line, key)

    def _show_tick(self, line: Line) -> None:
        """The circle fills, and the row stays a moment."""
        for section in self._sections.values():
            if line in section.listing.lines.records:
                section.listing.lines.ticked = line
                section.listing.viewport().update()
        self.holding.start()

    def _look_back(self) -> None:
        self._desk.open(Place("meetings", section="past"))

    def _catch_up(self) -> None:
        """The page of the one you have not spoken to for the longest, where a meeting is planned."""
        from app.services.kept_lately import longest_silent

        manager = longest_silent(self._desk.office)
        if manager is not None:
            self._desk.open(Place("manager", manager, "meetings"))
            self._desk.command("plan-meeting")
