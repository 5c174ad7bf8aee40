"""Dates in a phrase, and stretches of several days: 24-26 dec, fri 17:00 - sun 23:00."""

from __future__ import annotations

from recoverplan.domain.phrase import days
from recoverplan.domain.phrase.dates import (
    MONTH_NAMES,
    SUFFIXES,
    WEEKDAY_NAMES,
    Date,
    checked,
    month_alone,
    read_date,
    read_day_number,
    read_named,
    read_week,
    read_year,
)
from recoverplan.domain.phrase.draft import Reader
from recoverplan.domain.phrase.one_time import read_time
from recoverplan.domain.phrase.time_of_day import DAY, Time, alone
from recoverplan.domain.phrase.tokens import TO
from recoverplan.words import phrase as words


def dates(reader: Reader) -> bool:
    """Read a stretch of dates, or dates one after the other."""
    cursor = reader.cursor
    begin = cursor.at
    if date_stretch(reader):
        return True
    cursor.at = begin
    week = read_week(cursor, reader.now.date())
    if week is not None:
        reader.once("dates", begin, reader.draft.dates)
        reader.draft.dates.append(week[0])
        reader.draft.last = week[1]
        return True
    date = read_date(cursor, reader.now)
    if date is None:
        return False
    reader.once("dates", begin, reader.draft.dates)
    reader.draft.dates.append(date)
    if date.part:
        reader.draft.parts.append(date.part)
    while True:
        before = cursor.at
        if cursor.take_any(days.AND) is None:
            break
        cursor.take("and")
        more = read_date(cursor, reader.now)
        if more is None:
            cursor.at = before
            break
        reader.draft.dates.append(more)
    return True


def date_stretch(reader: Reader) -> bool:
    """Read "24 dec 18:00 - 26 dec 12:00", "24 dec to 26 dec"."""
    cursor = reader.cursor
    day = cursor.at
    first = read_date(cursor, reader.now)
    if first is None:
        return False
    before = cursor.at
    cursor.take_any({"at", ","})
    begin = cursor.at
    start = read_time(cursor)
    if start is None:
        cursor.at = before
    after = cursor.at
    if cursor.take_any(TO) is None:
        return False
    last = read_date(cursor, reader.now) or weekday_after(reader)
    if last is None:
        return False
    reader.draft.dates.append(first)
    reader.draft.last = last
    if start is not None:
        cursor.take_any({"at", ","})
        reader.draft.edges = edges(reader, start, begin, after)
        if start.worded_midnight or start.hour == 24:
            from recoverplan.domain.phrase.midnight import open_midnight

            open_midnight(reader, (day, before), (begin, after), None)
    return True


def weekday_stretch(reader: Reader) -> bool:
    """Read "fri 17:00 - sun 23:00"."""
    cursor = reader.cursor
    first = WEEKDAY_NAMES.get(cursor.word())
    if first is None or read_named(cursor):
        return False  # "sat 28 nov" is a date
    day = cursor.at
    cursor.at += 1
    cursor.take("at")
    begin = cursor.at
    start = read_time(cursor)
    after = cursor.at
    if start is None or cursor.take_any(TO) is None:
        return False
    cursor.take("on")
    last = WEEKDAY_NAMES.get(cursor.word())
    if last is None:
        return False
    cursor.at += 1
    last_day = cursor.at - 1
    cursor.take("at")
    reader.draft.stretch = (first, last)
    reader.draft.edges = edges(reader, start, begin, after)
    over_noon = first == last and reader.draft.edges[1] > DAY // 2
    if start.hour == 24 or (start.worded_midnight and not over_noon):
        from recoverplan.domain.phrase.midnight import open_midnight

        same = last_day if first == last else None
        open_midnight(reader, (day, day + 1), (begin, after), same)
    return True


