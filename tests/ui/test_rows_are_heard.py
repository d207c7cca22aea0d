"""What assistive technology can do with a row of a list: select it, and the keyboard is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.kit.listing import Listing, Rows


class Numbers(Rows[int]):
    """Three rows."""

    def words(self, record: int) -> str:
        """As they are said."""
        return f"Row {record}"


@pytest.fixture
def listing(qtbot: QtBot) -> Listing:
    made, rows = Listing("Numbers", row_height=30), Numbers()
    rows.show([1, 2, 3])
    rows.setParent(made)
    made.setModel(rows)
    made.resize(300, 200)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def select(listing: Listing, said: str) -> None:
    """As a screen reader or a voice does it, by the row's words."""
    table = QAccessible.queryAccessibleInterface(listing)
    parts = [table.child(at) for at in range(table.childCount())]
    cell = next(each for each in parts if each.text(QAccessible.Text.Name) == said)
    does = cell.actionInterface()
    does.doAction(does.actionNames()[0])


def test_a_row_that_is_selected_has_the_keyboard(listing: Listing) -> None:
    moved: list[int] = []
    opened: list[int] = []
    listing.moved.connect(moved.append)
    listing.opened.connect(opened.append)
    select(listing, "Row 3")
    assert (listing.current_row(), moved, opened) == (2, [2], [])
    QTest.keyClick(listing, Qt.Key.Key_Return)

    assert opened == [2]
