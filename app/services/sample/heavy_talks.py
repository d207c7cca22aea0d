"""The logs of a large sample in order of time, with the meetings some talks were, and what was left to do."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from app.domain.channels import Channel, Direction
from app.domain.meetings import CapturedItem, CaptureKind, Meeting, MeetingKind, MeetingState
from app.domain.talks import FollowUp, Origin, Owner, Talk
from app.services.sample.decades import Decades, Relation
from app.storage import bulk

_HISTORY = timedelta(days=90)
_WRITTEN = (Channel.EMAIL, Channel.EMAIL, Channel.MESSAGE, Channel.CALL)
_BEGUN = ((Direction.MINE, "mine"), (Direction.MINE, "mine"), (Direction.THEIRS, "theirs"))
_HELD = (Channel.VIDEO, Channel.CALL, Channel.IN_PERSON)
_KINDS = (MeetingKind.CALIBRATION, MeetingKind.CALIBRATION, MeetingKind.INTAKE, MeetingKind.LOOK_BACK,
          MeetingKind.STATUS, MeetingKind.OFFER, MeetingKind.DEBRIEF)  # fmt: skip
_CAUGHT = (CaptureKind.DECISION, CaptureKind.I_WILL, CaptureKind.NOTE, CaptureKind.THEY_WILL, CaptureKind.DECISION,
           CaptureKind.PRIVATE, CaptureKind.NOTE)  # fmt: skip
_AHEAD = 14


def add(decades: Decades) -> None:
    """Every talk, meeting and follow-up, oldest first, and the history of the last 90 days' talks."""
    shape = decades.shape
    relations = [*[decades.relations[0]] * shape.largest_log,
                 *decades.spread(shape.talks - shape.largest_log, first=False)]  # fmt: skip
    plan = sorted((decades.at(decades.day_in(each)), each.id) for each in relations)
    ahead = min(decades.shape.active, shape.meetings // 2)
    met = set(decades.chance.sample(range(len(plan)), shape.meetings - ahead))
    caught = iter(decades.shares(shape.captured_items, len(met)))
    left = set(decades.chance.sample(range(len(plan)), shape.follow_ups))
    logged = []
    for index, (at, manager) in enumerate(plan):
        relation = decades.relations[manager - 1]
        day = at.astimezone(decades.office.zone).date()
        number = _talk(decades, relation, at, day, next(caught) if index in met else None)
        if index in left:
            _follow_up(decades, relation, at, day, number)
        if at > decades.office.now() - _HISTORY:
            logged.append((f"Talk with {relation.name} logged", at, number))
    for relation in decades.relations[:ahead]:
        _planned(decades, relation)
    bulk.record_inserts(decades.office.conn, "talk", logged)


def _talk(decades: Decades, relation: Relation, at: datetime, day: date, caught: int | None) -> int:
    voice = decades.voice
    language = relation.language if voice.happens(0.45) else "en"
    search = relation.search_on(day)
    values: dict[str, Any] = {"origin": Origin.TYPED}
    if caught is not None:
        minutes = voice.number(12, 55)
        channel, direction, spoken = voice.pick(_HELD), Direction.BOTH, "both"
        meeting = _meeting(decades, relation, at, search, (minutes, channel, caught))
        values = {"origin": Origin.MEETING, "meeting": meeting, "minutes": minutes}
    else:
        channel = voice.pick(_WRITTEN)
        direction, spoken = voice.pick(_BEGUN)
        if channel is Channel.CALL:
            values["minutes"] = voice.number(3, 40)
    if voice.happens(0.12):
        values["decision"] = voice.say("decision", decades.candidates)
    if voice.happens(0.05):
        values["private"] = voice.say("private", decades.candidates)
    return decades.rows.add(
        "talk", at, Talk, manager=relation.id, search=search, at=at, zone=decades.office.zone.key, channel=channel,
        direction=direction, text=voice.talk(spoken, decades.candidates, language), **values,
    )  # fmt: skip


def _meeting(
    decades: Decades, relation: Relation, at: datetime, search: int | None, held: tuple[int, Channel, int]
) -> int:
    voice = decades.voice
    minutes, channel, caught = held
    ended_at = at + timedelta(minutes=minutes)
    number = decades.rows.add(
        "meeting", ended_at, Meeting, manager=relation.id, search=search, kind=voice.pick(_KINDS), planned_at=at,
        zone=decades.office.zone.key, minutes=30, channel=channel, attendees=(relation.name,), uid=_uid(decades),
        in_short=voice.say("decision", decades.candidates) + ".", state=MeetingState.HELD, started_at=at,
        ended_at=ended_at,
    )  # fmt: skip
    for position in range(caught):
        kind = _CAUGHT[position % len(_CAUGHT)]
        said = voice.say(kind.value, decades.candidates)
        if kind is CaptureKind.DECISION and voice.happens(0.4):
            said += "\n" + voice.say("reason", decades.candidates)
        decades.rows.add("captured_item", ended_at, CapturedItem, meeting=number, kind=kind, text=said,
                         at=at + timedelta(minutes=position + 1), position=position)  # fmt: skip
    return number


def _planned(decades: Decades, relation: Relation) -> None:
    """One meeting of the coming two weeks."""
    voice = decades.voice
    on = decades.today + timedelta(days=voice.number(1, _AHEAD))
    at = datetime.combine(on, time(voice.number(9, 16), voice.pick((0, 30))), decades.office.zone)
    decades.rows.add(
        "meeting", decades.office.now(), Meeting, manager=relation.id, search=relation.search_on(decades.today),
        kind=voice.pick(_KINDS), planned_at=at, zone=decades.office.zone.key, minutes=30, uid=_uid(decades),
        attendees=(relation.name,),
    )  # fmt: skip


def _follow_up(decades: Decades, relation: Relation, at: datetime, day: date, talk: int) -> None:
    """Something to do within two weeks of a talk; done long ago, but for some of the last days."""
    voice = decades.voice
    owner, said = voice.pick(((Owner.ME, "i_will"), (Owner.ME, "i_will"), (Owner.THEM, "they_will")))
    due = day + timedelta(days=voice.number(1, 14))
    done_at: datetime | None = at + (due - day) * 0.9
    is_open = done_at is not None and done_at > decades.office.now() - timedelta(days=2)
    if is_open and (voice.happens(0.4) or done_at is None or done_at > decades.office.now()) and relation.active:
        done_at = None
    decades.rows.add(
        "follow_up", at, FollowUp, manager=relation.id, search=relation.search_on(day), talk=talk, owner=owner,
        text=voice.say(said, decades.candidates), due=due, done_at=done_at,
    )  # fmt: skip


def _uid(decades: Decades) -> str:
    return f"{decades.chance.getrandbits(128):032x}@rapport.example"
