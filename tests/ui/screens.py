"""Every screen of the program, and how a person comes to it: the table behind the walks, the photographs, the typing.

A new screen is covered by all of them once it has a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget

from app.domain.expectations import ExpectationId
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.talks import FollowUpId, MeetingId
from app.services import expectations, follow_ups, meetings, searches, talks, templates, today
from app.services.documents import issue_summary
from app.services.office import Office
from app.services.preferences import set_setting
from app.words import _
from tests.ui import candidate_screen, closing_screen, intake_screen
from tests.ui.conftest import gone
from tests.ui.waiting import wait_whole
from ui.desk import Place
from ui.document.window import DocumentWindow
from ui.kit.field import Check
from ui.kit.line_list import LineListing
from ui.places import makers
from ui.search.line_row import LineRow
from ui.window import Window

Step = Callable[[Window], object]
NARROW = (996, 700)
SEARCH = "Senior Backend Engineer"


class Screen(NamedTuple):
    """A screen: its name, how to come to it, the office it needs, the window's size."""

    name: str
    steps: tuple[Step, ...]
    empty: bool = False
    size: tuple[int, int] = (1280, 800)
    top: str = ""


def amara(office: Office) -> ManagerId:
    """The manager of the renders."""
    return ManagerId(office.managers.named("Amara Okonkwo")[0].id)


def at(kind: str, section: str = "") -> Step:
    """Go to a place; a manager is Amara, a search the one whose title begins so, or hers."""

    def go(window: Window) -> None:
        who = amara(window.desk.office) if kind in ("manager", "search") else 0
        if kind == "search":
            who = next(
                each.id for each in window.desk.office.searches.where("1") if each.title.startswith(section or SEARCH)
            )
        window.open(Place(kind, who, section))
        wait_whole(window)

    return go


def run(name: str) -> Step:
    """Run a command, as its key does."""
    return lambda window: window.run(name)


def press(key: Qt.Key) -> Step:
    """Press a key where the keyboard is."""
    return lambda window: QTest.keyClick(window.focusWidget() or window, key)


def press_button(name: str) -> Step:
    """Press the button that is called so."""

    def press(window: Window) -> None:
        wait_whole(window)
        next(each for each in window.findChildren(QPushButton) if each.text() == _(name) and each.isVisible()).click()

    return press


def write(words: str) -> Step:
    """Type where the keyboard is."""
    return lambda window: QTest.keyClicks(window.focusWidget(), words)


def press_called(name: str) -> Step:
    """Press the button that our own code calls so, in whichever language."""

    def press(window: Window) -> None:
        wait_whole(window)
        button = window.findChild(QPushButton, name)
        assert button is not None
        button.click()

    return press


def edit_line(text: str) -> Step:
    """Edit the line of a card that says so."""

    def edit(window: Window) -> None:
        wait_whole(window)
        row = next(each for each in window.findChildren(LineRow) if each.shown.text == text)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_F2)

    return edit


def new_search(window: Window) -> None:
    """A search of Amara's that was opened just now."""
    searches.open_search(window.desk.office, amara(window.desk.office), title="Platform Lead")


def own_template(kind: str) -> Step:
    """A copy of the template of a kind."""

    def copy(window: Window) -> None:
        window.bridge.do(partial(templates.copy, window.desk.office, kind=kind, name="Our own"))

    return copy


def edit_own(window: Window) -> None:
    """Change the template that is one's own."""
    button = window.findChild(QPushButton, "edit")
    assert button is not None
    button.click()


def held(office: Office) -> MeetingId:
    """The newest meeting that was held with Amara."""
    latest = office.meetings.latest()
    assert latest is not None
    return MeetingId(latest.id)


def kept(window: Window) -> None:
    """What an editor of a killed window left."""
    number = amara(window.desk.office)
    window.desk.bridge.keep_draft(f"manager:{number}:details", '{"title": "VP Engineering and more"}')


def kept_promise(window: Window) -> None:
    """What the form of a new promise was left with."""
    place = f"promise/{amara(window.desk.office)}"
    window.desk.bridge.keep_draft(place, "mine 0 proposed")
    window.desk.bridge.keep_draft(f"{place}/mine", '{"both": "1", "statement": "Name a date"}')


def kept_fields(window: Window) -> None:
    """What the fields of a talk were left with."""
    place = talks.draft_place(amara(window.desk.office))
    window.desk.bridge.keep_draft(f"{place}/fields", '{"at": "half past", "text": "Panel of two"}')


def meeting(window: Window) -> None:
    """A calibration call that has just begun."""
    made = meetings.start_now(window.desk.office, amara(window.desk.office), kind=MeetingKind.CALIBRATION)
    window.open(Place("meeting", made.id))
    wait_whole(window)


def document(window: Window) -> None:
    """The preview of a summary."""
    set_setting(window.desk.office, key="name", value="Robin Vale")
    window.open(Place("document", held(window.desk.office)))


def brief(window: Window) -> None:
    """The preview of a search's brief."""
    set_setting(window.desk.office, key="name", value="Robin Vale")
    at("search", SEARCH)(window)
    window.run("document")


