"""Documents as they were issued: kept once under their SHA-256, never rewritten, sent by the mail program."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from app.domain.errors import InputError, NotFoundError
from app.domain.issued import IssuedDocumentId
from app.domain.managers import ManagerId
from app.domain.meetings import CaptureKind, Meeting, MeetingKind, MeetingState
from app.domain.talks import MeetingId
from app.services import ending, live, managers, meetings, reading
from app.services.documents import draft_summary, issue_summary, letter, make_summary, meeting_called, read_issued, sent
from app.services.office import Office
from app.services.preferences import set_setting
from app.services.summaries import Part
from app.settings import Paper
from tests.builders import NOW, Clock, amara, memory_office, running_meeting

MANAGER = ManagerId(1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    """An office with one meeting that was held."""
    made = memory_office(tmp_path, clock)
    meeting = running_meeting(made, amara(made))
    meetings.capture(made, meeting, kind=CaptureKind.DECISION, text="Two people")
    clock.pass_by(minutes=25)
    ending.end(made, meeting)
    return made


def the_meeting(office: Office) -> Meeting:
    return meeting_called(office, "latest")


def the_meeting_of(office: Office, document: int) -> Meeting:
    found = office.issued.get(document).meeting
    assert found is not None
    return office.meetings.get(found)


def kept_files(office: Office) -> list[str]:
    return sorted(path.name for path in (office.folder / "documents").iterdir())


def test_the_same_bytes_are_listed_once_whenever_they_are_made(office: Office, clock: Clock) -> None:
    made, first = issue_summary(office, the_meeting(office))
    clock.pass_by(days=400)
    again, second = issue_summary(office, the_meeting(office))
    digest = hashlib.sha256(made.data).hexdigest()

    assert again.data == made.data
    assert second.id == first.id
    assert [each.sha256 for each in office.issued.of(MANAGER)] == [digest]
    assert kept_files(office) == [f"{digest}.pdf"]
    assert read_issued(office, IssuedDocumentId(first.id)) == made.data


@pytest.mark.parametrize("change", ["paper", "part", "text"])
def test_other_bytes_are_another_document_and_the_first_stays(office: Office, change: str) -> None:
    first, made = issue_summary(office, the_meeting(office))
    paper = Paper.LETTER if change == "paper" else None
    without = [Part.DECISIONS] if change == "part" else []
    if change == "text":
        meetings.say_in_short(office, the_meeting(office).id, text="Two people")
    second, new = issue_summary(office, the_meeting(office), paper=paper, without=without)

    assert second.data != first.data
    assert len(office.issued.of(MANAGER)) == len(kept_files(office)) == 2
    assert read_issued(office, IssuedDocumentId(made.id)) == first.data
    assert read_issued(office, IssuedDocumentId(new.id)) == second.data


def test_nothing_is_kept_of_a_document_that_is_only_looked_at(office: Office) -> None:
    made = make_summary(office, the_meeting(office))

    assert made.data.startswith(b"%PDF")
    assert made.pages == 1
    assert (made.uncovered, office.issued.of(MANAGER)) == ((), [])
    assert not (office.folder / "documents").exists()


@pytest.mark.parametrize("harm", ["changed", "cut", "gone"])
def test_a_changed_file_is_noticed_and_made_again(office: Office, harm: str) -> None:
    made, change = issue_summary(office, the_meeting(office))
    path = office.folder / "documents" / kept_files(office)[0]
    match harm:
        case "changed":
            path.write_bytes(made.data[:-2] + b"x\n")
        case "cut":
            path.write_bytes(made.data[:100])
        case _:
            path.unlink()
    with pytest.raises(NotFoundError, match="Make it again"):
        read_issued(office, IssuedDocumentId(change.id))

    issue_summary(office, the_meeting(office))

    assert read_issued(office, IssuedDocumentId(change.id)) == made.data


def test_what_was_issued_and_sent_cannot_be_undone(office: Office, clock: Clock) -> None:
    _made, change = issue_summary(office, the_meeting(office))
    clock.pass_by(minutes=5)
    document = IssuedDocumentId(change.id)
    sent(office, document, to=" Amara\x00 ", how="email")
    kept = office.issued.get(document)

    assert (kept.sent_to, kept.sent_how, kept.sent_on) == ("Amara\N{REPLACEMENT CHARACTER}", "email", clock.at)
    assert reading.undo(office) == "Calibration call with Amara Okonkwo ended"
    assert office.issued.get(document) == kept


@pytest.mark.parametrize(
    ("fields", "kind", "name"),
    [
        ({}, MeetingKind.CALIBRATION, "2026-11-24 Calibration, Okonkwo.pdf"),
        ({"family": "O'Brien-Łoś"}, MeetingKind.STATUS, "2026-11-24 Status, O'Brien-Łoś.pdf"),
        ({"family": "../../etc/passwd"}, MeetingKind.INTAKE, "2026-11-24 Intake, ..-..-etc-passwd.pdf"),
        ({"name": "王小明", "romanised": "Wang Xiaoming"}, MeetingKind.OTHER, "2026-11-24 Meeting, Xiaoming.pdf"),
        ({"name": "王小明"}, MeetingKind.OFFER, "2026-11-24 Offer, 王小明.pdf"),
        ({"family": "a\u202eb<c>|d"}, MeetingKind.LOOK_BACK, "2026-11-24 Look, ab-c-d.pdf"),
    ],
)
def test_a_file_name_says_day_kind_and_family(
    office: Office, clock: Clock, fields: dict[str, str], kind: MeetingKind, name: str
) -> None:
    managers.edit(office, MANAGER, **fields)
    meeting = MeetingId(meetings.plan(office, MANAGER, kind=kind, at=NOW).id)
    ending.held(office, meeting, started_at=NOW, ended_at=NOW + timedelta(minutes=5))

    assert make_summary(office, office.meetings.get(meeting)).file_name == name


def test_the_draft_has_a_greeting_and_the_page_that_was_kept(office: Office) -> None:
    set_setting(office, key="name", value="Your Name")
    data = draft_summary(office, the_meeting(office))
    message = message_from_bytes(data, policy=default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    body, page = (part.get_payload(decode=True) for part in parts)
    issued = office.issued.of(MANAGER)

    assert (message["X-Unsent"], message["To"]) == ("1", "amara.okonkwo@halden.example")
    assert message["Subject"] == "Summary: Calibration call"
    assert isinstance(body, bytes)
    said = body.decode().replace("\r\n", "\n").strip()
    assert said.startswith("Hello Amara,\n\nHere is the summary of our talk on Tue 24 Nov: Calibration call.")
    assert said.endswith("Kind regards\nYour Name")
    assert parts[1].get_filename() == "2026-11-24 Calibration, Okonkwo.pdf"
    assert isinstance(page, bytes)
    assert [each.sha256 for each in issued] == [hashlib.sha256(page).hexdigest()]


def test_a_draft_needs_an_address(office: Office) -> None:
    managers.edit(office, MANAGER, email=None)

    with pytest.raises(InputError, match="Amara Okonkwo has no email address yet"):
        draft_summary(office, the_meeting(office))

    assert office.issued.of(MANAGER) == []


@pytest.mark.parametrize(
    ("words", "error"),
    [("99", NotFoundError), ("soon", InputError), ("", InputError), ("-1", InputError), ("9" * 30, InputError)],
)
def test_a_meeting_is_called_by_its_number_or_latest(office: Office, words: str, error: type[Exception]) -> None:
    assert meeting_called(office, "1") == meeting_called(office, "latest")

    with pytest.raises(error):
        meeting_called(office, words)


def test_without_a_meeting_there_is_no_latest(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="No meeting has been held yet"):
        meeting_called(memory_office(tmp_path), "latest")


def test_a_letter_is_written_also_when_the_end_of_its_meeting_was_taken_back(office: Office) -> None:
    """It then names the day the document was made."""
    _made, issued = issue_summary(office, the_meeting(office))
    live.undo(office)

    assert the_meeting_of(office, issued.id).state is MeetingState.RUNNING
    assert "24 Nov" in letter(office, IssuedDocumentId(issued.id)).body
