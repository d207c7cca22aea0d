"""The meetings of all managers: by day, by pages, with what can be done in their rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QRadioButton, QToolTip
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind, MeetingState
from app.domain.talks import MeetingId
from app.services import diary, live, managers, meetings
from app.services.office import Office
from app.services.proposed_times import slot_words
from builders import amara
from tests.ui.today_screen import choose, press, said
from ui.desk import Desk, Place
from ui.diary.page import DiaryPage
from ui.kit.lines import SIDE
from ui.kit.scrolling import MARGIN
from ui.kit.words import Label


def shown(desk: Desk, qtbot: QtBot) -> DiaryPage:
    page = DiaryPage(desk)
    qtbot.addWidget(page)
    page.resize(1028, 759)
    page.restore({})
    page.show()
    return page


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> DiaryPage:
    return shown(sample_desk, qtbot)


@pytest.fixture
def places(sample_desk: Desk) -> list[Place]:
    asked: list[Place] = []
    sample_desk.asked.connect(asked.append)
    return asked


def plan(office: Office, manager: ManagerId, days: float) -> MeetingId:
    at = office.now() + timedelta(days=days)
    return MeetingId(meetings.plan(office, manager, kind=MeetingKind.STATUS, at=at).id)


def turn(page: DiaryPage, words: str) -> None:
    """Upcoming or past."""
    next(each for each in page.findChildren(QRadioButton) if each.text() == words).click()


def test_what_comes_stands_by_day(page: DiaryPage) -> None:
    assert said(page.listing) == [
        "Today", "10:30, Calibration call, Amara Okonkwo · Senior Backend Engineer · 25 min",
        "14:00, Intake meeting, Tomás Ferreira · 30 min", "Tomorrow",
        "09:00, Offer walk-through, Nokuthula Dube · Head of Quality · 20 min",
        "16:15, Calibration call, 佐藤 美咲 · Clinical Data Manager · 20 min",
    ]  # fmt: skip


def test_what_was_can_be_summed_up(page: DiaryPage, places: list[Place], qtbot: QtBot) -> None:
    turn(page, "Past")
    assert said(page.listing)[:2] == [
        "Tue 17 Nov", "10:30, Calibration call, Amara Okonkwo · Senior Backend Engineer · took 22 min",
    ]  # fmt: skip
    press(page.listing, 1, "Summary", qtbot)
    line = page.listing.line(1)

    assert line is not None
    assert places == [Place("document", line.id)]


def test_the_keyboard_passes_days_by_and_opens(page: DiaryPage, places: list[Place], qtbot: QtBot) -> None:
    page.focus_content()
    assert page.listing.current_row() == 1
    qtbot.keyClick(page.listing, Qt.Key.Key_Down)
    qtbot.keyClick(page.listing, Qt.Key.Key_Down)
    qtbot.keyClick(page.listing, Qt.Key.Key_Return)
    line = page.listing.line(4)

    assert line is not None
    assert places == [Place("manager", line.manager, "meetings", ("meeting", line.id))]


def test_prepare_opens_the_agenda(page: DiaryPage, places: list[Place], qtbot: QtBot) -> None:
    press(page.listing, 2, "Prepare", qtbot)

    assert [place.kind for place in places] == ["meeting"]


@pytest.mark.parametrize(("words", "left"), [("Cancel this meeting", 1), ("Delete", 0)])
def test_a_meeting_is_cancelled_or_deleted_with_undo(
    page: DiaryPage, sample_desk: Desk, sample_office: Office, words: str, left: int
) -> None:
    line = page.listing.line(2)
    assert line is not None
    before = said(page.listing)
    choose(page.listing, 2, words)
    assert before[2] not in said(page.listing)
    assert len(sample_office.meetings.where("t.id = ? AND t.state = 'cancelled'", (line.id,))) == left
    sample_desk.bridge.do(lambda: live.undo(sample_office))

    assert said(page.listing) == before


def test_what_nobody_settled_is_asked_first(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """And answered in its row."""
    meeting = plan(office, amara(office), -1)
    page = shown(desk, qtbot)
    assert said(page.listing) == ["Did it happen?", "09:10, Status call, Amara Okonkwo · 30 min · Mon 23 Nov"]
    press(page.listing, 1, "It was held", qtbot)
    form = page.listing.form
    assert form is not None
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert office.meetings.get(meeting).state is MeetingState.HELD
    assert page.listing.form is None


def test_pages_are_read_as_far_as_they_are_seen(
    desk: Desk, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of the list reads on, and a day that goes on has one heading."""
    monkeypatch.setattr(diary, "PAGE", 20)
    manager = amara(office)
    made = [plan(office, manager, 1 + number / 288) for number in range(50)]
    monkeypatch.setattr(diary.coming, "__kwdefaults__", {"after": None, "limit": 20})
    page = shown(desk, qtbot)
    first = len(page.listing.rows.records)
    page.listing.scrollToBottom()
    while page.listing.rows.canFetchMore():
        page.listing.rows.fetchMore()

    lines = [line.id for at in range(len(page.listing.rows.records)) if (line := page.listing.line(at))]
    assert first < 50
    assert lines == made
    assert said(page.listing).count("Tomorrow") == 1


