"""Text is never markup: whatever is typed comes back as it was typed, opens no file and reaches no other machine.

The actions are read from the registry, so that a new one is covered by itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NewType, get_args

import pytest

from app import commands
from app.domain.clocks import Clock as PromiseClock
from app.domain.clocks import Once
from app.domain.errors import InputError
from app.domain.expectations import ExpectationId, Side
from app.domain.fields import text_rules
from app.domain.managers import HiringManager
from app.domain.meetings import CaptureKind
from app.domain.text import BODY, LINE, NAME, RUN, clean
from app.services import (
    ending,
    expectations,
    follow_ups,
    meetings,
    notes,
    preferences,
    reading,
    satisfaction,
    searches,
    talks,
    templates,
)
from app.services.arguments import _plain, parameters, perform
from app.services.changes import Change
from app.services.documents import issue_summary
from app.services.office import Office, open_office
from app.services.registry import USE_CASES
from tests.builders import LONDON, NOW, Clock, amara, file_office, memory_office, running_meeting

TOP = Path(__file__).parents[2]
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


# These take one form only; anything else is refused with a sentence.
OF_ONE_FORM = {
    ("manager", "email"), ("manager", "zone"), ("manager", "country"), ("search", "currency"), ("setting", "key"),
    ("template", "body"), ("meeting", "zone"), ("talk", "zone"),
}  # fmt: skip
FITTING = {
    "zone": "Europe/London",
    "currency": "GBP",
    "key": "name",
    "body": '[{"text": "Why"}]',
    "email": "a@b.example",
}


def full_office(folder: Path) -> tuple[Office, dict[str, int]]:
    """An office with one record of each kind, and their ids by the names that actions give them."""
    clock = Clock()
    office = memory_office(folder, clock)
    manager = amara(office)
    ids = {"manager": int(manager), "search": searches.open_search(office, manager, title="Backend").id}
    held = running_meeting(office, manager)
    ids["item"] = meetings.capture(office, held, kind=CaptureKind.DECISION, text="Go").id
    clock.pass_by(minutes=20)
    ending.end(office, held)
    meeting = office.meetings.latest()
    assert meeting is not None
    ids["document"] = issue_summary(office, meeting)[1].id
    ids["meeting"] = int(running_meeting(office, manager))
    ids["talk"] = talks.add(office, manager, text="Hello").id
    ids["follow_up"] = follow_ups.add(office, manager, text="Send", due=date(2026, 12, 1)).id
    ids["proposed"] = expectations.add(office, manager, side=Side.MINE, statement="Some day").id
    ids["expectation"] = expectations.add(
        office, manager, side=Side.MINE, statement="Dates", measure="In the mail", clock=Once(by=date(2026, 11, 25)),
        agreed_on=date(2026, 11, 20),
    ).id  # fmt: skip
    due = expectations.add(
        office, manager, side=Side.MINE, statement="Done", measure="Seen", clock=Once(by=date(2026, 11, 21)),
        agreed_on=date(2026, 11, 20),
    )  # fmt: skip
    ids["answered"] = int(due.id)
    ids["check_in"] = expectations.keep(office, ExpectationId(due.id)).id
    ids["note"] = notes.add(office, manager, title="Title").id
    ids["satisfaction"] = satisfaction.record(office, manager, score=4, proposal="Two slots").id
    ids["presentation"] = searches.present(office, ids["search"], candidate="Ottilie Bell").id
    ids["market_fact"] = searches.add_market_fact(office, ids["search"], text="340", source="map").id
    ids["template"] = templates.add(office, kind="agenda.other", name="Own", body=FITTING["body"]).id
    return office, ids


def text_keys(action: str) -> dict[str, Any]:
    """The values of an action that are words: text, lists of text, and a clock with words of its own."""
    kinds, _needed = parameters(USE_CASES[action])
    plain = {key: _plain(kind)[0] for key, kind in kinds.items()}
    return {key: kind for key, kind in plain.items() if kind in (str, tuple[str, ...]) or is_clock(kind)}


def is_clock(kind: Any) -> bool:
    return kind is PromiseClock or set(get_args(kind)) == set(get_args(PromiseClock))


# Promises are not alike: these actions want one that is only proposed, or one with a check-in.
ON_ANOTHER = {"expectation.edit": "proposed", "expectation.agree": "proposed", "checkin.remark": "answered"}


def needed_values(action: str, ids: dict[str, int]) -> dict[str, str]:
    """Fitting values for all that an action cannot do without."""
    kinds, needed = parameters(USE_CASES[action])
    # What is agreed needs a measure, which the proposal there may lack.
    asked = [*needed, "measure"] if action == "expectation.agree" else needed
    return {key: fitting(action, key, _plain(kinds[key])[0], ids) for key in asked}


def fitting(action: str, key: str, kind: Any, ids: dict[str, int]) -> str:
    if key == "manager":
        return "Amara Okonkwo"
    if isinstance(kind, NewType):
        return str(ids[ON_ANOTHER.get(action, key)])
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str(next(iter(kind)))
    return FITTING.get(key) or {int: "3", bool: "yes", date: "2026-12-01", datetime: "2026-11-23T10:00"}.get(kind, "A")


def cases() -> list[tuple[str, str]]:
    """Every action with every value of it that is words."""
    return [(action, key) for action in USE_CASES for key in text_keys(action)]


def as_typed(action: str, key: str, text: str) -> str:
    """The words as this value takes them."""
    if action == "talk.log":
        return f"call: x{text}"
    return f"until {text}" if is_clock(text_keys(action)[key]) else text


def kept(text: str, *, of_list: bool, of_clock: bool) -> set[str]:
    """What may be read back: the text with what cannot be kept shown, on one line where the field has one."""
    whole = {clean(part, "", "", BODY, lines=lines) for part in [text] for lines in (True, False)}
    if of_list:
        return {clean(part, "", "", BODY, lines=False) for part in text.split(",") if part.strip()}
    return {" ".join(each.split()) for each in whole} if of_clock else whole


def leaves(value: Any) -> Iterator[str]:
    """Every text in what `show` gives."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)
    elif isinstance(value, str):
        yield value


