"""Hours of the week in which logged urges and lapses gather and no hard hours stand yet.

What is found is a pattern of one weekday and hour: "every evening" cannot be told from logging in
the evening, so it is never suggested. docs/evidence.md tells the method and its measured errors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from recoverplan.domain.saying import typed_hours, typed_weekday
from recoverplan.domain.week_scan import DAYS, HOURS, WEEK, Stretch, Week, chance, strongest
from recoverplan.value import NamedTuple

FEWEST_LOGGED = 20  # below it, too little is found to be worth looking
MOST = 3  # suggestions at once
# How often chance may seem as strong, ties counting half. Set by simulation: with it, at most 5 in
# 100 logs without a pattern bring a suggestion. Whole numbers make the test stricter than this.
CHANCE = 0.07
PART_OF_DAY = 6  # hours at most; into one so long most entries may fall
MOST_OF_ALL = 0.9  # of the entries
DAY_BEGINS = 4  # o'clock: a night is one day of the log

Wall = tuple[datetime, datetime]


class Suggestion(NamedTuple):
    """Hours in which `observed` entries fell, where `expected` would if spread as the rest are.

    `start`: the hour of the week, Monday 0:00 first; `hours`: how many.
    """

    start: int
    hours: int
    observed: int
    expected: float

    @property
    def phrase(self) -> str:
        """Return the words that hard hours take, like "sun 16:00-18:00"."""
        day, first = divmod(self.start, HOURS)
        last = first + self.hours
        hours = typed_hours(first, last if last <= HOURS else last - HOURS)
        return f"{typed_weekday(day)} {hours}"


class Part(NamedTuple):
    """A part of the day into which `observed` entries fell: hours of the clock, from `first`."""

    first: int
    hours: int
    observed: int


def part_of_day(noted: Sequence[datetime]) -> Part | None:
    """Return the shortest part of the day that most entries (wall time) fell into, if there is one.

    It tells what was, and nothing of whether chance alone could do it.
    """
    counts = [0] * HOURS
    for wall in noted:
        counts[wall.hour] += 1
    for hours in range(1, PART_OF_DAY + 1):
        parts = [
            Part(first, hours, sum(counts[(first + step) % HOURS] for step in range(hours)))
            for first in range(HOURS)
        ]
        best = max(parts, key=lambda part: part.observed)
        if best.observed >= MOST_OF_ALL * len(noted):
            return best
    return None


def suggest(noted: Sequence[datetime], covered: Iterable[Wall], today: date) -> list[Suggestion]:
    """Return the hours that stand out, the clearest first; none where there is too little.

    `noted` are the entries as wall time of where they were logged, `covered` the stretches of the
    hard hours that stand, as wall time, over the days from the first entry to `today`. Each touched
    hour of these is left out, its entries and its time.
    """
    if not noted:
        return []
    first = min(map(_day_of, noted))
    last = max(_day_of(datetime.combine(today, datetime.min.time())), *map(_day_of, noted))
    taken = {cell for stretch in covered for cell in _cells(stretch)}
    found: list[Suggestion] = []
    while len(found) < MOST:
        week = _week(noted, taken, first, last, found)
        if sum(len(hours) for _, hours in week.days) < FEWEST_LOGGED:
            break
        best = strongest(week)
        if best is None or chance(week, best, CHANCE) > CHANCE:
            break
        found.append(_as_said(best))
    return found


def _day_of(wall: datetime) -> date:
    """Return the day of the log that a time belongs to: the hours after midnight are last night."""
    return (wall - timedelta(hours=DAY_BEGINS)).date()


def _cells(stretch: Wall) -> Iterable[tuple[date, int]]:
    """Give each hour that a stretch touches: the day of the log and which hour of it."""
    hour, end = stretch[0].replace(minute=0, second=0, microsecond=0), stretch[1]
    while hour < end:
        yield _day_of(hour), (hour.hour - DAY_BEGINS) % HOURS
        hour += timedelta(hours=1)


def _week(
    noted: Sequence[datetime],
    taken: set[tuple[date, int]],
    first: date,
    last: date,
    found: Sequence[Suggestion],
) -> Week:
    """Return the log by hours of the week, without what is covered or found already."""
    gone = {(one.start - DAY_BEGINS + step) % WEEK for one in found for step in range(one.hours)}
    there, free = [0] * WEEK, [0] * WEEK
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        for hour in range(HOURS):
            cell = day.weekday() * HOURS + hour
            there[cell] += 1
            free[cell] += cell not in gone and (day, hour) not in taken
    days: dict[date, list[int]] = {}
    for wall in noted:
        day, hour = _day_of(wall), (wall.hour - DAY_BEGINS) % HOURS
        if (day, hour) not in taken and day.weekday() * HOURS + hour not in gone:
            days.setdefault(day, []).append(hour)
    most = max(there)
    return Week(
        days=tuple((day.weekday(), tuple(hours)) for day, hours in sorted(days.items())),
        open=tuple(count / most for count in free),
    )


def _as_said(stretch: Stretch) -> Suggestion:
    """Return a stretch with the hours that clocks show: the log's day begins before Monday's."""
    start = (stretch.start + DAY_BEGINS) % (DAYS * HOURS)
    return Suggestion(start, stretch.hours, stretch.observed, stretch.expected)
