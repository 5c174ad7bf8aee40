"""One risk window's occurrences as plain lines, in full, with why this person at this time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoverplan.domain.plan import Plan
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.text import clean
from recoverplan.domain.why import Why
from recoverplan.words.plan import NOT_SOON
from recoverplan.writers.plain.plan import Heard, days_heard, open_days, what_to_do, window_lines
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.why import next_hours, reasons, unasked_words


def one_risk_lines(
    plan: Plan, risk: RiskWindow, whys: Sequence[Why], viewer: Viewer, lead_minutes: int
) -> Iterator[str]:
    """Yield the window's occurrences in the plan; `whys` has one for each of them."""
    yield f"{clean(risk.label)}: {days_heard(plan)}."
    if viewer.unasked is not None:
        yield unasked_words(viewer.unasked, plan, full=True)
    heard = Heard(set(), open_days(plan, viewer), {}, {})
    for planned, why in zip(plan.occurrences, whys, strict=True):
        yield from window_lines(planned, plan, viewer, heard)
        yield from reasons(
            why, planned, plan.zone, lead_minutes=lead_minutes, clock24=viewer.clock24
        )
    for planned in plan.occurrences[:1]:
        yield from what_to_do(planned)
    if not plan.occurrences:
        yield next_hours(plan, clock24=viewer.clock24) or NOT_SOON
