"""A run that may have something to show: under the lock it shows what is due, then notes it.

In this order: who is ended in between is shown one thing once too often, rather than never. Where
a disk has no room for a note, the file with the next instant is written over where it lies, which
takes none, and says until when things were shown. Where not even that can be, nothing is shown but
what has become due since the last call of the timer.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

from recoverplan.home import REMINDERS, REMINDERS_NEXT, REMINDERS_RAN
from recoverplan.ringing import next_look, notes, rows, rules
from recoverplan.ringing.rows import Reminders
from recoverplan.ringing.showing import CannotShowError, show

# pathlib would cost more than all the rest.
# ruff: noqa: PTH110, PTH116

TRIES = 3
EVERY = 300  # seconds: how often the timer calls
DAY = 86_400


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
        unnoted = unnoted_until(folder, now)
        shown = True
        if found is not None:
            take_unnoted(found, known, unnoted, now)
            shown, unnoted = show_due(folder, found, known, now, unnoted, printing=printing)
        with suppress(OSError):  # the next run looks again
            look_again_at(folder, found, known, now, of, unnoted)
        with suppress(OSError):
            os.utime(f"{folder}/{REMINDERS_RAN}", (now, now))
    return 0 if shown else 1


def show_due(
    folder: str, found: Reminders, known: notes.Notes, now: int, unnoted: int, *, printing: bool
) -> tuple[bool, int]:
    """Show each thing that is due, and note it; tell whether all could be shown and noted, and
    until when things were shown and could not be noted.
    """
    blind = False
    before = unnoted
    for number, row in enumerate(rules.due(found, known, now)):
        blind = blind if number else not can_be_remembered(folder)
        if blind and row.due <= now - EVERY:
            continue
        try:
            show(row.words, found, printing=printing)
        except CannotShowError as error:
            if line := known.hindered(str(error), now):
                with suppress(OSError):
                    notes.write(folder, line, known, now)
            return False, unnoted
        try:
            notes.write(folder, known.take(row, now), known, now)
        except OSError:
            unnoted = now
    return unnoted == before, unnoted


def unnoted_until(folder: str, now: int) -> int:
    """Return until when things were shown lately that could not be noted; 0 if all were."""
    try:
        *_, until = map(int, next_look(folder).split()[3:])
    except (OSError, ValueError):
        return 0
    return until if until <= now < until + DAY else 0


def take_unnoted(found: Reminders, known: notes.Notes, unnoted: int, now: int) -> None:
    """Take what was shown and could not be noted as shown."""
    for row in found.rows:
        if row.due <= unnoted and now < row.until and not known.told(row):
            known.take(row, unnoted)


def can_be_remembered(folder: str) -> bool:
    """Tell whether the file with the next instant can be written over where it lies."""
    path = f"{folder}/{REMINDERS_NEXT}"
    try:
        if not os.path.exists(path):
            notes.replace(path, "0 0 0\n")
        notes.over(path, next_look(folder).decode())
    except (OSError, ValueError):
        return False
    return True


def look_again_at(
    folder: str, found: Reminders | None, known: notes.Notes, now: int, of: int, unnoted: int
) -> None:
    """Write when to look again; anew if the reminders were changed meanwhile."""
    path = f"{folder}/{REMINDERS_NEXT}"
    for _ in range(TRIES):
        due = rules.NEVER if found is None else rules.look_again(found, known, now)
        text = f"{due} {now} {of}" + (f" {unnoted}" if unnoted else "") + "\n"
        try:
            notes.replace(path, text, due)  # its time is for fish
        except OSError:
            notes.over(path, text, due)
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
