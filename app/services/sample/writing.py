"""Writing a sample office: beside the folder first, whole, and only then in the place of an older sample."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

from app.domain.errors import InputError, StorageError
from app.services.office import Office, open_office
from app.services.sample import heavy, small
from app.storage import bulk
from app.storage.database import FILE_NAME, new_office
from app.words import _

_SEEN_AT = time(9, 10)


def write_sample(folder: Path, *, size: str, seed: int, day: date, zone: ZoneInfo) -> dict[str, int]:
    """Write an invented office into `folder`, as it is at 09:10 on `day`; how many rows each table got.

    `size` is small, gold or stress; the same size, seed and day give the same rows. Takes the place of a sample that
    lies there; raises `InputError` and touches nothing when there is any other office, `StorageError` when the folder
    cannot be written.
    """
    if size == "small":
        return write_office(folder, small.filler(seed), name=f"small {seed} {day}", day=day, zone=zone)
    shape = heavy.SHAPES.get(size)
    if shape is None:
        raise InputError("size", _("A sample can be small, gold or stress."))
    fill = heavy.filler(shape, seed)
    return write_office(folder, fill, name=f"{size} {seed} {day}", day=day, zone=zone)


def write_once(folder: Path, *, day: date, zone: ZoneInfo) -> None:
    """Write the small sample where there is no office yet; one that is there stays as it is.

    Raises `InputError` when that is not a sample, `StorageError` when the folder cannot be written.
    """
    _refuse_other(folder)
    if not (folder / FILE_NAME).exists():
        write_sample(folder, size="small", seed=1, day=day, zone=zone)


def write_office(
    folder: Path, fill: Callable[[Office], None], *, name: str, day: date, zone: ZoneInfo
) -> dict[str, int]:
    """Write the office that `fill` makes; `name` decides its id."""
    _refuse_other(folder)
    now = datetime.combine(day, _SEEN_AT, zone).astimezone(UTC)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = Path(mkdtemp(prefix=".sample-", dir=folder))
        try:
            counts = _write(beside, fill, name, now, zone)
            _swap(beside, folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StorageError(_("The sample cannot be written there. Choose another folder.")) from error
    return counts


def _write(beside: Path, fill: Callable[[Office], None], name: str, now: datetime, zone: ZoneInfo) -> dict[str, int]:
    new_office(beside, sample=True)
    office = open_office(beside, clock=lambda: now, zone=zone, create=False)
    try:
        office_id = hashlib.sha256(name.encode()).hexdigest()[:32]
        with bulk.building(office.database, office_id=office_id, at=now):
            fill(office)
        counts = bulk.counts(office.conn)
    finally:
        office.close()
    bulk.flush(beside / FILE_NAME)
    return counts


def _swap(beside: Path, folder: Path) -> None:
    """Put the finished file in the place of the old one, then take away what belonged to that."""
    (beside / FILE_NAME).replace(folder / FILE_NAME)
    for left in ("documents", "attachments"):
        shutil.rmtree(folder / left, ignore_errors=True)


def _refuse_other(folder: Path) -> None:
    path = folder / FILE_NAME
    if folder.exists() and not folder.is_dir():
        raise InputError("to", _("This is a file. Choose a folder for the sample."))
    try:
        fine = not path.exists() or bulk.is_sample(path)
    except OSError:
        fine = False
    if not fine:
        raise InputError("to", _("This folder holds an office that is not a sample. Choose another folder."))
