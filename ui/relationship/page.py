"""A manager's tab: header, section tabs, and the section that is shown. A section is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.services.changes import Change
from app.words import _
from ui.desk import Desk, Place
from ui.kit import mirror
from ui.kit.card import Hairline
from ui.kit.scrolling import MARGIN
from ui.kit.segmented import SectionTabs
from ui.relationship.header import Header

# Where a command leads when the section on screen does not answer it.
_LIVES_IN = {
    "log": "log", "add-mine": "expectations", "add-theirs": "expectations", "agreement": "expectations",
    "agreement-sheet": "expectations",
    "new-note": "notes", "plan-meeting": "meetings", "document": "meetings", "open-search": "searches",
}  # fmt: skip


class Section(Protocol):
    """What a section of a manager's tab can do."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """The commands it answers while it is shown."""

    def state(self) -> dict[str, Any]:
        """Where it stands, as plain values."""

    def restore(self, state: dict[str, Any]) -> None:
        """Stand there again."""

    def focus_content(self) -> None:
        """The keyboard into it."""

    def show_record(self, record: str, record_id: int) -> None:
        """Bring an entry into sight and mark it."""


class SectionKind(NamedTuple):
    """A section as the tab offers it."""

    key: str
    words: str
    make: Callable[[Desk, int], Any]


class RelationshipPage(QWidget):
    """The page of one hiring manager."""

    def __init__(
        self, desk: Desk, manager: int, sections: Sequence[SectionKind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self.manager = desk, manager
        self._kinds = {kind.key: kind for kind in sections}
        self._built: dict[str, Any] = {}
        self._waiting: dict[str, dict[str, Any]] = {}
        self._header = Header(desk, manager)
        self._tabs = SectionTabs([(kind.key, kind.words) for kind in sections], name=_("Sections"))
        self._tabs.chosen.connect(self.show_section)
        self._stack = QStackedWidget()
        # The section takes what is left: in a low window a form in the head is never squeezed for it.
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        row = QHBoxLayout()
        row.setContentsMargins(mirror.margins(MARGIN - 11, 0, MARGIN, 0))
        row.addWidget(self._tabs)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        desk.bridge.changed.connect(self._on_changed)

    @property
    def section(self) -> str:
        """The section on screen, empty before the first."""
        return self._tabs.key if self._built else ""

    def show_section(self, key: str) -> None:
        """Show a section, building it the first time; one that is not there shows the first."""
        key = key if key in self._kinds else next(iter(self._kinds))
        if key not in self._built:
            self._built[key] = self._kinds[key].make(self._desk, self.manager)
            self._stack.addWidget(self._built[key])
            if key in self._waiting:
                self._built[key].restore(self._waiting.pop(key))
        self._tabs.choose(key)
        self._stack.setCurrentWidget(self._built[key])
        if self.isVisible():  # else the window asks when it shows the page
            self._desk.command("page-changed")

    def show_place(self, place: Place) -> None:
        """Go to what a place names in this tab."""
        if place.section or not self._built:
            self.show_section(place.section)
        if place.record is not None:
            self._current().show_record(*place.record)
        if place.words and hasattr(self._current(), "mark_words"):
            self._current().mark_words(place.words)
        if place.typed and hasattr(self._current(), "begin_with"):
            self._current().begin_with(place.typed)

    @property
    def is_whole(self) -> bool:
        """Whether all of the section is there that comes after the first picture."""
        return bool(getattr(self._current(), "is_whole", True))

    def commands(self) -> dict[str, Callable[[], None]]:
        """What this tab answers: the section's own, going to a section, and what lives in another section."""
        own = {f"section-{name}": _Go(self, key) for name, key in self._section_names()}
        elsewhere = {name: _Go(self, key, name) for name, key in _LIVES_IN.items() if key in self._kinds}
        shown = self._current().commands() if self._built else {}
        return {**elsewhere, **own, "briefing": self._brief, **self._header.commands(), **shown}

    def state(self) -> dict[str, Any]:
        """Section, and where each section stands that was seen."""
        states = {**self._waiting, **{key: section.state() for key, section in self._built.items()}}
        return {"section": self.section, "sections": states}

    def restore(self, state: dict[str, Any]) -> None:
        """Stand where the tab stood."""
        states = state.get("sections")
        self._waiting = {k: v for k, v in states.items() if isinstance(v, dict)} if isinstance(states, dict) else {}
        self.show_section(str(state.get("section", "")))

    def settle(self) -> None:
        """The head and every section keep what is typed in them."""
        self._header.settle()
        for section in self._built.values():
            if hasattr(section, "settle"):
                section.settle()

    def focus_content(self) -> None:
        """The keyboard into the section."""
        self._current().focus_content()

    def regions(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """What F6 goes through: the head, the tabs of the sections, the section."""
        return [(self._header, self._header.focus_actions), (self._tabs, self._tabs.focus_chosen),
                (self._stack, self.focus_content)]  # fmt: skip

    def _brief(self) -> None:
        """What to know before you talk, over the page."""
        self._desk.open(Place("briefing", self.manager))

    def _current(self) -> Any:
        return self._built[self._tabs.key]

    def _section_names(self) -> list[tuple[str, str]]:
        """Sections as their commands call them; the command "log" itself writes an entry."""
        return [("log-section" if key == "log" else key, key) for key in self._kinds]

    def _on_changed(self, change: Change) -> None:
        if any(table == "manager" and row == self.manager for table, row in change.touched):
            self._header.refresh()


class _Go:
    """A command that leads to a section, and there does something."""

    def __init__(self, page: RelationshipPage, key: str, name: str = "") -> None:
        self._page, self._key, self._name = page, key, name

    def __call__(self) -> None:
        self._page.show_section(self._key)
        answer = self._page.commands().get(self._name)
        if answer is not None and not isinstance(answer, _Go):
            answer()
        elif not self._name:
            self._page.focus_content()
