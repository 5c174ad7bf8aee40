"""One time of day as it is typed: 9pm, 9.30, 19h30, 18 Uhr 30, half past nine, noon.

Which half of the day it is may still be open: `times.py` settles that by what stands beside it.
"""

from __future__ import annotations

from recoverplan.domain.phrase.dates import MONTH_NAMES, SUFFIXES
from recoverplan.domain.phrase.time_of_day import DAY_PARTS, Time
from recoverplan.domain.phrase.tokens import TO, Cursor, Token, neighbours
from recoverplan.domain.saying import typed_month
from recoverplan.words import phrase as words

PAST = {"half": 30, "quarter": 15, "twenty": 20}


def read_time(cursor: Cursor) -> Time | None:
    """Read one time, or leave the cursor where it is."""
    begin = cursor.at
    if cursor.take_any({"noon", "midday"}):
        return Time(12, 0, "pm", colon=False, named=True)
    if cursor.take("midnight"):
        return Time(0, 0, "am", colon=False, named=True)
    figures = read_figures(cursor)
    if figures is None:
        cursor.at = begin
        return None
    hour, minute, colon = figures
    if hour == 12 and not minute and (named := cursor.take_any({"noon", "midday", "midnight"})):
        half = "am" if named == "midnight" else "pm"
        return Time(12 if half == "pm" else 0, 0, half, colon=False, named=True)
    half = cursor.take_any({"am", "pm"}) or adjoined_half(cursor)
    if not half and 1 <= hour <= 12:
        half = spoken_half(cursor, begin, hour)
    if half:
        cursor.take("-", "ish")
    if not half and (cursor.take("o'clock") or cursor.take("o’clock")):
        half = cursor.take_any({"am", "pm"}) or ""
    by_clock = not half and cursor.take("uhr")
    if by_clock and not colon:
        minute = read_minute(cursor) or minute
    if half and cursor.take_any({"noon", "midnight"}) and hour != 12:
        raise cursor.refusal(words.NOT_A_TIME, begin)
    if minute > 59 or hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        sentence = words.NOT_ON_A_CLOCK.format(said=cursor.said(begin))
        clock = f"{hour}:{minute:02}"
        instead = [clock] if half else day_and_month(hour, minute) if colon else []
        raise cursor.offering(sentence, begin, instead)
    zero = by_clock or (colon and cursor.tokens[begin].text[0] == "0")
    return Time(hour, minute, half, colon or by_clock, zero=zero)


def spoken_half(cursor: Cursor, begin: int, hour: int) -> str:
    """Read "in the morning" or "at night" behind a time of a range, where each may have its own."""
    back = cursor.at
    cursor.take("o'clock")
    if cursor.take("at", "night") or cursor.take("in", "the", "night"):
        half = "am" if hour == 12 or hour < 5 else "pm"
    else:
        halves = {"morning": "am", "afternoon": "pm", "evening": "pm"}
        half = halves.get(cursor.word(), "") if cursor.take("in", "the") else ""
        cursor.at += bool(half)
    before = [token.text for token in cursor.tokens[max(begin - 2, 0) : begin]]
    own = len(before) == 2 and before[1] in TO and before[0] in {"am", "pm", *DAY_PARTS}
    ranged = cursor.word() in TO or own
    small = half == "am" and hour < 4  # no morning of a phrase begins so early
    if not half or not (ranged or small):
        cursor.at = back
        return ""
    return half


def read_minute(cursor: Cursor) -> int | None:
    """Read the 30 of "18 Uhr 30"; no hour of a range, and no day of a month."""
    token = cursor.token()
    if token.kind != "number" or len(token.text) != 2 or cursor.word(1) in MONTH_NAMES:
        return None
    cursor.at += 1
    return int(token.text)


def day_and_month(day: int, month: int) -> list[str]:
    """Return "26.11" as a date, where it can be one."""
    fits = 1 <= month <= 12 and 1 <= day <= 31
    return [f"{day} {typed_month(month)}"] if fits else []


def starts_time(token: Token) -> bool:
    """Tell whether a time may begin with this word or number."""
    spoken = {"noon", "midday", "midnight", "half", "quarter"}
    return token.kind in {"number", "clock"} or token.text in spoken


def read_figures(cursor: Cursor) -> tuple[int, int, bool] | None:
    """Read 9, 9:30, 9.30, 19h30, 0930-1100, half past nine: hour, minute, whether by the clock."""
    spoken = read_spoken(cursor)
    if spoken is not None:
        return spoken
    token = cursor.token()
    if token.kind == "clock":
        cursor.at += 1
        hour, minute = token.text.replace(".", ":").split(":")
        return int(hour), int(minute), True
    if token.kind == "number" and len(token.text) == 4 and four_figures(cursor.tokens, cursor.at):
        cursor.at += 1
        cursor.take_any({"hours", "hrs", "h"})
        return int(token.text[:2]), int(token.text[2:]), True
    return read_hour(cursor, token)


def read_spoken(cursor: Cursor) -> tuple[int, int, bool] | None:
    """Read "half past nine", "half five" (5:30, not 4:30), "quarter to 7"; or leave the cursor."""
    begin = cursor.at
    cursor.take("a")
    minutes = PAST.get(cursor.word())
    if minutes is None and cursor.word(1) == "past" and cursor.word() in {"5", "10", "20", "25"}:
        minutes = int(cursor.word())
    if minutes is not None:
        half = cursor.take("half")
        cursor.at += not half
        cursor.take("-")
        before = minutes == PAST["quarter"] and cursor.take_any({"to", "before", "of"})
        past = not before and cursor.take("past")
        hour = cursor.number()
        beside = cursor.word(1) not in {"hour", "hours"} or past or before
        if hour is not None and (half or past or before) and 1 <= hour <= 24 and beside:
            cursor.at += 1
            earlier = hour - 1 if hour > 12 else (hour - 2) % 12 + 1
            return (earlier, 45, False) if before else (hour, minutes, False)
    cursor.at = begin
    return None


def read_hour(cursor: Cursor, token: Token) -> tuple[int, int, bool] | None:
    """Read 9, nine (before am, pm or another time), 19h, 19h30."""
    number = cursor.number()
    if token.kind == "word" and not (
        cursor.word(1) in {"am", "pm", "o'clock", *TO} or cursor.word(-1) in {"past", "from", *TO}
    ):
        return None
    if number is None or (token.kind == "number" and len(token.text) > 2):
        return None
    if cursor.word(1) in {*MONTH_NAMES, "days"} or (
        cursor.word(1) in SUFFIXES and token.kind == "number"
    ):
        return None  # "after 24 nov" is a date
    cursor.at += 1
    if token.kind != "number" or cursor.word() != "h" or not cursor.adjacent():
        return number, 0, False
    cursor.at += 1
    after = cursor.token()
    if after.kind == "number" and len(after.text) == 2 and cursor.adjacent():
        cursor.at += 1
        return number, int(after.text), True
    return number, 0, True


def four_figures(tokens: list[Token], place: int) -> bool:
    """Tell whether 1930 is a time: in a range with another one, or written with a nought."""
    text = tokens[place].text
    others = (other for sign, other in neighbours(tokens, place) if sign.text in TO)
    return text.startswith("0") or any(
        abs(int(other.text) - int(text)) >= 15  # 2026-2027 are years
        for other in others
        if other.kind == "number" and len(other.text) == 4
    )


def adjoined_half(cursor: Cursor) -> str:
    """Read the letter of "9a" and "5p", only where it stands at the figure."""
    if cursor.adjacent() and (letter := cursor.take_any({"a", "p"})):
        return f"{letter}m"
    return ""
