"""The office of the pictures, as it is on the day it is seen: nine managers, and everything between you and them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.managers import HiringManager
from app.domain.notes import Note
from app.domain.satisfaction import Approval, Proposal, Satisfaction
from app.domain.searches import Answer, MarketFact, Presentation, Search, Stage, StageChange
from app.services.office import Office
from app.services.sample import (
    small_candidates,
    small_intake,
    small_meetings,
    small_offers,
    small_promises,
    small_search,
)
from app.services.sample.ground import Ground, Shown
from app.storage import settings
from app.storage.rows import time_text


def filler(seed: int) -> Callable[[Office], None]:
    """What writes the small sample; `seed` chooses the words of what the pictures do not show."""
    return lambda office: _fill(Ground(office, seed))


def _fill(ground: Ground) -> None:
    for key, value in ground.texts["settings"].items():
        settings.store(ground.office.conn, key, value, time_text(ground.at(-260, "09:00")))
    _managers(ground)
    _searches(ground)
    small_search.add(ground)
    _presentations(ground)
    small_candidates.add(ground)
    small_meetings.add(ground)
    small_promises.add(ground)
    small_offers.add(ground)
    small_intake.add(ground)
    _satisfaction(ground)
    _notes(ground)
    ground.rows.write()


def _managers(ground: Ground) -> None:
    for index, each in enumerate(ground.texts["managers"]):
        fields = {name: each.get(name) for name in _MANAGER_FIELDS}
        made = ground.at(-1 if each["key"] == "tomas" else -260 + index, "09:30")
        number = ground.rows.add("manager", made, HiringManager, tags=tuple(each["tags"]), **fields)
        ground.managers[each["key"]] = HiringManager(id=number, tags=tuple(each["tags"]), **fields)  # type: ignore[arg-type]
        ground.candidates[each["key"]] = ground.voice.candidates(24)


def _searches(ground: Ground) -> None:
    for each in ground.texts["searches"]:
        opened = each["opened_on"]
        low, high, currency = each["band"]
        made = ground.at(opened, "10:00")
        number = ground.rows.add(
            "search", made, Search, manager=ground.managers[each["manager"]].id, title=each["title"],
            location=each["location"], headcount=each.get("headcount", 1), opened_on=ground.day(opened),
            target_start=ground.day(each.get("target_start", 60)), salary_min=low, salary_max=high, currency=currency,
            stage=Stage(each["stages"][-1][0]),
        )  # fmt: skip
        ground.searches[each["key"]] = number
        ground.search_of[each["manager"]].append((opened, number))
        for stage, on in each["stages"]:
            ground.rows.add("stage_change", ground.at(on, "11:00"), StageChange, search=number, stage=Stage(stage),
                            on_day=ground.day(on))  # fmt: skip
        if "fact" in each:
            _market_fact(ground, each["key"], (*each["fact"], opened + 10, None))
    for known in ground.search_of.values():
        known.sort(reverse=True)
    for key, *fact in ground.texts["market_facts"]:
        _market_fact(ground, key, fact)


def _market_fact(ground: Ground, search: str, fact: Sequence[Any]) -> None:
    text, source, on, shown = fact
    ground.rows.add(
        "market_fact", ground.at(on, "12:00"), MarketFact, search=ground.searches[search], text=text, source=source,
        on_day=ground.day(on), shown_on=None if shown is None else ground.day(shown),
    )  # fmt: skip


def _presentations(ground: Ground) -> None:
    for each in ground.texts["searches"]:
        key, manager = each["key"], each["manager"]
        zone = ZoneInfo(ground.managers[manager].zone)
        for row in ground.texts["presentations"].get(key, []):
            name, on, clock, answer, answered, answered_clock, reason = row
            answered_at = ground.at(answered, answered_clock, zone) if answer else None
            fields = {"answer": answer, "reason": reason, **small_candidates.known_of(ground, key, name)}
            _present(ground, manager, key, ground.at(on, clock, zone), answered_at, candidate=name, **fields)
        for index in range(ground.texts["presented"].get(key, 0)):
            on = ground.workday(each["opened_on"] + 8 + 2 * index)
            presented_at = ground.at(on, "10:30", zone)
            answered_at = ground.working(manager).add(presented_at, timedelta(hours=ground.voice.number(5, 14)))
            yes = index % 3 == 1
            reason = None if yes else ground.voice.say("reason", ground.candidates[manager])
            fields = {"answer": "yes" if yes else "no", "reason": reason, **small_candidates.no_of(ground, key, index)}
            _present(ground, manager, key, presented_at, min(answered_at, ground.office.now()),
                     candidate=ground.candidates[manager][index], **fields)  # fmt: skip


def _present(
    ground: Ground, manager: str, search: str, presented_at: datetime, answered_at: datetime | None, **fields: Any
) -> None:
    number = ground.searches[search]
    answer = fields.pop("answer")
    shown = ground.rows.add(
        "presentation", answered_at or presented_at, Presentation, search=number, presented_at=presented_at,
        answered_at=answered_at, answer=Answer(answer) if answer else None, **fields,
    )  # fmt: skip
    ground.shown[manager].append(Shown(shown, number, presented_at, answered_at))
    ground.people[fields["candidate"]] = shown


def _satisfaction(ground: Ground) -> None:
    managers = ground.texts["managers"]
    asked: list[tuple[str, Any, int | None]] = [
        (each["key"], each["satisfaction"], None) for each in managers if each["satisfaction"]
    ]
    asked.append(("amara", ground.texts["satisfaction_amara"], ground.latest))
    for manager, (on, score, words, cause, proposal, approval, *parts), meeting in asked:
        asked_at, day = ground.at(on, "15:00"), ground.day(on)
        number = ground.rows.add(
            "satisfaction", asked_at, Satisfaction, manager=ground.managers[manager].id,
            search=ground.search_on(manager, on), meeting=meeting, asked_on=day, score=score, words=words, cause=cause,
            parts=parts[0] if parts else {},
        )  # fmt: skip
        if proposal:
            ground.rows.add("proposal", asked_at, Proposal, satisfaction=number, text=proposal,
                            answer=Approval(approval), on_day=day)  # fmt: skip


def _notes(ground: Ground) -> None:
    found = [(manager, ground.search(search), *rest) for manager, search, *rest in ground.texts["notes"]]
    for index, each in enumerate(ground.texts["managers"]):
        if each["key"] != "amara" and each["talks"]:
            found += [
                _note(ground, each, note, -25 - 31 * turn - 3 * index)
                for turn, note in enumerate(ground.texts["notes_each"])
            ]
    for manager, search, title, shareable, on, body in sorted(found, key=lambda note: note[4]):
        ground.rows.add(
            "note", ground.at(on, "16:50"), Note, manager=ground.managers[manager].id, search=search, title=title,
            shareable=shareable, body=body,
        )  # fmt: skip


def _note(ground: Ground, manager: dict[str, Any], note: tuple[str, bool, str], on: int) -> tuple[Any, ...]:
    """A note about a manager, with what else is known of them."""
    title, shareable, body = note
    key, say = manager["key"], ground.voice.say
    search = next(each for each in ground.texts["searches"] if each["manager"] == key)
    fact, source = search["fact"]
    mine, theirs = (ground.texts["promises"][key][side][0][0] for side in ("mine", "theirs"))
    known = {
        **manager, "search": search["title"], "fact": fact, "source": source, "mine": mine, "theirs": theirs,
        "said": say("note", ground.candidates[key][:12]), "more": say("note", ground.candidates[key][12:]),
    }  # fmt: skip
    return key, ground.search_on(key, on), title.format(**known), shareable, on, body.format(**known)


_MANAGER_FIELDS = ("name", "romanised", "called", "family", "title", "company", "email", "phone", "zone", "country",
                   "language", "channel", "preferred_times", "cadence_days", "tick", "rapport")  # fmt: skip
