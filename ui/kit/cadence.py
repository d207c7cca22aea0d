"""How often two people want to speak, as a choice in words that also takes another number of days."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from app.domain.errors import InputError
from app.words import _, plural
from ui.kit.field import Choice

WEEKLY = 7
_MOST = 3650


def _usual() -> dict[int, str]:
    return {
        0: _("No agreed rhythm"), 1: _("Every day"), WEEKLY: _("Every week"), 14: _("Every two weeks"),
        21: _("Every three weeks"), 30: _("Every month"), 90: _("Every three months"),
    }  # fmt: skip


class CadenceChoice(Choice):
    """Every week, every two weeks; typed as a number of days where none of these fits."""

    def __init__(self, days: int | None = WEEKLY, parent: QWidget | None = None) -> None:
        usual = _usual()
        if days and days not in usual:
            usual[days] = plural("Every {count} day", "Every {count} days", days)
        super().__init__([(str(each), words) for each, words in sorted(usual.items())], parent, editable=True)
        self.choose(str(days or 0))

    def days(self) -> int | None:
        """The days between two talks, None for no rhythm; raises `InputError` for words without a number."""
        typed = self.currentText().strip()
        listed = self.findText(typed)
        if listed >= 0:
            return int(self.itemData(listed)) or None
        number = re.search(r"\d{1,4}", typed)
        if number is None or not 1 <= int(number[0]) <= _MOST:
            raise InputError("cadence_days", _("Choose how often, or write a number of days such as 10."))
        return int(number[0])
