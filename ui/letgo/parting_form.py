"""Letting go: what is handed over and what else is still open, a kind last letter, and the reason for yourself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.managers import ManagerId
from app.domain.partings import PartingChoice
from app.domain.text import first_line
from app.services import partings
from app.services.changes import Change
from app.services.office import Office
from app.words import _, plural
from ui.kit.field import Field, Line
from ui.kit.letter_form import LetterForm
from ui.kit.words import Elided, Label
from ui.theme import size

_LINES, _MOST = 9, 4


class PartingForm(LetterForm):
    """Saving it lets go; the letter is sent by the person, or not at all."""

    def __init__(self, office: Office, manager: ManagerId, parent: QWidget | None = None) -> None:
        letter = partings.closing_message(office, manager)
        title = _("Let go of {name}, with thanks").format(name=letter.name)
        super().__init__(title, letter, _("Let go, with thanks"), parent, lines=_LINES)
        self._office, self._manager = office, manager
        self._list_open(partings.hand_over(office, manager))
        self._reason = Line(_("What the facts do not show"))
        self.add("message", Field(_("Your words to {name}").format(name=letter.name), self.words))
        self.add("reason", Field(_("Why, for you alone"), self._reason))
        self.add_way(_("Copy"), "copy").clicked.connect(self.copy)
        self.add_way(_("Email"), "mail").clicked.connect(self.email)
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """Set aside, with the letter and the reason kept."""
        return partial(
            partings.choose, self._office, self._manager, choice=PartingChoice.LET_GO,
            message=self.words.toPlainText(), reason=self._reason.text(),
        )  # fmt: skip

    def _list_open(self, found: partings.HandOver) -> None:
        still = found.open
        self._list(_("To hand over"), [each.title for each in still.searches])
        self._list(_("Still open"), [first_line(each.text) for each in still.follow_ups])
        ends = []
        if still.meetings:
            ends.append(plural("{count} planned meeting is cancelled.", "{count} planned meetings are cancelled.",
                               len(still.meetings)))  # fmt: skip
        if found.promises:
            ends.append(plural("The clock of {count} promise stops.", "The clocks of {count} promises stop.",
                               found.promises))  # fmt: skip
        ends.append(_("The history stays, and you can take it back."))
        self.column.addWidget(Label(" ".join(ends), "body", "text2", wrap=True))
        self.column.addSpacing(size(4))

    def _list(self, title: str, lines: list[str]) -> None:
        if not lines:
            return
        self.column.addWidget(Label(title, "captionMedium", "text2", wrap=True))
        for line in lines[:_MOST]:
            self.column.addWidget(Elided(line, "body"))
        if len(lines) > _MOST:
            more = plural("and {count} more", "and {count} more", len(lines) - _MOST)
            self.column.addWidget(Label(more, "caption", "text2", wrap=True))
        self.column.addSpacing(size(4))
