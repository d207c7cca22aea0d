"""Large samples: decades of invented work, in numbers that are exact and words that hardly repeat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.managers import HiringManager, ManagerStatus
from app.domain.notes import Note
from app.domain.searches import Answer, MarketFact, Presentation, Search, Stage, StageChange
from app.services.office import Office
from app.services.sample import (
    heavy_candidates,
    heavy_intake,
    heavy_noes,
    heavy_offers,
    heavy_promises,
    heavy_satisfaction,
    heavy_search,
    heavy_talks,
)
from app.services.sample.decades import Decades, Relation, Shape
from app.services.sample.invention import Person

SHAPES = {
    "gold": Shape(
        managers=1_260, active=60, searches=3_000, meetings=24_000, captured_items=140_000, talks=176_000,
        notes=56_000, expectations=42_000, check_ins=500_000, follow_ups=72_000, presentations=30_000,
        largest_log=5_000,
    ),
    "stress": Shape(
        managers=4_000, active=190, searches=10_000, meetings=75_000, captured_items=450_000, talks=1_000_000,
        notes=170_000, expectations=130_000, check_ins=1_500_000, follow_ups=220_000, presentations=100_000,
        largest_log=100_000,
    ),
}  # fmt: skip
_TRIES = 20
_STAGES = (Stage.INTAKE, Stage.SOURCING, Stage.INTERVIEWS, Stage.OFFER, Stage.CLOSED)


def filler(shape: Shape, seed: int) -> Callable[[Office], None]:
    """What writes a sample of that shape."""
    return lambda office: _fill(Decades(office, shape, seed))


def _fill(decades: Decades) -> None:
    _managers(decades)
    _searches(decades)
    _presentations(decades)
    heavy_talks.add(decades)
    heavy_promises.add(decades)
    heavy_offers.add(decades)
    heavy_search.add(decades)
    heavy_candidates.add(decades)
    heavy_intake.add(decades)
    _notes(decades)
    heavy_satisfaction.add(decades)
    decades.rows.write()
    heavy_noes.add(decades)


def _managers(decades: Decades) -> None:
    """The active ones first, of whom the first has the longest log; the others worked with you for some years."""
    voice, today = decades.voice, decades.today
    for index in range(decades.shape.managers):
        active = index < decades.shape.active
        if active:
            begun, ended = today - timedelta(days=voice.number(260, 4_000) if index else 4_300), today
        else:
            begun = today - timedelta(days=voice.number(700, 10_950))
            ended = min(begun + timedelta(days=voice.number(250, 2_600)), today - timedelta(days=100))
        person = _stranger(decades)
        company = voice.company()
        status = ManagerStatus.ACTIVE if active else voice.pick((ManagerStatus.ARCHIVED, ManagerStatus.PARTED))
        latin = (person.romanised or person.name).casefold().replace(" ", ".")
        number = decades.rows.add(
            "manager", decades.at(begun, person.zone), HiringManager, name=person.name, romanised=person.romanised,
            called=person.called, family=person.family, title=voice.one_of("titles"), company=company,
            email=f"{latin}@{company.casefold().replace(' ', '')}.example", zone=person.zone, country=person.country,
            language=person.language, cadence_days=voice.pick((7, 10, 14, 14, 21, 28)), status=status,
        )  # fmt: skip
        decades.relations.append(Relation(
            id=number, name=person.name, zone=ZoneInfo(person.zone), country=person.country,
            language=person.language, begun=begun, ended=ended, active=active,
        ))  # fmt: skip


def _stranger(decades: Decades) -> Person:
    """Somebody whose name nobody else has, as far as chance allows."""
    known = {each.name for each in decades.relations}
    found = decades.voice.person()
    for _turn in range(_TRIES):
        if found.name not in known:
            break
        found = decades.voice.person()
    return found


def _searches(decades: Decades) -> None:
    voice = decades.voice
    fresh = min(decades.shape.active, decades.shape.searches // 2)
    for index, relation in enumerate([*decades.relations[:fresh], *decades.spread(decades.shape.searches - fresh)]):
        # Every active manager has a search that runs.
        opened = decades.today - timedelta(days=voice.number(5, 90)) if index < fresh else decades.day_in(relation)
        closed: date | None = opened + timedelta(days=voice.number(25, 160))
        assert closed is not None
        if index < fresh or closed > decades.today:
            closed = None
        stage = Stage.CLOSED if closed else voice.pick(_STAGES[:4])
        low = voice.number(30, 140) * 100_000
        number = decades.rows.add(
            "search", decades.at(opened), Search, manager=relation.id, title=voice.one_of("roles"),
            location=voice.one_of("places"), opened_on=opened, salary_min=low, salary_max=low * 6 // 5,
            currency=voice.pick(("EUR", "GBP", "USD")), stage=stage, closed_on=closed,
        )  # fmt: skip
        until = closed or decades.today
        relation.searches.append((opened, until, number))
        reached = _STAGES[: _STAGES.index(stage) + 1]
        for step, each in enumerate(reached):
            on = opened + (until - opened) * step // len(reached)
            decades.rows.add("stage_change", decades.at(on), StageChange, search=number, stage=each, on_day=on)
        on = opened + (until - opened) // 4
        fact = voice.say("note", decades.candidates)
        decades.rows.add("market_fact", decades.at(on), MarketFact, search=number, text=fact, source="own outreach",
                         on_day=on, shown_on=on)  # fmt: skip


def _presentations(decades: Decades) -> None:
    voice = decades.voice
    searches = [(relation, search) for relation in decades.relations for search in relation.searches]
    now = decades.office.now()
    for (relation, (opened, until, number)), count in zip(
        searches, decades.shares(decades.shape.presentations, len(searches)), strict=True
    ):
        for _turn in range(count):
            on = opened + timedelta(days=voice.number(0, max((until - opened).days, 0)))
            presented_at = min(decades.at(on, relation.zone.key), now - timedelta(hours=1))
            answered_at: datetime | None = presented_at + timedelta(hours=voice.number(2, 90))
            if answered_at is not None and answered_at > now:
                answered_at = None
            answer = voice.pick((Answer.YES, Answer.NO, Answer.NO, Answer.QUESTION)) if answered_at else None
            reason = voice.say("reason", decades.candidates) if answer is Answer.NO else None
            shown = decades.rows.add(
                "presentation", answered_at or presented_at, Presentation, search=number,
                candidate=voice.pick(decades.candidates), presented_at=presented_at, answer=answer,
                answered_at=answered_at, reason=reason,
            )  # fmt: skip
            if answer is Answer.NO:
                decades.noes[number].append(shown)
            if relation.active:
                relation.shown.append((shown, presented_at, answered_at))


def _notes(decades: Decades) -> None:
    voice = decades.voice
    written = sorted(
        ((decades.day_in(relation), relation) for relation in decades.spread(decades.shape.notes)),
        key=lambda each: (each[0], each[1].id),
    )
    for on, relation in written:
        language = relation.language if voice.happens(0.4) else "en"
        lines = [voice.say("note", decades.candidates, language) for _turn in range(voice.number(1, 4))]
        first, *others = lines
        body = "\n".join([first, "", *(f"- {line}" for line in others)]) if others else first
        decades.rows.add(
            "note", decades.at(on), Note, manager=relation.id, search=relation.search_on(on),
            title=voice.say("title", decades.candidates), body=body, shareable=voice.happens(0.3),
        )  # fmt: skip
