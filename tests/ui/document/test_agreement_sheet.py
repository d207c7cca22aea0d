"""The window of an agreement sheet: what is agreed, boxes for what is proposed, kept when it goes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.expectations import Side
from app.domain.issued import DocumentKind
from app.domain.managers import ManagerId
from app.services import agreement_preview, expectations, live, managers, templates
from documents.pdf_reading import text_of
from tests.builders import amara, memory_office
from tests.ui.conftest import gone
from tests.ui.document.screen import Named, last, opened, press, save_as, settled
from ui.bridge import Bridge
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow
from ui.kit.field import Check

AMARA = ManagerId(1)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """One promise agreed, one proposed."""
    office = memory_office(tmp_path)
    amara(office)
    expectations.add(office, AMARA, side=Side.MINE, statement="Send the note", measure="An email",
                     agreed_on=date(2026, 11, 24))  # fmt: skip
    expectations.add(office, AMARA, side=Side.THEIRS, statement="Answer on every CV")
    bridge = Bridge(office)
    yield Desk(office, bridge)
    gone(bridge)


@pytest.fixture
def sheet(desk: Desk, qtbot: QtBot) -> DocumentWindow:
    return opened(DocumentWindow(desk, Place("agreement", AMARA)), qtbot)


def test_the_page_that_is_shown_is_what_is_agreed(sheet: DocumentWindow, desk: Desk) -> None:
    assert last(sheet).pressed.data == agreement_preview.make(desk.office, AMARA).data
    assert sheet.windowTitle() == "Agreement sheet, Amara Okonkwo, Tue 24 Nov"


@pytest.mark.parametrize(("box", "at_first"), [
    ("Answer on every CV", False), ("How we close", True), ("If it does not work", True),
])  # fmt: skip
def test_a_box_decides(sheet: DocumentWindow, named: Named, qtbot: QtBot, box: str, at_first: bool) -> None:
    seen = [box in text_of(last(sheet).pressed.data), named(sheet, Check, box).isChecked()]
    named(sheet, Check, box).click()
    settled(sheet, qtbot)

    assert [*seen, box in text_of(last(sheet).pressed.data)] == [at_first, at_first, not at_first]


def test_what_the_terminal_writes_is_on_the_page_and_boxes_stay(
    sheet: DocumentWindow, desk: Desk, named: Named, qtbot: QtBot
) -> None:
    named(sheet, Check, "How we close").click()
    named(sheet, Check, "Answer on every CV").click()
    for statement, agreed in (("Three CVs", date(2026, 11, 24)), ("Two slots", None)):
        desk.bridge.do(lambda statement=statement, agreed=agreed: expectations.add(
            desk.office, AMARA, side=Side.MINE, statement=statement, measure="CVs", agreed_on=agreed))  # fmt: skip
    settled(sheet, qtbot)
    text = text_of(last(sheet).pressed.data)

    assert [words in text for words in ("Three CVs", "Answer on every CV", "Two slots", "How we close")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_it_is_kept_as_an_agreement_when_it_is_saved(
    sheet: DocumentWindow, desk: Desk, named: Named, qtbot: QtBot, tmp_path: Path
) -> None:
    press(sheet, named, "Save PDF…", qtbot)
    save_as(sheet, tmp_path / "sheet.pdf", qtbot)
    qtbot.waitUntil(lambda: bool(desk.office.issued.of(AMARA)))

    assert (tmp_path / "sheet.pdf").read_bytes() == last(sheet).pressed.data
    assert [each.kind for each in desk.office.issued.of(AMARA)] == [DocumentKind.AGREEMENT]


def test_a_sheet_with_nothing_on_it_says_so(sheet: DocumentWindow, desk: Desk, qtbot: QtBot) -> None:
    first = desk.office.expectations.of(AMARA)[0].id
    desk.bridge.do(lambda: expectations.delete(desk.office, first))
    qtbot.waitUntil(lambda: "Nothing is agreed yet" in sheet.view.accessibleName())


def test_a_manager_who_was_deleted_is_said_until_an_undo(
    sheet: DocumentWindow, desk: Desk, named: Named, qtbot: QtBot
) -> None:
    """Also when something is ticked or the window changes meanwhile: what is gone cannot be saved."""
    desk.bridge.do(lambda: managers.delete(desk.office, AMARA))
    named(sheet, Check, "How we close").click()
    sheet.resize(1000, 700)
    settled(sheet, qtbot)
    assert "is not in the office any more" in sheet.view.accessibleName()
    assert not named(sheet, QPushButton, "Save PDF…").isEnabled()

    desk.bridge.do(lambda: live.undo(desk.office))
    qtbot.waitUntil(lambda: named(sheet, QPushButton, "Save PDF…").isEnabled())
    assert sheet.view.accessibleName() == "Page 1 of 1"


def test_two_paragraphs_of_one_heading_have_a_box_each(desk: Desk, qtbot: QtBot) -> None:
    templates.add(desk.office, kind="clauses", name="Own", body='[{"text": "A: one"}, {"text": "A: two"}]')
    sheet = opened(DocumentWindow(desk, Place("agreement", AMARA)), qtbot)
    boxes = [each for each in sheet.findChildren(Check) if each.accessibleName() == "A"]
    QTest.mouseClick(boxes[1].parentWidget(), Qt.MouseButton.RightButton, pos=QPoint(60, 8))
    assert boxes[1].isChecked()
    QTest.mouseClick(boxes[1].parentWidget(), Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    settled(sheet, qtbot)
    text = text_of(last(sheet).pressed.data)

    assert ("one" in text, "two" in text) == (True, False)
