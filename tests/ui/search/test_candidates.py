"""People presented, on the page: the feedback time, answering in place, interviews, the pattern in the noes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.requirements import RequirementId, RequirementKind
from app.domain.searches import Answer, CandidateStage, PresentationId
from app.services import candidates, live, requirements, searches
from tests.ui.search.conftest import Scene, menu_choice, undo
from ui.kit.press_row import PressRow
from ui.kit.words import Label
from ui.search.candidates import CandidatesCard
from ui.search.feedback_bars import FeedbackBars
from ui.search.line_row import LineRow

BELL, HADDAD, FAROUK, ZHANG = "Bell, Ottilie", "Haddad, Rami", "Farouk, Nadine", "Zhang, Wei"


def card(scene: Scene) -> CandidatesCard:
    return scene.page.findChild(CandidatesCard)


def names(scene: Scene) -> list[str]:
    return [each.shown.text for each in card(scene).findChildren(LineRow) if each.isVisible()]


def person(scene: Scene, name: str) -> PresentationId:
    return next(each.id for each in scene.office.presentations.of(scene.search) if each.candidate == name)


def from_menu(scene: Scene, name: str, words: str) -> None:
    """Choose in the menu of a line, as its button shows it."""
    row = scene.row(name)
    row.setFocus()
    row.findChild(QWidget, "menu").click()
    menu_choice(row, words)


def saved(scene: Scene) -> None:
    scene.save()
    assert scene.forms() == 0


def test_the_card_says_how_many_how_quickly_and_who_comes_first(scene: Scene) -> None:
    said = [each.text() for each in card(scene).findChildren(Label) if each.isVisible()]

    assert {"7", "Amara’s feedback time", "1.4 days, agreed 2"} <= set(said)
    assert names(scene) == [FAROUK, "Iversen, Jon", BELL, HADDAD]
    assert [scene.row(each).shown.chip[0] for each in names(scene)] == ["Finalist", "Finalist", "Waiting", "Waiting"]
    assert scene.row(BELL).shown.second == "day 2 of 2, due today 09:30"
    assert scene.row(FAROUK).shown.second == "answered in 1 day"


def test_the_bars_are_told_in_words(scene: Scene) -> None:
    said = card(scene).findChild(FeedbackBars).accessibleName()

    assert said.startswith("Amara’s feedback time: 1.4 days, agreed 2. Farouk, Nadine: 1 day;")
    assert "Lindgren, Per: 2.7 days, late" in said
    assert "Bell, Ottilie: waiting for 2 days" in said


def test_all_of_them_and_fewer_again(scene: Scene) -> None:
    scene.press("Show all 7")
    assert len(names(scene)) == 7
    scene.press("Show fewer")
    assert len(names(scene)) == 4


@pytest.mark.parametrize("begin", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Space, None])
def test_an_answer_is_given_in_place(scene: Scene, begin: Qt.Key | None) -> None:
    scene.click(BELL) if begin is None else scene.key(BELL, begin)
    scene.choose("answer", "yes")
    saved(scene)

    known = scene.office.presentations.get(person(scene, BELL))
    assert (known.answer, known.answered_at) == (Answer.YES, scene.office.now())
    assert scene.said == [("Answer on Bell, Ottilie", True)]
    assert scene.row(BELL).shown.chip[0] == "Yes"
    live.undo(scene.office)
    assert scene.office.presentations.get(known.id).answer is None


def test_a_no_asks_for_its_reason_and_keeps_what_it_is_about(scene: Scene) -> None:
    scene.click(BELL)
    scene.choose("answer", "no")
    scene.save()
    reason = scene.form().fields["reason"].control
    assert "A no needs its reason" in reason.accessibleDescription()
    assert reason.hasFocus()

    scene.write("reason", "Has never been on call")
    must = next(each for each in scene.office.requirements.of(scene.search) if each.kind is RequirementKind.MUST)
    scene.choose("requirement", str(must.id))
    scene.write("at", "yesterday 16:40")
    saved(scene)

    known = scene.office.presentations.get(person(scene, BELL))
    assert (known.answer, known.reason, known.requirement) == (Answer.NO, "Has never been on call", must.id)
    assert known.answered_at is not None
    assert f"{known.answered_at:%d %H:%M}" == "23 16:40"


def test_escape_gives_up_and_the_keyboard_is_on_the_line_again(scene: Scene) -> None:
    scene.key(BELL, Qt.Key.Key_F2)
    scene.write("reason", "Never mind")
    QTest.keyClick(scene.form(), Qt.Key.Key_Escape)

    assert scene.forms() == 0
    assert scene.row(BELL).hasFocus()
    assert scene.office.presentations.get(person(scene, BELL)).answer is None


def test_the_head_presents_somebody_in_place(scene: Scene) -> None:
    scene.page.commands()["present-candidate"]()
    scene.write("candidate", "Noor, Sami")
    QTest.keyClick(scene.form().fields["candidate"].control, Qt.Key.Key_Return)

    known = scene.office.presentations.of(scene.search)[-1]
    assert (known.candidate, known.presented_at) == ("Noor, Sami", scene.office.now())
    assert scene.forms() == 0


def test_what_is_typed_of_a_new_person_is_there_again(
    scene: Scene, open_search: Callable[[str], Scene]
) -> None:  # fmt: skip
    scene.page.commands()["present-candidate"]()
    scene.write("candidate", "Noor")
    scene.page.settle()

    again = open_search("Senior Backend")
    assert again.form().fields["candidate"].control.text() == "Noor"  # type: ignore[attr-defined]


def test_a_name_is_corrected(scene: Scene) -> None:
    from_menu(scene, BELL, "Edit name and time")
    scene.write("candidate", "Bell, Otti")
    saved(scene)

    assert "Bell, Otti" in names(scene)
    assert person(scene, "Bell, Otti")


def test_an_interview_and_what_they_said_afterwards(scene: Scene) -> None:
    from_menu(scene, BELL, "Note an interview")
    scene.write("at", "yesterday 10:00")
    saved(scene)
    assert "interviewed Mon 23 Nov, no word yet" in scene.row(BELL).shown.second

    from_menu(scene, BELL, "What Amara said after Mon 23 Nov")
    scene.write("words", "Calm under questions")
    saved(scene)
    held = scene.office.interviews.of(person(scene, BELL))
    assert [each.words for each in held] == ["Calm under questions"]

    from_menu(scene, BELL, "Delete the interview of Mon 23 Nov")
    assert scene.office.interviews.of(person(scene, BELL)) == []


def test_an_interview_is_booked_and_moved(scene: Scene) -> None:
    from_menu(scene, BELL, "Book an interview")
    scene.write("at", "fri 14:00")
    saved(scene)
    assert "interview Fri 27 Nov 14:00" in scene.row(BELL).shown.second

    from_menu(scene, BELL, "Move the interview of Fri 27 Nov")
    scene.write("at", "mon 9:00")
    saved(scene)
    assert "interview Mon 30 Nov 09:00" in scene.row(BELL).shown.second
    assert not any("said after" in words for _key, words in scene.row(BELL).shown.deeds)


def test_somebody_is_told_where_they_stand_then_and_corrected(scene: Scene) -> None:
    assert not any(words == "Told where they stand" for _key, words in scene.row(BELL).shown.deeds)
    from_menu(scene, FAROUK, "Told where they stand")
    assert scene.said == [("Farouk, Nadine told where they stand", True)]
    assert scene.row(FAROUK).shown.second.endswith("told Tue 24 Nov")

    from_menu(scene, FAROUK, "Change when you told them")
    scene.write("at", "yesterday 16:40")
    saved(scene)
    assert scene.row(FAROUK).shown.second.endswith("told Mon 23 Nov")

    from_menu(scene, FAROUK, "Not told yet")
    assert scene.office.presentations.get(person(scene, FAROUK)).told_at is None
    assert "told" not in scene.row(FAROUK).shown.second
    undo(scene)
    assert scene.row(FAROUK).shown.second.endswith("told Mon 23 Nov")


@pytest.mark.parametrize(
    ("words", "stage"), [("Finalist", CandidateStage.FINALIST), ("Out", CandidateStage.OUT)]
)  # fmt: skip
def test_how_far_somebody_has_come(scene: Scene, words: str, stage: CandidateStage) -> None:
    from_menu(scene, BELL, words)

    assert scene.office.presentations.get(person(scene, BELL)).stage is stage


def test_delete_with_undo(scene: Scene) -> None:
    scene.key(BELL, Qt.Key.Key_Delete)
    assert BELL not in names(scene)
    assert scene.said == [("Candidate deleted: Bell, Ottilie", True)]

    undo(scene)
    assert BELL in names(scene)


def test_the_pattern_leads_to_those_it_is_about(scene: Scene) -> None:
    touched = RequirementId(scene.office.requirements.of(scene.search)[0].id)
    text = requirements_text(scene, touched)
    for name in (BELL, HADDAD, ZHANG, FAROUK):
        candidates.answer(scene.office, person(scene, name), answer=Answer.NO, reason="So", requirement=touched)
    card(scene).refresh()

    row = card(scene).findChild(PressRow)
    assert row.accessibleName() == f"4 of 6 noes are about one thing: {text}"
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert sorted(names(scene)) == sorted((BELL, HADDAD, ZHANG, FAROUK))


def requirements_text(scene: Scene, number: RequirementId) -> str:
    return scene.office.requirements.get(number).text


def test_a_closed_search_takes_nobody(scene: Scene) -> None:
    scene.page._desk.bridge.do(partial(searches.close, scene.office, scene.search))

    assert "present-candidate" not in scene.page.commands()
    assert scene.row(BELL).shown.chip[0] == "No answer"


def test_nobody_presented_says_so_and_offers_it(fresh: Scene) -> None:
    assert [each.text() for each in card(fresh).findChildren(Label) if each.isVisible()][-1] == (
        "Nobody was presented yet."
    )
    fresh.press("Add a candidate")
    fresh.write("candidate", "First")
    saved(fresh)

    assert names(fresh) == ["First"]
    assert requirements.agreed_on(fresh.office.requirements.of(fresh.search)) is None


def test_a_name_that_runs_from_the_right_does_not_turn_its_sentence(open_search: Callable[[str], Scene]) -> None:
    scene = open_search("Financial Controller")
    said = [each.text() for each in card(scene).findChildren(Label) if "feedback time" in each.text()]

    assert said == ["\u2068ليلى\u2069’s feedback time"]


def test_the_time_of_an_interview_that_is_booked_is_read_whole(scene: Scene, qtbot: QtBot) -> None:
    scene.row(BELL).wanted.emit("book")
    picker = scene.form().fields["picker"].control

    qtbot.waitUntil(lambda: picker.width() >= picker.sizeHint().width())
