"""From the store to a week looked back at and to where in it the log gathers, and the answers of a
review into the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.domain.looking_back import Hard, Known, Outcome, Review
from recoverplan.domain.naming import same_named
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import EARLIEST, EARLY, occurrences
from recoverplan.domain.span import Span
from recoverplan.domain.step import Step
from recoverplan.domain.suggest import Part, Suggestion, Wall, part_of_day, suggest
from recoverplan.domain.zone import known_zone
from recoverplan.services.planning import facts
from recoverplan.settings import Settings
from recoverplan.store.current import risks_at
from recoverplan.store.opened import Store
from recoverplan.store.table import instant_out
from recoverplan.store.tables import (
    agreements,
    at_of_newest,
    lapses,
    load_logged,
    meetings,
    reasons,
    urges,
)
from recoverplan.store.tables import outcomes as outcome_store
from recoverplan.store.tables import reviews as review_store
from recoverplan.store.tables import steps as step_store
from recoverplan.value import replace

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
    newest = at_of_newest(store, ENOUGH)
    since = min(newest, now - A_YEAR) if newest else EARLY
    all_urges, all_lapses = (load_logged(store, name, since) for name in ("urge", "lapse"))
    logged = [*all_urges, *all_lapses]
    noted = [_wall(at, known_zone(name) or zone) for at, name, rough in logged if not rough]
    found: list[Suggestion] = []
    if noted:
        stands = _standing(risks_at(store, min(noted).date()), min(noted), zone, now)
        found = suggest(noted, stands, now.astimezone(zone).date())
    part = part_of_day(noted) if noted else None
    return Gathered(len(all_urges), len(all_lapses), found, part, len(logged) - len(noted))


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


IDEA_KIND = "alone"  # of a step that was an idea, until the person says otherwise


def known(
    store: Store | None, settings: Settings, zone: ZoneInfo, days: Span, now: datetime
) -> Known:
    """Read all that is needed to look back at these days; nothing where there is no store yet.

    Where they are over, that is all meetings before their end, without what was noted of them.
    """
    if store is None:
        return Known(facts(None, settings, zone))
    within = "at >= :start AND at < :end"
    frame = {"start": instant_out(days.start), "end": instant_out(days.end)}
    running = days.end > now
    return Known(
        facts=facts(store, settings, zone, meetings_from=days.start if running else None),
        meetings=meetings.load_those(store, within, frame),
        urges=urges.load_those(store, within, frame),
        lapses=lapses.load_all(store),
        reasons=reasons.load_all(store),
        reviews=review_store.load_all(store),
        outcomes=outcome_store.load_all(store),
        agreements=agreements.load_all(store),
    )


def keep_outcome(store: Store, hard: Hard, how: str | None, now: datetime) -> None:
    """Keep how hard hours went; None takes the answer back."""
    if hard.outcome is not None:
        if how is None:
            outcome_store.remove(store, hard.outcome.id)
        else:
            outcome_store.save(store, replace(hard.outcome, how=how))
    elif how is not None:
        made = Outcome(
            risk=hard.risk, label=hard.label, start=hard.start, how=how, created=now.astimezone(UTC)
        )
        outcome_store.add(store, made)


def keep_review(store: Store, week: date, fields: dict[str, Any], now: datetime) -> Review:
    """Keep what was said of the week that begins on this Monday; all else stays as it was."""
    before = next((each for each in review_store.load_all(store) if each.week == week), None)
    if before is None:
        return review_store.add(store, Review(week=week, created=now.astimezone(UTC), **fields))
    changed = replace(before, **fields)
    review_store.save(store, changed)
    return changed


def idea_to_step(store: Store, idea: str, now: datetime) -> Step | None:
    """Make an idea a step and return it; None where it is one already."""
    if same_named(step_store.load_all(store), idea, name=lambda step: step.text):
        return None
    step = Step(text=idea, kind=IDEA_KIND, created=now.astimezone(UTC))
    return step_store.add(store, step)
