"""The program under test as a process of its own: does steps of the journey and acknowledges each one done.

An acknowledgement is the counter in eight digits, written when the action has returned: to standard output, or to a
file whose writes the recorder sees in their order among all others.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
from pathlib import Path

import sqlite_utils

from app.storage import database, migrations, schema
from tests.faults.journey import Hand, dump


def main() -> None:
    """Begin an office or go on with one."""
    options = _options()
    if options.synchronous:
        _weaken(options.synchronous)
    if options.migrate:
        _grow()
    hand = Hand(options.folder, create=True, patience=60.0)
    try:
        if options.notes:
            for number in range(options.steps):
                hand.note(f"{options.notes} {number}")
        else:
            _go_on(hand, options)
    finally:
        hand.close()


def _go_on(hand: Hand, options: argparse.Namespace) -> None:
    """Do the next steps of the journey, and acknowledge where it began and each one done."""
    acknowledge = os.open(options.ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600) if options.ack else 1
    with Path(options.states or os.devnull).open("w", encoding="utf-8") as states:
        counter = hand.counter()
        for left in range(options.steps, -1, -1):
            if options.states:
                states.write(f"{dump(hand.office.conn)}\n")
            os.write(acknowledge, b"%08d" % counter)
            if left:
                counter = hand.step()


def _weaken(synchronous: str) -> None:
    """Run with a setting that is known to lose what was acknowledged, to see that a test notices."""
    strong = database.connect

    def weak(path: Path, *more: float) -> sqlite3.Connection:
        conn = strong(path, *more)
        conn.execute(f"PRAGMA synchronous={synchronous}")
        return conn

    database.connect = weak


def _grow() -> None:
    """Be a later Rapport, whose schema has one more column."""

    @migrations.migrations()
    def m004_hobby(db: sqlite_utils.Database) -> None:
        db.execute("ALTER TABLE manager ADD COLUMN hobby TEXT")

    schema.VERSION += 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--notes", help="add notes of this name instead, whoever else is writing")
    parser.add_argument("--ack", type=Path, help="a file instead of standard output")
    parser.add_argument("--states", type=Path, help="where the dump after each counter goes, one a line")
    parser.add_argument("--migrate", action="store_true", help="open the office with a later schema")
    parser.add_argument("--synchronous", help="a weaker setting than ours")
    return parser.parse_args()


if __name__ == "__main__":
    main()
