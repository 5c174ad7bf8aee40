"""Publishing: the plan, the people and a page in folders that other programs carry to phones.

From the day on which something is published it follows every change, as reminders do. Nothing here
knows of a network. Titles tell nothing unless full ones were asked for; with a passphrase set,
names are there only after somebody saw what can be read and agreed.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from recoverplan.domain.checkins import monday_of
from recoverplan.domain.schedule_rule import monday_before
from recoverplan.domain.text import clean
from recoverplan.errors import BehindError, CouldNotError, RecoverplanError
from recoverplan.services import published, vdir
from recoverplan.services.published import (
    PAGE,
    Place,
    alone,
    keep,
    load,
    load_or_none,
)
from recoverplan.services.publishing_items import NEUTRAL, wanted
from recoverplan.services.reminding_names import consent_of, names_agreed
from recoverplan.services.vdir import Said
from recoverplan.store import opening
from recoverplan.store.ending import ending
from recoverplan.store.files import present
from recoverplan.store.opened import Store
from recoverplan.store.trouble import plain_file_words, plain_words
from recoverplan.value import NamedTuple
from recoverplan.words import files as ending_words
from recoverplan.words import publish as words
from recoverplan.words.files import NOTHING_CHANGED
from recoverplan.words.moment import MORE

RENEWED = timedelta(weeks=26)  # after which what repeats begins anew


def what_is_agreed(place: Place) -> str:
    """Return what a consent is for: this kind, with these titles, in this place, and no other."""
    return f"\n{place.kind}\n{place.titles}\n{place.path}"


def may_name(store: Store, place: Place) -> bool:
    """Tell whether names may be in a place: with a passphrase set, by consent under it."""
    return names_agreed(store, place.agreed, what_is_agreed(place))


def new_place(home: Path, now: datetime, kind: str, path: Path, titles: str | None) -> Place:
    """Return a place as it is before anything is in it, or as it is known. Raises CouldNotError.

    What was published before, and is known no more, had lower numbers than what begins now.
    """
    from recoverplan.writers.ics import sequence_at

    known = load_or_none(home).get(kind)
    titles = titles or (known.titles if known else NEUTRAL)
    if known and Path(known.path) == path:
        return known._replace(titles=titles)
    monday = monday_before(now.date())
    return Place(kind, str(path), titles, monday, retired=sequence_at(now) - 1)


# ----------------------------------------------------------------------------- kept in step


def follow(store: Store, now: datetime) -> None:
    """Make what is published say what the store says. Raises BehindError.

    Under the store's write lock, so that nothing older can replace what is newer, but with nothing
    written to the store.
    """
    wrong = bring_all(store, now)
    if wrong:
        hint = wrong[0].message.replace(f" {NOTHING_CHANGED}", "")
        raise BehindError(words.BEHIND, f"{hint} {words.BEHIND_HINT}")


def bring_all(store: Store, now: datetime, *, names: bool | None = None) -> list[RecoverplanError]:
    """Bring every place in step, and return what went wrong. `names`: None as the lock allows."""
    wrong: list[RecoverplanError] = []
    try:
        with (
            plain_words(store.home),
            plain_file_words(store.home),
            store.still(),
            alone(store.home),
        ):
            bring_places(store, now, wrong, names=names)
    except RecoverplanError as error:
        wrong.append(error)
    return wrong


def bring_places(
    store: Store, now: datetime, wrong: list[RecoverplanError], *, names: bool | None
) -> None:
    """Bring places in step, each whatever comes of the others. Under `alone`."""
    home = store.home
    for place in load(home).values():
        try:
            with plain_file_words(home):
                new, said = bring(store, now, place, names=names)
                tell(place, said)
                leave(home, new)
        except RecoverplanError as error:
            wrong.append(error)
            if not place.behind:
                keep(home, place._replace(behind=True))
    if published.is_on(home):
        published.looked_at(home, now)


def bring(
    store: Store, now: datetime, place: Place, *, names: bool | None = None
) -> tuple[Place, Said]:
    """Bring one place in step, and keep what was written. Raises OSError, CouldNotError."""
    today = now.date()
    if today - place.since > RENEWED or today < place.since:
        place = place._replace(since=monday_of(now, now.tzinfo))  # type: ignore[arg-type]
    allowed = may_name(store, place) if names is None else names
    place = place._replace(named=allowed or place.named)  # until it is done
    items = wanted(store, now, place, names=allowed)
    new, said = vdir.bring_in_step(place, items, partial(keep, store.home))
    new = new._replace(named=allowed)
    if new != load_or_none(store.home).get(place.kind):
        keep(store.home, new)
    return new, said


def leave(home: Path, place: Place) -> tuple[Place, int]:
    """Empty the place that this one took over from, if there is one; return how many files went.

    Only once everything is in the new one: a full disk must not leave somebody with neither.
    """
    if place.before is None:
        return place, 0
    gone = take_earlier(place)
    place = place._replace(before=None)
    keep(home, place)
    return place, gone


def take_earlier(place: Place) -> int:
    """Take away what is left where a place was before; return how many files. Raises OSError."""
    gone, earlier = 0, place.before
    while earlier is not None:
        if earlier.path != place.path:
            gone += (vdir.take_away(earlier) or (0, []))[0]
        earlier = earlier.before
    return gone


def tell(place: Place, said: Said) -> None:
    """Say on stderr what others did there, and what came of it."""
    for line in told(place, said):
        sys.stderr.write(f"{clean(line)}\n")


def told(place: Place, said: Said) -> list[str]:
    """Return what others did in a place, and what came of it, a sentence each."""
    found = (
        (words.BACK, said.back),
        (words.OVERWRITTEN, said.overwritten),
        (words.IN_THE_WAY, said.in_the_way),
    )
    return [text.format(path=place.path, names=some(names)) for text, names in found if names]


def some(names: tuple[str, ...] | list[str]) -> str:
    """Return the first of some names, and how many more there are."""
    different = list(dict.fromkeys(names))
    more = len(different) - words.NAMED
    shown = different[: words.NAMED] + ([MORE.format(count=more)] if more > 0 else [])
    return ", ".join(shown)


def without_names(store: Store, now: datetime) -> None:
    """Take names out of all that is published, before a passphrase is set or changed.

    Raises CouldNotError.
    """
    wrong = bring_all(store, now, names=False)
    if wrong:
        message = f"{wrong[0].message} {words.KEY_STANDS}"
        raise CouldNotError(message, wrong[0].hint)


def behind(store: Store, now: datetime) -> list[Place]:
    """Return the places that do not say what the store says. Raises CouldNotError."""
    found = []
    for place in load(store.home).values():
        items = wanted(store, now, place, names=may_name(store, place))
        there = {item.uid: item.value for item in place.items}
        said = {uid: each.value for uid, each in items.items()}
        if there != said or place.before or not place.folder.is_dir():
            found.append(place)
    return found


# ------------------------------------------------------------------------------- on and off


def preview(store: Store, now: datetime, place: Place) -> list[str]:
    """Return all that could be read in a place, each once."""
    found = wanted(store, now, place, names=True)
    return list(dict.fromkeys(line for each in found.values() for line in each.shows))


def turn_on(home: Path, now: datetime, place: Place) -> tuple[Place, Said, int]:
    """Publish into a place, by consent to what can be read there, and stop doing so elsewhere.

    Returns the place, what came of it, and how many files went from where it was before.
    Raises RecoverplanError.
    """
    with (
        opening.open_to_write(home) as store,
        plain_words(home),
        plain_file_words(home),
        store.still(),
        alone(home),
    ):
        made = make_folder(place)
        vdir.refuse_no_folder(place.folder)
        known = load_or_none(home)
        old = known.get(place.kind)
        moving = old is not None and old.path != place.path
        place = place._replace(agreed=consent_of(store, what_is_agreed(place)))
        place = place._replace(before=old) if moving else place
        try:
            published.save(home, {**known, place.kind: place})
            new, said = bring(store, now, place)
        except BaseException:
            if old is None or moving:
                give_up(home, place)
                if made:
                    with suppress(OSError):
                        place.folder.rmdir()
            raise
        new, gone = leave(home, new)
        published.looked_at(home, now)
    ending.done(ending_words.PUBLISHED)
    return new, said, gone


def give_up(home: Path, place: Place) -> None:
    """Take away what was begun, as far as that can be done; what was before it stays."""
    places = load(home)
    begun = places.pop(place.kind, None)
    if begun is None or begun.path != place.path:  # not even that it begins could be kept
        return
    with suppress(OSError):
        vdir.take_away(begun)
        published.save(home, {**places, place.kind: begun.before} if begun.before else places)


def make_folder(place: Place) -> bool:
    """Make the folder of a place if it is not there; the one above it must be. Tell whether it was
    made.
    """
    if place.kind == PAGE or present(place.folder):
        return False
    place.folder.mkdir(mode=0o700)
    return True


class Stopped(NamedTuple):
    """A place that is published no more: how many files are gone, which names were left.

    `reached`: there was such a folder; if not, the files may be wherever it is now.
    """

    place: Place
    gone: int
    left: list[str]
    reached: bool


def turn_off(home: Path, kinds: tuple[str, ...]) -> list[Stopped]:
    """Take away what is published of these kinds; the store is not opened.

    Raises CouldNotError for what could not be taken away; it stays known then.
    """
    if not published.is_on(home):
        return []
    with plain_file_words(home), alone(home):
        places = load(home)
        stopped = []
        for kind in [kind for kind in places if kind in kinds]:
            place = places[kind]
            take_earlier(place)
            found = vdir.take_away(place)
            places.pop(kind)
            published.save(home, places)
            stopped.append(Stopped(place, *(found or (0, [])), found is not None))
            ending.done(ending_words.NOT_PUBLISHED)
    return stopped
