"""The terminal's verbs: the same services as the window, for scripts, tests and people without a screen.

Exit code 0: done. 1: the person can fix it, one plain sentence on stderr. 2: wrong usage. No verb imports Qt, and each
imports only what it needs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.errors import AppError, InputError
from app.domain.text import quoted
from app.words import _

if TYPE_CHECKING:
    from app.services.office import Office


class Answer(NamedTuple):
    """What a verb found or did: for a machine, and as lines for a person."""

    data: Any
    lines: list[str]
    code: int = 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; its exit code."""
    parser = _parser()
    options = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        answer = _run(options)
        _print(answer, as_json=options.json)
    except AppError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return answer.code


def _run(options: argparse.Namespace) -> Answer:
    from app.storage.failures import translated

    verb: Verb = options.verb
    with translated():
        if verb.opens is None or getattr(options, "list", False):
            return verb.run(None, options)
        office = _open(options, create=verb.opens)
        try:
            return verb.run(office, options)
        finally:
            office.close()


def _open(options: argparse.Namespace, *, create: bool) -> Office:
    from app import surroundings
    from app.services.office import open_office

    zone = surroundings.local_zone()
    if options.data_dir == "":
        raise InputError("data_dir", _("Name the office's folder after --data-dir; it is empty."))
    folder = Path(options.data_dir) if options.data_dir is not None else surroundings.data_folder()
    clock = surroundings.clock(options.now, zone)
    return open_office(folder, clock=clock, zone=zone, create=create, patience=5.0)


def _print(answer: Answer, *, as_json: bool) -> None:
    lines = [json.dumps(answer.data, ensure_ascii=False, indent=2)] if as_json else answer.lines
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _sample(_office: Office | None, options: argparse.Namespace) -> Answer:
    from datetime import date

    from app import surroundings
    from app.services import sample

    try:
        day = date.fromisoformat(options.day) if options.day else None
    except ValueError as error:
        raise InputError("day", _("Write the day like 2026-11-24.")) from error
    zone = surroundings.local_zone()
    day = day or surroundings.clock(options.now, zone)().astimezone(zone).date()
    counts = sample.write_sample(Path(options.to), size=options.size, seed=options.seed, day=day, zone=zone)
    lines = [_("Sample office written to {folder}. All people and companies in it are invented.").format(
        folder=options.to)]  # fmt: skip
    return Answer(counts, lines)


def _managers(office: Office, _options: argparse.Namespace) -> Answer:
    from app.domain.health import word_label
    from app.services.relationship import everyone

    found = everyone(office)
    data = [
        {
            "id": each.manager.id, "name": each.manager.name, "company": each.manager.company, "days": each.days,
            "overdue": each.overdue, "health": each.health.word.value, "status": each.manager.status.value,
        }
        for each in found
    ]  # fmt: skip
    lines = []
    for each in found:
        since = _("new") if each.days is None else _("{days} d").format(days=each.days)
        parts = [each.manager.name, each.manager.company or "", since, word_label(each.health.word)]
        lines.append(" · ".join(part for part in parts if part))
    return Answer(data, lines or [_("No hiring managers yet. Add the first one: rapport add-manager NAME")])


def _find(office: Office, options: argparse.Namespace) -> Answer:
    from app.services.reading import find

    hits = find(office, " ".join(options.words))
    names: dict[int, str] = {each.id: each.name for each in office.managers.everyone()}
    lines = []
    for hit in hits:
        text = " ".join(hit.text.split())[:200]
        lock = _("private, ") if hit.private else ""
        lines.append(_("{text} ({lock}{record} {id}, {name})").format(
            text=text, lock=lock, record=hit.record, id=hit.id, name=names.get(hit.manager, "")))  # fmt: skip
    nothing = _("Nothing for '{words}'.").format(words=" ".join(options.words))
    return Answer([hit._asdict() for hit in hits], lines or [nothing])


def _today(office: Office, _options: argparse.Namespace) -> Answer:
    from app.services.reading import plain
    from app.services.today import today
    from app.services.today_words import lines

    found = today(office)
    return Answer({"sentence": found.sentence(), **plain(found)}, lines(office, found))


def _brief(office: Office, options: argparse.Namespace) -> Answer:
    from app.services.briefing import brief
    from app.services.people import manager_called
    from app.services.reading import plain

    found = brief(office, manager_called(office, options.manager).id)
    return Answer(plain(found), found.lines())


def _show(office: Office, options: argparse.Namespace) -> Answer:
    from app.services.reading import show

    if not options.id.isdecimal() or len(options.id) > 15:
        raise InputError("id", _("Give the number of the record, as the lists show it."))
    shown = show(office, options.record.replace("-", "_"), int(options.id))
    return Answer(shown, _fields(shown, ""))


