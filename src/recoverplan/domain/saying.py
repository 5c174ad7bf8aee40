"""Times and days said in the person's style: 9 pm or 21:00, Tue 24, Monday 30 November.

Every `local` here is an aware datetime in the zone to show. English names stand here as tables,
because `strftime` would follow the machine's locale.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

ALL_DAY = "all day"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = (
    "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


@lru_cache(maxsize=2880)  # a long list says the same minutes again and again
def clock(minutes: int, *, clock24: bool) -> str:
    """Say minutes after midnight: "9 pm", "8:30 pm", "noon", "midnight" or "21:00", "00:00"."""
    hour, minute = divmod(minutes % 1440, 60)
    if clock24:
        return f"{hour:02}:{minute:02}"
    if minute == 0 and hour % 12 == 0:
        return "noon" if hour else "midnight"
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''} {'pm' if hour >= 12 else 'am'}"


def typed_hours(first: int, last: int) -> str:
    """Return whole hours of a day, 0 to 24, as anybody may type them: "09:00-11:00".

    Where no figure shows that it is the 24-hour clock, am and pm do: "10am-noon".
    """
    if 10 <= first < last <= 12:
        return f"{first}am-{'noon' if last == 12 else f'{last}am'}"
    return f"{first:02}:00-{last:02}:00"


def time_of_day(local: datetime, *, clock24: bool, dated: bool = False) -> str:
    """Say the wall-clock time: "9 pm", "8:30 pm", "noon", "midnight" or "21:00", "12:00".

    With `dated` midnight is "00:00": beside its day, the word could be the one after.
    """
    midnight = dated and local.hour == local.minute == 0
    return clock(local.hour * 60 + local.minute, clock24=clock24 or midnight)


def time_range(start: datetime, end: datetime, *, clock24: bool, dated: bool = False) -> str:
    """Say a stretch: "9 pm to midnight", "2 to 8 pm", "21:00 to 00:00", "all day".

    The same am or pm is said once. An end more than a day away names its day:
    "5 pm to Sun 29, 11 pm"; whole days are "all day" and "all day through Sun 29". `dated` is of
    its start, as in `time_of_day`.
    """
    days = (end.date() - start.date()).days
    if days and start.time() == end.time() == datetime.min.time():
        last = end.date() - timedelta(days=1)
        return ALL_DAY if days == 1 else f"{ALL_DAY} through {short_day(last)}"
    first = time_of_day(start, clock24=clock24, dated=dated)
    last_said = time_of_day(end, clock24=clock24)
    wall = end.replace(tzinfo=None) - start.replace(tzinfo=None)
    if wall > timedelta(days=1):
        return f"{first} to {short_day(end.date())}, {last_said}"
    return f"{once(first, last_said, wall)} to {last_said}"


def once(first: str, last: str, apart: timedelta) -> str:
    """Return `first` without its am or pm where `last`, less than half a day on, has the same."""
    half = first[-3:]
    same = half in {" am", " pm"} and last.endswith(half) and apart < timedelta(hours=12)
    return first[:-3] if same else first


def short_day(day: date) -> str:
    """Say a day within the week: "Tue 24"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day}"


def short_date(day: date) -> str:
    """Say a date without its weekday: "30 Nov"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def medium_day(day: date) -> str:
    """Say a day within the year: "Mon 30 Nov"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {short_date(day)}"


@lru_cache(maxsize=512)
def typed_month(month: int) -> str:
    """Return a month as it may be typed: "nov"."""
    return MONTHS[month - 1][:3].lower()


def typed_weekday(weekday: int) -> str:
    """Return a weekday, 0 for Monday, as it may be typed: "mon"."""
    return WEEKDAYS[weekday][:3].lower()


def typed_day(day: date) -> str:
    """Return a date as it may be typed: "26 nov 2026"."""
    return f"{short_date(day).lower()} {day.year}"


def long_day(day: date) -> str:
    """Say a day in full: "Tuesday 24 November"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def relative_day(day: date, today: date) -> str:
    """Say a day as seen from today: "today", "tomorrow", "Tue 24", "Mon 30 Nov", with its year."""
    ahead = (day - today).days
    if ahead in {0, 1}:
        return ("today", "tomorrow")[ahead]
    if 1 < ahead < 7:
        return short_day(day)
    return medium_day(day) + (f" {day.year}" if day.year != today.year else "")


def iso(instant: datetime, zone: ZoneInfo) -> str:
    """Return an instant as ISO 8601 with the zone's offset: "2026-11-24T21:00:00-05:00"."""
    return instant.astimezone(zone).isoformat(timespec="seconds")
