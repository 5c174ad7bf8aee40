"""Windows that want a person, and those of them that are in one hand and may still move."""

from __future__ import annotations

from recoverplan.value import NamedTuple


class Wanted(NamedTuple):
    """One window that wants a person, in the week's order.

    `level`: 0 is served first. `able`: a bit mask of the contacts who can have it, bit 0 being
    the first in the person's order. `pinned`: the contact that the person chose for it.
    """

    level: int
    able: int
    pinned: int | None = None


class Heaps:
    """Free windows in one hand: for each level, and then for each mask of those who can have
    them, the windows. `able`: those who can have any of a level, or could until it went stale.
    """

    def __init__(self) -> None:
        self.heaps: dict[int, dict[int, set[int]]] = {}
        self.able: dict[int, int] = {}
        self.stale: set[int] = set()  # levels whose `able` is to be worked out again

    def put(self, wish: Wanted, window: int) -> None:
        """Lay down a window."""
        self.heaps.setdefault(wish.level, {}).setdefault(wish.able, set()).add(window)
        self.able[wish.level] = self.able.get(wish.level, 0) | wish.able

    def take(self, wish: Wanted, window: int) -> None:
        """Take up a window that lies here."""
        level = self.heaps[wish.level]
        heap = level[wish.able]
        heap.discard(window)
        if heap:
            return
        del level[wish.able]
        if level:
            self.stale.add(wish.level)
        else:
            del self.heaps[wish.level], self.able[wish.level]
            self.stale.discard(wish.level)

    def each_able(self) -> dict[int, int]:
        """Return for each level those who can have any window of it that lies here."""
        for level in self.stale:  # only now: many are taken one after the other
            able = 0
            for mask in self.heaps[level]:
                able |= mask
            self.able[level] = able
        self.stale.clear()
        return self.able

    def anybody(self) -> int:
        """Return the mask of those who can have any window that lies here."""
        able = 0
        for mask in self.each_able().values():
            able |= mask
        return able

    def one_of(self, level: int) -> int:
        """Return a window of a level."""
        return next(iter(next(iter(self.heaps[level].values()))))

    def one_for(self, contact: int, level: int | None = None) -> int:
        """Return a window, of a level if one is named, that a contact can have."""
        levels = self.heaps.values() if level is None else (self.heaps[level],)
        return next(
            next(iter(heap))
            for heaps in levels
            for able, heap in heaps.items()
            if able >> contact & 1
        )
