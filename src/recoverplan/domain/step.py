"""Steps, things to do in the order of a safety plan; and reasons, why somebody is doing this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from recoverplan.domain.risk import RiskWindow, highest_first
from recoverplan.value import Value
from recoverplan.words import usage as words

# The order of a safety plan: kind as typed, and as said.
KINDS = words.STEP_KINDS


class Step(Value):
    """Something to do. `meeting` is where an idea was heard, if it came from there."""

    id: int = 0
    text: str
    kind: str
    meeting: int | None = None
    created: datetime  # UTC


def in_plan_order(steps: Iterable[Step]) -> list[Step]:
    """Return the steps in the order of a safety plan, those of one kind as they were entered."""
    kinds = tuple(KINDS)
    return sorted(steps, key=lambda step: (kinds.index(step.kind), step.id))


def to_carry(steps: Iterable[Step], risks: Iterable[RiskWindow]) -> list[str]:
    """Return what to do, each once: the general steps; with none, those of all hard hours.

    Of hard hours the highest level comes first; where these have no steps either, their if-thens.
    """
    texts = [step.text for step in to_do(steps)]
    if not texts:
        hours = highest_first(risks)
        texts = [step for risk in hours for step in risk.steps]
        texts = texts or [pair.said for risk in hours for pair in risk.if_thens]
    once: dict[str, str] = {}
    for text in texts:
        once.setdefault(text.casefold(), text)
    return list(once.values())


def to_do(steps: Iterable[Step]) -> list[Step]:
    """Return the steps in that order, without warning signs: these are noticed, not done."""
    return [step for step in in_plan_order(steps) if step.kind != "sign"]


def signs(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return the warning signs, as they were entered."""
    return tuple(step.text for step in in_plan_order(steps) if step.kind == "sign")


# The screens that can carry a reason.
SHOWN = ("now", "card", "plan", "review", "safety")


class Reason(Value):
    """One reason. `shown`: the screens that carry it, of SHOWN; none: kept to oneself."""

    id: int = 0
    text: str
    shown: tuple[str, ...] = ()
    created: datetime  # UTC


def of_the_day(reasons: Sequence[str], day: date) -> str | None:
    """Return the one to show where there is room for one: each has its day; None of none."""
    return reasons[day.toordinal() % len(reasons)] if reasons else None
