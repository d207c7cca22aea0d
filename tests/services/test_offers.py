"""Closing together: the order is kept, or there is a reason that stays; each step can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import AppError, InputError
from app.domain.offers import LINKS, Offer, OfferId, Step, VerbalAnswer
from app.domain.searches import CandidateStage, PresentationId, SearchId, Stage
from app.services import candidates, closing, offers, searches
from app.services.arguments import perform
from app.services.office import Office
from app.services.reading import show, undo
from builders import Clock, amara, memory_office

TODAY = date(2026, 11, 24)
Made = tuple[Office, SearchId, list[PresentationId]]


def began(folder: Path, headcount: int = 1) -> Made:
    office = memory_office(folder, Clock())
    search = SearchId(searches.open_search(office, amara(office), title="Backend", headcount=headcount).id)
    people = [candidates.present(office, search, candidate=name).id for name in ("Farouk, Nadine", "Iversen, Jon")]
    return office, search, [PresentationId(each) for each in people]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return began(tmp_path)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def upto(made: Made, last: Step, person: int = 0) -> OfferId:
    """An offer on which everything up to a step was done, each a day after the one before."""
    office, search, people = made
    offers.salary_talk(office, search, on=ago(9))
    number = OfferId(offers.choose(office, people[person], on=ago(8)).id)
    steps: dict[Step, Callable[[], object]] = {
        Step.TERMS: lambda: offers.terms(office, number, on=ago(7)),
        Step.VERBAL: lambda: offers.verbal(office, number, on=ago(6)),
        Step.YES: lambda: offers.answer(office, number, answer=VerbalAnswer.YES, on=ago(5)),
        Step.WRITTEN: lambda: offers.written(office, number, on=ago(4), expires_on=TODAY),
        Step.SIGNED: lambda: offers.sign(office, number, on=ago(3), start_on=date(2027, 1, 4)),
    }
    for step in [each for each in steps if list(Step).index(each) <= list(Step).index(last)]:
        steps[step]()
    return number


def test_the_whole_way_leaves_every_day(made: Made) -> None:
    office, search, people = made
    offer = office.offers.get(upto(made, Step.SIGNED))

    assert [offer.day_of(step) for step in Step] == [ago(8), ago(9), *(ago(days) for days in (7, 6, 5, 4, 3))]
    assert (offer.candidate, offer.expires_on, offer.start_on) == ("Farouk, Nadine", TODAY, date(2027, 1, 4))
    assert office.presentations.get(people[0]).stage is CandidateStage.CHOSEN
    assert office.searches.get(search).stage is Stage.OFFER
    found = closing.closing(office, search)
    assert (found.can_close, found.can_choose_more, found.signed) == (True, False, offer.id)


@pytest.mark.parametrize(
    ("done", "act", "field", "says"),
    [
        (Step.CHOSEN, offers.verbal, "step", "The verbal offer comes after the terms are approved."),
        (Step.TERMS, offers.written, "step", "The written offer opens after the verbal yes."),
        (Step.VERBAL, offers.written, "step", "The written offer opens after the verbal yes."),
    ],
)
def test_a_step_out_of_its_turn_is_refused(
    made: Made, done: Step, act: Callable[..., object], field: str, says: str
) -> None:
    offer = upto(made, done)

    with pytest.raises(InputError) as refused:
        act(made[0], offer)

    assert (refused.value.field, str(refused.value)) == (field, says)


def test_days_keep_the_order_too(made: Made) -> None:
    office, search, people = made
    offer = upto(made, Step.VERBAL)
    for act, says in (
        (
            lambda: offers.answer(office, offer, answer=VerbalAnswer.YES, on=ago(7)),
            "before the day of the verbal offer",
        ),
        (lambda: offers.terms(office, offer, on=ago(1)), "before the day the terms were approved"),
        (lambda: offers.salary_talk(office, search, on=ago(1)), "before the day the salary talk"),
        (lambda: offers.choose(office, people[0], on=ago(2)), "before the day somebody was chosen"),
        (lambda: offers.verbal(office, offer, on=TODAY + timedelta(days=1)), "has not come yet"),
    ):
        with pytest.raises(InputError, match=says) as refused:
            act()
        assert refused.value.field == "on"


def test_recorded_anyway_needs_a_reason_that_stays(made: Made) -> None:
    office, search, _people = made
    offer = upto(made, Step.TERMS)
    with pytest.raises(InputError) as refused:
        offers.record_anyway(office, offer, step=Step.WRITTEN, reason=" ")
    assert refused.value.field == "reason"
    with pytest.raises(InputError, match="turn of this step"):
        offers.record_anyway(office, offer, step=Step.VERBAL, reason="Why not")

    offers.record_anyway(office, offer, step=Step.WRITTEN, reason="Their other offer ends tonight")
    offers.sign(office, offer, start_on=date(2027, 1, 4))

    rows = {each.step: each for each in closing.closing(office, search).ways[0].rows}
    assert rows[Step.WRITTEN].anyway == "Their other offer ends tonight"
    assert show(office, "offer", offer)["overrides"][0]["reason"] == "Their other offer ends tonight"
    offers.take_back(office, offer)
    offers.take_back(office, offer)
    assert office.offer_overrides.of(offer) == []


@pytest.mark.parametrize("last", [Step.VERBAL, Step.YES, Step.WRITTEN])
def test_declined_needs_its_reason_and_another_can_follow(made: Made, last: Step) -> None:
    office, search, people = made
    first = upto(made, last)
    with pytest.raises(InputError) as refused:
        offers.decline(office, first, reason="")
    assert refused.value.field == "reason"

    offers.decline(office, first, reason="The commute", what_changes="Two days at home")
    second = OfferId(offers.choose(office, people[1]).id)

    assert second != first
    assert office.offers.get(second).salary_talk_on == ago(9)
    assert office.presentations.get(people[0]).stage is CandidateStage.OUT
    past = closing.closing(office, search).past
    assert [(each.title, each.second) for each in past] == [
        ("Nadine Farouk declined 24 Nov", "The commute. What changes: Two days at home")
    ]
    with pytest.raises(InputError, match="was declined"):
        offers.terms(office, first)


@pytest.mark.parametrize("step", list(Step))
def test_one_undo_takes_each_step_back(made: Made, step: Step) -> None:
    office, _search, _people = made
    before = [Step.SALARY_TALK, *(each for each in Step if each is not Step.SALARY_TALK)]
    if step in before[2:]:
        offer = upto(made, before[before.index(step) - 1])
        known = office.offers.get(offer)
        upto_step = {
            Step.TERMS: lambda: offers.terms(office, offer), Step.VERBAL: lambda: offers.verbal(office, offer),
            Step.YES: lambda: offers.answer(office, offer, answer=VerbalAnswer.YES),
            Step.WRITTEN: lambda: offers.written(office, offer),
            Step.SIGNED: lambda: offers.sign(office, offer, start_on=TODAY),
        }[step]  # fmt: skip
        label = upto_step().label
        assert undo(office) == label
        assert office.offers.get(offer) == known
    else:
        change = offers.salary_talk(office, made[1]) if step is Step.SALARY_TALK else offers.choose(office, made[2][0])
        assert undo(office) == change.label
        assert office.offers.of(made[1]) == []
        assert office.searches.get(made[1]).stage is Stage.INTAKE


def test_taken_back_to_the_beginning_nothing_is_left(made: Made) -> None:
    office, search, people = made
    offer = upto(made, Step.SIGNED)
    with pytest.raises(InputError, match="Take that one back first"):
        offers.take_back(office, offer, step=Step.VERBAL)

    for _step in (Step.SIGNED, Step.WRITTEN, Step.YES, Step.VERBAL, Step.TERMS):
        offers.take_back(office, offer)
    offers.take_back(office, offer, step=Step.CHOSEN)
    offers.take_back(office, offer)

    assert office.offers.of(search) == []
    assert office.presentations.get(people[0]).stage is CandidateStage.FINALIST
    assert office.searches.get(search).stage is Stage.INTAKE


def test_as_many_are_chosen_as_the_search_is_for(tmp_path: Path) -> None:
    office, search, people = began(tmp_path, headcount=2)
    third = PresentationId(candidates.present(office, search, candidate="Bell, Ottilie").id)
    for person in people:
        offers.choose(office, person)

    with pytest.raises(InputError, match="Farouk, Nadine, Iversen, Jon"):
        offers.choose(office, third)
    assert [way.candidate for way in closing.closing(office, search).ways] == ["Farouk, Nadine", "Iversen, Jon"]


def test_a_closed_search_takes_no_choice(made: Made) -> None:
    office, search, people = made
    searches.close(office, search)

    with pytest.raises(InputError, match="closed"):
        offers.choose(office, people[0])


def test_deleted_is_gone_and_the_candidate_back_among_the_finalists(made: Made) -> None:
    office, search, people = made
    offers.delete(office, upto(made, Step.YES))

    assert office.offers.of(search) == []
    assert office.presentations.get(people[0]).stage is CandidateStage.FINALIST
    assert office.searches.get(search).stage is Stage.INTAKE


def deeds(made: Made, offer: OfferId, day: date) -> Iterator[Callable[[], object]]:
    """Everything that can be done with an offer on a day."""
    office, search, people = made
    yield lambda: offers.choose(office, people[0], on=day)
    yield lambda: offers.choose(office, people[1], on=day)
    yield lambda: offers.salary_talk(office, search, on=day)
    yield lambda: offers.terms(office, offer, on=day)
    yield lambda: offers.verbal(office, offer, on=day)
    yield lambda: offers.answer(office, offer, answer=VerbalAnswer.YES, on=day)
    yield lambda: offers.answer(office, offer, answer=VerbalAnswer.NO, on=day, reason="Pay")
    yield lambda: offers.written(office, offer, on=day)
    yield lambda: offers.sign(office, offer, start_on=TODAY, on=day)
    yield lambda: offers.take_back(office, offer)
    yield lambda: offers.delete(office, offer)
    for step in Step:
        yield lambda step=step: offers.record_anyway(  # type: ignore[misc]
            office, offer, step=step, reason="Told so", on=day, start_on=TODAY
        )
        yield lambda step=step: offers.take_back(office, offer, step=step)  # type: ignore[misc]


def is_in_order(office: Office, offer: Offer) -> bool:
    """Every step after what it comes after, on a later day or the same; or a reason is kept for it."""
    excused = {each.step for each in office.offer_overrides.of(offer.id)}
    for link in LINKS:
        day, before = offer.day_of(link.step), offer.day_of(link.before)
        if day is not None and link.step not in excused and (before is None or before > day):
            return False
    return True


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 24), st.integers(1, 3), st.integers(0, 4)), max_size=40))
def test_whatever_is_done_the_order_is_kept_or_has_a_reason(acts: list[tuple[int, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        made = began(Path(folder))
        office, search, _people = made
        for which, offer, back in acts:
            with suppress(AppError):
                list(deeds(made, OfferId(offer), ago(back)))[which]()
            found = office.offers.of(search)
            assert all(is_in_order(office, each) for each in found)
            assert sum(each.is_live for each in found) <= 1
        office.close()


def test_the_same_way_is_gone_in_the_terminal(made: Made) -> None:
    office, search, people = made
    for action, typed in (
        ("offer.salary-talk", {"search": str(search), "on": "2026-11-15"}),
        ("offer.choose", {"presentation": str(people[0]), "on": "2026-11-16"}),
        ("offer.terms", {"offer": "1", "on": "2026-11-17"}),
        ("offer.verbal", {"offer": "1", "on": "2026-11-18"}),
        ("offer.answer", {"offer": "1", "answer": "yes", "on": "2026-11-19"}),
        ("offer.written", {"offer": "1", "on": "2026-11-20", "expires_on": "2026-11-24"}),
        ("offer.sign", {"offer": "1", "on": "2026-11-21", "start_on": "2027-01-04"}),
        ("celebration.plan", {"offer": "1", "form": "lunch", "at": "2026-12-04T12:30", "place": "The canal bank"}),
        ("anniversary.done", {"offer": "1", "milestone": "day 30"}),
    ):
        perform(office, action, typed)
    by_terminal = office.offers.get(OfferId(1))
    undo(office)
    undo(office)
    for _step in Step:
        offers.take_back(office, OfferId(1))

    assert by_terminal == office.offers.get(upto(made, Step.SIGNED))
