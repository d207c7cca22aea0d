"""What was closed together in the small sample: a salary talk handed over, a placement to celebrate, a hire at work."""

from __future__ import annotations

from typing import Any

from app.domain.celebrations import Anniversary, Celebration, Form, Milestone
from app.domain.offers import Offer, VerbalAnswer
from app.domain.searches import Search, Stage, StageChange
from app.services.sample.ground import Ground

_STAGES = (Stage.INTAKE, Stage.SOURCING, Stage.INTERVIEWS, Stage.OFFER, Stage.CLOSED)


def add(ground: Ground) -> None:
    """After the talks and promises: what is closed here changes no link of theirs."""
    texts = ground.texts["closing"]
    for key, on in texts["salary_talk"].items():
        ground.rows.add(
            "offer", ground.at(on, "16:30"), Offer, search=ground.searches[key], salary_talk_on=ground.day(on)
        )
    for each in texts["placements"]:
        _placement(ground, each)


def _placement(ground: Ground, each: dict[str, Any]) -> None:
    """A search that is filled, its offer on the way to the signature, and what came after."""
    search = _search(ground, each)
    days = {name: ground.day(on) for name, on in each["steps"].items()}
    signed = each["steps"]["signed_on"]
    offer = ground.rows.add(
        "offer", ground.past(signed, "11:40"), Offer, search=search, candidate=each["candidate"],
        verbal_answer=VerbalAnswer.YES, start_on=ground.day(each["starts"]), **days,
    )  # fmt: skip
    if "celebrated" in each:
        form, on, place = each["celebrated"]
        ground.rows.add(
            "celebration", ground.past(signed, "12:10"), Celebration, search=search, offer=offer, form=Form(form),
            occasion=each["title"], on_day=ground.day(on), place=place, thanked_on=ground.day(on),
        )  # fmt: skip
    for milestone, on in each.get("remembered", []):
        ground.rows.add("anniversary", ground.past(on, "09:30"), Anniversary, offer=offer,
                        milestone=Milestone(milestone), done_on=ground.day(on))  # fmt: skip


def _search(ground: Ground, each: dict[str, Any]) -> int:
    low, high, currency = each["band"]
    closed = each["stages"][-1]
    search = ground.rows.add(
        "search", ground.at(each["stages"][0], "10:00"), Search, manager=ground.managers[each["manager"]].id,
        title=each["title"], location=each["location"], opened_on=ground.day(each["stages"][0]), salary_min=low,
        salary_max=high, currency=currency, stage=Stage.CLOSED, closed_on=ground.day(closed), outcome="Filled",
    )  # fmt: skip
    for stage, on in zip(_STAGES, each["stages"], strict=True):
        ground.rows.add("stage_change", ground.at(on, "11:00"), StageChange, search=search, stage=stage,
                        on_day=ground.day(on))  # fmt: skip
    return search
