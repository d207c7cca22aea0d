"""Which rows the palette shows for what was typed: people, what can be done now, and what was found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtGui import QKeySequence

from app.domain.text import quoted
from app.services import marking, palette
from app.services.hits import Found
from app.services.office import Office
from app.services.palette import Everybody, Person
from app.words import _
from ui.desk import Place
from ui.palette.rows import Deed, Row

_ICONS = {
    "new-relationship": "plus", "new-note": "plus", "document": "file-text", "settings": "settings", "close-tab": "x",
    "quit": "x", "undo": "undo-2", "redo": "redo-2", "find": "search", "filter": "search", "bold": "bold",
    "italic": "italic", "link": "link", "read-view": "eye", "today": "sun", "log": "pencil", "add-mine": "handshake",
    "add-theirs": "handshake", "agreement": "handshake", "agreement-sheet": "file-text",
    "edit-manager": "pencil", "pause-manager": "pause",
    "archive-manager": "archive", "honest-look": "leaf", "open-search": "briefcase", "edit-search": "pencil",
    "present-candidate": "plus", "meeting": "play", "plan-meeting": "calendar-plus", "meetings": "calendar-days",
    "searches": "briefcase", "reopen-tab": "history", "celebrate": "wine",
}  # fmt: skip
_SECTIONS = {"talk": "log", "follow_up": "log", "note": "notes", "expectation": "expectations", "meeting": "meetings"}
_OWN_PLACES = {"issued_document": "issued", "search": "search"}
_HIT_ICONS = {"search": "briefcase", "talk": "message-circle", "follow_up": "flag", "note": "file-text",
              "expectation": "handshake", "meeting": "calendar-days", "issued_document": "file-text"}  # fmt: skip


class Command(Protocol):
    """A command that somebody answers now."""

    @property
    def name(self) -> str:
        """What it is run by."""

    @property
    def words(self) -> str:
        """What it says in menus."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, in Qt's portable form."""


class Answered(NamedTuple):
    """What can be done: on this page, and everywhere."""

    here: Sequence[Command]
    everywhere: Sequence[Command]


