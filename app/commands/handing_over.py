"""The verbs that write files: documents, drafts, a sample office, the entry among the system's programs."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.answers import Answer
from app.domain.errors import InputError
from app.domain.text import isolated
from app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.changes import Change
    from app.services.documents import Made
    from app.services.office import Office
    from app.settings import Paper


def document(office: Office, options: argparse.Namespace) -> Answer:
    """A document as a PDF file."""
    from app.exchange.atomic import write_file

    _ask_once(office)
    make = {"summary": _summary, "agreement": _agreement}.get(options.kind, _brief)
    made, keep = make(office, options)
    write_file(Path(options.to), made.data)
    change = keep()
    lines = [_("Saved {file}.").format(file=options.to)]
    if made.uncovered:
        lines.append(_("Shown as their code, because no font on board has them: {signs}").format(
            signs=", ".join(made.uncovered)))  # fmt: skip
    data = {"file": options.to, "pages": made.pages, "name": made.file_name, "id": change.id,
            "uncovered": list(made.uncovered)}  # fmt: skip
    return Answer(data, lines)


def _summary(office: Office, options: argparse.Namespace) -> tuple[Made, Callable[[], Change]]:
    from app.services.documents import keep_summary, make_summary, meeting_called

    meeting = meeting_called(office, options.meeting)
    made = make_summary(office, meeting, paper=_paper(options))
    return made, partial(keep_summary, office, meeting, made)


def _brief(office: Office, options: argparse.Namespace) -> tuple[Made, Callable[[], Change]]:
    from app.services.documents import keep_brief, make_brief, search_called

    if not options.search:
        raise InputError("search", _("Name the search it is about: --search ID."))
    search, drift = search_called(office, options.search), options.kind == "drift"
    made = make_brief(office, search, paper=_paper(options), drift=drift)
    return made, partial(keep_brief, office, search, made, drift=drift)


def _agreement(office: Office, options: argparse.Namespace) -> tuple[Made, Callable[[], Change]]:
    from app.services.agreement_preview import keep_sheet, make
    from app.services.people import manager_called

    if not options.manager:
        raise InputError("manager", _("Name the manager it is for: --manager NAME."))
    manager = manager_called(office, options.manager).id
    made = make(office, manager, paper=_paper(options), discuss=options.discuss)
    return made, partial(keep_sheet, office, manager, made)


def _paper(options: argparse.Namespace) -> Paper | None:
    from app.settings import Paper

    return Paper(options.paper) if options.paper else None


def draft(office: Office, options: argparse.Namespace) -> Answer:
    """A mail with the document attached, for the person to send."""
    from app.exchange.atomic import write_file
    from app.services.documents import draft_summary, meeting_called

    _ask_once(office)
    meeting = meeting_called(office, options.meeting)
    write_file(Path(options.to), draft_summary(office, meeting, paper=_paper(options)))
    return Answer({"file": options.to}, [_("Saved {file}. Open it to send it.").format(file=options.to)])


def invitation_file(office: Office, options: argparse.Namespace) -> Answer:
    """The invitation to a planned meeting, its change or its cancellation, as a calendar file or an email draft."""
    from app.services.calendar_invitations import invitation_to, meeting_to_invite_to, write_file

    meeting = meeting_to_invite_to(office, options.about)
    invitation = invitation_to(office, meeting.id)
    write_file(Path(options.to), invitation)
    lines = [
        _("Saved {file}. Open it to send it.").format(file=options.to),
        _("It goes to {names}.").format(names=", ".join(isolated(each.name) for each in invitation.guests)),
        _("(When you sent it: rapport do meeting.invited meeting={id})").format(id=meeting.id),
    ]
    data = {"file": options.to, "meeting": meeting.id, "kind": invitation.kind, "subject": invitation.letter.subject,
            "to": [each.email for each in invitation.guests]}  # fmt: skip
    return Answer(data, lines)


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


def sample(_office: Office | None, options: argparse.Namespace) -> Answer:
    """An invented office in a folder."""
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


def desktop_entry(_office: Office | None, options: argparse.Namespace) -> Answer:
    """Rapport among the programs of a Linux desktop, or not any more."""
    from app import desktop_entry as entry

    if options.remove:
        files = entry.remove()
        return Answer({"removed": files}, [_("Rapport no longer stands among the programs.")])
    files = entry.install()
    return Answer({"written": files}, [_("Rapport now stands among the programs. A double click opens it.")])
