"""Waiting for what comes after the first picture of a page, as a person does without noticing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.window import Window


def wait_whole(window: Window) -> None:
    """Wait for what comes after the first picture of a page, and is seen."""
    while not getattr(window._full or window.pages.current(), "is_whole", True):
        QApplication.processEvents()
    QApplication.sendPostedEvents()
