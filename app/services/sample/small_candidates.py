"""The people presented in the small sample: finalists, what a no was about, interviews; the process and the plan."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from app.domain.role import ProcessStep, SourcingChannel
from app.domain.searches import CandidateStage, Interview
from app.services.sample.ground import Ground


def known_of(ground: Ground, search: str, name: str) -> dict[str, Any]:
    """How far somebody has come, and the requirement that the answer on them touched."""
    texts = ground.texts["candidates"]
    stage = CandidateStage.FINALIST if name in texts["finalists"] else CandidateStage.PRESENTED
    touched = texts["touched"].get(search, {}).get(name)
    return {"stage": stage, "requirement": ground.requirements[search, touched] if touched else None}


def no_of(ground: Ground, search: str, index: int) -> dict[str, Any]:
    """The reason of a no and what it is about, where the texts know it."""
    found = ground.texts["candidates"]["noes"].get(search, {}).get(str(index))
    return {"reason": found[0], "requirement": ground.requirements[search, found[1]]} if found else {}


def add(ground: Ground) -> None:
    """Interviews, steps and channels."""
    texts, opened = ground.texts["candidates"], {each["key"]: each["opened_on"] for each in ground.texts["searches"]}
    amara = ZoneInfo(ground.managers["amara"].zone)
    for name, on, clock, answered, answered_clock, words in texts["interviews"]:
        held_at, answered_at = ground.at(on, clock, amara), ground.at(answered, answered_clock, amara)
        ground.rows.add("interview", answered_at, Interview, presentation=ground.people[name], held_at=held_at,
                        answered_at=answered_at, words=words)  # fmt: skip
    for key, steps in texts["process"].items():
        for at, (what, owner, length) in enumerate(steps):
            ground.rows.add("process_step", ground.at(opened[key], "15:00"), ProcessStep, position=at,
                            search=ground.searches[key], what=what, owner=owner, **length)  # fmt: skip
    for key, channels in texts["sourcing"].items():
        for at, (channel, plan, who, volume, started, result) in enumerate(channels):
            ground.rows.add(
                "sourcing_channel", ground.at(opened[key] + 1, "15:20"), SourcingChannel, position=at,
                search=ground.searches[key], channel=channel, plan=plan, who=who, volume=volume, result=result,
                started_on=None if started is None else ground.day(started),
            )  # fmt: skip
