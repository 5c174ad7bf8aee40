"""Bringing a store to this version's schema; the one module that loads sqlite-utils.

sqlite-utils catches only the exception classes of the SQLite module that it found when it was
first imported. Handed a connection of another one, it lets an error through, leaves a transaction
open, and later inserts vanish. So sqlcipher3 takes the name that sqlite-utils looks for, before
that import.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from recoverplan import __version__
from recoverplan.store import ours, schema
from recoverplan.store.ending import ending
from recoverplan.store.files import passing, sync_folder, to_disk
from recoverplan.store.opened import roll_back
from recoverplan.words import files as words


def sqlite_utils_for_sqlcipher() -> Any:
    """Import sqlite-utils so that it knows sqlcipher3's exceptions, and return it (130 ms)."""
    import sqlcipher3
    import sqlcipher3.dbapi2

    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
    import sqlite_utils

    return sqlite_utils


def migrate(connection: Any) -> None:
    """Bring the store to this version, whole or not at all; several programs may try at once.

    What was recorded for undo is about another schema afterwards, and is dropped.
    """
    sqlite_utils = sqlite_utils_for_sqlcipher()
    # Plugins of other programs have no business here.
    db = sqlite_utils.Database(connection, execute_plugins=False)
    migrations = sqlite_utils.Migrations("recoverplan")
    for migration in schema.MIGRATIONS:
        migrations()(migration)
    connection.execute("PRAGMA foreign_keys=OFF")  # a changed table is remade: nothing cascades
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = schema.version_of(connection)
        if before < schema.VERSION:
            migrations.apply(db)
            if before:
                derive(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                message = "the migrated store points at rows that are not there"
                raise RuntimeError(message)
            connection.execute("DELETE FROM history_change")
            connection.execute("DELETE FROM history_step")
            connection.execute("DELETE FROM written")
            connection.execute("INSERT INTO written (version) VALUES (?)", (__version__,))
            connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={schema.VERSION}")
        commit(connection)
    finally:
        roll_back(connection)
        connection.execute("PRAGMA foreign_keys=ON")


def derive(connection: Any) -> None:
    """Make anew what is derived from meeting lists: this version may derive more than theirs."""
    if connection.execute("SELECT 1 FROM listing LIMIT 1").fetchone():
        from recoverplan.store.listings_derived import rebuild
        from recoverplan.store.opened import Store

        rebuild(Store(Path(), connection))


def commit(connection: Any) -> None:
    """Commit; where SQLite was not sure of it, the store itself tells whether it stands."""
    from sqlcipher3 import dbapi2

    try:
        connection.execute("COMMIT")
    except dbapi2.DatabaseError:
        if connection.in_transaction or schema.version_of(connection) < schema.VERSION:
            raise
        ending.doubt(words.NOT_CONFIRMED, words.LOOK_AGAIN)


def keep_before_migrating(connection: Any, home: Path) -> Path:
    """Copy the store as it is, under the same key, to a file of its own beside it."""
    kept = home / f"plan.before-{schema.VERSION}.db"
    copy = home / f"{kept.name}.{os.getpid()}"
    with passing(copy, ours.BESIDE) as file:
        to_disk(file)
        connection.execute("VACUUM INTO ?", (str(copy),))
        copy.replace(kept)
    sync_folder(home)
    return kept
