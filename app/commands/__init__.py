"""The terminal's verbs: the same services as the window, for scripts, tests and people without a screen.

Exit code 0: done. 1: the person can fix it, one plain sentence on stderr. 2: wrong usage. No verb imports Qt, and each
imports only what it needs. Without a verb it is the window that is wanted, which the caller opens.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.commands import command_line
from app.commands.command_line import Asked
from app.domain.errors import AppError

if TYPE_CHECKING:
    import argparse

    from app.commands.answers import Answer
    from app.commands.verbs import Verb
    from app.services.office import Office


def main(argv: Sequence[str] | None = None, *, window: Callable[[Asked], int] | None = None) -> int:
    """Run one verb, or hand on to `window` when there is none; the exit code."""
    words = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if window is not None and (asked := command_line.window_asked(words)) is not None:
        return window(asked)
    return _answer(command_line.verb_asked(words))


def _answer(options: argparse.Namespace) -> int:
    from app.commands import answers

    try:
        answer = _run(options)
        answers.write(answer, as_json=options.json)
    except AppError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return answer.code


def _run(options: argparse.Namespace) -> Answer:
    from app.storage.failures import translated

    verb: Verb = options.verb
    with translated():
        if verb.opens is None or getattr(options, "list", False):
            return verb.run(None, options)
        office = _open(options, create=verb.opens)
        try:
            return verb.run(office, options)
        finally:
            office.close()


def _open(options: argparse.Namespace, *, create: bool) -> Office:
    from app.commands.wanted import wanted_office, write_sample_once
    from app.services.office import open_office

    wanted = wanted_office(Asked(options.data_dir, options.now, options.sample))
    write_sample_once(wanted)
    return open_office(wanted.folder, clock=wanted.clock, zone=wanted.zone, create=create, patience=5.0)
