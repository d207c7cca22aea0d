"""Documents as they went out: listed, opened once, and said when they are gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.managers import ManagerId
from app.domain.talks import MeetingId
from app.services import documents, managers, meetings
from app.services.office import Office
from tests.ui.document.screen import Named, last, opened, settled
from ui.desk import Desk, Place
from ui.document.window import DocumentWindow, document_window
from ui.kit.button import Button
from ui.kit.field import Check
from ui.relationship.documents import IssuedList


def test_an_issued_document_is_shown_as_it_went_out(
    sample_desk: Desk, office: Office, meeting: MeetingId, named: Named, qtbot: QtBot
) -> None:
    made, change = documents.issue_summary(office, office.meetings.get(meeting))
    meetings.say_in_short(office, meeting, text="Something else by now")
    window = opened(DocumentWindow(sample_desk, Place("issued", change.id)), qtbot)

    assert last(window).pressed.data == made.data
    assert window.findChildren(Check) == []
    assert window.findChildren(QPlainTextEdit) == []
    before = len(office.issued.of(office.meetings.get(meeting).manager))
    settled(window, qtbot)
    assert len(office.issued.of(office.meetings.get(meeting).manager)) == before


@pytest.mark.parametrize(("gone", "sentence"), [(True, "is gone. Make it again"), (False, "not in the office")])
def test_a_document_that_is_gone_is_said(
    sample_desk: Desk, office: Office, meeting: MeetingId, gone: bool, sentence: str
) -> None:
    _made, change = documents.issue_summary(office, office.meetings.get(meeting))
    for path in (office.folder / "documents").glob("*.pdf"):
        path.unlink()
    window = DocumentWindow(sample_desk, Place("issued", change.id if gone else 999_999))

    assert sentence in window.view.sentence
    assert [
        each.text() for each in window.sending.findChildren(Button) if each.isEnabled() and "…" in each.text()
    ] == []
    window.sending.save()
    assert window.findChildren(QFileDialog) == []
    window.close()


def test_the_list_of_issued_documents_opens_one(
    sample_desk: Desk, office: Office, meeting: MeetingId, qtbot: QtBot
) -> None:
    manager = office.meetings.get(meeting).manager
    listed = IssuedList(sample_desk, manager)
    qtbot.addWidget(listed)
    before = listed.listing.model().rowCount()
    made = documents.make_summary(office, office.meetings.get(meeting))
    sample_desk.bridge.do(lambda: documents.keep_summary(office, office.meetings.get(meeting), made))
    listed.resize(500, 400)
    listed.show()
    model = listed.listing.model()
    assert model.rowCount() == before + 1
    words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Calibration call: Senior Backend Engineer, Tue 24 Nov · 1 page"
    listed.listing.select(0)
    with qtbot.waitSignal(sample_desk.asked) as asked:
        qtbot.keyClick(listed.listing, Qt.Key.Key_Return)

    assert asked.args[0].kind == "issued"
    assert office.issued.get(asked.args[0].id).meeting == meeting


def test_a_manager_without_documents_has_no_list(desk: Desk, qtbot: QtBot) -> None:
    manager = ManagerId(managers.add(desk.office, name="Nobody Yet").id)
    listed = IssuedList(desk, manager)
    qtbot.addWidget(listed)

    assert listed.isHidden()


def test_a_document_is_open_once(sample_desk: Desk, meeting: MeetingId, qtbot: QtBot) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    first = document_window(sample_desk, Place("document", meeting), main)
    first.show()

    assert document_window(sample_desk, Place("document", meeting), main) is first
    assert document_window(sample_desk, Place("issued", meeting), main) is not first
    settled(first, qtbot)
