"""The order of an offer's steps: one table, against a slow and obvious reading of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.offers import (
    Offer,
    OfferId,
    Step,
    VerbalAnswer,
    broken_links,
    is_free,
    last_step,
    open_links,
    said_of,
    with_step,
    without_decline,
    without_step,
)
from app.domain.searches import SearchId

DAY = date(2026, 11, 2)
EMPTY = Offer(id=OfferId(1), search=SearchId(1), candidate="Farouk, Nadine")
# What a person would say, step by step.
COMES_AFTER = {
    Step.CHOSEN: (), Step.SALARY_TALK: (), Step.TERMS: (Step.CHOSEN,), Step.VERBAL: (Step.SALARY_TALK, Step.TERMS),
    Step.YES: (Step.VERBAL,), Step.WRITTEN: (Step.YES,), Step.SIGNED: (Step.WRITTEN,),
}  # fmt: skip

days = st.dictionaries(st.sampled_from(list(Step)), st.integers(0, 6), max_size=7)


def offer_with(steps: dict[Step, int]) -> Offer:
    offer = EMPTY
    for step, at in steps.items():
        offer = with_step(offer, step, DAY + timedelta(days=at))
    return offer


@given(days)
def test_what_is_out_of_order_is_what_a_person_would_say(steps: dict[Step, int]) -> None:
    wrong = {
        (step, before) for step in steps for before in COMES_AFTER[step]
        if before not in steps or steps[before] > steps[step]
    }  # fmt: skip

    assert {(each.step, each.before) for each in broken_links(offer_with(steps))} == wrong


@given(days, st.sets(st.sampled_from(list(Step))))
def test_a_step_recorded_anyway_is_excused_and_no_other(steps: dict[Step, int], anyway: set[Step]) -> None:
    offer = offer_with(steps)

    assert {each.step for each in broken_links(offer, anyway)} == {e.step for e in broken_links(offer)} - anyway


@given(days, st.sampled_from(list(Step)))
def test_taking_a_step_back_leaves_nothing_of_it(steps: dict[Step, int], step: Step) -> None:
    without = without_step(offer_with(steps), step)

    assert without.day_of(step) is None
    assert all(without.day_of(each) == offer_with(steps).day_of(each) for each in Step if each is not step)


@pytest.mark.parametrize(
    ("step", "before", "says"),
    [
        (Step.TERMS, Step.CHOSEN, "The terms are approved after somebody is chosen."),
        (Step.VERBAL, Step.TERMS, "The verbal offer comes after the terms are approved."),
        (Step.YES, Step.VERBAL, "The verbal yes comes after the verbal offer."),
        (Step.WRITTEN, Step.YES, "The written offer opens after the verbal yes."),
        (Step.SIGNED, Step.WRITTEN, "The signature comes after the written offer."),
    ],
)
def test_what_a_step_waits_for_is_one_sentence(step: Step, before: Step, says: str) -> None:
    link = next(each for each in open_links(EMPTY, step) if each.before is before)

    assert link.lacks() == says
    assert said_of(with_step(EMPTY, before, DAY), link) != says


def test_a_verbal_no_is_no_verbal_yes() -> None:
    declined = Offer(
        id=OfferId(1), search=SearchId(1), candidate="A", verbal_offer_on=DAY, verbal_answer=VerbalAnswer.NO,
        verbal_answer_on=DAY, declined_on=DAY, declined_reason="Pay",
    )  # fmt: skip

    assert declined.day_of(Step.YES) is None
    assert not declined.is_open
    assert without_decline(declined) == Offer(id=OfferId(1), search=SearchId(1), candidate="A", verbal_offer_on=DAY)


def test_only_what_nothing_stands_on_can_be_taken_back() -> None:
    offer = offer_with({Step.CHOSEN: 0, Step.SALARY_TALK: 0, Step.TERMS: 1, Step.VERBAL: 2})

    assert [step for step in Step if is_free(offer, step)] == [Step.VERBAL]
    assert [step for step in Step if is_free(without_step(offer, Step.VERBAL), step)] == [Step.SALARY_TALK, Step.TERMS]
    assert last_step(offer) is Step.VERBAL
    assert last_step(EMPTY) is None
