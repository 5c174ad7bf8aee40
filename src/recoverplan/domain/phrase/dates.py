"""Dates in a phrase: 2026-11-24, 24 nov 2026, nov 24, 24th of November, next friday, tonight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.domain.saying import MONTHS, WEEKDAYS, typed_month
from recoverplan.value import NamedTuple
from recoverplan.words import phrase as words

YEARS = range(2000, 2101)
SUFFIXES = ("st", "nd", "rd", "th")
NEAR = {("today",): 0, ("tomorrow",): 1, ("day", "after", "tomorrow"): 2}
DAYS_IN = {"day": 1, "days": 1, "week": 7, "weeks": 7}
LATE = 2  # before this hour "tonight" is the night now running
WEEKDAY_NAMES = {
    name: number
    for number, day in enumerate(word.lower() for word in WEEKDAYS)
    for name in (day, f"{day}s", f"{day}'s", day[:3], f"{day[:3]}s", day[:2])
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
MONTH_NAMES = {
    name: number
    for number, month in enumerate((word.lower() for word in MONTHS), 1)
    for name in (month, month[:3])
} | {"sept": 9}


class Date(NamedTuple):
    """A date as typed: with its year, or without one, or as it follows from today.

    `part` is the day part that it brings ("tonight", "this evening"). `relative`: it hangs on the
    day on which it is read.
    """

    year: int | None
    month: int
    day: int
    relative: bool = False
    part: str | None = None
    weekday: int | None = None  # said with it: must be right
    weekend: bool = False  # a Saturday that stands for the whole weekend

    @property
    def hangs_on_today(self) -> bool:
        """Tell whether it means another date when it is read another year."""
        return self.relative or self.year is None


def exactly(day: date, **more: object) -> Date:
    """Return a date that follows from today."""
    return Date(day.year, day.month, day.day, relative=True)._replace(**more)  # type: ignore[arg-type]


def candidates(wanted: Date, today: date) -> Iterator[date]:
    """Yield the dates that it can be, first the earliest: one, or one a year from last year on."""
    years = [wanted.year] if wanted.year else range(today.year - 1, today.year + 9)
    for year in years:
        try:
            yield date(year, wanted.month, wanted.day)
        except ValueError:
            continue


def first_from(wanted: Date, low: date, today: date) -> date | None:
    """Return its first date that is not before `low`; a date with a year is taken as it is."""
    found = candidates(wanted, low if wanted.year is None else today)
    return next((day for day in found if wanted.year or day >= low), None)


def read_date(cursor: Cursor, now: datetime) -> Date | None:
    """Read one date, or leave the cursor where it is."""
    begin = cursor.at
    cursor.take("the")
    found = read_plain(cursor) or read_named(cursor) or read_relative(cursor, now)
    if found is None:
        cursor.at = begin
    return found


def read_named(cursor: Cursor) -> Date | None:
    """Read a date with its weekday before it: "tuesday 24 nov"."""
    begin = cursor.at
    weekday = WEEKDAY_NAMES.get(cursor.word())
    if weekday is None:
        return None
    cursor.at += 1
    cursor.take(",")
    cursor.take("the")
    found = read_plain(cursor)
    if found is None:
        cursor.at = begin
        return None
    return found._replace(weekday=weekday)


def read_plain(cursor: Cursor) -> Date | None:
    """Read a date that needs no other word: ISO, with slashes, or with a month's name."""
    begin = cursor.at
    token = cursor.token()
    if token.kind == "iso":
        cursor.at += 1
        return checked(cursor, begin, *(int(part) for part in token.text.split("-")))
    if token.kind == "slashed":
        cursor.at += 1
        return read_slashed(cursor, begin, token.text)
    if token.text in MONTH_NAMES:
        cursor.at += 1
        cursor.take("the")
        day = read_day_number(cursor)
        if day is not None:
            return checked(cursor, begin, read_year(cursor), MONTH_NAMES[token.text], day)
    else:
        day = read_day_number(cursor)
        cursor.take("of")
        if day is not None and cursor.word() in MONTH_NAMES:
            month = MONTH_NAMES[cursor.word()]
            cursor.at += 1
            if cursor.word() in {"and", ","} and month_alone(cursor):
                cursor.at = begin
                return None  # "15th of march and june": days of the month
            return checked(cursor, begin, read_year(cursor), month, day)
    cursor.at = begin
    return None


def month_alone(cursor: Cursor) -> bool:
    """Tell whether after "and" a month comes that has no day of its own."""
    after = cursor.token(2)
    day = after.kind == "number" and len(after.text) < 3 and cursor.word(3) not in {"am", "pm"}
    return cursor.word(1) in MONTH_NAMES and not day


def read_day_number(cursor: Cursor) -> int | None:
    """Read 24 or 24th, but no 9pm and no 9:00."""
    token = cursor.token()
    if token.kind != "number" or len(token.text) > 2 or cursor.word(1) in {"am", "pm"}:
        return None
    cursor.at += 1
    if cursor.word() in SUFFIXES and cursor.token().start == token.end:
        cursor.at += 1
    return int(token.text)


