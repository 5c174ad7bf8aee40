"""Lapses loaded and kept, and how one leaves the program."""

from __future__ import annotations

from recoverplan.cli.nouns import Noun
from recoverplan.cli.session import Session
from recoverplan.domain.urge import Lapse
from recoverplan.errors import RecoverplanError
from recoverplan.services.keeping import writing
from recoverplan.store.tables import lapses
from recoverplan.words import lapse as words
from recoverplan.writers.plain.trial import moment_said

LAPSE = Noun(table=lapses, word="lapse", name=lambda lapse: str(lapse.id))


def keep(lapse: Lapse, session: Session, more_of: int | None = None) -> tuple[Lapse, int]:
    """Keep a lapse, new or said more about; return it, and the step of the history that it is.

    `more_of` is the step of the answers before, so that a whole log is undone as one.
    """
    with writing(session.home, session.now, more_of=more_of) as store:
        if lapse.id:
            lapses.save(store, lapse)
            store.did("logged a lapse" if more_of else "changed the log of a lapse")
        else:
            lapse = lapses.add(store, lapse)
            store.did("logged a lapse")
        step = store.step
    return lapse, step


def keep_first(lapse: Lapse, session: Session) -> tuple[Lapse, int]:
    """Keep a new lapse; where that cannot be done, the way to `now` is said all the same.

    Raises what keeping raises, with that way in its hint.
    """
    try:
        return keep(lapse, session)
    except RecoverplanError as error:
        hint = "\n".join(filter(None, (error.hint, words.TO_NOW)))
        raise type(error)(error.message, hint) from error


def when_of(lapse: Lapse, session: Session) -> str:
    """Say when a lapse was, in the person's zone and clock style."""
    today, clock24 = session.now.date(), session.clock24
    return moment_said(lapse.at, lapse.rough, session.zone, today, clock24=clock24)


def emit_lapse(lapse: Lapse, first: str, session: Session, *, json: bool) -> None:
    """Print what was written: a sentence, or the record alone."""
    LAPSE.emit(lapse, [first], session, json=json)
