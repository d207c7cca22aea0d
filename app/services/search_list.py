"""The searches of all managers: the open ones by stage, the closed ones by pages, each with its days and answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.cadence import reply_time
from app.domain.searches import Search, Stage
from app.services.office import Office
from app.services.working import working_time_of
from app.storage.managers import Listed
from app.words import _, plural

PAGE = 100
Key = tuple[date, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One search: whose, how many days it is or was open, and how long an answer on a person takes.

    `feedback` is the median in working days of the manager, None while nobody was answered.
    """

    search: Search
    name: str
    days: int
    feedback: float | None
    set_aside: bool = False

    @property
    def key(self) -> Key:
        """What the next page of closed searches begins behind."""
        return self.search.closed_on or self.search.opened_on, self.search.id


def opened(office: Office) -> list[Entry]:
    """Every open search in the order of the stages, the longest open first."""
    stages = list(Stage)
    found = sorted(office.searches.opened(), key=lambda each: stages.index(each.stage))
    return _entries(office, found)


def closed(office: Office, *, before: Key | None = None, limit: int = PAGE) -> list[Entry]:
    """A page of the closed ones, newest first."""
    return _entries(office, office.searches.closed(limit, before=before))


def of_manager(office: Office, manager: int) -> list[Entry]:
    """A manager's searches in the order of the stages, closed ones last and newest first."""
    stages = list(Stage)
    return _entries(office, sorted(office.searches.of(manager), key=lambda each: stages.index(each.stage)))


def count_open(office: Office) -> int:
    """How many are open: the number beside Searches."""
    return office.searches.count_open()


def stage_label(stage: Stage) -> str:
    """The stage in words."""
    return {
        Stage.INTAKE: _("Intake"), Stage.SOURCING: _("Sourcing"), Stage.INTERVIEWS: _("Interviews"),
        Stage.OFFER: _("Offer"), Stage.CLOSED: _("Closed"),
    }[stage]  # fmt: skip


def days_words(entry: Entry) -> str:
    """How long it has been open, or was."""
    if entry.search.stage is Stage.CLOSED:
        return plural("{count} day, then closed", "{count} days, then closed", entry.days)
    return plural("open for {count} day", "open for {count} days", entry.days)


def feedback_words(entry: Entry) -> str:
    """How long an answer takes; nothing while there was none."""
    if entry.feedback is None:
        return ""
    days = round(entry.feedback, 1)
    if days < 1:
        return _("feedback within a day")
    if days == int(days):
        return plural("feedback in {count} working day", "feedback in {count} working days", int(days))
    return _("feedback in {days} working days").format(days=f"{days:.1f}")


def _entries(office: Office, searches: Sequence[Search]) -> list[Entry]:
    people = {each.id: each for each in office.managers.listed_among({search.manager for search in searches})}
    answers = office.presentations.answered([search.id for search in searches])
    return [_entry(office, each, people[each.manager], answers.get(each.id, ())) for each in searches]


def _entry(
    office: Office, search: Search, person: Listed, answers: Collection[tuple[datetime, datetime]]
) -> Entry:  # fmt: skip
    until = search.closed_on or office.today()
    working = working_time_of(person.hours, person.zone, person.country)
    median: timedelta | None = reply_time(list(answers), working)
    return Entry(
        search=search, name=person.name, days=max((until - search.opened_on).days, 0),
        feedback=None if median is None else median / working.day_length,
        set_aside=person.status in ("archived", "parted"),
    )  # fmt: skip
