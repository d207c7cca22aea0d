"""Finding a hiring manager by what somebody types."""

from __future__ import annotations

from app.domain.errors import NotFoundError
from app.domain.managers import HiringManager
from app.domain.text import quoted
from app.services.office import Office
from app.words import _

_SHOWN = 8


def manager_called(office: Office, words: str) -> HiringManager:
    """The one manager so called: an exact name beats a part of one.

    Raises `NotFoundError` when nobody fits, or naming the candidates when several do.
    """
    found = office.managers.named(words) if words.strip() else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(_("No hiring manager is called {words}.").format(words=quoted(words)))
    names = ", ".join(each.name for each in found[:_SHOWN])
    more = ", …" if len(found) > _SHOWN else ""
    several = _("Several fit {words}: {names}. Write more of the name.")
    raise NotFoundError(several.format(words=quoted(words), names=names + more))
