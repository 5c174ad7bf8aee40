"""The emergency card read back (written by writers/emergency.py): rows of text, nothing believed.

Whatever lies in its place (nothing, a folder, a pipe, gigabytes, noise) is read within bounds and
without waiting. A row that makes no sense is passed over; a card without its first or last row is
not believed at all.
"""

from __future__ import annotations

import os
import stat

from recoverplan.home import EMERGENCY_CARD, planted

FIRST = b"recoverplan emergency card\t1"
LAST = b"end"
LIMIT = 4_000_000  # bytes; writers/emergency.py leaves out what would make it half as large
LATEST = 1 << 40  # seconds; later instants are noise
TIMES = (b"reach\t", b"open\t", b"meets\t", b"during\t")
ENTRIES = {"line", "person", "group", "going", "chat", "trip", "hours"}
OVERLAPPING = 4  # meetings of one group may run at once


class Entry:
    """A line, a person, a group or hard hours: its number on the card, and its fields by name."""

    def __init__(self, number: str, fields: list[str]) -> None:
        self.number = number
        self.fields: dict[str, str] = {}
        for field in fields:
            name, found, value = field.partition(": ")
            if found:
                self.fields[name] = value

    def get(self, name: str) -> str | None:
        """Return a field made harmless, or None where it was not given."""
        value = self.fields.get(name)
        return harmless(value) or None if value else None

    def instant(self, name: str) -> int | None:
        """Return the instant that a field begins with, None where it has none."""
        return seconds(self.fields.get(name, "").partition(" ")[0])

    def paused(self, at: int) -> bool:
        """Tell whether a pause holds at this instant."""
        start, _, end = self.fields.get("paused", "").partition(" ")
        first, last = seconds(start), seconds(end)
        return first is not None and first <= at and (last is None or at < last)


class Stretch:
    """A stretch of time; `words` say its end, of a meeting its start."""

    def __init__(self, start: int, end: int, words: str) -> None:
        self.start = start
        self.end = end
        self.words = words


class Card:
    """Everything on the card. `known` is the stretch over which its hours are complete.

    `hours` are the hard hours that have if-thens or steps, in the order in which they count; `ifs`
    and `own` are these, by the number of their hours. `times` are the rows of the timetable, sorted
    and as they stand: few of them are ever looked into.
    """

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.emergency = Entry("", [])
        self.lines: list[Entry] = []
        self.people: list[Entry] = []
        self.groups: list[Entry] = []
        self.goings: list[Entry] = []
        self.chats: list[Entry] = []
        self.trips: list[Entry] = []
        self.hours: list[Entry] = []
        self.steps: list[str] = []
        self.ifs: dict[str, list[str]] = {}
        self.own: dict[str, list[str]] = {}
        self.reasons: list[str] = []
        self.known = (0, 0)
        self.offsets: list[tuple[int, int]] = []
        self.times: list[bytes] = []

    def fact(self, name: str) -> str:
        """Return a fact about the whole card, "" where it is missing."""
        return harmless(self.facts.get(name, ""))

    def travel(self, at: int) -> None:
        """Take the emergency number and the lines of the trip that holds at an instant, if any."""
        here = None
        for trip in self.trips:
            start, end = trip.instant("start"), trip.instant("end")
            if start is not None and end is not None and start <= at < end:
                here = trip
                break
        own = here is not None and here.get("region")
        if here is not None and own:
            self.emergency = here
            self.facts.pop("abroad", None)
        number = here.number if here is not None and own else None
        self.lines = [line for line in self.lines if line.get("trip") == number]

    def knows(self, at: int) -> bool:
        """Tell whether the card's hours are known at this instant."""
        return self.known[0] <= at < self.known[1]

    def running(self, keyword: str, number: str, at: int) -> Stretch | None:
        """Return the stretch of an entry that runs at this instant; its stretches lie apart."""
        place, entry = self.place(keyword, number, at)
        while place and self.times[place - 1].startswith(entry):
            place -= 1
            stretch = stretch_of(self.times[place])
            if stretch is not None:
                return stretch if stretch.start <= at < stretch.end else None
        return None

    def coming(self, keyword: str, named: str, at: int) -> Stretch | None:
        """Return the first stretch of an entry that has not ended at this instant."""
        place, entry = self.place(keyword, named, at)
        for number in range(max(0, place - OVERLAPPING), len(self.times)):
            if self.times[number].startswith(entry):
                stretch = stretch_of(self.times[number])
                if stretch is not None and stretch.end > at:
                    return stretch
            elif number >= place:
                break
        return None

    def place(self, keyword: str, number: str, at: int) -> tuple[int, bytes]:
        """Return where the stretches of an entry begin after this instant, and what rows of it
        begin with. Seconds have ten digits from 2001 to 2286, and are sorted as text.
        """
        entry = f"{keyword}\t{number}\t".encode()
        after = entry + f"{at}\t~".encode()
        low, high = 0, len(self.times)
        while low < high:
            middle = (low + high) // 2
            if self.times[middle] < after:
                low = middle + 1
            else:
                high = middle
        return low, entry

    def take(self, row: list[str]) -> None:
        """Take in one row that is not of the timetable; one without sense changes nothing."""
        keyword, rest = row[0], row[1:]
        if keyword == "known" and len(rest) > 1:
            self.known = (seconds(rest[0]) or 0, seconds(rest[1]) or 0)
        elif keyword == "offset" and len(rest) > 1:
            self.take_offset(rest)
        elif keyword == "emergency":
            self.emergency = Entry("", rest)
        elif keyword in {"step", "reason"}:
            texts = self.steps if keyword == "step" else self.reasons
            texts.extend(filter(None, map(harmless, rest[:1])))
        elif keyword in {"if", "own"} and len(rest) > 1:
            of_hours = self.ifs if keyword == "if" else self.own
            of_hours.setdefault(rest[0], []).extend(filter(None, map(harmless, rest[1:2])))
        elif keyword in ENTRIES and rest:
            lists = {"line": self.lines, "person": self.people}
            lists |= {
                "group": self.groups,
                "going": self.goings,
                "chat": self.chats,
                "trip": self.trips,
            }
            lists.get(keyword, self.hours).append(Entry(rest[0], rest[1:]))
        elif rest:
            self.facts[keyword] = rest[0]

    def take_offset(self, rest: list[str]) -> None:
        """Take in one change of the zone's offset; they come in order."""
        since, ahead = seconds(rest[0]), seconds(rest[1].removeprefix("-"))
        if since is not None and ahead is not None and ahead < 172_800:
            self.offsets.append((since, -ahead if rest[1].startswith("-") else ahead))


