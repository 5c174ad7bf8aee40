"""Times of day in a phrase: 9pm-1am, 17:00–23:00, 8-12pm, 17:30 for 90 minutes, all day.

Hours are never guessed. am or pm said once, at the end, gives the start the half of the day that
makes the stretch shorter; with a colon and neither it is the 24-hour clock; anything else that
reads two ways is refused with both readings.
"""

from __future__ import annotations

from typing import NamedTuple

from recoverplan.domain.phrase.tokens import Cursor

DAY = 1440
LONGEST_MINUTES = 31 * DAY
TO = ("-", "to", "until")
DAY_PARTS = {  # the hours that a word stands for, and the hours that may be said with it
    "morning": (6 * 60, 12 * 60, range(4 * 60, 12 * 60)),
    "afternoon": (12 * 60, 17 * 60, range(12 * 60, 18 * 60)),
    "evening": (17 * 60, 21 * 60, range(16 * 60, DAY)),
    "night": (21 * 60, 26 * 60, range(17 * 60, DAY + 5 * 60)),
}
UNITS = {
    unit: minutes
    for units, minutes in (
        (("m", "min", "mins", "minute", "minutes"), 1),
        (("h", "hr", "hrs", "hour", "hours"), 60),
        (("day", "days"), DAY),
    )
    for unit in units
}


class Hours(NamedTuple):
    """Hours of a day: from `start` to `end` (minutes after midnight, past 1440 the next day).

    Or `minutes` real minutes long. `all_day` where no hours were needed; `assumed` where the end
    was not said.
    """

    start: int
    end: int | None = None
    minutes: int | None = None
    all_day: bool = False
    assumed: bool = False


class Time(NamedTuple):
    """One time as typed. `half` is "am", "pm" or "" for neither; hour 24 is the end of a day."""

    hour: int
    minute: int
    half: str
    colon: bool
    named: bool = False  # noon, midnight

    @property
    def fixed(self) -> int | None:
        """Return the minutes after midnight if it reads one way, whatever stands beside it."""
        if self.half and not self.named:
            return self.hour % 12 * 60 + (720 if self.half == "pm" else 0) + self.minute
        if self.named or not 1 <= self.hour <= 12:
            return self.hour * 60 + self.minute
        return None

    @property
    def twentyfour(self) -> int:
        """Return the minutes after midnight on the 24-hour clock."""
        return self.hour * 60 + self.minute

    @property
    def by_figures(self) -> bool:
        """Tell whether it is on the 24-hour clock for certain: 17, 0:30, 24:00."""
        return not self.named and not self.half and not 1 <= self.hour <= 12

    def with_half(self, half: str) -> int:
        """Return the minutes after midnight with am or pm."""
        return self.hour % 12 * 60 + (720 if half == "pm" else 0) + self.minute

    def said(self, half: str) -> str:
        """Say it with am or pm, as a person would type it."""
        return f"{self.hour}{f':{self.minute:02}' if self.minute else ''}{half}"


def read_time(cursor: Cursor) -> Time | None:
    """Read one time, or leave the cursor where it is."""
    begin = cursor.at
    token = cursor.token()
    if cursor.take_any({"noon", "midday"}):
        return Time(12, 0, "pm", colon=False, named=True)
    if cursor.take("midnight"):
        return Time(0, 0, "am", colon=False, named=True)
    if token.kind == "clock":
        hour, minute = (int(figures) for figures in token.text.replace(".", ":").split(":"))
    elif token.kind == "number" and len(token.text) <= 2:
        hour, minute = int(token.text), 0
    else:
        return None
    cursor.at += 1
    half = cursor.take_any({"am", "pm"}) or ""
    if not half and cursor.take("o'clock"):
        half = ""
    if half and cursor.take_any({"noon", "midnight"}) and hour != 12:
        raise cursor.refusal("I can't read this time.", begin)
    if minute > 59 or hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        sentence = f"There is no {cursor.said(begin)} on a clock."
        raise cursor.refusal(sentence, begin)
    return Time(hour, minute, half, token.kind == "clock")


def read_hours(cursor: Cursor, part: str | None, *, open_end: bool) -> Hours | None:
    """Read hours: a range, a start and a length, or a start alone (for `open_end`)."""
    begin = cursor.at
    if cursor.take("all", "day") or cursor.take("whole", "day"):
        cursor.take("long")
        return Hours(0, DAY, all_day=True)
    cursor.take_any({"from", "between"})
    start = read_time(cursor)
    if start is None:
        cursor.at = begin
        return None
    after = cursor.at
    if cursor.take_any((*TO, "and")):
        end = read_time(cursor)
        if end is not None and (cursor.word(after - cursor.at) != "and" or between(cursor, begin)):
            return span_of(cursor, begin, start, end, part)
        cursor.at = after
    return lasting(cursor, begin, start, part, open_end=open_end)


def between(cursor: Cursor, begin: int) -> bool:
    """Tell whether the hours began with "between"."""
    return cursor.tokens[begin].text == "between"


