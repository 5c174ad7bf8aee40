"""`recoverplan lapse`: logging a lapse, and looking back at what came before it."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli.fields import from_stdin, several
from recoverplan.cli.lapse_keep import emit_lapse, keep, keep_first, load, record, when_of
from recoverplan.cli.logs import numbered, past_moment
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import begin
from recoverplan.cli.written import agreed, changing, emit_facts, emit_list, something_given
from recoverplan.domain.lapse import Lapse
from recoverplan.domain.text import clean_note
from recoverplan.store import lapses as lapse_store
from recoverplan.value import replace
from recoverplan.words import lapse as words
from recoverplan.writers.plain.lapse import lapse_facts, lapse_row

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

At = Annotated[str | None, typer.Option(metavar="WHEN", help='When: "yesterday 7pm", "fri 19:00".')]
Trigger = Annotated[
    list[str] | None, typer.Option(metavar="TEXT", help="What came before it; may be repeated.")
]
Note = Annotated[
    str | None, typer.Option(metavar="TEXT", help="A note to yourself; - reads it from stdin.")
]
Number = Annotated[str, typer.Argument(metavar="ID", help="Its number, or last.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def log(
    ctx: typer.Context, *, at: At = None, trigger: Trigger = None, note: Note = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Log a lapse. It is kept first; then it says what helps, and asks if you like."""
    from recoverplan.cli.lapse_talk import afterwards, afterwards_on_stderr, is_safe

    session = begin(ctx)
    lapse = Lapse(
        at=session.now.astimezone(UTC) if at is None else past_moment(at, session),
        zone=session.zone.key,
        triggers=several(trigger or ()),
        note=None if note is None else clean_note(from_stdin(note)) or None,
        created=session.now.astimezone(UTC),
    )
    lapse, step = keep_first(lapse, session)
    emit_lapse(lapse, words.LOGGED.format(when=when_of(lapse, session)), session, json=json)
    given = any(one is not None for one in (at, trigger, note))
    if json:
        afterwards_on_stderr(lapse, session)
    elif is_safe(session):
        afterwards(lapse, session, step if can_ask() and not given else None)


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
    lapse = numbered(load(session), number, "lapse")

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
        given |= {"at": past_moment(at, session), "zone": session.zone.key}
    if trigger is not None:
        given["triggers"] = several(trigger)
    if note is not None:
        given["note"] = clean_note(from_stdin(note)) or None if note else None
    lapse = replace(numbered(load(session), number, "lapse"), **given)
    keep(lapse, session)
    emit_lapse(lapse, words.CHANGED.format(when=when_of(lapse, session)), session, json=json)


@app.command()
def remove(
    ctx: typer.Context,
    number: Number,
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
    json: Json = False,
) -> None:
    """Remove a log."""
    session = begin(ctx)
    lapse = numbered(load(session), number, "lapse")
    when = when_of(lapse, session)
    if not agreed(f"Remove the log of {when}?", session, yes=yes):
        return
    with changing(session) as store:
        lapse_store.remove(store, lapse.id)
        store.did("removed the log of a lapse")
    emit_lapse(lapse, f"Removed the log of {when}.", session, json=json)
