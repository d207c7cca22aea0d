"""The bridge: one use case, one signal; another program at the file is waited for without a stop, or said once."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, FullError, InputError
from app.services import live, managers
from app.services.changes import Change
from app.services.office import Office, open_office
from app.storage.database import FILE_NAME
from builders import LONDON, Clock, amara, file_office
from tests.ui.conftest import gone
from tests.ui.heartbeat import Heartbeat
from tests.ui.other_program import SAVES, holding, saving_all_the_time, terminal
from ui import bridge as bridge_module
from ui.bridge import Bridge

STILL_MS = 250  # a stop that waits for another program would take seconds; a busy computer takes its share


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an empty office on disk."""
    return file_office(tmp_path / "office").parent


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    """That office, open."""
    opened = open_office(folder, clock=Clock(), zone=LONDON)
    yield opened
    opened.close()


@pytest.fixture
def bridge(office: Office, qapp: QApplication) -> Iterator[Bridge]:
    """A bridge over it."""
    made = Bridge(office)
    yield made
    gone(made)


def adding(office: Office, name: str = "Amara Okonkwo") -> Callable[[], Change]:
    """The use case these tests run."""
    return partial(managers.add, office, name=name)


def test_a_use_case_done_is_told_once(office: Office, bridge: Bridge, qtbot: QtBot) -> None:
    then: list[Change] = []
    heard: list[Change] = []
    bridge.changed.connect(heard.append)

    bridge.do(adding(office), then=then.append)
    bridge.look()

    assert [change.label for change in heard] == ["Amara Okonkwo added"]
    assert then == heard
    assert {table for table, _row in heard[0].touched} == {"manager"}
    assert bridge.is_idle()


def test_a_use_case_asked_for_while_one_is_told_is_run(office: Office, bridge: Bridge) -> None:
    heard: list[str] = []
    bridge.changed.connect(lambda change: heard.append(change.label))

    bridge.do(adding(office), then=lambda _change: bridge.do(adding(office, "Farouk Haddad")))

    assert sorted(heard) == ["Amara Okonkwo added", "Farouk Haddad added"]
    assert bridge.is_idle()


def test_a_failure_goes_to_who_asked(office: Office, bridge: Bridge) -> None:
    failed: list[AppError] = []
    said: list[str] = []
    bridge.refused.connect(said.append)

    bridge.do(adding(office, ""), failed=failed.append)

    assert isinstance(failed[0], InputError)
    assert failed[0].field == "name"
    assert said == []


def test_a_failure_nobody_asked_about_is_said(office: Office, bridge: Bridge) -> None:
    said: list[str] = []
    heard: list[Change] = []
    bridge.refused.connect(said.append)
    bridge.changed.connect(heard.append)

    bridge.do(adding(office, ""))

    assert len(said) == 1
    assert said[0].endswith(".")
    assert heard == []
    assert bridge.is_idle()


def test_a_mistake_of_ours_does_not_stop_the_queue(office: Office, bridge: Bridge) -> None:
    """What reaches the crash window leaves the bridge fit for the next use case."""

    def wrong() -> Change:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        bridge.do(wrong)
    bridge.do(adding(office))

    assert [each.name for each in office.managers.everyone()] == ["Amara Okonkwo"]


def test_a_held_file_is_waited_for_without_a_stop(office: Office, folder: Path, bridge: Bridge, qtbot: QtBot) -> None:
    waiting: list[bool] = []
    bridge.waiting.connect(waiting.append)
    with holding(folder) as holder, Heartbeat() as heart:
        bridge.do(adding(office))
        assert not bridge.is_idle()
        qtbot.waitUntil(lambda: waiting.count(True) >= 3)
        holder.let_go()
        with qtbot.waitSignal(bridge.changed):
            pass

    assert heart.longest < STILL_MS
    assert waiting[-1] is False
    assert [each.name for each in office.managers.everyone()] == ["Amara Okonkwo"]


def test_five_seconds_are_waited() -> None:
    assert bridge_module._TRY_AGAIN_MS * bridge_module._TRIES == 5_000


def test_a_file_held_too_long_is_one_sentence(
    office: Office, folder: Path, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridge_module, "_TRIES", 3)
    failed: list[AppError] = []
    with holding(folder):
        bridge.do(adding(office), failed=failed.append)
        qtbot.waitUntil(lambda: bool(failed))

    assert isinstance(failed[0], live.Busy)
    assert len(failed) == 1
    assert office.managers.everyone() == []
    assert bridge.is_idle()


