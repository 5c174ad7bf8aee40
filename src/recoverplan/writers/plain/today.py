"""Today as plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.plan import Plan
from recoverplan.domain.saying import long_day
from recoverplan.writers import wording
from recoverplan.writers.front import Front
from recoverplan.writers.plain.plan import command
from recoverplan.writers.plain.rows import ended
from recoverplan.writers.viewer import Viewer


def today_lines(plan: Plan, viewer: Viewer, front: Front) -> Iterator[str]:
    """Yield today, line by line."""
    yield f"{long_day(plan.now.astimezone(plan.zone).date())}."
    for note in wording.zone_notes(plan, viewer):
        yield note.replace(";", ",")
    for time, said in front.entries:
        yield ended(f"{wording.capital(time)}: {said}" if time else wording.capital(said))
    yield from map(ended, front.notes)
    if front.why:
        yield front.why
    yield from map(command, front.pairs)
