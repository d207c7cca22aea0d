"""The disk fills up at any size: what was said to be saved is saved, the rest is refused in one sentence."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from app.domain.errors import AppError
from app.storage.database import FILE_NAME
from tests.faults.conftest import Figures, copied, files_of, one_sentence, terminal
from tests.faults.journey import Hand, Reference, counted, wrong_with

pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600)]
SIZES = 50
STEP = 3_001  # bytes from one size to the next: no multiple of a page or a block
Limit = Callable[[Path, int], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file system of its own with a few megabytes."""
    where = tmp_path_factory.mktemp("small-disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "rapport-test", str(where)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be mounted by root on Linux")
    yield where
    subprocess.run(["umount", "-l", where], check=True)


@contextmanager
def room(folder: Path, size: int) -> Iterator[None]:
    """Leave that many bytes free on the folder's disk."""
    ballast = folder.parent / "ballast"
    with ballast.open("wb") as file:
        status = os.statvfs(folder)
        os.posix_fallocate(file.fileno(), 0, status.f_bavail * status.f_frsize - size)
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def longest_file(folder: Path, size: int) -> Iterator[None]:
    """Let no file grow by more than that many bytes beyond the office's, as a quota does."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / FILE_NAME).stat().st_size + size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def filled(hand: Hand, limited: AbstractContextManager[None]) -> tuple[int, str]:
    """Do steps until one is refused: the last counter acknowledged, and the refusal."""
    acknowledged = hand.counter()
    with limited:
        for _ in range(400):
            try:
                acknowledged = hand.step()
            except AppError as error:
                return acknowledged, str(error)
    return acknowledged, ""


def survives(folder: Path, reference: Reference, limited: AbstractContextManager[None]) -> str:
    """Fill the disk, look, make room, go on: what went wrong, empty when nothing did."""
    hand = Hand(folder)
    acknowledged, refusal = filled(hand, limited)
    if not one_sentence(refusal):
        return f"refused with {refusal!r}"
    if "The disk is full" in refusal:
        acknowledged = hand.step()
    hand.close()
    if wrong := wrong_with(folder):
        return wrong
    counter, state = counted(folder)
    if counter != acknowledged or state != reference.state(counter):
        return f"{acknowledged} acknowledged, {counter} there"
    hand = Hand(folder)
    hand.step()
    hand.close()
    same = counted(folder) == (counter + 1, reference.state(counter + 1))
    return "" if same else "saving does not go on"


@pytest.mark.parametrize("limit", [room, longest_file], ids=["disk full", "quota"])
def test_a_full_disk_takes_nothing_back(
    limit: Limit, empty_office: Path, small_disk: Path, tmp_path: Path, record_property: Figures
) -> None:
    """50 sizes each; with room again, saving goes on in the same file."""
    reference = Reference(copied(empty_office, tmp_path / "reference"))
    where = small_disk if limit is room else tmp_path
    wrong = {}
    for size in range(STEP, STEP * (SIZES + 1), STEP):
        folder = copied(empty_office, where / "office")
        if complaint := survives(folder, reference, limit(folder, size)):
            wrong[size] = complaint
    reference.close()
    record_property("sizes", SIZES)

    assert wrong == {}


@pytest.fixture
def held(empty_office: Path, tmp_path: Path) -> Path:
    """An office in which a meeting was held, with its summary kept."""
    folder = copied(empty_office, tmp_path / "held")
    hand = Hand(folder)
    while hand.counter() < 11:
        hand.step()
    hand.close()
    return folder


@pytest.mark.parametrize(("verb", "name"), [("document", "summary.pdf"), ("draft", "letter.eml")])
def test_a_full_disk_leaves_the_older_document(held: Path, small_disk: Path, verb: str, name: str) -> None:
    """A document that does not fit is refused; the file of that name is the older one, and nothing lies around."""
    folder = small_disk / f"documents-{verb}"
    folder.mkdir()
    old = folder / name
    old.write_bytes(b"the older one" * 100)
    edit = terminal(held, "do", "manager.edit", "manager=Amara Okonkwo 0", "email=amara.okonkwo@halden.example")
    assert edit.code == 0, edit.err

    with room(folder, 8192):
        said = terminal(held, verb, "summary", "--to", str(old))

    assert (said.code, one_sentence(said.err)) == (1, True), said.err
    assert files_of(folder) == {name: b"the older one" * 100}


def test_the_terminal_says_that_the_disk_is_full(empty_office: Path, small_disk: Path) -> None:
    """Exit code 1, one sentence, and no office begun by halves."""
    folder = small_disk / "new"
    folder.mkdir()

    with room(folder, 100_000):
        said = terminal(folder, "do", "manager.add", "name=Amara Okonkwo")

    assert (said.code, one_sentence(said.err)) == (1, True), said.err
    assert files_of(folder) == {}
