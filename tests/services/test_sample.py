"""The sample offices: the small one is the pictures' office, the large ones have exact numbers; all the same again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.errors import InputError
from app.domain.expectations import Side
from app.domain.health import Word
from app.domain.requirements import RequirementId
from app.domain.searches import Answer
from app.services import managers
from app.services.briefing import brief
from app.services.calibration import pattern
from app.services.dues import promises_of
from app.services.office import Office, open_office
from app.services.reading import check, find, undo
from app.services.relationship import everyone
from app.services.sample import heavy, write_sample
from app.services.sample.writing import write_office
from app.services.satisfaction import LOW
from app.services.summaries import summary_of
from app.services.today import today
from app.storage.database import FILE_NAME
from app.storage.finding import fold
from builders import LONDON, NOW

DAY = date(2026, 11, 24)
TINY = heavy.SHAPES["gold"].scaled(1 / 400)


def opened(folder: Path) -> Office:
    """The office in a folder, on the morning of the pictures."""
    return open_office(folder, clock=lambda: NOW, zone=LONDON)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample, written once."""
    made = tmp_path_factory.mktemp("small")
    write_sample(made, size="small", seed=1, day=DAY, zone=LONDON)
    return made


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    """The small sample, open."""
    found = opened(folder)
    yield found
    found.close()


def rows(folder: Path) -> list[str]:
    """Everything in the office's tables, as statements."""
    with sqlite3.connect(folder / FILE_NAME) as conn:
        return [line for line in conn.iterdump() if "sqlite_sequence" not in line]


@pytest.mark.parametrize(
    ("name", "days", "word"),
    [
        ("Søren Kjær", 23, Word.ONE_SIDED),
        ("Łukasz Wiśniewski", 18, Word.ATTENTION),
        ("Δήμητρα Παππά", 16, Word.ATTENTION),
        ("Amara Okonkwo", 1, Word.STEADY),
        ("ليلى منصور", 5, Word.STEADY),
        ("Nokuthula Dube", 0, Word.STRONG),
        ("Priya Raghunathan", 4, Word.STRONG),
        ("佐藤 美咲", 2, Word.STRONG),
        ("Tomás Ferreira", None, Word.NEW),
    ],
)
def test_the_nine_relationships_are_those_of_the_sidebar(
    office: Office, name: str, days: int | None, word: Word
) -> None:
    found = {each.manager.name: each for each in everyone(office)}

    assert len(found) == 9
    assert (found[name].days, found[name].health.word) == (days, word)


def test_today_has_the_rows_of_its_picture(office: Office) -> None:
    found = today(office)

    assert [(each.text, each.manager.first_name, each.search, each.days_late) for each in found.keep] == [
        ("Send salary benchmark for plant electricians", "Łukasz", "Plant Electrician", 2),
        ("Share the revised job ad", "Δήμητρα", "Charge Nurse", 1),
        ("Confirm panel times with both finalists", "Amara", "Senior Backend Engineer", 0),
        ("Prepare intake questions", "Tomás", "", 0),
    ]
    assert [(each.manager.first_name, each.search, each.due - DAY, each.days_late) for each in found.waiting] == [
        ("Søren", "Grid Operations Lead", timedelta(days=-7), 5),
        ("Amara", "Senior Backend Engineer", timedelta(0), 0),
        ("ليلى", "Financial Controller", timedelta(days=1), 0),
    ]
    assert [each.text for each in found.waiting] == [
        "Feedback on 4 CVs, agreed within 2 working days", "Feedback on 3 CVs: 1 of 3 received",
        "Approve the salary band",
    ]  # fmt: skip
    assert [(each.manager.first_name, each.days, each.cadence) for each in found.reach] == [
        ("Søren", 23, 14), ("Łukasz", 18, 14), ("Δήμητρα", 16, 10),
    ]  # fmt: skip
    assert [(manager.first_name, f"{each.planned_at:%d %H:%M}", each.minutes) for each, manager in found.meetings] == [
        ("Amara", "24 10:30", 25), ("Tomás", "24 14:00", 30), ("Nokuthula", "25 09:00", 20), ("佐藤", "25 16:15", 20),
    ]  # fmt: skip
    assert found.unsettled == ()


@pytest.mark.parametrize(
    ("side", "kept", "not_kept"),
    [(Side.MINE, [2, 2, 1, 2, 2, 2], [0, 0, 0, 0, 1, 0]), (Side.THEIRS, [2, 1, 1, 2, 1, 1], [0, 1, 0, 0, 2, 0])],
)
def test_amaras_balance_is_the_one_of_the_chart(
    office: Office, side: Side, kept: list[int], not_kept: list[int]
) -> None:
    amara = office.managers.named("Amara")[0]
    months = Counter(
        (check_in.on.month, check_in.outcome == "kept")
        for promise in promises_of(office, amara.id)
        for check_in in promise.check_ins
        if check_in.side is side and check_in.on >= datetime(2026, 6, 1, tzinfo=UTC)
    )

    assert [months[month, True] for month in range(6, 12)] == kept
    assert [months[month, False] for month in range(6, 12)] == not_kept


