"""A whole search at the terminal: what every practice leaves behind, and undo all the way back to the beginning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import vobject

from tests.terminal.deeds import Said, Terminal
from tests.whole_search import WHOLE_SEARCH, Deed, records

AFTER = "2026-12-07T10:00"
# What a practice leaves, as a question to the store and its answers.
LEFT = [
    pytest.param(
        "SELECT stage || ' ' || on_day FROM stage_change ORDER BY id",
        ["intake 2026-11-02", "sourcing 2026-11-03", "interviews 2026-11-10", "offer 2026-11-16",
         "closed 2026-11-19"], id="the stages with their days"),
    pytest.param(
        "SELECT kind || ' ' || state || ' ' || coalesce(strftime('%H:%M', ended_at), '-') FROM meeting ORDER BY id",
        ["intake held 10:30", "calibration held 14:15", "other planned -"], id="the meetings"),
    pytest.param(
        "SELECT count(*) || ' asked, ' || (SELECT count(*) FROM question WHERE asked_on IS NULL) || ' gaps'"
        " FROM question WHERE asked_on IS NOT NULL", ["2 asked, 16 gaps"], id="what the intake did not ask"),
    pytest.param(
        "SELECT kind || ': ' || coalesce(became, '-') FROM captured_item ORDER BY position",
        ["decision: -", "i_will: follow_up:1", "they_will: expectation:17", "note: -", "private: -"],
        id="what was caught"),
    pytest.param(
        "SELECT text || ', ' || owner || ', ' || due FROM follow_up",
        ["Send the market map, me, 2026-11-05"], id="the follow-up"),
    pytest.param(
        "SELECT w.statement || ', ' || w.agreed_on FROM wording w WHERE w.agreed_in IS NOT NULL",
        ["Share the pager load, 2026-11-03"], id="the promise of the meeting"),
    pytest.param(
        "SELECT was || ' > ' || now || ', ' || asked_by || ', ' || days_lost FROM requirement_change",
        ["Incident command > Incident command across time zones, them, 3"], id="the drift"),
    pytest.param(
        "SELECT text || ', ' || source || ': ' || probe FROM requirement WHERE kind = 'must' ORDER BY position",
        ["On-call through a whole quarter, asked: How was your worst week?",
         "Incident command across time zones, asked: Which one did you lead last?",
         "Never wrote anything down, predecessor: Wanted a team to lead"], id="the must-haves"),
    pytest.param("SELECT answer || ' ' || on_day FROM alternative", ["yes 2026-11-03"], id="the alternative"),
    pytest.param("SELECT shown_on FROM market_fact", ["2026-11-03"], id="the market fact was shown"),
    pytest.param(
        "SELECT candidate || ': ' || answer || ' ' || date(answered_at) || coalesce(', ' || reason, '')"
        " || coalesce(', ' || (SELECT text FROM requirement r WHERE r.id = presentation.requirement), '')"
        " FROM presentation ORDER BY id",
        ["Bell, Ottilie: yes 2026-11-06", "Iversen, Jon: yes 2026-11-06, They would",
         "Haddad, Rami: no 2026-11-06, Has never been on call, On-call through a whole quarter"], id="the answers"),
    pytest.param(
        "SELECT chosen_on, salary_talk_on, terms_approved_on, verbal_offer_on, verbal_answer_on, written_offer_on,"
        " expires_on, signed_on, start_on FROM offer",
        [("2026-11-16", "2026-11-16", "2026-11-17", "2026-11-17", "2026-11-18", "2026-11-18", "2026-11-25",
          "2026-11-19", "2026-12-07")], id="the days of the offer"),
    pytest.param(
        "SELECT score || ', ' || cause || ', ' || text || ', ' || answer || ', ' || better || ', ' || checked_on"
        " FROM proposal JOIN satisfaction s ON s.id = proposal.satisfaction",
        ["3, Two searches at once, Two fixed interview slots a week, approved, 1, 2026-11-20"], id="satisfaction"),
    pytest.param("SELECT stage || ', ' || outcome FROM search", ["closed, Filled"], id="the search is filled"),
    pytest.param(
        "SELECT form || ' ' || place || ' ' || on_day || ' ' || thanked_on FROM celebration",
        ["lunch The canal bank 2026-11-27 2026-11-19"], id="the celebration"),
    pytest.param("SELECT milestone || ' ' || done_on FROM anniversary", ["start 2026-12-07"], id="the first day"),
]  # fmt: skip

# The check-ins that made themselves: the promise, whose, how it ended, and the evidence.
CHECKED = [
    ("Hold the intake meeting", "mine", "kept", "meeting:1"),
    ("Hold the intake meeting", "theirs", "kept", "meeting:1"),
    ("Write a summary after each meeting", "mine", "kept", "issued_document:1"),
    ("Send the search plan", "mine", "kept", "sourcing_channel:1"),
    ("Present the first three to five people", "mine", "kept", "presentation:3"),
    ("Give feedback on every CV, with a reason", "theirs", "kept", "presentation:1"),
    ("Give feedback on every CV, with a reason", "theirs", "kept", "presentation:2"),
    ("Give feedback on every CV, with a reason", "theirs", "kept", "presentation:3"),
    ("Book the interview after a yes", "mine", "kept", "interview:1"),
    ("Give feedback after an interview", "theirs", "kept", "interview:1"),
    ("Decide after the last interview", "theirs", "late", "offer:1"),
    ("Approve the offer terms", "theirs", "kept", "offer:1"),
    ("Make the verbal offer after the decision", "mine", "kept", "offer:1"),
    ("Send the written offer after the verbal yes", "mine", "kept", "offer:1"),
    ("Send the written offer after the verbal yes", "theirs", "kept", "offer:1"),
    ("Tell every candidate where they stand", "mine", "kept", "presentation:1"),
    ("Tell every candidate where they stand", "mine", "kept", "presentation:3"),
]


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, list[tuple[Deed, Said]]]]:
    """The whole search, typed; with what was said to each deed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        here = Terminal(tmp_path_factory.mktemp("whole"))
        yield here, [(deed, here.do(deed)) for deed in WHOLE_SEARCH]


