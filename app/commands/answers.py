"""What a verb answers, and how it is printed."""

from __future__ import annotations

import json
import sys
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """What a verb found or did: for a machine, and as lines for a person."""

    data: Any
    lines: list[str]
    code: int = 0


def write(answer: Answer, *, as_json: bool) -> None:
    """Write an answer to the terminal."""
    lines = [json.dumps(answer.data, ensure_ascii=False, indent=2)] if as_json else answer.lines
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
