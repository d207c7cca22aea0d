"""Nothing private ever leaves: a marker in every field not marked shareable is in no document and no draft."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper as Sheet
from app.domain import (
    celebrations,
    expectations,
    intake,
    issued,
    managers,
    meetings,
    notes,
    offers,
    partings,
    requirements,
    role,
    satisfaction,
    searches,
    talks,
    templates,
)
from app.domain.fields import shareable_fields, text_rules
from app.domain.meetings import CaptureKind
from app.domain.talks import MeetingId
from app.services import agreement_preview, candidates, ending, market, people
from app.services import managers as manager_services
from app.services import meetings as meeting_services
from app.services import notes as note_services
from app.services import partings as parting_services
from app.services import satisfaction as satisfaction_services
from app.services import searches as search_services
from app.services import talks as talk_services
from app.services.documents import draft_summary, make_summary
from app.services.office import Office
from app.services.preferences import set_setting
from app.services.summaries import summary_of
from app.settings import Paper
from app.storage.history import TRACKED
from tests.builders import Clock, amara, memory_office

MARKER = "Zq7private"
RECORDS: dict[str, type] = {
    "manager": managers.HiringManager, "search": searches.Search, "stage_change": searches.StageChange,
    "presentation": searches.Presentation, "market_fact": searches.MarketFact, "meeting": meetings.Meeting,
    "agenda_item": meetings.AgendaItem, "captured_item": meetings.CapturedItem, "talk": talks.Talk,
    "follow_up": talks.FollowUp, "expectation": expectations.Expectation, "wording": expectations.Wording,
    "check_in": expectations.CheckIn, "note": notes.Note, "satisfaction": satisfaction.Satisfaction,
    "issued_document": issued.IssuedDocument, "template": templates.Template,
    "requirement": requirements.Requirement, "requirement_change": requirements.RequirementChange,
    "predecessor": role.Predecessor, "alternative": role.Alternative, "process_step": role.ProcessStep,
    "sourcing_channel": role.SourcingChannel, "interview": searches.Interview, "offer": offers.Offer,
    "offer_override": offers.OfferOverride, "celebration": celebrations.Celebration,
    "anniversary": celebrations.Anniversary, "question": intake.Question, "proposal": satisfaction.Proposal,
    "parting": partings.Parting,
}  # fmt: skip
# Settings are printed or not by their own rule: name and firm stand on every page.
NOT_RECORDS = {"setting"}
# The row itself is private here, so its shareable fields take a marker too.
PRIVATE_ROWS = {"note": ("shareable = 0", ("title", "body")), "captured_item": ("kind = 'private'", ("text",))}
# Needed to reach the manager or to compute with; never words of the recruiter's own.
KEPT = {("manager", "email"), ("manager", "zone"), ("talk", "zone")}


def full_office(folder: Path) -> Office:
    """An office with a meeting that left something of every kind."""
    clock = Clock()
    office = memory_office(folder, clock)
    manager = amara(office)
    set_setting(office, key="name", value="Your Name")
    search = search_services.open_search(office, manager, title="Senior Backend Engineer")
    market.add(office, search.id, text="340 in reach", source="two maps", shown_on=office.today())
    candidates.present(office, search.id, candidate="Ottilie Bell")
    meeting = MeetingId(
        meeting_services.start_now(office, manager, kind=meetings.MeetingKind.CALIBRATION, search=search.id).id
    )
    clock.at += timedelta(minutes=25)
    for kind, text in (
        (CaptureKind.DECISION, "Bell goes to the panel\nStrong writing"),
        (CaptureKind.I_WILL, "Send dates by Fri 27 Nov"),
        (CaptureKind.THEY_WILL, "Answer on CVs every Friday"),
        (CaptureKind.NOTE, "January matters"),
        (CaptureKind.PRIVATE, "Sounded tired"),
    ):
        meeting_services.capture(office, meeting, kind=kind, text=text)
    satisfaction_services.record(
        office, manager, score=3, words="Faster", meeting=meeting, cause="Slow before", proposal="Two slots"
    )
    parting_services.choose(
        office, manager, choice=partings.PartingChoice.LOOK_AGAIN, reason="Slow before", message="Thank you"
    )
    for shareable in (True, False):
        note_services.add(office, manager, title="Title", body="Body", meeting=meeting, shareable=shareable)
    ending.end(office, meeting)
    talk_services.log(office, manager, "call 5m: agreed something !fri do it // quiet")
    manager_services.edit(office, manager, department="R", tick="Calm", rapport="Sails", preferred_times="am")
    return office


def plant(office: Office) -> list[str]:
    """Put a marker into every private text field; the fields that took one."""
    planted = []
    for table, record in RECORDS.items():
        rules, shared = text_rules(record), shareable_fields(record)
        for field in rules:
            if field not in shared and (table, field) not in KEPT:
                office.conn.execute(f'UPDATE {table} SET "{field}" = ?', (f"{MARKER} {table} {field}",))
                planted.append(f"{table}.{field}")
    for table, (which, fields) in PRIVATE_ROWS.items():
        for field in fields:
            office.conn.execute(f'UPDATE {table} SET "{field}" = ? WHERE {which}', (f"{MARKER} {table}",))
            planted.append(f"{table}.{field} where {which}")
    return planted


def leaks(data: bytes, folder: Path) -> list[str]:
    """Where the marker is found: in the bytes, in the unpacked PDF, in its text."""
    pdf = folder / "page.pdf"
    pdf.write_bytes(data)
    unpacked = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], capture_output=True, check=False)
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=False)
    views = {"raw": data, "qpdf": unpacked.stdout, "pdftotext": text.stdout}
    wide = MARKER.encode("utf-16-be")
    return [name for name, view in views.items() if MARKER.encode() in view or wide in view]


def leaks_in_mail(data: bytes) -> bool:
    """Whether the marker is in a draft, its attachment included."""
    from email import message_from_bytes
    from email.policy import default

    message = message_from_bytes(data, policy=default)
    parts = [part.get_payload(decode=True) or b"" for part in message.walk() if not part.is_multipart()]
    return any(MARKER.encode() in part for part in [data, *parts])


needs_tools = pytest.mark.skipif(
    not (shutil.which("qpdf") and shutil.which("pdftotext")), reason="qpdf and poppler-utils are not installed"
)


def test_every_table_is_walked() -> None:
    assert RECORDS.keys() | NOT_RECORDS == set(TRACKED)


@needs_tools
@pytest.mark.parametrize("paper", list(Paper))
def test_no_private_text_is_in_a_summary(tmp_path: Path, paper: Paper) -> None:
    office = full_office(tmp_path)
    meeting = office.meetings.latest()
    assert meeting is not None
    whole = make_summary(office, meeting, paper=paper).data
    planted = plant(office)
    after = make_summary(office, meeting, paper=paper).data

    assert len(planted) > 20
    assert leaks(after, tmp_path) == []
    assert after == whole


@needs_tools
def test_no_private_text_is_in_an_agreement_sheet(tmp_path: Path) -> None:
    office = full_office(tmp_path)
    manager = people.manager_called(office, "Amara").id
    whole = agreement_preview.make(office, manager, discuss=True).data
    planted = plant(office)

    assert {"check_in.remark", "check_in.evidence"} <= set(planted)
    assert agreement_preview.make(office, manager, discuss=True).data == whole


def test_no_private_text_is_in_a_draft(tmp_path: Path) -> None:
    office = full_office(tmp_path)
    plant(office)
    meeting = office.meetings.latest()
    assert meeting is not None

    assert not leaks_in_mail(draft_summary(office, meeting))


@needs_tools
def test_a_planted_leak_is_found(tmp_path: Path) -> None:
    """The same look finds private text that does get out, so that its silence means something."""
    office = full_office(tmp_path)
    meeting = office.meetings.latest()
    assert meeting is not None
    leaking = replace(summary_of(office, meeting.id), in_short=f"{MARKER} got out")
    document = meeting_summary_pdf(leaking, paper=Sheet.A4)

    assert "pdftotext" in leaks(document.data, tmp_path)


def test_no_private_text_is_in_a_closing_letter(tmp_path: Path) -> None:
    office = full_office(tmp_path)
    manager = people.manager_called(office, "Amara").id
    whole = parting_services.closing_message(office, manager)
    planted = plant(office)

    assert {"parting.facts", "parting.reason", "parting.message", "satisfaction.cause"} <= set(planted)
    assert office.partings.of(manager)[0].reason == f"{MARKER} parting reason"
    assert parting_services.closing_message(office, manager) == whole


def test_the_note_that_went_private_is_left_out_next_time(tmp_path: Path) -> None:
    office = full_office(tmp_path)
    meeting = office.meetings.latest()
    assert meeting is not None
    before = summary_of(office, meeting.id).notes
    for note in office.notes.of(people.manager_called(office, "Amara").id):
        note_services.keep_private(office, note.id)

    assert "Body" in before
    assert "Body" not in summary_of(office, meeting.id).notes
