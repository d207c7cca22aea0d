"""The last person in the role, alternatives and market facts, with real clicks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.requirements import AskedBy, RequirementKind, RequirementSource
from app.domain.role import AlternativeAnswer
from app.services import market
from tests.ui.search.conftest import Scene, menu_choice

LEFT = "A research role, seven months in."
FOUR_DAYS = "Four days a week, if on-call is covered"
FACT = "Median ask 94k, accepted 91k"


def deed(scene: Scene, line: str, wish: str) -> None:
    """Press what a line shows while the keyboard is on it."""
    row = scene.row(line)
    row.setFocus()
    button = row.findChild(QAbstractButton, wish)
    assert button is not None
    button.click()


def test_what_nobody_asked_says_so_and_is_added(fresh: Scene) -> None:
    fresh.press("Add the answer: Why did they leave?")
    fresh.write("why_left", "Nights")
    fresh.save()

    known = fresh.office.predecessors.of(fresh.search)
    assert known is not None
    assert known.why_left == "Nights"
    assert fresh.row("Nights").shown.over == "Why did they leave?"


def test_an_answer_is_a_must_have_by_one_press(fresh: Scene) -> None:
    fresh.press("Add the answer: What would make it better?")
    fresh.write("better", "A second person on call")
    fresh.save()
    deed(fresh, "A second person on call", "requirement")

    must = [each for each in fresh.office.requirements.of(fresh.search) if each.kind is RequirementKind.MUST]
    assert (must[-1].text, must[-1].source) == ("A second person on call", RequirementSource.PREDECESSOR)


def test_after_agreement_the_press_asks_who_wanted_it(scene: Scene) -> None:
    deed(scene, LEFT, "requirement")
    scene.write("text", "Wants to stay two years")
    scene.choose("asked_by", "them")
    scene.save()

    changes = scene.office.requirement_changes.of(scene.search)
    assert [(each.now, each.asked_by) for each in changes] == [("Wants to stay two years", AskedBy.THEM)]


def test_an_answer_is_the_probe_of_a_must_have(scene: Scene) -> None:
    deed(scene, LEFT, "probe")
    menu_choice(scene.page, "Probe for: Distributed")

    probed = [each.probe for each in scene.office.requirements.of(scene.search) if each.probe]
    assert probed == [LEFT]


def test_the_own_reading_is_only_seen_when_asked_for(scene: Scene) -> None:
    known = scene.office.predecessors.of(scene.search)
    assert known is not None
    assert known.reading
    assert known.reading not in scene.words()
    scene.press("Your own reading (private)")
    scene.write("reading", "They were bored")
    scene.save()

    again = scene.office.predecessors.of(scene.search)
    assert again is not None
    assert again.reading == "They were bored"


def test_what_makes_them_tick_belongs_to_the_person(scene: Scene) -> None:
    row = scene.row("Calm people. Reads everything, dislikes surprises.")
    assert "private" in row.accessibleName()
    scene.click(row.shown.text)
    scene.write("tick", "Calm people")
    scene.save()

    manager = scene.office.searches.get(scene.search).manager
    assert scene.office.managers.get(manager).tick == "Calm people"
    assert "Calm people" in scene.words()


def test_an_alternative_gets_its_answer(scene: Scene) -> None:
    scene.click(FOUR_DAYS)
    scene.write("effect", "twice the pool")
    scene.choose("answer", "later")
    scene.write("on_day", "20 Nov")
    scene.save()

    known = next(each for each in scene.office.alternatives.of(scene.search) if each.text == FOUR_DAYS)
    assert (known.effect, known.answer) == ("twice the pool", AlternativeAnswer.LATER)
    assert scene.row(FOUR_DAYS).shown.chip[0] == "Later, 20 Nov"


def test_the_menu_takes_the_answer_of_today(scene: Scene) -> None:
    deed(scene, FOUR_DAYS, "menu")
    menu_choice(scene.row(FOUR_DAYS), "They say: Yes")

    assert scene.row(FOUR_DAYS).shown.chip == ("Yes, 24 Nov", "kept")


def test_alternatives_are_added_moved_and_deleted(scene: Scene) -> None:
    scene.press("Add an alternative")
    scene.write("text", "Somebody from another country")
    scene.save()
    scene.key("Somebody from another country", Qt.Key.Key_Up, control=True)
    scene.key(FOUR_DAYS, Qt.Key.Key_Delete)

    assert [each.text for each in scene.office.alternatives.of(scene.search)][1:] == ["Somebody from another country"]


def test_a_fact_is_written_and_shown(scene: Scene) -> None:
    scene.press("Add a market fact")
    scene.write("text", "Nine of ten want two days at home")
    scene.write("source", "own outreach")
    scene.save()
    scene.press("Shown to Amara today")

    facts = scene.office.market_facts.of(scene.search)
    assert facts[-1].shown_on == scene.office.today()
    assert "Nine of ten want two days at home" in scene.words()


def test_a_fact_without_a_source_is_refused(scene: Scene) -> None:
    scene.click(FACT)
    scene.write("source", "")
    scene.save()

    assert scene.form().fields["source"].control.accessibleDescription()


def test_a_fact_goes_by_its_key(scene: Scene) -> None:
    scene.key(FACT, Qt.Key.Key_Delete)

    assert FACT not in scene.words()
    assert scene.said == [("Market fact deleted", True)]


def test_the_form_of_a_fact_stands_where_the_fact_stood(scene: Scene, qtbot: QtBot) -> None:
    """On a line of its own; what follows the fact follows the form."""
    row, others = scene.row(FACT), [each.text for each in scene.office.market_facts.of(scene.search)]
    others.remove(FACT)
    scene.click(FACT)

    assert row.isHidden()
    qtbot.waitUntil(lambda: scene.form().y() >= row.y() and scene.form().width() > 2 * row.width())
    qtbot.waitUntil(lambda: not any(scene.form().geometry().intersects(scene.row(each).geometry()) for each in others))
    QTest.keyClick(scene.form().focusWidget(), Qt.Key.Key_Escape)
    assert (scene.row(FACT).isVisible(), scene.row(FACT).hasFocus(), scene.forms()) == (True, True, 0)


def test_a_fact_that_goes_while_it_is_edited_leaves_what_is_typed(scene: Scene) -> None:
    scene.click(FACT)
    scene.write("text", "Typed meanwhile")
    fact = next(each for each in scene.office.market_facts.of(scene.search) if each.text == FACT)
    scene.page._desk.bridge.do(partial(market.delete, scene.office, fact.id))

    assert scene.form().fields["text"].control.text() == "Typed meanwhile"
    assert FACT not in scene.words()
