"""The typed line rewritten: a chip that is corrected or removed changes the words it came from, and nothing else.

No Qt here. Every function takes the line as it stands and gives the line as it should stand; only its first line has
marks, so the detail below is carried along untouched by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.channels import Channel, Direction
from app.domain.line_dates import coming_date, coming_day, past_day
from app.domain.quickadd import Mark, MarkKind, QuickLine, understand
from app.domain.searches import SearchId
from app.domain.text import first_line, rest
from app.services.whole_talks import Plan, TalkFields

LONGEST = 20_000  # what the window takes as one talk; laying out more stops it, and a note holds more
_WORDS = {
    Channel.CALL: "call", Channel.VIDEO: "video", Channel.EMAIL: "mail", Channel.MESSAGE: "msg",
    Channel.IN_PERSON: "meet", Channel.LETTER: "letter",
}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HEAD = (MarkKind.DIRECTION, MarkKind.CHANNEL, MarkKind.MINUTES)
_WEEK = 7


def mark_of(read: QuickLine, kind: MarkKind) -> Mark | None:
    """The first mark of a kind."""
    return next((mark for mark in read.marks if mark.kind is kind), None)


def without(line: str, read: QuickLine, mark: Mark) -> str:
    """The line without a mark, the colon or "to" that only joins it, and one space beside it."""
    join = next((each for each in read.marks if each.start >= mark.end and each.kind is MarkKind.JOIN), None)
    begins = not any(each.kind in _HEAD and each.end <= mark.start for each in read.marks)
    end = mark.end
    if join and not line[mark.end : join.start].strip() and (begins or mark.kind is MarkKind.DECISION):
        end = join.end
    before, behind = line[: mark.start], line[end:]
    if before.endswith(" "):
        return before[:-1] + behind if behind.startswith((" ", ":", ",")) or not behind else before + behind
    return before + behind.removeprefix(" ")


def with_channel(line: str, read: QuickLine, channel: Channel) -> str:
    """The line with another channel; "other" has no word."""
    mark = mark_of(read, MarkKind.CHANNEL)
    if channel is Channel.OTHER:
        return without(line, read, mark) if mark else line
    if mark:
        return _replaced(line, mark, _WORDS[channel])
    at = _head_start(line, read)
    joined = " " if mark_of(read, MarkKind.MINUTES) else ": "
    return f"{line[:at]}{_WORDS[channel]}{joined}{line[at:]}"


def with_minutes(line: str, read: QuickLine, minutes: int) -> str:
    """The line with another length; 0 for none."""
    mark, channel = mark_of(read, MarkKind.MINUTES), mark_of(read, MarkKind.CHANNEL)
    if not minutes:
        return without(line, read, mark) if mark else line
    if mark:
        return _replaced(line, mark, f"{minutes}m")
    if channel:
        return f"{line[: channel.end]} {minutes}m{line[channel.end :]}"
    at = _head_start(line, read)
    return f"{line[:at]}{minutes}m: {line[at:]}"


def with_direction(line: str, read: QuickLine, direction: Direction) -> str:
    """The line with another beginning; "both" needs a channel or a length to stand behind."""
    mark = mark_of(read, MarkKind.DIRECTION)
    if mark:
        line = without(line, read, mark)
        read = _head_of(line)
    if direction is Direction.THEIRS:
        return f"> {line}"
    last = mark_of(read, MarkKind.MINUTES) or mark_of(read, MarkKind.CHANNEL)
    if direction is Direction.BOTH and last:
        return f"{line[: last.end]} both{line[last.end :]}"
    return line


def with_sign(line: str, read: QuickLine, kind: MarkKind, sign: str) -> str:
    """The line with another `@when` or `#search`; empty for none."""
    mark = mark_of(read, kind)
    if not sign:
        return without(line, read, mark) if mark else line
    if mark:
        return _replaced(line, mark, sign)
    private = mark_of(read, MarkKind.PRIVATE)
    if private:
        return f"{line[: private.start]}{sign} {line[private.start :]}"
    return f"{line} {sign}" if line and not line.endswith(" ") else line + sign


def with_due(line: str, mark: Mark, day: date, today: date) -> str:
    """The line with another day for one of its plans."""
    words = line[mark.start : mark.end].split(" ")
    taken = 1
    first = f"!{day_word(day, today)}"
    if mark.kind is MarkKind.PROMISE:
        first = f"{words[0].rstrip(':,')} {day_word(day, today)}"
        taken = 2 if len(words) > 1 and coming_day(words[1].rstrip(":,"), today) else 1
    return line[: mark.start] + " ".join([first, *words[taken:]]) + line[mark.end :]


def search_word(title: str, search: int, searches: Sequence[tuple[int, str]], now: datetime, zone: ZoneInfo) -> str:
    """The shortest `#name` by which a line means this search; its whole title run together when no word does."""
    words = [word for word in re.split(r"[\s/,.;:-]+", title) if word]
    for word in [*words, "".join(words)]:
        if understand(f"#{word}", now=now, zone=zone, searches=searches).search == search:
            return f"#{word}"
    return f"#{''.join(words)}"


def day_word(day: date, today: date) -> str:
    """How a coming day is written in a line: a weekday within a week, else its date."""
    if day == today:
        return "today"
    if today < day <= today + timedelta(days=_WEEK):
        return _WEEKDAYS[day.weekday()]
    dotted = f"{day.day}.{day.month}"
    return dotted if coming_date(dotted, today) == day else day.isoformat()


def when_word(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """How a moment that has been is written in a line."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    words = {today: "today", today - timedelta(days=1): "yesterday"}
    dotted = f"{local.day}.{local.month}"
    day = words.get(local.date()) or (dotted if past_day(dotted, today) == local.date() else local.date().isoformat())
    return f"@{day} {local:%H:%M}"


