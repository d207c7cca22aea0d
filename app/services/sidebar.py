"""The list of relationships at the side of the window, read as cheaply as a start deserves.

The order needs everybody, a name and the last talk; the health word needs much more, so it is asked for the rows that
are seen (`words_of`). Nothing here loads the calendars of holidays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from app.services import health_facts
from app.words import _

if TYPE_CHECKING:
    from app.domain.health import Word
    from app.services.office import Office
    from app.storage.managers import Listed

_AT_WORK, _SET_ASIDE = ("active", "paused"), ("parted", "archived")


class Row(NamedTuple):
    """One relationship in the list: `second` is the line under the name, `days` since the last talk if there was one.

    `rests` says that clocks rest: paused, archived or parted. `overdue` is longer than the agreed cadence. `status` is
    the text of a `ManagerStatus`: the records of the domain are not loaded for a list.
    """

    id: int
    name: str
    second: str
    days: int | None
    overdue: bool
    status: str
    rests: bool
    keys: tuple[str, str]
    haystack: str

    @property
    def when(self) -> str:
        """Days since the last talk, in a word or two."""
        if self.days is None:
            return _("new")
        return _("{days} d").format(days=self.days) if self.days else _("today")


def rows(office: Office, *, sort: str = "attention", words: str = "", set_aside: bool = False) -> list[Row]:
    """Everybody you recruit for, or with `set_aside` everybody archived or parted.

    `sort` is attention, name, company or last_talk; `words` keeps those with every word in a name or the company, in
    any script and without accents.
    """
    today = office.today()
    found = [_row(office, each, today) for each in office.managers.listed(_SET_ASIDE if set_aside else _AT_WORK)]
    if words.strip():
        found = list(_having(found, office.managers.folded(words).split() or [words.strip()]))
    return sorted(found, key=_ORDERS[sort])


def has_anybody(office: Office) -> bool:
    """Whether there is any hiring manager, also one set aside."""
    return office.conn.execute("SELECT 1 FROM manager LIMIT 1").fetchone() is not None


def words_of(office: Office, managers: Collection[int]) -> dict[int, Word]:
    """The health word of each of some managers."""
    return health_facts.words(office, managers)


def tab_facts(office: Office, manager: int) -> tuple[str, Word]:
    """The name and the health word on a manager's tab; raises `NotFoundError` when they were deleted."""
    return office.managers.get(manager).name, health_facts.words(office, [manager])[manager]


def sorts() -> list[tuple[str, str]]:
    """The orders of the list, by key, in words."""
    return [
        ("attention", _("Needs attention first")), ("name", _("By name")), ("company", _("By company")),
        ("last_talk", _("By last talk")),
    ]  # fmt: skip


def _row(office: Office, listed: Listed, today: date) -> Row:
    rests = listed.status != "active" and not _pause_is_over(listed, today)
    last = datetime.fromisoformat(listed.last_talk) if listed.last_talk else None
    days = health_facts.days_silent(office, last)
    folded = _folded(listed)
    return Row(
        id=listed.id, name=listed.name, second=_second(listed), days=days, status=listed.status, rests=rests,
        overdue=bool(not rests and days is not None and listed.cadence_days and days > listed.cadence_days),
        keys=(folded["romanised"] or folded["name"], folded["company"]),
        haystack="\n".join((*(folded[part] for part in ("name", "romanised", "called", "company")), listed.name)),
    )  # fmt: skip


def _pause_is_over(listed: Listed, today: date) -> bool:
    """Whether a pause ended by its date."""
    until = listed.paused_until
    return listed.status == "paused" and until is not None and date.fromisoformat(until) <= today


def _second(listed: Listed) -> str:
    """The romanised name where the owner writes it otherwise, and the company."""
    romanised = listed.romanised if listed.romanised != listed.name else None
    return " · ".join(part for part in (romanised, listed.company or listed.title) if part)


def _folded(listed: Listed) -> dict[str, str]:
    """The parts of what the search index holds of a manager, one a line, in the order they were folded."""
    lines = iter(listed.folded.split("\n"))
    parts = ("name", "romanised", "called", "title", "company")
    return {part: next(lines, "").strip() if getattr(listed, part) else "" for part in parts}


def _having(found: Iterable[Row], wanted: Collection[str]) -> Iterable[Row]:
    return (row for row in found if all(word in row.haystack for word in wanted))


_ORDERS: dict[str, Callable[[Row], tuple[object, ...]]] = {
    "attention": lambda row: (row.rests, -(row.days or 0) if row.overdue else 0, *row.keys),
    "name": lambda row: row.keys,
    "company": lambda row: (not row.keys[1], row.keys[1], row.keys[0]),
    "last_talk": lambda row: (row.days is None, row.days or 0, *row.keys),
}