class Offers:
    """Makes rows; knows the office, and what is answered while the palette is open."""

    def __init__(self, office: Office, everybody: Everybody, answered: Answered, here: Place) -> None:
        self._office, self._here, self._everybody = office, here, everybody
        self._answered = answered
        self._keys = {each.name: _key_words(each) for each in (*answered.here, *answered.everywhere)}

    def to_begin_with(self) -> list[Row]:
        """Recent people and the actions of this page."""
        people = [self._person(each, "", _("Recent")) for each in self._everybody.recent()]
        doing = [self._command(each, "") for each in self._answered.here]
        return _grouped([*people, *doing])

    def people_to_ask(self, found: Iterable[Person], words: str, line: str) -> list[Row]:
        """Who a line can be logged with."""
        rows = [self._person(each, words, _("Log with")) for each in found if not each.rests]
        place = [Place("manager", row.person, "log", typed=line) for row in rows]
        return _grouped([row._replace(deed=Deed(at, "log")) for row, at in zip(rows, place, strict=True)])

    def for_words(
        self, words: str, people: Sequence[Person], partly: tuple[Sequence[Person], Collection[str]],
        found: Sequence[Found],
    ) -> list[Row]:  # fmt: skip
        """Everything that fits what was typed; else what can be made of it."""
        rows = [self._person(each, words, _("Relationship")) for each in people]
        rows += self._with_person(words, people, partly)
        wanted = marking.folded_words(words)
        doing = [each for each in (*self._answered.here, *self._answered.everywhere)
                 if wanted and marking.fits(wanted, marking.folded_words(each.words))]  # fmt: skip
        rows += [self._command(each, words) for each in doing]
        rows += [_hit(each, words) for each in found]
        return _grouped(rows) if rows else self._nothing(words)

    def _with_person(
        self, words: str, people: Sequence[Person], partly: tuple[Sequence[Person], Collection[str]]
    ) -> list[Row]:
        """What is done with somebody, by their name alone or by their name and what to do."""
        named, rest = (people[:1], ()) if people else partly
        rows = []
        for person in [each for each in named if not each.rests]:
            for sentence, command, section, icon in (
                (_("Log a talk with {name}"), "log", "log", "pencil"),
                (_("Start meeting with {name}"), "meeting", "", "play"),
                (_("Add an expectation {name} keeps"), "add-theirs", "expectations", "handshake"),
            ):
                title = sentence.format(name=person.called)
                if marking.fits(rest, marking.folded_words(title)):
                    second = palette.next_meeting(self._office, person.id) if command == "meeting" else ""
                    deed = Deed(Place("manager", person.id, section), command)
                    right = self._keys.get(command, "")
                    rows.append(Row(title, _marks(title, words), icon, second, right=right, deed=deed, group=_("Do")))
        return rows

    def _person(self, person: Person, words: str, group: str) -> Row:
        return Row(
            person.name, _marks(person.name, words), "user", person.company, _marks(person.company, words),
            deed=Deed(Place("manager", person.id)), group=group, person=person.id,
        )  # fmt: skip

    def _command(self, command: Command, words: str) -> Row:
        said = command.words
        icon = _ICONS.get(command.name, "chevron-right")
        return Row(said, _marks(said, words), icon, right=self._keys[command.name], deed=Deed(command=command.name),
                   group=_("Do"))  # fmt: skip

    def _nothing(self, words: str) -> list[Row]:
        """Nothing was found: somebody new, or something to log."""
        short = quoted(words)
        typed = " ".join(words.split())
        new = Row(_("New relationship “{words}”").format(words=short), icon="plus",
                  deed=Deed(Place("new", typed=typed)), group=_("Do"))  # fmt: skip
        rows = [Row(_("Nothing for “{words}”").format(words=short), icon="search"), new]
        if self._here.kind == "manager":
            log = Deed(Place("manager", self._here.id, "log", typed=typed), "log")
            rows.append(Row(_("Log this line"), icon="pencil", second=self._called(), deed=log, group=_("Do")))
        elif self._everybody.recent():
            rows.append(Row(_("Log this line"), icon="pencil", deed=Deed(ask=typed), group=_("Do")))
        return rows

    def _called(self) -> str:
        person = next(iter(palette.people(self._office, [self._here.id])), None)
        return _("with {name}").format(name=person.called) if person else ""


def _hit(found: Found, words: str) -> Row:
    kinds = {
        "search": _("Search"), "talk": _("Log"), "follow_up": _("Follow-up"), "note": _("Note"),
        "expectation": _("Expectation"), "meeting": _("Meeting"), "issued_document": _("Document"),
    }  # fmt: skip
    if found.record in _OWN_PLACES:
        place = Place(_OWN_PLACES[found.record], found.id)
    else:
        place = Place("manager", found.manager, _SECTIONS[found.record], (found.record, found.id), words)
    icon = "lock" if found.private else _HIT_ICONS[found.record]
    return Row(
        found.words.text, found.words.marks, icon, found.second.text, found.second.marks, kinds[found.record],
        Deed(place), _("Found in"), quoted=found.quoted,
    )  # fmt: skip


def _grouped(rows: Sequence[Row]) -> list[Row]:
    """A heading before each group, in which nothing stands twice."""
    shown: list[Row] = []
    known: set[Deed | None] = set()
    for row in rows:
        if row.deed not in known:
            known.add(row.deed)
            if not shown or shown[-1].group != row.group:
                shown.append(Row(row.group, group=row.group))
            shown.append(row)
    return shown


def _marks(text: str, words: str) -> Sequence[marking.Mark]:
    """The words in a title; each of them is a beginning, for people and commands are found by beginnings."""
    return sorted({mark for wanted in marking.beginnings_in(words) for mark in marking.marks_of(text, wanted)})


def _key_words(command: Command) -> str:
    """The keys as they are said on this computer: "Ctrl L"."""
    if not command.keys:
        return ""
    native = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("+", " ").strip() or native
