"""Today: what stands there, what a key or a click on a row does, and what is there when nothing is due."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.services import follow_ups, live, managers
from app.services.office import Office
from builders import amara
from tests.ui.today_screen import part, press, said, shown
from ui.desk import Desk, Place
from ui.kit.listing import Listing
from ui.kit.words import Label
from ui.today.listing import LineList
from ui.today.page import TodayPage


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> TodayPage:
    return shown(sample_desk, qtbot)


ROWS = {
    "Keep today": [
        "Send salary benchmark for plant electricians, Łukasz Wiśniewski · Plant Electrician, 2 days late",
        "Share the revised job ad, Δήμητρα Παππά · Charge Nurse, 1 day late",
        "Confirm panel times with both finalists, Amara Okonkwo · Senior Backend Engineer, Today",
        "Prepare intake questions, Tomás Ferreira, Today",
    ],
    "Waiting on them": [
        "Feedback on 4 CVs, agreed within 2 working days, Søren Kjær · Grid Operations Lead, 5 days late",
        "Feedback on 3 CVs: 1 of 3 received, Amara Okonkwo · Senior Backend Engineer, due 09:30",
        "Approve the salary band, \u2068ليلى منصور\u2069 · Financial Controller, Tomorrow",
    ],
    "Reach out": [
        "Søren Kjær, 23 days since you last spoke · agreed every 14",
        "Łukasz Wiśniewski, 18 days since you last spoke · agreed every 14",
        "Δήμητρα Παππά, 16 days since you last spoke · agreed every 10",
    ],
    "Next meetings": [
        "10:30, Calibration call, Amara Okonkwo · 25 min",
        "14:00, Intake meeting, Tomás Ferreira · 30 min",
    ],
    "Next meetings, Tomorrow": [
        "09:00, Offer walk-through, Nokuthula Dube · 20 min",
        "16:15, Calibration call, 佐藤 美咲 · 20 min",
    ],
}


@pytest.mark.parametrize("name", ROWS)
def test_the_day_of_the_pictures(page: TodayPage, name: str) -> None:
    assert said(part(page, name)) == ROWS[name]


def test_space_ticks_a_follow_up_with_undo(
    page: TodayPage, sample_desk: Desk, sample_office: Office, qtbot: QtBot
) -> None:
    """The row stays a moment with its circle filled, then goes; undo brings it back."""
    toasts: list[tuple[str, bool]] = []
    sample_desk.said.connect(lambda words, undo: toasts.append((words, undo)))
    keep = part(page, "Keep today")
    keep.setFocus()
    keep.select(0)
    line = keep.lines.records[0]
    qtbot.keyClick(keep, Qt.Key.Key_Space)

    assert sample_office.follow_ups.get(line.id).done_at is not None
    assert toasts == [("Done: Send salary benchmark for plant electricians", True)]
    assert keep.lines.ticked == line
    qtbot.waitUntil(lambda: line not in keep.lines.records)
    sample_desk.bridge.do(lambda: live.undo(sample_office))
    assert line in keep.lines.records


def test_a_click_on_the_circle_ticks(page: TodayPage, sample_office: Office, qtbot: QtBot) -> None:
    keep = part(page, "Keep today")
    line = keep.lines.records[1]
    qtbot.mouseClick(keep.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 75))

    assert line.record == "follow_up"
    assert sample_office.follow_ups.get(line.id).done_at is not None


def test_enter_leads_to_the_thing_itself(page: TodayPage, sample_desk: Desk, qtbot: QtBot) -> None:
    """The person's tab, the right section, the entry."""
    places: list[Place] = []
    sample_desk.asked.connect(places.append)
    for name, section in (("Keep today", "log"), ("Waiting on them", "expectations"), ("Next meetings", "meetings")):
        listing = part(page, name)
        listing.setFocus()
        listing.select(0)
        qtbot.keyClick(listing, Qt.Key.Key_Return)
        line = listing.lines.records[0]
        assert places[-1] == Place("manager", line.manager, section, (line.record, line.id))


