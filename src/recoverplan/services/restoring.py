"""A backup brought back: looked through first, and what is there is kept before it is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from os import getpid
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.errors import CouldNotError, DamagedError
from recoverplan.services.backing_up import open_source
from recoverplan.services.replacing import Arrived, over_damaged, over_whole
from recoverplan.services.unpacking import BROKEN, no_backup, unpacked
from recoverplan.store import checking, connecting, keys, migrating, opening, ours, schema
from recoverplan.store.ending import ending
from recoverplan.store.files import make_folder, passing, present
from recoverplan.store.guarding import see_to
from recoverplan.store.keys import Slot
from recoverplan.store.mutex import alone
from recoverplan.store.opened import Store
from recoverplan.store.strangers import listed, strangers
from recoverplan.store.trouble import plain_file_words, plain_words, said_of
from recoverplan.store.unlocking import person
from recoverplan.words import files as ending_words
from recoverplan.words import safekeeping as words


class Here(NamedTuple):
    """What is at a place now. `state`: none, whole or damaged. `file`: which file of the disk the
    store is, 0 for none; `records` and `key` only where it is whole.
    """

    state: str
    file: int = 0
    records: int = 0
    key: bytes = b""


class Restored(NamedTuple):
    """What a restoring did. `kept`: where what was there before is now."""

    records: int
    kept: Path | None


def look(home: Path) -> Here:
    """Return what is at `home`. Raises LockedError, NewerStoreError, CouldNotError."""
    try:
        if not opening.exists(home):
            return Here("none")
        with ExitStack() as to_close:
            source = open_source(home, to_close)
            if checking.damages(source.connection):
                return Here("damaged", file_of(home))
            records = checking.count_records(source.connection)
            return Here("whole", file_of(home), records, source.key)
    except DamagedError:
        return Here("damaged", file_of(home))


def file_of(home: Path) -> int:
    """Return the number of the store's file on its disk, 0 where there is none."""
    with plain_file_words(home):
        return (home / ours.STORE).lstat().st_ino if present(home / ours.STORE) else 0


@contextmanager
def taken_apart(home: Path, file: Path, here: Here) -> Iterator[Arrived]:
    """Take a backup apart in the folder of the store, and look through all of it.

    Raises CouldNotError where it cannot be read, DamagedError for what is no whole backup,
    LockedError for a wrong passphrase, NewerStoreError.
    """
    scratch = home / f"{ours.STORE}.restored.{getpid()}"
    with plain_file_words(home):
        see_to(home)
        make_folder(home)
    try:
        with plain_file_words(home), passing(scratch, ours.BESIDE) as taken_out:
            slots = unpacked(home, file, taken_out, scratch)
            yield examined(home, file, scratch, slots, here)
    finally:
        with suppress(OSError):
            for leftover in (scratch, scratch.with_name(f"{scratch.name}-journal")):
                leftover.unlink(missing_ok=True)
            home.rmdir()  # where nothing came of it


def examined(home: Path, file: Path, scratch: Path, slots: list[Slot], here: Here) -> Arrived:
    """Open what was unpacked, check every page of it, bring it to this version, and read it."""
    from sqlcipher3 import dbapi2

    from recoverplan.services.moving import take_all

    try:
        connecting.check_file(home, scratch)
        connection, key = opened(home, file, scratch, slots, here)
        with closing(connection):
            if checking.damages(connection):
                raise no_backup(file)
            found = strangers(connection)
            if found:
                records = 0
            else:
                if schema.version_of(connection) < schema.VERSION:
                    migrating.migrate(connection)
                records = checking.count_records(connection)
                take_all(Store(home, connection))  # else every command would stop there
    except (DamagedError, dbapi2.DatabaseError, *BROKEN) as error:  # of a row: any of these
        trouble = said_of(error)
        if isinstance(trouble, CouldNotError):  # the disk's, and none of the backup
            raise trouble from error
        raise no_backup(file) from error
    if found:
        message = ending_words.IN_BACKUP.format(names=listed(found))
        raise DamagedError(message, ending_words.BACKUP_WAY)
    if any(slot.kind == "backup" for slot in slots):  # the passphrase was for the way here
        slots = [keys.device_slot(key)]
    return Arrived(scratch, key, slots, records)


def opened(
    home: Path, file: Path, scratch: Path, slots: list[Slot], here: Here
) -> tuple[Any, bytes]:
    """Open the unpacked store, asking for its passphrase only where no key at hand opens it."""
    for key in filter(None, (*keys.device_keys(slots), here.key)):
        connection = connecting.opened_by(key, home, scratch)
        if connection is not None:
            return connection, key
    for found in person.open(slots, ending_words.OF_BACKUP):
        connection = connecting.opened_by(found.key, home, scratch)
        if connection is not None:
            return connection, found.key
    raise no_backup(file)


def put_in(home: Path, arrived: Arrived, here: Here, now: datetime) -> Restored:
    """Put a backup in the place of what is at `home`, and keep that.

    Raises CouldNotError; then what was there is there still.
    """
    if here.state == "whole":
        settle_the_key(home)
    ending.begins()
    lacking = here.state != "whole"
    with plain_file_words(home), plain_words(home), alone(home, may_lack_store=lacking):
        refuse_changed(home, here)
        put = over_whole if here.state == "whole" else over_damaged
        kept = put(home, arrived, now)
    ending.done(words.RESTORED_STANDS)
    return Restored(arrived.records, kept)


def settle_the_key(home: Path) -> None:
    """End a change of the key that was cut short. It takes the mutex, so it cannot wait for us."""
    from recoverplan.store.settling import settle

    with plain_file_words(home), plain_words(home):
        if keys.unfinished(keys.load_slots(home)):
            settle(home)


def refuse_changed(home: Path, here: Here) -> None:
    """Refuse where another file is the store than the one that was looked at: what came meanwhile
    would be taken for what it is not. The caller holds the mutex. Raises CouldNotError.
    """
    if file_of(home) != here.file:
        raise CouldNotError(words.RESTORE_RACED, words.RESTORE_RACED_HINT)
