"""The quick-add bar: one typed line becomes a talk, shown as it is understood; Tab opens the same thing as fields.

What is typed is kept as a draft for each manager. Enter saves; nothing here is lost when saving fails.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.dates import time_words
from app.domain.errors import AppError
from app.domain.managers import ManagerId
from app.domain.quickadd import MarkKind, QuickLine
from app.domain.text import LINE
from app.services import searches, talks, whole_talks
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit import quick_text
from ui.kit.drafts import DraftKeeper
from ui.kit.order import follow
from ui.kit.plain import menu_words
from ui.kit.quick_bar import QuickBar
from ui.kit.quick_chips import Part, QuickChip, parts
from ui.kit.quick_menus import Known, choices
from ui.kit.talk_fields import ScrolledForm, TalkEditor
from ui.theme import icon

_MINUTE_MS = 60_000  # how often the chip that says now is looked at


class QuickAdd(QWidget):
    """The bar of one manager, and the fields behind it; `logged` carries the new talk's id."""

    logged = Signal(int)

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._office, self._manager = desk, desk.office, ManagerId(manager)
        self._saving = ""
        self._read_for: tuple[str, QuickLine] | None = None
        self._bar = QuickBar(self._understood)
        self._form: TalkEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._bar)
        self.field = self._bar.field
        self.setFocusProxy(self.field)
        place = talks.draft_place(self._manager)
        self._fields_place = f"{place}/fields"
        self._draft = DraftKeeper(self.field, place, desk.bridge)
        self.field.textChanged.connect(self._typed)
        self.field.entered.connect(self.save)
        self.field.fields_asked.connect(self.open_fields)
        self._bar.chips.pressed.connect(self._correct)
        self._bar.chips.removed.connect(self._remove)
        desk.bridge.changed.connect(self._on_changed)
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._clock.timeout.connect(self._show_understood)
        self._clock.start()
        self._show_understood()
        if desk.bridge.draft(self._fields_place):
            self._show_fields()

    def save(self) -> None:
        """Log the line."""
        line = self.field.toPlainText()
        if self._saving or not line.strip():
            return
        self._saving = line
        self._desk.bridge.do(
            partial(talks.log, self._office, self._manager, line), then=self._saved, failed=self._refused
        )

    def open_fields(self) -> None:
        """The same thing as fields."""
        self._show_fields().focus_first()

    def _show_fields(self) -> TalkEditor:
        """The fields with what the line says, and what was left half written in them."""
        if self._form is None:
            self._form = self._made_form()
        self._form.show_searches(self._known().searches)
        self._form.show_values(quick_text.fields_of(self._read(self.field.toPlainText())), self._office.now())
        self._form.keep_draft(self._fields_place, self._desk.bridge)
        follow(self._bar.chips.last(), self._form)
        self._bar.hide()
        self._room.show()
        return self._form

    def close_fields(self) -> None:
        """Back to the line, which says what the fields said."""
        if self._form is not None:
            self._form.forget_draft()
            self._room.hide()
        self._bar.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_fields_open(self) -> bool:
        """Whether the fields are shown instead of the line."""
        return self._form is not None and self._room.isVisibleTo(self)

    def begin_with(self, line: str) -> None:
        """Words from elsewhere, behind what stands in the line already."""
        self.field.rewrite_line(" ".join(part for part in (self.field.line().rstrip(), line) if part))

    def focus_line(self) -> None:
        """The keyboard to where the talk is written."""
        if self._form is not None and self.has_fields_open():
            self._form.focus_first()
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Keep what is typed now."""
        if self._draft.is_waiting():
            self._draft.keep()
        if self._form is not None:
            self._form.settle()

    def _made_form(self) -> TalkEditor:
        name = self._office.managers.get(self._manager).first_name
        form = TalkEditor(
            _("Log a talk as fields"), their_name=name, plans=True, now=self._office.now(), zone=self._office.zone
        )
        form.saved.connect(self._save_fields)
        form.cancelled.connect(self.close_fields)
        form.edited.connect(self._fields_edited)
        self._room = ScrolledForm(form)
        self._column.addWidget(self._room)
        return form

    def _save_fields(self) -> None:
        assert self._form is not None
        if self._saving:
            return
        try:
            fields = self._form.values()
        except AppError as error:
            self._form.refuse(error)
            return
        self._saving = self.field.toPlainText()
        self._desk.bridge.do(
            partial(whole_talks.log, self._office, self._manager, fields), then=self._saved, failed=self._refused
        )

    def _fields_edited(self) -> None:
        """The typed line follows the fields, and is kept as their draft."""
        fields = self._form.values_or_none() if self._form is not None else None
        if fields is not None:
            known = self._known()
            self.field.setPlainText(quick_text.line_of(fields, known.now, known.zone, known.searches))

    def _saved(self, change: Change) -> None:
        written, self._saving = self._saving, ""
        if self.field.toPlainText() == written:
            self.field.clear()
        self._draft.forget()
        self._bar.refuse("")
        if self.has_fields_open():
            self.close_fields()
        self._desk.say(change.label, undo=True)
        self.logged.emit(change.id)

    def _refused(self, error: AppError) -> None:
        self._saving = ""
        if self._form is not None and self.has_fields_open():
            self._form.refuse(error)
        else:
            self._bar.refuse(str(error))

    def _known(self) -> Known:
        found = [(int(search.id), search.title) for search in self._office.searches.open_of(self._manager)]
        return Known(self._office.now(), self._office.zone, found)

    def _understood(self) -> QuickLine:
        """The first line, understood once for its colours and its chips."""
        return self._read(self.field.line())

    def _read(self, line: str) -> QuickLine:
        if self._read_for is None or self._read_for[0] != line:
            self._read_for = (line, talks.read_line(self._office, self._manager, line))
        return self._read_for[1]

    def _typed(self) -> None:
        line = self.field.line()
        self._bar.refuse(_too_long() if len(line) > LINE else "")
        self._show_understood()

    def _show_understood(self) -> None:
        now = self._office.now()
        self._bar.chips.show_parts(parts(self._understood(), time_words(now, now, self._office.zone)))

    def _correct(self, chip: QuickChip) -> None:
        """A chip was pressed: a menu of what it can become, or the search it would open."""
        if chip.part.kind is MarkKind.UNKNOWN_SEARCH:
            self._open_search(chip.part)
            return
        found = choices(chip.part, self.field.line(), self._understood(), self._known())
        menu = QMenu(chip)
        menu.setAccessibleName(chip.part.words)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in found:
            action = menu.addAction(icon(choice.icon, "text2", 14), menu_words(choice.words))
            action.setData((choice.line, chip.part))
            action.setCheckable(choice.on)
            action.setChecked(choice.on)
        menu.triggered.connect(self._chosen)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _chosen(self, action: QAction) -> None:
        line, part = action.data()
        if line is not None:
            self._rewrite(line)
        elif part.mark is not None:
            self.field.select_span(part.mark.start, part.mark.end)

    def _remove(self, chip: QuickChip) -> None:
        if chip.part.mark is not None:
            self._rewrite(quick_text.without(self.field.line(), self._understood(), chip.part.mark))
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rewrite(self, line: str) -> None:
        self.field.rewrite_line(line)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_search(self, part: Part) -> None:
        """Open the search nobody knows, by the name that was typed; the line then links to it."""
        assert part.mark is not None
        use_case = partial(searches.open_search, self._office, self._manager, title=part.mark.label)
        self._desk.bridge.do(use_case, then=self._search_opened, failed=self._refused)

    def _search_opened(self, change: Change) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.say(change.label, undo=True)

    def _on_changed(self, change: Change) -> None:
        """Another search may be known now, or one less."""
        if any(table == "search" for table, _row in change.touched):
            self._read_for = None
            self._bar.recolour()
            self._show_understood()


def _too_long() -> str:
    sentence = _("This line has more than {limit} letters. It is kept as plain text, without marks.")
    return sentence.format(limit=f"{LINE:,}")
