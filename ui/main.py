"""Composition root: where the program starts, and the one module that may import everything."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from app import bugs, commands, surroundings


def main(argv: Sequence[str] | None = None) -> int:
    """Run Rapport with `argv` (default: the command line) and return the exit code.

    The terminal's verbs are asked first, so that none of them pays for a window. Whatever the program writes is
    readable by its owner alone.
    """
    os.umask(0o077)
    bugs.catch(surroundings.data_folder)
    return commands.main(argv)


if __name__ == "__main__":
    sys.exit(main())
