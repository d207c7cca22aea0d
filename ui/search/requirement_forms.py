"""Writing what a search asks for; after agreement it asks whether that is a typo or a change, and who asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.errors import InputError
from app.domain.requirements import AskedBy, Requirement, RequirementKind, RequirementSource
from app.domain.searches import SearchId
from app.services import requirements
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit.editor import Editor
from ui.kit.field import Choice, Field, Line

_PROBED = (RequirementKind.MUST, RequirementKind.NICE)
_TYPO, _CHANGE = "typo", "change"


def kind_label(kind: RequirementKind) -> str:
    """What one line of a kind is called in its field."""
    return {
        RequirementKind.MUST: _("Must have"), RequirementKind.NICE: _("Nice to have"),
        RequirementKind.DEAL_MAKER: _("Deal maker"), RequirementKind.DEAL_BREAKER: _("Deal breaker"),
    }[kind]  # fmt: skip


class _Asking(Editor):
    """A form that may ask who wanted a change, and what it cost."""

    def __init__(self, name: str, called: str, *, save: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, save=save, parent=parent)
        them = _("{name} asked").format(name=called)
        self.asked_by = Choice([("", _("Choose")), (AskedBy.THEM.value, them), (AskedBy.ME.value, _("I asked"))])
        self.days_lost = Line(_("such as 3"))

    def add_asking(self) -> None:
        """Put the two fields in."""
        self.add_row(
            ("asked_by", Field(_("Who asked for the change"), self.asked_by)),
            ("days_lost", Field(_("Days lost by it"), self.days_lost)),
        )

    def asked(self) -> AskedBy:
        """Who asked; raises `InputError` while nobody was chosen."""
        if not self.asked_by.key:
            raise InputError("asked_by", _("Choose who asked: it is agreed, so the change is kept."))
        return AskedBy(self.asked_by.key)

    def days(self) -> int | None:
        """The days lost; raises `InputError` for what is no number."""
        text = self.days_lost.text().strip()
        if text and not (text.isdecimal() and len(text) <= 4):
            raise InputError("days_lost", _("Write the days lost as a whole number, such as 3."))
        return int(text) if text else None


class RequirementForm(_Asking):
    """One line, new or known."""

    def __init__(
        self, office: Office, search: SearchId, kind: RequirementKind, called: str, *, known: Requirement | None = None,
        agreed: bool = False, learnt: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kind_label(kind), called, parent=parent)
        self._office, self._search, self._kind, self._known = office, search, kind, known
        self._agreed, self._learnt = agreed, bool(learnt)
        self._text, self._probe = Line(), Line(_("The question that shows it"))
        self.sort = Choice(
            [("", _("Choose")), (_TYPO, _("Only the wording")), (_CHANGE, _("It asks for something else"))]
        )
        self._text.setText(known.text if known else learnt)
        self._probe.setText(known.probe or "" if known else "")
        self.add("text", Field(kind_label(kind), self._text))
        if kind in _PROBED:
            self.add("probe", Field(_("How you find out"), self._probe))
        if agreed and known is not None:
            self.add("sort", Field(_("What changes"), self.sort))
        if agreed:
            self.add_asking()
        self.finish()
        for line in (self._text, self._probe):
            line.returnPressed.connect(self.saved)
        self.sort.currentIndexChanged.connect(self._sorted)
        self._sorted()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` for what is missing."""
        text, probe = self._text.text(), self._probe.text().strip()
        if self._known is None:
            source = RequirementSource.PREDECESSOR if self._learnt else RequirementSource.ASKED
            by, days = (self.asked(), self.days()) if self._agreed else (None, None)
            return partial(requirements.add, self._office, self._search, kind=self._kind, text=text, probe=probe,
                           source=source, asked_by=by, days_lost=days)  # fmt: skip
        if not self._agreed or text.strip() == self._known.text:
            return partial(requirements.edit, self._office, self._known.id, text=text, probe=probe)
        if not self.sort.key:
            raise InputError("sort", _("This is agreed. Choose whether only the wording is mended, or it is a change."))
        if self.sort.key == _TYPO:
            return partial(requirements.edit, self._office, self._known.id, text=text, probe=probe)
        return partial(requirements.change, self._office, self._known.id, text=text, probe=probe,
                       asked_by=self.asked(), days_lost=self.days())  # fmt: skip

    def _sorted(self) -> None:
        """Who asked matters for a change alone."""
        if self._known is not None:
            for name in ("asked_by", "days_lost"):
                if name in self.fields:
                    self.fields[name].setVisible(self.sort.key == _CHANGE)


class DropForm(_Asking):
    """Dropping what was agreed is a change as well."""

    def __init__(self, office: Office, known: Requirement, called: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Drop it"), called, save=_("Drop it"), parent=parent)
        self._office, self._known = office, known
        self.add_asking()
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """What saving it does; raises `InputError` while nobody was chosen."""
        return partial(requirements.delete, self._office, self._known.id, asked_by=self.asked(), days_lost=self.days())
