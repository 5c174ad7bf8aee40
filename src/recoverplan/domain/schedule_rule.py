"""The days that a rule gives: python-dateutil's `rrule`, started close to where it is needed.

`rrule` walks from its start, so a rule that began ten years ago would be walked for ten years.
`days` starts it at the last turn of its interval before the stretch asked about instead: day,
Monday week, month or year, counted from the rule's own anchor, so that the phase stays.

Rules are written in one form: everything that an anchor would imply (BYDAY, BYMONTHDAY, BYMONTH)
is spelt out, weeks start on Monday, UNTIL is a date. `check` refuses whatever is not, and whatever
could never give a day: `rrule` would look for one until the year 9999.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from recoverplan.value import NamedTuple

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")  # in the order of dateutil's numbers
SIMPLE = ("DAILY", "WEEKLY")  # of which `fault` lets nothing through but days of the week
MOST_APART = 999  # periods between two turns
WORKING_DAYS = tuple((weekday, 0) for weekday in range(5))  # as `weekdays` of a Rule has them


class Rule(NamedTuple):
    """A recurrence rule taken apart. `weekdays` pairs a weekday, 0 to 6, with its ordinal or 0."""

    frequency: str
    interval: int = 1
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    position: tuple[int, ...] = ()  # BYSETPOS
    until: date | None = None

    def __str__(self) -> str:
        """Return the RRULE value, in the one form that is kept."""
        named = [f"FREQ={self.frequency}"]
        if self.interval != 1:
            named.append(f"INTERVAL={self.interval}")
        for name, numbers in (("BYMONTH", self.months), ("BYMONTHDAY", self.month_days)):
            if numbers:
                named.append(f"{name}={','.join(map(str, numbers))}")
        if self.weekdays:
            said = (f"{nth or ''}{WEEKDAYS[weekday]}" for weekday, nth in self.weekdays)
            named.append(f"BYDAY={','.join(said)}")
        if self.position:
            named.append(f"BYSETPOS={','.join(map(str, self.position))}")
        if self.until:
            named.append(f"UNTIL={self.until:%Y%m%d}")
        return ";".join(named)


def monday_before(day: date) -> date:
    """Return the Monday of the week that a day is in."""
    return day - timedelta(days=day.weekday())


@lru_cache(maxsize=512)
def read(text: str) -> Rule:
    """Take an RRULE value apart. Raises ValueError where it is not in the form that is kept."""
    named = dict(piece.split("=", 1) for piece in text.split(";"))
    until = named.get("UNTIL")
    rule = Rule(
        named.get("FREQ", ""),
        int(named.get("INTERVAL", "1")),
        numbers(named.get("BYMONTH")),
        numbers(named.get("BYMONTHDAY")),
        tuple(
            (WEEKDAYS.index(day[-2:]), int(day[:-2] or "0"))
            for day in named.get("BYDAY", "").split(",")
            if day
        ),
        numbers(named.get("BYSETPOS")),
        date(int(until[:4]), int(until[4:6]), int(until[6:])) if until else None,
    )
    if str(rule) != text:
        raise ValueError(text)
    return rule


def numbers(text: str | None) -> tuple[int, ...]:
    """Read a comma-separated list of whole numbers."""
    return tuple(int(number) for number in text.split(",")) if text else ()


def check(text: str, first: date | None) -> None:
    """Raise ValueError for a rule that is not in the form kept, or can never give a day."""
    if problem := fault(read(text), first):
        raise ValueError(problem)


def fault(rule: Rule, first: date | None) -> str | None:
    """Return why a rule cannot be kept, by its name in FAULTS of `words/phrase.py`, or None."""
    wrong = (
        (rule.frequency not in FREQUENCIES, "oftener"),
        (not 1 <= rule.interval <= MOST_APART, "interval"),
        (rule.interval > 1 and first is None, "first"),
        (rule.until and first and rule.until < first, "until"),
        (not all(1 <= month <= 12 for month in rule.months), "month"),
        (not all(1 <= abs(day) <= 31 for day in rule.month_days), "day"),
        (not all(abs(nth) <= 5 for _, nth in rule.weekdays), "weekday"),
    )
    return first_of(wrong) or (
        day_or_week_fault(rule)
        if rule.frequency in {"DAILY", "WEEKLY"}
        else month_fault(rule) or never_comes(rule, first)
    )


def first_of(wrong: Iterable[tuple[object, str]]) -> str | None:
    """Return the first name whose condition holds."""
    return next((name for holds, name in wrong if holds), None)


def day_or_week_fault(rule: Rule) -> str | None:
    """Return why a daily or weekly rule cannot be kept, or None."""
    others = rule.months or rule.month_days or rule.position
    if rule.frequency == "DAILY":
        return "daily" if others or rule.weekdays else None
    plain = rule.weekdays and not any(nth for _, nth in rule.weekdays)
    return None if plain and not others else "weekly"


def month_fault(rule: Rule) -> str | None:
    """Return why a monthly or yearly rule cannot be kept, or None."""
    ordinals = {bool(nth) for _, nth in rule.weekdays}
    both = bool(rule.month_days and rule.weekdays)
    # Every weekday comes at least four times in a month.
    furthest = 1 if rule.month_days else 4 * len(rule.weekdays)
    far = rule.interval > 1
    return first_of(
        (
            (not (rule.month_days or rule.weekdays) or len(ordinals) > 1, "which days"),
            (True in ordinals and (rule.month_days or rule.position), "two ways"),
            (rule.frequency == "YEARLY" and len(rule.months) != 1, "one month"),
            (rule.position and not rule.weekdays, "no weekday"),
            (any(not 1 <= abs(place) <= furthest for place in rule.position), "place"),
            (far and rule.frequency == "MONTHLY" and rule.months, "turns"),
            (far and (both or any(abs(nth) == 5 for _, nth in rule.weekdays)), "days apart"),
        )
    )


def never_comes(rule: Rule, first: date | None) -> str | None:
    """Return what is wrong with days of the month that no month of the rule has, or None."""
    if rule.month_days and not any(reaches(rule, first)):
        return "never"
    return None


def reaches(rule: Rule, first: date | None) -> Iterator[bool]:
    """Yield, for each month that the rule turns to in 400 years, whether it has one of its days."""
    from calendar import monthrange  # few rules are asked

    year, month = (first.year, first.month - 1) if first else (2000, 0)
    step = rule.interval * (12 if rule.frequency == "YEARLY" else 1)
    if rule.frequency == "YEARLY":
        month = rule.months[0] - 1
    for turn in range(year * 12 + month, (year + 400) * 12, step):
        if rule.months and turn % 12 + 1 not in rule.months:
            continue
        length = monthrange(turn // 12, turn % 12 + 1)[1]
        yield any(abs(day) <= length for day in rule.month_days)


def days(text: str, anchor: date | None, low: date, high: date) -> Iterator[date]:
    """Yield the days from low to high (both included) that the rule gives, counted from anchor."""
    yield from rule_days(read(text), anchor, low, high)


def rule_days(rule: Rule, anchor: date | None, low: date, high: date) -> Iterator[date]:
    """Yield the days from low to high of a rule taken apart; see `days`."""
    if rule.until:
        high = min(high, rule.until)
    if high < low:
        return
    begin = turn_before(rule, anchor or low, low)
    if rule.frequency in SIMPLE:
        yield from simple_days(rule, begin, low, high)
        return
    from dateutil.rrule import rrule, weekday

    walk = rrule(
        FREQUENCIES.index(rule.frequency),  # type: ignore[arg-type]
        dtstart=datetime(begin.year, begin.month, begin.day),  # noqa: DTZ001  wall-clock days
        interval=rule.interval,
        wkst=0,
        bymonth=rule.months or None,
        bymonthday=rule.month_days or None,
        byweekday=[weekday(day, nth or None) for day, nth in rule.weekdays] or None,
        bysetpos=rule.position or None,
    )
    for moment in walk:
        day = moment.date()
        if day > high:
            return
        if day >= low:
            yield day


def simple_days(rule: Rule, begin: date, low: date, high: date) -> Iterator[date]:
    """Yield the days of a daily or weekly rule from a turn of it on, as `rrule` would.

    Most rules are such, and importing dateutil costs a start as much as half of Python's own.
    """
    weekly = rule.frequency == "WEEKLY"
    # The first turn may begin within its week; the days of that week before it are none of it.
    first = max(low, begin)
    turn = begin.toordinal() - (begin.weekday() if weekly else 0)
    within = sorted({day for day, _ in rule.weekdays}) if weekly else [0]
    step = rule.interval * (7 if weekly else 1)
    for start in range(turn, high.toordinal() + 1, step):
        for day in within:
            if first.toordinal() <= start + day <= high.toordinal():
                yield date.fromordinal(start + day)


def turn_before(rule: Rule, anchor: date, low: date) -> date:
    """Return the start of the rule's last turn that is not after `low`, or its first turn."""
    if rule.frequency == "DAILY":
        ahead = max(0, (low - anchor).days // rule.interval)
        return anchor + timedelta(days=ahead * rule.interval)
    if rule.frequency == "WEEKLY":
        monday = monday_before(anchor)
        ahead = max(0, (low - monday).days // 7 // rule.interval)
        return monday + timedelta(days=ahead * rule.interval * 7)
    yearly = rule.frequency == "YEARLY"
    months = rule.interval * (12 if yearly else 1)
    begin = anchor.year * 12 + (0 if yearly else anchor.month - 1)
    ahead = max(0, (low.year * 12 + low.month - 1 - begin) // months)
    turn = begin + ahead * months
    return date(turn // 12, turn % 12 + 1, 1)