def fields_of(read: QuickLine) -> TalkFields:
    """The same thing as fields; a time that was not written stays now."""
    written = mark_of(read, MarkKind.AT) is not None
    mine = [Plan(theirs=False, text=each.text, due=each.due) for each in read.follow_ups]
    theirs = [Plan(theirs=True, text=each.text, due=each.due) for each in read.promises]
    return TalkFields(
        channel=read.channel, direction=read.direction, at=read.at if written else None, minutes=read.minutes,
        search=SearchId(read.search) if read.search else None, text=read.text, decision=read.decision,
        private=read.private, plans=(*mine, *theirs),
    )  # fmt: skip


def line_of(fields: TalkFields, now: datetime, zone: ZoneInfo, searches: Sequence[tuple[int, str]]) -> str:
    """The fields as a typed line, with their further lines as its detail."""
    today = now.astimezone(zone).date()
    title = dict(searches).get(fields.search or 0)
    signs = [
        when_word(fields.at, now, zone) if fields.at else "",
        search_word(title, fields.search or 0, searches, now, zone) if title else "",
    ]
    said, detail = first_line(fields.text).strip(), rest(fields.text)
    agreed = f"agreed {_one_line(fields.decision)}" if fields.decision else ""
    if agreed and said and not any(signs):
        body = [said if said.endswith((".", ";", ":")) else f"{said};", agreed]
    else:
        body = [agreed, *signs, said] if agreed else [said, *signs]
    words = [head_words(fields.channel, fields.minutes, fields.direction), *body]
    words += [_plan_words(plan, today) for plan in fields.plans]
    words.append(f"// {_one_line(fields.private)}" if fields.private else "")
    line = " ".join(word for word in words if word)
    return f"{line}\n{detail}" if detail else line


def _plan_words(plan: Plan, today: date) -> str:
    sign = "!them " if plan.theirs else "!"
    return f"{sign}{day_word(plan.due, today)} {_one_line(plan.text)}".rstrip()


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def head_words(channel: Channel, minutes: int | None, direction: Direction) -> str:
    """How a line begins, with its colon; empty when there is nothing to say."""
    words = [_WORDS.get(channel, ""), f"{minutes}m" if minutes else ""]
    both = direction is Direction.BOTH and any(words)
    begun = " ".join(word for word in [*words, "both" if both else ""] if word)
    mark = "> " if direction is Direction.THEIRS else ""
    return f"{mark}{begun}:" if begun else mark.strip()


def _replaced(line: str, mark: Mark, words: str) -> str:
    return line[: mark.start] + words + line[mark.end :]


def _head_start(line: str, read: QuickLine) -> int:
    """Where the first word of the head stands, behind a `>`."""
    mark = mark_of(read, MarkKind.DIRECTION)
    if mark is None or line[mark.start] != ">":
        return len(line) - len(line.lstrip())
    return mark.end + len(line[mark.end :]) - len(line[mark.end :].lstrip())


def _head_of(line: str) -> QuickLine:
    """The marks of a line's head, which need neither a clock nor searches."""
    return understand(line, now=datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC")), zone=ZoneInfo("UTC"))
