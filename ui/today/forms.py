"""What a row of Today becomes when something is done with it that takes words: a reminder, an invitation, a later day.

Built when it is first asked for; the start of the window does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.channels import Channel
from app.domain.errors import AppError, InputError
from app.domain.expectations import ExpectationId
from app.domain.managers import ManagerId
from app.domain.talks import FollowUpId
from app.domain.text import first_line
from app.services import follow_ups, nudges
from app.services.changes import Change
from app.services.invitations import LENGTHS, Invitation, invitation, slot_words
from app.services.letters import Letter, mail_link
from app.services.office import Office
from app.words import _, plural
from ui.kit import talk_words
from ui.kit.button import Button
from ui.kit.field import Area, Choice, Field, Line
from ui.kit.flow import Flow
from ui.kit.in_place import RowEditor
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size

_LINES = 4


class LetterForm(RowEditor):
    """A few lines to somebody, to be changed, copied, or handed to the mail program."""

    def __init__(self, name: str, letter: Letter, save: str, parent: QWidget | None = None) -> None:
        super().__init__(name, save=save, parent=parent)
        self._letter = letter
        self.words = Area(lines=_LINES)
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


class NudgeForm(LetterForm):
    """A reminder; saving it says that it was sent."""

    def __init__(self, office: Office, record: str, number: int, parent: QWidget | None = None) -> None:
        letter = nudges.nudge(office, record, number)
        super().__init__(_("Nudge {name}").format(name=letter.name), letter, _("I sent it"), parent)
        self._office, self._record, self._id = office, record, number
        ways = (Channel.EMAIL, Channel.MESSAGE, Channel.CALL, Channel.IN_PERSON)
        self.how = Choice((way.value, way.words) for way in ways)
        self.add("text", Field(_("Your words to {name}").format(name=letter.name), self.words))
        self.add("channel", Field(_("How it goes"), self.how))
        self.add_way(_("Copy"), "copy").clicked.connect(self._copied)
        self.add_way(_("Email"), "mail").clicked.connect(self._mailed)
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """It was sent: into the log with it."""
        channel, text = Channel(self.how.key), nudges.logged_words(self._letter, self.words.toPlainText())
        if self._record == "follow_up":
            return partial(nudges.follow_up_sent, self._office, FollowUpId(self._id), text=text, channel=channel)
        return partial(nudges.promise_sent, self._office, ExpectationId(self._id), text=text, channel=channel)

    def _copied(self) -> None:
        self.how.choose(Channel.MESSAGE)
        self.copy()

    def _mailed(self) -> None:
        self.how.choose(Channel.EMAIL)
        self.email()


class InviteForm(LetterForm):
    """Two times for a short talk; `planned` with the one that the manager takes."""

    planned = Signal(object)

    def __init__(self, office: Office, manager: ManagerId, parent: QWidget | None = None) -> None:
        self._office, self.manager = office, manager
        self._offer = invitation(office, manager)
        name = self._offer.letter.name
        super().__init__(_("Plan a call with {name}").format(name=name), self._offer.letter, _("Email"), parent)
        self._length = Choice(
            (str(each), plural("{count} minute", "{count} minutes", each)) for each in LENGTHS
        )  # fmt: skip
        self.add("text", Field(_("Your words to {name}").format(name=name), self.words))
        self.add("minutes", Field(_("How long"), self._length))
        self._add_slots(self._offer)
        self._length.currentIndexChanged.connect(self._follow)
        self.add_way(_("Copy"), "copy").clicked.connect(self.copy)
        self.saved.connect(self.email)
        self.finish()

    @property
    def minutes(self) -> int:
        """How long the talk is to be."""
        return int(self._length.key)

    def _add_slots(self, offer: Invitation) -> None:
        """One press plans the meeting."""
        if not offer.slots:
            self.column.addWidget(Label(_("Nothing is free in the next three weeks."), "caption", "text2", wrap=True))
            return
        row = Flow(gap=size(8))
        for at in offer.slots:
            words = slot_words(self._office, at)
            button = _Slot(at, _("Plan {time}").format(time=words))
            button.taken.connect(self.planned)
            row.add(button)
        self.column.addWidget(row)

    def _follow(self) -> None:
        """Another length changes the words, unless they were written by hand."""
        if self.words.toPlainText() == self._offer.letter.body:
            self._offer = invitation(self._office, self.manager, minutes=self.minutes)
            self.words.setPlainText(self._offer.letter.body)


class _Slot(Button):
    """A time that can be taken."""

    taken = Signal(object)

    def __init__(self, at: datetime, words: str) -> None:
        super().__init__(words, icon="calendar-plus")
        self._at = at
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken.emit(self._at)


class LaterForm(RowEditor):
    """A day to put a follow-up off to, written as one says it."""

    def __init__(self, office: Office, follow_up: FollowUpId, parent: QWidget | None = None) -> None:
        super().__init__(_("Put it off"), save=_("Put off"), parent=parent)
        self._office, self._follow_up = office, follow_up
        about = _("Put off: {text}").format(text=first_line(office.follow_ups.get(follow_up).text))
        self.column.addWidget(Label(about, "heading", wrap=True))
        self._day = Line(_("Such as fri or 3 dec"))
        self.add("until", Field(_("Until which day"), self._day))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """Put it off to that day; raises `InputError` for what is none."""
        day = talk_words.due(self._day.text(), self._office.today())
        return partial(follow_ups.snooze, self._office, self._follow_up, until=day)

    def refuse(self, error: AppError) -> None:
        """Under the field of the day."""
        super().refuse(InputError("until", str(error)))