@pytest.mark.parametrize("kind", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_draft_waits_for_a_held_file(office: Office, folder: Path, bridge: Bridge, qtbot: QtBot, kind: str) -> None:
    """The newest text is kept when the file is free again, and nobody is told of the wait."""
    said: list[str] = []
    bridge.refused.connect(said.append)
    with holding(folder, kind=kind) as holder, Heartbeat() as heart:
        bridge.keep_draft("log:1", "half a sen")
        bridge.keep_draft("log:1", "half a sentence")
        holder.let_go()
        qtbot.waitUntil(lambda: bridge.draft("log:1") == "half a sentence")

    assert heart.longest < STILL_MS
    assert said == []


def test_what_the_terminal_writes_is_heard(office: Office, folder: Path, bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.changed, timeout=20_000) as signal:
        terminal(folder, "add-manager", "Farouk Haddad")

    assert {table for table, _row in signal.args[0].touched} == {"manager"}
    assert [each.name for each in office.managers.everyone()] == ["Farouk Haddad"]


def test_the_terminal_is_heard_within_a_second(bridge: Bridge) -> None:
    assert bridge._look.isActive()
    assert bridge._look.interval() <= 1_000


def test_looking_costs_nothing_while_nothing_happens(office: Office, bridge: Bridge) -> None:
    """Once a second for a whole day: no table is read, and nobody hears of it."""
    asked: list[str] = []
    heard: list[Change] = []
    bridge.changed.connect(heard.append)
    office.conn.set_trace_callback(asked.append)

    bridge.look()

    assert "PRAGMA data_version" in asked
    assert all(statement.startswith("PRAGMA") for statement in asked)
    assert heard == []


def test_a_look_at_a_file_being_saved_by_others_is_silent(office: Office, folder: Path, bridge: Bridge) -> None:
    said: list[str] = []
    bridge.troubled.connect(said.append)
    with holding(folder, kind="EXCLUSIVE"):
        bridge.look()

    assert said == []


def removed(folder: Path) -> None:
    """The file is gone."""
    (folder / FILE_NAME).unlink()


def replaced(folder: Path) -> None:
    """A cloud drive put another copy in its place."""
    copy = folder / "copy"
    copy.write_bytes((folder / FILE_NAME).read_bytes())
    os.replace(copy, folder / FILE_NAME)  # noqa: PTH105  # the call that such programs make


@pytest.mark.parametrize("happens", [removed, replaced])
def test_a_file_gone_from_under_the_window_is_told_once(
    folder: Path, bridge: Bridge, happens: Callable[[Path], None]
) -> None:
    said: list[str] = []
    bridge.troubled.connect(said.append)

    happens(folder)
    for _second in range(3):
        bridge.look()

    assert len(said) == 1
    assert said[0].endswith(".")


def away(folder: Path) -> None:
    """A drive was pulled out, or the folder renamed."""
    (folder / FILE_NAME).rename(folder / "elsewhere")


def here_again(folder: Path) -> None:
    """It is back in its place."""
    (folder / "elsewhere").rename(folder / FILE_NAME)


@pytest.mark.parametrize("by_saving", [False, True], ids=["by looking", "by saving"])
def test_a_file_that_is_back_is_told_once(office: Office, folder: Path, bridge: Bridge, by_saving: bool) -> None:
    """Whatever reaches it first; and what follows is no news."""
    heard: list[str] = []
    bridge.back.connect(lambda: heard.append("back"))
    away(folder)
    bridge.look()
    assert heard == []
    here_again(folder)
    if by_saving:
        bridge.do(adding(office))
    bridge.look()
    bridge.look()

    assert heard == ["back"]


def test_room_on_the_disk_is_told_when_it_is_kept_again(
    office: Office, folder: Path, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full for one save, then for everything but the save itself, then somebody makes room."""
    live.keep_reserve(office)
    heard: list[str] = []
    bridge.full.connect(lambda: heard.append("full"))
    bridge.roomy.connect(lambda: heard.append("roomy"))
    free = shutil.disk_usage(folder)._replace(free=0)
    monkeypatch.setattr("app.storage.reserve.shutil.disk_usage", lambda _folder: free)

    bridge.do(on_a_full_disk(office, folder))
    bridge.do(adding(office, "Farouk Haddad"))
    assert heard == ["full"]
    monkeypatch.undo()
    bridge.do(adding(office, "Nokuthula Dube"))
    bridge.look()

    assert heard == ["full", "roomy"]
    assert (folder / "reserve").exists()


def on_a_full_disk(office: Office, folder: Path) -> Callable[[], Change]:
    """A use case that needs the room kept for it."""

    def add() -> Change:
        if (folder / "reserve").exists():
            raise FullError("full")
        return managers.add(office, name="Amara Okonkwo")

    return add


@pytest.mark.parametrize("happens", [removed, replaced])
def test_nothing_is_saved_to_a_file_that_is_not_ours(
    office: Office, folder: Path, bridge: Bridge, happens: Callable[[Path], None]
) -> None:
    failed: list[AppError] = []
    happens(folder)

    bridge.do(adding(office), failed=failed.append)

    assert len(failed) == 1
    if (folder / FILE_NAME).exists():
        found = sqlite3.connect(folder / FILE_NAME).execute("SELECT count(*) FROM manager").fetchone()
        assert found == (0,)


def test_undo_goes_through_the_bridge(office: Office, bridge: Bridge) -> None:
    manager = amara(office)
    heard: list[Change] = []
    bridge.changed.connect(heard.append)

    bridge.do(partial(live.undo, office))

    assert ("manager", int(manager)) in heard[0].touched
    assert office.managers.everyone() == []


def test_reading_goes_on_while_others_save_all_the_time(office: Office, folder: Path, bridge: Bridge) -> None:
    """A script at the terminal: a save keeps readers out for some milliseconds, which a click just waits for."""
    with saving_all_the_time(folder) as running:
        counts = set()
        while running():
            counts.add(len(office.managers.everyone()))

    assert SAVES in counts