def lasting(cursor: Cursor, begin: int, start: Time, part: str | None, *, open_end: bool) -> Hours:
    """Read "for 90 minutes" after a start; without one, an hour is assumed or it is refused."""
    first = start.fixed
    if first is None and start.colon:
        first = start.twentyfour
    if first is None and part:
        first = next((m for m in by_part(start, part)), None)
    if first is None:
        length = "" if cursor.word() == "for" or open_end else " for 2 hours"
        readings = [cursor.replaced(begin, f"{start.said(half)}{length}") for half in ("am", "pm")]
        sentence = f'"{cursor.said(begin)}" reads two ways: am or pm.'
        raise cursor.refusal(sentence, begin, *readings)
    if first == DAY:
        raise cursor.refusal(
            "24:00 can only be an end.", begin, cursor.replaced(begin, "0:00 for 1 hour")
        )
    minutes = read_length(cursor)
    if minutes:
        return Hours(first, minutes=minutes)
    if open_end:
        return Hours(first, minutes=60, assumed=True)
    start_said = cursor.said(begin)
    sentence = f'"{start_said}" has no end.'
    raise cursor.refusal(
        sentence,
        begin,
        cursor.replaced(begin, f"{start_said} for 2 hours"),
        cursor.replaced(begin, f"{start_said} - {said_time((first + 120) % DAY, start)}"),
    )


def said_time(minutes: int, like: Time) -> str:
    """Say minutes after midnight in the style of another time."""
    hour, minute = divmod(minutes, 60)
    if not like.half:
        return f"{hour:02}:{minute:02}"
    return Time(hour % 12 or 12, minute, "", colon=False).said("pm" if hour >= 12 else "am")


def span_of(cursor: Cursor, begin: int, start: Time, end: Time, part: str | None) -> Hours:
    """Return the hours from start to end, or refuse them with their readings."""
    if start.hour == 24:
        midnight = cursor.replaced(begin, f"0:00 - {end.hour}:{end.minute:02}{end.half}")
        raise cursor.refusal("24:00 can only be an end.", begin, midnight)
    first, last = both_known(cursor, begin, start, end, part)
    if end.named and not last:
        last = DAY
    if last % DAY == first and last - first != DAY:
        said = said_time(first, start)
        raise cursor.refusal(
            "It starts and ends at the same time.",
            begin,
            cursor.replaced(begin, f"{said} for 24 hours"),
        )
    return Hours(first, last if last > first else last + DAY)


def both_known(
    cursor: Cursor, begin: int, start: Time, end: Time, part: str | None
) -> tuple[int, int]:
    """Return both as minutes after midnight: each as said, or as the other makes it certain."""
    first, last = start.fixed, end.fixed
    if first is not None and last is not None:
        return first, last
    by_clock = start.by_figures or end.by_figures or (start.colon and end.colon)
    if by_clock and not (start.half or end.half or start.named or end.named):
        return start.twentyfour, end.twentyfour
    if first is None and last is not None and (end.half or end.named):
        return shorter(start, last), last
    known = [first] if first is not None else by_part(start, part)
    if len(known) == 1 and last is None and part and not (start.half or start.named):
        # "evenings 6-8": the end is the next time that the clock says so.
        return known[0], known[0] + (end.with_half("am") - known[0]) % 720
    said = ("am", "pm")
    if first is None:
        pairs = [(start.with_half(half), start.said(half)) for half in said]
        readings = [
            f"{words} - {end.said('am' if (end.with_half('am') - at) % DAY <= 720 else 'pm')}"
            for at, words in pairs
        ]
    else:
        head = said_time(first, start._replace(half="pm" if not start.by_figures else ""))
        readings = [f"{head} - {end.said(half)}" for half in said if end.with_half(half) != first]
    sentence = f'"{cursor.said(begin)}" reads two ways: am or pm.'
    raise cursor.refusal(
        sentence,
        begin,
        *(cursor.replaced(begin, reading) for reading in readings),
    )


def shorter(start: Time, last: int) -> int:
    """Return the start, am or pm, that makes the stretch to `last` shorter; never none at all."""
    return min(
        (start.with_half(half) for half in ("am", "pm")), key=lambda at: (last - at) % DAY or DAY
    )


def by_part(start: Time, part: str | None) -> list[int]:
    """Return the readings of an hour that fit a day part."""
    if part is None:
        return []
    hours = DAY_PARTS[part][2]
    readings = [start.with_half(half) for half in ("am", "pm")]
    return [at for at in readings if at in hours or at + DAY in hours]


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
        raise cursor.refusal(
            "I can't read this length; it may be from a minute to 31 days.",
            begin,
            cursor.replaced(begin, "for 90 minutes"),
        )
    return int(minutes)


def read_amounts(cursor: Cursor) -> float:
    """Read amounts with their units, one after the other, and return their minutes together."""
    minutes = 0.0
    smallest = DAY * 2
    while (amount := read_amount(cursor)) is not None:
        before = cursor.at
        cursor.take("-")
        unit = UNITS.get(cursor.word())
        if unit is None and smallest == 60 and minutes:
            unit = 1  # 1h30
        elif unit is not None:
            cursor.at += 1
        if unit is None or unit >= smallest:
            cursor.at = before
            return 0
        minutes += amount * unit
        smallest = unit
        begin_next = cursor.at
        if cursor.take("and") and cursor.number() is None:
            cursor.at = begin_next
    return minutes


def read_amount(cursor: Cursor) -> float | None:
    """Read 90, two, 1.5 or 1.25."""
    amount = cursor.number()
    token = cursor.token()
    if token.kind == "clock" and "." in token.text:  # two figures after the point
        cursor.at += 1
        return float(token.text)
    if amount is None:
        return None
    cursor.at += 1
    tenths = cursor.token(1)
    if cursor.word() == "." and tenths.kind == "number" and len(tenths.text) < 4:
        cursor.at += 2
        return float(f"{amount}.{tenths.text}")
    return float(amount)
