"""Who is asked for the passphrase in this run of the program, and what it opened.

A command opens the store several times; a person types the passphrase once, before anything else is
asked. What was typed is held in memory only, until the command ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recoverplan.errors import LockedError
from recoverplan.store import keys
from recoverplan.store.keys import Slot
from recoverplan.words import files as words

QUESTION = "Passphrase: "


class Asker:
    """How this run gets a secret: `ask` returns None where there is nobody to ask.

    `tell` says that a try was wrong, before the next of `tries`. A plain class, as the next: both
    are defined at every start, and a NamedTuple takes its time for that.
    """

    def __init__(
        self, ask: Callable[[str], str | None], tell: Callable[[str], None], tries: int
    ) -> None:
        self.ask = ask
        self.tell = tell
        self.tries = tries


class Opened:
    """A key that a secret got out of a slot, and the name of the key's slots."""

    def __init__(self, key: bytes, of: bytes, kind: str, secret: str) -> None:
        self.key = key
        self.of = of
        self.kind = kind
        self.secret = secret


NOBODY = Asker(lambda _: None, lambda _: None, 1)


class Person:
    """Whoever is asked in this run; `known` holds what was opened, by the slots that it opened."""

    def __init__(self) -> None:
        self.asker = NOBODY
        self.known: dict[tuple[Slot, ...], list[Opened]] = {}
        self.again = False  # the run begins again, for the same person

    def comes(self, asker: Asker) -> None:
        """Begin a run: forget what an earlier one opened."""
        self.asker = asker
        self.known = self.known if self.again else {}
        self.again = False

    def remember(self, slots: Sequence[Slot], opened: list[Opened]) -> None:
        """Keep what opens these slots, so that nothing is asked twice."""
        self.known[tuple(slots)] = opened

    def passphrase(self) -> str | None:
        """Return the passphrase that opened something in this run, None where a code did."""
        opened = [each for found in self.known.values() for each in found]
        return next((each.secret for each in opened if each.kind == "passphrase"), None)

    def open(self, slots: Sequence[Slot], question: str = QUESTION) -> list[Opened]:
        """Return every key that a passphrase or a recovery code gets out of these slots.

        None where no slot takes a secret. Raises LockedError for a wrong one, or nobody to ask.
        Where another program changes the key meanwhile, the passphrase may be the same: it is tried
        before anybody is asked again.
        """
        secret_slots = [slot for slot in slots if slot.kind in keys.SECRET_KINDS]
        if not secret_slots or tuple(slots) in self.known:
            return self.known.get(tuple(slots), [])
        given = self.passphrase() if question == QUESTION else None
        if given is not None and (again := open_slots(secret_slots, given)):
            self.remember(slots, again)
            return again
        for number in range(self.asker.tries):
            secret = self.asker.ask(question)
            if secret is None:
                raise LockedError(words.LOCKED, words.HOW_TO_OPEN)
            opened = open_slots(secret_slots, secret)
            if opened:
                self.remember(slots, opened)
                return opened
            if number + 1 < self.asker.tries:
                self.asker.tell(words.NOT_OPENED_BY_IT)
        with_code = any(slot.kind == "recovery" for slot in secret_slots)
        hint = words.WRONG_HINT if with_code else words.NOTHING_CHANGED
        raise LockedError(words.NOT_OPENED_BY_IT, hint)


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
