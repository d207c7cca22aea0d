"""The program in fresh processes, as a person at a terminal starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent.parent
RUN = "import sys; from ui.main import main; code = main(sys.argv[1:]); {then}sys.exit(code)"


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One fresh process; the zone is given, so that no machine has to look it up."""
    env = {**os.environ, "TZ": "Europe/London", "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=False, cwd=TOP, env=env, capture_output=True, text=True, timeout=120)


def milliseconds_of(code: str, *arguments: str) -> float:
    """The processor's time for a fresh process, which other work on the machine hardly changes."""
    resource = pytest.importorskip("resource", reason="Windows does not say what a finished process took")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(code, *arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
