"""A closed tab is gone: its page, its sections, its editors, and their ears."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services import managers, meetings, notes
from app.services.office import Office
from tests.ui.conftest import gone
from tests.ui.screens import amara
from ui import tasks
from ui.desk import Place
from ui.places import makers
from ui.window import Window

SECTIONS = ("overview", "expectations", "log", "notes", "meetings")
# What opens something inside a section: an editor, a finder, a form.
COMMANDS = {
    "overview": ("briefing",),
    "expectations": ("add-mine", "add-theirs"), "log": ("log", "find"), "notes": ("new-note", "find"),
    "meetings": ("plan-meeting",),
}  # fmt: skip


@pytest.fixture
def window(sample_office: Office, qtbot: QtBot) -> Iterator[Window]:
    """The window over the office of the pictures."""
    made = Window(sample_office, makers(), sample=True)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    gone(made)


def ours(page: QWidget) -> list[QObject]:
    """The page and everything of ours below it, wherever it lies."""
    return [page, *(each for each in page.findChildren(QObject) if type(each).__module__.startswith("ui."))]


def let_go() -> None:
    """Destroy what waits for it, and let Python forget."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.mark.parametrize("section", SECTIONS)
def test_a_closed_tab_leaves_nothing_behind(window: Window, section: str) -> None:
    """After the section was shown, and after everything in it was opened."""
    manager = int(amara(window.desk.office))
    for name in (*COMMANDS[section], "edit-manager"):
        window.open(Place("manager", manager, section))
        window.run(name)
        things = ours(window.pages.current())
        kept = [(type(each).__name__, weakref.ref(each)) for each in things]
        window.pages.close_current()

        let_go()
        assert [type(each).__name__ for each in things if shiboken6.isValid(each)] == []
        del things
        gc.collect()
        assert {kind for kind, each in kept if each() is not None} == set(), name


@pytest.mark.parametrize("place", [Place("settings"), Place("new")])
def test_a_closed_page_leaves_nothing_behind(window: Window, place: Place) -> None:
    window.open(place)
    kept = [(type(each).__name__, weakref.ref(each)) for each in ours(window.pages.current())]

    window.pages.close_current()

    let_go()
    assert {kind for kind, each in kept if each() is not None} == set()


def test_a_left_meeting_leaves_nothing_behind(window: Window) -> None:
    office = window.desk.office
    made = meetings.start_now(office, amara(office))
    window.open(Place("meeting", made.id))
    toast = {window.toast, *window.toast.findChildren(QObject)}  # the window's own, over whatever it shows
    kept = [(type(each).__name__, weakref.ref(each)) for each in ours(window._full) if each not in toast]
    assert len(kept) > 20

    window.open(Place("today"))

    let_go()
    assert {kind for kind, each in kept if each() is not None} == set()


def test_a_closed_document_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    office = window.desk.office
    held = office.meetings.latest()
    assert held is not None
    window.open(Place("document", held.id))
    document = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "document")
    qtbot.waitUntil(lambda: document.view.image is not None)
    kept = [(type(each).__name__, weakref.ref(each)) for each in ours(document)]

    document.close()
    document = None
    qtbot.waitUntil(lambda: not tasks._under_way)  # a page that is being drawn is drawn to its end

    let_go()
    assert {kind for kind, each in kept if each() is not None} == set()


def ears(window: Window) -> int:
    """How many listen to what the bridge tells."""
    return window.bridge.receivers("2changed(PyObject)")


def test_closed_tabs_listen_no_more(window: Window) -> None:
    """A hundred tabs opened and closed leave as many listeners as before."""
    office = window.desk.office
    before = ears(window)
    for person in office.managers.everyone():
        for section in SECTIONS:
            window.open(Place("manager", int(person.id), section))
        assert ears(window) > before
        window.pages.close_current()
        let_go()

    assert ears(window) == before


CHANGES: tuple[Callable[[Office], object], ...] = (
    lambda office: notes.add(office, amara(office), title="Panel"),
    lambda office: managers.edit(office, amara(office), title="CTO"),
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_after_a_tab_was_closed_is_nobodys_trouble(window: Window, change: Callable[[Office], object]) -> None:
    """An exception in a slot of something destroyed would fail this test by itself."""
    office = window.desk.office
    for section in SECTIONS:
        window.open(Place("manager", int(amara(office)), section))
    window.pages.close_current()
    let_go()
    spy = QSignalSpy(window.bridge.changed)

    window.bridge.do(partial(change, office))  # type: ignore[arg-type]

    assert spy.count() == 1
