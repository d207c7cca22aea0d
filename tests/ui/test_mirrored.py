"""In a language that runs from right to left, every screen is the mirror of itself; what is read is not.

Words and signs are replaced by plain boxes, so that two pictures can be compared point by point.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.health import Word
from app.services.office import open_office
from tests.builders import LONDON, Clock, memory_office
from tests.ui.conftest import gone
from tests.ui.photographs import picture
from tests.ui.screens import SCREENS, Screen, on_screen
from ui.desk import Desk, Place
from ui.document.page_view import PageView
from ui.document.parts import StaysOut
from ui.kit import mirror, paint
from ui.kit.banner import Banner
from ui.kit.button import Button
from ui.kit.chip import Chip, PressChip
from ui.kit.dots import NEXT, Dot, Dots
from ui.kit.field import Check, Choice
from ui.kit.health import Meter
from ui.kit.lines import SIDE
from ui.kit.mark import Mark
from ui.kit.marked import MarkedLine
from ui.kit.segmented import Segmented
from ui.kit.words import Label
from ui.meeting import agenda_list
from ui.meeting.agenda_list import laid_out
from ui.meeting.ring import Ring
from ui.places import makers
from ui.relationship.expectations.card import PromiseCard
from ui.relationship.expectations.paragraph import Paragraph
from ui.relationship.notes.listing import NoteListing
from ui.sidebar_parts import PlaceButton
from ui.tabs import TabStrip
from ui.theme import colour, size
from ui.today.listing import LineList
from ui.window import Window

LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
# Qt lays their text out by its own direction; a clock and a sheet of paper look the same in every language.
OF_THEIR_OWN = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, Ring, PageView, Mark)
TRACE = 12


@pytest.fixture
def direction(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(LEFT_TO_RIGHT)


@pytest.fixture
def only_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """No words, and a square for every sign."""

    def square(painter: QPainter, x: float, y: float, _name: str, _tone: str = "", pixels: int = 16) -> None:
        painter.fillRect(QRectF(round(x), round(y), size(pixels), size(pixels)), colour("accent"))

    monkeypatch.setattr(paint, "write", lambda *_given, **_named: None)
    monkeypatch.setattr(paint, "draw_icon", square)
    monkeypatch.setattr(Label, "paintEvent", lambda *_: None)
    monkeypatch.setattr(Paragraph, "draw", lambda *_: None)
    monkeypatch.setattr(MarkedLine, "draw", lambda *_: None)
    monkeypatch.setattr(agenda_list, "laid_out", lambda _text, role, width: laid_out("", role, width))


def photograph(screen: Screen, sample: Path, folder: Path) -> QImage:
    """The screen over a fresh office, without what is of its own kind."""
    folder.mkdir()
    if screen.empty:
        office = memory_office(folder)
    else:
        shutil.copytree(sample, folder / "office")
        office = open_office(folder / "office", clock=Clock(), zone=LONDON)
    with on_screen(screen, office) as top:
        image = picture(top).convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(image)
        for each in top.findChildren(QWidget):
            if isinstance(each, OF_THEIR_OWN) and each.isVisible():
                painter.fillRect(QRect(each.mapTo(top, QPoint()), each.size()), colour("canvas"))
        painter.end()
    office.close()
    return image


def differing(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """The points that are not alike, but for how edges are smoothed and a hairline that falls between two points."""
    assert one.size() == other.size()
    width = one.width()
    a, b = (memoryview(image.constBits()).cast("B").cast("I") for image in (one, other))
    unlike = (
        at
        for at in range(len(a))
        if a[at] != b[at] and not any(alike(a[at], b[(at + by) % len(b)]) for by in (0, -1, 1))
    )
    return [(at % width, at // width) for at in unlike]


def alike(one: int, other: int) -> bool:
    return all(abs((one >> bits & 0xFF) - (other >> bits & 0xFF)) <= TRACE for bits in (0, 8, 16))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
@pytest.mark.usefixtures("only_shapes", "direction")
def test_every_screen_is_the_mirror_of_itself(
    screen: Screen, written_sample: Path, qapp: QApplication, tmp_path: Path
) -> None:
    straight = photograph(screen, written_sample, tmp_path / "straight")
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    mirrored = photograph(screen, written_sample, tmp_path / "mirrored")

    turned = straight.flipped(Qt.Orientation.Horizontal)
    assert differing(turned, mirrored)[:10] == []


def checked() -> Check:
    made = Check("Decisions (2)")
    made.setChecked(True)
    return made


WIDGETS: dict[str, Callable[[], QWidget]] = {
    "banner": lambda: Banner("This office can only be read", "Another program holds it.", Button("Look again")),
    "dots": lambda: Dots([Dot("late"), Dot("missed"), Dot("kept"), Dot(NEXT)]),
    "meter": lambda: Meter(Word.STEADY),
    "check": checked,
    "chip": lambda: Chip("2 days late", "missed", icon="clock"),
    "press chip": lambda: PressChip("Backend", icon="briefcase"),
    "button": lambda: Button("Log", icon="plus"),
    "choice": lambda: Choice([("call", "Call"), ("mail", "Email")]),
    "segmented": lambda: Segmented((("a", "All", "list"), ("b", "Open", "lock")), name="Which"),
    "place": lambda: PlaceButton("sun", "Today"),
    "what stays out": StaysOut,
}


@pytest.mark.parametrize("name", WIDGETS)
@pytest.mark.usefixtures("only_shapes", "direction")
def test_every_painted_widget_is_the_mirror_of_itself(name: str, qapp: QApplication, qtbot: QtBot) -> None:
    pictures = []
    for direction in (LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        qapp.setLayoutDirection(direction)
        made = WIDGETS[name]()
        qtbot.addWidget(made)
        made.resize(240, max(made.sizeHint().height(), 40))
        pictures.append(made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    turned = pictures[0].flipped(Qt.Orientation.Horizontal)

    assert differing(turned, pictures[1]) == []
    assert differing(turned, pictures[0]), "nothing in it shows which way it runs"


def inked(words: str, direction: Qt.LayoutDirection, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading) -> QRect:
    """Where words are seen in a row that is 200 wide."""
    image = QImage(200, 24, QImage.Format.Format_RGB32)
    image.fill(colour("surface"))
    painter = QPainter(image)
    if direction == RIGHT_TO_LEFT:
        mirror.turn(painter, QRectF(0, 0, 200, 24))
    paint.text(painter, QRectF(20, 0, 150, 24), words, align=align)
    painter.end()
    ground = colour("surface").rgb()
    xs = [x for x in range(200) for y in range(24) if image.pixel(x, y) != ground]
    return QRect(QPoint(min(xs), 0), QPoint(max(xs), 23))


@pytest.mark.parametrize("words", ["Amara Okonkwo", "ليلى منصور", "3 CVs, ליאור 12:30."])
@pytest.mark.parametrize(
    "align", [Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing, Qt.AlignmentFlag.AlignHCenter]
)
def test_words_begin_at_the_leading_edge_whatever_their_script(words: str, align: Qt.AlignmentFlag) -> None:
    straight, mirrored = inked(words, LEFT_TO_RIGHT, align), inked(words, RIGHT_TO_LEFT, align)

    assert abs(199 - straight.left() - mirrored.right()) <= 3
    assert abs(straight.width() - mirrored.width()) <= 1
    if align == Qt.AlignmentFlag.AlignLeading:
        assert straight.left() <= 23
        assert mirrored.right() >= 176


@pytest.mark.parametrize(("name", "turns"), [("check", False), ("phone", False), ("chevron-right", True)])
def test_signs_stay_upright_but_for_those_that_point_along_the_line(name: str, turns: bool) -> None:
    straight, mirrored = (sign(name, direction) for direction in (LEFT_TO_RIGHT, RIGHT_TO_LEFT))

    assert mirrored == (straight.flipped(Qt.Orientation.Horizontal) if turns else straight)
    assert straight != straight.flipped(Qt.Orientation.Horizontal)


def sign(name: str, direction: Qt.LayoutDirection) -> QImage:
    """What is seen of a sign that is painted 10 points from the leading edge."""
    image = QImage(100, 16, QImage.Format.Format_RGB32)
    image.fill(colour("surface"))
    painter = QPainter(image)
    if direction == RIGHT_TO_LEFT:
        mirror.turn(painter, QRectF(image.rect()))
    paint.draw_icon(painter, 10, 0, name)
    painter.end()
    return image.copy(10 if direction == LEFT_TO_RIGHT else 100 - 10 - 16, 0, 16, 16)


def pressed_at(window: QWidget, where: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """A click where something is seen; the place counts from the trailing edge, as it is written for left to right."""
    QTest.mouseClick(window, button, pos=QPoint(window.width() - 1 - where.x(), where.y()))


@pytest.fixture
def window(sample_desk: Desk, qapp: QApplication, direction: None) -> Iterator[Window]:
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    made = Window(sample_desk.office, makers())
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    gone(made)


def test_a_press_in_a_row_of_today_meets_what_is_seen_there(window: Window) -> None:
    window.open(Place("today"))
    listing = next(each for each in window.findChildren(LineList) if each.lines.records[0].lead == "circle")
    acted: list[str] = []
    listing.acted.connect(lambda _line, key: acted.append(key))
    pressed_at(listing.viewport(), QPoint(size(SIDE) + 14, size(25)))
    pressed_at(listing.viewport(), QPoint(400, size(25)))

    assert acted == ["tick", "open"]


def test_a_press_on_a_row_s_bin_deletes_the_note(window: Window) -> None:
    window.open(Place("manager", 4, "notes"))
    listing = window.findChildren(NoteListing)[0]
    before = listing.model().rowCount()
    row = listing.visualRect(listing.model().index(1, 0))
    pressed_at(listing.viewport(), listing.bin_box(row).center().toPoint())

    assert listing.model().rowCount() == before - 1


def test_a_press_on_the_cross_closes_a_tab_and_the_last_dot_stands_at_the_left(window: Window) -> None:
    window.open(Place("manager", 4, "expectations"))
    cards = [each for each in window.findChildren(PromiseCard) if not each.next_dot().isEmpty()]
    assert all(each.next_dot().center().x() < each.width() / 2 for each in cards)
    strip = window.findChildren(TabStrip)[0]
    tab = strip.tabRect(1)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(tab.left() + size(14), tab.center().y()))

    assert cards
    assert strip.count() == 1
