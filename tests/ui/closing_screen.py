"""Ways to closing together and to the celebration, as a person goes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.offers import OfferId
from app.domain.searches import PresentationId, SearchId
from app.services import offers
from app.services.office import Office
from app.words import _
from ui.desk import Place
from ui.kit.press_row import PressRow
from ui.window import Window

WRITTEN = "Written offer"


def row(page: QWidget, name: str) -> PressRow:
    """A row by its name, or by how it begins."""
    rows = [each for each in page.findChildren(PressRow) if each.isVisible()]
    return next(each for each in rows if each.accessibleName().startswith(name))


def backend(office: Office) -> SearchId:
    """The search of the renders."""
    return SearchId(next(each.id for each in office.searches.opened() if each.title == "Senior Backend Engineer"))


def placement(office: Office) -> OfferId:
    """The placement that can be celebrated."""
    search = next(each for each in office.searches.where("1") if each.title == "Regional Sales Lead")
    return OfferId(office.offers.of(search.id)[0].id)


def choose_finalist(window: Window) -> None:
    """The manager has chosen one of the two."""
    office = window.desk.office
    person = office.presentations.of(backend(office))[0]
    offers.choose(office, PresentationId(person.id))


def press_step(name: str) -> Callable[[Window], object]:
    """Press a step of the search that is shown."""
    return lambda window: row(window, name).click()


def record_anyway(window: Window) -> None:
    """The form of the written offer before its turn."""
    row(window, WRITTEN).click()
    choose_in_menu(window, "Record anyway")
    QTest.keyClicks(window.focusWidget(), "Their other offer ends tonight")


def choose_in_menu(page: QWidget, words: str) -> None:
    """Choose something from the menu that is open."""
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text() == _(words)).trigger()
    menu.close()


def open_filled(window: Window) -> None:
    """The search that is filled."""
    office = window.desk.office
    window.open(Place("search", office.offers.get(placement(office)).search))


def celebrate(window: Window) -> None:
    """The placement, over the page."""
    window.open(Place("celebrate", placement(window.desk.office)))
