"""The keyboard map: one table for every platform, no key that says two things, all of it in the menus and on F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from app.services.office import Office
from tests.ui.conftest import gone
from tests.ui.plain_window import plain_window
from tests.ui.screens import SCREENS, Screen, on_screen
from ui import actions
from ui.actions import Command, commands
from ui.key_groups import key_groups
from ui.keys.group import caps
from ui.keys.map import KeyMap
from ui.window import Window

PLATFORMS = ("linux", "win32", "darwin")
# What each system keeps for itself, in Qt's portable form: Ctrl is Cmd on macOS, and Meta its Control.
KEPT_BY_THE_SYSTEM = {
    "win32": ("Alt+F4", "Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Ctrl+Shift+Esc", "Ctrl+Alt+Del", "F12"),
    "linux": ("Alt+F1", "Alt+F2", "Alt+F4", "Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Alt+Del", "Ctrl+Alt+T",
              "Ctrl+Alt+L", "Ctrl+Alt+Up", "Ctrl+Alt+Down", "Ctrl+Alt+Left", "Ctrl+Alt+Right"),
    "darwin": ("Ctrl+H", "Ctrl+Alt+H", "Ctrl+M", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Space", "Ctrl+Alt+Space",
               "Meta+Space", "Ctrl+`", "Ctrl+Alt+Esc", "Ctrl+Shift+Q", "Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5",
               "Ctrl+Alt+D", "Meta+Up", "Meta+Down", "Meta+Left", "Meta+Right", "F11", "Ctrl+F5", "Ctrl+Alt+F5"),
}  # fmt: skip
IN_A_MEETING = "capture-"


def answered(command: Command) -> str:
    """Where it is answered: the five kinds only in a meeting, which takes their keys from the tabs."""
    return "meeting" if command.name.startswith(IN_A_MEETING) else "window"


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_key_says_two_things_at_once(platform: str) -> None:
    table = commands(platform)
    pressed = Counter((answered(each), key) for each in table for key in each.keys)

    assert [each for each, times in pressed.items() if times > 1] == []
    assert len({each.name for each in table}) == len(table)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_keys_of_the_system_are_left_to_it(platform: str) -> None:
    ours = {QKeySequence(key).toString() for each in commands(platform) for key in each.keys}
    kept = {QKeySequence(key).toString() for key in KEPT_BY_THE_SYSTEM[platform]}

    assert "" not in ours | kept
    assert ours & kept == set()
    if platform == "win32":
        assert not [key for key in ours if key.startswith("Ctrl+Alt+")]  # AltGr, with which letters are written


@pytest.mark.parametrize(
    ("platform", "name", "keys"),
    [
        ("linux", "meeting", "Ctrl+M"), ("win32", "meeting", "Ctrl+M"), ("darwin", "meeting", "Ctrl+Shift+M"),
        ("linux", "section-notes", "Alt+4"), ("darwin", "section-notes", "Ctrl+Alt+4"),
        ("linux", "next-tab", "Ctrl+Tab"), ("darwin", "next-tab", "Meta+Tab"), ("darwin", "settings", "Ctrl+,"),
    ],
)  # fmt: skip
def test_a_key_is_another_where_the_platform_wants_it(platform: str, name: str, keys: str) -> None:
    assert next(each.keys[0] for each in commands(platform) if each.name == name) == keys


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_command_has_words_and_a_menu(platform: str) -> None:
    assert [each.name for each in commands(platform) if not each.words or each.menu not in actions.menus()] == []


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[Window]:
    """The window over plain pages, in front."""
    shown = plain_window(office)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()
    gone(shown)


def in_menu(menu: QMenu) -> Iterator[QAction]:
    """Every action of a menu, also of those inside."""
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            yield from in_menu(inside)
        else:
            yield action


def test_everything_with_a_key_is_in_the_menus_and_shows_it(window: Window) -> None:
    menus = list(window.actions_.menus(QMenu(window)))
    shown = {action.objectName(): action.shortcuts() for menu in menus for action in in_menu(menu)}

    assert set(shown) == {each.name for each in commands()}
    for command in commands():
        assert shown[command.name] == [QKeySequence(key) for key in command.keys]


def test_macos_finds_settings_and_quit_in_the_menu_of_the_program(window: Window) -> None:
    roles = {name: action.menuRole() for name, action in window.actions_.all.items()}

    assert roles.pop("settings") is QAction.MenuRole.PreferencesRole
    assert roles.pop("quit") is QAction.MenuRole.QuitRole
    assert set(roles.values()) == {QAction.MenuRole.NoRole}


@pytest.mark.parametrize(("platform", "has_bar"), [("darwin", True), ("linux", False), ("win32", False)])
def test_the_menus_stand_where_the_platform_has_them(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, has_bar: bool
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    window = plain_window(office)
    monkeypatch.undo()
    bar = window.findChild(QMenuBar)

    assert (bar is not None) is has_bar
    assert window._menu.isHidden() is has_bar
    if bar is not None:
        assert [action.text() for action in bar.actions()] == list(actions.menus().values())
    window.close()
    gone(window)


@pytest.mark.parametrize("screen", [each for each in SCREENS if not each.top and not each.empty], ids=lambda s: s.name)
def test_on_every_screen_a_key_has_one_answer(screen: Screen, sample_office: Office, qapp: object) -> None:
    with on_screen(screen, sample_office) as top:
        assert isinstance(top, Window)
        live = [action for action in top.actions_.all.values() if action.isEnabled()]
        pressed = Counter(key.toString() for action in live for key in action.shortcuts())

        assert [key for key, times in pressed.items() if times > 1] == []


def test_f1_shows_every_key_and_closes_again(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeyMap)
    assert sheet is not None
    assert sheet.isVisible()
    said = {group.listing.accessibleName(): group.shown for group in sheet.groups}
    assert said == {each.title: len(each.lines) for each in key_groups()}
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1)

    assert not sheet.isVisible()


def test_the_map_is_found_in_by_words(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeyMap)
    assert sheet is not None
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "log talk")
    assert [group.listing.accessibleName() for group in sheet.groups if group.isVisible()] == ["Relationship"]
    QTest.keyClicks(field, " xyz")
    assert not any(group.isVisible() for group in sheet.groups)
    assert sheet._nothing.text() == "Nothing for “log talk xyz”"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), sheet.isVisible(), sheet.groups[0].isVisible()) == ("", True, True)
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert not sheet.isVisible()


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_map_is_the_table(platform: str) -> None:
    lines = [line for group in key_groups(platform) for line in group.lines]
    shown = {key for line in lines for key in line.keys}

    assert shown >= {each.keys[0] for each in commands(platform) if each.keys and not each.run}
    assert [caps(line) for line in lines if line.words == "Tab 1 to 8"] == [[["Ctrl", "1 to 8"]]]
