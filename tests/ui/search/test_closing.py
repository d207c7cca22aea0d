"""Closing together in the window: the order is seen, each step asks for its day, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.offers import Step, VerbalAnswer
from app.domain.searches import Stage
from app.services import closing, offers
from app.services.changes import Change
from app.services.reading import undo
from tests.ui.closing_screen import backend, choose_in_menu, placement, row
from ui.desk import Desk, Place
from ui.kit.button import Button
from ui.kit.field import Area, Choice, Line
from ui.kit.press_row import PressRow
from ui.search.closing import ClosingCard

Find = Callable[..., QWidget]


@pytest.fixture
def card(sample_desk: Desk, qtbot: QtBot) -> ClosingCard:
    return shown(sample_desk, qtbot, backend(sample_desk.office))


def shown(desk: Desk, qtbot: QtBot, search: int) -> ClosingCard:
    """The card, read again by what touches it, as the page does."""
    made = ClosingCard(desk, search)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(330, 700)
    made.show()

    def read(change: Change) -> None:
        if {table for table, _row in change.touched} & made.TABLES:
            made.refresh()

    desk.bridge.changed.connect(read)
    return made


def said(card: ClosingCard) -> list[tuple[str, str]]:
    """Its rows as a screen reader says them."""
    rows = [each for each in card.findChildren(PressRow) if each.isVisible()]
    return [(each.accessibleName(), each.accessibleDescription()) for each in rows]


def press(card: ClosingCard, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(row(card, name), Qt.MouseButton.LeftButton)


def button(card: QWidget, words: str) -> Button:
    return next(each for each in card.findChildren(Button) if each.text() == words and each.isVisible())


def save(card: ClosingCard, words: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(card, words), Qt.MouseButton.LeftButton)


def upto_yes(desk: Desk) -> int:
    office = desk.office
    offer = offers.choose(office, office.presentations.of(backend(office))[0].id).id
    offers.terms(office, offer)  # type: ignore[arg-type]
    offers.verbal(office, offer)  # type: ignore[arg-type]
    offers.answer(office, offer, answer=VerbalAnswer.YES)  # type: ignore[arg-type]
    return offer


def test_the_card_is_the_one_of_the_render(card: ClosingCard) -> None:
    assert said(card) == [
        ("Amara chooses", ""), ("Amara hands salary talk to you", "agreed 23 Nov"), ("Verbal offer, by you", ""),
        ("Verbal yes", ""), ("Written offer", "opens after the verbal yes"), ("Signed, then celebrate together", ""),
    ]  # fmt: skip


def test_the_manager_chooses_with_the_keyboard(card: ClosingCard, sample_desk: Desk, qtbot: QtBot, named: Find) -> None:
    chooses = row(card, "Amara chooses")
    chooses.setFocus()
    qtbot.keyClick(chooses, Qt.Key.Key_Space)
    who, day = named(card, Choice, "Whom Amara chose"), named(card, Line, "On which day")
    who.choose(str(sample_desk.office.presentations.of(backend(sample_desk.office))[1].id))
    day.setText("yesterday")
    qtbot.keyClick(day, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert said(card)[0] == ("Amara chose Jon Iversen", "23 Nov")
    assert ("Amara approves the terms", "") in said(card)
    assert sample_desk.office.searches.get(backend(sample_desk.office)).stage is Stage.OFFER
    undo(sample_desk.office)
    assert sample_desk.office.searches.get(backend(sample_desk.office)).stage is Stage.INTERVIEWS


def test_a_step_before_its_turn_offers_to_record_it_anyway(
    card: ClosingCard, sample_desk: Desk, qtbot: QtBot, named: Find
) -> None:
    office = sample_desk.office
    sample_desk.bridge.do(lambda: offers.choose(office, office.presentations.of(backend(office))[0].id))
    press(card, "Written offer", qtbot)
    choose_in_menu(card, "Record anyway")
    save(card, "Record anyway", qtbot)
    assert named(card, Area, "Why it is recorded now").accessibleDescription() == "Please write the reason."

    qtbot.keyClicks(named(card, Area, "Why it is recorded now"), "Their other offer ends tonight")
    save(card, "Record anyway", qtbot)

    _name, more = next(each for each in said(card) if each[0] == "Written offer")
    assert "Recorded anyway: Their other offer ends tonight" in more
    assert office.offer_overrides.where("1")[0].step == Step.WRITTEN


@pytest.mark.parametrize("typed", ["", "never", "tomorrow"])
def test_a_day_that_cannot_be_is_refused_at_its_field(card: ClosingCard, qtbot: QtBot, named: Find, typed: str) -> None:
    press(card, "Amara chooses", qtbot)
    named(card, Line, "On which day").setText(typed)
    save(card, "Record the choice", qtbot)

    assert named(card, Line, "On which day").accessibleDescription()
    assert named(card, Line, "On which day").isVisible()


def test_signed_asks_the_start_and_opens_the_celebration_once(
    card: ClosingCard, sample_desk: Desk, qtbot: QtBot, named: Find
) -> None:
    office, asked = sample_desk.office, []
    sample_desk.asked.connect(asked.append)
    offer = upto_yes(sample_desk)
    sample_desk.bridge.do(lambda: offers.written(office, offer))  # type: ignore[arg-type]
    press(card, "Signed", qtbot)
    start = named(card, Line, "Starts on")
    start.setText("")
    save(card, "Record the signature", qtbot)
    assert start.accessibleDescription().startswith("This day is not understood")

    start.setText("4 jan")
    save(card, "Record the signature", qtbot)
    assert asked == [Place("celebrate", offer)]
    assert said(card)[-1] == ("Signed, then celebrate together", "24 Nov, starts 4 Jan 2027")
    press(card, "Signed", qtbot)
    choose_in_menu(card, "Change it")
    save(card, "Record the signature", qtbot)
    assert asked == [Place("celebrate", offer)]


def test_closing_the_search_is_offered_at_once(card: ClosingCard, sample_desk: Desk, qtbot: QtBot) -> None:
    office, search = sample_desk.office, backend(sample_desk.office)
    offer = upto_yes(sample_desk)
    offers.written(office, offer)  # type: ignore[arg-type]
    sample_desk.bridge.do(lambda: offers.sign(office, offer, start_on=office.today()))  # type: ignore[arg-type]
    save(card, "Close the search as filled", qtbot)

    known = office.searches.get(search)
    assert (known.stage, known.outcome) == (Stage.CLOSED, "Filled")
    assert "Close the search as filled" not in [each.text() for each in card.findChildren(Button) if each.isVisible()]


def test_a_no_needs_its_reason_and_stays_in_sight(
    card: ClosingCard, sample_desk: Desk, qtbot: QtBot, named: Find
) -> None:
    office = sample_desk.office
    offer = upto_yes(sample_desk)
    sample_desk.bridge.do(lambda: offers.take_back(office, offer))  # type: ignore[arg-type]
    press(card, "Verbal yes", qtbot)
    assert not named(card, Area, "Why they declined").isVisible()
    named(card, Choice, "What they said").choose("no")
    save(card, "Record the answer", qtbot)
    assert named(card, Area, "Why they declined").accessibleDescription()

    qtbot.keyClicks(named(card, Area, "Why they declined"), "The commute")
    save(card, "Record the answer", qtbot)

    assert ("Nadine Farouk declined 24 Nov", "The commute.") in said(card)
    assert said(card)[0] == ("Amara chooses", "")
    press(card, "Nadine Farouk declined", qtbot)
    choose_in_menu(card, "Take it back")
    assert said(card)[0][0] == "Amara chose Nadine Farouk"


def test_the_latest_step_is_taken_back_from_its_menu(card: ClosingCard, sample_desk: Desk, qtbot: QtBot) -> None:
    offer = upto_yes(sample_desk)
    card.refresh()
    press(card, "Verbal offer", qtbot)
    menu = next(each for each in card.findChildren(QMenu) if each.isVisible())
    assert "Take it back" not in [each.text() for each in menu.actions()]
    menu.close()

    press(card, "Verbal yes", qtbot)
    choose_in_menu(card, "Take it back")
    assert sample_desk.office.offers.get(offer).verbal_answer is None  # type: ignore[arg-type]


def test_what_is_typed_is_kept_when_another_form_opens(card: ClosingCard, qtbot: QtBot, named: Find) -> None:
    press(card, "Amara chooses", qtbot)
    named(card, Line, "On which day").setText("20 nov")
    press(card, "Amara hands", qtbot)
    choose_in_menu(card, "Change it")
    press(card, "Amara chooses", qtbot)

    assert named(card, Line, "On which day").text() == "20 nov"


def test_without_anybody_presented_a_sentence_says_so(sample_desk: Desk, qtbot: QtBot) -> None:
    office, heard = sample_desk.office, []
    sample_desk.said.connect(lambda words, _undo: heard.append(words))
    empty = next(each for each in office.searches.opened() if not closing.choosable(office, each.id))
    card = shown(sample_desk, qtbot, empty.id)
    press(card, said(card)[0][0], qtbot)

    assert heard == ["Nobody has been presented yet. Present a candidate first."]


def test_celebrating_is_a_command_once_somebody_signed(card: ClosingCard, sample_desk: Desk, qtbot: QtBot) -> None:
    filled = shown(sample_desk, qtbot, sample_desk.office.offers.get(placement(sample_desk.office)).search)
    asked: list[Place] = []
    sample_desk.asked.connect(asked.append)
    filled.commands()["celebrate"]()

    assert card.commands() == {}
    assert asked == [Place("celebrate", placement(sample_desk.office))]
