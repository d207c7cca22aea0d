"""Full text over everything written: folded when it is saved, so that "lukasz" finds Łukasz and "xiaoming" 王小明.

Each searchable table carries a `folded` column and an external-content FTS5 index filled by triggers, so undo, redo
and cascades keep it in step by themselves. Newest first is by row id, which costs nothing at any size; the merged
page is then put in order of time. `prefix='1 2 3'` makes the first letters as quick as a word.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite_utils import Database

# What each table's index holds, and how a hit of it reads: its words, manager, time and whether it is private.
SEARCHABLE = {
    "manager": ("name", "romanised", "called", "title", "company"),
    "search": ("title", "location"),
    "talk": ("text", "decision", "private"),
    "follow_up": ("text",),
    "wording": ("statement", "measure"),
    "meeting": ("in_short", "place"),
    "captured_item": ("text",),
    "note": ("title", "body"),
    "issued_document": ("title", "file_name"),
}

_HITS = {
    "manager": "SELECT t.id, t.id, t.name, t.changed, 1 FROM manager t",
    "search": "SELECT t.id, t.manager, t.title, t.changed, 0 FROM search t",
    "talk": "SELECT t.id, t.manager, t.text, t.at, 1 FROM talk t",
    "follow_up": "SELECT t.id, t.manager, t.text, t.changed, 0 FROM follow_up t",
    "wording": "SELECT t.expectation, e.manager, t.statement, t.changed, 0 FROM wording t"
    " JOIN expectation e ON e.id = t.expectation",
    "meeting": "SELECT t.id, t.manager, t.in_short, t.planned_at, 0 FROM meeting t",
    "captured_item": "SELECT t.meeting, m.manager, t.text, t.at, t.kind = 'private' FROM captured_item t"
    " JOIN meeting m ON m.id = t.meeting",
    "note": "SELECT t.id, t.manager, t.title || char(10) || substr(t.body, 1, 400), t.changed, NOT t.shareable"
    " FROM note t",
    "issued_document": "SELECT t.id, t.manager, t.title, t.made_at, 0 FROM issued_document t",
}
RECORD_OF = {"wording": "expectation", "captured_item": "meeting"}


# Han, kana and hangul: scripts whose words are not parted by spaces, or not where a search begins.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_REACH = 4


class Hit(NamedTuple):
    """One find: the record it belongs to, whose it is, its words and when; `private` never leaves the office."""

    record: str
    id: int
    manager: int
    text: str
    at: str
    private: bool


def fold(*texts: str | None) -> str:
    """Text as the index keeps it: without accents, in Latin letters, without case.

    Where a script has no spaces, every place in a run begins a word of its own, up to `_REACH` signs long, so that
    both 小明 and xiaoming find 王小明.
    """
    text = "\n".join(text for text in texts if text)
    return plain(text if text.isascii() else _UNSPACED.sub(_every_beginning, text))


def is_unspaced(text: str) -> bool:
    """Whether a text has signs of a script in which every sign may begin a word."""
    return _UNSPACED.search(text) is not None


def plain(text: str) -> str:
    """Latin letters without accents and case."""
    if text.isascii():
        return text.casefold()
    from anyascii import anyascii

    return anyascii(text).casefold()


def _every_beginning(run: re.Match[str]) -> str:
    return f" {' '.join(run[0][place : place + _REACH] for place in range(len(run[0])))} "


def create(db: Database) -> None:
    """Make every table's index."""
    for table in SEARCHABLE:
        db.execute(
            f"CREATE VIRTUAL TABLE {table}_text USING fts5"
            f"(folded, content='{table}', content_rowid='id', prefix='1 2 3')"
        )


def make_triggers(conn: sqlite3.Connection) -> None:
    """The triggers that keep every table's index in step with it."""
    for table in SEARCHABLE:
        add = f"INSERT INTO {table}_text (rowid, folded) VALUES (new.id, new.folded);"
        drop = f"INSERT INTO {table}_text ({table}_text, rowid, folded) VALUES ('delete', old.id, old.folded);"
        for name, when, then in (
            ("insert", "INSERT", add),
            ("delete", "DELETE", drop),
            ("update", "UPDATE OF folded", drop + add),
        ):
            conn.execute(f"CREATE TRIGGER {table}_text_{name} AFTER {when} ON {table} BEGIN {then} END")


