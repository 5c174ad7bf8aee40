"""The lock and the emergency card together: what the card may show is said before it is locked."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from recoverplan.errors import RecoverplanError
from recoverplan.home import PUBLISHED, REMINDERS
from recoverplan.services.emergency import card_content, sync_card
from recoverplan.services.keeping import bring_card_in_step, follow, reading
from recoverplan.store import connecting, files, kept_copies, keys, opening, ours, rekeying, strays
from recoverplan.store.kept_copies import Anew
from recoverplan.store.opened import Store
from recoverplan.store.trouble import plain_words
from recoverplan.store.unlocking import person
from recoverplan.words import safekeeping as words

if TYPE_CHECKING:
    from recoverplan.services.published import Place

# Rows of the card that only repeat, as times, what the rows above them say in words.
TIMES = ("known", "offset", "reach", "open", "meets", "during")


class Status(NamedTuple):
    """What opens the store. `card`: names, region, or none where there is no card to read.

    `damaged`: the kinds of slots that are damaged; `even`: both copies of keys.json are whole.
    """

    passphrase: bool
    code: bool
    unfinished: bool
    card: str
    damaged: tuple[str, ...]
    even: bool


def status(home: Path) -> Status:
    """Return what opens the store, without opening it. Raises DamagedError."""
    found = keys.load(home)
    kinds = {slot.kind for slot in found.slots}
    return Status(
        passphrase=keys.need_secret(found.slots),
        code="recovery" in kinds,
        unfinished=keys.unfinished(found.slots),
        card=card_state(home),
        damaged=tuple(dict.fromkeys(map(keys.kind_of, found.odd))),
        even=found.even,
    )


def card_state(home: Path) -> str:
    """Return what the card on the disk shows: names, region or none."""
    from recoverplan.now.card import read

    card, _ = read(str(home))
    if card is None:
        return "none"
    return "region" if card.fact("locked") == "yes" else "names"


def preview(home: Path, now: datetime) -> list[list[str]]:
    """Return every row of the card with names, cut at its tabs."""
    with reading(home) as store:
        assert store is not None  # noqa: S101 - the caller has seen to it
        content = card_content(store, now, names=True)
    return [row.split("\t") for row in content.decode().splitlines()]


def whole(rows: list[list[str]]) -> list[str]:
    """Return every row of the card, its rows of times counted instead."""
    told = [" ".join(row) for row in rows if row[0] not in TIMES]
    return [*told[:-1], words.ROWS_OF_TIMES.format(count=len(rows) - len(told))]


def agree(home: Path, now: datetime, *, names: bool) -> None:
    """Keep whether names may be on the card while a passphrase is set, and bring it in step."""
    rekeying.agree(home, names=names)
    follow(home, now, words.CARD_NOT_IN_STEP)


class Unnamed(NamedTuple):
    """Where names were taken out before a passphrase took effect: in reminders, in what is
    published.
    """

    reminders: bool = False
    places: tuple[Place, ...] = ()


def lock(
    home: Path, now: datetime, passphrase: str, code: str, *, names: bool | None = None
) -> tuple[Anew, Unnamed]:
    """Give the store a new key, with this passphrase and code, and bring the card in step with it.

    `names`: whether they may be on the card; None: as it was. They are gone from it before the
    passphrase takes effect, and so are names in reminders and in what is published, which are
    agreed to for one passphrase. Returns what came of older copies, and where names were. Raises
    what `rekeying.set_new_key` raises.
    """
    unnamed = Unnamed(places=places_with_names(home))

    def redact(store: Store) -> None:
        nonlocal unnamed
        if not names:
            sync_card(store, now)
        if files.present(home / REMINDERS):
            from recoverplan.services import reminding

            unnamed = unnamed._replace(reminders=reminding.without_names(store, now))
        if files.present(home / PUBLISHED):
            from recoverplan.services import publishing

            publishing.without_names(store, now)

    try:
        anew = rekeying.set_new_key(home, passphrase, code, names=names, before=redact)
    except BaseException:
        with suppress(RecoverplanError), opening.open_to_write(home) as store:
            bring_card_in_step(store, now)
        raise
    follow(home, now, words.CARD_NOT_IN_STEP)
    return anew, unnamed


def places_with_names(home: Path) -> tuple[Place, ...]:
    """Return the places in which something is published that may have names in it."""
    if not files.present(home / PUBLISHED):
        return ()
    from recoverplan.services.published import load_or_none

    return tuple(place for place in load_or_none(home).values() if place.named)


def unlock(home: Path, now: datetime) -> None:
    """Take the passphrase away and bring the emergency card in step."""
    rekeying.remove_passphrase(home)
    follow(home, now, words.CARD_NOT_IN_STEP)


class Copies(NamedTuple):
    """What in the folder opens with a key that is going: the program's own copies of earlier
    states, copies that somebody else made, and backups that open with the old key or with none.
    """

    kept: list[Path]
    strays: list[Path]
    backups: list[Path]


def copies(home: Path) -> Copies:
    """Look for copies in the folder of the store, which is opened for it."""
    with plain_words(home):
        way = connecting.unlocked_with(home, home / ours.STORE)
        way.connection.close()
    found = strays_around(home, way)
    return Copies(
        ours.older_copies(home),
        [each.path for each in found if not each.backup],
        [each.path for each in found if each.backup],
    )


def strays_around(home: Path, way: connecting.Unlocked) -> list[strays.Stray]:
    """Look for copies that somebody else made in the folder of a store that is open, or was."""
    known = [way.key, *kept_copies.older_keys(way.slots, way.key)]
    return strays.find(home, known, way.slots, person.passphrase())


def take_away(paths: Iterable[Path]) -> list[Path]:
    """Remove copies that the person agreed to lose; return those that could not be."""
    kept = []
    for path in paths:
        try:
            files.take_away(path)
        except FileNotFoundError:
            continue
        except OSError:
            kept.append(path)
    return kept
