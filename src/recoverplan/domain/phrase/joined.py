"""Several schedules in one phrase without a semicolon: mon 5-8pm and wed 6-9pm.

They are taken as several only where each says its own days and then its own hours, and nothing
else (until when, from when) that might be meant for all of them.
"""

from __future__ import annotations

from itertools import pairwise, zip_longest

from recoverplan.domain.phrase import days
from recoverplan.domain.phrase.clauses import read_segment
from recoverplan.domain.phrase.dates import MONTH_NAMES, SUFFIXES, WEEKDAY_NAMES
from recoverplan.domain.phrase.draft import PARTS, Reader
from recoverplan.domain.phrase.lengths import UNITS
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.domain.phrase.time_of_day import Occasion
from recoverplan.domain.phrase.tokens import Cursor, Token, scan

SEPARATORS = {"and", ",", "/"}
DAYS_BEGIN = {*WEEKDAY_NAMES, *days.SETS, *days.RUNS, *days.ORDINALS, "every", "each", "daily"} | {
    "weeknight",
    "weeknights",
    "last",
}
HOURS_END = {*PARTS, *UNITS, "am", "pm", "noon", "midday", "midnight", "long"} - {"day", "days"}
LONGEST = 400  # characters; whoever says more at once can say where each ends


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the schedules stand if days follow hours in the phrase, else nothing."""
    if end - start > LONGEST:
        return []
    tokens = scan(text, start, end)
    places = [0]
    for place in range(1, len(tokens)):
        before = place - 1
        while before > 0 and tokens[before].text in SEPARATORS:
            before -= 1
        if begins_days(tokens, place) and ends_hours(tokens, before):
            places.append(place)
    if len(places) < 2:
        return []
    apart = all(tokens[place - 1].text in SEPARATORS for place in places[1:])
    in_order = begins_days(tokens, 0) or (apart and tokens[0].text in PARTS)
    if not in_order:
        return []
    ends = [last_word(tokens, place) for place in places[1:]] + [end]
    return [(tokens[place].start, after) for place, after in zip(places, ends, strict=True)]


def begins_days(tokens: list[Token], place: int) -> bool:
    """Tell whether the days of a schedule may begin with this word or number."""
    token = tokens[place]
    if hours_before_days(tokens, place):
        return True
    if place > 1 and hours_before_days(tokens, place - 2):
        return False
    if token.kind == "number":
        return place + 1 < len(tokens) and tokens[place + 1].text in SUFFIXES
    joined = place > 0 and token.start == tokens[place - 1].end  # the "th" of "26th"
    return token.text in DAYS_BEGIN and not joined


def hours_before_days(tokens: list[Token], place: int) -> bool:
    """Tell whether here "all day" stands before its days: "all day weekends"."""
    words = [token.text for token in tokens[place : place + 3]]
    return len(words) == 3 and words[:2] == ["all", "day"] and words[2] in DAYS_BEGIN


def ends_hours(tokens: list[Token], place: int) -> bool:
    """Tell whether hours, or a part of the day, may end with this word or number."""
    token = tokens[place]
    if token.text == "day" and place:
        return tokens[place - 1].text in {"all", "whole"}
    return token.kind in {"clock", "number"} or token.text in HOURS_END


def last_word(tokens: list[Token], place: int) -> int:
    """Return where the words before a token end, without what joins them to it."""
    while tokens[place - 1].text in SEPARATORS:
        place -= 1
    return tokens[place - 1].end


def said_apart(text: str, found: list[tuple[int, int]]) -> list[str]:
    """Return the phrase with a semicolon between its schedules, and what else it may mean.

    Where nothing joins them, days without hours are no schedule of their own: "fri 6-8pm first".
    """
    if not found or any(begin == end for begin, end in found):
        return []
    said = [text[start:end] for start, end in found]
    before, after = text[: found[0][0]], text[found[-1][1] :]
    joined = all(text[one[1] : other[0]].strip() for one, other in pairwise(found))
    apart = joined or all(has_hours(scan(text, *each)) for each in found)
    readings = [f"{before}{'; '.join(said)}{after}"] if apart else []
    if len(said) == 2 and not any(figure.isdigit() for figure in said[1]):
        readings.append(f"{before}{said[1]} and {said[0]}{after}")
    return readings


def has_hours(tokens: list[Token]) -> bool:
    """Tell whether one of these is an hour, or a word for hours: not 15th or 24 dec."""
    days = {*SUFFIXES, *MONTH_NAMES}
    return any(
        token.kind == "clock" or token.text in HOURS_END or (token.kind == "number" and not day)
        for token, after in zip_longest(tokens, tokens[1:])
        for day in [after and after.text in days]
    )


def complete(text: str, start: int, end: int, occasion: Occasion) -> bool:
    """Tell whether a piece says its days and hours, and nothing that may be meant for others."""
    try:
        draft = read_segment(Reader(Cursor(text, start, end), occasion))
    except Refusal:
        return False
    bounded = draft.since or draft.until or draft.excepted or draft.off or draft.shift
    days = draft.weekdays or draft.counted or draft.dates or draft.frequency
    hours = draft.hours or draft.parts or draft.weekend  # a bare weekend is both
    return bool(not bounded and draft.interval == 1 and days and hours)
