"""What a row of Today becomes when something is done with it that takes words: a reminder, an invitation, a later day.

Built when it is first asked for; the start of the window does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.channels import Channel
from app.domain.errors import AppError, InputError
from app.domain.expectations import ExpectationId
from app.domain.managers import ManagerId
from app.domain.talks import FollowUpId
from app.domain.text import first_line
from app.services import follow_ups, nudges
from app.services.changes import Change
from app.services.invitations import invitation
from app.services.office import Office
from app.services.proposed_times import LENGTHS
from app.words import _, plural
from ui.kit import talk_words
from ui.kit.field import Choice, Field, Line
from ui.kit.in_place import RowEditor
from ui.kit.letter_form import LetterForm
from ui.kit.offered import TimesOffered
from ui.kit.words import Label


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
    """Times for a short talk; `planned` with the one that the manager takes."""

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
        self._times = TimesOffered(office, _("Plan {time}"))
        self._times.show_times(self._offer.slots)
        self._times.chosen.connect(self.planned)
        self.column.addWidget(self._times)
        self._length.currentIndexChanged.connect(self._follow)
        self.add_way(_("Copy"), "copy").clicked.connect(self.copy)
        self.saved.connect(self.email)
        self.finish()

    @property
    def minutes(self) -> int:
        """How long the talk is to be."""
        return int(self._length.key)

    def _follow(self) -> None:
        """Another length has other times, and other words unless they were written by hand."""
        untouched = self.words.toPlainText() == self._offer.letter.body
        self._offer = invitation(self._office, self.manager, minutes=self.minutes)
        self._times.show_times(self._offer.slots)
        if untouched:
            self.words.setPlainText(self._offer.letter.body)


class LaterForm(RowEditor):
    """A day to put a follow-up off to, written as one says it."""

    def __init__(self, office: Office, follow_up: FollowUpId, parent: QWidget | None = None) -> None:
        super().__init__(_("Put it off"), save=_("Put off"), parent=parent)
        self._office, self._follow_up = office, follow_up
        about = _("Put off: {text}").format(text=first_line(office.follow_ups.get(follow_up).text))
        self.column.addWidget(Label(about, "heading", wrap=True))
        self._day = Line(_("such as fri or 3 dec"))
        self.add("until", Field(_("Until which day"), self._day))
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """Put it off to that day; raises `InputError` for what is none."""
        day = talk_words.due(self._day.text(), self._office.today())
        return partial(follow_ups.snooze, self._office, self._follow_up, until=day)

    def refuse(self, error: AppError) -> None:
        """Under the field of the day."""
        super().refuse(InputError("until", str(error)))
