"""The Log section on screen, as its tests look at it and press it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.relationship.log.delegate import LogDelegate
from ui.relationship.log.model import LogModel
from ui.relationship.log.place import LogList
from ui.relationship.log.section import LogSection

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def shown(desk: Desk, manager: int, qtbot: QtBot, height: int = 640, state: dict[str, Any] | None = None) -> LogSection:
    """The section on screen, where it stood."""
    made = LogSection(desk, manager)
    made.restore(state or {})
    qtbot.addWidget(made, before_close_func=LogSection.settle)
    made.resize(1028, height)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: model_of(made).is_complete())
    return made


def list_of(section: LogSection) -> LogList:
    """The timeline."""
    return section.findChild(LogList)


def model_of(section: LogSection) -> LogModel:
    """Its rows."""
    found = list_of(section).model()
    assert isinstance(found, LogModel)
    return found


def said(section: LogSection, row: int) -> str:
    """A row as a screen reader says it."""
    return str(model_of(section).index(row, 0).data(SPOKEN))


def texts(section: LogSection) -> list[str]:
    """The words of every row."""
    model = model_of(section)
    return [entry.talk.text for row in range(model.rowCount()) if (entry := model.entry(row))]


def labels(section: LogSection) -> set[str]:
    """Every visible text."""
    return {each.text() for each in section.findChildren(QLabel) if each.isVisible()}


def press(section: LogSection, qtbot: QtBot, row: int, words: str) -> None:
    """Click what in a row says this."""
    rows, delegate = list_of(section), list_of(section).itemDelegate()
    assert isinstance(delegate, LogDelegate)
    rect, found = rows.visualRect(rows.model().index(row, 0)), model_of(section).row(row)
    assert found is not None
    spots = [QPoint(x, y) for x in range(rect.left(), rect.right(), 4) for y in range(rect.top(), rect.bottom(), 4)]
    hit = (at for at in spots if (t := delegate.target(found, QRect(rect), at, active=True)) and t.words == words)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=next(hit))
