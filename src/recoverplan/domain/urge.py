"""Urges and lapses, logged by the person for their own eyes: as they were, information and no
verdict. What is offered, one key each, while one is logged and after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from recoverplan.data.picklists import STEPS, TRIGGERS
from recoverplan.domain.contact import Contact
from recoverplan.domain.coverage import reach
from recoverplan.domain.naming import folded, once
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.saying import typed_hours, typed_weekday
from recoverplan.domain.schedule import occurrences
from recoverplan.domain.step import Step, to_do
from recoverplan.value import Value

STRONGEST = 10  # of a scale from 0


class Urge(Value):
    """One urge. `at` is when (UTC), `zone` where that was.

    `strength` and `after` go from 0 to 10, None when not said. `triggers` are the person's own
    tags for what set it off; `did` is what they did about it.
    """

    id: int = 0
    at: datetime
    rough: bool = False  # said as about then
    zone: str
    strength: int | None = None
    triggers: tuple[str, ...] = ()
    did: str | None = None
    after: int | None = None
    note: str | None = None
    created: datetime  # UTC

    @property
    def change(self) -> tuple[int, int] | None:
        """Return how strong it was, then and afterwards; None where only one of these was said."""
        if self.strength is None or self.after is None:
            return None
        return self.strength, self.after


class Lapse(Value):
    """One lapse. `at` is when (UTC), `zone` where that was; `triggers` are what came before it."""

    id: int = 0
    at: datetime
    rough: bool = False  # said as about then
    zone: str
    triggers: tuple[str, ...] = ()
    note: str | None = None
    created: datetime  # UTC


# What is offered when something is logged, one key each: what set it off, and what was done.
#
# Picking from a list is quick, and it keeps one thing under one name, so that it can be counted.

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
    return once(chain(*sources))[:ONE_KEY]


LENGTH = timedelta(hours=2)  # of the hours offered, from the full hour in which it happened


def somebody(contacts: Iterable[Contact], now: datetime, zone: ZoneInfo) -> Contact | None:
    """Return whom to tell: the first who counts and can be reached now, else the first who counts.

    None where nobody on the list counts.
    """
    moment = now.astimezone(UTC)
    people = reach(contacts, moment, moment + timedelta(minutes=1), zone)
    here = [each.contact for each in people if each.spans]
    return next(iter([*here, *(each.contact for each in people)]), None)


def hours_around(lapse: Lapse, risks: Sequence[RiskWindow], zone: ZoneInfo) -> str | None:
    """Return a phrase for the hours of the week in which it happened: "mon 21:00-23:00".

    None where hard hours stand there already.
    """
    if any(occurrences(risk.hours.schedule, zone, lapse.at, soon(lapse.at)) for risk in risks):
        return None
    start, end = full_hours(lapse, zone)
    return f"{typed_weekday(start.weekday())} {typed_hours(start.hour, end.hour)}"


def full_hours(lapse: Lapse, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the hours around a lapse that are offered, as wall time."""
    start = lapse.at.astimezone(zone).replace(minute=0, second=0, microsecond=0, tzinfo=None)
    return start, start + LENGTH


def soon(instant: datetime) -> datetime:
    """Return the instant right after, the end of the shortest stretch."""
    return instant + timedelta(seconds=1)
