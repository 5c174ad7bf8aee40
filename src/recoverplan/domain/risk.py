"""Risk windows: hours that are hard. On screens they are always "hard hours"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from recoverplan.domain.schedule import Hours
from recoverplan.value import Value

LEVELS = ("high", "medium", "low")  # in the order in which they get a person


class IfThen(Value):
    """If this happens, then I do that; said once aloud it is easier to do."""

    condition: str
    action: str

    @property
    def said(self) -> str:
        """Return it in one: "If I pace, then I put on shoes"."""
        return f"If {self.condition}, then {self.action}"


class RiskWindow(Value):
    """Hours that are hard: a label, a schedule, a level, triggers, steps.

    The schedule floats: 21:00 is 21:00 wherever the person is. `check_in` pins a contact by id;
    `no_check_in` says that nobody is to be asked for these hours. `prepare` holds what to do
    before them, each with how long before ("1 day", "card to Dana"); `prepared` which of it was
    done, each text with the start (ISO, UTC) of the hours it was done for.
    """

    id: int = 0
    label: str
    hours: Hours
    level: str = "medium"
    triggers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    if_thens: tuple[IfThen, ...] = ()
    check_in: int | None = None
    no_check_in: bool = False
    prepare: tuple[tuple[str, str], ...] = ()
    prepared: tuple[tuple[str, str], ...] = ()
    created: datetime  # UTC


def highest_first(risks: Iterable[RiskWindow]) -> list[RiskWindow]:
    """Return the windows by level, high first, those of one level as they were entered."""
    return sorted(risks, key=lambda risk: (LEVELS.index(risk.level), risk.id))
