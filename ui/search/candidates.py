"""The card of the people presented: how quickly the manager answers, and everybody with where they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import day_words
from app.domain.searches import Answer, CandidateStage, InterviewId, Presentation, PresentationId, SearchId
from app.domain.text import isolated
from app.services import candidates
from app.services.presented import Person, Presented, count_words, presented
from app.words import _, plural
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.card import Card, Hairline
from ui.kit.editor import Editor
from ui.kit.order import follow
from ui.kit.press_row import PressRow
from ui.kit.words import Elided, Label
from ui.search.candidate_forms import AnswerForm, BookingForm, InterviewForm, PresentForm, ToldForm
from ui.search.feedback_bars import FeedbackBars
from ui.search.forms import Forms
from ui.search.line_row import INSET, Shown
from ui.search.lines import LineList
from ui.theme import size

_AT_FIRST, _SIDE = 4, 16
_STAGE, _SAID, _MOVE, _GONE = "stage-", "said-", "move-", "gone-"
_AT_ONCE = {"delete": candidates.delete, "told": candidates.told, "not-told": candidates.not_told}


class CandidatesCard(Card):
    """Rows that are answered in place; the newest that need something stand first."""

    TABLES = frozenset({
        "presentation", "interview", "requirement", "search", "manager", "expectation", "wording", "check_in",
    })  # fmt: skip

    TELLS_TIME = True

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self._desk, self._search = desk, search
        self._forms = Forms(desk, self)
        self._all = False
        self._only: tuple[int, ...] = ()
        self._count, self._time = Label("", "body", "text2"), _FeedbackTime()
        title = Label(_("Candidates presented"), "heading")
        self._list = LineList(
            _("Candidates presented"), _("Add a candidate"), title=title, end=self._count, below=self._time,
            empty=_("Nobody was presented yet."),
        )  # fmt: skip
        self._more = Button("", kind="link")
        self._pattern: PressRow | None = None
        self._list.wanted.connect(self._wish)
        self._list.asked_new.connect(self.present)
        self._more.clicked.connect(self._show_all)
        side = size(_SIDE - INSET)
        self.column.setContentsMargins(side, size(11), side, size(14))
        self.column.addWidget(self._list)
        row = QHBoxLayout()
        row.setContentsMargins(size(INSET - 2), 0, size(INSET - 2), 0)
        row.addWidget(self._more)
        row.addStretch(1)
        self.column.addLayout(row)
        self._found = presented(desk.office, search)
        self._show()
        if desk.bridge.draft(self._new_place):
            self.present()

    def refresh(self) -> None:
        """Read anew; an open form stays."""
        self._found = presented(self._desk.office, self._search)
        self._show()

    def settle(self) -> None:
        """Keep what is typed."""
        self._forms.settle()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Nothing of its own."""
        return {}

    def show_record(self, record: str, number: int) -> None:
        """Bring somebody into sight, with the keyboard on them."""
        if record == "presentation" and any(each.presentation.id == number for each in self._found.people):
            self._all, self._only = True, ()
            self._show()
            row = self._list.row(number)
            if row is not None:
                row.setFocus()

    @property
    def _new_place(self) -> str:
        return f"search:{self._search}:candidate:new"

    def _show(self) -> None:
        found, count = self._found, len(self._found.people)
        self._count.setText(str(count) if count else "")
        self._count.setAccessibleName(count_words(count))
        self._time.show_time(found)
        people = [each for each in found.people if not self._only or each.presentation.id in self._only]
        shown = people if self._all or self._only else people[:_AT_FIRST]
        self._list.show_lines([self._line(each) for each in shown])
        cut = count > _AT_FIRST
        self._more.setVisible(cut)
        whole = self._all and not self._only
        self._more.setText(_("Show fewer") if whole else plural("Show all {count}", "Show all {count}", count))
        self._tell_pattern(found.pattern.words if found.pattern else "")

    def _tell_pattern(self, words: str) -> None:
        """What most noes are about; a press shows whom they were said of."""
        old = self._pattern
        if (old.accessibleName() if old is not None else "") == words:
            return
        self._pattern = None
        if words:
            self._pattern = PressRow(words, "info", "text2")
            self._pattern.say(words)
            self._pattern.clicked.connect(self._show_pattern)
            self.column.addWidget(self._pattern)
            follow(old or self._more, self._pattern)
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _line(self, person: Person) -> Shown:
        known, chip = person.presentation, (person.chip, person.chip_tone)
        return Shown(
            known.id, "", "", known.candidate, person.second, chip, self._deeds(person), can=("delete",), strong=True,
            edit=_("Answer\tF2"), second_tone=person.tone,
            hint=_("Presented {day}").format(day=self._day(known.presented_at)),
        )  # fmt: skip

    def _deeds(self, person: Person) -> tuple[tuple[str, str], ...]:
        """What a row offers besides its answer."""
        name, stage, now = self._found.name, person.presentation.stage, self._desk.office.now()
        of_each = [
            (f"{_SAID}{each.id}", _("What {name} said after {day}").format(name=name, day=self._day(each.held_at)))
            if each.held_at <= now
            else (f"{_MOVE}{each.id}", _("Move the interview of {day}").format(day=self._day(each.held_at)))
            for each in person.interviews
        ]
        gone = [
            (f"{_GONE}{each.id}", _("Delete the interview of {day}").format(day=self._day(each.held_at)))
            for each in person.interviews
        ]
        moves = [
            (f"{_STAGE}{to.value}", words)
            for to, words in _stages()
            if to is not stage and stage is not CandidateStage.CHOSEN
        ]
        interviews = (("book", _("Book an interview")), ("interview", _("Note an interview")))
        told = _telling(person.presentation)
        return (("who", _("Edit name and time")), *told, *interviews, *of_each, *moves, *gone)

    def _day(self, at: datetime) -> str:
        office = self._desk.office
        return day_words(at.astimezone(office.zone).date(), office.today())

    def present(self) -> None:
        """Somebody more, in a form among the others."""
        form = PresentForm(self._desk.office, self._search)
        self._forms.open(form, self._new_place, self._list.put_form, self._list.take_form)

    def _show_all(self) -> None:
        """All of them, or only the first again."""
        self._all, self._only = bool(self._only) or not self._all, ()
        self._show()

    def _show_pattern(self) -> None:
        """Those the sentence is about."""
        self._only = self._found.pattern.people if self._found.pattern and not self._only else ()
        self._show()

    def _wish(self, wish: str, record: int) -> None:
        person = next((each for each in self._found.people if each.presentation.id == record), None)
        if person is None:
            return
        office, number = self._desk.office, PresentationId(record)
        if wish.startswith(_STAGE):
            stage = CandidateStage(wish.removeprefix(_STAGE))
            self._forms.do(partial(candidates.stage, office, number, stage=stage))
        elif wish.startswith(_GONE):
            interview = InterviewId(int(wish.removeprefix(_GONE)))
            self._forms.do(partial(candidates.delete_interview, office, interview))
        elif wish in _AT_ONCE:
            self._forms.do(partial(_AT_ONCE[wish], office, number))
        else:
            self._ask(wish, person)

    def _ask(self, wish: str, person: Person) -> None:
        """A form in place of the row, or below it."""
        shown = person.presentation
        place, form = f"presentation:{shown.id}:{wish}", self._form(wish, person)
        put = partial(self._list.put_form, record=shown.id, instead=wish == "who")
        self._forms.open(form, place, put, self._list.take_form)

    def _form(self, wish: str, person: Person) -> Editor:
        office, shown, name = self._desk.office, person.presentation, self._found.name
        if wish == "edit":
            return AnswerForm(office, shown, self._found.requirements, name)
        if wish == "who":
            return PresentForm(office, self._search, shown)
        if wish == "told-when":
            return ToldForm(office, shown)
        known = next((each for each in person.interviews if wish in (f"{_SAID}{each.id}", f"{_MOVE}{each.id}")), None)
        if wish == "book" or wish.startswith(_MOVE):
            return BookingForm(office, shown, self._found.manager, known)
        return InterviewForm(office, shown, name, known)