def read(folder: str) -> tuple[Card | None, bool]:
    """Return the card in `folder`, None if there is none to believe, and whether one is there."""
    try:
        data = contents(f"{folder}/{EMERGENCY_CARD}")
    except (FileNotFoundError, NotADirectoryError):
        return None, False
    except (OSError, ValueError):
        return None, True
    return (None if data is None else parse(data)), True


def contents(path: str) -> bytes | None:
    """Return what a file holds, or None for what is no ordinary file of a bounded size, or was put
    there by another account.

    Never waits: a pipe that nobody writes to opens at once.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or planted(found, os.path.dirname(path)):  # noqa: PTH120
            return None
        pieces = []
        left = LIMIT + 1
        while left > 0 and (piece := os.read(descriptor, left)):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces) if left > 0 else None
    finally:
        os.close(descriptor)


def parse(data: bytes) -> Card | None:
    """Return the card that stands in `data`, or None if it is not one, or cut short."""
    rows = data.split(b"\n")
    if len(rows) < 3 or rows[0] != FIRST or rows[-2:] != [LAST, b""]:
        return None
    card = Card()
    place = 1
    try:
        # The timetable, hundreds of rows, comes after the last of all others.
        while not rows[place].startswith(TIMES) and place < len(rows) - 2:
            card.take(rows[place].decode().split("\t"))
            place += 1
    except UnicodeDecodeError:
        return None
    card.times = sorted(rows[place:-2])
    return card


def stretch_of(row: bytes) -> Stretch | None:
    """Return the stretch of a row of the timetable, None for one that makes no sense."""
    fields = row.decode("utf-8", "replace").split("\t", 5)
    if len(fields) < 5:
        return None
    start, end = seconds(fields[2]), seconds(fields[3])
    if start is None or end is None or start >= end:
        return None
    return Stretch(start, end, harmless(fields[4]))


def seconds(text: str) -> int | None:
    """Return a count of seconds, or None for anything else."""
    if text.isascii() and text.isdigit() and len(text) < 14:
        count = int(text)
        return count if count < LATEST else None
    return None


def harmless(text: str) -> str:
    """Return text as one line that a terminal only shows."""
    if text.isascii() and text.isprintable():
        return text.strip()
    from recoverplan.domain.text import clean

    return clean(text)
