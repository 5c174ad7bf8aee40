"""Shifts in a phrase: 4 on 4 off, 2-2-3, 2 early 6am-2pm, 2 night 10pm-6am, 4 off.

A pattern of days on and off comes again and again from its first day. What is kept are plain rules:
for each day on, every so many days. Loaded only where a phrase speaks of days off.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise

from recoverplan.domain.phrase.dates import MONTH_NAMES, WEEKDAY_NAMES
from recoverplan.domain.phrase.draft import FROM, PARTS, Drafted, Reader, Turn
from recoverplan.domain.phrase.lengths import LONGEST_MINUTES, read_amounts
from recoverplan.domain.phrase.one_time import starts_time
from recoverplan.domain.phrase.time_of_day import DAY
from recoverplan.domain.phrase.times import Hours, read_hours
from recoverplan.domain.phrase.tokens import TO, Cursor
from recoverplan.domain.schedule import Part
from recoverplan.domain.schedule_rule import Rule, read
from recoverplan.words import usage as words

LONGEST = 56  # days until a pattern begins again
OFF = frozenset(["off", "rest"])
UNITS = frozenset(["day", "days", "shift", "shifts"])
JOINING = frozenset([",", ";", "and", "then", "/", "-"])
BEHIND = frozenset(["shift", "shifts", "pattern", "rota", "rotation", "work", "working"])


def pattern(reader: Reader) -> bool:
    """Read a pattern of shifts, with the length after each that is meant; or leave the cursor."""
    cursor, draft = reader.cursor, reader.draft
    begin = cursor.at
    minutes = read_after(cursor)
    if cursor.word() in FROM and minutes:
        draft.after = minutes  # "3 hours after: from 23 nov: 2 early …"
        return True
    turns = read_dashed(cursor) if dashes(cursor) else read_turns(reader)
    if not turns:
        cursor.at = begin
        return False
    while cursor.take_any(BEHIND):
        pass
    draft.turns = turns
    draft.after = draft.after or minutes
    draft.marks["shifts"] = (begin, cursor.at)
    if sum(turn.days for turn in turns) > LONGEST:
        sentence = words.PATTERN_TOO_LONG.format(most=LONGEST)
        raise cursor.refusal(sentence, begin)
    return True


def read_after(cursor: Cursor) -> int:
    """Read "3 hours after:", "the 90 minutes after each shift of" as minutes; 0 without it."""
    begin = cursor.at
    cursor.take("the")
    minutes = read_amounts(cursor) if cursor.number() is not None else 0
    if not minutes or not cursor.take("after") or minutes != int(minutes):
        cursor.at = begin
        return 0
    cursor.take_any({"each", "every"})
    cursor.take_any({"shift", "shifts", "one"})
    cursor.take_any({":", "of", "in", "for"})
    return int(minutes) if minutes <= LONGEST_MINUTES else 0


def dashes(cursor: Cursor) -> bool:
    """Tell whether numbers with dashes come next, three or more."""
    return all(
        cursor.number(ahead) is not None if ahead % 2 == 0 else cursor.word(ahead) == "-"
        for ahead in range(5)
    )


def read_dashed(cursor: Cursor) -> list[Turn]:
    """Read 2-2-3: on, off, on; an odd count goes on the other way round before it comes again."""
    days = []
    while (number := cursor.number()) is not None and 0 < number < 15:
        days.append(number)
        cursor.at += 1
        if cursor.word() != "-" or cursor.number(1) is None:
            break
        cursor.at += 1
    if len(days) % 2:
        days *= 2
    return [Turn(number, on=place % 2 == 0) for place, number in enumerate(days)]


def read_turns(reader: Reader) -> list[Turn]:
    """Read "4 nights on, 4 off" and "2 early 6am-2pm, 4 off"; nothing without days off."""
    cursor = reader.cursor
    turns: list[Turn] = []
    begin = cursor.at
    while True:
        before = cursor.at
        while turns and cursor.take_any(JOINING):
            pass
        turn = read_turn(reader)
        if turn is None:
            cursor.at = before
            break
        turns.append(turn)
    if len({turn.on for turn in turns}) == 2:
        return turns
    cursor.at = begin
    return []


def read_turn(reader: Reader) -> Turn | None:
    """Read "4 on", "4 nights on", "4 off", "2 early 6am-2pm", or leave the cursor."""
    cursor = reader.cursor
    begin = cursor.at
    days = cursor.number()
    # Without days off this is no pattern.
    if days is None or not 0 < days <= LONGEST or not cursor.says(OFF):
        return None
    cursor.at += 1
    name = cursor.word()
    cursor.take_any(UNITS)
    part = PARTS.get(name)
    cursor.at += part is not None
    if cursor.take_any(OFF):
        return Turn(days, on=False)
    on = cursor.take("on")
    if not on and part is None and name not in UNITS:
        if cursor.token().kind != "word" or name in {"am", "pm", *MONTH_NAMES, *WEEKDAY_NAMES}:
            cursor.at = begin
            return None
        cursor.at += 1
        cursor.take_any(UNITS)
    hours = read_hours(cursor, part, reader.occasion) if hours_next(cursor) else None
    if hours is None and not on and part is None:
        sentence = words.HOURS_OF_A_SHIFT.format(shift=cursor.said(begin))
        raise cursor.refusal(sentence, begin)
    if hours is None and part and part not in reader.draft.parts:
        reader.draft.parts.append(part)
    return Turn(days, on=True, hours=hours)


def hours_next(cursor: Cursor) -> bool:
    """Tell whether hours come next, and not the number of days of the next turn."""
    after = {"am", "pm", "a", "p", "h", "uhr", "o'clock", "for", *TO}
    token = cursor.token()
    return starts_time(token) and (token.kind != "number" or cursor.word(1) in after)


def rotation(drafted: Drafted) -> Iterator[tuple[Rule, date, Hours | None]]:
    """Yield for each day on its rule, its first day, and its hours where it has its own.

    Raises Refusal without a first day.
    """
    turns = drafted.draft.turns
    first = drafted.since()
    if first is None:
        days = [drafted.today + timedelta(days=ahead) for ahead in (0, 1)]
        raise drafted.needs_start(words.PATTERN_BEGINS, "shifts", days)
    rule = Rule("DAILY", sum(turn.days for turn in turns))
    ahead = 0
    for turn in turns:
        for _ in range(turn.days):
            if turn.on:
                yield rule, first + timedelta(days=ahead), turn.hours
            ahead += 1


def afterwards(hours: Hours, minutes: int) -> tuple[int, Hours]:
    """Return the time after a shift: by how many days later it begins, and its hours."""
    end = hours.start + (hours.minutes or 0) if hours.end is None else hours.end
    return end // DAY, Hours(end % DAY, minutes=minutes)


# A pattern of shifts said in words: found again among the rules that are kept of it.


def pattern_length(parts: tuple[Part, ...]) -> int:
    """Return how many of these parts, from the first, are one pattern of days on and off."""
    one = parts[0]
    cycle = read(one.rule or "").interval
    if one.first is None or one.weekend:
        return 1
    length = 1
    for before, part in pairwise(parts):
        alike = (part.rule, part.excluded, part.weekend) == (one.rule, one.excluded, one.weekend)
        if not alike or part.first is None or before.first is None:
            break
        if not before.first < part.first or (part.first - one.first).days >= cycle:
            break
        length += 1
    # Without a day off it would not read back as a pattern: what is left of it is the next one.
    return length if length < cycle else length - 1


def turns_words(parts: tuple[Part, ...], hours: list[str]) -> str:
    """Say the turns of a pattern; hours that all days on have are said once, behind them."""
    first = parts[0].first
    assert first is not None  # noqa: S101  a pattern has a first day
    cycle = read(parts[0].rule or "").interval
    days: list[str | None] = [None] * cycle
    for part, said in zip(parts, hours, strict=True):
        assert part.first is not None  # noqa: S101  as above
        days[(part.first - first).days] = said
    once = len({*hours}) == 1
    turns = []
    for on, run in groupby(days):
        turn = f"{len([*run])} {'off' if on is None else 'on'}"
        turns.append(turn if once or on is None else f"{turn} {on}")
    return ", ".join([*turns, hours[0]] if once else turns)
