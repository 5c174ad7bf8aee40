"""`recoverplan lapse`: logging a lapse, and looking back at what came before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from recoverplan.cli.fields import from_stdin, several
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import (
    agreed,
    changing,
    emit_facts,
    emit_list,
    emit_written,
    something_given,
)
from recoverplan.domain.lapse import Lapse
from recoverplan.domain.moment import understand_moment
from recoverplan.domain.text import clean, clean_note
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.services.keeping import reading, writing
from recoverplan.store import lapses as lapse_store
from recoverplan.words import lapse as words
from recoverplan.writers.plain.lapse import lapse_facts, lapse_row
from recoverplan.writers.plain.trial import when_said

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

At = Annotated[str | None, typer.Option(metavar="WHEN", help='When: "yesterday 7pm", "fri 19:00".')]
Trigger = Annotated[
    list[str] | None, typer.Option(metavar="TEXT", help="What came before it; may be repeated.")
]
Note = Annotated[
    str | None, typer.Option(metavar="TEXT", help="A note to yourself; - reads it from stdin.")
]
Number = Annotated[str, typer.Argument(metavar="ID", help="Its number.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def log(
    ctx: typer.Context, *, at: At = None, trigger: Trigger = None, note: Note = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Log a lapse. It is kept first; then it says what helps, and asks if you like."""
    from recoverplan.cli.lapse_talk import afterwards

    session = begin(ctx)
    lapse = Lapse(
        at=session.now.astimezone(UTC) if at is None else past_moment(at, session.now),
        zone=session.zone.key,
        triggers=several(trigger or ()),
        note=None if note is None else clean_note(from_stdin(note)) or None,
        created=session.now.astimezone(UTC),
    )
    lapse = keep_new(lapse, session)
    emit_lapse(lapse, f"Logged: {when_of(lapse, session)}.", session, json=json)
    given = any(one is not None for one in (at, trigger, note))
    afterwards(lapse, session, asks=can_ask() and not given and not json, json=json)


@app.command("list")
def list_lapses(ctx: typer.Context, json: Json = False) -> None:
    """List the lapses you logged, oldest first."""
    session = begin(ctx)
    lapses = sorted(load(session), key=lambda lapse: (lapse.at, lapse.id))

    def document() -> dict[str, Any]:
        return {
            "schema": "recoverplan/lapses/1",
            "lapses": [record(one, session) for one in lapses],
        }

    rows = [lapse_row(lapse, when_of(lapse, session)) for lapse in lapses]
    emit_list("Lapses", rows, (words.NONE_LOGGED,), session, document if json else None)


@app.command()
def show(ctx: typer.Context, number: Number, json: Json = False) -> None:
    """Show one lapse."""
    session = begin(ctx)
    lapse = which(load(session), number)

    def document() -> dict[str, Any]:
        return {"schema": "recoverplan/lapse/1", "lapse": record(lapse, session)}

    facts = list(lapse_facts(lapse, session.zone))
    emit_facts(when_of(lapse, session), facts, session, document if json else None)


@app.command()
def edit(
    ctx: typer.Context, number: Number, *, at: At = None, trigger: Trigger = None,
    note: Note = None, json: Json = False,
) -> None:  # fmt: skip
    """Change a log; an empty text takes an answer back."""
    session = begin(ctx)
    something_given([at, trigger, note], "--at, --trigger, --note")
    given: dict[str, Any] = {}
    if at is not None:
        given |= {"at": past_moment(at, session.now), "zone": session.zone.key}
    if trigger is not None:
        given["triggers"] = several(trigger)
    if note is not None:
        given["note"] = clean_note(from_stdin(note)) or None if note else None
    lapse = keep_changed(which(load(session), number), session, **given)
    emit_lapse(lapse, f"Changed: {when_of(lapse, session)}.", session, json=json)


@app.command()
def remove(
    ctx: typer.Context,
    number: Number,
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
    json: Json = False,
) -> None:
    """Remove a log."""
    session = begin(ctx)
    lapse = which(load(session), number)
    when = when_of(lapse, session)
    if not agreed(f"Remove the log of {when}?", session, yes=yes):
        return
    with changing(session) as store:
        lapse_store.remove(store, lapse.id)
        store.did("removed the log of a lapse")
    emit_lapse(lapse, f"Removed the log of {when}.", session, json=json)


def load(session: Session) -> tuple[Lapse, ...]:
    """Load all lapses."""
    with reading(session.home) as store:
        return () if store is None else lapse_store.load_all(store)


def which(lapses: Sequence[Lapse], wanted: str) -> Lapse:
    """Return the lapse with this number. Raises NotFoundError."""
    digits = clean(wanted).removeprefix("#")
    for lapse in lapses:
        if digits == str(lapse.id):
            return lapse
    message = f'No lapse has the number "{clean(wanted)}".'
    raise NotFoundError(message, "See the numbers: recoverplan lapse list")


def past_moment(typed: str, now: datetime) -> datetime:
    """Return the instant (UTC) of something that has been. Raises UsageError for a future one."""
    at = understand_moment(typed, now).astimezone(UTC)
    if at > now.astimezone(UTC):
        message = f'"{clean(typed)}" is still to come; a log is of what has been.'
        raise UsageError(message, 'Type when it was, like "yesterday 7pm" or "fri 19:00".')
    return at


def keep_new(lapse: Lapse, session: Session) -> Lapse:
    """Keep a new lapse and return it with its number."""
    with writing(session.home, session.now) as store:
        lapse = lapse_store.add(store, lapse)
        store.did("logged a lapse")
    return lapse


def keep_changed(lapse: Lapse, session: Session, **fields: Any) -> Lapse:
    """Keep the lapse with these fields changed, and return it."""
    changed = replace(lapse, **fields)
    with changing(session) as store:
        lapse_store.save(store, changed)
        store.did("changed the log of a lapse")
    return changed


def when_of(lapse: Lapse, session: Session) -> str:
    """Say when a lapse was, in the person's zone and clock style."""
    return when_said(lapse.at, session.zone, session.now.date(), clock24=session.clock24)


def record(lapse: Lapse, session: Session) -> dict[str, object]:
    """Return the JSON record of a lapse."""
    from recoverplan.writers.records.lapse import lapse_record

    return lapse_record(lapse, session.zone)


def emit_lapse(lapse: Lapse, first: str, session: Session, *, json: bool) -> None:
    """Print what was written: a sentence, or the record alone."""
    emit_written(lambda: record(lapse, session), [first], session, json=json)
