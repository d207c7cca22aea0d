"""The search brief: what is on it, what never is, and how the drift adds up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.brief import BriefPart
from app.domain.errors import InputError, NotFoundError
from app.domain.issued import IssuedDocumentId
from app.domain.money import band_words
from app.domain.requirements import (
    AskedBy,
    Requirement,
    RequirementChange,
    RequirementChangeId,
    RequirementId,
    RequirementKind,
)
from app.domain.role import (
    Alternative,
    AlternativeAnswer,
    AlternativeId,
    Predecessor,
    PredecessorId,
    ProcessStep,
    ProcessStepId,
    SourcingChannel,
    SourcingChannelId,
)
from app.domain.searches import PayPeriod, SearchId
from app.services import market, searches, sourcing
from app.services.briefs import brief_of, counts, left_out, only_changes
from app.services.documents import keep_brief, letter, make_brief, read_issued, search_called
from app.services.office import Office
from app.services.preferences import set_setting
from app.settings import Paper
from documents.pdf_reading import text_of
from tests.builders import amara, memory_office

SEARCH = SearchId(1)
LINES = [
    (RequirementKind.MUST, "Distributed systems design", "Draw the last one you built."),
    (RequirementKind.NICE, "Rust or C++", None), (RequirementKind.DEAL_MAKER, "Can start in January", None),
    (RequirementKind.DEAL_BREAKER, "Needs more than 98k", None),
]  # fmt: skip


def brief_office(folder: Path, *, drifted: bool = True) -> Office:
    """A search with a line of every kind."""
    office = memory_office(folder)
    searches.open_search(
        office, amara(office), title="Senior Backend Engineer", salary_min=8_200_000, salary_max=9_800_000,
        currency="GBP", salary_period=PayPeriod.YEAR, brief="We rebuild **dispatch**.", opened_on=date(2026, 10, 21),
    )  # fmt: skip
    market.add(office, SEARCH, text="About 340 people in reach", source="two talent maps, October")
    with office.write("The rest"):
        for place, (kind, text, probe) in enumerate(LINES):
            office.requirements.insert(
                Requirement(id=RequirementId(0), search=SEARCH, kind=kind, text=text, probe=probe, position=place)
            )
        office.predecessors.insert(Predecessor(
            id=PredecessorId(0), search=SEARCH, went_wrong="Hired for Rust.", reading="Too junior"))  # fmt: skip
        office.alternatives.insert(Alternative(
            id=AlternativeId(0), search=SEARCH, text="Four days a week", answer=AlternativeAnswer.YES))  # fmt: skip
        office.process_steps.insert(
            ProcessStep(id=ProcessStepId(0), search=SEARCH, what="Feedback", owner="them", days=2)
        )
        office.sourcing_channels.insert(SourcingChannel(
            id=SourcingChannelId(0), search=SEARCH, channel="Referrals", volume="20 people"))  # fmt: skip
        if drifted:
            for was, now, days in (("Rust", "Rust is nice to have", 3), (None, "Has led a migration", 6)):
                office.requirement_changes.insert(RequirementChange(
                    id=RequirementChangeId(0), search=SEARCH, was=was, now=now, on_day=date(2026, 11, 12),
                    asked_by=AskedBy.THEM, days_lost=days))  # fmt: skip
    return office


def test_everything_that_is_shared_is_on_the_page(tmp_path: Path) -> None:
    text = " ".join(text_of(make_brief(brief_office(tmp_path), SEARCH).data).split())

    for words in (
        "Senior Backend Engineer", "Amara Okonkwo", "Halden Robotics", "GBP 82,000 to 98,000 a year", "dispatch",
        "Distributed systems design", "Draw the last one you built.", "Rust or C++", "Can start in January",
        "Needs more than 98k", "Hired for Rust.", "Four days a week Yes", "About 340 people in reach",
        "Feedback Amara 2 working days", "Referrals 20 people", "Rust is nice to have Before: Rust",
        "asked for by Amara · 3 days lost", "Added: Has led a migration", "2 changes · 9 days lost",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize(("who", "printed"), [
    ("You", "Robin Vale · 20 people"), (" me", "Robin Vale · 20 people"), ("Amara", "Amara · 20 people"),
    (None, "Referrals 20 people"),
])  # fmt: skip
def test_whoever_wrote_it_is_not_you_on_paper(tmp_path: Path, who: str | None, printed: str) -> None:
    office = brief_office(tmp_path)
    set_setting(office, key="name", value="Robin Vale")
    sourcing.edit(office, office.sourcing_channels.of(SEARCH)[0].id, who=who or "")

    assert printed in " ".join(text_of(make_brief(office, SEARCH).data).split())


def test_the_own_reading_of_the_last_person_is_not(tmp_path: Path) -> None:
    assert "Too junior" not in text_of(make_brief(brief_office(tmp_path), SEARCH).data)


@pytest.mark.parametrize("part", BriefPart)
def test_a_part_left_out_leaves_no_trace(tmp_path: Path, part: BriefPart) -> None:
    brief = brief_of(brief_office(tmp_path), SEARCH)

    assert counts(brief).keys() - counts(left_out(brief, [part])).keys() == {part}


def test_the_drift_alone(tmp_path: Path) -> None:
    office = brief_office(tmp_path)
    made = make_brief(office, SEARCH, drift=True, paper=Paper.LETTER)
    text = " ".join(text_of(made.data).split())

    assert made.file_name == "2026-11-24 Changes Senior Backend Engineer, Okonkwo.pdf"
    assert "2 changes · 9 days lost" in text
    assert "Distributed systems design" not in text
    assert counts(only_changes(brief_of(office, SEARCH))) == {BriefPart.CHANGES: 2}


def test_without_drift_there_is_nothing_to_print(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Nothing changed"):
        make_brief(brief_office(tmp_path, drifted=False), SEARCH, drift=True)


def test_a_brief_is_kept_once_and_goes_by_email(tmp_path: Path) -> None:
    office = brief_office(tmp_path)
    made = make_brief(office, SEARCH)
    first, second = keep_brief(office, SEARCH, made), keep_brief(office, SEARCH, made)
    mail = letter(office, IssuedDocumentId(first.id))

    assert first.id == second.id
    assert read_issued(office, IssuedDocumentId(first.id)) == made.data
    assert (mail.to, mail.subject) == ("amara.okonkwo@halden.example", "Search brief: Senior Backend Engineer")
    assert mail.body.startswith("Hello Amara,\n\nHere is the brief of our search as it stands on")


@pytest.mark.parametrize("words", ["1", "senior", "Senior Backend Engineer"])
def test_a_search_is_called_by_number_or_title(tmp_path: Path, words: str) -> None:
    assert search_called(brief_office(tmp_path), words) == SEARCH


@pytest.mark.parametrize("words", ["9", "", "Painter", "9" * 30])
def test_a_search_that_is_not_there_is_said(tmp_path: Path, words: str) -> None:
    office = brief_office(tmp_path)
    searches.open_search(office, office.searches.get(SEARCH).manager, title="Data Engineer")
    with pytest.raises(NotFoundError):
        search_called(office, words)


@pytest.mark.parametrize(
    ("band", "words"),
    [
        ((None, None, None), ""), ((8_200_000, 9_800_000, "GBP"), "GBP 82,000 to 98,000"),
        ((None, 450_050, "EUR"), "EUR up to 4,500.50"), ((8_200_000, None, None), "from 82,000"),
    ],
)  # fmt: skip
def test_a_band_in_words(band: tuple[int | None, int | None, str | None], words: str) -> None:
    assert band_words(*band) == words
