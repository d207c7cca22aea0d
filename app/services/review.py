"""A review of the position: proposed when a search does not move, with the manager's own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from app.domain.dates import short_day_words
from app.domain.managers import HiringManager
from app.domain.requirements import RequirementKind
from app.domain.searches import REVIEW_DAYS, Answer, Presentation, Search, SearchId, Stage
from app.services import calibration
from app.services.changes import Change
from app.services.office import Office
from app.storage import stalled as store
from app.storage.stalled import Closed
from app.words import _, plural

_FEWEST_ALIKE = 2  # of the same title; with fewer, all that the manager had closed are what there is to compare with
_MOST_FACTS, _MOST_REASONS = 3, 3


class Still(NamedTuple):
    """A search that stands still: since which day, and for how many days."""

    search: Search
    since: date
    days: int


class Number(NamedTuple):
    """One of the manager's own numbers, and where it comes from."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What is proposed: one sentence, and the numbers to look at together."""

    words: str
    numbers: tuple[Number, ...]


def reviewed(office: Office, search: SearchId, *, on: date | None = None) -> Change:
    """Note that the position was reviewed; it is proposed again after as many days without progress."""
    known = office.searches.get(search)
    label = _("Position reviewed: {title}").format(title=known.title)
    with office.write(label):
        office.searches.update(replace(known, reviewed_on=on or office.today()))
    return office.change(label, "search", search)


def standing_still(office: Office, manager: HiringManager, searches: Iterable[Search]) -> list[Still]:
    """Those of a manager's open searches that did not move for their agreed days; none while the manager rests."""
    opened = [each for each in searches if each.stage is not Stage.CLOSED]
    today = office.today()
    if not opened or manager.is_resting(today):
        return []
    moves = store.last_moves(office.conn, [each.id for each in opened], office.now(), office.zone)
    found = []
    for each in opened:
        since = max(moves[each.id], each.opened_on)
        looked_at = max(since, each.reviewed_on or since)
        if (today - looked_at).days >= (each.review_days or REVIEW_DAYS):
            found.append(Still(each, since, (today - since).days))
    return found


def still_words(still: Still) -> str:
    """How long it stands still, for one line: "Review Plant Electrician: 16 days without progress"."""
    words = plural(
        "Review {{title}}: {count} day without progress", "Review {{title}}: {count} days without progress", still.days
    )
    return words.format(title=still.search.title)


def proposed(office: Office, search: SearchId) -> Review | None:
    """The review of a search that stands still; None while there is nothing to review."""
    known = office.searches.get(search)
    manager = office.managers.get(known.manager)
    found = standing_still(office, manager, [known])
    if not found:
        return None
    still, today = found[0], office.today()
    words = plural("{count} day without progress, since {{day}}.", "{count} days without progress, since {{day}}.",
                   still.days).format(day=short_day_words(still.since, today))  # fmt: skip
    people = office.presentations.of(search)
    numbers = (
        *_pool(office, known), *_days_of_similar(office, known, manager),
        *_accepted(office, known, manager, people), *_noes(office, known, people),
    )  # fmt: skip
    return Review(words=words, numbers=numbers)


def _pool(office: Office, search: Search) -> list[Number]:
    """What the market says, as it was found: newest first."""
    facts = sorted(office.market_facts.of(search.id), key=lambda each: each.on_day, reverse=True)
    return [Number(each.text, each.source) for each in facts[:_MOST_FACTS]]


def _days_of_similar(office: Office, search: Search, manager: HiringManager) -> list[Number]:
    """How long searches like it took; and with each must-have against without it, where there were both."""
    closed = store.alike(office.conn, search.id, search.manager, search.title)
    same = [each for each in closed if each.same_title]
    alike = same if len(same) >= _FEWEST_ALIKE else closed
    if not alike:
        return []
    if alike is same:
        source = plural("{count} closed search of this title", "{count} closed searches of this title", len(alike))
    else:
        source = plural("{count} closed search of {{name}}", "{count} closed searches of {{name}}", len(alike))
        source = source.format(name=manager.first_name)
    took = plural("Searches like this took {count} day", "Searches like this took {count} days", _median(alike))
    return [Number(took, source), *_with_and_without(office, search, alike)]


def _with_and_without(office: Office, search: Search, alike: Sequence[Closed]) -> list[Number]:
    found = []
    for must in office.requirements.of(search.id):
        if must.kind is not RequirementKind.MUST:
            continue
        having = store.with_must(office.conn, must.text, [each.id for each in alike])
        both = [[each for each in alike if (each.id in having) is wanted] for wanted in (True, False)]
        if all(both):
            took, less = (plural("{count} day", "{count} days", _median(each)) for each in both)
            text = _("With “{must}” {days}, without it {less}").format(days=took, must=must.text, less=less)
            source = _("closed searches: {having} with it, {others} without").format(
                having=len(both[0]), others=len(both[1])
            )
            found.append(Number(text, source))
    return found


def _accepted(
    office: Office, search: Search, manager: HiringManager, people: Sequence[Presentation]
) -> list[Number]:  # fmt: skip
    """The share of CVs that were a yes, here and elsewhere."""
    answers = [each.answer for each in people if each.answer in (Answer.YES, Answer.NO)]
    if not answers:
        return []
    text = plural("{{yes}} of {count} CV was a yes", "{{yes}} of {count} CVs were a yes", len(answers))
    yes, answered = store.accepted_elsewhere(office.conn, search.manager, search.id)
    source = _("{yes} of {count} in the other searches of {name}").format(
        yes=yes, count=answered, name=manager.first_name
    )
    return [Number(text.format(yes=answers.count(Answer.YES)), source if answered else "")]


def _noes(office: Office, search: Search, people: Sequence[Presentation]) -> list[Number]:
    said = calibration.reasons(people, office.requirements.of(search.id), most=_MOST_REASONS)
    return [Number(_("Reasons for no: {reasons}").format(reasons="; ".join(said)))] if said else []


def _median(searches: Sequence[Closed]) -> int:
    days = sorted(each.days for each in searches)
    return (days[(len(days) - 1) // 2] + days[len(days) // 2]) // 2
