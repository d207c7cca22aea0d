"""How the window gets what it shows, without knowing any screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from app.services.office import Office
from ui.desk import Desk, Place


class Makers(NamedTuple):
    """Filled in by the composition root: a factory for each kind of place, the name of a tab by
    its kind, and a manager's name and glyph."""

    sidebar: Callable[[Desk], Any]
    pages: dict[str, Callable[[Desk, Place], Any]]
    full: dict[str, Callable[[Desk, Place], Any]]
    windows: dict[str, Callable[[Desk, Place, QWidget], Any]]
    palette: Callable[[Desk, Any, Place, QWidget], Any]
    names: dict[str, Callable[[Office, int], str]]
    facts: Callable[[Office, int], tuple[str, Any] | None]
