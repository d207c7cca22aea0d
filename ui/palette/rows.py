"""What a row of the palette says, and what happens when it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.services.marking import Mark
from ui.desk import Place
from ui.kit.listing import Rows


class Deed(NamedTuple):
    """Go somewhere, do a command there, or ask who a line is to be logged with."""

    place: Place | None = None
    command: str = ""
    ask: str = ""


class Row(NamedTuple):
    """A heading where `deed` is missing and there is no icon; else a line that can be chosen, or says that nothing is.

    `group` is the heading it stands under, for who hears the row alone.
    """

    title: str
    marks: Sequence[Mark] = ()
    icon: str = ""
    second: str = ""
    second_marks: Sequence[Mark] = ()
    right: str = ""
    deed: Deed | None = None
    group: str = ""
    person: int = 0
    quoted: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it names a group."""
        return self.deed is None and not self.icon


class PaletteRows(Rows[Row]):
    """Headings and lines; the keyboard passes headings by."""

    def words(self, record: Row) -> str:
        """A line with everything beside it; a heading alone."""
        if record.is_heading:
            return record.title
        return ", ".join(part for part in (record.title, record.second, record.right or record.group) if part)

    def count(self) -> int:
        """How many lines can be chosen."""
        return sum(record.deed is not None for record in self.records)

    def next_from(self, row: int, step: int) -> int:
        """The next line that can be chosen, round and round; -1 when there is none."""
        size = len(self.records)
        around = (row + step * far for far in range(1, size + 1))
        return next((at % size for at in around if self.records[at % size].deed is not None), -1)

    def add_words(self, person: int, word: str) -> None:
        """How a relationship stands is known by now."""
        for at, record in enumerate(self.records):
            if record.person == person and word:
                both = " · ".join(part for part in (record.second, word) if part)
                self.records[at] = record._replace(second=both)
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