def test_amara_has_four_open_promises_on_each_side(office: Office) -> None:
    amara = office.managers.named("Amara")[0]
    found = [each for each in promises_of(office, amara.id) if not each.expectation.closed_on]

    assert [(each.expectation.side, each.current.statement) for each in found] == [
        (Side.MINE, "Present 3 qualified CVs within 5 working days"),
        (Side.MINE, "Send a weekly search note every Friday"),
        (Side.MINE, "Tell every candidate the outcome within 24 hours"),
        (Side.MINE, "Bring salary data for Rust engineers in London"),
        (Side.THEIRS, "Give feedback on every CV within 2 working days"),
        (Side.THEIRS, "Join a 25 minute calibration call every week"),
        (Side.THEIRS, "Tell me first when the role changes"),
        (Side.THEIRS, "Leave salary talk with candidates to me"),
    ]
    assert [each.is_agreed for each in found] == [True] * 7 + [False]


def test_amaras_log_and_health_are_those_of_the_pictures(office: Office) -> None:
    amara = office.managers.named("Amara")[0]
    relation = next(each for each in everyone(office) if each.manager.id == amara.id)
    evidence = [each.text for each in relation.health.evidence]

    assert office.talks.count(amara.id) == 62
    assert [each.channel for each in office.talks.newest(amara.id, 6)] == [
        Channel.CALL, Channel.MESSAGE, Channel.EMAIL, Channel.VIDEO, Channel.IN_PERSON, Channel.MESSAGE,
    ]  # fmt: skip
    assert office.talks.newest(amara.id, 100)[-1].at.astimezone(LONDON).month == 3
    assert "Feedback in 1.4 days, agreed 2" in evidence
    assert "2 of Amara’s promises slipped in Oct" in evidence
    assert "Satisfaction 4 of 5 on 12 Nov" in evidence
    assert len(office.notes.of(amara.id)) == 5
    assert [each.title for each in office.searches.open_of(amara.id)] == ["Staff SRE", "Senior Backend Engineer"]
    assert len(office.presentations.of(office.searches.open_of(amara.id)[1].id)) == 7
    assert brief(office, amara.id).next_meeting == "Tue 24 Nov at 10:30: Calibration call"


def test_the_last_meeting_held_makes_a_full_page(office: Office) -> None:
    latest = office.meetings.latest()
    assert latest is not None
    page = summary_of(office, latest.id)

    assert page.title == "Calibration call: Senior Backend Engineer"
    assert (page.firm, page.author) == ("Your Firm", "Your Name")
    assert [each.statement for each in page.decisions] == [
        "System design over Rust.", "Two years of on-call is a deal maker.",
    ]  # fmt: skip
    assert all(each.reason for each in page.decisions)
    assert (len(page.mine.promises), len(page.theirs.promises)) == (1, 1)
    assert [(each.text, each.who) for each in page.steps] == [
        ("Name the panel members", "Amara"), ("Send three CVs", "Your Name"),
    ]  # fmt: skip
    assert len(page.market) == 2
    assert page.notes
    assert page.satisfaction is not None
    assert page.satisfaction.score == 4


def test_small_has_its_numbers_and_nothing_to_undo(tmp_path: Path) -> None:
    counts = write_sample(tmp_path, size="small", seed=1, day=DAY, zone=LONDON)
    office = opened(tmp_path)
    expected = {
        "manager": 9, "search": 13, "meeting": 40, "captured_item": 200, "talk": 300, "note": 40, "expectation": 60,
        "follow_up": 80, "presentation": 60,
    }  # fmt: skip

    assert {name: counts[name] for name in expected} == expected
    assert 380 <= counts["check_in"] <= 420
    assert office.searches.count_open() == 11
    assert office.is_sample
    assert undo(office) is None
    assert check(office, deep=True) == []
    assert find(office, "lukasz")[0].text == "Łukasz Wiśniewski"
    office.close()


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(2027, 2, 28), date(2028, 2, 29), date(2026, 3, 29)])
def test_another_day_gives_a_whole_office_too(tmp_path: Path, day: date) -> None:
    write_sample(tmp_path, size="small", seed=1, day=day, zone=LONDON)
    office = open_office(
        tmp_path, clock=lambda: datetime(day.year, day.month, day.day, 9, 10, tzinfo=LONDON), zone=LONDON
    )

    assert check(office, deep=True) == []
    assert len(today(office).reach) == 3
    assert [each.days for each in everyone(office)][:3] == [23, 18, 16]
    office.close()


