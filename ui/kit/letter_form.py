"""A letter in place: a few lines to somebody, to be changed, copied, or handed to the mail program."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.services.letters import Letter, mail_link
from app.words import _
from ui.kit.button import Button
from ui.kit.field import Area
from ui.kit.in_place import RowEditor
from ui.kit.toast import announce
from ui.kit.words import Label

_LINES = 4


class LetterForm(RowEditor):
    """A few lines to somebody, to be changed, copied, or handed to the mail program."""

    def __init__(
        self, name: str, letter: Letter, save: str, parent: QWidget | None = None, *, lines: int = _LINES
    ) -> None:
        super().__init__(name, save=save, parent=parent)
        self._letter = letter
        self.words = Area(lines=lines)
        self.words.setPlainText(letter.body)
        self._told = Label("", "caption", "text2", wrap=True)
        self.column.addWidget(Label(name, "heading", wrap=True))

    def letter(self) -> Letter:
        """The letter as it is written now."""
        return self._letter._replace(body=self.words.toPlainText())

    def copy(self) -> None:
        """The words to the clipboard."""
        QGuiApplication.clipboard().setText(self.words.toPlainText())
        self.tell(_("The text is copied."))

    def email(self) -> None:
        """A new mail with them in the person's own mail program; without one they are copied."""
        if not QDesktopServices.openUrl(QUrl(mail_link(self.letter()), QUrl.ParsingMode.StrictMode)):
            self.copy()
            self.tell(_("No mail app answered. The text is copied."))
        elif not self._letter.to:
            self.tell(_("A draft is open in your mail app. Add the address: there is none here yet."))
        else:
            self.tell(_("A draft is open in your mail app."))

    def tell(self, sentence: str) -> None:
        """What came of it, under the words."""
        self._told.setText(sentence)
        self._told.show()
        announce(self, sentence)

    def finish(self) -> None:
        """The sentence, the ways out, and the buttons of every form."""
        self._told.hide()
        self.column.addWidget(self._told)
        super().finish()

    def add_way(self, words: str, icon: str) -> Button:
        """A quiet button at the foot."""
        button = Button(words, icon=icon, kind="quiet")
        self.foot.addWidget(button)
        return button
