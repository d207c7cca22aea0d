"""One typed line becomes its parts; the sentences are those of the log's quick-add bar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.channels import Channel, Direction
from app.domain.quickadd import MarkKind, PlannedFollowUp, QuickLine, TheirPromise, understand

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 11, 24, 8, 10, tzinfo=UTC)  # Tue 24 Nov, 09:10 in Warsaw
TOMORROW = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
BACKEND, SRE, BACK_OFFICE, LODZ = (1, 2, 3, 4)
SEARCHES = (
    (BACKEND, "Senior Backend Engineer"),
    (SRE, "Staff SRE"),
    (BACK_OFFICE, "Back Office Lead"),
    (LODZ, "Kierownik, Łódź"),
)


def read(line: str) -> QuickLine:
    return understand(line, now=NOW, zone=WARSAW, searches=SEARCHES)


def spans(line: str) -> list[tuple[MarkKind, str]]:
    return [(mark.kind, line[mark.start : mark.end]) for mark in read(line).marks]


def local(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=WARSAW).astimezone(UTC)


def test_the_sample_line_is_understood_whole() -> None:
    line = "call 25m: agreed to widen salary band #Backend !fri send 3 CVs"
    found = read(line)
    assert (found.channel, found.minutes, found.direction) == (Channel.CALL, 25, Direction.MINE)
    assert (found.at, found.at_clipped) == (NOW, False)
    assert (found.text, found.decision) == ("", "widen salary band")
    assert (found.search, found.unknown_search) == (BACKEND, None)
    assert found.follow_ups == (PlannedFollowUp(text="send 3 CVs", due=FRIDAY),)
    assert (found.promises, found.private) == ((), None)
    assert [mark.label for mark in found.marks if mark.label] == [
        "Call",
        "25 min",
        "Decision: widen salary band",
        "Senior Backend Engineer",
        "Fri 27 Nov: send 3 CVs",
    ]
    assert spans(line) == [
        (MarkKind.CHANNEL, "call"),
        (MarkKind.MINUTES, "25m"),
        (MarkKind.JOIN, ":"),
        (MarkKind.DECISION, "agreed"),
        (MarkKind.JOIN, "to"),
        (MarkKind.SEARCH, "#Backend"),
        (MarkKind.FOLLOW_UP, "!fri send 3 CVs"),
    ]


@pytest.mark.parametrize(
    ("line", "channel", "text"),
    [
        ("call she is well", Channel.CALL, "she is well"),
        ("Call: she is well", Channel.CALL, "she is well"),
        ("CALL, she is well", Channel.CALL, "she is well"),
        ("video she is well", Channel.VIDEO, "she is well"),
        ("mail CVs", Channel.EMAIL, "CVs"),
        ("e-mail: CVs", Channel.EMAIL, "CVs"),
        ("msg panel of two", Channel.MESSAGE, "panel of two"),
        ("meet 14th floor", Channel.IN_PERSON, "14th floor"),
        ("letter: thank you", Channel.LETTER, "thank you"),
        ("Anruf: gut", Channel.CALL, "gut"),
        ("appel bien", Channel.CALL, "bien"),
        ("llamada: bien", Channel.CALL, "bien"),
        ("rozmowa: dobrze", Channel.CALL, "dobrze"),
        ("Wiadomość: dobrze", Channel.MESSAGE, "dobrze"),
        ("chiamata bene", Channel.CALL, "bene"),
        ("telefoontje goed", Channel.CALL, "goed"),
        ("chamada bem", Channel.CALL, "bem"),
        ("réunion bien", Channel.IN_PERSON, "bien"),
        ("calls about Iversen", Channel.OTHER, "calls about Iversen"),
        ("she wants a call", Channel.OTHER, "she wants a call"),
        ("call:agreed", Channel.OTHER, "call:agreed"),
        ("brief discussion", Channel.OTHER, "brief discussion"),
        ("", Channel.OTHER, ""),
    ],
)
def test_the_first_word_names_the_channel(line: str, channel: Channel, text: str) -> None:
    assert (read(line).channel, read(line).text) == (channel, text)


@pytest.mark.parametrize(
    ("line", "minutes", "text"),
    [
        ("call 25m x", 25, "x"),
        ("call: 25m x", 25, "x"),
        ("call 1h x", 60, "x"),
        ("call 1h20 x", 80, "x"),
        ("call 1h20m: x", 80, "x"),
        ("call 1h5: x", 65, "x"),
        ("call 90min x", 90, "x"),
        ("25m x", 25, "x"),
        ("> 25M x", 25, "x"),
        ("call she has 25m x", None, "she has 25m x"),
        ("call 25 m x", None, "25 m x"),
        ("call 1h75 x", None, "1h75 x"),
        ("call 0m x", None, "0m x"),
        ("call 9999m x", None, "9999m x"),
        ("call 25mx x", None, "25mx x"),
    ],
)
def test_a_duration_stands_in_the_head_only(line: str, minutes: int | None, text: str) -> None:
    assert (read(line).minutes, read(line).text) == (minutes, text)


@pytest.mark.parametrize(
    ("line", "direction", "text"),
    [
        ("> mail: x", Direction.THEIRS, "x"),
        (">x", Direction.THEIRS, "x"),
        ("call both x", Direction.BOTH, "x"),
        ("call 25m both: x", Direction.BOTH, "x"),
        ("Anruf 25m beide: x", Direction.BOTH, "x"),
        ("both sides want it", Direction.MINE, "both sides want it"),
        ("call we both want it", Direction.MINE, "we both want it"),
        ("call band > 80k", Direction.MINE, "band > 80k"),
        ("> call both want it", Direction.THEIRS, "both want it"),
    ],
)
def test_the_direction_stands_in_the_head_only(line: str, direction: Direction, text: str) -> None:
    assert (read(line).direction, read(line).text) == (direction, text)


@pytest.mark.parametrize(
    ("mark", "at"),
    [
        ("@08:30", local(2026, 11, 24, 8, 30)),
        ("@8:30,", local(2026, 11, 24, 8, 30)),
        ("@today 08:30", local(2026, 11, 24, 8, 30)),
        ("@yesterday 16:40", local(2026, 11, 23, 16, 40)),
        ("@wczoraj 16:40", local(2026, 11, 23, 16, 40)),
        ("@yesterday", local(2026, 11, 23, 9, 10)),
        ("@mon", local(2026, 11, 23, 9, 10)),
        ("@mon 14:00", local(2026, 11, 23, 14, 0)),
        ("@Tuesday", NOW),
        ("@tue 08:00", local(2026, 11, 24, 8, 0)),
        ("@wed 08:00", local(2026, 11, 18, 8, 0)),
        ("@środa 08:00", local(2026, 11, 18, 8, 0)),
        ("@20.11", local(2026, 11, 20, 9, 10)),
        ("@20.11. 10:00", local(2026, 11, 20, 10, 0)),
        ("@20.11.2025 10:00", local(2025, 11, 20, 10, 0)),
        ("@2026-10-25 02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_time_is_in_the_past(mark: str, at: datetime) -> None:
    found = read(f"call {mark} she is well")
    assert (found.at, found.at_clipped, found.text) == (at, False, "she is well")


@pytest.mark.parametrize("mark", ["@10:30", "@tue 23:59", "@27.11", "@27.11 10:00", "@2199-12-31"])
def test_a_time_to_come_becomes_now_and_the_chip_says_so(mark: str) -> None:
    found = read(f"call {mark} she is well")
    assert (found.at, found.at_clipped, found.text) == (NOW, True, "she is well")
    assert found.marks[1].label == "Today 09:10, as the time typed is still to come"


def test_a_date_of_last_year_is_meant_in_january() -> None:
    january = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
    found = understand("call @28.12 10:00", now=january, zone=ZoneInfo("UTC"))
    assert found.at == datetime(2026, 12, 28, 10, 0, tzinfo=UTC)
    assert found.marks[1].label == "Mon 28 Dec 2026 10:00"


@pytest.mark.parametrize(
    "words",
    [
        "https://halden.example/a//b",
        "great! C# and a@b.c at 50%",
        "great !",
        "!wow @nobody !9x",
        "!31.02 @31.02 !29.2 @24:00 !32.1.2027 !2026-13-01 @9",
        "wow !!! @ #",
        "first, then//second",
        "we are #1",
        "!fri",
        "!them fri",
        "agreed",
        "she agreed to it",
        "x. Agreed.",
        "send it now! fri",
    ],
)
def test_what_is_not_understood_stays_text(words: str) -> None:
    found = read(words)
    assert (found.text, found.decision, found.follow_ups, found.promises) == (words, None, (), ())
    assert (found.at, found.private, found.marks) == (NOW, None, ())


@pytest.mark.parametrize(
    ("line", "decision", "text"),
    [
        ("agreed to widen", "widen", ""),
        ("Agreed: widen", "widen", ""),
        ("agreed, that panel is two", "panel is two", ""),
        ("agreed that panel is two", "panel is two", ""),
        ("she called. agreed to widen", "widen", "she called."),
        ("band; agreed two", "two", "band;"),
        ("band: agreed two", "two", "band:"),
        ("@08:00 agreed two", "two", ""),
        ("#Staff agreed two", "two", ""),
        ("band, agreed two", None, "band, agreed two"),
        ("agreed one. agreed two", "one. two", ""),
        ("agreed one #Staff and more", "one", "and more"),
        ("agreed #Staff one", None, "agreed one"),
        ("vereinbart: zwei", "zwei", ""),
        ("afgesproken dat het kan", "het kan", ""),
        ("mail: uzgodniono dwa", "dwa", ""),
    ],
)
def test_agreed_begins_a_decision_where_a_clause_begins(line: str, decision: str | None, text: str) -> None:
    assert (read(line).decision, read(line).text) == (decision, text)


@pytest.mark.parametrize(
    ("mark", "due"),
    [
        ("!today", date(2026, 11, 24)),
        ("!tomorrow", TOMORROW),
        ("!morgen", TOMORROW),
        ("!", TOMORROW),
        ("!fri", FRIDAY),
        ("!FRI:", FRIDAY),
        ("!piątek", FRIDAY),
        ("!tue", date(2026, 12, 1)),
        ("!mon", date(2026, 11, 30)),
        ("!0d", date(2026, 11, 24)),
        ("!2d", date(2026, 11, 26)),
        ("!4d", date(2026, 11, 30)),
        ("!2w", date(2026, 12, 8)),
        ("!27.11", FRIDAY),
        ("!24.11.", date(2026, 11, 24)),
        ("!23.11", date(2027, 11, 23)),
        ("!27.11.2026", FRIDAY),
        ("!2026-11-27", FRIDAY),
    ],
)
def test_a_follow_up_has_a_day(mark: str, due: date) -> None:
    found = read(f"call she is well {mark} send CVs to Anna")
    assert found.follow_ups == (PlannedFollowUp(text="send CVs to Anna", due=due),)
    assert found.text == "she is well"


def test_several_plans_of_both_sides() -> None:
    found = read("call !fri send CVs !them mon answer. agreed to hire !them sign #Nobody it // she is tired !fri")
    assert found.follow_ups == (PlannedFollowUp(text="send CVs", due=FRIDAY),)
    assert found.promises == (
        TheirPromise(text="answer.", due=date(2026, 11, 30)),
        TheirPromise(text="sign #Nobody it", due=TOMORROW),
    )
    assert (found.decision, found.unknown_search, found.private) == ("hire", "Nobody", "she is tired !fri")


@pytest.mark.parametrize(
    ("line", "plan", "text", "decision"),
    [
        ("two people? !fri", "two people?", "two people?", None),
        ("agreed to widen !fri", "widen", "", "widen"),
        ("!fri agreed terms", "agreed terms", "", None),
    ],
)
def test_a_plan_without_words_is_about_the_line(line: str, plan: str, text: str, decision: str | None) -> None:
    found = read(line)
    assert found.follow_ups == (PlannedFollowUp(text=plan, due=FRIDAY),)
    assert (found.text, found.decision) == (text, decision)


@pytest.mark.parametrize(
    ("name", "search"),
    [
        ("#Backend", BACKEND),
        ("#backe", BACKEND),
        ("#Back", BACK_OFFICE),
        ("#Senior-Backend", BACKEND),
        ("#seniorbackendengineer", BACKEND),
        ("#S", BACKEND),
        ("#sre.", SRE),
        ("#lodz", LODZ),
        ("#ŁÓDŹ", LODZ),
        ("#engineer", BACKEND),
    ],
)
def test_a_search_is_found_by_the_beginning_of_a_word(name: str, search: int) -> None:
    found = read(f"call he likes {name} much")
    assert (found.search, found.unknown_search, found.text) == (search, None, "he likes much")


def test_an_unknown_search_stays_in_the_text_and_is_underlined() -> None:
    line = "call he likes #Payroll, and #Staff and #Backend"
    found = read(line)
    assert (found.search, found.unknown_search) == (SRE, "Payroll")
    assert found.text == "he likes #Payroll, and and #Backend"
    assert (MarkKind.UNKNOWN_SEARCH, "#Payroll,") in spans(line)


@pytest.mark.parametrize(
    ("line", "text", "private"),
    [
        ("// she is tired", "", "she is tired"),
        ("x //she is tired", "x", "she is tired"),
        ("x // a // b", "x", "a // b"),
        ("x //", "x", None),
    ],
)
def test_private_runs_from_two_slashes_to_the_end(line: str, text: str, private: str | None) -> None:
    assert (read(line).text, read(line).private) == (text, private)


def test_further_lines_are_detail_without_marks() -> None:
    found = read("call she is well !fri send CVs // tired\r\n  !mon #Backend  \r\n// agreed: no")
    assert found.text == "she is well\n  !mon #Backend  \n// agreed: no"
    assert (found.private, found.decision, found.search) == ("tired", None, None)
    assert found.follow_ups == (PlannedFollowUp(text="send CVs", due=FRIDAY),)
    assert read("call\ndetail").text == "detail"


def test_a_pasted_page_is_text_and_costs_no_time() -> None:
    page = "call !fri send #Backend @mon agreed to hire // " * 20_000
    found = read(page)
    assert (found.text, found.marks, found.follow_ups) == (page.strip(), (), ())


def test_a_promise_chip_says_whose_it_is() -> None:
    assert [mark.label for mark in read("x !them fri answer").marks] == ["Fri 27 Nov, from them: answer"]
    assert [mark.label for mark in read("x !them fri").marks] == ["Fri 27 Nov, from them"]
    assert [mark.label for mark in read("> x !1.3 go").marks] == ["From them", "Mon 1 Mar 2027: go"]
