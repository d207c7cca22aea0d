"""A placement: a search of the renders' manager that is filled, every step of its offer recorded."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.offers import OfferId, VerbalAnswer
from app.domain.searches import PresentationId, SearchId
from app.services import candidates, offers, searches
from app.services.office import Office
from builders import NOW, amara

START, SIGNED = date(2027, 1, 4), date(2026, 11, 24)


def signed(office: Office, start_on: date = START, signed_on: date = SIGNED) -> OfferId:
    """A placement of Amara's after 54 days."""
    manager = amara(office)
    opened = signed_on - timedelta(days=54)
    search = SearchId(searches.open_search(office, manager, title="Backend", opened_on=opened).id)
    person = candidates.present(office, search, candidate="Farouk, Nadine", at=NOW - timedelta(days=400)).id
    offers.salary_talk(office, search, on=opened)
    offer = OfferId(offers.choose(office, PresentationId(person), on=opened).id)
    offers.terms(office, offer, on=opened)
    offers.verbal(office, offer, on=opened)
    offers.answer(office, offer, answer=VerbalAnswer.YES, on=opened)
    offers.written(office, offer, on=opened)
    offers.sign(office, offer, start_on=start_on, on=signed_on)
    return offer
