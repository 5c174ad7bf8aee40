"""`remind run`: what the timer calls every five minutes. It shows what is due, and notes it.

Nothing is due nearly always: then one number is read, and next to nothing is imported. It never
opens the store and needs no zone: `reminders.txt` (writers/reminders.py), which every change keeps
in step, says what to show between which instants.

`rows` reads that file, `rules` says what is to be shown at an instant, `notes` remembers what was
shown, `showing` shows it, `telling` puts them together.
"""

import os
import sys
import time

from recoverplan.home import CAREFULLY, REMINDERS, REMINDERS_NEXT, REMINDERS_RAN, data_home

# pathlib would cost more than all the rest, and `__future__` is a module too.
# ruff: noqa: PTH111, PTH116

PRINT = "--print"
LONGEST = 80  # bytes of the file with the next instant


def main(options: list[str], arguments: list[str]) -> int:
    """Show what is due and return the exit code: 0, 1 if a notice could not be shown, 2.

    `options` are those of every command. With `--print` notices are lines on the terminal.
    """
    unknown = [argument for argument in arguments if argument != PRINT]
    if unknown:
        from recoverplan.words.remind import UNKNOWN_OPTION

        sys.stderr.write(UNKNOWN_OPTION.format(option=unknown[0]) + "\n")
        return 2
    folder = folder_of(options)
    if nothing_due(folder):
        return 0
    try:
        from recoverplan.ringing.telling import tell_due

        return tell_due(folder, printing=PRINT in arguments)
    except OSError as error:  # something else where a file of ours should be
        from recoverplan.now.card import harmless

        sys.stderr.write(f"{harmless(str(error.filename))}: {error.strerror}.\n")
        return 1
    except Exception as error:  # a timer has nobody to read a traceback
        if os.environ.get("RECOVERPLAN_DEBUG"):
            raise
        sys.stderr.write(f"{type(error).__name__}\n")
        return 1


def folder_of(options: list[str]) -> str:
    """Return the folder of the store."""
    waiting = iter(options)
    for option in waiting:
        if option == "--store":
            return os.path.expanduser(next(waiting, ""))
        if option.startswith("--store="):
            return os.path.expanduser(option.partition("=")[2])
    return data_home()


def nothing_due(folder: str) -> bool:
    """Tell whether nothing can be due, by one number; leave the trace of a run, if so.

    The file holds the next instant at which to look, the instant from which on that is so (a clock
    that was set back must look again), the time of the reminders that it is about, and until when
    things were shown that could not be noted, if there was no room.
    """
    if os.environ.get("RECOVERPLAN_NOW"):
        return False
    now = time.time()
    try:
        due, since, of, *_ = map(int, next_look(folder).split())
        if not since <= now < due or os.stat(f"{folder}/{REMINDERS}").st_mtime_ns != of:
            return False
        os.utime(f"{folder}/{REMINDERS_RAN}", (now, now))
    except (OSError, ValueError):
        return False
    return True


def next_look(folder: str) -> bytes:
    """Return what the file with the next instant begins with. Raises OSError."""
    descriptor = os.open(f"{folder}/{REMINDERS_NEXT}", os.O_RDONLY | CAREFULLY)
    try:
        return os.read(descriptor, LONGEST)
    finally:
        os.close(descriptor)
