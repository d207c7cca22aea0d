"""The page in place of an office that cannot be opened: every button does what it says."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError
from app.services.office import open_office
from builders import LONDON, Clock, file_office
from ui.kit.words import Label
from ui.trouble.page import TroublePage

SENTENCE = "The office’s file is damaged. Nothing was changed. Put a copy of it back."


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> TroublePage:
    made = TroublePage(SENTENCE, tmp_path / "office")
    qtbot.addWidget(made)
    made.show()
    return made


def texts(page: TroublePage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def press(page: TroublePage, words: str, named: Callable[..., QPushButton], qtbot: QtBot) -> None:
    qtbot.mouseClick(named(page, QPushButton, words), Qt.MouseButton.LeftButton)


def test_it_says_what_happened_and_where(page: TroublePage, tmp_path: Path) -> None:
    assert texts(page) == ["The office cannot be opened", SENTENCE, "Folder", str(tmp_path / "office")]
    assert SENTENCE in page.accessibleName()


@pytest.mark.parametrize("width", [960, 1280, 1900])
def test_it_stands_in_the_middle_of_a_window_of_any_width(page: TroublePage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 700)
    qtbot.waitUntil(lambda: page.width() == width)
    said = next(each for each in page.findChildren(Label) if each.text() == SENTENCE)
    qtbot.waitUntil(lambda: abs(said.mapTo(page, said.rect().center()).x() - width / 2) <= 2)


def test_the_newest_backup_is_named(tmp_path: Path, qtbot: QtBot) -> None:
    """With its date; an older one and a half-written one are not."""
    backups = tmp_path / "office" / "backups"
    backups.mkdir(parents=True)
    for name, age in (("before-schema-2.db", 100), ("before-schema-3.db", 50), (".before-schema-4.db.half", 0)):
        (backups / name).write_bytes(b"copy")
        os.utime(backups / name, (time.time() - age, time.time() - age))
    page = TroublePage(SENTENCE, tmp_path / "office")
    qtbot.addWidget(page)
    page.show()

    assert texts(page)[-2] == "Newest backup"
    assert texts(page)[-1].endswith(", before-schema-3.db")


@pytest.mark.parametrize(("words", "signal"), [("Try again", "again"), ("Look around with sample data", "sample")])
def test_buttons_that_ask_the_program(
    page: TroublePage, named: Callable[..., QPushButton], qtbot: QtBot, words: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, words, named, qtbot)


FOLDERS = {
    ("Choose another folder…", True): "",
    ("Choose another folder…", False): "There is no office in this folder. Choose another, or start a new one there.",
    ("Start new…", False): "",
    ("Start new…", True): "There is an office in this folder already. Choose an empty folder for a new one.",
}


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the system's dialog answers with."""
    folder = tmp_path / "chosen"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    return folder


@pytest.mark.parametrize("given", FOLDERS)
def test_another_folder(
    page: TroublePage, chosen: Path, named: Callable[..., QPushButton], qtbot: QtBot, given: tuple[str, bool]
) -> None:
    """An office is opened where one is, and begun where none is; else one sentence says why not."""
    heard: list[Path] = []
    page.elsewhere.connect(heard.append)
    words, there = given
    if there:
        file_office(chosen)
    press(page, words, named, qtbot)

    assert heard == ([] if FOLDERS[given] else [chosen])
    assert texts(page)[-1] == (FOLDERS[given] or str(chosen.parent / "office"))


def test_a_dialog_given_up_changes_nothing(
    page: TroublePage, named: Callable[..., QPushButton], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "")
    heard: list[Path] = []
    page.elsewhere.connect(heard.append)
    press(page, "Start new…", named, qtbot)

    assert heard == []


def test_the_safe_choice_has_the_keyboard(page: TroublePage, named: Callable[..., QPushButton], qtbot: QtBot) -> None:
    qtbot.waitExposed(page)

    assert page.focusWidget() is named(page, QPushButton, "Try again")


SPOILT: dict[str, tuple[bytes | None, str]] = {
    "empty": (b"", "The office’s file is empty. Nothing was changed. Put a copy of it back."),
    "foreign": (b"GIF89a" * 40, "This file is not an office of Rapport. Nothing was changed; choose another folder."),
    "missing": (None, "There is no office in this folder yet. Add a hiring manager to begin one."),
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_storage_says_stands_on_the_page(tmp_path: Path, qtbot: QtBot, how: str) -> None:
    """The sentence of a real refusal, whole and wrapped, in a small window too."""
    content, sentence = SPOILT[how]
    if content is not None:
        file_office(tmp_path).write_bytes(content)
    with pytest.raises(StorageError) as refused:
        open_office(tmp_path, clock=Clock(), zone=LONDON)
    page = TroublePage(str(refused.value), tmp_path)
    qtbot.addWidget(page)
    page.resize(page.minimumSize())
    page.show()

    assert page.sentence == sentence
    label = next(each for each in page.findChildren(Label) if each.text() == sentence)
    assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a" * 40, b"SQLite format 3\0" + b"\xff" * 84], ids=["empty", "foreign", "damaged"]
)
def test_no_copy_is_promised_where_none_was_made(tmp_path: Path, qtbot: QtBot, content: bytes) -> None:
    """Nobody is sent to look for a copy that was never made."""
    file_office(tmp_path).write_bytes(content)
    with pytest.raises(StorageError) as refused:
        open_office(tmp_path, clock=Clock(), zone=LONDON)
    page = TroublePage(str(refused.value), tmp_path)
    qtbot.addWidget(page)
    page.show()

    assert [words for words in texts(page) if "backup" in words.casefold()] == []
