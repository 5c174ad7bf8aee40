"""What is offered when something is logged, one key each: what set it off, and what was done.

Picking from a list is quick, and it keeps one thing under one name, so that it can be counted.
"""

from __future__ import annotations

from collections.abc import Iterable

from recoverplan.data.picklists import STEPS, TRIGGERS
from recoverplan.domain.lapse import Lapse
from recoverplan.domain.naming import folded
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.step import Step, to_do
from recoverplan.domain.urge import Urge

ONE_KEY = 9  # as many as have a key of their own


def triggers_offered(
    logged: Iterable[Urge | Lapse], risks: Iterable[RiskWindow]
) -> tuple[str, ...]:
    """Return tags to offer for what set it off, the likeliest first.

    The person's own earlier ones by how often they were said, then what makes their hard hours
    hard, then the pick-list.
    """
    earlier = sorted(logged, key=lambda log: (log.at, log.created))
    said = by_use(tag for log in earlier for tag in log.triggers)
    return first_of(said, (tag for risk in risks for tag in risk.triggers), TRIGGERS)


def answers_offered(urges: Iterable[Urge], steps: Iterable[Step]) -> tuple[str, ...]:
    """Return what to offer for what was done about an urge, the likeliest first.

    The person's own earlier answers by how often they were given, then their steps; a person who
    has neither yet is offered the pick-list.
    """
    earlier = sorted(urges, key=lambda urge: (urge.at, urge.created))
    own = first_of(
        by_use(urge.did for urge in earlier if urge.did), (step.text for step in to_do(steps))
    )
    return own or first_of(idea.text for idea in STEPS if idea.kind == "alone")


def by_use(texts: Iterable[str]) -> list[str]:
    """Return each text once, as it was written last: the most frequent first, then the newest.

    `texts` come oldest first.
    """
    counts: dict[str, int] = {}
    newest: dict[str, str] = {}
    for text in texts:
        key = folded(text)
        counts[key] = counts.get(key, 0) + 1
        newest.pop(key, None)  # so that the order is that of the last use
        newest[key] = text
    newest_first = list(newest)[::-1]
    return [newest[key] for key in sorted(newest_first, key=lambda key: -counts[key])]


def first_of(*sources: Iterable[str]) -> tuple[str, ...]:
    """Return the first different texts of all sources, as many as have a key of their own."""
    found: dict[str, str] = {}
    for source in sources:
        for text in source:
            if folded(text):
                found.setdefault(folded(text), text)
    return tuple(found.values())[:ONE_KEY]
