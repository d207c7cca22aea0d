"""An agreement sheet before it is issued: what may stand on it, the pages of what was chosen, and keeping them."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.agreement import AgreementSheet
from app.domain.dates import day_words
from app.domain.errors import InputError
from app.domain.issued import DocumentKind
from app.domain.managers import ManagerId
from app.domain.text import file_name
from app.services.agreement_sheets import chosen, sheet_of
from app.services.changes import Change
from app.services.documents import Made, keep
from app.services.office import Office
from app.services.preview import Pressed, opened
from app.settings import Paper
from app.words import _


class Offer(NamedTuple):
    """A sheet as it could be issued, with everything that is proposed; its file name, and its paper."""

    manager: ManagerId
    called: str
    sheet: AgreementSheet
    file_name: str
    paper: Paper


def offer(office: Office, manager: ManagerId) -> Offer:
    """What the sheet of a relationship can say; raises `NotFoundError` when the manager was deleted."""
    sheet, known = sheet_of(office, manager), office.managers.get(manager)
    day = day_words(office.today(), office.today())
    called = _("{name}, {day}").format(name=known.name, day=day)
    words = _("{date} Agreement, {family}").format(date=office.today().isoformat(), family=known.family_name)
    return Offer(manager, called, sheet, file_name(f"{words}.pdf"), office.settings.paper)


def press(sheet: AgreementSheet, paper: Paper) -> Pressed:
    """Make the PDF of what was chosen; reads nothing of the office.

    Raises `InputError` for a sheet without a promise, and for a logo that cannot be read.
    """
    from app.documents.agreement import agreement_pdf
    from app.documents.paper import Paper as Sheet

    if not (sheet.agreed or sheet.to_discuss):
        raise InputError("discuss", _("Nothing is agreed yet. Choose what you want to discuss."))
    document = agreement_pdf(sheet, paper=Sheet(paper))
    return opened(document.data)._replace(uncovered=document.uncovered)


def make(office: Office, manager: ManagerId, *, paper: Paper | None = None, discuss: bool = False) -> Made:
    """Lay the sheet of a relationship out, with all that is proposed or nothing of it; nothing is kept yet."""
    given = offer(office, manager)
    sheet = given.sheet if discuss else chosen(given.sheet)
    return made(given, press(sheet, paper or given.paper), given.file_name)


def made(given: Offer, pressed: Pressed, name: str) -> Made:
    """The document as it is shown, ready to be issued under this name."""
    return Made(pressed.data, len(pressed.sizes), name, given.sheet.title, pressed.uncovered)


def keep_sheet(office: Office, manager: ManagerId, sheet: Made) -> Change:
    """Keep a sheet that was made, as issued; listed once for the same bytes."""
    return keep(office, sheet, DocumentKind.AGREEMENT, manager)
