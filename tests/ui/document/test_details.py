"""Whose name stands on paper is asked once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.talks import MeetingId
from app.services.preferences import set_setting
from tests.ui.document.screen import Named, drawn, opened, press, settled
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow
from ui.kit.field import Line


def test_details_are_asked_once(desk: Desk, sample_desk: Desk, meeting: MeetingId, named: Named, qtbot: QtBot) -> None:
    office = sample_desk.office
    for key in ("name", "firm"):
        set_setting(office, key=key, value="")
    window = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)
    named(window, Line, "Your name").setText("Noor Haddad")
    named(window, Line, "Your firm").setText("Haddad Search")
    press(window, named, "Put it on paper", qtbot)
    settled(window, qtbot)

    assert (office.settings.name, office.settings.firm) == ("Noor Haddad", "Haddad Search")
    assert drawn(window).summary.firm == "Haddad Search"
    assert not named(window, Line, "Your name").isVisible()


def test_details_that_were_skipped_are_not_asked_again(
    sample_desk: Desk, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    for key in ("name", "firm"):
        set_setting(sample_desk.office, key=key, value="")
    first = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)
    press(first, named, "Skip", qtbot)
    second = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)

    assert not named(first, Line, "Your name").isVisible()
    assert [each for each in second.findChildren(Line) if each.accessibleName() == "Your name"] == []


def test_details_half_typed_outlive_a_kill(sample_desk: Desk, meeting: MeetingId, named: Named, qtbot: QtBot) -> None:
    for key in ("name", "firm"):
        set_setting(sample_desk.office, key=key, value="")
    first = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)
    qtbot.keyClicks(named(first, Line, "Your name"), "Noor Had")
    qtbot.waitUntil(lambda: "Noor Had" in sample_desk.bridge.draft("own-details/fields"), timeout=1_000)
    second = opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)

    assert named(second, Line, "Your name").text() == "Noor Had"
    press(second, named, "Skip", qtbot)
    assert sample_desk.bridge.draft("own-details/fields") == ""
