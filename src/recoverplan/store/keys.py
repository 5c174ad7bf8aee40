"""The data key and where it lies: `keys.json`, a list of slots that each hold the same key.

A slot is a JSON object with `kind`, `key` (hex) and `check` (hex, HMAC-SHA256 over the header, the
salt and the key as it stands in the slot). Of a *device* slot the key is as it is: it guards
against damage and against a copied plan.db alone, **not** against someone using this account. A
*passphrase* or *recovery* slot has a `salt` beside it; its key is XORed with one half of what
scrypt makes of the passphrase, and the other half keys the check.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from recoverplan.errors import LockedError
from recoverplan.store.files import write_whole
from recoverplan.store.trouble import damaged

NAME = "keys.json"
FORMAT = "recoverplan/keys/1"
KEY_BYTES = 32
SECRET_KINDS = ("passphrase", "recovery")


class Slot(NamedTuple):
    """One way to the data key. `salt` is empty where the key is as it is."""

    kind: str
    salt: bytes
    key: bytes
    check: bytes


def new_key() -> bytes:
    """Return a fresh random data key."""
    return os.urandom(KEY_BYTES)


def device_slot(key: bytes) -> Slot:
    """Return the slot that opens without a passphrase, on this computer."""
    return Slot("device", b"", key, check_of("device", b"", key, keyed_by=key))


def check_of(kind: str, salt: bytes, key: bytes, *, keyed_by: bytes) -> bytes:
    """Return the HMAC that tells a slot's right secret from a wrong one, and damage from both."""
    import hashlib  # with hmac, a twentieth of what `plan` takes to start
    import hmac

    header = f"{FORMAT} {kind} ".encode()
    return hmac.digest(keyed_by, header + salt + key, hashlib.sha256)


def save_slots(home: Path, slots: list[Slot]) -> None:
    """Write keys.json whole. The caller holds the lock of `opening.alone`."""
    document = {
        "format": FORMAT,
        "slots": [
            {
                name: value.hex() if isinstance(value, bytes) else value
                for name, value in slot._asdict().items()
                if value
            }
            for slot in slots
        ],
    }
    write_whole(home / NAME, json.dumps(document, indent=1).encode() + b"\n")


def load_slots(home: Path) -> list[Slot]:
    """Read keys.json. Raises DamagedError when it is missing or not what it should be."""
    try:
        document = json.loads((home / NAME).read_bytes())
        if document["format"] != FORMAT:
            raise ValueError
        return [slot_from(entry) for entry in document["slots"]]
    except FileNotFoundError:
        message = f"The keys to your data are missing: {home / NAME}."
        raise damaged(message) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = f"The keys to your data are damaged: {home / NAME}."
        raise damaged(message) from None


def slot_from(entry: Any) -> Slot:
    """Return one slot as it stands in keys.json. Raises ValueError, KeyError or TypeError."""
    slot = Slot(
        kind=str(entry["kind"]),
        salt=bytes.fromhex(entry.get("salt", "")),
        key=bytes.fromhex(entry["key"]),
        check=bytes.fromhex(entry["check"]),
    )
    if len(slot.key) != KEY_BYTES:
        raise ValueError
    return slot


def device_keys(home: Path) -> list[bytes]:
    """Return the keys that ask for nothing, as they stand: opening the store tells whether they
    are right, since every page of it is authenticated. Raises DamagedError as `load_slots` does.
    """
    return [slot.key for slot in load_slots(home) if slot.kind == "device"]


def keys_without_passphrase(home: Path) -> list[bytes]:
    """Return every data key that opens without asking anything, each checked.

    Raises LockedError when a passphrase is needed, DamagedError when no slot is whole.
    """
    from hmac import compare_digest

    slots = load_slots(home)
    keys = [
        slot.key
        for slot in slots
        if slot.kind == "device"
        and compare_digest(check_of("device", b"", slot.key, keyed_by=slot.key), slot.check)
    ]
    if keys:
        return keys
    if any(slot.kind in SECRET_KINDS for slot in slots):
        message = "Your data is locked with a passphrase, which this version cannot ask for."
        raise LockedError(message, "Open it with the version that set the passphrase.")
    message = f"The keys to your data are damaged: {home / NAME}."
    raise damaged(message)
