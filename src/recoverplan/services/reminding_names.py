"""Whether names may be in the reminders, or published, while a passphrase is set.

Somebody who saw them and agreed leaves a consent in the reminders themselves (or beside what is
published), so that no undo, no backup and no other computer brings it back. It is for one
passphrase, and is believed only where it comes from somebody who had the store open.
"""

from __future__ import annotations

import hmac
import os
from pathlib import Path

from recoverplan.store import keys, profile
from recoverplan.store.opened import Store

SECRET_BYTES = 32


def names_agreed(store: Store, agreed: str, what: str = "") -> bool:
    """Tell whether names may be there: with a passphrase set, by consent under it.

    `agreed` is the consent that stands in the reminders, or with what is published: `what`.
    """
    lock = lock_of(store.home)
    secret = profile.reminder_secret(store)
    if lock is None or secret is None:
        return lock is None
    return hmac.compare_digest(agreed, consent(secret, lock + what))


def agree_to_names(store: Store) -> None:
    """Make what a consent is told by. In an open change."""
    if profile.reminder_secret(store) is None:
        profile.keep_reminder_secret(store, os.urandom(SECRET_BYTES).hex())


def consent_of(store: Store, what: str = "") -> str:
    """Return the consent to names under the passphrase in force, "" where none is set."""
    lock, secret = lock_of(store.home), profile.reminder_secret(store)
    return consent(secret, lock + what) if lock and secret else ""


def consent(secret: str, given: str) -> str:
    """Return what only somebody who had the store open can have made."""
    return hmac.new(bytes.fromhex(secret), os.fsencode(given), "sha256").hexdigest()


def lock_of(home: Path) -> str | None:
    """Return what tells the passphrase in force from any other, None where there is none."""
    slots = keys.load_slots(home)
    if not keys.need_secret(slots):
        return None
    return ",".join(slot.salt.hex() for slot in slots if slot.kind == "passphrase")
