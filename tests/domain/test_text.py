"""What text may be: kept exactly, shown visibly, or refused in one sentence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.text import BODY, LINE, NAME, RUN, clean, email_address, file_name, first_line, required, rest

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
BAD = "\ufffd"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Amara Okonkwo \n", "Amara Okonkwo"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("e\u0301 \u212b", "\u00e9 \u00c5"),
        ("a\tb", "a\tb"),
        ("a\x00b\x1bc\x7fd\x85e\x9ff", BAD.join("abcdef")),
        ("\x00 x \x1f", f"{BAD} x {BAD}"),
        ("a\ud800b\udfff", f"a{BAD}b{BAD}"),
        ("a\ufffeb\uffffc\U0001fffed\ufdd0e\U0010ffff", f"a{BAD}b{BAD}c{BAD}d{BAD}e{BAD}"),
        ("\ufeffa\u2028b\u202ec\u200d\U0001f600", "\ufeffa\u2028b\u202ec\u200d\U0001f600"),
        ("ليلى 佐藤 Łukasz", "ليلى 佐藤 Łukasz"),
        ("", ""),
    ],
)
def test_text_is_kept_or_changed_visibly(typed: str, kept: str) -> None:
    assert clean(typed, "brief", "brief", BODY, lines=True) == kept


@pytest.mark.parametrize("typed", ["a\nb", "a\r\nb", "a\n\nb", "a\u2028b", "a\u2029b", "\na\nb\n"])
def test_a_line_has_no_line_breaks(typed: str) -> None:
    assert clean(typed, "title", "title", LINE, lines=False) == "a b"


@pytest.mark.parametrize(
    ("value", "limit", "sentence"),
    [
        ("x " * 100 + "y", NAME, "The title is too long: at most 200 characters."),
        ("x " * 1_000 + "y", LINE, "The title is too long: at most 2,000 characters."),
        ("x " * 500_000 + "y", BODY, "The title is too long: at most 1,000,000 characters."),
        (
            "x " + "y" * 2_001,
            BODY,
            "The title has more than 2,000 characters without a space: please break them up.",
        ),
    ],
)
def test_what_is_too_long_is_refused_in_one_sentence(value: str, limit: int, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        clean(value, "title", "title", limit, lines=True)
    assert (refused.value.field, str(refused.value)) == ("title", sentence)


def test_the_limits_themselves_are_allowed() -> None:
    assert (NAME, LINE, BODY, RUN) == (200, 2_000, 1_000_000, 2_000)
    assert len(clean("y" * 200, "name", "name", NAME, lines=False)) == 200
    assert len(clean(" " + "y" * 2_000 + "\n", "brief", "brief", LINE, lines=True)) == 2_000
    assert len(clean(("x" * 1_999 + " ") * 500, "brief", "brief", BODY, lines=True)) == 999_999


@pytest.mark.parametrize("empty", ["", " \n\t "])
def test_what_is_needed_is_asked_for(empty: str) -> None:
    with pytest.raises(InputError, match=r"^Please write the name\.$") as refused:
        required(empty, "name", "name", NAME, lines=False)
    assert refused.value.field == "name"
    assert required(" Amara ", "name", "name", NAME, lines=False) == "Amara"


@given(ANY_TEXT, st.booleans())
def test_clean_text_stays_clean(value: str, lines: bool) -> None:
    kept = clean(value, "title", "title", LINE, lines=lines)
    assert clean(kept, "title", "title", LINE, lines=lines) == kept
    assert kept.encode().decode() == kept
    assert not any(unicodedata.category(letter) == "Cc" and letter not in "\n\t" for letter in kept)


@pytest.mark.parametrize(
    ("text", "first", "further"),
    [("a", "a", ""), ("a\nb\nc", "a", "b\nc"), ("", "", ""), ("\nb", "", "b")],
)
def test_a_text_has_a_first_line_and_a_rest(text: str, first: str, further: str) -> None:
    assert (first_line(text), rest(text)) == (first, further)


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (" amara@halden.example ", "amara@halden.example"),
        ("amara.okonkwo+jobs@mail.halden.example", "amara.okonkwo+jobs@mail.halden.example"),
        ("o'neil@localhost", "o'neil@localhost"),
        ("łukasz@brandt.example", "łukasz@brandt.example"),
    ],
)
def test_one_address_is_taken(value: str, address: str) -> None:
    assert email_address(value, "email") == address


@pytest.mark.parametrize(
    "value",
    [
        "",
        "amara",
        "@halden.example",
        "amara@",
        "amara@halden.example, b@c.example",
        "amara@halden.example;b@c.example",
        "a b@halden.example",
        "amara@halden.example\r\nBcc: x@c.example",
        "amara@halden.example\n",
        "Amara <amara@halden.example>",
        "a@b@c.example",
        "amara@halden.example?bcc=x",
        "amara@halden.example&attach=x",
        "amara@.example",
        "amara@halden.",
        "--attach@halden.example",
        "amara\u202e@halden.example",
        "amara\x00@halden.example",
        '"a b"@halden.example',
        "a" * 250 + "@b.example",
    ],
)
def test_anything_but_one_address_is_refused(value: str) -> None:
    with pytest.raises(InputError, match="not one email address") as refused:
        email_address(value, "email")
    assert refused.value.field == "email"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2026-11-24 Calibration, Okonkwo.pdf", "2026-11-24 Calibration, Okonkwo.pdf"),
        ("王小明 – Łukasz.pdf", "王小明 – Łukasz.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ('a*b?c"d<e>f|g:h', "a-b-c-d-e-f-g-h"),
        ("notes. . ", "notes"),
        (".hidden", "hidden"),
        ("--help", "help"),
        ("a\x00b\x1f\x7f\u202ec\ud800\u200b", "abc"),
        ("a\nb\tc\u2028d", "a b c d"),
        ("CON", "_CON"),
        ("con.pdf", "_con.pdf"),
        ("aux .txt", "_aux .txt"),
        ("LPT1.a.b", "_LPT1.a.b"),
        ("com\u00b9", "_com\u00b9"),
        ("Connor", "Connor"),
        ("com10", "com10"),
        ("", "Untitled"),
        (" ./.. ", "Untitled"),
        ("\u202e", "Untitled"),
        ("x" * 200, "x" * 150),
        ("x" * 200 + ".pdf", "x" * 146 + ".pdf"),
        ("王" * 60 + ".pdf", "王" * 48 + ".pdf"),
        ("x" * 145 + " y.pdf", "x" * 145 + ".pdf"),
        ("x" * 149 + "q\u0323\u0307 z", "x" * 149),
        ("x" * 148 + "q\u0323\u0307 z", "x" * 148),
    ],
)
def test_a_file_name_fits_every_file_system(words: str, name: str) -> None:
    assert file_name(words) == name


@given(ANY_TEXT | st.text("x王e\u0301. /", min_size=40, max_size=300))
def test_a_file_name_is_always_safe(words: str) -> None:
    name = file_name(words)
    assert name
    assert len(name.encode()) <= 150
    assert not set(name) & set('/\\:*?"<>|\n')
    assert name[0] not in " .-"
    assert name[-1] not in " ."
    assert file_name(name) == name
