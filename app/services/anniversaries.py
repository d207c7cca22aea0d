"""The days after a start that are worth a word, and celebrations that were put off: what they add to Today.

Read after the page is seen, by one bounded query each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.celebrations import Anniversary, AnniversaryId, Milestone
from app.domain.dates import valid_day
from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.offers import OfferId
from app.services.changes import Change
from app.services.office import Office
from app.storage.offers import Hire
from app.words import _

_DAYS = {
    Milestone.START: 0, Milestone.WEEK: 7, Milestone.DAY_30: 30, Milestone.DAY_60: 60, Milestone.DAY_90: 90,
}  # fmt: skip
_SHOWN_FOR = timedelta(days=14)  # then it is too late to be a kind word
_LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day of a hire; `on` is when it was, or is today."""

    offer: OfferId
    milestone: Milestone
    on: date
    candidate: str
    title: str
    manager: int
    name: str

    def words(self) -> str:
        """What the day is."""
        return {
            Milestone.START: _("{candidate} starts"), Milestone.WEEK: _("{candidate}: the first week"),
            Milestone.DAY_30: _("{candidate}: 30 days"), Milestone.DAY_60: _("{candidate}: 60 days"),
            Milestone.DAY_90: _("{candidate}: 90 days"), Milestone.YEAR: _("{candidate}: one year"),
        }[self.milestone].format(candidate=self.candidate)  # fmt: skip

    def line(self) -> str:
        """How a line for the log begins."""
        return _("call: {what}. ").format(what=self.words())


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A celebration that was put off, and its day has come."""

    offer: OfferId
    title: str
    manager: int
    name: str


def due(office: Office) -> list[Moment]:
    """The newest day of each hire that has come, was not remembered yet and is not long past; the oldest first."""
    today = office.today()
    found = [_moment(hire, today) for hire in office.offers.hires(today - _LONGEST - _SHOWN_FOR, today)]
    return sorted((each for each in found if each is not None), key=lambda each: (each.on, each.offer))


def put_off(office: Office) -> list[Waiting]:
    """The celebrations that ask again."""
    return [
        Waiting(offer=OfferId(each.offer), title=each.title, manager=each.manager, name=each.name)
        for each in office.celebrations.put_off_until(office.today())
    ]


def done(office: Office, offer: OfferId, *, milestone: Milestone, remark: str = "", on: date | None = None) -> Change:
    """Tick a day of a hire: somebody asked how it goes."""
    known = office.offers.get(offer)
    if known.start_on is None:
        raise InputError("offer", _("A hire has days to remember once the offer is signed."))
    if any(each.milestone is milestone for each in office.anniversaries.of(offer)):
        raise InputError("milestone", _("This day was remembered already."))
    ticked = checked(
        Anniversary(
            id=AnniversaryId(0), offer=offer, milestone=milestone, done_on=on or office.today(), remark=remark or None
        )
    )
    label = _("Remembered: {candidate}").format(candidate=known.candidate)
    with office.write(label):
        number = office.anniversaries.insert(ticked)
    return office.change(label, "anniversary", number)


def delete(office: Office, anniversary: AnniversaryId) -> Change:
    """Take a tick back."""
    label = _("Day of a hire open again")
    with office.write(label):
        office.anniversaries.delete(anniversary)
    return office.change(label, "anniversary", anniversary)


def days_of(start: date) -> Iterator[tuple[Milestone, date]]:
    """The days of a hire, in their order; the year of somebody who started on 29 February is 28 February."""
    for milestone, days in _DAYS.items():
        yield milestone, start + timedelta(days=days)
    year = valid_day(start.year + 1, start.month, start.day) or start + timedelta(days=365)
    yield Milestone.YEAR, year


def _moment(hire: Hire, today: date) -> Moment | None:
    come = [(milestone, on) for milestone, on in days_of(hire.start_on) if on <= today]
    if not come:
        return None
    milestone, on = come[-1]
    if milestone in hire.done or today - on > _SHOWN_FOR:
        return None
    return Moment(
        offer=OfferId(hire.offer), milestone=milestone, on=on, candidate=hire.candidate, title=hire.title,
        manager=hire.manager, name=hire.name,
    )  # fmt: skip
