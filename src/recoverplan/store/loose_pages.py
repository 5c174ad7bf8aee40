"""The rows on each whole page of a damaged store, also where what points at the page is lost.

A copy of the file gets a first page of our own making, under the same key and salt: it says that
there is one table, without names, and which page that begins on. So each page in turn is read as if
it were a table; SQLite refuses those that are no page of rows. Which table a row is of, its shape
tells: how many columns were stored, of which kinds, with which words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from recoverplan.domain import (
    contact,
    group,
    inventory,
    listing,
    looking_back,
    risk,
    step,
    treatment,
)
from recoverplan.errors import CouldNotError
from recoverplan.store import connecting, ours, schema
from recoverplan.store.files import copy_private
from recoverplan.words import files as words

MOST_COLUMNS = 32
MISSING = b"-"  # stands for a column that was not stored: no table of ours holds BLOBs
# Columns that may lack in rows from before they were there, and hold nothing then.
ADDED = {
    "caution", "where_notes", "link_notes", "phone", "phone_notes", "group_name", "group_notes",
    "page", "contact", "updated", "inexact", "place", "dated", "trip", "alone",
}  # fmt: skip
SALT = 16  # bytes at the start of the file, from which SQLCipher's check of each page is made
OVERFLOW = connecting.PAGE_BYTES - 84  # bytes of a long value that fit on one page
# What a column holds, where its kind alone would not tell a table from another.
INSTANTS = {"created", "at", "occurrence", "finish", "leave"}
STARTS = {("outcome", "start"), ("going", "start")}
DAYS = {"week", "first", "until", "paused_from", "paused_until"}
LISTS = {"hours", "types", "triggers", "steps", "if_thens", "fit", "codes", "listed", "shown"}
LISTS |= {"prepare", "prepared"}
WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("contact", "role"): tuple(contact.ROLES),
    ("peer_group", "status"): tuple(group.STATUSES),
    ("plan_step", "kind"): tuple(step.KINDS),
    ("risk_window", "level"): tuple(risk.LEVELS),
    ("support", "kind"): tuple(inventory.KINDS),
    ("support", "standing"): tuple(inventory.STANDINGS),
    ("outcome", "how"): tuple(looking_back.HOW),
    ("talk", "how"): tuple(contact.HOWS),
    ("treatment", "kind"): tuple(treatment.KINDS),
    ("listing_source", "kind"): tuple(listing.KINDS),
}


class Column(NamedTuple):
    """A column as the schema has it; `default` is what a row from before it was there has."""

    name: str
    kind: str
    may_lack: bool
    default: Any


def loose_rows(path: Path, key: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the table and the values, by column, of every row on a whole page of the file.

    A row may come more than once. Nothing comes where the start of the file, the salt, is damaged.
    Raises OSError and sqlcipher3's errors where the file cannot be copied, CouldNotError where
    there is no room for that.
    """
    shapes = columns_of_tables()
    with TemporaryDirectory(prefix="rp-") as folder:  # 0700, and the copy is as encrypted as ever
        if path.stat().st_size > disk_usage(folder).free:
            raise CouldNotError(words.NO_ROOM_FOR_COPY, words.MAKE_ROOM)
        copy = Path(folder) / ours.STORE
        copy_private(path, copy)
        pages = copy.stat().st_size // connecting.PAGE_BYTES
        with copy.open("r+b") as file:
            salt = file.read(SALT)
            file.seek(0)
            file.write(first_page(Path(folder) / "first.db", key, salt, pages))
        for page in range(2, pages + 1):
            for values in rows_on(copy, key, page):
                for table in tables_of(values, shapes):
                    yield table, named(values, shapes[table])


def columns_of_tables() -> dict[str, tuple[Column, ...]]:
    """Return the columns of each table of the person's, as a new store has them."""
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(":memory:", isolation_level=None)) as empty:
        for migration in schema.MIGRATIONS:
            migration(empty)
        return {
            table: tuple(
                Column(row[1], row[2], not row[3] and not row[5], row[4] and row[4].strip("'"))
                for row in empty.execute(f"PRAGMA table_info({table})")
            )
            for table in schema.TABLES
        }


