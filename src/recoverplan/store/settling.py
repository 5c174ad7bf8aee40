"""What a program that was killed left half done, put right by the next one that opens the store."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recoverplan.errors import RecoverplanError
from recoverplan.store import connecting, keys, ours
from recoverplan.store.connecting import Unlocked
from recoverplan.store.files import ours_at_a_glance
from recoverplan.store.keys import Slot
from recoverplan.store.mutex import alone
from recoverplan.store.trouble import plain_file_words, plain_words
from recoverplan.store.unlocking import person

if TYPE_CHECKING:
    from recoverplan.store.kept_copies import Anew


def tidy(home: Path, way: Unlocked) -> None:
    """Sweep what is left in the folder and settle the keys: what can be done at once."""
    from sqlcipher3 import dbapi2

    with suppress(RecoverplanError, OSError, dbapi2.DatabaseError):
        if way.untidy and ours_at_a_glance(home):
            ours.sweep_leftovers(home)
        if not way.settled:
            settle(home, way)


def settle(home: Path, way: Unlocked | None = None, *, damaged_too: bool = False) -> None:
    """Drop the slots of the key that is not in use, bring copies of earlier states under the one
    that is, and make both copies of keys.json say the same.

    With `way`, the store is open already, and nobody is waited for; without, it is opened. Where
    neither copy of keys.json is whole, nothing is written but with `damaged_too`: what is sound in
    them is then written whole, what is damaged stays in it as it is.
    """
    with ExitStack() as held, plain_file_words(home), plain_words(home):
        held.enter_context(alone(home, wait=way is None))
        if way is None:
            way = connecting.unlocked_with(home, home / ours.STORE, key_stands=True)
            held.callback(way.connection.close)
        elif not keys.load(home).says_as(way.found):
            return  # another program has done it
        if way.settled or not (way.found.whole or damaged_too):
            return
        known = person.known.get((*way.found.slots, *way.found.others), [])
        slots = with_consent(way, in_force(way))
        if slots != way.found.slots or not way.found.even:
            keys.save_slots(home, slots, way.found.odd)
        slots, _ = copies_settled(home, way.key, slots, way.found.odd)
        person.remember(slots, known)


def with_consent(way: Unlocked, slots: list[Slot]) -> list[Slot]:
    """Return slots of an earlier version with what was agreed to in the store then."""
    if way.found.generation or not keys.need_secret(slots):
        return slots
    from recoverplan.store import kept_copies, profile

    agreed = profile.agreed_to_names(way.connection)
    return [*slots, kept_copies.card_slot(way.key, way.of)] if agreed else slots


def in_force(way: Unlocked) -> list[Slot]:
    """Return the slots of the key that opened the store, and those that nobody knows."""
    known = (*keys.OPENING_KINDS, "older", "leaving", "card")
    return [slot for slot in way.slots if slot.of == way.of or slot.kind not in known]


def copies_settled(
    home: Path, key: bytes, slots: list[Slot], odd: Sequence[Any] = ()
) -> tuple[list[Slot], Anew]:
    """Bring copies of earlier states under the key in use, if some are still to be.

    Returns the slots as they stand then, and what came of the copies.
    """
    from recoverplan.store import kept_copies

    if not any(slot.kind == "leaving" for slot in slots):
        return slots, kept_copies.Anew()
    earlier = kept_copies.older_keys(slots, key)
    anew = kept_copies.write_anew(home, key, slots, earlier)
    others = [slot for slot in slots if slot.kind not in kept_copies.EARLIER]
    settled = [*others, *(kept_copies.older_slot(each, key, slots[0].of) for each in earlier)]
    keys.save_slots(home, settled, odd)
    return settled, anew
