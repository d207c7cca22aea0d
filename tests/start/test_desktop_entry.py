"""Rapport among the programs of a Linux desktop: the entry, its icon, and what a double click starts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app import commands

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux desktops keep such entries")
DESKTOP = Path(__file__).parents[2] / "resources/desktop"
ENTRY, ICON = "applications/rapport.desktop", "icons/hicolor/scalable/apps/rapport.svg"
Data = Callable[..., Path]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Data:
    """The person's folder for data, and a Python that lies in a folder of this name."""

    def place(name: str = "bin") -> Path:
        program = tmp_path / name / "rapport"
        program.parent.mkdir()
        program.write_text("#!/bin/sh\necho opened\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
        monkeypatch.setattr(sys, "executable", str(program.with_name("python3")))
        return tmp_path / "share"

    return place


def lines_of(entry: Path) -> dict[str, str]:
    """The keys of an entry, as a desktop reads them: a doubled backslash is one."""
    pairs = [line.partition("=") for line in entry.read_text(encoding="utf-8").splitlines()[1:]]
    return {key: value.replace("\\\\", "\\") for key, _equals, value in pairs}


def test_the_entry_and_its_icon_are_written(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    share = data()

    assert commands.main(["desktop-entry", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"written": [str(share / ICON), str(share / ENTRY)]}
    assert (share / ICON).read_bytes() == (DESKTOP / "rapport.svg").read_bytes()
    entry = lines_of(share / ENTRY)
    assert (entry["Type"], entry["Name"], entry["Icon"], entry["Terminal"]) == (
        "Application", "Rapport", "rapport", "false",
    )  # fmt: skip
    assert entry["TryExec"] == sys.executable.replace("python3", "rapport")


@pytest.mark.parametrize("name", ["bin", "my programs", 'a"b', "a$HOME", "a`id`", "a\\b", "100%", "é 小明", "a'b"])
def test_a_double_click_starts_this_program(data: Data, name: str) -> None:
    """Wherever it lies: between its quotes the line is read as a shell reads it, says the specification."""
    share = data(name)
    assert commands.main(["desktop-entry"]) == 0
    line = lines_of(share / ENTRY)["Exec"].replace("%%", "%")

    assert "%" not in name or "%%" in lines_of(share / ENTRY)["Exec"]
    assert subprocess.run(line, shell=True, check=True, capture_output=True, text=True).stdout == "opened\n"  # noqa: S602


def test_the_entry_can_be_renewed_and_taken_away(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    share = data()
    for _turn in range(2):
        assert commands.main(["desktop-entry"]) == 0
    assert commands.main(["desktop-entry", "--remove"]) == 0
    assert [path for path in share.rglob("*") if path.is_file()] == []
    assert commands.main(["desktop-entry", "--remove"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Rapport no longer stands among the programs."


def test_a_folder_that_cannot_be_written_is_said(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    data().write_text("a file", encoding="utf-8")

    assert commands.main(["desktop-entry"]) == 1
    assert capsys.readouterr().err == "The folder of the programs' entries cannot be written.\n"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
@pytest.mark.parametrize("name", ["bin", "my programs", "100%", "a`id`"])
def test_the_entry_is_valid(data: Data, name: str) -> None:
    share = data(name)
    assert commands.main(["desktop-entry"]) == 0
    for entry in (share / ENTRY, DESKTOP / "rapport.desktop"):
        checked = subprocess.run(["desktop-file-validate", str(entry)], check=False, capture_output=True, text=True)
        assert (checked.returncode, checked.stdout) == (0, "")


def test_the_icon_is_the_mark() -> None:
    """You and them, and where they meet."""
    icon = ElementTree.fromstring((DESKTOP / "rapport.svg").read_text(encoding="utf-8"))  # noqa: S314 our own file

    assert icon.get("viewBox") == "0 0 128 128"
    assert [shape.get("fill") for shape in icon if shape.get("fill")] == ["#1B6080", "#86446F", "#3A3550"]
