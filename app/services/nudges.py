"""A kind word about what somebody promised: three lines that name the promise and its date and end with a question.

The draft is for the person to send; nothing leaves by itself. What was sent is logged when the person says so.
"""

from __future__ import annotations

from app.domain.channels import Channel
from app.domain.dates import clock_time, day_words
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId
from app.domain.managers import ManagerId
from app.domain.talks import FollowUpId
from app.domain.text import first_line
from app.services import follow_ups, talks
from app.services.changes import Change
from app.services.dues import promise_of
from app.services.letters import Letter
from app.services.office import Office
from app.services.today import Item, current
from app.words import _


def waiting_from(office: Office, manager: int) -> list[Item]:
    """What a manager promised and is due by tomorrow, the oldest first."""
    return [item for item in current(office).waiting if item.manager.id == manager]


def nudge(office: Office, record: str, number: int) -> Letter:
    """The draft about a promise or a follow-up of theirs; raises `InputError` when nobody waits for it any more."""
    for item in current(office).waiting:
        if (item.record, item.id) == (record, number):
            return draft(office, item)
    raise InputError(record, _("Nobody waits for this any more."))


def draft(office: Office, item: Item) -> Letter:
    """The draft about something that is waited for."""
    greeting = _("Hello {name}, I hope your week is going well.").format(name=item.manager.first_name)
    subject = _("{promise} · {search}") if item.search else _("{promise}")
    return Letter(
        to=item.manager.email or "", name=item.manager.name,
        subject=subject.format(promise=item.text, search=item.search),
        body="\n".join((greeting, _reminder(office, item), _question(office, item))),
    )  # fmt: skip


def logged_words(letter: Letter, words: str) -> str:
    """What the log says of a reminder: what it was about, and below it the words that went out."""
    return "\n".join((_("Reminder: {promise}").format(promise=letter.subject), words.strip())).strip()


def follow_up_sent(
    office: Office, follow_up: FollowUpId, *, text: str = "", channel: Channel = Channel.EMAIL
) -> Change:  # fmt: skip
    """Log that the manager was reminded of a follow-up; it keeps when that was. Without a text the log names it."""
    known = office.follow_ups.get(follow_up)
    label = _label(office, known.manager)
    with office.write(label):
        made = talks.add(office, known.manager, text=text or _named(known.text), channel=channel, search=known.search)
        follow_ups.nudged(office, follow_up)
    return office.change(label, "talk", made.id)


def promise_sent(
    office: Office, expectation: ExpectationId, *, text: str = "", channel: Channel = Channel.EMAIL
) -> Change:  # fmt: skip
    """Log that the manager was reminded of a promise. Without a text the log names it."""
    promise = promise_of(office, office.expectations.get(expectation))
    known, label = promise.expectation, _label(office, promise.expectation.manager)
    words = text or _named(promise.current.statement)
    with office.write(label):
        made = talks.add(office, known.manager, text=words, channel=channel, search=known.search)
    return office.change(label, "talk", made.id)


def _label(office: Office, manager: ManagerId) -> str:
    return _("Reminder to {name} logged").format(name=office.managers.get(manager).name)


def _named(promise: str) -> str:
    return _("Reminder: {promise}").format(promise=first_line(promise))


def _reminder(office: Office, item: Item) -> str:
    """The promise and its date, and the search where there is one."""
    today = office.today()
    if item.due < today:
        sentence = (
            _("One thing is still open for {search}: “{promise}”, which was due on {day}.") if item.search
            else _("One thing is still open between us: “{promise}”, which was due on {day}.")
        )  # fmt: skip
    elif item.due == today:
        sentence = (
            _("A short reminder for {search}: “{promise}”, which is due today, {day}, by {time}.") if item.search
            else _("A short reminder: “{promise}”, which is due today, {day}, by {time}.")
        )  # fmt: skip
    else:
        sentence = (
            _("A short reminder for {search}: “{promise}”, which is due on {day}.") if item.search
            else _("A short reminder: “{promise}”, which is due on {day}.")
        )  # fmt: skip
    time = clock_time(item.at, office.zone) if item.at else "17:00"
    return sentence.format(promise=item.text, search=item.search, day=day_words(item.due, today), time=time)


def _question(office: Office, item: Item) -> str:
    if item.due < office.today():
        return _("When do you think you will get to it, and can I make it easier for you?")
    return _("Does that still work for you?")
