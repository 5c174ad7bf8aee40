"""A damaged store, read row by row.

A page that fails its check spoils the connection, not the store: each failure costs a new one, and
the next row is tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from recoverplan.errors import DamagedError
from recoverplan.store import connecting, ours

FURTHER = 1000  # numbers looked for past the last row that could be read


class Wreck:
    """A damaged store, opened again after each page that cannot be read."""

    def __init__(self, home: Path) -> None:
        self.path = home / ours.STORE
        way = connecting.unlocked_with(home, self.path)
        self.key = way.key
        self.connection: Any = way.connection

    def tables(self) -> set[str] | None:
        """Return the names of the tables there are, None where their pages are damaged."""
        found = self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        return None if found is None else {row["name"] for row in found}

    def rows(self, sql: str, *parameters: Any) -> list[Any] | None:
        """Return the rows of a query, None where a page that it needs is damaged."""
        from sqlcipher3 import dbapi2

        try:
            found: list[Any] = self.connection.execute(sql, parameters).fetchall()
        except (dbapi2.DatabaseError, DamagedError, UnicodeDecodeError):
            self.close()
            self.connection = connecting.connect(self.path, self.key)
            return None
        return found

    def close(self) -> None:
        """Close the connection, whatever state it is in."""
        with suppress(Exception):
            self.connection.close()


def rows_of(wreck: Wreck, table: str) -> Iterator[Any]:
    """Yield each row of a table in order; None for one that cannot be read.

    While pages are whole, the next row is asked for; at a damaged one, number after number.
    """
    # The table's name is the schema's own.
    last = largest(wreck, table)
    number = 0
    missing = 0
    while missing < FURTHER and (last is None or number < last):
        following = wreck.rows(
            f"SELECT * FROM {table} WHERE id > ? ORDER BY id LIMIT 1",  # noqa: S608
            number,
        )
        if following == []:
            return
        if following:
            number, missing = following[0]["id"], 0
            yield following[0]
            continue
        number += 1
        one = wreck.rows(f"SELECT * FROM {table} WHERE id = ?", number)  # noqa: S608
        if one:
            missing = 0
            yield one[0]
        elif one is None:
            missing += 1
            if last is not None or missing == 1:  # how many more there were, nobody knows
                yield None


def largest(wreck: Wreck, table: str) -> int | None:
    """Return the largest number in a table, None where that page cannot be read."""
    found = wreck.rows(f"SELECT max(id) FROM {table}")  # noqa: S608
    return None if found is None else found[0][0] or 0
