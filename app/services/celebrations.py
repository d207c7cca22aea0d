"""Placed, together: once a placement, with a date, a form and a thank-you; "Later" asks again in a week, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from app.domain.celebrations import Celebration, CelebrationId, Form
from app.domain.channels import Channel
from app.domain.dates import clock_time, day_words, long_month_words
from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.line_dates import instant
from app.domain.meetings import MeetingKind, MeetingState
from app.domain.offers import Offer, OfferId
from app.domain.searches import Search, in_a_sentence
from app.domain.talks import MeetingId
from app.domain.text import NAME
from app.services import meetings
from app.services.changes import Change
from app.services.letters import Letter
from app.services.office import Office
from app.services.working import working_time
from app.storage import shareable
from app.storage.rows import time_text
from app.words import _, plural

_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)
_FRIDAY = 4
_THEIRS_KEPT = (
    "expectation IN (SELECT id FROM shareable_expectation WHERE manager = ?)"
    " AND side = 'theirs' AND outcome = 'kept' AND \"on\" >= ? AND \"on\" < ?"
)
# When each is usually had, and for how many minutes; a card takes nobody's time.
_USUAL = {
    Form.LUNCH: (time(12, 30), 60), Form.DINNER: (time(19), 120), Form.DRINK: (time(18), 60),
    Form.COFFEE: (time(15), 30), Form.CALL: (time(16), 20), Form.CARD: (time(12), 0),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A placement as it is looked back on; `mine` and `theirs` are the promises that each side kept."""

    offer: OfferId
    manager: int
    title: str
    company: str
    name: str
    start_on: date
    has_started: bool
    days: int
    talks: int
    mine: int
    theirs: int
    celebration: Celebration | None

    def sentence(self) -> str:
        """Who starts where and when, and what was done for it together."""
        starts = {
            (True, True): _("{search} at {company} started on {day}."), (True, False): _("{search} started on {day}."),
            (False, True): _("{search} at {company} starts on {day}."), (False, False): _("{search} starts on {day}."),
        }[self.has_started, bool(self.company)]  # fmt: skip
        together = _("{days}, {talks}, {promises} between you and {name}.").format(
            days=plural("{count} day", "{count} days", self.days),
            talks=plural("{count} talk", "{count} talks", self.talks),
            promises=plural("{count} promise kept", "{count} promises kept", self.mine + self.theirs), name=self.name,
        )  # fmt: skip
        day = _("{day} {month}").format(day=self.start_on.day, month=long_month_words(self.start_on))
        return f"{starts.format(search=self.title, company=self.company, day=day)} {together}"

    def by_each(self) -> str:
        """The promises kept, by side."""
        return _("You kept {mine}, {name} kept {theirs}.").format(mine=self.mine, name=self.name, theirs=self.theirs)


def placed(office: Office, offer: OfferId) -> Placed:
    """What there is to celebrate; raises `InputError` for an offer that is not signed."""
    known, search = _signed(office, offer)
    manager = office.managers.get(search.manager)
    assert known.signed_on is not None
    assert known.start_on is not None
    since, until = _while_open(office, search.opened_on, known.signed_on)
    together = office.offers.together(search.id, since, until)
    return Placed(
        offer=offer, manager=manager.id, title=search.title, company=manager.company or "", name=manager.name,
        start_on=known.start_on, has_started=known.start_on <= office.today(),
        days=(known.signed_on - search.opened_on).days, talks=together.talks, mine=together.mine,
        theirs=together.theirs, celebration=office.celebrations.of_offer(offer),
    )  # fmt: skip


def usual_time(office: Office, offer: OfferId, form: Form) -> datetime:
    """When it is proposed: on a Friday at least a week ahead that is no holiday of theirs, at the hour of its form."""
    _known, search = _signed(office, offer)
    working = working_time(office.managers.get(search.manager))
    day = office.today() + _A_WEEK
    day += timedelta(days=(_FRIDAY - day.weekday()) % 7)
    while working.holidays(day):
        day += _A_WEEK
    return instant(day, _USUAL[form][0], office.zone)


