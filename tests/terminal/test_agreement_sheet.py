"""The agreement sheet from the terminal: its file, what is proposed only when asked for, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.test_commands import Run, run

__all__ = ["run"]

from documents.pdf_reading import text_of


@pytest.fixture
def agreed(run: Run) -> Run:
    """One promise agreed, one proposed."""
    run("add-manager", "Amara Okonkwo")
    run("do", "expectation.add", "manager=Amara", "side=mine", "statement=Send the note", "measure=An email",
        "agreed_on=2026-11-24")  # fmt: skip
    run("do", "expectation.add", "manager=Amara", "side=theirs", "statement=Answer on every CV")
    return run


@pytest.mark.parametrize("discuss", [False, True])
def test_the_sheet_is_a_file_and_is_listed(agreed: Run, tmp_path: Path, discuss: bool) -> None:
    to = tmp_path / "sheet.pdf"
    options = ["--manager", "Amara", "--paper", "letter", *(["--discuss"] if discuss else []), "--to", str(to)]
    said = agreed("--json", "document", "agreement", *options)
    text = text_of(to.read_bytes())

    assert (said.code, said.data["name"], said.data["pages"]) == (0, "2026-11-24 Agreement, Okonkwo.pdf", 1)
    assert ("Send the note" in text, "Answer on every CV" in text) == (True, discuss)
    assert agreed("--json", "show", "issued_document", str(said.data["id"])).data["kind"] == "agreement"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "Name the manager it is for: --manager NAME."),
        (("--manager", "Nobody"), "Nobody"),
        (("--manager", "Tomás"), "Nothing is agreed yet. Choose what you want to discuss."),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    agreed: Run, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    agreed("add-manager", "Tomás Ferreira")
    said = agreed("document", "agreement", *options, "--to", str(tmp_path / "sheet.pdf"))

    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert sentence in said.err
    assert not (tmp_path / "sheet.pdf").exists()
