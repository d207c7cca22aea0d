"""The typeface of notes is Inter with taller lines, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from tests.ui.notes.typeface import FONTS, WEIGHTS, made


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_file_is_made_from_inter(weight: str) -> None:
    """After an update of Inter: `python tests/ui/notes/typeface.py`."""
    assert (FONTS / f"Notes-{weight}.ttf").read_bytes() == made(weight)


def test_only_the_lines_are_taller(qapp: QApplication) -> None:
    notes, inter = QFontMetricsF(QFont("Notes", 14)), QFontMetricsF(QFont("Inter", 14))

    assert notes.lineSpacing() == pytest.approx(inter.lineSpacing() * 1.45, rel=0.03)
    assert notes.horizontalAdvance("Two years of on-call") == inter.horizontalAdvance("Two years of on-call")
