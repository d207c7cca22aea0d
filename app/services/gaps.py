"""What an intake should have brought and a search does not know yet: questions that stay in sight until asked."""

from __future__ import annotations

from app.domain.searches import Search
from app.services.office import Office
from app.words import _


def intake_gaps(office: Office, search: Search) -> tuple[str, ...]:
    """The questions that are open, as they are asked: what the search itself lacks, then what was never asked."""
    written = office.questions.of(search.id)
    asked = {each.text for each in written if each.asked_on is not None}
    facts = (
        (search.location, _("Where is the work done?")), (search.target_start, _("When should they start?")),
        (search.salary_max or search.salary_min, _("What is the salary band?")),
    )  # fmt: skip
    lacking = [question for known, question in facts if not known and question not in asked]
    return tuple(dict.fromkeys([*lacking, *(each.text for each in written if each.asked_on is None)]))
