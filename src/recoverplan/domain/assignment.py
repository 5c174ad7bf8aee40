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

from recoverplan.domain.assignment_heaps import Heaps
from recoverplan.domain.assignment_heaps import Wanted as Wanted  # noqa: PLC0414 - given on
from recoverplan.domain.coverage import bits
from recoverplan.value import NamedTuple


def assign(
    wanted: Sequence[Wanted],
    limits: Sequence[int | None],
    kept: Sequence[int] = (),
    before: Sequence[int | None] = (),
) -> list[int | None]:
    """Return for each window its contact's place in the person's order, or None for nobody.

    `limits` is what each contact agreed to in this week, None for no limit; `kept`: how many of
    these each has on other hours. `before`: an answer to begin with, which was the best when
    contacts had these or more, and held further windows or not; the answer is the same without it.
    """
    board = _Board(wanted, limits, kept)
    by_level = sorted(range(len(wanted)), key=lambda window: wanted[window].level)
    for window in by_level:
        pinned = wanted[window].pinned
        if pinned is not None and board.spare >> pinned & wanted[window].able >> pinned & 1:
            board.give(window, pinned)
            board.fix(window)
    for window, contact in enumerate(before):
        if contact is not None and board.holder[window] is None:
            board.give(window, contact)
    if before:
        board.even_out()
    for window in by_level:
        if board.holder[window] is None:
            board.place(window)
    for window in range(len(wanted)):
        if window in board.free:
            board.prefer(window)
    return board.holder


