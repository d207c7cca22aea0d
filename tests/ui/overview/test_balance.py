"""The balance card: its words, the month that is looked at, the chips that lead to Expectations."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.clock_words import parse_clock
from app.domain.clocks import Outcome
from app.domain.expectations import ExpectationId, Side
from app.services import expectations
from app.services.office import Office
from builders import amara
from tests.ui.overview.conftest import Asked, hear
from ui.desk import Desk, Place
from ui.kit.words import Label
from ui.relationship.overview.balance_card import Figure
from ui.relationship.overview.chart import BalanceChart
from ui.relationship.overview.section import OverviewSection

OCTOBER = "October: you kept 2, late 1; Amara kept 1, missed 2"
SPAN = "kept and missed, June to November"


def chart_of(section: OverviewSection) -> BalanceChart:
    """The blocks."""
    return section.findChild(BalanceChart)


def visible(section: QWidget) -> list[str]:
    """Every text on the page."""
    return [each.text() for each in section.findChildren(Label) if each.isVisible()]


def test_the_figures_are_sentences_for_a_screen_reader(section: OverviewSection) -> None:
    assert [each.accessibleName() for each in section.findChildren(Figure)] == [
        "You kept 11 of 12, 1 late, in October", "Amara kept 8 of 11, 3 late or missed, 2 in October",
    ]  # fmt: skip


def test_the_chart_has_a_name_and_a_line_for_each_month(section: OverviewSection) -> None:
    face = QAccessible.queryAccessibleInterface(chart_of(section))
    lines = face.text(QAccessible.Text.Description).split("\n")

    assert face.text(QAccessible.Text.Name) == "Balance by month"
    assert len(lines) == 6
    assert lines[4] == f"{OCTOBER}."


def test_the_arrows_tell_a_month_and_leaving_tells_all_of_them(section: OverviewSection, qtbot: QtBot) -> None:
    chart = chart_of(section)
    chart.setFocus()
    assert SPAN in visible(section)

    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert "November: you kept 2; Amara kept 1" in visible(section)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert OCTOBER in visible(section)
    for _press in range(9):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert "June: you kept 2; Amara kept 2" in visible(section)
    section.setFocus()
    assert SPAN in visible(section)


@pytest.mark.parametrize(("share", "words"), [(0.99, "November"), (0.78, "October"), (0.2, "June"), (0.02, SPAN)])
def test_the_pointer_tells_the_month_under_it(section: OverviewSection, share: float, words: str) -> None:
    chart = chart_of(section)
    QTest.mouseMove(chart, QPoint(round(chart.width() * share), chart.height() // 2))

    assert any(text.startswith(words) for text in visible(section))


def test_a_chip_leads_to_the_promise_that_is_due_first(
    section: OverviewSection, asked: Asked, manager: int, qtbot: QtBot, named: Callable[..., QPushButton]
) -> None:
    qtbot.mouseClick(named(section, QPushButton, "You owe 3"), Qt.MouseButton.LeftButton)
    named(section, QPushButton, "Amara owes 2").setFocus()
    qtbot.keyClick(named(section, QPushButton, "Amara owes 2"), Qt.Key.Key_Space)

    assert [(each.section, each.record) for each in asked.places] == [
        ("expectations", ("expectation", 1)), ("expectations", ("expectation", 5)),
    ]  # fmt: skip


def test_somebody_new_is_offered_the_first_promise(
    desk: Desk, office: Office, show: Callable[..., OverviewSection], named: Callable[..., QPushButton], qtbot: QtBot
) -> None:
    manager, heard = amara(office), hear(desk)
    section = show(desk, manager)
    assert {"Nothing agreed yet", "None planned", "New"} <= set(visible(section))
    assert not chart_of(section).isVisible()

    qtbot.mouseClick(named(section, QPushButton, "Agree the first promises"), Qt.MouseButton.LeftButton)
    assert heard.places == [Place("manager", manager, "expectations")]


@pytest.mark.parametrize("count", [1, 3, 7, 40, 300])
def test_any_number_of_blocks_stays_in_its_room(
    desk: Desk, office: Office, show: Callable[..., OverviewSection], count: int
) -> None:
    """A month of three hundred check-ins takes no more room than one of six."""
    manager = amara(office)
    promised = expectations.add(
        office, manager, side=Side.THEIRS, statement="Answer", measure="Seen", agreed_on=office.today(),
        clock=parse_clock("every Friday", office.today()),
    )  # fmt: skip
    with office.write("Many"):
        for _each in range(count):
            expectations.check_in(office, ExpectationId(promised.id), outcome=Outcome.MISSED, side=Side.THEIRS)
    section = show(desk, manager)
    chart = chart_of(section)

    assert chart.isVisible()
    assert 70 < chart.height() < 160
    assert not chart.grab().isNull()
