"""The times that are proposed: inside both your days, never over what is planned, first those the manager likes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.managers import HiringManager, ManagerId
from app.domain.meetings import MeetingKind
from app.domain.preferred_times import Preferred, Window, preferred
from app.domain.talks import MeetingId
from app.domain.working_time import WorkingHours
from app.services import managers, meetings
from app.services.office import Office
from app.services.proposed_times import LENGTHS, proposed_times, slot_words
from app.services.working import working_time
from tests.builders import LONDON, Clock, amara, memory_office

WORDS = {
    "Late afternoon": ("15:00-18:00", ""), "Before the morning shift, 7 to 8": ("07:00-08:00", ""),
    "After rounds, from 13:00": ("13:00-23:59", ""), "Mornings, prefers short calls": ("07:00-12:00", ""),
    "Early": ("07:00-10:00", ""), "Afternoons": ("12:00-18:00", ""), "Tokyo evenings": ("17:00-21:00", ""),
    "9:30-11": ("09:30-11:00", ""), "from 1 to 3": ("13:00-15:00", ""), "before 10": ("00:00-10:00", ""),
    "after 2pm on Tue and Thu": ("14:00-23:59", "13"), "not on Mondays": ("", "123456"),
    "mornings but never Fridays": ("07:00-12:00", "012356"), "Wednesdays": ("", "2"), "": ("", ""),
    "no": ("", ""), "17 to 9": ("", ""), "99:99": ("", ""), "whenever it suits": ("", ""),
}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return memory_office(tmp_path)


def as_shown(office: Office, manager: ManagerId, minutes: int = 30) -> list[str]:
    """The times, as the manager's clock shows them."""
    known = office.managers.get(manager)
    found = proposed_times(office, known, minutes=minutes)
    return [f"{at.astimezone(ZoneInfo(known.zone)):%a %d %H:%M}" for at in found]


@pytest.mark.parametrize("words", WORDS)
def test_what_was_written_about_times_is_understood(words: str) -> None:
    window, days = WORDS[words]
    begin, _dash, end = window.partition("-")
    windows = (Window(time.fromisoformat(begin), time.fromisoformat(end)),) if window else ()

    assert preferred(words) == Preferred(windows, frozenset(map(int, days)))


PLANNED = {
    ("2026-11-25T10:00", 30): ["Wed 25 09:00", "Thu 26 14:00", "Fri 27 11:00"],
    ("2026-11-25T10:40", 30): ["Wed 25 09:30", "Thu 26 14:00", "Fri 27 11:00"],
    ("2026-11-25T09:00", 8 * 60): ["Thu 26 10:00", "Fri 27 14:00", "Mon 30 11:00"],
    ("2026-11-26T13:00", 120): ["Wed 25 10:00", "Thu 26 15:30", "Fri 27 11:00"],
    ("2026-11-23T10:00", 30): ["Wed 25 10:00", "Thu 26 14:00", "Fri 27 11:00"],
}  # fmt: skip


@pytest.mark.parametrize("planned", PLANNED)
def test_what_is_planned_with_anybody_is_left_free(office: Office, planned: tuple[str, int]) -> None:
    """With a quarter of an hour around it."""
    manager = amara(office)
    other = managers.add(office, name="Tomás Ferreira").id
    at = datetime.fromisoformat(planned[0]).replace(tzinfo=UTC)
    meetings.plan(office, ManagerId(other), kind=MeetingKind.OTHER, at=at, minutes=planned[1])

    assert as_shown(office, manager) == PLANNED[planned]


HOURS = {
    ("Mon-Thu 12:00-15:00", "Europe/London"): ["Wed 25 12:00", "Thu 26 14:00", "Mon 30 12:00"],
    ("Mon-Fri 09:00-17:00", "Asia/Tokyo"): ["Wed 25 16:00", "Thu 26 16:00", "Fri 27 16:00"],
    ("Mon-Fri 09:00-17:00", "America/Los_Angeles"): ["Wed 25 10:00", "Thu 26 11:30", "Fri 27 11:00"],
    ("Mon-Fri 09:00-12:00", "Pacific/Auckland"): ["Wed 25 10:00", "Thu 26 11:30", "Fri 27 11:00"],
    ("Mon-Fri 09:00-09:20", "Europe/London"): [],
}  # fmt: skip


@pytest.mark.parametrize("worked", HOURS)
def test_times_lie_in_the_managers_hours_and_in_your_day(office: Office, worked: tuple[str, str]) -> None:
    """Yours from 7 to 20, where the two have any of it in common."""
    hours, zone = WorkingHours.from_text(worked[0]), worked[1]
    made = managers.add(office, name="A B", hours=hours, zone=zone)

    assert as_shown(office, ManagerId(made.id)) == HOURS[worked]


