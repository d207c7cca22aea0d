"""A paste that is too long is said wherever somebody can paste: under its field, or by the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMetaMethod
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.office import Office
from tests.ui.screens import SCREENS, Screen, on_screen
from ui.kit.field import Area, Choice, Field, Line

FILLED = [screen for screen in SCREENS if not screen.empty]


def fields(top: QWidget) -> list[Line | Area]:
    """Every field of a screen, shown or not yet."""
    found: list[Line | Area] = [*top.findChildren(Line), *top.findChildren(Area)]
    return [each for each in found if not isinstance(each.parent(), Choice) or each.parent().isEditable()]


@pytest.mark.parametrize("screen", FILLED, ids=[screen.name for screen in FILLED])
def test_somebody_hears_of_a_refused_paste(sample_office: Office, screen: Screen) -> None:
    with on_screen(screen, sample_office) as top:
        deaf = [each.accessibleName() for each in fields(top) if not each.isSignalConnected(_refused(each))]

    assert deaf == []


@pytest.mark.parametrize("kind", [Line, Area])
def test_a_field_that_nobody_hears_would_be_found(qtbot: QtBot, kind: type[Line | Area]) -> None:
    field = kind()
    assert not field.isSignalConnected(_refused(field))
    labelled = Field("Name", field)
    qtbot.addWidget(labelled)
    assert field.isSignalConnected(_refused(field))


def _refused(field: Line | Area) -> QMetaMethod:
    """The signal of a field, as Qt knows it."""
    meta = field.metaObject()
    return meta.method(meta.indexOfSignal("refused(QString)"))
