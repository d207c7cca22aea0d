"""The page beside the list: who may see the note, the toolbar, the sheet, and whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.services import notebook
from app.words import _
from ui.desk import Desk
from ui.kit import mirror, paint
from ui.kit.button import Button, IconButton
from ui.kit.scrolling import MARGIN, PAGE_LIMIT
from ui.kit.segmented import Segmented
from ui.kit.toast import announce
from ui.kit.words import Elided, Label
from ui.relationship.notes.list_pane import WIDTH
from ui.relationship.notes.sheet import Sheet
from ui.theme import size

_LEFT, _SHOWN_SHEETS = 28, 8
PRIVATE, SHAREABLE = "private", "shareable"


class AccessBanner(QWidget):
    """What the switch means, in words; the private ground under a private note."""

    def __init__(self) -> None:
        super().__init__()
        self._shareable = False
        self._word, self._sentence = Label("", "bodyStrong"), Label("", "body", "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(mirror.margins(size(35), size(7), size(12), size(7)))
        row.setSpacing(size(9))
        row.addWidget(self._word)
        row.addWidget(self._sentence, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_access(self, *, shareable: bool) -> None:
        """Say it for a private or a shareable note."""
        self._shareable = shareable
        word, sentence = notebook.access_sentences(shareable=shareable)
        self._word.setText(word)
        self._word.set_tone("accent" if shareable else "text")
        self._sentence.setText(sentence)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and sign."""
        painter = mirror.painter_on(self)
        paint.rounded(painter, QRectF(self.rect()), ground="accentSoft" if self._shareable else "neutralSoft")
        icon, tone = ("share-2", "accent") if self._shareable else ("lock", "text2")
        paint.draw_icon(painter, size(12), (self.height() - size(16)) / 2, icon, tone)


