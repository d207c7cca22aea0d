"""Where found words stand in a text, as the full text finds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import marking


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Łukasz Wiśniewski", "lukasz", ["Łukasz"]),
        ("Łukasz Wiśniewski", "wisn", ["Wiśn"]),
        ("王小明", "xiaoming", ["小明"]),
        ("王小明", "小", ["小"]),
        ("Δήμητρα Παππά", "dimitra", ["Δήμητρα"]),
        ("the widen band", "the wid", ["the", "wid"]),
        ("then widen", "the wid", ["wid"]),
        ("Größe zählt", "grosse", ["Größe"]),
        ("rewiden", "wid", []),
        ("anything", "", []),
        ("😀 salary", "salary", ["salary"]),
    ],
)
def test_words_are_marked_in_any_script(text: str, words: str, marked: list[str]) -> None:
    assert [text[mark.start : mark.start + mark.length] for mark in marking.marks(text, words)] == marked


def test_an_excerpt_stands_around_the_first_find() -> None:
    text = "One sentence that is long enough to be left out. The salary band is settled.\nAnd more of it."
    found = marking.excerpt(text, marking.wanted_in("salary"), 40)

    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert [found.text[mark.start : mark.start + mark.length] for mark in found.marks] == ["salary"]
    assert "\n" not in found.text


@pytest.mark.parametrize(
    ("typed", "word", "near"),
    [
        ("okonkow", "okonkwo", True), ("amarra", "amara", True), ("amra", "amara", False), ("amera", "amara", True),
        ("haldn", "halden", True), ("robottics", "robotics", True), ("robtoics", "robotics", True),
        ("xmara", "amara", True), ("kumoo", "amara", False), ("settigns", "settings", True), ("amxxa", "amara", False),
    ],
)  # fmt: skip
def test_one_letter_is_forgiven_in_words_over_four(typed: str, word: str, near: bool) -> None:
    assert bool(marking.nearly(typed, [word])) is near


@given(text=st.text(max_size=60), words=st.text(max_size=12))
def test_marks_lie_inside_the_text_and_in_order(text: str, words: str) -> None:
    marks = marking.marks(text, words)
    ends = [0, *(mark.start + mark.length for mark in marks)]

    assert all(mark.start >= end and mark.length > 0 for mark, end in zip(marks, ends, strict=False))
    assert ends[-1] <= len(text)
    excerpt = marking.excerpt(text, marking.wanted_in(words))
    assert all(mark.start >= 0 and mark.start + mark.length <= len(excerpt.text) for mark in excerpt.marks)