LIKED = {
    "Late afternoon": ["Wed 25 15:00", "Thu 26 15:00", "Fri 27 15:00"],
    "Mornings": ["Wed 25 10:00", "Thu 26 11:30", "Fri 27 11:00"],
    "Before the shift, 7 to 8": ["Wed 25 10:00", "Thu 26 14:00", "Fri 27 11:00"],
    "Tuesdays and Thursdays": ["Thu 26 10:00", "Tue 01 14:00", "Thu 03 11:00"],
    "not on Wednesdays, after 13:00": ["Thu 26 13:00", "Fri 27 14:00", "Mon 30 13:00"],
}  # fmt: skip


@pytest.mark.parametrize("words", LIKED)
def test_what_the_manager_likes_comes_first(office: Office, words: str) -> None:
    """Where it lies in their working hours."""
    manager = amara(office)
    managers.edit(office, manager, preferred_times=words)

    assert as_shown(office, manager) == LIKED[words]


def test_a_holiday_is_no_day_for_it(tmp_path: Path) -> None:
    office = memory_office(tmp_path, Clock(datetime(2026, 12, 24, 9, tzinfo=UTC)))
    manager = amara(office)
    managers.edit(office, manager, country="GB")

    assert as_shown(office, manager)[0] == "Tue 29 10:00"


def test_a_meeting_that_is_moved_is_not_in_its_own_way(office: Office) -> None:
    manager = amara(office)
    at = datetime(2026, 11, 25, 10, tzinfo=UTC)
    made = meetings.plan(office, manager, kind=MeetingKind.INTAKE, at=at)
    known = office.managers.get(manager)

    assert at not in proposed_times(office, known, minutes=30)
    assert at in proposed_times(office, known, minutes=30, meeting=MeetingId(made.id))
    assert slot_words(office, at) == "Wed 25 Nov 10:00"


ZONES = st.sampled_from(
    ["Europe/London", "Asia/Tokyo", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Auckland", "Europe/Warsaw"]
)
MINUTES = st.integers(0, 24 * 60 - 1)
OWN_DAY = (time(7), time(20))


@st.composite
def working_hours(draw: st.DrawFn) -> WorkingHours:
    days = []
    for _day in range(7):
        opens, closes = sorted((draw(MINUTES), draw(MINUTES)))
        works = draw(st.booleans()) and opens < closes
        days.append((time(*divmod(opens, 60)), time(*divmod(closes, 60))) if works else None)
    return WorkingHours(tuple(days) if any(days) else ((time(9), time(17)), *([None] * 6)))


@st.composite
def scenes(draw: st.DrawFn) -> tuple[datetime, HiringManager, list[tuple[datetime, int]], int]:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 365 * 24 * 60)))
    manager = HiringManager(
        id=ManagerId(0), name="A B", zone=draw(ZONES), hours=draw(working_hours()),
        country=draw(st.sampled_from([None, "GB", "JP"])), preferred_times=draw(st.sampled_from([None, *WORDS])),
    )  # fmt: skip
    planned = [
        (now + timedelta(minutes=draw(st.integers(-1440, 22 * 1440))), draw(st.integers(1, 1440)))
        for _meeting in range(draw(st.integers(0, 12)))
    ]
    return now, manager, planned, draw(st.sampled_from(LENGTHS))


def lies_in(begin: datetime, end: datetime, zone: ZoneInfo, hours: tuple[time, time]) -> bool:
    """Minute by minute."""
    minutes = int((end - begin) / timedelta(minutes=1))
    walls = [(begin + timedelta(minutes=each)).astimezone(zone) for each in range(minutes + 1)]
    return all(hours[0] <= wall.time() <= hours[1] and wall.date() == walls[0].date() for wall in walls)


@settings(max_examples=60, deadline=None)
@given(scenes())
def test_never_outside_both_days_and_never_over_another(
    scene: tuple[datetime, HiringManager, list[tuple[datetime, int]], int],
) -> None:
    now, manager, planned, minutes = scene
    with TemporaryDirectory() as folder:
        office = memory_office(Path(folder), Clock(now))
        busy = amara(office)
        for at, length in planned:
            meetings.plan(office, busy, kind=MeetingKind.OTHER, at=at, minutes=length, agenda=())
        found = proposed_times(office, manager, minutes=minutes)
        office.close()
    working, spans = working_time(manager), [(at, at + timedelta(minutes=minutes)) for at in found]
    own = [lies_in(*span, LONDON, OWN_DAY) for span in spans]
    assert len(found) <= 3
    assert list(found) == sorted(found)
    assert len(days_of(found, working.zone)) == len(found)
    assert all(own) or not any(own)
    for begin, end in spans:
        day = begin.astimezone(working.zone).date()
        hours = working.hours.days[day.weekday()]
        assert working.is_working_day(day)
        assert hours is not None
        assert day > now.astimezone(working.zone).date()
        assert lies_in(begin, end, working.zone, hours)
        assert all(end <= at or at + timedelta(minutes=length) <= begin for at, length in planned)


def days_of(found: tuple[datetime, ...], zone: ZoneInfo) -> set[date]:
    return {at.astimezone(zone).date() for at in found}
