"""What a search brief says, gathered from shareable rows only.

Every row comes through `app.storage.shareable`, and the values have no field for private text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.brief import BriefPart, Changed, SearchBrief, Told, Wanted
from app.domain.dates import day_words
from app.domain.errors import NotFoundError
from app.domain.money import band_words
from app.domain.requirements import AskedBy, RequirementKind
from app.domain.role import AlternativeAnswer
from app.domain.searches import PayPeriod
from app.domain.summary import Fact, Sourced, Step
from app.services import preferences
from app.services.office import Office
from app.storage import shareable
from app.words import _, plural

Row = Mapping[str, Any]


def brief_of(office: Office, search: int, *, without: Collection[BriefPart] = ()) -> SearchBrief:
    """The brief of a search; raises `NotFoundError` when it has been deleted."""
    row = _one(office, "shareable_search", search)
    manager = _one(office, "shareable_manager", row["manager"])
    settings, called = office.settings, manager["called"] or manager["name"]
    wanted = _rows(office, "shareable_requirement", search)
    changes = tuple(_changed(office, each, called) for each in _rows(office, "shareable_requirement_change", search))
    whole = SearchBrief(
        title=row["title"], facts=_facts(office, row, manager), firm=settings.firm, logo=preferences.logo(office),
        brief=row["brief"] or "", musts=_wanted(wanted, RequirementKind.MUST),
        nices=_wanted(wanted, RequirementKind.NICE), deal_makers=_texts(wanted, RequirementKind.DEAL_MAKER),
        deal_breakers=_texts(wanted, RequirementKind.DEAL_BREAKER), last_person=_last_person(office, search),
        alternatives=_alternatives(office, search), market=_market(office, search),
        process=_process(office, search, called), sourcing=_sourcing(office, search), changes=changes,
        drift=_drift(office, search), author=settings.name, language=settings.language,
    )  # fmt: skip
    return left_out(whole, without)


def left_out(brief: SearchBrief, without: Collection[BriefPart]) -> SearchBrief:
    """The brief without some of its parts."""
    fields = [field for part in without for field in _FIELDS[part]]
    changes: dict[str, Any] = {field: "" if field == "drift" else () for field in fields}
    return replace(brief, **changes)


def only_changes(brief: SearchBrief) -> SearchBrief:
    """The drift alone, to be laid on the table."""
    bare = left_out(brief, set(BriefPart) - {BriefPart.CHANGES})
    return replace(bare, title=_("What changed: {search}").format(search=brief.title), brief="")


def counts(brief: SearchBrief) -> dict[BriefPart, int]:
    """How much of each part there is, in the order of the page; what is not there is left out."""
    found = {part: sum(len(getattr(brief, field)) for field in _FIELDS[part] if field != "drift") for part in BriefPart}
    return {part: count for part, count in found.items() if count}


_FIELDS = {
    BriefPart.REQUIREMENTS: ("musts", "nices"), BriefPart.DEALS: ("deal_makers", "deal_breakers"),
    BriefPart.LAST_PERSON: ("last_person",), BriefPart.ALTERNATIVES: ("alternatives",),
    BriefPart.MARKET: ("market",), BriefPart.PROCESS: ("process",), BriefPart.SOURCING: ("sourcing",),
    BriefPart.CHANGES: ("changes", "drift"),
}  # fmt: skip


def _facts(office: Office, search: Row, manager: Row) -> tuple[Fact, ...]:
    facts = [
        (_("Hiring manager"), manager["name"]),
        (_("Opened"), _day(office, search["opened_on"])),
        (_("Band"), band_words(search["salary_min"], search["salary_max"], search["currency"],
                               PayPeriod(search["salary_period"]) if search["salary_period"] else None)),
        (_("Start"), _day(office, search["target_start"])),
        (_("Company"), manager["company"]),
        (_("Where"), ", ".join(words for words in (search["location"], search["remote"]) if words)),
        (_("How many"), str(search["headcount"]) if search["headcount"] > 1 else ""),
    ]  # fmt: skip
    return tuple(Fact(label=label, value=value) for label, value in facts if value)


def _wanted(rows: list[Row], kind: RequirementKind) -> tuple[Wanted, ...]:
    return tuple(Wanted(text=row["text"], probe=row["probe"] or "") for row in rows if row["kind"] == kind)


def _texts(rows: list[Row], kind: RequirementKind) -> tuple[str, ...]:
    return tuple(row["text"] for row in rows if row["kind"] == kind)


def _last_person(office: Office, search: int) -> tuple[Told, ...]:
    found = shareable.rows(office.conn, "shareable_predecessor", "search = ?", (search,))
    questions = {
        "worked": _("What worked?"), "went_wrong": _("What went wrong?"), "why_left": _("Why did they leave?"),
        "better": _("What would make it better?"),
    }  # fmt: skip
    return tuple(
        Told(question=words, answer=row[field]) for row in found for field, words in questions.items() if row[field]
    )


def _alternatives(office: Office, search: int) -> tuple[Sourced, ...]:
    answers = {AlternativeAnswer.YES: _("Yes"), AlternativeAnswer.NO: _("No"), AlternativeAnswer.LATER: _("Later")}
    return tuple(
        Sourced(text=row["text"], source=_joined(row["effect"], row["answer"] and answers[row["answer"]]))
        for row in _rows(office, "shareable_alternative", search)
    )


def _market(office: Office, search: int) -> tuple[Sourced, ...]:
    rows = shareable.rows(office.conn, "shareable_market_fact", "search = ? ORDER BY on_day, id", (search,))
    return tuple(Sourced(text=row["text"], source=row["source"]) for row in rows)


def _process(office: Office, search: int, called: str) -> tuple[Step, ...]:
    owners = {"me": office.settings.name or _("I"), "them": called, "both": _("both")}
    return tuple(
        Step(text=row["what"], who=owners.get(row["owner"]) or row["owner"], when=_length(row))
        for row in _rows(office, "shareable_process_step", search)
    )


def _length(step: Row) -> str:
    if step["days"]:
        return plural("{count} working day", "{count} working days", step["days"])
    if step["weeks"]:
        return plural("{count} week", "{count} weeks", step["weeks"])
    return plural("{count} min", "{count} min", step["minutes"]) if step["minutes"] else ""


def _sourcing(office: Office, search: int) -> tuple[Sourced, ...]:
    return tuple(
        Sourced(
            text=_joined(row["channel"], row["plan"]),
            source=_joined(_by_name(office, row["who"]), row["volume"], row["result"]),
        )
        for row in _rows(office, "shareable_sourcing_channel", search)
    )


def _by_name(office: Office, who: str | None) -> str | None:
    """Who looks there; "You" in the window is whoever wrote the brief, and on paper it would be its reader."""
    oneself = {each.casefold() for each in (_("You"), _("Me"), _("I"))}
    return office.settings.name or _("I") if who is not None and who.strip().casefold() in oneself else who


def _changed(office: Office, row: Row, called: str) -> Changed:
    by = called if row["asked_by"] == AskedBy.THEM else office.settings.name or _("me")
    lost = plural("{count} day lost", "{count} days lost", row["days_lost"]) if row["days_lost"] else ""
    asked = _("{day}, asked for by {name}").format(day=_day(office, row["on_day"]), name=by)
    return Changed(was=row["was"] or "", now=row["now"] or "", said=_joined(asked, lost))


def _drift(office: Office, search: int) -> str:
    rows = _rows(office, "shareable_requirement_change", search)
    lost = sum(row["days_lost"] or 0 for row in rows)
    if not rows:
        return ""
    changes = plural("{count} change", "{count} changes", len(rows))
    return _joined(changes, plural("{count} day lost", "{count} days lost", lost) if lost else "")


def _joined(*words: str | None) -> str:
    return " · ".join(each for each in words if each)


def _day(office: Office, text: str | None) -> str:
    return day_words(date.fromisoformat(text), office.today()) if text else ""


def _rows(office: Office, view: str, search: int) -> list[Row]:
    """The rows of a search in the order of its page."""
    order = "on_day, id" if view == "shareable_requirement_change" else "position, id"
    return list(shareable.rows(office.conn, view, f"search = ? ORDER BY {order}", (search,)))


def _one(office: Office, view: str, record: int) -> Row:
    found = shareable.rows(office.conn, view, "id = ?", (record,))
    if not found:
        raise NotFoundError(_("This search is not in the office any more."))
    return found[0]
