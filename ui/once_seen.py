"""What the window is given once it was seen: the way back to a running meeting, its sound, and paper made ready."""

from __future__ import annotations

from ui.document.warming import Foreseen
from ui.meeting.bell import Bell
from ui.meeting.continue_bar import ContinueBar
from ui.window import Window


def complete(window: Window) -> None:
    """Each lives as long as the window, wherever the person is in it."""
    window.put_above(ContinueBar(window.desk))
    Bell(window.desk)
    Foreseen(window.desk)