def drop_triggers(conn: sqlite3.Connection) -> None:
    """Take those triggers away, for as long as many rows are written at once; `rebuild` makes up for it."""
    for table in SEARCHABLE:
        for name in ("insert", "delete", "update"):
            conn.execute(f"DROP TRIGGER IF EXISTS {table}_text_{name}")


def rebuild(conn: sqlite3.Connection) -> None:
    """Fill every index anew from its table."""
    for table in SEARCHABLE:
        conn.execute(f"INSERT INTO {table}_text ({table}_text) VALUES ('rebuild')")


def find(conn: sqlite3.Connection, words: str, limit: int = 50) -> list[Hit]:
    """The newest hits that hold every word (the last one may be its beginning); nothing for no words."""
    query = match_of(words)
    if not query:
        return []
    hits = [hit for table in SEARCHABLE for hit in find_in(conn, table, query, limit)]
    return _ordered(hits)[:limit]


def find_in(conn: sqlite3.Connection, table: str, query: str, limit: int) -> list[Hit]:
    """The newest hits of one table for a query made by `match_of`."""
    sql = (
        f"{_HITS[table]} WHERE t.id IN (SELECT rowid FROM {table}_text WHERE {table}_text MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) ORDER BY t.id DESC"
    )
    record = RECORD_OF.get(table, table)
    rows = conn.execute(sql, (query, limit))
    return [Hit(record, row[0], row[1], row[2] or "", row[3], bool(row[4])) for row in rows]


def names(conn: sqlite3.Connection) -> list[tuple[int, str]]:
    """Every manager with the words of their names, title and company, as the index keeps them.

    Those at work before those set aside, last spoken to first.
    """
    return [(row[0], row[1] or "") for row in conn.execute(_NAMES)]


_NAMES = """
SELECT m.id, m.folded FROM manager m ORDER BY m.status IN ('parted', 'archived'),
  (SELECT t.at FROM talk t WHERE t.manager = m.id AND t.channel <> 'other' ORDER BY t.at DESC LIMIT 1) DESC, m.id
"""


def called(conn: sqlite3.Connection, managers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The name of each of some managers, and how they are spoken of inside a sentence."""
    marks = ", ".join(str(int(each)) for each in managers)
    return {row[0]: (row[1], row[2] or row[1])
            for row in conn.execute(f"SELECT id, name, called FROM manager WHERE id IN ({marks})")}  # fmt: skip


def match_of(words: str) -> str:
    """The words as a query that cannot be read as syntax: quoted one by one; the last may be a beginning."""
    typed = words.replace('"', " ").replace("\0", " ").encode("utf-8", "ignore").decode().split()
    parts = [part for word in typed for part in _parts(word)]
    if parts:
        parts[-1] = parts[-1].removesuffix("*") + "*"
    return " ".join(parts)


def _parts(word: str) -> list[str]:
    """One typed word as the index would hold it; a run without spaces in pieces, each the beginning of a word."""
    pieces = _UNSPACED.sub(_in_pieces, word).split()
    folded = [(" ".join(plain(piece).replace('"', " ").split()), bool(_UNSPACED.match(piece))) for piece in pieces]
    return [f'"{text}"{"*" * run}' for text, run in folded if any(letter.isalnum() for letter in text)]


def _in_pieces(run: re.Match[str]) -> str:
    return f" {' '.join(run[0][place : place + _REACH] for place in range(0, len(run[0]), _REACH))} "


def _ordered(hits: list[Hit]) -> list[Hit]:
    """People first, then everything by time, newest first."""
    return sorted(hits, key=lambda hit: (hit.record == "manager", hit.at), reverse=True)


def check(conn: sqlite3.Connection) -> list[str]:
    """The tables whose index does not match what it indexes."""
    wrong = []
    for table in SEARCHABLE:
        try:
            conn.execute(f"INSERT INTO {table}_text ({table}_text, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            wrong.append(table)
    return wrong
