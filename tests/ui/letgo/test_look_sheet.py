"""An honest look in the window: facts of both sides, three equal choices, a letter, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId, ManagerStatus
from app.domain.partings import PartingChoice
from app.services.office import Office
from tests.ui.conftest import gone
from ui.desk import Place
from ui.kit.words import Label
from ui.letgo.sheet import LookSheet
from ui.places import makers
from ui.theme import colour
from ui.window import Window

TODAY = date(2026, 11, 24)


class Scene(NamedTuple):
    """The sheet about Søren over the window."""

    window: Window
    office: Office
    manager: ManagerId
    qtbot: QtBot
    named: Callable[..., QWidget]

    @property
    def sheet(self) -> LookSheet:
        """The sheet that is open."""
        return next(each for each in self.window.findChildren(LookSheet) if each.isVisible())

    def press(self, words: str, kind: type[QWidget] = QPushButton) -> None:
        """Click by words or name."""
        self.qtbot.mouseClick(self.named(self.sheet, kind, words), Qt.MouseButton.LeftButton)

    def choose(self, title: str) -> None:
        """Press one of the three choices."""
        found = [each for each in self.sheet.findChildren(QRadioButton) if each.accessibleName().startswith(title)]
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def texts(self) -> list[str]:
        """Every text that is seen on the sheet."""
        return [each.text() for each in self.sheet.findChildren(Label) if each.isVisible()]

    @property
    def status(self) -> ManagerStatus:
        """How the relationship stands."""
        return self.office.managers.get(self.manager).status


@pytest.fixture
def scene(sample_office: Office, qtbot: QtBot, named: Callable[..., QWidget]) -> Iterator[Scene]:
    window = Window(sample_office, makers())
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    manager = ManagerId(sample_office.managers.named("Søren Kjær")[0].id)
    window.open(Place("manager", manager))
    window.run("honest-look")
    yield Scene(window, sample_office, manager, qtbot, named)
    window.close()
    gone(window)


def test_it_shows_both_sides_of_each_fact(scene: Scene) -> None:
    names = [each.accessibleName() for each in scene.sheet.findChildren(QPushButton) if each.accessibleName()]

    assert "Promises kept, you: 14 of 15" in names
    assert "Promises kept, Søren: 3 of 12" in names
    assert "Meetings moved or cancelled, Søren: 4" in names
    assert "Fjordlys Energi · the last 90 days · only you see this" in scene.texts()


def test_always_looks_back_to_the_beginning(scene: Scene) -> None:
    scene.press("Always", QRadioButton)
    buttons = [each for each in scene.sheet.findChildren(QPushButton) if each.isVisible()]
    kept = [each.accessibleName() for each in buttons if each.accessibleName().startswith("Promises kept")]

    assert "Fjordlys Energi · since the beginning · only you see this" in scene.texts()
    assert len(kept) == 2
    assert "Promises kept, you: 14 of 15" not in kept


@pytest.mark.parametrize(
    ("fact", "kind", "section"),
    [
        ("Promises kept, Søren: 3 of 12", "manager", "expectations"), ("Talks started, you: 9", "manager", "log"),
        ("Meetings moved or cancelled, Søren: 4", "manager", "meetings"),
        ("Days to answer, Søren: 6.5", "search", ""),
    ],
)  # fmt: skip
def test_each_fact_opens_its_evidence(scene: Scene, fact: str, kind: str, section: str) -> None:
    asked: list[Place] = []
    scene.window.desk.asked.disconnect(scene.window.open)
    scene.window.desk.asked.connect(asked.append)
    sheet = scene.sheet
    scene.press(fact)

    assert (asked[0].kind, asked[0].section) == (kind, section)
    assert not sheet.isVisible()


def test_nothing_on_it_is_red(scene: Scene) -> None:
    picture = scene.sheet.panel.grab().toImage()
    red = {QColor(colour(token)).rgb() for token in ("missed", "missedSoft")}
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}

    assert not red & seen


def test_the_three_choices_are_equal_and_the_safe_one_is_chosen(scene: Scene) -> None:
    cards = scene.sheet.findChildren(QRadioButton)[-3:]

    assert len({(each.width(), each.height()) for each in cards}) == 1
    assert QApplication.focusWidget() is cards[0]
    scene.qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert cards[1].isChecked()
    assert scene.named(scene.sheet, QPushButton, "Look again in 30 days").isVisible()


def test_talking_first_plans_a_talk_and_goes_to_it(scene: Scene) -> None:
    scene.press("Book the talk")

    assert scene.office.partings.of(scene.manager)[0].choice is PartingChoice.TALK
    assert scene.office.meetings.next_of(scene.manager, scene.office.now()) is not None
    assert scene.window.pages.place() == Place("manager", scene.manager)


def test_keeping_going_asks_again_in_thirty_days(scene: Scene) -> None:
    scene.choose("Keep going")
    scene.press("Look again in 30 days")

    assert scene.office.managers.get(scene.manager).look_again_on == TODAY + timedelta(days=30)
    scene.window.run("undo")
    assert scene.office.managers.get(scene.manager).look_again_on is None


def test_letting_go_drafts_a_letter_and_one_undo_brings_all_back(scene: Scene) -> None:
    scene.choose("Let go")
    scene.press("Write the message")
    assert "Grid Operations Lead" in scene.texts()
    letter = scene.named(scene.sheet, QPlainTextEdit, "Your words to Søren Kjær")
    scene.qtbot.keyClicks(letter, "Dear friend. ")
    scene.press("Copy")
    assert QGuiApplication.clipboard().text().startswith("Dear friend. Hello Søren,")
    scene.press("Let go, with thanks")

    assert scene.status is ManagerStatus.PARTED
    assert str(scene.office.partings.of(scene.manager)[0].message).startswith("Dear friend. Hello Søren,")
    scene.window.run("undo")
    assert scene.status is ManagerStatus.ACTIVE


def test_cancelling_the_letter_goes_back_to_the_choices(scene: Scene) -> None:
    scene.choose("Let go")
    scene.press("Write the message")
    scene.press("Cancel")

    assert scene.named(scene.sheet, QPushButton, "Write the message").isVisible()
    assert scene.status is ManagerStatus.ACTIVE


def test_a_letter_that_was_begun_is_kept(scene: Scene) -> None:
    scene.choose("Let go")
    scene.press("Write the message")
    scene.qtbot.keyClicks(scene.named(scene.sheet, QPlainTextEdit, "Your words to Søren Kjær"), "Dear friend. ")
    scene.qtbot.keyClick(scene.sheet, Qt.Key.Key_Escape)
    scene.window.run("honest-look")
    scene.choose("Let go")
    scene.press("Write the message")

    letter = scene.named(scene.sheet, QPlainTextEdit, "Your words to Søren Kjær")
    assert letter.toPlainText().startswith("Dear friend. Hello Søren,")  # type: ignore[attr-defined]


def test_it_can_be_taken_back_another_day(scene: Scene) -> None:
    scene.choose("Let go")
    scene.press("Write the message")
    scene.press("Let go, with thanks")
    scene.window.run("honest-look")
    assert "You let go of Søren, with thanks. It can be taken back." in scene.texts()
    scene.press("Take it back")

    assert scene.status is ManagerStatus.ACTIVE
    assert scene.office.partings.of(scene.manager)[0].taken_back_on == TODAY
