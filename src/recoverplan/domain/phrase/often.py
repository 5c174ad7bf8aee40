"""How often, in a phrase: every, every other, every 3 weeks, monthly."""

from __future__ import annotations

from recoverplan.domain.phrase import days
from recoverplan.domain.phrase.dates import WEEKDAY_NAMES, read_date
from recoverplan.domain.phrase.draft import FROM, PARTS, Reader
from recoverplan.words import phrase as words

ADVERBS = {
    "daily": ("DAILY", 1),
    "everyday": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
}
UNITS = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
EVERY_DAY = (("all", "days"), ("any", "day"), ("all", "week"), ("whole", "week"))
DAYS_OF_A_YEAR = frozenset(["anniversary", "birthday", "birthdays"])
TOO_OFTEN = {"hour", "hours", "minute", "minutes", "second", "seconds"}
PLURALS = UNITS | {f"{unit}s": kind for unit, kind in UNITS.items()}


def how_often(reader: Reader) -> bool:
    """Read "every", "every other", "every 3 weeks", "monthly": how often."""
    cursor = reader.cursor
    begin = cursor.at
    if cursor.take("nightly"):
        reader.draft.parts.append("night")
        return reader.often("DAILY", 1, begin)
    if cursor.word() in ADVERBS:
        cursor.at += 1
        return reader.often(*ADVERBS[cursor.word(-1)], begin)
    if any(cursor.take(*words) for words in EVERY_DAY):
        return reader.often("DAILY", 1, begin)
    if cursor.take("once") and cursor.take_any({"a", "per", "every", "each"}):
        return cursor.word() in UNITS and turns(reader, 1, begin)
    if cursor.take_any({"every", "each"}):
        every = 2 if cursor.take_any({"other", "alternate"}) else read_every(reader, begin)
    elif cursor.take("alternate"):
        every = 2
    else:
        return False
    return turns(reader, every, begin)


def day_of_the_year(reader: Reader) -> bool:
    """Read "anniversary 14 march", "birthday is 3 jun": every year, whatever year it began in."""
    cursor = reader.cursor
    begin = cursor.at
    if cursor.take_any(DAYS_OF_A_YEAR) is None:
        return False
    while cursor.take_any({"is", "on", "of", ":", ",", "the"}):
        pass
    date = read_date(cursor, reader.now)
    if date is None or date.relative:
        return False
    reader.draft.dates.append(date._replace(year=None, weekday=None))
    reader.draft.marks.setdefault("dates", (begin, cursor.at))
    return reader.often("YEARLY", 1, begin)


def biweekly(reader: Reader) -> bool:
    """Take "biweekly" as every 2 weeks where a date begins the count and one day is named.

    Two days named may be those of "twice a week": then it is refused with both readings.
    """
    cursor = reader.cursor
    begin = cursor.at
    if not cursor.take("biweekly") or not cursor.says(FROM):
        return False
    named = {WEEKDAY_NAMES[token.text] for token in cursor.tokens if token.text in WEEKDAY_NAMES}
    return len(named) < 2 and not cursor.says({*days.SETS}) and reader.often("WEEKLY", 2, begin)


def read_every(reader: Reader, begin: int) -> int:
    """Read the 3 of "every 3 weeks"; 1 where nothing is counted."""
    cursor = reader.cursor
    number = cursor.number()
    if number is not None and (cursor.word(1) in PLURALS or cursor.word(1) in TOO_OFTEN):
        cursor.at += 1
        if not 1 <= number <= 999:
            raise cursor.refusal(words.TOO_FAR_APART, begin)
        return number
    after = cursor.at
    place = days.read_ordinal(cursor)
    if place is not None and place > 1 and cursor.word() in UNITS and cursor.word(1) != "of":
        return place  # "every 3rd day"
    cursor.at = after
    return 1


def turns(reader: Reader, every: int, begin: int) -> bool:
    """Read what comes so often: a unit, a part of the day, a weekday, or a clause of its own."""
    cursor = reader.cursor
    word = cursor.word()
    if word in TOO_OFTEN and cursor.word(1) not in WEEKDAY_NAMES:
        cursor.at += 1
        alone = cursor.said(begin) == cursor.text.strip() and every == 1
        raise cursor.offering(words.OFTENER_THAN_DAILY, begin, ["every day"] if alone else [])
    if word in PLURALS:
        cursor.at += 1
        if word == "day" and every == 1:
            cursor.take("of", "the", "week")
        frequency, times = PLURALS[word]
        return reader.often(frequency, times * every, begin)
    if every == 1:
        return every_what(reader, begin)
    if word in PARTS:
        return reader.often("DAILY", every, begin)
    weekdays = word in WEEKDAY_NAMES or word in days.SETS
    return weekdays and reader.often("WEEKLY", every, begin)


def every_what(reader: Reader, begin: int) -> bool:
    """Read what follows a bare "every": the clause after it, or a date or number of its own."""
    cursor = reader.cursor
    after = cursor.at
    date = read_date(cursor, reader.now)
    if date and date.year is None:
        reader.draft.dates.append(date)
        return reader.often("YEARLY", 1, begin)
    cursor.at = after
    counted = days.read_counted(cursor)
    plain = counted and len(counted) == 1 and counted[0].kind == "weekday"
    if counted and plain and cursor.word() not in {"of", "in"} and counted[0].number > 1:
        every_nth(reader, begin, counted[0])
        return True
    cursor.at = after
    word = cursor.word()
    return bool(
        counted
        or word in WEEKDAY_NAMES
        or word in PARTS
        or word in days.SETS
        or word in {"weeknight", "weeknights", *days.WORKING}
    )


def every_nth(reader: Reader, begin: int, counted: days.Counted) -> None:
    """Take "every second friday" as every other one; refuse a third one, which reads two ways."""
    cursor = reader.cursor
    if counted.number == 2:
        reader.draft.weekdays = counted.weekdays
        reader.often("WEEKLY", 2, begin)
        return
    place = cursor.said(begin).split(" ", 1)[1]
    day = place.split(" ")[-1]
    since = "" if cursor.says(FROM) else f" from {reader.now:%Y-%m-%d}"
    readings = (f"{place} of the month", f"every {counted.number} weeks on {day}{since}")
    raise cursor.offering(words.TWO_WAYS.format(said=cursor.said(begin)), begin, readings)
