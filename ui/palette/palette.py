"""The palette over the window: one field for everybody, everything that was written and everything that can be done.

Choosing goes through the desk, as from any screen. The keyboard stays in the field; where it was before, it is again
after Esc.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.health import word_label
from app.services import sidebar
from app.services.changes import Change
from app.words import _, plural
from ui.desk import Desk, Place
from ui.kit.over import Over
from ui.kit.toast import announce
from ui.palette.offers import Answered, Command, Offers
from ui.palette.parts import PaletteField, PaletteFoot, PaletteHead, PaletteList
from ui.palette.rows import PaletteRows, Row
from ui.palette.searching import Answer, Searching
from ui.theme import size

_WIDE, _HIGH, _ABOVE, _BELOW = 640, 472, 4, 4
_SAY_MS, _WORD_MS = 300, 120
Commands = Sequence[Command]


class Palette(Over):
    """`here` is where the window is, `answered` what can be done on its page, and everywhere."""

    def __init__(self, desk: Desk, answered: tuple[Commands, Commands], here: Place, window: QWidget) -> None:
        super().__init__(window, _("Search or do anything"), wide=_WIDE)
        self.setObjectName("palette")
        self._desk, self._line, self._asking = desk, "", False
        self._search = Searching(desk.office, self)
        self._offers = Offers(desk.office, self._search.everybody, Answered(*answered), here)
        self._known: dict[int, str] = {}
        self._found = 0
        self.rows = PaletteRows(self)
        self.field, self.list, self.foot = PaletteField(), PaletteList(self.rows), PaletteFoot()
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addWidget(PaletteHead(self.field))
        column.addSpacing(size(_ABOVE))
        column.addWidget(self.list, 1)
        column.addSpacing(size(_BELOW))
        column.addWidget(self.foot)
        self._say_soon = QTimer(self, singleShot=True, interval=_SAY_MS)
        self._words_next = QTimer(self, interval=_WORD_MS)
        self._listen()
        self._show(self._offers.to_begin_with())

    def ask_who(self, line: str) -> None:
        """Ask who a line is to be logged with; an empty one is still to be written."""
        self._line, self._asking = line, True
        self.field.setPlaceholderText(_("Log with whom?"))
        self.field.clear()
        self._typed("")

    def first(self) -> QWidget:
        """The keyboard is in the field as long as it is open."""
        return self.field

    def height_at(self, _wide: int) -> int:
        """The same whatever is found, so that nothing jumps under the eyes."""
        return size(_HIGH)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size is another place."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing more is read."""
        self._search.stop()
        self._words_next.stop()
        self._say_soon.stop()
        super().closeEvent(event)

    def _listen(self) -> None:
        self._search.answered.connect(self._show_answer)
        self._say_soon.timeout.connect(self._say_count)
        self._words_next.timeout.connect(self._read_word)
        self.field.textChanged.connect(self._typed)
        self.field.stepped.connect(self._step)
        self.field.chosen.connect(self._choose)
        self.field.refused.connect(self._desk.say)
        self.list.clicked_at.connect(self._clicked)
        self._desk.bridge.changed.connect(self._on_changed)

    def _typed(self, words: str) -> None:
        """What fits, as soon as it is known; an empty field at once."""
        self._search.stop()
        if words.strip():
            self._search.begin(words)
        elif self._asking:
            self._ask("")
        else:
            self._show(self._offers.to_begin_with())

    def _show_answer(self, answer: Answer) -> None:
        if self._asking:
            self._ask(answer.words)
        else:
            self._show(self._offers.for_words(answer.words, answer.people, answer.partly, answer.found))

    def _ask(self, words: str) -> None:
        self._show(self._offers.people_to_ask(self._search.everybody.to_ask(words), words, self._line))

    def _show(self, rows: list[Row]) -> None:
        self.rows.show(rows)
        for person, word in self._known.items():
            self.rows.add_words(person, word)
        self.list.select(self.rows.next_from(-1, 1))
        self.list.scrollToTop()
        is_nothing = bool(rows) and rows[0].deed is None and bool(rows[0].icon)  # what to do instead is no result
        self._found = 0 if is_nothing else self.rows.count()
        self.foot.say(self._count_words() if self.field.text().strip() else "")
        self._say_soon.start()
        self._words_next.start()

    def _say_count(self) -> None:
        """Politely, once the typing pauses: how much there is, and what Enter would open."""
        row = self._current()
        if self.field.text().strip():
            count = self._count_words()
            announce(self.field, f"{count}. {self.rows.words(row)}" if row else count)
        elif row is not None:
            announce(self.field, self.rows.words(row))

    def _count_words(self) -> str:
        return plural("{count} result", "{count} results", self._found) if self._found else _("no results")

    def _read_word(self) -> None:
        """How one more of the people that are shown stands; a word takes some milliseconds, so each has its turn."""
        person = next((row.person for row in self.rows.records if row.person and row.person not in self._known), 0)
        if not person:
            self._words_next.stop()
            return
        word = sidebar.words_of(self._desk.office, [person]).get(person)
        self._known[person] = word_label(word) if word is not None else ""
        self.rows.add_words(person, self._known[person])

    def _step(self, step: int) -> None:
        row = self.rows.next_from(self.list.current_row(), step)
        if row >= 0:
            self.list.select(row)
            self._say_soon.stop()
            announce(self.field, self.rows.words(self.rows.records[row]))

    def _current(self) -> Row | None:
        at = self.list.current_row()
        return self.rows.records[at] if 0 <= at < len(self.rows.records) else None

    def _clicked(self, row: int, _where: object) -> None:
        if self.rows.records[row].deed is not None:
            self.list.select(row)
            beside = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            self._choose(bool(beside))

    def _choose(self, beside: bool) -> None:
        """Do what the chosen row says; beside, a person's tab is made while this page stays."""
        row = self._current()
        deed = row.deed if row is not None else None
        if deed is None:
            return
        if deed.ask:
            self.ask_who(deed.ask)
            return
        if deed.place is not None and beside and deed.place.kind == "manager" and not deed.command:
            self.close()
            self._desk.open_beside(deed.place)
            return
        self.close()
        if deed.place is not None:
            self._desk.open(deed.place)
        if deed.command:
            self._desk.command(deed.command)

    def _on_changed(self, _change: Change) -> None:
        """Names and texts may be others now."""
        if self.isVisible():
            self._search.reread()
            self._known = {}
            self._typed(self.field.text())
