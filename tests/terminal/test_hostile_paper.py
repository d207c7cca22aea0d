"""Hostile text on paper and in mail opens no file and reaches no other machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.meetings import CaptureKind
from app.services import (
    ending,
    market,
    meetings,
    notes,
    preferences,
    satisfaction,
    searches,
)
from app.services.arguments import perform
from app.services.office import open_office
from tests.builders import LONDON, Clock, file_office
from tests.terminal.hostile import HOSTILE, run

TOP = Path(__file__).parents[2]


def hostile_meeting(folder: Path) -> None:
    """On disk, an office whose last meeting has every hostile text in every place that is printed."""
    file_office(folder)
    clock = Clock()
    office = open_office(folder, clock=clock, zone=LONDON)
    everything = list(HOSTILE.values())
    name = "<b>Amara</b> &lt; {0} %s"
    made = perform(office, "manager.add", {
        "name": name, "called": "<i>Am", "family": "../../etc/passwd", "email": "a@example.com"})  # fmt: skip
    manager = office.managers.get(made.id).id
    for key in ("name", "firm"):
        preferences.set_setting(office, key=key, value="<img src=/etc/passwd> & Söhne")
    search = searches.open_search(office, manager, title=HOSTILE["image"])
    for text in everything[:8]:
        market.add(office, search.id, text=text, source=text, shown_on=office.today())
    meeting = meetings.start_now(office, manager, search=search.id)
    people = tuple(words for words in everything if "@" not in words)  # what looks like an address must be one
    meetings.edit(office, meeting.id, place=HOSTILE["path"], attendees=people)
    meetings.say_in_short(office, meeting.id, text=" ".join(everything[:12]))
    kinds = [CaptureKind.DECISION, CaptureKind.I_WILL, CaptureKind.THEY_WILL, CaptureKind.NOTE]
    for index, text in enumerate(everything):
        for kind in (kinds[0], kinds[index % 4]):
            meetings.capture(office, meeting.id, kind=kind, text=f"{text}\n{text} every friday", promise=index % 8 < 4)
    satisfaction.record(
        office, manager, score=2, words=HOSTILE["image"], proposal=HOSTILE["entity"], meeting=meeting.id
    )
    notes.add(office, manager, title="x", body="\n\n".join(everything), meeting=meeting.id, shareable=True)
    clock.at += timedelta(minutes=30)
    ending.end(office, meeting.id)
    office.close()


@cache
def own_places(folder: str) -> tuple[str, ...]:
    """Where the program may read: itself, what it is built on, and the office."""
    # ReportLab looks for settings of its own in the person's folder when it is first imported.
    settings = [str(Path.home() / f".reportlab_{name}") for name in ("mods", "settings")]
    places = [*settings, folder, str(TOP), sys.prefix, sys.base_prefix, "/usr/share/zoneinfo", "/proc/self", os.devnull]
    return tuple({str(Path(place).resolve()) for place in places} | set(places))


def child(folder: str, planted: str) -> None:
    """Make the summary and the draft while every file and connection is noted; say which were strange."""
    strange: list[str] = []
    watching = [True]

    def note(event: str, values: tuple[Any, ...]) -> None:
        if not watching[0] or event not in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen"):
            return
        path = os.fsdecode(values[0]) if event == "open" and isinstance(values[0], str | bytes) else ""
        if event != "open" or (path and not os.path.abspath(path).startswith(own_places(folder))):  # noqa: PTH100
            strange.append(f"{event} {values[0] if event == 'open' else values[1:]}")

    sys.addaudithook(note)
    codes = [run(Path(folder), "document", "summary", "--to", f"{folder}/s.pdf"),
             run(Path(folder), "draft", "summary", "--to", f"{folder}/s.eml")]  # fmt: skip
    if planted:
        Path(planted).read_bytes()
    watching[0] = False
    sys.stderr.write(json.dumps({"codes": codes, "strange": strange}))


def watched(folder: Path, planted: str = "") -> dict[str, Any]:
    code = f"from tests.terminal.test_hostile_paper import child; child({str(folder)!r}, {planted!r})"
    done = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stderr[done.stderr.index('{"codes"') :])
    return found


def test_paper_and_mail_open_no_file_and_no_connection(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    hostile_meeting(folder)
    found = watched(folder)

    assert found == {"codes": [0, 0], "strange": []}
    text = on_the_page(folder / "s.pdf")
    for name in ("bold", "image", "paragraph", "entity", "comment", "sql", "braces", "percents", "markdown picture"):
        assert "".join(HOSTILE[name].split()) in text, name
    mail = (folder / "s.eml").read_bytes()
    assert mail.count(b"\nTo:") == 1
    assert b"\nBcc:" not in mail


def test_a_planted_look_at_a_file_is_seen(tmp_path: Path) -> None:
    """The same watch sees a file that is opened, so that its silence means something."""
    folder, elsewhere = tmp_path / "office", tmp_path / "elsewhere.txt"
    elsewhere.write_text("secret")
    file_office(folder)

    found = watched(folder, str(elsewhere))

    assert found["strange"] == [f"open {elsewhere}"]


def on_the_page(path: Path) -> str:
    """The letters of a PDF without white space, which laying out may change."""
    from pypdf import PdfReader

    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)
