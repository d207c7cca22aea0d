"""Every setting, declared once: its default, its kind and the words that explain it.

They live in the office's database, so that they travel with it. Your name, firm and logo stand on paper and are asked
for once, at the first summary.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from app.domain.errors import InputError
from app.domain.text import NAME, clean, email_address, quoted
from app.words import _


class Paper(StrEnum):
    """The sheet that documents are laid out for."""

    A4 = "a4"
    LETTER = "letter"


class Theme(StrEnum):
    """Light, dark, or what the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Font(StrEnum):
    """The program's own typeface, or the one of the system."""

    INTER = "inter"
    SYSTEM = "system"


class Language(StrEnum):
    """The English of documents, which tells a screen reader how to speak them."""

    BRITISH = "en-GB"
    AMERICAN = "en-US"


class Switch(StrEnum):
    """Something that is done, or left."""

    ON = "on"
    OFF = "off"


SMALLEST_TEXT, LARGEST_TEXT = 90, 130
LONGEST_CADENCE = 3650


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person has chosen; `logo` is the SHA-256 of an attachment, `text_size` a percentage.

    `cadence_days` is how often a new relationship wants to speak, 0 for no agreed rhythm.
    """

    name: str = ""
    firm: str = ""
    email: str = ""
    logo: str = ""
    paper: Paper = Paper.A4
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    font: Font = Font.INTER
    language: Language = Language.BRITISH
    meeting_sound: Switch = Switch.OFF
    ask_satisfaction: Switch = Switch.ON
    cadence_days: int = 7


def descriptions() -> dict[str, str]:
    """What each setting is, as the settings page and the terminal say it."""
    return {
        "name": _("Your name, as it stands on paper."),
        "firm": _("Your firm, as it stands on paper."),
        "email": _("Your email address."),
        "logo": _("Your logo, a PNG or JPEG file, printed in grey at most 12 mm high."),
        "paper": _("The paper: a4 or letter."),
        "theme": _("The colours: system, light or dark."),
        "text_size": _("The size of the text on screen, in percent: 90 to 130."),
        "font": _("The typeface on screen: inter or system."),
        "language": _("The language of documents: en-GB or en-US."),
        "meeting_sound": _("A sound when the planned time of a meeting is over: on or off."),
        "ask_satisfaction": _("The question about satisfaction on an agenda once a month: on or off."),
        "cadence_days": _("How often a new relationship wants to speak, in days; 0 for no agreed rhythm."),
    }


def read(stored: dict[str, Any]) -> Settings:
    """The settings from what is stored; what is unknown or no longer fits falls back to its default."""
    values = {}
    for field in fields(Settings):
        if field.name in stored:
            try:
                values[field.name] = parse(field.name, str(stored[field.name]))
            except InputError:
                continue
    return Settings(**values)


def parse(key: str, text: str) -> Any:
    """A typed value of one setting; raises `InputError` naming the setting when it does not fit."""
    kind = _KINDS.get(key)
    if kind is None:
        raise InputError(key, _("There is no setting {key}. Choose from: {keys}.").format(
            key=quoted(key), keys=", ".join(descriptions())))  # fmt: skip
    if key == "email" and text.strip():
        return email_address(text, key)
    if kind is str:
        return clean(text, key, _(key), NAME, lines=False)
    if key == "cadence_days":
        return _days(key, text)
    if kind is int:
        return _percentage(key, text)
    try:
        return kind(text)
    except ValueError as error:
        choices = ", ".join(kind)
        raise InputError(key, _("The {key} can be: {choices}.").format(key=key, choices=choices)) from error


def _percentage(key: str, text: str) -> int:
    """A text size; raises `InputError` for anything but a whole number in the range."""
    found = _whole(text.strip().removesuffix("%"))
    if not SMALLEST_TEXT <= found <= LARGEST_TEXT:
        message = _("The text size is a whole number from {smallest} to {largest}.")
        raise InputError(key, message.format(smallest=SMALLEST_TEXT, largest=LARGEST_TEXT))
    return found


def _days(key: str, text: str) -> int:
    """A rhythm in days; raises `InputError` for anything but a whole number in the range."""
    found = _whole(text)
    if not 0 <= found <= LONGEST_CADENCE:
        raise InputError(key, _("The rhythm is a whole number of days up to 3650, or 0 for none."))
    return found


def _whole(text: str) -> int:
    """A short whole number, -1 for anything else."""
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else -1


_KINDS: dict[str, Any] = {field.name: type(field.default) for field in fields(Settings)}
