"""From what was said about an urge to the log that is kept, and how it leaves the program."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from recoverplan.cli.fields import from_stdin, optional, several, whole
from recoverplan.cli.logs import past_moment
from recoverplan.cli.session import Session
from recoverplan.cli.written import emit_written
from recoverplan.domain.text import clean, clean_note
from recoverplan.domain.urge import STRONGEST, Urge
from recoverplan.services.keeping import reading, writing
from recoverplan.store import urges as urge_store
from recoverplan.value import replace
from recoverplan.words import urge as words
from recoverplan.writers.plain.urge import said_in_short, when_of

STRONG = 7  # from here on, `now` is named, in one quiet line
STILL = timedelta(hours=3)  # an urge that began longer ago is not taken to be going on


def strength(option: str, typed: str) -> int | None:
    """Return a strength from 0 to 10, None for an empty text. Raises UsageError."""
    return whole(option, typed, 0, STRONGEST) if clean(typed) else None


def read_options(options: dict[str, Any], session: Session) -> dict[str, Any]:
    """Return fields of Urge from the options as typed, without those that were not given.

    An empty text takes an answer back. Raises UsageError.
    """
    fields: dict[str, Any] = {}
    for name, option in (("strength", "--strength"), ("after", "--after")):
        if (typed := options[name]) is not None:
            fields[name] = strength(option, typed)
    if options["trigger"] is not None:
        fields["triggers"] = several(options["trigger"])
    if options["did"] is not None:
        fields["did"] = optional(options["did"])
    if options["at"] is not None:
        fields["at"] = past_moment(options["at"], session)
    if options["note"] is not None:
        fields["note"] = clean_note(from_stdin(options["note"])) or None
    return fields


def load(session: Session) -> tuple[Urge, ...]:
    """Load all urges, oldest first."""
    with reading(session.home) as store:
        urges = () if store is None else urge_store.load_all(store)
    return tuple(sorted(urges, key=lambda urge: (urge.at, urge.id)))


def keep(urge: Urge, session: Session, more_of: int | None = None) -> tuple[Urge, int]:
    """Keep an urge, new or said more about; return it, and the step of the history that it is.

    `more_of` is the step of the answers before, so that a whole log is undone as one.
    """
    with writing(session.home, session.now, more_of=more_of) as store:
        if urge.id:
            urge_store.save(store, urge)
        else:
            urge = urge_store.add(store, urge)
        store.did("logged an urge")
        step = store.step
    return urge, step


def going_on(urge: Urge, session: Session) -> bool:
    """Tell whether an urge is strong, and may still be there."""
    latest = urge.strength if urge.after is None else urge.after
    return latest is not None and latest >= STRONG and session.now - urge.at < STILL


def record(urge: Urge, session: Session) -> dict[str, object]:
    """Return the JSON record of an urge."""
    from recoverplan.writers.records.urge import urge_record

    return urge_record(urge, session.zone)


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
    emit_written(lambda: record(urge, session), lines, session, json=json)


def emit_changed(urge: Urge, first: str, session: Session, *, json: bool) -> None:
    """Print what an urge is now, after `first`."""
    said = first.format(when=when_said(urge, session)) + said_in_short(urge)
    emit_written(lambda: record(urge, session), [said], session, json=json)


def changed(urge: Urge, fields: dict[str, Any], session: Session) -> Urge:
    """Return the urge with these fields; one that was at another time was so in today's zone."""
    zone = session.zone.key if "at" in fields else urge.zone
    return replace(urge, zone=zone, **fields)
