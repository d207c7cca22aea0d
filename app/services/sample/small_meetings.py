"""Meetings, talks and follow-ups of the small sample: those of the pictures word by word, the others by chance."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.domain.channels import Channel, Direction
from app.domain.meetings import AgendaItem, CapturedItem, CaptureKind, Meeting, MeetingKind, MeetingState
from app.domain.talks import FollowUp, Origin, Owner, Talk
from app.services.sample.ground import Ground

_WAYS = (
    (Direction.MINE, "mine", (Channel.EMAIL, Channel.CALL, Channel.MESSAGE)),
    (Direction.THEIRS, "theirs", (Channel.EMAIL, Channel.MESSAGE, Channel.CALL)),
    (Direction.MINE, "mine", (Channel.CALL, Channel.EMAIL)),
    (Direction.BOTH, "both", (Channel.VIDEO, Channel.CALL, Channel.IN_PERSON)),
)
_SPOKEN = (Channel.CALL, Channel.VIDEO, Channel.IN_PERSON)
_FIRST_DAY, _HELD = -250, ("decision", "decision", "i_will", "they_will", "note", "private")
_FOLLOW_UP_OF_TALK = {"Write it up": "16:40", "Cut the panel to two": "11:05"}


@dataclass(kw_only=True)
class Plan:
    """A meeting before it is written; `lines` are kind, text, and for what was to do: what, due and done."""

    manager: str
    kind: MeetingKind
    at: datetime
    offset: int
    minutes: int
    search: int | None
    channel: Channel = Channel.VIDEO
    state: MeetingState = MeetingState.HELD
    took: int = 0
    in_short: str | None = None
    said: str = ""
    agenda: list[list[Any]] = field(default_factory=list)
    lines: list[tuple[Any, ...]] = field(default_factory=list)


def add(ground: Ground) -> None:
    """Every meeting with what was caught in it, the whole log, and what is to do."""
    plans = sorted([*_coming(ground), _latest(ground), *_cancelled(ground), *_held(ground)], key=lambda plan: plan.at)
    talks = [_meeting(ground, plan) for plan in plans]
    written = [*(talk for talk in talks if talk), *_pictured(ground)]
    for each in ground.texts["managers"]:
        own = [talk for talk in written if talk["manager"] == ground.managers[each["key"]].id]
        written += _others(ground, each, each["talks"] - len(own))
    numbers = {}
    for talk in sorted(written, key=lambda talk: (talk["at"], talk["manager"])):
        numbers[talk["manager"], talk["at"]] = ground.rows.add("talk", talk["at"], Talk, zone=ground.zone.key, **talk)
    _follow_ups(ground, numbers)


def _coming(ground: Ground) -> list[Plan]:
    return [
        Plan(manager=manager, kind=MeetingKind(kind), at=ground.at(on, clock), offset=on, minutes=minutes,
             channel=Channel(channel), search=ground.search(search), state=MeetingState.PLANNED, agenda=agenda)
        for manager, kind, on, clock, minutes, channel, search, agenda in ground.texts["planned"]
    ]  # fmt: skip


def _cancelled(ground: Ground) -> list[Plan]:
    return [
        Plan(manager=manager, kind=MeetingKind.CALIBRATION, at=ground.at(ground.workday(on), "11:00"), offset=on,
             minutes=25, search=ground.search_on(manager, on), state=MeetingState.CANCELLED)
        for manager, on in ground.texts["cancelled"]
    ]  # fmt: skip


def _latest(ground: Ground) -> Plan:
    """The last meeting held: a full page when it is summed up."""
    text = ground.texts["latest"]
    lines = []
    for kind, clock, said, *then in text["captured"]:
        if len(then) == 1:
            lines.append((CaptureKind(kind), ground.at(text["day"], clock), said, f"expectation:{then[0] + 1}"))
        else:
            lines.append((CaptureKind(kind), ground.at(text["day"], clock), said, *then))
    return Plan(
        manager="amara", kind=MeetingKind.CALIBRATION, at=ground.at(text["day"], text["time"]), offset=text["day"],
        minutes=text["minutes"], took=text["took"], search=ground.search(text["search"]), in_short=text["in_short"],
        said=text["text"], agenda=text["agenda"], lines=lines,
    )  # fmt: skip


def _held(ground: Ground) -> list[Plan]:
    """The meetings of the months before, each with six or seven lines."""
    plans: list[Plan] = []
    for turn, each in enumerate(ground.texts["managers"]):
        for index in range(each["meetings"]):
            # Søren has held none for a quarter; nobody has since the last talk with Amara.
            offset = ground.workday((-100 if each["key"] == "soren" else -34) - 38 * index - turn)
            at = ground.at(offset, ("10:00", "11:30", "14:00", "15:30")[(turn + index) % 4])
            kind = MeetingKind(ground.texts["kinds"][index % len(ground.texts["kinds"])])
            extra = ("note",) if len(plans) < 6 else ()
            lines = [_line(ground, each["key"], kind, at + timedelta(minutes=3 * place + 4), offset)
                     for place, kind in enumerate((*_HELD, *extra))]  # fmt: skip
            decided = ". ".join(dict.fromkeys(line[2].split("\n")[0] for line in lines[:2]))
            plans.append(Plan(
                manager=each["key"], kind=kind, at=at, offset=offset, minutes=30, took=ground.voice.number(19, 34),
                search=ground.search_on(each["key"], offset), in_short=f"{decided}.", lines=lines,
                channel=ground.voice.pick((Channel.VIDEO, Channel.VIDEO, Channel.IN_PERSON)),
                said=ground.voice.talk("both", ground.candidates[each["key"]]),
            ))  # fmt: skip
    return plans


def _line(ground: Ground, manager: str, kind: str, at: datetime, offset: int) -> tuple[Any, ...]:
    candidates = ground.candidates[manager]
    said = ground.voice.say(kind, candidates)
    if kind == "decision":
        said += "\n" + ground.voice.say("reason", candidates)
    if kind not in ("i_will", "they_will"):
        return CaptureKind(kind), at, said
    due = offset + ground.voice.number(1, 6)
    return CaptureKind(kind), at, said, said, due, due + ground.voice.pick((-1, 0, 0, 0, 1))


def _meeting(ground: Ground, plan: Plan) -> dict[str, Any] | None:
    """Write a meeting with its agenda and lines; the talk it was, when it was held."""
    manager = ground.managers[plan.manager]
    held = plan.state is MeetingState.HELD
    ended_at = plan.at + timedelta(minutes=plan.took) if held else None
    made = ground.past(plan.offset - 3, "09:40")
    uid = hashlib.sha256(f"{manager.name} {plan.at}".encode()).hexdigest()[:32]
    number = ground.rows.add(
        "meeting", ended_at or made, Meeting, manager=manager.id, search=plan.search, kind=plan.kind,
        planned_at=plan.at, zone=ground.zone.key, minutes=plan.minutes, channel=plan.channel,
        attendees=(manager.name,), uid=f"{uid}@rapport.example", in_short=plan.in_short, state=plan.state,
        started_at=plan.at if held else None, ended_at=ended_at,
        moved_by=Owner.THEM if plan.state is MeetingState.CANCELLED else None,
    )  # fmt: skip
    for position, (text, minutes) in enumerate(plan.agenda):
        ground.rows.add("agenda_item", made, AgendaItem, meeting=number, text=text, minutes=minutes, done=held,
                        position=position)  # fmt: skip
    for position, line in enumerate(plan.lines):
        _captured(ground, plan, number, position, line)
    if not held:
        return None
    if plan.said == ground.texts["latest"]["text"]:
        ground.latest = number
    decisions = [line[2].split("\n")[0] for line in plan.lines if line[0] is CaptureKind.DECISION]
    return {
        "manager": manager.id, "search": plan.search, "meeting": number, "at": plan.at, "channel": plan.channel,
        "direction": Direction.BOTH, "minutes": plan.took, "text": plan.said, "decision": "; ".join(decisions),
        "origin": Origin.MEETING,
    }  # fmt: skip


def _captured(ground: Ground, plan: Plan, meeting: int, position: int, line: tuple[Any, ...]) -> None:
    kind, at, said, *then = line
    became = then[0] if len(then) == 1 else None
    if len(then) == 3:
        text, due, done = then
        owner = Owner.ME if kind is CaptureKind.I_WILL else Owner.THEM
        made = ground.rows.add(
            "follow_up", ground.past(done, "16:20"), FollowUp, manager=ground.managers[plan.manager].id,
            search=plan.search, meeting=meeting, owner=owner, text=text, due=ground.day(due),
            done_at=ground.past(done, "16:20"),
        )  # fmt: skip
        became = f"follow_up:{made}"
    ground.rows.add("captured_item", at, CapturedItem, meeting=meeting, kind=kind, text=said, at=at,
                    position=position, promise=bool(became and became.startswith("e")), became=became)  # fmt: skip


def _pictured(ground: Ground) -> list[dict[str, Any]]:
    """The entries that a picture shows, and the last talk with everybody."""
    found = []
    for on, clock, channel, direction, minutes, search, text, decision in ground.texts["amara_talks"]:
        found.append(_talk(ground, "amara", ground.at(on, clock), (channel, direction, minutes, text),
                           search=ground.search(search), decision=decision))  # fmt: skip
    for each in ground.texts["managers"]:
        if "last" in each:
            on, clock, *said = each["last"]
            search = ground.search_on(each["key"], on)
            found.append(_talk(ground, each["key"], ground.past(on, clock), said, search=search))
    on, clock, text = ground.texts["soren_upload"]
    found.append(_talk(ground, "soren", ground.at(on, clock), ("other", "from me", None, text),
                       search=ground.search("grid")))  # fmt: skip
    return found


def _talk(ground: Ground, manager: str, at: datetime, said: Any, **fields: Any) -> dict[str, Any]:
    channel, direction, minutes, text = said
    return {"manager": ground.managers[manager].id, "at": at, "channel": Channel(channel),
            "direction": Direction(direction), "minutes": minutes, "text": text, **fields}  # fmt: skip


def _others(ground: Ground, manager: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """The rest of a log: evenly over the months, none after the last talk, no text twice."""
    key = manager["key"]
    newest = -19 if key == "amara" else manager.get("last", [0])[0] - 4
    found: dict[str, dict[str, Any]] = {}
    while len(found) < count:
        place = len(found)
        direction, spoken, channels = _WAYS[place % len(_WAYS)]
        offset = ground.workday(_FIRST_DAY + (newest - _FIRST_DAY) * place // max(count - 1, 1))
        if key == "soren":
            offset = _soren_day(ground, place, count, newest)
            if place >= count - 9:
                # In these 90 days Søren began one talk of ten.
                direction, spoken, channels = _WAYS[1] if place == count - 4 else _WAYS[0]
        at = ground.at(offset, f"{9 + place % 8:02}:{ground.voice.pick(('05', '20', '35', '50'))}")
        channel = ground.voice.pick(channels)
        text = ground.voice.talk(spoken, _people(ground, key, offset))
        minutes = ground.voice.number(4, 40) if channel in _SPOKEN else None
        found[text] = _talk(ground, key, at, (channel, direction, minutes, text), search=ground.search_on(key, offset))
    return list(found.values())


def _people(ground: Ground, manager: str, offset: int) -> list[str]:
    """Who a talk of that day can be about: with Amara of late, those of the open search."""
    since, *recent = ground.texts["amara_recent"]
    return recent if manager == "amara" and offset > since else ground.candidates[manager]


def _soren_day(ground: Ground, place: int, count: int, newest: int) -> int:
    """Nine of Søren's entries in the last 90 days, the others before."""
    if place >= count - 9:
        return ground.workday(newest - 7 * (count - 1 - place))
    return ground.workday(_FIRST_DAY + (-95 - _FIRST_DAY) * place // (count - 9))


def _follow_ups(ground: Ground, talks: dict[tuple[int, datetime], int]) -> None:
    """Those of the pictures, and a few that talks left behind."""
    for manager, search, owner, text, due, done in ground.texts["follow_ups"]:
        clock = _FOLLOW_UP_OF_TALK.get(text)
        talk = talks[ground.managers[manager].id, ground.at(-1, clock)] if clock else None
        ground.rows.add(
            "follow_up", ground.past(min(due - 2, -1), "16:55"), FollowUp, manager=ground.managers[manager].id,
            search=ground.search(search), talk=talk, owner=Owner(owner), text=text, due=ground.day(due),
            done_at=None if done is None else ground.past(done, "16:55"),
        )  # fmt: skip
    for (manager_id, at), talk in list(talks.items())[:6]:
        key = next(key for key, each in ground.managers.items() if each.id == manager_id)
        done_at = at + timedelta(days=2)
        ground.rows.add(
            "follow_up", done_at, FollowUp, manager=manager_id, talk=talk, owner=Owner.ME,
            text=ground.voice.say("i_will", ground.candidates[key]), due=done_at.date(), done_at=done_at,
        )  # fmt: skip
