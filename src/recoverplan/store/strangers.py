"""What is in a store and was not put there by this program: a trigger, view, index or table that
somebody with the key, or a backup from elsewhere, has brought along. It could change or remove
what is written, so it is looked for before anything is.

The schema of a store is compared with that of a fresh one. `whole_schema.sql` is that, as SQLite
itself keeps it, so that a store like a fresh one costs one query and one comparison
(`schema.as_made`); where the two differ, a fresh schema is made in memory and says what is strange.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.domain.text import clean
from recoverplan.store import schema
from recoverplan.store.opened import roll_back
from recoverplan.store.trouble import damaged
from recoverplan.words import files as words

# What sqlite-utils keeps of the migrations, however a version of it spells that.
KEPT_BY_SQLITE_UTILS = ("_sqlite_migrations", "idx__sqlite_migrations_migration_set_name")
ITS_WORDS = {
    "CREATE", "TABLE", "UNIQUE", "INDEX", "ON", "IF", "NOT", "EXISTS", "INTEGER", "TEXT", "PRIMARY",
    "KEY", "NULL", "id", "migration_set", "name", "applied_at", *KEPT_BY_SQLITE_UTILS,
}  # fmt: skip
# Triggers first, so that none of them sees another one go.
ORDER = ("trigger", "view", "index", "table")
COUNTERS = "sqlite_sequence"  # of tables that count on; ours do not


class Stranger(NamedTuple):
    """Something of the schema that is not as a fresh store has it. `how`: added, changed, gone."""

    kind: str
    name: str
    of: str
    how: str

    def said(self) -> str:
        """Name it: the trigger "x" on contact."""
        on = f" on {self.of}" if self.kind in {"trigger", "index"} else ""
        return clean(words.WHAT[self.how].format(kind=self.kind, name=self.name, on=on))

    @property
    def goes(self) -> bool:
        """Tell whether taking it out, or an index made anew, makes the store as it should be."""
        an_index_of_ours = self.kind == "index" and self.name not in KEPT_BY_SQLITE_UTILS
        return self.how == "added" or an_index_of_ours


def refuse_strangers(home: Path, connection: Any) -> None:
    """Raise DamagedError, naming it, if something in the store is not ours."""
    found = strangers(connection)
    if found:
        error = damaged(words.FOUND.format(home=home, names=listed(found)))
        error.hint = words.FIX if removable(found) else words.EXPORT
        raise error


def listed(found: list[Stranger]) -> str:
    """Name strangers, a few of many."""
    from recoverplan.words.moment import MORE

    names = [each.said() for each in found[:5]]
    return "; ".join([*names, MORE.format(count=len(found) - 5)] if found[5:] else names)


def removable(found: list[Stranger]) -> bool:
    """Tell whether all of them go."""
    return all(each.goes for each in found)


def strangers(connection: Any) -> list[Stranger]:
    """Return what in an open store, of this version or an older one, is not as it should be."""
    with at_one_moment(connection):
        if schema.as_made(connection):
            return []
        rows, version = rows_of(connection), schema.version_of(connection)
    fresh = {row[:2]: row for row in fresh_rows(version)}
    there = {row[:2]: row for row in rows}
    found = [
        stranger(row, "changed" if key in fresh or key[1] in KEPT_BY_SQLITE_UTILS else "added")
        for key, row in there.items()
        if row != fresh.get(key) and not is_of_sqlite_utils(row)
    ]
    return found + [stranger(row, "gone") for key, row in fresh.items() if key not in there]


@contextmanager
def at_one_moment(connection: Any) -> Iterator[None]:
    """Look at one state of the store inside: another program may just bring it to this version."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        roll_back(connection)


def rows_of(connection: Any) -> list[tuple[Any, ...]]:
    """Return all that is in an open store's schema: type, name, of which table, its SQL."""
    found = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_master")
    return [tuple(row) for row in found]


def stranger(row: tuple[Any, ...], how: str) -> Stranger:
    """Return what stands in a row of a schema."""
    kind, name, of, _ = row
    return Stranger(kind, name, of, how)


def fresh_rows(version: int) -> list[tuple[Any, ...]]:
    """Return the schema that the first `version` migrations make."""
    from sqlcipher3 import dbapi2

    memory = dbapi2.connect(":memory:", isolation_level=None)
    try:
        for migration in schema.MIGRATIONS[:version]:
            migration(memory)
        return rows_of(memory)
    finally:
        memory.close()


def is_of_sqlite_utils(row: tuple[Any, ...]) -> bool:
    """Tell whether a row is the list of migrations and its index, with nothing else in them."""
    import re

    _, name, of, sql = row
    known = name in KEPT_BY_SQLITE_UTILS and of == KEPT_BY_SQLITE_UTILS[0]
    return (
        known
        and re.fullmatch(r'[\w\s"\[\](),]*', sql) is not None
        and (set(re.findall(r"\w+", sql)) <= ITS_WORDS)
    )


def remove(connection: Any) -> list[Stranger]:
    """Take out what was added, put back indexes, and return what is still strange. All or nothing.

    Raises sqlcipher3's errors.
    """
    found = sorted(strangers(connection), key=lambda each: ORDER.index(each.kind))
    connection.execute("PRAGMA foreign_keys=OFF")  # a table that goes takes no row of ours along
    connection.execute("BEGIN IMMEDIATE")
    try:
        for each in found:
            if each.goes:
                drop(connection, each)
        for kind, name, _, sql in fresh_rows(schema.version_of(connection)):
            if kind == "index" and sql and not is_there(connection, name):
                connection.execute(sql)
        connection.execute("COMMIT")
    finally:
        roll_back(connection)
        connection.execute("PRAGMA foreign_keys=ON")
    if is_there(connection, COUNTERS):
        connection.execute("VACUUM")  # makes it again only where a table needs it
    return strangers(connection)


def drop(connection: Any, stranger: Stranger) -> None:
    """Take one thing out of the schema, unless it has gone with another."""
    undroppable = stranger.name == COUNTERS or stranger.name.startswith("sqlite_autoindex_")
    if not undroppable and is_there(connection, stranger.name):
        quoted = stranger.name.replace('"', '""')
        connection.execute(f'DROP {stranger.kind} main."{quoted}"')


def is_there(connection: Any, name: str) -> bool:
    """Tell whether the schema has something of this name."""
    found = connection.execute("SELECT 1 FROM main.sqlite_master WHERE name = ?", (name,))
    return found.fetchone() is not None