class _Board:
    """A state of the week: who holds what, and which moves are open.

    Contacts are looked at together, as masks, and windows alike (of one level, which the same
    people can have) are one heap: what a search costs grows with the contacts alone.
    """

    def __init__(
        self, wanted: Sequence[Wanted], limits: Sequence[int | None], kept: Sequence[int]
    ) -> None:
        self.wanted = wanted
        self.limits = limits
        self.holder: list[int | None] = [None] * len(wanted)
        self.free = set(range(len(wanted)))  # windows that may still move
        self.held = [Heaps() for _ in limits]  # free windows of each contact
        self.unheld = Heaps()  # free windows with nobody
        self.load = list(kept) or [0] * len(limits)
        self.of_load: dict[int, int] = {}  # contacts, by their load
        self.spare = 0  # contacts below their limit
        for contact, (load, limit) in enumerate(zip(self.load, limits, strict=True)):
            self.of_load[load] = self.of_load.get(load, 0) | 1 << contact
            if limit is None or load < limit:
                self.spare |= 1 << contact
        self.onward = [0] * len(limits)  # to whom something of this contact's could go
        self.back = [0] * len(limits)  # the same arcs, seen from their ends
        self.changed: set[int] = set()  # contacts whose arcs are to be worked out again
        self.holding: dict[int, int] = {}  # contacts who hold a free window of a level
        # Contacts at their limit from whom no window could go to anybody below theirs: it stays so
        # while windows are placed, since nothing that is handed on ever gets among them.
        self.exhausted = 0
        # Sets of nodes that moves of cost nothing enter from nowhere else. Settling keeps them so:
        # a circle lies inside of one or outside, and windows and loads stay on their side.
        self.shut: list[int] = []
        for window, wish in enumerate(wanted):
            self.unheld.put(wish, window)

    def give(self, window: int, contact: int | None) -> None:
        """Hand a free window to a contact, or to nobody."""
        before = self.holder[window]
        self._let_go(window)
        self.holder[window] = contact
        if before is not None:
            self._count(before, -1)
        wish = self.wanted[window]
        if contact is None:
            self.unheld.put(wish, window)
        else:
            self.held[contact].put(wish, window)
            self.holding[wish.level] = self.holding.get(wish.level, 0) | 1 << contact
            self._count(contact, 1)
            self.changed.add(contact)

    def _let_go(self, window: int) -> None:
        """Take a free window from its holder's heaps, or from nobody's."""
        wish, contact = self.wanted[window], self.holder[window]
        if contact is None:
            self.unheld.take(wish, window)
            return
        self.held[contact].take(wish, window)
        if wish.level not in self.held[contact].heaps:
            self.holding[wish.level] &= ~(1 << contact)
        self.changed.add(contact)

    def _count(self, contact: int, more: int) -> None:
        """Note that a contact has one more or one less."""
        bit, load = 1 << contact, self.load[contact]
        self.of_load[load] ^= bit
        load = self.load[contact] = load + more
        self.of_load[load] = self.of_load.get(load, 0) | bit
        limit = self.limits[contact]
        if limit is not None:
            self.spare = self.spare | bit if load < limit else self.spare & ~bit

    def _arcs(self) -> None:
        """Work out again the arcs that leave contacts whose windows changed."""
        for contact in self.changed:
            bit = 1 << contact
            onward = self.held[contact].anybody() & ~bit
            for other in bits(onward ^ self.onward[contact]):
                self.back[other] ^= bit
            self.onward[contact] = onward
        self.changed.clear()

    def fix(self, window: int) -> None:
        """Settle a window where it is."""
        self.free.discard(window)
        self._let_go(window)

    def even_out(self) -> None:
        """Hand windows on to contacts who have at least two fewer, until nobody could.

        Of those who could give the most laden does: then nobody else could give to it.
        """
        for taker in sorted(bits(self.spare), key=self.load.__getitem__):
            while self.spare >> taker & 1 and (path := self._relief(taker)):
                for giver, to in path:
                    self._move(giver, to)

    def _relief(self, taker: int) -> list[tuple[int, int]]:
        """Return who hands a window to whom so that the taker has one more, and one who has two
        more than it has one less; nothing where that cannot be.
        """
        laden = 0
        for load, contacts in self.of_load.items():
            if load > self.load[taker] + 1:
                laden |= contacts
        self._arcs()
        seen = waiting = 1 << taker
        found: list[tuple[int, int]] = []
        while waiting and laden:
            node = (waiting & -waiting).bit_length() - 1
            waiting &= waiting - 1
            fresh = self.back[node] & ~seen
            found.append((node, fresh))
            seen |= fresh
            waiting |= fresh
        laden &= seen
        if not laden:
            return []
        most = max(bits(laden), key=self.load.__getitem__)
        path = []
        for node, fresh in reversed(found):
            if fresh >> most & 1:
                path.append((most, node))
                most = node
        return path[::-1]

    def place(self, window: int) -> None:
        """Put one more window on the board if it can be, at the least cost in squared loads."""
        closed = self.exhausted
        reached = waiting = self.wanted[window].able & ~closed
        if not reached:
            return
        self._arcs()
        handed: list[tuple[int, int]] = []  # whose windows could go on, and to whom first
        least = next((self.of_load[load] & self.spare for load in self._loads()), 0)
        while waiting and not reached & least:
            contact = (waiting & -waiting).bit_length() - 1
            fresh = self.onward[contact] & ~(reached | closed)
            waiting = waiting & (waiting - 1) | fresh
            reached |= fresh
            handed.append((contact, fresh))
        open_to = reached & self.spare
        if not open_to:
            self.exhausted |= reached
            return
        cheapest = next(self.of_load[load] & open_to for load in self._loads(open_to))
        taker = (cheapest & -cheapest).bit_length() - 1
        for giver, fresh in reversed(handed):
            if fresh >> taker & 1:
                self._move(giver, taker)
                taker = giver
        self.give(window, taker)

    def _loads(self, among: int | None = None) -> Iterator[int]:
        """Yield the loads of contacts below their limit (and `among` these), the least first."""
        open_to = self.spare if among is None else among
        return (load for load in sorted(self.of_load) if self.of_load[load] & open_to)

    def _move(self, giver: int, taker: int) -> None:
        self.give(self.held[giver].one_for(taker), taker)

    def prefer(self, window: int) -> None:
        """Give a window the earliest contact that keeps every aim as good as it is; settle it."""
        wish, before = self.wanted[window], self.holder[window]
        self.fix(window)
        earlier = wish.able if before is None else wish.able & ((1 << before) - 1)
        if not earlier:
            return
        end = self._nobody(wish.level) if before is None else before
        path = self._leading_to(end, earlier)
        if not path:
            return
        chosen = path[0].origin
        # Arriving at `before` closes the circle, by the place that the window leaves there.
        if before is not None:
            self._count(before, -1)
        self.holder[window] = chosen
        self._count(chosen, 1)
        for step in path:
            self._step(step)

    def _leading_to(self, end: int, wanted: int) -> list[_Step]:
        """Return moves of cost nothing that lead to the node `end` from the earliest of some
        contacts, in order; none where there are none.

        Nodes are contacts, and after them "nobody" of each level.
        """
        for nodes in self.shut:
            if not nodes & wanted and nodes >> end & 1:
                return []
        # Moves begin at who holds a window that may still go, or has room for one.
        movable = self.spare
        for contacts in self.holding.values():
            movable |= contacts
        wanted &= movable
        if not wanted:
            return []
        self._arcs()
        seen = waiting = 1 << end
        found: list[tuple[int, str, int]] = []
        best = wanted & -wanted
        takers = self._takers(seen)
        while waiting and not seen & best:
            node = (waiting & -waiting).bit_length() - 1
            waiting &= waiting - 1
            for kind, origins in self._arriving(node, seen, takes=takers >> node & 1):
                found.append((node, kind, origins))
                seen |= origins
                waiting |= origins
                if kind == "take":
                    takers = self._takers(seen)
        reached = seen & wanted
        if not reached:
            self.shut.append(seen)
            return []
        node = (reached & -reached).bit_length() - 1
        path = []
        for to, kind, origins in reversed(found):
            if origins >> node & 1:
                path.append(_Step(node, to, kind))
                node = to
        return path

    def _arriving(self, node: int, seen: int, *, takes: int) -> list[tuple[str, int]]:
        """Return the moves of cost nothing that end at a node: their kind, and where they begin,
        each only at nodes not seen yet.

        `takes`: not 0 where it is to be asked from whom it could take what nobody has.
        """
        size = len(self.limits)
        if node >= size:
            fresh = self.holding.get(node - size, 0) & ~seen
            return [("drop", fresh)] if fresh else []
        moves = []
        if fresh := self.back[node] & ~seen:
            moves.append(("move", fresh))
            seen |= fresh
        # A load one lower grows while this one shrinks: the sum of squares stays.
        if fresh := self.of_load.get(self.load[node] - 1, 0) & self.spare & ~seen:
            moves.append(("load", fresh))
        if takes:
            able = self.unheld.each_able().items()
            idle = sum(1 << self._nobody(level) for level, mask in able if mask >> node & 1)
            if fresh := idle & ~seen:
                moves.append(("take", fresh))
        return moves

    def _takers(self, seen: int) -> int:
        """Return the contacts who could take what nobody has, nobody being a node not yet seen."""
        takers = 0
        for level, able in self.unheld.each_able().items():
            if not seen >> self._nobody(level) & 1:
                takers |= able
        return takers

    def _nobody(self, level: int) -> int:
        """Return the node that stands for nobody, of a level."""
        return len(self.limits) + level

    def _step(self, step: _Step) -> None:
        """Carry out one move of a circle."""
        if step.kind == "move":
            self._move(step.origin, step.to)
        elif step.kind == "drop":
            self.give(self.held[step.origin].one_of(step.to - len(self.limits)), None)
        elif step.kind == "take":
            level = step.origin - len(self.limits)
            self.give(self.unheld.one_for(step.to, level), step.to)


class _Step(NamedTuple):
    """One move of cost nothing, from the node `origin` to the node `to`.

    `kind`: "move" hands a window over; "load" hands over a place only; "drop" leaves a window
    with nobody; "take" gives somebody a window of the same level that had nobody.
    """

    origin: int
    to: int
    kind: str
