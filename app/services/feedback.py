"""How long a manager takes to answer on somebody presented, in their working days, against what is agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from app.domain import clocks
from app.domain.cadence import reply_time
from app.domain.clock_words import amount_words
from app.domain.clocks import Event, Unit, Within
from app.domain.dates import clock_time, day_words
from app.domain.expectations import Side
from app.domain.managers import HiringManager
from app.domain.searches import CandidateStage, Presentation, Search
from app.domain.working_time import WorkingTime
from app.services.dues import open_promises_of
from app.services.office import Office
from app.services.working import working_time
from app.words import _, plural

_HOURS_A_DAY = 24  # of a promise: 24 hours are one working day (DOMAIN: clocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One answer, or the waiting for it so far, in working days; `said` is the bar in words."""

    days: float
    is_late: bool
    is_waiting: bool
    said: str


class Feedback:
    """The clock of one search: the manager's working time, and the promise that counts for it."""

    def __init__(self, office: Office, search: Search, manager: HiringManager) -> None:
        self._office, self._zone = office, office.zone
        self._working: WorkingTime = working_time(manager)
        self.promise = _promise(office, search)

    @property
    def agreed(self) -> float | None:
        """The agreed working days, None while nothing is agreed."""
        if self.promise is None:
            return None
        amount = self.promise.amount
        if self.promise.unit is Unit.DAYS:
            return float(amount)
        return amount / _HOURS_A_DAY if amount % _HOURS_A_DAY == 0 else amount * 3600 / self._day

    def days(self, person: Presentation) -> float:
        """The working days from being presented to the answer, or to now."""
        until = person.answered_at or self._office.now()
        return self._working.between(person.presented_at, until).total_seconds() / self._day

    def words(self, people: Sequence[Presentation]) -> str:
        """The usual time against the agreed one: "1.4 days, agreed 2"; empty while nobody was presented."""
        pairs = [(each.presented_at, each.answered_at) for each in people if each.answered_at is not None]
        usual = reply_time(pairs, self._working)
        if usual is None:
            return self._agreed_alone() if people else ""
        took = _days_words(usual.total_seconds() / self._day)
        if self.promise is None:
            return _("{days}, nothing agreed").format(days=took)
        return _("{days}, agreed {agreed}").format(days=took, agreed=self._agreed_short())

    def bar(self, person: Presentation) -> Bar:
        """The bar of somebody who was answered, or waits."""
        days, waiting = self.days(person), is_waiting(person)
        late = self._is_late(person)
        took = _days_words(days)
        said = (
            _("{name}: waiting for {days}") if waiting else _("{name}: {days}, late") if late else _("{name}: {days}")
        ).format(name=person.candidate, days=took)
        return Bar(days=days, is_late=late, is_waiting=waiting, said=said)

    def answered_words(self, person: Presentation) -> str:
        """How long the answer took: "answered in 1 day"."""
        assert person.answered_at is not None
        shown, answered = (at.astimezone(self._working.zone).date() for at in (person.presented_at, person.answered_at))
        if shown == answered:
            return _("answered the same day")
        return plural("answered in {count} day", "answered in {count} days", max(1, round(self.days(person))))

    def waiting_words(self, person: Presentation) -> tuple[str, str]:
        """How long somebody waits and until when, and the tone of it: "day 2 of 2, due today 17:00"."""
        day = max(1, ceil(self.days(person)))
        if self.promise is None:
            return plural("waiting for {count} working day", "waiting for {count} working days", day), "text2"
        due = clocks.due_of_event(self.promise, person.presented_at, self._working).due
        if due < self._office.now():
            return self._late_words(due), "missed"
        most = ceil(self.agreed or 1)
        words = _("day {day} of {most}, due {when}").format(day=min(day, most), most=most, when=self._when(due))
        return words, "risk" if day >= most else "text2"

    @property
    def _day(self) -> float:
        return self._working.day_length.total_seconds()

    def _is_late(self, person: Presentation) -> bool:
        if self.promise is None:
            return False
        due = clocks.due_of_event(self.promise, person.presented_at, self._working).due
        return (person.answered_at or self._office.now()) > due

    def _late_words(self, due: datetime) -> str:
        days = self._working.working_days_between(due.astimezone(self._zone).date(), self._office.today())
        if not days:
            return _("late, was due {when}").format(when=self._when(due))
        return plural("{count} working day late", "{count} working days late", days)

    def _when(self, at: datetime) -> str:
        day, today, time = at.astimezone(self._zone).date(), self._office.today(), clock_time(at, self._zone)
        if day == today:
            return _("today {time}").format(time=time)
        return _("{day} {time}").format(day=day_words(day, today), time=time)

    def _agreed_short(self) -> str:
        assert self.promise is not None
        agreed = self.agreed or 0.0
        return f"{agreed:g}" if agreed == int(agreed) else amount_words(self.promise)

    def _agreed_alone(self) -> str:
        if self.promise is None:
            return _("no answer yet, nothing agreed")
        return _("no answer yet, agreed {amount}").format(amount=amount_words(self.promise))


def is_waiting(person: Presentation) -> bool:
    """Whether the manager still owes a word on somebody."""
    return person.answered_at is None and person.stage is not CandidateStage.OUT


def _promise(office: Office, search: Search) -> Within | None:
    """The agreed clock of feedback on people presented: this search's own before the relationship's."""
    found = [
        (each.expectation.search == search.id, each.current.clock)
        for each in open_promises_of(office, search.manager)
        if each.is_agreed and each.expectation.search in (None, search.id)
        and each.expectation.side is not Side.MINE
    ]  # fmt: skip
    clocks_of = [
        (own, clock) for own, clock in found if isinstance(clock, Within) and clock.event is Event.CV_PRESENTED
    ]
    return max(clocks_of, key=lambda each: each[0])[1] if clocks_of else None


def _days_words(days: float) -> str:
    """Working days to one place: "1.4 days", "1 day"."""
    shown = round(days, 1)
    return plural("{count} day", "{count} days", int(shown)) if shown == int(shown) else _days(shown)


def _days(days: float) -> str:
    return _("{days} days").format(days=f"{days:.1f}")
