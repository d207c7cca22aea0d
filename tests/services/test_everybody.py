"""What is listed of everybody: meetings by day and page, searches by stage, and who kept how much."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.searches import Answer, SearchId, Stage
from app.domain.talks import MeetingId
from app.services import (
    candidates,
    diary,
    ending,
    kept_lately,
    managers,
    meetings,
    sample,
    search_list,
    searches,
    talks,
)
from app.services.office import Office, open_office
from builders import LONDON, Clock, amara, memory_office

TODAY = date(2026, 11, 24)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return memory_office(tmp_path)


def planned(office: Office, manager: ManagerId, days: int) -> MeetingId:
    """A meeting so many days from now."""
    at = office.now() + timedelta(days=days)
    return MeetingId(meetings.plan(office, manager, kind=MeetingKind.STATUS, at=at).id)


def test_what_comes_begins_with_what_nobody_settled(office: Office) -> None:
    manager = amara(office)
    late, soon = planned(office, manager, -2), planned(office, manager, 1)
    found = diary.coming(office)

    assert [each.meeting.id for each in found] == [late, soon]
    assert [each.is_unsettled(office.now()) for each in found] == [True, False]
    assert found[0].name == "Amara Okonkwo"


def test_the_past_is_held_and_cancelled_newest_first(office: Office) -> None:
    manager = amara(office)
    first, second, third = (planned(office, manager, days) for days in (-3, -2, -1))
    meetings.cancel(office, second)
    for each, days in ((first, 3), (third, 1)):
        at = office.now() - timedelta(days=days)
        ending.held(office, each, started_at=at, ended_at=at + timedelta(minutes=20))
    managers.archive(office, manager)
    found = diary.past(office)

    assert [each.meeting.id for each in found] == [third, second, first]
    assert all(each.set_aside for each in found)


@pytest.mark.parametrize("page", [1, 2, 9])
def test_what_is_cancelled_stays_among_what_comes_until_it_is_past(office: Office, page: int) -> None:
    manager = amara(office)
    made = [planned(office, manager, days) for days in (-2, -1, 1, 2, 3)]
    for each in (made[0], made[2], made[4]):
        meetings.cancel(office, each)
    ahead, key = [], None
    while found := diary.coming(office, after=key, limit=page):
        ahead += [each.meeting.id for each in found]
        key = found[-1].row.key

    assert ahead == made[1:]
    assert [each.meeting.id for each in diary.past(office)] == made[:1]


@pytest.mark.parametrize("page", [1, 2, 3])
def test_pages_follow_each_other_without_gap_or_repeat(office: Office, page: int) -> None:
    """Also where several meetings have the same time."""
    manager = amara(office)
    made = [planned(office, manager, -(number // 2) - 1) for number in range(6)]
    ahead, key = [], None
    while found := diary.coming(office, after=key, limit=page):
        ahead += [each.meeting.id for each in found]
        key = found[-1].row.key
    for each in made:
        meetings.cancel(office, each)
    back: list[MeetingId] = []
    last: tuple[datetime, int] | None = None
    while found := diary.past(office, before=last, limit=page):
        back += [each.meeting.id for each in found]
        last = found[-1].row.key

    assert sorted(ahead) == sorted(made)
    assert back == ahead[::-1]


def test_searches_stand_by_stage_with_days_and_answers(office: Office) -> None:
    """Half a working day, then two: the median is what is said."""
    manager = amara(office)
    search = SearchId(searches.open_search(office, manager, title="Backend", opened_on=TODAY - timedelta(days=30)).id)
    other = SearchId(searches.open_search(office, manager, title="Data").id)
    searches.move(office, search, stage=Stage.INTERVIEWS)
    at = office.now() - timedelta(days=5)
    for hours in (4, 72):
        shown = candidates.present(office, search, candidate="C D", at=at)
        candidates.answer(office, shown.id, answer=Answer.YES, at=at + timedelta(hours=hours))  # type: ignore[arg-type]
    found = search_list.opened(office)

    assert [each.search.id for each in found] == [other, search]
    assert search_list.days_words(found[1]) == "open for 30 days"
    assert search_list.feedback_words(found[0]) == ""
    assert search_list.feedback_words(found[1]).startswith("feedback in 1")
    assert search_list.count_open(office) == 2


@pytest.mark.parametrize("page", [1, 2, 5])
def test_closed_searches_come_by_pages(office: Office, page: int) -> None:
    manager = amara(office)
    for number in range(5):
        made = searches.open_search(office, manager, title=f"Role {number}", opened_on=TODAY - timedelta(days=number))
        searches.close(office, SearchId(made.id))
    titles, key = [], None
    while found := search_list.closed(office, before=key, limit=page):
        titles += [each.search.title for each in found]
        key = found[-1].key

    assert titles == [f"Role {number}" for number in reversed(range(5))]
    assert search_list.count_open(office) == 0


def test_the_balance_of_the_pictures(tmp_path: Path) -> None:
    """In the order of the sidebar; who is paused is left out; somebody new has no history."""
    sample.write_sample(tmp_path / "office", size="small", seed=1, day=TODAY, zone=LONDON)
    office = open_office(tmp_path / "office", clock=Clock(), zone=LONDON)
    found, count = kept_lately.balances(office, 20)
    said = [kept_lately.spoken(each) for each in found]

    assert count == 9
    assert said[0] == "Søren Kjær: you kept 14 of 15, they kept 3 of 12 in the last 90 days"
    assert said[-1] == "Tomás Ferreira: no history yet"
    managers.pause(office, ManagerId(found[0].id))
    assert kept_lately.balances(office, 3)[1] == 8
    assert len(kept_lately.balances(office, 3)[0]) == 3
    office.close()


def test_who_is_silent_the_longest(office: Office) -> None:
    assert kept_lately.longest_silent(office) is None
    first, second = amara(office), managers.add(office, name="Tomás Ferreira").id
    talks.log(office, first, "call 5m: hello @mon")
    talks.log(office, ManagerId(second), "call 5m: hello")

    assert kept_lately.longest_silent(office) == first
