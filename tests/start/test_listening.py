"""The window's ear: a second start is heard, whatever comes through the door."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import one_window
from ui.listening import Listening, PipeDoor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes instead of sockets")
TOP = Path(__file__).parents[2]
ASK = "import sys; from pathlib import Path; from app.one_window import ask; sys.exit(not ask(Path(sys.argv[1])))"


@pytest.fixture(autouse=True)
def own_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sockets of these tests lie in a folder of their own."""
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))


def ask_beside(folder: Path) -> tuple[threading.Thread, list[bool]]:
    """Ask from another thread, while this one listens."""
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(one_window.ask(folder)))
    thread.start()
    return thread, answers


def test_a_second_start_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    ear = Listening()
    assert ear.listen(tmp_path)
    for _turn in range(2):
        with qtbot.waitSignal(ear.asked, timeout=5000):
            thread, answers = ask_beside(tmp_path)
        thread.join(5)
        assert answers == [True]
    ear.close()


def test_a_start_in_its_own_process_ends_well(qtbot: QtBot, tmp_path: Path) -> None:
    ear = Listening()
    assert ear.listen(tmp_path)
    with qtbot.waitSignal(ear.asked, timeout=10_000):
        caller = subprocess.Popen([sys.executable, "-c", ASK, str(tmp_path)], cwd=TOP)

    assert caller.wait(10) == 0
    ear.close()


def test_after_closing_nobody_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    ear = Listening()
    assert ear.listen(tmp_path)
    ear.close()

    assert not one_window.ask(tmp_path)
    assert list((tmp_path / "run/rapport").iterdir()) == []


def test_another_office_is_listened_for_instead(qtbot: QtBot, tmp_path: Path) -> None:
    ear = Listening()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert ear.listen(tmp_path / name)

    assert not one_window.ask(tmp_path / "one")
    with qtbot.waitSignal(ear.asked, timeout=5000):
        thread, answers = ask_beside(tmp_path / "two")
    thread.join(5)
    assert answers == [True]
    ear.close()


@pytest.mark.parametrize("said", [b"", b"quit", b"x" * 5000, b"\0\xff"])
def test_a_stranger_at_the_door_changes_nothing(qtbot: QtBot, tmp_path: Path, said: bytes) -> None:
    ear = Listening()
    heard: list[None] = []
    ear.asked.connect(lambda: heard.append(None))
    assert ear.listen(tmp_path)
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(one_window.address(tmp_path))
        stranger.sendall(said)
        stranger.shutdown(socket.SHUT_WR)
    with qtbot.waitSignal(ear.asked, timeout=5000):
        thread, answers = ask_beside(tmp_path)
    thread.join(5)

    assert (answers, len(heard)) == ([True], 1)
    ear.close()


def test_a_folder_without_a_place_to_listen_harms_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    assert not Listening().listen(tmp_path / "nowhere")


def test_the_door_for_windows_answers_the_same_way(qtbot: QtBot, tmp_path: Path) -> None:
    """Qt's own server listens on a socket here and on a pipe there; the caller speaks to both alike."""
    pytest.importorskip("PySide6.QtNetwork", exc_type=ImportError)
    door = PipeDoor(one_window.address(tmp_path))
    with qtbot.waitSignal(door.called, timeout=10_000) as called:
        caller = subprocess.Popen([sys.executable, "-c", ASK, str(tmp_path)], cwd=TOP)

    assert (called.args, caller.wait(10)) == ([b"show"], 0)
    door.close()
    with pytest.raises(OSError, match="QLocalServer"):
        PipeDoor("/nowhere/door")
