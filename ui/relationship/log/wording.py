"""What a row of the log says: its day, who began, and its chips, in the words of DESIGN.md's render."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from app.domain.channels import Channel, Direction
from app.domain.dates import day_words, month_words, weekday_words
from app.domain.talks import FollowUp, Owner
from app.services.timeline import Entry, Group
from app.words import _, plural
from ui.kit.quick_chips import DIRECTION_ICONS

_WEEK = 7


class Spec(NamedTuple):
    """One chip of a row; `record` is what a click on it acts on."""

    words: str
    tone: str
    icon: str
    record: tuple[str, int] | None = None


def day_lines(day: date, today: date) -> tuple[str, str]:
    """The two lines of the day column: "Yesterday" over "Mon 23 Nov", "Friday" over "20 Nov"."""
    near = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
    if day in near:
        return near[day], day_words(day, today)
    pattern = _("{day} {month}") if day.year == today.year else _("{day} {month} {year}")
    return weekday_words(day), pattern.format(day=day.day, month=month_words(day), year=day.year)


def chips(entry: Entry, name: str, today: date) -> list[Spec]:
    """The chips of a row in their order; `name` is what the manager is called."""
    talk, facts = entry.talk, entry.facts
    found = [_beginning(talk.channel, talk.direction, name)]
    if talk.minutes is not None:
        found.append(Spec(_("{count} min").format(count=talk.minutes), "plain", "timer"))
    if entry.search:
        found.append(Spec(entry.search, "outline", "briefcase", ("search", talk.search) if talk.search else None))
    if facts.decisions > 1:
        found.append(Spec(plural("{count} decision", "{count} decisions", facts.decisions), "kept", "handshake"))
    elif talk.decision:
        found.append(Spec(_("Agreed: {words}").format(words=talk.decision), "kept", "handshake"))
    if facts.presented:
        words = _("Feedback {answered} of {presented}")
        tone, icon = ("kept", "check") if facts.answered == facts.presented else ("risk", "hourglass")
        found.append(Spec(words.format(answered=facts.answered, presented=facts.presented), tone, icon))
    if facts.document:
        words = _("Summary sent") if facts.sent else _("Summary made")
        found.append(Spec(words, "neutral", "file-text", ("issued_document", facts.document)))
    found += [_plan(plan, name, today) for plan in entry.follow_ups]
    if talk.private:
        found.append(Spec(_("Private"), "neutral", "lock"))
    return found


def spoken(entry: Entry, name: str, today: date) -> str:
    """A whole row as a screen reader says it."""
    talk = entry.talk
    said = [f"{' '.join(day_lines(entry.day, today))} {entry.time}", talk.channel.words, talk.text]
    said += [spec.words for spec in chips(entry, name, today)]
    if talk.private:
        said.append(talk.private)
    return ". ".join(said)


def counted(count: int, first: date | None, today: date) -> str:
    """How much the log holds: "62 entries since March"."""
    if first is None:
        return ""
    month = _month(first) if first.year == today.year else f"{_month(first)} {first.year}"
    return plural("{count} entry since {{month}}", "{count} entries since {{month}}", count).format(month=month)


def found_words(count: int) -> str:
    """How many entries a filter or a search shows."""
    return plural("{count} entry", "{count} entries", count)


def groups() -> list[tuple[str, str]]:
    """The filters in their order."""
    return [
        (Group.ALL, _("All")), (Group.CALLS, _("Calls")), (Group.MEETINGS, _("Meetings")), (Group.EMAIL, _("Email")),
        (Group.MESSAGES, _("Messages")),
    ]  # fmt: skip


def _beginning(channel: Channel, direction: Direction, name: str) -> Spec:
    """Who began, or that you met."""
    if channel is Channel.IN_PERSON:
        return Spec(_("in person"), "plain", "map-pin")
    called = channel in (Channel.CALL, Channel.VIDEO)
    words = {
        Direction.MINE: _("you called") if called else _("from you"),
        Direction.THEIRS: (_("{name} called") if called else _("from {name}")).format(name=name),
        Direction.BOTH: _("both"),
    }
    return Spec(words[direction], "plain", DIRECTION_ICONS[direction])


def _plan(plan: FollowUp, name: str, today: date) -> Spec:
    if plan.done_at is not None:
        return Spec(_("Done: {text}").format(text=plan.text), "neutral", "circle-check", ("follow_up", plan.id))
    near = today < plan.due < today + timedelta(days=_WEEK)
    day = _short_weekday(plan.due) if near else day_words(plan.due, today)
    theirs = plan.owner is Owner.THEM
    sentence = _("{day}, {name}: {text}") if theirs else _("{day}: {text}")
    words = sentence.format(day=day, text=plan.text, name=name)
    tone = "risk" if plan.due < today else "neutral"
    return Spec(words, tone, "hourglass" if theirs else "flag", ("follow_up", plan.id))


def _short_weekday(day: date) -> str:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day.weekday()]


def _month(day: date) -> str:
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )[day.month - 1]  # fmt: skip
