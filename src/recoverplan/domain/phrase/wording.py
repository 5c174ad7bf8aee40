"""A schedule said in words: in full, so that they read back as the same, and for a card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from recoverplan.domain.phrase.time_of_day import DAY, Time, shorter
from recoverplan.domain.saying import MONTHS, ORDINALS, WEEKDAYS, clock, short_date
from recoverplan.domain.schedule import Part, Schedule
from recoverplan.domain.schedule_rule import WORKING_DAYS, Rule, read
from recoverplan.domain.text import counted, listed

WEEKEND = {"before": "the Friday before", "after": "the Monday after"}


def schedule_words(schedule: Schedule, *, clock24: bool = True) -> str:
    """Say a schedule in words that `understand` reads as the same schedule."""
    return "; ".join(
        part_words(each[0], clock24) if len(each) == 1 else shift_words(each, clock24)
        for each in grouped(schedule.parts)
    )


def grouped(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """Return the parts as they were typed: those of one pattern of shifts together."""
    found = []
    begin = 0
    while begin < len(parts):
        rule = parts[begin].rule or ""
        end = begin + 1
        if rule.startswith("FREQ=DAILY;INTERVAL=") and parts[begin + 1 : begin + 2]:
            from recoverplan.domain.phrase.shifts import pattern_length

            end = begin + pattern_length(parts[begin:])
        found.append(parts[begin:end])
        begin = end
    return found


def shift_words(parts: tuple[Part, ...], clock24: bool) -> str:
    """Say a pattern of shifts: "4 on, 4 off, 22:00–06:00, from 23 Nov 2026"."""
    from recoverplan.domain.phrase.shifts import turns_words

    said = turns_words(parts, [hours_words(part, clock24) for part in parts])
    return said + bounds(parts[0], read(parts[0].rule or ""))


def short_words(schedule: Schedule, *, clock24: bool = True) -> str:
    """Say a schedule as briefly as a card needs: "every day 6–11 pm", "Mon–Thu 18:00–22:00"."""
    return "; ".join(
        short_part(each[0], clock24) if len(each) == 1 else abbreviated(shift_words(each, clock24))
        for each in grouped(schedule.parts)
    )


def part_words(part: Part, clock24: bool) -> str:
    """Say one part in full."""
    if part.rule is None:
        return date_words(part, clock24)
    rule = read(part.rule)
    if any_time(part, rule) and bounds(part, rule) == "":
        return "any time"
    if is_weekend(part, rule):
        days = f"{often(rule)} weekend"
    elif long(part):
        days = f"{often(rule)} {edges(part, rule, clock24)}"
    else:
        days = f"{days_words(rule)}{at_night(part)}, {hours_words(part, clock24)}"
    return days + bounds(part, rule)


def short_part(part: Part, clock24: bool) -> str:
    """Say one part briefly: weekdays and months by three letters, no commas, no until."""
    if part.rule is None:
        return abbreviated(date_words(part, clock24)).replace(",", "")
    rule = read(part.rule)
    if any_time(part, rule):
        return "any time"
    if is_weekend(part, rule):
        return "weekends" if rule.interval == 1 else f"{often(rule)} weekend"
    if long(part):
        said = edges(part, rule, clock24)
        return abbreviated(said if rule.interval == 1 else f"{often(rule)} {said}")
    days = days_words(rule) + at_night(part)
    if rule.frequency == "WEEKLY" and rule.interval == 1:
        listed = weekday_list([day for day, _ in rule.weekdays])
        days = listed.replace(" to ", "–") + at_night(part)
    return abbreviated(f"{days} {hours_words(part, clock24)}")


def abbreviated(text: str) -> str:
    """Return the text with weekdays and months cut to three letters."""
    for name in (*WEEKDAYS, *MONTHS):
        text = text.replace(name, name[:3])
    return text


def any_time(part: Part, rule: Rule) -> bool:
    """Tell whether the part is every day, all day."""
    return rule.frequency == "DAILY" and rule.interval == 1 and all_day(part)


def all_day(part: Part) -> bool:
    """Tell whether the part is one whole calendar day."""
    return (part.start, part.end, part.end_days) == (0, 0, 1)


def long(part: Part) -> bool:
    """Tell whether the part ends a day or more after it starts, by the clock, and is no one day."""
    if part.end is None or all_day(part):
        return False
    return part.end_days * DAY + part.end >= part.start + DAY


def is_weekend(part: Part, rule: Rule) -> bool:
    """Tell whether the part is a whole weekend in one stretch."""
    days = rule.frequency == "WEEKLY" and rule.weekdays == ((5, 0),)
    return days and (part.start, part.end, part.end_days) == (0, 0, 2)


# Hours


def hours_words(part: Part, clock24: bool) -> str:
    """Say the hours: "17:00–23:00", "5–11 pm", "20:00 for 90 minutes", "all day"."""
    start = start_words(part.start, clock24)
    if part.minutes is not None:
        return f"{start} for {length_words(part.minutes)}"
    if all_day(part):
        return "all day"
    end = part.end or 0
    last = clock(end, clock24=clock24)
    if not clock24 and start[-3:] == last[-3:] and start[-1] == "m":
        time = Time(part.start // 60 % 12 or 12, part.start % 60, "", colon=False)
        if shorter(time, end) == part.start:
            start = start[:-3]
    return f"{start}–{last}"


def start_words(minutes: int, clock24: bool) -> str:
    """Say a start. Midnight is "00:00" on either clock: in words, a day has two."""
    return clock(minutes, clock24=clock24 or not minutes)


def at_night(part: Part) -> str:
    """Say that hours past midnight belong to the night of the day named."""
    return " at night" if part.weekend == "night" else ""


def length_words(minutes: int) -> str:
    """Say a length: "90 minutes", "6 hours", "1 hour"."""
    return counted(minutes, "minute") if minutes % 60 else counted(minutes // 60, "hour")


def edge_words(minutes: int, clock24: bool, *, end: bool = False) -> str:
    """Say the time at the edge of a stretch of days: midnight is that of the day named."""
    if minutes == DAY and clock24:
        return "24:00"
    return clock(minutes, clock24=clock24) if end else start_words(minutes, clock24)


def edges(part: Part, rule: Rule, clock24: bool) -> str:
    """Say a stretch within the week: "Friday 17:00 – Sunday 23:00"."""
    days, end = last_day(part)
    first = rule.weekdays[0][0]
    return (
        f"{WEEKDAYS[first]} {edge_words(part.start, clock24)} – "
        f"{WEEKDAYS[(first + days) % 7]} {edge_words(end, clock24, end=True)}"
    )


def last_day(part: Part) -> tuple[int, int]:
    """Return how many days later a stretch ends, and when; midnight ends the day before it."""
    if part.end == 0:
        return part.end_days - 1, DAY
    return part.end_days, part.end or 0


# Days


def date_words(part: Part, clock24: bool) -> str:
    """Say a single date, or a stretch of dates."""
    assert part.first is not None  # noqa: S101  a part without a rule is its date
    first = day_words(part.first)
    if not long(part):
        return f"{first}, {hours_words(part, clock24)}"
    days, end = last_day(part)
    last = day_words(part.first + timedelta(days=days))
    if part.start == 0 and end == DAY:
        return f"{first} to {last}"
    return (
        f"{first} {edge_words(part.start, clock24)} – {last} {edge_words(end, clock24, end=True)}"
    )


def day_words(day: date) -> str:
    """Say a date: "27 Nov 2026"."""
    return f"{short_date(day)} {day.year}"


def often(rule: Rule) -> str:
    """Say how often a weekly rule comes, before its weekday: "every", "every other"."""
    if rule.interval > 2:
        return f"every {rule.interval} weeks"
    return "every other" if rule.interval == 2 else "every"


def days_words(rule: Rule) -> str:
    """Say the days of a rule."""
    if rule.frequency == "DAILY":
        return every(rule.interval, "day")
    if rule.frequency == "WEEKLY":
        return weekly_words(rule)
    if (rule.month_days and rule.weekdays) or (rule.position and not working(rule)):
        return f"RRULE:{rule._replace(until=None)}"
    return monthly_words(rule)


def every(interval: int, unit: str) -> str:
    """Say "every day", "every other day", "every 3 days"."""
    if interval > 2:
        return f"every {interval} {unit}s"
    return f"every other {unit}" if interval == 2 else f"every {unit}"


def weekly_words(rule: Rule) -> str:
    """Say "every Tuesday and Thursday", "every other Friday", "every 3 weeks on Friday"."""
    weekdays = [day for day, _ in rule.weekdays]
    said = weekday_list(weekdays)
    if rule.interval == 1 and len(weekdays) == 6:
        [off] = set(range(7)) - set(weekdays)
        return f"every day except {WEEKDAYS[off]}"
    if rule.interval == 1:
        return f"every {said}"
    if rule.interval == 2 and len(weekdays) == 1:
        return f"every other {said}"
    return f"{every(rule.interval, 'week')} on {said}"


def weekday_list(weekdays: Sequence[int]) -> str:
    """Say weekdays: three or more in a row as a range, across the weekend too."""
    if 3 <= len(weekdays) < 7:
        for first in weekdays:
            run = [(first + ahead) % 7 for ahead in range(len(weekdays))]
            if sorted(run) == sorted(weekdays):
                return f"{WEEKDAYS[run[0]]} to {WEEKDAYS[run[-1]]}"
    return listed([WEEKDAYS[day] for day in weekdays])


def working(rule: Rule) -> bool:
    """Tell whether the rule counts working days."""
    return bool(rule.position) and rule.weekdays == WORKING_DAYS


def monthly_words(rule: Rule) -> str:
    """Say days counted within the month, or within months named."""
    yearly = rule.frequency == "YEARLY"
    prefix = f"{every(rule.interval, 'year')} on " if yearly and rule.interval > 1 else ""
    if yearly and len(rule.month_days) == 1 and rule.month_days[0] > 0:
        month = MONTHS[rule.months[0] - 1][:3]
        return f"{every(rule.interval, 'year')} on {rule.month_days[0]} {month}"
    if rule.months:
        within = listed([MONTHS[month - 1] for month in rule.months])
    elif rule.interval > 1:
        within = every(rule.interval, "month")
    else:
        within = "the month"
    return f"{prefix}{counted_words(rule)} of {within}"


def counted_words(rule: Rule) -> str:
    """Say "15th and last day", "first and third Friday", "2nd last working day"."""
    if rule.month_days:
        return listed([
            f"{nth(day)}" if day > 0 else f"{place(day)} day" for day in rule.month_days
        ])  # fmt: skip
    if working(rule):
        places = [place(position) for position in rule.position]
        if max(rule.position) > 9:  # "15th and last working day" could be the 15th
            return listed([f"{each} working day" for each in places])
        return f"{listed(places)} working day"
    if len({day for day, _ in rule.weekdays}) == 1:
        weekday = WEEKDAYS[rule.weekdays[0][0]]
        return f"{listed([place(number) for _, number in rule.weekdays])} {weekday}"
    return listed([f"{place(number)} {WEEKDAYS[day]}" for day, number in rule.weekdays])


def place(number: int) -> str:
    """Say a place: "first", "12th", "last", "2nd last"."""
    if number == -1:
        return "last"
    if number < 0:
        return f"{nth(-number)} last"
    return ORDINALS[number - 1] if number <= 5 else nth(number)


def nth(number: int) -> str:
    """Say 1st, 2nd, 3rd, 11th, 22nd."""
    ending = (
        "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def bounds(part: Part, rule: Rule) -> str:
    """Say from, until, except and the weekend rule, each after a comma."""
    said = ""
    excluded = part.excluded
    if part.weekend == "night":
        excluded = tuple(day - timedelta(days=1) for day in excluded)
    elif part.weekend:
        said += f", if it falls on a weekend {WEEKEND[part.weekend]}"
    if part.first:
        said += f", from {day_words(part.first)}"
    if rule.until:
        said += f", until {day_words(rule.until)}"
    if excluded:
        said += f", except {listed([day_words(day) for day in excluded])}"
    return said