def sheet(window: Window) -> None:
    """The preview of an agreement sheet, with what is to be discussed."""
    for key, value in (("name", "Robin Vale"), ("firm", "Vale Search")):
        set_setting(window.desk.office, key=key, value=value)
    at("manager", "expectations")(window)
    window.run("agreement-sheet")
    asked = next(each for each in window.findChildren(DocumentWindow) if each.isVisible())
    next(each for each in asked.findChildren(Check) if not each.isChecked()).click()


def first_document(window: Window) -> None:
    """The preview of the first summary, which asks whose name stands on paper."""
    window.open(Place("document", held(window.desk.office)))


def issued(window: Window) -> None:
    """A document as it was issued."""
    set_setting(window.desk.office, key="name", value="Robin Vale")
    window.open(Place("issued", issue_summary(window.desk.office, held_record(window.desk.office))[1].id))


def held_record(office: Office) -> object:
    """The newest meeting held, whole."""
    return office.meetings.latest()


def do_first(part: str, key: str) -> Step:
    """Do something with the first row of a part of Today, as its button or menu does."""

    def do(window: Window) -> None:
        listing = next(each for each in window.findChildren(LineListing) if each.accessibleName() == _(part))
        listing.acted.emit(listing.line(0), key)

    return do


def all_done(window: Window) -> None:
    """Everything that was due is done, and everybody has heard from you."""
    office = window.desk.office
    found = today.today(office)
    for item in (*found.keep, *found.waiting):
        if item.record == "follow_up":
            window.bridge.do(partial(follow_ups.done, office, FollowUpId(item.id)))
        else:
            window.bridge.do(partial(expectations.close, office, ExpectationId(item.id)))
    for reach in found.reach:
        window.bridge.do(partial(talks.log, office, reach.manager.id, "call 20m: all is well"))


def look(person: str) -> Step:
    """An honest look at somebody, over what is shown."""

    def show(window: Window) -> None:
        window.open(Place("look", window.desk.office.managers.named(person)[0].id))

    return show


def manager_of(person: str) -> Step:
    """Go to the overview of somebody."""

    def go(window: Window) -> None:
        window.open(Place("manager", window.desk.office.managers.named(person)[0].id, "overview"))

    return go


def choose(part: str) -> Step:
    """Choose among radio buttons, by the beginning of what a screen reader says."""

    def press(window: Window) -> None:
        wait_whole(window)
        next(each for each in window.findChildren(QRadioButton) if each.accessibleName().startswith(_(part))).click()

    return press


