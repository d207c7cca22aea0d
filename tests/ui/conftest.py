"""Real widgets over real offices: the look on, Qt's warnings as failures, and ways to find what a person would name."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from app.services import sample
from app.services.office import Office, open_office
from builders import LONDON, Clock, memory_office
from ui.bridge import Bridge
from ui.desk import Desk
from ui.garbage import Collector
from ui.theme import look

W = TypeVar("W", bound=QWidget)
# Said by the platform that shows nothing, about things it does not have.
PLATFORM_SAYS = ("This plugin does not support", "QFontDatabase: Cannot find font directory")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The application class that pytest-qt makes."""
    return QApplication


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What it is made with."""
    return ["pytest", *look.BASE_STYLE]


@pytest.fixture(scope="session", autouse=True)
def garbage_on_this_thread(qapp: QApplication) -> Iterator[None]:
    """Widgets that tests left are found as the program finds them: between two events, never by another thread."""
    collector = Collector(qapp)
    yield
    gone(collector)
    gc.enable()


@pytest.fixture(autouse=True)
def look_on(qapp: QApplication) -> None:
    """Light, 100 %, Inter: what every picture starts from."""
    if not look.generation():
        look.start(qapp)
    look.show(qapp, theme="light")


@pytest.fixture(autouse=True)
def pointer_away(qapp: QApplication) -> None:
    """No test begins with the pointer over a window, wherever the one before left it."""
    QCursor.setPos(-1000, -1000)


@pytest.fixture(autouse=True)
def no_qt_warnings() -> Iterator[None]:
    """A warning of Qt fails the test that caused it."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(PLATFORM_SAYS):
            heard.append(message)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert heard == []


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An empty office in memory."""
    return memory_office(tmp_path)


@pytest.fixture(scope="session")
def written_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office of the pictures, written once."""
    folder = tmp_path_factory.mktemp("sample")
    sample.write_sample(folder / "office", size="small", seed=1, day=date(2026, 11, 24), zone=LONDON)
    return folder / "office"


@pytest.fixture
def sample_office(written_sample: Path, tmp_path: Path) -> Iterator[Office]:
    """A copy of the office of the pictures, at Tuesday 24 November 2026, 09:10."""
    shutil.copytree(written_sample, tmp_path / "office")
    opened = open_office(tmp_path / "office", clock=Clock(), zone=LONDON)
    yield opened
    opened.close()


@pytest.fixture
def desk(office: Office, qapp: QApplication) -> Iterator[Desk]:
    """A desk over the empty office."""
    yield from _desk_over(office)


@pytest.fixture
def sample_desk(sample_office: Office, qapp: QApplication) -> Iterator[Desk]:
    """A desk over the office of the pictures."""
    yield from _desk_over(sample_office)


def _desk_over(office: Office) -> Iterator[Desk]:
    bridge = Bridge(office)
    yield Desk(office, bridge)
    gone(bridge)


def gone(thing: QObject) -> None:
    """Destroy an object now, before the office it looks at is closed."""
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def named() -> Callable[[QWidget, type[W], str], W]:
    """Find a visible widget of a kind by the name a screen reader says, or by its words."""

    def find(inside: QWidget, kind: type[W], name: str) -> W:
        found = [
            each
            for each in inside.findChildren(kind)
            if name in (each.accessibleName(), getattr(each, "text", str)(), each.objectName())
        ]
        assert found, f"no {kind.__name__} is called {name!r}"
        return next((each for each in found if each.isVisible()), found[0])

    return find
