"""The side of a search brief being made: whole, or what changed alone; paper, what to include, the file's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.brief import BriefPart
from app.domain.errors import AppError
from app.domain.searches import SearchId
from app.services import brief_preview, documents
from app.services.brief_preview import BriefOffer
from app.services.changes import Change
from app.services.preview import Pressed
from app.words import _
from ui.desk import Desk
from ui.document.details import Details
from ui.document.making import Making
from ui.document.parts import Parts
from ui.document.preview import BriefDraft
from ui.kit.segmented import Segmented
from ui.kit.words import Label

_ABOUT = frozenset({
    "search", "requirement", "requirement_change", "predecessor", "alternative", "market_fact", "process_step",
    "sourcing_channel", "setting", "manager",
})  # fmt: skip


class BriefPanel(Making):
    """What goes on the page of one search's brief; the page follows each press."""

    def __init__(self, desk: Desk, search: SearchId, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._search = search
        self._offer: BriefOffer = brief_preview.offer_brief(desk.office, search)
        self._title.setText(_("Search brief"))
        self._what = Segmented((("brief", _("Whole brief")), ("drift", _("What changed"))), name=_("Document"))
        self._parts = Parts(_words())
        self._name.setText(self._offer.file_name)
        self._build()
        self._show_offer()
        self._what.chosen.connect(self._choose_what)
        self._parts.changed.connect(self.changed)
        desk.bridge.changed.connect(self._reread)

    def source(self) -> BriefDraft:
        """The brief as it is ticked."""
        return BriefDraft(self._offer.brief, self._parts.left_out(), self._is_drift(), self._offer.paper)

    def take(self, pressed: Pressed) -> None:
        """Name what no font has."""
        self.show_uncovered(pressed)

    def keep(self, pressed: Pressed) -> Callable[[], Change]:
        """List the brief as issued."""
        drift = self._is_drift()
        made = brief_preview.made_brief(self._offer, pressed, self.file_name(), drift=drift)
        return partial(documents.keep_brief, self._desk.office, self._search, made, drift=drift)

    def _build(self) -> None:
        if Details.are_wanted(self._desk):
            self.add(Details(self._desk))
        self.add(self._title)
        self.add(self._called)
        if self._offer.brief.changes:
            self.add_labelled(_("Document"), self._what)
        else:
            self.add_labelled(_("Document"), Label(_("Search brief"), "body"))
        self.add_labelled(_("Paper"), self._paper)
        self.add(self._parts, above=16)
        self.add_name(f"brief:{self._search}:name", self._desk.bridge)
        self.add(self._uncovered, above=8)
        self.column.addStretch(1)

    def _is_drift(self) -> bool:
        return self._what.key == "drift" and bool(self._offer.brief.changes)

    def _show_offer(self) -> None:
        self._called.setText(self._offer.called)
        self._paper.choose(self._offer.paper)
        self._parts.show_counts({} if self._is_drift() else self._offer.counts)

    def _choose_what(self, _key: str) -> None:
        names = (self._offer.changes_file_name, self._offer.file_name)
        self.rename(*(reversed(names) if self._is_drift() else names))
        self._show_offer()
        self.changed.emit()

    def _reread(self, change: Change) -> None:
        """Something of the office changed, by this window, another one or the terminal."""
        if not any(table in _ABOUT for table, _row in change.touched):
            return
        before = self._offer
        try:
            self._offer = brief_preview.offer_brief(self._desk.office, self._search)
        except AppError as error:
            self.go(str(error))
            return
        self.is_gone = False
        names = [each.changes_file_name if self._is_drift() else each.file_name for each in (before, self._offer)]
        self.rename(*names)
        self._show_offer()
        self.changed.emit()


def _words() -> dict[BriefPart, str]:
    """What a part is called beside its box."""
    return {
        BriefPart.REQUIREMENTS: _("Requirements ({count})"), BriefPart.DEALS: _("Deal makers and breakers ({count})"),
        BriefPart.LAST_PERSON: _("The last person in the role ({count})"),
        BriefPart.ALTERNATIVES: _("Alternatives ({count})"), BriefPart.MARKET: _("Market facts ({count})"),
        BriefPart.PROCESS: _("Process ({count})"), BriefPart.SOURCING: _("Where we look ({count})"),
        BriefPart.CHANGES: _("What changed ({count})"),
    }  # fmt: skip
