"""The five kinds of a captured line: their words, icons and colours, in the order of their keys."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.meetings import CaptureKind
from app.words import _
from ui.kit import paint
from ui.theme import font, size

_LONGEST_NAME = 130


class Look(NamedTuple):
    """How a kind looks."""

    icon: str
    tone: str


LOOKS = {
    CaptureKind.DECISION: Look("handshake", "kept"),
    CaptureKind.I_WILL: Look("arrow-up-right", "accent"),
    CaptureKind.THEY_WILL: Look("arrow-down-left", "theirs"),
    CaptureKind.NOTE: Look("share-2", "text2"),
    CaptureKind.PRIVATE: Look("lock", "text2"),
}
KINDS = tuple(LOOKS)
WILL = (CaptureKind.I_WILL, CaptureKind.THEY_WILL)


def kind_words(kind: CaptureKind, name: str) -> str:
    """What a kind is called; `name` is how the manager is called."""
    if kind is CaptureKind.THEY_WILL:
        return _("{name} will").format(name=paint.elided(name, font("bodyMedium"), size(_LONGEST_NAME)))
    return {
        CaptureKind.DECISION: _("Decision"), CaptureKind.I_WILL: _("I will"), CaptureKind.NOTE: _("Note"),
        CaptureKind.PRIVATE: _("Private"),
    }[kind]  # fmt: skip


def invitation(kind: CaptureKind, name: str) -> str:
    """What the empty capture field says: what Enter makes of a line."""
    return {
        CaptureKind.DECISION: _("Write what was said. Enter keeps it as a decision."),
        CaptureKind.I_WILL: _("Write what was said. Enter keeps it as what you will do."),
        CaptureKind.THEY_WILL: _("Write what was said. Enter keeps it as what {name} will do.").format(name=name),
        CaptureKind.NOTE: _("Write what was said. Enter keeps it as a note for the summary."),
        CaptureKind.PRIVATE: _("Write what was said. Enter keeps it private."),
    }[kind]


def detail_words(kind: CaptureKind) -> str:
    """What the second line of a kind is for."""
    if kind is CaptureKind.DECISION:
        return _("Reason")
    return _("We both know it is kept when") if kind in WILL else _("Detail")
