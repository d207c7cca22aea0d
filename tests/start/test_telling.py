"""A sentence when there is no window: in the terminal, and in a dialog for somebody who double-clicked."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has a dialog of its own")
TOP = Path(__file__).parents[2]
SENTENCE = "Install them: sudo apt-get install libegl1 & <b>more</b> $HOME"
TELL = "import sys; from app.telling import tell; tell(sys.argv[1])"
Helpers = Callable[..., tuple[Path, Path]]


@pytest.fixture
def helpers(tmp_path: Path) -> Helpers:
    """Put programs that show dialogs into a folder; that folder, and the pipe they write their arguments to."""

    def make(*names: str) -> tuple[Path, Path]:
        shown, folder = tmp_path / "shown", tmp_path / "bin"
        folder.mkdir()
        os.mkfifo(shown)
        for name in names:
            (folder / name).write_text(
                f"#!{sys.executable}\nimport sys\nopen({str(shown)!r}, 'w').write(repr(sys.argv))\n"
            )
            (folder / name).chmod(0o755)
        return folder, shown

    return make


def tell(folder: Path, **environ: str) -> str:
    """Say the sentence as a start does; what came on stderr."""
    base = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    given = {**base, "PATH": str(folder), **environ}
    command = [sys.executable, "-c", TELL, SENTENCE]
    return subprocess.run(command, check=True, cwd=TOP, env=given, stderr=subprocess.PIPE, text=True).stderr


def read_within(pipe: Path, seconds: float) -> str:
    """What was written to the pipe, or nothing when nobody wrote in time."""
    handle = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle) as file:
        return file.read() if select.select([file], [], [], seconds)[0] else ""


@pytest.mark.parametrize(
    ("there", "used"),
    [(("zenity", "kdialog", "xmessage"), "zenity"), (("kdialog", "xmessage"), "kdialog"), (("xmessage",), "xmessage")],
)
def test_a_dialog_says_it_where_nobody_reads_a_terminal(helpers: Helpers, there: tuple[str, ...], used: str) -> None:
    folder, shown = helpers(*there)
    reader = os.open(shown, os.O_RDONLY | os.O_NONBLOCK)

    assert tell(folder, DISPLAY=":7") == SENTENCE + "\n"
    assert select.select([reader], [], [], 20)[0]
    arguments = os.read(reader, 4000).decode()
    os.close(reader)
    assert used in arguments
    assert SENTENCE in arguments


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ""}])
def test_without_a_screen_there_is_no_dialog(helpers: Helpers, environ: dict[str, str]) -> None:
    folder, shown = helpers("zenity")

    assert tell(folder, **environ) == SENTENCE + "\n"
    assert read_within(shown, 0.5) == ""


def test_without_a_helper_the_terminal_is_enough(helpers: Helpers) -> None:
    folder, _shown = helpers()

    assert tell(folder, WAYLAND_DISPLAY="wayland-0") == SENTENCE + "\n"


def test_nobody_is_told_twice(helpers: Helpers) -> None:
    """Somebody at a terminal reads it there."""
    folder, shown = helpers("zenity")
    terminal, end = os.openpty()
    command = [sys.executable, "-c", TELL, SENTENCE]
    given = {**os.environ, "PATH": str(folder), "DISPLAY": ":7"}
    subprocess.run(command, check=True, cwd=TOP, env=given, stderr=end)

    assert SENTENCE in os.read(terminal, 4000).decode()
    assert read_within(shown, 0.5) == ""
    os.close(terminal)
    os.close(end)


def test_a_program_without_a_terminal_may_lack_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    from app import telling

    said: list[str] = []
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(telling, "_show", said.append)
    telling.tell(SENTENCE)

    assert said == [SENTENCE]
