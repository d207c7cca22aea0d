"""Moving one of several records that stand in an order of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

R = TypeVar("R")


def moved(records: Sequence[R], record_id: int, position: int) -> list[R]:
    """The records whose place changes when one of them goes to a position, counted from 0; each with its new one."""
    anything: Sequence[Any] = records
    one = next(each for each in anything if each.id == record_id)
    order = [each for each in anything if each is not one]
    order.insert(max(0, min(position, len(order))), one)
    return [replace(each, position=at) for at, each in enumerate(order) if each.position != at]


def next_position(records: Sequence[Any]) -> int:
    """The position behind the last one."""
    return max((each.position for each in records), default=-1) + 1