def test_the_same_size_seed_and_day_give_the_same_rows(folder: Path, tmp_path: Path) -> None:
    write_sample(tmp_path / "again", size="small", seed=1, day=DAY, zone=LONDON)
    for name, seed in (("first", 1), ("second", 1), ("other", 2)):
        write_office(tmp_path / name, heavy.filler(TINY, seed), name=f"tiny {seed}", day=DAY, zone=LONDON)

    assert rows(tmp_path / "again") == rows(folder)
    assert rows(tmp_path / "first") == rows(tmp_path / "second")
    assert rows(tmp_path / "first") != rows(tmp_path / "other")


def test_a_large_sample_is_whole_and_varied(tmp_path: Path) -> None:
    counts = write_office(tmp_path, heavy.filler(TINY, 1), name="tiny", day=DAY, zone=LONDON)
    office = opened(tmp_path)
    texts = [each.text for each in office.talks.where("1")]

    assert check(office, deep=True) == []
    assert counts["talk"] == TINY.talks
    assert len(set(texts)) >= 0.95 * len(texts)
    assert all(each.at <= NOW for each in office.talks.where("1"))
    talks = office.conn.execute("SELECT folded, text, decision, private FROM talk").fetchall()
    assert [row[0] for row in talks] == [fold(*row[1:]) for row in talks]
    office.close()


def test_in_a_large_sample_noes_have_a_pattern_and_low_scores_their_proposals(tmp_path: Path) -> None:
    counts = write_office(tmp_path, heavy.filler(TINY, 1), name="tiny", day=DAY, zone=LONDON)
    office = opened(tmp_path)
    found = [
        pattern(office.presentations.of(each.id), office.requirements.of(each.id))
        for each in office.searches.where("1")
    ]
    touched = [each for each in office.presentations.where("1") if each.requirement is not None]
    proposals = office.proposals.where("1")
    scores = {each.id: each for each in office.satisfactions.where("1")}

    assert sum(each is not None for each in found) >= 1
    assert touched
    assert all(each.answer is Answer.NO for each in touched)
    assert all(office.requirements.get(RequirementId(each.requirement or 0)).search == each.search for each in touched)
    assert counts["proposal"] >= 1
    assert all(scores[each.satisfaction].score <= LOW and scores[each.satisfaction].cause for each in proposals)
    office.close()


@pytest.mark.parametrize("content", [b"", b"not an office", b"SQLite format 3\0" + bytes(200)])
def test_a_folder_with_another_file_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)

    with pytest.raises(InputError, match="not a sample"):
        write_sample(tmp_path, size="small", seed=1, day=DAY, zone=LONDON)

    assert (tmp_path / FILE_NAME).read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_a_persons_own_office_is_refused_untouched(tmp_path: Path) -> None:
    own = open_office(tmp_path, clock=lambda: NOW, zone=LONDON, create=True)
    managers.add(own, name="Somebody Real")
    own.close()
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(InputError, match="not a sample"):
        write_sample(tmp_path, size="small", seed=1, day=DAY, zone=LONDON)

    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_sample_takes_the_place_of_a_sample(folder: Path, tmp_path: Path) -> None:
    write_office(tmp_path, heavy.filler(TINY, 1), name="tiny", day=DAY, zone=LONDON)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "old.pdf").write_bytes(b"old")
    (tmp_path / "kept.txt").write_text("somebody else's")

    write_sample(tmp_path, size="small", seed=1, day=DAY, zone=LONDON)

    assert rows(tmp_path) == rows(folder)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept.txt", FILE_NAME]


@pytest.mark.parametrize("size", ["tiny", "", "GOLD"])
def test_an_unknown_size_is_refused(tmp_path: Path, size: str) -> None:
    with pytest.raises(InputError, match="small, gold or stress"):
        write_sample(tmp_path, size=size, seed=1, day=DAY, zone=LONDON)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_gold_has_its_numbers(tmp_path: Path) -> None:
    counts = write_sample(tmp_path, size="gold", seed=1, day=DAY, zone=LONDON)
    office = opened(tmp_path)

    assert {name: counts[name] for name in ("manager", "search", "meeting", "captured_item", "talk", "note")} == {
        "manager": 1_260, "search": 3_000, "meeting": 24_000, "captured_item": 140_000, "talk": 176_000, "note": 56_000,
    }  # fmt: skip
    assert {name: counts[name] for name in ("expectation", "check_in", "follow_up", "presentation")} == {
        "expectation": 42_000, "check_in": 500_000, "follow_up": 72_000, "presentation": 30_000,
    }  # fmt: skip
    assert office.talks.count(1) == 5_000
    assert len([each for each in office.managers.everyone() if not each.is_resting(DAY)]) == 60
    assert check(office, deep=True) == []
    office.close()