def _fields(shown: dict[str, Any], indent: str) -> list[str]:
    """A record's fields as lines, empty ones left out, the parts of it indented below their name."""
    lines = []
    for key, value in shown.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{key}:")
            lines += [line for each in value for line in (*_fields(each, indent + "  "), "")][:-1]
        elif value not in (None, "", [], False):
            lines.append(f"{indent}{key}: {value}")
    return lines


def _add_manager(office: Office, options: argparse.Namespace) -> Answer:
    given = {key: value for key in _MANAGER_OPTIONS if (value := getattr(options, key)) is not None}
    return _perform(office, "manager.add", {"name": options.name, **given})


def _log(office: Office, options: argparse.Namespace) -> Answer:
    return _perform(office, "talk.log", {"manager": options.manager, "line": "\n".join(options.line)})


def _do(office: Office | None, options: argparse.Namespace) -> Answer:
    if office is None or not options.action:
        return _list_actions()
    typed = {}
    for pair in options.values:
        key, equals, value = pair.partition("=")
        if not equals:
            raise InputError(pair, _("Write each value as KEY=VALUE; {pair} has no =.").format(pair=quoted(pair)))
        typed[key] = value
    return _perform(office, options.action, typed)


def _list_actions() -> Answer:
    from app.services.arguments import parameters
    from app.services.registry import USE_CASES

    data, lines = {}, []
    for name, use_case in USE_CASES.items():
        kinds, needed = parameters(use_case)
        data[name] = {"needs": needed, "takes": [key for key in kinds if key not in needed]}
        takes = " ".join(f"[{key}=]" for key in data[name]["takes"])
        lines.append(" ".join([name, *(f"{key}=" for key in needed), takes]).rstrip())
    return Answer(data, lines)


def _perform(office: Office, name: str, typed: dict[str, str]) -> Answer:
    from app.services.arguments import perform

    change = perform(office, name, typed)
    data = {"done": change.label, "record": change.record, "id": change.id, "touched": sorted(change.touched)}
    said = _("{label} ({record} {id})") if change.id else _("{label}")
    return Answer(data, [said.format(label=change.label, record=change.record, id=change.id)])


def _undo(office: Office, _options: argparse.Namespace) -> Answer:
    from app.services.reading import undo

    label = undo(office)
    if label is None:
        return Answer({"undone": None}, [_("Nothing left to undo.")])
    return Answer({"undone": label}, [_("Undone: {label}").format(label=label)])


def _redo(office: Office, _options: argparse.Namespace) -> Answer:
    from app.services.reading import redo

    label = redo(office)
    if label is None:
        return Answer({"redone": None}, [_("Nothing left to redo.")])
    return Answer({"redone": label}, [_("Redone: {label}").format(label=label)])


def _history(office: Office, options: argparse.Namespace) -> Answer:
    from datetime import datetime

    from app.services.reading import actions

    done = actions(office, options.limit)
    times = [datetime.fromisoformat(each.at).astimezone(office.zone) for each in done]
    lines = [f"{at:%Y-%m-%d %H:%M} · {each.label}" for at, each in zip(times, done, strict=True)]
    return Answer([each._asdict() for each in done], lines or [_("Nothing was done yet.")])


def _ask_once(office: Office) -> None:
    """Before the first summary, ask whose name stands on paper; only a person at a terminal can be asked."""
    settings = office.settings
    if settings.name or settings.firm or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return
    from app.services.preferences import set_setting

    for key, question in (
        ("name", _("Your name, as it stands on paper: ")),
        ("firm", _("Your firm (Enter for none): ")),
        ("logo", _("Your logo, a PNG or JPEG file (Enter for none): ")),
    ):
        sys.stderr.write(question)
        sys.stderr.flush()
        if answer := sys.stdin.readline().strip():
            set_setting(office, key=key, value=answer)


def _document(office: Office, options: argparse.Namespace) -> Answer:
    from app.exchange.atomic import write_file
    from app.services.documents import keep_summary, make_summary, meeting_called
    from app.settings import Paper

    _ask_once(office)
    paper = Paper(options.paper) if options.paper else None
    meeting = meeting_called(office, options.meeting)
    made = make_summary(office, meeting, paper=paper)
    write_file(Path(options.to), made.data)
    change = keep_summary(office, meeting, made)
    lines = [_("Saved {file}.").format(file=options.to)]
    if made.uncovered:
        lines.append(_("Shown as their code, because no font on board has them: {signs}").format(
            signs=", ".join(made.uncovered)))  # fmt: skip
    data = {"file": options.to, "pages": made.pages, "name": made.file_name, "id": change.id,
            "uncovered": list(made.uncovered)}  # fmt: skip
    return Answer(data, lines)


