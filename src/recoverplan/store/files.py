"""Private files: only this account may read them, from the first byte on; written whole or not.

What is on its way to its name is held by a lock for as long as somebody is at it (`passing`): a
file without one was left by a program that was killed, and may go (`sweep`).
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from recoverplan.errors import FileUnconfirmedError
from recoverplan.home import CAREFULLY, planted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


KINDS = (
    (stat.S_ISLNK, "a link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)


MOST_TO_ZERO = 65_536  # bytes; keys.json is shorter, and stands at the start of a backup


class NotOursError(ValueError):
    """What has the name of a file of ours cannot be one; the text says what it is."""


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
    if sys.platform == "win32":
        return True
    found = home.lstat()
    return stat.S_ISDIR(found.st_mode) and (
        found.st_uid == this_account() and not found.st_mode & stat.S_IWOTH
    )


def this_account() -> int:
    """Return the number of the account that runs the program; 0 where accounts have none."""
    if sys.platform == "win32":
        return 0
    return os.geteuid()


def make_empty(path: Path) -> int:
    """Make a new empty file that only this account can read, and return its descriptor.

    No sweep takes the file while that is open. Raises FileExistsError for whatever is there, a
    symbolic link included.
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    while True:
        descriptor = os.open(path, flags, 0o600)
        if held(descriptor):
            return descriptor
        os.close(descriptor)  # swept away before it was held


def held(descriptor: int) -> bool:
    """Hold a file against sweeps until its descriptor is closed; False if it is gone already."""
    lock(descriptor, exclusive=False)
    return os.fstat(descriptor).st_nlink > 0


def lock(descriptor: int, *, exclusive: bool) -> bool:
    """Lock a file until its descriptor is closed; an exclusive lock is not waited for.

    False where another program holds it. Where there are no such locks, it counts as held.
    """
    if sys.platform == "win32":  # there nobody can remove an open file anyway
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB if exclusive else fcntl.LOCK_SH)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


@contextmanager
def passing(path: Path, beside: Iterable[str] = (), *, sweeping: bool = True) -> Iterator[BinaryIO]:
    """Keep a private file under a passing name, and take away what has that name afterwards.

    What an earlier run left there goes first, unless `sweeping` was done already. `beside`: endings
    of what SQLite may put beside it. Raises FileExistsError while another program is at it, and
    other OSErrors.
    """
    for ending in ("", *beside) if sweeping else ():
        sweep(path.with_name(path.name + ending))
    with os.fdopen(make_empty(path), "wb") as file:
        try:
            yield file
        finally:
            if sys.platform == "win32":
                file.close()
            for ending in ("", *beside):
                with suppress(OSError):
                    path.with_name(path.name + ending).unlink(missing_ok=True)


def sweep(path: Path, *, odd_too: bool = True) -> bool:
    """Take away a passing file that no program is at any more; tell whether its name is free.

    `odd_too`: also what is no file, and so nothing that a program of ours made.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            if odd_too:
                path.unlink()
            return odd_too
        with FileIO(path, "r+", opener=carefully) as file:
            if not lock(file.fileno(), exclusive=True):
                return False
            if not os.path.samestat(os.fstat(file.fileno()), path.lstat()):
                return False  # it was done, and has its own name; another is on its way
            zero(file)
            if sys.platform != "win32":
                path.unlink()
        if sys.platform == "win32":
            path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def in_use(path: Path) -> bool:
    """Tell whether a passing file is gone by now, or held by a program that writes or sweeps it."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return False
        with FileIO(path, "r", opener=carefully) as file:
            return not lock(file.fileno(), exclusive=True)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def take_away(path: Path, *, blank: bool = True) -> None:
    """Unlink a file; with `blank` zeros go over its start, and some disks then hold no key of it.

    An empty folder in its place goes too. Raises OSError.
    """
    found = path.lstat()
    if stat.S_ISDIR(found.st_mode):
        path.rmdir()
        return
    # Of a file with another name beside this one, that one is the person's, and stays as it is.
    if blank and stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
        with suppress(OSError), FileIO(path, "r+", opener=carefully) as file:
            zero(file)
    path.unlink()


def zero(file: FileIO) -> None:
    """Write zeros over the start of a file, as far as it reaches."""
    file.write(bytes(min(os.fstat(file.fileno()).st_size, MOST_TO_ZERO)))
    os.fsync(file.fileno())


def carefully(path: str, flags: int) -> int:
    """Open a file without waiting for anybody, and follow no link."""
    return os.open(path, flags | CAREFULLY)


def read_small(path: Path, most: int) -> bytes:
    """Return what a file of ours holds, without waiting for anybody.

    Raises NotOursError for what is no plain file of at most so many bytes, and OSError.
    """
    content = read_start(path, most + 1)
    if len(content) > most:
        from recoverplan.words import files as words

        raise NotOursError(words.FAR_TOO_LARGE.format(path=path))
    return content


def read_start(path: Path, most: int) -> bytes:
    """Return the first bytes of a file, without waiting for anybody.

    Raises NotOursError for what is no plain file, and OSError.
    """
    refuse_odd(path, path.lstat())
    with FileIO(path, "r", opener=carefully) as file:
        refuse_odd(path, os.fstat(file.fileno()))
        content = b""
        while len(content) < most and (piece := file.read(most - len(content))):
            content += piece
    return content


def refuse_odd(path: Path, found: os.stat_result) -> None:
    """Raise NotOursError for what is no plain file."""
    if not stat.S_ISREG(found.st_mode):
        kind = next((kind for is_one, kind in KINDS if is_one(found.st_mode)), "something else")
        from recoverplan.words import files as words

        raise NotOursError(words.NOT_OURS.format(path=path, kind=kind))


def refuse_planted(path: Path, found: os.stat_result) -> None:
    """Raise NotOursError for what another account has put into a folder that is not its own."""
    if planted(found, path.parent):
        from recoverplan.words import files as words

        raise NotOursError(words.PLANTED.format(path=path))


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file at `path` by `content`: after a crash it holds the old or the new, whole.

    The caller holds the lock that keeps two programs from doing this to one file at once. Raises
    OSError where the old one is there still, FileUnconfirmedError where the new one is, and the
    disk did not say that it will stay.
    """
    waiting = path.with_name(path.name + ".new")
    with passing(waiting) as file:
        file.write(content)
        to_disk(file)
        waiting.replace(path)
    try:
        sync_folder(path.parent)
    except OSError as error:
        from recoverplan.words import files as words

        why = f"{error.filename or path.parent}: {error.strerror}."
        message = words.FILE_NOT_CONFIRMED.format(path=path)
        raise FileUnconfirmedError(message, words.OURS_AGAIN.format(why=why), why) from error


def to_disk(file: BinaryIO) -> None:
    """Bring what was written to the disk; then the file can be given another name."""
    file.flush()
    os.fsync(file.fileno())
    if sys.platform == "win32":  # there an open file keeps its name
        file.close()


def sync_folder(folder: Path) -> None:
    """Bring the folder's own entries to the disk, where the system can."""
    if sys.platform == "win32":
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


def identity(path: Path) -> tuple[int, int]:
    """Return what tells this file from another that may get its name. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino
