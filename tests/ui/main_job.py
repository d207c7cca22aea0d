"""The main job as a person does it: from the first run to the sent summary, as keys, clicks, and what is in the store.

One table for two drivers: Qt's own events inside the test, and real keys of an X server at the real program.
"""

from __future__ import annotations

from typing import NamedTuple


class Write(NamedTuple):
    """Type words where the keyboard is."""

    words: str


class Press(NamedTuple):
    """Press a key, in Qt's portable form."""

    key: str


class Click(NamedTuple):
    """Press a button by its words; `right` and `up` say where it lies, from the window's right foot to its middle."""

    name: str
    right: int
    up: int


class Shown(NamedTuple):
    """Wait for another window, named by the beginning of its title."""

    title: str


class Until(NamedTuple):
    """Wait until the store answers a question with this."""

    sql: str
    answer: object


Step = Write | Press | Click | Shown | Until
END = ("End and make Summary PDF", 406, 28)

MAIN_JOB: tuple[Step, ...] = (
    # The first hiring manager.
    Write("Amara Okonkwo"), Press("Tab"), Write("Halden Robotics"), Press("Tab"), Write("VP Engineering"),
    Press("Return"),
    Until("SELECT name || ', ' || title || ', ' || company FROM manager",
          "Amara Okonkwo, VP Engineering, Halden Robotics"),
    # Log a talk.
    Press("Ctrl+L"), Write("call 25m: agreed to widen the band !fri send 3 CVs"), Press("Return"),
    Until("SELECT channel || minutes || decision FROM talk", "call25widen the band"),
    Until("SELECT text FROM follow_up", "send 3 CVs"),
    # Agree what each keeps.
    Press("Ctrl+E"), Write("Three CVs every Friday"), Press("Tab"), Write("They lie in the mailbox"), Press("Tab"),
    Write("27 Nov"), Press("Ctrl+Return"),
    Until("SELECT statement || '; ' || measure FROM expectation JOIN wording w ON w.expectation = expectation.id",
          "Three CVs every Friday; They lie in the mailbox"),
    # Meet.
    Press("Ctrl+M"), Until("SELECT state FROM meeting", "running"),
    Write("Widen the band"), Press("Ctrl+1"), Until("SELECT count(*) FROM captured_item", 1),
    Write("send two CVs"), Press("Ctrl+2"), Until("SELECT count(*) FROM captured_item", 2),
    Write("answer within two days"), Press("Ctrl+3"), Until("SELECT count(*) FROM captured_item", 3),
    Write("The panel meets on Mondays"), Press("Ctrl+4"), Until("SELECT count(*) FROM captured_item", 4),
    Write("They may leave in spring"), Press("Ctrl+5"), Until("SELECT count(*) FROM captured_item", 5),
    Click(*END), Until("SELECT state FROM meeting", "held"), Until("SELECT count(*) FROM talk", 2),
    # Hand the summary over.
    Shown("Summary"), Press("Ctrl+E"), Until("SELECT count(*) FROM issued_document", 1),
    Click("I sent it", 117, 73), Until("SELECT sent_how FROM issued_document", "email"),
)  # fmt: skip
