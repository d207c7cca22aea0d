"""What the preview window is given: counts, what stays out, the page as pixels, the letter and its draft."""

from __future__ import annotations

import hashlib
import os
import time
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from app.domain.channels import Channel
from app.domain.errors import InputError, NotFoundError, StorageError
from app.domain.issued import IssuedDocumentId
from app.domain.managers import ManagerId
from app.domain.meetings import CaptureKind
from app.domain.talks import MeetingId
from app.services import documents, ending, managers, meetings, notes, preferences, preview, reading, talks
from app.services.office import Office
from app.services.summaries import Part
from app.settings import Paper
from tests.builders import Clock, amara, memory_office, running_meeting

MANAGER, MEETING = ManagerId(1), MeetingId(1)
CAUGHT = (
    (CaptureKind.DECISION, "Two people"), (CaptureKind.DECISION, "Rust is a nice-to-have"),
    (CaptureKind.I_WILL, "Send a note every Friday\nIn the inbox before 17:00"),
    (CaptureKind.THEY_WILL, "Name the panel"), (CaptureKind.NOTE, "Start in January"),
    (CaptureKind.PRIVATE, "Sounded tired"),
)  # fmt: skip


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    """An office with one meeting that was held, a bit of everything in it."""
    made = memory_office(tmp_path, clock)
    meeting = running_meeting(made, amara(made))
    for kind, text in CAUGHT:
        meetings.capture(made, meeting, kind=kind, text=text, promise=text.startswith("Send"))
    clock.pass_by(minutes=25)
    ending.end(made, meeting)
    return made


def pressed_of(office: Office, *without: Part, paper: Paper = Paper.A4) -> preview.Pressed:
    return preview.press(preview.offer(office, MEETING).summary, without, paper)


def issue(office: Office) -> IssuedDocumentId:
    _made, change = documents.issue_summary(office, office.meetings.get(MEETING))
    return IssuedDocumentId(change.id)


def test_an_offer_counts_what_is_there_and_leaves_out_what_is_not(office: Office) -> None:
    offer = preview.offer(office, MEETING)

    assert offer.counts == {Part.DECISIONS: 2, Part.KEEPS: 1, Part.STEPS: 1, Part.NOTES: 1}
    assert (offer.called, offer.file_name) == ("Calibration call, Tue 24 Nov", "2026-11-24 Calibration, Okonkwo.pdf")
    assert offer.paper is Paper.A4


def test_what_stays_out_is_counted_wherever_it_lies(office: Office) -> None:
    assert preview.offer(office, MEETING).private == 1
    notes.add(office, MANAGER, title="Mood", body="Tired of searching", meeting=MEETING)
    notes.add(office, MANAGER, title="For both", shareable=True, meeting=MEETING)
    notes.add(office, MANAGER, title="Elsewhere")
    assert preview.offer(office, MEETING).private == 2
    [talk] = office.talks.where("t.meeting = ?", (MEETING,))
    talks.edit(office, talk.id, private="Would take a call from a rival")

    offer = preview.offer(office, MEETING)

    assert offer.private == 3
    assert "tired" not in repr(offer.summary).lower()


