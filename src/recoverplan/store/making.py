"""Making a new store: under another name, renamed when it is whole, by one program at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from recoverplan.store import connecting, keys, migrating, opening, ours
from recoverplan.store.ending import ending
from recoverplan.store.files import (
    make_folder,
    passing,
    present,
    sync_folder,
    to_disk,
)
from recoverplan.store.guarding import see_to
from recoverplan.store.mutex import alone
from recoverplan.store.trouble import (
    LONGEST_HOME,
    gone,
    plain_file_words,
    plain_words,
    too_long,
)
from recoverplan.words import files as words


def make_store(home: Path) -> bool:
    """Make an empty store at `home` unless there is one; tell whether this call made it.

    The order lets a store that was half made be told from one that was lost: the new file, then
    its keys, then its name.
    """
    if len(os.fsencode(home)) > LONGEST_HOME:  # before folders are made that nothing can lie in
        raise too_long(home)
    with plain_file_words(home), plain_words(home):
        see_to(home)  # before anything in it is changed
        make_folder(home)
        with alone(home, may_lack_store=True):
            if opening.exists(home):
                return False
            new = home / ours.BEING_MADE
            with passing(new, ours.BESIDE) as file, unless_erased(home, file), no_keys_alone(home):
                to_disk(file)
                key = key_for_new(home)
                with closing(connecting.connect(new, key)) as connection:
                    migrating.migrate(connection)
                if not any(present(home / name) for name in keys.BOTH):
                    with ending.whether_confirmed():
                        keys.save_slots(home, [keys.device_slot(key)])
                new.rename(home / ours.STORE)
            with ending.afterwards(words.STORE_NOT_CONFIRMED.format(home=home), words.OURS_AGAIN):
                sync_folder(home)
            return True


@contextmanager
def unless_erased(home: Path, made: BinaryIO) -> Iterator[None]:
    """Raise GoneError where what is being made was taken away by an erasing, whatever that looked
    like from here: a file that is missing, a disk that fails. `made` is the open file of the store.
    """
    try:
        yield
    except Exception as error:
        names = (ours.STORE, ours.BEING_MADE)
        there = [home / name for name in names if present(home / name)]
        ours_still = any(os.path.samestat(path.lstat(), os.fstat(made.fileno())) for path in there)
        missing = isinstance(error, FileNotFoundError) and f"{error.filename}".startswith(f"{home}")
        if ours_still and not missing:
            raise
        ending.forget()  # nothing of this run is left
        raise gone(home) from error


@contextmanager
def no_keys_alone(home: Path) -> Iterator[None]:
    """Take the keys away where the store did not get its name: alone, they would be taken for those
    of one that was lost, and no other would ever be made.
    """
    try:
        yield
    except BaseException:
        if not present(home / ours.STORE):
            for name in keys.BOTH:
                with suppress(OSError):
                    (home / name).unlink(missing_ok=True)
        raise


def key_for_new(home: Path) -> bytes:
    """Return a new key, or the one that a making which was cut short has saved already."""
    if any(present(home / name) for name in keys.BOTH):
        return keys.keys_without_passphrase(home)[0]
    return keys.new_key()
