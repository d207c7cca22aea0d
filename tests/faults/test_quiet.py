"""What the program does beside its work: no connection to anywhere, and files for nobody but their owner."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import command, terminal

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]
WHO = "manager=Amara Okonkwo"
JOURNEY = (
    ("add-manager", "Amara Okonkwo", "--company", "Halden Robotics", "--email", "amara.okonkwo@halden.example"),
    ("log", "Amara Okonkwo", "call 25m: agreed to widen the salary band !fri send 3 CVs"),
    ("do", "setting.set", "key=name", "value=Robin Recruiter"),
    ("do", "meeting.plan", WHO, "kind=calibration", "at=2026-11-24T10:00"),
    ("do", "meeting.start", "meeting=1"),
    ("do", "capture.add", "meeting=1", "kind=decision", "text=Widen the band, 王小明 agrees"),
    ("do", "capture.add", "meeting=1", "kind=i_will", "text=send two CVs by Fri 27 Nov"),
    ("do", "meeting.end", "meeting=1"),
    ("document", "summary", "--to", "{out}/summary.pdf"),
    ("draft", "summary", "--to", "{out}/letter.eml"),
    ("find", "band"),
    ("today",),
    ("undo",),
    ("check", "--deep"),
)


def verbs(out: Path) -> list[tuple[str, ...]]:
    """The main journey, with its files going to a folder."""
    return [tuple(part.format(out=out) for part in verb) for verb in JOURNEY]


def connections(log: Path, argv: list[str]) -> list[str]:
    """Run a program and list its calls that reach for somebody else."""
    trace = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,bind,listen,sendto,sendmsg", "-o", str(log)]
    done = subprocess.run([*trace, *argv], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return [line for line in log.read_text(encoding="utf-8").splitlines() if "(" in line]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the tracer writes to."""
    if shutil.which("strace") is None or subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode:
        pytest.skip("seeing system calls needs strace and the right to use it")
    return tmp_path / "log"


def test_the_main_journey_connects_to_nowhere(log: Path, tmp_path: Path) -> None:
    """From the first manager to the drafted mail, not one connection."""
    folder = tmp_path / "office"

    assert [line for verb in verbs(tmp_path) for line in connections(log, command(folder, *verb))] == []
    assert (tmp_path / "letter.eml").exists()


def test_a_connection_would_be_seen(log: Path) -> None:
    """The test above can fail."""
    reach = "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"

    assert len(connections(log, [sys.executable, "-c", reach])) == 1


def test_python_is_asked_for_no_connection_either(tmp_path: Path) -> None:
    """The same journey seen by Python's own audit, which works where no tracer does."""
    told = tmp_path / "told"
    watch = (
        "import runpy, sys\n"
        f"told = open({str(told)!r}, 'a')\n"
        "sys.addaudithook(lambda event, _: event.startswith(('socket.', 'urllib.')) and print(event, file=told))\n"
        "sys.argv = ['rapport', *sys.argv[1:]]\n"
        "runpy.run_module('ui.main', run_name='__main__')"
    )
    for verb in verbs(tmp_path):
        argv = command(tmp_path / "office", *verb)
        subprocess.run([argv[0], "-c", watch, *argv[3:]], check=True, capture_output=True, timeout=60)

    events = [line for line in told.read_text(encoding="utf-8").splitlines() if line != "socket.gethostname"]
    assert events == []


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Also where the system would let everybody read new files."""
    for verb in verbs(tmp_path):
        said = terminal(tmp_path / "office", *verb, umask=0)
        assert said.code == 0, said.err

    modes = {str(path.relative_to(tmp_path)): stat.S_IMODE(path.stat().st_mode) for path in sorted(tmp_path.rglob("*"))}
    assert {name for name, mode in modes.items() if mode not in (0o600, 0o700)} == set()
    assert {"office", "office/rapport.db", "summary.pdf", "letter.eml"} < set(modes)
    assert modes["office"] == modes["office/documents"] == 0o700
