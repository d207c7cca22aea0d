"""Each system call of a save fails once: the save is done or said not to be, and nothing is half."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest

from app.storage.database import FILE_NAME
from tests.faults.conftest import Figures, Said, copied, one_sentence, terminal
from tests.faults.journey import Hand, counted, wrong_with

pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600)]
CALLS, LAST = 200, 60
ERRORS = ("ENOSPC", "EIO", "EACCES")
VERB = ("do", "meeting.end", "meeting=1")
NOTHING_CHANGED = re.compile(r"nothing was changed|not in the file", re.IGNORECASE)
CHANGED = re.compile(r"change is in the file", re.IGNORECASE)
# Failing these is either no news to a program or a question it asks without needing the answer.
HARMLESS = {"close", "ioctl", "exit_group", "mmap", "munmap"}


class Failure(NamedTuple):
    """The n-th call of a name on the office's files, and the error it gives instead."""

    call: str
    number: int
    error: str


@pytest.fixture(scope="module")
def running_meeting(empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office in the middle of a meeting with captured lines, so that ending it is a large save."""
    folder = copied(empty_office, tmp_path_factory.mktemp("running") / "office")
    hand = Hand(folder)
    while hand.counter() < 9:
        hand.step()
    hand.close()
    return folder


def traced(folder: Path, log: Path, *inject: str) -> tuple[str, ...]:
    """The tracer's command line: it sees what happens to the office's files and to its folder, nothing else."""
    paths = [folder, folder / FILE_NAME, folder / f"{FILE_NAME}-journal"]
    return ("strace", "-f", "-qq", "-o", str(log), *(part for path in paths for part in ("-P", str(path))), *inject)


@pytest.fixture(scope="module")
def calls(running_meeting: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, int]]:
    """The calls of the save by name, and which of its name each is."""
    if shutil.which("strace") is None:
        pytest.skip("failing single system calls needs strace")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let one program trace another")
    work = tmp_path_factory.mktemp("calls")
    folder = copied(running_meeting, work / "office")
    assert terminal(folder, *VERB, before=traced(folder, work / "log")).code == 0
    return list(_numbered((work / "log").read_text(encoding="utf-8", errors="replace").splitlines()))


def _numbered(lines: list[str]) -> Iterator[tuple[str, int]]:
    seen = Counter[str]()
    for line in lines:
        called = re.match(r"\d+ +(\w+)\(", line)
        if called and called[1] not in HARMLESS:
            seen[called[1]] += 1
            yield called[1], seen[called[1]]


def tried(running_meeting: Path, work: Path, failure: Failure) -> tuple[Said, str, bool]:
    """One save with one failing call: what was said, what is wrong with the file, whether the change is in it."""
    folder = copied(running_meeting, work / "-".join(map(str, failure)))
    before = counted(folder)[0]
    inject = f"inject={failure.call}:error={failure.error}:when={failure.number}"
    only = ("--seccomp-bpf", "-e", f"trace={failure.call}", "-e", inject)
    said = terminal(folder, *VERB, before=traced(folder, work / f"{folder.name}.log", *only))
    wrong = wrong_with(folder)
    changed = not wrong and counted(folder)[0] > before
    shutil.rmtree(folder)
    return said, wrong, changed


def complaint(said: Said, wrong: str, changed: bool) -> str:
    """What the save did that it must not, empty when all is well."""
    if wrong:
        return f"file {wrong}"
    if said.code == 0:
        return "" if changed else "said done, but the change is missing"
    if said.code != 1 or not one_sentence(said.err):
        return f"not one plain sentence: {said.err[-300:]}"
    if changed and NOTHING_CHANGED.search(said.err):
        return f"the change is there, yet: {said.err}"
    return f"the change is missing, yet: {said.err}" if CHANGED.search(said.err) and not changed else ""


def test_every_call_of_a_save_may_fail(
    running_meeting: Path, calls: list[tuple[str, int]], tmp_path: Path, pytestconfig: pytest.Config,
    record_property: Figures,
) -> None:  # fmt: skip
    """No false "done", no traceback, no half meeting, for any of the first 200 calls and of those at the end."""
    errors = cycle(ERRORS)
    every = pytestconfig.getoption("--all-calls", False)
    chosen = calls if every else calls[:CALLS] + calls[CALLS:][-LAST:]
    failures = [
        Failure(name, number, error)
        for name, number in chosen
        for error in (ERRORS if every else (next(errors),))
    ]  # fmt: skip
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(lambda failure: tried(running_meeting, tmp_path, failure), failures))
    complaints = {failure: wrong for failure, end in zip(failures, ends, strict=True) if (wrong := complaint(*end))}
    counts = Counter("done" if said.code == 0 else said.err.strip() for said, _wrong, _changed in ends)
    record_property("failing calls", len(failures))
    print(f"\nfailing calls: {len(failures)}: {dict(counts)}")

    assert complaints == {}
    assert len(calls) >= CALLS
    assert len(counts) > 1