def first_page(path: Path, key: bytes, salt: bytes, pages: int) -> bytes:
    """Return a first page for a file of so many pages: one table of unnamed columns."""
    from sqlcipher3 import dbapi2

    columns = ", ".join(
        f"c{number} DEFAULT x'{MISSING.hex()}'" for number in range(1, MOST_COLUMNS)
    )
    with closing(dbapi2.connect(str(path), isolation_level=None)) as made:
        made.execute(f"PRAGMA key=\"x'{key.hex()}{salt.hex()}'\"")
        made.execute("PRAGMA synchronous=OFF")
        made.execute("PRAGMA journal_mode=OFF")
        made.execute(f"CREATE TABLE any_rows (c0 INTEGER PRIMARY KEY, {columns})")
        # The first page also says how many pages there are: as many as in the damaged file.
        made.execute("CREATE TABLE filled (with_zeros)")
        size = max(0, pages - 3) * OVERFLOW + 400
        made.execute("INSERT INTO filled VALUES (zeroblob(?))", (size,))
    with path.open("rb") as file:
        return file.read(connecting.PAGE_BYTES)


def rows_on(copy: Path, key: bytes, page: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a page as they are stored, the row's number first; none if it has none."""
    from sqlcipher3 import dbapi2

    def ask(sql: str, *parameters: int) -> list[tuple[Any, ...]] | None:
        connection = dbapi2.connect(str(copy), isolation_level=None)
        try:
            for pragma in (
                "cipher_log_level=NONE",
                f"key=\"x'{key.hex()}'\"",
                "synchronous=OFF",
                "journal_mode=OFF",
                "writable_schema=ON",
            ):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute(
                "UPDATE sqlite_master SET rootpage = ? WHERE name = 'any_rows'", (page,)
            )
            connection.execute("PRAGMA writable_schema=RESET")
            return list(connection.execute(sql, parameters))
        except (dbapi2.DatabaseError, UnicodeDecodeError):
            return None  # a page that spoils the connection, or that holds no rows
        finally:
            with suppress(Exception):
                connection.close()

    whole = ask("SELECT * FROM any_rows")
    if whole is None:  # one of them may go on elsewhere, on a damaged page
        numbers = ask("SELECT c0 FROM any_rows") or []
        found = (ask("SELECT * FROM any_rows WHERE c0 = ?", number[0]) for number in numbers)
        whole = [row for rows in found for row in rows or ()]
    for row in whole:
        stored = tuple(row)
        yield stored[: stored.index(MISSING)] if MISSING in stored else stored


def tables_of(values: tuple[Any, ...], shapes: dict[str, tuple[Column, ...]]) -> list[str]:
    """Return the table that a row is of, in a list; [] for one of the program's own tables."""
    fitting = [table for table, columns in shapes.items() if fits(table, values, columns)]
    return fitting if len(fitting) == 1 else []


def fits(table: str, values: tuple[Any, ...], columns: tuple[Column, ...]) -> bool:
    """Tell whether stored values can be a row of a table."""
    if len(values) > len(columns):
        return False
    lacking = columns[len(values) :]
    return all(column.name in ADDED or column.default is not None for column in lacking) and all(
        may_hold(table, column, value)
        # The number of the row stands for its first column, which is stored empty.
        for column, value in zip(columns[1:], values[1:], strict=False)
    )


def may_hold(table: str, column: Column, value: Any) -> bool:
    """Tell whether a column can hold a value."""
    if value is None:
        return column.may_lack
    if column.kind != "TEXT":
        return isinstance(value, int if column.kind == "INTEGER" else (float, int))
    if not isinstance(value, str):
        return False
    if (table, column.name) in WORDS:
        return value in WORDS[table, column.name]
    try:
        return is_as_written(table, column.name, value)
    except ValueError:
        return False


def is_as_written(table: str, name: str, text: str) -> bool:
    """Tell whether a text is what that column's texts are like. Raises ValueError if not."""
    if name in INSTANTS or (table, name) in STARTS:
        datetime.fromisoformat(text)
    elif name in DAYS:
        date.fromisoformat(text)
    elif name in LISTS and table != "listing":
        return isinstance(json.loads(text), list)
    elif (table, name) == ("setting", "value"):
        json.loads(text)
    return True


def named(values: tuple[Any, ...], columns: tuple[Column, ...]) -> dict[str, Any]:
    """Return a row's values by the names of the columns."""
    defaults = tuple(column.default for column in columns[len(values) :])
    return {column.name: value for column, value in zip(columns, (*values, *defaults), strict=True)}
