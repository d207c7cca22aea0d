"""From the command line to the window: what is asked before Qt is loaded, and what each answer is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from app import surroundings
from app.one_window import enter
from app.services.office import open_office
from app.storage.database import FILE_NAME
from tests.builders import LONDON, Clock, file_office

TOP = Path(__file__).parents[2]
AT = "2026-11-24T09:10"
# The start up to the window, which only says what it was given; loading Qt would fail.
UNTIL_QT = """
import sys, types
program = types.ModuleType("ui.program")
def run(folder, *, sample, clock, zone, claim):
    print(folder, sample, clock().isoformat(), zone, claim.is_ours, sep="\\n")
    return 0
program.run = run
sys.modules["ui.program"], sys.modules["PySide6"] = program, None
sys.modules["PySide6.QtCore"] = types.ModuleType("PySide6.QtCore")
from ui.main import main
code = main(sys.argv[1:])
{then}
sys.exit(code)
"""


class Ended(NamedTuple):
    """How a start ended."""

    code: int
    out: list[str]
    err: str


Start = Callable[..., Ended]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start Rapport up to its window, at somebody's own computer."""
    (tmp_path / "run").mkdir(mode=0o700)
    own = {"HOME": str(tmp_path / "home"), "XDG_RUNTIME_DIR": str(tmp_path / "run"), "TZ": "Europe/London"}
    gone = ("XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY")
    base = {key: value for key, value in os.environ.items() if key not in gone} | {"QT_QPA_PLATFORM": "offscreen"}

    def run(*words: str, then: str = "", **environ: str) -> Ended:
        command = [sys.executable, "-c", UNTIL_QT.replace("{then}", then), *words]
        given = {**base, **own, **environ}
        done = subprocess.run(command, check=False, cwd=TOP, env=given, capture_output=True, text=True, timeout=60)
        return Ended(done.returncode, done.stdout.splitlines(), done.stderr)

    return run


def test_without_a_verb_the_window_opens_on_the_persons_own_office(start: Start, tmp_path: Path) -> None:
    ended = start("--now", AT)
    own = str(tmp_path / "home/.local/share/rapport") if sys.platform == "linux" else ended.out[0]

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == [own, "False", "2026-11-24T09:10:00+00:00", "Europe/London", "True"]
    assert (Path(own).stat().st_mode & 0o777, list(Path(own).rglob("*.db"))) == (0o700, [])


def test_the_sample_is_written_once_beside_the_persons_own_office(start: Start, tmp_path: Path) -> None:
    first = start("--sample", "--now", AT)
    file = Path(first.out[0], FILE_NAME)
    written = file.read_bytes()
    again = start("--sample", "--now", "2026-11-25T08:00")

    assert (first.code, again.code, first.err) == (0, 0, "")
    assert Path(first.out[0]).name == "rapport-sample"
    assert first.out[1] == "True"
    assert file.read_bytes() == written
    office = open_office(file.parent, clock=Clock(), zone=LONDON)
    assert office.is_sample
    office.close()


def test_a_sample_never_takes_the_place_of_an_office(start: Start, tmp_path: Path) -> None:
    file_office(tmp_path)
    ended = start("--sample", "--data-dir", str(tmp_path))

    assert (ended.code, ended.out) == (1, [])
    assert ended.err == "This folder holds an office that is not a sample. Choose another folder.\n"


def test_the_terminal_reads_the_sample_too(start: Start) -> None:
    """Before and after the verb; otherwise a verb would read the person's own office."""
    before, after = start("--sample", "--now", AT, "today"), start("today", "--now", AT, "--sample")

    assert before.code == 0, before.err
    assert before.out == after.out
    assert len(before.out) > 3


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--now", "tomorrow"), 1, "Write the time like 2026-11-24T09:10.\n"),
        (("--data-dir", ""), 1, "Name the office’s folder after --data-dir; it is empty.\n"),
        (("--data-dir",), 2, "usage: rapport"),
        (("--json",), 2, "usage: rapport"),
        (("--loud",), 2, "usage: rapport"),
        (("dance",), 2, "usage: rapport"),
    ],
)
def test_what_cannot_be_taken_is_said(start: Start, words: tuple[str, ...], code: int, says: str) -> None:
    ended = start(*words)

    assert (ended.code, ended.out) == (code, [])
    assert ended.err.startswith(says)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    ("environ", "says"), [({}, "needs a screen"), ({"DISPLAY": ":987"}, "The screen does not answer.")]
)
def test_without_a_screen_the_start_is_refused(
    start: Start, tmp_path: Path, environ: dict[str, str], says: str
) -> None:
    ended = start(QT_QPA_PLATFORM="", PATH=str(tmp_path), **environ)

    assert (ended.code, ended.out) == (3, [])
    assert says in ended.err
    assert ended.err.count("\n") == 1


@pytest.fixture
def open_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose window is open, in this process, and answers nobody."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    claim = enter(tmp_path / "office")
    assert claim is not None
    yield tmp_path / "office"
    claim.release()


def test_an_office_held_by_a_window_is_told_to_the_window(start: Start, open_window: Path) -> None:
    (open_window / "window.lock").write_text("1\nstudy-desk\n", encoding="utf-8")

    assert start("--data-dir", str(open_window)).out[-1] == "False"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a switch for it")
def test_no_other_program_reads_the_windows_memory(start: Start) -> None:
    said = "import ctypes, resource; print(ctypes.CDLL(None).prctl(3), resource.getrlimit(resource.RLIMIT_CORE))"

    assert start(then=said).out[-1] == "0 (0, 0)"


LIGHT = {"PySide6", "sqlite_utils", "platformdirs", "reportlab", "asyncio", "holidays", "tempfile", "subprocess",
         "hashlib", "json", "app.commands.verbs", "app.services.registry"}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="other systems look up the folder in their own way")
def test_the_way_to_qt_is_light(start: Start) -> None:
    loaded = start("--now", AT, then="print(*sys.modules)").out[-1].split()

    assert sorted(LIGHT & set(loaded) - {"PySide6"}) == []


@pytest.mark.parametrize("home", ["", "/srv/data", "  "])
def test_the_data_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    from platformdirs import user_data_path

    monkeypatch.setenv("XDG_DATA_HOME", home)

    assert surroundings.data_folder() == user_data_path("rapport", appauthor=False)