class Foot(QWidget):
    """Saved or not on the left, the length on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._saved, self._length = Elided("", "caption", "text2"), Label("", "caption", "text2")
        self.copy = Button(_("Copy text"), kind="link")
        self.copy.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(8))
        row.addWidget(self._saved)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self._length)
        self.setMinimumHeight(size(26))

    @property
    def said(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    def say_saved(self, words: str, *, aloud: bool = False) -> None:
        """The note is saved, or nothing is to be said; `aloud` while it is being written."""
        if aloud and words != self.said:
            announce(self, words)
        self._say(words, "text2", failed=False)

    def say_failed(self, words: str) -> None:
        """The note is not saved; its text can be copied."""
        if words != self.said:
            announce(self, words)
        self._say(words, "missed", failed=True)

    def say_length(self, words: str) -> None:
        """How long the note is."""
        self._length.setText(words)

    def _say(self, words: str, tone: str, *, failed: bool) -> None:
        self._saved.setText(words)
        self._saved.set_tone(tone)
        self.copy.setVisible(failed)


class NotePage(QWidget):
    """Shows one sheet of those that are open; the last few stay, each with its own undo and place."""

    access_chosen = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheets: list[Sheet] = []
        self.access = Segmented(
            [(PRIVATE, _("Private"), "lock"), (SHAREABLE, _("Shareable"), "share-2")], name=_("Who may see this note")
        )
        self.banner, self.foot = AccessBanner(), Foot()
        self.read = IconButton("eye", _("Read view"))
        self._stack = QStackedWidget()
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.access.chosen.connect(self._access_chosen)
        self.read.clicked.connect(self.toggle_reading)
        self.foot.copy.clicked.connect(self._copy)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet on top."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Sheet) else None

    def sheet_of(self, note: int) -> Sheet | None:
        """The open sheet of a note; 0 is the one not yet saved."""
        return next((each for each in self.sheets if each.saver.note == note), None)

    def show_sheet(self, sheet: Sheet) -> None:
        """Bring a sheet to the top; what is typed on the last one is saved first."""
        last = self.sheet
        if last is not None and last is not sheet:
            last.saver.save()
        if sheet in self.sheets:
            self.sheets.remove(sheet)
        else:
            self._stack.addWidget(sheet)
            sheet.saver.told.connect(self.tell)
            sheet.refused.connect(self._refused)
        self.sheets.append(sheet)
        self._stack.setCurrentWidget(sheet)
        for old in self.sheets[:-_SHOWN_SHEETS]:
            if not old.saver.waiting:
                self.drop(old)
        self.tell()

    def drop(self, sheet: Sheet) -> None:
        """Put a sheet away for good."""
        self.sheets.remove(sheet)
        self._stack.removeWidget(sheet)
        sheet.deleteLater()

    def tell(self) -> None:
        """Say what is true of the sheet on top: who may see it, whether it is saved, how long it is."""
        sheet = self.sheet
        if sheet is None:
            return
        saver = sheet.saver
        self.access.choose(SHAREABLE if saver.shareable else PRIVATE)
        self.banner.show_access(shareable=saver.shareable)
        self.read.set_icon("pencil" if sheet.reading else "eye")
        self.read.set_name(_("Write") if sheet.reading else _("Read view"))
        self.foot.say_length(_("{words} · Markdown").format(words=notebook.count_words(sheet.source.toPlainText())))
        at = saver.saved_at()
        if saver.failure:
            self.foot.say_failed(saver.failure)
        else:
            office = self._desk.office
            words = notebook.saved_words(at, office.now(), office.zone) if at else _("Not written yet")
            self.foot.say_saved(words, aloud=sheet.source.hasFocus() or sheet.title.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the toolbar goes under the switch."""
        super().resizeEvent(event)
        needed = self.access.sizeHint().width() + self._tools.sizeHint().width() + _LEFT + MARGIN
        narrow = needed > self.width()
        self._bar.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def toggle_reading(self) -> None:
        """The read view, or the source again."""
        if self.sheet is not None:
            self.sheet.show_reading(not self.sheet.reading)
            self.tell()

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for icon, name, answer in (
            ("heading", _("Heading"), self._heading), ("bold", _("Bold"), self.bold),
            ("italic", _("Italic"), self.italic), ("list", _("List"), self._items),
            ("quote", _("Quote"), self._quote), ("link", _("Link"), self.link),
        ):  # fmt: skip
            button = IconButton(icon, name)
            button.clicked.connect(answer)
            tools.addWidget(button)
        tools.addWidget(self.read)
        self._tools = QWidget()
        tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setLayout(tools)
        self._bar.setSpacing(size(6))
        self._bar.addWidget(self.access)
        self._bar.addStretch(1)
        self._bar.addWidget(self._tools)
        column = QVBoxLayout()
        column.setContentsMargins(mirror.margins(_LEFT, 15, MARGIN, 8))
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addSpacing(size(11))
        column.addWidget(self.banner)
        column.addSpacing(size(18))
        column.addWidget(self._stack, 1)
        column.addSpacing(size(8))
        column.addWidget(self.foot)
        body = QWidget()
        body.setLayout(column)
        body.setMaximumWidth(PAGE_LIMIT + 2 * MARGIN - size(WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)

    def bold(self) -> None:
        """Bold on the sheet on top."""
        if self.sheet is not None:
            self.sheet.bold()

    def italic(self) -> None:
        """Italic on the sheet on top."""
        if self.sheet is not None:
            self.sheet.italic()

    def link(self) -> None:
        """A link on the sheet on top."""
        if self.sheet is not None:
            self.sheet.link()

    def _heading(self) -> None:
        if self.sheet is not None:
            self.sheet.heading()

    def _items(self) -> None:
        if self.sheet is not None:
            self.sheet.items()

    def _quote(self) -> None:
        if self.sheet is not None:
            self.sheet.quote()

    def _access_chosen(self, key: str) -> None:
        self.access_chosen.emit(key == SHAREABLE)

    def _refused(self, sentence: str) -> None:
        self._desk.say(sentence)

    def _copy(self) -> None:
        """Everything typed, so that it can be kept elsewhere."""
        if self.sheet is not None:
            title, body = self.sheet.title.text(), self.sheet.source.toPlainText()
            QGuiApplication.clipboard().setText(f"{title}\n\n{body}".strip())
            self._desk.say(_("The text is on the clipboard"))
