"""The card at one instant: who can be reached, which line leads, what comes next."""

from __future__ import annotations

from recoverplan.now.card import Card, Entry, Stretch
from recoverplan.now.wall import Wall

CRISIS, OWN = "crisis", "own"


class LineNow:
    """A help line at this instant. `open` is None where that is not known."""

    def __init__(self, entry: Entry, is_open: bool | None) -> None:
        self.entry = entry
        self.open = is_open


class PersonNow:
    """Someone at this instant. `until` is None for any time."""

    def __init__(self, entry: Entry, until: Stretch | None) -> None:
        self.entry = entry
        self.until = until


class View:
    """What the card says at the instant `at` (seconds since 1970).

    `people`: those who can be reached now, whatever number of check-ins they agreed to; `others`:
    the rest. Both in the person's order. `lines` in the card's order; `lead` is the line to name
    first. `in_words`: the card's hours are not known at this instant, so that everybody is among
    the others.
    """

    def __init__(self, card: Card, at: int) -> None:
        self.card = card
        self.at = at
        self.wall = Wall(card.offsets, clock24=card.fact("clock") != "12")
        self.in_words = not card.knows(at)
        self.people: list[PersonNow] = []
        self.others: list[PersonNow] = []
        running = card.running("reach", at)
        for entry in card.people:
            if entry.get("name") and not entry.paused(at):
                self.place(entry, running.get(entry.number))
        openings = card.running("open", at)
        self.lines = [
            LineNow(entry, self.is_open(entry, openings))
            for entry in card.lines
            if entry.get("name") and not entry.paused(at)
        ]
        self.lead = self.leading()
        self.next_meeting = None if self.in_words else self.following()

    def place(self, entry: Entry, stretch: Stretch | None) -> None:
        """Put someone among those who can be reached now, or among the others."""
        any_time = entry.get("reach") == "any"
        here = not self.in_words and (any_time or stretch is not None)
        if stretch is not None and stretch.end >= self.card.known[1]:
            stretch = None  # as far as the card knows, it does not end
        person = PersonNow(entry, stretch)
        (self.people if here else self.others).append(person)

    def is_open(self, entry: Entry, openings: dict[str, Stretch]) -> bool | None:
        """Tell whether a line is open now; None where its hours are not known."""
        hours = entry.get("open")
        if hours == "any":
            return True
        if hours != "timetable" or self.in_words:
            return None
        return entry.number in openings

    def leading(self) -> LineNow | None:
        """Return the line to name first: for crises before others, open for certain."""
        certain = [line for line in self.lines if line.open]
        crisis = [line for line in certain if line.entry.get("kind") == CRISIS]
        best = crisis or certain or self.lines
        return best[0] if best else None

    def beside(self) -> list[LineNow]:
        """Return the lines to name beside the first: the person's own, closed crisis lines."""
        return [
            line
            for line in self.lines
            if line is not self.lead
            and (
                line.entry.get("kind") == OWN
                or (line.entry.get("kind") == CRISIS and line.open is not True)
            )
        ]

    def following(self) -> tuple[Entry, Stretch] | None:
        """Return the next meeting that has not ended, with its group."""
        ahead = [stretch for stretch in self.card.stretches["meets"] if stretch.end > self.at]
        groups = {group.number: group for group in self.card.groups if group.get("name")}
        for stretch in sorted(ahead, key=lambda stretch: (stretch.start, stretch.end)):
            if stretch.number in groups:
                return groups[stretch.number], stretch
        return None

    def number(self) -> str | None:
        """Return the emergency number, None where it is not known."""
        return self.card.emergency.get("call")


def way_of(entry: Entry) -> str:
    """Return how someone wants to be reached: "call 555-0114", "text 555-0127", "Signal"."""
    given = [way for way in ("call", "text", "email", "other") if entry.get(way)]
    wished = entry.get("prefer")
    way = wished if wished in given else (given or [""])[0]
    value = entry.get(way) or ""
    return value if way == "other" else f"{way} {value}".strip()
