"""A backup brought back: looked through first, and never over what is there without keeping that.

Over a whole store it goes in place, page by page in one transaction, under the keys of that store:
a rename would lose what another program is just writing. Over a damaged one, or where there is
none, it gets the store's name, and its own keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from os import getpid
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.errors import CouldNotError, DamagedError
from recoverplan.services.backing_up import make_backup, open_source
from recoverplan.services.keeping import bring_card_in_step
from recoverplan.services.unpacking import no_backup, unpacked
from recoverplan.store import checking, keys, migrating, opening, ours, schema
from recoverplan.store.files import make_folder, passing, present, sync_folder
from recoverplan.store.keys import Slot
from recoverplan.store.making import alone
from recoverplan.store.trouble import NOTHING_CHANGED, plain_file_words, plain_words
from recoverplan.store.unlocking import OF_BACKUP, person


class Here(NamedTuple):
    """What is at a place now. `state`: none, whole or damaged; the rest only where it is whole."""

    state: str
    records: int = 0
    key: bytes = b""


class Arrived(NamedTuple):
    """A backup taken apart beside its place: whole, of this version. `slots`: to open it with."""

    path: Path
    key: bytes
    slots: list[Slot]
    records: int


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
                return Here("damaged")
            records = checking.count_records(source.connection)
            return Here("whole", records, source.key)
    except DamagedError:
        return Here("damaged")


@contextmanager
def taken_apart(home: Path, file: Path, here: Here) -> Iterator[Arrived]:
    """Take a backup apart in the folder of the store, and look through all of it.

    Raises CouldNotError where it cannot be read, DamagedError for what is no whole backup,
    LockedError for a wrong passphrase, NewerStoreError.
    """
    scratch = home / f"{opening.NAME}.restored.{getpid()}"
    with plain_file_words(home):
        make_folder(home)
    try:
        with plain_file_words(home), passing(scratch, ours.BESIDE) as taken_out:
            slots = unpacked(home, file, taken_out, scratch)
            yield examined(home, file, scratch, slots, here)
    finally:
        with suppress(OSError):
            home.rmdir()  # where nothing came of it


def examined(home: Path, file: Path, scratch: Path, slots: list[Slot], here: Here) -> Arrived:
    """Open what was unpacked, check every page of it, and bring it to this version."""
    from sqlcipher3 import dbapi2

    try:
        opening.check_file(home, scratch)
        connection, key = opened(home, scratch, slots, here)
        with closing(connection):
            if checking.damages(connection):
                raise no_backup(file)
            if opening.version_of(connection) < schema.VERSION:
                migrating.migrate(connection)
            records = checking.count_records(connection)
    except (DamagedError, dbapi2.DatabaseError) as error:
        raise no_backup(file) from error
    if any(slot.kind == "backup" for slot in slots):  # the passphrase was for the way here
        slots = [keys.device_slot(key)]
    return Arrived(scratch, key, slots, records)


def opened(home: Path, scratch: Path, slots: list[Slot], here: Here) -> tuple[Any, bytes]:
    """Open the unpacked store, asking for its passphrase only where no key at hand opens it."""
    for key in filter(None, (*keys.device_keys(slots), here.key)):
        connection = opening.opened_by(key, home, scratch)
        if connection is not None:
            return connection, key
    for found in person.open(slots, OF_BACKUP):
        connection = opening.opened_by(found.key, home, scratch)
        if connection is not None:
            return connection, found.key
    message = "no key of the backup opens it"
    raise DamagedError(message)


def put_in(home: Path, arrived: Arrived, here: Here, now: datetime) -> Restored:
    """Put a backup in the place of what is at `home`, keep that, and bring the card in step.

    Raises CouldNotError; then what was there is there still.
    """
    if here.state == "whole":
        settle_the_key(home)
    lacking = here.state != "whole"
    with plain_file_words(home), plain_words(home), alone(home, may_lack_store=lacking):
        if here.state == "whole":
            kept: Path | None = keep_whole(home, now)
            copy_in(home, arrived)
        else:
            kept = set_aside(home, now) if here.state == "damaged" else None
            keys.save_slots(home, arrived.slots)
            arrived.path.rename(home / opening.NAME)
            sync_folder(home)
    return Restored(arrived.records, kept)


def settle_the_key(home: Path) -> None:
    """End a change of the key that was cut short. It takes the mutex, so it cannot wait for us."""
    from recoverplan.store.settling import settle

    with plain_file_words(home), plain_words(home):
        if keys.unfinished(keys.load_slots(home)):
            settle(home)


def keep_whole(home: Path, now: datetime) -> Path:
    """Make a backup of the store as it is, beside it, with the keys that it has."""
    path = free_name(home, f"plan.before-restore-{now:%Y%m%d-%H%M%S}", ".zip")
    with ExitStack() as to_close:
        source = open_source(home, to_close)
        return make_backup(source, source.slots, path).path


def free_name(home: Path, stem: str, ending: str) -> Path:
    """Return a name in `home` that nothing has yet."""
    path, number = home / f"{stem}{ending}", 1
    while present(path):
        number += 1
        path = home / f"{stem}-{number}{ending}"
    return path


def set_aside(home: Path, now: datetime) -> Path:
    """Give a damaged store, its journal and its keys other names, and return the store's."""
    kept = free_name(home, f"plan.damaged-{now:%Y%m%d-%H%M%S}", ".db")
    for name, aside in (
        (opening.JOURNAL, f"{kept.name}-journal"),
        (opening.NAME, kept.name),
        *((name, f"{kept.stem}.{name}") for name in keys.BOTH),
    ):
        with suppress(FileNotFoundError):
            (home / name).rename(home / aside)
    sync_folder(home)
    return kept


def copy_in(home: Path, arrived: Arrived) -> None:
    """Copy every page into the store that is there, in one transaction, under its own key."""
    from sqlcipher3 import dbapi2

    def waited(status: int, _remaining: int, _total: int) -> None:
        if status in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED):
            message = f"Another program is using your data right now. {NOTHING_CHANGED}"
            raise CouldNotError(message, "Try again in a moment.")

    target = opening.unlocked(home, home / opening.NAME)
    with closing(opening.connect(arrived.path, arrived.key)) as source, closing(target):
        source.backup(target, pages=-1, progress=waited)


def follow(home: Path, now: datetime) -> None:
    """Bring the emergency card in step with what was restored. Raises RecoverplanError."""
    with opening.open_to_write(home) as store:
        bring_card_in_step(store, now)
