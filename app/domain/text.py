"""What a typed, pasted or imported text must be before it becomes part of a record.

Nothing disappears in silence: what cannot be kept is shown as U+FFFD, and what is too long is refused whole.
"""

from __future__ import annotations

import re
import unicodedata

from app.domain.errors import InputError
from app.words import _

NAME = 200
LINE = 2_000
BODY = 1_000_000
RUN = 2_000
_QUOTED = 60

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_FROM_RIGHT = {"R", "AL"}
_UNKEEPABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LINE_BREAKS = re.compile("[\n\u2028\u2029]+")
_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\\\"]+@[^\s@,;:<>()\[\]\\\"/?&%.]+(\.[^\s@,;:<>()\[\]\\\"/?&%.]+)*")
_LONGEST_ADDRESS = 254

_FILE_NAME_BYTES = 150
_NOT_IN_FILE_NAMES = re.compile(r'[/\\:*?"<>|]+')
_DEVICE_NAMES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def clean(value: str, field: str, label: str, limit: int, *, lines: bool) -> str:
    """The text as it is kept; `label` is the field's name inside a sentence, such as "title".

    `limit` is in characters; `lines` says whether it may have line breaks. Raises `InputError`.
    """
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    text = _UNKEEPABLE.sub(_REPLACEMENT, text)
    text = text.strip() if lines else _LINE_BREAKS.sub(" ", text.strip())
    if len(text) > limit:
        message = _("The {label} is too long: at most {limit} characters.")
        raise InputError(field, message.format(label=label, limit=f"{limit:,}"))
    if max(map(len, text.split()), default=0) > RUN:
        message = _("The {label} has more than {limit} characters without a space: please break them up.")
        raise InputError(field, message.format(label=label, limit=f"{RUN:,}"))
    return text


def required(value: str, field: str, label: str, limit: int, *, lines: bool) -> str:
    """As `clean`, for a field that must not stay empty."""
    text = clean(value, field, label, limit, lines=lines)
    if not text:
        raise InputError(field, _("Please write the {label}.").format(label=label))
    return text


def quoted(text: str) -> str:
    """What somebody typed, short enough and without line breaks, to stand in a sentence about it."""
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


def first_line(text: str) -> str:
    """What stands before the first line break."""
    return text.partition("\n")[0]


def rest(text: str) -> str:
    """What stands behind the first line break, as it is."""
    return text.partition("\n")[2]


def email_address(value: str, field: str) -> str:
    """One plain address, without a name around it. Raises `InputError`.

    Anything a mail program could read as a second recipient, a header or an option is refused.
    """
    address = unicodedata.normalize("NFC", value).strip(" \t")
    hidden = any(unicodedata.category(letter).startswith("C") for letter in address)
    if hidden or len(address) > _LONGEST_ADDRESS or address.startswith("-") or not _ADDRESS.fullmatch(address):
        raise InputError(field, _("This is not one email address: write it like amara@example.com."))
    return address


def file_name(words: str) -> str:
    """A file name made of `words` that every file system takes: at most 150 bytes of UTF-8, never empty.

    An ending such as `.pdf` survives the cut.
    """
    visible = "".join(_visible(letter) for letter in unicodedata.normalize("NFC", words))
    name = _outer(" ".join(_NOT_IN_FILE_NAMES.sub("-", visible).split()))
    if _DEVICE_NAMES.match(name):
        name = f"_{name}"
    return _cut(name) or _("Untitled")


def _visible(letter: str) -> str:
    """White space as a space; nothing for control, direction, half and unassigned characters."""
    category = unicodedata.category(letter)
    if letter in "\t\n\v\f\r" or category.startswith("Z"):
        return " "
    return "" if category in ("Cc", "Cf", "Cs", "Cn") else letter


def _outer(name: str) -> str:
    """Without the dots and spaces Windows drops at the end, nor what hides a file or looks like an option."""
    return name.lstrip(" .-").rstrip(" .")


def _cut(name: str) -> str:
    if len(name.encode()) <= _FILE_NAME_BYTES:
        return name
    found = _ENDING.search(name)
    ending = found[0] if found else ""
    stem = name[: len(name) - len(ending)]
    room = _FILE_NAME_BYTES - len(ending)
    kept = stem.encode()[:room].decode(errors="ignore")
    if unicodedata.category(stem[len(kept) : len(kept) + 1] or " ").startswith("M"):
        kept = _without_last_character(kept)
    return _outer(kept) + ending


def _without_last_character(text: str) -> str:
    """Without the last letter and the marks written on it."""
    end = len(text) - 1
    while end > 0 and unicodedata.category(text[end]).startswith("M"):
        end -= 1
    return text[:end]


def isolated(words: str) -> str:
    """Words that may stand in a line of another direction, such as a name in Arabic at the head of a sentence."""
    if words.isascii() or not any(unicodedata.bidirectional(sign) in _FROM_RIGHT for sign in words):
        return words
    return f"{_ISOLATE}{words}{_END_OF_ISOLATE}"