def read_year(cursor: Cursor) -> int | None:
    """Read a year of four figures, with or without a comma before it."""
    comma = cursor.word() == ","
    token = cursor.token(comma)
    if token.kind != "number" or len(token.text) != 4:
        return None
    cursor.at += 1 + comma
    return int(token.text)


def checked(cursor: Cursor, begin: int, year: int | None, month: int, day: int) -> Date:
    """Return the date, or refuse one that no calendar has."""
    if year is not None and year not in YEARS:
        raise cursor.refusal(words.YEAR_TOO_FAR.format(year=year), begin)
    if not fits(year, month, day):
        month_name = f"{MONTHS[month - 1]} " if 1 <= month <= 12 else ""
        there = f"{day} {month_name}{year or ''}".strip() if month_name else cursor.said(begin)
        instead = []
        if month_name and day > 28:
            last = max(d for d in (28, 29, 30, 31) if d < day and fits(year, month, d))
            instead.append(f"{last} {typed_month(month)}" + (f" {year}" if year else ""))
        raise cursor.offering(words.NO_DAY.format(there=there), begin, instead)
    return Date(year, month, day)


def fits(year: int | None, month: int, day: int) -> bool:
    """Tell whether the calendar has such a date."""
    try:
        date(year or 2000, month, day)  # 2000 has a 29 February
    except ValueError:
        return False
    return True


def read_slashed(cursor: Cursor, begin: int, text: str) -> Date:
    """Read 25/12/2026 or 24.12.2026; refuse what reads two ways, with both."""
    figures = [int(part) for part in re.split(r"[-/.]", text)]
    if len(figures) == 3 and figures[0] > 31:
        return checked(cursor, begin, *figures)
    first, second = figures[:2]
    year = figures[2] if len(figures) == 3 else None
    if year is not None and year < 100:
        year += 2000
    # Dots are written where the day comes first; a figure above 12 is no month.
    if "." in text or (first > 12 >= second):
        return checked(cursor, begin, year, second, first)
    if second > 12 >= first or first == second:
        return checked(cursor, begin, year, first, second)
    after = f" {year}" if year else ""
    if len(figures) == 3 and figures[2] > 99 and figures[2] not in YEARS:
        raise cursor.refusal(words.YEAR_TOO_FAR.format(year=year), begin)
    readings = [
        f"{day} {typed_month(month)}{after}"
        for month, day in ((first, second), (second, first))
        if 1 <= month <= 12 and fits(year, month, day)
    ]
    if not readings:
        raise cursor.refusal(words.NO_DATE.format(text=text), begin)
    raise cursor.offering(words.TWO_WAYS.format(said=text), begin, readings)


def read_relative(cursor: Cursor, now: datetime) -> Date | None:
    """Read a date that follows from today."""
    begin = cursor.at
    today = now.date()
    if cursor.take("tonight") or cursor.take("this", "night"):
        running = now.hour < LATE
        return exactly(today - timedelta(days=running), part="night")
    for said, days in NEAR.items():
        if cursor.take(*said):
            return exactly(today + timedelta(days=days))
    return read_ahead(cursor, today) or read_this(cursor, begin, today)


def read_this(cursor: Cursor, begin: int, today: date) -> Date | None:
    """Read "this evening", "this friday", "next friday", "next weekend"."""
    which = cursor.take_any({"this", "next"})
    if which is None:
        return None
    word = cursor.word()
    if which == "this" and word in {"morning", "afternoon", "evening"}:
        return exactly(today)  # the day part itself is read as one
    weekend = word in {"weekend", "weekends"}
    weekday = 5 if weekend else WEEKDAY_NAMES.get(word)
    if weekday is None:
        cursor.at = begin
        return None
    cursor.at += 1
    ahead = (weekday - today.weekday()) % 7
    if weekend:
        # The weekend that is running is this one; the next is the one after.
        ahead = ahead if today.weekday() < 5 else 5 - today.weekday()
        ahead += 7 * (which == "next" and today.weekday() >= 5)
    elif which == "next" and ahead == 0:
        ahead = 7
    return exactly(today + timedelta(days=ahead), weekend=weekend)


def read_week(cursor: Cursor, today: date) -> tuple[Date, Date] | None:
    """Read "this week" (from today) or "next week" as its first and last day."""
    which = cursor.word()
    if which not in {"this", "next"} or cursor.word(1) != "week":
        return None
    cursor.at += 2
    monday = today - timedelta(days=today.weekday() - 7 * (which == "next"))
    return exactly(max(monday, today)), exactly(monday + timedelta(days=6))


def read_ahead(cursor: Cursor, today: date) -> Date | None:
    """Read "in 3 days", "in a week", or leave the cursor where it is."""
    begin = cursor.at
    if not cursor.take("in"):
        return None
    count = 1 if cursor.word() in {"a", "one"} else cursor.number()
    unit = DAYS_IN.get(cursor.word(1))
    if count is None or unit is None:
        cursor.at = begin
        return None
    cursor.at += 2
    if not 0 < count * unit <= 3660:
        raise cursor.refusal(words.TOO_FAR_AHEAD, begin)
    return exactly(today + timedelta(days=count * unit))
