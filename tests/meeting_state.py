"""The meeting of the picture: Tuesday 10:42, twelve minutes and forty seconds into the call with Amara."""

from __future__ import annotations

from datetime import timedelta

from app.domain.meetings import CaptureKind, MeetingKind
from app.domain.talks import MeetingId
from app.services import agenda, meetings
from app.services.office import Office
from tests.builders import NOW, Clock

BEGIN = NOW + timedelta(minutes=80)
CAUGHT = (
    (6, CaptureKind.DECISION, "Bell goes to the panel"),
    (11, CaptureKind.DECISION, "On-call stays a deal maker, Rust does not"),
    (11, CaptureKind.THEY_WILL, "answer on Haddad by today 17:00"),
    (12, CaptureKind.I_WILL, "send two panel dates to both finalists"),
    (12, CaptureKind.PRIVATE, "Amara sounded tired of the team lead’s veto. Ask again in person."),
)


def start_render_meeting(office: Office, clock: Clock) -> MeetingId:
    """Start the call planned for 10:30, catch five lines, tick the first point; the clock says 10:42:40."""
    planned = office.meetings.planned(NOW, NOW + timedelta(hours=4))
    meeting = next(each.id for each in planned if each.kind is MeetingKind.CALIBRATION)
    clock.at = BEGIN
    meetings.start(office, meeting)
    for minutes, kind, text in CAUGHT:
        clock.at = BEGIN + timedelta(minutes=minutes)
        meetings.capture(office, meeting, kind=kind, text=text)
    agenda.tick(office, office.agenda_items.of(meeting)[0].id)
    clock.at = BEGIN + timedelta(minutes=12, seconds=40)
    return meeting
