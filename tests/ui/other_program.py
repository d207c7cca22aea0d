"""Another program at the office's file: one that holds its lock, and the terminal that writes to it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.storage.database import FILE_NAME

TOP = Path(__file__).parents[2]
_HOLD = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
conn.execute("ROLLBACK")
print("free", flush=True)
"""

SAVES = 60
_SAVE = f"""
import select, sys
from pathlib import Path
from app.services import managers
from app.services.office import open_office
from tests.builders import LONDON, Clock
office = open_office(Path(sys.argv[1]), clock=Clock(), zone=LONDON, patience=5.0)
for number in range({SAVES}):
    managers.add(office, name=f"Person {{number}}")
    select.select([], [], [], 0.02)  # no script saves without taking a breath
office.close()
"""


class Holder:
    """Holds the write lock until it is told to let go."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def let_go(self) -> None:
        """Release the lock; back when it is free."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "free\n"


@contextmanager
def holding(folder: Path, *, kind: str = "IMMEDIATE") -> Iterator[Holder]:
    """Another program that keeps everyone from writing; with `kind` EXCLUSIVE also from reading, as a save does."""
    command = [sys.executable, "-c", _HOLD, str(folder / FILE_NAME), kind]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield Holder(process)
        if process.poll() is None:
            process.kill()


def terminal(folder: Path, *verb: str) -> None:
    """One verb of the terminal, done."""
    command = [sys.executable, "-m", "ui.main", "--data-dir", str(folder), *verb]
    subprocess.run(command, cwd=TOP, check=True, capture_output=True, timeout=60)


@contextmanager
def saving_all_the_time(folder: Path) -> Iterator[Callable[[], bool]]:
    """Another program that adds managers one after the other; tells whether it still does."""
    with subprocess.Popen([sys.executable, "-c", _SAVE, str(folder)], cwd=TOP) as process:
        yield lambda: process.poll() is None
    assert process.returncode == 0
