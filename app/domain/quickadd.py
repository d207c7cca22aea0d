"""One typed line, understood: "call 25m: agreed to widen salary band #Backend !fri send 3 CVs".

What is not understood stays text, so nothing typed is ever lost. Only the first line has marks; further lines are
detail. The signs themselves are read in `line_signs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from app.domain.channels import Channel, Direction
from app.domain.dates import day_words, time_words
from app.domain.line_signs import Mark, MarkKind, Setting, Sign, read_head, read_signs, split_private
from app.domain.text import LINE, first_line, rest
from app.words import _

__all__ = ["Mark", "MarkKind", "PlannedFollowUp", "QuickLine", "TheirPromise", "understand"]

_PLANS = (MarkKind.FOLLOW_UP, MarkKind.PROMISE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFollowUp:
    """Something the recruiter will do."""

    text: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirPromise:
    """Something the manager will do."""

    text: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLine:
    """What a line says; `at` is in UTC and never later than now, `at_clipped` says that a later time was typed.

    `marks` are spans of the first line, in order and without overlap. A mark with an empty label only joins and is not
    coloured; the words of an unknown search are in `text` (or in the part they stand in) as well.
    """

    channel: Channel
    minutes: int | None
    direction: Direction
    at: datetime
    at_clipped: bool
    text: str
    decision: str | None
    search: int | None
    unknown_search: str | None
    follow_ups: tuple[PlannedFollowUp, ...]
    promises: tuple[TheirPromise, ...]
    private: str | None
    marks: tuple[Mark, ...]


def understand(line: str, *, now: datetime, zone: ZoneInfo, searches: Sequence[tuple[int, str]] = ()) -> QuickLine:
    """The parts of `line`; `searches` are the open searches it may name, those of this person first.

    Never raises for any text. A plan without words of its own ("Two people? !fri") is about what the line says.
    A line of more than 2,000 characters is a pasted page: text without marks.
    """
    typed = line.replace("\r\n", "\n").replace("\r", "\n")
    if len(first_line(typed)) > LINE:
        page = _with_detail(first_line(typed).strip(), typed)
        return replace(understand("", now=now, zone=zone), text=page)
    setting = Setting(now=now.astimezone(UTC), zone=zone, searches=searches)
    public, private, private_mark = split_private(first_line(typed))
    head = read_head(public)
    signs, unknown = read_signs(public, head.end, setting)
    signs = _with_words(signs, public)
    plain = _joined(sign.words(public) for sign in signs if sign.goes_to_text)
    decision = _clauses([sign.words(public) for sign in signs if sign.kind is MarkKind.DECISION]) or None
    plans = [
        (sign.kind, sign.words(public) or plain or decision or "", sign.due)
        for sign in signs
        if sign.kind in _PLANS and sign.due
    ]
    at = next((sign.at for sign in signs if sign.at), setting.now)
    return QuickLine(
        channel=head.channel or Channel.OTHER,
        minutes=head.minutes,
        direction=head.direction or Direction.MINE,
        at=min(at, setting.now),
        at_clipped=at > setting.now,
        text=_with_detail(plain, typed),
        decision=decision,
        search=next((sign.search for sign in signs if sign.search is not None), None),
        unknown_search=unknown.label if unknown else None,
        follow_ups=tuple(
            PlannedFollowUp(text=words, due=due) for kind, words, due in plans if kind is MarkKind.FOLLOW_UP
        ),
        promises=tuple(TheirPromise(text=words, due=due) for kind, words, due in plans if kind is MarkKind.PROMISE),
        private=private,
        marks=_marks([*head.marks, *_sign_marks(signs, public, setting)], unknown, private_mark),
    )


def _with_words(signs: Sequence[Sign], line: str) -> list[Sign]:
    """The signs that mean something: an "agreed", a lone `!` or a plan about nothing at all is text again."""
    kept = [_as_text(sign) if _needs_words(sign) and not sign.words(line) else sign for sign in signs]
    if any(sign.words(line) for sign in kept if sign.kind not in _PLANS):
        return kept
    return [_as_text(sign) if sign.kind in _PLANS and not sign.words(line) else sign for sign in kept]


def _needs_words(sign: Sign) -> bool:
    """In "great !" the sign is punctuation."""
    lone = sign.kind is MarkKind.FOLLOW_UP and sign.sign_end - sign.start == 1
    return lone or sign.kind is MarkKind.DECISION


def _as_text(sign: Sign) -> Sign:
    return replace(sign, kind=None, sign_end=sign.start, join_end=sign.start, due=None)


def _joined(pieces: Iterable[str]) -> str:
    return " ".join(piece for piece in pieces if piece)


def _clauses(decisions: list[str]) -> str:
    """Several decisions of one line as one sentence."""
    ends = [" " if first.endswith((".", ";", ":", "!", "?")) else "; " for first, _second in pairwise(decisions)]
    return "".join(words + end for words, end in zip(decisions, [*ends, ""], strict=False))


def _with_detail(text: str, typed: str) -> str:
    detail = rest(typed)
    if not detail:
        return text
    return f"{text}\n{detail}" if text else detail


def _marks(marks: list[Mark], unknown: Mark | None, private: Mark | None) -> tuple[Mark, ...]:
    """All marks in order; an unknown search inside a plan is already coloured with it."""
    free = unknown and not any(mark.start < unknown.end and unknown.start < mark.end for mark in marks)
    extra = [mark for mark in (unknown if free else None, private) if mark]
    return tuple(sorted([*marks, *extra], key=lambda mark: mark.start))


def _sign_marks(signs: Sequence[Sign], line: str, setting: Setting) -> list[Mark]:
    marks = []
    for sign in signs:
        if sign.kind is None:
            continue
        end = sign.words_end(line) if sign.kind in _PLANS else sign.sign_end
        marks.append(Mark(kind=sign.kind, start=sign.start, end=end, label=_label(sign, line, setting)))
        if sign.join_end > sign.sign_end:
            start = sign.join_end - len(line[sign.sign_end : sign.join_end].strip())
            marks.append(Mark(kind=MarkKind.JOIN, start=start, end=sign.join_end, label=""))
    return marks


def _label(sign: Sign, line: str, setting: Setting) -> str:
    """What the chip of a sign says."""
    words = sign.words(line)
    match sign.kind:
        case MarkKind.DECISION:
            return _("Decision: {words}").format(words=words)
        case MarkKind.FOLLOW_UP | MarkKind.PROMISE if sign.due:
            return _plan_label(sign, words, day_words(sign.due, setting.today))
        case MarkKind.AT if sign.at:
            if sign.at > setting.now:
                time = time_words(setting.now, setting.now, setting.zone)
                return _("{time}, as the time typed is still to come").format(time=time)
            return time_words(sign.at, setting.now, setting.zone)
        case _:
            return sign.label


def _plan_label(sign: Sign, words: str, day: str) -> str:
    theirs = sign.kind is MarkKind.PROMISE
    if not words:
        return _("{day}, from them").format(day=day) if theirs else day
    sentence = _("{day}, from them: {words}") if theirs else _("{day}: {words}")
    return sentence.format(day=day, words=words)
