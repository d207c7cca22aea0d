"""The body of Today: the parts with their rows, and what a press in a row does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.expectations import ExpectationId, Side
from app.domain.managers import HiringManager
from app.domain.meetings import Meeting
from app.domain.talks import FollowUpId, MeetingId
from app.services.changes import Change
from app.services.today import Today
from app.words import _
from ui.desk import Desk
from ui.kit.mark import Mark
from ui.kit.words import Label
from ui.theme import size
from ui.today.lines import Line, item_line, meeting_line, near_day, reach_line, unsettled_line
from ui.today.listing import SIDE, LineList
from ui.today.section import MeetingsCard, Section

_RAIL, _GAP, _SENTENCE = 304, 32, 440
_WIDEST = 16_000
_TICKED_MS = 600


class TodayBody(QWidget):
    """What to keep, what to wait for, whom to reach, and the next meetings beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sections = {
            "keep": Section(_("Keep today"), _("what you promised")),
            "waiting": Section(_("Waiting on them"), _("what they promised")),
            "reach": Section(_("Reach out"), _("longer than the agreed cadence")),
            "unsettled": Section(_("Did it happen?"), _("planned, and nobody said")),
        }
        self._clear = _Clear()
        self._meetings = MeetingsCard(_("Next meetings"))
        self.holding = QTimer(self, singleShot=True, interval=_TICKED_MS)
        self._lay_out()
        for section in self._sections.values():
            section.acted.connect(self._act)
        self._meetings.acted.connect(self._act)

    def show_day(self, found: Today) -> None:
        """Show a day."""
        office = self._desk.office
        shown = {
            "keep": [item_line(office, item, found.day) for item in found.keep],
            "waiting": [item_line(office, item, found.day) for item in found.waiting],
            "reach": [reach_line(each) for each in found.reach],
            "unsettled": [unsettled_line(office, each, manager, found.day) for each, manager in found.unsettled],
        }
        first = True
        for key, section in self._sections.items():
            section.listing.lines.ticked = None
            section.show_lines(shown[key], first=first)
            first = first and not shown[key]
        self._clear.setVisible(not any(shown.values()))
        self._meetings.show_days(self._days(found))

    def set_roomy(self, roomy: bool) -> None:
        """The meetings beside the rest, or below it."""
        self._meetings.setMaximumWidth(size(_RAIL) if roomy else _WIDEST)
        self._meetings.setMinimumWidth(size(_RAIL) if roomy else 0)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if roomy else directions.TopToBottom)

    def listings(self) -> Sequence[LineList]:
        """Every list, in the order of the page."""
        return [*(section.listing for section in self._sections.values()), *self._meetings.listings]

    def _lay_out(self) -> None:
        main = QVBoxLayout()
        main.setSpacing(0)
        for section in self._sections.values():
            section.hide()
            main.addWidget(section)
        main.addWidget(self._clear, 1)
        main.addStretch()
        rail = QVBoxLayout()
        rail.setContentsMargins(size(SIDE), size(12), size(SIDE), 0)
        rail.addWidget(self._meetings)
        rail.addStretch()
        self._clear.hide()
        self._meetings.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(size(_GAP - SIDE))
        self._row.addLayout(main, 1)
        self._row.addLayout(rail)

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
        if key == "tick":
            self._tick(line)
        elif key == "cancel":
            from app.services import meetings

            self._desk.bridge.do(partial(meetings.cancel, self._desk.office, MeetingId(line.id)), then=self._done)
        else:
            self._desk.open(line.place)
            command = {"log": "log", "plan": "plan-meeting"}.get(key)
            if command:
                self._desk.command(command)

    def _tick(self, line: Line) -> None:
        office = self._desk.office
        for section in self._sections.values():
            if line in section.listing.lines.records:
                section.listing.lines.ticked = line
                section.listing.viewport().update()
        self.holding.start()
        if line.record == "follow_up":
            from app.services import follow_ups

            use_case = partial(follow_ups.done, office, FollowUpId(line.id))
        else:
            from app.services import expectations

            side = Side.THEIRS if line.theirs else Side.MINE
            use_case = partial(expectations.keep, office, ExpectationId(line.id), side=side)
        self._desk.bridge.do(use_case, then=self._done)

    def _done(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)


class _Clear(QWidget):
    """Nothing is due."""

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Label(_("Nothing is due"), "title", wrap=True)
        why = Label(
            _("Every promise of yours is kept and everyone has heard from you as often as agreed."), "body", "text2",
            wrap=True,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(size(60), size(150), size(60), size(40))
        column.setSpacing(size(6))
        column.addWidget(Mark(38), 0, centre)
        column.addSpacing(size(14))
        for label in (title, why):
            label.setAlignment(centre)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(why, 100)
        row.addStretch(1)
        why.setMaximumWidth(size(_SENTENCE))
        column.addWidget(title)
        column.addLayout(row)
        column.addStretch()
