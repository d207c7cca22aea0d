"""The Notes section on screen, as its tests look at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.services import notes, reading
from app.services.office import Office
from ui.relationship.notes.section import NotesSection
from ui.relationship.notes.sheet import Sheet

AMARA = 4  # in the office of the pictures
W = TypeVar("W", bound=QWidget)
Named = Callable[[QWidget, type[W], str], W]


def sheet_of(section: NotesSection) -> Sheet:
    sheet = section.page.sheet
    assert sheet is not None
    return sheet


def stored(office: Office, note: int) -> tuple[str, str]:
    found = office.notes.get(NoteId(note))
    return found.title, found.body


def steps(office: Office) -> list[str]:
    return [done.label for done in reading.actions(office)]


def settled(qtbot: QtBot, section: NotesSection) -> None:
    qtbot.waitUntil(lambda: not any(sheet.saver.waiting for sheet in section.page.sheets))


def three_notes(office: Office, manager: ManagerId) -> list[int]:
    return [notes.add(office, manager, title=title, body=f"{title} body").id for title in ("one", "two", "three")]
