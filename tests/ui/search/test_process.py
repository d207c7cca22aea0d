"""The process, the sourcing plan and the review of a position, on the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.services import searches
from tests.ui.search.conftest import Scene, undo
from ui.kit.words import Label
from ui.search.line_row import LineRow
from ui.search.process import ProcessCard
from ui.search.review import ReviewCard
from ui.search.sourcing import SourcingCard


def shown(scene: Scene, kind: type) -> list[tuple[str, str]]:
    return [
        (each.shown.text, each.shown.tail) for each in scene.page.findChild(kind).findChildren(LineRow)
        if each.isVisible()
    ]  # fmt: skip


def test_the_steps_say_whose_they_are_and_how_long_they_take(scene: Scene) -> None:
    assert shown(scene, ProcessCard) == [
        ("CVs with notes", "you · 5 days"), ("Feedback", "Amara · 2 days"), ("Two-person panel", "Halden · 1 week"),
        ("Decision call", "both · 30 min"),
    ]  # fmt: skip


def test_an_empty_process_starts_from_what_usually_works(fresh: Scene) -> None:
    fresh.press("Start from what usually works")

    assert shown(fresh, ProcessCard)[:2] == [
        ("CVs with notes", "you · 5 days"),
        ("Feedback, with a reason", "Amara · 2 days"),
    ]
    assert not fresh.page.findChild(ProcessCard)._begin.isVisible()
    assert fresh.said == [("Process begun: Staff SRE", True)]


def test_a_step_is_edited_where_it_stands(scene: Scene) -> None:
    scene.click("Feedback")
    scene.write("what", "Feedback with a reason")
    scene.form().fields["owner"].control.setCurrentText("both")  # type: ignore[attr-defined]
    scene.write("takes", "1 day")
    scene.save()

    assert shown(scene, ProcessCard)[1] == ("Feedback with a reason", "both · 1 day")
    assert scene.office.process_steps.of(scene.search)[1].owner == "both"


def test_a_length_that_is_none_is_refused_where_it_is_wrong(scene: Scene) -> None:
    scene.click("Feedback")
    scene.write("takes", "some time")
    scene.save()

    assert "5 days, 1 week or 30 min" in scene.form().fields["takes"].control.accessibleDescription()


def test_steps_are_moved_by_their_keys_and_deleted(scene: Scene) -> None:
    scene.key("Decision call", Qt.Key.Key_Up, control=True)
    scene.key("CVs with notes", Qt.Key.Key_Down, control=True)
    scene.key("Two-person panel", Qt.Key.Key_Delete)

    assert [text for text, _tail in shown(scene, ProcessCard)] == ["Feedback", "CVs with notes", "Decision call"]


def test_a_channel_is_written_with_its_plan_and_its_result(fresh: Scene) -> None:
    fresh.press("Add a channel")
    for field, text in (("channel", "Own network"), ("plan", "Everybody on call"), ("volume", "40 people"),
                        ("started_on", "20 nov"), ("result", "12 replies")):  # fmt: skip
        fresh.write(field, text)
    fresh.save()

    assert shown(fresh, SourcingCard) == [("Own network", "12 replies")]
    assert fresh.row("Own network").shown.second == "Everybody on call · 40 people · since 20 Nov"


def test_a_day_that_is_none_is_refused(fresh: Scene) -> None:
    fresh.press("Add a channel")
    fresh.write("channel", "Own network")
    fresh.write("started_on", "one day")
    fresh.save()

    assert "Write the day" in fresh.form().fields["started_on"].control.accessibleDescription()


@pytest.fixture
def stalled(open_search: Callable[[str], Scene]) -> Scene:
    return open_search("Plant Electrician")


def test_a_search_that_moves_is_not_reviewed(scene: Scene) -> None:
    assert scene.page.findChild(ReviewCard).isHidden()


def test_a_search_that_stands_still_shows_its_numbers_until_it_was_reviewed(stalled: Scene) -> None:
    card = stalled.page.findChild(ReviewCard)
    said = [each.text() for each in card.findChildren(Label) if each.isVisible()]
    assert said[1] == "30 days without progress, since 25 Oct. Look at it together, with your own numbers."
    assert {
        "2 of 7 CVs were a yes",
        "Reasons for no: Night shifts, two weeks in six (4); Reads German wiring plans",
    } <= {*said}

    stalled.press("Reviewed today")
    assert card.isHidden()
    assert stalled.office.searches.get(stalled.search).reviewed_on == stalled.office.today()

    undo(stalled)
    assert card.isVisible()


def test_its_days_can_be_set_for_one_search(scene: Scene) -> None:
    searches.edit(scene.office, scene.search, review_days=1)
    card = scene.page.findChild(ReviewCard)
    card.refresh()
    assert not card.isHidden()
