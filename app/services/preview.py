"""What the preview window needs: a summary before it is issued, and its pages as pixels.

`offer` reads the office and belongs to the thread of its connection; `press` and what is below it read nothing, so that
they may run beside the window.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from app.domain.dates import day_words
from app.domain.issued import IssuedDocument, IssuedDocumentId
from app.domain.meetings import Meeting, kind_label
from app.domain.summary import MeetingSummary, Side
from app.domain.talks import MeetingId
from app.domain.text import BODY, clean
from app.services.documents import Made, named, read_issued
from app.services.office import Office
from app.services.summaries import Part, counts, left_out, summary_of
from app.settings import Paper
from app.words import _


class Offer(NamedTuple):
    """A summary as it could be issued: everything that may be on it, and how much of it there is.

    `private` only counts what stays out; nothing here could hold its text.
    """

    meeting: Meeting
    called: str
    summary: MeetingSummary
    counts: dict[Part, int]
    private: int
    file_name: str
    paper: Paper


class Pressed(NamedTuple):
    """A finished PDF, its pages' sizes in points, and what should be said about it."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    uncovered: tuple[str, ...] = ()
    lines_in_short: int = 0


class Picture(NamedTuple):
    """A page as pixels: four bytes each, red, green, blue and an opaque fourth, from the top."""

    width: int
    height: int
    rgba: bytes


def offer(office: Office, meeting: MeetingId) -> Offer:
    """What a meeting's summary can say; raises `InputError` for a meeting that was not held."""
    known = office.meetings.get(meeting)
    summary = summary_of(office, meeting)
    return Offer(
        meeting=known, called=called(office, known), summary=summary, counts=counts(summary),
        private=private_count(office, meeting), file_name=named(office, known), paper=office.settings.paper,
    )  # fmt: skip


def called(office: Office, meeting: Meeting) -> str:
    """The line under the title: "Calibration call, Tue 24 Nov"."""
    assert meeting.started_at is not None
    day = meeting.started_at.astimezone(office.zone).date()
    return _("{kind}, {day}").format(kind=kind_label(meeting.kind), day=day_words(day, office.today()))


def private_count(office: Office, meeting: MeetingId) -> int:
    """How many private notes of a meeting stay out: lines caught as private, notes, and what its talk keeps."""
    row = office.conn.execute(_PRIVATE, {"meeting": meeting}).fetchone()
    return int(row[0])


def in_short(summary: MeetingSummary, text: str) -> MeetingSummary:
    """The summary with other lines standing first, as they would be kept; raises `InputError` if they would not."""
    return replace(summary, in_short=clean(text, "in_short", _("text"), BODY, lines=True))


def press(summary: MeetingSummary, without: Collection[Part], paper: Paper) -> Pressed:
    """Make the PDF of a summary without some of its parts. Raises `InputError` for a logo that cannot be read."""
    from app.documents.meeting_summary import lines_in_short, meeting_summary_pdf
    from app.documents.paper import Paper as Sheet

    sheet = Sheet(paper)
    document = meeting_summary_pdf(left_out(summary, without), paper=sheet)
    lines = lines_in_short(summary.in_short, sheet)
    return opened(document.data)._replace(uncovered=document.uncovered, lines_in_short=lines)


@cache
def warm() -> None:
    """Make and draw a page nobody sees: the first of a run loads libraries and fonts, which later ones find there."""
    nobody = Side(name="")
    page = MeetingSummary(title=_("Meeting summary"), facts=(), mine=nobody, theirs=nobody)
    picture(press(page, (), Paper.A4).data, 0, 0.1)


def opened(data: bytes) -> Pressed:
    """A PDF that was made before. Raises `AppError` when it is none."""
    from app.documents.pages import page_sizes

    return Pressed(data, tuple((size.width, size.height) for size in page_sizes(data)))


def picture(data: bytes, page: int, scale: float) -> Picture:
    """A page, counted from 0, with `scale` pixels to a point; a page of too many pixels comes smaller."""
    from app.documents.pages import page_picture

    return Picture(*page_picture(data, page, scale))


def made(given: Offer, pressed: Pressed, file_name: str) -> Made:
    """The document as it is shown, ready to be issued under this name."""
    return Made(pressed.data, len(pressed.sizes), file_name, given.summary.title, pressed.uncovered)


class Issued(NamedTuple):
    """A document as it was issued, with what is known about it."""

    document: IssuedDocument
    called: str
    data: bytes


def issued(office: Office, document: IssuedDocumentId) -> Issued:
    """A document issued before; raises `NotFoundError` when its file is gone or was changed."""
    known = office.issued.get(document)
    day = day_words(known.made_at.astimezone(office.zone).date(), office.today())
    said = _("Made on {day}").format(day=day)
    if known.meeting is not None:
        said = called(office, office.meetings.get(known.meeting))
    return Issued(known, said, read_issued(office, document))


_PRIVATE = """
SELECT (SELECT count(*) FROM captured_item WHERE meeting = :meeting AND kind = 'private')
     + (SELECT count(*) FROM note WHERE meeting = :meeting AND shareable = 0)
     + (SELECT count(*) FROM talk WHERE meeting = :meeting AND private IS NOT NULL)
"""
