"""How the schema came to be: ordered steps, each with its record in one transaction, none ever edited once released.

Around the steps the views and the triggers of history and full text are made anew, because a step may have changed a
table they name; and the undo of before the steps ends, because its old rows no longer fit.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from app.storage import finding, history, schema, views
from app.storage.second_schema import SECOND

migrations = Migrations("rapport")


@migrations()
def m001_first(db: Database) -> None:
    """The relationship: managers, searches in short, talks, promises, meetings, notes, documents."""
    for statement in schema.FIRST:
        db.execute(statement)
    finding.create(db)


@migrations()
def m002_practices(db: Database) -> None:
    """The eight practices: requirements, the role, interviews, offers, questions, proposals, partings, celebrations."""
    for statement in SECOND:
        db.execute(statement)


@migrations()
def m003_invited(db: Database) -> None:
    """Who was invited to a meeting, so that somebody who is taken off it is told."""
    db.execute("ALTER TABLE meeting ADD COLUMN invited TEXT NOT NULL DEFAULT '[]'")


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the file to this program's schema, all or nothing."""
    db = Database(conn, execute_plugins=False)
    with db.atomic():
        history.drop_triggers(conn)
        finding.drop_triggers(conn)
        views.drop(conn)
        migrations.apply(db)
        views.make(conn)
        finding.make_triggers(conn)
        history.make_triggers(conn)
        history.forget_undo(conn)
        conn.execute(f"PRAGMA user_version = {schema.VERSION}")
