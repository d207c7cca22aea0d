"""Writes a file whole or not at all.

Qt's QSaveFile reports success although the disk refused to keep the data, so this is our own: every step is checked.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from app.domain.errors import StorageError
from app.words import _

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_file(path: Path, data: bytes) -> None:
    """Put `data` into `path`, readable by its owner alone; an older file there stays whole until the new one is safe.

    Raises `StorageError`; then the older file is untouched and nothing else is left behind.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise StorageError(_sentence(error)) from error


def _replace(path: Path, data: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".rapport-", suffix=".part")
    try:
        with os.fdopen(descriptor, "w+b") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            if file.read() != data:
                raise OSError(errno.EIO, "read back differently")
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _keep_name(path.parent)


def _keep_name(folder: Path) -> None:
    """Make the new name survive a power cut; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot do this for a folder; the data itself is safe already.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def _sentence(error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return _("There is no room left on this disk. Make room or choose another folder.")
    return _("The folder cannot be written. Choose another.")
