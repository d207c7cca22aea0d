"""The agreement sheet: what stands on it and what only when asked for, by which names, and until when."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.clocks import Clock, Every, Once, Standing, Unit, Within
from app.domain.clocks import Event as ClockEvent
from app.domain.errors import InputError, NotFoundError
from app.domain.expectations import ExpectationId, Side
from app.domain.issued import DocumentKind, IssuedDocumentId
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.services import agreement_preview, expectations, meetings, searches, templates
from app.services.agreement_sheets import chosen, sheet_of
from app.services.documents import letter, read_issued
from app.services.office import Office
from app.services.preferences import set_setting
from app.settings import Paper
from documents.pdf_reading import text_of
from tests.builders import NOW, amara, memory_office
from tests.builders import Clock as Time

TODAY = date(2026, 11, 24)


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def office(tmp_path: Path, clock: Time) -> Office:
    made = memory_office(tmp_path, clock)
    amara(made)
    for key, value in (("name", "Robin Vale"), ("firm", "Vale Search")):
        set_setting(made, key=key, value=value)
    return made


@pytest.fixture
def manager() -> ManagerId:
    return ManagerId(1)


def promise(office: Office, side: Side, statement: str, agreed: date | None = TODAY, **more: object) -> ExpectationId:
    """A promise with its measure, agreed unless it says otherwise."""
    measure = f"Seen: {statement}"
    made = expectations.add(office, ManagerId(1), side=side, statement=statement, measure=measure, agreed_on=agreed,
                            **more)  # type: ignore[arg-type]  # fmt: skip
    return ExpectationId(made.id)


def on_paper(office: Office, manager: ManagerId, *, discuss: bool = False) -> str:
    return " ".join(text_of(agreement_preview.make(office, manager, discuss=discuss).data).split())


def test_what_each_keeps_stands_in_their_column_by_name(office: Office, manager: ManagerId) -> None:
    promise(office, Side.MINE, "Send the note", clock=Every(weekdays=(4,)))
    promise(office, Side.THEIRS, "Answer on every CV")
    promise(office, Side.BOTH, "Hold the call")
    text = on_paper(office, manager)

    for words in (
        "Expectation agreement", "How we work together", "Amara Okonkwo, Halden Robotics", "Robin Vale, Vale Search",
        "Robin Vale will", "Amara Okonkwo will", "Seen: Send the note", "every Friday",
        "If it does not work", "How we close", "Amara chooses. Robin Vale talks salary",
    ):  # fmt: skip
        assert words in text
    assert [text.count(each) for each in ("1 Send the note", "1 Answer on", "2 Hold the call")] == [1, 1, 2]
    assert "the manager" not in text


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Once(by=date(2026, 12, 1)), "by Tue 1 Dec"), (Every(weekdays=(1,)), "every Tuesday"),
        (Standing(look=Every(monthday=3)), "always"),
        (Standing(look=Every(monthday=3), until="the offer is signed"), "until the offer is signed"),
        (Within(amount=2, unit=Unit.DAYS, event=ClockEvent.CV_PRESENTED), "within 2 working days of each CV"),
        (None, ""),
    ],
)  # fmt: skip
def test_when_it_is_due_in_words(office: Office, manager: ManagerId, due: Clock | None, words: str) -> None:
    promise(office, Side.MINE, "Keep it", clock=due)

    assert sheet_of(office, manager).agreed[0].when == words


def test_what_is_proposed_stands_there_only_to_be_discussed(office: Office, manager: ManagerId) -> None:
    promise(office, Side.MINE, "Send the note")
    proposed = promise(office, Side.THEIRS, "Answer on every CV", None)
    whole = sheet_of(office, manager)

    assert [words in on_paper(office, manager) for words in ("To discuss", "Answer on every CV")] == [False, False]
    assert [words in on_paper(office, manager, discuss=True) for words in ("To discuss", "1 Answer on every CV")] == [
        True, True,
    ]  # fmt: skip
    assert [each.id for each in chosen(whole, discuss=[proposed]).to_discuss] == [proposed]
    assert chosen(whole).to_discuss == ()
    assert [each.heading for each in chosen(whole, without=[1]).clauses] == ["If it does not work"]


def test_a_sheet_of_proposals_alone_is_not_to_be_signed(office: Office, manager: ManagerId) -> None:
    promise(office, Side.THEIRS, "Answer on every CV", None)
    with pytest.raises(InputError, match="Nothing is agreed yet"):
        agreement_preview.make(office, manager)
    text = on_paper(office, manager, discuss=True)

    assert ("Proposed on" in text, "Tue 24 Nov 2026" in text) == (True, True)
    assert [words for words in ("Date", "Agreed on", "look back") if words in text] == []


def test_the_last_wording_agreed_counts_and_what_is_closed_is_gone(office: Office, manager: ManagerId) -> None:
    kept = promise(office, Side.MINE, "Three CVs", TODAY - timedelta(days=9))
    expectations.renegotiate(office, kept, statement="Four CVs", on=TODAY)
    expectations.close(office, promise(office, Side.MINE, "Old"))
    sheet = sheet_of(office, manager)

    assert [each.statement for each in sheet.agreed] == ["Four CVs"]
    assert next(fact.value for fact in sheet.facts if fact.label == "Agreed on") == "Tue 24 Nov 2026"


@pytest.mark.parametrize(
    ("agreed", "planned", "look_back"),
    [(0, None, "Tue 23 Feb 2027"), (90, None, "Wed 25 Nov 2026"), (91, None, "Tue 23 Feb 2027"),
     (0, 40, "Sun 3 Jan 2027")],
)  # fmt: skip
def test_when_both_look_back(
    office: Office, manager: ManagerId, agreed: int, planned: int | None, look_back: str
) -> None:
    promise(office, Side.MINE, "Three CVs", TODAY - timedelta(days=agreed))
    if planned is not None:
        meetings.plan(office, manager, kind=MeetingKind.LOOK_BACK, at=NOW + timedelta(days=planned))

    assert sheet_of(office, manager).facts[-1].value == look_back


def test_the_search_is_named_where_promises_are_about_several_things(office: Office, manager: ManagerId) -> None:
    search = searches.open_search(office, manager, title="Staff SRE").id
    promise(office, Side.MINE, "Three CVs", search=search)
    assert [each.search for each in sheet_of(office, manager).agreed] == [""]

    promise(office, Side.MINE, "Send the note")
    assert [each.search for each in sheet_of(office, manager).agreed] == ["Staff SRE", ""]


def test_what_stands_below_is_a_template_of_the_office(office: Office, manager: ManagerId) -> None:
    promise(office, Side.MINE, "Three CVs")
    body = json.dumps([{"text": "What {manager} pays: {recruiter} pays {manager} nothing: never."}])
    templates.add(office, kind="clauses", name="Own", body=body)

    assert "Robin Vale pays Amara nothing: never." in on_paper(office, manager)
    assert "What Amara pays" in on_paper(office, manager)
    with pytest.raises(InputError, match="Line 1: Write a heading, a colon"):
        templates.add(office, kind="clauses", name="Own", body='[{"text": "Only words"}]')


def test_without_a_name_the_sheet_speaks_of_me(office: Office, manager: ManagerId) -> None:
    for key in ("name", "firm"):
        set_setting(office, key=key, value="")
    promise(office, Side.MINE, "Three CVs")
    text = on_paper(office, manager)

    assert "I will" in text
    assert "The recruiter talks salary" in text
    assert [fact.label for fact in sheet_of(office, manager).facts] == ["Between", "Agreed on", "We look back on"]


@pytest.mark.parametrize("paper", Paper)
def test_a_sheet_is_kept_once_and_goes_by_email(office: Office, manager: ManagerId, paper: Paper) -> None:
    promise(office, Side.MINE, "Three CVs")
    made = agreement_preview.make(office, manager, paper=paper)
    first, second = (agreement_preview.keep_sheet(office, manager, made) for _time in range(2))
    mail = letter(office, IssuedDocumentId(first.id))

    assert (first.id, made.file_name) == (second.id, "2026-11-24 Agreement, Okonkwo.pdf")
    assert read_issued(office, IssuedDocumentId(first.id)) == made.data
    assert office.issued.get(first.id).kind is DocumentKind.AGREEMENT
    assert mail.subject == "How we work together"
    assert mail.body.startswith("Hello Amara,\n\nHere is what each of us keeps, as of Tue 24 Nov.")


def test_a_manager_who_is_gone(office: Office) -> None:
    with pytest.raises(NotFoundError):
        agreement_preview.offer(office, ManagerId(99))
