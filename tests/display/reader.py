"""A client of assistive technology, as a screen reader is one: it sees names, roles and states and nothing else.

Run by the system's Python, which has pyatspi. Takes one question a line as JSON, `[what, arguments...]`, and answers
each with one line: `["yes", answer]` or `["no", why]`. The test asks; see `assistive.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402  (wants the version of its binding named first)
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = "rapport"
TOLD = ("showing", "focusable", "focused", "selected", "checkable", "checked", "expandable", "expanded", "editable",
        "enabled", "has popup", "modal")  # fmt: skip
TOO_DEEP = 60


def main() -> None:
    """Listen to what the program announces, and answer until there are no more questions."""
    pyatspi.Registry.registerEventListener(_hear, "object:announcement")
    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, _asked)
    pyatspi.Registry.start()


heard: list[str] = []


def _hear(event: Any) -> None:
    heard.append(str(event.any_data))


def _asked(*_source: object) -> bool:
    line = sys.stdin.readline()
    if not line:
        pyatspi.Registry.stop()
        return False
    what, *arguments = json.loads(line)
    try:
        answer = ["yes", ANSWERS[what](*arguments)]
    except (LookupError, NotImplementedError, GLib.Error) as error:
        answer = ["no", f"{type(error).__name__}: {error}"]
    print(json.dumps(answer), flush=True)
    return True


def _program() -> Any:
    """The running program; nothing of it is remembered from one question to the next."""
    desktop = pyatspi.Registry.getDesktop(0)
    desktop.set_cache_mask(Atspi.Cache.NONE)
    for program in desktop:
        if program is not None and program.name == PROGRAM:
            program.set_cache_mask(Atspi.Cache.NONE)
            return program
    raise LookupError("the program is not there")


def _states(thing: Any) -> list[str]:
    said = {pyatspi.stateToString(state) for state in thing.getState().getStates()}
    return [name for name in TOLD if name in said]


def _shown(thing: Any, depth: int = 0) -> Iterator[Any]:
    """What is on the screen, in the program's order."""
    yield thing
    if depth < TOO_DEEP:
        for part in thing:
            if part is not None and "showing" in _states(part):
                yield from _shown(part, depth + 1)


def _find(role: str, name: str) -> Any:
    """The one thing on the screen of this role whose name begins so."""
    found = [thing for thing in _shown(_program()) if thing.getRoleName() == role and thing.name.startswith(name)]
    exact = [thing for thing in found if thing.name == name] or found
    if len(exact) != 1:
        raise LookupError(f"{len(exact)} are called {role} {name!r}")
    return exact[0]


def _text(thing: Any) -> str:
    try:
        return str(thing.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def _actions(thing: Any) -> list[str]:
    try:
        does = thing.queryAction()
    except NotImplementedError:
        return []
    return [does.getName(number) for number in range(does.nActions)]


def _label(thing: Any) -> str:
    """What stands before it and names it; a combo box has its choice for a name."""
    for relation in thing.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            return str(relation.getTarget(0).name)
    return ""


def _told(thing: Any) -> dict[str, Any]:
    """One thing as a screen reader knows it."""
    return {"role": thing.getRoleName(), "name": thing.name, "label": _label(thing), "description": thing.description,
            "states": _states(thing), "actions": _actions(thing), "text": _text(thing)}  # fmt: skip


def tree(thing: Any = None, depth: int = 0) -> dict[str, Any]:
    """All that is on the screen."""
    thing = thing or _program()
    parts = [part for part in thing if part is not None and "showing" in _states(part)] if depth < TOO_DEEP else []
    return {**_told(thing), "parts": [tree(part, depth + 1) for part in parts]}


def act(role: str, name: str, action: str) -> None:
    """Have a thing do one of what it offers."""
    thing = _find(role, name)
    thing.queryAction().doAction(_actions(thing).index(action))


def write(role: str, name: str, words: str) -> None:
    """Put words into a field, in place of what stands there."""
    thing = _find(role, name)
    if not thing.queryEditableText().setTextContents(words):
        raise LookupError(f"{name!r} does not take words")


def type_(symbol: int) -> None:
    """Press a key and let it go, as on a keyboard; X's key symbol."""
    pyatspi.Registry.generateKeyboardEvent(symbol, None, pyatspi.KEY_SYM)


def focused() -> dict[str, Any]:
    """Where the keyboard is: the innermost thing that says so."""
    found = [thing for thing in _shown(_program()) if _has_keyboard(thing)]
    return _told(found[-1]) if found else {}


def _has_keyboard(thing: Any) -> bool:
    """A current tab and a current row say they are focused also while the keyboard is elsewhere."""
    if not {"focused", "focusable"} <= set(_states(thing)):
        return False
    role = thing.getRoleName()
    return role != "page tab" and (role != "table cell" or "focused" in _states(thing.parent))


def announced() -> list[str]:
    """What was announced since the last time this was asked."""
    said = heard.copy()
    heard.clear()
    return said


ANSWERS: dict[str, Callable[..., Any]] = {
    "tree": tree,
    "told": lambda role, name: _told(_find(role, name)),
    "act": act,
    "write": write,
    "type": type_,
    "focused": focused,
    "announced": announced,
}

if __name__ == "__main__":
    main()
