"""Text is never markup: whatever any action is given comes back as it was typed, or is refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.domain.text import BODY, LINE, RUN
from app.services import (
    reading,
)
from app.services.arguments import perform
from app.services.office import Office
from tests.terminal.every_action import (
    OF_ONE_FORM,
    as_typed,
    attempt,
    cases,
    full_office,
    is_clock,
    kept,
    limit_of,
    needed_values,
    read_back,
    text_keys,
)
from tests.terminal.hostile import HOSTILE, bundles, is_one_sentence


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, dict[str, int]]:
    return full_office(tmp_path_factory.mktemp("office"))


def test_the_walk_sees_the_actions_that_take_text() -> None:
    found = cases()

    assert len(found) > 60
    assert all(text in " ".join(bundles()) for text in HOSTILE.values())
    assert {("note.add", "title"), ("talk.log", "line"), ("expectation.renegotiate", "clock")} <= set(found)


@pytest.mark.parametrize(("action", "key"), cases())
def test_any_text_comes_back_as_it_was_typed(filled: tuple[Office, dict[str, int]], action: str, key: str) -> None:
    office, ids = filled
    kind = text_keys(action)[key]
    for text in bundles():
        typed = {**needed_values(action, ids), key: as_typed(action, key, text)}
        change = attempt(office, action, typed)
        if isinstance(change, str):
            assert (action.partition(".")[0], key) in OF_ONE_FORM, (text, change)
            assert is_one_sentence(change), change
            continue
        found = read_back(office, action, change)
        expected = kept(f"x{text}" if action == "talk.log" else text, of_list=kind not in (str,) and not is_clock(kind),
                        of_clock=is_clock(kind))  # fmt: skip
        assert expected & found, (text, sorted(found))
        assert reading.find(office, text) is not None
        if action not in ("document.sent",):
            assert reading.undo(office) == change.label


@pytest.mark.parametrize("excess", ["run", "limit"])
@pytest.mark.parametrize(("action", "key"), cases())
def test_beyond_the_limit_is_one_sentence_and_nothing_written(
    filled: tuple[Office, dict[str, int]], action: str, key: str, excess: str
) -> None:
    office, ids = filled
    limit = limit_of(action, key)
    text = (
        "x" * (RUN + 1) if excess == "run" else ("word " * (limit // 5 + 1))[: limit + 1].rstrip().ljust(limit + 1, "d")
    )
    before = office.conn.execute("SELECT count(*), max(id) FROM history").fetchone()
    typed = {**needed_values(action, ids), key: as_typed(action, key, text)}

    with pytest.raises(InputError) as refused:
        perform(office, action, typed)

    assert is_one_sentence(str(refused.value)), refused.value
    assert tuple(office.conn.execute("SELECT count(*), max(id) FROM history").fetchone()) == tuple(before)


LIMITS = [
    ("manager.add", "name", 200),
    ("manager.add", "rapport", BODY),
    ("note.add", "title", 200),
    ("note.add", "body", BODY),
    ("expectation.add", "statement", LINE),
    ("followup.add", "text", LINE),
    ("capture.add", "text", LINE),
    ("market.add", "source", LINE),
    ("candidate.present", "candidate", 200),
    ("talk.add", "text", BODY),
    ("agenda.add", "text", LINE),
]


@pytest.mark.parametrize(("action", "key", "limit"), LIMITS)
def test_the_limit_itself_is_taken_and_one_more_is_not(
    filled: tuple[Office, dict[str, int]], action: str, key: str, limit: int
) -> None:
    office, ids = filled
    most = ("ab " * limit)[: limit - 1] + "z"
    needed = needed_values(action, ids)
    change = perform(office, action, {**needed, key: most})
    found = read_back(office, action, change)
    reading.undo(office)

    assert most in found
    with pytest.raises(InputError, match=f"{limit:,}"):
        perform(office, action, {**needed, key: "y" + most})


@pytest.mark.parametrize(
    "body",
    [
        json.dumps([{"text": "\ud800"}]),
        json.dumps([{"text": "a\x00b"}]),
        json.dumps([{"text": "x" * 2001}]),
        json.dumps([{"text": "word " * 500}]),
        json.dumps([{"text": "a", "minutes": 100_000}]),
        json.dumps([{"text": "a", "minutes": -1}]),
        json.dumps([{"text": "a", "minutes": True}]),
        "[" * 100_000,
        '{"text": "a"}',
        "[1]",
        "null",
    ],
)
def test_a_template_is_refused_or_works(tmp_path: Path, body: str) -> None:
    """What a template holds becomes an agenda later; it must not fail there."""
    office, _ids = full_office(tmp_path)
    done = attempt(office, "template.add", {"kind": "agenda.offer", "name": "Own", "body": body})
    assert not isinstance(done, str) or is_one_sentence(done)
    planned = perform(office, "meeting.plan", {"manager": "Amara", "kind": "offer", "at": "2026-12-01T10:00"})

    agenda = reading.show(office, "meeting", planned.id)["agenda"]
    assert agenda
    assert all(0 < len(point["text"]) <= LINE and "\0" not in point["text"] for point in agenda)
