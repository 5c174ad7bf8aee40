"""Private files: only this account may read them, from the first byte on; written whole or not."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from recoverplan.errors import UnconfirmedError


def make_folder(home: Path) -> None:
    """Make the store's folder, 0700. One that is there and empty is made private too.

    A folder that already holds something else keeps its mode: it is not ours alone. Folders above
    it that are not there are made private too.
    """
    for folder in reversed([home, *home.parents]):
        if not present(folder):
            folder.mkdir(mode=0o700, exist_ok=True)
    if not any(home.iterdir()):
        home.chmod(0o700)


def ours_at_a_glance(home: Path) -> bool:
    """Tell whether a folder that is there is clearly this account's, and closed to all others."""
    if os.name == "nt":
        return True
    found = home.lstat()
    return stat.S_ISDIR(found.st_mode) and (
        found.st_uid == os.geteuid() and not found.st_mode & stat.S_IWOTH
    )


def make_empty(path: Path) -> int:
    """Make a new empty file that only this account can read, and return its descriptor.

    Raises FileExistsError for whatever is there, a symbolic link included.
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o600)


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file at `path` by `content`: after a crash it holds the old or the new, whole.

    The caller holds the lock that keeps two programs from doing this to one file at once. Raises
    OSError where the old one is there still, UnconfirmedError where the new one is, and the disk
    did not say that it will stay.
    """
    waiting = path.with_name(path.name + ".new")
    waiting.unlink(missing_ok=True)
    descriptor = make_empty(waiting)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
    try:
        sync_folder(path.parent)
    except OSError as error:
        from recoverplan.words import ending as words

        why = f"{error.filename or path.parent}: {error.strerror}."
        message = words.FILE_NOT_CONFIRMED.format(path=path)
        raise UnconfirmedError(message, words.OURS_AGAIN.format(why=why)) from error


def sync_folder(folder: Path) -> None:
    """Bring the folder's own entries to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems have no such thing
            raise
    finally:
        os.close(descriptor)


def copy_private(path: Path, copy: Path) -> None:
    """Copy a file to one that only this account can read."""
    import shutil

    with path.open("rb") as source, os.fdopen(make_empty(copy), "wb") as target:
        shutil.copyfileobj(source, target)


def present(path: Path) -> bool:
    """Tell whether anything has that name, a broken link included. Raises OSError."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
