"""Tabs: a manager is never open twice; they move, close, come back where they stood, also at the next start."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.services import live, managers
from app.services.office import Office
from builders import memory_office
from tests.ui.conftest import gone
from tests.ui.plain_window import PlainPage, plain_window
from ui.desk import Place
from ui.kit.banner import Banner
from ui.window import Window

MakeWindow = Callable[[], Window]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people(office: Office) -> list[Place]:
    """Five managers' places."""
    return [Place("manager", managers.add(office, name=f"Person {number}").id) for number in range(5)]


@pytest.fixture
def start(office: Office, qtbot: QtBot) -> Iterator[MakeWindow]:
    """Starts the window; what is started is closed and gone before the next start and at the end."""
    started: list[Window] = []

    def make() -> Window:
        while started:
            leave(started.pop())
        started.append(plain_window(office))
        started[-1].show()
        started[-1].activateWindow()
        qtbot.waitUntil(started[-1].isActiveWindow)
        return started[-1]

    yield make
    while started:
        leave(started.pop())


def leave(window: Window) -> None:
    """Close a window and be rid of it."""
    window.close()
    gone(window)


def titles(window: Window) -> list[str]:
    """The names on the tabs."""
    return [window.strip.tabText(at) for at in range(window.strip.count())]


def test_a_manager_is_never_open_twice(start: MakeWindow, people: list[Place]) -> None:
    window = start()

    for place in (*people, *reversed(people)):
        window.open(place)

    assert titles(window) == ["Today", "Person 0", "Person 1", "Person 2", "Person 3", "Person 4"]
    assert PlainPage.built == [Place("today"), *people]
    assert window.pages.place() == people[0]


def test_only_the_page_in_sight_is_painted(start: MakeWindow, people: list[Place]) -> None:
    """A hidden page takes no part in what Qt does to all that is painted; one that comes back does again."""
    window = start()
    pages = []
    for place in people[:3]:
        window.open(place)
        pages.append(window.pages.current())

    window.open(people[1])
    assert [page.updatesEnabled() for page in pages] == [False, True, False]
    window.pages.close_current()
    assert window.pages.current().updatesEnabled()


