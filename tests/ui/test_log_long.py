"""The Log section with much in it: hostile texts, texts too long for a field, a long log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.services import talks
from app.services.office import Office
from builders import NOW, amara
from tests.ui.log_screen import list_of, model_of, press, said, shown, texts
from ui.desk import Desk
from ui.relationship.log import model as log_model

Key = Qt.Key


HOSTILE = ["<b>bold</b> & %s", "x" * 2_000, "word " * 100_000, "مرحبا " * 50, "e\u0301\u0327" * 300, "👩\u200d👧 " * 90]


def test_hostile_entries_are_painted_and_hinted_without_a_freeze(desk: Desk, qtbot: QtBot) -> None:
    """As text, cut where it does not fit, also at the smallest window."""
    manager = amara(desk.office)
    for text in HOSTILE:
        decision = text[:2000]
        talks.add(desk.office, manager, text=text, decision=decision, private=text, at=NOW - timedelta(days=400))
    section = shown(desk, manager, qtbot, height=500)
    section.resize(839, 460)
    section.grab()
    press(section, qtbot, 0, "Edit")
    section.grab()

    assert model_of(section).rowCount() == len(HOSTILE)


def test_a_text_too_long_for_its_field_stays_as_it_is(
    desk: Desk, qtbot: QtBot, named: Callable[..., QPlainTextEdit]
) -> None:
    """The rest of the entry can be corrected; laying out the text would stop the window."""
    manager, text = amara(desk.office), "word " * 10_000 + "end"
    talks.add(desk.office, manager, text=text)
    section = shown(desk, manager, qtbot)
    press(section, qtbot, 0, "Edit")
    field = named(section, QPlainTextEdit, "What you talked about")
    qtbot.keyClicks(field, "x")
    named(section, QComboBox, "How you talked").setCurrentIndex(0)
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    entry = desk.office.talks.newest(manager)[0]
    assert (entry.text, entry.channel.value) == (text, "call")


def test_a_long_log_grows_between_events_and_is_read_a_page_at_a_time(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not looked at is not read, wherever the person scrolls to."""
    manager, office = amara(desk.office), desk.office
    with office.write("many"):
        for n in range(900):
            talks.add(office, manager, text=f"talk {n}", at=NOW - timedelta(hours=n))
    section = shown(desk, manager, qtbot)
    read: list[int] = []
    where = type(office.talks).where
    monkeypatch.setattr(
        type(office.talks), "where", lambda table, *given, **more: _noted(read, where, table, given, more)
    )
    list_of(section).scrollToBottom()
    list_of(section).grab()

    assert model_of(section).rowCount() == 900
    assert "talk 899" in said(section, 899)
    assert sum(read) <= 400


def test_a_rare_word_far_down_is_found_and_not_denied_meanwhile(
    desk: Desk, qtbot: QtBot, named: Callable[..., QLineEdit], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is near is looked through at once; until the rest is, the list does not say that there is nothing."""
    monkeypatch.setattr(log_model, "_LOOKS", (2, 3))
    manager = amara(desk.office)
    for n in range(9):
        talks.add(desk.office, manager, text="needle" if n == 8 else f"talk {n}", at=NOW - timedelta(hours=n))
    section = shown(desk, manager, qtbot)
    section.commands()["find"]()
    named(section, QLineEdit, "Find in the log").setText("needle")

    assert (texts(section), list_of(section).isVisible()) == ([], True)
    qtbot.waitUntil(lambda: texts(section) == ["needle"])


def _noted(read: list[int], where: Callable[..., list[object]], table: Office, given: object, more: object) -> object:
    found = where(table, *given, **more)  # type: ignore[misc,arg-type]
    read.append(len(found))
    return found
