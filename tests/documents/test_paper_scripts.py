"""Names in any script: joined, in order, with their marks; and what cannot be drawn is named, never dropped."""

from __future__ import annotations

import unicodedata

import pytest

from app.documents.fonts import Face
from app.documents.lines import Span, Style, break_lines
from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper
from app.documents.script import LEFT_TO_RIGHT, clusters, is_rtl, typeset, uncovered
from app.domain.summary import Decided, MeetingSummary, Side
from documents.pdf_reading import pages, place_of, text_of

BODY = Style(Face.REGULAR, 10, 14, (0.0, 0.0, 0.0))


def _shown(text: str, *, rtl: bool | None = None) -> str:
    """The characters from left to right, joined forms as their letters."""
    runs = typeset(text, Face.REGULAR, rtl=is_rtl(text) if rtl is None else rtl).runs
    return unicodedata.normalize("NFKC", "".join(run.text for run in runs))


def _back(word: str) -> str:
    return word[::-1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Agreed with מרים: 3 CVs", f"Agreed with {_back('מרים')}: 3 CVs"),
        ("Agreed with דוד לוי (2 CVs).", f"Agreed with {_back('דוד לוי')} (2 CVs)."),
        ("Send 2, דוד 3 לוי, 4", f"Send 2, {_back('לוי')} 3 {_back('דוד')}, 4"),
        ("דוד: 3", f"3 :{_back('דוד')}"),
        ("דוד (5 לוי).", f".({_back('לוי')} 5) {_back('דוד')}"),
        ("דוד Amara: 3", f"3 :Amara {_back('דוד')}"),
        ("דוד Amara (Halden) 10:30", f"10:30 Amara (Halden) {_back('דוד')}"),
        ("Zażółć Ελλάδα Київ Nguyễn", "Zażółć Ελλάδα Київ Nguyễn"),
        ("Up \u202eto here", "Up 202Eto here"),
    ],
)
def test_each_line_reads_in_its_order(text: str, shown: str) -> None:
    assert _shown(text) == shown


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("محمد", "\ufee3\ufea4\ufee4\ufeaa"),
        ("لا", "\ufefb"),
        ("بيت", "\ufe91\ufef4\ufe96"),
    ],
)
def test_arabic_letters_join(word: str, forms: str) -> None:
    drawn = "".join(run.text for run in typeset(word, Face.REGULAR).runs)

    assert drawn == forms[::-1]


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Ж", "Inter-Regular"),
        ("שלום", "NotoSansHebrew-Regular"),
        ("مرحبا", "NotoSansArabic-Regular"),
        ("नमस्ते", "NotoSansDevanagari-Regular"),
        ("ภาษา", "NotoSansThai-Regular"),
        ("王小明", "DroidSansFallbackFull"),
        ("カタカナ", "DroidSansFallbackFull"),
        ("김민수", "NotoSansKR-Regular"),
        ("📅", "NotoEmoji-Regular"),
    ],
)
def test_each_script_has_its_font(text: str, font: str) -> None:
    assert {run.font for run in typeset(text, Face.REGULAR).runs} == {font}


@pytest.mark.parametrize("text", ["q\u0303", "בָּ", "מְ", "مُ", "ที่", "कु"])
def test_a_mark_stays_over_or_under_its_letter(text: str) -> None:
    together = typeset(text, Face.REGULAR)
    alone = typeset(clusters(text)[0][0], Face.REGULAR)

    assert unicodedata.combining(together.runs[0].text[0]) == 0
    assert together.width == pytest.approx(alone.width)
    assert all(-alone.width / 2 < run.x < alone.width * 1.5 for run in together.runs)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Amara Okonkwo, 李, دينا, 📅\ufe0f, 👩\u200d💻", set()),
        ("\U00013000 and \u0b86", {"U+13000", "U+0B86"}),
        ("a\u202eb\u2066c", {"U+202E", "U+2066"}),
        ("bell \x07, lone \ud800", {"U+0007", "U+D800"}),
        ("line\nbreak\tand\u00a0blank", set()),
    ],
)
def test_what_no_font_has_is_named(text: str, names: set[str]) -> None:
    assert uncovered(text) == names


