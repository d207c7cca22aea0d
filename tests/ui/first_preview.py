"""The first preview of a fresh run: `first_preview.py OFFICE [--after-a-meeting]` says how the window fared meanwhile.

It prints one line of JSON: which threads loaded the libraries of paper, for how many milliseconds the window's event
loop stood still at most while it warmed up and while the preview opened, and when the page was there.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.meetings import MeetingKind
from app.services import meetings
from app.services.office import Office, open_office
from tests.builders import LONDON, Clock
from tests.ui.heartbeat import Heartbeat
from ui.desk import Place
from ui.places import makers
from ui.theme import look
from ui.window import Window

TOP = Path(__file__).parents[2]
_HEAVY = ("reportlab", "pypdfium2", "PIL", "app.documents")
_AT_REST_MS, _WARM_MS = 500, 2_000


class Watch:
    """Notes on which thread the libraries of paper are loaded."""

    def __init__(self) -> None:
        self.threads: set[str] = set()

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        """Find nothing, but remember who asked."""
        if name.startswith(_HEAVY):
            self.threads.add(threading.current_thread().name)


def rest(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def warmed(window: Window, office: Office) -> float:
    """How long the window stood still while the page of a running meeting loads what its summary will need."""
    who = office.managers.named("Amara Okonkwo")[0].id
    window.open(Place("meeting", meetings.start_now(office, who, kind=MeetingKind.CALIBRATION).id))
    window.repaint()
    with Heartbeat() as heart:
        rest(_WARM_MS)
    return heart.longest


def previewed(window: Window, meeting: int) -> dict[str, float]:
    """How the window fared until the page of a summary was there."""
    began = time.perf_counter()
    with Heartbeat() as heart:
        window.open(Place("document", meeting))
        shown = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "document")
        loop = QEventLoop()
        shown.preview.shown.connect(loop.quit)  # type: ignore[attr-defined]  # imported by the window alone, to be measured
        loop.exec()
    return {"busy": heart.longest, "at_work": heart.longest_at_work, "page": (time.perf_counter() - began) * 1000}


def fresh(office: Path, *options: str) -> dict[str, Any]:
    """What a fresh process says."""
    command = [sys.executable, "-m", "tests.ui.first_preview", str(office), *options]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=TOP, env=env, check=True, capture_output=True, text=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Open the office, maybe a meeting first, then a preview."""
    asked = argparse.ArgumentParser()
    asked.add_argument("office", type=Path)
    asked.add_argument("--after-a-meeting", action="store_true")
    options = asked.parse_args()
    app = QApplication([*sys.argv[:1], *look.BASE_STYLE])
    look.start(app)
    office = open_office(options.office, clock=Clock(), zone=LONDON)
    latest = office.meetings.latest()
    assert latest is not None
    window, watch = Window(office, makers()), Watch()
    window.show()
    sys.meta_path.insert(0, watch)  # type: ignore[arg-type]
    rest(_AT_REST_MS)
    warming = warmed(window, office) if options.after_a_meeting else 0.0
    found = {**previewed(window, latest.id), "warming": warming, "threads": sorted(watch.threads)}
    print(json.dumps(found), flush=True)
    os._exit(0)  # nothing here is kept, and a library that is still loading need not be waited for


if __name__ == "__main__":
    main()
