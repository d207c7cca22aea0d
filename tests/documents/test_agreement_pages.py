"""How an agreement sheet fills its pages: columns that share their tops, nothing outside the margins, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.agreement import agreement_pdf
from app.documents.paper import Paper
from app.domain.agreement import AgreementSheet, Clause, Promised
from app.domain.expectations import ExpectationId, Side
from app.domain.summary import Fact
from documents.pdf_reading import pages, place_of, text_of

LONG = "Donaudampfschifffahrtsgesellsc"
WIDTHS = {Paper.A4: 595.28, Paper.LETTER: 612.0}


def promised(number: int, side: Side, words: str = "") -> Promised:
    return Promised(
        id=ExpectationId(number), side=side, statement=f"{side} {number} {words}".strip(), measure=f"Measure {words}",
        when="every Friday", search=words,
    )  # fmt: skip


SMALL = AgreementSheet(
    title="How we work together", own="Robin Vale", theirs="Amara Okonkwo",
    facts=tuple(Fact(label=label, value=value) for label, value in (
        ("Between", "Amara Okonkwo, Halden Robotics"), ("and", "Robin Vale, Vale Search"),
        ("Agreed on", "Tue 24 Nov 2026"), ("We look back on", "Tue 23 Feb 2027"))),
    agreed=(promised(1, Side.MINE, "is told in as many words as take three lines of this narrow column, or four"),
            promised(2, Side.MINE), promised(3, Side.THEIRS), promised(4, Side.THEIRS)),
    clauses=(Clause(heading="How we close", words="Together."),),
)  # fmt: skip
CROWDED = replace(
    SMALL, own=LONG * 3, theirs=LONG * 4, firm=LONG * 3,
    facts=tuple(Fact(label=f"Fact {n}", value=LONG * 3) for n in range(4)),
    agreed=tuple(promised(n, side, LONG * 3) for side in Side for n in range(30)),
    to_discuss=tuple(promised(n, Side.THEIRS, LONG) for n in range(30, 40)),
    clauses=tuple(Clause(heading=f"{LONG} {n}", words=LONG * 20) for n in range(5)),
)  # fmt: skip


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sheet", [SMALL, CROWDED], ids=["small", "crowded"])
def test_nothing_is_drawn_outside_the_margins(sheet: AgreementSheet, paper: Paper) -> None:
    for letters in pages(agreement_pdf(sheet, paper=paper).data):
        boxes = [letter for letter in letters if letter.right > letter.left and not letter.char.isspace()]
        assert min(box.left for box in boxes) >= 56.0
        assert max(box.right for box in boxes) <= WIDTHS[paper] - 56.0


def test_nothing_of_a_hundred_promises_is_lost() -> None:
    text = text_of(agreement_pdf(CROWDED, paper=Paper.A4).data)

    assert [n for side in Side for n in range(30) if f"{side} {n}" not in text] == []
    assert [n for n in range(30, 40) if f"theirs {n}" not in text] == []


def test_pairs_share_their_tops() -> None:
    (page,) = pages(agreement_pdf(SMALL, paper=Paper.A4).data)
    tops = [place_of(page, words)[1] for words in ("mine 1", "theirs 3", "mine 2", "theirs 4")]
    lefts = [place_of(page, words)[0] for words in ("mine 1", "theirs 3", "mine 2", "theirs 4")]

    assert tops[0] == pytest.approx(tops[1], abs=0.5)
    assert tops[2] == pytest.approx(tops[3], abs=0.5)
    assert abs(tops[0] - tops[2]) > 60
    assert lefts == pytest.approx([lefts[0], lefts[1]] * 2, abs=0.5)


def test_every_fact_stands_on_one_line_where_all_of_them_fit() -> None:
    (page,) = pages(agreement_pdf(SMALL, paper=Paper.LETTER).data)
    tops = [place_of(page, words)[1] for words in ("Halden", "Search", "Tue 24 Nov", "Tue 23 Feb")]

    assert tops == pytest.approx([tops[0]] * 4, abs=0.5)


def test_there_are_two_lines_to_sign() -> None:
    assert text_of(agreement_pdf(SMALL, paper=Paper.A4).data).count("Date") == 2
    assert "Date" not in text_of(agreement_pdf(replace(SMALL, agreed=()), paper=Paper.A4).data)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", range(3, 30))
def test_no_page_says_less_than_it_must(count: int, paper: Paper) -> None:
    """Each says whose promises stand on it, and which are only to be discussed; nobody signs an empty one."""
    sheet = replace(
        SMALL, agreed=tuple(promised(n, side, "word " * 12) for n in range(count) for side in (Side.MINE, Side.THEIRS)),
        to_discuss=tuple(promised(100 + n, Side.THEIRS, "open " * 9) for n in range(3)),
    )  # fmt: skip
    texts = [" ".join("".join(letter.char for letter in page).split()) for page in
             pages(agreement_pdf(sheet, paper=paper).data)]  # fmt: skip

    for text in texts:
        assert ("To discuss" in text) == ("theirs 10" in text and "open" in text)
        assert ("Robin Vale will" in text) == ("every Friday" in text)
        assert "Date" not in text or "Together." in text
