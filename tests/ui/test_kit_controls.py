"""The kit by key and by click: choices, dots, the inline editor, lists, the toast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, InputError
from tests.ui.walking import spoken_name
from ui.kit import toast as toast_module
from ui.kit.dots import Dot, Dots
from ui.kit.editor import Editor
from ui.kit.field import Area, Field, Line
from ui.kit.listing import Listing, Rows
from ui.kit.segmented import SectionTabs, Segmented
from ui.kit.toast import Toast

THREE = [("open", "Open"), ("all", "All"), ("closed", "Closed")]
NAMES = ("Amara Okonkwo", "佐藤 美咲", "Farouk Haddad")


def shown(widget: QWidget, qtbot: QtBot) -> None:
    """The widget on the screen."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


@pytest.mark.parametrize("kind", [Segmented, SectionTabs])
def test_a_screen_reader_toggles_and_does_not_click(kind: type[Segmented], qtbot: QtBot) -> None:
    choices = kind(THREE, name="Show")
    shown(choices, qtbot)
    button = choices.findChildren(QRadioButton)[1]

    with qtbot.waitSignal(choices.chosen, check_params_cb=lambda key: key == "all"):
        QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Toggle")

    assert choices.key == "all"
    with qtbot.assertNotEmitted(choices.chosen):
        choices.choose("closed")
    assert choices.key == "closed"


@pytest.mark.parametrize("kind", [Segmented, SectionTabs])
@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ((Qt.Key.Key_Right,), "all"), ((Qt.Key.Key_Right, Qt.Key.Key_Right), "closed"),
        ((Qt.Key.Key_Right, Qt.Key.Key_Left), "open"),
    ],
)  # fmt: skip
def test_arrows_choose_the_neighbour(
    kind: type[Segmented], keys: tuple[Qt.Key, ...], chosen: str, qtbot: QtBot
) -> None:
    choices = kind(THREE, name="Show")
    shown(choices, qtbot)
    heard: list[str] = []
    choices.chosen.connect(heard.append)
    choices.findChildren(QRadioButton)[0].setFocus()

    for key in keys:
        QTest.keyClick(choices.focusWidget(), key)

    assert choices.key == chosen
    assert len(heard) == len(keys)
    assert heard[-1] == chosen


def test_a_click_chooses_and_says_it_once(qtbot: QtBot) -> None:
    choices = Segmented(THREE, name="Show")
    shown(choices, qtbot)
    heard: list[str] = []
    choices.chosen.connect(heard.append)

    QTest.mouseClick(choices.findChildren(QRadioButton)[2], Qt.MouseButton.LeftButton)
    choices.choose("all")
    choices.choose("nonsense")

    assert heard == ["closed"]
    assert choices.key == "all"


DOTS = [Dot("missed", "Fri 6 Nov: missed"), Dot("kept", "Fri 13 Nov: kept"), Dot("next", "Fri 27 Nov: next")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_next_dot_is_pressed_by_key(key: Qt.Key, qtbot: QtBot) -> None:
    dots = Dots(DOTS)
    shown(dots, qtbot)

    with qtbot.waitSignal(dots.pressed):
        QTest.keyClick(dots, key)


@pytest.mark.parametrize(("at", "pressed"), [(0, False), (1, False), (2, True)])
def test_only_the_next_dot_is_pressed_by_a_click(at: int, pressed: bool, qtbot: QtBot) -> None:
    dots = Dots(DOTS)
    shown(dots, qtbot)
    heard: list[bool] = []
    dots.pressed.connect(lambda: heard.append(True))

    QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=dots._box(at).center().toPoint())

    assert bool(heard) is pressed


def test_dots_say_themselves_and_stand_still_without_a_next_one(qtbot: QtBot) -> None:
    dots = Dots(DOTS)
    shown(dots, qtbot)
    assert spoken_name(dots) == "Fri 6 Nov: missed; Fri 13 Nov: kept; Fri 27 Nov: next"
    assert dots.height() >= 24

    dots.show_dots(DOTS[:2])

    assert dots.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_long_history_shows_its_newest_eight(qtbot: QtBot) -> None:
    dots = Dots([Dot("kept", f"check-in {at}") for at in range(20)])
    shown(dots, qtbot)

    assert spoken_name(dots).split("; ") == [f"check-in {at}" for at in range(12, 20)]


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    """An editor with two fields."""
    made = Editor("Promise")
    made.add("statement", Field("I will", Line()))
    made.add("measure", Field("Kept when", Area()))
    made.finish()
    shown(made, qtbot)
    return made


