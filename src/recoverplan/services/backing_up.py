"""A backup: one file with everything in it, and its keys, looked through again before it counts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from recoverplan.errors import CouldNotError
from recoverplan.services.file_out import put, refuse_place
from recoverplan.store import checking, connecting, history, keys, ours
from recoverplan.store.backup_file import unpack, write_zip
from recoverplan.store.ending import ending
from recoverplan.store.files import passing, present
from recoverplan.store.keys import Slot
from recoverplan.store.trouble import plain_words
from recoverplan.words import files as words


class Source(NamedTuple):
    """The store to back up: open, with its key and the slots that open it."""

    connection: Any
    key: bytes
    slots: list[Slot]


class Backup(NamedTuple):
    """A backup that was made: where, how many records are in it, and how many earlier changes."""

    path: Path
    records: int
    steps: int


def slots_for(source: Source, passphrase: str | None) -> list[Slot]:
    """Return the slots to put into a backup: what locks the store, else a passphrase of its own.

    None, for a store that is not locked: the key as it is.
    """
    if keys.need_secret(source.slots):
        return [slot for slot in source.slots if slot.kind in keys.SECRET_KINDS]
    if passphrase is None:
        return [keys.device_slot(source.key)]
    return [keys.secret_slot("backup", passphrase, source.key)]


def open_source(home: Path, to_close: ExitStack) -> Source:
    """Open the store at `home` for a backup. Raises what opening a store raises."""
    to_close.enter_context(plain_words(home))
    way = connecting.unlocked_with(home, home / ours.STORE)
    to_close.callback(way.connection.close)
    slots = [slot for slot in way.slots if slot.of == way.of and slot.kind in keys.OPENING_KINDS]
    return Source(way.connection, way.key, slots)


def make_backup(
    source: Source, slots: list[Slot], path: Path, *, force: bool = False, steps: bool = True
) -> Backup:
    """Write a backup to `path`, whole or not at all, and look through it before it gets its name.

    Without `steps` it holds what is kept now, and none of the earlier values that `undo` could
    bring back. Raises CouldNotError; trouble once it has its name is said at the end of the run.
    """
    ending.begins()
    refuse_place(path, force=force, example="backup.zip")
    with prepared(source, slots, path, steps=steps) as (waiting, made), in_words(path):
        put(waiting, path, force=force)
    return made


def keep_beside(home: Path, name: str) -> Path:
    """Make a backup of the store as it is, beside it, with the keys that it has, and return it."""
    path = free_name(home, name, ".zip")
    with ExitStack() as to_close:
        source = open_source(home, to_close)
        make_backup(source, source.slots, path)
    ending.not_yet()
    return path


def free_name(home: Path, stem: str, end: str) -> Path:
    """Return a name in `home` that nothing has yet."""
    path, number = home / f"{stem}{end}", 1
    while present(path):
        number += 1
        path = home / f"{stem}-{number}{end}"
    return path


@contextmanager
def prepared(
    source: Source, slots: list[Slot], path: Path, *, steps: bool
) -> Iterator[tuple[Path, Backup]]:
    """Write a backup beside `path`, under a passing name, and look through it; give both.

    What still has that name afterwards goes. Raises CouldNotError.
    """
    waiting, copy = (path.with_name(f".{path.name}.{os.getpid()}{end}") for end in (".new", ".db"))
    with ExitStack() as kept:
        with in_words(path):
            ours.sweep_for(path)
            zipped = kept.enter_context(passing(waiting, sweeping=False))
            with passing(copy, ours.BESIDE, sweeping=False):
                source.connection.execute("VACUUM INTO ?", (str(copy),))
                if not steps:
                    history.forget_in(copy, source.key)
                write_zip(zipped, copy, slots)
            made = looked_through(waiting, copy, path, source.key)
        yield waiting, made


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise what the system says about writing to `path` as CouldNotError."""
    try:
        yield
    except OSError as error:
        message = words.COULD_NOT_BE_WRITTEN.format(path=path, said=error.strerror or error)
        raise CouldNotError(message, words.NO_BACKUP_WAS_MADE) from error


def looked_through(waiting: Path, scratch: Path, path: Path, key: bytes) -> Backup:
    """Take the store out of a backup, check all of it, and return what is in it.

    Raises CouldNotError.
    """
    with passing(scratch, ours.BESIDE) as file:
        with ZipFile(waiting) as archive:
            unpack(archive, ours.STORE, file)
        connection = connecting.connect(scratch, key)
        try:
            if checking.damages(connection):
                raise CouldNotError(words.NOT_WHOLE, words.TRY_ANOTHER_DISK)
            steps = connection.execute("SELECT count(*) FROM history_step").fetchone()[0]
            return Backup(path, checking.count_records(connection), steps)
        finally:
            connection.close()
