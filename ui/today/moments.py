"""What is worth a word: the days of a hire, and celebrations that were put off; read once the page was seen."""

from __future__ import annotations

from datetime import date

from app.services import anniversaries
from app.services.anniversaries import Moment, Waiting
from app.services.office import Office
from app.words import _
from ui.desk import Place
from ui.kit.beside import beside
from ui.kit.lines import Action, Fact, Line
from ui.today.lines import near_day


def moment_lines(office: Office) -> list[Line]:
    """A row for each."""
    day = office.today()
    moments = [_moment_line(each, day) for each in anniversaries.due(office)]
    return [*moments, *(_waiting_line(each) for each in anniversaries.put_off(office))]


def _moment_line(moment: Moment, day: date) -> Line:
    """A day of a hire; it is ticked by itself, or with a talk begun in the log."""
    return Line(
        record="offer", id=moment.offer, lead="avatar", title=moment.words(), second=beside(moment.name, moment.title),
        manager=moment.manager, name=moment.name, fact=Fact(near_day(moment.on, day), "neutral"),
        place=Place("manager", moment.manager, "log", typed=moment.line()),
        actions=(
            Action(f"remember-and-log:{moment.milestone}", _("Log"), "pencil", quiet=True),
            Action(f"remember:{moment.milestone}", _("Done"), "check"),
        ),
    )  # fmt: skip


def _waiting_line(waiting: Waiting) -> Line:
    """A celebration that asks again."""
    return Line(
        record="celebration", id=waiting.offer, lead="avatar", title=_("Placed, together: {search}").format(
            search=waiting.title), second=waiting.name, manager=waiting.manager, name=waiting.name,
        place=Place("celebrate", waiting.offer), actions=(Action("open", _("Celebrate"), "wine"),),
    )  # fmt: skip
