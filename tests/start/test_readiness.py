"""What a window takes of the system: said in one sentence with the line to type, before Qt is loaded."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app import readiness
from app.domain.errors import NotReadyError
from app.readiness import LIBRARIES, SCREENS, check

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS bring what Qt takes")
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
XCB, WAYLAND = {"DISPLAY": ":7"}, {"WAYLAND_DISPLAY": "wayland-0"}
EVERYTHING = {library for libraries in (LIBRARIES, *SCREENS.values()) for library in libraries}
Lack = Callable[..., None]


@pytest.fixture
def lack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Lack:
    """Make this computer lack some libraries; `named` are the packages it has."""

    def take_away(*missing: str, named: tuple[str, ...] = ("libc6:amd64.list",), answering: bool = True) -> None:
        def load(name: str) -> None:
            if name in missing:
                raise OSError(f"{name}: cannot open shared object file: No such file or directory")

        for name in named:
            (tmp_path / name).touch()
        monkeypatch.setattr(ctypes, "CDLL", load)
        monkeypatch.setattr(readiness, "_INSTALLED", tmp_path if named else tmp_path / "none")
        monkeypatch.setattr(readiness, "_answers", lambda _platform: answering)

    return take_away


def refusal(environ: dict[str, str]) -> str:
    """Why there can be no window, or nothing."""
    try:
        check(environ)
    except NotReadyError as error:
        return str(error)
    return ""


def test_a_bare_computer_is_told_the_whole_line(lack: Lack) -> None:
    lack(*EVERYTHING)

    assert refusal(XCB) == (
        "Rapport’s window needs a few system libraries. Install them, then start it again: sudo apt-get install"
        " libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0"
        " libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
    )


LACKING = [
    ((), XCB, ""),
    (("libxcb-cursor.so.0",), XCB, "install libxcb-cursor0"),
    (("libxcb-cursor.so.0",), WAYLAND, ""),
    (("libxcb-cursor.so.0",), {**XCB, **WAYLAND}, ""),
    (("libxcb-cursor.so.0", "libwayland-client.so.0"), {**XCB, **WAYLAND}, "install libxcb-cursor0"),
    (("libwayland-cursor.so.0", "libwayland-egl.so.1"), WAYLAND, "install libwayland-cursor0 libwayland-egl1"),
    (("libxcb-cursor.so.0",), {**WAYLAND, "QT_QPA_PLATFORM": "xcb"}, "install libxcb-cursor0"),
    (("libxcb-cursor.so.0",), {**WAYLAND, "QT_QPA_PLATFORM": "wayland;xcb"}, ""),
    (("libxcb-cursor.so.0",), {"QT_QPA_PLATFORM": "offscreen"}, ""),
    (("libEGL.so.1",), {"QT_QPA_PLATFORM": "vnc:size=800x600"}, "install libegl1"),
    (("libEGL.so.1", "libGL.so.1"), {**XCB, **WAYLAND}, "install libegl1 libgl1"),
]


@pytest.mark.parametrize(("missing", "environ", "ends"), LACKING)
def test_what_is_missing_is_what_is_named(
    lack: Lack, missing: tuple[str, ...], environ: dict[str, str], ends: str
) -> None:
    lack(*missing)
    said = refusal(environ)

    assert said.endswith(ends)
    assert bool(said) == bool(ends)


def test_packages_that_were_renamed_are_named_as_they_are_called_here(lack: Lack) -> None:
    """Debian 13 and Ubuntu 24.04 call some packages otherwise; so do the systems made of them."""
    lack("libglib-2.0.so.0", "libEGL.so.1", named=("libc6:amd64.list", "libssl3t64:amd64.list"))

    assert refusal(XCB).endswith("sudo apt-get install libegl1 libglib2.0-0t64")


def test_without_apt_the_libraries_are_named(lack: Lack) -> None:
    lack("libxcb-cursor.so.0", "libEGL.so.1", named=())

    assert refusal(XCB).endswith("package manager installs: libEGL.so.1 libxcb-cursor.so.0")


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}])
def test_a_computer_without_a_screen_is_told_so(lack: Lack, environ: dict[str, str]) -> None:
    lack(*EVERYTHING)

    assert refusal(environ) == "Rapport’s window needs a screen, and there is none here. Start it from a desktop."


def test_a_screen_that_does_not_answer_is_said(lack: Lack) -> None:
    lack(answering=False)

    assert refusal(XCB).startswith("The screen does not answer.")


@pytest.mark.parametrize(
    ("platform", "library", "name"),
    [("xcb", "libxcb.so.1", "DISPLAY"), ("wayland", "libwayland-client.so.0", "WAYLAND_DISPLAY")],
)
def test_no_answer_is_noticed(monkeypatch: pytest.MonkeyPatch, platform: str, library: str, name: str) -> None:
    """The real libraries, and a screen that is not there."""
    try:
        ctypes.CDLL(library)
    except OSError:
        pytest.skip(f"{library} is not on this computer")
    monkeypatch.setenv(name, ":987" if name == "DISPLAY" else "/nowhere/wayland-9")

    assert not readiness._answers(platform)


def test_the_readme_names_what_a_window_takes() -> None:
    """The line to copy and what the program asks for are the same."""
    lines = re.findall(r"^sudo apt-get install (.*)$", README, re.MULTILINE)
    named = set(lines[0].split()) - {"python3-venv"}

    assert named == {*LIBRARIES.values(), *SCREENS["xcb"].values()}
