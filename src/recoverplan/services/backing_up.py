"""A backup: one file with everything in it, and its keys, looked through again before it counts.

It is a zip, stored: `plan.db` as encrypted as ever, `keys.json` with what opens it, and a note.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Any, NamedTuple
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from recoverplan.errors import CouldNotError
from recoverplan.services.files import put, refuse_place
from recoverplan.store import checking, keys, opening
from recoverplan.store.ending import ending
from recoverplan.store.files import make_empty
from recoverplan.store.keys import Slot
from recoverplan.store.trouble import plain_words

NOTE_NAME = "READ-ME.txt"
NOTE = """This is a backup made by recoverplan. To bring it back:

    recoverplan restore FILE

plan.db is encrypted; keys.json holds its key{behind}. Keep this where you keep what is private.
"""
BEHIND = ", behind the passphrase"
NOT_WHOLE = "The backup could not be read back as it was written."


class Source(NamedTuple):
    """The store to back up: open, with its key and the slots of its keys.json."""

    connection: Any
    key: bytes
    slots: list[Slot]


class Backup(NamedTuple):
    """A backup that was made: where, and how many records are in it."""

    path: Path
    records: int


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
    way = opening.unlocked_with(home, home / opening.NAME)
    to_close.callback(way.connection.close)
    return Source(way.connection, way.key, [slot for slot in way.slots if slot.of == way.of])


def make_backup(source: Source, slots: list[Slot], path: Path, *, force: bool = False) -> Backup:
    """Write a backup to `path`, whole or not at all, and look through it before it gets its name.

    Raises CouldNotError; trouble once it has its name is said at the end of the run.
    """
    ending.begins()
    refuse_place(path, force=force, example="backup.zip")
    waiting = path.with_name(f".{path.name}.{os.getpid()}.new")
    copy = path.with_name(f".{path.name}.{os.getpid()}.db")
    leftovers = (waiting, copy, copy.with_name(f"{copy.name}-journal"))
    try:
        for file in leftovers:
            file.unlink(missing_ok=True)
        os.close(make_empty(copy))
        source.connection.execute("VACUUM INTO ?", (str(copy),))
        write_zip(waiting, copy, slots)
        copy.unlink()
        records = looked_through(waiting, copy, source.key)
        put(waiting, path, force=force)
    except OSError as error:
        message = f"{path} could not be written: {error.strerror or error}."
        raise CouldNotError(message, "No backup was made. Name another place.") from error
    finally:
        with suppress(OSError):  # what counts is there, or was refused
            for file in leftovers:
                file.unlink(missing_ok=True)
    return Backup(path, records)


def write_zip(path: Path, store: Path, slots: list[Slot]) -> None:
    """Write the zip, private from its first byte, and bring it to the disk."""
    behind = "" if slots[0].kind == "device" else BEHIND
    with os.fdopen(make_empty(path), "wb") as file:
        with ZipFile(file, "w", ZIP_STORED) as archive:
            archive.writestr(private(NOTE_NAME), NOTE.format(behind=behind))
            archive.writestr(private(keys.NAME), keys.slots_out(slots))
            with store.open("rb") as content, archive.open(private(opening.NAME), "w") as entry:
                while piece := content.read(1 << 20):
                    entry.write(piece)
        file.flush()
        os.fsync(file.fileno())


def private(name: str) -> ZipInfo:
    """Return the entry of a file that unpacks as private; it says nothing of when."""
    entry = ZipInfo(name)
    entry.external_attr = 0o600 << 16
    return entry


def looked_through(path: Path, scratch: Path, key: bytes) -> int:
    """Take the store out of a backup, check all of it, and return how many records it has.

    Raises CouldNotError.
    """
    with ZipFile(path) as archive:
        unpack(archive, opening.NAME, scratch)
    connection = opening.connect(scratch, key)
    try:
        if checking.damages(connection):
            raise CouldNotError(NOT_WHOLE, "Try another disk.")
        return checking.count_records(connection)
    finally:
        connection.close()


def unpack(archive: ZipFile, name: str, path: Path) -> None:
    """Copy one entry to a private file. Raises KeyError, BadZipFile where its sum is wrong."""
    with archive.open(name) as content:
        poured(content, path)


def poured(content: IO[bytes], path: Path) -> None:
    """Copy a stream to a private file, and bring it to the disk."""
    with os.fdopen(make_empty(path), "wb") as file:
        while piece := content.read(1 << 20):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
