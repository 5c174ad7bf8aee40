"""What is said when a file for a phone was written."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.calendar import Calendar
from recoverplan.domain.saying import medium_day
from recoverplan.words import publish as words

SOME_WEEKS = 20  # days


def calendar_told(calendar: Calendar, *, full: bool) -> Iterator[str]:
    """Say what is in the file, what a phone may do with it, and who may see it."""
    said = words.CHECK_INS_THROUGH if calendar.check_ins else words.NO_CHECK_INS
    short = (calendar.through - calendar.now.date()).days < SOME_WEEKS
    more = f" {words.MORE_CHECK_INS}" if calendar.check_ins and short else ""
    yield said.format(day=medium_day(calendar.through)) + more
    if calendar.check_ins:
        yield words.ALARM
    if calendar.singly and calendar.singly_through:
        through = f"{medium_day(calendar.singly_through)} {calendar.singly_through.year}"
        yield words.SINGLY.format(labels=" and ".join(calendar.singly), day=through)
    if calendar.perhaps:
        yield words.PERHAPS.format(names=", ".join(calendar.perhaps))
    yield words.COPIED_FULL if full else words.COPIED
    yield words.BRING_IN
