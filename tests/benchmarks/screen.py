"""A screen of our own, looked at from outside: nothing is built into the program that is measured.

Xvfb keeps its picture in a file, which is mapped and looked at every two milliseconds; the X server is asked nothing.
"""

from __future__ import annotations

import mmap
import os
import re
import shutil
import signal
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

WIDTH, HEIGHT = 1280, 800
_EVERY_LINE, _BLOCK = 8, 256  # every eighth line, in blocks of 64 pixels
_LOOK_S, _IDLE_S, _LIMIT_S = 0.002, 2.0, 60.0
_MAPPING, _QT = re.compile("[0-9a-f]+-[0-9a-f]+ "), ("/PySide6/", "/shiboken6/")
_SAME = 0.98  # of the painted blocks look as they do when the program is idle


class Started(NamedTuple):
    """One start: seconds to its settled picture, and the memory it takes then, in megabytes (PSS)."""

    seconds: float
    megabytes: float


class Screen:
    """A private X server whose frame buffer is a mapped file."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder),
                   "-nolisten", "tcp", "-noreset"]  # fmt: skip
        self.process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.display = f":{said.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self._map[:100])
        self._start, self._line = head[0] + head[19] * 12, head[12]

    def picture(self) -> bytes:
        """Every eighth line as it is now."""
        end = self._start + HEIGHT * self._line
        starts = range(self._start, end, _EVERY_LINE * self._line)
        return b"".join(self._map[at : at + WIDTH * 4] for at in starts)

    def close(self) -> None:
        """End the server."""
        self._map.close()
        self.process.terminate()
        self.process.wait(10)


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A screen in this folder; skips where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb")
    folder.mkdir(parents=True, exist_ok=True)
    made = Screen(folder)
    try:
        yield made
    finally:
        made.close()


def start(command: list[str], home: Path, evicted: Sequence[Path] = ()) -> Started:
    """Start a program on a fresh screen, wait until nothing changes for two seconds, and end it.

    What is `evicted` has to be read from the disk again: the files below these folders, unless another program uses
    them.
    """
    with screen(home / "screen") as on:
        _evict(evicted)
        return _start(on, command, home)


def megabytes_after(command: list[str], home: Path, marker: Path) -> float:
    """The memory a program takes two seconds after it wrote its marker (PSS)."""
    with screen(home / "screen") as on:
        process = subprocess.Popen(command, env=surroundings(on, home), start_new_session=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # fmt: skip
        try:
            began = time.monotonic()
            while not marker.exists():
                assert process.poll() is None, f"{command[-1]} ended by itself"
                assert time.monotonic() - began < 3 * _LIMIT_S, "its work never came to an end"
                time.sleep(_IDLE_S / 10)
            time.sleep(_IDLE_S)
            return _megabytes(process.pid)
        finally:
            _end(process)


def _evict(folders: Sequence[Path]) -> None:
    """Ask the system to forget what it holds of these files."""
    os.sync()  # what is not on the disk yet is never forgotten
    for folder in folders:
        for path in (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink()):
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _start(on: Screen, command: list[str], home: Path) -> Started:
    blank = on.picture()
    began = time.monotonic()
    process = subprocess.Popen(command, env=surroundings(on, home), start_new_session=True,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # fmt: skip
    try:
        frames = _watched(on, blank, began)
        assert process.poll() is None, f"{command[-1]} ended by itself"
        memory = _megabytes(process.pid)
    finally:
        _end(process)
    return Started(_settled(frames, blank) - began, memory)


def _end(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def surroundings(on: Screen, home: Path) -> dict[str, str]:
    """What a program on this screen finds around it; Python may keep what it compiled, as it does for a person."""
    home.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "DISPLAY": on.display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home), "TZ": "Europe/London",
           "XDG_RUNTIME_DIR": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home),
           "XDG_CACHE_HOME": str(home), "NO_AT_BRIDGE": "1", "LANG": "C.UTF-8"}  # fmt: skip
    for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHONDONTWRITEBYTECODE"):
        env.pop(name, None)
    return env


def _watched(on: Screen, blank: bytes, began: float) -> list[tuple[float, bytes]]:
    """Every picture that differs from the one before, until two seconds bring no large change."""
    frames: list[tuple[float, bytes]] = []
    last, quiet_since = blank, began
    while time.monotonic() - began < _LIMIT_S:
        now, picture = time.monotonic(), on.picture()
        if picture != last:
            if not frames or _differing(picture, last) > 20:
                quiet_since = now
            frames.append((now, picture))
            last = picture
        if frames and now - quiet_since > _IDLE_S:
            return frames
        time.sleep(_LOOK_S)
    raise AssertionError("nothing was shown, or it never came to rest")


def _settled(frames: list[tuple[float, bytes]], blank: bytes) -> float:
    """When almost all that is painted in the end was there."""
    final = _blocks(frames[-1][1])
    painted = [at for at, (one, other) in enumerate(zip(final, _blocks(blank), strict=True)) if one != other]
    settled = frames[0][0]
    for at, picture in reversed(frames):
        blocks = _blocks(picture)
        if sum(blocks[place] == final[place] for place in painted) < _SAME * len(painted):
            break
        settled = at
    return settled


def _blocks(picture: bytes) -> list[bytes]:
    return [picture[at : at + _BLOCK] for at in range(0, len(picture), _BLOCK)]


def _differing(one: bytes, other: bytes) -> int:
    return sum(a != b for a, b in zip(_blocks(one), _blocks(other), strict=True))


def _megabytes(process: int) -> float:
    """The memory of a process, its share of what others use too; Qt as if no other program used it just then."""
    kilobytes, counted = 0, "Pss:"
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        if _MAPPING.match(line):
            counted = "Rss:" if any(part in line for part in _QT) else "Pss:"
        elif line.startswith(counted):
            kilobytes += int(line.split()[1])
    return kilobytes / 1024