def test_a_meeting_is_planned_with_anybody(
    page: DiaryPage, sample_office: Office, named: Callable[..., QLineEdit], qtbot: QtBot
) -> None:
    qtbot.mouseClick(named(page, QPushButton, "Plan a meeting"), Qt.MouseButton.LeftButton)
    who = named(page, QComboBox, "With whom")
    who.setCurrentText("Søren Kjær")  # type: ignore[attr-defined]
    qtbot.keyClicks(named(page, QLineEdit, "When"), "fri 14:00")
    qtbot.mouseClick(named(page, QPushButton, "Plan meeting"), Qt.MouseButton.LeftButton)

    planned = sample_office.meetings.next_of(1, sample_office.now())
    assert planned is not None
    assert (planned.planned_at, planned.minutes) == (datetime(2026, 11, 27, 14, tzinfo=UTC), 15)
    assert said(page.listing)[-2:] == ["Fri 27 Nov", "14:00, Calibration call, Søren Kjær · 15 min"]
    points = [each.text for each in sample_office.agenda_items.of(planned.id)]
    assert "Answer what Søren asked about Okoye" in points


def test_somebody_an_undo_took_away_is_refused_in_a_sentence(
    page: DiaryPage, sample_desk: Desk, sample_office: Office, named: Callable[..., QLineEdit], qtbot: QtBot
) -> None:
    managers.add(sample_office, name="Somebody New")
    qtbot.mouseClick(named(page, QPushButton, "Plan a meeting"), Qt.MouseButton.LeftButton)
    named(page, QComboBox, "With whom").setCurrentText("Somebody New")  # type: ignore[attr-defined]
    sample_desk.bridge.do(partial(live.undo, sample_office))
    minutes = named(page, QLineEdit, "Minutes")
    minutes.clear()
    qtbot.keyClicks(minutes, "45")
    qtbot.mouseClick(named(page, QPushButton, "Plan meeting"), Qt.MouseButton.LeftButton)

    sentence = "This hiring manager is not in the office any more."
    qtbot.waitUntil(lambda: sentence in [each.text() for each in page.findChildren(Label) if each.isVisible()])


def test_what_the_terminal_writes_appears(page: DiaryPage, sample_desk: Desk, sample_office: Office) -> None:
    before = [each for each in said(page.listing) if each.endswith("Cancelled")]
    sample_desk.bridge.do(lambda: managers.archive(sample_office, ManagerId(4)))

    assert len([each for each in said(page.listing) if each.endswith("Cancelled")]) == len(before) + 1


