"""What the tests of one process make once: the commands, and a store in which nothing is kept yet.

The program itself makes each of them, once in its life; only tests run many command lines in one
process, and would spend a third of their time on making the same again.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from recoverplan.cli import app, lazy
from recoverplan.store import keys, migrating, opening, schema

migrate, migrations = migrating.migrate, schema.MIGRATIONS
commands = cache(get_command)
loaded = cache(lazy.Stub.load)


@cache
def new_store(folder: Path) -> Any:
    """Return a connection to a new store in `folder`, under a key that no other store has."""
    path = folder / opening.NAME
    path.touch(mode=0o600)
    connection = opening.connect(path, keys.new_key())
    migrate(connection)
    return connection


def share(patch: pytest.MonkeyPatch) -> None:
    """Let command lines that run in this process share the commands."""
    patch.setattr(app, "get_command", commands)
    patch.setattr(lazy.Stub, "load", loaded)


def share_stores(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let each new store be a copy of one in `folder`, page by page, under a key of its own."""

    def copied(connection: Any) -> None:
        older = connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        if older or schema.MIGRATIONS is not migrations:
            migrate(connection)
        else:
            new_store(folder).backup(connection)

    patch.setattr(migrating, "migrate", copied)
