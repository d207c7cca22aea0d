"""The satisfaction card: the last answer, the question at most monthly, proposals from open to better or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.satisfaction import Approval
from app.services.office import Office
from tests.ui.overview.conftest import Asked, Scene
from ui.desk import Desk
from ui.kit.field import Choice, Line
from ui.kit.words import Label
from ui.relationship.overview.section import OverviewSection


@pytest.fixture
def soren(sample_desk: Desk, asked: Asked, show: Callable[..., OverviewSection], named: Callable[..., QPushButton],
          qtbot: QtBot) -> Scene:  # fmt: skip
    """The overview of Søren, who was asked in September, was not content, and has a proposal open."""
    office = sample_desk.office
    manager = ManagerId(office.managers.named("Søren Kjær")[0].id)
    section = show(sample_desk, manager, height=1400)
    return Scene(section, sample_desk, office, manager, asked, named, qtbot)


def texts(scene: Scene) -> list[str]:
    return [each.text() for each in scene.section.satisfaction.findChildren(Label) if each.isVisible()]


def newest(office: Office) -> Approval:
    return office.proposals.where("1", then="ORDER BY t.id")[0].answer


def field(scene: Scene, kind: type[QWidget], name: str) -> QWidget:
    return scene.named(scene.section, kind, name)


def test_the_last_answer_and_what_was_proposed(soren: Scene) -> None:
    assert texts(soren)[:3] == [
        "Satisfaction",
        "2 of 5, Thu 10 Sep",
        "“Too many people who do not know our control room.”",
    ]
    assert "A half-day in the control room before the next slate." in texts(soren)
    assert "Proposed Thu 10 Sep" in texts(soren)


@pytest.mark.parametrize("said", [Approval.APPROVED, Approval.DECLINED])
def test_a_proposal_is_answered_by_one_press(soren: Scene, said: Approval) -> None:
    soren.press(f"{said.value.title()}: A half-day in the control room before the next slate.")
    found = soren.office.proposals.of(soren.office.satisfactions.last_of(soren.manager).id)[0]

    assert found.answer is said
    assert f"{said.value.title()} Tue 24 Nov" in texts(soren)
    assert soren.asked.said[-1][1]


def test_what_was_approved_is_looked_at_again(soren: Scene) -> None:
    soren.press("Approved: A half-day in the control room before the next slate.")
    soren.press("Is it better? A half-day in the control room before the next slate.")
    field(soren, Choice, "Since then").choose("no")
    soren.qtbot.keyClicks(field(soren, Line, "Result"), "Nobody came")
    soren.press("Save what came of it")

    assert "Not better, Tue 24 Nov: Nobody came" in texts(soren)


def test_a_low_answer_asks_for_a_cause_and_a_proposal(soren: Scene) -> None:
    soren.press("Ask now")
    assert not field(soren, Line, "The cause, private").isVisible()
    field(soren, Choice, "As a whole, 1 to 5").choose("3")
    field(soren, Choice, "Speed").choose("2")
    soren.qtbot.keyClicks(field(soren, Line, "The cause, private"), "Release week")
    soren.qtbot.keyClicks(field(soren, QPlainTextEdit, "What you propose"), "One fixed slot")
    soren.press("Save the answer")
    last = soren.office.satisfactions.last_of(soren.manager)

    assert last is not None
    assert (last.score, dict(last.parts), last.cause) == (3, {"Speed": 2}, "Release week")
    assert [each.text for each in soren.office.proposals.of(last.id)] == ["One fixed slot"]
    assert "Speed 2" in texts(soren)


def test_an_answer_without_a_score_is_asked_for(soren: Scene) -> None:
    soren.press("Ask now")
    soren.press("Save the answer")

    assert "How satisfied are they, from 1 to 5?" in texts(soren)


def test_another_proposal_can_be_made(soren: Scene) -> None:
    soren.press("Propose something")
    box = field(soren, QPlainTextEdit, "What you propose")
    soren.qtbot.keyClicks(box, "A weekly call")
    soren.qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert "A weekly call" in texts(soren)


def test_asked_this_month_already_is_one_sentence(scene: Scene) -> None:
    scene.press("Ask how satisfied they are")

    sentence = "Asked this month already, on Thu 12 Nov. The next time is from Sat 12 Dec on."
    assert scene.asked.said == [(sentence, False)]
