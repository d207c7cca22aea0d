"""One window for each office: who gets it, who brings it to the front, and what a lock of somebody else means."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import one_window
from app.one_window import SHOWN, Claim, address, ask, enter, heard
from app.storage.lock import WriterLock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes instead of sockets")
TOP = Path(__file__).parents[2]
# A start: the winner says so and listens until its stdin ends; the others end when the winner came to the front.
START = """
import socket, sys, threading
from pathlib import Path
from app import one_window
folder = Path(sys.argv[1])
claim = one_window.enter(folder)
if claim is None:
    sys.exit(print("raised"))
if not claim.is_ours:
    sys.exit(print(claim.sentence))
path = Path(one_window.address(folder))
path.unlink(missing_ok=True)
door = socket.socket(socket.AF_UNIX)
door.bind(str(path))
door.listen(300)
def answer():
    while True:
        caller, _ = door.accept()
        caller.recv(100)
        caller.sendall(one_window.SHOWN)
        caller.close()
threading.Thread(target=answer, daemon=True).start()
print("first", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def own_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sockets of these tests lie in a folder of their own."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)


@contextmanager
def window(folder: Path, answer: bytes = SHOWN) -> Iterator[list[bytes]]:
    """A window that listens for a folder; what it heard."""
    messages: list[bytes] = []
    path = Path(address(folder))
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
        door.listen()

        def serve() -> None:
            caller, _address = door.accept()
            with caller:
                messages.append(caller.recv(100))
                caller.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield messages
        thread.join(5)


def start(folder: Path) -> subprocess.Popen[str]:
    """One more start, in a process of its own."""
    command = [sys.executable, "-c", START, str(folder)]
    return subprocess.Popen(command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def race(folder: Path, count: int) -> list[str]:
    """What so many starts at the same moment said, once all but the first have ended."""
    started = [start(folder) for _turn in range(count)]
    try:
        said = [each.stdout.readline().strip() for each in started if each.stdout]
    finally:
        for each in started:
            each.communicate()
    return sorted(said)


def test_the_first_start_gets_the_window(tmp_path: Path) -> None:
    claim = enter(tmp_path / "new" / "office")

    assert claim is not None
    assert (claim.is_ours, claim.is_held, claim.sentence) == (True, False, "")
    assert (tmp_path / "new" / "office").stat().st_mode & 0o777 == 0o700
    claim.release()


def test_a_second_start_brings_the_first_window_to_the_front(tmp_path: Path) -> None:
    first = enter(tmp_path)
    with window(tmp_path) as messages:
        assert enter(tmp_path) is None

    assert messages == [b"show"]
    assert isinstance(first, Claim)
    first.release()


def test_the_leave_to_come_to_the_front_is_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compositor lets a window come to the front only with the token it gave to whoever was started."""
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-17")
    with window(tmp_path) as messages:
        assert ask(tmp_path)
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN")

    assert heard(messages[0])
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-17"


@pytest.mark.parametrize("message", [b"", b"quit", b"showing", b"\xff\xfe", b"SHOW"])
def test_other_messages_are_nothing(message: bytes) -> None:
    assert not heard(message)


def test_starts_at_the_same_moment_give_one_window(tmp_path: Path) -> None:
    assert race(tmp_path, 8) == ["first", *["raised"] * 7]


@pytest.mark.faults
def test_two_hundred_starts_at_the_same_moment_give_one_window(tmp_path: Path) -> None:
    assert race(tmp_path, 200) == ["first", *["raised"] * 199]


@pytest.mark.parametrize("left", ["", "17\n", "1\nsome-other-computer\n", "\xff" * 400])
def test_a_killed_window_never_blocks_the_next(tmp_path: Path, left: str) -> None:
    """Its lock goes with its process; neither the file of the lock nor the socket it left counts."""
    killed = start(tmp_path)
    assert killed.stdout
    assert killed.stdout.readline() == "first\n"
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    (tmp_path / "window.lock").write_text(left, encoding="latin-1")

    assert Path(address(tmp_path)).exists()
    assert not ask(tmp_path)
    claim = enter(tmp_path, patience=0)
    assert claim is not None
    assert claim.is_ours
    claim.release()


def test_another_computers_window_is_named(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    assert lock.take()
    (tmp_path / "window.lock").write_text("4711\nstudy-desk\n", encoding="utf-8")
    claim = enter(tmp_path, patience=60)

    assert claim is not None
    assert (claim.is_ours, claim.is_held, claim.holder) == (False, True, "study-desk")
    assert "study-desk" in claim.sentence
    lock.release()


@pytest.mark.parametrize("answer", [b"", b"no"])
def test_a_window_that_does_not_answer_is_said(tmp_path: Path, answer: bytes) -> None:
    lock = WriterLock(tmp_path)
    assert lock.take()
    with window(tmp_path, answer):
        claim = enter(tmp_path, patience=0)

    assert claim is not None
    assert claim.is_held
    assert claim.sentence.startswith("This office is open in another window, which does not answer.")
    lock.release()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser writes everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    claim = enter(tmp_path)

    assert claim is not None
    assert (claim.is_ours, claim.is_held) == (False, False)
    assert "cannot be written" in claim.sentence


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "office").touch()
    claim = enter(tmp_path / "office")

    assert claim is not None
    assert "cannot be written" in claim.sentence


@pytest.mark.parametrize("name", ["a" * 250, "é#?%'\" 🏳️‍🌈", "deep/" * 300])
def test_every_folder_has_an_address(tmp_path: Path, name: str) -> None:
    """A socket's name holds a hundred bytes, a folder's path thousands."""
    folder = tmp_path / name
    folder.mkdir(parents=True)

    assert len(os.fsencode(address(folder))) <= 100
    with window(folder):
        assert ask(folder)


def test_a_folder_has_one_address_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "office")

    assert address(tmp_path / "link") == address(tmp_path / "office" / ".." / "office")
    assert address(tmp_path / "office") != address(tmp_path)


def test_a_long_or_open_place_for_sockets_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path(address(tmp_path)).parent
    assert own.parent == tmp_path / "run"
    assert own.stat().st_mode & 0o777 == 0o700
    for unfit, mode in ((tmp_path / ("r" * 90), 0o700), (tmp_path / "open", 0o755)):
        unfit.mkdir()
        unfit.chmod(mode)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(unfit))
        assert Path(address(tmp_path)).parent not in {unfit / "rapport", own}


def test_a_place_that_somebody_else_can_enter_is_refused(tmp_path: Path) -> None:
    place = Path(address(tmp_path)).parent
    place.chmod(0o755)

    with pytest.raises(PermissionError):
        address(tmp_path)
    assert not one_window.ask(tmp_path)
