"""What is still open with somebody who is about to be set aside: listed once, in place, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.dates import day_words, time_words
from app.domain.managers import HiringManager
from app.domain.meetings import Meeting, kind_label
from app.domain.talks import FollowUp, Owner
from app.domain.text import first_line
from app.services.still_open import StillOpen
from app.words import _, plural
from ui.kit.editor import Editor
from ui.kit.words import Elided, Label
from ui.theme import size

_MOST = 3  # of each kind; the number of the others is said


class StillOpenList(Editor):
    """The list over its two answers: archive, or leave it as it is."""

    def __init__(
        self, found: StillOpen, manager: HiringManager, now: datetime, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        title = _("Still open with {name}").format(name=manager.first_name)
        super().__init__(title, save=_("Archive"), parent=parent)
        self._called, self._now, self._zone = manager.first_name, now, zone
        self.column.setSpacing(size(2))
        self.column.addWidget(Label(title, "heading", wrap=True))
        self._list(_("Follow-ups"), [self._follow_up(each) for each in found.follow_ups])
        self._list(_("Searches"), [each.title for each in found.searches])
        self._list(_("Planned meetings, to be cancelled"), [self._meeting(each) for each in found.meetings])
        self.column.addSpacing(size(8))
        why = _("Clocks stop, everything stays findable, and Undo brings it all back.")
        self.column.addWidget(Label(why, "caption", "text2", wrap=True))
        self.column.addSpacing(size(6))
        self.finish()

    def focus_first(self) -> None:
        """The keyboard on leaving it as it is."""
        self.findChildren(QPushButton)[0].setFocus()

    def _list(self, heading: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        self.column.addSpacing(size(6))
        self.column.addWidget(Label(heading, "captionMedium", "text2", wrap=True))
        for words in lines[:_MOST]:
            self.column.addWidget(Elided(words, "body"))
        more = len(lines) - _MOST
        if more > 0:
            words = plural("and {count} more", "and {count} more", more)
            self.column.addWidget(Label(words, "caption", "text2", wrap=True))

    def _follow_up(self, follow_up: FollowUp) -> str:
        day = day_words(follow_up.due, self._now.astimezone(self._zone).date())
        text = first_line(follow_up.text)
        if follow_up.owner is Owner.ME:
            return _("{text} · you, {day}").format(text=text, day=day)
        return _("{text} · {name}, {day}").format(text=text, name=self._called, day=day)

    def _meeting(self, meeting: Meeting) -> str:
        when = time_words(meeting.planned_at, self._now, self._zone)
        return _("{kind} · {when}").format(kind=kind_label(meeting.kind), when=when)
