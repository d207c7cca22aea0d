"""A sentence for somebody who started Rapport by a double click, when there is no window to say it in."""

from __future__ import annotations

import os
import sys

_TITLE = "Rapport"


def tell(sentence: str) -> None:
    """Say it in the terminal, and in a dialog of the system's where nobody reads a terminal."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
        if sys.stderr.isatty():
            return
    _show(sentence)


if sys.platform == "win32":

    def _show(sentence: str) -> None:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, _TITLE, 0x10)

else:

    def _show(sentence: str) -> None:
        """Leave a dialog behind; it outlives us, so that nobody waits for it."""
        import shutil
        import subprocess

        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            return
        dialogs = {
            "zenity": ["--error", "--no-markup", "--width=480", f"--title={_TITLE}", f"--text={sentence}"],
            "kdialog": ["--title", _TITLE, "--error", sentence],
            "xmessage": ["-center", "-title", _TITLE, sentence],
        }
        for program, arguments in dialogs.items():
            if found := shutil.which(program):
                quiet = subprocess.DEVNULL
                subprocess.Popen(  # noqa: S603 one of the programs above, and our own words
                    [found, *arguments], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
                )
                return
