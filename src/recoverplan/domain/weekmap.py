"""The week as a grid: how hard each hour or half hour is, and whether somebody is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.checkins import PLACE_OF_LEVEL
from recoverplan.domain.outlook import hours_not_asked
from recoverplan.domain.plan import Facts, Plan, Planned, plan_stretch
from recoverplan.domain.risk import LEVELS
from recoverplan.domain.schedule import midnight
from recoverplan.domain.span import Span, clip, subtract, total_minutes, union
from recoverplan.value import NamedTuple

HOUR, HALF_HOUR = 60, 30  # minutes of a cell
QUARTER = timedelta(minutes=15)


class Cell(NamedTuple):
    """One hour or half hour of a day. `level`: the highest of the hard hours in it, None for none.

    `hard_minutes` of it are hard, `open_minutes` of these have nobody.
    """

    level: str | None = None
    hard_minutes: int = 0
    open_minutes: int = 0


class Stretch(NamedTuple):
    """Neighbouring time of one level that is covered, or that is open."""

    span: Span
    level: str
    open: bool


class WeekMap(NamedTuple):
    """Seven days from `first` on, each a row of cells of `cell_minutes` from midnight on.

    `not_asked`: who is there in some of them, and was not asked for their hours.
    """

    zone: ZoneInfo
    first: date
    cell_minutes: int
    days: tuple[tuple[Cell, ...], ...]
    stretches: tuple[Stretch, ...]
    not_asked: tuple[str, ...] = ()


def week_map(
    facts: Facts, first: date, cell_minutes: int = HOUR, made: Plan | None = None
) -> WeekMap:
    """Map the seven days from `first` on, in the person's zone.

    What a plan that was `made` has of them is taken from it, and not planned again.
    """
    zone = facts.zone
    week = Span(midnight(first, zone), midnight(first + timedelta(days=7), zone))
    planned = made.whole if made and holds(made, week) else plan_stretch(facts, week)
    stretches = _stretches(planned, week)
    days = tuple(
        _day(first + timedelta(days=day), cell_minutes, zone, stretches) for day in range(7)
    )
    not_asked = tuple(hours_not_asked(facts.contacts, planned))
    return WeekMap(zone, first, cell_minutes, days, stretches, not_asked)


def _day(
    day: date, cell_minutes: int, zone: ZoneInfo, stretches: tuple[Stretch, ...]
) -> tuple[Cell, ...]:
    """Return the cells of one day: what the clocks leave out stays empty, what comes twice adds up.

    Clocks change on the quarter hour, so a day is looked at in quarters.
    """
    held: list[list[Span]] = [[] for _ in range(0, 24 * 60, cell_minutes)]
    whole = Span(midnight(day, zone), midnight(day + timedelta(days=1), zone))
    there = [each for each in stretches if each.span.overlaps(whole)]
    moment = whole.start
    while moment < whole.end:
        wall = moment.astimezone(zone)
        held[(wall.hour * 60 + wall.minute) // cell_minutes].append(Span(moment, moment + QUARTER))
        moment += QUARTER
    return tuple(_cell(union(spans), there) for spans in held)


def holds(made: Plan, week: Span) -> bool:
    """Tell whether a plan has all of a week."""
    return made.start <= week.start and week.end <= made.end


def _stretches(planned: Sequence[Planned], week: Span) -> tuple[Stretch, ...]:
    """Cut the week's hard hours into stretches of one level, covered or open; the highest wins."""
    taken: list[Span] = []
    found: list[Stretch] = []
    for level in LEVELS:
        inside = [each for each in planned if each.risk.level == level]
        hard = subtract(clip([each.span for each in inside], week), taken)
        gaps = [gap for each in inside for gap in each.gaps]
        found += [Stretch(span, level, open=False) for span in subtract(hard, gaps)]
        found += [Stretch(span, level, open=True) for span in subtract(hard, subtract(hard, gaps))]
        taken += hard
    return tuple(sorted(found))


def _cell(spans: list[Span], stretches: Sequence[Stretch]) -> Cell:
    hard: list[Span] = []
    gaps: list[Span] = []
    levels = set()
    for each in stretches:
        inside = [part for span in spans for part in clip([each.span], span)]
        if inside:
            levels.add(each.level)
            hard += inside
            gaps += inside if each.open else []
    level = min(levels, key=PLACE_OF_LEVEL.__getitem__, default=None)
    return Cell(level, total_minutes(hard), total_minutes(gaps))
