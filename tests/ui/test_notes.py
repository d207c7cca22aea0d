"""The notes of a manager: listed, written, saved on pause, never lost, and never put into another note."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError, StorageError
from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.services import live, notebook, notes, reading
from app.services.office import Office
from builders import amara
from tests.ui.conftest import gone
from tests.ui.heartbeat import Heartbeat
from ui.actions import Actions
from ui.bridge import Bridge
from ui.desk import Desk
from ui.relationship.notes import saving
from ui.relationship.notes.section import NotesSection
from ui.relationship.notes.sheet import Sheet

AMARA = 4  # in the office of the pictures
W = TypeVar("W", bound=QWidget)
Named = Callable[[QWidget, type[W], str], W]


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause is over soon; nothing else about it changes."""
    monkeypatch.setattr(saving, "DRAFT_MS", 10)
    monkeypatch.setattr(saving, "PAUSE_MS", 40)
    monkeypatch.setattr(saving, "AGAIN_MS", 40)


@pytest.fixture
def manager(office: Office) -> ManagerId:
    """Amara, without a note."""
    return amara(office)


@pytest.fixture
def said(desk: Desk) -> list[tuple[str, bool]]:
    """What the toast says."""
    heard: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, undo: heard.append((words, undo)))
    return heard


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Iterator[Callable[..., NotesSection]]:
    """Shows the section as a window with its commands."""
    windows: list[QWidget] = []

    def shown(over: Desk, manager: int) -> NotesSection:
        section = NotesSection(over, manager)
        holder = QWidget()
        windows.append(holder)
        QVBoxLayout(holder).addWidget(section)
        holder.resize(1028, 640)
        Actions(holder).answer_on_page(section.commands())
        with qtbot.waitActive(holder):
            holder.show()
            holder.activateWindow()
        return section

    yield shown
    for window in windows:
        gone(window)


def sheet_of(section: NotesSection) -> Sheet:
    sheet = section.page.sheet
    assert sheet is not None
    return sheet


def stored(office: Office, note: int) -> tuple[str, str]:
    found = office.notes.get(NoteId(note))
    return found.title, found.body


def steps(office: Office) -> list[str]:
    return [done.label for done in reading.actions(office)]


def settled(qtbot: QtBot, section: NotesSection) -> None:
    qtbot.waitUntil(lambda: not any(sheet.saver.waiting for sheet in section.page.sheets))


def three_notes(office: Office, manager: ManagerId) -> list[int]:
    return [notes.add(office, manager, title=title, body=f"{title} body").id for title in ("one", "two", "three")]


