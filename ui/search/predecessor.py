"""The last person in the role, as the manager tells it; an answer becomes a requirement or a probe by one press."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.requirements import RequirementId, RequirementKind
from app.domain.searches import SearchId
from app.services import predecessor, search_page
from app.services.predecessor import Told, as_line
from app.services.search_page import LastPerson
from app.words import _
from ui.desk import Desk
from ui.kit import mirror
from ui.kit.button import Button
from ui.kit.plain import menu_words
from ui.search.answers import Answer
from ui.search.forms import Forms
from ui.search.line_row import INSET, Shown
from ui.search.parts import Heading, TwoColumns
from ui.search.predecessor_forms import AnswerForm, ReadingForm, TickForm
from ui.search.quiet import QuietButton
from ui.search.requirement_forms import RequirementForm
from ui.theme import size

_TICK = "tick"
_LONGEST = 60  # of a must-have in the menu of probes


class PredecessorPart(QWidget):
    """Five questions, the first shown only where it was answered; one more about the manager; the own reading."""

    TABLES = frozenset({"predecessor", "requirement", "manager"})

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._search = desk, search
        self._forms = Forms(desk, self)
        self._reading = Button("", icon="lock", kind="remark")
        self._worked = QuietButton("plus", _("Add what worked"), self)
        self._answers = {key: Answer(key, question, private=key == _TICK) for key, question in _questions().items()}
        for answer in self._answers.values():
            answer.wanted.connect(self._wish)
        self._reading.clicked.connect(self._read_on)
        self._worked.clicked.connect(self._add_worked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(size(6))
        heading = Heading(_("The last person in the role"), self._worked, self._reading)
        heading.setContentsMargins(mirror.margins(size(INSET), 0, size(INSET - 4), 0))  # its words end with the page's
        self._column.addLayout(heading)
        each = self._answers
        for first, second in ((Told.WENT_WRONG, Told.WHY_LEFT), (Told.BETTER, _TICK)):
            self._column.addWidget(TwoColumns(each[first], each[second]))
        self._column.addWidget(each[Told.WORKED])
        self._found: LastPerson = search_page.last_person(desk.office, search)
        self._show()

    def refresh(self) -> None:
        """Read anew."""
        self._found = search_page.last_person(self._desk.office, self._search)
        self._show()

    def settle(self) -> None:
        """Keep what is typed."""
        self._forms.settle()

    def _show(self) -> None:
        known = self._found.known
        called = self._found.manager.first_name
        self._answers[_TICK].call(_("What makes {name} tick?").format(name=called))
        for key, answer in self._answers.items():
            answer.show_answer(_shown(answer, self._told(key), asked=key != _TICK))
        worked = bool(self._told(Told.WORKED))
        self._answers[Told.WORKED].setVisible(worked)
        self._worked.setVisible(not worked)
        has_reading = known is not None and bool(known.reading)
        self._reading.setText(_("second opinion in a private note") if has_reading else _("Add your own reading"))
        self._reading.setAccessibleName(_("Your own reading (private)"))

    def _told(self, key: str) -> str:
        if key == _TICK:
            return self._found.manager.tick or ""
        return str(getattr(self._found.known, str(key)) or "") if self._found.known is not None else ""

    def _wish(self, wish: str) -> None:
        answer = self.sender()
        if not isinstance(answer, Answer):
            return
        if wish == "edit":
            self._edit(answer)
        elif wish == "requirement":
            self._to_requirement(answer)
        elif wish == "probe":
            self._choose_probe(answer)

    def _edit(self, answer: Answer) -> None:
        office, told = self._desk.office, self._told(answer.key)
        if answer.key == _TICK:
            tick = TickForm(office, self._found.manager.id, answer.question, told)
            self._forms.open(tick, f"manager:{self._found.manager.id}:tick", answer.put_form, answer.take_form)
        else:
            form = AnswerForm(office, self._search, str(answer.key), question=answer.question, told=told)
            self._forms.open(form, f"search:{self._search}:last:{answer.key}", answer.put_form, answer.take_form)

    def _add_worked(self) -> None:
        self._answers[Told.WORKED].show()
        self._edit(self._answers[Told.WORKED])

    def _to_requirement(self, answer: Answer) -> None:
        """At once; after agreement it is a change, and asks who wanted it."""
        told = Told(answer.key)
        if not self._found.agreed:
            self._forms.do(partial(predecessor.to_requirement, self._desk.office, self._search, answer=told))
            return
        form = RequirementForm(
            self._desk.office, self._search, RequirementKind.MUST, self._found.manager.first_name, agreed=True,
            learnt=as_line(self._told(told)),
        )  # fmt: skip
        put = partial(answer.put_form, instead=False)
        self._forms.open(form, f"search:{self._search}:learnt:{told}", put, answer.take_form)

    def _choose_probe(self, answer: Answer) -> None:
        """For which must-have it is the probe."""
        if not self._found.musts:
            self._desk.say(_("A probe belongs to a must-have. Write one first."))
            return
        menu = QMenu(self)
        menu.setAccessibleName(_("The probe for"))
        for must in self._found.musts:
            action = menu.addAction(menu_words(_("Probe for: {must}").format(must=_short(must.text))))
            action.setData((answer.key, must.id))
        menu.triggered.connect(self._to_probe)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(_below(answer))

    def _to_probe(self, action: QAction) -> None:
        key, must = action.data()
        use_case = partial(predecessor.to_probe, self._desk.office, self._search, answer=Told(key),
                           requirement=RequirementId(must))  # fmt: skip
        self._forms.do(use_case)

    def _read_on(self) -> None:
        known = self._found.known
        told = known.reading or "" if known is not None else ""
        form = ReadingForm(self._desk.office, self._search, told)
        self._forms.open(form, f"search:{self._search}:last:reading", self._put_reading, self._take_reading)

    def _put_reading(self, form: QWidget) -> None:
        self._shown_reading = form
        self._column.insertWidget(1, form)

    def _take_reading(self) -> None:
        form = self._shown_reading
        self._reading.setFocus()
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()


def _questions() -> dict[str, str]:
    return {
        Told.WENT_WRONG: _("What went wrong?"), Told.WHY_LEFT: _("Why did they leave?"),
        Told.BETTER: _("What would make it better?"), _TICK: "", Told.WORKED: _("What worked?"),
    }  # fmt: skip


def _shown(answer: Answer, told: str, *, asked: bool) -> Shown | None:
    """The answer as a line; what the manager told can be made use of."""
    if not told:
        return None
    quick = (
        ("requirement", "list-checks", _("Make it a must-have: {line}")),
        ("probe", "search", _("Make it a probe: {line}")),
    ) if asked else ()  # fmt: skip
    return Shown(0, "", "", told, over=answer.question, quick=quick, can=(), private=not asked)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _below(answer: QWidget) -> QPoint:
    """Under the pointer where that is on the answer, else at its foot."""
    at = QCursor.pos()
    return at if answer.underMouse() else answer.mapToGlobal(answer.rect().bottomLeft())
