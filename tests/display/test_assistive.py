"""The window as assistive technology gets it: the tree that AT-SPI carries, read by a real client, acted on by names.

xvfb-run -s "-screen 0 1400x900x24" dbus-run-session -- python -m pytest -m display
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.services.office import open_office
from app.services.sample import write_sample
from tests.builders import LONDON, Clock, amara, file_office, running_meeting
from tests.display.assistive import SAID, SCREENS, SPOKEN_JOB, Reader, Use, missing
from tests.display.rules import faults
from tests.display.xdriver import asked, is_possible

pytestmark = [
    pytest.mark.display,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs a display: run under xvfb-run"),
    pytest.mark.skipif(not is_possible(), reason="needs xdotool and openbox"),
    pytest.mark.skipif(bool(missing()), reason=missing()),
]


@pytest.fixture
def surroundings(surroundings: dict[str, str]) -> dict[str, str]:
    """With assistive technology, as on a desktop where a screen reader runs."""
    surroundings.pop("NO_AT_BRIDGE", None)
    return {**surroundings, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@pytest.fixture
def reader(office: Path, surroundings: dict[str, str]) -> Iterator[Reader]:
    client = Reader(office, surroundings)
    yield client
    client.close()


def test_the_main_job_by_names_alone(reader: Reader, office: Path) -> None:
    for step in SPOKEN_JOB:
        reader.do(step)

    assert asked(office, "SELECT text FROM captured_item WHERE kind = 'i_will'") == "send two CVs"
    assert [path.read_bytes()[:5] for path in (office / "documents").glob("*.pdf")] == [b"%PDF-"]


@pytest.fixture
def sample(folder: Path) -> None:
    """The sample office, before the program starts."""
    write_sample(folder, size="small", seed=1, day=date(2026, 11, 24), zone=LONDON)


def test_every_screen_can_be_heard(sample: None, reader: Reader) -> None:
    wrong = {}
    for screen, steps in SCREENS.items():
        for step in steps:
            reader.do(step)
        wrong[screen] = faults(reader.ask("tree"))

    assert wrong == {screen: [] for screen in SCREENS}


def test_what_happens_is_said(sample: None, reader: Reader) -> None:
    for step in SAID:
        reader.do(step)


@pytest.fixture
def nearly_over(folder: Path) -> None:
    """An office with a meeting of a quarter of an hour that reaches four fifths of its time in ten seconds."""
    begun = datetime.now(UTC) - timedelta(minutes=12) + timedelta(seconds=10)
    file_office(folder)
    office = open_office(folder, clock=Clock(begun), zone=LONDON)
    running_meeting(office, amara(office))
    office.close()


@pytest.mark.parametrize("moment", [""], ids=["a clock that goes"])
def test_the_timer_speaks_at_four_fifths(nearly_over: None, reader: Reader) -> None:
    reader.do(Use("push button", "Continue"))

    assert reader.hears("3 min left")
