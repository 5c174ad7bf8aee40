"""The reminders as text: what `remind run` reads, and what a person can read with `cat`.

One row a fact, its fields parted by tabs, as on the emergency card. A reminder's row holds the
instants between which it may be told (seconds since 1970 in UTC), its local day, the keys of what
it is about, and what it says. The last row is `end`: a file without it was cut short. The neutral
words and the names of these rows tell nobody what it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from recoverplan.domain.reminding import Piece
from recoverplan.domain.text import clean
from recoverplan.words import remind as words
from recoverplan.writers.emergency import stamp

TITLE = "reminders"
VERSION = "1"
MOST_BYTES = 2_000_000  # what comes later than that waits for the next renewal


def reminders(facts: Mapping[str, str], pieces: Iterable[Piece], end: datetime) -> bytes:
    """Return the file as UTF-8 text. `facts`: what holds for all of it, by name; none is empty.

    `end` is how far the reminders go, if there is room for all of them.
    """
    rows: list[bytes] = []
    room = MOST_BYTES
    for piece in pieces:
        row = row_out(["at", *fields(piece)])
        room -= len(row)
        if room < 0:
            end = piece.due
            break
        rows.append(row)
    head = {"note": words.FILE_NOTE, **facts, "until": stamp(end)}
    named = [row_out([name, clean(said)]) for name, said in head.items() if said]
    return b"".join([row_out([TITLE, VERSION]), *named, *rows, row_out(["end"])])


def row_out(row: Iterable[str]) -> bytes:
    """Return one row as it stands in the file."""
    return ("\t".join(row) + "\n").encode()


def fields(piece: Piece) -> list[str]:
    """Return the fields of a reminder's row."""
    said = piece.reminder
    keys = ",".join(said.keys)
    return [stamp(piece.due), stamp(piece.until), piece.day.isoformat(), keys, clean(said.words)]
