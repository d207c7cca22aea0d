"""The side of a summary being made: paper, the lines that stand first, what to include, the file's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.errors import AppError, InputError
from app.domain.summary import MeetingSummary
from app.domain.talks import MeetingId
from app.services import documents, meetings, preview
from app.services.changes import Change
from app.services.preview import Offer, Pressed
from app.words import _
from ui.desk import Desk
from ui.document.details import Details
from ui.document.making import Making
from ui.document.parts import Parts, StaysOut, words_of_a_summary
from ui.document.preview import Draft
from ui.kit.drafts import DraftKeeper
from ui.kit.field import Area, Field
from ui.kit.words import Label

_LINES = 3
_ABOUT = frozenset({
    "meeting", "captured_item", "wording", "expectation", "follow_up", "note", "satisfaction", "market_fact", "talk",
    "setting", "manager", "search",
})  # fmt: skip


class SummaryPanel(Making):
    """What goes on the page of one meeting's summary. The page follows each key; the office when a field is left."""

    def __init__(self, desk: Desk, meeting: MeetingId, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._meeting = meeting
        self._offer: Offer = preview.offer(desk.office, meeting)
        self._title.setText(_("Summary"))
        self._in_short = Area(_("The two or three lines your reader needs most."), lines=_LINES + 1)
        self._in_short.setPlainText(self._offer.summary.in_short)
        self._in_short_field = Field(_("In short"), self._in_short)
        self._in_short_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._draft = DraftKeeper(self._in_short, f"in-short:{meeting}", desk.bridge)
        self._parts = Parts(words_of_a_summary())
        self._stays_out = StaysOut()
        self._name.setText(self._offer.file_name)
        self._taken: tuple[tuple[str, ...], int] | None = None
        self._unfit = False
        self._build()
        self._show_offer()
        self._connect()

    def source(self) -> Draft:
        """The summary with the lines as they are typed; with those of before, while they cannot be kept."""
        return Draft(self._typed() or self._offer.summary, self._parts.left_out(), self._offer.paper)

    def take(self, pressed: Pressed) -> None:
        """Name what no font has, and say when the first lines are too many."""
        if self._unfit or (pressed.uncovered, pressed.lines_in_short) == self._taken:
            return
        self._taken = (pressed.uncovered, pressed.lines_in_short)
        self.show_uncovered(pressed)
        count = pressed.lines_in_short
        if count > _LINES:
            most = _("This takes {count} lines on paper. Please keep it to {most}.")
            self._in_short_field.refuse(most.format(count=count, most=_LINES))
        else:
            self._in_short_field.clear()

    def settle(self) -> None:
        """Save the first lines as one step."""
        super().settle()
        typed = self._typed()
        if typed is not None and typed.in_short == self._offer.summary.in_short:
            if self._draft.is_waiting() or self._draft.restored:
                self._draft.forget()
            return
        words = typed.in_short if typed is not None else self._in_short.toPlainText()
        say = partial(meetings.say_in_short, self._desk.office, self._meeting, text=words)
        self._desk.bridge.do(say, then=self._saved, failed=self._not_saved)

    def keep(self, pressed: Pressed) -> Callable[[], Change]:
        """List the summary as issued."""
        made = preview.made(self._offer, pressed, self.file_name())
        return partial(documents.keep_summary, self._desk.office, self._offer.meeting, made)

    def _build(self) -> None:
        if Details.are_wanted(self._desk):
            self.add(Details(self._desk))
        self.add(self._title)
        self.add(self._called)
        self.add_labelled(_("Document"), Label(_("Meeting summary"), "body"))
        self.add_labelled(_("Paper"), self._paper)
        self.add(self._in_short_field, above=16)
        self.add(self._parts, above=16)
        self.add(self._stays_out, above=12)
        self.add_name(f"summary:{self._meeting}:name", self._desk.bridge)
        self.add(self._uncovered, above=8)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._in_short.textChanged.connect(self.changed)
        self._in_short.left.connect(self.settle)
        self._parts.changed.connect(self.changed)
        self._desk.bridge.changed.connect(self._reread)

    def _typed(self) -> MeetingSummary | None:
        """The summary as it is typed, or None for a text that cannot be kept; the field says why."""
        try:
            summary = preview.in_short(self._offer.summary, self._in_short.toPlainText())
        except InputError as error:
            self._unfit = True
            self._in_short_field.refuse(str(error))
            return None
        if self._unfit:
            self._unfit, self._taken = False, None
        return summary

    def _show_offer(self) -> None:
        offer = self._offer
        self._called.setText(offer.called)
        self._paper.choose(offer.paper)
        self._parts.show_counts(offer.counts)
        self._stays_out.show_count(offer.private)

    def _reread(self, change: Change) -> None:
        """Something of the office changed, by this window, another one or the terminal."""
        if not any(table in _ABOUT for table, _row in change.touched):
            return
        before = self._offer
        try:
            self._offer = preview.offer(self._desk.office, self._meeting)
        except AppError as error:
            self.go(str(error))
            return
        self.is_gone = False
        if self._in_short.toPlainText().strip() == before.summary.in_short != self._offer.summary.in_short:
            self._in_short.blockSignals(True)  # not typed: no draft, and the page is drawn once, below
            self._in_short.setPlainText(self._offer.summary.in_short)
            self._in_short.blockSignals(False)
        self.rename(before.file_name, self._offer.file_name)
        self._show_offer()
        self.changed.emit()

    def _saved(self, _change: Change) -> None:
        self._draft.forget()

    def _not_saved(self, error: AppError) -> None:
        self._in_short_field.refuse(str(error))
