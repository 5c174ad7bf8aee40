"""What the tests of one process make once: the commands, a store in which nothing is kept yet, and
the stores that many tests begin with.

The program itself makes each of them, once in its life; only tests run many command lines in one
process, and would spend a third of their time on making the same again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast

import pytest
from typer.main import get_command

from recoverplan.cli import app, lazy
from recoverplan.store import connecting, keys, migrating, ours, schema

if TYPE_CHECKING:
    from conftest import Run

migrate, migrations, connect = migrating.migrate, schema.MIGRATIONS, connecting.connect
fsync = os.fsync
commands = cache(get_command)
loaded = cache(lazy.Stub.load)


@cache
def new_store(folder: Path) -> Any:
    """Return a connection to a new store in `folder`, under a key that no other store has."""
    path = folder / ours.STORE
    path.touch(mode=0o600)
    connection = connecting.connect(path, keys.new_key())
    migrate(connection)
    return connection


def share(patch: pytest.MonkeyPatch) -> None:
    """Let command lines that run in this process share the commands."""
    patch.setattr(app, "get_command", commands)
    patch.setattr(lazy.Stub, "load", loaded)


def share_stores(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let each new store be a copy of one in `folder`, page by page, under a key of its own.

    Nor does anybody wait until it is on the disk: no power is cut here.
    """

    def copied(connection: Any) -> None:
        older = connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        if older or schema.MIGRATIONS is not migrations:
            migrate(connection)
        else:
            new_store(folder).backup(connection)

    def unsynced(*given: Any, **named: Any) -> Any:
        connection = connect(*given, **named)
        connection.execute("PRAGMA synchronous=OFF")
        return connection

    patch.setattr(migrating, "migrate", copied)
    patch.setattr(connecting, "connect", unsynced)
    patch.setattr(os, "fsync", lambda _: None)


def share_nothing() -> None:
    """Let this process, a fork, make its own stores, on the disk: no connection outlives a fork."""
    migrating.migrate, connecting.connect, os.fsync = migrate, connect, fsync


Given = ParamSpec("Given")
FOLDER, NOW = "RECOVERPLAN_HOME", "RECOVERPLAN_NOW"
filled: dict[tuple[object, ...], tuple[dict[str, bytes], str]] = {}


def typed_once(
    fill: Callable[Concatenate[Run, Given], object],
) -> Callable[Concatenate[Run, Given], Run]:
    """Type the same command lines once: the next test that begins with them gets a copy of the
    folder that they made. A folder that is there already is typed into. Returns `run`.
    """

    def call(run: Run, *args: Given.args, **kwargs: Given.kwargs) -> Run:
        folder = Path(os.environ[FOLDER])
        begun = (fill, args, *sorted(kwargs.items()), *settings())
        if folder.exists():
            fill(run, *args, **kwargs)
            return run
        if begun not in filled:
            fill(run, *args, **kwargs)
            made = {path.name: path.read_bytes() for path in folder.iterdir()}
            filled[begun] = made, os.environ[NOW]
            return run
        folder.mkdir(mode=0o700)
        files, os.environ[NOW] = filled[begun]  # the test's own patches put it back
        for name, content in files.items():
            (folder / name).write_bytes(content)
            (folder / name).chmod(0o600)
        return run

    update_wrapper(call, fill)
    return cast("Callable[Concatenate[Run, Given], Run]", call)


def settings() -> list[tuple[str, str]]:
    """Return what of the environment the program goes by, but for where its folder is."""
    return sorted(
        (name, value)
        for name, value in os.environ.items()
        if name == "TZ" or (name.startswith("RECOVERPLAN_") and name != FOLDER)
    )
