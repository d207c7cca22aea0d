"""The page of settings: each saved as its field is left, wrong ones said under their field, everything undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services import live, preferences, reading
from app.settings import Font, Paper, Switch, Theme
from tests.ui.conftest import gone
from tests.ui.walking import interactive, labels_of, place_of, spoken_name, told
from ui.desk import Desk
from ui.first_run.form import NewRelationship
from ui.kit.segmented import Segmented
from ui.settings.page import SettingsPage

W = TypeVar("W", bound=QWidget)
Named = Callable[[QWidget, type[W], str], W]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[SettingsPage]:
    """The page on screen."""
    shown = SettingsPage(desk)
    shown.resize(1028, 900)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    gone(shown)


def written(desk: Desk) -> list[str]:
    return [done.label for done in reading.actions(desk.office)]


def press(found: QWidget) -> None:
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("label", "key", "typed"),
    [
        ("Your name", "name", "Ada <b>Swiatek</b>"),
        ("Your firm", "firm", "Sohne & Co"),
        ("Your email", "email", "me@example.com"),
    ],
)
def test_a_typed_setting_is_saved_as_its_field_is_left(
    page: SettingsPage, desk: Desk, named: Named[QLineEdit], *, label: str, key: str, typed: str
) -> None:
    field = named(page, QLineEdit, label)
    field.setFocus()
    QTest.keyClicks(field, typed)
    assert written(desk) == []
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert getattr(desk.office.settings, key) == typed
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert len(written(desk)) == 1
    desk.bridge.do(lambda: live.undo(desk.office))

    assert field.text() == ""


def test_a_wrong_address_is_said_under_its_field_and_stays_to_be_mended(
    page: SettingsPage, desk: Desk, named: Named[QLineEdit]
) -> None:
    field = named(page, QLineEdit, "Your email")
    field.setFocus()
    QTest.keyClicks(field, "me@example.com, you")
    QTest.keyClick(field, Qt.Key.Key_Return)
    sentence = "This is not one email address: write it like amara@example.com."
    assert page._email._sentence.text() == sentence
    assert field.accessibleDescription() == sentence
    assert field.text() == "me@example.com, you"
    assert desk.office.settings.email == ""
    field.setText("me@example.com")
    page.settle()

    assert desk.office.settings.email == "me@example.com"
    assert page._email._sentence.text() == ""


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("Dark", "theme", Theme.DARK),
        ("Light", "theme", Theme.LIGHT),
        ("System font", "font", Font.SYSTEM),
        ("US Letter", "paper", Paper.LETTER),
    ],
)
def test_a_choice_is_saved_at_once_and_undone(
    page: SettingsPage, desk: Desk, named: Named[QAbstractButton], *, words: str, key: str, value: object
) -> None:
    heard: list[set[str]] = []
    desk.bridge.changed.connect(lambda change: heard.append({table for table, _row in change.touched}))
    choice = named(page, QAbstractButton, words)
    before = getattr(desk.office.settings, key)
    press(choice)
    assert getattr(desk.office.settings, key) is value
    assert heard == [{"setting"}]
    desk.bridge.do(lambda: live.undo(desk.office))

    assert getattr(desk.office.settings, key) is before
    assert not choice.isChecked()


def test_the_text_size_is_chosen_by_key(page: SettingsPage, desk: Desk, named: Named[QComboBox]) -> None:
    choice = named(page, QComboBox, "Text size")
    choice.setFocus()
    assert choice.currentText() == "100 %"
    for _step in range(3):
        QTest.keyClick(choice, Qt.Key.Key_Down)

    assert desk.office.settings.text_size == 130


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """The system's dialog answers with this file."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))

    return answer


