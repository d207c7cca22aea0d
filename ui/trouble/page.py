"""The page in place of an office that cannot be opened: what happened, where it lies, and what can be done now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.dates import time_words
from app.services import folders
from app.words import _
from ui.kit import paint
from ui.kit.button import Button
from ui.kit.card import Card, Ground
from ui.kit.flow import Flow
from ui.kit.scrolling import Page
from ui.kit.toast import announce
from ui.kit.words import Elided, Label
from ui.theme import size

_COLUMN, _DEFAULT, _LEAST = 620, QSize(960, 640), QSize(560, 420)


class TroublePage(Ground):
    """A window of its own. `left` says that the person closed it."""

    again = Signal()
    elsewhere = Signal(Path)
    sample = Signal()
    left = Signal()

    def __init__(self, sentence: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._folder = folder
        self._said = Label("", "body", "missed", wrap=True)
        self._said.hide()
        self.setWindowTitle(_("Rapport"))
        self.setMinimumSize(_LEAST)
        self.resize(_DEFAULT)
        page = Page(top=size(48), centred=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        middle = QWidget()
        middle.setMaximumWidth(size(_COLUMN))
        row = QHBoxLayout()
        for widget, stretch in ((None, 1), (middle, 100), (None, 1)):
            row.addWidget(widget, stretch) if widget is not None else row.addStretch(stretch)
        page.column.addStretch(1)
        page.column.addLayout(row)
        page.column.addStretch(2)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lay_out(sentence)
        self.setAccessibleName(f"{self._title} {sentence}")

    @property
    def sentence(self) -> str:
        """What the page says happened."""
        return self._sentence.text()

    def showEvent(self, event: object) -> None:
        """The keyboard on the safe choice, and the sentence said."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._try.setFocus()
        announce(self, self.accessibleName())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the program when it was the person who closed it."""
        super().closeEvent(event)
        if event.spontaneous():
            self.left.emit()

    def _lay_out(self, sentence: str) -> None:
        self._title = _("The office cannot be opened")
        self._sentence = Label(sentence, "lead", "text2", wrap=True)
        self._column.addWidget(_Sign())
        self._column.addSpacing(size(16))
        self._column.addWidget(Label(self._title, "display", wrap=True))
        self._column.addSpacing(size(6))
        self._column.addWidget(self._sentence)
        self._column.addSpacing(size(20))
        self._column.addWidget(self._facts())
        self._column.addSpacing(size(20))
        self._column.addWidget(self._buttons())
        self._column.addSpacing(size(12))
        self._column.addWidget(self._said)

    def _facts(self) -> Card:
        """Where it lies, and the newest copy of it."""
        card, backup = Card(spacing=size(4)), folders.newest_backup(self._folder)
        facts = [(_("Folder"), str(self._folder))]
        if backup is not None:
            now = datetime.now().astimezone()
            when = time_words(backup.made_at, now, now.tzinfo)  # type: ignore[arg-type]
            facts.append((_("Newest backup"), _("{when}, {name}").format(when=when, name=backup.path.name)))
        for label, words in facts:
            card.column.addWidget(Label(label, "captionMedium", "text2"))
            card.column.addWidget(Elided(words, "body"))
        return card

    def _buttons(self) -> Flow:
        flow = Flow(gap=size(8), line_gap=size(8))
        self._try = Button(_("Try again"), kind="primary")
        choose, begin = Button(_("Choose another folder…")), Button(_("Start new…"))
        look = Button(_("Look around with sample data"), icon="eye", kind="quiet")
        self._try.clicked.connect(self.again)
        choose.clicked.connect(self._choose)
        begin.clicked.connect(self._begin)
        look.clicked.connect(self.sample)
        for button in (self._try, choose, begin, look):
            flow.add(button)
        return flow

    def _choose(self) -> None:
        """Another office, in another folder."""
        folder = self._ask(_("Choose the folder of an office"))
        if folder is None:
            return
        if folders.has_office(folder):
            self.elsewhere.emit(folder)
        else:
            self._say(_("There is no office in this folder. Choose another, or start a new one there."))

    def _begin(self) -> None:
        """A new office, where none is."""
        folder = self._ask(_("Choose an empty folder for a new office"))
        if folder is None:
            return
        if folders.has_office(folder):
            self._say(_("There is an office in this folder already. Choose an empty folder for a new one."))
        else:
            self.elsewhere.emit(folder)

    def _ask(self, title: str) -> Path | None:
        """A folder from the system's dialog, None when it was given up."""
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder.parent))
        return Path(chosen) if chosen else None

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self, words)


class _Sign(QWidget):
    """The amber sign over the title."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(size(44), size(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft disc with the sign in it."""
        painter, box = QPainter(self), self.rect().toRectF()
        paint.rounded(painter, box, ground="riskSoft", radius=box.width() / 2)
        inset = (box.width() - size(20)) / 2
        paint.draw_icon(painter, inset, inset - 1, "triangle-alert", "risk", 20)
