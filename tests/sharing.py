"""What the tests of one process make once: the commands, and a store in which nothing is kept yet.

The program itself makes each of them, once in its life; only tests run many command lines in one
process, and would spend a third of their time on making the same again.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from recoverplan.cli import app, lazy
from recoverplan.store import keys, migrating, opening

migrate = migrating.migrate
commands = cache(app.get_command)
loaded = cache(lazy.Stub.load)


@cache
def new_store(folder: Path) -> Any:
    """Return a connection to a new store in `folder`, under a key that no other store has."""
    path = folder / opening.NAME
    path.touch(mode=0o600)
    connection = opening.connect(path, keys.new_key())
    migrate(connection)
    return connection


def share(folder: Path, patch: pytest.MonkeyPatch, *, stores: bool) -> None:
    """Let what runs in this process share the commands, and a new store's pages as well."""

    def copied(connection: Any) -> None:
        if connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
            migrate(connection)  # one of an older version
        else:
            new_store(folder).backup(connection)

    patch.setattr(app, "get_command", commands)
    patch.setattr(lazy.Stub, "load", loaded)
    if stores:
        patch.setattr(migrating, "migrate", copied)
