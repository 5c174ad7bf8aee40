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
        self.own = entry.get("kind") == OWN


class PersonNow:
    """Someone at this instant. `until` is None for any time."""

    def __init__(self, entry: Entry, until: Stretch | None) -> None:
        self.entry = entry
        self.until = until


class StepNow:
    """Something to do. `hours` names the hard hours whose own step it is."""

    def __init__(self, text: str, hours: str | None = None) -> None:
        self.text = text
        self.hours = hours


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
        if card.trips:
            card.travel(at)
        self.wall = Wall(card.offsets, clock24=card.fact("clock") != "12")
        self.in_words = not card.knows(at)
        self.people: list[PersonNow] = []
        self.others: list[PersonNow] = []
        for entry in card.people:
            if entry.get("name") and not entry.paused(at):
                self.place(entry, card.running("reach", entry.number, at))
        self.lines = [
            LineNow(entry, self.is_open(entry))
            for entry in card.lines
            if entry.get("name") and not entry.paused(at)
        ]
        self.lead = self.leading()
        self.steps = self.first_steps()
        self.next_meeting = None if self.in_words else self.following()

    def place(self, entry: Entry, stretch: Stretch | None) -> None:
        """Put someone among those who can be reached now, or among the others."""
        any_time = entry.get("reach") == "any"
        here = not self.in_words and (any_time or stretch is not None)
        if stretch is not None and stretch.end >= self.card.known[1]:
            stretch = None  # as far as the card knows, it does not end
        person = PersonNow(entry, stretch)
        (self.people if here else self.others).append(person)

    def is_open(self, entry: Entry) -> bool | None:
        """Tell whether a line is open now; None where its hours are not known."""
        hours = entry.get("open")
        if hours == "any":
            return True
        if hours != "timetable" or self.in_words:
            return None
        return self.card.running("open", entry.number, self.at) is not None

    def leading(self) -> LineNow | None:
        """Return the line to name first: for crises before others, open for certain."""
        certain = [line for line in self.lines if line.open]
        crisis = [line for line in certain if line.entry.get("kind") == CRISIS]
        best = crisis or certain or self.lines
        return best[0] if best else None

    def beside(self) -> list[LineNow]:
        """Return the lines that ship to name beside the first: those for what the person named,
        then crisis lines that are closed or may be.
        """
        rest = [line for line in self.lines if line is not self.lead and not line.own]
        crisis = [line for line in rest if line.entry.get("kind") == CRISIS]
        named = [line for line in rest if line.entry.get("kind") != CRISIS]
        return named + [line for line in crisis if line.open is not True]

    def own_lines(self) -> list[LineNow]:
        """Return the lines that the person added."""
        return [line for line in self.lines if line.own]

    def first_steps(self) -> list[StepNow]:
        """Return what to do, the first thing first; each once.

        Of the hard hours that run their if-thens, then their steps; then the general steps. Where
        there are none of these, the steps of all hard hours, the highest level first.
        """
        card = self.card
        found: list[StepNow] = []
        for hours in card.hours:
            if card.running("during", hours.number, self.at):
                found += map(StepNow, card.ifs.get(hours.number, ()))
                found += self.own_steps(hours)
        found += map(StepNow, card.steps)
        if not card.steps:
            found += [step for hours in card.hours for step in self.own_steps(hours)]
        once: dict[str, StepNow] = {}
        for step in found:
            once.setdefault(step.text.casefold(), step)
        return list(once.values())

    def own_steps(self, hours: Entry) -> list[StepNow]:
        """Return the steps of hard hours, each with their name."""
        return [StepNow(text, hours.get("name")) for text in self.card.own.get(hours.number, ())]

    def following(self) -> tuple[Entry, Stretch] | None:
        """Return the next meeting that has not ended, with its group."""
        found: tuple[Entry, Stretch] | None = None
        for group in self.card.groups:
            coming = self.card.coming("meets", group.number, self.at) if group.get("name") else None
            if coming and (found is None or coming.start < found[1].start):
                found = group, coming
        if self.card.goings:
            from recoverplan.now.going import nearest

            found = nearest(self.card, self.at, found)
        return found

    def going(self) -> Entry | None:
        """Return what is planned for the next meeting, None where nothing is."""
        if self.next_meeting is None or not self.card.goings:
            return None
        group, stretch = self.next_meeting
        return next(
            (
                going
                for going in self.card.goings
                if going.number == group.number and going.instant("start") == stretch.start
            ),
            None,
        )

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
