"""Composition root: where the program starts, and the one module that may import everything."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence

from app import bugs, commands, surroundings
from app.commands.command_line import Asked
from app.domain.errors import AppError, NotReadyError

_NOT_READY = 3  # the exit code when this computer lacks what a window takes


def main(argv: Sequence[str] | None = None) -> int:
    """Run Rapport with `argv` (default: the command line) and return the exit code.

    The terminal's verbs are asked first, so that none of them pays for a window. Whatever the program writes is
    readable by its owner alone.
    """
    os.umask(0o077)
    bugs.catch(surroundings.data_folder)
    return commands.main(argv, window=_window)


def _window(asked: Asked) -> int:
    """Show the window, or say why there can be none; the exit code."""
    try:
        return _enter(asked)
    except AppError as error:
        from app import telling

        telling.tell(str(error))
        return _NOT_READY if isinstance(error, NotReadyError) else 1


def _enter(asked: Asked) -> int:
    """Bring the open window to the front, which takes no Qt, or be the window until it is closed."""
    from app import one_window
    from app.commands.wanted import folder_wanted, wanted_office, write_sample_once

    claim = one_window.enter(folder_wanted(asked))
    if claim is None:
        return 0
    gc.disable()  # nothing that a start makes is garbage; looking for it takes 15 ms. See ui/garbage.py
    from app import readiness
    from app.storage.failures import translated

    wanted = wanted_office(asked)
    bugs.keep_memory_private()
    readiness.check(os.environ)
    with translated():
        write_sample_once(wanted)
    _load_qt()
    from ui import program

    return program.run(wanted.folder, sample=wanted.sample, clock=wanted.clock, zone=wanted.zone, claim=claim)


def _load_qt() -> None:
    """Load Qt, and take its question off every import that follows.

    PySide asks at each import of the process whether the module uses its `__feature__` switches, and reads the source
    for it: 20 ms of a start. Nothing here uses them.
    """
    from importlib import import_module

    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
