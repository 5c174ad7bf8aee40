"""How much of a plan is worked out. Beyond a fixed bound of people times stretches it leaves
something out, and says what: people from the end of the list first, then the weeks that come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from recoverplan.domain.coverage import Reach
from recoverplan.domain.risk import RiskWindow
from recoverplan.value import NamedTuple

IN_A_WEEK = 400_000  # people times stretches: 60 people and 60 windows a day are 25,000
IN_A_PLAN = 2_000_000  # the same of all weeks together


class LeftOut(NamedTuple):
    """What a plan leaves out: so many people at the end of the list, of so many who count, and the
    hours from an instant on (None: nothing).
    """

    people: int
    of: int
    after: datetime | None


def within_bound(reaches: Sequence[Reach], risks: Iterable[RiskWindow]) -> Sequence[Reach]:
    """Return the people that a week is planned with, in the person's order; `risks` has the window
    of each of its stretches.

    Everybody; beyond the bound those who were chosen for some hours, then the first on the list.
    """
    windows = list(risks)
    most = max(1, IN_A_WEEK // max(1, len(windows)))
    if len(reaches) <= most:
        return reaches
    chosen = {risk.check_in for risk in windows}
    by_need = sorted(reaches, key=lambda each: each.contact.id not in chosen)
    kept = {each.contact.id for each in by_need[:most]}
    return [each for each in reaches if each.contact.id in kept]
