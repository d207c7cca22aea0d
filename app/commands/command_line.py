"""What was typed, as options: for the window, or for one verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.words import _

if TYPE_CHECKING:
    import argparse


class Asked(NamedTuple):
    """Which office is asked for, as it was typed."""

    data_dir: str | None
    now: str | None
    sample: bool


def window_asked(words: Sequence[str]) -> Asked | None:
    """What the window is asked for; None when the words ask for anything else, which `verb_asked` knows.

    argparse would find out the same and cost 20 ms more, half of what a second start takes.
    """
    values: dict[str, str | None] = {"--data-dir": None, "--now": None}
    sample, rest = False, iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--sample":
            sample = True
        elif name in values and (equals or not (value := next(rest, "-")).startswith("-")):
            values[name] = value
        else:
            return None
    return Asked(values["--data-dir"], values["--now"], sample)


def verb_asked(words: Sequence[str]) -> argparse.Namespace:
    """The options of a verb, and the verb itself as `verb`; wrong usage ends the program with 2.

    Every shared option counts before and after the verb. argparse lets a subparser's default overwrite what was given
    before the verb, which here would write to the person's own office; so the subparsers have no defaults for them.
    """
    import argparse

    from app.commands.verbs import every_verb

    description = _("Without a verb, Rapport opens its window. With one, it answers in the terminal.")
    parser = argparse.ArgumentParser(prog="rapport", description=description)
    _add_shared(parser, None)
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for verb in every_verb():
        sub = verbs.add_parser(verb.name, help=verb.help)
        _add_shared(sub, argparse.SUPPRESS)
        for names, details in verb.options:
            sub.add_argument(*names, **details)
        sub.set_defaults(verb=verb)
    return parser.parse_args(words)


def _add_shared(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--data-dir", metavar="DIR", default=default, help=_("the office’s folder"))
    parser.add_argument("--now", metavar="TIME", default=default, help=_("a fixed clock, for tests and pictures"))
    off = default or False
    parser.add_argument("--sample", action="store_true", default=off, help=_("an invented office instead of your own"))
    parser.add_argument("--json", action="store_true", default=off, help=_("for machines"))
