"""What a person gets: the wheel, the lock and the README's commands."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")
LOCK = (TOP / "requirements.lock").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = {canonicalize_name(name): pin for name, pin in re.findall(r"^([A-Za-z0-9._-]+)==([^ ;]+)", LOCK, re.MULTILINE)}
RESOURCES = sorted(p for p in (TOP / "resources").rglob("*") if p.is_file() and "__pycache__" not in p.parts)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, as an installer lays them down."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=TOP, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_the_program_and_nothing_else(installed: Path) -> None:
    """No tests, no notes of ours: only what runs."""
    assert sorted(p.name for p in installed.iterdir() if p.suffix != ".dist-info") == ["app", "resources", "ui"]


def test_the_wheel_carries_every_resource(installed: Path) -> None:
    """Fonts and templates arrive with the program, byte for byte."""
    assert RESOURCES
    for source in RESOURCES:
        assert (installed / source.relative_to(TOP)).read_bytes() == source.read_bytes(), source.name


def test_the_program_finds_its_resources_where_it_is_installed(installed: Path) -> None:
    """The way the code asks for them works outside a checkout too."""
    wanted = RESOURCES[0].relative_to(TOP / "resources").as_posix()
    ask = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); from importlib.resources import files; "
        f"sys.stdout.write(str(files('resources').joinpath({wanted!r}).is_file()))"
    )

    answer = subprocess.run([sys.executable, "-I", "-S", "-c", ask], check=True, capture_output=True, text=True)

    assert answer.stdout == "True"


def test_resources_hold_no_python() -> None:
    """Only the line that makes the folder a package, so that a stray `resources` elsewhere cannot stand in for it."""
    assert [p.name for p in RESOURCES if p.suffix == ".py" and p != TOP / "resources/__init__.py"] == []


@pytest.mark.parametrize("wanted", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]])
def test_the_lock_pins_what_the_project_asks_for(wanted: str) -> None:
    """Somebody who changes pyproject.toml makes the lock again."""
    requirement = Requirement(wanted)

    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


def test_every_pin_has_hashes() -> None:
    blocks = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]

    assert len(blocks) == len(PINS)
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_lock_names_no_place_on_the_network() -> None:
    """Whoever installs chooses where from."""
    assert re.findall(r"^.*(?:://|--index|--find-links|--trusted| @ ).*$", LOCK, re.MULTILINE) == []


def test_every_dependency_says_why_it_is_here() -> None:
    """A comment line stands above each one."""
    section = (TOP / "pyproject.toml").read_text(encoding="utf-8").split("\ndependencies = [\n")[1].split("\n]")[0]
    lines = [line.strip() for line in section.splitlines()]
    unexplained = [
        line for before, line in pairwise(["", *lines]) if line.startswith('"') and not before.startswith("#")
    ]

    assert unexplained == []


@pytest.mark.parametrize("info", ["sh run", "sh test", "powershell run", "powershell test"])
def test_the_readme_has_one_line_to_copy(info: str) -> None:
    """Two commands for each kind of machine, each one line in a block of its own."""
    blocks = re.findall(rf"^```{info}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)

    assert len(blocks) == 1
    assert len(blocks[0].splitlines()) == 1
    assert "--require-hashes -r requirements.lock" in blocks[0]
