"""Writes the newest of `resources/schema/` anew after a migration: `python tests/storage/schema_file.py`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from app.storage import schema
from app.storage.database import connect
from tests.builders import file_office

SCHEMA = Path(__file__).parents[2] / "resources" / "schema" / f"{schema.VERSION}.sql"

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        SCHEMA.write_text(schema.as_kept(connect(file_office(Path(folder)))), encoding="utf-8")
