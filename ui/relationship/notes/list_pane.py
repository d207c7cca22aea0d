"""The left side of the notes: find, the button for a new one, and the list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.managers import ManagerId
from app.services.office import Office
from app.words import _, plural
from ui.kit import mirror
from ui.kit.button import IconButton
from ui.kit.field import Line
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.relationship.notes.listing import NoteListing, NoteRows
from ui.theme import size

WIDTH, WIDEST = 292, 336  # at 100 % and at 130 %, as the sidebar grows
_EDGE, _RIGHT = 24, 14


class NotesPane(QWidget):
    """Find, new, and the list."""

    def __init__(self, office: Office, manager: ManagerId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NoteRows(office, manager, self)
        self.listing = NoteListing(self.rows)
        self.words = Line(_("Find in notes"), icon="search")
        self.words.setAccessibleName(_("Find in notes"))
        self.new = IconButton("plus", _("New note"))
        self._none = Label(_("Nothing found."), "body", "text2", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(size(4))
        top.addWidget(self.words, 1)
        top.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(mirror.margins(_EDGE, 15, _RIGHT, 8))
        column.setSpacing(size(8))
        column.addLayout(top)
        column.addWidget(self._none)
        column.addWidget(self.listing, 1)
        self.words.textChanged.connect(self._find)
        self.fit()
        self._say_nothing_found()

    def fit(self) -> None:
        """As wide as the text size wants it."""
        self.setFixedWidth(min(size(WIDTH), WIDEST))

    def refresh(self) -> None:
        """Read the list again."""
        self.rows.refresh()
        self._say_nothing_found()

    def _find(self, words: str) -> None:
        self.rows.find(words)
        self._say_nothing_found()
        found = len(self.rows.records)
        more = self.rows.canFetchMore()
        announce(self.words, _("More than {count} notes").format(count=found) if more else _found(found))

    def _say_nothing_found(self) -> None:
        self._none.setVisible(bool(self.words.text().strip()) and not self.rows.records)


def _found(count: int) -> str:
    """How many notes are shown."""
    return plural("{count} note", "{count} notes", count) if count else _("Nothing found.")
