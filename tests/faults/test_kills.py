"""The program is killed at any moment: what it acknowledged is there, and the next start goes on from it."""

from __future__ import annotations

import random
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.storage.database import FILE_NAME
from tests.faults.conftest import TOP, Figures, child, command, copied, files_of, with_recorder
from tests.faults.disk import recorded
from tests.faults.journey import Reference, counted, wrong_with

pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600)]
KILLED = -9


@pytest.fixture
def reference(empty_office: Path, tmp_path: Path) -> Iterator[Reference]:
    """The same journey, undisturbed."""
    undisturbed = Reference(copied(empty_office, tmp_path / "reference"))
    yield undisturbed
    undisturbed.close()


def killed(folder: Path, acks: int, after: float) -> list[int]:
    """Kill the program `after` seconds from its n-th acknowledgement; the counters it acknowledged."""
    with subprocess.Popen(child(folder), stdout=subprocess.PIPE, cwd=TOP) as process:
        assert process.stdout is not None
        said = process.stdout.read(8 * acks)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
        said += process.stdout.read()
    assert process.returncode == KILLED
    return [int(said[at : at + 8]) for at in range(0, len(said) - 7, 8)]


def test_kills_lose_nothing_acknowledged(
    office: Path, reference: Reference, pytestconfig: pytest.Config, record_property: Figures
) -> None:
    """One office goes through all the kills; after each it is exactly a beginning of the journey."""
    chance = random.Random(11)
    found, acknowledged = Counter[str](), 0
    for _ in range(pytestconfig.getoption("--kills", 60)):
        acks = killed(office, chance.randint(1, 6), chance.random() * 0.02)
        wrong = wrong_with(office)
        counter, state = counted(office)
        lost = "lost" if counter < acks[-1] else "half" if state != reference.state(counter) else "whole"
        found[wrong or lost] += 1
        acknowledged += len(acks) - 1
    record_property("kills", dict(found))
    print(f"\nkills: {dict(found)}, {acknowledged} actions acknowledged")

    assert found == {"whole": found.total()}
    assert acknowledged > found.total()


FIRST_VERB = ("do", "manager.add", "name=Amara Okonkwo")


def killed_while_beginning(recorder: Path, work: Path, at: int, verb: tuple[str, ...] | None) -> str:
    """Kill the making of a new office right after its n-th call on the folder; what is there then, as one word."""
    folder = work / f"{'first' if verb else 'sample'}-{at}"
    folder.mkdir()
    argv = command(folder, *verb) if verb else command(work, "sample", "--to", str(folder), "--day", "2026-11-24")
    surroundings = with_recorder(recorder, folder, work / f"{folder.name}.record", kill=at)
    done = subprocess.run(argv, env=surroundings, cwd=TOP, capture_output=True, check=False, timeout=60)
    assert done.returncode == KILLED, done.stderr
    if not (folder / FILE_NAME).exists():
        return "none yet"
    return wrong_with(folder) or "whole"


@pytest.mark.parametrize("verb", [FIRST_VERB, None], ids=["first manager", "sample"])
def test_a_new_office_is_there_whole_or_not_at_all(
    recorder: Path, tmp_path: Path, verb: tuple[str, ...] | None, pytestconfig: pytest.Config
) -> None:
    """A file under the office's name is never a beginning of one."""
    whole = tmp_path / "whole"
    whole.mkdir()
    argv = command(whole, *verb) if verb else command(tmp_path, "sample", "--to", str(whole), "--day", "2026-11-24")
    surroundings = with_recorder(recorder, whole, tmp_path / "record")
    subprocess.run(argv, env=surroundings, cwd=TOP, check=True, capture_output=True, timeout=60)
    calls = sum(1 for _ in recorded(tmp_path / "record"))
    moments = random.Random(5).sample(range(1, calls), min(pytestconfig.getoption("--kills", 60) // 2, calls - 1))
    with ThreadPoolExecutor(2) as pool:
        found = Counter(pool.map(lambda at: killed_while_beginning(recorder, tmp_path, at, verb), moments))
    print(f"\nkilled while beginning, of {calls} calls: {dict(found)}")

    assert set(found) <= {"none yet", "whole"}
    assert found["none yet"] > 0


def test_after_a_killed_beginning_the_next_start_begins_anew(recorder: Path, tmp_path: Path) -> None:
    """What a killed start left behind is in nobody's way and never taken for an office."""
    folder = tmp_path / "office"
    folder.mkdir()
    surroundings = with_recorder(recorder, folder, tmp_path / "record", kill=50)
    subprocess.run(command(folder, *FIRST_VERB), env=surroundings, cwd=TOP, check=False, timeout=60)
    assert not (folder / FILE_NAME).exists()

    subprocess.run(command(folder, *FIRST_VERB), cwd=TOP, check=True, capture_output=True, timeout=60)

    assert wrong_with(folder) == ""
    assert {name for name in files_of(folder) if not name.startswith(".")} == {FILE_NAME}
