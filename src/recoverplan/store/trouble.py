"""What goes wrong below, said in one plain sentence with its exit code: the only such seam."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recoverplan.errors import CouldNotError, DamagedError, GoneError, RecoverplanError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STILL_WORKS = "In a hard moment `recoverplan now` still works."
NOTHING_CHANGED = "Nothing was changed."
MAKE_ROOM = "Make some room, then try again."
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NOT_ALLOWED = (errno.EROFS, errno.EACCES, errno.EPERM)
LONGEST_HOME = 488  # bytes: SQLite takes paths of 512, with "/plan.db.new-journal" at the end


def damaged(what: str) -> DamagedError:
    """Return the error for something of the store that is not what it should be."""
    return DamagedError(what, f"{NOTHING_CHANGED} {STILL_WORKS}")


def gone(home: Path) -> GoneError:
    """Return the error for a store that another program erased while this one waited."""
    message = f"Your data in {home} was erased by another program just now. Nothing was saved."
    return GoneError(message, "To begin anew: recoverplan setup")


def cannot_write(data: str) -> CouldNotError:
    """Return the error for a place where nothing can be written."""
    return CouldNotError(
        f"{data} can be read but not changed here: it is read-only.",
        "Make the folder writable, or choose another place with --store DIR.",
    )


def too_long(path: str | os.PathLike[str]) -> CouldNotError:
    """Return the error for a path that is longer than the system, or SQLite, can take."""
    start, length = f"{path}"[:40], len(f"{path}")
    return CouldNotError(
        f"This path is too long here, with its {length} characters: {start}… {NOTHING_CHANGED}",
        "Choose a shorter one.",
    )


@contextmanager
def plain_words(home: Path) -> Iterator[None]:
    """Turn what the database raises inside into errors that a person can be told."""
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.IntegrityError:
        raise  # a mistake in this program, not in the person's data or disk
    except dbapi2.DatabaseError as error:
        said = database_trouble(error, f"Your data in {home}", home)
        if said is None:
            raise
        raise said from error


@contextmanager
def plain_file_words(home: Path) -> Iterator[None]:
    """Turn what the file system raises inside into errors that a person can be told."""
    try:
        yield
    except OSError as error:
        raise file_trouble(error, home) from error


def said_of(error: BaseException) -> RecoverplanError | None:
    """Return what to tell a person about an error, wherever it comes from; None if it is a bug."""
    if isinstance(error, RecoverplanError):
        return error
    if isinstance(error, OSError):
        return file_trouble(error, None)
    sqlcipher = sys.modules.get("sqlcipher3.dbapi2")
    if sqlcipher is not None and isinstance(error, sqlcipher.DatabaseError):
        return database_trouble(error, "Your data")
    return None


def database_trouble(error: Any, data: str, home: Path | None = None) -> RecoverplanError | None:
    """Return what to tell a person about a database error; None if it is a bug.

    `data` is what the sentence calls it: "Your data in /home/alex/notes".
    """
    from sqlcipher3 import dbapi2

    primary = primary_code(error)
    lacking = primary == dbapi2.SQLITE_ERROR and str(error).startswith("no such ")
    if lacking or primary in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB):
        return damaged(f"{data} is damaged: part of it cannot be read.")
    if primary == dbapi2.SQLITE_READONLY:
        return cannot_write(data)
    if primary == dbapi2.SQLITE_CANTOPEN and home and len(os.fsencode(home)) > LONGEST_HOME:
        return too_long(home)
    busy = "Another program is using your data right now."
    unopened = f"{data} could not be opened."
    check = "Check that this account may read and write that folder."
    said = {
        dbapi2.SQLITE_BUSY: (busy, "Try again in a moment."),
        dbapi2.SQLITE_LOCKED: (busy, "Try again in a moment."),
        dbapi2.SQLITE_FULL: ("The disk is full.", MAKE_ROOM),
        dbapi2.SQLITE_IOERR: ("The disk cannot be read or written: full, or failing.", MAKE_ROOM),
        dbapi2.SQLITE_CANTOPEN: (unopened, check),
        dbapi2.SQLITE_PERM: (unopened, check),
        dbapi2.SQLITE_AUTH: (unopened, check),
    }.get(primary)
    return CouldNotError(f"{said[0]} {NOTHING_CHANGED}", said[1]) if said else None


def primary_code(error: Any) -> int:
    """Return SQLite's code of an error. One that came from copying a store has only its words."""
    from sqlcipher3 import dbapi2

    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return int(code) & 0xFF
    by_words: dict[str, int] = {
        "disk I/O error": dbapi2.SQLITE_IOERR,
        "database or disk is full": dbapi2.SQLITE_FULL,
        "database is locked": dbapi2.SQLITE_BUSY,
        "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
        "unable to open database file": dbapi2.SQLITE_CANTOPEN,
        "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
        "file is not a database": dbapi2.SQLITE_NOTADB,
    }
    return by_words.get(str(error), 0)


def file_trouble(error: OSError, home: Path | None) -> RecoverplanError:
    """Return what to tell a person about an error of the file system, at `home` unless it says."""
    # Of two names, the second is the one that a file was to have: the first is gone by then.
    where = error.filename2 or error.filename or home or "The disk"
    if error.errno in NO_ROOM:
        return CouldNotError(f"The disk is full. {NOTHING_CHANGED}", MAKE_ROOM)
    if error.errno == errno.ENAMETOOLONG:
        return too_long(str(where))
    if error.errno in NOT_ALLOWED:
        return CouldNotError(
            f"This account may not read or write {where}. {NOTHING_CHANGED}",
            "Make the folder writable, or choose another place with --store DIR.",
        )
    reason = error.strerror or "unknown trouble"
    return CouldNotError(f"{where}: {reason}. {NOTHING_CHANGED}")
