"""The main job by names alone: what a person does who hears the window and does not see it.

`reader.py` is the client of assistive technology; it runs under the system's Python, which has pyatspi.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.display.xdriver import asked, wait
from tests.ui.main_job import Until

PYTHON = "/usr/bin/python3"
RETURN, ESCAPE, HOME, DOWN, SPACE = 0xFF0D, 0xFF1B, 0xFF50, 0xFF54, 0x20
Thing = dict[str, Any]


class Fill(NamedTuple):
    """Put words into the field of this name."""

    name: str
    words: str

    @property
    def question(self) -> tuple[object, ...]:
        """As the client is asked."""
        return ("write", "text", self.name, self.words)


class Use(NamedTuple):
    """Have the one thing of this role, whose name begins so, do what it offers."""

    role: str
    name: str
    action: str = "Press"

    @property
    def question(self) -> tuple[object, ...]:
        """As the client is asked."""
        return ("act", *self)


class Enter(NamedTuple):
    """Press Enter where the keyboard is; the field of this name must have it."""

    name: str


class Heard(NamedTuple):
    """Wait until this is announced."""

    words: str


class GoTo(NamedTuple):
    """Put the keyboard on the row of a list that begins so."""

    table: str
    row: str


class Key(NamedTuple):
    """Press a key, whatever has the keyboard."""

    symbol: int

    @property
    def question(self) -> tuple[object, ...]:
        """As the client is asked."""
        return ("type", self.symbol)


class There(NamedTuple):
    """Wait until something of this role and name is shown."""

    role: str
    name: str

    @property
    def question(self) -> tuple[object, ...]:
        """As the client is asked."""
        return ("told", *self)


Step = Fill | Use | Enter | GoTo | Key | There | Heard | Until

SPOKEN_JOB: tuple[Step, ...] = (
    # The first hiring manager.
    Fill("Name", "Amara Okonkwo"), Fill("Company", "Halden Robotics"), Fill("Role", "VP Engineering"),
    Use("push button", "Add relationship"),
    Until("SELECT name || ', ' || title || ', ' || company FROM manager",
          "Amara Okonkwo, VP Engineering, Halden Robotics"),
    # Log a talk.
    Use("push button", "Log a talk with Amara Okonkwo"),
    Fill("Log a talk", "call 25m: agreed to widen the band !fri send 3 CVs"), Enter("Log a talk"),
    Until("SELECT channel || minutes || decision FROM talk", "call25widen the band"),
    Until("SELECT text FROM follow_up", "send 3 CVs"), Heard("Talk with Amara Okonkwo logged"),
    # Agree what each keeps.
    Use("radio button", "Expectations", "Toggle"),
    Use("push button", "Write your own: Mine to keep"), Fill("I will", "Three CVs every Friday"),
    Fill("We both know it is kept when", "They lie in the mailbox"), Fill("Due or repeats", "27 Nov"),
    Use("radio button", "Agreed", "Toggle"), Use("push button", "Save"),
    Until("SELECT count(*) FROM expectation WHERE side = 'mine'", 1), Heard("Promise added: Three CVs every Friday"),
    Use("push button", "Add what Amara Okonkwo keeps"), Fill("Amara Okonkwo will", "Answer on every CV"),
    Fill("We both know it is kept when", "A yes or a no"), Fill("Due or repeats", "Every Friday"),
    Use("radio button", "Agreed", "Toggle"), Use("push button", "Save"),
    Until("SELECT count(*) FROM expectation WHERE side = 'theirs'", 1), Heard("Promise added: Answer on every CV"),
    Until("SELECT count(*) FROM wording WHERE agreed_on = '2026-11-24'", 2),
    # Meet.
    Use("push button", "Start meeting"), Until("SELECT state FROM meeting", "running"),
    Fill("Capture what is said", "Widen the band"), Use("push button", "Decision"),
    Until("SELECT kind || text FROM captured_item", "decisionWiden the band"), Heard("Decision: Widen the band"),
    Fill("Capture what is said", "send two CVs"), Use("push button", "I will"),
    Until("SELECT count(*) FROM captured_item", 2), Heard("I will: send two CVs"),
    Use("push button", "End and make Summary PDF"), Until("SELECT state FROM meeting", "held"),
    # Hand the summary over.
    Heard("Page 1 of 1"), Use("push button", "Email…"), Until("SELECT count(*) FROM issued_document", 1),
    Use("push button", "I sent it"), Until("SELECT sent_how FROM issued_document", "email"),
)  # fmt: skip


# Every main screen of the sample office, and how one gets there from the one before.
SCREENS: dict[str, tuple[Step, ...]] = {
    "today": (There("table", "Keep today"),),
    "meetings of all": (Use("push button", "Meetings"), There("push button", "Plan")),
    "searches of all": (Use("push button", "Searches"), There("table", "Searches")),
    "settings": (Use("push button", "Settings"), There("label", "Text size")),
    "new relationship": (Use("push button", "New relationship"), There("text", "Company")),
    "overview": (
        GoTo("Relationships", "Amara Okonkwo, Halden Robotics"),
        Key(RETURN),
        There("chart", "Balance by month"),
    ),
    "contact, edited": (Use("push button", "Edit contact"), There("push button", "Save")),
    "expectations": (
        Use("push button", "Cancel"),
        Use("radio button", "Expectations", "Toggle"),
        There("push button", "Add what I keep"),
    ),
    "expectations, written": (Use("push button", "Add what I keep"), There("text", "I will")),
    "log": (Use("radio button", "Log", "Toggle"), There("table", "Timeline")),
    "notes": (Use("radio button", "Notes", "Toggle"), There("table", "Notes")),
    "meetings": (Use("radio button", "Meetings", "Toggle"), There("table", "Meetings")),
    "palette": (Use("push button", "Search or do anything"), There("text", "Search")),
    "meeting": (Key(ESCAPE), Use("push button", "Start meeting"), There("text", "Capture what is said")),
    "document": (Use("push button", "End and make Summary PDF"), There("document frame", "Page 1 of 1")),
}


# What is announced of what happens, in the sample office.
SAID: tuple[Step, ...] = (
    # Done, and counted.
    GoTo("Keep today", "Send salary benchmark"), Key(SPACE),
    Heard("Done: Send salary benchmark for plant electricians"),
    Fill("Filter relationships", "Amara"), Heard("1 relationship"), Fill("Filter relationships", ""),
    # Refused.
    GoTo("Relationships", "Amara Okonkwo, Halden Robotics"), Key(RETURN), Use("radio button", "Expectations", "Toggle"),
    Use("push button", "Add what I keep"), Fill("I will", "Two CVs"), Use("radio button", "Agreed", "Toggle"),
    Use("push button", "Save"), Heard("How will you both know? Write the measure before it is agreed."),
    Use("push button", "Cancel"),
    # Found.
    Use("radio button", "Log", "Toggle"), Use("push button", "Find in the log"), Fill("Find in the log", "band"),
    Heard("3 entries"),
    # Saved by itself.
    Use("radio button", "Notes", "Toggle"), Fill("Find in notes", "hire"), Heard("1 note"), Fill("Find in notes", ""),
    Use("text", "Note", "SetFocus"), Fill("Note", "Two sources."), Heard("Saved 09:10"),
)  # fmt: skip


def missing() -> str:
    """What is not there for it, in words; empty when everything is."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return "needs a session bus: run under dbus-run-session"
    asks = [PYTHON, "-c", "import pyatspi"]
    try:
        found = subprocess.run(asks, capture_output=True, check=False, timeout=30).returncode == 0
    except FileNotFoundError:
        found = False
    return "" if found else "needs pyatspi in the system's Python: install python3-pyatspi and at-spi2-core"


