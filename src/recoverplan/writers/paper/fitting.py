"""Sharing parts out over panels: the largest letters that fit, then more panels, never less text.

Only a part that is higher than a whole panel is shortened, and then it is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from recoverplan.words import paper as words
from recoverplan.writers.columns import fit

Part = dict[str, Any]
Heights = Callable[[list[Part]], list[list[float]]]  # for each size, of each part, millimetres
READABLE = 8.5  # points: where more than one panel is needed anyway, letters are at least this
SHOWN = 40  # cells of a text in a note
CUT = "…"
LONGEST = 2000  # characters
TEXTS = ("text", "said", "name", "value", "hours", "label")


class Panel(NamedTuple):
    """One side of a card: the size of its letters in points, and what stands on it."""

    size: float
    parts: list[Part]


def fitted(
    parts: list[Part], heights: Heights, sizes: Sequence[float], room: float
) -> tuple[list[Panel], list[str]]:
    """Return panels of at most `room` millimetres, and a sentence for all that was shortened."""
    parts, notes = shortened(parts, heights, room)
    found = heights(parts)
    for size, row in zip(sizes, found, strict=True):
        if total(parts, row) <= room:
            return [Panel(size, opened(parts))], notes
    # Letters small enough that each part fits by itself.
    place = next(
        (place for place, row in enumerate(found) if sizes[place] <= READABLE and max(row) <= room),
        len(sizes) - 1,
    )
    return list(shared_out(parts, found[place], sizes[place], room)), notes


def total(parts: list[Part], row: Sequence[float]) -> float:
    """Return the height of parts one below the other."""
    return sum(row) + sum(float(part["before"]) for part in parts[1:])


def shared_out(parts: list[Part], row: Sequence[float], size: float, room: float) -> list[Panel]:
    """Return panels that each hold as many parts as fit."""
    panels: list[list[Part]] = []
    left = 0.0
    for part, height in zip(parts, row, strict=True):
        if panels and part["before"] + height <= left:
            panels[-1].append(part)
            left -= part["before"] + height
        else:
            panels.append([part])
            left = room - height
    return [Panel(size, opened(panel)) for panel in panels]


def opened(parts: list[Part]) -> list[Part]:
    """Return the parts of a panel; above the first of them is no room."""
    return [part if place else part | {"before": 0} for place, part in enumerate(parts)]


def shortened(parts: list[Part], heights: Heights, room: float) -> tuple[list[Part], list[str]]:
    """Shorten what is higher than a panel even in the smallest letters, until all of it fits."""
    notes: list[str] = []
    parts = list(parts)
    for place in range(len(parts)):
        while too_long(parts[place]):
            parts[place], note = shorter(parts[place])
            notes.append(note)
    while True:
        smallest = heights(parts)[-1]
        high = [place for place, height in enumerate(smallest) if height > room]
        if not high:
            return parts, list(dict.fromkeys(notes))
        for place in high:
            parts[place], note = shorter(parts[place])
            notes.append(note)


def too_long(part: Part) -> bool:
    """Tell whether some text is longer than any panel holds: measuring it would take seconds."""
    return any(len(part.get(name, "")) > LONGEST for name in (*TEXTS, "say"))


def shorter(part: Part) -> tuple[Part, str]:
    """Return a part without its opening words, else with its longest text cut in half."""
    if part.get("say"):
        said = fit(part["say"], SHOWN)
        note = words.SAY_LEFT_OFF.format(text=said, name=fit(part["name"], SHOWN))
        return part | {"say": ""}, note
    longest = max((name for name in TEXTS if name in part), key=lambda name: len(part[name]))
    text = part[longest]
    kept = text[: len(text) // 2].rstrip(" " + CUT) + CUT
    return part | {longest: kept}, words.CUT.format(text=fit(text, SHOWN))
