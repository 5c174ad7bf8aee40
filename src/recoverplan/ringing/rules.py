"""What is to be shown at an instant, and when to look again. Pure; all in whole seconds.

Each thing is shown once, from when it is due for as long as it helps, the first due first. What is
held back (snoozed, the day's number reached) is not noted: it is shown later if it still helps,
else never. Quiet hours were cut out of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.ringing.notes import Notes
from recoverplan.ringing.rows import Reminders, Row

NEVER = 4_102_444_800  # the year 2100: file systems can hold it as a time


def due(found: Reminders, notes: Notes, now: int) -> Iterator[Row]:
    """Yield what is to be shown now, in order. The caller notes each before it takes the next."""
    if now < notes.snoozed:
        return
    for row in found.rows:
        if row.due > now:
            break
        if now < row.until and not notes.told(row) and notes.of_day(row.day) < found.most:
            yield row


def look_again(found: Reminders, notes: Notes, now: int) -> int:
    """Return the next instant at which something may be to show; NEVER for none.

    That is now or before where something could not be shown and still helps.
    """
    after = max(now, notes.snoozed)
    moments = (
        row.due if after == now else max(row.due, after)
        for row in found.rows
        if row.until > after and not notes.told(row) and notes.of_day(row.day) < found.most
    )
    return min(moments, default=NEVER)


def forecast(found: Reminders, notes: Notes, now: int, end: int) -> Iterator[tuple[int, Row]]:
    """Yield what will be shown until `end` if the computer is always on, and when.

    Notes it in `notes`, which are not to be kept.
    """
    at = now
    while at < end:
        for row in due(found, notes, at):
            notes.take(row, at)
            yield at, row
        at = max(at + 1, look_again(found, notes, at))
