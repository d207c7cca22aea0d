"""Does the deeds of the whole search as a person types them at a terminal."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from app import commands
from tests.builders import file_office
from tests.whole_search import NAMED, Deed


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    refused: str


class Terminal:
    """An office of its own, and the commands typed about it; files are made beside the office."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._office = folder, folder / "office"
        self.store = sqlite3.connect(file_office(self._office))

    def run(self, at: str, *words: str) -> Said:
        """Run one command at a moment."""
        out, refused = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(refused):
            code = commands.main(["--data-dir", str(self._office), "--now", at, *words])
        return Said(code, out.getvalue().strip(), refused.getvalue().strip())

    def do(self, deed: Deed) -> Said:
        """One deed."""
        verb = _VERBS.get(deed.name)
        typed = [f"{key}={self.number(key, said)}" for key, said in deed.values.items()]
        return self.run(deed.at, *(verb(self, deed) if verb else ("do", deed.name, *typed)))

    def number(self, key: str, name: str) -> str:
        """The number of a record that is called so; the words themselves where they are no name."""
        found = self.store.execute(NAMED[key], (name,)).fetchone() if key in NAMED else None
        return str(found[0]) if found else name

    def undo_all(self, at: str) -> list[str]:
        """Take back whatever can be taken back; what each undo said."""
        said: list[str] = []
        while not said or said[-1].startswith("Undone"):
            said.append(self.run(at, "undo").out)
        return said[:-1]


_VERBS: dict[str, Callable[[Terminal, Deed], tuple[str, ...]]] = {
    "invite": lambda here, deed: (
        "invite", here.number("meeting", deed.values["meeting"]), "--to", str(here.folder / "intake.ics")),
    "summary": lambda here, _deed: ("document", "summary", "--to", str(here.folder / "summary.pdf")),
    "brief": lambda _here, deed: ("brief", deed.values["manager"]),
}  # fmt: skip
