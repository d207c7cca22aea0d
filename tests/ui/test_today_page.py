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
from ui.desk import Desk, Place
from ui.kit.words import Label
from ui.today.lines import Line
from ui.today.listing import LineList, buttons
from ui.today.page import TodayPage


def shown(desk: Desk, qtbot: QtBot, width: int = 1028) -> TodayPage:
    """The page after its first picture."""
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 759)
    page.show()
    qtbot.waitUntil(lambda: page.findChild(Label, "day-sentence").text() != "")
    return page


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> TodayPage:
    return shown(sample_desk, qtbot)


def part(page: TodayPage, name: str) -> LineList:
    """The list of one part, by its accessible name."""
    return next(each for each in page.findChildren(LineList) if each.accessibleName() == name)


def said(listing: LineList) -> list[str]:
    """Its rows as a screen reader says them."""
    model, role = listing.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]


def press(listing: LineList, row: int, words: str, qtbot: QtBot) -> None:
    """Click a button of a row where it is drawn."""
    line: Line = listing.lines.records[row]
    box = listing.visualRect(listing.model().index(row, 0)).toRectF()
    place = next(place for action, place in buttons(line, box) if action.words == words)
    qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())


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
        "Approve the salary band, ليلى منصور · Financial Controller, Tomorrow",
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


@pytest.mark.parametrize(("words", "command"), [("Log", "log"), ("Plan a call", "plan-meeting")])
def test_reach_out_does_what_its_buttons_say(
    page: TodayPage, sample_desk: Desk, qtbot: QtBot, words: str, command: str
) -> None:
    asked: list[object] = []
    sample_desk.asked.connect(asked.append)
    sample_desk.commanded.connect(asked.append)
    press(part(page, "Reach out"), 1, words, qtbot)

    assert asked == [Place("manager", 2, "log"), command]


def test_never_more_than_five_rows_at_first(desk: Desk, office: Office, qtbot: QtBot) -> None:
    """The rest comes when asked, and the keyboard goes to the first new row."""
    amara(office)
    for number in range(8):
        follow_ups.add(office, ManagerId(1), text=f"Thing {number}", due=office.today())
    page = shown(desk, qtbot)
    keep = part(page, "Keep today")
    more = next(b for b in page.findChildren(QPushButton) if b.text() == "Show 3 more" and b.isVisible())
    assert len(said(keep)) == 5

    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    assert len(said(keep)) == 8
    assert keep.current_row() == 5
    assert not more.isVisible()


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
