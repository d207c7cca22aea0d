"""The questions of the intake, on the page of their search."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.search.conftest import Scene, menu_choice, undo
from ui.search.line_row import LineRow
from ui.search.questions import QuestionsCard


def shown(scene: Scene) -> list[tuple[str, str]]:
    rows = scene.page.findChild(QuestionsCard).findChildren(LineRow)
    return [(each.shown.text, each.shown.second) for each in rows if each.isVisible()]


def ask(scene: Scene, text: str) -> None:
    scene.press("Add a question")
    scene.write("text", text)
    scene.save()


def test_what_was_not_asked_stands_before_what_was(scene: Scene) -> None:
    first, *others = shown(scene)

    assert first[1] == "Not asked yet"
    assert len(others) == 5
    assert all(answer not in ("", "Not asked yet") for _question, answer in others)


def test_an_answer_closes_the_gap_and_undo_opens_it_again(scene: Scene) -> None:
    gap = shown(scene)[0]
    scene.click(gap[0])
    scene.write("answer", "The head of finance")
    scene.save()

    assert (gap[0], "The head of finance") in shown(scene)
    assert gap not in shown(scene)
    assert scene.said == [(f"Answer written: {gap[0]}", True)]
    undo(scene)
    assert shown(scene)[0] == gap


def test_a_question_that_was_not_asked_after_all_is_a_gap_again(scene: Scene) -> None:
    question, _answer = shown(scene)[-1]
    row = scene.row(question)
    row._menu().popup(row.mapToGlobal(row.rect().center()))
    menu_choice(row, "It was not asked")

    assert (question, "Not asked yet") in shown(scene)


def test_one_more_is_kept_to_ask_and_deleted(fresh: Scene) -> None:
    assert shown(fresh) == []
    ask(fresh, "Who approves the budget?")
    fresh.key("Who approves the budget?", Qt.Key.Key_Delete)

    assert [words for words, _undo in fresh.said] == ["To ask: Who approves the budget?", "Question deleted"]
    assert shown(fresh) == []


def test_a_question_without_words_is_refused_where_it_is_wrong(fresh: Scene) -> None:
    ask(fresh, " ")

    assert fresh.forms() == 1
    assert fresh.form().fields["text"].control.accessibleDescription()
    assert fresh.office.questions.of(fresh.search) == []
