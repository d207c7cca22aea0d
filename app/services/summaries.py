"""What a meeting's summary says, gathered from shareable rows only.

Every row comes through `app.storage.shareable`, and the values have no field for private text.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.attendees import attendee
from app.domain.channels import Channel
from app.domain.clock_words import clock_words
from app.domain.clocks import clock_from_text
from app.domain.dates import clock_time, day_words
from app.domain.errors import InputError, NotFoundError
from app.domain.meetings import MeetingKind, kind_label
from app.domain.satisfaction import Approval
from app.domain.summary import Decided, Fact, Kept, MeetingSummary, Rating, Side, Sourced, Step
from app.domain.text import first_line, rest
from app.services import preferences
from app.services.office import Office
from app.services.working import zone_of
from app.storage import shareable
from app.words import _

Row = Mapping[str, Any]
_CALLS = (MeetingKind.CALIBRATION, MeetingKind.STATUS)


class Part(StrEnum):
    """The parts of a summary that can be left out."""

    DECISIONS = "decisions"
    KEEPS = "keeps"
    STEPS = "steps"
    MARKET = "market"
    NOTES = "notes"
    SATISFACTION = "satisfaction"


def summary_of(office: Office, meeting: int, *, without: Collection[Part] = ()) -> MeetingSummary:
    """The summary of a meeting that was held; raises `InputError` for one that was not."""
    row = _one(office, "shareable_meeting", meeting)
    if row["state"] != "held":
        raise InputError("meeting", _("This meeting has not been held yet, so there is nothing to sum up."))
    manager = _one(office, "shareable_manager", row["manager"])
    settings = office.settings
    zone = zone_of(row["zone"])
    held_on = _time(row["started_at"]).astimezone(zone).date()
    own = settings.name or _("I")
    mine, theirs = _promises(office, meeting, held_on)
    whole = MeetingSummary(
        title=_title(office, row),
        facts=_facts(office, row, manager, zone),
        mine=Side(name=own, promises=mine),
        theirs=Side(name=manager["name"], promises=theirs),
        firm=settings.firm,
        logo=preferences.logo(office),
        in_short=row["in_short"] or "",
        decisions=_decisions(office, meeting),
        steps=_steps(office, meeting, manager, own, held_on),
        market=_market(office, row, held_on),
        notes=_notes(office, meeting),
        satisfaction=_rating(office, meeting),
        author=settings.name,
        language=settings.language,
    )
    return left_out(whole, without)


def left_out(summary: MeetingSummary, without: Collection[Part]) -> MeetingSummary:
    """The summary without some of its parts."""
    bare: dict[Part, dict[str, Any]] = {
        Part.DECISIONS: {"decisions": ()}, Part.STEPS: {"steps": ()}, Part.MARKET: {"market": ()},
        Part.NOTES: {"notes": ()}, Part.SATISFACTION: {"satisfaction": None},
        Part.KEEPS: {"mine": replace(summary.mine, promises=()), "theirs": replace(summary.theirs, promises=())},
    }  # fmt: skip
    changes: dict[str, Any] = {}
    for part in without:
        changes.update(bare[part])
    return replace(summary, **changes)


def counts(summary: MeetingSummary) -> dict[Part, int]:
    """How much of each part there is, in the order of the page; what is not there is left out."""
    found = {
        Part.DECISIONS: len(summary.decisions), Part.KEEPS: len(summary.mine.promises) + len(summary.theirs.promises),
        Part.STEPS: len(summary.steps), Part.MARKET: len(summary.market), Part.NOTES: len(summary.notes),
        Part.SATISFACTION: int(summary.satisfaction is not None),
    }  # fmt: skip
    return {part: count for part, count in found.items() if count}


def _title(office: Office, meeting: Row) -> str:
    kind = kind_label(MeetingKind(meeting["kind"]))
    if meeting["search"] is None:
        return kind
    search = _one(office, "shareable_search", meeting["search"])
    return _("{kind}: {search}").format(kind=kind, search=search["title"])


def _facts(office: Office, meeting: Row, manager: Row, zone: ZoneInfo) -> tuple[Fact, ...]:
    begun, ended = _time(meeting["started_at"]), _time(meeting["ended_at"])
    day = begun.astimezone(zone).date()
    time = _("{begun} to {ended}, {channel}").format(
        begun=clock_time(begun, zone), ended=clock_time(ended, zone), channel=_way(meeting)
    )
    there = (attendee(words).name for words in json.loads(meeting["attendees"]))
    present = list(dict.fromkeys([*there, office.settings.name]))
    facts = [
        Fact(label=_("Date"), value=day_words(day, date.min)),
        Fact(label=_("Time"), value=time),
        Fact(label=_("Present"), value=", ".join(name for name in present if name)),
    ]
    following = shareable.rows(office.conn, "shareable_meeting", _NEXT, (manager["id"], meeting["started_at"]))
    if following:
        at = _time(following[0]["planned_at"])
        when = _("{day}, {time}").format(day=day_words(at.astimezone(zone).date(), day), time=clock_time(at, zone))
        is_call = MeetingKind(following[0]["kind"]) in _CALLS
        facts.append(Fact(label=_("Next call") if is_call else _("Next meeting"), value=when))
    return tuple(facts)


def _way(meeting: Row) -> str:
    """How they met: the place when there is one, else the channel."""
    return str(meeting["place"] or Channel(meeting["channel"]).words.lower())


def _decisions(office: Office, meeting: int) -> tuple[Decided, ...]:
    rows = shareable.rows(office.conn, "shareable_captured_item", _DECISIONS, (meeting,))
    return tuple(Decided(statement=_stopped(first_line(r["text"])), reason=rest(r["text"])) for r in rows)


def _promises(office: Office, meeting: int, held_on: date) -> tuple[tuple[Kept, ...], tuple[Kept, ...]]:
    found: dict[str, list[Kept]] = {"mine": [], "theirs": []}
    for wording in shareable.rows(office.conn, "shareable_wording", "agreed_in = ? ORDER BY id", (meeting,)):
        clock = clock_words(clock_from_text(wording["clock"]), held_on) if wording["clock"] else ""
        measure = wording["measure"] or ""
        kept = Kept(
            statement=first_line(wording["statement"]),
            measure="" if measure == wording["statement"] else measure, when=clock,
        )  # fmt: skip
        side = _one(office, "shareable_expectation", wording["expectation"])["side"]
        for each in ("mine", "theirs") if side == "both" else (side,):
            found[each].append(kept)
    return tuple(found["mine"]), tuple(found["theirs"])


def _steps(office: Office, meeting: int, manager: Row, own: str, held_on: date) -> tuple[Step, ...]:
    who = {"me": own, "them": manager["called"] or manager["name"]}
    rows = shareable.rows(office.conn, "shareable_follow_up", "meeting = ? ORDER BY due, id", (meeting,))
    return tuple(
        Step(text=first_line(r["text"]), who=who[r["owner"]], when=day_words(date.fromisoformat(r["due"]), held_on))
        for r in rows
    )


def _market(office: Office, meeting: Row, held_on: date) -> tuple[Sourced, ...]:
    """The facts of the search that the manager was shown on the day of the meeting."""
    rows = shareable.rows(office.conn, "shareable_market_fact", _SHOWN, (meeting["search"], held_on.isoformat()))
    return tuple(Sourced(text=_stopped(r["text"]), source=r["source"]) for r in rows)


def _notes(office: Office, meeting: int) -> tuple[str, ...]:
    items = shareable.rows(office.conn, "shareable_captured_item", _CAPTURED_NOTES, (meeting,))
    notes = shareable.rows(office.conn, "shareable_note", "meeting = ? ORDER BY id", (meeting,))
    return (*(str(row["text"]) for row in items), *(str(row["body"] or row["title"]) for row in notes))


def _rating(office: Office, meeting: int) -> Rating | None:
    rows = shareable.rows(office.conn, "shareable_satisfaction", "meeting = ? ORDER BY id DESC LIMIT 1", (meeting,))
    if not rows:
        return None
    row = rows[0]
    words = [_("“{words}”").format(words=row["words"])] if row["words"] else []
    answers = {Approval.APPROVED: _("Approved."), Approval.DECLINED: _("Declined."), Approval.OPEN: _("Open.")}
    for each in shareable.rows(office.conn, "shareable_proposal", "satisfaction = ? ORDER BY id", (row["id"],)):
        proposed = _("Proposed: {proposal} {answer}")
        words.append(proposed.format(proposal=_stopped(each["text"]), answer=answers[Approval(each["answer"])]))
    return Rating(score=row["score"], words=" ".join(words))


def _stopped(sentence: str) -> str:
    """The text with a full stop, unless it ends itself."""
    return sentence if not sentence or sentence[-1] in ".!?…。！？" else f"{sentence}."


def _one(office: Office, view: str, record: int) -> Row:
    found = shareable.rows(office.conn, view, "id = ?", (record,))
    if not found:
        raise NotFoundError(_("This meeting is not in the office any more."))
    return found[0]


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


_NEXT = "manager = ? AND state = 'planned' AND planned_at > ? ORDER BY planned_at LIMIT 1"
_DECISIONS = "meeting = ? AND kind = 'decision' ORDER BY position, id"
_CAPTURED_NOTES = "meeting = ? AND kind = 'note' ORDER BY position, id"
_SHOWN = "search = ? AND shown_on = ? ORDER BY id"
