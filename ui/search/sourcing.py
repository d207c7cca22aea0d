"""The card of the sourcing plan: where people are sought, how, by whom, how many, since when, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.dates import short_day_words
from app.domain.errors import InputError
from app.domain.line_dates import typed_day
from app.domain.role import SourcingChannel
from app.domain.searches import SearchId
from app.services import sourcing
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.desk import Desk
from ui.kit.editor import Editor
from ui.kit.field import Field, Line
from ui.search.line_row import Shown
from ui.search.lines import LineList
from ui.search.ordered import OrderedCard, heading

_SIDE = 16


class SourcingCard(OrderedCard):
    """One line a channel."""

    TABLES = frozenset({"sourcing_channel"})
    KIND = "sourcing_channel"

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        words = _("Sourcing plan")
        lines = LineList(words, _("Add a channel"), title=heading(words), empty=_("No channel yet"))
        super().__init__(desk, search, lines, side=_SIDE, parent=parent)
        self.refresh()

    def read(self) -> Sequence[SourcingChannel]:
        """The channels in their order."""
        return self.office.sourcing_channels.of(self.search)

    def line(self, record: SourcingChannel) -> Shown:
        """The channel over its plan, and at the end what came of it."""
        plan = sourcing.plan_words(record, self.office.today())
        return Shown(record.id, "", "", record.channel, plan, tail=record.result or "")

    def form(self, record: SourcingChannel | None) -> Editor:
        """The form of a channel."""
        return ChannelForm(self.office, self.search, record)

    def place_at(self, record: SourcingChannel, position: int) -> Change:
        """Move a channel."""
        return sourcing.place(self.office, record.id, position=position)

    def delete(self, record: SourcingChannel) -> Change:
        """Take a channel off the plan."""
        return sourcing.delete(self.office, record.id)


class ChannelForm(Editor):
    """Where, how, who, how many, since when, and the result."""

    def __init__(self, office: Office, search: SearchId, known: SourcingChannel | None = None) -> None:
        super().__init__(_("A sourcing channel"))
        self._office, self._search, self._known = office, search, known
        self._channel, self._plan, self._who = Line(_("such as own network")), Line(), Line()
        self._volume, self._started = Line(_("such as 40 people")), Line(_("such as 20 nov"))
        self._result = Line(_("such as 12 replies, 4 presented"))
        self.add_row(("channel", Field(_("Channel"), self._channel)), ("plan", Field(_("Plan"), self._plan)))
        self.add_row(("who", Field(_("Who does it"), self._who)), ("volume", Field(_("How many"), self._volume)),
                     ("started_on", Field(_("Started on"), self._started)))  # fmt: skip
        self.add("result", Field(_("What came of it"), self._result))
        if known is not None:
            self._fill(known)
        self.finish()
        for line in self._lines().values():
            line.returnPressed.connect(self.saved)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a day that cannot be read."""
        values = {name: line.text().strip() for name, line in self._lines().items() if name != "started_on"}
        words = self._started.text().strip()
        started = typed_day(words, self._office.today()) if words else None
        if words and started is None:
            raise InputError("started_on", _("Write the day like Tue 24 Nov or 24.11."))
        if self._known is None:
            return partial(sourcing.add, self._office, self._search, started_on=started, **values)
        return partial(sourcing.edit, self._office, self._known.id, started_on=started, **values)

    def _lines(self) -> dict[str, Line]:
        return {
            "channel": self._channel, "plan": self._plan, "who": self._who, "volume": self._volume,
            "started_on": self._started, "result": self._result,
        }  # fmt: skip

    def _fill(self, known: SourcingChannel) -> None:
        for name, line in self._lines().items():
            value = getattr(known, name)
            line.setText(value or "" if name != "started_on" else "")
        if known.started_on is not None:
            self._started.setText(short_day_words(known.started_on, self._office.today()))
