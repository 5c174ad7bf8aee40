"""Stretches of the week in minutes, and where in it things gather: a scan held against chance.

The week is a ring of 168 hours. Every stretch of one to four whole hours is a candidate; its
clearness is the log likelihood ratio of Poisson counts (Kulldorff 1997), what was counted against
what is expected there. How clear the clearest of all comes out by chance is learned from weeks
that are drawn anew (Monte Carlo), which corrects for having looked everywhere.

What a draw keeps is what may make a log uneven without any pattern of the week: each day of the log
stays whole, with its times of day, and only gets another weekday. So neither the hours at which a
person logs at all nor several entries of one bad night can look like a weekday. Weekdays are drawn
evenly, or as unevenly as the rest of the log shows them to be. The entries of the candidate itself
get the time of some other entry: else its own excess would be called its habit.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from operator import add, ge, mul
from zoneinfo import ZoneInfo

from recoverplan.domain.schedule import instant
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple

DAY = 1440
WHOLE_WEEK = 7 * DAY
LOOKS = 60  # at the offset of a zone, within a long stretch
SLACK = timedelta(days=1, hours=3)


class Window(NamedTuple):
    """A stretch in minutes since Monday 0:00 of the week in which it starts: start < end."""

    monday: date
    start: int
    end: int


def window(span: Span, zone: ZoneInfo) -> Window:
    """Return the stretch by the clocks of `zone`; parts of minutes are taken in whole."""
    first = span.start.astimezone(zone).replace(tzinfo=None)
    last = span.end.astimezone(zone).replace(tzinfo=None)
    monday = monday_before(first.date())
    midnight = datetime.combine(monday, datetime.min.time())
    start = (first - midnight) // timedelta(minutes=1)
    end = -((midnight - last) // timedelta(minutes=1))
    return Window(monday, start, max(end, start + 1))


def steady(span: Span, zone: ZoneInfo) -> bool:
    """Tell whether no clock changes in or about the stretch, so that minutes are enough."""
    start, end = span.start - SLACK, span.end + SLACK
    step = max(timedelta(hours=6), (end - start) / LOOKS)
    offset = start.astimezone(zone).utcoffset()
    look = start
    while look < end:
        look = min(look + step, end)
        if look.astimezone(zone).utcoffset() != offset:
            return False
    return True


def at(monday: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the instant (UTC) of minutes after a Monday's 0:00, by the clocks of `zone`."""
    days, minute = divmod(minutes, DAY)
    return instant(monday + timedelta(days=days), minute, zone)


def as_span(monday: date, start: int, end: int, zone: ZoneInfo) -> Span | None:
    """Return the real stretch; None where the clocks leave nothing of it."""
    first, last = at(monday, start, zone), at(monday, end, zone)
    return Span(first, last) if first < last else None


def week_from(now: datetime) -> Span:
    """Return the seven days from now on."""
    start = now.astimezone(UTC)
    return Span(start, start + timedelta(days=7))


HOURS, DAYS = 24, 7
WEEK = HOURS * DAYS
# Taken from the clearness of a stretch by its length: most patterns last about two hours.
HANDICAP = {1: 2.0, 2: 0.0, 3: 1.0, 4: 1.5}
FEWEST = 4  # entries in a stretch, on
FEWEST_DAYS = 3  # as many days of the log
STANDS_OUT = 3.0  # times what is expected: less is not worth a word, however sure
PRIOR = 40.0  # entries that the even spread over the day weighs beside the hours' own counts
LEAST_MASS = 1e-9
ABOUT = 0.5  # what is this near are as good as equal: counts are small whole numbers
UNEVEN = 6.0  # the chi-square that seven even days have by chance (6 degrees of freedom)
BURSTY = 0.25  # of the entries; scattered ones come so close less often
DRAWS = 499
CLEAR = 149  # draws: where chance was never as strong in so many, more would change nothing
# The same draws for everybody and each time: asking twice gives one answer.
SEED = 168


class Week(NamedTuple):
    """A log by the hours of the week.

    `days`: for each day of the log its weekday (0 to 6) and the hours (0 to 23) of its entries.
    `open`: for each of the 168 hours the part of the weeks, 0 to 1, in which it was looked at.
    """

    days: tuple[tuple[int, tuple[int, ...]], ...]
    open: tuple[float, ...]


class Stretch(NamedTuple):
    """`hours` hours from hour `start` of the week: `observed` entries, `expected` by the rest."""

    start: int
    hours: int
    observed: int
    expected: float

    def holds(self, cell: int) -> bool:
        """Tell whether an hour of the week is one of these."""
        return (cell - self.start) % WEEK < self.hours


