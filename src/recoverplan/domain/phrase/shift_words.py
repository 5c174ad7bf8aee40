"""A pattern of shifts said in words: found again among the rules that are kept of it."""

from __future__ import annotations

from itertools import groupby, pairwise

from recoverplan.domain.schedule import Part
from recoverplan.domain.schedule_rule import read


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
