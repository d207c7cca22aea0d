"""The forms around satisfaction: the question itself, a proposal, and the later look at one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.errors import InputError
from app.domain.managers import ManagerId
from app.domain.satisfaction import ProposalId, SatisfactionId
from app.domain.searches import SearchId
from app.domain.talks import MeetingId
from app.services import proposals, satisfaction
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit.editor import Editor
from ui.kit.field import Area, Choice, Field, Line

_LINES = 2


class Where(NamedTuple):
    """Who is asked, and in which meeting about which search."""

    manager: ManagerId
    meeting: MeetingId | None = None
    search: SearchId | None = None


class AskForm(Editor):
    """As a whole and by part, 1 to 5, in their words; when it is low, the cause and what is proposed."""

    def __init__(self, office: Office, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(_("Ask how satisfied they are"), save=_("Save the answer"), parent=parent)
        self._office, self._where = office, where
        self._score = _scores()
        self._parts = {part: _scores() for part in satisfaction.parts(office)}
        self._words, self._cause, self._proposal = Area(lines=_LINES), Line(_("Your own reading")), Area(lines=_LINES)
        self.add("score", Field(_("As a whole, 1 to 5"), self._score))
        for at, (part, choice) in enumerate(self._parts.items()):
            self.add(f"part{at}", Field(part, choice))
        self.add("words", Field(_("In their words"), self._words))
        self._low = [self.add("cause", Field(_("The cause, private"), self._cause)),
                     self.add("proposal", Field(_("What you propose"), self._proposal))]  # fmt: skip
        self._score.currentIndexChanged.connect(self._follow)
        self._follow()
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """Keep the answer; raises `InputError` where no score was given."""
        if not self._score.key:
            raise InputError("score", _("How satisfied are they, from 1 to 5?"))
        parts = {part: int(choice.key) for part, choice in self._parts.items() if choice.key}
        low = int(self._score.key) <= satisfaction.LOW
        return partial(
            satisfaction.record, self._office, self._where.manager, score=int(self._score.key), parts=parts,
            words=self._words.toPlainText().strip() or None, meeting=self._where.meeting, search=self._where.search,
            cause=self._cause.text().strip() or None if low else None,
            proposal=self._proposal.toPlainText() if low else "",
        )  # fmt: skip

    def _follow(self) -> None:
        """A cause and a proposal are asked for when the answer is low."""
        low = bool(self._score.key) and int(self._score.key) <= satisfaction.LOW
        for field in self._low:
            field.setVisible(low)


class ProposeForm(Editor):
    """One more thing that may help."""

    def __init__(self, office: Office, answer: SatisfactionId, parent: QWidget | None = None) -> None:
        super().__init__(_("Propose something"), save=_("Save the proposal"), parent=parent)
        self._office, self._answer = office, answer
        self._text = Area(lines=_LINES)
        self.add("text", Field(_("What you propose"), self._text))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """Keep the proposal."""
        return partial(proposals.add, self._office, self._answer, text=self._text.toPlainText())


class CheckForm(Editor):
    """Whether what was approved made it better."""

    def __init__(self, office: Office, proposal: ProposalId, parent: QWidget | None = None) -> None:
        super().__init__(_("Look at a proposal again"), save=_("Save what came of it"), parent=parent)
        self._office, self._proposal = office, proposal
        self._better = Choice((("yes", _("It is better")), ("no", _("It is not better"))))
        self._result = Line(_("What came of it"))
        self.add("better", Field(_("Since then"), self._better))
        self.add("result", Field(_("Result"), self._result))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """Keep what came of it."""
        better = self._better.key == "yes"
        return partial(proposals.check, self._office, self._proposal, better=better, result=self._result.text())


def _scores() -> Choice:
    marks: Sequence[tuple[str, str]] = [("", _("Not asked")), *((str(n), str(n)) for n in range(1, 6))]
    return Choice(marks)
