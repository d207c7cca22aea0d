"""The side of an agreement sheet being made: paper, what stands below the promises, what is still to be discussed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.agreement import AgreementSheet
from app.domain.errors import AppError
from app.domain.expectations import ExpectationId
from app.domain.managers import ManagerId
from app.services import agreement_preview
from app.services.agreement_preview import Offer
from app.services.agreement_sheets import chosen
from app.services.changes import Change
from app.services.preview import Pressed
from app.words import _, plural
from ui.desk import Desk
from ui.document.details import Details
from ui.document.making import Making
from ui.document.preview import AgreementDraft
from ui.document.ticks import Ticks
from ui.kit.words import Label

_ABOUT = frozenset({"expectation", "wording", "search", "meeting", "template", "setting", "manager"})


class AgreementPanel(Making):
    """What goes on the sheet of one relationship; what is agreed always does."""

    def __init__(self, desk: Desk, manager: ManagerId, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._manager = manager
        self._offer: Offer = agreement_preview.offer(desk.office, manager)
        self._title.setText(_("Agreement sheet"))
        self._agreed = Label("", "body", wrap=True)
        self._clauses = Ticks(_("Below the promises"), ticked=True)
        self._discuss = Ticks(_("Proposed: tick what there is to discuss"), ticked=False)
        self._name.setText(self._offer.file_name)
        self._build()
        self._show_offer()
        for ticks in (self._clauses, self._discuss):
            ticks.changed.connect(self.changed)
        desk.bridge.changed.connect(self._reread)

    def source(self) -> AgreementDraft:
        """The sheet as it is ticked."""
        return AgreementDraft(self._chosen(), self._offer.paper)

    def take(self, pressed: Pressed) -> None:
        """Name what no font has."""
        self.show_uncovered(pressed)

    def keep(self, pressed: Pressed) -> Callable[[], Change]:
        """List the sheet as issued."""
        made = agreement_preview.made(self._offer, pressed, self.file_name())
        return partial(agreement_preview.keep_sheet, self._desk.office, self._manager, made)

    def _build(self) -> None:
        if Details.are_wanted(self._desk):
            self.add(Details(self._desk))
        self.add(self._title)
        self.add(self._called)
        self.add_labelled(_("What is agreed"), self._agreed)
        self.add_labelled(_("Paper"), self._paper)
        self.add(self._discuss, above=16)
        self.add(self._clauses, above=16)
        self.add_name(f"agreement:{self._manager}:name", self._desk.bridge)
        self.add(self._uncovered, above=8)
        self.column.addStretch(1)

    def _chosen(self) -> AgreementSheet:
        discuss = {ExpectationId(int(key)) for key in self._discuss.keys(ticked=True)}
        without = {int(key) for key in self._clauses.keys(ticked=False)}
        return chosen(self._offer.sheet, discuss=discuss, without=without)

    def _show_offer(self) -> None:
        sheet = self._offer.sheet
        self._called.setText(self._offer.called)
        count = len(sheet.agreed)
        self._agreed.setText(plural("{count} promise", "{count} promises", count) if count else _("Nothing yet"))
        self._paper.choose(self._offer.paper)
        self._discuss.show_lines({str(each.id): each.statement for each in sheet.to_discuss})
        self._clauses.show_lines({str(at): each.heading for at, each in enumerate(sheet.clauses)})

    def _reread(self, change: Change) -> None:
        """Something of the office changed, by this window, another one or the terminal."""
        if not any(table in _ABOUT for table, _row in change.touched):
            return
        before = self._offer.file_name
        try:
            self._offer = agreement_preview.offer(self._desk.office, self._manager)
        except AppError as error:
            self.go(str(error))
            return
        self.is_gone = False
        self.rename(before, self._offer.file_name)
        self._show_offer()
        self.changed.emit()
