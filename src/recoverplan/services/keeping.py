"""Reading from and writing to the store: the emergency card follows every change before "done"."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from recoverplan.domain.text import clean
from recoverplan.errors import BehindError, RecoverplanError
from recoverplan.home import PUBLISHED, REMINDERS
from recoverplan.store import connecting, opening
from recoverplan.store.ending import ending
from recoverplan.store.files import present
from recoverplan.store.opened import Store
from recoverplan.store.tables import any_to_count
from recoverplan.store.trouble import plain_file_words, plain_words
from recoverplan.words import files as ending_words


@contextmanager
def reading(home: Path) -> Iterator[Store | None]:
    """Open the store to read from it; None when there is none yet. Writes nothing to it.

    All that is read inside is of one moment. Don't open it to write before this is closed: the
    change would wait for the reading to end. An emergency card whose hours end soon, or that shows
    more than it may, is brought in step afterwards, where that can be done at once.
    Raises LockedError, DamagedError, NewerStoreError, CouldNotError.
    """
    if not opening.exists(home):
        yield None
        return
    from recoverplan.services.emergency import card_is_due

    with opening.open_to_read(home) as store:
        yield store
        due = card_is_due(store)
    if due:
        renew_card(home)


def tell(line: str) -> None:
    """Say a line on stderr; a folder may be called anything."""
    sys.stderr.write(f"{clean(line)}\n")


class Answers:
    """What a conversation of this run has written so far: one step of the history, of a store."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begin another run, in which nothing was asked yet."""
        self.asked = False  # from the first question on, what is written goes on with one step
        self.told = False  # that they are saved, where the conversation was broken off
        self.step: int | None = None
        self.title: str | None = None  # what the history calls all of it, where it has one name
        self.names: list[str] = []  # else: of each thing that was written
        self.home: Path | None = None
        self.now: datetime | None = None

    def named(self, store: Store) -> list[str]:
        """Name the open step by all that is written in it, and return the names of that."""
        from recoverplan.store.history import in_short

        # A number alone is no proof: that of a step which was taken back is given again.
        before = self.names if self.asked and store.step == self.step else []
        names = [*dict.fromkeys([*before, store.step_name])]
        store.did(self.title or in_short(names))
        return names


answers = Answers()


def take_back_answers() -> None:
    """Take out of the store what the conversation of this run has written, without a trace."""
    step, home, now = answers.step, answers.home, answers.now
    answers.forget()
    answers.asked = True
    if step is None or home is None or now is None:
        return
    from recoverplan.store import history

    with opening.open_to_write(home) as store:
        with store.transaction():
            history.unmake(store, step)
        bring_card_afterwards(store, now, ending_words.OLD_CARD)


@contextmanager
def writing(home: Path, now: datetime, announce: Callable[[str], None] = tell) -> Iterator[Store]:
    """Open the store (making it where there is none, and announcing where) for one change.

    All that is written inside is one step: kept whole or not at all, and undone whole. The body
    names it: `store.did("added contact Dana")`. What is written after a question was asked goes on
    with what was written before it in the same run: each answer of a conversation is kept at once,
    and all of them are undone as one, which has the names of all. After the commit the emergency
    card is brought in step, reminders and what is published too; where that fails, the run says so
    at its end and the change stands.
    """
    from recoverplan.store.history import recorded

    more_of = answers.step if answers.asked else None
    made = False
    if not opening.exists(home):
        from recoverplan.store.making import make_store

        made = make_store(home)
        if made:
            announce(ending_words.KEPT_IN.format(home=home))
            warn_of_syncing(home, announce)
    with opening.open_to_write(home, made=made) as store:
        try:
            with store.transaction():
                connecting.refuse_newer(store.connection)
                with recorded(store, now, more_of):
                    yield store
                    names = answers.named(store)
                if any_to_count(store):
                    from recoverplan.store.current import keep_tried

                    keep_tried(store)
            answers.step, answers.home, answers.now = store.step, home, now
            answers.names = names
        except BaseException:
            # A program that was killed may have left the card behind; here is the next chance.
            with suppress(RecoverplanError):
                bring_card_in_step(store, now)
            raise
        bring_card_afterwards(store, now, ending_words.OLD_CARD)


def warn_of_syncing(home: Path, announce: Callable[[str], None]) -> None:
    """Say once, when a store is made, that its folder seems to be copied to other machines."""
    from recoverplan.store.strays import synced_by
    from recoverplan.words.examining import SYNCED

    program = synced_by(home)
    if program:
        announce(SYNCED.format(program=program))


def follow(home: Path, now: datetime, message: str, hint: str = "{why}") -> None:
    """Open the store to bring the emergency card in step with what was done to it, which stands;
    trouble is said at the end of the run, with `message`.
    """
    with ending.afterwards(message, hint), opening.open_to_write(home) as store:
        bring_card_in_step(store, now)


def bring_card_afterwards(store: Store, now: datetime, message: str) -> None:
    """Bring the emergency card in step with a change that stands, and go on where that fails: it
    is said at the end of the run, with `message`.
    """
    with ending.afterwards(message, ending_words.OLD_CARD_HINT):
        bring_card_in_step(store, now)


def bring_card_in_step(store: Store, now: datetime) -> None:
    """Make the emergency card, and what follows it where that is on, say what the store says.

    Raises BehindError for those that follow, RecoverplanError.
    """
    with plain_words(store.home), plain_file_words(store.home):
        in_step(store, now)


def in_step(store: Store, now: datetime) -> None:
    """Make the emergency card say what the store says, and reminders and what is published where
    they are on, each whatever comes of the others.

    Raises OSError, what the store raises, and BehindError for those that follow.
    """
    from recoverplan.services.emergency import sync_card

    sync_card(store, now)
    behind: list[BehindError] = []
    if present(store.home / REMINDERS):
        from recoverplan.services import reminding

        try:
            reminding.follow(store, now)
        except BehindError as error:
            behind.append(error)
    if present(store.home / PUBLISHED):
        from recoverplan.services import publishing

        try:
            publishing.follow(store, now)
        except BehindError as error:
            behind.append(error)
    if behind:
        raise behind[0]


def renew_card(home: Path) -> None:
    """Bring the emergency card up to date if it can be done at once; if not, nothing is said."""
    from recoverplan import clock
    from recoverplan.services.emergency import trips_in, zone_for, zone_over_time
    from recoverplan.store import profile

    with suppress(Exception), opening.open_to_write(home) as store:
        store.execute("PRAGMA busy_timeout=0")
        zone = zone_over_time(zone_for(profile.load(store)), trips_in(store))
        in_step(store, clock.now(zone))
