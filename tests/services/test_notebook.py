"""The list of notes: its order, its words and dates, paging, and finding in any script."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.managers import ManagerId
from app.services import managers, notebook, notes
from app.services.office import Office
from tests.builders import LONDON, NOW, Clock, amara, memory_office


def titles(office: Office, manager: ManagerId, words: str = "") -> list[str]:
    return [row.title for row in notebook.rows(office, manager, words=words)]


def test_pinned_notes_come_first_then_the_newest(tmp_path: Path) -> None:
    clock = Clock()
    office = memory_office(tmp_path, clock)
    manager = amara(office)
    other = ManagerId(managers.add(office, name="Søren Kjær").id)
    made = {}
    for title in ("oldest", "middle", "newest"):
        clock.pass_by(minutes=1)
        made[title] = notes.add(office, manager, title=title).id
    notes.add(office, other, title="somebody else's")
    assert titles(office, manager) == ["newest", "middle", "oldest"]

    clock.pass_by(minutes=1)
    notes.edit(office, made["middle"], body="more")
    assert titles(office, manager) == ["middle", "newest", "oldest"]
    notes.pin(office, made["oldest"])
    assert titles(office, manager) == ["oldest", "middle", "newest"]
    assert [row.pinned for row in notebook.rows(office, manager)] == [True, False, False]


def test_pages_go_on_where_the_last_one_ended(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    manager = amara(office)
    for number in range(25):
        notes.add(office, manager, title=f"note {number}", body="same words", pinned=number in (3, 7, 20))
    whole = notebook.rows(office, manager)
    for words in ("", "same"):
        paged: list[notebook.NoteRow] = []
        while page := notebook.rows(office, manager, words=words, after=paged[-1] if paged else None, limit=4):
            paged += page
        assert paged == whole
    assert len(whole) == 25
    assert [row.title for row in whole[:4]] == ["note 20", "note 7", "note 3", "note 24"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lukasz", ["Łukasz"]),
        ("xiaoming", ["小明"]),
        ("小明", ["小明"]),
        ("dimitra", ["Δήμητρα"]),
        ("RISK na", ["Łukasz"]),
        ("named risk", ["Łukasz"]),
        ("soft", []),
        ('"', []),
        ("* OR (", []),
        ("   ", ["小明", "Δήμητρα", "Łukasz"]),
        ("", ["小明", "Δήμητρα", "Łukasz"]),
    ],
)
def test_finding_works_in_any_script(tmp_path: Path, words: str, found: list[str]) -> None:
    clock = Clock()
    office = memory_office(tmp_path, clock)
    manager = amara(office)
    for title, body in (("Łukasz", "The risk named first"), ("Δήμητρα", ""), ("小明", "王小明 decides")):
        clock.pass_by(minutes=1)
        notes.add(office, manager, title=title, body=body)
    other = ManagerId(managers.add(office, name="Søren Kjær").id)
    notes.add(office, other, title="Łukasz and the risk named by 小明 and Δήμητρα")

    assert titles(office, manager, words) == found


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("", ""),
        ("\n\n  \nWants the **risk named first**, then", "Wants the risk named first, then"),
        ("## What helps\n- one", "What helps"),
        ("> - [x] done", "done"),
        ("1. first", "first"),
        ("---\n***\nafter the rule", "after the rule"),
        ("![plan](file:///x.png) see [the page](https://example.com)", "plan see the page"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("**", ""),
        ("#hashtag stays", "#hashtag stays"),
        ("小明", "小明"),
    ],
)
def test_the_first_line_is_said_without_marks(body: str, line: str) -> None:
    assert notebook.first_line(body) == line


@pytest.mark.parametrize(
    ("back", "day", "saved"),
    [
        (timedelta(), "Today", "Saved 09:10"),
        (timedelta(hours=20), "Yesterday", "Saved yesterday 13:10"),
        (timedelta(days=7), "17 Nov", "Saved 17 Nov"),
        (timedelta(days=400), "20 Oct 2025", "Saved 20 Oct 2025"),
    ],
)
def test_days_are_said_as_people_write_them(tmp_path: Path, back: timedelta, day: str, saved: str) -> None:
    clock = Clock(NOW - back)
    office = memory_office(tmp_path, clock)
    manager = amara(office)
    note = notes.add(office, manager, title="x").id
    clock.at = NOW
    assert notebook.rows(office, manager)[0].day == day
    at = notebook.saved_at(office, note)
    assert at == NOW - back
    assert notebook.saved_words(at, NOW, LONDON) == saved


def test_a_row_says_itself_and_what_it_is(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    manager = amara(office)
    notes.add(office, manager, title="Calibration", body="- Systems first", shareable=True)
    notes.add(office, manager, title="How Amara decides", pinned=True)

    assert [row.words for row in notebook.rows(office, manager)] == [
        "Pinned. How Amara decides. No text yet. Private, Today.",
        "Calibration. Systems first. Shareable, Today.",
    ]
    assert notebook.rows(office, manager)[0].exactly == "Today 09:10"
    assert notebook.access_sentences(shareable=False)[1] == "Never in a summary, an email or anything made for others."
    assert notebook.access_sentences(shareable=True)[1] == "You choose when it goes into a summary."


@pytest.mark.parametrize(
    ("title", "body", "kept"),
    [
        ("  Mine ", "# Other", "Mine"),
        ("", "# Other\ntext", "Other"),
        ("", "\n", "Untitled"),
        ("", "x" * 500, "x" * 200),
    ],
)
def test_a_note_without_a_title_takes_its_first_line(title: str, body: str, kept: str) -> None:
    assert notebook.title_for(title, body) == kept


@pytest.mark.parametrize(
    ("body", "said"),
    [("", "0 words"), ("One", "1 word"), ("- **Call before 10:30** or it's late", "6 words"), ("王小明 ok", "2 words")],
)
def test_words_are_counted_without_marks(body: str, said: str) -> None:
    assert notebook.count_words(body) == said


def test_a_note_that_is_gone_has_no_time(tmp_path: Path) -> None:
    assert notebook.saved_at(memory_office(tmp_path), 7) is None
