"""What the emergency card leaves out where it would be larger than `now` may have to read.

Times go first, the furthest ahead before the nearer: the card then knows fewer days, and after
these everybody stands there with their hours in words, as on any card that is old. Where that is
not enough, whatever there is most of loses its last, people of the far end of the list among it.
What holds for the whole card, the region and its help lines, always stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from recoverplan.domain.emergency import BEFORE, EmergencyCard
from recoverplan.domain.region import OWN
from recoverplan.domain.span import Span
from recoverplan.writers.emergency import END, as_text, clock, facts, lists, timetable

NOTED = ["left out", "The card has no room for all of it. recoverplan shows the rest."]
Rows = list[list[str]]


def shed(card: EmergencyCard, most: int) -> bytes:
    """Return the card as UTF-8 text of at most `most` bytes."""
    head = [*facts(card), NOTED]
    room = most - size([*head, *clock(card), END])
    entries = list(lists(card))
    kept = shed_entries(entries, room)
    if len(kept) < len(entries):
        times: Rows = []  # they belong to entries by number
        today = card.known.start + BEFORE
        known = Span(today, today)
    else:
        known, times = shed_times(card, list(timetable(card)), room - size(kept))
    card = card._replace(known=known)
    return as_text([*head, *kept, *clock(card), *sorted(times), END])


def shed_entries(entries: Rows, room: int) -> Rows:
    """Return entries without those that there is no room for; the rest stays in order.

    Each time the kind that takes the most room loses its last. Help lines stay, but for the
    person's own, which go when everything else is gone.
    """
    left = size(entries) - room
    gone: set[int] = set()
    for sheddable in (lambda row: row[0] != "line", is_own_line):
        places: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(entries):
            if sheddable(row):
                places[row[0]].append(place)
        takes = {kind: size(entries[place] for place in found) for kind, found in places.items()}
        while left > 0 and takes:
            kind = max(takes, key=lambda each: takes[each])
            last = places[kind].pop()
            gone.add(last)
            takes[kind] -= size([entries[last]])
            left -= size([entries[last]])
            if not places[kind]:
                del takes[kind]
    return [row for place, row in enumerate(entries) if place not in gone]


def is_own_line(row: list[str]) -> bool:
    """Tell whether a row is a help line that the person added."""
    return row[0] == "line" and f"kind: {OWN}" in row


def shed_times(card: EmergencyCard, times: Rows, room: int) -> tuple[Span, Rows]:
    """Return how far the times reach for which there is room, and these, in the order they had."""
    today = int((card.known.start + BEFORE).timestamp())
    until = int(card.known.end.timestamp())
    ahead = [row for row in times if int(row[3]) > today]
    for row in sorted(ahead, key=lambda row: int(row[2])):
        room -= size([row])
        if room < 0:
            until = max(today, int(row[2]))
            break
    kept = [row for row in ahead if int(row[2]) < until]
    return Span(*(datetime.fromtimestamp(each, UTC) for each in (today, until))), kept


def size(rows: Iterable[list[str]]) -> int:
    """Return how many bytes rows take in the file."""
    return sum(len("\t".join(row).encode()) + 1 for row in rows)
