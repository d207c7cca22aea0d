"""The terminal: every verb, its answers for people and machines, its exit codes, and its options in any order."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app import commands, surroundings
from app.services.registry import USE_CASES
from app.storage.database import FILE_NAME
from tests.builders import NOW, file_office

AT = "2026-11-24T09:10+00:00"


class Said(NamedTuple):
    """What a verb answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Its answer for a machine."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in an empty office."""
    file_office(tmp_path)

    def run_verb(*words: str) -> Said:
        code = commands.main(["--data-dir", str(tmp_path), "--now", AT, *words])
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return run_verb


@pytest.fixture(scope="module")
def busy_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of an office with a manager, a talk and a meeting that was held, all done in the terminal."""
    folder = tmp_path_factory.mktemp("busy")
    for words in (
        ("add-manager", "Amara Okonkwo", "--called", "Amara", "--email", "amara@example.com"),
        ("log", "Amara", "call 25m: agreed to widen the band !fri send dates // worried"),
        ("do", "meeting.plan", "manager=Amara", "kind=status", "at=2026-11-23T10:00"),
        ("do", "capture.add", "meeting=1", "kind=decision", "text=Two people"),
        ("do", "meeting.held", "meeting=1", "started_at=2026-11-23T10:00", "ended_at=2026-11-23T10:25"),
    ):
        assert commands.main(["--data-dir", str(folder), "--now", AT, *words]) == 0
    return (folder / FILE_NAME).read_bytes()


@pytest.fixture
def busy(run: Run, tmp_path: Path, busy_file: bytes, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in that office."""
    (tmp_path / FILE_NAME).write_bytes(busy_file)
    capsys.readouterr()
    return run


VERBS = [
    (("managers",), "Amara Okonkwo"),
    (("find", "band"), "widen the band"),
    (("today",), "All quiet."),
    (("brief", "Amara"), "Last talks"),
    (("nudge", "Amara"), "Nothing is waited for from Amara Okonkwo."),
    (("invite", "Amara"), "or on Fri 27 Nov at 11:00 suit you?"),
    (("show", "manager", "1"), "name: Amara Okonkwo"),
    (("show", "follow-up", "1"), "text: send dates"),
    (("add-manager", "Priya Raghunathan", "--cadence", "14", "--country", "gb"), "Priya Raghunathan added (manager 2)"),
    (("log", "Amara", "mail: hello"), "Talk with Amara Okonkwo logged (talk 3)"),
    (("do", "note.add", "manager=Amara", "title=A"), "Note added: A (note 1)"),
    (("do", "--list"), "meeting.end meeting="),
    (("do",), "meeting.end meeting="),
    (("undo",), "Undone: Status call with Amara Okonkwo ended"),
    (("redo",), "Nothing left to redo."),
    (("history",), "2026-11-24 09:10 · Amara Okonkwo added"),
    (("check",), "The office is whole."),
    (("check", "--deep"), "The office is whole."),
]


@pytest.mark.parametrize(("words", "says"), VERBS)
def test_a_verb_answers_people(busy: Run, words: tuple[str, ...], says: str) -> None:
    said = busy(*words)

    assert (said.code, said.err) == (0, "")
    assert says in said.out


@pytest.mark.parametrize("words", [words for words, _says in VERBS])
def test_a_verb_answers_machines(busy: Run, words: tuple[str, ...]) -> None:
    before, after = busy("--json", *words), busy(*words, "--json")

    assert (before.code, after.code) == (0, 0)
    assert before.data is not None
    assert type(after.data) is type(before.data)


def test_a_nudge_says_how_to_log_it(busy: Run) -> None:
    """The same draft as on Today; what it names as the next step works as it stands."""
    busy("do", "followup.add", "manager=Amara", "owner=them", "text=Send the band", "due=2026-11-20")
    command = busy("nudge", "Amara").out.splitlines()[-1].partition("rapport ")[2].rstrip(")")

    assert "Reminder to Amara Okonkwo logged" in busy(*command.split()).out


