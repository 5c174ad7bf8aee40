"""An independent reading of schedules: day by day for the rule, minute by minute for the clock.

Nothing here uses rrule, jumps ahead or turns a wall time into an instant. Days are asked one by one
whether the rule holds; instants are walked minute by minute and asked what the clock on the wall
shows, so that what a clock change does is seen, not computed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from recoverplan.domain.schedule import Part, Schedule

MINUTE = timedelta(minutes=1)
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@lru_cache(maxsize=64)
def fields(rule: str) -> dict[str, list[str]]:
    return {name: value.split(",") for name, value in (p.split("=") for p in rule.split(";"))}


def holds(part: Part, day: date) -> bool:
    """Tell whether the rule of a part gives this day, before any weekend rule."""
    if part.rule is None:
        return day == part.first
    rule = fields(part.rule)
    if part.first and day < part.first:
        return False
    if "UNTIL" in rule and f"{day:%Y%m%d}" > rule["UNTIL"][0]:
        return False
    frequency, every = rule["FREQ"][0], int(rule.get("INTERVAL", ["1"])[0])
    first = part.first or day
    turns = {
        "DAILY": (day - first).days,
        "WEEKLY": ((day - timedelta(day.weekday())) - (first - timedelta(first.weekday()))).days
        // 7,
        "MONTHLY": (day.year - first.year) * 12 + day.month - first.month,
        "YEARLY": day.year - first.year,
    }[frequency]
    return turns % every == 0 and in_month(rule, day) and in_place(rule, day)


def in_month(rule: dict[str, list[str]], day: date) -> bool:
    """Tell whether a day is one of the months and days that a rule names."""
    length = monthrange(day.year, day.month)[1]
    if "BYMONTH" in rule and str(day.month) not in rule["BYMONTH"]:
        return False
    if "BYMONTHDAY" in rule and not {str(day.day), str(day.day - length - 1)} & set(
        rule["BYMONTHDAY"]
    ):
        return False
    if "BYDAY" not in rule:
        return True
    nth, last = (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)
    name = NAMES[day.weekday()]
    return bool({name, f"{nth}{name}", f"{last}{name}"} & set(rule["BYDAY"]))


def in_place(rule: dict[str, list[str]], day: date) -> bool:
    """Tell whether a day has the place in its month that BYSETPOS asks for."""
    if "BYSETPOS" not in rule:
        return True
    length = monthrange(day.year, day.month)[1]
    days = [d for d in range(1, length + 1) if in_month(rule, day.replace(day=d))]
    place = days.index(day.day)
    return bool({str(place + 1), str(place - len(days))} & set(rule["BYSETPOS"]))


def start_days(part: Part, low: date, high: date) -> Iterator[date]:
    """Yield each day from low to high on which a part starts."""
    for number in range(low.toordinal(), high.toordinal() + 1):
        day = date.fromordinal(number)
        if part.weekend is None:
            found = holds(part, day)
        elif part.weekend == "night":
            found = holds(part, day - timedelta(1))
        elif part.weekend == "before":
            weekend = (1, 2) if day.weekday() == 4 else ()
            found = (day.weekday() < 5 and holds(part, day)) or any(
                holds(part, day + timedelta(ahead)) for ahead in weekend
            )
        else:
            weekend = (1, 2) if day.weekday() == 0 else ()
            found = (day.weekday() < 5 and holds(part, day)) or any(
                holds(part, day - timedelta(back)) for back in weekend
            )
        if found and day not in part.excluded:
            yield day


def shown(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the first instant at which the clock on the wall shows a time.

    Where it never does, it is the instant at which it would have, had the clock not been changed:
    as many minutes after the last minute before the change as the wall time is after that.
    """
    instant = wall.replace(tzinfo=UTC) - timedelta(hours=28)
    previous = instant.astimezone(zone).replace(tzinfo=None)
    for _ in range(56 * 60):
        local = instant.astimezone(zone).replace(tzinfo=None)
        if local == wall:
            return instant
        if previous < wall < local:
            return instant - MINUTE + (wall - previous)
        previous = local
        instant += MINUTE
    raise AssertionError(wall)


def occurrences(
    schedule: Schedule, zone: ZoneInfo, start: datetime, end: datetime
) -> list[tuple[datetime, datetime]]:
    """Return the occurrences that overlap [start, end), found the slow way."""
    found = set()
    for part in schedule.parts:
        back = part.end_days + 3 + (part.minutes or 0) // 1440
        low = start.astimezone(zone).date() - timedelta(back)
        for day in start_days(part, low, end.astimezone(zone).date() + timedelta(2)):
            wall = datetime.combine(day, time()) + part.start * MINUTE
            begins = shown(wall, zone)
            if part.minutes is not None:
                ends = begins + part.minutes * MINUTE
            else:
                last = datetime.combine(day, time()) + timedelta(part.end_days)
                ends = shown(last + (part.end or 0) * MINUTE, zone)
            if begins < ends and begins < end and ends > start:
                found.add((begins, ends))
    return sorted(found)
