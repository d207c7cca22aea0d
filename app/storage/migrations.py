"""How the schema came to be: ordered steps, each with its record in one transaction, none ever edited once released.

After every step the triggers of history and full text are made anew, because a step may have changed a table they
name; and the undo of before the step ends, because its old rows no longer fit.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from app.storage import finding, history, schema

migrations = Migrations("rapport")


@migrations()
def m001_first(db: Database) -> None:
    """The relationship: managers, searches in short, talks, promises, meetings, notes, documents."""
    for statement in schema.FIRST:
        db.execute(statement)
    for name, select in schema.SHAREABLE_VIEWS.items():
        db.execute(f"CREATE VIEW {name} AS {select}")
    finding.create(db)


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the file to this program's schema, all or nothing."""
    db = Database(conn, execute_plugins=False)
    with db.atomic():
        history.drop_triggers(conn)
        migrations.apply(db)
        history.make_triggers(conn)
        history.forget_undo(conn)
        conn.execute(f"PRAGMA user_version = {schema.VERSION}")
