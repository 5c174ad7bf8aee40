"""From what was said about an urge to the log that is kept, and how it leaves the program."""

from datetime import timedelta
from operator import attrgetter
from typing import Annotated, Any

import typer

from recoverplan.cli.logs import At, Note, when_fields
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import (
    TEXT,
    TEXTS,
    fields_of,
    number,
)
from recoverplan.cli.options import (
    Options as TypedOptions,
)
from recoverplan.cli.session import Session
from recoverplan.domain.urge import STRONGEST, Urge
from recoverplan.services.keeping import writing
from recoverplan.store.tables import urges
from recoverplan.value import replace
from recoverplan.words import urge as words
from recoverplan.writers.plain.urge import said_in_short, when_of

STRONG = 7  # from here on, `now` is named, in one quiet line
STILL = timedelta(hours=3)  # an urge that began longer ago is not taken to be going on


URGE = Noun(table=urges, word="urge", name=lambda urge: str(urge.id))


class Options(TypedOptions):
    """The options as typed; None: not given, "": an answer to be taken back."""

    strength: Annotated[
        str | None,
        typer.Option(metavar="0-10", help="How strong it was."),
        number(0, STRONGEST),
    ] = None
    trigger: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="What set it off; may be repeated."),
        TEXTS,
    ] = None
    did: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What you did about it."), TEXT
    ] = None
    after: Annotated[
        str | None,
        typer.Option(metavar="0-10", help="How strong afterwards."),
        number(0, STRONGEST),
    ] = None
    at: At = None
    note: Note = None


def read_options(options: Options, session: Session) -> dict[str, Any]:
    """Return the fields of Urge that were typed. Raises UsageError."""
    given = fields_of(options)
    return given if options.at is None else given | when_fields(options.at, session)


def load(session: Session) -> tuple[Urge, ...]:
    """Load all urges, oldest first."""
    return tuple(sorted(URGE.load(session), key=attrgetter("at")))


def keep(urge: Urge, session: Session, more_of: int | None = None) -> tuple[Urge, int]:
    """Keep an urge, new or said more about; return it, and the step of the history that it is.

    `more_of` is the step of the answers before, so that a whole log is undone as one.
    """
    with writing(session.home, session.now, more_of=more_of) as store:
        if urge.id:
            urges.save(store, urge)
        else:
            urge = urges.add(store, urge)
        store.did("logged an urge")
        step = store.step
    return urge, step


def going_on(urge: Urge, session: Session) -> bool:
    """Tell whether an urge is strong, and may still be there."""
    latest = urge.strength if urge.after is None else urge.after
    return latest is not None and latest >= STRONG and session.now - urge.at < STILL


def when_said(urge: Urge, session: Session) -> str:
    """Say when an urge was, in the person's clock style."""
    return when_of(urge, session.zone, session.now.date(), clock24=session.clock24)


def emit_logged(urge: Urge, session: Session, *, json: bool, asked: bool) -> None:
    """Print what was noted; `asked`: in a conversation, in which `now` was named already."""
    lines = [words.NOTED.format(when=when_said(urge, session)) + said_in_short(urge)]
    if going_on(urge, session) and not asked:
        lines.append(words.HARD)
    if urge.after is None:
        lines.append(words.LATER)
    URGE.emit(urge, lines, session, json=json)


def emit_changed(urge: Urge, first: str, session: Session, *, json: bool) -> None:
    """Print what an urge is now, after `first`."""
    said = first.format(when=when_said(urge, session)) + said_in_short(urge)
    URGE.emit(urge, [said], session, json=json)


def changed(urge: Urge, fields: dict[str, Any], session: Session) -> Urge:
    """Return the urge with these fields; one that was at another time was so in today's zone."""
    zone = session.zone.key if "at" in fields else urge.zone
    return replace(urge, zone=zone, **fields)
