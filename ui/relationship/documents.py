"""What was issued to a manager, newest first: each opens as it went out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.domain.dates import day_words
from app.domain.issued import IssuedDocument
from app.domain.managers import ManagerId
from app.services import documents
from app.services.changes import Change
from app.services.office import Office
from app.words import _, plural
from ui.desk import Desk, Place
from ui.kit import mirror, paint
from ui.kit.listing import Listing, RowDelegate, Rows
from ui.kit.words import Label
from ui.theme import line_height, size

_ROW, _MOST_ROWS, _AT_ONCE = 50, 6, 100


class IssuedList(QWidget):
    """The documents under their heading; nothing while there are none."""

    def __init__(self, desk: Desk, manager: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._manager = desk, ManagerId(manager)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(8))
        heading = Label(_("Documents"), "heading")
        self.listing = Listing(_("Documents"), row_height=size(_ROW))
        self._rows = _Issued(desk.office, self._manager, self)
        self.listing.setModel(self._rows)
        self.listing.setItemDelegate(_IssuedRow(desk.office, self.listing))
        heading.setBuddy(self.listing)
        head = QHBoxLayout()
        # Over the rows' text, whose ground begins further out.
        head.setContentsMargins(mirror.margins(size(8), 0, 0, 0))
        head.addWidget(heading)
        column.addLayout(head)
        column.addWidget(self.listing)
        self.listing.opened.connect(self._open)
        self.listing.clicked_at.connect(self._clicked)
        desk.bridge.changed.connect(self._reread)
        self.read()

    def read(self) -> None:
        """Read the list again."""
        self._rows.read()
        count = self._rows.rowCount()
        self.setVisible(count > 0)
        self.listing.setFixedHeight(min(count, _MOST_ROWS) * size(_ROW))

    def show_record(self, _record: str, number: int) -> None:
        """Bring a document into sight and mark it."""
        self._rows.read_until(number)
        rows = [row for row, each in enumerate(self._rows.records) if each.id == number]
        if rows:
            self.listing.select(rows[0])

    def _open(self, row: int) -> None:
        self._desk.open(Place("issued", self._rows.records[row].id))

    def _clicked(self, row: int, _at: object) -> None:
        self._open(row)

    def _reread(self, change: Change) -> None:
        if any(table == "issued_document" for table, _row in change.touched):
            self.read()


class _Issued(Rows[IssuedDocument]):
    """The documents, read by hundreds as the list is scrolled."""

    def __init__(self, office: Office, manager: ManagerId, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._manager = office, manager
        self._more = False

    def read(self) -> None:
        """Begin again at the newest."""
        found = documents.issued_of(self._office, self._manager, limit=_AT_ONCE)
        self._more = len(found) == _AT_ONCE
        self.show(found)

    def read_until(self, number: int) -> None:
        """Read on until a document is there, or all are."""
        while self._more and all(each.id != number for each in self.records):
            self.fetchMore()

    def canFetchMore(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> bool:
        """Whether the last page was full."""
        return self._more

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> None:
        """The next hundred."""
        found = documents.issued_of(self._office, self._manager, before=self.records[-1], limit=_AT_ONCE)
        self._more = len(found) == _AT_ONCE
        if found:
            self.beginInsertRows(QModelIndex(), len(self.records), len(self.records) + len(found) - 1)
            self.records.extend(found)
            self.endInsertRows()

    def words(self, record: IssuedDocument) -> str:
        """Title and what is known, in one sentence."""
        return _("{title}, {facts}").format(title=record.title, facts=facts(self._office, record))


class _IssuedRow(RowDelegate):
    """A page, the title over its facts."""

    def __init__(self, office: Office, listing: Listing) -> None:
        super().__init__(listing)
        self._office, self._listing = office, listing

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, record: object) -> None:
        """One row; hover and the keyboard show on its ground."""
        assert isinstance(record, IssuedDocument)
        box = QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected) and self._listing.hasFocus()
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            paint.rounded(painter, box, ground="hover")
        if current:
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -1))
        text, caption = line_height("statement"), line_height("caption")
        top = box.top() + (box.height() - text - caption) / 2
        paint.draw_icon(painter, box.left() + size(8), top + (text - size(16)) / 2, "file-text", "text2")
        words = box.adjusted(size(8 + 28), 0, -size(8), 0)
        line = QRectF(words.left(), top, words.width(), text)
        paint.text(painter, line, record.title, "statement")
        line.setRect(words.left(), top + text, words.width(), caption)
        paint.text(painter, line, facts(self._office, record), "caption", "text2")


def facts(office: Office, record: IssuedDocument) -> str:
    """When it was made, how long it is, whether it was sent."""
    made = day_words(record.made_at.astimezone(office.zone).date(), office.today())
    pages = plural("{count} page", "{count} pages", record.pages)
    if record.sent_on is None:
        return _("{day} · {pages}").format(day=made, pages=pages)
    sent = day_words(record.sent_on.astimezone(office.zone).date(), office.today())
    return _("{day} · {pages} · sent {sent}").format(day=made, pages=pages, sent=sent)
