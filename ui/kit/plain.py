"""The words of people as they are: Qt takes "&" for the mark of an access key, and what looks like markup for that."""

from __future__ import annotations

from PySide6.QtGui import Qt


def menu_words(words: str) -> str:
    """Words for a menu or its entry."""
    return words.replace("&", "&&")


def tip(words: str) -> str:
    """Words for a tooltip."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words


class PlainButton:
    """Mixed into a button: what it says and its tooltip are shown as they are; no button of ours has an access key."""

    def setText(self, words: str) -> None:
        """Say something."""
        super().setText(menu_words(words))  # type: ignore[misc]

    def text(self) -> str:
        """What it says."""
        return str(super().text()).replace("&&", "&")  # type: ignore[misc]

    def setToolTip(self, words: str) -> None:
        """Say more where the pointer rests."""
        super().setToolTip(tip(words))  # type: ignore[misc]
