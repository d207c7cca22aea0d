"""The whole search at the real window, by clicks and keys; it leaves the records that the terminal leaves."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import live
from app.services.office import Office, open_office
from app.storage.database import FILE_NAME
from builders import LONDON, Clock, file_office
from tests.terminal.deeds import Terminal
from tests.ui.conftest import gone
from tests.ui.hand import Hand
from tests.ui.whole_search_hands import HANDS, TODAY, refused
from tests.whole_search import WHOLE_SEARCH, records
from ui.places import makers
from ui.window import Window

MAILS = 2  # the invitation, the summary


@pytest.fixture
def opened_mails(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was handed to the mail program."""
    opened: list[Path] = []

    def open_url(address: QUrl) -> bool:
        opened.append(Path(address.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


@pytest.fixture
def clock() -> Clock:
    """Stands still, and is moved from deed to deed."""
    return Clock(moment(WHOLE_SEARCH[0].at))


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """An office that was just made."""
    opened = open_office(file_office(tmp_path / "window").parent, clock=clock, zone=LONDON)
    yield opened
    opened.close()


@pytest.fixture
def hand(office: Office, qtbot: QtBot) -> Iterator[Hand]:
    """A hand at the window over it."""
    window = Window(office, makers())
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Hand(window, qtbot)
    for other in [each for each in QApplication.topLevelWidgets() if each.objectName() == "document"]:
        other.close()
        gone(other)
    window.close()
    gone(window)


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What the same search leaves when it is typed at the terminal."""
    monkeypatch.setenv("TZ", "Europe/London")
    terminal = Terminal(tmp_path / "terminal")
    for deed in WHOLE_SEARCH:
        terminal.do(deed)
    return records(terminal.store)


def undo_all(hand: Hand, office: Office) -> None:
    """Ctrl+Z on Today, where no field takes it for itself, for as long as there is something to take back."""
    hand.keys(TODAY)
    while live.names(office).undo:
        hand.keys("Ctrl+Z")


def moment(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=LONDON)


@pytest.mark.timeout(120)
def test_the_window_leaves_what_the_terminal_leaves_and_undo_takes_all_of_it_back(
    hand: Hand, office: Office, clock: Clock, typed: dict[str, list[str]], opened_mails: list[Path]
) -> None:
    store = sqlite3.connect(f"file:{office.folder / FILE_NAME}?mode=ro", uri=True)
    first = records(store)
    for deed in WHOLE_SEARCH:
        clock.at = moment(deed.at)
        if deed.refused:
            refused(hand, deed.refused)
        else:
            HANDS[deed.name](hand, deed.values)

    left = records(store)
    assert {table: set(left[table]) ^ set(typed[table]) for table in left if left[table] != typed[table]} == {}
    assert [each.suffix for each in opened_mails] == [".eml"] * MAILS

    undo_all(hand, office)
    assert records(store) == first