def test_a_logo_is_chosen_seen_and_taken_off(
    page: SettingsPage, desk: Desk, named: Named[QAbstractButton], choosing: Callable[[Path], None], tmp_path: Path
) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "logo.png"))
    choosing(tmp_path / "logo.png")
    press(named(page, QAbstractButton, "Choose picture…"))
    shown = page._logo.picture
    assert preferences.logo(desk.office) == (tmp_path / "logo.png").read_bytes()
    middle = shown.grab().toImage().pixelColor(shown.width() // 2, shown.height() // 2)
    assert middle.red() == middle.green() == middle.blue() < 200
    press(named(page, QAbstractButton, "Take off"))

    assert preferences.logo(desk.office) is None
    assert shown.accessibleName() == "No logo"
    assert not page._logo.take_off.isVisible()


@pytest.mark.parametrize("content", [b"no picture", None])
def test_what_is_no_picture_is_said_in_a_sentence(
    page: SettingsPage, desk: Desk, named: Named[QAbstractButton], choosing: Callable[[Path], None], tmp_path: Path,
    *, content: bytes | None,
) -> None:  # fmt: skip
    if content is not None:
        (tmp_path / "logo.png").write_bytes(content)
    choosing(tmp_path / "logo.png")
    press(named(page, QAbstractButton, "Choose picture…"))

    said = page._logo._sentence.text()
    assert said in (
        "The logo must be a PNG or JPEG file of at most 5 MB.", "The picture cannot be read. Choose another file."
    )  # fmt: skip
    assert desk.office.settings.logo == ""


def test_the_folder_is_shown(
    page: SettingsPage, desk: Desk, named: Named[QAbstractButton], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or len(opened) > 1)
    heard: list[str] = []
    desk.said.connect(lambda words, _undo: heard.append(words))
    press(named(page, QAbstractButton, "Show in folder"))
    assert heard == ["No file manager answered. The folder is named on this page."]
    press(named(page, QAbstractButton, "Show in folder"))

    assert [url.toLocalFile() for url in opened] == [str(desk.office.folder)] * 2
    assert len(heard) == 1


def test_every_control_is_named_labelled_and_large_enough(page: SettingsPage) -> None:
    controls = list(interactive(page))

    assert len(controls) == 39
    for each in controls:
        assert spoken_name(each), told(each)
        assert min(place_of(each).width(), place_of(each).height()) >= 24, told(each)
        if isinstance(each, QLineEdit | QComboBox):
            assert labels_of(page, each), told(each)


def test_leaving_nothing_changed_writes_nothing(page: SettingsPage, desk: Desk) -> None:
    page.focus_content()
    assert page._name.line.hasFocus()
    page.settle()
    page.restore(page.state())

    assert written(desk) == []
    assert page.commands() == {}


def test_what_is_typed_outlives_a_kill(page: SettingsPage, desk: Desk, named: Named[QLineEdit], qtbot: QtBot) -> None:
    """A page built anew shows it; Enter saves it, and no draft is left."""
    QTest.keyClicks(named(page, QLineEdit, "Your firm"), "Sohne")
    qtbot.waitUntil(lambda: desk.bridge.draft("setting:firm") == "Sohne", timeout=1_000)
    again = SettingsPage(desk)
    qtbot.addWidget(again)
    field = named(again, QLineEdit, "Your firm")
    assert (field.text(), desk.office.settings.firm) == ("Sohne", "")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (desk.office.settings.firm, desk.bridge.draft("setting:firm")) == ("Sohne", "")


def test_reminders_are_chosen_and_undone(page: SettingsPage, desk: Desk, named: Named[QWidget]) -> None:
    sound = named(page, Segmented, "Sound when the time of a meeting is over")
    press(named(sound, QAbstractButton, "On"))
    asked = named(page, Segmented, "Satisfaction at the end of an agenda, once a month")
    press(named(asked, QAbstractButton, "Off"))
    assert (desk.office.settings.meeting_sound, desk.office.settings.ask_satisfaction) == (Switch.ON, Switch.OFF)
    desk.bridge.do(lambda: live.undo(desk.office))

    assert named(asked, QAbstractButton, "On").isChecked()


@pytest.mark.parametrize(("typed", "days"), [("Every two weeks", 14), ("every 10 days", 10), ("No agreed rhythm", 0)])
def test_a_new_relationship_begins_with_the_rhythm_that_was_set(
    page: SettingsPage, desk: Desk, named: Named[QWidget], qtbot: QtBot, *, typed: str, days: int
) -> None:
    choice = named(page, QComboBox, "Rhythm a new relationship begins with")
    choice.setFocus()
    choice.lineEdit().selectAll()
    QTest.keyClicks(choice.lineEdit(), typed)
    QTest.keyClick(choice.lineEdit(), Qt.Key.Key_Return)
    assert desk.office.settings.cadence_days == days
    form = NewRelationship(desk)
    qtbot.addWidget(form)
    assert form._cadence.days() == (days or None)
    QTest.keyClicks(choice.lineEdit(), "?")
    choice.lineEdit().setText("often")
    QTest.keyClick(choice.lineEdit(), Qt.Key.Key_Return)

    assert page._rhythm._sentence.text().startswith("Choose how often")
    assert desk.office.settings.cadence_days == days


def test_the_time_zone_is_the_computers(page: SettingsPage) -> None:
    shown = [label.text() for label in page.findChildren(QLabel)]

    assert "Europe/London · Tuesday, 24 November, 09:10" in shown
