"""The window of a search brief: the whole of it or what changed alone, boxes that leave out, kept when it goes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.issued import DocumentKind
from app.services import documents, searches
from app.services.office import Office
from documents.pdf_reading import text_of
from services.test_briefs import SEARCH, brief_office
from tests.ui.conftest import gone
from tests.ui.document.screen import Named, last, opened, press, save_as, settled
from ui.bridge import Bridge
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow
from ui.kit.field import Check, Line
from ui.kit.segmented import Segmented


@pytest.fixture
def brief_desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A search that drifted."""
    office = brief_office(tmp_path)
    bridge = Bridge(office)
    yield Desk(office, bridge)
    gone(bridge)


@pytest.fixture
def brief(brief_desk: Desk, qtbot: QtBot) -> DocumentWindow:
    return opened(DocumentWindow(brief_desk, Place("brief", SEARCH)), qtbot)


def choose(window: DocumentWindow, named: Named, words: str, qtbot: QtBot) -> None:
    parts = named(window, Segmented, "Document").findChildren(QWidget)
    next(each for each in parts if getattr(each, "text", str)() == words).click()
    settled(window, qtbot)


def test_the_page_that_is_shown_is_the_brief(brief: DocumentWindow, brief_desk: Desk) -> None:
    assert last(brief).pressed.data == documents.make_brief(brief_desk.office, SEARCH).data
    assert brief.windowTitle() == "Search brief, Senior Backend Engineer, Tue 24 Nov"


def test_a_box_leaves_its_part_out(brief: DocumentWindow, named: Named, qtbot: QtBot) -> None:
    named(brief, Check, "Market facts (1)").click()
    settled(brief, qtbot)

    assert "340 people" not in text_of(last(brief).pressed.data)


def test_what_changed_alone_has_its_own_name_and_kind(
    brief: DocumentWindow, brief_desk: Desk, named: Named, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(brief, named, "What changed", qtbot)
    assert named(brief, Line, "File name").text() == "2026-11-24 Changes Senior Backend Engineer, Okonkwo.pdf"
    assert named(brief, Line, "File name").cursorPosition() == 0
    assert [each.text() for each in brief.findChildren(Check) if each.isVisible()] == []

    press(brief, named, "Save PDF…", qtbot)
    save_as(brief, tmp_path / "drift.pdf", qtbot)
    qtbot.waitUntil(lambda: bool(kinds(brief_desk.office)))

    assert "9 days lost" in text_of((tmp_path / "drift.pdf").read_bytes())
    assert kinds(brief_desk.office) == [DocumentKind.DRIFT]


def test_a_name_that_was_typed_stays(brief: DocumentWindow, named: Named, qtbot: QtBot) -> None:
    name = named(brief, Line, "File name")
    name.selectAll()
    qtbot.keyClicks(name, "Role.pdf")
    choose(brief, named, "What changed", qtbot)

    assert name.text() == "Role.pdf"


def test_what_the_terminal_writes_is_on_the_page(brief: DocumentWindow, brief_desk: Desk, qtbot: QtBot) -> None:
    brief_desk.bridge.do(lambda: searches.edit(brief_desk.office, SEARCH, title="Staff Engineer"))
    settled(brief, qtbot)

    assert "Staff Engineer" in text_of(last(brief).pressed.data)


def test_a_search_that_was_deleted_is_said(brief: DocumentWindow, brief_desk: Desk, qtbot: QtBot) -> None:
    brief_desk.bridge.do(lambda: searches.delete(brief_desk.office, SEARCH))

    assert brief.view.accessibleName() == "This search is not in the office any more."


def kinds(office: Office) -> list[DocumentKind]:
    return [each.kind for each in office.issued.of(office.searches.get(SEARCH).manager)]
