"""Requirements, deal makers and breakers: written, edited, moved, agreed, and what happens after that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.requirements import AskedBy, RequirementKind
from tests.ui.search.conftest import Scene
from ui.kit.words import Label
from ui.search.role import RoleCard

MUST = RequirementKind.MUST
INCIDENT, LINUX = "Has run a large incident from start to end", "Linux and networks in depth"


def listed(scene: Scene, kind: RequirementKind = MUST) -> list[str]:
    return [each.text for each in scene.office.requirements.of(scene.search) if each.kind is kind]


def drift(scene: Scene) -> list[tuple[object, ...]]:
    changes = scene.office.requirement_changes.of(scene.search)
    return [(each.was, each.now, each.asked_by, each.days_lost) for each in changes]


def test_enter_adds_a_line_and_begins_the_next(fresh: Scene) -> None:
    fresh.press("Add a must-have")
    for text in ("One", "Two"):
        fresh.write("text", text)
        QTest.keyClick(fresh.form().fields["text"].control, Qt.Key.Key_Return)
    QTest.keyClick(fresh.form(), Qt.Key.Key_Escape)

    assert listed(fresh) == [INCIDENT, LINUX, "One", "Two"]
    assert fresh.forms() == 0
    assert fresh.row("Two").hasFocus()


def test_beyond_the_limit_one_sentence_says_so(fresh: Scene) -> None:
    fresh.press("Add a must-have")
    for text in ("One", "Two", "Three", "Four"):
        fresh.write("text", text)
        fresh.save()

    assert len(listed(fresh)) == 5
    assert "Five must-haves" in fresh.form().fields["text"].control.accessibleDescription()


@pytest.mark.parametrize("begin", [Qt.Key.Key_F2, Qt.Key.Key_Return, None])
def test_a_line_is_edited_where_it_stands(fresh: Scene, begin: Qt.Key | None) -> None:
    if begin is None:
        fresh.click(LINUX)
    else:
        fresh.key(LINUX, begin)
    fresh.write("text", "Linux, deeply")
    fresh.write("probe", "What is a page fault?")
    fresh.save()

    assert listed(fresh) == [INCIDENT, "Linux, deeply"]
    assert fresh.row("Linux, deeply").shown.second == "What is a page fault?"
    assert drift(fresh) == []


def test_lines_move_and_go(fresh: Scene) -> None:
    fresh.key(LINUX, Qt.Key.Key_Up, control=True)
    assert listed(fresh) == [LINUX, INCIDENT]
    assert fresh.row(LINUX).hasFocus()

    fresh.key(LINUX, Qt.Key.Key_Delete)
    assert listed(fresh) == [INCIDENT]
    assert fresh.said[-1] == (f"Dropped: {LINUX}", True)


def test_arrows_go_from_line_to_line(fresh: Scene) -> None:
    fresh.key(INCIDENT, Qt.Key.Key_Down)

    assert fresh.row(LINUX).hasFocus()


def test_agreeing_is_one_press(fresh: Scene) -> None:
    fresh.press("Mark as agreed")

    assert {each.agreed_on for each in fresh.office.requirements.of(fresh.search)} == {fresh.office.today()}
    assert "agreed Tue 24 Nov" in [each.text() for each in fresh.page.findChildren(Label) if each.isVisible()]


def test_after_agreement_an_edit_asks_whether_it_is_a_change(scene: Scene) -> None:
    scene.click("Distributed systems design")
    scene.write("text", "Distributed systems, in production")
    scene.save()
    assert "Choose whether" in scene.form().fields["sort"].control.accessibleDescription()
    assert not scene.form().fields["asked_by"].isVisible()

    scene.choose("sort", "change")
    scene.save()
    assert "Choose who asked" in scene.form().fields["asked_by"].control.accessibleDescription()
    scene.choose("asked_by", "them")
    scene.write("days_lost", "4")
    scene.save()

    assert drift(scene) == [
        ("Distributed systems design", "Distributed systems, in production", AskedBy.THEM, 4)
    ]  # fmt: skip
    assert scene.button("1 change, 4 days lost, show them")


def test_a_typo_is_kept_as_no_change(scene: Scene) -> None:
    scene.click("Distributed systems design")
    scene.write("text", "Distributed system design")
    scene.choose("sort", "typo")
    scene.save()

    assert "Distributed system design" in listed(scene)
    assert drift(scene) == []


def test_dropping_what_was_agreed_asks_who_wanted_it(scene: Scene) -> None:
    scene.key("Needs more than 98k", Qt.Key.Key_Delete)
    scene.choose("asked_by", "me")
    scene.save()

    assert "Needs more than 98k" not in listed(scene, RequirementKind.DEAL_BREAKER)
    assert drift(scene) == [("Needs more than 98k", None, AskedBy.ME, None)]


def test_adding_after_agreement_asks_too_and_not_for_the_next(scene: Scene) -> None:
    scene.press("Add a nice-to-have")
    scene.key("Rust or C++", Qt.Key.Key_Delete)
    scene.choose("asked_by", "them")
    scene.save()
    scene.press("Add a nice-to-have")
    scene.write("text", "Go")
    scene.choose("asked_by", "them")
    scene.save()

    assert listed(scene, RequirementKind.NICE)[-1] == "Go"
    assert drift(scene)[-1] == (None, "Go", AskedBy.THEM, None)
    assert scene.forms() == 0


def test_the_drift_opens_with_every_change(open_search: Callable[[str], Scene]) -> None:
    scene = open_search("Plant Electrician")
    scene.press("3 changes, 15 days lost, show them")

    said = [each.text() for each in scene.page.findChildren(Label) if each.isVisible()]
    assert "Was: Night shifts, one week in six. Now: Night shifts, two weeks in six" in said
    assert "Mon 19 Oct, asked by Łukasz, 9 days lost" in said
    assert "Dropped: Forklift licence" in said


def test_an_open_form_stays_when_its_list_is_read_anew(fresh: Scene) -> None:
    fresh.key(LINUX, Qt.Key.Key_F2)
    fresh.page._cards[RoleCard].refresh()
    fresh.key(INCIDENT, Qt.Key.Key_Down, control=True)

    assert fresh.form().isVisible()
    assert LINUX not in fresh.words()
    assert QApplication.focusWidget() is not None
