"""Slots of keys.json that open nothing, made and believed only with the data key in hand.

*older* hides an earlier data key under this one, so that a copy which still opens with it can be
told from a file of somebody else; *leaving* is one whose copies are still to be written under this
key. *card* says that whoever knew the key agreed to names on the emergency card.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from hmac import compare_digest

from recoverplan.store import keys
from recoverplan.store.keys import Slot

EARLIER = ("leaving", "older")
OLDER_KEPT = 4  # earlier keys that are remembered


def older_slot(old: bytes, key: bytes, of: bytes, kind: str = "older") -> Slot:
    """Return a slot that hides an earlier key under the one in use. `kind`: older or leaving."""
    salt = os.urandom(keys.SALT_BYTES)
    hidden = keys.xor(old, keys.check_of("hidden", salt, b"", keyed_by=key))
    return Slot(kind, salt, hidden, keys.check_of(kind, of + salt, hidden, keyed_by=key), of)


def older_keys(slots: Iterable[Slot], key: bytes) -> list[bytes]:
    """Return the earlier keys that slots hide under this one, the latest first."""
    return [
        keys.xor(slot.key, keys.check_of("hidden", slot.salt, b"", keyed_by=key))
        for slot in slots
        if slot.kind in EARLIER
        and compare_digest(
            keys.check_of(slot.kind, slot.of + slot.salt, slot.key, keyed_by=key), slot.check
        )
    ]


def card_slot(key: bytes, of: bytes) -> Slot:
    """Return what says that names may be on the emergency card while a passphrase is set."""
    mark = keys.check_of("names on the card", of, b"", keyed_by=key)
    return Slot("card", b"", mark, keys.check_of("card", of, mark, keyed_by=key), of)


def card_agreed(slots: Iterable[Slot], key: bytes) -> bool:
    """Tell whether somebody who knew the key agreed to names on the emergency card."""
    return any(
        compare_digest(keys.check_of("card", slot.of, slot.key, keyed_by=key), slot.check)
        for slot in slots
        if slot.kind == "card"
    )
