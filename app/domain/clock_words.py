"""A promise's clock in words, and from words: "every Friday", "by Tue 24 Nov", "within 2 working days of each CV"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import TypeVar

from app.domain.clocks import Clock, Deed, Event, Every, Once, Standing, Unit, Within
from app.domain.dates import day_words, valid_day
from app.domain.errors import InputError
from app.domain.text import LINE, clean
from app.words import _, plural

T = TypeVar("T")

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# How an event and what closes it are written, after "each", "the" or "a"; the first way is how the program writes it.
_EVENTS = {
    Event.CV_PRESENTED: ("cv", "cvs", "candidate"), Event.CV_ANSWERED: ("answer", "answer on a cv"),
    Event.CV_YES: ("yes to a cv", "cv yes"), Event.INTERVIEW_HELD: ("interview",),
    Event.LAST_INTERVIEW: ("last interview",), Event.DECISION: ("decision", "choice"),
    Event.VERBAL_YES: ("verbal yes", "yes"), Event.MEETING_HELD: ("meeting",),
    Event.INTAKE_HELD: ("intake", "intake meeting"), Event.REQUEST: ("request", "search"),
}  # fmt: skip
_DEEDS = {
    Deed.ANSWER: ("answer",), Deed.INTERVIEW: ("interview", "booking"), Deed.FEEDBACK: ("feedback",),
    Deed.TOLD: ("word to the candidate", "word"),
    Deed.CHOICE: ("choice", "decision"), Deed.TERMS: ("approval", "terms"), Deed.VERBAL_OFFER: ("verbal offer",),
    Deed.WRITTEN_OFFER: ("written offer",), Deed.SUMMARY: ("summary", "sent summary"),
    Deed.PLAN: ("sourcing plan", "plan", "search plan"), Deed.THREE_PEOPLE: ("third person", "three people"),
    Deed.INTAKE: ("intake meeting", "intake"),
}  # fmt: skip
_AT = r"(?:,?\s+(?:at\s+)?(?P<at>\d\d?:\d\d))?"


def clock_words(clock: Clock, today: date) -> str:
    """When it is due, to stand behind a statement; a time is named only when one was set."""
    match clock:
        case Once():
            return _timed(_("by {day}").format(day=day_words(clock.by, today)), clock.at)
        case Every():
            return _every_words(clock)
        case Standing():
            return _("until {event}").format(event=clock.until) if clock.until else _("always")
        case Within():
            return _within_words(clock)


def parse_clock(text: str, today: date) -> Clock:
    """The clock that somebody wrote; raises `InputError` with examples for anything it cannot read."""
    words = " ".join(clean(text, "clock", _("clock"), LINE, lines=False).split())
    for pattern, build in _READERS:
        match = re.fullmatch(pattern, words, re.IGNORECASE)
        if match is not None:
            try:
                return build(match, today)
            except (ValueError, KeyError, OverflowError):
                # It looked like this form and may be another: "every 14 days" has a number and a word, as a date has.
                continue
    raise InputError("clock", _('Write when it is due like "by 27 Nov", "every Friday" or "within 2 days of a CV".'))


def _timed(words: str, at: time | None) -> str:
    return _("{words}, {time}").format(words=words, time=f"{at:%H:%M}") if at is not None else words


def _every_words(every: Every) -> str:
    if every.days:
        return _timed(plural("every {count} day", "every {count} days", every.days), every.at)
    if every.monthday:
        return _timed(_("monthly on the {day}.").format(day=every.monthday).rstrip("."), every.at)
    names = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"),
    )  # fmt: skip
    days = _(" and ").join(names[day] for day in every.weekdays)
    return _timed(_("every {weekday}").format(weekday=days), every.at)


def amount_words(clock: Within) -> str:
    """How long an event clock gives: "2 working days"."""
    if clock.unit is Unit.DAYS:
        return plural("{count} working day", "{count} working days", clock.amount)
    return plural("{count} hour", "{count} hours", clock.amount)


def written_clock(clock: Clock, today: date) -> str:
    """The clock with all that can be typed of it: also what closes it, where that is not what usually does."""
    words = clock_words(clock, today)
    if isinstance(clock, Within) and clock.deed is not None:
        return _("{clock}, closed by the {deed}").format(clock=words, deed=deed_words(clock.deed))
    return words


def deed_words(deed: Deed) -> str:
    """What closes an event clock, to stand behind "the"."""
    return {
        Deed.ANSWER: _("answer"), Deed.INTERVIEW: _("interview"), Deed.FEEDBACK: _("feedback"),
        Deed.TOLD: _("word to the candidate"), Deed.CHOICE: _("choice"),
        Deed.TERMS: _("approval"), Deed.VERBAL_OFFER: _("verbal offer"),
        Deed.WRITTEN_OFFER: _("written offer"), Deed.SUMMARY: _("summary"), Deed.PLAN: _("sourcing plan"),
        Deed.THREE_PEOPLE: _("third person"), Deed.INTAKE: _("intake meeting"),
    }[deed]  # fmt: skip


def event_words(event: Event) -> str:
    """What starts an event clock, where how long it runs stands in the statement: "each CV sent"."""
    return {
        Event.CV_PRESENTED: _("each CV sent"), Event.CV_ANSWERED: _("each answer on a CV"),
        Event.CV_YES: _("each yes to a CV"), Event.INTERVIEW_HELD: _("each interview"),
        Event.LAST_INTERVIEW: _("after the last interview"), Event.DECISION: _("after the decision"),
        Event.VERBAL_YES: _("after the verbal yes"), Event.MEETING_HELD: _("each meeting"),
        Event.INTAKE_HELD: _("after the intake"), Event.REQUEST: _("each request"),
    }[event]  # fmt: skip


def _within_words(clock: Within) -> str:
    return {
        Event.CV_PRESENTED: _("within {time} of each CV"),
        Event.CV_ANSWERED: _("within {time} of each answer on a CV"),
        Event.CV_YES: _("within {time} of each yes to a CV"),
        Event.INTERVIEW_HELD: _("within {time} of each interview"),
        Event.LAST_INTERVIEW: _("within {time} of the last interview"),
        Event.DECISION: _("within {time} of the decision"),
        Event.VERBAL_YES: _("within {time} of the verbal yes"),
        Event.MEETING_HELD: _("within {time} of each meeting"),
        Event.INTAKE_HELD: _("within {time} of the intake"),
        Event.REQUEST: _("within {time} of a request"),
    }[clock.event].format(time=amount_words(clock))


def _at(match: re.Match[str]) -> time | None:
    text = match.groupdict().get("at")
    return time.fromisoformat(text.zfill(5)) if text else None


def _alive(day: date) -> date:
    """A day that a person alive can mean; a clock would run out of calendar beyond."""
    if valid_day(day.year, day.month, day.day) is None:
        raise ValueError(day)
    return day


def _by_iso(match: re.Match[str], _today: date) -> Clock:
    return Once(by=_alive(date.fromisoformat(match["day"])), at=_at(match))


def _by_day(match: re.Match[str], today: date) -> Clock:
    month = _MONTHS.index(match["month"][:3].casefold()) + 1
    day = date(int(match["year"] or today.year), month, int(match["day"]))
    if not match["year"] and day < today - timedelta(days=180):
        day = day.replace(year=day.year + 1)
    return Once(by=_alive(day), at=_at(match))


def _by_weekday(match: re.Match[str], today: date) -> Clock:
    ahead = (_weekday(match["weekday"].casefold()) - today.weekday() - 1) % 7 + 1
    return Once(by=today + timedelta(days=ahead), at=_at(match))


def _by_near(match: re.Match[str], today: date) -> Clock:
    return Once(by=today + timedelta(days=match["near"].casefold() == "tomorrow"), at=_at(match))


def _every_weekday(match: re.Match[str], _today: date) -> Clock:
    days = re.split(r",\s*|\s+and\s+", match["weekdays"].casefold())
    return Every(weekdays=tuple(sorted({_weekday(day) for day in days})), at=_at(match))


def _every_days(match: re.Match[str], _today: date) -> Clock:
    count = int(match["count"] or 1) * (7 if match["unit"].casefold().startswith("week") else 1)
    if not 1 <= count <= 3660:
        raise ValueError(count)
    return Every(days=count, at=_at(match))


def _monthly(match: re.Match[str], today: date) -> Clock:
    day = int(match["day"] or today.day)
    if not 1 <= day <= 31:
        raise ValueError(day)
    return Every(monthday=day, at=_at(match))


def _weekly(match: re.Match[str], today: date) -> Clock:
    return Every(weekdays=(today.weekday(),), at=_at(match))


def _always(match: re.Match[str], today: date) -> Clock:
    return Standing(look=_look(match.groupdict().get("look"), today))


def _until(match: re.Match[str], today: date) -> Clock:
    return Standing(look=_look(None, today), until=match["until"])


def _look(words: str | None, today: date) -> Every:
    """How often a standing promise is looked at: monthly unless it says otherwise."""
    clock = parse_clock(words, today) if words else Every(monthday=today.day)
    if not isinstance(clock, Every):
        raise ValueError(words)
    return clock


def _within(match: re.Match[str], _today: date) -> Clock:
    unit = Unit.HOURS if match["unit"].casefold().startswith("h") else Unit.DAYS
    amount = int(match["amount"])
    if not 1 <= amount <= 2000:
        raise ValueError(amount)
    event, deed = match["event"] or "request", match["deed"]
    return Within(amount=amount, unit=unit, event=_named(_EVENTS, event), deed=_named(_DEEDS, deed) if deed else None)


def _named(table: Mapping[T, tuple[str, ...]], words: str) -> T:
    """What is called so; raises `KeyError` where nothing is."""
    return {way: each for each, ways in table.items() for way in ways}[words.casefold()]


def _weekday(word: str) -> int:
    fitting = [index for index, name in enumerate(_WEEKDAYS) if len(word) >= 2 and name.startswith(word.rstrip("s"))]
    if len(fitting) != 1:
        raise ValueError(word)
    return fitting[0]


_READERS: tuple[tuple[str, Callable[[re.Match[str], date], Clock]], ...] = (
    (rf"(?:by\s+)?(?P<day>\d{{4}}-\d\d-\d\d){_AT}", _by_iso),
    (rf"(?:by\s+)?(?P<near>today|tomorrow){_AT}", _by_near),
    (rf"(?:by\s+)?(?:[a-z]+,?\s+)?(?P<day>\d\d?)\.?\s+(?P<month>[a-z]{{3,9}})(?:\s+(?P<year>\d{{4}}))?{_AT}", _by_day),
    (rf"by\s+(?P<weekday>[a-z]+){_AT}", _by_weekday),
    (rf"(?:every|each)\s+(?:(?P<count>\d{{1,4}})\s+)?(?P<unit>days?|weeks?){_AT}", _every_days),
    (rf"(?:every\s+month|monthly)(?:\s+on\s+(?:the\s+)?(?P<day>\d\d?)(?:st|nd|rd|th)?)?{_AT}", _monthly),
    (rf"(?:every|each|weekly\s+on)\s+(?P<weekdays>[a-z]+(?:(?:,\s*|\s+and\s+)[a-z]+)*){_AT}", _every_weekday),
    (rf"weekly{_AT}", _weekly),
    (r"always(?:,?\s+looked\s+at\s+(?P<look>.+))?", _always),
    (r"(?:always\s+)?until\s+(?P<until>.{1,200})", _until),
    (r"within\s+(?P<amount>\d{1,4})\s*(?:working\s+)?(?P<unit>h|hours?|d|days?)"
     r"(?:\s+(?:of|after|from)\s+(?:(?:an?|each|every|the)\s+)?(?P<event>[a-z]+(?:\s[a-z]+){0,3}))?"
     r"(?:,?\s+closed\s+by\s+(?:(?:an?|the)\s+)?(?P<deed>[a-z]+(?:\s[a-z]+){0,3}))?", _within),
)  # fmt: skip
