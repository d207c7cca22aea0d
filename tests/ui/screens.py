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
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.domain.expectations import ExpectationId
from app.domain.managers import ManagerId
from app.domain.meetings import MeetingKind
from app.domain.talks import FollowUpId, MeetingId
from app.services import expectations, follow_ups, meetings, talks, today
from app.services.documents import issue_summary
from app.services.office import Office
from app.services.preferences import set_setting
from tests.ui.conftest import gone
from ui.desk import Place
from ui.kit.line_list import LineListing
from ui.program import makers
from ui.window import Window

Step = Callable[[Window], object]
NARROW = (996, 700)


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
    """Go to a place; a manager is Amara."""

    def go(window: Window) -> None:
        who = amara(window.desk.office) if kind == "manager" else 0
        window.open(Place(kind, who, section))

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
        next(each for each in window.findChildren(QPushButton) if each.text() == name and each.isVisible()).click()

    return press


def write(words: str) -> Step:
    """Type where the keyboard is."""
    return lambda window: QTest.keyClicks(window.focusWidget(), words)


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


def document(window: Window) -> None:
    """The preview of a summary."""
    set_setting(window.desk.office, key="name", value="Robin Vale")
    window.open(Place("document", held(window.desk.office)))


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
        listing = next(each for each in window.findChildren(LineListing) if each.accessibleName() == part)
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
    Screen("overview", (at("manager", "overview"),)),
    Screen("another word", (at("manager", "overview"), press_button("Set another word"))),
    Screen("briefing", (at("manager", "overview"), run("briefing"))),
    Screen("narrow overview", (at("manager", "overview"),), size=NARROW),
    Screen("narrow", (at("manager", "expectations"),), size=NARROW),
    Screen("new relationship", (at("new"),)),
    Screen("edit relationship", (at("manager", "expectations"), run("edit-manager"))),
    Screen("archive", (at("manager", "expectations"), run("archive-manager"))),
    Screen("kept from before", (at("manager", "expectations"), kept, run("edit-manager"))),
    Screen("promise kept from before", (kept_promise, at("manager", "expectations"))),
    Screen("fields kept from before", (kept_fields, at("manager", "log"))),
    Screen("expectations", (at("manager", "expectations"),)),
    Screen("mine to keep", (at("manager", "expectations"), run("add-mine"))),
    Screen("theirs to keep", (at("manager", "expectations"), run("add-theirs"))),
    Screen("log", (at("manager", "log"),)),
    Screen("log a talk", (at("manager", "log"), run("log"), write("call 25m: agreed to widen the band !fri send CVs"))),
    Screen("log as fields", (at("manager", "log"), run("log"), write("call 25m: hello"), press(Qt.Key.Key_Tab))),
    Screen("find in the log", (at("manager", "log"), run("find"))),
    Screen("notes", (at("manager", "notes"),)),
    Screen("new note", (at("manager", "notes"), run("new-note"))),
    Screen("meetings", (at("manager", "meetings"),)),
    Screen("plan a meeting", (at("manager", "meetings"), run("plan-meeting"))),
    Screen("meeting", (meeting,)),
    Screen("summary", (document,), top="document"),
    Screen("first summary", (first_document,), top="document"),
    Screen("issued", (issued,), top="document"),
    Screen("settings", (at("settings"),)),
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

    return TroublePage("The office's file is damaged. Nothing was changed; put a copy of it back.", folder)


def _top(screen: Screen, window: Window) -> QWidget:
    if not screen.top:
        return window
    return next(each for each in QApplication.topLevelWidgets() if each.objectName() == screen.top)