def planned_for(office: Office, offer: OfferId) -> tuple[Form, datetime, str]:
    """How, when and where it is planned; before that, what is proposed."""
    known = office.celebrations.of_offer(offer)
    form = known.form if known is not None and known.form is not None else Form.LUNCH
    meeting = office.meetings.find(known.meeting or 0) if known is not None else None
    at = meeting.planned_at if meeting is not None else usual_time(office, offer, form)
    if meeting is None and known is not None and known.on_day is not None:
        at = instant(known.on_day, _USUAL[form][0], office.zone)
    return form, at, (known.place if known is not None else None) or ""


def plan(
    office: Office, offer: OfferId, *, form: Form, at: datetime, place: str = "", remark: str = "", occasion: str = ""
) -> Change:  # fmt: skip
    """Plan it: when, what and where. It stands in the diary as a meeting; planned again, the meeting moves with it."""
    _known, search = _signed(office, offer)
    before = _kept(office, offer, search)
    planned = checked(
        replace(
            before, form=form, on_day=at.astimezone(office.zone).date(), place=place or None, put_off_to=None,
            remark=remark or before.remark, occasion=occasion or before.occasion,
        ), "occasion",
    )  # fmt: skip
    label = _label(form).format(name=office.managers.get(search.manager).name)
    with office.write(label):
        meeting = _in_diary(office, planned, search, at)
        number = _save(office, replace(planned, meeting=meeting))
    return office.change(label, "celebration", number)


def later(office: Office, offer: OfferId) -> Change:
    """Ask again in a week, once; after that nobody asks, and it can still be planned."""
    known, search = _signed(office, offer)
    before = office.celebrations.of_offer(offer)
    if before is not None and before.form is not None:
        raise InputError("offer", _("This is planned already. Move the meeting instead."))
    again = None if _was_put_off(before) else office.today() + _A_WEEK
    label = _("Celebration put off: {search}") if again else _("Celebration left as it is: {search}")
    label = label.format(search=search.title)
    with office.write(label):
        number = _save(office, replace(_kept(office, known.id, search), put_off_to=again))
    return office.change(label, "celebration", number)


def thanked(office: Office, offer: OfferId, *, on: date | None = None) -> Change:
    """Note that the thank-you went out."""
    known, search = _signed(office, offer)
    day = on or office.today()
    if day > office.today():
        raise InputError("on", _("That day has not come yet."))
    label = _("Thank-you sent to {name}").format(name=office.managers.get(search.manager).name)
    with office.write(label):
        number = _save(office, replace(_kept(office, known.id, search), thanked_on=day))
    return office.change(label, "celebration", number)


def delete(office: Office, celebration: CelebrationId) -> Change:
    """Remove it; its meeting goes with it unless it was held."""
    known = office.celebrations.get(celebration)
    label = _("Celebration deleted")
    with office.write(label):
        office.celebrations.delete(celebration)
        _drop_meeting(office, known)
    return office.change(label, "celebration", celebration)


def thank_you(office: Office, offer: OfferId) -> Letter:
    """The draft of a thank-you, from what may leave alone; raises `InputError` for an offer that is not signed."""
    _signed(office, offer)
    made, search, manager = _shareable(office, offer)
    called = manager["called"] or manager["name"]
    first, last = date.fromisoformat(search["opened_on"]), date.fromisoformat(made["signed_on"])
    start = date.fromisoformat(made["start_on"])
    since, until = (time_text(each) for each in _while_open(office, first, last))
    took = _("From the first word to the signature it took {days}.").format(
        days=plural("{count} day", "{count} days", (last - first).days)
    )
    kept = len(shareable.rows(office.conn, "shareable_check_in", _THEIRS_KEPT, (manager["id"], since, until)))
    thanks = plural("You kept {count} promise on the way.", "You kept {count} promises on the way.", kept)
    lines = (
        _("Hello {name},").format(name=called),
        _("{candidate} signed and starts as {search} on {day}. Thank you for filling it together with me.").format(
            candidate=in_a_sentence(made["candidate"]), search=search["title"], day=day_words(start, office.today())),
        f"{took} {thanks}" if kept else took,
        _("I will ask how it goes after the first week. Until then, enjoy it."),
        office.settings.name,
    )  # fmt: skip
    subject = _("{search}: thank you").format(search=search["title"])
    return Letter(
        to=office.managers.get(manager["id"]).email or "", name=called, subject=subject,
        body="\n\n".join(line for line in lines if line),
    )  # fmt: skip


