"""The power goes while an office is brought to a later schema: it is the old one or the new one, with its copy."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from app.storage import schema
from app.storage.database import FILE_NAME, connect
from tests.faults.conftest import TOP, child, copied, with_recorder
from tests.faults.disk import ACK, Disk, power_cuts, put, recorded
from tests.faults.journey import STEPS, Hand, dump

pytestmark = [pytest.mark.faults, pytest.mark.timeout(3600)]
THIS, NEXT = schema.VERSION, schema.VERSION + 1
COPY = f"backups/before-schema-{NEXT}.db"


class Migration(NamedTuple):
    """A recorded migration: the record, the folder before it, and the dumps before and after."""

    record: Path
    before: Path
    old: str
    new: str


def dumped(path: Path) -> tuple[int, str]:
    """The schema's version and the dump of an office, opened with the settings of the program."""
    conn = connect(path)
    try:
        assert [row[0] for row in conn.execute("PRAGMA integrity_check")] == ["ok"]
        return int(conn.execute("PRAGMA user_version").fetchone()[0]), dump(conn)
    finally:
        conn.close()


@pytest.fixture(scope="module")
def migration(recorder: Path, empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Migration:
    """An office with a past, opened by a later Rapport."""
    work = tmp_path_factory.mktemp("migration")
    folder = copied(empty_office, work / "office")
    hand = Hand(folder)
    while hand.counter() < len(STEPS):
        hand.step()
    hand.close()
    (folder / "documents").rename(work / "documents")
    before = copied(folder, work / "before")
    old = dumped(before / FILE_NAME)[1]
    argv = child(folder, "--migrate", "--steps", "0", "--ack", str(folder / ACK))
    surroundings = with_recorder(recorder, folder, work / "record")
    subprocess.run(argv, env=surroundings, cwd=TOP, check=True, timeout=60)
    version, new = dumped(folder / FILE_NAME)
    assert (version, new != old) == (NEXT, True)
    return Migration(work / "record", before, old, new)


def verdict(folder: Path, migration: Migration, acknowledged: bool) -> str:
    """What became of the office: "old" or "new" is good, a new one without its copy is not."""
    version, found = dumped(folder / FILE_NAME)
    if found != {THIS: migration.old, NEXT: migration.new}[version]:
        return "half"
    if version == THIS:
        return "lost" if acknowledged else "old"
    copy = folder / COPY
    return "new" if copy.exists() and dumped(copy) == (THIS, migration.old) else "no copy"


def test_a_power_cut_leaves_the_old_office_or_the_new_one_with_its_copy(migration: Migration, tmp_path: Path) -> None:
    """There is no moment at which the copy from before is missing from a changed office."""
    found = Counter[str]()
    for acknowledged, files in power_cuts(migration.record, Disk.holding(migration.before), 100, 7):
        put(files, tmp_path / "after")
        found[verdict(tmp_path / "after", migration, acknowledged >= 0)] += 1
    print(f"\nmigration: {dict(found)}")

    assert set(found) == {"old", "new"}


def test_a_kill_leaves_the_old_office_or_the_new_one_with_its_copy(migration: Migration, tmp_path: Path) -> None:
    """Everything done until then survives a kill, at whichever call it comes."""
    disk, found = Disk.holding(migration.before), Counter[str]()
    for call in recorded(migration.record):
        disk.take(call)
        files = disk.everything()
        files.pop(ACK, None)
        put(files, tmp_path / "after")
        found[verdict(tmp_path / "after", migration, False)] += 1
    print(f"\nkilled migration: {dict(found)}")

    assert set(found) == {"old", "new"}
