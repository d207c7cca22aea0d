"""The balance of a relationship: what each side kept and did not keep in six calendar months, in figures and in words.

Late counts as not kept, waived counts nowhere (DOMAIN.md); the months are those of this computer's zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from app.domain.dates import long_month_words, month_words, months_back
from app.domain.expectations import Side
from app.domain.managers import HiringManager
from app.domain.text import isolated
from app.services.office import Office
from app.storage import overview as store
from app.words import _

_MONTHS = 6


class Tally(NamedTuple):
    """How many check-ins had which outcome."""

    kept: int = 0
    late: int = 0
    missed: int = 0

    @property
    def slipped(self) -> int:
        """Those that were not kept."""
        return self.late + self.missed

    @property
    def total(self) -> int:
        """All that count."""
        return self.kept + self.late + self.missed


class Month(NamedTuple):
    """One month of both sides; `words` is what a screen reader says of it."""

    name: str
    words: str
    mine: Tally
    theirs: Tally


class Share(NamedTuple):
    """One side over all months: "You kept", 11 of 12, "1 missed, in October"."""

    title: str
    kept: int
    total: int
    detail: str


class Balance(NamedTuple):
    """Both sides, and the months they are made of, oldest first; `span` says which."""

    mine: Share
    theirs: Share
    months: tuple[Month, ...]
    span: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was kept or missed yet."""
        return not self.mine.total and not self.theirs.total

    def lines(self) -> list[str]:
        """The chart as it is read out, a line for each month."""
        return [month.words for month in self.months]


def balance(office: Office, manager: HiringManager) -> Balance:
    """The balance as it stands now."""
    days = months_back(office.today(), _MONTHS)
    found = _tallies(office, manager, days)
    mine, theirs = ([found.get((side, at), Tally()) for at in range(_MONTHS)] for side in (Side.MINE, Side.THEIRS))
    first, last = long_month_words(days[0]), long_month_words(days[-1])
    return Balance(
        mine=_share(_("You kept"), mine, days),
        theirs=_share(_("{name} kept").format(name=isolated(manager.first_name)), theirs, days),
        months=tuple(
            Month(month_words(day), _said(manager, day, *tallies), *tallies)
            for day, *tallies in zip(days, mine, theirs, strict=True)
        ),
        span=_("kept and missed, {first} to {last}").format(first=first, last=last),
    )


def _tallies(office: Office, manager: HiringManager, days: Sequence[date]) -> dict[tuple[str, int], Tally]:
    """The outcomes by side and month, counted from the first."""
    begins = [datetime.combine(day, time.min, office.zone) for day in days]
    found: dict[tuple[str, int], dict[str, int]] = {}
    for each in store.outcomes_by_month(office.conn, manager.id, begins):
        if each.outcome in Tally._fields:
            found.setdefault((each.side, each.month), {})[each.outcome] = each.number
    return {key: Tally(**counts) for key, counts in found.items()}


def _share(title: str, tallies: Sequence[Tally], days: Sequence[date]) -> Share:
    kept, total = sum(each.kept for each in tallies), sum(each.total for each in tallies)
    return Share(title, kept, total, _detail(tallies, days) if total else _("Nothing was due yet"))


def _detail(tallies: Sequence[Tally], days: Sequence[date]) -> str:
    """What was not kept, and in which month the most of it; empty when everything was."""
    late, missed = sum(each.late for each in tallies), sum(each.missed for each in tallies)
    if not late and not missed:
        return _("all kept")
    what = _slipped_words(late, missed)
    most = max(range(len(tallies)), key=lambda at: (tallies[at].slipped, at))
    month, there = long_month_words(days[most]), tallies[most].slipped
    if there == late + missed:
        return _("{what}, in {month}").format(what=what, month=month)
    return _("{what}, {count} in {month}").format(what=what, count=there, month=month)


def _slipped_words(late: int, missed: int) -> str:
    if not missed:
        return _("{count} late").format(count=late)
    if not late:
        return _("{count} missed").format(count=missed)
    return _("{count} late or missed").format(count=late + missed)


def _said(manager: HiringManager, day: date, mine: Tally, theirs: Tally) -> str:
    """One month in a sentence: "October: you kept 2, missed 1; Amara kept 1, missed 2"."""
    month = long_month_words(day)
    if not mine.total and not theirs.total:
        return _("{month}: nothing was due").format(month=month)
    yours, others = _("you kept {figures}"), _("{name} kept {figures}")
    return _("{month}: {mine}; {theirs}").format(
        month=month, mine=yours.format(figures=_figures(mine)),
        theirs=others.format(name=manager.first_name, figures=_figures(theirs)),
    )  # fmt: skip


def _figures(tally: Tally) -> str:
    """What stands after "kept": the number, and what was late or missed."""
    pattern = {
        (False, False): _("{kept}"), (True, False): _("{kept}, late {late}"),
        (False, True): _("{kept}, missed {missed}"), (True, True): _("{kept}, late {late}, missed {missed}"),
    }[bool(tally.late), bool(tally.missed)]  # fmt: skip
    return pattern.format(**tally._asdict())
