"""Closing together: the steps from the choice to the signature, always in their order."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, NewType

from app.domain.fields import SHAREABLE, Line, Name, SharedLine, SharedName
from app.domain.searches import PresentationId, SearchId
from app.words import _

OfferId = NewType("OfferId", int)
OfferOverrideId = NewType("OfferOverrideId", int)


class Step(StrEnum):
    """What is done on the way to a signature, in its order."""

    CHOSEN = "chosen"
    SALARY_TALK = "salary_talk"
    TERMS = "terms"
    VERBAL = "verbal"
    YES = "yes"
    WRITTEN = "written"
    SIGNED = "signed"


class VerbalAnswer(StrEnum):
    """What the candidate said to the verbal offer."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer to one candidate; a step that has a date is done. Before a choice it has no candidate."""

    id: Annotated[OfferId, SHAREABLE]
    search: Annotated[SearchId, SHAREABLE]
    presentation: Annotated[PresentationId | None, SHAREABLE] = None
    candidate: SharedName | None = None
    chosen_on: Annotated[date | None, SHAREABLE] = None
    salary_talk_on: Annotated[date | None, SHAREABLE] = None
    terms_approved_on: Annotated[date | None, SHAREABLE] = None
    verbal_offer_on: Annotated[date | None, SHAREABLE] = None
    verbal_answer: Annotated[VerbalAnswer | None, SHAREABLE] = None
    verbal_answer_on: Annotated[date | None, SHAREABLE] = None
    written_offer_on: Annotated[date | None, SHAREABLE] = None
    expires_on: Annotated[date | None, SHAREABLE] = None
    signed_on: Annotated[date | None, SHAREABLE] = None
    start_on: Annotated[date | None, SHAREABLE] = None
    declined_on: Annotated[date | None, SHAREABLE] = None
    declined_reason: SharedLine | None = None
    what_changes: SharedLine | None = None

    def day_of(self, step: Step) -> date | None:
        """The day a step was done, None while it is open; a verbal no is no verbal yes."""
        if step is Step.YES and self.verbal_answer is not VerbalAnswer.YES:
            return None
        day: date | None = getattr(self, _HOLDS[step][0])
        return day

    @property
    def is_live(self) -> bool:
        """Whether it goes to somebody who has not declined it."""
        return self.candidate is not None and self.declined_on is None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to be done."""
        return self.declined_on is None and self.signed_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferOverride:
    """A step recorded out of its order, and why; private, and it stays in sight."""

    id: OfferOverrideId
    offer: OfferId
    step: Name
    reason: Line
    on_day: date


class Link(NamedTuple):
    """A step and one that comes before it, and what is said while that has no day, or has a later one."""

    step: Step
    before: Step
    lacks: Callable[[], str]
    early: Callable[[], str]


# The order, whole: the salary talk may be handed over at any time before the verbal offer.
LINKS = (
    Link(
        Step.TERMS, Step.CHOSEN, lambda: _("The terms are approved after somebody is chosen."),
        lambda: _("The terms cannot be approved before the day somebody was chosen."),
    ),
    Link(
        Step.VERBAL, Step.SALARY_TALK, lambda: _("The verbal offer comes after the salary talk is handed to you."),
        lambda: _("The verbal offer cannot be before the day the salary talk was handed to you."),
    ),
    Link(
        Step.VERBAL, Step.TERMS, lambda: _("The verbal offer comes after the terms are approved."),
        lambda: _("The verbal offer cannot be before the day the terms were approved."),
    ),
    Link(
        Step.YES, Step.VERBAL, lambda: _("The verbal yes comes after the verbal offer."),
        lambda: _("The verbal yes cannot be before the day of the verbal offer."),
    ),
    Link(
        Step.WRITTEN, Step.YES, lambda: _("The written offer opens after the verbal yes."),
        lambda: _("The written offer cannot be before the day of the verbal yes."),
    ),
    Link(
        Step.SIGNED, Step.WRITTEN, lambda: _("The signature comes after the written offer."),
        lambda: _("The signature cannot be before the day of the written offer."),
    ),
)  # fmt: skip

# What an offer holds of each step: first the field of its day.
_HOLDS = {
    Step.CHOSEN: ("chosen_on", "candidate", "presentation"),
    Step.SALARY_TALK: ("salary_talk_on",),
    Step.TERMS: ("terms_approved_on",),
    Step.VERBAL: ("verbal_offer_on",),
    Step.YES: ("verbal_answer_on", "verbal_answer"),
    Step.WRITTEN: ("written_offer_on", "expires_on"),
    Step.SIGNED: ("signed_on", "start_on"),
}


# What may be done while nobody is chosen yet.
_BEFORE_A_CHOICE = (Step.CHOSEN, Step.SALARY_TALK)


def with_step(offer: Offer, step: Step, on: date, **beside: Any) -> Offer:
    """The offer with a step done on a day, and what the step brings beside it; None leaves what was there."""
    if step is Step.YES:
        beside["verbal_answer"] = VerbalAnswer.YES
    brought = {name: value for name, value in beside.items() if value is not None}
    return replace(offer, **{_HOLDS[step][0]: on, **brought})


def without_step(offer: Offer, step: Step) -> Offer:
    """The offer as if a step had not been done."""
    nothing: dict[str, Any] = dict.fromkeys(_HOLDS[step])
    return replace(offer, **nothing)


def without_decline(offer: Offer) -> Offer:
    """The offer as it was before it was declined; a verbal no goes with it."""
    if offer.verbal_answer is VerbalAnswer.NO:
        offer = without_step(offer, Step.YES)
    return replace(offer, declined_on=None, declined_reason=None, what_changes=None)


def open_links(offer: Offer, step: Step) -> list[Link]:
    """What a step that is not done yet still waits for."""
    return [each for each in LINKS if each.step is step and offer.day_of(each.before) is None]


def broken_links(offer: Offer, overridden: Collection[str] = ()) -> list[Link]:
    """Where the steps that are done do not stand in their order; steps recorded anyway are left out."""
    return [each for each in LINKS if each.step not in overridden and _is_broken(offer, each)]


def said_of(offer: Offer, link: Link) -> str:
    """What is wrong with a broken link, in one sentence."""
    return link.early() if offer.day_of(link.before) else link.lacks()


def is_free(offer: Offer, step: Step, overridden: Collection[str] = ()) -> bool:
    """Whether a step that is done can be taken back: no other stands on it."""
    if step is Step.CHOSEN and any(offer.day_of(each) for each in Step if each not in _BEFORE_A_CHOICE):
        return False
    return offer.day_of(step) is not None and not broken_links(without_step(offer, step), overridden)


def last_step(offer: Offer) -> Step | None:
    """The latest step that is done, None before the first."""
    return next((step for step in reversed(Step) if offer.day_of(step) is not None), None)


def _is_broken(offer: Offer, link: Link) -> bool:
    day, before = offer.day_of(link.step), offer.day_of(link.before)
    return day is not None and (before is None or day < before)
