"""Whether this computer can show a window; asked before Qt is loaded, which would end the program without a word."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from pathlib import Path

from app.domain.errors import NotReadyError
from app.words import _

# What Qt's wheels do not bring: the library, and the package of Debian and Ubuntu that holds it.
LIBRARIES = {
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1", "libdbus-1.so.3": "libdbus-1-3", "libxkbcommon.so.0": "libxkbcommon0",
}  # fmt: skip
SCREENS = {
    "xcb": {
        "libxcb-cursor.so.0": "libxcb-cursor0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}  # fmt: skip
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}  # since Debian 13 and Ubuntu 24.04
_INSTALLED = Path("/var/lib/dpkg/info")


def check(environ: Mapping[str, str]) -> None:
    """Raise `NotReadyError` when no window can be shown here; only Linux can lack what it takes."""
    if sys.platform != "linux":
        return
    platforms = _platforms(environ)
    if not platforms:
        raise NotReadyError(_("Rapport’s window needs a screen, and there is none here. Start it from a desktop."))
    lacking = [_missing({**LIBRARIES, **SCREENS.get(platform, {})}) for platform in platforms]
    if all(lacking):
        raise NotReadyError(_sentence(lacking[0]))
    usable = [platform for platform, missing in zip(platforms, lacking, strict=True) if not missing]
    if not any(_answers(platform) for platform in usable):
        raise NotReadyError(_("The screen does not answer. Log in at a desktop and start Rapport there."))


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """The ways Qt will try to reach a screen, in its order."""
    if asked := environ.get("QT_QPA_PLATFORM"):
        return [each.partition(":")[0] for each in asked.split(";")]
    found = {"xcb": environ.get("DISPLAY"), "wayland": environ.get("WAYLAND_DISPLAY")}
    return [platform for platform, display in found.items() if display]


def _missing(libraries: Mapping[str, str]) -> dict[str, str]:
    missing = {}
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def _sentence(missing: Mapping[str, str]) -> str:
    """What to type where there is apt; elsewhere what the libraries are called."""
    if not _INSTALLED.is_dir():
        said = _("Rapport’s window needs these libraries, which your system’s own package manager installs: {names}")
        return said.format(names=" ".join(missing))
    renamed = next(_INSTALLED.glob("lib*t64*.list"), None) is not None
    packages = [_RENAMED.get(package, package) if renamed else package for package in missing.values()]
    said = _("Rapport’s window needs a few system libraries. Install them, then start it again: {command}")
    return said.format(command=" ".join(["sudo apt-get install", *packages]))


def _answers(platform: str) -> bool:
    """Whether the screen is really there; Qt aborts when it is not."""
    if platform == "xcb":
        xcb = ctypes.CDLL("libxcb.so.1")
        xcb.xcb_connect.restype = ctypes.c_void_p
        connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
        refused = bool(xcb.xcb_connection_has_error(connection))
        xcb.xcb_disconnect(connection)
        return not refused
    if platform == "wayland":
        wayland = ctypes.CDLL("libwayland-client.so.0")
        wayland.wl_display_connect.restype = ctypes.c_void_p
        display = wayland.wl_display_connect(None)
        if display:
            wayland.wl_display_disconnect(ctypes.c_void_p(display))
        return bool(display)
    return True
