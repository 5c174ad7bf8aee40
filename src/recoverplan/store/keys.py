"""The data key and where it lies: `keys.json` and its second copy, a list of slots with that key.

A slot is a JSON object with `kind`, `key` (hex) and `check` (hex, HMAC-SHA256 over the header, the
salt and the key as it stands in the slot). Of a *device* slot the key is as it is: it guards
against damage and against a copied plan.db alone, **not** against someone using this account. A
*passphrase*, *recovery* or *backup* slot has a `salt` beside it; its key is XORed with one half of
what scrypt makes of the secret, and the other half keys the check. `of` (hex) tells apart slots of
the old and the new key while the key is being changed; it says nothing about the key.

Some slots open nothing (`kept_copies.py`): they are kept here because only who knows the key can
make them, and because what is here stands outside of the store, its history and its backups.

Both copies have a generation number and a checksum: the whole one with the higher number counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from zlib import crc32

from recoverplan.errors import CouldNotError, LockedError, NewerStoreError
from recoverplan.store import ours
from recoverplan.store.dumps import keep_out_of_dumps
from recoverplan.store.files import NotOursError, read_small, refuse_planted, write_whole
from recoverplan.store.trouble import damaged
from recoverplan.value import NamedTuple
from recoverplan.words import files as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME = ours.KEYS
BOTH = (ours.KEYS, ours.SECOND_KEYS)
FORMAT, VERSION = "recoverplan/keys/", 2  # of version 1 there was one copy, without a checksum
HEADER = f"{FORMAT}1"  # of every check, whatever the version of the file
KEY_BYTES = 32
SECRET_KINDS = ("passphrase", "backup", "recovery")
OPENING_KINDS = ("device", *SECRET_KINDS)
SALT_BYTES = 16
MOST_BYTES = 65_536
MOST_SLOTS = 16
COST = 2**17  # scrypt's n: half a second and 142 MB for each try
MEMORY = 2**28  # what scrypt may take; its own limit is below that
# Without I, L, O and U: read over the phone or from paper, none is taken for another.
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_GROUPS, CODE_GROUP = 6, 4  # 24 letters of 5 bits
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Slot(NamedTuple):
    """One way to the data key. `salt` is empty where the key is as it is."""

    kind: str
    salt: bytes
    key: bytes
    check: bytes
    of: bytes = b""

    def may_hold(self, key: bytes) -> bool:
        """Tell whether this may be a slot of that key: of a hidden one nobody can say."""
        return self.kind in SECRET_KINDS or (self.kind == "device" and self.key == key)


class Copy:
    """One copy of keys.json. `whole`: it is as it was written; `odd`: entries that are no sound
    slots, as they stand.

    A plain class, as `Keys`: both are made at every start, and a NamedTuple takes as long to define
    as all this takes to read.
    """

    def __init__(self, slots: list[Slot], odd: list[Any], generation: int, *, whole: bool) -> None:
        self.slots = slots
        self.odd = odd
        self.generation = generation
        self.whole = whole


class Keys:
    """What both copies say together: the slots of the one that counts, and its odd entries.

    `others` are slots that stand in the other copy alone; `even`: both copies are the same, and as
    they were written; `whole`: at least one is.
    """

    def __init__(self, copies: list[Copy]) -> None:
        whole = [copy for copy in copies if copy.whole]
        best = max(whole, key=lambda copy: copy.generation, default=None)
        slots = list(dict.fromkeys(slot for copy in copies for slot in copy.slots))
        self.whole = best is not None
        if best is None:  # what is sound in either, together
            odd = [entry for copy in copies for entry in copy.odd]
            best = Copy(slots, [e for n, e in enumerate(odd) if e not in odd[:n]], 0, whole=False)
        self.slots = best.slots
        self.odd = best.odd
        self.generation = best.generation
        self.others = [slot for slot in slots if slot not in best.slots]
        self.even = self.generation > 0 and copies == [best, best]

    def says_as(self, other: Keys) -> bool:
        """Tell whether two readings found the same."""
        return (self.slots, self.odd, self.others) == (other.slots, other.odd, other.others)

    def around(self, key: bytes, of: bytes) -> list[Slot]:
        """Return the slots that a key is among: those that count, else those of the other copy."""
        if any(slot.of == of and slot.may_hold(key) for slot in self.slots):
            return self.slots
        return [slot for slot in (*self.others, *self.slots) if slot.of == of]


def new_key() -> bytes:
    """Return a fresh random data key."""
    keep_out_of_dumps()
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


def device_slot(key: bytes, of: bytes = b"") -> Slot:
    """Return the slot that opens without a passphrase, on this computer."""
    return Slot("device", b"", key, check_of("device", of, key, keyed_by=key), of)


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

    header = f"{HEADER} {kind} ".encode()
    return hmac.digest(keyed_by, header + salt + key, hashlib.sha256)


def save_slots(home: Path, slots: Sequence[Slot], odd: Sequence[Any] = ()) -> None:
    """Write keys.json whole, then its second copy. The caller holds the lock of `mutex.alone`.

    `odd`: damaged entries to keep as they stand. After a cut in between, keys.json counts.
    """
    if len(slots) + len(odd) > MOST_SLOTS:
        raise CouldNotError(words.TOO_MANY_KEYS.format(most=MOST_SLOTS), words.NOTHING_CHANGED)
    content = slots_out(slots, generation_of(home) + 1, odd)
    for name in BOTH:
        write_whole(home / name, content)


def generation_of(home: Path) -> int:
    """Return the number of the keys that count now, 0 where there are none."""
    return max((copy.generation for copy in copies_in(home) if copy and copy.whole), default=0)


def slots_out(slots: Iterable[Slot], generation: int = 1, odd: Sequence[Any] = ()) -> bytes:
    """Return slots as they stand in keys.json."""
    entries = [with_sum(entry_of(slot)) for slot in slots]
    document = {
        "format": f"{FORMAT}{VERSION}",
        "generation": generation,
        "slots": [*entries, *odd],
    }
    document["checksum"] = sum_of(document)
    return json.dumps(document, indent=1).encode() + b"\n"


def entry_of(slot: Slot) -> dict[str, str]:
    """Return a slot as JSON has it, without its checksum."""
    return {
        name: value.hex() if isinstance(value, bytes) else value
        for name, value in slot._asdict().items()
        if value
    }


def with_sum(entry: dict[str, str]) -> dict[str, str]:
    """Return an entry with its checksum, by which a damaged slot is told from the others."""
    return {**entry, "sum": sum_of(entry)}


def sum_of(value: Any) -> str:
    """Return the checksum of a JSON value, however it is laid out: against damage, not malice."""
    return f"{crc32(json.dumps(value, sort_keys=True).encode()):08x}"


def load_slots(home: Path) -> list[Slot]:
    """Return the slots that count. Raises DamagedError, NewerStoreError."""
    return load(home).slots


def load(home: Path) -> Keys:
    """Read both copies of keys.json. Raises OSError, NewerStoreError, and DamagedError where
    neither has a slot that can be used.
    """
    return Keys([copy for copy in copies_in(home, troubled=True) if copy])


def copies_in(home: Path, *, troubled: bool = False) -> list[Copy | None]:
    """Read keys.json and its second copy; None for one that is missing, or cannot be read.

    With `troubled` raises what stands in the way where neither has a slot: DamagedError, OSError.
    NewerStoreError for what a newer version has written.
    """
    keep_out_of_dumps()
    copies: list[Copy | None] = []
    trouble: Exception | None = None
    same: bytes | None = None
    for name in BOTH:
        copy = None
        try:
            refuse_planted(home / name, (home / name).lstat())
            content = read_small(home / name, MOST_BYTES)
            copy = copies[-1] if content == same else read_copy(content)
            same = content
        except FileNotFoundError:
            pass
        except NotOursError as error:
            trouble = trouble or damaged(str(error))
        except UNREADABLE:
            said = words.KEYS_DAMAGED.format(file=home / name)
            trouble = trouble or damaged(said, words.BRING_BACK)
        except OSError as error:
            trouble = trouble or error
        copies.append(copy)
    if troubled and not any(copy.slots for copy in copies if copy):
        said = words.KEYS_DAMAGED if any(copies) else words.KEYS_MISSING
        raise trouble or damaged(said.format(file=home / NAME), words.BRING_BACK)
    return copies


def read_copy(content: bytes) -> Copy:
    """Return what stands in a copy of keys.json. Raises NewerStoreError, and UNREADABLE."""
    keep_out_of_dumps()
    document = json.loads(content)
    if not document["format"].startswith(FORMAT):
        raise ValueError
    version = int(document["format"].removeprefix(FORMAT))
    whole = document.pop("checksum", None) == sum_of(document)
    if version > VERSION and whole:
        raise NewerStoreError(words.KEYS_NEWER, words.KEYS_UPDATE)
    entries = document["slots"]
    if version not in (1, VERSION) or len(entries) > MOST_SLOTS:
        raise ValueError
    slots: list[Slot] = []
    odd: list[Any] = []
    for entry in entries:
        slot = slot_or_none(entry, summed=version > 1)
        if slot is None:
            odd.append(entry)
        else:
            slots.append(slot)
    if version == 1:
        return Copy(slots, odd, 0, whole=not odd)
    generation = document["generation"]
    return Copy(slots, odd, generation if whole else 0, whole=whole and generation > 0)


def slots_in(content: bytes) -> list[Slot]:
    """Return what opens the store in a backup with this keys.json, and nothing that was agreed to
    where it comes from. Raises ValueError and its like.
    """
    copy = read_copy(content)
    if not copy.whole:
        raise ValueError
    return [slot for slot in copy.slots if slot.kind in OPENING_KINDS]


def kind_of(entry: Any) -> str:
    """Return of which kind a damaged entry was, "" where that cannot be read."""
    kind = entry.get("kind") if isinstance(entry, dict) else None
    return kind if kind in OPENING_KINDS else ""


def slot_or_none(entry: Any, *, summed: bool) -> Slot | None:
    """Return one slot as it stands in keys.json, None for a damaged one."""
    try:
        if summed:
            entry = dict(entry)
            if entry.pop("sum") != sum_of(entry):
                return None
        slot = Slot(
            kind=str(entry["kind"]),
            salt=bytes.fromhex(entry.get("salt", "")),
            key=bytes.fromhex(entry["key"]),
            check=bytes.fromhex(entry["check"]),
            of=bytes.fromhex(entry.get("of", "")),
        )
    except UNREADABLE:
        return None
    return slot if len(slot.key) == KEY_BYTES else None


def device_keys(slots: Sequence[Slot]) -> list[bytes]:
    """Return the keys that ask for nothing, as they stand: opening the store tells whether they
    are right, since every page of it is authenticated.
    """
    return [slot.key for slot in slots if slot.kind == "device"]


def need_secret(slots: Sequence[Slot]) -> bool:
    """Tell whether these slots open only with a passphrase or a code."""
    return not device_keys(slots) and take_secret(slots)


def take_secret(slots: Sequence[Slot]) -> bool:
    """Tell whether a passphrase or a code is among what opens these slots, or is going to be."""
    return any(slot.kind in SECRET_KINDS for slot in slots)


def unfinished(slots: Sequence[Slot]) -> bool:
    """Tell whether a change of the key was cut short: slots of two keys are there, or copies of
    earlier states are still to be written under the new one.
    """
    return any(slot.of != slots[0].of or slot.kind == "leaving" for slot in slots)


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
        and compare_digest(check_of("device", slot.of, slot.key, keyed_by=slot.key), slot.check)
    ]
    if keys:
        return keys
    if need_secret(slots):
        raise LockedError(words.LOCKED, words.HOW_TO_OPEN)
    raise damaged(words.KEYS_DAMAGED.format(file=home / NAME), words.BRING_BACK)
