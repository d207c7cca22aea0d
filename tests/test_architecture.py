"""The shape of the code (ARCHITECTURE.md), as rules somebody has to change in sight of a reviewer."""

from __future__ import annotations

import ast
import functools
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import app

TOP = Path(__file__).parent.parent
MAX_FILE, MAX_FUNCTION, MAX_TEST = 400, 50, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One imported name and where it stands."""

    name: str
    line: int
    at_start: bool  # runs when its module is imported, and not only for the type checker


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def python_files(*tops: str) -> list[Path]:
    """Every Python file below these folders."""
    return sorted(path for top in tops for path in (TOP / top).rglob("*.py"))


def module_of(path: Path) -> str:
    """`app/domain/health.py` is `app.domain.health`; a package is its folder."""
    parts = path.relative_to(TOP).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def imports_of(path: Path) -> tuple[Import, ...]:
    """What a file imports, at its top and inside its functions; `from app import words` names `app.words`."""
    later = set(_nodes_that_run_later(tree_of(path)))
    found = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the whole name of the module"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found += [Import(name=name, line=node.lineno, at_start=node not in later) for name in names]
    return tuple(found)


def _nodes_that_run_later(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from ast.walk(node)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from (inner for branch in node.body for inner in ast.walk(branch))


def inside(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of the packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def offenders(under: str, *forbidden: str, but: tuple[str, ...] = ()) -> list[str]:
    """Imports of what is forbidden, in modules under a package, written as file:line name."""
    return [
        f"{path.relative_to(TOP).as_posix()}:{found.line} {found.name}"
        for path in python_files("app", "ui")
        if inside(module_of(path), under) and not inside(module_of(path), *but)
        for found in imports_of(path)
        if inside(found.name, *forbidden)
    ]


RULES = {
    "the program below the window knows no window": ("app", ("PySide6", "shiboken6", "ui"), ()),
    "only storage knows SQLite": ("app", ("sqlite3", "sqlite_utils"), ("app.storage",)),
    "only documents knows the PDF libraries": ("app", ("reportlab", "pypdfium2", "PIL"), ("app.documents",)),
    "only exchange knows other programs' formats": ("app", ("email", "mailbox", "csv", "zipfile"), ("app.exchange",)),
    "storage stands alone": ("app.storage", ("app.documents", "app.exchange", "app.services", "app.commands"), ()),
    "documents stand alone": ("app.documents", ("app.storage", "app.exchange", "app.services", "app.commands"), ()),
    "exchange stands alone": ("app.exchange", ("app.storage", "app.documents", "app.services", "app.commands"), ()),
    "services do not know who asks": ("app.services", ("app.commands",), ()),
    "windows ask services": (
        "ui",
        ("app.storage", "app.documents", "app.exchange", "sqlite3", "sqlite_utils", "reportlab", "pypdfium2"),
        ("ui.main",),
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_imports_go_one_way(rule: str) -> None:
    """Each rule names itself; what is not forbidden here is allowed."""
    under, forbidden, but = RULES[rule]

    assert offenders(under, *forbidden, but=but) == [], rule


def test_the_domain_needs_only_the_standard_library() -> None:
    """Rules about people and promises run anywhere, and are tested in microseconds."""
    allowed = ("app.domain", "app.words", "__future__", *sys.stdlib_module_names)
    files = python_files("app/domain")

    assert files
    assert [
        f"{module_of(path)}:{found.line} {found.name}"
        for path in files
        for found in imports_of(path)
        if not inside(found.name, *allowed)
    ] == []


def package_of(module: str) -> str:
    """The folder a module belongs to, or the module itself when it lies beside the folders."""
    return ".".join(module.split(".")[:2])


def test_no_two_packages_import_each_other() -> None:
    """The folders form a direction; a circle would raise here and name itself."""
    graph: dict[str, set[str]] = {}
    for path in python_files("app", "ui"):
        own = package_of(module_of(path))
        others = {package_of(found.name) for found in imports_of(path) if inside(found.name, "app", "ui")}
        graph.setdefault(own, set()).update(others - {own, "app", "ui"})

    order = list(TopologicalSorter(graph).static_order())

    assert order.index("app.domain") < order.index("app.services")


def test_no_two_modules_wait_for_each_other() -> None:
    """No circle among what modules import while they are being imported."""
    modules = {module_of(path) for path in python_files("app", "ui")}
    graph: dict[str, set[str]] = {}
    for path in python_files("app", "ui"):
        names = [found.name for found in imports_of(path) if found.at_start]
        targets = {name if name in modules else name.rpartition(".")[0] for name in names} & modules
        graph[module_of(path)] = targets - {module_of(path)}

    assert len(list(TopologicalSorter(graph).static_order())) == len(modules)


def test_what_is_imported_is_asked_for() -> None:
    """Every library the program imports stands in pyproject.toml, and does not just happen to be there."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(text).name) for text in project["dependencies"]}
    provided = packages_distributions()
    ours = {"app", "ui", "resources", *sys.stdlib_module_names}
    imported = {found.name.split(".")[0] for path in python_files("app", "ui") for found in imports_of(path)}

    undeclared = {
        name for name in imported - ours if not declared & {canonicalize_name(dist) for dist in provided.get(name, ())}
    }

    assert undeclared == set()