Typed = tuple[Terminal, list[tuple[Deed, Said]]]


def test_every_deed_is_done_or_refused_in_a_sentence(terminal: Typed) -> None:
    for deed, said in terminal[1]:
        wanted = (1, deed.refused) if deed.refused else (0, "")
        assert (said.code, said.refused) == wanted, deed
    assert [deed.name for deed, said in terminal[1] if said.code] == ["offer.written"]


@pytest.mark.parametrize(("question", "answers"), LEFT)
def test_every_practice_leaves_its_facts(terminal: Typed, question: str, answers: list[object]) -> None:
    rows = terminal[0].store.execute(question).fetchall()

    assert [row if len(row) > 1 else row[0] for row in rows] == answers


def test_promises_are_checked_by_what_happened(terminal: Typed) -> None:
    found = terminal[0].store.execute(
        "SELECT w.statement, c.side, c.outcome, c.evidence FROM check_in c JOIN wording w USING (expectation)"
        " WHERE c.evidence IS NOT NULL ORDER BY c.expectation, c.event, c.side"
    )
    assert found.fetchall() == CHECKED


def test_what_waited_when_the_search_closed_counts_for_nobody(terminal: Typed) -> None:
    found = terminal[0].store.execute("SELECT DISTINCT outcome, remark FROM check_in WHERE evidence IS NULL")

    assert found.fetchall() == [("waived", "The search was closed.")]


def test_the_invitation_and_the_summary_are_files(terminal: Typed) -> None:
    invitation = vobject.readOne((terminal[0].folder / "intake.ics").read_bytes().decode())

    assert (invitation.method.value, invitation.vevent.location.value) == ("REQUEST", "Room 4")
    assert invitation.vevent.attendee.value == "mailto:amara.okonkwo@halden.example"
    assert (terminal[0].folder / "summary.pdf").read_bytes()[:5] == b"%PDF-"


def test_the_briefing_says_it_all_again(terminal: Typed) -> None:
    said = terminal[1][-1][1].out

    assert "all is well" in said
    assert "Rows before work" in said
    assert len(said.split()) < 300


def test_undo_goes_back_to_the_beginning_row_for_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    here = Terminal(tmp_path)
    first = records(here.store)
    for deed in WHOLE_SEARCH:
        here.do(deed)
    assert records(here.store) != first
    undone = here.undo_all(AFTER)

    assert (undone[0], undone[-1]) == ("Undone: Remembered: Bell, Ottilie", "Undone: Amara Okonkwo added")
    assert records(here.store) == first
