"""Text is never markup for the verbs of the terminal either."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from app.domain.text import BODY, clean
from tests.builders import file_office
from tests.terminal.hostile import HOSTILE, bundles, is_one_sentence, run


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    file_office(folder)
    assert run(folder, "add-manager", "Amara Okonkwo", "--email", "a@example.com") == 0
    return folder


@pytest.mark.parametrize("name", HOSTILE)
def test_the_terminal_gives_the_exact_text_back(on_disk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    text = HOSTILE[name]
    assert (
        run(on_disk, "--json", "do", "note.add", "manager=Amara", f"title={text}", f"body={text} findme{len(text)}")
        == 0
    )
    made = json.loads(capsys.readouterr().out)
    assert run(on_disk, "--json", "show", "note", str(made["id"])) == 0
    shown = json.loads(capsys.readouterr().out)

    assert shown["title"] == clean(text, "", "", 200, lines=False)
    assert shown["body"] == clean(f"{text} findme{len(text)}", "", "", BODY, lines=True)
    assert run(on_disk, "--json", "find", f"findme{len(text)}") == 0
    assert made["id"] in [hit["id"] for hit in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize(
    "verb",
    [
        ("find",),
        ("brief",),
        ("show",),
        ("show", "note"),
        ("log", "Amara"),
        ("log",),
        ("do",),
        ("do", "note.add"),
        ("add-manager",),
    ],
)
def test_no_verb_breaks_on_any_text(on_disk: Path, capsys: pytest.CaptureFixture[str], verb: tuple[str, ...]) -> None:
    more = ["1"] if verb in (("show",), ("log",)) else []
    for text in bundles():
        assert run(on_disk, *verb, "--", text, *more) in (0, 1)
        told = capsys.readouterr().err
        assert told == "" or is_one_sentence(told.removesuffix("\n")), told


def test_only_the_documented_cleaning_is_done() -> None:
    """Composed, and what cannot be kept made visible: everything else stays, sign by sign."""
    for name, text in HOSTILE.items():
        whole = clean(text, "", "", BODY, lines=True)
        assert len(whole) == len(unicodedata.normalize("NFC", text)), name
        changed = {a for a, b in zip(unicodedata.normalize("NFC", text), whole, strict=True) if a != b}
        assert all(unicodedata.category(sign) in ("Cc", "Cs", "Cn") for sign in changed), (name, changed)