def test_it_stands_again_where_it_stood(page: DiaryPage, sample_desk: Desk, qtbot: QtBot) -> None:
    turn(page, "Past")
    page.listing.verticalScrollBar().setValue(300)
    again = DiaryPage(sample_desk)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()
    again.restore(page.state())

    assert again.state() == page.state()
    assert said(again.listing) == said(page.listing)


def test_nothing_yet(desk: Desk, qtbot: QtBot) -> None:
    """Also the form says what is missing first."""
    told: list[str] = []
    desk.said.connect(lambda words, _undo: told.append(words))
    page = shown(desk, qtbot)
    page.plan()

    assert not page.listing.isVisible()
    assert told == ["There is nobody to meet yet. Add a hiring manager first."]


def test_a_summary_is_expected_where_the_keyboard_is(page: DiaryPage, sample_desk: Desk) -> None:
    expected: list[Place] = []
    sample_desk.expected.connect(expected.append)
    page.listing.select(1)
    assert expected == []
    turn(page, "Past")
    page.listing.select(1)
    line = page.listing.line(1)

    assert line is not None
    assert expected == [Place("document", line.id)]


def test_those_invited_are_told_of_a_move(page: DiaryPage, sample_office: Office, qtbot: QtBot) -> None:
    choose(page.listing, 1, "Send the invitation")
    click_form(page, "I sent it", qtbot)
    invited = sample_office.meetings.get(page.listing.line(1).id)
    meetings.edit(sample_office, invited.id, minutes=45)
    page.read()
    assert said(page.listing)[1].endswith("45 min, Change not sent")
    press(page.listing, 1, "Send the change", qtbot)
    click_form(page, "I sent it", qtbot)

    assert sample_office.meetings.get(invited.id).invited_as == 1
    assert said(page.listing)[1].endswith("45 min, Invited")


def click_form(page: DiaryPage, name: str, qtbot: QtBot) -> None:
    """Press a button of the form that is open in a row."""
    form = page.forms.form
    assert form is not None
    button = next(each for each in form.findChildren(QPushButton) if each.text() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_time_that_suits_both_is_offered_for_whom_it_is(page: DiaryPage, sample_office: Office, qtbot: QtBot) -> None:
    page.plan()
    names = [each.text() for each in page.findChildren(QPushButton) if "Nov" in each.text()]
    qtbot.mouseClick(next(each for each in page.findChildren(QPushButton) if each.text() == names[1]),
                     Qt.MouseButton.LeftButton)  # fmt: skip
    qtbot.mouseClick(next(each for each in page.findChildren(QPushButton) if each.text() == "Plan meeting"),
                     Qt.MouseButton.LeftButton)  # fmt: skip
    made = max(sample_office.meetings.where("t.state = 'planned'"), key=lambda each: each.id)

    assert slot_words(sample_office, made.planned_at) == names[1]


def test_rows_stay_where_they_are_when_there_are_more_than_are_seen(page: DiaryPage, qtbot: QtBot) -> None:
    """The scroll bar stands in the margin: the rows end where what stands over them ends, in a low window too."""
    before = page.listing.viewport().width()
    page.resize(page.width(), 240)
    qtbot.waitUntil(lambda: page.listing.verticalScrollBar().maximum() > 0)

    assert page.listing.viewport().width() == before
    assert page.listing.viewport().mapTo(page, QPoint(before, 0)).x() == page.width() - MARGIN + SIDE


@pytest.mark.parametrize(("width", "said"), [(380, "Amara Okonkwo · Senior Backend Engineer · 25 min"), (1028, "")])
def test_what_is_cut_in_a_row_is_said_where_the_pointer_rests(page: DiaryPage, width: int, said: str) -> None:
    page.resize(width, 700)
    page.layout().activate()
    view, at = page.listing, page.listing.visualRect(page.listing.model().index(1, 0)).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))

    assert QToolTip.text() == said