SCREENS = (
    Screen("first run", (at("today"),), empty=True),
    Screen("today", (at("today"),)),
    Screen("narrow today", (at("today"),), size=(960, 640)),
    Screen("nothing is due", (all_done, at("today"))),
    Screen("nudge", (at("today"), do_first("Waiting on them", "nudge"))),
    Screen("plan a call", (at("today"), do_first("Reach out", "plan"))),
    Screen("put off", (at("today"), do_first("Keep today", "later"))),
    Screen("meetings of all", (at("meetings"),)),
    Screen("past meetings of all", (at("meetings", "past"),)),
    Screen("plan with anybody", (at("meetings"), run("plan-meeting"))),
    Screen("searches of all", (at("searches"),)),
    Screen("search", (at("search", SEARCH),), size=(1440, 900)),
    Screen("narrow search", (at("search", SEARCH),), size=NARROW),
    Screen("edit a search", (at("search", SEARCH), run("edit-search"))),
    Screen("close a search", (at("search", SEARCH), press_called("stage-closed"))),
    Screen("search empty", (new_search, at("search", "Platform Lead"))),
    Screen("search with drift", (at("search", "Plant"), press_called("drift"))),
    Screen("change a must-have", (at("search", SEARCH), edit_line("Distributed systems design"))),
    Screen("answer an alternative", (at("search", SEARCH), edit_line("Four days a week, if on-call is covered"))),
    Screen("write a market fact", (at("search", SEARCH), edit_line("Median ask 94k, accepted 91k"))),
    Screen("what went wrong", (at("search", "Staff"), press_called("add-went_wrong"))),
    Screen("present a candidate", (at("search"), run("present-candidate"))),
    Screen("answer on a candidate", (at("search"), candidate_screen.edit_line("Bell, Ottilie"))),
    Screen("interview with a candidate", (at("search"), candidate_screen.wish("Bell, Ottilie", "interview"))),
    Screen(
        "when a candidate was told",
        (candidate_screen.tell("Farouk, Nadine"), at("search"), candidate_screen.wish("Farouk, Nadine", "told-when")),
    ),
    Screen("step of the process", (at("search"), candidate_screen.edit_line("Two-person panel"))),
    Screen("sourcing channel", (at("search"), candidate_screen.edit_line("Own network"))),
    Screen("question of the intake", (at("search"), edit_line("How will the team welcome them?"))),
    Screen("stalled search", (candidate_screen.open_stalled,)),
    Screen("overview", (at("manager", "overview"),)),
    Screen("another word", (at("manager", "overview"), press_button("Set another word"))),
    Screen("briefing", (at("manager", "overview"), run("briefing"))),
    Screen("narrow overview", (at("manager", "overview"),), size=NARROW),
    Screen("narrow", (at("manager", "expectations"),), size=NARROW),
    Screen("new relationship", (at("new"),)),
    Screen("edit relationship", (at("manager", "expectations"), run("edit-manager"))),
    Screen("satisfaction", (manager_of("Søren Kjær"),)),
    Screen("ask how satisfied", (manager_of("Tomás Ferreira"), press_button("Ask now"))),
    Screen("honest look", (at("today"), look("Søren Kjær"))),
    Screen(
        "let go", (at("today"), look("Søren Kjær"), choose("Let go, with thanks"), press_button("Write the message"))
    ),
    Screen("archive", (at("manager", "expectations"), run("archive-manager"))),
    Screen("kept from before", (at("manager", "expectations"), kept, run("edit-manager"))),
    Screen("promise kept from before", (kept_promise, at("manager", "expectations"))),
    Screen("fields kept from before", (kept_fields, at("manager", "log"))),
    Screen("expectations", (at("manager", "expectations"),)),
    Screen("agreement", (at("manager", "expectations"), run("agreement"))),
    Screen("mine to keep", (at("manager", "expectations"), run("add-mine"))),
    Screen("theirs to keep", (at("manager", "expectations"), run("add-theirs"))),
    Screen("log", (at("manager", "log"),)),
    Screen("log a talk", (at("manager", "log"), run("log"), write("call 25m: agreed to widen the band !fri send CVs"))),
    Screen("log as fields", (at("manager", "log"), run("log"), write("call 25m: hello"), press(Qt.Key.Key_Tab))),
    Screen("find in the log", (at("manager", "log"), run("find"))),
    Screen("notes", (at("manager", "notes"),)),
    Screen("new note", (at("manager", "notes"), run("new-note"))),
    Screen("searches", (at("manager", "searches"),)),
    Screen("open a search", (at("manager", "searches"), run("open-search"))),
    Screen("meetings", (at("manager", "meetings"),)),
    Screen("plan a meeting", (at("manager", "meetings"), run("plan-meeting"))),
    Screen("meeting", (meeting,)),
    Screen("intake meeting", (intake_screen.intake,)),
    Screen("gap asked in an intake", (intake_screen.intake, intake_screen.press_gap)),
    Screen("answer of an intake", (intake_screen.intake, intake_screen.press_asked)),
    Screen("narrow intake meeting", (intake_screen.intake,), size=NARROW),
    Screen("plan an intake", (intake_screen.plan_intake,)),
    Screen("invite to an intake", (intake_screen.invite,)),
    Screen("meetings that changed", (intake_screen.moved,)),
    Screen("briefing in a meeting", (meeting, run("briefing"))),
    Screen("summary", (document,), top="document"),
    Screen("first summary", (first_document,), top="document"),
    Screen("issued", (issued,), top="document"),
    Screen("search brief", (brief,), top="document"),
    Screen("agreement sheet", (sheet,), top="document"),
    Screen("choose a candidate", (at("search"), closing_screen.press_step("Amara"))),
    Screen("record anyway", (closing_screen.choose_finalist, at("search"), closing_screen.record_anyway)),
    Screen("search filled", (closing_screen.open_filled,)),
    Screen("celebrate", (at("today"), closing_screen.celebrate)),
    Screen("celebrate at another time", (at("today"), closing_screen.celebrate, press_button("Change"))),
    Screen("thank-you", (at("today"), closing_screen.celebrate, press_button("Write a thank-you note"))),
    Screen("settings", (at("settings"),)),
    Screen("own templates", (own_template("agenda.intake"), at("settings"), edit_own)),
    Screen("own clauses", (own_template("clauses"), at("settings"), edit_own)),
    Screen("own agreement", (own_template("agreement"), at("settings"), edit_own)),
    Screen("keyboard map", (at("today"), run("keys"))),
    Screen("palette", (at("manager", "log"), run("palette"))),
    Screen("palette with finds", (at("manager", "log"), run("palette"), write("amara"))),
    Screen("palette without finds", (at("today"), run("palette"), write("zzqx"))),
)


@contextmanager
def on_screen(screen: Screen, office: Office) -> Iterator[QWidget]:
    """The window at this screen; the document's own window where the screen is one."""
    window = Window(office, makers(), sample=office.is_sample)
    try:
        window.resize(*screen.size)
        window.show()
        window.activateWindow()
        for step in screen.steps:
            step(window)
        yield _top(screen, window)
    finally:
        for other in [each for each in QApplication.topLevelWidgets() if each.objectName() == "document"]:
            other.close()
            gone(other)
        window.close()
        gone(window)


def trouble(folder: Path) -> QWidget:
    """The page that stands where no office can be opened."""
    from ui.trouble.page import TroublePage

    return TroublePage("The office’s file is damaged. Nothing was changed. Put a copy of it back.", folder)


def _top(screen: Screen, window: Window) -> QWidget:
    if not screen.top:
        return window
    return next(each for each in QApplication.topLevelWidgets() if each.objectName() == screen.top)
