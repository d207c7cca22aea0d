"""What takes words on Today: a reminder, an invitation, a later day, and whether a meeting happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.channels import Channel
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind, MeetingState
from app.domain.talks import MeetingId, Owner, Talk
from app.services import follow_ups, live, meetings
from app.services.office import Office
from builders import amara
from tests.ui.today_screen import choose, part, press, said, shown
from ui.desk import Desk
from ui.today.page import TodayPage

SOREN = ManagerId(1)
NUDGE = """Hello Søren, I hope your week is going well.
One thing is still open for Grid Operations Lead: “Feedback on 4 CVs, agreed within 2 working days”, \
which was due on Tue 17 Nov.
When do you think you will get to it, and can I make it easier for you?"""


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> TodayPage:
    return shown(sample_desk, qtbot)


@pytest.fixture
def toasts(sample_desk: Desk) -> list[tuple[str, bool]]:
    """What was said, and whether with Undo."""
    heard: list[tuple[str, bool]] = []
    sample_desk.said.connect(lambda words, undo: heard.append((words, undo)))
    return heard


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links handed to the system, which takes them all."""
    links: list[str] = []

    def take(url: QUrl) -> bool:
        links.append(url.toEncoded().data().decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return links


def talks_of(office: Office) -> list[Talk]:
    """What was talked with Søren, newest first."""
    return office.talks.where("t.manager = ?", (SOREN,), then="ORDER BY t.at DESC, t.id DESC")


def click(page: TodayPage, words: str, qtbot: QtBot) -> None:
    """Click a visible button by its words."""
    button = next(each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words_of(page: TodayPage) -> QPlainTextEdit:
    return next(each for each in page.findChildren(QPlainTextEdit) if each.isVisible())


def test_a_nudge_is_logged_when_it_was_sent(
    page: TodayPage, sample_office: Office, toasts: list[tuple[str, bool]], opened: list[str], qtbot: QtBot
) -> None:
    """A draft that can be changed, handed to the mail program, and logged with its words; Undo takes it back."""
    before = talks_of(sample_office)
    press(part(page, "Waiting on them"), 0, "Nudge", qtbot)
    assert words_of(page).toPlainText() == NUDGE
    words_of(page).setPlainText("Any news?")
    click(page, "Email", qtbot)
    click(page, "I sent it", qtbot)

    logged = next(each for each in talks_of(sample_office) if each not in before)
    assert opened[0].startswith("mailto:soren.kjaer@fjordlys.example?subject=Feedback%20on%204%20CVs")
    assert opened[0].endswith("&body=Any%20news%3F")
    assert (logged.channel, logged.text.splitlines()[1:]) == (Channel.EMAIL, ["Any news?"])
    assert toasts == [("Reminder to Søren Kjær logged", True)]
    assert not any(each.isVisible() for each in page.findChildren(QPlainTextEdit))
    live.undo(sample_office)
    assert talks_of(sample_office) == before


def test_copied_words_are_a_message(page: TodayPage, sample_office: Office, qtbot: QtBot) -> None:
    press(part(page, "Waiting on them"), 0, "Nudge", qtbot)
    click(page, "Copy", qtbot)
    click(page, "I sent it", qtbot)

    assert QGuiApplication.clipboard().text() == NUDGE
    assert talks_of(sample_office)[0].channel is Channel.MESSAGE


def test_without_a_mail_program_the_words_are_copied(
    page: TodayPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press(part(page, "Waiting on them"), 0, "Nudge", qtbot)
    click(page, "Email", qtbot)

    assert QGuiApplication.clipboard().text() == NUDGE
    assert any(
        each.text() == "No mail app answered. The text is copied." for each in page.findChildren(type(page._lead))
    )


def test_a_nudged_follow_up_says_when(desk: Desk, office: Office, qtbot: QtBot) -> None:
    manager = amara(office)
    follow_ups.add(office, manager, text="Send the band", due=office.today(), owner=Owner.THEM)
    page = shown(desk, qtbot)
    press(part(page, "Waiting on them"), 0, "Nudge", qtbot)
    click(page, "I sent it", qtbot)

    assert said(part(page, "Waiting on them")) == ["Send the band, Amara Okonkwo · reminded Tue 24 Nov, Today"]


def test_what_is_typed_in_a_nudge_is_kept(page: TodayPage, sample_desk: Desk, qtbot: QtBot) -> None:
    """Esc gives it up; another page, or the end of the program, keeps it."""
    waiting = part(page, "Waiting on them")
    press(waiting, 0, "Nudge", qtbot)
    words_of(page).setPlainText("Half a thought")
    press(waiting, 1, "Nudge", qtbot)
    press(waiting, 0, "Nudge", qtbot)
    assert words_of(page).toPlainText() == "Half a thought"
    qtbot.keyClick(words_of(page), Qt.Key.Key_Escape)
    press(waiting, 0, "Nudge", qtbot)

    assert words_of(page).toPlainText() == NUDGE


def test_a_call_is_planned_in_one_press(
    page: TodayPage, sample_office: Office, toasts: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    reach = part(page, "Reach out")
    press(reach, 1, "Plan a call", qtbot)
    assert words_of(page).toPlainText().splitlines()[0] == "Hello Łukasz,"
    click(page, "Plan Thu 26 Nov 13:00", qtbot)

    planned = sample_office.meetings.next_of(2, sample_office.now())
    assert planned is not None
    assert (planned.planned_at, planned.minutes) == (datetime(2026, 11, 26, 13, tzinfo=UTC), 20)
    assert toasts == [("Status call with Łukasz Wiśniewski planned", True)]


LATER = {
    "Tomorrow, Wed 25 Nov": timedelta(days=1), "In 3 days, Fri 27 Nov": timedelta(days=3),
    "Next Monday, Mon 30 Nov": timedelta(days=6),
}  # fmt: skip


@pytest.mark.parametrize("words", LATER)
def test_a_follow_up_is_put_off(page: TodayPage, sample_desk: Desk, sample_office: Office, words: str) -> None:
    """Its row goes, with Undo; when it was due stays."""
    keep = part(page, "Keep today")
    line = keep.lines.records[0]
    before = sample_office.follow_ups.get(line.id)
    choose(keep, 0, words)

    known = sample_office.follow_ups.get(line.id)
    assert (known.snoozed_to, known.due) == (sample_office.today() + LATER[words], before.due)
    assert line.id not in [each.id for each in keep.lines.records]
    sample_desk.bridge.do(lambda: live.undo(sample_office))
    assert keep.lines.records[0] == line


@pytest.mark.parametrize(("typed", "day"), [("fri", "2026-11-27"), ("3 dec", "2026-12-03"), ("some day", "")])
def test_a_follow_up_is_put_off_to_any_day(
    page: TodayPage, sample_office: Office, qtbot: QtBot, typed: str, day: str
) -> None:
    """A day that is none is refused under the field."""
    keep = part(page, "Keep today")
    line = keep.lines.records[0]
    choose(keep, 0, "Another day")
    field = next(each for each in page.findChildren(QLineEdit) if each.isVisible())
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    known = sample_office.follow_ups.get(line.id)
    assert (known.snoozed_to.isoformat() if known.snoozed_to else "") == day
    assert field.wrong is not bool(day)  # type: ignore[attr-defined]


def test_a_promise_is_not_put_off(page: TodayPage) -> None:
    """It is renegotiated, which takes two."""
    line = part(page, "Waiting on them").lines.records[0]

    assert line.record == "expectation"
    assert [action.key for action in line.extras] == ["tick"]


@pytest.fixture
def unsettled(office: Office) -> MeetingId:
    """A meeting of yesterday of which nobody said whether it happened."""
    made = meetings.plan(office, amara(office), kind=MeetingKind.STATUS, at=office.now() - timedelta(days=1))
    return MeetingId(made.id)


def test_a_meeting_was_held_as_long_as_it_took(
    desk: Desk, office: Office, unsettled: MeetingId, named: Callable[..., QLineEdit], qtbot: QtBot
) -> None:
    """Its times are asked for; the length is never invented."""
    page = shown(desk, qtbot)
    press(part(page, "Did it happen?"), 0, "It was held", qtbot)
    assert office.meetings.get(unsettled).state is MeetingState.PLANNED
    named(page, QLineEdit, "Ended at").setText("09:21")
    click(page, "It happened", qtbot)

    known = office.meetings.get(unsettled)
    assert known.ended_at is not None
    assert (known.state, known.length(known.ended_at)) == (MeetingState.HELD, timedelta(minutes=11))


def test_a_meeting_was_moved(
    desk: Desk, office: Office, unsettled: MeetingId, named: Callable[..., QLineEdit], qtbot: QtBot
) -> None:
    page = shown(desk, qtbot)
    press(part(page, "Did it happen?"), 0, "Moved", qtbot)
    field = named(page, QLineEdit, "When")
    qtbot.keyClicks(field, "fri 14:00")
    click(page, "Move it", qtbot)

    assert office.meetings.get(unsettled).planned_at == datetime(2026, 11, 27, 14, tzinfo=UTC)
    assert said(part(page, "Did it happen?")) == []


def test_a_form_waits_with_the_day_until_it_is_closed(
    desk: Desk, office: Office, unsettled: MeetingId, qtbot: QtBot
) -> None:
    """What the terminal writes meanwhile appears when the form is gone."""
    page = shown(desk, qtbot)
    asked = part(page, "Did it happen?")
    press(asked, 0, "It was held", qtbot)
    desk.bridge.do(lambda: follow_ups.add(office, ManagerId(1), text="Send dates", due=office.today()))
    assert said(part(page, "Keep today")) == []
    assert asked.form is not None
    qtbot.keyClick(asked.form, Qt.Key.Key_Escape)

    assert said(part(page, "Keep today")) == ["Send dates, Amara Okonkwo, Today"]


def test_a_link_cannot_start_another_header(opened: list[str]) -> None:
    from app.services.letters import Letter, mail_link

    link = mail_link(Letter("a@b.example", "A", "One\r\nBcc: x@y.example", "Line & one?\nLine two"))
    QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))

    assert opened == [
        "mailto:a@b.example?subject=One%20Bcc%3A%20x%40y.example&body=Line%20%26%20one%3F%0D%0ALine%20two"
    ]