def test_log_opens_quick_add_of_that_person(page: TodayPage, sample_desk: Desk, qtbot: QtBot) -> None:
    asked: list[object] = []
    sample_desk.asked.connect(asked.append)
    sample_desk.commanded.connect(asked.append)
    press(part(page, "Reach out"), 1, "Log", qtbot)

    assert asked == [Place("manager", 2, "log"), "log"]


def test_prepare_opens_the_agenda(page: TodayPage, sample_desk: Desk, qtbot: QtBot) -> None:
    places: list[Place] = []
    sample_desk.asked.connect(places.append)
    meetings = part(page, "Next meetings")
    press(meetings, 0, "Prepare", qtbot)

    assert places == [Place("meeting", meetings.lines.records[0].id)]


def test_never_more_than_five_people_at_first(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """The rest comes when asked, and the keyboard goes to the first new row."""
    for number in range(8):
        made = managers.add(office, name=f"Person {number}", cadence_days=7)
        follow_ups.add(office, ManagerId(made.id), text=f"Thing {number}", due=office.today())
    page = shown(desk, qtbot)
    keep = part(page, "Keep today")
    more = next(b for b in page.findChildren(QPushButton) if b.text() == "Show 3 more" and b.isVisible())
    assert len(said(keep)) == 5

    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    assert len(said(keep)) == 8
    assert keep.current_row() == 5
    assert not more.isVisible()


def test_a_person_appears_once_until_asked_for_the_rest(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """The oldest thing stands for the others; the count beside the title is of things."""
    manager = amara(office)
    for days in range(3):
        follow_ups.add(office, manager, text=f"Thing {days}", due=office.today() - timedelta(days=days))
    page = shown(desk, qtbot)
    keep = part(page, "Keep today")
    assert said(keep) == ["Thing 2, Amara Okonkwo, 2 days late"]
    assert "3" in texts(page)

    press(keep, 0, "2 more", qtbot)

    assert [words.partition(",")[0] for words in said(keep)] == ["Thing 2", "Thing 1", "Thing 0"]
    assert keep.current_row() == 1


def texts(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_nothing_is_due(desk: Desk, office: Office, qtbot: QtBot) -> None:
    amara(office)
    page = shown(desk, qtbot)

    assert {"Tuesday, 24 November", "All quiet.", "Nothing is due"} <= set(texts(page))
    assert not any(listing.isVisible() for listing in page.findChildren(LineList))


def test_what_is_written_elsewhere_appears(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """A follow-up added in a person's tab stands here at once."""
    manager = amara(office)
    page = shown(desk, qtbot)
    desk.bridge.do(lambda: follow_ups.add(office, manager, text="Send dates", due=office.today()))

    assert said(part(page, "Keep today")) == ["Send dates, Amara Okonkwo, Today"]
    assert "One promise is due today." in texts(page)


def test_who_is_paused_is_not_there(page: TodayPage, sample_desk: Desk, sample_office: Office) -> None:
    sample_desk.bridge.do(lambda: managers.pause(sample_office, ManagerId(1)))

    assert all("Søren" not in words for words in said(part(page, "Reach out")))


def test_who_was_archived_stays_to_be_read(page: TodayPage, sample_desk: Desk, sample_office: Office) -> None:
    """The row says so, offers nothing, and is gone the next time the page is shown."""
    keep = part(page, "Keep today")
    before, at = said(keep), 0
    line = keep.lines.records[at]
    sample_desk.bridge.do(lambda: managers.archive(sample_office, ManagerId(line.manager)))

    assert said(keep) == [f"{line.title}, Łukasz Wiśniewski · archived", *before[1:]]
    assert keep.lines.records[at].actions == keep.lines.records[at].extras == ()
    keep.ticked.emit(at)
    assert sample_office.follow_ups.get(line.id).done_at is None
    page.hide()
    page.show()
    assert said(keep) == before[1:]


def test_a_narrow_window_puts_the_meetings_below(sample_desk: Desk, qtbot: QtBot) -> None:
    page = shown(sample_desk, qtbot, width=640)
    keep, meetings = part(page, "Keep today"), part(page, "Next meetings")

    qtbot.waitUntil(lambda: meetings.mapTo(page, QPoint()).y() > keep.mapTo(page, QPoint()).y() + keep.height())


def test_yesterdays_meeting_asks_whether_it_happened(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """No takes it off the list, with Undo."""
    from app.domain.meetings import MeetingKind
    from app.services import meetings

    manager = amara(office)
    meetings.plan(office, manager, kind=MeetingKind.STATUS, at=office.now() - timedelta(days=1))
    page = shown(desk, qtbot)
    asked = part(page, "Did it happen?")
    assert said(asked) == ["Status call, Amara Okonkwo · Yesterday 09:10"]

    press(asked, 0, "No", qtbot)

    assert said(asked) == []


def balance(page: TodayPage, qtbot: QtBot) -> Listing:
    """The list of the card, which is read after the first picture."""
    qtbot.waitUntil(lambda: bool(balances(page)))
    return balances(page)[0]


def balances(page: TodayPage) -> list[Listing]:
    return [each for each in page.findChildren(Listing) if each.accessibleName() == "Balance of each relationship"]


def test_the_balance_is_said_in_counts(page: TodayPage, qtbot: QtBot) -> None:
    """No percentage; the word of the glyph stands beside the facts."""
    rows = said(balance(page, qtbot))

    assert len(rows) == 9
    assert rows[0] == "Søren Kjær: you kept 14 of 15, they kept 3 of 12 in the last 90 days. One-sided"
    assert rows[-1] == "Tomás Ferreira: no history yet. New"


def test_a_balance_leads_to_the_person(page: TodayPage, sample_desk: Desk, qtbot: QtBot) -> None:
    places: list[Place] = []
    sample_desk.asked.connect(places.append)
    listing = balance(page, qtbot)
    listing.setFocus()
    qtbot.keyClick(listing, Qt.Key.Key_Return)

    assert places == [Place("manager", 1)]


def test_a_day_with_nothing_due_stays_empty(page: TodayPage, desk: Desk, office: Office, qtbot: QtBot) -> None:
    """The balance is there again with the first thing that is due."""
    manager = amara(office)
    quiet = shown(desk, qtbot)
    balance(page, qtbot)
    assert balances(quiet) == []
    desk.bridge.do(lambda: follow_ups.add(office, manager, text="Send dates", due=office.today()))

    assert balance(quiet, qtbot).isVisible()
    desk.bridge.do(lambda: live.undo(office))
    assert not balances(quiet)[0].isVisible()


def test_ten_balances_at_first(desk: Desk, office: Office, qtbot: QtBot) -> None:
    for number in range(13):
        managers.add(office, name=f"Person {number:02}")
    follow_ups.add(office, ManagerId(1), text="Send dates", due=office.today())
    page = shown(desk, qtbot)
    listing = balance(page, qtbot)
    more = next(b for b in page.findChildren(QPushButton) if b.text() == "Show 3 more" and b.isVisible())
    assert len(said(listing)) == 10

    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    assert len(said(listing)) == 13
    assert listing.current_row() == 10


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Look back on the week", Place("meetings", section="past")),
        ("Plan a catch-up", Place("manager", 1, "meetings")),
    ],
)
def test_a_quiet_day_offers_something(desk: Desk, office: Office, qtbot: QtBot, words: str, place: Place) -> None:
    amara(office)
    page = shown(desk, qtbot)
    places: list[Place] = []
    desk.asked.connect(places.append)
    button = next(each for each in page.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert places == [place]
