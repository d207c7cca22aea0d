"""A name from another script does not turn the sentence that it begins."""

from __future__ import annotations

import pytest

from app.domain.text import isolated


@pytest.mark.parametrize(("name", "shown"), [
    ("Amara", "Amara"), ("Łukasz", "Łukasz"), ("佐藤", "佐藤"), ("ليلى", "\u2068ليلى\u2069"),
    ("דנה", "\u2068דנה\u2069"), ("", ""),
])  # fmt: skip
def test_only_what_runs_from_the_right_is_isolated(name: str, shown: str) -> None:
    assert isolated(name) == shown
