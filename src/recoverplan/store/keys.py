"""The data key and where it lies: `keys.json`, a list of slots that each hold the same key.

A slot is a JSON object with `kind`, `key` (hex) and `check` (hex, HMAC-SHA256 over the header, the
salt and the key as it stands in the slot). Of a *device* slot the key is as it is: it guards
against damage and against a copied plan.db alone, **not** against someone using this account. A
*passphrase*, *recovery* or *backup* slot has a `salt` beside it; its key is XORed with one half of
what scrypt makes of the secret, and the other half keys the check. `of` (hex) tells apart slots of
the old and the new key while the key is being changed; it says nothing about the key.
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
SECRET_KINDS = ("passphrase", "backup", "recovery")
SALT_BYTES = 16
COST = 2**17  # scrypt's n: half a second and 142 MB for each try
MEMORY = 2**28  # what scrypt may take; its own limit is below that
# Without I, L, O and U: read over the phone or from paper, none is taken for another.
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_GROUPS, CODE_GROUP = 6, 4  # 24 letters of 5 bits
LOCKED = "Your data is locked with a passphrase."
HOW_TO_OPEN = "Run it on a terminal to be asked, or pass it with --passphrase-fd N."


class Slot(NamedTuple):
    """One way to the data key. `salt` is empty where the key is as it is."""

    kind: str
    salt: bytes
    key: bytes
    check: bytes
    of: bytes = b""


def new_key() -> bytes:
    """Return a fresh random data key."""
    return os.urandom(KEY_BYTES)


def new_name() -> bytes:
    """Return a name for a key, to tell its slots from those of another."""
    return os.urandom(4)


def new_code() -> str:
    """Return a fresh recovery code, in groups that can be read aloud."""
    import secrets

    letters = [secrets.choice(CODE_LETTERS) for _ in range(CODE_GROUPS * CODE_GROUP)]
    starts = range(0, len(letters), CODE_GROUP)
    return "-".join("".join(letters[start : start + CODE_GROUP]) for start in starts)


def code_in(typed: str) -> str | None:
    """Return a recovery code as typed, without its dashes; None for what cannot be one."""
    letters = typed.upper().translate(str.maketrans("OIL", "011", "- \t"))
    whole = len(letters) == CODE_GROUPS * CODE_GROUP and set(letters) <= set(CODE_LETTERS)
    return letters if whole else None


def device_slot(key: bytes) -> Slot:
    """Return the slot that opens without a passphrase, on this computer."""
    return Slot("device", b"", key, check_of("device", b"", key, keyed_by=key))


def secret_slot(kind: str, secret: str, key: bytes, of: bytes = b"") -> Slot:
    """Return a slot that opens with a passphrase or a recovery code."""
    salt = os.urandom(SALT_BYTES)
    mask, keyed_by = stretched(kind, secret, salt)
    hidden = xor(key, mask)
    return Slot(kind, salt, hidden, check_of(kind, of + salt, hidden, keyed_by=keyed_by), of)


def key_in(slot: Slot, secret: str) -> bytes | None:
    """Return the key that a secret gets out of a slot; None for a wrong one."""
    from hmac import compare_digest

    mask, keyed_by = stretched(slot.kind, secret, slot.salt)
    check = check_of(slot.kind, slot.of + slot.salt, slot.key, keyed_by=keyed_by)
    return xor(slot.key, mask) if compare_digest(check, slot.check) else None


def stretched(kind: str, secret: str, salt: bytes) -> tuple[bytes, bytes]:
    """Return what hides the key and what keys the check, both made slowly from the secret."""
    import hashlib
    from unicodedata import normalize

    if kind == "recovery":
        secret = code_in(secret) or secret
    typed = normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    both = hashlib.scrypt(typed, salt=salt, n=COST, r=8, p=1, maxmem=MEMORY, dklen=64)
    return both[:KEY_BYTES], both[KEY_BYTES:]


def xor(first: bytes, second: bytes) -> bytes:
    """Return two values of one length, one laid over the other."""
    return bytes(one ^ other for one, other in zip(first, second, strict=True))


def check_of(kind: str, salt: bytes, key: bytes, *, keyed_by: bytes) -> bytes:
    """Return the HMAC that tells a slot's right secret from a wrong one, and damage from both."""
    import hashlib  # with hmac, a twentieth of what `plan` takes to start
    import hmac

    header = f"{FORMAT} {kind} ".encode()
    return hmac.digest(keyed_by, header + salt + key, hashlib.sha256)


def save_slots(home: Path, slots: list[Slot]) -> None:
    """Write keys.json whole. The caller holds the lock of `making.alone`."""
    write_whole(home / NAME, slots_out(slots))


def slots_out(slots: list[Slot]) -> bytes:
    """Return slots as they stand in keys.json."""
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
    return json.dumps(document, indent=1).encode() + b"\n"


def load_slots(home: Path) -> list[Slot]:
    """Read keys.json. Raises DamagedError when it is missing or not what it should be."""
    try:
        return slots_in((home / NAME).read_bytes())
    except FileNotFoundError:
        message = f"The keys to your data are missing: {home / NAME}."
        raise damaged(message) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = f"The keys to your data are damaged: {home / NAME}."
        raise damaged(message) from None


def slots_in(content: bytes) -> list[Slot]:
    """Return the slots that stand in keys.json. Raises ValueError and its like."""
    document = json.loads(content)
    if document["format"] != FORMAT:
        raise ValueError
    return [slot_from(entry) for entry in document["slots"]]


def slot_from(entry: Any) -> Slot:
    """Return one slot as it stands in keys.json. Raises ValueError, KeyError or TypeError."""
    slot = Slot(
        kind=str(entry["kind"]),
        salt=bytes.fromhex(entry.get("salt", "")),
        key=bytes.fromhex(entry["key"]),
        check=bytes.fromhex(entry["check"]),
        of=bytes.fromhex(entry.get("of", "")),
    )
    if len(slot.key) != KEY_BYTES:
        raise ValueError
    return slot


def device_keys(slots: list[Slot]) -> list[bytes]:
    """Return the keys that ask for nothing, as they stand: opening the store tells whether they
    are right, since every page of it is authenticated.
    """
    return [slot.key for slot in slots if slot.kind == "device"]


def need_secret(slots: list[Slot]) -> bool:
    """Tell whether these slots open only with a passphrase or a code."""
    return not device_keys(slots) and any(slot.kind in SECRET_KINDS for slot in slots)


def unfinished(slots: list[Slot]) -> bool:
    """Tell whether a change of the key was cut short: slots of two keys are there."""
    return any(slot.of != slots[0].of for slot in slots)


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
    if need_secret(slots):
        raise LockedError(LOCKED, HOW_TO_OPEN)
    message = f"The keys to your data are damaged: {home / NAME}."
    raise damaged(message)
