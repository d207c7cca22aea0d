"""What holds for every test: nobody's own office is touched, and slow machines fail no property test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("rapport", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("rapport")

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