class Reader:
    """Asks the client; what is not there yet is asked for again."""

    def __init__(self, office: Path, surroundings: dict[str, str]) -> None:
        self._office = office
        script = Path(__file__).with_name("reader.py")
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([PYTHON, str(script)], env=surroundings, stdin=pipe, stdout=pipe, text=True)
        self.heard: list[str] = []

    def close(self) -> None:
        """No more questions."""
        self._process.communicate(timeout=20)

    def do(self, step: Step) -> None:
        """One step; it fails in words."""
        match step:
            case Enter(name):
                assert wait(lambda: self.ask("focused")["name"] == name), f"{name!r} has not the keyboard"
                self.ask("type", RETURN)
            case GoTo(table, row):
                self.go_to(table, row)
            case Heard(words):
                assert self.hears(words), f"{words!r} is not among {self.heard}"
            case Until(sql, answer):
                assert wait(lambda: asked(self._office, sql) == answer), f"{sql}: {asked(self._office, sql)}"
            case _:
                self.ask(*step.question)

    def ask(self, *question: object) -> Any:
        """What the client answers, as soon as it can."""
        said: list[Any] = []

        def answered() -> bool:
            said[:] = self._once(question)
            return bool(said[0] == "yes")

        assert wait(answered), f"{question}: {said[1]}"
        return said[1]

    def hears(self, words: str) -> bool:
        """Whether it is announced, in time; what was announced before it is no longer waited for."""

        def said() -> bool:
            self.heard += self.ask("announced")
            return words in self.heard

        found = wait(said)
        if found:
            del self.heard[: self.heard.index(words) + 1]
        return found

    def go_to(self, table: str, row: str) -> None:
        """Put the keyboard on the row of a list that begins so, as arrows do it."""
        self.ask("act", "table", table, "SetFocus")
        self.ask("told", "table cell", row)
        self.ask("type", HOME)

        def is_there() -> bool:
            if self.ask("focused")["name"].startswith(row):
                return True
            self.ask("type", DOWN)
            return False

        assert wait(is_there), f"no row {row!r} in {table!r}"

    def _once(self, question: Sequence[object]) -> list[Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: list[Any] = json.loads(self._process.stdout.readline())
        return answer


def walk(thing: Thing) -> Iterator[Thing]:
    """A thing and all in it."""
    yield thing
    for part in thing["parts"]:
        yield from walk(part)
