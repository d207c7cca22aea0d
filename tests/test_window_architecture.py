"""The shape of the window's code: who may know whom, and what no module may do."""

from __future__ import annotations

import re

import pytest

from test_architecture import TOP, imports_of, inside, module_of, python_files

COMMON = ("ui.kit", "ui.theme", "ui.bridge", "ui.desk", "ui.tasks")
SCREENS = (
    "first_run",
    "today",
    "diary",
    "searches",
    "search",
    "celebrate",
    "letgo",
    "relationship",
    "meeting",
    "document",
    "palette",
    "settings",
    "keys",
    "trouble",
)
# The composition root, and the window it puts together.
ROOT = ("ui.main", "ui.program", "ui.places", "ui.window", "ui.pages", "ui.actions", "ui.tabs", "ui.tab_row",
        "ui.crash", "ui.listening", "ui.staying", "ui.once_seen")  # fmt: skip


def reaches(under: str, *allowed: str) -> list[str]:
    """Imports of `ui` modules by a package, except its own and what is allowed."""
    return [
        f"{path.relative_to(TOP).as_posix()}:{found.line} {found.name}"
        for path in python_files("ui")
        if inside(module_of(path), under)
        for found in imports_of(path)
        if inside(found.name, "ui") and not inside(found.name, under, *allowed)
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_knows_another(screen: str) -> None:
    """They meet through the desk, the bridge and the actions."""
    assert reaches(f"ui.{screen}", *COMMON) == []


def test_every_folder_is_a_screen_or_shared() -> None:
    """A new folder has to be named here."""
    folders = {path.name for path in (TOP / "ui").iterdir() if path.is_dir() and not path.name.startswith("_")}

    assert folders <= {*SCREENS, "kit", "theme"}


def test_the_kit_knows_no_screen() -> None:
    """The kit stands on the theme, and keeps drafts through the bridge."""
    assert reaches("ui.kit", "ui.theme", "ui.bridge", "ui.desk") == []


def test_the_theme_knows_nobody() -> None:
    """Tokens, type and icons."""
    assert reaches("ui.theme") == []


FORBIDDEN = {
    "a style sheet": r"setStyleSheet",
    "a lambda that holds its screen": r"\.connect\(\s*lambda[^)]*self",
    "a partial that holds its screen": r"\.connect\(\s*(functools\.)?partial\(\s*self",
    "events handled in the middle of an event": r"processEvents",
    "star imports": r"^from PySide6.* import \*",
    "item widgets": r"\bQ(Table|List|Tree)Widget\b",
    "a question instead of undo": r"QMessageBox\.question|Are you sure",
    "text taken for markup": r"(?<!mightBe)RichText(?!\(False\))|AutoText|MarkdownText",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_module_of_the_window_has(what: str) -> None:
    """Each of these cost somebody a day."""
    pattern = re.compile(FORBIDDEN[what], re.MULTILINE)

    assert [
        path.relative_to(TOP).as_posix() for path in python_files("ui") if pattern.search(path.read_text("utf-8"))
    ] == []


def test_colours_stand_in_the_tokens_alone() -> None:
    """A colour written elsewhere does not follow the theme."""
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*[\"'0-9]|Qt\.GlobalColor\.(?!transparent)")

    assert [
        path.relative_to(TOP).as_posix()
        for path in python_files("ui")
        if module_of(path) != "ui.theme.tokens" and colour.search(path.read_text("utf-8"))
    ] == []


def test_no_test_sleeps() -> None:
    """A test waits for what it waits for."""
    sleeps = re.compile(r"\btime\.sleep\(|qtbot\.wait\(")

    assert [path.name for path in python_files("tests/ui") if sleeps.search(path.read_text("utf-8"))] == []
