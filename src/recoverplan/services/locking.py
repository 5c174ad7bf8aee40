"""The lock and the emergency card together: what the card may show is said before it is locked."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from recoverplan.services.emergency import card_content
from recoverplan.services.keeping import bring_card_in_step, reading, writing
from recoverplan.store import keys, locking, opening, profile

# Rows of the card that only repeat, as times, what the rows above them say in words.
TIMES = ("known", "offset", "reach", "open", "meets", "during")


class Status(NamedTuple):
    """What opens the store. `card`: names, region, or none where there is no card to read."""

    passphrase: bool
    code: bool
    unfinished: bool
    card: str


def status(home: Path) -> Status:
    """Return what opens the store, without opening it. Raises DamagedError."""
    slots = keys.load_slots(home)
    kinds = {slot.kind for slot in slots}
    return Status(
        passphrase=keys.need_secret(slots),
        code="recovery" in kinds,
        unfinished=keys.unfinished(slots),
        card=card_state(home),
    )


def card_state(home: Path) -> str:
    """Return what the card on the disk shows: names, region or none."""
    from recoverplan.now.card import read

    card, _ = read(str(home))
    if card is None:
        return "none"
    return "region" if card.fact("locked") == "yes" else "names"


def preview(home: Path, now: datetime) -> list[str]:
    """Return every row of the card with names, its rows of times counted instead."""
    with reading(home) as store:
        assert store is not None  # noqa: S101 - the caller has seen to it
        content = card_content(store, now, names=True)
    rows = [row.split("\t") for row in content.decode().splitlines()]
    told = [" ".join(row) for row in rows if row[0] not in TIMES]
    return [*told[:-1], f"and {len(rows) - len(told)} rows of times that belong to these"]


def agree(home: Path, now: datetime, *, names: bool) -> None:
    """Keep whether names may be on the card while a passphrase is set, and bring it in step."""
    with writing(home, now) as store:
        profile.keep_card_open(store, agreed=names)
        store.did("chose what the emergency card shows while locked")


def lock(home: Path, now: datetime, passphrase: str, code: str, *, names: bool) -> None:
    """Set a passphrase and bring the emergency card in step with it."""
    agree(home, now, names=names)
    locking.set_new_key(home, passphrase, code)
    follow(home, now)


def unlock(home: Path, now: datetime) -> None:
    """Take the passphrase away and bring the emergency card in step."""
    locking.remove_passphrase(home)
    follow(home, now)


def follow(home: Path, now: datetime) -> None:
    """Bring the emergency card in step with the store and its lock. Raises RecoverplanError."""
    with opening.open_to_write(home) as store:
        bring_card_in_step(store, now)
