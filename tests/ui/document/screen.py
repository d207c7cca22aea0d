"""The document window on screen, as its tests look at it and press it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.document.preview import Draft, Shown
from ui.document.window import DocumentWindow

Named = Callable[..., Any]


class Opener(QObject):
    """Stands for the desktop: remembers what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def opened(made: DocumentWindow, qtbot: QtBot) -> DocumentWindow:
    qtbot.addWidget(made)
    shown(made, qtbot)
    return made


def shown(window: DocumentWindow, qtbot: QtBot) -> None:
    """With the keyboard and its page: keys reach only a window that is active."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settled(window, qtbot)


def last(window: DocumentWindow) -> Shown:
    assert window.preview.last is not None
    return window.preview.last


def drawn(window: DocumentWindow) -> Draft:
    source = last(window).wish.source
    assert isinstance(source, Draft)
    return source


def settled(window: DocumentWindow, qtbot: QtBot) -> None:
    """Until the page that was asked for is there."""
    done: list[object] = []
    window.preview.when_current(done.append)
    qtbot.waitUntil(lambda: bool(done))


def press(window: QWidget, named: Named, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(window, QPushButton, name), Qt.MouseButton.LeftButton)


def dialog_of(
    window: QWidget, kind: type[QFileDialog] | type[QPrintDialog], qtbot: QtBot
) -> QFileDialog | QPrintDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)))
    return window.findChildren(kind)[0]


def save_as(window: DocumentWindow, path: Path, qtbot: QtBot) -> None:
    dialog = dialog_of(window, QFileDialog, qtbot)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
