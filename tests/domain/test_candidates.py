"""How a candidate is called where a sentence is written."""

from __future__ import annotations

import pytest

from app.domain.searches import in_a_sentence


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Khumalo, Thandi", "Thandi Khumalo"), ("Dos Santos, Ana Maria", "Ana Maria Dos Santos"),
        ("Thandi Khumalo", "Thandi Khumalo"), ("Khumalo,Thandi", "Khumalo,Thandi"), ("Smith, John, Jr.",) * 2,
        ("Khumalo, ",) * 2, ("王小明",) * 2, ("",) * 2,
    ],
)  # fmt: skip
def test_the_given_name_comes_first(written: str, said: str) -> None:
    assert in_a_sentence(written) == said
