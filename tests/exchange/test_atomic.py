"""A file is whole and new, or whole and old; nothing else is left in the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import StorageError
from app.exchange.atomic import write_file

NEW = b"%PDF-1.7\r\n\x00new" * 1_000
OLD = b"old and whole"
FOLDER = "The folder cannot be written. Choose another."
FULL = "There is no room left on this disk. Make room or choose another folder."

UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
from app.domain.errors import StorageError
from app.exchange.atomic import write_file
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_file(Path(sys.argv[1]), b"x" * int(sys.argv[2]))
except StorageError as error:
    print(error)
else:
    print("written")
"""

KILLED_BEFORE_RENAME = """
import os, sys
from pathlib import Path
from app.exchange.atomic import write_file
def stop(event, arguments):
    if event == "os.rename":
        os._exit(9)
sys.addaudithook(stop)
write_file(Path(sys.argv[1]), b"new")
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def child(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=root, capture_output=True, text=True, check=False, timeout=30
    )


@pytest.mark.parametrize("data", [NEW, b""])
@pytest.mark.parametrize("name", ["a.pdf", "王小明 Łukasz.pdf"])
@pytest.mark.parametrize("exists", [True, False])
def test_the_file_is_new_whole_and_private(tmp_path: Path, data: bytes, name: str, exists: bool) -> None:
    path = tmp_path / name
    if exists:
        path.write_bytes(OLD)
    write_file(path, data)
    assert path.read_bytes() == data
    assert names(tmp_path) == [name]
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
@pytest.mark.parametrize(("size", "says", "left"), [(4096, "written", b"x" * 4096), (4097, FULL, OLD)])
def test_without_room_the_old_file_stays(tmp_path: Path, size: int, says: str, left: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)
    done = child(UNDER_A_LIMIT, str(path), str(size))
    assert (done.stdout.strip(), done.stderr) == (says, "")
    assert path.read_bytes() == left
    assert names(tmp_path) == ["a.pdf"]


def test_killed_before_the_rename_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)
    assert child(KILLED_BEFORE_RENAME, str(path)).returncode == 9
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("place", ["missing/a.pdf", "file/a.pdf", "folder", "a" * 300])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError) as refused:
        write_file(tmp_path / place, NEW)
    assert str(refused.value) == FOLDER
    assert names(tmp_path) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == OLD


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder even root cannot write")
def test_a_folder_nobody_may_write_is_named() -> None:
    with pytest.raises(StorageError, match=FOLDER):
        write_file(Path("/proc/self/a.pdf"), NEW)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageError, match=FOLDER):
        write_file(tmp_path / "a.pdf", NEW)
    tmp_path.chmod(0o700)
    assert names(tmp_path) == []


def test_a_link_is_replaced_and_its_target_stays(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(OLD)
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_file(tmp_path / "link", NEW)
    assert ((tmp_path / "target").read_bytes(), (tmp_path / "link").read_bytes()) == (OLD, NEW)