def form_label(form: Form) -> str:
    """The form as a choice."""
    return {
        Form.LUNCH: _("Lunch"), Form.DINNER: _("Dinner"), Form.DRINK: _("A drink"), Form.COFFEE: _("Coffee"),
        Form.CARD: _("A card"), Form.CALL: _("A call"),
    }[form]  # fmt: skip


def plan_words(form: Form) -> str:
    """What the button that plans it says."""
    return {
        Form.LUNCH: _("Plan the lunch"), Form.DINNER: _("Plan the dinner"), Form.DRINK: _("Plan the drink"),
        Form.COFFEE: _("Plan the coffee"), Form.CARD: _("Plan the card"), Form.CALL: _("Plan the call"),
    }[form]  # fmt: skip


def when_words(office: Office, form: Form, at: datetime, place: str) -> str:
    """When and where: "Fri 4 Dec, 12:30"; a card has a day alone."""
    day = day_words(at.astimezone(office.zone).date(), office.today())
    hour = clock_time(at, office.zone)
    if form is Form.CARD:
        return day
    sentence = _("{day}, {time}, {place}") if place else _("{day}, {time}")
    return sentence.format(day=day, time=hour, place=place)


def _while_open(office: Office, opened: date, signed: date) -> tuple[datetime, datetime]:
    """From the first moment of a search to the end of the day it was filled."""
    return instant(opened, time.min, office.zone), instant(signed + _A_DAY, time.min, office.zone)


def _label(form: Form) -> str:
    return {
        Form.LUNCH: _("Lunch with {name} planned"), Form.DINNER: _("Dinner with {name} planned"),
        Form.DRINK: _("A drink with {name} planned"), Form.COFFEE: _("Coffee with {name} planned"),
        Form.CARD: _("A card to {name} planned"), Form.CALL: _("A call with {name} planned"),
    }[form]  # fmt: skip


def _signed(office: Office, offer: OfferId) -> tuple[Offer, Search]:
    known = office.offers.get(offer)
    if known.signed_on is None or known.declined_on is not None:
        raise InputError("offer", _("There is something to celebrate once the offer is signed."))
    return known, office.searches.get(known.search)


def _was_put_off(before: Celebration | None) -> bool:
    """Whether Later was said already; a thank-you alone puts nothing off."""
    return before is not None and (before.put_off_to is not None or before.thanked_on is None)


def _kept(office: Office, offer: OfferId, search: Search) -> Celebration:
    """That of the placement, or a new one."""
    found = office.celebrations.of_offer(offer)
    occasion = _("Placed: {search}").format(search=search.title)[:NAME]
    return found or Celebration(id=CelebrationId(0), search=search.id, offer=offer, occasion=occasion)


def _save(office: Office, celebration: Celebration) -> int:
    if not celebration.id:
        return office.celebrations.insert(celebration)
    office.celebrations.update(celebration)
    return celebration.id


def _in_diary(office: Office, planned: Celebration, search: Search, at: datetime) -> MeetingId | None:
    """The meeting that stands for it; none for a card."""
    assert planned.form is not None
    minutes = _USUAL[planned.form][1]
    channel = Channel.CALL if planned.form is Form.CALL else Channel.IN_PERSON
    if not minutes:
        _drop_meeting(office, planned)
        return None
    known = office.meetings.find(planned.meeting or 0)
    if known is not None and known.state is MeetingState.PLANNED:
        meetings.edit(office, known.id, planned_at=at, minutes=minutes, channel=channel, place=planned.place)
        return known.id
    made = meetings.plan(
        office, search.manager, kind=MeetingKind.OTHER, at=at, minutes=minutes, channel=channel,
        place=planned.place or "", search=search.id, agenda=(planned.occasion,),
    )  # fmt: skip
    return MeetingId(made.id)


def _drop_meeting(office: Office, celebration: Celebration) -> None:
    known = office.meetings.find(celebration.meeting or 0)
    if known is not None and known.state is MeetingState.PLANNED:
        meetings.delete(office, known.id)


def _shareable(office: Office, offer: OfferId) -> tuple[dict[str, Any], ...]:
    made = shareable.rows(office.conn, "shareable_offer", "id = ?", (offer,))[0]
    search = shareable.rows(office.conn, "shareable_search", "id = ?", (made["search"],))[0]
    manager = shareable.rows(office.conn, "shareable_manager", "id = ?", (search["manager"],))[0]
    return made, search, manager
