"""Who is asked for which hours: the one best assignment of a week, found exactly.

The aims, one after the other:

1. a pinned window gets its contact, as far as that contact's number goes (levels first);
2. as many high windows as possible get a person, then medium ones, then low ones;
3. the sum of squared loads is least;
4. the first window has the earliest contact that still allows all of that, nobody coming last;
   then the second, and so on. This leaves one answer.

How: contacts are the bits of a mask and the nodes of a small graph. There is an arc from c to d
where something that c holds could go to d instead. First every window, levels in order, is put on
the reachable contact with the least load (an augmenting path: what is once held stays held, and the
sum of squares stays least, since the marginal cost of a contact is its load). Then, window after
window, the moves that change none of the aims 1 to 3 are exactly the cycles of cost nothing: along
arcs, from one load to the next higher, and through "nobody" between windows of one level. What can
be reached backwards from the present holder is what the window may have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoverplan.value import NamedTuple


class Wanted(NamedTuple):
    """One window that wants a person, in the week's order.

    `level`: 0 is served first. `able`: a bit mask of the contacts who can have it, bit 0 being
    the first in the person's order. `pinned`: the contact that the person chose for it.
    """

    level: int
    able: int
    pinned: int | None = None


def assign(wanted: Sequence[Wanted], limits: Sequence[int | None]) -> list[int | None]:
    """Return for each window its contact's place in the person's order, or None for nobody.

    `limits` is what each contact agreed to in this week, None for no limit.
    """
    board = _Board(wanted, limits)
    by_level = sorted(range(len(wanted)), key=lambda window: wanted[window].level)
    for window in by_level:
        pinned = wanted[window].pinned
        if pinned is not None and board.spare >> pinned & wanted[window].able >> pinned & 1:
            board.give(window, pinned)
            board.fix(window)
    for window in by_level:
        if board.holder[window] is None:
            board.place(window)
    for window in range(len(wanted)):
        if window in board.free:
            board.prefer(window)
    return board.holder


class _Board:
    """A state of the week: who holds what, and which moves are open."""

    def __init__(self, wanted: Sequence[Wanted], limits: Sequence[int | None]) -> None:
        self.wanted = wanted
        self.limits = limits
        self.holder: list[int | None] = [None] * len(wanted)
        self.free = set(range(len(wanted)))  # windows that may still move
        self.held: list[set[int]] = [set() for _ in limits]  # free windows of each contact
        self.load = [0] * len(limits)
        self.spare = 0  # contacts below their limit
        for contact, limit in enumerate(limits):
            if limit is None or limit > 0:
                self.spare |= 1 << contact
        self.onward = [0] * len(limits)  # to whom something of this contact's could go
        self.back = [0] * len(limits)  # the same arcs, seen from their ends
        self.unheld: dict[int, set[int]] = {}  # free windows with nobody, by level
        for window, wish in enumerate(wanted):
            self.unheld.setdefault(wish.level, set()).add(window)

    def give(self, window: int, contact: int | None) -> None:
        """Hand a free window to a contact, or to nobody."""
        before = self.holder[window]
        self.holder[window] = contact
        unheld = self.unheld[self.wanted[window].level]
        if before is None:
            unheld.discard(window)
        else:
            self.held[before].discard(window)
            self._count(before, -1)
        if contact is None:
            unheld.add(window)
        else:
            self.held[contact].add(window)
            self._count(contact, 1)

    def _count(self, contact: int, more: int) -> None:
        self.load[contact] += more
        limit = self.limits[contact]
        if limit is not None:
            bit = 1 << contact
            self.spare = self.spare | bit if self.load[contact] < limit else self.spare & ~bit
        self._arcs(contact)

    def _arcs(self, contact: int) -> None:
        """Work out again the arcs that leave a contact."""
        onward = 0
        for window in self.held[contact]:
            onward |= self.wanted[window].able
        onward &= ~(1 << contact)
        for other in _bits(onward ^ self.onward[contact]):
            self.back[other] ^= 1 << contact
        self.onward[contact] = onward

    def fix(self, window: int) -> None:
        """Settle a window where it is."""
        self.free.discard(window)
        contact = self.holder[window]
        if contact is None:
            self.unheld[self.wanted[window].level].discard(window)
        else:
            self.held[contact].discard(window)
            self._arcs(contact)

    def place(self, window: int) -> None:
        """Put one more window on the board if it can be, at the least cost in squared loads."""
        reached = self.wanted[window].able
        came_from: dict[int, int | None] = dict.fromkeys(_bits(reached))
        queue = list(came_from)
        for contact in queue:
            fresh = self.onward[contact] & ~reached
            reached |= fresh
            for other in _bits(fresh):
                came_from[other] = contact
                queue.append(other)
        open_to = reached & self.spare
        if not open_to:
            return
        taker = min(_bits(open_to), key=lambda contact: self.load[contact])
        while (giver := came_from[taker]) is not None:
            self._move(giver, taker)
            taker = giver
        self.give(window, taker)

    def _move(self, giver: int, taker: int) -> None:
        able = 1 << taker
        window = next(held for held in self.held[giver] if self.wanted[held].able & able)
        self.give(window, taker)

    def prefer(self, window: int) -> None:
        """Give a window the earliest contact that keeps every aim as good as it is; settle it."""
        able = self.wanted[window].able
        before = self.holder[window]
        level = self.wanted[window].level
        self.fix(window)
        if before is not None and not able & ((1 << before) - 1):
            return
        leads_to = self._leading_to(before, level, able)
        earlier = [place for place in _bits(able) if place in leads_to]
        if not earlier or (before is not None and earlier[0] >= before):
            return
        chosen = node = earlier[0]
        # Arriving at `before` closes the circle, by the place that the window leaves there.
        if before is not None:
            self._count(before, -1)
        self.holder[window] = chosen
        self._count(chosen, 1)
        while (step := leads_to[node]) is not None:
            self._step(node, step)
            node = step.to

    def _leading_to(self, end: int | None, level: int, able: int) -> dict[int, _Step | None]:
        """Return every node from which moves of cost nothing lead to `end`, with the first move.

        Nodes are contacts, and "nobody" of each level as a negative number. The search stops
        early once the first contact of `able` is found.
        """
        start = end if end is not None else _nobody(level)
        found: dict[int, _Step | None] = {start: None}
        seen = 1 << end if end is not None else 0
        best = able & -able
        queue = [start]
        for node in queue:
            if seen & best:
                break
            fresh: list[tuple[int, _Step]] = []
            if node < 0:
                fresh += ((giver, _Step(node, "drop")) for giver in self._holding(_level(node)))
            else:
                arcs = self.back[node]
                fresh += ((giver, _Step(node, "move")) for giver in _bits(arcs & ~seen))
                # A load one lower grows while this one shrinks: the sum of squares stays.
                lower = self.load[node] - 1
                for other in _bits(self.spare & ~seen & ~arcs):
                    if self.load[other] == lower:
                        fresh.append((other, _Step(node, "load")))
                for other_level, windows in self.unheld.items():
                    if any(self.wanted[idle].able >> node & 1 for idle in windows):
                        fresh.append((_nobody(other_level), _Step(node, "take")))
            for origin, step in fresh:
                if origin not in found:
                    found[origin] = step
                    queue.append(origin)
                    if origin >= 0:
                        seen |= 1 << origin
        return found

    def _holding(self, level: int) -> Iterator[int]:
        """Yield the contacts who hold a free window of this level."""
        for contact, windows in enumerate(self.held):
            if any(self.wanted[window].level == level for window in windows):
                yield contact

    def _step(self, node: int, step: _Step) -> None:
        """Carry out one move of a circle."""
        if step.kind == "move":
            self._move(node, step.to)
        elif step.kind == "drop":
            level = _level(step.to)
            self.give(next(w for w in self.held[node] if self.wanted[w].level == level), None)
        elif step.kind == "take":
            idle = self.unheld[_level(node)]
            self.give(next(w for w in idle if self.wanted[w].able >> step.to & 1), step.to)


class _Step(NamedTuple):
    """One move of cost nothing, to the node `to`.

    `kind`: "move" hands a window over; "load" hands over a place only; "drop" leaves a window
    with nobody; "take" gives somebody a window of the same level that had nobody.
    """

    to: int
    kind: str


def _nobody(level: int) -> int:
    return -1 - level


def _level(node: int) -> int:
    return -1 - node


def _bits(mask: int) -> Iterator[int]:
    """Yield the places of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