def read_back(office: Office, action: str, change: Any) -> set[str]:
    if action.startswith("setting."):
        return {office.settings.name}
    return set(leaves(json.loads(json.dumps(reading.show(office, change.record, change.id)))))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, dict[str, int]]:
    return full_office(tmp_path_factory.mktemp("office"))


def attempt(office: Office, action: str, typed: dict[str, str]) -> Change | str:
    """What the action did, or the sentence that refuses it."""
    try:
        return perform(office, action, typed)
    except InputError as error:
        return str(error)


def test_the_walk_sees_the_actions_that_take_text() -> None:
    found = cases()

    assert len(found) > 60
    assert all(text in " ".join(bundles()) for text in HOSTILE.values())
    assert {("note.add", "title"), ("talk.log", "line"), ("expectation.renegotiate", "clock")} <= set(found)


@pytest.mark.parametrize(("action", "key"), cases())
def test_any_text_comes_back_as_it_was_typed(filled: tuple[Office, dict[str, int]], action: str, key: str) -> None:
    office, ids = filled
    kind = text_keys(action)[key]
    for text in bundles():
        typed = {**needed_values(action, ids), key: as_typed(action, key, text)}
        change = attempt(office, action, typed)
        if isinstance(change, str):
            assert (action.partition(".")[0], key) in OF_ONE_FORM, (text, change)
            assert is_one_sentence(change), change
            continue
        found = read_back(office, action, change)
        expected = kept(f"x{text}" if action == "talk.log" else text, of_list=kind not in (str,) and not is_clock(kind),
                        of_clock=is_clock(kind))  # fmt: skip
        assert expected & found, (text, sorted(found))
        assert reading.find(office, text) is not None
        if action not in ("document.sent",):
            assert reading.undo(office) == change.label


def is_one_sentence(message: str) -> bool:
    """Short, on one line, without what only a programmer would say; a command to copy may end it."""
    message = message.removesuffix(": rapport do --list") + "." * message.endswith("--list")
    return 10 < len(message) < 400 and "\n" not in message and message.rstrip()[-1] in ".?" and "Error" not in message


def limit_of(action: str, key: str) -> int:
    """The limit of a value, read from the record it becomes a part of; the largest where the name differs."""
    record = USE_CASES[action].record or RECORD_OF.get(action.partition(".")[0])
    rule = text_rules(record).get(key) if record else None
    return rule.limit if rule else BODY


RECORD_OF: dict[str, Any] = {"manager": HiringManager}


