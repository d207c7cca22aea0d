"""Reading a manager's notes: the list with its words and dates, finding in it, and how a note's text is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.dates import clock_time, short_day_words, time_words
from app.domain.managers import ManagerId
from app.domain.notes import NoteId
from app.domain.text import NAME
from app.services.office import Office
from app.storage import notebook as stored
from app.storage.notebook import Line
from app.words import _, plural

PAGE = 100

_BLOCK_MARK = re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)+")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_PAIRED = re.compile(r"(\*\*|__|~~|\*|`)(?=\S)(.+?)(?<=\S)\1")
_NO_WORDS = re.compile(r"[\s\-*_=~`|:.>#]*")
_WORD = re.compile(r"[^\W_]+(?:['’.:@/-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """One note as its list shows it; `exactly` is the time for its tooltip, `line` where the next page goes on."""

    id: NoteId
    title: str
    first_line: str
    shareable: bool
    pinned: bool
    day: str
    exactly: str
    line: Line

    @property
    def access(self) -> str:
        """The lock or share mark in words."""
        return access_words(shareable=self.shareable)

    @property
    def words(self) -> str:
        """The row as a screen reader says it."""
        pattern = (
            _("Pinned. {title}. {first_line}. {access}, {day}.")
            if self.pinned
            else _("{title}. {first_line}. {access}, {day}.")
        )
        return pattern.format(title=self.title, first_line=self.first_line, access=self.access, day=self.day)


def rows(
    office: Office, manager: ManagerId, *, words: str = "", after: NoteRow | None = None, limit: int = PAGE
) -> list[NoteRow]:
    """A page of a manager's notes, pinned ones first, then the newest; `words` finds in them, in any script."""
    found = stored.page(office.conn, manager, words=words, after=after.line if after else None, limit=limit)
    return [_row(line, office.now(), office.zone) for line in found]


def access_words(*, shareable: bool) -> str:
    """What a note is, in one word."""
    return _("Shareable") if shareable else _("Private")


def access_sentences(*, shareable: bool) -> tuple[str, str]:
    """What the word means: itself, and the sentence behind it."""
    if shareable:
        return _("Shareable."), _("You choose when it goes into a summary.")
    return _("Private."), _("Never in a summary, an email or anything made for others.")


def first_line(body: str) -> str:
    """The first line that says something, without its Markdown marks."""
    for line in body.splitlines():
        plain = _PAIRED.sub(r"\2", _LINK.sub(r"\1", _BLOCK_MARK.sub("", line))).strip()
        if not _NO_WORDS.fullmatch(plain):
            return plain
    return ""


def title_for(title: str, body: str) -> str:
    """The title a note is kept under: as typed, else its first line, so that a note without one is never refused."""
    typed = title.strip()
    return typed or first_line(body[: 4 * NAME])[:NAME].strip() or _("Untitled")


def count_words(body: str) -> str:
    """How long the text is, as the foot of the editor says it: "118 words"."""
    return plural("{count} word", "{count} words", sum(1 for _word in _WORD.finditer(body)))


def saved_words(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """When a note was saved: the time today, else the day too."""
    local, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if local == today:
        return _("Saved {time}").format(time=clock_time(at, zone))
    if local == today - timedelta(days=1):
        return _("Saved yesterday {time}").format(time=clock_time(at, zone))
    return _("Saved {day}").format(day=short_day_words(local, today))


def saved_at(office: Office, note: NoteId) -> datetime | None:
    """When a note was last saved, in UTC; None when it is not there."""
    found = office.conn.execute("SELECT changed FROM note WHERE id = ?", (note,)).fetchone()
    return datetime.fromisoformat(found[0]) if found else None


def draft_place(manager: ManagerId, note: NoteId) -> str:
    """Where the unsaved text of a note is kept; a note not yet saved has the id 0."""
    return f"note:{note}" if note else f"note:new:{manager}"


def _row(line: Line, now: datetime, zone: ZoneInfo) -> NoteRow:
    at = datetime.fromisoformat(line.changed)
    return NoteRow(
        id=NoteId(line.id), title=line.title, first_line=first_line(line.beginning) or _("No text yet"),
        shareable=line.shareable, pinned=line.pinned,
        day=_day(at.astimezone(zone).date(), now.astimezone(zone).date()), exactly=time_words(at, now, zone), line=line,
    )  # fmt: skip


def _day(day: date, today: date) -> str:
    names = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
    return names.get(day) or short_day_words(day, today)