def test_a_meeting_that_was_not_held_has_no_offer(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    meeting = running_meeting(office, amara(office))

    with pytest.raises(InputError, match="has not been held yet"):
        preview.offer(office, meeting)
    with pytest.raises(NotFoundError):
        preview.offer(office, MeetingId(99))


@pytest.mark.parametrize("part", [Part.DECISIONS, Part.KEEPS, Part.STEPS, Part.NOTES])
def test_a_page_without_a_part_is_the_page_that_the_terminal_makes(office: Office, part: Part) -> None:
    whole, less = pressed_of(office), pressed_of(office, part)
    made = documents.make_summary(office, office.meetings.get(MEETING), without=[part])

    assert less.data == made.data
    assert less.data != whole.data


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_pages_are_pixels_of_the_chosen_paper(office: Office, paper: Paper, points: tuple[int, int]) -> None:
    pressed = pressed_of(office, paper=paper)
    picture = preview.picture(pressed.data, 0, 0.5)

    assert [(round(width), round(height)) for width, height in pressed.sizes] == [points]
    assert abs(picture.width - points[0] / 2) <= 1
    assert len(picture.rgba) == 4 * picture.width * picture.height
    assert preview.opened(pressed.data).sizes == pressed.sizes


@pytest.mark.parametrize(("words", "lines"), [("", 0), ("Two people.", 1), ("word " * 60, 5), ("a\nb\nc\nd\ne", 5)])
def test_the_first_lines_are_counted_as_paper_breaks_them(office: Office, words: str, lines: int) -> None:
    summary = preview.in_short(preview.offer(office, MEETING).summary, words)

    assert preview.press(summary, (), Paper.A4).lines_in_short == lines


def test_what_no_font_has_is_named(office: Office) -> None:
    summary = preview.in_short(preview.offer(office, MEETING).summary, "Signed ሀ and 王小明")

    assert preview.press(summary, (), Paper.A4).uncovered == ("U+1200",)


def test_documents_are_listed_newest_first_page_by_page(office: Office, clock: Clock) -> None:
    for turn in range(7):
        meetings.say_in_short(office, MEETING, text=f"Version {turn}")
        clock.pass_by(minutes=turn % 2)
        issue(office)
    first = documents.issued_of(office, MANAGER, limit=3)
    second = documents.issued_of(office, MANAGER, before=first[-1], limit=3)
    third = documents.issued_of(office, MANAGER, before=second[-1], limit=3)

    assert [each.id for each in (*first, *second, *third)] == [each.id for each in office.issued.of(MANAGER)]
    assert (len(first), len(second), len(third)) == (3, 3, 1)
    assert documents.issued_of(office, ManagerId(2)) == []


def test_an_issued_document_comes_back_as_it_went_out(office: Office) -> None:
    data = pressed_of(office).data
    document = issue(office)
    meetings.say_in_short(office, MEETING, text="Something else by now")

    assert preview.issued(office, document).data == data
    meetings.delete(office, MEETING)
    assert preview.issued(office, document).called == "Made on Tue 24 Nov"
    assert documents.letter(office, document).body.startswith(
        "Hello Amara,\n\nHere is the summary of our talk on Tue 24"
    )


def test_a_draft_and_its_document_lie_beside_each_other_for_their_owner_alone(office: Office) -> None:
    document = issue(office)
    before = os.umask(0)
    try:
        draft = documents.write_draft(office.folder, documents.letter(office, document), b"%PDF")
    finally:
        os.umask(before)
    message = message_from_bytes(draft.mail.read_bytes(), policy=default)

    assert (message["To"], message["X-Unsent"]) == ("amara.okonkwo@halden.example", "1")
    assert (draft.mail.name, draft.document.name) == (
        "2026-11-24 Calibration, Okonkwo.eml", "2026-11-24 Calibration, Okonkwo.pdf"
    )  # fmt: skip
    assert draft.document.read_bytes() == b"%PDF"
    assert {path.stat().st_mode & 0o777 for path in (draft.mail, draft.document)} == {0o600}
    assert draft.mail.parent.stat().st_mode & 0o777 == 0o700


def test_old_drafts_are_swept_and_nothing_else(office: Office) -> None:
    letter = documents.letter(office, issue(office))
    old = documents.write_draft(office.folder, letter._replace(file_name="old.pdf"), b"%PDF")
    long_ago = time.time() - 90_000
    for path in old:
        os.utime(path, (long_ago, long_ago))
    new = documents.write_draft(office.folder, letter, b"%PDF")

    assert sorted(new.mail.parent.iterdir()) == sorted(new)
    assert len(list((office.folder / "documents").glob("*.pdf"))) == 1


@pytest.mark.parametrize(
    "name", ["../../out.pdf", "a/b\\c:d?.pdf", "x" * 400 + ".pdf", "-rf.pdf", "con.pdf", "\u202efdp.exe"]
)
def test_no_file_name_leads_out_of_the_folder(office: Office, name: str) -> None:
    letter = documents.letter(office, issue(office))._replace(file_name=name)
    draft = documents.write_draft(office.folder, letter, b"%PDF")

    assert draft.document.parent == office.folder / "documents" / "drafts"
    assert all(path.exists() for path in draft)


def test_a_folder_that_cannot_be_written_is_said(office: Office, tmp_path: Path) -> None:
    letter = documents.letter(office, issue(office))
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(StorageError, match="cannot be written"):
        documents.write_draft(tmp_path / "file", letter, b"%PDF")
    with pytest.raises(StorageError, match="cannot be written"):
        documents.write_copy(tmp_path / "nowhere" / "a.pdf", b"%PDF")


def test_a_manager_without_an_address_gets_a_draft_without_one(office: Office) -> None:
    managers.edit(office, MANAGER, email=None)
    draft = documents.write_draft(office.folder, documents.letter(office, issue(office)), b"%PDF")

    assert message_from_bytes(draft.mail.read_bytes(), policy=default)["To"] is None


@pytest.mark.parametrize(
    ("how", "channel"), [("email", Channel.EMAIL), ("letter", Channel.LETTER), ("fax", Channel.OTHER)]
)
def test_what_was_sent_stands_in_the_log(office: Office, clock: Clock, how: str, channel: Channel) -> None:
    document = issue(office)
    clock.pass_by(minutes=3)
    change = documents.sent(office, document, to="amara.okonkwo@halden.example", how=how)
    [talk] = office.talks.where("t.meeting IS NULL")

    assert (talk.text, talk.channel, talk.at) == ("Sent: Calibration call", channel, clock.at)
    assert {("issued_document", document), ("talk", talk.id)} <= change.touched
    assert office.issued.get(document).sent_on == clock.at


def test_whose_name_stands_on_paper_is_one_step(office: Office, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    preferences.introduce(office, name=" Your Name ", firm="Your Firm", logo=str(picture))

    assert (office.settings.name, office.settings.firm) == ("Your Name", "Your Firm")
    assert office.settings.logo == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert reading.undo(office) == "Your details written"
    assert (office.settings.name, office.settings.firm, office.settings.logo) == ("", "", "")


def test_details_that_cannot_be_taken_leave_nothing_behind(office: Office, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        preferences.introduce(office, name="Your Name", firm="", logo=str(tmp_path / "gone.png"))

    assert office.settings.name == ""
