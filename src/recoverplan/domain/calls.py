"""Calls: one person at one instant is one call, whatever hours it serves.

Windows that nest or overlap may want the same person at the same instant. That is one call: it is
said once, rings once, and takes one of the calls that were agreed to. In three steps:

1. Stretches with the same people at the same instants, and the same pin, are one ask. It is
   assigned as a window is, weighs what is in it, and stands where its first stretch stands.
2. Asks that an assignment gives to one person at one instant are settled there, as one call; the
   rest is assigned again with what is left, until nothing falls together.
3. A stretch that still has nobody rides along with a call that is made at that very instant.

The best of all plans under shared calls is NP-hard to find (an exact search was tried). This one
never asks more of anybody than was agreed, and where nothing is shared it is `assign` itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoverplan.domain.assignment import Wanted, assign
from recoverplan.value import NamedTuple

Call = tuple[int, int]  # a contact's place in the person's order, and a mark


class Stretch(NamedTuple):
    """One stretch of hard hours that wants a person, in the week's order.

    `level`: 0 is served first. `times`: who can have it, each with the mark of the instant at
    which they would be called; equal instants have one mark. `pinned`: the person's own choice.
    """

    level: int
    times: tuple[Call, ...]
    pinned: int | None = None


class _Ask(NamedTuple):
    """Stretches (by number) that one call serves, whoever makes it. `rank`: 0 is served first."""

    members: list[int]
    times: dict[int, int]
    pinned: int | None
    rank: int


def assign_calls(stretches: Sequence[Stretch], limits: Sequence[int | None]) -> list[int | None]:
    """Return for each stretch its contact's place in the person's order, or None for nobody.

    `limits` is how many calls each contact agreed to in this week, None for no limit.
    """
    asks = _asks(stretches)
    held = _settled(asks, limits)
    made = {(place, asks[number].times[place]) for number, place in held.items()}
    choices: list[int | None] = [None] * len(stretches)
    for number, ask in enumerate(asks):
        riding = (place for place, mark in sorted(ask.times.items()) if (place, mark) in made)
        choice = held[number] if number in held else next(riding, None)
        for member in ask.members:
            choices[member] = choice
    return choices


def _asks(stretches: Sequence[Stretch]) -> list[_Ask]:
    """Gather the stretches that are one ask; the more it holds of a higher level, the sooner."""
    alike: dict[tuple[tuple[Call, ...], int | None], list[int]] = {}
    for number, stretch in enumerate(stretches):
        alike.setdefault((stretch.times, stretch.pinned), []).append(number)
    levels = sorted({stretch.level for stretch in stretches})
    weights = [
        tuple(-sum(stretches[member].level == level for member in members) for level in levels)
        for members in alike.values()
    ]
    ranks = {weight: rank for rank, weight in enumerate(sorted(set(weights)))}
    return [
        _Ask(members, dict(times), pinned, ranks[weight])
        for ((times, pinned), members), weight in zip(alike.items(), weights, strict=True)
    ]


def _settled(asks: Sequence[_Ask], limits: Sequence[int | None]) -> dict[int, int]:
    """Assign the asks until no two of one contact fall together; return who holds which."""
    wanted = [Wanted(ask.rank, sum(1 << place for place in ask.times), ask.pinned) for ask in asks]
    held: dict[int, int] = {}
    last: dict[int, int] = {}
    while True:
        calls = {(place, asks[number].times[place]) for number, place in held.items()}
        # A call that is settled stays where it is, and counts for its holder.
        kept = [0] * len(limits)
        for place, _ in calls:
            kept[place] += 1
        rest = [number for number in range(len(asks)) if number not in held]
        before = [last.get(number) for number in rest] if held else []
        holders = assign([wanted[number] for number in rest], limits, kept, before)
        found = {
            number: place for number, place in zip(rest, holders, strict=True) if place is not None
        }
        at: dict[Call, list[int]] = {}
        for number, place in found.items():
            at.setdefault((place, asks[number].times[place]), []).append(number)
        together = [call for call, numbers in at.items() if len(numbers) > 1 or call in calls]
        if not together:
            return held | found
        last = found
        held |= {number: place for place, mark in together for number in at[place, mark]}
