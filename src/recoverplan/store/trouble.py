"""What goes wrong below, said in one plain sentence with its exit code: the only such seam."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recoverplan.errors import CouldNotError, DamagedError, GoneError, RecoverplanError
from recoverplan.words import files as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NOT_ALLOWED = (errno.EROFS, errno.EACCES, errno.EPERM)
LONGEST_HOME = 488  # bytes: SQLite takes paths of 512, with "/plan.db.new-journal" at the end


def damaged(what: str, way: str = words.LOOK_CLOSER) -> DamagedError:
    """Return the error for something of the store that is not what it should be, with a way on."""
    return DamagedError(what, f"{words.NOTHING_CHANGED} {way} {words.STILL_WORKS}")


def gone(home: Path) -> GoneError:
    """Return the error for a store that another program erased while this one waited."""
    return GoneError(words.GONE.format(home=home), words.BEGIN_ANEW)


def cannot_write(data: str) -> CouldNotError:
    """Return the error for a place where nothing can be written."""
    return CouldNotError(words.READ_ONLY.format(data=data), words.MAKE_WRITABLE)


def too_long(path: str | os.PathLike[str]) -> CouldNotError:
    """Return the error for a path that is longer than the system, or SQLite, can take."""
    start, length = f"{path}"[:40], len(f"{path}")
    message = words.PATH_TOO_LONG.format(length=length, start=start)
    return CouldNotError(message, words.SHORTER)


@contextmanager
def plain_words(home: Path) -> Iterator[None]:
    """Turn what the database raises inside into errors that a person can be told."""
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.IntegrityError:
        raise  # a mistake in this program, not in the person's data or disk
    except dbapi2.DatabaseError as error:
        said = database_trouble(error, words.YOUR_DATA_IN.format(home=home), home)
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
        return database_trouble(error, words.YOUR_DATA)
    return None


def database_trouble(error: Any, data: str, home: Path | None = None) -> RecoverplanError | None:
    """Return what to tell a person about a database error; None if it is a bug.

    `data` is what the sentence calls it: "Your data in /home/alex/notes".
    """
    from sqlcipher3 import dbapi2

    primary = primary_code(error)
    lacking = primary == dbapi2.SQLITE_ERROR and str(error).startswith(
        ("no such ", "malformed JSON")
    )
    if lacking or primary in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB):
        return damaged(words.PART_DAMAGED.format(data=data))
    if primary == dbapi2.SQLITE_READONLY:
        return cannot_write(data)
    if primary == dbapi2.SQLITE_CANTOPEN and home and len(os.fsencode(home)) > LONGEST_HOME:
        return too_long(home)
    busy = words.BUSY, words.TRY_AGAIN
    unopened = words.NOT_OPENED.format(data=data), words.MAY_IT
    said = {
        dbapi2.SQLITE_BUSY: busy,
        dbapi2.SQLITE_LOCKED: busy,
        dbapi2.SQLITE_FULL: (words.DISK_FULL, words.MAKE_ROOM),
        dbapi2.SQLITE_IOERR: (words.DISK_FAILING, words.MAKE_ROOM),
        dbapi2.SQLITE_CANTOPEN: unopened,
        dbapi2.SQLITE_PERM: unopened,
        dbapi2.SQLITE_AUTH: unopened,
    }.get(primary)
    return CouldNotError(f"{said[0]} {words.NOTHING_CHANGED}", said[1]) if said else None


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
    where = error.filename2 or error.filename or home or words.DISK
    if error.errno in NO_ROOM:
        return CouldNotError(f"{words.DISK_FULL} {words.NOTHING_CHANGED}", words.MAKE_ROOM)
    if error.errno == errno.ENAMETOOLONG:
        return too_long(str(where))
    if error.errno in NOT_ALLOWED:
        return CouldNotError(words.NOT_ALLOWED.format(where=where), words.MAKE_WRITABLE)
    reason = error.strerror or words.UNKNOWN_TROUBLE
    if error.errno == errno.ENOTDIR and home is not None:
        return CouldNotError(f"{where}: {reason}.", words.NAME_A_FOLDER)
    return CouldNotError(f"{where}: {reason}. {words.NOTHING_CHANGED}")
