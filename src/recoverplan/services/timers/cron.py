"""A line in the user's crontab. Every other byte of it stays as it is.

No lock exists among those who change a crontab: it is read, read again before it is written, and
read back afterwards. One that can't be read is never taken for an empty one.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from shutil import which

from recoverplan.errors import CouldNotError
from recoverplan.services.timers.programs import ask, done
from recoverplan.store.trouble import plain_file_words
from recoverplan.words import remind as words
from recoverplan.words.files import TRY_AGAIN
from recoverplan.writers import timers
from recoverplan.writers.timers import Entry, Job

TRIES = 3
# How cron, and busybox's, say that there is none; all else that is said is trouble.
NONE_YET = (b"no crontab for", b"No such file")
CARRIAGE_RETURN = b"\\r\n"  # crontab shows it so, and would write back what it shows


def answers() -> bool:
    """Tell whether this user may have a crontab."""
    with suppress(CouldNotError):
        read()
        return True
    return False


def entries(job: Job) -> list[Entry]:
    """Return the line."""
    return [Entry(words.CRONTAB, line(job).decode().rstrip("\n"))]


def line(job: Job) -> bytes:
    """Return the line as it is written. Raises CouldNotError for a path that can't be in one."""
    try:
        return timers.crontab_line(job)
    except ValueError as error:
        raise CouldNotError(words.NO_CRONTAB_LINE, words.OTHER_WAYS) from error


def put(job: Job) -> None:
    """Write the line at the end of the crontab, in the place of one that was there before."""
    change(job, line(job))


def take(job: Job) -> bool:
    """Take the line away, from the copy that newer versions of cron keep too."""
    if there(job) is None:
        return False
    change(job, b"")
    clean_copy(job)
    return True


def there(job: Job) -> bool | None:
    """Tell whether the line is there as it would be written; None: not at all."""
    try:
        found = [each for each in (read() or b"").splitlines(keepends=True) if is_ours(each, job)]
    except CouldNotError:
        if which("crontab") is None:
            return None
        raise
    return found == [line(job)] if found else None


def is_ours(each: bytes, job: Job) -> bool:
    """Tell whether a line of a crontab is the one that was put there."""
    return each.rstrip(b"\n").endswith(timers.crontab_mark(job))


def read() -> bytes | None:
    """Return the crontab, None where there is none. Raises CouldNotError for all else."""
    told = ask("crontab", "-l")
    if told.returncode == 0:
        return told.stdout
    if any(said in told.stderr for said in NONE_YET):
        return None
    said = told.stderr.decode(errors="replace").strip().rstrip(".")
    raise CouldNotError(words.CRONTAB_UNREAD.format(said=said), words.OTHER_WAYS)


def change(job: Job, ours: bytes) -> None:
    """Write the crontab with our line at its end, or (b"") without it.

    Raises CouldNotError; then nothing was changed, unless it says so.
    """
    for _ in range(TRIES):
        before = read()
        if CARRIAGE_RETURN in (before or b""):
            raise CouldNotError(words.CRONTAB_RETURNS, words.OTHER_WAYS)
        others = without(before or b"", job)
        gap = b"" if not ours or not others or others.endswith(b"\n") else b"\n"
        after = others + gap + ours
        if after == (before or b""):
            return
        if read() != before:
            continue  # somebody was faster
        if after:
            done("crontab", "-", given=after)
        else:
            done("crontab", "-r")
        if (read() or b"") == after:
            return
    raise CouldNotError(words.CRONTAB_BUSY, TRY_AGAIN)


def without(table: bytes, job: Job) -> bytes:
    """Return a crontab without our line."""
    lines = table.splitlines(keepends=True)
    return b"".join(each for each in lines if not is_ours(each, job))


def clean_copy(job: Job) -> None:
    """Take our line out of the copy that cronie's crontab leaves of what was there before."""
    from platformdirs import user_cache_path

    copy: Path = user_cache_path() / "crontab" / "crontab.bak"
    with plain_file_words(copy.parent):
        if not copy.is_file():
            return
        found = copy.read_bytes()
        if (others := without(found, job)) != found:
            copy.write_bytes(others)  # in place: its owner and mode are cron's business
