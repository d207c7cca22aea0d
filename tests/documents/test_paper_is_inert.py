"""Text is never markup: it comes out as it was typed, no file is opened for it, nothing is asked of the network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper
from app.domain.summary import Decided, Fact, Kept, MeetingSummary, Rating, Side, Sourced, Step
from documents.pdf_reading import text_of

HOSTILE = [
    '<img src="/etc/passwd"/>',
    "Jan <jan@example.org> & Co &lt;b&gt; &#65;",
    "<font color=red>red</font> <b>bold",
    "<para><a href='file:///etc/passwd'>x</a></para>",
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch x') for Word in [1]] and 'red'\">CVE</font>",
    "![x](file:///etc/passwd)",
    "{title} %s %(a)s $HOME",
    ") Tj ET /F1 99 Tf \\050 (",
]


def _everywhere(text: str) -> MeetingSummary:
    return MeetingSummary(
        title=text,
        firm=text,
        author=text,
        facts=(Fact(label=text, value=text),),
        in_short=text,
        decisions=(Decided(statement=text, reason=text),),
        mine=Side(name=text, promises=(Kept(statement=text, measure=text, when=text),)),
        theirs=Side(name=text, promises=(Kept(statement=text),)),
        steps=(Step(text=text, who=text, when=text),),
        market=(Sourced(text=text, source=text),),
        satisfaction=Rating(score=3, words=text),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_printed_as_it_was_typed(text: str) -> None:
    seen = "".join(text_of(meeting_summary_pdf(_everywhere(text), paper=Paper.A4).data).split())

    assert seen.count("".join(text.split())) >= 9


@pytest.mark.parametrize("text", HOSTILE[:5])
def test_html_in_a_note_is_printed_as_it_was_typed(text: str) -> None:
    summary = MeetingSummary(title="T", facts=(), mine=Side(name=""), theirs=Side(name=""), notes=(text,))

    seen = "".join(text_of(meeting_summary_pdf(summary, paper=Paper.A4).data).split())

    # Markdown itself turns "__globals__" into bold letters; all else stays.
    assert "".join(text.replace("__globals__", "globals").split()) in seen.replace("__globals__", "globals")


WATCHED = """
import sys
from documents.test_paper_is_inert import HOSTILE, _everywhere
from dataclasses import replace
from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper

seen = []
def watch(event, details):
    if event == "open" or event.startswith(("socket.", "subprocess.", "os.system", "urllib.")):
        seen.append((event, str(details[0])))
sys.addaudithook(watch)
for text in HOSTILE:
    summary = _everywhere(text + " محمد דוד 王 김 📅 ไทย हि")
    meeting_summary_pdf(replace(summary, notes=(text, "# " + text)), paper=Paper.A4)
for event, what in seen:
    print(event, what)
"""


def test_no_file_but_fonts_is_opened_and_no_connection_is_made() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        cwd=root,
        env={"PYTHONPATH": f"{root}:{root / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    events = [line.split(" ", 1) for line in done.stdout.splitlines()]
    fonts = [what for event, what in events if event == "open" and what.endswith(".ttf")]
    assert [what for what in fonts if Path(what).parent != root / "resources" / "fonts"] == []
    assert len(fonts) == 11
    assert [(e, w) for e, w in events if e != "open" or not w.endswith((".ttf", ".py", ".pyc", ".so"))] == []
