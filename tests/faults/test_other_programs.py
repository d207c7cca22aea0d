"""Others have the file too: locks, other writers, replaced files and write protection."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import AppError
from app.storage.database import FILE_NAME, connect
from tests.faults.conftest import TOP, child, copied, files_of, one_sentence, terminal
from tests.faults.journey import Hand, counted, wrong_with

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]
ADD = ("do", "manager.add", "name=Invented Person")
PATIENCE = 5.0


@pytest.fixture
def begun(office: Path) -> Path:
    """An office with its first hiring manager."""
    hand = Hand(office)
    hand.step()
    hand.close()
    return office


def locked(folder: Path, kind: str) -> sqlite3.Connection:
    """Another program that holds the file."""
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None, check_same_thread=False)
    other.execute(f"BEGIN {kind}")
    return other


@pytest.mark.parametrize(("kind", "verb"), [("IMMEDIATE", ADD), ("EXCLUSIVE", ADD), ("EXCLUSIVE", ("managers",))])
def test_the_terminal_waits_five_seconds_for_a_lock_and_then_says_so(
    begun: Path, kind: str, verb: tuple[str, ...]
) -> None:
    """Neither at once nor for ever, whether it wants to write or to read."""
    before = (begun / FILE_NAME).read_bytes()
    other = locked(begun, kind)
    since = time.monotonic()
    said = terminal(begun, *verb)
    took = time.monotonic() - since
    other.close()

    assert (said.code, one_sentence(said.err)) == (1, True), said.err
    assert PATIENCE <= took < PATIENCE + 4
    assert (begun / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("verb", [ADD, ("managers",), ("history",)])
def test_a_lock_that_is_given_back_in_time_is_not_noticed(begun: Path, verb: tuple[str, ...]) -> None:
    """Another program's save takes a second; the verb is done all the same."""
    other = locked(begun, "EXCLUSIVE")
    release = threading.Timer(1.0, other.close)
    release.start()
    said = terminal(begun, *verb)
    release.join()

    assert (said.code, said.err) == (0, "")


def test_reading_does_not_wait_for_a_writer(begun: Path) -> None:
    """Somebody who has only begun to write keeps nobody from reading."""
    other = locked(begun, "IMMEDIATE")
    said = terminal(begun, "managers")
    other.close()

    assert (said.code, said.err) == (0, "")


def test_two_programs_writing_at_once_lose_nothing(begun: Path) -> None:
    """200 saves from two processes: all are there, and the counter has counted each."""
    before, _state = counted(begun)
    argv = [child(begun, "--steps", "100", "--notes", name) for name in ("left", "right")]
    both = [subprocess.Popen(each, cwd=TOP, stderr=subprocess.PIPE, text=True) for each in argv]
    errors = [process.communicate()[1] for process in both]

    conn = sqlite3.connect(begun / FILE_NAME)
    titles = {row[0] for row in conn.execute("SELECT title FROM note")}
    conn.close()
    assert errors == ["", ""]
    assert titles == {f"{name} {number}" for name in ("left", "right") for number in range(100)}
    assert counted(begun)[0] == before + 200
    assert wrong_with(begun) == ""


def test_two_terminals_at_once_both_get_through(begun: Path) -> None:
    """Twenty verbs, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda number: terminal(begun, "do", "manager.add", f"name=Person {number}"), range(20)))

    assert {(each.code, each.err) for each in said} == {(0, "")}
    assert counted(begun)[0] == 21


def test_a_look_at_the_file_gives_no_lock_away(begun: Path) -> None:
    """Closing any descriptor of a file drops the process's POSIX locks on it, SQLite's own among them.

    So a task that reads through a second connection must not lose its lock when the window looks whether the file is
    still the same.
    """
    hand = Hand(begun)
    task = connect(begun / FILE_NAME)
    task.execute("BEGIN")
    task.execute("SELECT counter FROM office").fetchone()
    hand.office.database.guard()

    take = f"import sqlite3; sqlite3.connect({str(begun / FILE_NAME)!r}, 0).execute('BEGIN EXCLUSIVE')"
    other = subprocess.run([sys.executable, "-c", take], capture_output=True, text=True, check=False)
    task.close()
    hand.close()

    assert "database is locked" in other.stderr


def _replaced(path: Path, other: Path) -> None:
    shutil.copyfile(other, path.with_name("synced"))
    path.with_name("synced").replace(path)


def _overwritten(path: Path, other: Path) -> None:
    shutil.copyfile(other, path)


def _deleted(path: Path, _other: Path) -> None:
    path.unlink()


def _moved(path: Path, _other: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


@pytest.mark.parametrize("meddle", [_replaced, _overwritten, _deleted, _moved])
def test_a_file_changed_behind_our_back_is_said_before_the_next_save(
    begun: Path, empty_office: Path, tmp_path: Path, meddle: Callable[[Path, Path], None]
) -> None:
    """Cloud sync and people move files; the next save is refused and writes to none of them."""
    hand = Hand(begun)
    hand.step()
    theirs = copied(empty_office, tmp_path / "theirs")
    meddle(begun / FILE_NAME, theirs / FILE_NAME)
    before = files_of(tmp_path)

    with pytest.raises(AppError) as refused:
        hand.step()
    hand.close()

    assert one_sentence(str(refused.value))
    assert files_of(tmp_path) == before


@pytest.fixture
def read_only_folder(begun: Path) -> Iterator[Path]:
    """The office on a medium that cannot be written."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("a folder can only be mounted read-only by root on Linux")
    for options in (["--bind", str(begun), str(begun)], ["-o", "remount,ro,bind", str(begun)]):
        if subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
            pytest.skip("this machine does not let a folder be mounted")
    yield begun
    subprocess.run(["umount", "-l", begun], check=True)


@pytest.fixture
def unchangeable_file(begun: Path) -> Iterator[Path]:
    """The office as a file that the file system protects."""
    path = begun / FILE_NAME
    protect = ["chattr", "+i", str(path)]
    if shutil.which("chattr") is None or subprocess.run(protect, capture_output=True, check=False).returncode:
        pytest.skip("a file can only be protected by root, on some file systems")
    yield begun
    subprocess.run(["chattr", "-i", path], check=True)


@pytest.mark.parametrize("protected", ["read_only_folder", "unchangeable_file"])
def test_a_write_protected_office_can_be_read_and_says_why_it_is_not_written(
    protected: str, request: pytest.FixtureRequest
) -> None:
    """Reading verbs read; a writing verb says one sentence; not one byte changes."""
    folder: Path = request.getfixturevalue(protected)
    before = files_of(folder)
    read = terminal(folder, "managers")
    said = terminal(folder, *ADD)

    assert (read.code, read.err) == (0, "")
    assert (said.code, one_sentence(said.err)) == (1, True), said.err
    assert files_of(folder) == before
