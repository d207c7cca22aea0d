"""Records on their way into a sample: each gets the next number of its table and the moment it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from app.services.office import Office
from app.storage import bulk
from app.storage.history import TRACKED
from app.storage.rows import Table

_BATCH = 10_000


def tables(office: Office) -> dict[str, Table[Any]]:
    """Every table a sample fills, by its name."""
    return {
        "manager": office.managers, "search": office.searches, "stage_change": office.stage_changes,
        "presentation": office.presentations, "market_fact": office.market_facts, "meeting": office.meetings,
        "agenda_item": office.agenda_items, "captured_item": office.captured_items, "talk": office.talks,
        "follow_up": office.follow_ups, "expectation": office.expectations, "wording": office.wordings,
        "check_in": office.check_ins, "note": office.notes, "satisfaction": office.satisfactions,
        "requirement": office.requirements, "requirement_change": office.requirement_changes,
        "predecessor": office.predecessors, "alternative": office.alternatives,
        "proposal": office.proposals, "offer": office.offers, "celebration": office.celebrations,
        "anniversary": office.anniversaries, "interview": office.interviews, "process_step": office.process_steps,
        "sourcing_channel": office.sourcing_channels, "question": office.questions,
    }  # fmt: skip


class Rows:
    """Collects records by table and writes them in batches; `write` writes the rest."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._tables = tables(office)
        self._last: Counter[str] = Counter()
        self._waiting: dict[str, list[tuple[Any, datetime]]] = {name: [] for name in TRACKED}

    def add(self, table: str, made: datetime, record: Any, **fields: Any) -> int:
        """Collect a record of a type, made at a moment; the number it has got."""
        self._last[table] += 1
        number = self._last[table]
        waiting = self._waiting[table]
        waiting.append((record(id=number, **fields), made))
        if len(waiting) >= _BATCH:
            bulk.insert_many(self._office.conn, self._tables[table], waiting)
            waiting.clear()
        return number

    def point(self, table: str, column: str, pairs: Iterable[tuple[int, int]]) -> None:
        """Let rows that are written point at others made after them: the number of each row, and where it points."""
        bulk.point_many(self._office.conn, self._tables[table], column, pairs)

    def write(self) -> None:
        """Write what still waits."""
        for name, records in self._waiting.items():
            if records:
                bulk.insert_many(self._office.conn, self._tables[name], records)
                records.clear()
