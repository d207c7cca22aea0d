"""The power goes at any moment: nothing acknowledged is lost, and no half action is ever seen."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from app.storage.database import FILE_NAME
from tests.faults.conftest import TOP, Figures, child, files_of, with_recorder
from tests.faults.disk import ACK, WAYS, Disk, power_cuts, put, recorded
from tests.faults.journey import STEPS, counted, wrong_with

pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600)]
ACTIONS = 3 * len(STEPS)


class Run(NamedTuple):
    """A recorded run: the record, the dump after each counter, and the folder as the program left it."""

    record: Path
    states: list[str]
    folder: Path


def run_recorded(recorder: Path, tmp_path: Path, *options: str) -> Run:
    """A new office and the journey in it, with every call written down."""
    run = Run(tmp_path / "record", [], tmp_path / "office")
    run.folder.mkdir()
    states = tmp_path / "states"
    options = ("--ack", str(run.folder / ACK), "--states", str(states), *options)
    surroundings = with_recorder(recorder, run.folder, run.record)
    subprocess.run(child(run.folder, *options), env=surroundings, cwd=TOP, check=True, timeout=300)
    run.states.extend(states.read_text(encoding="utf-8").splitlines())
    return run


@pytest.fixture(scope="module")
def run(recorder: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The journey as the program does it."""
    return run_recorded(recorder, tmp_path_factory.mktemp("run"), "--steps", str(ACTIONS))


def verdict(files: dict[str, bytes], folder: Path, states: list[str], acknowledged: int) -> str:
    """What became of the office after one power cut, as one word; "whole" is the only good one."""
    put(files, folder)
    if FILE_NAME not in files:
        return "lost" if acknowledged >= 0 else "whole"
    wrong = wrong_with(folder)
    if wrong:
        return wrong
    counter, state = counted(folder)
    if counter < acknowledged:
        return "lost"
    return "whole" if state == states[counter] else "half"


def cut(run: Run, cuts: int, folder: Path) -> Counter[str]:
    """What became of the office after that many cuts in each of the four ways, counted."""
    return Counter(
        verdict(files, folder, run.states, acknowledged)
        for acknowledged, files in power_cuts(run.record, Disk(), cuts, 7)
    )


def test_the_record_is_complete(run: Run) -> None:
    """Played to its end the record gives the very files, so that no call of the program went past it."""
    disk = Disk()
    for call in recorded(run.record):
        disk.take(call)

    assert disk.everything() == files_of(run.folder)
    assert len(run.states) == len(set(run.states)) == ACTIONS + 1


def test_no_power_cut_loses_what_was_acknowledged(
    run: Run, tmp_path: Path, pytestconfig: pytest.Config, record_property: Figures
) -> None:
    """Every state opens, is whole, and is exactly the one after the last acknowledged action or a later one."""
    states = pytestconfig.getoption("--states", 1000)
    found = cut(run, -(-states // len(WAYS)), tmp_path / "after")
    record_property("power cuts", dict(found))
    print(f"\npower cuts: {dict(found)}")

    assert found == {"whole": found.total()}
    assert found.total() >= states


@pytest.mark.parametrize("synchronous", ["OFF", "FULL"])
def test_a_weaker_setting_is_found_out(recorder: Path, tmp_path: Path, synchronous: str) -> None:
    """The test above can fail: already FULL forgets to make the end of a journal safe."""
    weak = run_recorded(recorder, tmp_path, "--steps", "20", "--synchronous", synchronous)
    found = cut(weak, 30, tmp_path / "after")
    print(f"\n{synchronous}: {dict(found)}")

    assert found.total() > found["whole"]
