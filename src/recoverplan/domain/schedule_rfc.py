"""A schedule as RFC 5545 text: the way back to RRULE and EXDATE, for JSON and calendars.

Times float: they have no zone, as the schedule has none.
"""

from __future__ import annotations

from datetime import date

from recoverplan.domain.schedule import Part, Schedule
from recoverplan.domain.schedule_rule import WORKING_DAYS, Rule, read
from recoverplan.value import NamedTuple

FRIDAY, MONDAY = 4, 0


class Recurrence(NamedTuple):
    """One RRULE of times that begin at `start`, with its days left out.

    `whole` is False where it cannot say all of the part.
    What RFC 5545 cannot say is a payday on the 29th to 31st (or 27th and later, moved forwards)
    that leaves its weekend, and the day after a day of the month: the rule is then that of the days
    before they move.
    """

    days: Rule
    start: int  # minutes after midnight
    excluded: tuple[date, ...]
    whole: bool = True

    @property
    def rule(self) -> str:
        """Return the RRULE value; UNTIL is the last day's start, since it counts to the minute."""
        until = self.days.until
        return with_until(self.days, stamp(until, self.start)) if until else str(self.days)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines that stand in an event, without DTSTART."""
        exdates = ",".join(stamp(day, self.start) for day in self.excluded)
        return (f"RRULE:{self.rule}", *([f"EXDATE:{exdates}"] if exdates else []))


def recurrences(part: Part) -> list[Recurrence]:
    """Return the recurrence rules whose days together are the part's; none for a single date."""
    if part.rule is None:
        return []
    rule = read(part.rule)
    split = moved_rules(rule, part)
    return [
        Recurrence(each, part.start, part.excluded, split is not None) for each in split or [rule]
    ]


def rule_value(schedule: Schedule) -> str | None:
    """Return the rules of a schedule, one a line; None where there are only single dates."""
    rules = [each.rule for part in schedule.parts for each in recurrences(part)]
    return "\n".join(dict.fromkeys(rules)) or None


def with_until(rule: Rule, until: str) -> str:
    """Return an RRULE value that ends so."""
    return f"{rule._replace(until=None)};UNTIL={until}"


def stamp(day: date, minutes: int) -> str:
    """Return a floating date-time: "20261127T170000"."""
    return f"{day:%Y%m%d}T{minutes // 60:02}{minutes % 60:02}00"


def moved_rules(rule: Rule, part: Part) -> list[Rule] | None:
    """Return rules for days that leave their weekend; None where RFC 5545 has no words for them.

    A day from Monday to Friday stays; its Friday before, or its Monday after, is one or two days
    away, and counted from the month's end where that is in the month before.
    """
    if part.weekend is None:
        return [rule]
    if part.weekend == "night":
        return None
    before = part.weekend == "before"
    latest = 28 if before else 26  # what every month has, moved or not
    months = months_reached(rule, part.first)
    if months is None or not all(-20 <= day <= latest for day in rule.month_days):
        return None
    rules = [Rule("MONTHLY", 1, months, rule.month_days, WORKING_DAYS, (), rule.until)]
    weekday = FRIDAY if before else MONDAY
    moved = [
        moved_day(day, -away if before else away) for day in rule.month_days for away in (1, 2)
    ]
    for ahead in (-1, 0, 1):
        days = tuple(sorted({day for day, month in moved if month == ahead}))
        turned = tuple(sorted((month - 1 + ahead) % 12 + 1 for month in months))
        if days:
            rules.append(Rule("MONTHLY", 1, turned, days, ((weekday, 0),), (), rule.until))
    return rules


def moved_day(day: int, away: int) -> tuple[int, int]:
    """Return a day of the month moved, and by how many months: the 1st less two is the -2nd."""
    moved = day + away
    if day > 0 and moved < 1:
        return moved - 1, -1
    if day < 0 and moved > -1:
        return moved + 1, 1
    return moved, 0


def months_reached(rule: Rule, first: date | None) -> tuple[int, ...] | None:
    """Return the months of the year that a rule turns to, () for all; None if years differ."""
    if rule.frequency == "YEARLY":
        return rule.months if rule.interval == 1 else None
    if rule.interval == 1:
        return rule.months
    if first is None or 12 % rule.interval:
        return None
    return tuple(
        sorted((first.month - 1 + ahead) % 12 + 1 for ahead in range(0, 12, rule.interval))
    )
