"""Every action with every value of it that is words, read from the registry, so that a new one is covered by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NewType, get_args

from app.domain.clocks import Clock as PromiseClock
from app.domain.clocks import Once
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId, Side
from app.domain.fields import text_rules
from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import CaptureKind
from app.domain.offers import OfferId, VerbalAnswer
from app.domain.requirements import RequirementKind
from app.domain.satisfaction import Approval, ProposalId
from app.domain.searches import PresentationId, SearchId
from app.domain.text import BODY, clean
from app.services import (
    alternatives,
    candidates,
    ending,
    expectations,
    follow_ups,
    market,
    meetings,
    notes,
    offers,
    predecessor,
    process,
    proposals,
    questions,
    reading,
    requirements,
    satisfaction,
    searches,
    sourcing,
    talks,
    templates,
)
from app.services.arguments import _plain, parameters, perform
from app.services.changes import Change
from app.services.documents import issue_summary
from app.services.office import Office
from app.services.registry import USE_CASES
from tests.builders import Clock, amara, memory_office, running_meeting

# These take one form only; anything else is refused with a sentence.
OF_ONE_FORM = {
    ("manager", "email"), ("manager", "zone"), ("manager", "country"), ("search", "currency"), ("setting", "key"),
    ("template", "body"), ("template", "kind"), ("agreement", "body"), ("meeting", "zone"), ("talk", "zone"),
    ("meeting", "attendees"),
}  # fmt: skip
FITTING = {
    "zone": "Europe/London",
    "currency": "GBP",
    "key": "name",
    "kind": "agenda.other",
    "body": '[{"text": "Why"}]',
    "email": "a@b.example",
}


def full_office(folder: Path) -> tuple[Office, dict[str, int]]:
    """An office with one record of each kind, and their ids by the names that actions give them."""
    clock = Clock()
    office = memory_office(folder, clock)
    manager = amara(office)
    ids = {"manager": int(manager), "search": searches.open_search(office, manager, title="Backend").id}
    held = running_meeting(office, manager)
    ids["item"] = meetings.capture(office, held, kind=CaptureKind.DECISION, text="Go").id
    clock.pass_by(minutes=20)
    ending.end(office, held)
    meeting = office.meetings.latest()
    assert meeting is not None
    ids["document"] = issue_summary(office, meeting)[1].id
    ids["meeting"] = int(running_meeting(office, manager))
    ids["talk"] = talks.add(office, manager, text="Hello").id
    ids["follow_up"] = follow_ups.add(office, manager, text="Send", due=date(2026, 12, 1)).id
    ids |= promised(office, manager)
    ids["note"] = notes.add(office, manager, title="Title").id
    asked = date(2026, 10, 5)
    ids["satisfaction"] = satisfaction.record(office, manager, score=2, on=asked, proposal="Two slots").id
    ids["proposal"] = office.proposals.of(ids["satisfaction"])[0].id
    proposals.answer(office, ProposalId(ids["proposal"]), answer=Approval.APPROVED)
    ids["presentation"] = candidates.present(office, ids["search"], candidate="Ottilie Bell").id
    ids |= role_of(office, manager, SearchId(ids["search"]))
    ids |= closed_together(office, manager)
    ids["question"] = questions.add(office, SearchId(ids["search"]), text="Why now?").id
    ids["template"] = templates.add(office, kind="agenda.other", name="Own", body=FITTING["body"]).id
    return office, ids


def promised(office: Office, manager: ManagerId) -> dict[str, int]:
    """A promise that is only proposed, one that is agreed, and one with a check-in."""
    ids = {}
    ids["proposed"] = expectations.add(office, manager, side=Side.MINE, statement="Some day").id
    ids["expectation"] = expectations.add(
        office, manager, side=Side.MINE, statement="Dates", measure="In the mail", clock=Once(by=date(2026, 11, 25)),
        agreed_on=date(2026, 11, 20),
    ).id  # fmt: skip
    due = expectations.add(
        office, manager, side=Side.MINE, statement="Done", measure="Seen", clock=Once(by=date(2026, 11, 21)),
        agreed_on=date(2026, 11, 20),
    )  # fmt: skip
    ids["answered"] = int(due.id)
    ids["check_in"] = expectations.keep(office, ExpectationId(due.id)).id
    return ids


def role_of(office: Office, manager: ManagerId, search: SearchId) -> dict[str, int]:
    """What is asked for in a search and what is known around it; one more search whose requirement is agreed."""
    predecessor.edit(office, search, **dict.fromkeys(("worked", "went_wrong", "why_left", "better"), "Told"))
    other = SearchId(searches.open_search(office, manager, title="Agreed").id)
    agreed = requirements.add(office, other, kind=RequirementKind.MUST, text="Rust").id
    requirements.agree(office, other)
    return {
        "requirement": requirements.add(office, search, kind=RequirementKind.MUST, text="Python").id,
        "agreed": agreed,
        "alternative": alternatives.add(office, search, text="Four days").id,
        "market_fact": market.add(office, search, text="340", source="map").id,
        "interview": candidates.add_interview(office, office.presentations.of(search)[0].id).id,
        "process_step": process.add(office, other, what="Feedback").id,
        "sourcing_channel": sourcing.add(office, search, channel="Network").id,
    }


def closed_together(office: Office, manager: ManagerId) -> dict[str, int]:
    """An offer that waits for its answer, and one that is signed."""
    waits, placed = (offered(office, manager, title) for title in ("Waits", "Placed"))
    offers.answer(office, placed, answer=VerbalAnswer.YES)
    offers.written(office, placed)
    offers.sign(office, placed, start_on=office.today())
    return {"offer": waits, "placed": placed}


def offered(office: Office, manager: ManagerId, title: str) -> OfferId:
    """An offer made in a search of its own."""
    search = SearchId(searches.open_search(office, manager, title=title).id)
    person = PresentationId(candidates.present(office, search, candidate="Jon Iversen").id)
    offer = OfferId(offers.choose(office, person).id)
    offers.salary_talk(office, search)
    offers.terms(office, offer)
    offers.verbal(office, offer)
    return offer


def text_keys(action: str) -> dict[str, Any]:
    """The values of an action that are words: text, lists of text, and a clock with words of its own."""
    kinds, _needed = parameters(USE_CASES[action])
    plain = {key: _plain(kind)[0] for key, kind in kinds.items()}
    return {key: kind for key, kind in plain.items() if kind in (str, tuple[str, ...]) or is_clock(kind)}


def is_clock(kind: Any) -> bool:
    return kind is PromiseClock or set(get_args(kind)) == set(get_args(PromiseClock))


# Promises are not alike: these actions want one that is only proposed, or one with a check-in.
ON_ANOTHER = {"expectation.edit": "proposed", "expectation.agree": "proposed", "checkin.remark": "answered",
              "requirement.change": "agreed", "celebration.plan": "placed", "celebration.later": "placed",
              "celebration.thanked": "placed", "anniversary.done": "placed"}  # fmt: skip


# What is agreed needs a measure, which the proposal there may lack; a no needs its reason.
ALSO = {"expectation.agree": ("measure",), "offer.answer": ("reason",)}
# Choices of which the first does not lead to words.
CHOSEN = {("offer.answer", "answer"): "no", ("offer.record-anyway", "step"): "written"}


def needed_values(action: str, ids: dict[str, int]) -> dict[str, str]:
    """Fitting values for all that an action cannot do without."""
    kinds, needed = parameters(USE_CASES[action])
    asked = [*needed, *ALSO.get(action, ())]
    return {key: fitting(action, key, _plain(kinds[key])[0], ids) for key in asked}


def fitting(action: str, key: str, kind: Any, ids: dict[str, int]) -> str:
    if key == "manager":
        return "Amara Okonkwo"
    if isinstance(kind, NewType):
        return str(ids[ON_ANOTHER.get(action, key)])
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return CHOSEN.get((action, key)) or str(next(iter(kind)))
    return FITTING.get(key) or {int: "3", bool: "yes", date: "2026-12-01", datetime: "2026-11-23T10:00"}.get(kind, "A")


def cases() -> list[tuple[str, str]]:
    """Every action with every value of it that is words."""
    return [(action, key) for action in USE_CASES for key in text_keys(action)]


def as_typed(action: str, key: str, text: str) -> str:
    """The words as this value takes them."""
    if action == "talk.log":
        return f"call: x{text}"
    return f"until {text}" if is_clock(text_keys(action)[key]) else text


def kept(text: str, *, of_list: bool, of_clock: bool) -> set[str]:
    """What may be read back: the text with what cannot be kept shown, on one line where the field has one."""
    whole = {clean(part, "", "", BODY, lines=lines) for part in [text] for lines in (True, False)}
    if of_list:
        return {clean(part, "", "", BODY, lines=False) for part in text.split(",") if part.strip()}
    return {" ".join(each.split()) for each in whole} if of_clock else whole


def leaves(value: Any) -> Iterator[str]:
    """Every text in what `show` gives."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)
    elif isinstance(value, str):
        yield value


def read_back(office: Office, action: str, change: Any) -> set[str]:
    if action.startswith("setting."):
        return {office.settings.name}
    return set(leaves(json.loads(json.dumps(reading.show(office, change.record, change.id)))))


def attempt(office: Office, action: str, typed: dict[str, str]) -> Change | str:
    """What the action did, or the sentence that refuses it."""
    try:
        return perform(office, action, typed)
    except InputError as error:
        return str(error)


def limit_of(action: str, key: str) -> int:
    """The limit of a value, read from the record it becomes a part of; the largest where the name differs."""
    record = USE_CASES[action].record or RECORD_OF.get(action.partition(".")[0])
    rule = text_rules(record).get(key) if record else None
    return rule.limit if rule else BODY


RECORD_OF: dict[str, Any] = {"manager": HiringManager}