def run_python(script: str) -> str:
    """What a fresh interpreter writes when it runs the script."""
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True, cwd=TOP)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_everything_below_the_window_starts_without_qt() -> None:
    """Every module of `app` can be imported where PySide6 cannot."""
    names = [module.name for module in pkgutil.walk_packages(app.__path__, "app.")]
    script = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"

    assert names
    assert run_python(script + "\n".join(f"import {name}" for name in names)) == ""


HEAVY = {
    *("PySide6", "shiboken6", "sqlite_utils", "reportlab", "pypdfium2", "PIL", "holidays", "dateutil", "markdown_it"),
    *("arabic_reshaper", "bidi", "anyascii", "click", "asyncio", "email", "http", "urllib.request", "xml", "unittest"),
}


@pytest.mark.parametrize("module", ["app.commands", "ui.main"])
def test_the_terminal_starts_light(module: str) -> None:
    """Each library is paid for by the verb that needs it, not by all of them."""
    loaded = run_python(f"import sys, {module}; print(*sys.modules)").split()

    assert module in loaded
    assert sorted(HEAVY & set(loaded)) == []


BROAD_ALLOWED = {"ui/tasks.py", "ui/crash.py"}


def is_broad(node: ast.ExceptHandler) -> bool:
    """Whether a handler takes everything and does not hand it on with a bare `raise` at its end."""
    last = node.body[-1]
    hands_on = isinstance(last, ast.Raise) and last.exc is None
    return not hands_on and (node.type is None or bool(re.search(r"\b(Base)?Exception\b", ast.unparse(node.type))))


def test_unexpected_errors_are_caught_in_two_places_only() -> None:
    """Elsewhere a bug is not swallowed."""
    assert [
        f"{path.relative_to(TOP).as_posix()}:{node.lineno}"
        for path in python_files("app", "ui")
        if path.relative_to(TOP).as_posix() not in BROAD_ALLOWED
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ] == []


BEGINS = re.compile(r"^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b", re.IGNORECASE)


def calls(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Every call in a file: what is called, and the plain strings it is given."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            yield ast.unparse(node.func), texts


def test_one_module_opens_transactions() -> None:
    """`write()` in app.storage.database begins and ends them all; only the steps of a migration stand beside it."""
    assert [
        f"{module_of(path)} {called} {texts}"
        for path in python_files("app", "ui")
        if module_of(path) not in {"app.storage.database", "app.storage.migrations"}
        for called, texts in calls(path)
        if called.endswith((".commit", ".rollback", ".atomic"))
        or (called.endswith((".execute", ".executescript")) and any(BEGINS.search(text) for text in texts))
    ] == []


def test_one_module_opens_the_office() -> None:
    """`connect()` in app.storage.database does; app.storage.backups opens the file that a copy is written to."""
    opening = {
        module_of(path)
        for path in python_files("app", "ui")
        for called, _ in calls(path)
        if called == "sqlite3.connect"
    }

    assert opening == {"app.storage.database", "app.storage.backups"}


@pytest.mark.parametrize(("tops", "limit"), [(("app", "ui"), MAX_FUNCTION), (("tests",), MAX_TEST)])
def test_functions_stay_small(tops: tuple[str, ...], limit: int) -> None:
    """A long function holds two ideas: split it by idea."""
    assert [
        f"{path.relative_to(TOP).as_posix()}:{node.lineno} {node.name}"
        for path in python_files(*tops)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= limit
    ] == []


def test_files_stay_small() -> None:
    """A long file holds two ideas: split it by idea, not by length."""
    files = python_files("app", "ui", "tests")

    assert [
        path.relative_to(TOP).as_posix()
        for path in files
        if len(path.read_text(encoding="utf-8").splitlines()) > MAX_FILE
    ] == []


def test_nothing_is_silenced_or_left_for_later() -> None:
    """A silenced check names what it silences, and there is no list of wishes in the code."""
    marks = re.compile(r"#\s*(type: ignore(?!\[)|noqa(?!:))|#.*\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")

    assert [
        f"{path.relative_to(TOP).as_posix()}:{number}"
        for path in python_files("app", "ui", "tests")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ] == []