def test_a_section_asked_for_reaches_the_open_tab(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    window.open(people[0])
    window.open(people[1])
    log = Place("manager", people[0].id, "log", ("talk", 3))

    window.open(log)

    assert window.pages.current().places == [people[0], log]
    assert window.strip.count() == 3


def test_a_closed_tab_comes_back_where_it_stood(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    for place in people[:3]:
        window.open(place)
    window.pages.current().stands = {"section": "log", "scroll": 420}

    QTest.keyClick(window, Qt.Key.Key_W, CTRL)
    assert titles(window) == ["Today", "Person 0", "Person 1"]
    QTest.keyClick(window, Qt.Key.Key_T, CTRL | SHIFT)

    assert titles(window)[-1] == "Person 2"
    assert window.pages.current().stands == {"section": "log", "scroll": 420}


def test_what_is_typed_is_settled_before_a_tab_closes(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    window.open(people[0])
    page = window.pages.current()

    window.pages.close_current()

    assert page.settled == 1


def test_today_never_closes(start: MakeWindow) -> None:
    window = start()

    window.pages.close_current()
    window.strip.close_asked.emit(0)

    assert titles(window) == ["Today"]


@pytest.mark.parametrize("gone_now", [True, False])
def test_a_manager_that_is_gone_does_not_come_back(
    start: MakeWindow, people: list[Place], office: Office, gone_now: bool
) -> None:
    window = start()
    window.open(people[0])
    window.open(people[1])
    if gone_now:
        window.pages.close_current()
    window.bridge.do(lambda: managers.delete(office, ManagerId(people[1].id)))

    window.pages.reopen()

    assert titles(window) == ["Today", "Person 0"]


def test_a_new_name_reaches_the_tab(start: MakeWindow, people: list[Place], office: Office) -> None:
    window = start()
    window.open(people[0])

    window.bridge.do(lambda: managers.edit(office, ManagerId(people[0].id), name="Ada & Co"))

    assert window.strip.tabText(1) == "Ada && Co"
    assert window.strip.accessibleTabName(1) == "Ada & Co"


def test_tabs_move_by_hand_and_take_their_pages_along(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    for place in people[:3]:
        window.open(place)

    window.strip.move_tab(3, 1)
    window.strip.move_tab(0, 2)

    assert titles(window) == ["Today", "Person 2", "Person 0", "Person 1"]
    for number, at in enumerate((2, 3, 1)):
        window.strip.setCurrentIndex(at)
        assert window.pages.place() == people[number]


@pytest.mark.parametrize(("start_at", "end_at", "order"), [(3, 1, "201"), (1, 3, "120"), (2, 0, "102"), (0, 2, "012")])
def test_tabs_are_dragged(start: MakeWindow, people: list[Place], start_at: int, end_at: int, order: str) -> None:
    """Press on a tab, move over the others, let go; nothing comes before Today."""
    window = start()
    for place in people[:3]:
        window.open(place)
    strip = window.strip
    start_x, end_x = (strip.tabRect(at).left() + 20 for at in (start_at, end_at))

    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(start_x, 25))
    for x in range(start_x, end_x, 9 if end_x > start_x else -9):
        here, left = QPointF(x, 25), Qt.MouseButton.LeftButton
        there = strip.mapToGlobal(here)
        move = QMouseEvent(QEvent.Type.MouseMove, here, there, left, left, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(strip, move)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(end_x, 25))

    assert titles(window) == ["Today", *(f"Person {number}" for number in order)]


def test_a_middle_click_closes(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    for place in people[:2]:
        window.open(place)

    QTest.mouseClick(window.strip, Qt.MouseButton.MiddleButton, pos=window.strip.tabRect(1).center())

    assert titles(window) == ["Today", "Person 1"]
    assert window.pages.place() == people[1]


def test_the_cross_of_the_current_tab_closes_it(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    for place in people[:2]:
        window.open(place)
    cross = window.strip._cross(2).center().toPoint()

    QTest.mouseClick(window.strip, Qt.MouseButton.LeftButton, pos=cross)

    assert titles(window) == ["Today", "Person 0"]


@pytest.mark.parametrize(
    ("key", "modifiers", "lands"),
    [
        (Qt.Key.Key_0, CTRL, 0), (Qt.Key.Key_1, CTRL, 1), (Qt.Key.Key_3, CTRL, 3), (Qt.Key.Key_8, CTRL, 2),
        (Qt.Key.Key_9, CTRL, 5), (Qt.Key.Key_Tab, CTRL, 3), (Qt.Key.Key_Backtab, CTRL | SHIFT, 1),
    ],
)  # fmt: skip
def test_tabs_by_key(
    start: MakeWindow, people: list[Place], key: Qt.Key, modifiers: Qt.KeyboardModifier, lands: int
) -> None:
    window = start()
    for place in people:
        window.open(place)
    window.open(people[1])

    QTest.keyClick(window, key, modifiers)

    assert window.strip.currentIndex() == lands


def test_the_next_start_stands_where_the_last_one_stood(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    for place in people[:3]:
        window.open(place)
        window.pages.current().stands = {"section": "notes", "scroll": place.id}
    window.strip.move_tab(3, 1)
    window.resize(960, 700)  # what fits the screen that shows nothing

    again = start()

    assert titles(again) == ["Today", "Person 2", "Person 0", "Person 1"]
    assert again.pages.place() == people[2]
    assert again.pages.current().stands == {"section": "notes", "scroll": people[2].id}
    assert (again.width(), again.height()) == (960, 700)
    again.strip.setCurrentIndex(2)
    assert again.pages.current().stands == {"section": "notes", "scroll": people[0].id}


def test_where_the_window_stands_is_kept_while_it_is_open(
    start: MakeWindow, people: list[Place], office: Office, qtbot: QtBot
) -> None:
    """A killed window comes back too."""
    window = start()

    window.open(people[0])

    qtbot.waitUntil(lambda: [tab["id"] for tab in live.window(office).get("tabs", [])] == [people[0].id])


def test_fifty_tabs_build_one_page(start: MakeWindow, office: Office) -> None:
    window = start()
    for number in range(50):
        window.open(Place("manager", managers.add(office, name=f"Person {number}").id))

    again = start()

    assert again.strip.count() == 51
    assert [place.kind for place in PlainPage.built] == ["manager"]


NONSENSE = (
    {"tabs": "x", "current": "y", "today": 3, "geometry": 7, "narrow": "z"},
    {"tabs": [1, {"kind": "manager"}, {"kind": 3, "id": 4}, {"kind": "manager", "id": 999_999}, None], "current": 99},
    {"tabs": [{"kind": "bogus", "id": 1}], "current": -1}, {"geometry": "!!!"},
    {"tabs": [{"kind": "settings", "id": 0, "state": 5}] * 3},
)  # fmt: skip


@pytest.mark.parametrize("state", NONSENSE)
def test_a_kept_state_that_makes_no_sense_is_no_trouble(
    start: MakeWindow, office: Office, state: dict[str, object]
) -> None:
    live.keep_window(office, state)

    window = start()

    assert titles(window)[0] == "Today"
    assert window.pages.current() is not None
    assert len(titles(window)) <= 2


def test_a_closed_page_is_destroyed_and_hears_nothing(start: MakeWindow, people: list[Place], office: Office) -> None:
    window = start()
    window.open(people[0])
    page = window.pages.current()
    kept, heard = weakref.ref(page), page.heard
    window.pages.close_current()

    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(page)
    window.bridge.do(lambda: managers.add(office, name="Farouk Haddad"))
    assert page.heard == heard
    del page
    gc.collect()

    assert kept() is None


def test_a_meeting_takes_the_window_and_gives_it_back(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    window.open(people[0])
    page = window.pages.current()

    window.open(Place("meeting", 1))
    assert not window.strip.isVisible()
    assert not page.isVisible()
    window.open(people[0])

    assert window.strip.isVisible()
    assert window.pages.current() is page
    assert page.isVisible()


def test_the_sidebar_gives_way_in_a_narrow_window_unless_told(start: MakeWindow) -> None:
    window = start()
    assert not window.sidebar.narrow

    window.resize(1_000, 700)
    assert window.sidebar.narrow
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not window.sidebar.narrow
    window.resize(1_280, 800)

    assert not start().sidebar.narrow


def test_regions_go_round_by_f6(start: MakeWindow, people: list[Place]) -> None:
    window = start()
    window.sidebar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.open(people[0])
    seen = []

    for _press in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())

    assert seen == [window.sidebar, window.strip, window.pages.current()._field]


def test_two_offices_in_one_process_do_not_know_each_other(
    start: MakeWindow, people: list[Place], tmp_path: object, qtbot: QtBot
) -> None:
    start().open(people[0])

    other = plain_window(memory_office(tmp_path))  # type: ignore[arg-type]
    qtbot.addWidget(other)

    assert titles(other) == ["Today"]


def banners(window: Window) -> list[str]:
    """What the banners at the top of the page say."""
    return [each.accessibleName() for each in window.findChildren(Banner) if not each.isHidden()]


def test_a_banner_goes_with_its_trouble(start: MakeWindow, qtbot: QtBot) -> None:
    """The file is away, replaced, back; the disk is full and has room again."""
    window = start()
    for sentence in ("It is not there any more.", "It was replaced."):
        window.bridge.troubled.emit(sentence)
    window.bridge.full.emit()
    qtbot.waitUntil(lambda: len(banners(window)) == 2)
    assert [said.split(". ")[0] for said in banners(window)] == [
        "The office’s file is out of reach It was replaced.",
        "The disk is full This was saved with the last room kept for it",
    ]

    window.bridge.back.emit()
    window.bridge.roomy.emit()
    assert banners(window) == []
