"""Ways to the lines of a search's cards and what is asked about them, as a person goes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.searches import SearchId
from app.services import candidates
from app.services.office import Office
from ui.desk import Place
from ui.search.line_row import LineRow
from ui.window import Window

Step = Callable[[Window], object]


def line(page: QWidget, text: str) -> LineRow:
    """A line of a card by how it begins."""
    rows = [each for each in page.findChildren(LineRow) if each.isVisible()]
    return next(each for each in rows if each.shown.text.startswith(text))


def edit_line(text: str) -> Step:
    """Edit a line with its key."""

    def edit(window: Window) -> None:
        row = line(window, text)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_F2)

    return edit


def wish(text: str, what: str) -> Step:
    """Choose something from the menu of a line."""
    return lambda window: line(window, text).wanted.emit(what)


def tell(text: str) -> Step:
    """Somebody was told where they stand."""

    def told(window: Window) -> None:
        office = window.desk.office
        (known,) = office.presentations.where("t.candidate = ?", (text,))
        candidates.told(office, known.id)

    return told


def electrician(office: Office) -> SearchId:
    """The search that stands still, and most of whose noes are about the same."""
    return SearchId(next(each.id for each in office.searches.opened() if each.title == "Plant Electrician"))


def open_stalled(window: Window) -> None:
    """Go there."""
    window.open(Place("search", electrician(window.desk.office)))