def test_what_no_font_has_is_drawn_as_its_code() -> None:
    summary = MeetingSummary(
        title="Glyph \U00013000, turn \u202eabc, mark \u200b\ufe0f.", facts=(), mine=Side(name=""), theirs=Side(name="")
    )

    document = meeting_summary_pdf(summary, paper=Paper.A4)

    assert document.uncovered == ("U+13000", "U+202E")
    assert "Glyph 13000 , turn 202E abc, mark ." in text_of(document.data)


@pytest.mark.parametrize("text", ["📅 Fri", "王小明", "김민수", "Zażółć", "Ελλάδα"])
def test_text_is_copied_as_it_was_typed(text: str) -> None:
    summary = MeetingSummary(title=text, facts=(), mine=Side(name=""), theirs=Side(name=""))

    assert unicodedata.normalize("NFKC", text) in text_of(meeting_summary_pdf(summary, paper=Paper.A4).data)


def test_arabic_is_copied_as_its_letters() -> None:
    summary = MeetingSummary(title="محمد", facts=(), mine=Side(name=""), theirs=Side(name=""))

    (letters,) = pages(meeting_summary_pdf(summary, paper=Paper.A4).data)

    assert {"م", "ح", "د"} <= {letter.char for letter in letters}


@pytest.mark.parametrize(
    ("text", "width"),
    [("王小明在上海工作，很高兴。好的吗？是的！", 61.0), ("「はい」と言いました。カタカナもある、と。", 52.0)],
)
def test_chinese_breaks_anywhere_but_before_closing_signs(text: str, width: float) -> None:
    lines = [
        "".join(run.text for piece in line.pieces for run in piece.runs)
        for line in break_lines([Span(text, BODY)], width)
    ]

    assert "".join(lines) == text
    assert len(lines) > 3
    assert not [line for line in lines if line[0] in "，。？！」、"]
    assert not [line for line in lines if line[-1] in "「"]


@pytest.mark.parametrize("text", ["x" * 5000, "אב" * 900, "ab-" * 400, "👍" * 300, "q\u0303" * 300, "\u0b86" * 50])
def test_a_long_word_breaks_and_loses_nothing(text: str) -> None:
    lines = break_lines([Span(text, BODY)], 120.0)

    drawn = sum(1 if run.boxed else len(run.text) for line in lines for piece in line.pieces for run in piece.runs)
    assert drawn == len(text)
    assert max(line.width for line in lines) <= 120.01


def test_right_to_left_text_is_set_against_the_right_margin() -> None:
    words = "הסכמנו לשלוח שלושה קורות חיים עד יום שישי ואז ניפגש שוב בלונדון כדי לדבר על המועמדים האחרים שלנו"
    summary = MeetingSummary(
        title="T", facts=(), mine=Side(name=""), theirs=Side(name=""), decisions=(Decided(statement=words),)
    )

    (letters,) = pages(meeting_summary_pdf(summary, paper=Paper.A4).data)
    hebrew = [letter for letter in letters if "\u05d0" <= letter.char <= "\u05ea"]

    assert max(letter.right for letter in hebrew) == pytest.approx(538.6, abs=1.5)
    assert len({round(letter.y) for letter in hebrew}) == 2
    assert place_of(letters, "1")[0] == pytest.approx(153.1, abs=0.1)


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("ليلى منصور will", True),
        (LEFT_TO_RIGHT + "ليلى منصور will", False),
        (LEFT_TO_RIGHT + "Amara will", False),
    ],
)
def test_our_own_sentence_keeps_its_direction_when_a_name_begins_it(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl
    assert "200E" not in "".join(run.text for run in typeset(text, Face.REGULAR).runs)
