"""A typed line rewritten by its chips: read again, it says what was chosen, and nothing else of it has changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.channels import Channel, Direction
from app.domain.errors import InputError
from app.domain.quickadd import MarkKind, QuickLine, understand
from app.services.whole_talks import Plan, TalkFields
from builders import LONDON, NOW
from ui.kit import quick_text, talk_words

SEARCHES = [(1, "Senior Backend Engineer"), (2, "Staff SRE"), (3, "Backend Lead")]
LINE = "call 25m: agreed to widen salary band #Backend !fri send 3 CVs"
TODAY = date(2026, 11, 24)


def read(line: str) -> QuickLine:
    """The line as the bar understands it."""
    return understand(line, now=NOW, zone=LONDON, searches=SEARCHES)


WITHOUT = [
    (LINE, MarkKind.CHANNEL, "25m: agreed to widen salary band #Backend !fri send 3 CVs"),
    (LINE, MarkKind.MINUTES, "call: agreed to widen salary band #Backend !fri send 3 CVs"),
    (LINE, MarkKind.DECISION, "call 25m: widen salary band #Backend !fri send 3 CVs"),
    (LINE, MarkKind.SEARCH, "call 25m: agreed to widen salary band !fri send 3 CVs"),
    (LINE, MarkKind.FOLLOW_UP, "call 25m: agreed to widen salary band #Backend"),
    ("call: hello", MarkKind.CHANNEL, "hello"),
    ("> hello", MarkKind.DIRECTION, "hello"),
    ("call both: hello", MarkKind.DIRECTION, "call: hello"),
    ("hello @mon 16:40 there", MarkKind.AT, "hello there"),
    ("hello // secret", MarkKind.PRIVATE, "hello"),
    ("!them fri name it", MarkKind.PROMISE, ""),
]


@pytest.mark.parametrize(("line", "kind", "left"), WITHOUT)
def test_a_removed_chip_takes_its_own_words_along(line: str, kind: MarkKind, left: str) -> None:
    """And the colon or the "to" that only joined it."""
    mark = quick_text.mark_of(read(line), kind)

    assert mark is not None
    assert quick_text.without(line, read(line), mark) == left


BASES = ["hello there", "25m: hello", "call: hello", "> msg 10m: hello", "call 25m both: hello", "  hello", "", LINE]


@pytest.mark.parametrize("line", BASES)
@pytest.mark.parametrize("channel", Channel)
def test_a_chosen_channel_is_read_again(line: str, channel: Channel) -> None:
    """Whatever the line began with; the rest says what it said."""
    before, after = read(line), read(quick_text.with_channel(line, read(line), channel))

    assert (after.channel, after.minutes, after.text) == (channel, before.minutes, before.text)
    assert after.direction is before.direction or before.direction is Direction.BOTH


@pytest.mark.parametrize("line", BASES)
@pytest.mark.parametrize("minutes", [5, 90, 0])
def test_a_chosen_length_is_read_again(line: str, minutes: int) -> None:
    """0 takes it off."""
    before, after = read(line), read(quick_text.with_minutes(line, read(line), minutes))

    assert (after.minutes, after.channel, after.text) == (minutes or None, before.channel, before.text)


@pytest.mark.parametrize("line", ["call: hello", "> call 5m: hello", "call both: hello"])
@pytest.mark.parametrize("direction", Direction)
def test_a_chosen_direction_is_read_again(line: str, direction: Direction) -> None:
    """From you, from them, both."""
    after = read(quick_text.with_direction(line, read(line), direction))

    assert (after.direction, after.channel, after.text) == (direction, Channel.CALL, "hello")


AGO = [timedelta(), timedelta(hours=2), timedelta(days=1), timedelta(days=40), timedelta(days=500)]


@pytest.mark.parametrize("ago", AGO)
@pytest.mark.parametrize("line", [LINE, "hello @mon there", "hello // secret", ""])
def test_a_chosen_time_is_read_again(line: str, ago: timedelta) -> None:
    """To the minute; what is private stays behind it."""
    sign = quick_text.when_word(NOW - ago, NOW, LONDON)
    after = read(quick_text.with_sign(line, read(line), MarkKind.AT, sign))

    assert after.at == NOW - ago
    assert after.private == read(line).private


@pytest.mark.parametrize("days", [0, 1, 3, 7, 8, 30, 364, 400])
@pytest.mark.parametrize("line", ["x !fri send", "x !them 2d send", "x !them send", "x ! send", "!27.11 a !mon b"])
def test_a_chosen_day_is_read_again(line: str, days: int) -> None:
    """Of a plan and of a promise; the words of the plan stay."""
    day = TODAY + timedelta(days=days)
    mark = next(each for each in read(line).marks if each.kind in (MarkKind.FOLLOW_UP, MarkKind.PROMISE))
    before, after = read(line), read(quick_text.with_due(line, mark, day, TODAY))
    plans = [*before.follow_ups, *before.promises], [*after.follow_ups, *after.promises]

    assert [each.text for each in plans[0]] == [each.text for each in plans[1]]
    assert plans[1][0].due == day


@pytest.mark.parametrize(("search", "title"), SEARCHES)
def test_a_search_has_a_word_of_its_own(search: int, title: str) -> None:
    """The first word of its title that means no other search."""
    word = quick_text.search_word(title, search, SEARCHES, NOW, LONDON)

    assert read(f"x {word}").search == search
    assert " " not in word


FIELDS = [
    TalkFields(text="hello"),
    TalkFields(channel=Channel.CALL, minutes=80, direction=Direction.BOTH, text="hello\nmore\nlines"),
    TalkFields(channel=Channel.EMAIL, direction=Direction.THEIRS, at=NOW - timedelta(days=3), text="sent it"),
    TalkFields(text="They pressed on.", decision="widen it"),
    TalkFields(decision="widen it", plans=(Plan(theirs=False, text="send", due=TODAY + timedelta(days=1)),)),
    TalkFields(
        channel=Channel.VIDEO, minutes=5, at=NOW - timedelta(hours=1), text="a", decision="b", private="c",
        plans=(Plan(theirs=False, text="d", due=TODAY), Plan(theirs=True, text="e", due=date(2027, 11, 30))),
    ),
]  # fmt: skip


@pytest.mark.parametrize("fields", FIELDS)
def test_fields_written_as_a_line_are_the_same_fields(fields: TalkFields) -> None:
    """Esc leads back to a line that says what the fields said."""
    line = quick_text.line_of(fields, NOW, LONDON, SEARCHES)

    assert quick_text.fields_of(read(line)) == fields


TIMES = {
    "16:40 yesterday": None, "yesterday 16:40": datetime(2026, 11, 23, 16, 40, tzinfo=UTC),
    "08:15": datetime(2026, 11, 24, 8, 15, tzinfo=UTC), "Mon 9 Nov 17:20": datetime(2026, 11, 9, 17, 20, tzinfo=UTC),
    "1 July 2026, 9:00": datetime(2026, 7, 1, 8, 0, tzinfo=UTC), "9.11": datetime(2026, 11, 9, 9, 10, tzinfo=UTC),
    "now": None, "soon": None, "31 Feb": None,
}  # fmt: skip


@pytest.mark.parametrize("words", TIMES)
def test_times_are_understood_as_they_are_shown(words: str) -> None:
    """In the person's zone; what is not understood is said so, never guessed."""
    if TIMES[words] is None:
        with pytest.raises(InputError):
            talk_words.moment(words, NOW, LONDON)
    else:
        assert talk_words.moment(words, NOW, LONDON) == TIMES[words]


