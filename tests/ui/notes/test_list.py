"""The list of notes: shown, pinned, deleted, found, read in pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from app.domain.managers import ManagerId
from app.services import live, notes
from tests.ui.notes.screen import AMARA, sheet_of, three_notes
from ui.desk import Desk
from ui.relationship.notes.section import NotesSection


def test_the_office_of_the_pictures_is_shown(show: Callable[..., NotesSection], sample_desk: Desk) -> None:
    section = show(sample_desk, AMARA)

    rows = section.pane.rows
    said = [rows.data(rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]
    assert said[0] == (
        "How Amara decides. Wants the risk named first, then the person. Three CVs is the limit in one go;"
        " a fourth makes Amara stop reading.. Private, Yesterday."
    )
    assert [record.title for record in rows.records] == [
        "How Amara decides", "Calibration 17 Nov", "Why the last hire left", "Market: Rust in London",
        "Working agreement, draft",
    ]  # fmt: skip
    sheet = sheet_of(section)
    assert sheet.title.text() == "How Amara decides"
    assert sheet.source.toPlainText().startswith("Wants the **risk named first**")
    assert section.page.foot.said == "Saved yesterday 16:50"
    assert section.page.access.key == "private"


def test_rows_are_pinned_and_deleted_by_key_and_by_pointer(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]]
) -> None:
    one, two, three = three_notes(desk.office, manager)
    section = show(desk, manager)
    listing = section.pane.listing
    listing.setFocus()
    QTest.keyClick(listing, Qt.Key.Key_Down)
    QTest.keyClick(listing, Qt.Key.Key_Space)
    assert [record.id for record in section.pane.rows.records] == [two, three, one]
    assert listing.current_id() == sheet_of(section).saver.note == two
    QTest.keyClick(listing, Qt.Key.Key_Delete)
    assert said == [("Note deleted", True)]
    assert [note.id for note in desk.office.notes.of(manager)] == [three, one]
    assert sheet_of(section).saver.note == listing.current_id() == three

    row = listing.visualRect(section.pane.rows.index(1, 0))
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=listing.bin_box(row).center().toPoint())
    assert [note.id for note in desk.office.notes.of(manager)] == [three]
    desk.bridge.do(lambda: live.undo(desk.office))
    desk.bridge.do(lambda: live.undo(desk.office))
    assert {record.id for record in section.pane.rows.records} == {one, two, three}


def test_finding_narrows_the_list_and_leaves_the_page(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    notes.add(desk.office, manager, title="Łukasz", body="on the phone")
    three_notes(desk.office, manager)
    section = show(desk, manager)
    section.commands()["find"]()
    assert section.pane.words.hasFocus()
    QTest.keyClicks(section.pane.words, "lukasz pho")
    assert [record.title for record in section.pane.rows.records] == ["Łukasz"]
    assert sheet_of(section).title.text() == "three"
    QTest.keyClicks(section.pane.words, "xyz")
    assert section.pane._none.isVisible()
    section.pane.words.clear()

    assert section.pane.rows.rowCount() == 4
    assert not section.pane._none.isVisible()


def test_a_long_list_is_read_in_pages(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    for number in range(250):
        notes.add(desk.office, manager, title=f"note {number}")
    section = show(desk, manager)
    assert section.pane.rows.rowCount() == 100
    while section.pane.rows.canFetchMore():
        section.pane.rows.fetchMore()

    assert [record.title for record in section.pane.rows.records] == [f"note {number}" for number in range(249, -1, -1)]


def test_too_long_a_text_to_find_is_refused_in_a_sentence(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]]
) -> None:
    three_notes(desk.office, manager)
    section = show(desk, manager)
    section.pane.words.setFocus()
    QGuiApplication.clipboard().setText("x" * 5_000)
    QTest.keySequence(section.pane.words, QKeySequence.StandardKey.Paste)

    assert said == [("This takes at most 2,000 letters. The text is still on the clipboard.", False)]


def test_every_control_is_named_and_large_enough(show: Callable[..., NotesSection], sample_desk: Desk) -> None:
    section = show(sample_desk, AMARA)
    controls = [each for each in section.findChildren(QWidget) if isinstance(each, QAbstractButton | QPlainTextEdit)]
    shown = [each for each in controls if each.isVisible()]

    assert len(shown) >= 10
    for each in shown:
        assert each.accessibleName() or getattr(each, "text", str)()
        assert min(each.width(), each.height()) >= 24, each.accessibleName()
    assert section.pane.listing.bin_box(section.pane.listing.visualRect(section.pane.rows.index(0, 0))).width() >= 24
    assert section.childAt(QPoint(5, 5)) is not None