def test_a_made_record_is_named_for_machines(run: Run) -> None:
    made = run("--json", "add-manager", "Amara Okonkwo").data
    shown = run("--json", "show", made["record"], str(made["id"])).data

    assert made["touched"] == [["manager", made["id"]]]
    assert shown["name"] == "Amara Okonkwo"


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("verb", "made"),
    [
        (("document", "summary"), "s.pdf"),
        (("document", "summary", "--meeting", "latest", "--paper", "letter"), "s.pdf"),
        (("document", "summary", "--meeting", "1"), "s.pdf"),
        (("draft", "summary"), "s.eml"),
    ],
)
def test_paper_and_mail_are_written(busy: Run, tmp_path: Path, verb: tuple[str, ...], made: str, before: bool) -> None:
    to = str(tmp_path / made)
    said = busy("--json", *verb, "--to", to) if before else busy(*verb, "--to", to, "--json")

    assert said.code == 0, said.err
    assert said.data["file"] == to
    assert (tmp_path / made).read_bytes().startswith(b"%PDF" if made == "s.pdf" else b"X-Unsent: 1")


SHARED = [("--data-dir", "{folder}"), ("--now", "2026-11-24T09:10+00:00"), ("--json",)]


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("verb", [("add-manager", "Amara"), ("do", "manager.add", "name=Amara")])
def test_shared_options_count_before_and_after_the_verb(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, verb: tuple[str, ...]
) -> None:
    options = [word.format(folder=tmp_path) for option in SHARED for word in option]
    argv = [*options, *verb] if place == "before" else [*verb, *options]

    assert commands.main(argv) == 0
    assert json.loads(capsys.readouterr().out)["record"] == "manager"
    assert commands.main(["history", "--data-dir", str(tmp_path), "--json"]) == 0
    assert datetime.fromisoformat(json.loads(capsys.readouterr().out)[0]["at"]) == NOW


@pytest.mark.parametrize(
    "verb", [("add-manager", "Amara"), ("do", "--list"), ("do", "manager.add", "name=A"), ("today",)]
)
def test_a_data_folder_before_the_verb_leaves_the_persons_own_alone(
    tmp_path: Path, nobodys_own_office: Path, verb: tuple[str, ...]
) -> None:
    """argparse drops an option given before the verb when the verb has a default of its own for it."""
    assert str(surroundings.data_folder()).startswith(str(nobodys_own_office))
    commands.main(["--data-dir", str(tmp_path / "given"), *verb])

    assert list(nobodys_own_office.rglob(FILE_NAME)) == []


@pytest.mark.parametrize("place", ["before", "after"])
def test_an_empty_data_folder_is_not_the_persons_own(
    capsys: pytest.CaptureFixture[str], nobodys_own_office: Path, place: str
) -> None:
    """A script's unset variable must not write into somebody's office."""
    verb, option = ["add-manager", "Amara"], ["--data-dir", ""]
    code = commands.main([*option, *verb] if place == "before" else [*verb, *option])

    assert code == 1
    assert "--data-dir" in capsys.readouterr().err
    assert list(nobodys_own_office.rglob(FILE_NAME)) == []


