"""What full text found, as it is read in one line: the words around the find, whose it is, when, and the lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.channels import Direction
from app.domain.dates import day_words
from app.domain.expectations import Side
from app.domain.meetings import CaptureKind, kind_label
from app.domain.searches import Stage
from app.services import marking
from app.services.marking import Excerpt, Wanted
from app.services.timeline import zone_in
from app.storage import finding
from app.words import _

if TYPE_CHECKING:
    from app.services.office import Office

_LONGEST = 160
Key = tuple[int, int, str]  # the record, its manager, its time as text


class Found(NamedTuple):
    """One hit: the record to open, what it says with the words marked, and what tells it from others.

    `quoted` says that the words were said by somebody; `private` that they never leave the office.
    """

    record: str
    id: int
    manager: int
    at: str
    words: Excerpt
    second: Excerpt
    private: bool = False
    quoted: bool = False


class _Say(NamedTuple):
    """What a row needs to be said."""

    office: Office
    wanted: Wanted
    name: str
    called: str

    def about(self, text: str) -> Excerpt:
        """A text where the words are in it."""
        return marking.excerpt(text, self.wanted, _LONGEST)

    def day(self, at: datetime) -> str:
        """The day of a moment, here."""
        return day_words(at.astimezone(self.office.zone).date(), self.office.today())

    def plainly(self, sentence: str, **parts: str) -> Excerpt:
        """A second line, with what is found in it marked too."""
        return self.about(sentence.format(name=self.name, called=self.called, **parts))


def described(office: Office, kind: str, keys: Sequence[Key], wanted: Wanted) -> list[Found]:
    """Hits of one table in their order; each record once, and none that is gone meanwhile."""
    if not keys:
        return []
    first = {number: (number, manager, at) for number, manager, at in reversed(keys)}
    names = finding.called(office.conn, {manager for _id, manager, _at in keys})
    table, say = _KINDS[kind]
    records = {each.id: each for each in _records(office, table, list(first))}
    found = []
    for number, manager, at in reversed(first.values()):
        if number in records and manager in names:
            saying = _Say(office, wanted, *names[manager])
            found.append(say(saying, records[number])._replace(manager=manager, at=at))
    return found


def _records(office: Office, table: str, numbers: Sequence[int]) -> list[Any]:
    marks = ", ".join("?" * len(numbers))
    found: list[Any] = getattr(office, table).where(f"t.id IN ({marks})", numbers)
    return found


def _search(say: _Say, search: Any) -> Found:
    stage = {Stage.INTAKE: _("intake"), Stage.SOURCING: _("sourcing"), Stage.INTERVIEWS: _("interviews"),
             Stage.OFFER: _("offer"), Stage.CLOSED: _("closed")}[search.stage]  # fmt: skip
    second = say.plainly("{name} · {stage}", stage=stage)
    return Found("search", search.id, 0, "", say.about(search.title), second)


def _talk(say: _Say, talk: Any) -> Found:
    """The part of it the words are in; what was said behind `//` carries the lock."""
    parts = [text for text in (talk.text, talk.decision, talk.private) if text]
    said = next((text for text in parts if marking.marks_of(text, say.wanted)), talk.text)
    sentence = {Direction.MINE: _("to {called}, {day}"), Direction.THEIRS: _("from {called}, {day}")}.get(
        talk.direction, _("with {called}, {day}")
    )
    day = day_words(talk.at.astimezone(zone_in(say.office, talk.zone)).date(), say.office.today())
    private = said == talk.private
    return Found("talk", talk.id, 0, "", say.about(said), say.plainly(sentence, day=day), private, quoted=True)


def _follow_up(say: _Say, plan: Any) -> Found:
    due = day_words(plan.due, say.office.today())
    second = say.plainly(_("follow-up with {called}, {day}"), day=due)
    return Found("follow_up", plan.id, 0, "", say.about(plan.text), second)


def _expectation(say: _Say, promise: Any) -> Found:
    wording = next(iter(say.office.wordings.where("t.expectation = ?", (promise.id,), then="ORDER BY t.id DESC")))
    sentence = {Side.MINE: _("you keep, with {called}"), Side.THEIRS: _("{called} keeps")}.get(
        promise.side, _("you and {called} keep")
    )
    said, measure = say.about(wording.statement), say.about(wording.measure or "")
    second = measure if measure.marks and not said.marks else say.plainly(sentence)
    return Found("expectation", promise.id, 0, "", said, second)


def _meeting(say: _Say, meeting: Any) -> Found:
    """What was captured, written in short, or agreed as a place: the first that has the words."""
    captured = say.office.captured_items.where("t.meeting = ?", (meeting.id,), then="ORDER BY t.position, t.id")
    texts = [(meeting.in_short or "", False), (meeting.place or "", False)]
    texts += [(item.text, item.kind is CaptureKind.PRIVATE) for item in captured]
    said, private = next((each for each in texts if marking.marks_of(each[0], say.wanted)), ("", False))
    kind, day = kind_label(meeting.kind), say.day(meeting.planned_at)
    if not said:
        return Found("meeting", meeting.id, 0, "", say.about(kind), say.plainly(_("with {called}, {day}"), day=day))
    second = say.plainly(_("{kind} with {called}, {day}"), kind=kind, day=day)
    return Found("meeting", meeting.id, 0, "", say.about(said), second, private)


def _note(say: _Say, note: Any) -> Found:
    """Its title; beside it the words in its text where the title has none, and whose it is where it does not say."""
    title = say.about(note.title)
    body = say.about(note.body) if not title.marks else Excerpt("", ())
    if body.marks:
        return Found("note", note.id, 0, "", title, body, not note.shareable)
    mine = say.called in note.title
    sentence = (
        (_("shareable note") if mine else _("shareable note, {called}"))
        if note.shareable
        else (_("private note") if mine else _("private note, {called}"))
    )
    return Found("note", note.id, 0, "", title, say.plainly(sentence), not note.shareable)


def _document(say: _Say, document: Any) -> Found:
    second = say.plainly(_("for {called}, {day}"), day=say.day(document.made_at))
    return Found("issued_document", document.id, 0, "", say.about(document.title), second)


# Each index by the table of the record it leads to, and how that record is said.
_KINDS: dict[str, tuple[str, Callable[[_Say, Any], Found]]] = {
    "search": ("searches", _search), "talk": ("talks", _talk), "follow_up": ("follow_ups", _follow_up),
    "note": ("notes", _note), "wording": ("expectations", _expectation), "meeting": ("meetings", _meeting),
    "captured_item": ("meetings", _meeting), "issued_document": ("issued", _document),
}  # fmt: skip
KINDS = tuple(_KINDS)