class _FeedbackTime(QWidget):
    """The usual time against the agreed one, in words and in bars, over a hairline."""

    def __init__(self) -> None:
        super().__init__()
        self._whose, self._words = Elided("", "caption", "text2"), Label("", "bodyMedium", wrap=True)
        self._bars = FeedbackBars()
        words, row, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        words.setSpacing(0)
        words.addWidget(self._whose)
        words.addWidget(self._words)
        row.setSpacing(size(12))
        row.addLayout(words, 1)
        row.addWidget(self._bars, 0, Qt.AlignmentFlag.AlignBottom)
        column.setContentsMargins(size(INSET), size(7), size(INSET), size(4))
        column.setSpacing(size(9))
        column.addLayout(row)
        column.addWidget(Hairline())

    def show_time(self, found: Presented) -> None:
        """Show other times; nothing while nobody was presented."""
        self.setVisible(bool(found.feedback))
        self._whose.setText(_("{name}’s feedback time").format(name=isolated(found.name)))
        self._words.setText(found.feedback)
        self._bars.show_bars(found.bars, found.agreed, found.described())


def _telling(person: Presentation) -> tuple[tuple[str, str], ...]:
    """Telling somebody where they stand, once there is something to tell; afterwards, correcting it."""
    if person.told_at is not None:
        return (("told-when", _("Change when you told them")), ("not-told", _("Not told yet")))
    return (("told", _("Told where they stand")),) if person.answer in (Answer.YES, Answer.NO) else ()


def _stages() -> tuple[tuple[CandidateStage, str], ...]:
    """Where somebody can be put by hand; choosing belongs to Closing together."""
    return (
        (CandidateStage.PRESENTED, _("Back to presented")), (CandidateStage.INTERVIEW, _("Interview")),
        (CandidateStage.FINALIST, _("Finalist")), (CandidateStage.OUT, _("Out")),
    )  # fmt: skip
