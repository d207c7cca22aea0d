"""The import budget: what each verb loads, and what it takes of the processor beyond a bare interpreter."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import pytest

from app.domain.managers import ManagerId
from app.domain.talks import MeetingId
from app.services import ending, managers, meetings, notes
from app.services.office import open_office
from tests.benchmarks.conftest import NOW
from tests.benchmarks.measuring import LEAST_PAIRS, Report
from tests.benchmarks.processes import RUN, milliseconds_of, run

HEAVY = ("sqlite_utils", "reportlab", "holidays", "PySide6", "icalendar", "markdown_it", "asyncio", "tzlocal",
         "platformdirs", "PIL", "arabic_reshaper", "bidi", "pypdfium2", "dateutil", "importlib.metadata")  # fmt: skip
PAPER = ("reportlab", "PIL", "markdown_it")
HOLIDAYS = ("holidays", "dateutil", "importlib.metadata")
MEETING = ("--meeting", "latest", "--to")
# Each verb with the heavy packages it cannot do without, in an office that is there already; its managers' countries
# are unknown, so nobody needs holidays.
VERBS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("managers",), ()),
    (("find", "panel"), ()),
    (("today",), ()),
    (("brief", "Amara"), ()),
    (("show", "manager", "1"), ()),
    (("log", "Amara", "call 25m: agreed to widen the band"), ()),
    (("do", "--list"), ()),
    (("do", "note.add", "manager=Amara", "title=Panel"), ()),
    (("undo",), ()),
    (("redo",), ()),
    (("history",), ()),
    (("check",), ()),
    (("add-manager", "Farouk Haddad"), ()),
    (("document", "summary", *MEETING, "{folder}/a.pdf"), PAPER),
    (("draft", "summary", *MEETING, "{folder}/a.eml"), PAPER),
    (("sample", "--to", "{folder}/sample{turn}"), ("sqlite_utils", *HOLIDAYS)),
)
LOADED = "sys.stderr.write('\\n'.join(sys.modules)); "


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office with a meeting held, notes to print, and nobody's country known."""
    folder = tmp_path_factory.mktemp("small")
    made = open_office(folder, clock=lambda: NOW, zone=ZoneInfo("Europe/London"), create=True)
    manager = ManagerId(managers.add(made, name="Amara Okonkwo", email="amara.okonkwo@halden.example").id)
    meeting = MeetingId(meetings.start_now(made, manager).id)
    ending.end(made, meeting)
    notes.add(made, manager, title="Panel", body="Two people, *60 minutes*.", meeting=meeting, shareable=True)
    made.close()
    return folder


def arguments_of(verb: tuple[str, ...], office: Path, turn: int) -> list[str]:
    """What is typed, on this office; `turn` keeps what is written new."""
    typed = [part.format(folder=office, turn=turn) for part in verb]
    return [*typed, "--data-dir", str(office), "--now", NOW.isoformat()]


@pytest.mark.parametrize(("verb", "needed"), VERBS, ids=lambda value: "-".join(value[:2]) if value else "nothing")
def test_a_verb_loads_what_it_needs(
    verb: tuple[str, ...], needed: tuple[str, ...], office: Path, report: Report
) -> None:
    ended = run(RUN.format(then=LOADED), *arguments_of(verb, office, -1))
    loaded = {name for name in ended.stderr.split("\n") if name in HEAVY}

    spent = [
        milliseconds_of(RUN.format(then=""), *arguments_of(verb, office, turn)) - milliseconds_of("pass")
        for turn in range(LEAST_PAIRS)
    ]

    modules = len(ended.stderr.split())
    name = " ".join(part for part in verb[:2] if "=" not in part and "{" not in part)
    more = f"{modules} modules" + (f", {', '.join(sorted(loaded))}" if loaded else "")
    report.note("", f"rapport {name}: over the bare interpreter", f"{median(spent):.0f} ms cpu", more)
    assert ended.returncode == 0, ended.stderr.splitlines()[:1]
    assert loaded <= set(needed), f"{name} loads {loaded - set(needed)}"