@pytest.mark.parametrize("excess", ["run", "limit"])
@pytest.mark.parametrize(("action", "key"), cases())
def test_beyond_the_limit_is_one_sentence_and_nothing_written(
    filled: tuple[Office, dict[str, int]], action: str, key: str, excess: str
) -> None:
    office, ids = filled
    limit = limit_of(action, key)
    text = (
        "x" * (RUN + 1) if excess == "run" else ("word " * (limit // 5 + 1))[: limit + 1].rstrip().ljust(limit + 1, "d")
    )
    before = office.conn.execute("SELECT count(*), max(id) FROM history").fetchone()
    typed = {**needed_values(action, ids), key: as_typed(action, key, text)}

    with pytest.raises(InputError) as refused:
        perform(office, action, typed)

    assert is_one_sentence(str(refused.value)), refused.value
    assert tuple(office.conn.execute("SELECT count(*), max(id) FROM history").fetchone()) == tuple(before)


LIMITS = [
    ("manager.add", "name", 200),
    ("manager.add", "rapport", BODY),
    ("note.add", "title", 200),
    ("note.add", "body", BODY),
    ("expectation.add", "statement", LINE),
    ("followup.add", "text", LINE),
    ("capture.add", "text", LINE),
    ("market.add", "source", LINE),
    ("candidate.present", "candidate", 200),
    ("talk.add", "text", BODY),
    ("agenda.add", "text", LINE),
]


@pytest.mark.parametrize(("action", "key", "limit"), LIMITS)
def test_the_limit_itself_is_taken_and_one_more_is_not(
    filled: tuple[Office, dict[str, int]], action: str, key: str, limit: int
) -> None:
    office, ids = filled
    most = ("ab " * limit)[: limit - 1] + "z"
    needed = needed_values(action, ids)
    change = perform(office, action, {**needed, key: most})
    found = read_back(office, action, change)
    reading.undo(office)

    assert most in found
    with pytest.raises(InputError, match=f"{limit:,}"):
        perform(office, action, {**needed, key: "y" + most})


@pytest.mark.parametrize(
    "body",
    [
        json.dumps([{"text": "\ud800"}]),
        json.dumps([{"text": "a\x00b"}]),
        json.dumps([{"text": "x" * 2001}]),
        json.dumps([{"text": "word " * 500}]),
        json.dumps([{"text": "a", "minutes": 100_000}]),
        json.dumps([{"text": "a", "minutes": -1}]),
        json.dumps([{"text": "a", "minutes": True}]),
        "[" * 100_000,
        '{"text": "a"}',
        "[1]",
        "null",
    ],
)
def test_a_template_is_refused_or_works(tmp_path: Path, body: str) -> None:
    """What a template holds becomes an agenda later; it must not fail there."""
    office, _ids = full_office(tmp_path)
    done = attempt(office, "template.add", {"kind": "agenda.offer", "name": "Own", "body": body})
    assert not isinstance(done, str) or is_one_sentence(done)
    planned = perform(office, "meeting.plan", {"manager": "Amara", "kind": "offer", "at": "2026-12-01T10:00"})

    agenda = reading.show(office, "meeting", planned.id)["agenda"]
    assert agenda
    assert all(0 < len(point["text"]) <= LINE and "\0" not in point["text"] for point in agenda)


def run(folder: Path, *words: str) -> int:
    return commands.main(["--data-dir", str(folder), "--now", NOW.isoformat(), *words])


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    file_office(folder)
    assert run(folder, "add-manager", "Amara Okonkwo", "--email", "a@example.com") == 0
    return folder


@pytest.mark.parametrize("name", HOSTILE)
def test_the_terminal_gives_the_exact_text_back(on_disk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    text = HOSTILE[name]
    assert (
        run(on_disk, "--json", "do", "note.add", "manager=Amara", f"title={text}", f"body={text} findme{len(text)}")
        == 0
    )
    made = json.loads(capsys.readouterr().out)
    assert run(on_disk, "--json", "show", "note", str(made["id"])) == 0
    shown = json.loads(capsys.readouterr().out)

    assert shown["title"] == clean(text, "", "", 200, lines=False)
    assert shown["body"] == clean(f"{text} findme{len(text)}", "", "", BODY, lines=True)
    assert run(on_disk, "--json", "find", f"findme{len(text)}") == 0
    assert made["id"] in [hit["id"] for hit in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize(
    "verb",
    [
        ("find",),
        ("brief",),
        ("show",),
        ("show", "note"),
        ("log", "Amara"),
        ("log",),
        ("do",),
        ("do", "note.add"),
        ("add-manager",),
    ],
)
def test_no_verb_breaks_on_any_text(on_disk: Path, capsys: pytest.CaptureFixture[str], verb: tuple[str, ...]) -> None:
    more = ["1"] if verb in (("show",), ("log",)) else []
    for text in bundles():
        assert run(on_disk, *verb, "--", text, *more) in (0, 1)
        told = capsys.readouterr().err
        assert told == "" or is_one_sentence(told.removesuffix("\n")), told


def test_only_the_documented_cleaning_is_done() -> None:
    """Composed, and what cannot be kept made visible: everything else stays, sign by sign."""
    for name, text in HOSTILE.items():
        whole = clean(text, "", "", BODY, lines=True)
        assert len(whole) == len(unicodedata.normalize("NFC", text)), name
        changed = {a for a, b in zip(unicodedata.normalize("NFC", text), whole, strict=True) if a != b}
        assert all(unicodedata.category(sign) in ("Cc", "Cs", "Cn") for sign in changed), (name, changed)


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
        searches.add_market_fact(office, search.id, text=text, source=text, shown_on=office.today())
    meeting = meetings.start_now(office, manager, search=search.id)
    meetings.edit(office, meeting.id, place=HOSTILE["path"], attendees=tuple(everything))
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
    code = f"from tests.terminal.test_hostile import child; child({str(folder)!r}, {planted!r})"
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
