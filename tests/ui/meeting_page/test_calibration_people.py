"""A calibration call lists who waits and takes the answers; satisfaction is asked where the agenda has it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from app.domain.meetings import MeetingKind
from app.domain.searches import Answer
from app.services import agenda, candidates, meetings, searches
from app.services.calibration_call import calibration_call
from app.services.office import Office
from tests.ui.meeting_page.screen import Scene
from ui.kit.field import Choice, Line
from ui.kit.words import Label
from ui.meeting.calibration import CalibrationPeople
from ui.meeting.satisfaction import MeetingSatisfaction


def shown(office: Office) -> int:
    """Somebody presented for a search of Amara's."""
    search = searches.open_search(office, 1, title="Senior Backend Engineer").id
    return candidates.present(office, search, candidate="Bell, Ottilie").id


def press(scene: Scene, words: str) -> None:
    scene.qtbot.mouseClick(scene.named(scene.page, QPushButton, words), Qt.MouseButton.LeftButton)


def people(scene: Scene) -> Any:
    return scene.page.findChild(CalibrationPeople)


def test_nobody_waits_nothing_is_shown(scene: Scene) -> None:
    assert people(scene).isHidden()
    assert scene.page.findChild(MeetingSatisfaction).isHidden()


def test_who_waits_is_listed_and_answered_in_place(scene: Scene) -> None:
    person = shown(scene.office)
    people(scene).read()
    assert "Bell, Ottilie" in [each.text() for each in people(scene).findChildren(Label)]
    press(scene, "Answer on Bell, Ottilie")
    scene.named(scene.page, Choice, "What they say of Bell, Ottilie").choose("no")
    press(scene, "Save")
    assert "A no needs its reason: what would have made it a yes?" in [
        each.text() for each in people(scene).findChildren(Label) if each.isVisible()
    ]
    scene.qtbot.keyClicks(scene.named(scene.page, Line, "Reason"), "No on-call")
    press(scene, "Save")

    assert scene.office.presentations.get(person).answer is Answer.NO
    assert people(scene).isHidden()


def in_order(scene: Scene, above: str, line: Line, below: str) -> bool:
    """Whether a field stands between the buttons of two people."""
    buttons = [scene.named(scene.page, QPushButton, f"Answer on {each}") for each in (above, below)]
    tops = [each.mapTo(scene.page, QPoint()).y() for each in (buttons[0], line, buttons[1])]
    return tops == sorted(set(tops))


def test_the_form_stands_below_its_person_and_stays_there(scene: Scene) -> None:
    """Also when others write meanwhile; what is typed into it is not lost."""
    shown(scene.office)
    people(scene).read()
    press(scene, "Answer on Bell, Ottilie")
    line = scene.named(scene.page, Line, "Reason")
    scene.qtbot.keyClicks(line, "No on-call")
    for name in ("Adeyemi, Folu", "Zhang, Wei"):
        candidates.present(scene.office, 1, candidate=name)
        people(scene).read()
        scene.qtbot.waitUntil(partial(in_order, scene, "Bell, Ottilie", line, name))

    assert line.text() == "No on-call"


def test_only_a_calibration_call_lists_them(scene: Scene) -> None:
    shown(scene.office)
    other = meetings.plan(scene.office, 1, kind=MeetingKind.STATUS, at=scene.clock.at).id

    assert not calibration_call(scene.office, scene.office.meetings.get(other))
    assert calibration_call(scene.office, scene.office.meetings.get(scene.meeting))


def test_satisfaction_is_asked_where_the_agenda_has_it(scene: Scene) -> None:
    scene.desk.bridge.do(lambda: agenda.add(scene.office, scene.meeting, text=agenda.satisfaction_point()))
    press(scene, "Ask how satisfied they are")
    scene.named(scene.page, Choice, "As a whole, 1 to 5").choose("4")
    press(scene, "Save the answer")
    last = scene.office.satisfactions.last_of(1)

    assert last is not None
    assert (last.score, last.meeting) == (4, scene.meeting)
