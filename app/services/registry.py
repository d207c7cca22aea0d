"""Every use case by its name: what `rapport do` offers, and what the window's actions call.

A use case takes the office and typed values; `app.services.arguments` turns what was typed into them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from app.domain.expectations import Wording
from app.domain.managers import HiringManager
from app.domain.meetings import CapturedItem, Meeting
from app.domain.notes import Note
from app.domain.satisfaction import Satisfaction
from app.domain.searches import Search
from app.domain.talks import FollowUp, Talk
from app.domain.templates import Template
from app.services import (
    agenda,
    bring_up,
    documents,
    ending,
    expectations,
    follow_ups,
    invitations,
    managers,
    meetings,
    notes,
    nudges,
    preferences,
    satisfaction,
    searches,
    talks,
    templates,
)


class UseCase(NamedTuple):
    """A use case and the record whose fields its further values are."""

    call: Callable[..., Any]
    record: type | None = None


USE_CASES: dict[str, UseCase] = {
    "manager.add": UseCase(managers.add, HiringManager),
    "manager.edit": UseCase(managers.edit, HiringManager),
    "manager.pause": UseCase(managers.pause),
    "manager.resume": UseCase(managers.resume),
    "manager.archive": UseCase(managers.archive),
    "manager.delete": UseCase(managers.delete),
    "manager.health": UseCase(managers.set_health),
    "search.open": UseCase(searches.open_search, Search),
    "search.edit": UseCase(searches.edit, Search),
    "search.move": UseCase(searches.move),
    "search.close": UseCase(searches.close),
    "search.delete": UseCase(searches.delete),
    "candidate.present": UseCase(searches.present),
    "candidate.answer": UseCase(searches.answer),
    "market.add": UseCase(searches.add_market_fact),
    "market.show": UseCase(searches.show_market_fact),
    "talk.log": UseCase(talks.log),
    "talk.add": UseCase(talks.add, Talk),
    "talk.edit": UseCase(talks.edit, Talk),
    "talk.delete": UseCase(talks.delete),
    "followup.add": UseCase(follow_ups.add, FollowUp),
    "followup.edit": UseCase(follow_ups.edit, FollowUp),
    "followup.done": UseCase(follow_ups.done),
    "followup.reopen": UseCase(follow_ups.reopen),
    "followup.snooze": UseCase(follow_ups.snooze),
    "followup.nudged": UseCase(follow_ups.nudged),
    "followup.remind": UseCase(nudges.follow_up_sent),
    "followup.delete": UseCase(follow_ups.delete),
    "expectation.add": UseCase(expectations.add),
    "expectation.edit": UseCase(expectations.edit, Wording),
    "expectation.agree": UseCase(expectations.agree, Wording),
    "expectation.talk-about": UseCase(expectations.talk_about),
    "expectation.propose": UseCase(expectations.propose, Wording),
    "expectation.renegotiate": UseCase(expectations.renegotiate, Wording),
    "expectation.close": UseCase(expectations.close),
    "expectation.reopen": UseCase(expectations.reopen),
    "expectation.place": UseCase(expectations.place),
    "expectation.remind": UseCase(nudges.promise_sent),
    "expectation.delete": UseCase(expectations.delete),
    "checkin.add": UseCase(expectations.check_in),
    "checkin.keep": UseCase(expectations.keep),
    "checkin.late": UseCase(expectations.late),
    "checkin.miss": UseCase(expectations.miss),
    "checkin.waive": UseCase(expectations.waive),
    "checkin.correct": UseCase(expectations.correct),
    "checkin.remark": UseCase(expectations.remark),
    "checkin.take-back": UseCase(expectations.take_back),
    "checkin.delete": UseCase(expectations.delete_check_in),
    "meeting.plan": UseCase(meetings.plan),
    "meeting.plan-talk": UseCase(invitations.plan),
    "meeting.edit": UseCase(meetings.edit, Meeting),
    "meeting.cancel": UseCase(meetings.cancel),
    "meeting.delete": UseCase(meetings.delete),
    "meeting.start": UseCase(meetings.start),
    "meeting.start-now": UseCase(meetings.start_now),
    "meeting.begin": UseCase(meetings.begin),
    "meeting.extend": UseCase(meetings.extend),
    "meeting.pause": UseCase(meetings.pause),
    "meeting.go-on": UseCase(meetings.go_on),
    "meeting.in-short": UseCase(meetings.say_in_short),
    "meeting.end": UseCase(ending.end),
    "meeting.held": UseCase(ending.held),
    "capture.add": UseCase(meetings.capture),
    "capture.edit": UseCase(meetings.edit_item, CapturedItem),
    "capture.delete": UseCase(meetings.delete_item),
    "agenda.add": UseCase(meetings.add_agenda_item),
    "agenda.add-line": UseCase(agenda.add_line),
    "agenda.edit-line": UseCase(agenda.edit_line),
    "agenda.bring-up": UseCase(bring_up.bring_up),
    "agenda.place": UseCase(agenda.place),
    "agenda.tick": UseCase(meetings.tick_agenda_item),
    "agenda.delete": UseCase(meetings.delete_agenda_item),
    "note.add": UseCase(notes.add, Note),
    "note.edit": UseCase(notes.edit, Note),
    "note.share": UseCase(notes.share),
    "note.keep-private": UseCase(notes.keep_private),
    "note.pin": UseCase(notes.pin),
    "note.delete": UseCase(notes.delete),
    "satisfaction.record": UseCase(satisfaction.record, Satisfaction),
    "satisfaction.decide": UseCase(satisfaction.decide),
    "satisfaction.delete": UseCase(satisfaction.delete),
    "document.sent": UseCase(documents.sent),
    "template.add": UseCase(templates.add),
    "template.edit": UseCase(templates.edit, Template),
    "template.delete": UseCase(templates.delete),
    "setting.set": UseCase(preferences.set_setting),
}

# Fields that a use case decides itself; nobody types them.
OWN_FIELDS = frozenset({
    "id", "uid", "sequence", "pauses", "became", "expectation", "agreed_on", "agreed_in", "written_on", "position",
    "origin", "message_id", "status", "paused_until", "health_word", "health_reason", "health_on", "state",
    "started_at", "ended_at", "done_at", "nudged_at", "closed_on",
})  # fmt: skip
