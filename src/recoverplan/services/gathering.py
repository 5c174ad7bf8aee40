"""The log as `domain/suggest.py` reads it: what was logged, and the hours that stand already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import EARLIEST, occurrences
from recoverplan.domain.suggest import Part, Suggestion, Wall, part_of_day, suggest
from recoverplan.domain.zone import known_zone
from recoverplan.store.opening import Store
from recoverplan.store.tables import load_logged, risks

# What was hard years ago need not be hard now; those who log little are told of all they logged.
A_YEAR, ENOUGH = timedelta(days=366), 500
# What begins later than the log is looked at over four weeks ahead, and taken to have stood before.
AHEAD = timedelta(weeks=4)


class Gathered(NamedTuple):
    """How many urges and lapses were looked at, where in the week they gather, and in the day.

    `rough` are those of them of which only about when is known: they say nothing about hours.
    """

    urges: int
    lapses: int
    suggestions: list[Suggestion]
    part: Part | None = None
    rough: int = 0

    @property
    def logged(self) -> int:
        """Return how many were looked at in all."""
        return self.urges + self.lapses


def gathered(store: Store | None, zone: ZoneInfo, now: datetime) -> Gathered:
    """Look through the log for hours that stand out; `zone` is the person's."""
    if store is None:
        return Gathered(0, 0, [])
    all_urges, all_lapses = load_logged(store, "urge"), load_logged(store, "lapse")
    since = _since([at for at, *_ in (*all_urges, *all_lapses)], now)
    all_urges, all_lapses = (
        [each for each in logged if each[0] >= since] for logged in (all_urges, all_lapses)
    )
    logged = [*all_urges, *all_lapses]
    noted = [_wall(at, known_zone(name) or zone) for at, name, rough in logged if not rough]
    found: list[Suggestion] = []
    if noted:
        stands = _standing(risks.load_all(store), min(noted), zone, now)
        found = suggest(noted, stands, now.astimezone(zone).date())
    part = part_of_day(noted) if noted else None
    return Gathered(len(all_urges), len(all_lapses), found, part, len(logged) - len(noted))


def _since(logged: list[datetime], now: datetime) -> datetime:
    """Return when what is looked at begins: a year ago, earlier where that is too little."""
    return min([now - A_YEAR, *sorted(logged)[-ENOUGH:][:1]])


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _standing(
    windows: Iterable[RiskWindow], first: datetime, zone: ZoneInfo, now: datetime
) -> Iterator[Wall]:
    """Give the stretches of hard hours, as wall time, from the first entry on until now."""
    began = max(first - timedelta(days=2), datetime.combine(EARLIEST, datetime.min.time()))
    since = began.replace(tzinfo=zone).astimezone(UTC)
    for window in windows:
        schedule = window.hours.schedule
        for span in occurrences(schedule, zone, since, now + timedelta(days=1)):
            yield _wall(span.start, zone), _wall(span.end, zone)
        if any(part.rule and part.first and part.first > first.date() for part in schedule.parts):
            for span in occurrences(schedule, zone, now, now + AHEAD):
                start, end = _wall(span.start, zone), _wall(span.end, zone)
                while end > began:
                    start, end = start - AHEAD, end - AHEAD
                    yield start, end
