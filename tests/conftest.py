"""What holds for every test: nobody's own office is touched, and slow machines fail no property test."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("rapport", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("rapport")

# Where nothing can be shown, windows are drawn into memory; everywhere in the same size.
os.environ.setdefault("QT_FONT_DPI", "96")
if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OWN_FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE")


@pytest.fixture(scope="session", autouse=True)
def nobodys_own_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty folder that stands in for the person's own; a test that forgets `--data-dir` leaves it filled."""
    folder = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        for name in OWN_FOLDERS:
            patch.setitem(os.environ, name, str(folder))
        yield folder
    offices = list(folder.rglob("*.db"))
    assert offices == [], "a test wrote to the person's own office; give it --data-dir"


@pytest.fixture(scope="session")
def connections() -> Iterator[list[sqlite3.Connection]]:
    """Every connection of this thread, which alone may close it; a forgotten one is an error from Python 3.13 on."""
    opened: list[sqlite3.Connection] = []
    connect, home = sqlite3.connect, threading.get_ident()

    def remembered(*given: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*given, **named)
        if threading.get_ident() == home:
            opened.append(connection)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", remembered)
        yield opened
    for connection in opened:
        connection.close()


@pytest.fixture(autouse=True)
def no_connection_outlives_its_test(connections: list[sqlite3.Connection]) -> Iterator[None]:
    """Close what the test opened; what a fixture of a whole module opened stays until the end."""
    before = len(connections)
    yield
    for connection in connections[before:]:
        connection.close()
    del connections[before:]
