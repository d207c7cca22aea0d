"""The list at the side: its order, its words, what it finds, and that it agrees with the full reckoning."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.channels import Channel, Direction
from app.domain.clock_words import parse_clock
from app.domain.expectations import Side
from app.domain.managers import ManagerId
from app.domain.searches import Answer
from app.services import candidates, expectations, managers, sample, searches, sidebar, talks
from app.services.office import Office, open_office
from app.services.relationship import everyone
from tests.builders import LONDON, Clock, memory_office

TUESDAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sidebar") / "office"
    sample.write_sample(folder, size="small", seed=1, day=TUESDAY, zone=LONDON)
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pictured(sample_folder: Path, clock: Clock) -> Office:
    return open_office(sample_folder, clock=clock, zone=LONDON)


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    return memory_office(tmp_path, clock)


def spoke(office: Office, manager: int, on: datetime, channel: Channel = Channel.CALL) -> None:
    talks.add(office, ManagerId(manager), at=on, channel=channel, direction=Direction.MINE, text="Spoke")


def test_the_list_of_the_pictures(pictured: Office) -> None:
    """Who is overdue first, the longest silence first, then everybody by name as it sounds."""
    assert [(row.name, row.second, row.when, row.overdue) for row in sidebar.rows(pictured)] == [
        ("Søren Kjær", "Fjordlys Energi", "23 d", True),
        ("Łukasz Wiśniewski", "Brandt & Sohn", "18 d", True),
        ("Δήμητρα Παππά", "Dimitra Pappa · Aegis Clinics", "16 d", True),
        ("Amara Okonkwo", "Halden Robotics", "1 d", False),
        ("ليلى منصور", "Layla Mansour · Cedar Line", "5 d", False),
        ("Nokuthula Dube", "Marula Foods", "today", False),
        ("Priya Raghunathan", "Tidewell Insurance", "4 d", False),
        ("佐藤 美咲", "Satō Misaki · Kumo Health", "2 d", False),
        ("Tomás Ferreira", "Pequod Studio", "new", False),
    ]


@pytest.mark.parametrize("days", [-200, -61, -7, 0, 1, 30, 89, 120])
def test_the_quick_words_are_those_of_the_full_reckoning(pictured: Office, clock: Clock, days: int) -> None:
    """Whatever the day, the glyph is the word that the evidence gives."""
    clock.pass_by(days=days)
    full = everyone(pictured)
    rows = {row.id: row for row in sidebar.rows(pictured)}

    assert sidebar.words_of(pictured, [*rows]) == {each.manager.id: each.health.word for each in full}
    assert {number: (row.days, row.overdue) for number, row in rows.items()} == {
        each.manager.id: (each.days, each.overdue) for each in full
    }


@pytest.mark.parametrize("country", ["FR", "DE", None])
def test_a_holiday_counts_where_it_makes_another_word(office: Office, country: str | None) -> None:
    """Three working days for an answer are two where the Wednesday between is one."""
    manager = ManagerId(managers.add(office, name="Amara Okonkwo", country=country, cadence_days=90).id)
    clock = parse_clock("within 2 days of a CV", TUESDAY)
    expectations.add(
        office, manager, side=Side.THEIRS, statement="Feedback", measure="A reason", agreed_on=date(2026, 8, 1),
        clock=clock,
    )  # fmt: skip
    search = searches.open_search(office, manager, title="Engineer", opened_on=date(2026, 8, 1)).id
    shown = candidates.present(office, search, candidate="A. Bell", at=datetime(2026, 11, 10, 10, tzinfo=UTC))
    candidates.answer(office, shown.id, answer=Answer.YES, at=datetime(2026, 11, 13, 10, tzinfo=UTC))
    for day in (1, 2, 3):
        spoke(office, manager, datetime(2026, 11, day, 10, tzinfo=UTC))

    (full,) = everyone(office)

    assert sidebar.words_of(office, [manager]) == {manager: full.health.word}
    assert full.health.word.value == ("strong" if country == "FR" else "steady")


FINDS = {
    "lukasz": ["Łukasz Wiśniewski"],
    "WIŚNIEWSKI": ["Łukasz Wiśniewski"],
    "佐藤": ["佐藤 美咲"],
    "美咲": ["佐藤 美咲"],
    "sato mis": ["佐藤 美咲"],
    "παππα": ["Δήμητρα Παππά"],
    "منصور": ["ليلى منصور"],
    "halden": ["Amara Okonkwo"],
    "amara halden": ["Amara Okonkwo"],
    "amara kumo": [],
    "VP Engineering": [],
    "%": [],
    "  ": 9,
}


@pytest.mark.parametrize("words", FINDS)
def test_filter_in_any_script(pictured: Office, words: str) -> None:
    """Every word must be in a name or the company; accents, case and script do not matter."""
    found = [row.name for row in sidebar.rows(pictured, words=words)]

    assert (len(found) if isinstance(FINDS[words], int) else found) == FINDS[words]


FIRST = {
    "attention": "Søren Kjær",
    "name": "Amara Okonkwo",
    "company": "Δήμητρα Παππά",
    "last_talk": "Nokuthula Dube",
}


@pytest.mark.parametrize("sort", FIRST)
def test_orders(pictured: Office, sort: str) -> None:
    """Each order that is offered begins where it should."""
    assert sidebar.rows(pictured, sort=sort)[0].name == FIRST[sort]
    assert {key for key, _words in sidebar.sorts()} == set(FIRST)


RESTS: dict[str, tuple[Callable[[Office, ManagerId], object], bool, bool]] = {
    "active": (lambda _office, _manager: None, True, False),
    "paused": (managers.pause, True, True),
    "paused until Friday": (lambda o, m: managers.pause(o, m, until=date(2026, 11, 27)), True, True),
    "archived": (managers.archive, False, True),
}


@pytest.mark.parametrize("state", RESTS)
def test_who_rests_is_never_overdue(office: Office, state: str) -> None:
    """Paused stays listed, archived is set aside; both are quiet."""
    put, listed, rests = RESTS[state]
    manager = ManagerId(managers.add(office, name="Amara Okonkwo", cadence_days=7).id)
    spoke(office, manager, datetime(2026, 11, 1, 10, tzinfo=UTC))
    put(office, manager)

    (row,) = sidebar.rows(office) or sidebar.rows(office, set_aside=True)

    assert bool(sidebar.rows(office)) is listed
    assert (row.rests, row.overdue, row.days) == (rests, not rests, 23)


def test_a_pause_that_is_over_counts_again(office: Office, clock: Clock) -> None:
    """From its day on."""
    manager = ManagerId(managers.add(office, name="Amara Okonkwo", cadence_days=7).id)
    spoke(office, manager, datetime(2026, 11, 1, 10, tzinfo=UTC))
    managers.pause(office, manager, until=date(2026, 11, 27))
    clock.pass_by(days=3)

    assert [(row.rests, row.overdue) for row in sidebar.rows(office)] == [(False, True)]


def test_other_channels_are_no_talk(office: Office) -> None:
    """A remark kept in the log is not speaking."""
    manager = managers.add(office, name="Amara Okonkwo", cadence_days=7).id
    spoke(office, manager, datetime(2026, 11, 23, 10, tzinfo=UTC), Channel.OTHER)

    assert [row.when for row in sidebar.rows(office)] == ["new"]


def test_the_first_picture_loads_no_calendar(sample_folder: Path) -> None:
    """Holidays, PDF and the records of other subjects are not imported for a list of names."""
    script = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from app.services.office import open_office
from app.services import sidebar
now = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)
office = open_office(Path({str(sample_folder)!r}), clock=lambda: now, zone=ZoneInfo("Europe/London"))
found = sidebar.rows(office)
assert len(sidebar.words_of(office, [row.id for row in found])) == 9
heavy = {{"holidays", "dateutil", "statistics", "anyascii", "asyncio", "sqlite_utils", "reportlab", "app.domain.talks"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "[]"
