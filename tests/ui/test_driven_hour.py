"""A driven hour: 20,000 clicks, keys and drags by chance over the sample office.

Nothing is raised, Qt warns of nothing, the keyboard is never lost, widgets do not pile up, and undo goes back from the
end to the start, row for row.
"""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from shiboken6 import isValid

from app.services import live
from app.services.office import Office
from tests.ui.conftest import PLATFORM_SAYS, gone
from tests.ui.wandering import Wanderer
from ui.desk import Place
from ui.kit.over import Over
from ui.places import makers
from ui.window import Window

STEPS = 1_000  # of each seed
SEEDS = range(20)
LONGEST_LOST = 40  # steps without a widget that has the keyboard, in a window that is active
MOST_MORE_WIDGETS = 120  # than when it began, with every tab closed again: parts that are built once, such as menus
# What no undo takes back, and what is no record.
NOT_COMPARED = {"action", "history", "current", "draft", "setting", "issued_document", "office"}
# What went out stays in the log, as the document itself does.
KEPT = {"talk": "text NOT IN (SELECT 'Sent: ' || title FROM issued_document WHERE sent_on IS NOT NULL)"}


@pytest.fixture
def no_system_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own windows are cancelled, and no other program answers.

    Where there is no system to show them, Qt shows its own, whose inner dialogs would wait for somebody for ever.
    """

    def cancel(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog | QPrintDialog), f"{dialog} is no window of the system's"
        dialog.reject()
        dialog.deleteLater()

    for kind in (QDialog, QFileDialog):
        monkeypatch.setattr(kind, "open", cancel)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_given, **_named: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given, **_named: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)


@pytest.fixture
def wrong(no_qt_warnings: None) -> Iterator[list[object]]:
    """What nobody caught, and what Qt warned of."""
    found: list[object] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(PLATFORM_SAYS):
            found.append(message)

    def catch(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        traceback.print_exception(error)
        found.append(error)

    before, sys.excepthook = sys.excepthook, catch
    heard_before = qInstallMessageHandler(hear)
    yield found
    qInstallMessageHandler(heard_before)
    sys.excepthook = before


def rows(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Every record of the office, by table; without when it was last written, which undo does not turn back."""
    found = {}
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_text*' AND name NOT GLOB '_sqlite*'"
    )
    for (name,) in office.conn.execute(names).fetchall():
        if name not in NOT_COMPARED and not name.startswith("sqlite_"):
            columns = [row[1] for row in office.conn.execute(f"PRAGMA table_info({name})") if row[1] != "changed"]
            listed = ", ".join(f'"{each}"' for each in columns)
            condition = KEPT.get(name, "1")
            read = office.conn.execute(f"SELECT {listed} FROM {name} WHERE {condition} ORDER BY 1")
            found[name] = [tuple(row) for row in read]
    return found


def lost(window: Window) -> bool:
    """Whether the window is in front and nothing in it has the keyboard."""
    return window.isActiveWindow() and QApplication.focusWidget() is None


def close_everything(window: Window) -> None:
    """Every other window, what lies over this one, and every tab but Today."""
    for sheet in window.findChildren(Over):
        sheet.close()
    for other in QApplication.topLevelWidgets():
        if isValid(other) and other is not window and other.isVisible():  # a menu goes with its window
            other.close()
            gone(other)
    window.open(Place("today"))
    window.pages.settle()
    while window.strip.count() > 1:
        window.pages.close_tab(1)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def window(sample_office: Office, no_system_dialogs: None) -> Iterator[Window]:
    """The window over the sample office, gone with all it opened however the test ends."""
    made = Window(sample_office, makers(), sample=True)
    made.show()
    made.activateWindow()
    yield made
    close_everything(made)
    made.close()
    gone(made)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_breaks_and_everything_can_be_undone(
    seed: int, window: Window, sample_office: Office, wrong: list[object]
) -> None:
    before, at_first = rows(sample_office), len(QApplication.allWidgets())
    window.open(Place("manager", sample_office.managers.named("Amara Okonkwo")[0].id))
    wanderer, without_keyboard = Wanderer(window, seed), 0
    for step in range(STEPS):
        wanderer.step()
        assert not wrong, (step, list(wanderer.trail), wrong)
        without_keyboard = without_keyboard + 1 if lost(window) else 0
        assert without_keyboard < LONGEST_LOST, (step, list(wanderer.trail))
    close_everything(window)
    assert len(QApplication.allWidgets()) - at_first < MOST_MORE_WIDGETS

    while live.names(sample_office).undo:
        live.undo(sample_office)

    assert not wrong, (list(wanderer.trail), wrong)
    assert rows(sample_office) == before
