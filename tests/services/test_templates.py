"""Templates: built-in ones that can be read and used, your own that count instead, and what cannot be one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.clock_words import parse_clock
from app.domain.clocks import Deed, Event, Standing, Within
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.meetings import MeetingKind
from app.domain.templates import TemplateId
from app.services import agreements, expectations, reading, satisfaction, templates
from app.services.dues import open_promises_of
from app.services.office import Office
from app.services.template_kinds import kind_of, kinds, points_in
from tests.builders import NOW, amara, memory_office

QUESTION = json.dumps([{"text": "What would you miss?"}])


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return memory_office(tmp_path)


@pytest.mark.parametrize("kind", [key for key in kinds() if key != "agenda.other"])
def test_every_built_in_template_is_one_that_could_be_your_own(office: Office, kind: str) -> None:
    points = templates.points_for(office, kind)

    assert points_in(kind_of(kind), json.dumps(points)) == points
    assert points == next(each.built_in for each in templates.shelves(office) if each.kind.key == kind)


@pytest.mark.parametrize("kind", list(kinds()))
def test_a_copy_counts_instead_until_it_is_deleted(office: Office, kind: str) -> None:
    before = templates.points_for(office, kind)
    made = TemplateId(templates.copy(office, kind=kind, name="My own").id)
    assert templates.points_for(office, kind) == (before or [{"text": "My own"}])

    points = templates.points_for(office, kind)[:1]
    templates.edit(office, made, body=json.dumps(points), name="Shorter")
    assert templates.points_for(office, kind) == points

    templates.delete(office, made)
    assert templates.points_for(office, kind) == before
    reading.undo(office)
    assert templates.points_for(office, kind) == points


def test_the_newest_of_your_own_counts(office: Office) -> None:
    for name in ("B", "A"):
        body = json.dumps([{"text": name, "minutes": 5}])
        templates.add(office, kind="agenda.intake", name=name, body=body)

    assert templates.agenda_for(office, MeetingKind.INTAKE) == [("A", 5)]


def test_your_own_parts_of_satisfaction_are_asked_for(office: Office) -> None:
    templates.add(office, kind="satisfaction", name="Short", body=json.dumps([{"text": "Candour"}]))

    assert satisfaction.parts(office) == ("Candour",)


@pytest.mark.parametrize(
    ("kind", "body", "field", "said"),
    [
        ("agenda.party", QUESTION, "kind", "There is no template called"),
        ("questions.intake", "[]", "body", "must be a list like"),
        ("questions.intake", '[{"text": "  "}]', "body", "Line 1: "),
        ("agenda.intake", '[{"text": "Why"}, {"text": "How", "minutes": 1.5}]', "body", "Line 2: The minutes"),
        ("agreement", QUESTION, "body", "Line 1: Say whose promise it is"),
        ("agreement", '[{"side": "mine", "statement": "A", "clock": "soon"}]', "body", "Line 1: Write when it is due"),
        ("agreement", '[{"side": "mine", "statement": "", "clock": "every Friday"}]', "body", "Line 1: "),
    ],
)
def test_what_cannot_be_one_is_one_sentence(office: Office, kind: str, body: str, field: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        templates.add(office, kind=kind, name="Own", body=body)

    assert refused.value.field == field
    assert office.templates.everything() == []


# The table of the domain: the promise, whose, what starts its clock and what closes it, and the range in practice.
AGREEMENT = [
    ("Hold the intake meeting", "both", Event.REQUEST, Deed.INTAKE, "24 h to 2 d"),
    ("Write a summary after each meeting", "mine", Event.MEETING_HELD, Deed.SUMMARY, "same day to 24 h"),
    ("Send the search plan", "mine", Event.INTAKE_HELD, Deed.PLAN, "24 h"),
    ("Present the first three to five people", "mine", Event.INTAKE_HELD, Deed.THREE_PEOPLE, "3 to 10 d"),
    ("Give feedback on every CV, with a reason", "theirs", Event.CV_PRESENTED, Deed.ANSWER, "24 to 72 h"),
    ("Book the interview after a yes", "mine", Event.CV_YES, Deed.INTERVIEW, "24 h"),
    ("Give feedback after an interview", "theirs", Event.INTERVIEW_HELD, Deed.FEEDBACK, "24 to 48 h"),
    ("Decide after the last interview", "theirs", Event.LAST_INTERVIEW, Deed.CHOICE, "2 to 3 d"),
    ("Approve the offer terms", "theirs", Event.DECISION, Deed.TERMS, "48 h"),
    ("Make the verbal offer after the decision", "mine", Event.DECISION, Deed.VERBAL_OFFER, "1 d"),
    ("Send the written offer after the verbal yes", "both", Event.VERBAL_YES, Deed.WRITTEN_OFFER, "1 d"),
    ("Tell every candidate where they stand", "mine", Event.CV_ANSWERED, Deed.TOLD, "3 d"),
    ("Send the status", "mine", None, None, "weekly to two-weekly"),
    ("Hold a 15 minute calibration call", "both", None, None, "10 to 15 min"),
    ("Tell me first when the role changes", "theirs", None, None, ""),
    ("Leave salary talk with candidates to me", "theirs", None, None, ""),
]


def test_the_built_in_agreement_is_the_table_of_the_domain(office: Office) -> None:
    terms = agreements.offered(office)[-1].terms
    found = []
    for each in terms:
        clock = parse_clock(each.clock, NOW.date())
        event, deed = (clock.event, clock.closed_by) if isinstance(clock, Within) else (None, None)
        found.append((each.statement, each.side, event, deed, each.range))

    assert found == AGREEMENT
    assert all(each.measure for each in terms)
    assert [isinstance(parse_clock(each.clock, NOW.date()), Standing) for each in terms[-2:]] == [True, True]


@pytest.mark.parametrize("agreed", [False, True])
def test_an_agreement_is_taken_whole_in_one_action(office: Office, agreed: bool) -> None:
    manager = amara(office)
    take = agreements.agree if agreed else agreements.propose
    change = take(office, manager)
    promises = open_promises_of(office, manager)

    assert [(each.current.statement, each.expectation.side) for each in promises] == [row[:2] for row in AGREEMENT]
    assert {each.is_agreed for each in promises} == {agreed}
    assert "16 promises" in change.label
    with pytest.raises(InputError, match="there already"):
        take(office, manager)

    reading.undo(office)
    assert open_promises_of(office, manager) == []


def test_only_what_is_not_there_yet_is_taken_and_can_be_renegotiated(office: Office) -> None:
    manager = amara(office)
    body = json.dumps([{"side": "mine", "statement": "Send the status", "clock": "every Monday", "measure": "mail"}])
    assert agreements.agree(office, manager, body=body).label == "Agreed on 1 promise"
    agreements.agree(office, manager)
    found = {each.current.statement: each for each in open_promises_of(office, manager)}
    status = found["Send the status"]

    assert len(found) == 16
    expectations.renegotiate(office, status.expectation.id, clock=parse_clock("every 14 days", NOW.date()))
    assert len(office.wordings.of(status.expectation.id)) == 2


def test_your_own_agreement_is_offered_first(office: Office) -> None:
    own = agreements.Terms(side=Side.THEIRS, statement="Call back", clock="every Friday", measure="a call")
    made = templates.add(office, kind="agreement", name="Short", body=agreements.body_of([own]))

    first, second = agreements.offered(office)
    assert (first.id, first.name, first.terms, second.id) == (made.id, "Short", (own,), 0)
    manager = amara(office)
    agreements.propose(office, manager)
    assert [each.current.statement for each in open_promises_of(office, manager)] == ["Call back"]


def test_what_cannot_be_agreed_is_refused_whole(office: Office) -> None:
    manager = amara(office)
    lines = [{"side": "mine", "statement": name, "clock": "every Friday", "measure": name[1:]} for name in ("Ab", "C")]

    with pytest.raises(InputError, match="How will you both know"):
        agreements.agree(office, manager, body=json.dumps(lines))

    assert open_promises_of(office, manager) == []
