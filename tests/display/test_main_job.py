"""The main job at the real program under an X server: real keys, real clicks, the real mail draft.

xvfb-run -s "-screen 0 1400x900x24" python -m pytest -m display
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.display.xdriver import Driver, is_possible, wait
from tests.ui.main_job import MAIN_JOB

pytestmark = [
    pytest.mark.display,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs a display: run under xvfb-run"),
    pytest.mark.skipif(not is_possible(), reason="needs xdotool and openbox"),
]


def test_from_the_first_run_to_the_sent_summary(office: Path, tmp_path: Path) -> None:
    driver = Driver(office, "Rapport")
    assert wait(lambda: driver.asked("SELECT count(*) FROM manager") == 0)

    for step in MAIN_JOB:
        driver.do(step)

    assert wait((tmp_path / "opened").exists)
    mail = Path(unquote(urlsplit((tmp_path / "opened").read_text(encoding="utf-8").splitlines()[0]).path))
    assert mail.suffix == ".eml"
    assert b"X-Unsent: 1" in mail.read_bytes()
    assert [path.read_bytes()[:5] for path in (office / "documents").glob("*.pdf")] == [b"%PDF-"]
