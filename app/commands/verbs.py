"""Every verb of the terminal, once: its words, its options, and what it needs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, NamedTuple

from app.commands import doing, handing_over, looking
from app.commands.answers import Answer
from app.words import _


class Verb(NamedTuple):
    """One verb: its words, its own options, and whether it opens an office (`True`: and begins one if needed)."""

    name: str
    help: str
    run: Callable[[Any, argparse.Namespace], Answer]
    opens: bool | None
    options: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = ()


def _option(*names: str, **details: Any) -> tuple[tuple[str, ...], dict[str, Any]]:
    return names, details


def every_verb() -> tuple[Verb, ...]:
    """The verbs, in the order of the help."""
    paper = _option("--paper", choices=("a4", "letter"))
    meeting = _option("--meeting", default="latest", metavar="ID|latest")
    kind = _option("kind", choices=("summary",))
    made = _option("kind", choices=("summary", "brief", "drift", "agreement"))
    search = _option("--search", default="", metavar="ID|TITLE")
    manager_options = tuple(
        _option(*(["--cadence", "--cadence-days"] if name == "cadence_days" else [f"--{name}"]), dest=name)
        for name in doing.MANAGER_OPTIONS
    )
    return (
        Verb("sample", _("write a sample office"), handing_over.sample, None, (
            _option("--to", required=True, metavar="DIR"),
            _option("--size", choices=("small", "gold", "stress"), default="small"),
            _option("--seed", type=int, default=1), _option("--day", metavar="DATE"))),
        Verb("managers", _("list the hiring managers"), looking.managers, False),
        Verb("find", _("find words anywhere"), looking.find, False, (_option("words", nargs="+"),)),
        Verb("today", _("what the day holds"), looking.today, False),
        Verb("brief", _("what to know before a talk"), looking.brief, False, (_option("manager"),)),
        Verb("nudge", _("a kind word about what a manager promised"), looking.nudge, False, (_option("manager"),)),
        Verb("invite", _("times for a talk, or the invitation to a meeting"), looking.invite, False, (
            _option("about", metavar="MANAGER|MEETING"),
            _option("--minutes", type=int, choices=(20, 30, 45, 60), default=20),
            _option("--to", default="", metavar="FILE.ics|FILE.eml"))),
        Verb("templates", _("what there are templates of, and your own"), looking.templates, False),
        Verb("show", _("one record whole"), looking.show, False, (_option("record"), _option("id"))),
        Verb("add-manager", _("add a hiring manager"), doing.add_manager, True, (_option("name"), *manager_options)),
        Verb("log", _("log a talk in one line"), doing.log, False, (_option("manager"), _option("line", nargs="+"))),
        Verb("do", _("any action by its name"), doing.do, True, (
            _option("action", nargs="?"), _option("values", nargs="*", metavar="KEY=VALUE"),
            _option("--list", action="store_true"))),
        Verb("undo", _("take the last action back"), doing.undo, False),
        Verb("redo", _("bring it back"), doing.redo, False),
        Verb("history", _("what was done"), looking.history, False, (_option("--limit", type=int, default=20),)),
        Verb("document", _("make a document"), handing_over.document, False, (
            made, meeting, search, _option("--manager", default="", metavar="NAME"), paper,
            _option("--discuss", action="store_true", help=_("what is only proposed too, to be discussed")),
            _option("--to", required=True, metavar="FILE.pdf"))),
        Verb("draft", _("make an email draft"), handing_over.draft, False, (
            kind, meeting, paper, _option("--to", required=True, metavar="FILE.eml"))),
        Verb("check", _("check the office’s file"), looking.check, False, (_option("--deep", action="store_true"),)),
        Verb("desktop-entry", _("put Rapport among the programs of this computer"), handing_over.desktop_entry, None, (
            _option("--remove", action="store_true"),)),
    )  # fmt: skip