def _draft(office: Office, options: argparse.Namespace) -> Answer:
    from app.exchange.atomic import write_file
    from app.services.documents import draft_summary, meeting_called
    from app.settings import Paper

    _ask_once(office)
    paper = Paper(options.paper) if options.paper else None
    write_file(Path(options.to), draft_summary(office, meeting_called(office, options.meeting), paper=paper))
    return Answer({"file": options.to}, [_("Saved {file}. Open it to send it.").format(file=options.to)])


def _check(office: Office, options: argparse.Namespace) -> Answer:
    from app.services.reading import check

    wrong = check(office, deep=options.deep)
    return Answer({"wrong": wrong}, wrong or [_("The office is whole.")], code=1 if wrong else 0)


class Verb(NamedTuple):
    """One verb: its words, its own options, and whether it opens an office (`True`: and begins one if needed)."""

    name: str
    help: str
    run: Callable[[Any, argparse.Namespace], Answer]
    opens: bool | None
    options: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = ()


_MANAGER_OPTIONS = ("title", "company", "email", "phone", "cadence_days", "called", "family", "romanised", "zone",
                    "country", "hours")  # fmt: skip


def _option(*names: str, **details: Any) -> tuple[tuple[str, ...], dict[str, Any]]:
    return names, details


def _verbs() -> tuple[Verb, ...]:
    paper = _option("--paper", choices=("a4", "letter"))
    meeting = _option("--meeting", default="latest", metavar="ID|latest")
    kind = _option("kind", choices=("summary",))
    manager_options = tuple(
        _option(*(["--cadence", "--cadence-days"] if name == "cadence_days" else [f"--{name}"]), dest=name)
        for name in _MANAGER_OPTIONS
    )
    return (
        Verb("sample", _("write a sample office"), _sample, None, (
            _option("--to", required=True, metavar="DIR"),
            _option("--size", choices=("small", "gold", "stress"), default="small"),
            _option("--seed", type=int, default=1), _option("--day", metavar="DATE"))),
        Verb("managers", _("list the hiring managers"), _managers, False),
        Verb("find", _("find words anywhere"), _find, False, (_option("words", nargs="+"),)),
        Verb("today", _("what the day holds"), _today, False),
        Verb("brief", _("what to know before a talk"), _brief, False, (_option("manager"),)),
        Verb("show", _("one record whole"), _show, False, (_option("record"), _option("id"))),
        Verb("add-manager", _("add a hiring manager"), _add_manager, True, (_option("name"), *manager_options)),
        Verb("log", _("log a talk in one line"), _log, False, (_option("manager"), _option("line", nargs="+"))),
        Verb("do", _("any action by its name"), _do, True, (
            _option("action", nargs="?"), _option("values", nargs="*", metavar="KEY=VALUE"),
            _option("--list", action="store_true"))),
        Verb("undo", _("take the last action back"), _undo, False),
        Verb("redo", _("bring it back"), _redo, False),
        Verb("history", _("what was done"), _history, False, (_option("--limit", type=int, default=20),)),
        Verb("document", _("make a document"), _document, False, (
            kind, meeting, paper, _option("--to", required=True, metavar="FILE.pdf"))),
        Verb("draft", _("make an email draft"), _draft, False, (
            kind, meeting, paper, _option("--to", required=True, metavar="FILE.eml"))),
        Verb("check", _("check the office's file"), _check, False, (_option("--deep", action="store_true"),)),
    )  # fmt: skip


def _parser() -> argparse.ArgumentParser:
    """The parser; every shared option counts before and after the verb.

    argparse lets a subparser's default overwrite what was given before the verb, which here would write to the
    person's own office; so the subparsers have no defaults for the shared options.
    """
    parser = argparse.ArgumentParser(prog="rapport", description=_("Rapport in the terminal."))
    _add_shared(parser, None)
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for verb in _verbs():
        sub = verbs.add_parser(verb.name, help=verb.help)
        _add_shared(sub, argparse.SUPPRESS)
        for names, details in verb.options:
            sub.add_argument(*names, **details)
        sub.set_defaults(verb=verb)
    return parser


def _add_shared(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--data-dir", metavar="DIR", default=default, help=_("the office's folder"))
    parser.add_argument("--now", metavar="TIME", default=default, help=_("a fixed clock, for tests and pictures"))
    parser.add_argument("--json", action="store_true", default=default if default else False, help=_("for machines"))
