"""A disk that loses power: what was recorded of a program is played again up to a cut, and some of it survives.

A file's bytes are safe once the file was synced, a name once its folder was. What was not yet synced may survive in
any of the four `WAYS`; names survive in the order they were given, as a journalling file system keeps them.
"""

from __future__ import annotations

import random
import shutil
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path, PurePosixPath
from typing import NamedTuple

ACK = "ACK"  # the file in which the program acknowledges; no part of what is tested
WAYS = ("nothing", "half", "prefix", "torn")
SECTOR = 512
_ENTRY = struct.Struct("<IIQqq")


class Kind(IntEnum):
    """What a recorded call did; the numbers are those of recorder.c."""

    CREATE = 1
    OPEN = 2
    FOLDER = 3
    WRITE = 4
    TRUNCATE = 5
    SYNC = 6
    SYNC_FOLDER = 7
    UNLINK = 8
    RENAME = 9
    LINK = 10


class Call(NamedTuple):
    """One recorded call."""

    kind: Kind
    name: str
    inode: int
    offset: int
    data: bytes


class Change(NamedTuple):
    """Bytes on their way to a file; without bytes, its new length."""

    offset: int
    data: bytes | None


class Naming(NamedTuple):
    """A name on its way to a folder: `node` for a new name, None to take it away."""

    name: str
    node: int | None


def recorded(path: Path) -> Iterator[Call]:
    """The calls in a record, in order."""
    raw = memoryview(path.read_bytes())
    at = 0
    while at < len(raw):
        kind, name_length, inode, offset, length = _ENTRY.unpack_from(raw, at)
        begin = at + _ENTRY.size
        data = begin + name_length
        at = data + length
        yield Call(Kind(kind), str(raw[begin:data], "utf-8"), inode, offset, bytes(raw[data:at]))


@dataclass
class Disk:
    """What is safe and what is still on its way; a node is one file, whatever it is called."""

    content: dict[int, bytearray] = field(default_factory=dict)
    unsynced: dict[int, list[Change]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)  # the names as the running program sees them
    waiting: dict[str, list[Naming]] = field(default_factory=dict)
    nodes: dict[int, int] = field(default_factory=dict)  # of inodes, which the file system uses again
    folders: set[int] = field(default_factory=set)
    made: int = 0

    @classmethod
    def holding(cls, folder: Path) -> Disk:
        """A disk on which everything in a folder is safe."""
        disk = cls()
        for path in folder.iterdir():
            node = disk._node()
            disk.content[node] = bytearray(path.read_bytes())
            disk.names[path.name] = disk.seen[path.name] = node
        return disk

    def take(self, call: Call) -> None:
        """Do what the program did."""
        if call.kind in (Kind.WRITE, Kind.TRUNCATE):
            data = call.data if call.kind is Kind.WRITE else None
            self.unsynced.setdefault(self.nodes[call.inode], []).append(Change(call.offset, data))
        elif call.kind is Kind.SYNC:
            node = self.nodes[call.inode]
            for change in self.unsynced.pop(node, []):
                _apply(self.content.setdefault(node, bytearray()), change)
        elif call.kind is Kind.SYNC_FOLDER:
            for naming in self.waiting.pop(call.name, []):
                _name(self.names, naming)
        elif call.kind is Kind.OPEN:
            self.nodes[call.inode] = self.seen[call.name]
        else:
            for naming in self._namings(call):
                _name(self.seen, naming)
                self.waiting.setdefault(_parent(naming.name), []).append(naming)

    def survivors(self, way: str, chance: random.Random) -> dict[str, bytes]:
        """The files after the power went, by name."""
        names = dict(self.names)
        for waiting in self.waiting.values():
            for naming in waiting[: 0 if way == "nothing" else chance.randint(0, len(waiting))]:
                _name(names, naming)
        files = {}
        for name, node in names.items():
            if node in self.folders or (_parent(name) and _parent(name) not in names):
                continue
            data = bytearray(self.content.get(node, b""))
            for change in _surviving(way, self.unsynced.get(node, []), chance):
                _apply(data, change)
            files[name] = bytes(data)
        return files

    def everything(self) -> dict[str, bytes]:
        """The files as the running program sees them."""
        files = {}
        for name, node in self.seen.items():
            if node not in self.folders:
                data = bytearray(self.content.get(node, b""))
                for change in self.unsynced.get(node, []):
                    _apply(data, change)
                files[name] = bytes(data)
        return files

    def _namings(self, call: Call) -> list[Naming]:
        if call.kind is Kind.UNLINK:
            return [Naming(call.name, None)]
        if call.kind is Kind.RENAME:
            return [Naming(call.data.decode(), self.seen[call.name]), Naming(call.name, None)]
        if call.kind is Kind.LINK:
            return [Naming(call.data.decode(), self.seen[call.name])]
        node = self._node()
        if call.kind is Kind.FOLDER:
            self.folders.add(node)
        else:
            self.nodes[call.inode] = node
        return [Naming(call.name, node)]

    def _node(self) -> int:
        self.made += 1
        return self.made


def power_cuts(record: Path, disk: Disk, cuts: int, seed: int) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Cut the power at that many moments, in each way: the newest counter acknowledged (-1: none), the files.

    The moments are random, but for the last: after everything.
    """
    chance = random.Random(seed)
    calls = list(recorded(record))
    moments = Counter([len(calls), *(chance.randint(1, len(calls)) for _ in range(cuts - 1))])
    acknowledged = -1
    for moment, call in enumerate(calls, 1):
        if call.name == ACK and call.kind is Kind.WRITE:
            acknowledged = int(call.data)
        disk.take(call)
        for way in WAYS * moments[moment]:
            files = disk.survivors(way, chance)
            files.pop(ACK, None)
            yield acknowledged, files


def put(files: dict[str, bytes], folder: Path) -> None:
    """Write what survived into a folder, and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _surviving(way: str, changes: list[Change], chance: random.Random) -> list[Change]:
    if way == "nothing":
        return []
    if way == "prefix":
        return changes[: chance.randint(0, len(changes))]
    kept = [change for change in changes if chance.random() < 0.5]
    return [_torn(change, chance) for change in kept] if way == "torn" else kept


def _torn(change: Change, chance: random.Random) -> Change:
    """Some writes reach the disk only in their first sectors."""
    if change.data is None or len(change.data) <= SECTOR or chance.random() > 0.3:
        return change
    sectors = chance.randint(1, len(change.data) // SECTOR)
    return Change(change.offset, change.data[: sectors * SECTOR])


def _apply(data: bytearray, change: Change) -> None:
    end = change.offset + len(change.data or b"")
    if len(data) < end:
        data.extend(bytes(end - len(data)))
    if change.data is None:
        del data[change.offset :]
    else:
        data[change.offset : end] = change.data


def _name(names: dict[str, int], naming: Naming) -> None:
    if naming.node is None:
        names.pop(naming.name, None)
    else:
        names[naming.name] = naming.node


def _parent(name: str) -> str:
    parent = str(PurePosixPath(name).parent)
    return "" if parent == "." else parent
