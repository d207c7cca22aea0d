"""Texts that were markup, code or a trap somewhere else, and how the program answers in the terminal."""

from __future__ import annotations

from pathlib import Path

from app import commands
from app.domain.text import NAME
from tests.builders import NOW

HOSTILE = {
    "bold": "<b>bold</b>",
    "image": "<img src=/etc/passwd>",
    "image with address": '<img src="http://198.51.100.7/x.png"/>',
    "paragraph": "</para><para backColor=red>",
    "open tag": "a < b and <font",
    "entity": "&lt; &amp; &nbsp; &#0; &bogus;",
    "doctype": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "comment": "<!-- gone? -->",
    "markdown picture": "![x](/etc/passwd)",
    "markdown link": "[x](file:///etc/passwd)",
    "control": "a\x01b\x07c\x1bd",
    "nul": "a\x00b",
    "delete and c1": "a\x7fb\x85c\x9bd",
    "bidi": "abc \u202etxt.exe\u202c \u2066x\u2069 \u200fd",
    "zero width": "a\u200bb\u200cc\u2060d",
    "combining": "e\u0301 a\u0308 \u0e01\u0e33",
    "zalgo": "Z" + "\u0335\u0321\u034f" * 20 + "algo",
    "emoji": "👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
    "astral": "𠮷野家 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "high surrogate": "a\ud83db",
    "low surrogate": "a\udc80b",
    "line separator": "a\u2028b\u2029c",
    "bom": "\ufeffa\ufeff",
    "not a character": "a\ufffeb\U0010ffffc",
    "sql": "Robert'); DROP TABLE manager;--",
    "quotes": "\"a\" 'b' `c` \\",
    "full text": '"a" NEAR(b) AND NOT c* ^d col:e',
    "braces": "{0} {name} {label.__class__} {",
    "percents": "%s %d %(name)s %n %",
    "dash": "--data-dir=/tmp -x",
    "formula": '=cmd|"/c calc"!A1',
    "long word": "W" * 199,
    "path": "../../../etc/passwd",
    "device": "CON.pdf",
    "dollar": "$HOME $(id) `id`",
    "gettext": "\\N{BULLET} \\x00 \\u0000",
    "right to left": "שלום (abc) 12.5 مرحبا",
    "json": '{"a": [1, null]}',
    "header": "x Bcc: a@example.com =?utf-8?q?=0D=0ABcc:a?=",
}


def bundles() -> list[str]:
    """All of them in as few names as will hold them; the terminal's test takes them one by one."""
    found = [""]
    for text in HOSTILE.values():
        if len(found[-1]) + len(text) + 1 > NAME:
            found.append("")
        found[-1] = f"{found[-1]} {text}".strip(" ")
    return found


def is_one_sentence(message: str) -> bool:
    """Short, on one line, without what only a programmer would say; a command to copy may end it."""
    message = message.removesuffix(": rapport do --list") + "." * message.endswith("--list")
    return 10 < len(message) < 400 and "\n" not in message and message.rstrip()[-1] in ".?" and "Error" not in message


def run(folder: Path, *words: str) -> int:
    return commands.main(["--data-dir", str(folder), "--now", NOW.isoformat(), *words])