def strongest(week: Week) -> Stretch | None:
    """Return the stretch that stands out most; None where none has enough entries."""
    found = _strongest(week, _Rates(week, (1 / DAYS,) * DAYS))
    if found is not None:
        found = _strongest(week, _Rates(week, _weekdays(week, found)))
    return found


def chance(week: Week, found: Stretch, enough: float) -> float:
    """Return how often chance alone makes some stretch as strong; 1.0 once that is above `enough`.

    What comes out about as strong counts half (mid-p): whole numbers leave many ties.
    """
    from random import Random

    draw = Random(SEED)  # noqa: S311 - no secret
    weekdays = _weekdays(week, found)
    rates = _Rates(week, weekdays)
    mark = rates.clearness(found.start, found.hours, found.observed)
    as_strong = [_least(rates, mark - ABOUT, hours, week) for hours in HANDICAP]
    stronger = [_least(rates, mark + ABOUT, hours, week) for hours in HANDICAP]
    others = [
        hour for day, hours in week.days for hour in hours if not found.holds(day * HOURS + hour)
    ]
    if not others:
        return 1.0
    days = [_day(week, weekdays, found, day, hours) for day, hours in week.days]
    together = _in_bursts([outside for outside, _, _ in days])
    passed = 0.0
    for number in range(1, DRAWS + 1):
        counts = [0] * WEEK
        for staying, moving, sums in days:
            first = bisect(sums, draw.random() * sums[-1], 0, DAYS - 1) * HOURS
            hours = staying
            # A burst moves as a whole: taken apart, one bad night would count as several.
            if together and moving:
                to = draw.choice(others)
                hours = staying + tuple((to + hour - moving[0]) % HOURS for hour in moving)
            elif moving:
                hours = staying + tuple(draw.choice(others) for _ in moving)
            for hour in hours:
                counts[first + hour] += week.open[first + hour] > 0
        passed += _passes(counts, as_strong, stronger)
        if passed > enough * (DRAWS + 1):
            return 1.0
        if number == CLEAR and not passed:
            break
    return (passed + 1) / (number + 1)


def _day(
    week: Week, weekdays: Sequence[float], found: Stretch, day: int, hours: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], list[float]]:
    """Return a day's hours outside `found` and in it, and its weekdays' weights, summed up."""
    inside = tuple(hour for hour in hours if found.holds(day * HOURS + hour))
    outside = tuple(hour for hour in hours if not found.holds(day * HOURS + hour))
    # The part of the weeks in which a weekday could have held entries at all these hours.
    room = (min(week.open[to * HOURS + hour] for hour in hours) for to in range(DAYS))
    return outside, inside, list(accumulate(map(mul, weekdays, room)))


def _in_bursts(days: Iterable[tuple[int, ...]]) -> bool:
    """Tell whether entries often come within about an hour of another: then they move together."""
    entries = [
        sum(abs(hour - other) <= 1 for other in hours) > 1 for hours in days for hour in hours
    ]
    return sum(entries) > BURSTY * len(entries)


def _passes(counts: list[int], as_strong: list[list[int]], stronger: list[list[int]]) -> float:
    """Return 1 where some stretch is stronger, one half where it is about as strong, else 0."""
    half = 0.0
    twice = counts + counts[: max(HANDICAP)]
    run = [0] * WEEK
    for hours, near, above in zip(HANDICAP, as_strong, stronger, strict=True):
        run = list(map(add, run, twice[hours - 1 :]))
        if any(map(ge, run, near)):
            if any(map(ge, run, above)):
                return 1.0
            half = 0.5
    return half


def _least(rates: _Rates, mark: float, hours: int, week: Week) -> list[int]:
    """Return, for each start, from how many entries on a stretch is at least as strong as `mark`.

    Bisection: with the counts of its hours fixed, more entries are always stronger.
    """
    most = sum(len(hours) for _, hours in week.days) + 1
    found = []
    for start in range(WEEK):
        low, high = FEWEST, most
        while low < high:
            middle = (low + high) // 2
            if rates.clearness(start, hours, middle) >= mark:
                high = middle
            else:
                low = middle + 1
        found.append(low)
    return found


def _strongest(week: Week, rates: _Rates) -> Stretch | None:
    best, found = 0.0, None
    twice = rates.counts * 2
    for hours in HANDICAP:
        for start in range(WEEK):
            observed = sum(twice[start : start + hours])
            clear = rates.clearness(start, hours, observed) if observed >= FEWEST else 0.0
            if clear > best and _many_days(week, start, hours) >= FEWEST_DAYS:
                expected = rates.expected(start, hours, observed)
                best, found = clear, Stretch(start, hours, observed, expected)
    return found


