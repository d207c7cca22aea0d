"""What is set holds for the verbs of the terminal too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import commands
from tests.builders import file_office


@pytest.mark.parametrize(("days", "known"), [("14", 14), ("0", None)])
def test_a_new_manager_has_the_rhythm_of_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], days: str, known: int | None
) -> None:
    file_office(tmp_path)
    for verb in (
        ["do", "setting.set", "key=cadence_days", f"value={days}"],
        ["add-manager", "Amara Okonkwo"],
        ["add-manager", "Priya Raghunathan", "--cadence", "21"],
    ):
        assert commands.main(["--data-dir", str(tmp_path), *verb]) == 0
    found = []
    for manager in ("1", "2"):
        capsys.readouterr()
        commands.main(["--data-dir", str(tmp_path), "--json", "show", "manager", manager])
        found.append(json.loads(capsys.readouterr().out)["cadence_days"])

    assert found == [known, 21]
