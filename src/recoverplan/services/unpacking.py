"""A backup in the forms it comes back in: the zip as it was written, one zipped anew, a folder.

Programs and web sites that pack and unpack zips put a folder around what is in them, compress it,
and add files of their own; a store's folder, copied from another disk, holds the same two files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from recoverplan.errors import CouldNotError, DamagedError
from recoverplan.store import keys, ours
from recoverplan.store.backup_file import NOT_ONE, poured, slots_in_zip, unpack
from recoverplan.store.files import make_empty, present, refuse_odd
from recoverplan.store.keys import Slot
from recoverplan.store.trouble import plain_file_words
from recoverplan.words import files as texts
from recoverplan.words import safekeeping as words
from recoverplan.words.files import NOTHING_CHANGED

STDIN = Path("-")
MOST_BYTES = 64 << 30  # of standard input
PACKED = (ZIP_STORED, ZIP_DEFLATED)
BROKEN = (*NOT_ONE, ZlibError)
MOST_TIMES = 4  # as large as packed: what is encrypted can't be made smaller
LOCKED = 1  # the bit of an entry behind a password of the zip's own
DEEP = 2  # folders inside the one that was named
OF_A_MAC = "__MACOSX"


def no_backup(file: Path, hint: str = words.NO_BACKUP_HINT) -> DamagedError:
    """Return the error for what is no whole backup."""
    name = words.STANDARD_INPUT if file == STDIN else file
    return DamagedError(words.NO_BACKUP.format(path=name), hint)


def unpacked(home: Path, file: Path, out: BinaryIO, scratch: Path) -> list[Slot]:
    """Copy the store out of a backup to `out`, and return the slots that came with it.

    `scratch` is where `out` lies, and where a journal goes beside it. `file` is a zip, STDIN for
    one on standard input, the folder it was unpacked into, or one of the files in
    that. Raises DamagedError for what is no whole backup, CouldNotError.
    """
    try:
        if file.name in (ours.STORE, *keys.BOTH):
            return out_of_folder(home, file.parent, out, scratch)
        if file.is_dir():
            return out_of_folder(home, folder_of(file), out, scratch)
        with opened(file) as content, ZipFile(content) as archive:
            return out_of_zip(home, file, archive, out)
    except BROKEN as error:
        raise no_backup(file) from error
    except OSError as error:
        message = texts.COULD_NOT_BE_READ.format(file=file, said=error.strerror or error)
        raise CouldNotError(message, NOTHING_CHANGED) from error


@contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """Open a zip; what comes on standard input is kept for a while."""
    if file == STDIN:
        from recoverplan.readers.meeting_list import opened as kept

        with kept("-", MOST_BYTES, "a backup") as content:
            yield content
        return
    with plain_file(file) as content:
        yield content


def plain_file(path: Path) -> BinaryIO:
    """Open a file to read. Raises NotOursError for what is none: nobody may ever write into a pipe,
    and a device has no end.
    """
    refuse_odd(path, path.stat())
    return path.open("rb")


def out_of_zip(home: Path, file: Path, archive: ZipFile, out: BinaryIO) -> list[Slot]:
    """Unpack a zip, whichever program packed it, and return the slots in it."""
    entries = {entry.filename.replace("\\", "/"): entry for entry in archive.infolist()}
    inside = one_place(file, entries)
    store, held = entries[inside + ours.STORE], entries[inside + keys.NAME]
    refuse_locked(file, (store, held))
    if store.file_size > MOST_TIMES * store.compress_size:
        raise no_backup(file)
    slots = slots_in_zip(archive, held.filename)
    with plain_file_words(home):
        unpack(archive, store.filename, out)
    return slots


def one_place(file: Path, names: Iterable[str]) -> str:
    """Return the folder in a zip in which a backup lies: "", or "recoverplan-2026-11-23/".

    Raises DamagedError where there is none, or more than one.
    """
    known = {name for name in names if OF_A_MAC not in PurePosixPath(name).parts}
    found = [name for name in known if PurePosixPath(name).name == ours.STORE]
    if len(found) > 1:
        raise no_backup(file, words.SEVERAL_BACKUPS)
    if not found:
        inner = sorted(name for name in known if name.endswith(".zip"))
        raise no_backup(
            file, words.ZIP_IN_ZIP.format(name=inner[0]) if inner else words.NO_BACKUP_HINT
        )
    return found[0].removesuffix(ours.STORE)


def refuse_locked(file: Path, entries: Iterable[ZipInfo]) -> None:
    """Refuse what can be unpacked only elsewhere. Raises DamagedError that says so."""
    if any(entry.flag_bits & LOCKED or entry.compress_type not in PACKED for entry in entries):
        raise no_backup(file, words.UNPACK_FIRST)


def folder_of(named: Path) -> Path:
    """Return the folder that holds an unpacked backup: the one named, else the only one in it.

    Raises DamagedError.
    """
    for depth in range(DEEP + 1):
        found = [path.parent for path in named.glob("*/" * depth + ours.STORE)]
        found = [path for path in found if OF_A_MAC not in path.parts]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(sorted(map(str, found)))
            raise no_backup(named, words.SEVERAL_FOLDERS.format(names=names))
    zips = sorted(map(str, named.glob("*.zip")))
    raise no_backup(named, words.ZIP_HERE.format(name=zips[0]) if zips else words.NO_BACKUP_HINT)


def out_of_folder(home: Path, folder: Path, out: BinaryIO, scratch: Path) -> list[Slot]:
    """Copy the store out of a folder, with its journal, and return the slots that are there."""
    if folder.resolve() == home.resolve():
        raise CouldNotError(words.RESTORE_ITSELF.format(path=folder), words.RESTORE_ITSELF_HINT)
    held = [folder / name for name in keys.BOTH if present(folder / name)]
    if not (held and present(folder / ours.STORE)):
        raise no_backup(folder)
    slots = slots_of_first_whole(held)
    with plain_file_words(home):
        with plain_file(folder / ours.STORE) as content:
            poured(content, out)
        if present(folder / ours.JOURNAL):
            journal = make_empty(scratch.with_name(f"{scratch.name}-journal"))
            with (
                plain_file(folder / ours.JOURNAL) as content,
                os.fdopen(journal, "wb") as file,
            ):
                poured(content, file)
    return slots


def slots_of_first_whole(held: list[Path]) -> list[Slot]:
    """Return the slots in the first of the two files of keys that is whole. Raises ValueError."""
    for path in held[:-1]:
        with suppress(*NOT_ONE):
            return keys.slots_in(beginning(path))
    return keys.slots_in(beginning(held[-1]))


def beginning(path: Path) -> bytes:
    """Return what is in a file of keys, as far as one may be long."""
    with plain_file(path) as content:
        return content.read(keys.MOST_BYTES)