def weekday_after(reader: Reader) -> Date | None:
    """Read a weekday that ends a stretch of dates: the first one after its start."""
    weekday = WEEKDAY_NAMES.get(reader.cursor.word())
    if weekday is None:
        return None
    reader.cursor.at += 1
    return Date(None, 0, 0, relative=True, weekday=weekday)


def edges(reader: Reader, start: Time, begin: int, after: int) -> tuple[int, int]:
    """Read the time at the end of a stretch of days; return both as minutes after midnight.

    `begin` and `after` are the tokens at which the start's time begins and ends.
    """
    cursor = reader.cursor
    begin_end = cursor.at
    end = read_time(cursor)
    if end is None:
        raise cursor.offering(words.LAST_DAY_NEEDS_TIME, begin, [f"{cursor.said(begin)} 24:00"])
    last = DAY if end.named and end.fixed == 0 else edge(reader, end, begin_end)
    back = cursor.at
    cursor.at = after
    first = edge(reader, start, begin)
    cursor.at = back
    return first % DAY, last


def edge(reader: Reader, time: Time, begin: int) -> int:
    """Return a time that stands alone as minutes after midnight; refuse one without am or pm."""
    known = alone(time, None, reader.occasion)
    if known is not None:
        return known
    cursor = reader.cursor
    sentence = words.AM_OR_PM.format(said=cursor.said(begin))
    raise cursor.offering(sentence, begin, map(time.said, ("am", "pm")))


def date_list(reader: Reader) -> bool:
    """Read "24, 25 and 26 dec", "24-26 dec", "dec 24-26"."""
    cursor = reader.cursor
    begin = cursor.at
    cursor.take("the")
    month = MONTH_NAMES.get(cursor.word())
    if month is not None:
        cursor.at += 1
    numbers, ranged = read_numbers(reader, listed=month is None)
    if len(numbers) < 2 or (ranged and len(numbers) != 2):
        return False
    if month is None:
        cursor.take("of")
        month = MONTH_NAMES.get(cursor.word())
        if month is None:
            return False
        cursor.at += 1
        if cursor.word() in days.AND and month_alone(cursor):
            return False  # "15th and 20th of march and june": days of those months
    year = read_year(cursor)
    dates = [checked(cursor, begin, year, month, number) for number in numbers]
    reader.once("dates", begin, reader.draft.dates)
    reader.draft.dates += dates[:1] if ranged else dates
    reader.draft.last = dates[1] if ranged else None
    return True


def read_numbers(reader: Reader, *, listed: bool) -> tuple[list[int], bool]:
    """Read the days of one month, a range or (if `listed`) a list; return whether it is a range."""
    cursor = reader.cursor
    numbers: list[int] = []
    ranged = False
    while (number := read_day_number(cursor)) is not None:
        numbers.append(number)
        dash = cursor.word() in {"-", "to"}
        if not listed and dash and not date_follows(reader):
            break
        if len(numbers) == 1 and dash:
            cursor.at += 1
            ranged = True
        elif listed and cursor.word() == "or" and another_day(reader):
            raise reader.either(cursor.at)
        elif ranged or not listed or cursor.take_any(days.AND) is None:
            break
        else:
            cursor.take("and")
            cursor.take("the")
    return numbers, ranged


def another_day(reader: Reader) -> bool:
    """Tell whether after "24" comes "or 25 dec"."""
    cursor = reader.cursor
    begin, cursor.at = cursor.at, cursor.at + 1
    read_day_number(cursor)
    cursor.take("of")
    found = cursor.at > begin + 1 and cursor.word() in MONTH_NAMES
    cursor.at = begin
    return found


def date_follows(reader: Reader) -> bool:
    """Tell whether after "dec 24" a dash begins "-26" (a day) and not "-9pm" or "-26 dec"."""
    cursor = reader.cursor
    after = 3 if cursor.word(2) in SUFFIXES else 2
    return cursor.token(1).kind == "number" and cursor.word(after) not in {
        "am",
        "pm",
        *MONTH_NAMES,
    }
