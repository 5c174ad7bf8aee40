"""Whether a store is whole: the cipher's own check of every page, and SQLite's of the tables.

The first sees a page that was changed, the second an old page that was put back.
"""

from __future__ import annotations

from typing import Any

from recoverplan.store.schema import TABLES


def damages(connection: Any) -> list[str]:
    """Return what is wrong with an open store, [] for a whole one. Raises sqlcipher3's errors."""
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if not found:
        said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
        found = [] if said == ["ok"] else said
    if not found:
        found = [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
    return found


def count_records(connection: Any) -> int:
    """Return how many records of the person's there are, settings aside."""
    there = {
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    return sum(
        int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
        for table in TABLES
        if table in there and table != "setting"
    )
