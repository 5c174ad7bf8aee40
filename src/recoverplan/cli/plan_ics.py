"""`recoverplan plan --ics`: the plan as a file for a phone's calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoverplan.cli.fields import choice
from recoverplan.cli.session import Session
from recoverplan.errors import CouldNotError
from recoverplan.words import publish as words

if TYPE_CHECKING:
    from recoverplan.cli.plan_files import Files
    from recoverplan.domain.plan import Facts, Plan

TITLES = (NEUTRAL, FULL) = ("neutral", "full")


def write_calendar(
    session: Session, known: Facts, made: Plan, files: Files, *, force: bool
) -> None:
    """Write the calendar and print its path; what to know about it goes to stderr.

    Raises UsageError for titles of another kind, CouldNotError where there is nothing to write.
    """
    from recoverplan.cli.file_out import write_made
    from recoverplan.cli.output import tell
    from recoverplan.domain.calendar import make_calendar
    from recoverplan.writers.ics import ics
    from recoverplan.writers.plain.phone import calendar_told

    full = choice("--titles", files.titles or NEUTRAL, TITLES) == FULL
    calendar = make_calendar(
        known, made, prefer=session.settings.prefer, full=full, region=session.region.code
    )
    if not calendar.entries:
        raise CouldNotError(words.NO_ENTRIES, words.ADD_HOURS)
    write_made(files.ics, ics(calendar), force=force, example="week.ics")
    for line in calendar_told(calendar, full=full):
        tell(line)
