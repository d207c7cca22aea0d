"""What every test of the document window begins with: the latest meeting of the pictures, and its page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.domain.talks import MeetingId
from app.services.office import Office
from tests.ui.document.screen import Opener, opened
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def office(sample_office: Office) -> Office:
    return sample_office


@pytest.fixture
def meeting(office: Office) -> MeetingId:
    latest = office.meetings.latest()
    assert latest is not None
    return latest.id


@pytest.fixture
def window(sample_desk: Desk, meeting: MeetingId, qtbot: QtBot) -> DocumentWindow:
    return opened(DocumentWindow(sample_desk, Place("document", meeting)), qtbot)
