"""What the preview window needs of a search brief before it is issued; see `app.services.preview` for the pages."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from app.domain.brief import BriefPart, SearchBrief
from app.domain.dates import day_words
from app.domain.searches import Search, SearchId
from app.services.briefs import brief_of, counts, left_out, only_changes
from app.services.documents import Made, brief_named
from app.services.office import Office
from app.services.preview import Pressed, opened
from app.settings import Paper
from app.words import _


class BriefOffer(NamedTuple):
    """A brief as it could be issued, whole or only what changed: each with its file name, and how much there is."""

    search: Search
    called: str
    brief: SearchBrief
    counts: dict[BriefPart, int]
    file_name: str
    changes_file_name: str
    paper: Paper


def offer_brief(office: Office, search: SearchId) -> BriefOffer:
    """What the brief of a search can say; raises `NotFoundError` when it has been deleted."""
    known, brief = office.searches.get(search), brief_of(office, search)
    called = _("{title}, {day}").format(title=known.title, day=day_words(office.today(), office.today()))
    return BriefOffer(
        search=known, called=called, brief=brief, counts=counts(brief), file_name=brief_named(office, known),
        changes_file_name=brief_named(office, known, drift=True), paper=office.settings.paper,
    )  # fmt: skip


def press_brief(brief: SearchBrief, without: Collection[BriefPart], drift: bool, paper: Paper) -> Pressed:
    """Make the PDF of a brief without some of its parts, or of what changed alone; reads nothing of the office.

    Raises `InputError` for a logo that cannot be read.
    """
    from app.documents.paper import Paper as Sheet
    from app.documents.search_brief import search_brief_pdf

    said = only_changes(brief) if drift else left_out(brief, without)
    document = search_brief_pdf(said, paper=Sheet(paper))
    return opened(document.data)._replace(uncovered=document.uncovered)


def made_brief(given: BriefOffer, pressed: Pressed, file_name: str, *, drift: bool) -> Made:
    """The document as it is shown, ready to be issued under this name."""
    title = only_changes(given.brief).title if drift else given.brief.title
    return Made(pressed.data, len(pressed.sizes), file_name, title, pressed.uncovered)
