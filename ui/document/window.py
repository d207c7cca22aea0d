"""The window of one document: the page on the left, what it is about on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services import live
from app.services.changes import Change
from app.words import _
from ui.desk import Desk, Place
from ui.document.agreement_panel import AgreementPanel
from ui.document.bar import PageBar
from ui.document.brief_panel import BriefPanel
from ui.document.issued_panel import IssuedPanel
from ui.document.making import Making
from ui.document.page_view import PageView
from ui.document.preview import Preview, Shown, Wish
from ui.document.sending import Sending, show_folder
from ui.document.subject import Subject
from ui.document.summary_panel import SummaryPanel
from ui.document.trouble_panel import TroublePanel
from ui.kit import mirror
from ui.kit.card import Ground
from ui.kit.scrolling import Page
from ui.kit.toast import Toast, announce
from ui.theme import size

_SIZE, _LEAST, _SIDE = (1160, 780), (760, 520), 381


class DocumentWindow(QWidget):
    """A meeting's summary, a search's brief, a relationship's agreement sheet, or a document as it was issued."""

    def __init__(self, desk: Desk, about: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("document")
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._desk, self._about = desk, (about.kind, about.id)
        self._number, self._saved_at = 0, ""
        self.view = PageView()
        self.preview = Preview(self)
        self.subject = _subject(desk, about)
        self.sending = Sending(desk, self.subject, self.preview)
        self.sending.set_ready(False)
        self._bar = PageBar(self.view)
        self._toast = Toast(self.view, offer=_("Show"))
        self.view.setAccessibleName(_("The page is being drawn"))
        self._build()
        self._connect()
        self._add_keys()
        if isinstance(self.subject, TroublePanel):
            self._show_sentence(self.subject.sentence)
        self.setWindowTitle(self.subject.title())
        self._ask()

    def is_about(self, place: Place) -> bool:
        """Whether it shows what stands at this place."""
        return self._about == (place.kind, place.id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed is saved before the window goes."""
        self.subject.settle()
        super().closeEvent(event)

    def _build(self) -> None:
        desk_side, side = Ground("chrome"), Ground("canvas", left=True)
        left = QVBoxLayout(desk_side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.view, 1)
        left.addWidget(self._bar)
        page = Page(top=size(20), margin=size(24))
        page.column.addWidget(self.subject, 1)
        page.verticalScrollBar().rangeChanged.connect(self.sending.set_edge)
        right = QVBoxLayout(side)
        right.setContentsMargins(mirror.margins(1, 0, 0, 0))
        right.setSpacing(0)
        right.addWidget(page, 1)
        right.addWidget(self.sending)
        side.setMinimumWidth(size(_SIDE))
        side.setMaximumWidth(max(size(_SIDE), self.sending.minimumSizeHint().width() + 1))  # and the line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(desk_side, 1)
        row.addWidget(side)

    def _connect(self) -> None:
        self.subject.changed.connect(self._ask)
        self.subject.refused.connect(self.sending.say)
        if isinstance(self.subject, Making):
            self.subject.gone.connect(self._show_sentence)
        self.view.seen.connect(self.preview.begin)
        self.view.resized.connect(self._ask)
        self.view.turned.connect(self.turn)
        self._bar.turned.connect(self.turn)
        self.preview.shown.connect(self._show)
        self.preview.refused.connect(self._show_sentence)
        self.sending.saved.connect(self._tell_saved)
        self._toast.undo.connect(self._show_saved)

    def _add_keys(self) -> None:
        """The keys of this window; those of the main window do not reach here."""
        keys: tuple[tuple[str, tuple[str, ...], Callable[[], object]], ...] = (
            (_("Save PDF"), ("Ctrl+S",), self.sending.save), (_("Print"), ("Ctrl+P",), self.sending.print),
            (_("Email"), ("Ctrl+E",), self.sending.email), (_("Larger"), ("Ctrl++", "Ctrl+="), self._bar.larger),
            (_("Smaller"), ("Ctrl+-",), self._bar.smaller), (_("Whole page"), ("Ctrl+0",), self._bar.whole),
            (_("Next page"), ("PgDown",), self._next), (_("Previous page"), ("PgUp",), self._previous),
            (_("Undo"), ("Ctrl+Z",), self._undo), (_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), self._redo),
            (_("Close"), ("Esc", "Ctrl+W"), self.close),
        )  # fmt: skip
        for words, sequences, answer in keys:
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(each) for each in sequences])
            action.triggered.connect(answer)
            self.addAction(action)

    def turn(self, step: int) -> None:
        """Go some pages on or back, as far as there are pages."""
        last = self.preview.last
        count = len(last.pressed.sizes) if last is not None else 1
        number = min(max(self._number + step, 0), count - 1)
        if number != self._number:
            self._number = number
            self.view.verticalScrollBar().setValue(0)
            self._ask()

    def _next(self) -> None:
        self.turn(1)

    def _previous(self) -> None:
        self.turn(-1)

    def _ask(self) -> None:
        """Have the page drawn as it should be now."""
        source = None if self.subject.is_gone else self.subject.source()
        if source is not None:
            self.preview.ask(Wish(source, self._number, self.view.scale()))

    def _show(self, shown: Shown) -> None:
        if self.subject.is_gone:  # while it was drawn
            return
        self._number = shown.page
        self.view.show_page(shown.image, shown.pressed.sizes[shown.page])
        self._bar.show_page(shown.page, len(shown.pressed.sizes))
        if self.view.accessibleName() != self._bar.page_name():
            self.view.setAccessibleName(self._bar.page_name())
            announce(self.view, self._bar.page_name())
        self.subject.take(shown.pressed)
        self.sending.set_ready(True)

    def _show_sentence(self, sentence: str) -> None:
        self.view.show_sentence(sentence)
        self.view.setAccessibleName(sentence)
        self.sending.set_ready(False)

    def _tell_saved(self, path: str) -> None:
        self._saved_at = path
        self._toast.say(_("Saved"), undo=True)

    def _show_saved(self) -> None:
        show_folder(self._saved_at)

    def _undo(self) -> None:
        self._desk.bridge.do(partial(live.undo, self._desk.office), then=self._told, failed=self._refused)

    def _redo(self) -> None:
        self._desk.bridge.do(partial(live.redo, self._desk.office), then=self._told, failed=self._refused)

    def _told(self, change: Change) -> None:
        self.sending.say(change.label)

    def _refused(self, error: AppError) -> None:
        self.sending.say(str(error))


def document_window(desk: Desk, place: Place, parent: QWidget) -> DocumentWindow:
    """The window of a document: the one that is open already, brought to the front, or a new one."""
    for known in parent.findChildren(DocumentWindow):
        if known.is_about(place) and known.isVisible():
            known.raise_()
            known.activateWindow()
            return known
    return DocumentWindow(desk, place, parent)


def _subject(desk: Desk, about: Place) -> Subject:
    """The side for what was asked for, or for why there is nothing to show."""
    panels: dict[str, Callable[[Desk, Any], Subject]] = {
        "document": SummaryPanel, "brief": BriefPanel, "agreement": AgreementPanel, "issued": IssuedPanel,
    }  # fmt: skip
    try:
        return panels[about.kind](desk, about.id)
    except AppError as error:
        return TroublePanel(str(error))
