"""The log as it is read: outlines by key, entries with what hangs on them, found in any script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.channels import Channel, Direction
from app.domain.managers import ManagerId
from app.domain.talks import TalkId
from app.services import candidates, follow_ups, searches, talks, timeline
from app.services import sample as sample_office
from app.services.office import Office, open_office
from app.services.timeline import Group, Shown
from app.storage.timeline import TOP
from builders import LONDON, NOW, Clock, amara, memory_office, running_meeting


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An empty office."""
    return memory_office(tmp_path)


@pytest.fixture
def manager(office: Office) -> ManagerId:
    """The hiring manager of the renders."""
    return amara(office)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Office]:
    """The office of the pictures."""
    sample_office.write_sample(tmp_path / "sample", size="small", seed=1, day=date(2026, 11, 24), zone=LONDON)
    opened = open_office(tmp_path / "sample", clock=Clock(), zone=LONDON)
    yield opened
    opened.close()


def said(office: Office, manager: ManagerId, text: str, ago: timedelta, channel: Channel = Channel.CALL) -> int:
    """An entry so long ago; its id."""
    return talks.add(office, manager, text=text, at=NOW - ago, channel=channel).id


def walked(office: Office, shown: Shown, limit: int) -> list[int]:
    """The whole outline, a stretch at a time."""
    found: list[int] = []
    below: timeline.Key | None = TOP
    while below is not None:
        stretch = timeline.outline(office, shown, below=below, limit=limit)
        found += stretch.ids
        below = stretch.end
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_stretches_leave_nothing_out_and_repeat_nothing(office: Office, manager: ManagerId, limit: int) -> None:
    """Also where several entries have the same time; the newest comes first."""
    hours = [5, 1, 3, 3, 3, 9, 1]
    made = [said(office, manager, f"entry {n}", timedelta(hours=each)) for n, each in enumerate(hours)]
    expected = [talk for _at, talk in sorted(((-h, t) for h, t in zip(hours, made, strict=True)), reverse=True)]

    assert walked(office, Shown(manager), limit) == expected


def test_another_managers_log_stays_theirs(office: Office, manager: ManagerId) -> None:
    """Every log is one person's."""
    other = amara(office)
    said(office, other, "not yours", timedelta(hours=1))

    assert walked(office, Shown(manager), 10) == []


CHANNELS = {
    Group.ALL: set(Channel),
    Group.CALLS: {Channel.CALL, Channel.VIDEO},
    Group.MEETINGS: {Channel.IN_PERSON},
    Group.EMAIL: {Channel.EMAIL, Channel.LETTER},
    Group.MESSAGES: {Channel.MESSAGE},
}


@pytest.mark.parametrize("group", Group)
def test_groups_hold_their_channels(office: Office, manager: ManagerId, group: Group) -> None:
    """What each filter shows."""
    made = {each: said(office, manager, each.value, timedelta(hours=1), each) for each in Channel}

    assert set(walked(office, Shown(manager, group), 2)) == {made[each] for each in CHANNELS[group]}


def test_a_talk_that_was_a_meeting_is_among_the_meetings(office: Office, manager: ManagerId) -> None:
    """A video call with an agenda is both."""
    meeting = running_meeting(office, manager)
    talk = talks.add(office, manager, text="Calibration", channel=Channel.VIDEO, meeting=meeting).id

    assert walked(office, Shown(manager, Group.MEETINGS), 5) == [talk]
    assert walked(office, Shown(manager, Group.CALLS), 5) == [talk]


FOUND = [
    ("lukasz", "Met Łukasz about the panel"),
    ("xiaoming", "王小明 liked the team"),
    ("小明", "王小明 liked the team"),
    ("δημητρα", "Δήμητρα asked for a week"),
    ("ليلى", "ليلى sent the dates"),
    ("panel me", "Met Łukasz about the panel"),
    ("SALARY", "The salary band"),
]


@pytest.mark.parametrize(("words", "text"), FOUND)
def test_entries_are_found_in_any_script(office: Office, manager: ManagerId, words: str, text: str) -> None:
    """By every word, the last one may be a beginning, without accents and case."""
    made = {said(office, manager, each, timedelta(hours=1)): each for each in dict.fromkeys(t for _w, t in FOUND)}

    assert [made[talk] for talk in walked(office, Shown(manager, words=words), 2)] == [text]


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_words_are_found_wherever_they_lie(office: Office, manager: ManagerId, limit: int) -> None:
    """A stretch without any is no end, and one that another manager also said stays theirs."""
    spoken = ["An offer", "A walk", "A walk", "The offer again", "A walk", "A walk", "A walk", "Offered more", "A walk"]
    made = [said(office, manager, text, timedelta(hours=3 * n)) for n, text in enumerate(spoken)]
    said(office, amara(office), "Their offer", timedelta(hours=1))

    assert walked(office, Shown(manager, words="offer"), limit) == [made[0], made[3], made[7]]


@pytest.mark.parametrize("words", ['"', "((", "*", "AND", "zzz", "\0", "-"])
def test_words_that_are_syntax_find_nothing_and_break_nothing(office: Office, manager: ManagerId, words: str) -> None:
    """What was typed is never read as a query."""
    said(office, manager, "The salary band", timedelta(hours=1))

    assert walked(office, Shown(manager, words=words), 2) == []


