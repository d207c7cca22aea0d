"""Markdown notes on paper: what each sign becomes, and that no typed word is lost."""

from __future__ import annotations

import pytest

from app.documents.markdown import NotePart, Stretch, Tone, note_parts


def _plain(text: str, **more: object) -> NotePart:
    return NotePart((Stretch(text, Tone.PLAIN),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        ("", []),
        ("One line", [_plain("One line")]),
        ("One\nline\n\nTwo", [_plain("One line"), _plain("Two")]),
        ("# Head", [NotePart((Stretch("Head", Tone.STRONG),))]),
        ("> said", [_plain("said", quoted=True)]),
        ("- a\n- b", [_plain("a", depth=1, sign="•"), _plain("b", depth=1, sign="•", tight=True)]),
        ("3. a\n4. b", [_plain("a", depth=1, sign="3."), _plain("b", depth=1, sign="4.", tight=True)]),
        ("- a\n  - b", [_plain("a", depth=1, sign="•"), _plain("b", depth=2, sign="•", tight=True)]),
        ("- a\n\ntext", [_plain("a", depth=1, sign="•"), _plain("text")]),
        ("![a face](https://example.org/x.png)", [_plain("a face")]),
        ("```\nx <b>\n  y\n```", [_plain("x <b>\n\xa0\xa0y")]),
        ("[1]: see above", [_plain("[1]: see above")]),
        ("&lt; & <jan@example.org>", [_plain("&lt; & <jan@example.org>")]),
    ],
)
def test_a_note_becomes_plain_parts(note: str, parts: list[NotePart]) -> None:
    assert list(note_parts(note)) == parts


@pytest.mark.parametrize(
    ("note", "stretches"),
    [
        ("a **b** c", [("a ", Tone.PLAIN), ("b", Tone.STRONG), (" c", Tone.PLAIN)]),
        ("a *b* c", [("a ", Tone.PLAIN), ("b", Tone.EMPHASIS), (" c", Tone.PLAIN)]),
        ("[the ad](https://example.org/ad)", [("the ad", Tone.PLAIN), (" (https://example.org/ad)", Tone.PLAIN)]),
        ("[https://example.org](https://example.org)", [("https://example.org", Tone.PLAIN)]),
    ],
)
def test_emphasis_and_links_keep_their_words(note: str, stretches: list[tuple[str, Tone]]) -> None:
    (part,) = note_parts(note)

    assert [tuple(stretch) for stretch in part.stretches if stretch.text] == stretches


@pytest.mark.parametrize(
    "note",
    [
        "> " * 200 + "deep",
        "- " * 120 + "deep",
        "\n".join(" " * (2 * depth) + "- deep" for depth in range(90)),
        "[" * 3000 + "deep",
        "word " * 9000 + "deep",
        ("**a** word\n\n" * 4000) + "deep",
    ],
)
def test_no_nesting_or_length_loses_the_words(note: str) -> None:
    text = " ".join(stretch.text for part in note_parts(note) for stretch in part.stretches)

    assert text.count("deep") == note.count("deep")
    assert text.count("word") == note.count("word")
