"""Random schedules of every kind that the phrases can make."""

from __future__ import annotations

from datetime import date

from hypothesis import assume
from hypothesis import strategies as st

from recoverplan.domain.schedule import Part, Schedule
from recoverplan.domain.schedule_rule import Rule, fault, rule_days

weekdays = st.sets(st.integers(0, 6), min_size=1, max_size=6).map(
    lambda days: tuple((day, 0) for day in sorted(days))
)
working = tuple((day, 0) for day in range(5))
month_days = st.sets(
    st.one_of(st.integers(1, 31), st.integers(-5, -1)), min_size=1, max_size=3
).map(lambda days: tuple(sorted(days, key=lambda day: (day < 0, day))))
ordinals = st.sets(
    st.tuples(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, -1, -2])), min_size=1, max_size=3
).map(lambda pairs: tuple(sorted(pairs, key=lambda p: (p[1] < 0, p[1], p[0]))))
places = st.sets(st.sampled_from([1, 2, 3, 15, -1, -2, -5]), min_size=1, max_size=2).map(
    lambda found: tuple(sorted(found, key=lambda place: (place < 0, place)))
)
months = st.one_of(
    st.just(()), st.sets(st.integers(1, 12), min_size=2, max_size=4).map(lambda m: tuple(sorted(m)))
)
month = st.integers(1, 12).map(lambda number: (number,))
every = st.one_of(st.just(1), st.integers(2, 14))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Return a rule of one of the kinds."""
    interval = draw(every)
    within = draw(months) if interval == 1 else ()
    monthly = Rule("MONTHLY", interval, within)
    kinds = {
        "daily": lambda: Rule("DAILY", interval),
        "weekly": lambda: Rule("WEEKLY", interval, weekdays=draw(weekdays)),
        "days": lambda: monthly._replace(month_days=draw(month_days)),
        "ordinals": lambda: monthly._replace(weekdays=draw(ordinals)),
        "working": lambda: monthly._replace(weekdays=working, position=draw(places)),
        "yearly": lambda: Rule("YEARLY", interval, draw(month), (draw(st.integers(1, 31)),)),
        "of a month": lambda: Rule("YEARLY", interval, draw(month), weekdays=draw(ordinals)),
    }
    return kinds[draw(st.sampled_from(list(kinds)))]()


@st.composite
def long_parts(draw: st.DrawFn, start: int, end: int) -> Part:
    """Return a stretch of a day or more, within the week or from a date to another."""
    days = draw(st.integers(1, 6))
    assume(days * 1440 + end >= start + 1440)
    if draw(st.booleans()):
        first = draw(st.dates(date(2000, 1, 1), date(2100, 12, 1)))
        return Part(None, first, start, end, days)
    rule = Rule("WEEKLY", weekdays=((draw(st.integers(0, 6)), 0),))
    return Part(str(rule), None, start, end, days)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """Return a part: a rule or a date, with hours, bounds, and what is left out."""
    start = draw(st.integers(0, 287)) * 5
    hours = draw(st.sampled_from(["end", "minutes", "day"]))
    end, end_days, minutes = None, 0, None
    if hours == "end":
        end = draw(st.one_of(st.just(start), st.integers(0, 287).map(lambda n: n * 5)))
        if end == start:
            return draw(long_parts(start, end))
        end_days = int(end < start)
    elif hours == "minutes":
        minutes = draw(st.integers(1, 3000))
    else:
        start, end, end_days = 0, 0, 1
    if hours == "end" and draw(st.integers(0, 4)) == 0:
        return draw(long_parts(start, end or 0))
    if draw(st.integers(0, 7)) == 0:
        return Part(
            None,
            draw(st.dates(date(2000, 1, 1), date(2100, 12, 31))),
            start,
            end,
            end_days,
            minutes,
        )
    rule = draw(rules())
    first = None
    if rule.interval > 1 or draw(st.booleans()):
        first = draw(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
        single = rule._replace(interval=1)
        assume(fault(single, first) is None)
        if rule.interval > 1:
            # As the phrases do it: the first day on or after the date is where it counts from.
            last = date(first.year + 40, 1, 1)
            found = next(rule_days(single, first, first, last), None)
            assume(found is not None)
            first = found
    if draw(st.integers(0, 3)) == 0:
        low = first or date(2000, 1, 1)
        rule = rule._replace(until=draw(st.dates(low, date(2100, 12, 31))))
    assume(fault(rule, first) is None)
    excluded = draw(st.sets(st.dates(date(2020, 1, 1), date(2030, 12, 31)), max_size=3))
    movable = bool(rule.month_days) and rule.interval == 1
    weekend = draw(st.sampled_from([None, "before", "after"])) if movable else None
    if rule.frequency in {"MONTHLY", "YEARLY"} and start < 300 and (start, end) != (0, 0):
        weekend = draw(st.sampled_from([weekend, "night"]))  # a night's hours past its midnight
    return Part(str(rule), first, start, end, end_days, minutes, tuple(sorted(excluded)), weekend)


def schedules() -> st.SearchStrategy[Schedule]:
    """Return schedules of one to three different parts."""
    return st.lists(parts(), min_size=1, max_size=3, unique=True).map(
        lambda found: Schedule(tuple(found))
    )
