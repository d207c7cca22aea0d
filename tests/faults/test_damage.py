"""A file damaged on the disk is read, or refused in one sentence; never a traceback."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from app.domain.errors import AppError
from app.services import reading
from app.services.briefing import brief
from app.services.office import Office
from app.services.relationship import everyone
from app.services.today import today
from app.settings import Paper
from app.storage.database import FILE_NAME
from app.storage.failures import translated
from tests.faults.conftest import Figures, copied, one_sentence, terminal
from tests.faults.journey import STEPS, Hand

pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600)]
PAGE = 4096
RECORDS = (
    "manager", "search", "presentation", "market_fact", "meeting", "agenda_item", "captured_item", "talk", "follow_up",
    "expectation", "wording", "check_in", "note", "satisfaction", "issued_document", "template",
)  # fmt: skip


@pytest.fixture(scope="module")
def lived_in(empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office with something in most tables."""
    folder = copied(empty_office, tmp_path_factory.mktemp("lived-in") / "office")
    hand = Hand(folder)
    while hand.counter() < 2 * len(STEPS):
        hand.step()
    hand.close()
    return folder


def damaged(data: bytearray, number: int, chance: random.Random) -> None:
    """One bit, one page of zeros, two pages swapped, or the end cut off."""
    at = chance.randrange(len(data))
    page, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    match number % 10:
        case 0:
            data[page : page + PAGE] = bytes(PAGE)
        case 1:
            data[page : page + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[page : page + PAGE]
        case 2:
            del data[at:]
        case _:
            data[at] ^= 1 << chance.randrange(8)


def read_all(office: Office) -> None:
    """Whatever the program shows, once: every record, today, everyone, search, history, the check."""
    everyone(office)
    today(office)
    reading.find(office, "salary band")
    reading.actions(office)
    assert office.settings.paper in Paper
    for manager in office.managers.everyone():
        brief(office, manager.id)
    for record in RECORDS:
        for row in office.conn.execute(f"SELECT id FROM {record}").fetchall():
            reading.show(office, record, row[0])
    reading.check(office, deep=True)


def read_damaged(folder: Path) -> str:
    """Open and read everything, then take the last action back: "read", or the sentence that refused it."""
    try:
        with translated():
            hand = Hand(folder)
            try:
                read_all(hand.office)
                reading.undo(hand.office)
            finally:
                hand.close()
    except AppError as error:
        return str(error)
    return "read"


def test_damage_is_read_or_refused(
    lived_in: Path, tmp_path: Path, pytestconfig: pytest.Config, record_property: Figures
) -> None:
    """300 damaged copies: each is read, or refused with one plain sentence; anything else is a bug of ours."""
    chance = random.Random(3)
    ends, bugs = Counter[str](), Counter[str]()
    for number in range(pytestconfig.getoption("--copies", 300)):
        folder = copied(lived_in, tmp_path / "office")
        data = bytearray((folder / FILE_NAME).read_bytes())
        damaged(data, number, chance)
        (folder / FILE_NAME).write_bytes(data)
        try:
            ends[read_damaged(folder)] += 1
        except (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError,
                ValueError, sqlite3.Error) as error:  # fmt: skip
            bugs[_where(error)] += 1
    record_property("damaged copies", dict(ends))
    print(f"\ndamaged: {dict(ends)}, bugs: {dict(bugs)}")

    assert bugs == {}
    assert all(said == "read" or one_sentence(said) for said in ends)
    assert len(ends) > 1


def _where(error: BaseException) -> str:
    """The innermost line of ours that the error came through."""
    place, trace = "", error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "/app/" in code.co_filename:
            place = f"{code.co_filename.rpartition('/app/')[2]}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return f"{place}: {type(error).__name__}: {str(error)[:40]}"


@pytest.mark.parametrize("verb", [("managers",), ("today",), ("find", "salary"), ("check", "--deep"), ("undo",)])
def test_the_terminal_refuses_a_damaged_office_in_one_sentence(
    lived_in: Path, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    """All pages but the first zeroed: exit code 1, one sentence."""
    folder = copied(lived_in, tmp_path / "office")
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes()[:PAGE] + bytes(path.stat().st_size - PAGE))

    said = terminal(folder, *verb)

    assert (said.code, one_sentence(said.err)) == (1, True), said.err


def hot_journal(folder: Path) -> bytes:
    """The journal of an unfinished save that has begun to change its file."""
    conn = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    conn.execute("PRAGMA cache_size=1")
    conn.execute("BEGIN IMMEDIATE")
    conn.execute("CREATE TABLE padding (a)")
    conn.executemany("INSERT INTO padding VALUES (?)", [("x" * 3000,)] * 200)
    journal = (folder / f"{FILE_NAME}-journal").read_bytes()
    conn.execute("ROLLBACK")
    conn.close()
    return journal


def test_a_journal_of_another_office_beside_ours_is_said(lived_in: Path, empty_office: Path, tmp_path: Path) -> None:
    """SQLite plays any hot journal of that name into our file, which damages it; what is left is refused, not shown."""
    ours = copied(lived_in, tmp_path / "ours")
    journal = hot_journal(copied(empty_office, tmp_path / "theirs"))
    (ours / f"{FILE_NAME}-journal").write_bytes(journal)

    said = terminal(ours, "check", "--deep")

    assert said.code == 1
    assert one_sentence(said.err) or "damaged" in said.out, said.err
    assert one_sentence(read_damaged(ours))
