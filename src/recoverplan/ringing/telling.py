"""A run that may have something to show: under the lock it shows what is due, then notes it.

In this order: who is ended in between is shown one thing once too often, rather than never.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

from recoverplan.home import REMINDERS, REMINDERS_NEXT, REMINDERS_RAN
from recoverplan.ringing import notes, rows, rules
from recoverplan.ringing.rows import Reminders
from recoverplan.ringing.showing import CannotShowError, show

# pathlib would cost more than all the rest.
# ruff: noqa: PTH116

TRIES = 3


def tell_due(folder: str, *, printing: bool) -> int:
    """Show what is due and return the exit code: 0, or 1 if a notice could not be shown.

    Where another run is just doing that, it is left to it. Reminders that are off are nothing due.
    """
    try:
        of = age(folder)
        found = rows.read(folder)
    except FileNotFoundError:
        return 0
    with notes.Alone(folder) as alone:
        if not alone:
            return 0
        now = moment(found)
        known = notes.read(folder)
        shown = found is None or show_due(folder, found, known, now, printing=printing)
        with suppress(OSError):  # a full disk: the next run looks again
            look_again_at(folder, found, known, now, of)
            os.utime(f"{folder}/{REMINDERS_RAN}", (now, now))
    return 0 if shown else 1


def show_due(
    folder: str, found: Reminders, known: notes.Notes, now: int, *, printing: bool
) -> bool:
    """Show each thing that is due, and note it; tell whether all could be shown."""
    for row in rules.due(found, known, now):
        try:
            show(row.words, found, printing=printing)
        except CannotShowError as error:
            if line := known.hindered(str(error), now):
                notes.write(folder, line, known, now)
            return False
        notes.write(folder, known.take(row, now), known, now)
    return True


def look_again_at(
    folder: str, found: Reminders | None, known: notes.Notes, now: int, of: int
) -> None:
    """Write when to look again; anew if the reminders were changed meanwhile."""
    for _ in range(TRIES):
        due = rules.NEVER if found is None else rules.look_again(found, known, now)
        text = f"{due} {now} {of}\n"
        notes.replace(f"{folder}/{REMINDERS_NEXT}", text, due)  # its time is for fish
        before, of = of, age(folder)
        if of == before:
            return
        found = rows.read(folder)


def age(folder: str) -> int:
    """Return what tells one state of the reminders from another."""
    return os.stat(f"{folder}/{REMINDERS}").st_mtime_ns


def moment(found: Reminders | None) -> int:
    """Return this moment in seconds since 1970: RECOVERPLAN_NOW, or the clock."""
    if not os.environ.get("RECOVERPLAN_NOW"):
        return int(time.time())
    from recoverplan.now.held import held

    return held(None, found.fact("zone") if found else "")[0]
