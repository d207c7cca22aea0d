"""Rapport among the programs of a Linux desktop, so that a double click opens it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.domain.errors import InputError, StorageError
from app.exchange.atomic import write_file
from app.resources import RESOURCES
from app.words import _

_ENTRY, _ICON = "applications/rapport.desktop", "icons/hicolor/scalable/apps/rapport.svg"
_QUOTED = str.maketrans({sign: f"\\\\{sign}" for sign in '"`$'} | {"\\": "\\\\\\\\", "%": "%%"})


def install() -> list[str]:
    """Write the entry and its icon for this person; the files written.

    Raises `InputError` where programs have no such entries, `StorageError` when the folder cannot be written.
    """
    made = RESOURCES / "desktop"
    entry = made.joinpath("rapport.desktop").read_text(encoding="utf-8")
    entry = entry.replace("Exec=rapport\n", f"TryExec={_plain(_program())}\nExec={_argument(_program())}\n")
    written = []
    for name, data in ((_ICON, made.joinpath("rapport.svg").read_bytes()), (_ENTRY, entry.encode())):
        target = _folder() / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(_("The folder of the programs' entries cannot be written.")) from error
        write_file(target, data)
        written.append(str(target))
    return written


def remove() -> list[str]:
    """Take entry and icon away; the files that were there."""
    there = [target for name in (_ICON, _ENTRY) if (target := _folder() / name).exists()]
    for target in there:
        target.unlink()
    return [str(target) for target in there]


def _folder() -> Path:
    if sys.platform in {"win32", "darwin"}:
        raise InputError("desktop-entry", _("Only Linux desktops keep such entries. Here, make a link to the program."))
    return Path(os.environ.get("XDG_DATA_HOME", "").strip() or Path.home() / ".local/share")


def _program() -> Path:
    """The `rapport` that belongs to this Python, wherever it was started from."""
    return Path(sys.executable).with_name("rapport")


def _argument(program: Path) -> str:
    """A path as the `Exec` line wants it: quoted, so that no sign in it means anything."""
    return '"' + str(program).translate(_QUOTED) + '"'


def _plain(program: Path) -> str:
    """A path as any other line wants it."""
    return str(program).replace("\\", "\\\\")
