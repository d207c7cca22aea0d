"""What an intake should have brought and a search does not know yet: questions that stay in sight until asked."""

from __future__ import annotations

from app.domain.searches import Search
from app.words import _


def intake_gaps(search: Search) -> tuple[str, ...]:
    """The questions that are open, as they are asked."""
    asked = (
        (search.location, _("Where is the work done?")), (search.target_start, _("When should they start?")),
        (search.salary_max or search.salary_min, _("What is the salary band?")),
    )  # fmt: skip
    return tuple(question for known, question in asked if not known)
