"""Lengths in a phrase: for 90 minutes, 1h30, an hour and a half; beside their start or apart."""

from __future__ import annotations

from recoverplan.domain.phrase.dates import MONTH_NAMES, SUFFIXES
from recoverplan.domain.phrase.time_of_day import DAY
from recoverplan.domain.phrase.tokens import NUMBERS, Cursor
from recoverplan.words import phrase as words

LONGEST_MINUTES = 31 * DAY
UNITS = {
    unit: minutes
    for units, minutes in (
        (("m", "min", "mins", "minute", "minutes"), 1),
        (("h", "hr", "hrs", "hour", "hours"), 60),
        (("day", "days"), DAY),
    )
    for unit in units
}


def coming_length(cursor: Cursor) -> tuple[int, int, int] | None:
    """Return the first length in hours and minutes that comes later: its tokens and its minutes."""
    places = range(cursor.at, len(cursor.tokens))
    return next((found for begin in places if (found := length_at(cursor, begin))), None)


def length_at(cursor: Cursor, begin: int) -> tuple[int, int, int] | None:
    """Return the tokens and minutes of a length at a token; "for" may be left out."""
    text = cursor.tokens[begin].text
    if not (text == "for" or text.isdigit() or "." in text or text in NUMBERS):
        return None
    back, cursor.at = cursor.at, begin
    spoken = text == "for" and cursor.word(1) in {"an", "half"}
    if not spoken:
        cursor.take("for")
    minutes = float(read_length(cursor) or 0) if spoken else read_amounts(cursor)
    end, cursor.at = cursor.at, back
    if minutes and minutes == int(minutes) and minutes < DAY and end > begin + 1:
        return begin, end, int(minutes)
    return None


def cut_length(cursor: Cursor) -> int | None:
    """Return the minutes of the length that comes later, and take its words out of the phrase.

    It may stand in brackets: "7pm tuesdays (90 min)". One that was cut before is that of each
    start since: "6pm and 7pm for an hour".
    """
    found = coming_length(cursor)
    if found is None:
        return cursor.length
    begin, end, minutes = found
    if begin and cursor.tokens[begin - 1].text == "(" and cursor.word(end - cursor.at) == ")":
        begin, end = begin - 1, end + 1
    del cursor.tokens[begin:end]
    cursor.length = minutes
    return minutes


def read_length(cursor: Cursor) -> int | None:
    """Read "for 90 minutes", "for 1.5 hours", "for 1h30", "for an hour" as minutes."""
    begin = cursor.at
    if not cursor.take("for"):
        return None
    minutes = 0.0
    if cursor.take("half", "an", "hour"):
        minutes = 30
    elif cursor.take("an", "hour"):
        minutes = 90 if cursor.take("and", "a", "half") else 60
    else:
        minutes = read_amounts(cursor)
    if minutes != int(minutes) or not 0 < minutes <= LONGEST_MINUTES:
        cursor.at = max(cursor.at, begin + 1)
        missing = cursor.done and cursor.at == begin + 1
        raise cursor.offering(words.NO_LENGTH, begin, ["for 90 minutes"] if missing else [])
    return int(minutes)


def read_amounts(cursor: Cursor) -> float:
    """Read amounts with their units, one after the other, and return their minutes together."""
    minutes = 0.0
    smallest = DAY * 2
    begin = cursor.at
    while (amount := read_amount(cursor)) is not None:
        before = cursor.at
        cursor.take("-")
        unit = UNITS.get(cursor.word())
        if unit is None and smallest == 60 and minutes and cursor.word() not in MONTH_NAMES:
            unit = 1  # 1h30
        elif unit is not None:
            cursor.at += 1
        elif minutes:  # what follows is none of it: a date
            cursor.at = begin
            return minutes
        if unit is None or unit >= smallest:
            cursor.at = before
            return 0
        minutes += amount * unit
        smallest = unit
        begin = cursor.at
        if cursor.take("and") and cursor.number() is None:
            cursor.at = begin
    return minutes


def read_amount(cursor: Cursor) -> float | None:
    """Read 90, two, 1.5 or 1.25."""
    amount = cursor.number()
    token = cursor.token()
    if token.kind == "clock" and "." in token.text:  # two figures after the point
        cursor.at += 1
        return float(token.text)
    if amount is None or cursor.word(1) in SUFFIXES:  # 15th
        return None
    cursor.at += 1
    tenths = cursor.token(1)
    if cursor.word() == "." and tenths.kind == "number" and len(tenths.text) < 4:
        cursor.at += 2
        return float(f"{amount}.{tenths.text}")
    return float(amount)
