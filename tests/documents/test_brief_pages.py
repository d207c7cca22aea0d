"""How a search brief fills its pages: nothing outside the margins, nothing lost, nothing empty."""

from __future__ import annotations

import pytest

from app.documents.paper import Paper
from app.documents.search_brief import search_brief_pdf
from app.domain.brief import Changed, SearchBrief, Told, Wanted
from app.domain.summary import Fact, Sourced, Step
from documents.pdf_reading import pages, place_of, text_of

LONG = "Donaudampfschifffahrtsgesellsc"
EMPTY = SearchBrief(title="Only a title", facts=())
CROWDED = SearchBrief(
    title="Senior Backend Engineer " * 4, facts=tuple(Fact(label=f"Fact {n}", value=LONG) for n in range(6)),
    firm=LONG * 3, brief="We rebuild **dispatch**.\n\n- one\n- two", musts=tuple(
        Wanted(text=f"Must {n} {LONG}", probe="Draw the last one you built.") for n in range(5)),
    nices=(Wanted(text=LONG * 9),), deal_makers=("Calm",) * 40, deal_breakers=(LONG * 5,),
    last_person=(Told(question="What went wrong?", answer=LONG * 20),),
    alternatives=(Sourced(text="Four days a week", source="Yes"),),
    market=tuple(Sourced(text=f"Market {n}", source=LONG * 3) for n in range(12)),
    process=tuple(Step(text=f"Step {n} {LONG * 2}", who=LONG * 2, when="2 working days") for n in range(12)),
    sourcing=(Sourced(text="Referrals", source="20 people"),),
    changes=tuple(Changed(was=LONG * 3, now=f"Change {n}", said=LONG * 4) for n in range(30)),
    drift="30 changes · 9 days lost",
)  # fmt: skip
WIDTHS = {Paper.A4: 595.28, Paper.LETTER: 612.0}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("brief", [EMPTY, CROWDED], ids=["empty", "crowded"])
def test_nothing_is_drawn_outside_the_margins(brief: SearchBrief, paper: Paper) -> None:
    for letters in pages(search_brief_pdf(brief, paper=paper).data):
        boxes = [letter for letter in letters if letter.right > letter.left and not letter.char.isspace()]
        assert min(box.left for box in boxes) >= 56.0
        assert max(box.right for box in boxes) <= WIDTHS[paper] - 56.0


def test_nothing_of_forty_is_lost() -> None:
    text = text_of(search_brief_pdf(CROWDED, paper=Paper.A4).data)

    assert [n for n in range(30) if f"Change {n}" not in text] == []
    assert text.count("Calm") == 40


@pytest.mark.parametrize(("more", "above"), [(2, (0, 2)), (3, (0, 2, 3)), (4, (0, 1, 2, 3))])
def test_a_second_line_of_facts_stands_under_the_first(more: int, above: tuple[int, ...]) -> None:
    named = tuple(Fact(label=f"Fact {n}", value=f"value{n}") for n in range(4 + more))
    first, *_rest = pages(search_brief_pdf(SearchBrief(title="Only a title", facts=named), paper=Paper.A4).data)
    lefts = [place_of(first, fact.value)[0] for fact in named]

    assert lefts[4:] == pytest.approx([lefts[place] for place in above], abs=0.5)


def test_what_is_not_there_leaves_no_heading() -> None:
    text = text_of(search_brief_pdf(EMPTY, paper=Paper.A4).data)

    assert [words for words in ("Must have", "Deal makers", "What changed", "Process") if words in text] == []