@pytest.mark.parametrize("days", [0, 1, 6, 30, 300, 500])
def test_what_a_field_shows_it_understands(days: int) -> None:
    """Both ways, also across the year's end."""
    day, at = TODAY + timedelta(days=days), NOW - timedelta(days=days)

    assert talk_words.due(talk_words.due_words(day, TODAY), TODAY) == day
    assert talk_words.moment(talk_words.moment_words(at, NOW, LONDON), NOW, LONDON) == at


DUES = {"fri": date(2026, 11, 27), "!2d": date(2026, 11, 26), "1 July": date(2027, 7, 1), "27.11.": date(2026, 11, 27),
        "2 Jan": date(2027, 1, 2), "1 Nov 2026": date(2026, 11, 1)}  # fmt: skip


@pytest.mark.parametrize("words", DUES)
def test_days_of_plans_are_understood(words: str) -> None:
    """Without a year the coming one; a year that is written is meant."""
    assert talk_words.due(words, TODAY) == DUES[words]


@pytest.mark.parametrize("words", ["", "whenever", "31 Feb", "fri mon"])
def test_other_days_are_refused(words: str) -> None:
    """With a sentence."""
    with pytest.raises(InputError):
        talk_words.due(words, TODAY)


LENGTHS = {"": None, "25": 25, "25m": 25, "1h20": 80, "1 h": 60, "0": 0, "1440": 1440}


@pytest.mark.parametrize("words", LENGTHS)
def test_lengths_are_understood(words: str) -> None:
    """A number alone is minutes."""
    assert talk_words.minutes(words) == LENGTHS[words]


@pytest.mark.parametrize("words", ["long", "1441", "-5", "25x", "٢٥", "9" * 5000])
def test_other_lengths_are_refused(words: str) -> None:
    """With a sentence, whatever was typed."""
    with pytest.raises(InputError):
        talk_words.minutes(words)
