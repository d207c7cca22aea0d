"""What was said in a meeting: "I will send two CVs by Fri 27 Nov", "They will answer within 2 days".

A day makes it a follow-up, a repetition or a measure makes it a promise; `clocks.parse_clock` reads that phrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from app.domain.dates import valid_day
from app.domain.line_dates import clock_time, coming_date, coming_day, next_date, next_weekday, written_day
from app.domain.line_words import MONTHS, TODAY, TOMORROW, WEEKDAYS, name_of
from app.domain.text import LINE, first_line, rest

_REPETITION = re.compile(
    r"""(?<!\S)(?:
    (?:every|each|alle|jede[nrs]?|chaque|cada|ogni|elke?|iedere|co|każd[yąe]|toda|tous|toutes|todos|todas)\s+
        (?:other\s+|second\s+|zweiten\s+|les\s+|los\s+|las\s+|as\s+|os\s+)?
        (?:\d{1,3}\s+[^\W\d]+|(?P<unit>[^\W\d]+))(?:\s+(?:at\s+|um\s+)?\d{1,2}:\d\d)?
    | weekly | monthly | daily | fortnightly | wöchentlich | monatlich | täglich | wekelijks | settimanalmente
    | always | immer | toujours | siempre | zawsze | sempre | altijd
    | (?:within|innerhalb(?:\s+von)?|binnen|dentro\s+de|en\s+moins\s+de|entro|w\s+ciągu)\s+\d{1,3}\s*[^\W\d]+
        (?:\s+(?:days?|hours?))?(?:\s+(?:of|after|from|nach|après|de|po|dopo|na)\s[^,;.]*[^,;.\s])?
    | (?=until\s)
    )(?:,?\s*(?:(?<=\s)|(?<!\S))until\s[^,;.]*[^,;.\s])?(?![^\s,;.!?])""",
    re.IGNORECASE | re.VERBOSE,
)
_UNITS = re.compile(
    r"(?:business|working|work|calendar)?(?:days?|weeks?|months?|quarters?|mornings?|evenings?|tage?|woche|monat"
    r"|jour|jours|semaines?|mois|días?|dia|semanas?|mes|mês|giorno|settimana|mese|dag|week|maand|dzień|tydzień|miesiąc)",
    re.IGNORECASE,
)
_BY = frozenset(["by", "bis", "before", "avant", "antes", "entro", "tegen", "do", "ate", "przed"])
_ON = frozenset(["on", "am", "le", "el", "il", "op", "w", "na", "at", "um"])
_END = ".,;!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedLine:
    """What was said: `due_time` is a time of day where the person sits, `repetition` the phrase of a clock."""

    statement: str
    detail: str
    due: date | None
    due_time: time | None
    repetition: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _When:
    """A day found in the words from `first` up to `last`, not included."""

    first: int
    last: int
    due: date
    due_time: time | None


def understand_captured(text: str, *, now: datetime, zone: ZoneInfo) -> CapturedLine:
    """The parts of what was captured; the first line is the statement, further lines are detail.

    A phrase leaves the statement only from its end, so that what is left still reads. Never raises for any text.
    A line of more than 2,000 characters is a pasted page and stays as it is.
    """
    typed = text.replace("\r\n", "\n").replace("\r", "\n")
    statement = first_line(typed).strip()
    if len(statement) > LINE:
        return CapturedLine(statement=statement, detail=rest(typed), due=None, due_time=None, repetition=None)
    repetition, spared, statement = _repetition(statement)
    words = [word for word in re.compile(r"\S+").finditer(statement) if not spared or not _within(word, spared)]
    found = _latest_day(words, now.astimezone(zone).date())
    if found and found.last == len(words) and words[-1].end() == len(statement):
        statement = _without(statement, words[found.first].start(), len(statement))
    return CapturedLine(
        statement=statement,
        detail=rest(typed),
        due=found.due if found else None,
        due_time=found.due_time if found else None,
        repetition=repetition,
    )


def _repetition(statement: str) -> tuple[str | None, tuple[int, int] | None, str]:
    """The phrase that repeats or measures, where it stays in the statement, and the statement."""
    found = next((found for found in _REPETITION.finditer(statement) if _repeats(found)), None)
    if not found:
        return None, None, statement
    if statement[found.end() :].strip(_END + " "):
        return found[0], found.span(), statement
    shorter = _without(statement, found.start(), len(statement))
    return found[0], found.span() if shorter == statement else None, shorter


def _repeats(found: re.Match[str]) -> bool:
    """ "Every Friday" repeats, "every candidate" does not."""
    unit = found["unit"]
    return unit is None or name_of(unit.rstrip("s")) in WEEKDAYS or bool(_UNITS.fullmatch(unit))


def _within(word: re.Match[str], span: tuple[int, int]) -> bool:
    return span[0] <= word.start() < span[1]


def _without(statement: str, start: int, end: int) -> str:
    """The statement without that part, unless nothing would be left."""
    return (statement[:start].rstrip(" ,;:\N{EN DASH}-") + statement[end:]).strip() or statement


def _latest_day(words: list[re.Match[str]], today: date) -> _When | None:
    """The last day named; a bare "Friday" counts at the end only ("prepare the Friday note" has no date)."""
    found = None
    index = 0
    while index < len(words):
        when = _day_at(words, index, today)
        index = when.last if when else index + 1
        found = when or found
    return found


def _day_at(words: list[re.Match[str]], index: int, today: date) -> _When | None:
    first = words[index][0]
    if first.startswith("!"):
        due, last = coming_day(first[1:].rstrip(_END), today) if len(first) > 1 else None, index + 1
    else:
        lead = name_of(first) if name_of(first) in _BY | _ON else ""
        due, last = _day_words(words, index + bool(lead), today)
        if lead not in _BY and last < len(words) and clock_time(_bare(words, last)) is None:
            due = None
    if due is None:
        return None
    later = last + 1 if name_of(_bare(words, last)) in _ON else last
    due_time = clock_time(_bare(words, later))
    return _When(first=index, last=later + 1 if due_time else last, due=due, due_time=due_time)


def _bare(words: list[re.Match[str]], index: int) -> str:
    return words[index][0].rstrip(_END) if index < len(words) else ""


def _day_words(words: list[re.Match[str]], index: int, today: date) -> tuple[date | None, int]:
    """The day these words name ("Fri 27 Nov", "3 December 2026", "tomorrow") and the index behind them."""
    name = name_of(_bare(words, index))
    if name in TODAY | TOMORROW:
        return coming_day(name, today), index + 1
    start = index + 1 if name in WEEKDAYS else index
    due, last = _date_words(words, start, today)
    if due is None and name in WEEKDAYS:
        return next_weekday(WEEKDAYS[name], today), index + 1
    return due, last


def _date_words(words: list[re.Match[str]], index: int, today: date) -> tuple[date | None, int]:
    word = _bare(words, index)
    if due := written_day(word) or coming_date(word, today):
        return due, index + 1
    number = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    month = MONTHS.get(name_of(_bare(words, index + 1)))
    if month is None or not re.fullmatch("[0-9]{1,2}", number):
        return None, index + 1
    year = _bare(words, index + 2)
    if re.fullmatch("[0-9]{4}", year):
        return valid_day(int(year), month, int(number)), index + 3
    return next_date(month, int(number), today), index + 2