def test_the_office_of_the_pictures_is_shown(show: Callable[..., NotesSection], sample_desk: Desk) -> None:
    section = show(sample_desk, AMARA)

    rows = section.pane.rows
    said = [rows.data(rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]
    assert said[0] == (
        "How Amara decides. Wants the risk named first, then the person. Three CVs is the limit in one go;"
        " a fourth makes Amara stop reading.. Private, Yesterday."
    )
    assert [record.title for record in rows.records] == [
        "How Amara decides", "Calibration 17 Nov", "Why the last hire left", "Market: Rust in London",
        "Working agreement, draft",
    ]  # fmt: skip
    sheet = sheet_of(section)
    assert sheet.title.text() == "How Amara decides"
    assert sheet.source.toPlainText().startswith("Wants the **risk named first**")
    assert section.page.foot.said == "Saved yesterday 16:50"
    assert section.page.access.key == "private"


def test_typing_is_a_draft_at_once_and_one_step_after_a_pause(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = notes.add(desk.office, manager, title="How Amara decides").id
    monkeypatch.setattr(saving, "PAUSE_MS", 400)
    section = show(desk, manager)
    before = steps(desk.office)
    sheet_of(section).source.setFocus()
    for letter in "the risk first":
        QTest.keyClick(sheet_of(section).source, letter)
    qtbot.waitUntil(lambda: live.draft(desk.office, f"note:{note}") == "How Amara decides\nthe risk first")
    assert steps(desk.office) == before
    settled(qtbot, section)

    assert stored(desk.office, note) == ("How Amara decides", "the risk first")
    assert steps(desk.office) == ["Note edited: How Amara decides", *before]
    assert live.draft(desk.office, f"note:{note}") == ""
    assert section.page.foot.said == "Saved 09:10"
    assert section.pane.rows.records[0].first_line == "the risk first"


def test_leaving_the_field_saves(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    note = notes.add(desk.office, manager, title="x").id
    section = show(desk, manager)
    sheet_of(section).source.setFocus()
    QTest.keyClicks(sheet_of(section).source, "kept")
    section.pane.words.setFocus()

    assert stored(desk.office, note) == ("x", "kept")


@pytest.mark.parametrize("leave", ["hide", "settle", "other note", "new note", "close"])
def test_every_way_out_saves(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, leave: str) -> None:
    _one, _two, note = three_notes(desk.office, manager)
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "typed ")
    ways: dict[str, Callable[[], object]] = {
        "hide": section.hide, "settle": section.settle, "other note": lambda: section.pane.listing.select(2),
        "new note": section.new_note, "close": section.window().close,
    }  # fmt: skip
    ways[leave]()

    assert stored(desk.office, note) == ("three", "typed three body")


@pytest.mark.parametrize("seed", [*range(8), *(pytest.param(n, marks=pytest.mark.slow) for n in range(8, 1_000))])
def test_no_text_ever_reaches_another_note(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, seed: int
) -> None:
    chance = random.Random(seed)
    model = {note: stored(desk.office, note)[1] for note in three_notes(desk.office, manager)}
    section = show(desk, manager)
    for step in range(25):
        section.pane.listing.select(chance.randrange(section.pane.rows.rowCount()))
        sheet = sheet_of(section)
        typed = f"<{seed}.{step}>"
        QTest.keyClicks(sheet.source, typed)
        model[sheet.saver.note] = sheet.source.toPlainText()
        assert typed in model[sheet.saver.note]
        match chance.randrange(8):
            case 0:
                section.hide()
                section.show()
            case 1:
                QTest.keySequence(sheet.source, QKeySequence.StandardKey.Undo)
                model[sheet.saver.note] = sheet.source.toPlainText()
            case 2:
                section.pane.words.setFocus()
            case 3:
                desk.bridge.do(lambda sheet=sheet: notes.pin(desk.office, sheet.saver.note))
            case 4:
                notes.edit(desk.office, NoteId(chance.choice(list(model))), pinned=bool(step % 2))
                desk.bridge.look()
    section.settle()

    assert {note: stored(desk.office, note)[1] for note in model} == {
        note: text.strip() for note, text in model.items()
    }


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Saving notes fails, or works again."""
    works = notes.edit

    def switch(on: bool) -> None:
        def fails(*_given: Any, **_named: Any) -> None:
            raise StorageError("The disk is full. Free some space and try again; nothing was changed.")

        monkeypatch.setattr(notes, "edit", fails if on else works)

    return switch


def test_what_cannot_be_saved_stays_and_can_be_copied(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, named: Named[QAbstractButton],
    *, full_disk: Callable[[bool], None],
) -> None:  # fmt: skip
    note = notes.add(desk.office, manager, title="x").id
    other = notes.add(desk.office, manager, title="y", pinned=True).id
    section = show(desk, manager)
    section.show_record("note", note)
    full_disk(True)
    QTest.keyClicks(sheet_of(section).source, "precious")
    qtbot.waitUntil(lambda: section.page.foot.said.startswith("Not saved. The disk is full."))
    QTest.mouseClick(named(section, QAbstractButton, "Copy text"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x\n\nprecious"

    section.show_record("note", other)
    assert not section.page.foot.copy.isVisible()
    section.show_record("note", note)
    assert sheet_of(section).source.toPlainText() == "precious"
    full_disk(False)
    qtbot.waitUntil(lambda: section.page.foot.said == "Saved 09:10")
    assert stored(desk.office, note) == ("x", "precious")
    assert not section.page.foot.copy.isVisible()


def test_what_is_typed_while_a_save_waits_is_saved_next(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
    section = show(desk, manager)
    section.new_note()
    sheet = sheet_of(section)
    with monkeypatch.context() as patch:
        patch.setattr(Bridge, "do", lambda _bridge, *given, **named: waiting.append((given, named)))
        QTest.keyClicks(sheet.title, "New")
        sheet.saver.save()
        QTest.keyClicks(sheet.source, "more, and the tab is closed")
        sheet.saver.save()
        section.window().close()
    assert len(waiting) == 1
    given, answers = waiting.pop()
    desk.bridge.do(*given, **answers)

    found = desk.office.notes.of(manager)
    assert [(note.title, note.body) for note in found] == [("New", "more, and the tab is closed")]


def test_a_refused_text_says_why_and_is_not_tried_forever(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    notes.add(desk.office, manager, title="x")

    def refuses(*_given: Any, **_named: Any) -> None:
        tries.append(1)
        raise InputError("body", "The body is too long: at most 1,000,000 characters.")

    section = show(desk, manager)
    monkeypatch.setattr(notes, "edit", refuses)
    QTest.keyClicks(sheet_of(section).source, "a")
    qtbot.waitUntil(lambda: bool(tries))

    assert section.page.foot.said == "Not saved. The body is too long: at most 1,000,000 characters."
    assert sheet_of(section).saver.waiting
    assert not sheet_of(section).saver._pause.isActive()
    assert len(tries) == 1


def test_a_new_note_is_private_and_kept_with_its_first_words(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, named: Named[QAbstractButton]
) -> None:
    section = show(desk, manager)
    QTest.mouseClick(named(section, QAbstractButton, "New note"), Qt.MouseButton.LeftButton)
    sheet = sheet_of(section)
    assert section.window().focusWidget() is sheet.title
    assert section.page.foot.said == "Not written yet"
    QTest.keyClick(sheet.title, Qt.Key.Key_Return)
    assert section.window().focusWidget() is sheet.source
    QTest.keyClicks(sheet.source, "# Reasons")
    settled(qtbot, section)

    (note,) = desk.office.notes.of(manager)
    assert (note.title, note.body, note.shareable) == ("Reasons", "# Reasons", False)
    assert section.pane.listing.current_id() == note.id
    QTest.keyClicks(sheet.source, " and more")
    settled(qtbot, section)
    assert stored(desk.office, note.id)[1] == "# Reasons and more"
    assert len(desk.office.notes.of(manager)) == 1


def test_a_new_note_left_empty_leaves_nothing(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    three_notes(desk.office, manager)
    section = show(desk, manager)
    section.new_note()
    section.pane.listing.select(1)

    assert len(desk.office.notes.of(manager)) == 3
    assert len(section.page.sheets) == 2
    assert sheet_of(section).title.text() == "two"


def test_without_notes_the_page_says_what_goes_here(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    section = show(desk, manager)
    assert section._stack.currentIndex() == 1
    section.focus_content()
    assert section._first.hasFocus()
    QTest.keyClick(section._first, Qt.Key.Key_Space)
    QTest.keyClicks(sheet_of(section).title, "First")
    settled(qtbot, section)
    assert section._stack.currentIndex() == 0
    desk.bridge.do(lambda: live.undo(desk.office))

    assert section._stack.currentIndex() == 1


@pytest.mark.parametrize("existing", [True, False])
def test_a_killed_run_gives_its_text_back(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, existing: bool
) -> None:
    note = notes.add(desk.office, manager, title="Kept", body="old").id if existing else 0
    desk.bridge.keep_draft(notebook.draft_place(manager, NoteId(note)), "Kept\nold and new\nlines")
    section = show(desk, manager)

    assert sheet_of(section).source.toPlainText() == "old and new\nlines"
    settled(qtbot, section)
    assert [(each.title, each.body) for each in desk.office.notes.of(manager)] == [("Kept", "old and new\nlines")]


def test_undo_in_the_field_is_its_own_and_stays_across_notes_and_saves(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    _one, two, three = three_notes(desk.office, manager)
    section = show(desk, manager)
    source = sheet_of(section).source
    QTest.keyClicks(source, "typed ")
    section.show_record("note", two)
    section.show_record("note", three)
    assert stored(desk.office, three)[1] == "typed three body"
    source.setFocus()
    QTest.keySequence(source, QKeySequence.StandardKey.Undo)
    assert source.toPlainText() == "three body"
    settled(qtbot, section)

    assert stored(desk.office, three)[1] == "three body"


def test_undo_of_the_program_is_shown_and_another_program_too(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    note = notes.add(desk.office, manager, title="x", body="before").id
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "now and ")
    section.settle()
    desk.bridge.do(lambda: live.undo(desk.office))
    assert sheet_of(section).source.toPlainText() == "before"

    QTest.keyClicks(sheet_of(section).source, "mine ")
    desk.bridge.do(lambda: notes.edit(desk.office, NoteId(note), body="theirs", pinned=True))
    assert sheet_of(section).source.toPlainText() == "mine before"
    settled(qtbot, section)
    assert stored(desk.office, note) == ("x", "mine before")
    desk.bridge.do(lambda: notes.edit(desk.office, NoteId(note), body="theirs"))
    assert sheet_of(section).source.toPlainText() == "theirs"


def test_the_switch_says_what_it_means_and_can_be_undone(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]],
    named: Named[QAbstractButton],
) -> None:  # fmt: skip
    note = notes.add(desk.office, manager, title="Rates").id
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "typed")
    QTest.mouseClick(named(section, QAbstractButton, "Shareable"), Qt.MouseButton.LeftButton)
    assert desk.office.notes.get(NoteId(note)).shareable
    assert stored(desk.office, note)[1] == "typed"
    assert said == [("Note shareable: Rates", True)]
    assert section.page.banner._sentence.text() == "You choose when it goes into a summary."
    assert section.pane.rows.records[0].access == "Shareable"
    desk.bridge.do(lambda: live.undo(desk.office))

    assert not desk.office.notes.get(NoteId(note)).shareable
    assert section.page.access.key == "private"
    assert section.page.banner._sentence.text() == "Never in a summary, an email or anything made for others."


def test_a_new_note_can_be_shareable_from_the_start(
    qtbot: QtBot, show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, named: Named[QAbstractButton]
) -> None:
    section = show(desk, manager)
    section.new_note()
    QTest.mouseClick(named(section, QAbstractButton, "Shareable"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(sheet_of(section).title, "Market")
    settled(qtbot, section)

    assert [(note.title, note.shareable) for note in desk.office.notes.of(manager)] == [("Market", True)]


def test_rows_are_pinned_and_deleted_by_key_and_by_pointer(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]]
) -> None:
    one, two, three = three_notes(desk.office, manager)
    section = show(desk, manager)
    listing = section.pane.listing
    listing.setFocus()
    QTest.keyClick(listing, Qt.Key.Key_Down)
    QTest.keyClick(listing, Qt.Key.Key_Space)
    assert [record.id for record in section.pane.rows.records] == [two, three, one]
    assert listing.current_id() == sheet_of(section).saver.note == two
    QTest.keyClick(listing, Qt.Key.Key_Delete)
    assert said == [("Note deleted", True)]
    assert [note.id for note in desk.office.notes.of(manager)] == [three, one]
    assert sheet_of(section).saver.note == listing.current_id() == three

    row = listing.visualRect(section.pane.rows.index(1, 0))
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=listing.bin_box(row).center().toPoint())
    assert [note.id for note in desk.office.notes.of(manager)] == [three]
    desk.bridge.do(lambda: live.undo(desk.office))
    desk.bridge.do(lambda: live.undo(desk.office))
    assert {record.id for record in section.pane.rows.records} == {one, two, three}


def test_deleting_keeps_what_was_just_typed_for_undo(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    *_, note = three_notes(desk.office, manager)
    section = show(desk, manager)
    QTest.keyClicks(sheet_of(section).source, "last words ")
    section.pane.listing.deleted.emit(0)
    desk.bridge.do(lambda: live.undo(desk.office))

    assert stored(desk.office, note)[1] == "last words three body"


def test_finding_narrows_the_list_and_leaves_the_page(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId
) -> None:
    notes.add(desk.office, manager, title="Łukasz", body="on the phone")
    three_notes(desk.office, manager)
    section = show(desk, manager)
    section.commands()["find"]()
    assert section.pane.words.hasFocus()
    QTest.keyClicks(section.pane.words, "lukasz pho")
    assert [record.title for record in section.pane.rows.records] == ["Łukasz"]
    assert sheet_of(section).title.text() == "three"
    QTest.keyClicks(section.pane.words, "xyz")
    assert section.pane._none.isVisible()
    section.pane.words.clear()

    assert section.pane.rows.rowCount() == 4
    assert not section.pane._none.isVisible()


def test_a_long_list_is_read_in_pages(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    for number in range(250):
        notes.add(desk.office, manager, title=f"note {number}")
    section = show(desk, manager)
    assert section.pane.rows.rowCount() == 100
    while section.pane.rows.canFetchMore():
        section.pane.rows.fetchMore()

    assert [record.title for record in section.pane.rows.records] == [f"note {number}" for number in range(249, -1, -1)]


def html(text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    return data


def test_a_copied_page_arrives_as_its_words(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    notes.add(desk.office, manager, title="x")
    source = sheet_of(show(desk, manager)).source
    QGuiApplication.clipboard().setMimeData(html('<p>Two <b>bold</b> words</p><img src="file:///etc/hostname">'))
    QTest.keySequence(source, QKeySequence.StandardKey.Paste)

    assert "Two bold words" in source.toPlainText()
    assert "<" not in source.toPlainText()


def test_too_long_a_text_to_find_is_refused_in_a_sentence(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]]
) -> None:
    three_notes(desk.office, manager)
    section = show(desk, manager)
    section.pane.words.setFocus()
    QGuiApplication.clipboard().setText("x" * 5_000)
    QTest.keySequence(section.pane.words, QKeySequence.StandardKey.Paste)

    assert said == [("This takes at most 2,000 letters. The text is still on the clipboard.", False)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * 999_000, "This has more than 2,000 letters without a space."),
        ("word " * 200_000 + "word", "This takes at most 1,000,000 letters."),
        ("y" * 10_000_000, "This takes at most 1,000,000 letters."),
    ],
)
def test_what_a_note_cannot_hold_stays_on_the_clipboard(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, said: list[tuple[str, bool]],
    *, text: str, says: str,
) -> None:  # fmt: skip
    notes.add(desk.office, manager, title="x", body="before")
    source = sheet_of(show(desk, manager)).source
    QGuiApplication.clipboard().setText(text)
    with Heartbeat() as heart:
        QTest.keySequence(source, QKeySequence.StandardKey.Paste)

    assert source.toPlainText() == "before"
    assert said == [(f"{says} The text is still on the clipboard.", False)]
    assert QGuiApplication.clipboard().text() == text
    assert heart.longest < 200


def test_the_read_view_shows_markdown_and_opens_nothing(
    show: Callable[..., NotesSection], desk: Desk, manager: ManagerId, tmp_path: Any
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"not read")
    body = f"# Head\n**bold** <b>plain</b>\n\n![a]({picture.as_uri()}) ![b](//host/share/x.png)"
    notes.add(desk.office, manager, title="x", body=body)
    section = show(desk, manager)
    sheet_of(section).source.setFocus()
    QTest.keySequence(section.window(), "Ctrl+Shift+R")
    view = sheet_of(section)._read
    assert view is not None
    assert view.isVisible()
    assert view.isReadOnly()
    assert view.toPlainText().startswith("Head\nbold <b>plain</b>")
    loaded = view.document().resource(2, picture.as_uri())
    assert loaded.width() == 1
    sheet_of(section).bold()
    assert sheet_of(section).source.toPlainText() == body
    QTest.keySequence(section.window(), "Ctrl+Shift+R")
    assert sheet_of(section).source.isVisible()
    assert sheet_of(section).source.hasFocus()


def test_the_place_in_a_note_comes_back(show: Callable[..., NotesSection], desk: Desk, manager: ManagerId) -> None:
    note, *_ = three_notes(desk.office, manager)
    notes.edit(desk.office, NoteId(note), body="line\n" * 300)
    first = show(desk, manager)
    first.show_record("note", note)
    first.pane.listing.select(2)
    first.show_record("note", note)
    sheet_of(first).source.verticalScrollBar().setValue(120)
    state = first.state()
    again = show(desk, manager)
    again.restore(state)

    assert state == {"note": note, "scroll": 120, "reading": 0}
    assert sheet_of(again).saver.note == note
    assert sheet_of(again).source.verticalScrollBar().value() == 120


def test_every_control_is_named_and_large_enough(show: Callable[..., NotesSection], sample_desk: Desk) -> None:
    section = show(sample_desk, AMARA)
    controls = [each for each in section.findChildren(QWidget) if isinstance(each, QAbstractButton | QPlainTextEdit)]
    shown = [each for each in controls if each.isVisible()]

    assert len(shown) >= 10
    for each in shown:
        assert each.accessibleName() or getattr(each, "text", str)()
        assert min(each.width(), each.height()) >= 24, each.accessibleName()
    assert section.pane.listing.bin_box(section.pane.listing.visualRect(section.pane.rows.index(0, 0))).width() >= 24
    assert section.childAt(QPoint(5, 5)) is not None
