"""Save and Cancel under a form, in the order of the platform."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QBoxLayout, QDialogButtonBox, QStyle, QWidget


def saves_first(platform: str, desktop: int) -> bool:
    """Whether "Save" stands before "Cancel", by `sys.platform` and the button layout the desktop asks for.

    Windows says Save, Cancel; macOS and GNOME say Cancel, Save; a desktop without a wish of its own is taken for GNOME.
    """
    if platform == "win32":
        return True
    return platform != "darwin" and desktop == QDialogButtonBox.ButtonLayout.KdeLayout.value


def add_buttons(foot: QBoxLayout, save: QWidget, cancel: QWidget) -> None:
    """Put both at the end of a row as this platform orders them; the Tab key goes as the eye does."""
    desktop = QApplication.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout)
    pair = (save, cancel) if saves_first(sys.platform, desktop) else (cancel, save)
    for button in pair:
        foot.addWidget(button)
    QWidget.setTabOrder(*pair)
