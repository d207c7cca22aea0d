"""Closing together as the card of a search shows it: each step in words, with its day and what it waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import short_day_words
from app.domain.offers import Offer, OfferId, Step, is_free, open_links
from app.domain.searches import Answer, CandidateStage, Presentation, Search, SearchId, Stage, in_a_sentence
from app.domain.text import isolated
from app.services.offers import has_room
from app.services.office import Office
from app.words import _


class State(StrEnum):
    """Whether a step is done, can be done now, waits for another, or is locked until another is done."""

    DONE = "done"
    NEXT = "next"
    WAITING = "waiting"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step: what it is and whose, below it its day; `waits` says why it is not its turn.

    `anyway` is the reason it was recorded out of its turn with; it stays in sight. A `free` one can be taken back.
    """

    step: Step
    title: str
    second: str
    state: State
    waits: str = ""
    anyway: str = ""
    free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way to one signature; `offer` is 0 before anything was recorded."""

    offer: OfferId
    candidate: str
    rows: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An offer that is over: declined, or signed while the search goes on."""

    offer: OfferId
    title: str
    second: str
    declined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The card: the ways that are open, or the last one; what is over; and what is offered now."""

    search: Search
    name: str
    ways: tuple[Way, ...]
    past: tuple[Past, ...]
    can_choose_more: bool
    can_close: bool
    signed: OfferId


def closing(office: Office, search: SearchId) -> Closing:
    """How far the offers of a search are; raises `NotFoundError` when it was deleted."""
    known = office.searches.get(search)
    name = isolated(office.managers.get(known.manager).first_name)
    offers = office.offers.of(search)
    room = known.stage is not Stage.CLOSED and has_room(office, known)
    shown = [each for each in offers if each.is_open] or _to_begin_with(known, offers, room=room)
    signed = [each for each in offers if each.signed_on is not None and each.declined_on is None]
    return Closing(
        search=known, name=name, ways=tuple(_way(office, each, name) for each in shown),
        past=tuple(_past(each, office.today()) for each in offers if each not in shown),
        can_choose_more=room and all(each.candidate is not None for each in shown),
        can_close=known.stage is not Stage.CLOSED and len(signed) >= known.headcount,
        signed=signed[-1].id if signed else OfferId(0),
    )  # fmt: skip


def choosable(office: Office, search: SearchId) -> list[Presentation]:
    """Who was presented and neither declined nor was declined; those furthest on first."""
    order = [CandidateStage.CHOSEN, CandidateStage.FINALIST, CandidateStage.INTERVIEW, CandidateStage.PRESENTED]
    found = [
        each for each in office.presentations.of(search)
        if each.stage is not CandidateStage.OUT and each.answer is not Answer.NO
    ]  # fmt: skip
    return sorted(found, key=lambda each: order.index(each.stage))


def _to_begin_with(search: Search, offers: Sequence[Offer], *, room: bool) -> list[Offer]:
    """A way nobody has gone yet, on which the salary talk stays handed over; in a search that is filled, the last."""
    live = [each for each in offers if each.is_live]
    if live and not room:
        return live[-1:]
    handed = next((each.salary_talk_on for each in reversed(offers) if each.salary_talk_on), None)
    return [Offer(id=OfferId(0), search=search.id, salary_talk_on=handed)]


def _way(office: Office, offer: Offer, name: str) -> Way:
    reasons = {each.step: each.reason for each in office.offer_overrides.of(offer.id)}
    # What the manager approves is only asked for once there is somebody to approve it for.
    steps = [step for step in Step if step is not Step.TERMS or offer.candidate is not None]
    rows = tuple(_row(offer, step, name, reasons, office.today()) for step in steps)
    return Way(offer=offer.id, candidate=offer.candidate or "", rows=rows)


def _row(offer: Offer, step: Step, name: str, reasons: Mapping[str, str], today: date) -> StepRow:
    day = offer.day_of(step)
    waits = next((link.lacks() for link in open_links(offer, step)), "") if day is None else ""
    state = State.DONE if day is not None else State.WAITING if waits else State.NEXT
    if step is Step.WRITTEN and state is State.WAITING:
        state = State.LOCKED
    second = _("opens after the verbal yes") if state is State.LOCKED else ""
    return StepRow(
        step=step, title=_title(offer, step, name), state=state, waits=waits, anyway=reasons.get(step, ""),
        second=_second(offer, step, day, today) if day else second,
        free=bool(offer.id) and is_free(offer, step, reasons),
    )  # fmt: skip


def _title(offer: Offer, step: Step, name: str) -> str:
    titles = {
        Step.CHOSEN: _("{name} chose {candidate}") if offer.candidate else _("{name} chooses"),
        Step.SALARY_TALK: _("{name} hands salary talk to you"),
        Step.TERMS: _("{name} approved the terms") if offer.terms_approved_on else _("{name} approves the terms"),
        Step.VERBAL: _("Verbal offer, by you"), Step.YES: _("Verbal yes"), Step.WRITTEN: _("Written offer"),
        Step.SIGNED: _("Signed, then celebrate together"),
    }  # fmt: skip
    return titles[step].format(name=name, candidate=_called(offer))


def _second(offer: Offer, step: Step, day: date, today: date) -> str:
    """The day of a step that is done, and what belongs to it."""
    if step is Step.SALARY_TALK:
        sentence = _("agreed {day}")
    elif step is Step.YES:
        sentence = _("{candidate}, {day}")
    elif step is Step.WRITTEN and offer.expires_on is not None:
        sentence = _("{day}, stands until {until}")
    elif step is Step.SIGNED:
        sentence = _("{day}, starts {start}")
    else:
        sentence = _("{day}")
    return sentence.format(
        day=short_day_words(day, today), candidate=_called(offer), until=_words(offer.expires_on, today),
        start=_words(offer.start_on, today),
    )  # fmt: skip


def _called(offer: Offer) -> str:
    return in_a_sentence(offer.candidate or "")


def _words(day: date | None, today: date) -> str:
    return short_day_words(day, today) if day is not None else ""


def _past(offer: Offer, today: date) -> Past:
    if offer.declined_on is None:
        title, second = _("{candidate} signed {day}"), _("starts {start}")
    elif offer.what_changes:
        title, second = _("{candidate} declined {day}"), _("{reason} What changes: {changes}")
    else:
        title, second = _("{candidate} declined {day}"), _("{reason}")
    day = offer.declined_on or offer.signed_on
    return Past(
        offer=offer.id, declined=offer.declined_on is not None,
        title=title.format(candidate=_called(offer), day=_words(day, today)),
        second=second.format(
            reason=_sentence(offer.declined_reason), changes=offer.what_changes, start=_words(offer.start_on, today)
        ),
    )  # fmt: skip


def _sentence(words: str | None) -> str:
    """With a full stop, as others follow it."""
    said = (words or "").strip()
    return said if said[-1:] in (".", "!", "?", "") else f"{said}."
