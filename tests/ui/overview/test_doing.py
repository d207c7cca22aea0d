"""What is done on the overview: points into the agenda, another word with its reason, the next meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.services import live, meetings
from app.services.office import Office
from builders import NOW, amara
from tests.ui.overview.conftest import Asked, Scene, hear
from tests.ui.overview.test_balance import visible
from ui.desk import Desk, Place
from ui.kit.words import Label
from ui.relationship.overview.health_card import WordEditor
from ui.relationship.overview.section import OverviewSection


def agenda(office: Office, manager: int) -> list[str]:
    """The points of the next meeting."""
    coming = office.meetings.next_of(manager, NOW)
    assert coming is not None
    return [item.text for item in office.agenda_items.of(coming.id)]


def editor_of(scene: Scene) -> WordEditor:
    """The form of another word, opened."""
    scene.press("Set another word")
    return scene.section.findChild(WordEditor)


def test_one_press_puts_the_points_into_the_agenda_and_undo_takes_them_out(scene: Scene) -> None:
    before = agenda(scene.office, scene.manager)
    scene.press("Add to agenda")

    points = ["Two CVs still wait for an answer: Bell and Haddad", "Agree: Leave salary talk with candidates to me"]
    assert agenda(scene.office, scene.manager) == [*before, *points]
    assert scene.asked.said == [("2 points added to the agenda", True)]
    card = scene.section.bring_up
    assert [row.accessibleName() for row in card.rows.rows] == [f"{each}, in the agenda" for each in points]
    assert not card.link.isVisible()

    scene.desk.bridge.do(lambda: live.undo(scene.office))
    assert agenda(scene.office, scene.manager) == before
    assert card.link.isVisible()


def test_a_point_opens_what_it_is_about(section: OverviewSection, asked: Asked, qtbot: QtBot) -> None:
    for row in section.bring_up.rows.rows:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert [(each.section, each.record and each.record[0]) for each in asked.places] == [
        ("log", "presentation"), ("expectations", "expectation"),
    ]  # fmt: skip


def test_a_search_that_stands_still_opens_on_its_page(scene: Scene, show: Callable[..., OverviewSection]) -> None:
    section = show(scene.desk, scene.office.managers.named("Łukasz")[0].id)
    elsewhere = scene._replace(section=section)
    row = next(each for each in section.bring_up.rows.rows if each.accessibleName().startswith("Review"))
    assert row.accessibleName() == "Review Plant Electrician: 30 days without progress"

    row.click()
    assert elsewhere.asked.places[-1].kind == "search"


def test_without_a_meeting_planning_one_is_offered(scene: Scene, show: Callable[..., OverviewSection]) -> None:
    section = show(scene.desk, scene.office.managers.named("Søren")[0].id)
    elsewhere = scene._replace(section=section)
    elsewhere.press("Plan a meeting")
    elsewhere.press("Plan the next one")

    assert scene.asked.commands == ["plan-meeting", "plan-meeting"]


def test_the_next_meeting_is_prepared_or_seen_in_its_list(scene: Scene) -> None:
    coming = scene.office.meetings.next_of(scene.manager, NOW)
    assert coming is not None
    scene.press("Prepare")
    scene.press("Open agenda")

    assert scene.asked.places == [
        Place("meeting", coming.id), Place("manager", scene.manager, "meetings", ("meeting", coming.id)),
    ]  # fmt: skip


def test_a_meeting_that_is_planned_elsewhere_stands_there(
    desk: Desk, office: Office, show: Callable[..., OverviewSection]
) -> None:
    manager = amara(office)
    section = show(desk, manager)
    assert "None planned" in visible(section)
    at = NOW + timedelta(days=2)
    desk.bridge.do(lambda: meetings.plan(office, manager, kind=MeetingKind.STATUS, at=at))

    assert "Status call" in visible(section)


def test_another_word_needs_a_reason(scene: Scene) -> None:
    editor = editor_of(scene)
    assert editor.fields["word"].control.hasFocus()
    editor.fields["word"].control.choose("attention")
    scene.press("Set the word")

    assert "Please write the reason for the word you set." in visible(editor)
    assert editor.fields["reason"].control.hasFocus()
    assert scene.office.managers.get(scene.manager).health_word is None


def test_another_word_is_shown_as_yours_and_taken_back(scene: Scene) -> None:
    word = scene.section.findChild(Label, "health-word")
    editor = editor_of(scene)
    editor.fields["word"].control.choose("attention")
    reason = editor.fields["reason"].control
    scene.qtbot.keyClicks(reason, "Sounded tired")
    scene.qtbot.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert word.text() == "Needs attention"
    assert "Set by you on 24 Nov\nSounded tired\nThe facts say: Steady" in visible(scene.section)
    assert scene.asked.said == [("Health of Amara Okonkwo set", True)]

    scene.press("Take it back")
    assert word.text() == "Steady"
    scene.desk.bridge.do(lambda: live.undo(scene.office))
    assert word.text() == "Needs attention"
    scene.desk.bridge.do(lambda: live.undo(scene.office))
    assert (word.text(), scene.office.managers.get(scene.manager).health_word) == ("Steady", None)


def test_escape_leaves_the_word_as_it_is(scene: Scene) -> None:
    editor = editor_of(scene)
    scene.qtbot.keyClick(editor.fields["reason"].control, Qt.Key.Key_Escape)

    assert not editor.isVisible()
    assert scene.section.health.change.hasFocus()


@pytest.mark.parametrize(("width", "beside"), [(1028, True), (939, False)])
def test_the_rail_goes_below_where_there_is_no_room(
    sample_desk: Desk, manager: ManagerId, show: Callable[..., OverviewSection], width: int, beside: bool
) -> None:
    section = show(sample_desk, manager, width)
    rail = section.next.mapTo(section.body, section.next.rect().topLeft())
    main = section.bring_up.mapTo(section.body, section.bring_up.rect().bottomLeft())

    assert (rail.y() > main.y()) is not beside
    assert section.horizontalScrollBar().maximum() == 0


def test_the_log_is_opened_or_begun(
    scene: Scene, desk: Desk, office: Office, show: Callable[..., OverviewSection]
) -> None:
    scene.press("Open log")
    heard = hear(desk)
    scene._replace(section=show(desk, amara(office))).press("Log a talk")

    assert [each.section for each in scene.asked.places] == ["log"]
    assert heard.commands == ["log"]
