"""The overview appears where it stays: nothing is laid out at one width and then at another, nothing is made twice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from ui.desk import Desk
from ui.kit.words import Label
from ui.relationship.overview.section import OverviewSection


class Widths(QObject):
    """Every width a widget is given."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        """Keep the width, and let it happen."""
        if isinstance(event, QResizeEvent):
            self.seen.append(event.size().width())
        return False


def test_a_scroll_bar_that_appears_does_not_move_the_cards(sample_desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    section = OverviewSection(sample_desk, manager)
    qtbot.addWidget(section)
    widths = Widths(section.balance)
    section.resize(1028, 400)
    section.show()
    qtbot.waitUntil(section.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: section.viewport().width() < section.width())

    assert set(widths.seen) == {640}


def test_satisfaction_is_made_once(sample_desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    section = OverviewSection(sample_desk, manager)
    qtbot.addWidget(section)
    shown = Widths(section.satisfaction)
    section.show()
    qtbot.waitUntil(lambda: section.is_whole)
    made = [each.text() for each in section.satisfaction.findChildren(Label)]

    assert "Not asked yet. Once a month is enough." not in made
    assert len(made) > 1
    assert shown.seen


def test_the_lower_cards_come_with_the_second_picture(sample_desk: Desk, manager: ManagerId, qtbot: QtBot) -> None:
    """So that the first one is there at once; where the page was scrolled, all come with it."""
    section = OverviewSection(sample_desk, manager)
    qtbot.addWidget(section)
    section.show()
    assert section.contact.isHidden()
    assert section.balance.isVisible()

    qtbot.waitUntil(section.contact.isVisible)
    again = OverviewSection(sample_desk, manager)
    qtbot.addWidget(again)
    again.restore({"scroll": 40})
    again.show()
    assert again.contact.isVisible()
