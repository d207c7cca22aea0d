"""The main job at the real program under an X server: real keys, real clicks, the real mail draft.

xvfb-run -s "-screen 0 1400x900x24" python -m pytest -m display
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.display.xdriver import Driver, is_possible, wait
from tests.ui.main_job import MAIN_JOB

pytestmark = [
    pytest.mark.display,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs a display: run under xvfb-run"),
    pytest.mark.skipif(not is_possible(), reason="needs xdotool and openbox"),
]
TOP = Path(__file__).parents[2]
NOW = "2026-11-24T09:10"
# Stands in for the desktop's opener, and writes down what it was asked to open.
_OPENER = '#!/bin/sh\nprintf "%s\\n" "$@" >> "$OPENED"\n'


@pytest.fixture
def window_manager() -> Iterator[None]:
    """Something that hands the keyboard from window to window; one that is there already stays."""
    with subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL) as process:
        yield
        process.terminate()


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """A person's home with nothing in it, and an opener that only takes notes."""
    programs = tmp_path / "programs"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(_OPENER, encoding="ascii")
    opener.chmod(0o755)
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    return {**os.environ, **home, "PATH": f"{programs}:{os.environ['PATH']}", "OPENED": str(tmp_path / "opened"),
            "TZ": "Europe/London", "QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "X-Generic"}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path, surroundings: dict[str, str], window_manager: None) -> Iterator[Path]:
    """The folder of a program that was just started for the first time."""
    folder = tmp_path / "office"
    command = [sys.executable, "-m", "ui.main", "--data-dir", str(folder), "--now", NOW]
    with subprocess.Popen(command, cwd=TOP, env=surroundings, stderr=subprocess.PIPE, text=True) as process:
        yield folder
        process.terminate()
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    assert "Traceback" not in said
    assert "mistake" not in said


def test_from_the_first_run_to_the_sent_summary(office: Path, tmp_path: Path) -> None:
    driver = Driver(office, "Rapport")
    assert wait(lambda: driver.asked("SELECT count(*) FROM manager") == 0)

    for step in MAIN_JOB:
        driver.do(step)

    assert wait((tmp_path / "opened").exists)
    mail = Path(unquote(urlsplit((tmp_path / "opened").read_text(encoding="utf-8").splitlines()[0]).path))
    assert mail.suffix == ".eml"
    assert b"X-Unsent: 1" in mail.read_bytes()
    assert [path.read_bytes()[:5] for path in (office / "documents").glob("*.pdf")] == [b"%PDF-"]
