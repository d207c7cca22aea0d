"""The health word: every threshold of the design's table at its edge, and the sentences behind the word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from app.domain.health import Evidence, HealthFacts, Level, Word, health, word_label

GOOD, FAIR, POOR = Level.GOOD, Level.FAIR, Level.POOR
TODAY = date(2026, 11, 24)
# Every signal good.
WELL = HealthFacts(
    name="Amara", today=TODAY, days_since_talk=1, cadence_days=7, talks_in_30_days=5, mine_kept=11, mine_total=12,
    theirs_kept=8, theirs_total=9, feedback_days=1.4, feedback_agreed_days=2.0, satisfaction=4,
    satisfaction_on=date(2026, 11, 12), dated_facts=30,
)  # fmt: skip


def evidence(facts: HealthFacts, part: str) -> Evidence:
    """The one piece of evidence with these words."""
    found = [each for each in health(facts).evidence if part in each.text]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("days", "cadence", "level"),
    [(8, 8, GOOD), (9, 8, FAIR), (10, 8, FAIR), (11, 8, POOR), (0, 7, GOOD), (7, 7, GOOD), (8, 7, FAIR), (9, 7, POOR)],
)
def test_days_since_the_last_talk_against_the_cadence(days: int, cadence: int, level: Level) -> None:
    assert evidence(replace(WELL, days_since_talk=days, cadence_days=cadence), "Spoke").level is level


@pytest.mark.parametrize(
    ("kept", "total", "level"),
    [(17, 20, GOOD), (84, 100, FAIR), (3, 3, GOOD), (3, 5, FAIR), (59, 100, POOR), (0, 3, POOR)],
)
def test_promises_kept_by_each_side(kept: int, total: int, level: Level) -> None:
    assert evidence(replace(WELL, mine_kept=kept, mine_total=total), "You kept").level is level
    assert evidence(replace(WELL, theirs_kept=kept, theirs_total=total), "Amara kept").level is level


@pytest.mark.parametrize("total", [0, 1, 2])
def test_fewer_than_three_check_ins_say_nothing(total: int) -> None:
    found = health(replace(WELL, mine_kept=0, mine_total=total, theirs_kept=0, theirs_total=total))

    assert found.word is Word.STRONG
    assert not any("kept" in each.text for each in found.evidence)


@pytest.mark.parametrize(
    ("days", "agreed", "level"), [(2.0, 2.0, GOOD), (2.01, 2.0, FAIR), (3.0, 2.0, FAIR), (3.01, 2.0, POOR)]
)
def test_feedback_time_against_what_was_agreed(days: float, agreed: float, level: Level) -> None:
    assert evidence(replace(WELL, feedback_days=days, feedback_agreed_days=agreed), "Feedback").level is level


@pytest.mark.parametrize(("score", "level"), [(5, GOOD), (4, GOOD), (3, FAIR), (2, POOR), (1, POOR)])
def test_the_last_satisfaction(score: int, level: Level) -> None:
    assert evidence(replace(WELL, satisfaction=score), "Satisfaction").level is level


ONE_SIDED = replace(WELL, theirs_kept=2, theirs_total=6, days_since_talk=23, cadence_days=14)


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        (WELL, Word.STRONG),
        (replace(WELL, dated_facts=3), Word.STRONG),
        (replace(WELL, dated_facts=2), Word.NEW),
        (replace(ONE_SIDED, dated_facts=2), Word.NEW),
        (replace(WELL, satisfaction=3), Word.STEADY),
        (replace(WELL, satisfaction=2), Word.ATTENTION),
        (replace(WELL, satisfaction=3, days_since_talk=30), Word.ATTENTION),
        (ONE_SIDED, Word.ONE_SIDED),
        (replace(ONE_SIDED, theirs_kept=3), Word.ATTENTION),
        (replace(ONE_SIDED, theirs_total=5), Word.ATTENTION),
        (replace(ONE_SIDED, mine_kept=84, mine_total=100), Word.ATTENTION),
        (replace(ONE_SIDED, mine_kept=85, mine_total=100), Word.ONE_SIDED),
        (replace(ONE_SIDED, days_since_talk=17), Word.ATTENTION),
        (replace(ONE_SIDED, days_since_talk=17, feedback_days=3.1), Word.ONE_SIDED),
        (replace(ONE_SIDED, days_since_talk=17, satisfaction=1), Word.ATTENTION),
    ],
)
def test_the_word_by_the_rule(facts: HealthFacts, word: Word) -> None:
    assert health(facts).word is word


def test_the_evidence_reads_like_the_picture() -> None:
    """Amara as in the overview: two promises slipped in October, everything else is well."""
    slipped = ((date(2026, 9, 3), ("check_in", 1)), (date(2026, 10, 8), ("check_in", 2)))
    facts = replace(WELL, theirs_total=11, slipped=(*slipped, (date(2026, 10, 22), ("check_in", 3))))
    found = health(facts)

    assert found.word is Word.STEADY
    assert [(each.text, each.level) for each in found.evidence] == [
        ("Spoke 5 times in 30 days", GOOD),
        ("Feedback in 1.4 days, agreed 2", GOOD),
        ("You kept 11 of 12", GOOD),
        ("2 of Amara’s promises slipped in Oct", FAIR),
        ("Satisfaction 4 of 5 on 12 Nov", GOOD),
    ]
    assert found.evidence[3].record == ("check_in", 3)


def test_one_talk_is_said_in_the_singular_and_last_year_with_its_year() -> None:
    assert evidence(replace(WELL, talks_in_30_days=1), "Spoke").text == "Spoke 1 time in 30 days"
    last_year = replace(WELL, satisfaction_on=date(2025, 12, 30))
    assert evidence(last_year, "Satisfaction").text == "Satisfaction 4 of 5 on 30 Dec 2025"


@pytest.mark.parametrize(
    ("word", "label"),
    [
        (Word.STRONG, "Strong"),
        (Word.STEADY, "Steady"),
        (Word.ATTENTION, "Needs attention"),
        (Word.ONE_SIDED, "One-sided"),
        (Word.NEW, "New"),
    ],
)
def test_a_word_is_shown_by_its_name(word: Word, label: str) -> None:
    assert word_label(word) == label


def test_a_name_is_never_a_placeholder() -> None:
    slipped = ((TODAY, ("check_in", 1)),)
    facts = replace(WELL, name="{count} MONTH", theirs_total=11, slipped=slipped, satisfaction=None)

    assert health(facts).evidence[-1].text == "1 of {count} MONTH’s promises slipped in Nov"


def test_no_word_without_its_facts() -> None:
    """Whatever is known, a word that says something is wrong or well has evidence of that level."""
    for days, mine, theirs, feedback, satisfaction in product(
        (None, 7, 8, 9), (0, 3), (0, 3), (None, 1.0, 9.0), (None, 3, 1)
    ):
        facts = replace(
            WELL, days_since_talk=days, mine_kept=mine, mine_total=3, theirs_kept=theirs, theirs_total=3,
            feedback_days=feedback, feedback_agreed_days=2.0, satisfaction=satisfaction, satisfaction_on=TODAY,
        )  # fmt: skip
        found = health(facts)
        levels = {each.level for each in found.evidence}
        expected = Word.ATTENTION if POOR in levels else Word.STEADY if FAIR in levels else Word.STRONG

        assert found.word is expected, facts
