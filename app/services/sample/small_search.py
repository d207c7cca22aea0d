"""What the searches of the small sample ask for, how that drifted, and what is known around it."""

from __future__ import annotations

from typing import Any

from app.domain.requirements import AskedBy, Requirement, RequirementChange, RequirementKind, RequirementSource
from app.domain.role import Alternative, AlternativeAnswer, Predecessor
from app.services.sample.ground import Ground


def add(ground: Ground) -> None:
    """Write it for every search that the texts know more of."""
    opened = {each["key"]: each["opened_on"] for each in ground.texts["searches"]}
    for key, known in ground.texts["wanted"].items():
        _requirements(ground, key, opened[key], known)
        _changes(ground, key, known["changes"])
        if known["last"] is not None:
            ground.rows.add("predecessor", ground.at(opened[key], "14:00"), Predecessor, search=ground.searches[key],
                            **known["last"])  # fmt: skip
        for at, (text, effect, answer, on) in enumerate([*row, None, None, None][:4] for row in known["alternatives"]):
            ground.rows.add(
                "alternative", ground.at(opened[key] + 1, "14:10"), Alternative, search=ground.searches[key], text=text,
                effect=effect, answer=AlternativeAnswer(answer) if answer else None,
                on_day=None if on is None else ground.day(on), position=at,
            )  # fmt: skip


def _requirements(ground: Ground, key: str, opened: int, known: dict[str, Any]) -> None:
    agreed = None if known["agreed"] is None else ground.day(known["agreed"])
    for kind in RequirementKind:
        for at, (text, probe) in enumerate([*row, None][:2] for row in known[kind]):
            ground.requirements[key, text] = ground.rows.add(
                "requirement", ground.at(opened, "13:30"), Requirement, search=ground.searches[key], kind=kind,
                text=text, probe=probe, position=at, source=RequirementSource.ASKED, agreed_on=agreed,
            )  # fmt: skip


def _changes(ground: Ground, key: str, changes: list[list[Any]]) -> None:
    for was, now, on, asked_by, days_lost in changes:
        ground.rows.add(
            "requirement_change", ground.at(on, "16:20"), RequirementChange, search=ground.searches[key], was=was,
            now=now, on_day=ground.day(on), asked_by=AskedBy(asked_by), days_lost=days_lost,
        )  # fmt: skip
