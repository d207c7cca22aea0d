"""How a summary fills its pages: nothing outside the margins, nothing parted, nothing lost, nothing empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper
from app.domain.summary import (
    Decided,
    Drift,
    Fact,
    Kept,
    MeetingSummary,
    Rating,
    Side,
    Sourced,
    Step,
)
from documents.pdf_reading import pages, place_of, text_of

LONG = "Donaudampfschifffahrtsgesellsc"
EMPTY = MeetingSummary(title="Only a title", facts=(), mine=Side(name="Your Name"), theirs=Side(name="Amara Okonkwo"))
WIDTHS = {Paper.A4: 595.28, Paper.LETTER: 612.0}


def _decisions(count: int) -> tuple[Decided, ...]:
    reason = "A reason that is long enough to need a second line beside its number, as most of them do."
    return tuple(Decided(statement=f"Decision {n} of this meeting.", reason=reason) for n in range(1, count + 1))


def _promises(count: int, words: str) -> tuple[Kept, ...]:
    return tuple(Kept(statement=f"Promise {n}: {words}", measure="Seen", when="by Fri") for n in range(1, count + 1))


CROWDED = replace(
    EMPTY,
    facts=tuple(Fact(label=f"Fact {n}", value="Value") for n in range(6)),
    decisions=_decisions(40),
    mine=Side(name="Your Name", promises=_promises(40, "short")),
    theirs=Side(name="Amara Okonkwo", promises=_promises(3, "rather longer than one line of a column can hold")),
    steps=tuple(Step(text=f"Step {n}", who="Your Name", when="Wed 25 Nov") for n in range(40)),
    questions=("Who signs?",),
    changes=(Drift(was="Rust", now="Rust is a nice-to-have."),),
    notes=("A note.\n\n- with\n- entries\n\n> and a quote",),
)
WIDE = replace(
    EMPTY,
    title=LONG * 3,
    firm=LONG * 4,
    facts=tuple(Fact(label=LONG, value=LONG * 2) for _n in range(4)),
    in_short=f"{LONG} " * 9,
    decisions=(Decided(statement=LONG * 8, reason=LONG * 5),),
    mine=Side(name=LONG * 3, promises=(Kept(statement=LONG * 4, measure=LONG * 4, when=LONG * 3),)),
    theirs=Side(name="B" * 200, promises=(Kept(statement="Short"),)),
    steps=(Step(text=LONG * 4, who=LONG * 2, when=LONG * 2),),
    market=(Sourced(text=LONG * 6, source=LONG * 6),),
    notes=(
        f"- {LONG * 9}\n  - {LONG * 9}\n\n> {LONG * 9}\n\n"
        + "محمد" * 200
        + "\n\n"
        + "王" * 300
        + "\n\n"
        + "\u0b86" * 90,
    ),
    satisfaction=Rating(score=1, words=LONG * 9),
)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    "summary",
    [EMPTY, CROWDED, WIDE, replace(WIDE, title="A long title of a call " * 26), replace(EMPTY, title="word " * 2000)],
    ids=["empty", "crowded", "wide", "twelve lines of title", "pages of title"],
)
def test_nothing_is_drawn_outside_the_margins(summary: MeetingSummary, paper: Paper) -> None:
    for letters in pages(meeting_summary_pdf(summary, paper=paper).data):
        boxes = [letter for letter in letters if letter.right > letter.left and not letter.char.isspace()]

        assert min(box.left for box in boxes) > 56.0
        assert max(box.right for box in boxes) < WIDTHS[paper] - 56.0
        assert min(box.bottom for box in boxes) > 31.0
        assert max(box.y for box in boxes) < {Paper.A4: 790.9, Paper.LETTER: 741.0}[paper]
        assert not [box for box in boxes if 44.0 < box.bottom < 52.0]


@pytest.mark.parametrize("count", [1, 2, 40])
def test_each_item_is_there_once_and_whole_on_one_page(count: int) -> None:
    document = meeting_summary_pdf(replace(EMPTY, decisions=_decisions(count)), paper=Paper.A4)

    texts = ["".join(letter.char for letter in page).replace("\xa0", " ") for page in pages(document.data)]
    for number in range(1, count + 1):
        (page,) = [text for text in texts if f"Decision {number} of" in text]
        item = page.split(f"Decision {number} of")[1]
        assert "".join(["as", "most", "of", "them", "do."]) in "".join(item.split())[:110]


@pytest.mark.parametrize(
    ("items", "size", "count"),
    [(21, 10.0, 1), (22, 9.5, 1), (24, 9.0, 1), (25, 9.0, 2)],
)
def test_type_shrinks_before_a_second_page_is_taken(items: int, size: float, count: int) -> None:
    document = meeting_summary_pdf(replace(EMPTY, decisions=_decisions(items)), paper=Paper.A4)

    letters = pages(document.data)[0]
    step = place_of(letters, "Decision 1 of")[1] - place_of(letters, "reason that is")[1]
    leading = place_of(letters, "Decision 1 of")[1] - place_of(letters, "Decision 2 of")[1]
    assert document.pages == count
    assert step == pytest.approx(0.0, abs=0.01)
    assert leading == pytest.approx(31.0 * size / 10, abs=0.05)


def test_further_pages_repeat_the_head_small_and_count() -> None:
    document = meeting_summary_pdf(replace(EMPTY, firm="Your Firm", decisions=_decisions(60)), paper=Paper.A4)

    texts = [" ".join("".join(letter.char for letter in page).split()) for page in pages(document.data)]
    assert [f"{n} of {document.pages}" in text for n, text in enumerate(texts, start=1)] == [True] * len(texts)
    assert all("Meeting summary" in text and "Only a title" in text and "Your Firm" in text for text in texts)


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("In short", {"in_short": "Bell goes to the panel."}),
        ("Decisions", {"decisions": _decisions(1)}),
        ("What each", {"mine": Side(name="Your Name", promises=_promises(1, "x"))}),
        ("Next steps", {"steps": (Step(text="Send dates", who="both", when="Fri 27 Nov"),)}),
        ("Open questions", {"questions": ("Who signs?",)}),
        ("What changed", {"changes": (Drift(was="four", now="two people"),)}),
        ("Market facts", {"market": (Sourced(text="Median ask 94k."),)}),
        ("Notes", {"notes": ("Start in January.",)}),
        ("Satisfaction", {"satisfaction": Rating(score=4)}),
    ],
)
def test_a_section_is_there_if_and_only_if_it_says_something(label: str, part: dict[str, object]) -> None:
    with_it = text_of(meeting_summary_pdf(replace(EMPTY, **part), paper=Paper.A4).data)  # type: ignore[arg-type]

    assert label in with_it
    assert text_of(meeting_summary_pdf(EMPTY, paper=Paper.A4).data) == (
        "Meeting summary Only a title If something here is not what we agreed, tell me and I will correct it. 1 of 1"
    )


def test_a_side_that_keeps_nothing_has_no_column() -> None:
    summary = replace(EMPTY, mine=Side(name="Your Name", promises=_promises(1, "alone")))

    text = text_of(meeting_summary_pdf(summary, paper=Paper.A4).data)

    assert "Your Name will" in text
    assert "Amara Okonkwo" not in text


@pytest.mark.parametrize("count", range(8, 30))
def test_the_last_word_of_a_paragraph_never_stands_alone(count: int) -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"] * 3
    document = meeting_summary_pdf(
        replace(EMPTY, in_short=" ".join([*words[:count], "quite", "done."])), paper=Paper.A4
    )

    letters = pages(document.data)[0]

    assert place_of(letters, "quite")[1] == place_of(letters, "done.")[1]
