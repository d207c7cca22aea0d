"""A two-way agreement in the section "Expectations": ticked, changed, proposed or agreed, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services import agreements, live, templates
from app.services.dues import open_promises_of
from builders import amara
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.field import Check
from ui.kit.terms import TermsBoard
from ui.relationship.expectations.section import ExpectationsSection

Find = Callable[..., Any]
STATUS = "Send the status"


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> ExpectationsSection:
    """Amara's section, with nothing agreed."""
    amara(desk.office)
    return opened(desk, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> ExpectationsSection:
    section = ExpectationsSection(desk, desk.office.managers.everyone()[0].id)
    qtbot.addWidget(section)
    section.resize(1080, 800)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return section


def promised(desk: Desk) -> dict[str, bool]:
    """What is promised, and whether it is agreed."""
    manager = desk.office.managers.everyone()[0].id
    return {each.current.statement: each.is_agreed for each in open_promises_of(desk.office, manager)}


def press(found: QWidget) -> None:
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("button", "agreed"), [("Propose", False), ("Agree on all", True)])
def test_all_of_it_is_taken_in_one_action(
    shown: ExpectationsSection, desk: Desk, named: Find, button: str, agreed: bool
) -> None:
    press(named(shown, Button, "Start from a two-way agreement"))
    press(named(shown, Check, STATUS))
    press(named(shown, Button, button))

    assert len(promised(desk)) == 15
    assert STATUS not in promised(desk)
    assert set(promised(desk).values()) == {agreed}
    assert shown.findChildren(TermsBoard, options=Qt.FindChildOption.FindDirectChildrenOnly) == []

    desk.bridge.do(lambda: live.undo(desk.office))

    assert promised(desk) == {}


def test_a_promise_is_changed_in_its_place(shown: ExpectationsSection, desk: Desk, named: Find) -> None:
    shown.commands()["agreement"]()
    press(named(shown, Button, f"Change: {STATUS}"))
    clock = named(shown, QLineEdit, "Due or repeats")
    clock.setText("soon")
    QTest.keyClick(clock, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "every Friday" in clock.accessibleDescription()

    clock.setText("every 14 days")
    QTest.keyClick(clock, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(named(shown, Button, "Agree on all"))
    manager = desk.office.managers.everyone()[0].id
    status = next(each for each in open_promises_of(desk.office, manager) if each.current.statement == STATUS)

    assert getattr(status.current.clock, "days", None) == 14


def test_what_cannot_be_taken_stops_the_whole(shown: ExpectationsSection, desk: Desk, named: Find) -> None:
    shown.commands()["agreement"]()
    press(named(shown, Button, f"Change: {STATUS}"))
    named(shown, QLineEdit, "Promise").setText("")
    press(named(shown, Button, "Agree on all"))

    assert promised(desk) == {}
    assert named(shown, QLineEdit, "Promise").accessibleDescription() == "Write what is promised."
    QTest.keyClick(named(shown, QLineEdit, "Promise"), Qt.Key.Key_Escape)
    press(named(shown, Button, "Agree on all"))
    assert len(promised(desk)) == 16


def test_what_is_promised_already_is_not_ticked(desk: Desk, qtbot: QtBot, named: Find) -> None:
    manager = amara(desk.office)
    agreements.agree(desk.office, manager, body='[{"side": "mine", "statement": "Send the status",'
                     ' "clock": "every Friday", "measure": "a mail"}]')  # fmt: skip
    section = opened(desk, qtbot)
    section.commands()["agreement"]()

    assert not named(section, Check, STATUS).isChecked()
    assert sum(box.isChecked() for box in section.findChildren(Check)) == 15


def test_what_is_ticked_and_typed_outlives_a_kill(
    shown: ExpectationsSection, desk: Desk, qtbot: QtBot, named: Find
) -> None:
    shown.commands()["agreement"]()
    press(named(shown, Check, STATUS))
    press(named(shown, Button, "Change: Send the search plan"))
    named(shown, QLineEdit, "Promise").setText("Send the sourcing plan")
    shown.settle()
    again = opened(desk, qtbot)

    assert not named(again, Check, STATUS).isChecked()
    assert named(again, Check, "Send the sourcing plan").isChecked()


def test_your_own_agreement_is_the_one_it_starts_from(desk: Desk, qtbot: QtBot, named: Find) -> None:
    amara(desk.office)
    templates.add(desk.office, kind="agreement", name="Short", body='[{"side": "both", "statement": "Call back",'
                  ' "clock": "every Friday", "measure": "a call"}]')  # fmt: skip
    section = opened(desk, qtbot)
    section.commands()["agreement"]()

    assert [row.terms.statement for row in section.findChild(TermsBoard).rows] == ["Call back"]
    assert named(section, Check, "Call back").isChecked()


def test_esc_leaves_it_and_the_columns_come_back(shown: ExpectationsSection, named: Find) -> None:
    shown.commands()["agreement"]()
    assert not named(shown, Button, "Write your own: Mine to keep").isVisible()
    QTest.keyClick(named(shown, Check, STATUS), Qt.Key.Key_Escape)

    assert named(shown, Button, "Start from a two-way agreement").hasFocus()
