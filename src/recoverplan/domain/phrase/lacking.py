"""What hours lack: an end, a start, the half of their day; with what would be likely.

Loaded only where hours are refused.
"""

from __future__ import annotations

from recoverplan.domain.phrase.refusal import Choice, Missing, Refusal
from recoverplan.domain.phrase.time_of_day import (
    DAY,
    DAY_PARTS,
    Occasion,
    Time,
    alone,
    both_ways,
    said_time,
)
from recoverplan.domain.phrase.tokens import Cursor
from recoverplan.words import phrase as words

NINE, SMALL_HOURS = 21 * 60, 6 * 60  # what ends in the small hours began in the evening
LONG_EVENING = 6 * 60  # minutes; what lasts longer is likelier a day's work


def half_of(cursor: Cursor, begin: int, time: Time) -> Missing:
    """Return what asks for the half of the day of a time: the one after noon is likelier."""
    choices = tuple(
        Choice(part_of(time.with_half(half)), cursor.replaced(begin, time.said(half)))
        for half in ("pm", "am")
    )
    return Missing("half", time.said(""), choices)


def part_of(minutes: int) -> str:
    """Return the part of the day that people say with a time, noon and midnight by their names."""
    if minutes % 720 < 60:
        return "noon" if minutes >= 720 else "midnight"
    edges = ((5, "night"), (12, "morning"), (17, "afternoon"), (23, "evening"), (24, "night"))
    return next(part for hour, part in edges if minutes < hour * 60)


def no_end(
    cursor: Cursor,
    begins: tuple[int, int],
    start: Time,
    first: int,
    part: str | None,
    said: str = "",
) -> Refusal:
    """Return what refuses a start without an end, with ends that it could have.

    `said` is the start as it was typed, where more was read since.
    """
    begin, timed = begins
    after = cursor.tokens[begin].text in {"after", "past"}
    late = bool(said)
    said = said or cursor.said(timed)
    style = start
    if not (start.half or start.by_figures) and (not start.colon or first != start.twentyfour):
        style = start._replace(half="pm")
        said = said_time(first, style)
    ends = [said_time((first + 120) % DAY, style)]
    if part and first not in DAY_PARTS[part][2]:  # "3 in the morning"
        part = None
    if part:
        last = DAY_PARTS[part][1]
        ends = [said_time(last % DAY, style)] if first + 60 < last else ends
    elif late and first >= 720:
        ends.insert(0, "midnight" if style.half else "24:00")
    elif after and 720 <= first < 22 * 60:
        ends.append("midnight" if style.half else "24:00")
    readings = [f"{said}-{end}" for end in ends] + [f"{said} for 2 hours"] * (not after)
    base = begin if after else timed
    refusal = cursor.offering(words.NO_END.format(said=cursor.said(begin)), begin, readings, base)
    edge = "midnight" if style.half or style.named else "24:00"
    # Asked for, the end of the part of the day comes first, then, after noon, midnight.
    likely = [*ends[: bool(part)], *([edge] if first >= 720 else []), *ends]
    if begin and cursor.tokens[begin - 1].text in {"anytime", "time", "hour"}:
        base = timed  # "any time after 10pm-midnight"
    refusal.missing = asking("until", cursor, base, f"{said}-", "", tuple(dict.fromkeys(likely)))
    return refusal


def asking(
    what: str, cursor: Cursor, begin: int, before: str, after: str, likely: tuple[str, ...]
) -> Missing:
    """Return what asks for a time that goes between two texts, in place of what was read."""
    place = "\0"
    head, tail = cursor.replaced(begin, f"{before}{place}{after}").split(place)
    choices = tuple(Choice(each, f"{head}{each}{tail}") for each in likely)
    return Missing(what, cursor.said(begin), choices, (head, tail))


def no_start(
    cursor: Cursor, begin: int, end: Time, part: str | None, occasion: Occasion
) -> Refusal:
    """Return what refuses "until 10pm" without a start, with one that it could have."""
    known = alone(end, part, occasion)
    ends = [end.with_half(half) for half in ("am", "pm")] if known is None else [known or DAY]
    readings, likely = [], []
    for last in ends:
        by_clock = end.by_figures or (end.colon and known == end.twentyfour)
        style = end if end.half or by_clock else end._replace(half="pm")
        first = DAY_PARTS[part][0] if part else (last - 120) % DAY
        said = "midnight" if end.named and not last % DAY else said_time(last % DAY, style)
        readings.append(f"{said_time(first, style)}-{said}")
        likely.append(said_time(NINE if last <= SMALL_HOURS and not part else first, style))
    refusal = cursor.offering(words.NO_START.format(said=cursor.said(begin)), begin, readings)
    stated = "midnight" if end.named and not end.hour else end.said(end.half)
    stated = cursor.tokens[cursor.at - 1].text if end.by_figures and not end.colon else stated
    known_start = tuple(likely[:1]) if known is not None else ()
    refusal.missing = asking("from", cursor, begin, "", f"-{stated}", known_start)
    return refusal


def half_of_both(
    cursor: Cursor, begin: int, start: Time, end: Time, first: int | None
) -> Missing | None:
    """Return what asks for the half of the day of hours, or of their end alone."""
    readings = both_ways(start, end, first)
    if first is not None:
        choices = tuple(
            Choice(end.said(half), cursor.replaced(begin, reading))
            for reading in readings
            for half in [reading[-2:]]
        )
        if len(choices) == 1:  # "9pm-9": no is a whole day
            head, _, last = readings[0].rpartition("-")
            whole = cursor.replaced(begin, f"{head} for 24 hours")
            choices += (Choice(end.said("pm" if last.endswith("am") else "am"), whole),)
        return Missing("end", end.said(""), choices)
    parts = [part_of(start.with_half(half)) for half in ("am", "pm")]
    pairs = zip(parts, readings, strict=True)
    morning, evening = (Choice(part, cursor.replaced(begin, reading)) for part, reading in pairs)
    lasts = (end.with_half("am") - start.with_half("am")) % 720
    shift = lasts > LONG_EVENING and start.hour < 12  # "9 to 5"
    return Missing("half", cursor.said(begin), (morning, evening) if shift else (evening, morning))
