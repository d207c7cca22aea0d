"""How one kind of value is written into a column and read back.

Times are UTC ISO text, dates ISO text, choices their value, lists JSON. Imported with the first record that is read or
written: clocks and working hours are not needed to open a window.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from app.domain.clocks import Clock, clock_from_text, clock_to_text
from app.domain.meetings import Pause
from app.domain.working_time import WorkingHours
from app.storage.rows import time_text


class Codec(NamedTuple):
    """How one kind of value is written and read."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _pauses_text(pauses: tuple[Pause, ...]) -> str:
    return json.dumps([{k: v and time_text(v) for k, v in asdict(pause).items()} for pause in pauses])


def _pauses(text: str) -> tuple[Pause, ...]:
    return tuple(Pause(**{k: v and datetime.fromisoformat(v) for k, v in pause.items()}) for pause in json.loads(text))


_CODECS: dict[Any, Codec] = {
    datetime: Codec(time_text, datetime.fromisoformat),
    date: Codec(date.isoformat, date.fromisoformat),
    bool: Codec(int, bool),
    Clock: Codec(clock_to_text, clock_from_text),
    WorkingHours: Codec(WorkingHours.to_text, WorkingHours.from_text),
    tuple[str, ...]: Codec(lambda texts: json.dumps(list(texts), ensure_ascii=False), lambda t: tuple(json.loads(t))),
    tuple[Pause, ...]: Codec(_pauses_text, _pauses),
    Mapping[str, int]: Codec(lambda parts: json.dumps(dict(parts), ensure_ascii=False), json.loads),
}


def codec_of(hint: Any) -> Codec | None:
    """The codec for a field's type, None for text and numbers as they are."""
    if get_origin(hint) is Annotated:
        return codec_of(hint.__origin__)
    if hint in _CODECS:
        return _CODECS[hint]
    options = [part for part in get_args(hint) if part is not type(None)]
    if set(get_args(Clock)) == set(options):
        return _CODECS[Clock]
    if len(options) == 1:
        return codec_of(options[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Codec(str, hint)
    return None
