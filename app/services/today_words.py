"""Today as the terminal says it."""

from __future__ import annotations

from app.domain.dates import clock_time, day_words
from app.domain.meetings import kind_label
from app.services import anniversaries
from app.services.office import Office
from app.services.today import Item, Today
from app.words import _, plural


def lines(office: Office, found: Today) -> list[str]:
    """The page in plain lines; parts that are empty are left out."""
    said = [day_words(found.day, found.day), found.sentence()]
    for title, rows in (
        (_("Keep today"), [_item(office, item) for item in found.keep]),
        (_("Waiting on them"), [_item(office, item) for item in found.waiting]),
        (_("Reach out"), [
            _("{name}: {days} days since you last spoke, agreed every {cadence}").format(
                name=each.manager.name, days=each.days, cadence=each.cadence)
            for each in found.reach
        ]),
        (_("Next meetings"), [
            _("{day} {time} {kind}, {name}").format(
                day=day_words(meeting.planned_at.astimezone(office.zone).date(), found.day),
                time=clock_time(meeting.planned_at, office.zone), kind=kind_label(meeting.kind), name=manager.name)
            for meeting, manager in found.meetings
        ]),
        (_("Did it happen?"), [
            _("{kind} with {name} (meeting {id})").format(
                kind=kind_label(meeting.kind), name=manager.name, id=meeting.id)
            for meeting, manager in found.unsettled
        ]),
        (_("When did it end?"), [
            _("{kind} with {name}, begun {time}: rapport do meeting.end meeting={id} at=TIME").format(
                kind=kind_label(meeting.kind), name=manager.name, id=meeting.id,
                time=clock_time(meeting.started_at or meeting.planned_at, office.zone))
            for meeting, manager in found.forgotten
        ]),
        (_("Worth a word"), [
            _("{what} ({name}, {day}, offer {id})").format(
                what=each.words(), name=each.name, day=day_words(each.on, found.day), id=each.offer)
            for each in anniversaries.due(office)
        ]),
        (_("Placed, together"), [
            _("{search} ({name}, offer {id})").format(search=each.title, name=each.name, id=each.offer)
            for each in anniversaries.put_off(office)
        ]),
    ):  # fmt: skip
        if rows:
            said += ["", title, *(f"  {row}" for row in rows)]
    return said


def _item(office: Office, item: Item) -> str:
    """One row: what, whose, and how late."""
    if item.days_late:
        when = plural("{count} day late", "{count} days late", item.days_late)
    elif item.due == office.today():
        when = _("today")
    else:
        when = day_words(item.due, office.today())
    whose = f"{item.manager.name} · {item.search}" if item.search else item.manager.name
    return _("{text} ({whose}, {when}, {record} {id})").format(
        text=item.text, whose=whose, when=when, record=item.record, id=item.id
    )
