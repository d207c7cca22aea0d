"""Views that hold what may leave the office, and nothing else: the only things `app.storage.shareable` may read."""

from __future__ import annotations

import sqlite3

SHAREABLE_VIEWS = {
    "shareable_manager": "SELECT id, name, romanised, called, family, title, company FROM manager",
    "shareable_search": "SELECT id, manager, title, location, headcount, opened_on, target_start,"
    " salary_min, salary_max, currency, stage, closed_on, titles, remote, salary_period, brief FROM search",
    "shareable_stage_change": "SELECT id, search, stage, on_day FROM stage_change",
    "shareable_presentation": "SELECT id, search, candidate, presented_at, answer, answered_at, reason,"
    " requirement, stage FROM presentation",
    "shareable_market_fact": "SELECT id, search, text, source, on_day, shown_on FROM market_fact",
    "shareable_meeting": "SELECT id, manager, search, kind, planned_at, zone, minutes, channel, place, attendees, uid,"
    " sequence, in_short, state, started_at, ended_at FROM meeting",
    "shareable_agenda_item": "SELECT id, meeting, text, minutes, position FROM agenda_item",
    "shareable_captured_item": "SELECT id, meeting, kind, text, position, became FROM captured_item"
    " WHERE kind <> 'private'",
    "shareable_talk": "SELECT id, manager, search, meeting, at, decision FROM talk WHERE decision IS NOT NULL",
    "shareable_follow_up": "SELECT id, manager, search, meeting, owner, text, due, done_at FROM follow_up",
    "shareable_expectation": "SELECT id, manager, search, side, position, closed_on FROM expectation",
    "shareable_wording": "SELECT id, expectation, statement, measure, clock, agreed_on, agreed_in, written_on"
    " FROM wording",
    "shareable_check_in": 'SELECT id, expectation, side, due, "on", outcome FROM check_in',
    "shareable_note": "SELECT id, manager, search, meeting, title, body FROM note WHERE shareable = 1",
    "shareable_satisfaction": "SELECT id, manager, search, meeting, asked_on, score, words, parts FROM satisfaction",
    "shareable_proposal": "SELECT id, satisfaction, text, answer, on_day, checked_on, better, result FROM proposal",
    "shareable_requirement": "SELECT id, search, kind, text, probe, position, source, agreed_on FROM requirement",
    "shareable_requirement_change": "SELECT id, search, requirement, was, now, on_day, asked_by, days_lost"
    " FROM requirement_change",
    "shareable_predecessor": "SELECT id, search, worked, went_wrong, why_left, better FROM predecessor",
    "shareable_alternative": "SELECT id, search, text, effect, answer, on_day, position FROM alternative",
    "shareable_process_step": "SELECT id, search, what, owner, days, weeks, minutes, position FROM process_step",
    "shareable_sourcing_channel": "SELECT id, search, channel, plan, who, volume, started_on, result, position"
    " FROM sourcing_channel",
    "shareable_interview": "SELECT id, presentation, held_at, answered_at, words FROM interview",
    "shareable_offer": "SELECT id, search, presentation, candidate, chosen_on, salary_talk_on, terms_approved_on,"
    " verbal_offer_on, verbal_answer, verbal_answer_on, written_offer_on, expires_on, signed_on, start_on, declined_on,"
    " declined_reason, what_changes FROM offer",
    "shareable_celebration": "SELECT id, search, offer, occasion, form, on_day, place FROM celebration",
}


def make(conn: sqlite3.Connection) -> None:
    """Make every view, over the tables as they are now."""
    for name, select in SHAREABLE_VIEWS.items():
        conn.execute(f"CREATE VIEW {name} AS {select}")


def drop(conn: sqlite3.Connection) -> None:
    """Take the views away before the schema changes under them."""
    for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        conn.execute(f'DROP VIEW "{row[0]}"')