def _many_days(week: Week, start: int, hours: int) -> int:
    """Return on how many days of the log a stretch has entries."""
    return sum(
        any((day * HOURS + hour - start) % WEEK < hours for hour in entries)
        for day, entries in week.days
    )


def _weekdays(week: Week, found: Stretch) -> tuple[float, ...]:
    """Return the weekdays' shares, as even as the log outside the hours of `found` allows.

    Shrunk towards even shares (James and Stein): unevenness no greater than chance makes is none.
    """
    near = {(found.start + step) % HOURS for step in range(-1, found.hours + 1)}
    counts, expected = [0.0] * DAYS, [0.0] * DAYS
    by_hour = [0] * HOURS
    for day, hours in week.days:
        for hour in hours:
            by_hour[hour] += 1
            counts[day] += hour not in near
    # What even weekdays would give each of them, at the hours and in the weeks looked at.
    for hour in set(range(HOURS)) - near:
        there = [week.open[day * HOURS + hour] for day in range(DAYS)]
        for day in range(DAYS):
            expected[day] += by_hour[hour] * there[day] / max(sum(there), LEAST_MASS)
    uneven = sum((c - e) ** 2 / e for c, e in zip(counts, expected, strict=True) if e > 0)
    kept = max(0.0, 1 - UNEVEN / uneven) if uneven > 0 else 0.0
    shares = [
        max(0.1, 1 + kept * (c / e - 1)) if e > 0 else 1.0
        for c, e in zip(counts, expected, strict=True)
    ]
    return tuple(share / sum(shares) for share in shares)


class _Rates:
    """What is expected in each stretch of a week, and how far a count stands out from it."""

    def __init__(self, week: Week, weekdays: Sequence[float]) -> None:
        self.counts = [0] * WEEK
        for day, hours in week.days:
            for hour in hours:
                self.counts[day * HOURS + hour] += 1
        self.total = sum(self.counts)
        # How much of a week's attention an hour of the week has, and an hour of all seven days.
        self.mass = [weekdays[cell // HOURS] * week.open[cell] for cell in range(WEEK)]
        self.all_mass = sum(self.mass)
        by_hour = [sum(self.counts[hour::HOURS]) for hour in range(HOURS)]
        mass_by_hour = [sum(self.mass[hour::HOURS]) for hour in range(HOURS)]
        self.whole = {hours: _rings(self.mass, hours, min) for hours in HANDICAP}
        self.own = {hours: _rings(self.mass, hours, sum) for hours in HANDICAP}
        self.there = {hours: _rings(by_hour, hours, sum) for hours in HANDICAP}
        self.mass_there = {hours: _rings(mass_by_hour, hours, sum) for hours in HANDICAP}

    def expected(self, start: int, hours: int, observed: int) -> float:
        """Return how many a stretch would have, going by the entries outside it.

        The greater of two: as in the same hours of the other weekdays; as in the week as a whole.
        """
        own, beside, there, even = self._outside(start, hours, observed)
        return own * max(there / beside if beside > LEAST_MASS else 0.0, even)

    def clearness(self, start: int, hours: int, observed: int) -> float:
        """Return the log likelihood ratio of a count, less its length's handicap; 0 for none."""
        if self.whole[hours][start] <= 0:
            return 0.0  # an hour of it is not looked at
        if observed < STANDS_OUT * self.expected(start, hours, observed):
            return 0.0
        own, beside, there, even = self._outside(start, hours, observed)
        # Between the two of `expected`: many entries show the hours' own rate, few hardly do.
        mean = own * (there + PRIOR) / (beside + PRIOR / even)
        gain = observed * math.log(observed / mean) - (observed - mean)
        return max(gain - HANDICAP[hours], 0.0)

    def _outside(self, start: int, hours: int, observed: int) -> tuple[float, float, float, float]:
        """Return a stretch's mass; mass and entries beside it, on other weekdays; the even rate."""
        own = self.own[hours][start]
        beside = self.mass_there[hours][start % HOURS] - own
        there = max(self.there[hours][start % HOURS] - observed, 0)
        return own, beside, there, max(self.total - observed, 1) / self.all_mass


def _rings(values: Sequence[float], hours: int, of: Callable[[list[float]], float]) -> list[float]:
    """Return, for each start on a ring, one figure of as many neighbouring values as `hours`."""
    ring = [*values, *values[: hours - 1]]
    return [of(ring[start : start + hours]) for start in range(len(values))]
