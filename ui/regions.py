"""F6: the keyboard goes round the parts of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

Region = tuple[QWidget, Callable[[], None]]


def go_round(regions: Sequence[Region], step: int) -> None:
    """Put the keyboard into the part after (1) or before (-1) the one that has it."""
    focused = QApplication.focusWidget()
    held = [part is focused or (focused is not None and part.isAncestorOf(focused)) for part, _go in regions]
    at = held.index(True) if True in held else -1
    regions[(at + step) % len(regions)][1]()