def test_listing_the_actions_begins_no_office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "none"

    assert commands.main(["do", "--list", "--data-dir", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(USE_CASES)
    assert not folder.exists()


@pytest.mark.parametrize("verb", [("managers",), ("today",), ("undo",), ("brief", "A"), ("log", "A", "x"), ("check",)])
def test_looking_begins_no_office(tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: tuple[str, ...]) -> None:
    assert commands.main(["--data-dir", str(tmp_path), *verb]) == 1
    assert capsys.readouterr().err.startswith("There is no office in this folder yet.")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def three(run: Run) -> Run:
    for name in ("Ann Lee", "Ann Leesom", "Joann Lee-Ray"):
        assert run("add-manager", name).code == 0
    return run


@pytest.mark.parametrize(
    ("words", "finds"),
    [("Ann Lee", "Ann Lee"), ("ann lee", "Ann Lee"), ("leesom", "Ann Leesom"), ("Ray", "Joann Lee-Ray")],
)
def test_an_exact_name_beats_a_part(three: Run, words: str, finds: str) -> None:
    assert three("--json", "brief", words).data["manager"]["name"] == finds


def test_candidates_are_listed_for_a_part_that_fits_several(three: Run) -> None:
    said = three("log", "Lee", "hello")

    assert said.code == 1
    assert said.err == "Several fit Lee: Ann Lee, Ann Leesom, Joann Lee-Ray. Write more of the name.\n"
    assert three("--json", "history").data[0]["label"] == "Joann Lee-Ray added"


def test_an_exact_chinese_name_beats_a_part(run: Run) -> None:
    for name in ("李王明", "王明"):
        run("add-manager", name)

    assert run("--json", "brief", "王明").data["manager"]["name"] == "王明"


@pytest.mark.parametrize("words", ["", " ", "\u200b", "\u0301", "nobody"])
def test_nobody_is_found_by_no_words(busy: Run, words: str) -> None:
    """Words that fold to nothing would otherwise fit everybody without a romanised name."""
    said = busy("log", words, "hello")

    assert said.code == 1
    assert said.err.startswith("No hiring manager is called")


def test_undo_and_redo_go_through_the_same_steps(run: Run) -> None:
    run("add-manager", "Amara Okonkwo")
    run("do", "manager.edit", "manager=Amara", "title=CTO")
    turns = ("undo", "redo", "undo", "undo")
    steps = [(run("--json", "show", "manager", "1").data["title"], run(turn).out) for turn in turns]

    assert steps == [
        ("CTO", "Undone: Amara Okonkwo edited\n"),
        (None, "Redone: Amara Okonkwo edited\n"),
        ("CTO", "Undone: Amara Okonkwo edited\n"),
        (None, "Undone: Amara Okonkwo added\n"),
    ]
    assert run("undo").out == "Nothing left to undo.\n"
    assert run("managers").out == "No hiring managers yet. Add the first one: rapport add-manager NAME\n"


@pytest.mark.parametrize(("limit", "count"), [("2", 2), ("0", 0), ("99999999999999999999", 5), ("-1", 0)])
def test_the_history_is_as_long_as_asked(busy: Run, limit: str, count: int) -> None:
    assert len(busy("--json", "history", f"--limit={limit}").data) == count


BAD = [
    ("add-manager", ""),
    ("add-manager", "x" * 201),
    ("add-manager", "Ann", "--email", "no address"),
    ("add-manager", "Ann", "--zone", "Mars/Olympus"),
    ("add-manager", "Ann", "--zone", "../../etc/passwd"),
    ("add-manager", "Ann", "--country", "XX"),
    ("add-manager", "Ann", "--cadence", "0"),
    ("add-manager", "Ann", "--cadence", "often"),
    ("add-manager", "Ann", "--hours", "always"),
    ("add-manager", "Ann", "--hours", "Mon-Fri 17:00-09:00"),
    ("log", "Amara", " "),
    ("log", "Amara", "x" * 2001),
    ("show", "manager", "99"),
    ("show", "manager", "x"),
    ("show", "manager", "9" * 40),
    ("show", "manager", "-1"),
    ("show", "secret", "1"),
    ("do", "no.such"),
    ("do", "note.add"),
    ("do", "note.add", "manager=Amara"),
    ("do", "note.add", "manager=Amara", "title=A", "colour=red"),
    ("do", "note.add", "title"),
    ("do", "note.share", "note=7"),
    ("do", "note.share", "note=" + "9" * 30),
    ("do", "note.pin", "note=1", "pinned=perhaps"),
    ("do", "expectation.add", "manager=Amara", "side=ours", "statement=A"),
    ("do", "expectation.add", "manager=Amara", "side=mine", "statement=A", "clock=someday"),
    ("do", "expectation.add", "manager=Amara", "side=mine", "statement=A", "clock=by 0001-01-01"),
    ("do", "expectation.add", "manager=Amara", "side=mine", "statement=A", "agreed_on=9999-12-31", "measure=b"),
    ("do", "followup.add", "manager=Amara", "text=A", "due=soon"),
    ("do", "followup.add", "manager=Amara", "text=A", "due=9999-12-31"),
    ("do", "followup.add", "manager=Amara", "text=A", "due=2026-11-25", "talk=999"),
    ("do", "talk.add", "manager=Amara", "text=A", "at=2027-01-01T10:00"),
    ("do", "talk.add", "manager=Amara", "text=A", "at=0001-01-01T00:00+14:00"),
    ("do", "talk.add", "manager=Amara", "text=A", "minutes=1441"),
    ("do", "talk.add", "manager=Amara", "text=A", "zone=Mars"),
    ("do", "meeting.edit", "meeting=1", "zone=Mars"),
    ("do", "meeting.end", "meeting=1"),
    ("do", "meeting.plan", "manager=Amara", "kind=other", "at=2026-12-01T10:00", "minutes=0"),
    ("do", "agenda.add", "meeting=1", "text=A", "minutes=1441"),
    ("do", "satisfaction.record", "manager=Amara", "score=6"),
    ("do", "setting.set", "key=colour", "value=red"),
    ("do", "setting.set", "key=paper", "value=a5"),
    ("do", "setting.set", "key=logo", "value=/etc/passwd"),
    ("do", "search.open", "manager=Amara", "title=A", "headcount=0"),
    ("do", "search.open", "manager=Amara", "title=A", "salary_min=5", "salary_max=4"),
    ("document", "summary", "--to", "/nowhere/at/all/s.pdf"),
    ("document", "summary", "--meeting", "99", "--to", "s.pdf"),
    ("document", "summary", "--meeting", "soon", "--to", "s.pdf"),
    ("--now", "tomorrow", "today"),
]


@pytest.mark.parametrize("words", BAD)
def test_bad_input_is_one_plain_sentence_and_changes_nothing(busy: Run, words: tuple[str, ...]) -> None:
    before = busy("--json", "history").data
    said = busy(*words)

    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert said.err[0].isupper() or (words[1:2] and said.err.startswith(words[1]))
    assert not any(word in said.err for word in ("Traceback", "Error", "sqlite", "None"))
    if words[0] != "document":
        assert busy("--json", "history").data == before


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("dance",),
        ("today", "--loud"),
        ("find",),
        ("show", "manager"),
        ("document", "novel", "--to", "x"),
        ("document", "summary"),
        ("document", "summary", "--to", "x", "--paper", "a5"),
        ("sample",),
        ("history", "--limit", "many"),
        ("--data-dir",),
    ],
)
def test_wrong_usage_is_exit_code_2(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(list(words))

    assert ended.value.code == 2
    assert "usage: rapport" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"MZ" + bytes(5000), "not an office"),
        (b"SQLite format 3\0" + bytes(30), "is damaged"),
        (b"SQLite format 3\0" + bytes(5000), "belongs to another program"),
    ],
)
@pytest.mark.parametrize("verb", [("managers",), ("add-manager", "Ann"), ("check", "--deep")])
def test_a_file_that_cannot_be_used_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, says: str, verb: tuple[str, ...]
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)

    assert commands.main(["--data-dir", str(tmp_path), *verb]) == 1
    assert says in capsys.readouterr().err
    assert (tmp_path / FILE_NAME).read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_damaged_office_is_told_by_check(busy: Run, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    content[8192:12288] = bytes(4096)
    path.write_bytes(content)
    said = busy("check", "--deep")

    assert said.code == 1
    assert "damaged" in said.out + said.err
    assert "Traceback" not in said.err


def test_private_text_is_shown_and_marked(busy: Run) -> None:
    said = busy("find", "worried")

    assert said.out == "widen the band (private, talk 1, Amara Okonkwo)\n"


def test_the_office_written_by_one_verb_is_read_by_the_next(busy: Run) -> None:
    shown = busy("--json", "show", "meeting", "1").data

    assert [item["text"] for item in shown["captured"]] == ["Two people"]
    assert len(shown["agenda"]) > 0
