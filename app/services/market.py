"""Facts of the market, each with its source and day, and the day the manager was shown it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.fields import checked
from app.domain.searches import MarketFact, MarketFactId, SearchId
from app.services.changes import Change
from app.services.office import Office
from app.words import _


def add(
    office: Office, search: SearchId, *, text: str, source: str, on: date | None = None, shown_on: date | None = None
) -> Change:
    """Keep a market fact with its source; `shown_on` is the day the manager saw it."""
    office.searches.get(search)
    fact = MarketFact(
        id=MarketFactId(0), search=search, text=text, source=source, on_day=on or office.today(), shown_on=shown_on
    )
    fact = checked(fact, "text", "source")
    label = _("Market fact added")
    with office.write(label):
        number = office.market_facts.insert(fact)
    return office.change(label, "market_fact", number)


def edit(
    office: Office, market_fact: MarketFactId, *, text: str | None = None, source: str | None = None,
    on: date | None = None, shown_on: date | None = None,
) -> Change:  # fmt: skip
    """Correct a fact."""
    given = {"text": text, "source": source, "on_day": on, "shown_on": shown_on}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    edited = checked(replace(office.market_facts.get(market_fact), **changes), "text", "source")
    return _save(office, edited, _("Market fact edited"))


def show(office: Office, market_fact: MarketFactId, *, on: date | None = None) -> Change:
    """Note the day the manager was shown a fact."""
    return _save(
        office, replace(office.market_facts.get(market_fact), shown_on=on or office.today()), _("Market fact shown")
    )


def show_all(office: Office, search: SearchId, *, on: date | None = None) -> Change:
    """Note the day the manager was shown all facts that they had not seen."""
    unseen = [each for each in office.market_facts.of(search) if each.shown_on is None]
    if not unseen:
        raise InputError("search", _("Every market fact of this search was shown already."))
    label = _("Market facts shown")
    with office.write(label):
        for each in unseen:
            office.market_facts.update(replace(each, shown_on=on or office.today()))
    return office.change(label, "search", search)


def delete(office: Office, market_fact: MarketFactId) -> Change:
    """Remove a fact."""
    office.market_facts.get(market_fact)
    label = _("Market fact deleted")
    with office.write(label):
        office.market_facts.delete(market_fact)
    return office.change(label, "market_fact", market_fact)


def _save(office: Office, fact: MarketFact, label: str) -> Change:
    with office.write(label):
        office.market_facts.update(fact)
    return office.change(label, "market_fact", fact.id)