@pytest.mark.parametrize("field", ["statement", "measure"])
def test_an_editor_is_saved_and_left_from_inside_a_field(editor: Editor, field: str, qtbot: QtBot) -> None:
    control = editor.fields[field].control

    with qtbot.waitSignal(editor.saved):
        QTest.keyClick(control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(editor.cancelled):
        QTest.keyClick(control, Qt.Key.Key_Escape)


def test_ctrl_enter_writes_nothing_into_a_field(editor: Editor) -> None:
    area = editor.fields["measure"].control
    assert isinstance(area, Area)

    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert area.toPlainText() == ""


def test_a_refusal_stands_under_its_field_and_takes_the_keyboard_there(editor: Editor) -> None:
    editor.fields["statement"].control.setFocus()

    editor.refuse(InputError("measure", "Say how you will both know."))

    assert said(editor) == ["Say how you will both know."]
    assert editor.focusWidget() is editor.fields["measure"].control


def test_a_refusal_of_no_field_stands_at_the_foot(editor: Editor) -> None:
    editor.fields["statement"].control.setText("Send CVs")  # type: ignore[attr-defined]
    editor.refuse(InputError("measure", "Say how."))

    editor.refuse(AppError("The disk is full."))

    assert said(editor) == ["The disk is full."]
    assert editor.fields["statement"].control.text() == "Send CVs"  # type: ignore[attr-defined]
    editor.clear()
    assert said(editor) == []


def said(editor: Editor) -> list[str]:
    """The sentences that can be seen, without the labels of the fields."""
    labels = [each for each in editor.findChildren(QLabel) if each.isVisible() and each.buddy() is None]
    return [each.text() for each in labels if each.text()]


class People(Rows[str]):
    """Names as rows."""

    def words(self, record: str) -> str:
        """The name itself."""
        return record


@pytest.fixture
def listing(qtbot: QtBot) -> Listing:
    """A list of three people, with the keyboard on the first."""
    made, model = Listing("People", row_height=31), People()
    model.show(NAMES)
    made.setModel(model)
    made.resize(300, 200)
    shown(made, qtbot)
    made.select(0)
    return made


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "opened"), (Qt.Key.Key_Enter, "opened"), (Qt.Key.Key_Space, "ticked"),
        (Qt.Key.Key_F2, "edited"), (Qt.Key.Key_Delete, "deleted"),
    ],
)  # fmt: skip
def test_a_list_knows_its_keys(listing: Listing, key: Qt.Key, signal: str, qtbot: QtBot) -> None:
    QTest.keyClick(listing, Qt.Key.Key_Down)

    with qtbot.waitSignal(getattr(listing, signal)) as heard:
        QTest.keyClick(listing, key)

    assert heard.args == [1]


def test_a_list_is_one_stop_of_the_keyboard(qtbot: QtBot) -> None:
    page = QWidget()
    before, list_, after = (
        QPushButton("Before", page),
        Listing("People", row_height=31, parent=page),
        QPushButton("After", page),
    )
    model = People(list_)
    model.show(NAMES)
    list_.setModel(model)
    shown(page, qtbot)
    before.setFocus()

    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is list_
    QTest.keyClick(list_, Qt.Key.Key_Tab)

    assert page.focusWidget() is after


def test_letters_and_shortcuts_are_left_to_the_page(listing: Listing) -> None:
    """Typing over a list searches nothing by itself."""
    QTest.keyClicks(listing, "f")

    assert listing.current_row() == 0


def test_a_row_is_said_in_words(listing: Listing) -> None:
    face = QAccessible.queryAccessibleInterface(listing)

    assert spoken_name(listing) == "People"
    cells = [face.child(at) for at in range(face.childCount())]
    assert [each.text(QAccessible.Text.Name) for each in cells if each.role() == QAccessible.Role.Cell] == list(NAMES)


def test_a_click_says_where_in_the_row(listing: Listing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.clicked_at) as heard:
        QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 31 + 10))

    assert heard.args == [1, QPoint(40, 10)]


def test_an_empty_list_takes_the_keyboard_without_harm(qtbot: QtBot) -> None:
    listing, model = Listing("People", row_height=31), People()
    listing.setModel(model)
    shown(listing, qtbot)
    listing.setFocus()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(listing, key)

    assert listing.current_row() == -1


@pytest.fixture
def toast(qtbot: QtBot) -> Toast:
    """The toast over a page."""
    page = QWidget()
    page.resize(800, 600)
    shown(page, qtbot)
    made = Toast(page)
    made.page = page  # type: ignore[attr-defined]  # kept alive
    return made


def test_a_toast_says_one_sentence_at_a_time(toast: Toast) -> None:
    toast.say("Talk logged", undo=True)
    toast.say("Saved")

    assert toast.words == "Saved"
    assert not any(each.text() == "Undo" for each in toast.findChildren(QPushButton) if each.isVisible())


def test_undo_in_a_toast_is_asked_once(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Talk logged", undo=True)
    undo = next(each for each in toast.findChildren(QPushButton) if each.text() == "Undo")

    with qtbot.waitSignal(toast.undo):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)

    assert toast.words == ""


def test_a_toast_stays_while_the_keyboard_is_on_it(toast: Toast) -> None:
    toast.say("Talk logged", undo=True)
    next(each for each in toast.findChildren(QPushButton) if each.text() == "Undo").setFocus()
    toast.window().activateWindow()
    assert toast_module._SHOWN_MS == 8_000

    toast._leave()

    assert toast.words == "Talk logged"


def test_a_toast_leaves_and_keeps_its_place(toast: Toast) -> None:
    toast.say("A sentence that is long enough to need some room on the page")
    toast.window().resize(500, 400)

    middle = toast.geometry().center()
    assert abs(middle.x() - toast.parentWidget().width() / 2) <= 2
    assert toast.parentWidget().rect().contains(toast.geometry())
    toast._leave()

    assert toast.words == ""


def test_a_long_toast_is_read_whole(toast: Toast) -> None:
    """What does not fit on a line wraps, and is never cut."""
    words = "The office’s file was changed or replaced by another program. Both are kept: copy the folder first. " * 2
    toast.window().resize(500, 400)

    toast.say(words)

    label = next(each for each in toast.findChildren(QLabel) if each.text() == words)
    assert label.width() >= label.sizeHint().width() or label.heightForWidth(label.width()) <= label.height()
    assert toast.parentWidget().rect().contains(toast.geometry())