def test_spaces_look_for_nothing(office: Office, manager: ManagerId) -> None:
    """An empty field shows the whole log."""
    talk = said(office, manager, "The salary band", timedelta(hours=1))

    assert walked(office, Shown(manager, words="  "), 2) == [talk]


def test_an_entry_carries_what_hangs_on_it(office: Office, manager: ManagerId) -> None:
    """Its search, its follow-ups by date, and the people presented with it."""
    search = searches.open_search(office, manager, title="Staff SRE").id
    at = NOW - timedelta(days=1)
    talk = talks.add(office, manager, text="Sent 2 CVs", at=at, search=search).id
    for name in ("Bell", "Haddad"):
        candidates.present(office, search, candidate=name, at=at)
    later = follow_ups.add(office, manager, text="second", due=date(2026, 12, 2), talk=talk).id
    first = follow_ups.add(office, manager, text="first", due=date(2026, 12, 1), talk=talk).id

    entry = timeline.entry(office, TalkId(talk))

    assert entry is not None
    assert (entry.search, [each.id for each in entry.follow_ups]) == ("Staff SRE", [first, later])
    assert (entry.facts.presented, entry.facts.answered) == (2, 0)
    assert (entry.day, entry.time) == (date(2026, 11, 23), "09:10")


def test_a_day_is_that_of_the_zone_it_was_stored_with(office: Office, manager: ManagerId) -> None:
    """A late call in Tokyo belongs to the next day there; a zone nobody knows counts as the computer's."""
    at = datetime.fromisoformat("2026-11-20T22:30:00+00:00")
    tokyo = talks.add(office, manager, text="late", at=at, zone="Asia/Tokyo").id
    office.conn.execute("UPDATE talk SET zone = 'Mars/Olympus' WHERE id = ?", (said(office, manager, "x", NOW - at),))

    days = [entry.day for entry in timeline.entries(office, walked(office, Shown(manager), 9)) if entry]

    assert sorted(days) == [date(2026, 11, 20), date(2026, 11, 21)]
    assert timeline.entry(office, TalkId(tokyo)) is not None


def test_a_deleted_entry_is_none_in_its_place(office: Office, manager: ManagerId) -> None:
    """A page asked for a moment too late says so instead of shifting."""
    kept, gone = (said(office, manager, text, timedelta(hours=1)) for text in ("kept", "gone"))
    talks.delete(office, TalkId(gone))

    assert [entry and entry.talk.id for entry in timeline.entries(office, [gone, kept])] == [None, kept]


def test_a_place_is_where_a_new_entry_belongs(office: Office, manager: ManagerId) -> None:
    """By time, then by id; an entry that is there has the place it stands at."""
    ids = [said(office, manager, "entry", timedelta(hours=each)) for each in (1, 3, 5, 7)]
    new = [said(office, manager, "new", timedelta(hours=each)) for each in (0, 4, 5, 9)]

    assert [timeline.place(office, ids, each) for each in ids] == [0, 1, 2, 3]
    assert [timeline.place(office, ids, each) for each in new] == [0, 2, 2, 4]


def test_an_entry_moved_in_time_no_longer_fits(office: Office, manager: ManagerId) -> None:
    """Editing the words keeps the place, editing the time may not."""
    ids = [said(office, manager, "entry", timedelta(hours=each)) for each in (1, 3, 5)]
    talks.edit(office, TalkId(ids[1]), text="other words")
    assert timeline.fits(office, ids, 1)

    talks.edit(office, TalkId(ids[1]), at=NOW - timedelta(hours=9))

    assert not timeline.fits(office, ids, 1)


def test_only_what_fits_the_filter_belongs(office: Office, manager: ManagerId) -> None:
    """What a change brings is shown only if the filter would have found it."""
    call = said(office, manager, "the band", timedelta(hours=1), Channel.CALL)
    mail = said(office, manager, "the band", timedelta(hours=1), Channel.EMAIL)
    shown = Shown(manager, Group.EMAIL, "ban")

    assert timeline.belongs(office, shown, [call, mail]) == {mail}
    assert timeline.belongs(office, shown, []) == set()


def test_changes_name_the_rows_they_show_on(office: Office, manager: ManagerId) -> None:
    """A ticked follow-up is seen on the talk it came from."""
    talk = said(office, manager, "entry", timedelta(hours=1))
    plan = follow_ups.add(office, manager, text="send", due=date(2026, 12, 1), talk=talk).id

    assert timeline.concerned(office, follow_ups.done(office, plan).touched) == {talk}
    assert timeline.talk_of(office, "follow_up", plan) == talk
    assert timeline.talk_of(office, "talk", talk) == talk
    assert timeline.talk_of(office, "note", 1) is None


def test_the_log_of_the_pictures(sample: Office) -> None:
    """62 entries since March, and the facts of the render on its rows."""
    manager = next(each.id for each in sample.managers.everyone() if each.name == "Amara Okonkwo")
    ids = walked(sample, Shown(manager), 20)
    rows = [entry for entry in timeline.entries(sample, ids[:6]) if entry]

    assert (len(ids), timeline.since(sample, manager)) == (62, date(2026, 3, 19))
    assert [row.talk.minutes for row in rows] == [25, None, None, 22, 30, None]
    assert [row.talk.direction for row in rows[:2]] == [Direction.MINE, Direction.THEIRS]
    assert (rows[2].facts.presented, rows[2].facts.answered, rows[3].facts.decisions) == (3, 1, 2)
    assert [plan.text for plan in rows[1].follow_ups if plan.done_at] == ["Cut the panel to two"]
