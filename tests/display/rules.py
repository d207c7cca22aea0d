"""What holds of every screen for somebody who hears it: nothing without a name, nothing that says what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.display.assistive import Thing, walk

# What the keyboard can reach, and what a screen reader says that one does with it.
_REACHED = {"push button", "check box", "radio button", "combo box", "text", "spin button", "table", "table cell",
            "list item", "page tab", "page tab list", "chart", "document frame", "panel"}  # fmt: skip
_DOES = {"push button": "Press", "check box": "Toggle", "radio button": "Toggle", "page tab": "Press"}
_SEEN = {"image", "icon", "chart"}


def faults(tree: Thing) -> list[str]:
    """What is wrong with a screen, in words."""
    things = list(walk(tree))
    return [*_one_by_one(things), *_twins(tree), *_choices(tree)]


def _one_by_one(things: list[Thing]) -> Iterator[str]:
    for thing in things:
        role, name = thing["role"], thing["name"]
        if "focusable" in thing["states"]:
            if not (thing["label"] if role == "combo box" else name).strip():
                yield f"a {role} without a name: {_around(thing)}"
            if role not in _REACHED:
                yield f"{name!r} can be reached and is a {role}"
            if role in _DOES and "enabled" in thing["states"] and _DOES[role] not in thing["actions"]:
                yield f"{role} {name!r} cannot be used: {thing['actions']}"
        elif role in _SEEN and not name:
            yield f"a {role} without words"
        if role in ("check box", "radio button") and "checkable" not in thing["states"]:
            yield f"{role} {name!r} cannot be ticked"


def _twins(tree: Thing) -> Iterator[str]:
    """Two things on one screen of the same name that are pressed or filled."""
    used = [(thing["role"], thing["name"]) for thing in walk(tree) if _is_used(thing)]
    for (role, name), count in Counter(used).items():
        if count > 1:
            yield f"{count} times {role} {name!r}"


def _is_used(thing: Thing) -> bool:
    return thing["role"] in ("push button", "text", "check box") and "focusable" in thing["states"]


def _choices(tree: Thing) -> Iterator[str]:
    """Of choices side by side one is chosen, of tabs one is shown."""
    for thing in walk(tree):
        for role, state in (("radio button", "checked"), ("page tab", "selected")):
            parts = [part for part in thing["parts"] if part["role"] == role]
            on = sum(state in part["states"] for part in parts)
            if parts and on != 1:
                yield f"{on} {state} in {thing['name']!r}"


def _around(thing: Any) -> str:
    return ", ".join(part["name"] for part in walk(thing) if part["name"]) or str(thing["actions"])
