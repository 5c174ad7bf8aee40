"""Who is asked for the passphrase in this run of the program, and what it opened.

A command opens the store several times; a person types the passphrase once, before anything else is
asked. What was typed is held in memory only, until the command ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from recoverplan.errors import LockedError
from recoverplan.store import keys
from recoverplan.store.keys import Slot

QUESTION = "Passphrase: "
OF_BACKUP = "Passphrase of the backup: "
WRONG = "That passphrase does not open it."
WRONG_HINT = "Nothing was changed. A lost passphrase: type the recovery code in its place."


class Asker(NamedTuple):
    """How this run gets a secret: `ask` returns None where there is nobody to ask.

    `tell` says that a try was wrong, before the next of `tries`.
    """

    ask: Callable[[str], str | None]
    tell: Callable[[str], None]
    tries: int


class Opened(NamedTuple):
    """A key that a secret got out of a slot, and the name of the key's slots."""

    key: bytes
    of: bytes
    kind: str
    secret: str


NOBODY = Asker(lambda _: None, lambda _: None, 1)


class Person:
    """The one before this run; `known` holds what was opened, by the slots that it opened."""

    def __init__(self) -> None:
        self.asker = NOBODY
        self.known: dict[tuple[Slot, ...], list[Opened]] = {}

    def comes(self, asker: Asker) -> None:
        """Begin a run: forget what an earlier one opened."""
        self.asker = asker
        self.known = {}

    def remember(self, slots: Sequence[Slot], opened: list[Opened]) -> None:
        """Keep what opens these slots, so that nothing is asked twice."""
        self.known[tuple(slots)] = opened

    def open(self, slots: Sequence[Slot], question: str = QUESTION) -> list[Opened]:
        """Return every key that a passphrase or a recovery code gets out of these slots.

        None where no slot takes a secret. Raises LockedError for a wrong one, or nobody to ask.
        """
        secret_slots = [slot for slot in slots if slot.kind in keys.SECRET_KINDS]
        if not secret_slots or tuple(slots) in self.known:
            return self.known.get(tuple(slots), [])
        for number in range(self.asker.tries):
            secret = self.asker.ask(question)
            if secret is None:
                raise LockedError(keys.LOCKED, keys.HOW_TO_OPEN)
            opened = open_slots(secret_slots, secret)
            if opened:
                self.remember(slots, opened)
                return opened
            if number + 1 < self.asker.tries:
                self.asker.tell(WRONG)
        raise LockedError(WRONG, WRONG_HINT)


def open_slots(slots: Sequence[Slot], secret: str) -> list[Opened]:
    """Return what a secret opens; half a second for each slot of the kind that it looks like."""
    looks_like_code = keys.code_in(secret) is not None
    codes = [slot for slot in slots if slot.kind == "recovery"]
    phrases = [slot for slot in slots if slot.kind != "recovery"]
    for kind in (codes, phrases) if looks_like_code else (phrases,):
        opened = [
            Opened(key, slot.of, slot.kind, secret)
            for slot in kind
            if (key := keys.key_in(slot, secret)) is not None
        ]
        if opened:
            return opened
    return []


person = Person()
