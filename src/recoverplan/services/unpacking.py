"""A backup in the forms it comes back in: the zip as it was written, one zipped anew, a folder.

Programs and web sites that pack and unpack zips put a folder around what is in them, compress it,
and add files of their own; a store's folder, copied from another disk, holds the same two files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from recoverplan.errors import CouldNotError, DamagedError
from recoverplan.services.backing_up import poured, unpack
from recoverplan.store import keys, opening
from recoverplan.store.files import present
from recoverplan.store.keys import Slot
from recoverplan.store.trouble import NOTHING_CHANGED, plain_file_words
from recoverplan.words import safekeeping as words

STDIN = Path("-")
MOST_KEYS = 1_000_000  # bytes
MOST_BYTES = 64 << 30  # of standard input
PACKED = (ZIP_STORED, ZIP_DEFLATED)
BROKEN = (BadZipFile, EOFError, KeyError, ValueError, TypeError, RuntimeError, ZlibError)
MOST_TIMES = 4  # as large as packed: what is encrypted can't be made smaller
LOCKED = 1  # the bit of an entry behind a password of the zip's own
DEEP = 2  # folders inside the one that was named
OF_A_MAC = "__MACOSX"


def no_backup(file: Path, hint: str = words.NO_BACKUP_HINT) -> DamagedError:
    """Return the error for what is no whole backup."""
    name = words.STANDARD_INPUT if file == STDIN else file
    return DamagedError(words.NO_BACKUP.format(path=name), hint)


def unpacked(home: Path, file: Path, scratch: Path) -> list[Slot]:
    """Copy the store out of a backup to `scratch`, and return the slots that came with it.

    `file` is a zip, STDIN for one on standard input, the folder it was unpacked into, or one of the
    two files in that. Raises DamagedError for what is no whole backup, CouldNotError.
    """
    try:
        if file.name in (opening.NAME, keys.NAME):
            return out_of_folder(home, file.parent, scratch)
        if file.is_dir():
            return out_of_folder(home, folder_of(file), scratch)
        with opened(file) as content, ZipFile(content) as archive:
            return out_of_zip(home, file, archive, scratch)
    except BROKEN as error:
        raise no_backup(file) from error
    except OSError as error:
        message = f"{file} could not be read: {error.strerror or error}."
        raise CouldNotError(message, NOTHING_CHANGED) from error


@contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """Open a zip; what comes on standard input is kept for a while."""
    if file == STDIN:
        from recoverplan.readers.twice import opened as kept

        with kept("-", MOST_BYTES, "a backup") as content:
            yield content
        return
    with file.open("rb") as content:
        yield content


def out_of_zip(home: Path, file: Path, archive: ZipFile, scratch: Path) -> list[Slot]:
    """Unpack a zip, whichever program packed it, and return the slots in it."""
    entries = {entry.filename.replace("\\", "/"): entry for entry in archive.infolist()}
    inside = one_place(file, entries)
    store, held = entries[inside + opening.NAME], entries[inside + keys.NAME]
    refuse_locked(file, (store, held))
    if store.file_size > MOST_TIMES * store.compress_size:
        raise no_backup(file)
    with archive.open(held) as content:
        slots = keys.slots_in(content.read(MOST_KEYS))
    with plain_file_words(home):
        unpack(archive, store.filename, scratch)
    return slots


def one_place(file: Path, names: Iterable[str]) -> str:
    """Return the folder in a zip in which a backup lies: "", or "recoverplan-2026-11-23/".

    Raises DamagedError where there is none, or more than one.
    """
    known = {name for name in names if OF_A_MAC not in PurePosixPath(name).parts}
    found = [name for name in known if PurePosixPath(name).name == opening.NAME]
    if len(found) > 1:
        raise no_backup(file, words.SEVERAL_BACKUPS)
    if not found:
        inner = sorted(name for name in known if name.endswith(".zip"))
        raise no_backup(
            file, words.ZIP_IN_ZIP.format(name=inner[0]) if inner else words.NO_BACKUP_HINT
        )
    return found[0].removesuffix(opening.NAME)


def refuse_locked(file: Path, entries: Iterable[ZipInfo]) -> None:
    """Refuse what can be unpacked only elsewhere. Raises DamagedError that says so."""
    if any(entry.flag_bits & LOCKED or entry.compress_type not in PACKED for entry in entries):
        raise no_backup(file, words.UNPACK_FIRST)


def folder_of(named: Path) -> Path:
    """Return the folder that holds an unpacked backup: the one named, else the only one in it.

    Raises DamagedError.
    """
    for depth in range(DEEP + 1):
        found = [path.parent for path in named.glob("*/" * depth + opening.NAME)]
        found = [path for path in found if OF_A_MAC not in path.parts]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(sorted(map(str, found)))
            raise no_backup(named, words.SEVERAL_FOLDERS.format(names=names))
    zips = sorted(map(str, named.glob("*.zip")))
    raise no_backup(named, words.ZIP_HERE.format(name=zips[0]) if zips else words.NO_BACKUP_HINT)


def out_of_folder(home: Path, folder: Path, scratch: Path) -> list[Slot]:
    """Copy the store out of a folder, with its journal, and return the slots that are there."""
    if folder.resolve() == home.resolve():
        raise CouldNotError(words.RESTORE_ITSELF.format(path=folder), words.RESTORE_ITSELF_HINT)
    if not (present(folder / opening.NAME) and present(folder / keys.NAME)):
        raise no_backup(folder)
    with (folder / keys.NAME).open("rb") as content:
        slots = keys.slots_in(content.read(MOST_KEYS))
    copies = (
        (opening.NAME, scratch),
        (opening.JOURNAL, scratch.with_name(f"{scratch.name}-journal")),
    )
    for name, copy in copies:
        if present(folder / name):
            with (folder / name).open("rb") as content, plain_file_words(home):
                poured(content, copy)
    return slots
