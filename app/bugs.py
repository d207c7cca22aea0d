"""What happens when the program itself is wrong: one sentence for the person, and a report without personal data.

The report names the kind of error and the lines of code it came through, never its text: that may hold a name.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from app.words import _


def catch(data_folder: Callable[[], Path]) -> None:
    """From now on no traceback reaches a person; reports go to `logs` in the data folder, core dumps nowhere."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.stderr.write("\n")
        elif issubclass(kind, MemoryError):
            sys.stderr.write(_("The computer is out of memory. Close something and try again.") + "\n")
        else:
            _report(data_folder() / "logs", kind, trace)
            sys.stderr.write(_("This is a mistake in Rapport, not yours. What was saved before is safe.") + "\n")

    sys.excepthook = tell
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def keep_memory_private() -> None:
    """Let no other program of this person read what the window holds, and no crash write it down; Linux only."""
    if sys.platform == "linux":
        import ctypes

        set_dumpable = 4
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)


def _report(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Keep where it happened; a disk that refuses even this is not worth a second error."""
    import traceback

    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    text = "\n".join([kind.__name__, *lines, ""])
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(folder / "mistakes.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    except OSError:
        return
