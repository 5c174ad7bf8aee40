"""The reminders read back (written by writers/reminding.py): rows of text, nothing believed.

What lies in their place is read within bounds and without waiting, as the emergency card is. A row
that makes no sense is passed over; a file without its first or last row is not believed at all.
"""

from __future__ import annotations

from recoverplan.home import REMINDERS
from recoverplan.now.card import contents, harmless, seconds

FIRST = "reminders\t1"
LAST = "end"
LETTERS = {
    "c": "check-in",
    "h": "hours",
    "m": "meeting",
    "p": "preparation",
    "t": "treatment",
    "l": "log",
    "r": "renewal",
}  # of a key: its kind


class Row:
    """A reminder, or the part of it that may be told on one local day: in [due, until)."""

    def __init__(self, due: int, until: int, day: str, keys: tuple[str, ...], words: str) -> None:
        self.due = due
        self.until = until
        self.day = day
        self.keys = keys
        self.words = words

    @property
    def kind(self) -> str:
        """Return the kind of thing it is about."""
        return LETTERS.get(self.keys[0][:1], "log")


class Reminders:
    """The whole file: facts by name, and its rows in the order in which they are due."""

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.rows: list[Row] = []

    def fact(self, name: str) -> str:
        """Return a fact, "" where it is missing."""
        return harmless(self.facts.get(name, ""))

    @property
    def most(self) -> int:
        """Return how many may be shown in a day."""
        return seconds(self.fact("most")) or 1

    def take(self, fields: list[str]) -> None:
        """Take in one row; one that makes no sense changes nothing."""
        if fields[0] != "at":
            self.facts[fields[0]] = fields[1] if len(fields) > 1 else ""
        elif len(fields) == 6:
            due, until, words = seconds(fields[1]), seconds(fields[2]), harmless(fields[5])
            keys = tuple(filter(None, fields[4].split(",")))
            if due is not None and until is not None and due < until and keys and words:
                self.rows.append(Row(due, until, fields[3], keys, words))


def read(folder: str) -> Reminders | None:
    """Return the reminders in `folder`, None if they can't be read or believed.

    Raises FileNotFoundError where there are none: reminders are off.
    """
    return parse(contents(f"{folder}/{REMINDERS}") or b"")


def parse(data: bytes) -> Reminders | None:
    """Return the reminders that stand in `data`, None if they are none, or cut short."""
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError:
        return None
    if len(lines) < 3 or lines[0] != FIRST or lines[-2:] != [LAST, ""]:
        return None
    found = Reminders()
    for line in lines[1:-2]:
        found.take(line.split("\t"))
    found.rows.sort(key=lambda row: row.due)
    return found
