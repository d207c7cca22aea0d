"""Opening a search in place: its title first, and what the manager said of it in the same breath."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from app.domain.errors import InputError
from app.domain.line_dates import typed_day
from app.domain.managers import ManagerId
from app.domain.text import NAME
from app.services import searches
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit.editor import Editor
from ui.kit.field import Field, Line


class OpeningEditor(Editor):
    """Everything but the title can come later."""

    def __init__(self, office: Office, manager: ManagerId) -> None:
        super().__init__(_("Open a search"), save=_("Open the search"))
        self._office, self._manager = office, manager
        self._title, self._place = Line(limit=NAME), Line()
        self._reason, self._opened = Line(), Line(_("Today, or such as 18 nov"))
        self.add("title", Field(_("Title"), self._title))
        self.add_row(
            ("location", Field(_("Location"), self._place)), ("opened_on", Field(_("Opened on"), self._opened))
        )
        self.add("reason_open", Field(_("Why it is open (private)"), self._reason))
        self.finish()
        for line in (self._title, self._place, self._opened, self._reason):
            line.returnPressed.connect(self.saved)

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for a day that cannot be read."""
        return partial(
            searches.open_search, self._office, self._manager, title=self._title.text(),
            location=self._place.text().strip() or None, reason_open=self._reason.text().strip() or None,
            opened_on=self._day(),
        )  # fmt: skip

    def _day(self) -> date:
        words, today = self._opened.text().strip(), self._office.today()
        day = typed_day(words, today) if words else today
        if day is None:
            raise InputError("opened_on", _("Write the day like Tue 24 Nov or 24.11."))
        return day
