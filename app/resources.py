"""Where the files lie that come with the program: fonts, icons, templates, tables.

A plain path, because `importlib.resources` would take 2 ms of every start to say the same.
"""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
