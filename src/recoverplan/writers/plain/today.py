"""Today as plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.group import Group
from recoverplan.domain.plan import Plan
from recoverplan.domain.saying import long_day
from recoverplan.words import plan as words
from recoverplan.writers import wording
from recoverplan.writers.plain.plan import Heard, command, open_days, window_lines
from recoverplan.writers.plain.sentences import ended
from recoverplan.writers.viewer import Viewer


def today_lines(plan: Plan, viewer: Viewer, group: Group | None) -> Iterator[str]:
    """Yield today, line by line; `group` is one whose meeting may be logged."""
    now = plan.now.astimezone(plan.zone)
    yield f"{long_day(now.date())}."
    for note in wording.zone_notes(plan, viewer):
        yield note.replace(";", ",")
    heard = Heard(set(), open_days(plan, viewer), {}, {})
    for planned in plan.occurrences:
        yield from window_lines(planned, plan, viewer, heard)
    if not plan.occurrences:
        yield wording.quiet_or_empty(plan, viewer)
    following = wording.first_meeting(plan)
    if following is not None:
        said = wording.meeting_soon(following, plan, clock24=viewer.clock24)
        yield f"{words.NEXT_MEETING}: {ended(said)}"
    for pair in wording.today_next(viewer, group):
        yield command(pair)
