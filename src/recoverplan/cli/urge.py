"""`recoverplan urge`: noting urges, and looking back at them."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli.logs import numbered
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import begin
from recoverplan.cli.urge_keep import (
    changed,
    emit_changed,
    emit_logged,
    keep,
    load,
    read_options,
    record,
    when_said,
)
from recoverplan.cli.written import agreed, changing, emit_facts, emit_list, something_given
from recoverplan.domain.moment import understand_day
from recoverplan.domain.naming import folded
from recoverplan.domain.urge import Urge
from recoverplan.store import urges as urge_store
from recoverplan.value import replace
from recoverplan.words import urge as words
from recoverplan.writers.plain.urge import urge_facts, urge_row

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

EDIT_OPTIONS = "--strength, --trigger, --did, --after, --at, --note"

Strength = Annotated[str | None, typer.Option(metavar="0-10", help="How strong it was.")]
Trigger = Annotated[
    list[str] | None, typer.Option(metavar="TEXT", help="What set it off; may be repeated.")
]
Did = Annotated[str | None, typer.Option(metavar="TEXT", help="What you did about it.")]
After = Annotated[str | None, typer.Option(metavar="0-10", help="How strong afterwards.")]
At = Annotated[str | None, typer.Option(metavar="WHEN", help='When: "yesterday 7pm", "fri 19:00".')]
Note = Annotated[
    str | None, typer.Option(metavar="TEXT", help="A note to yourself; - reads it from stdin.")
]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Only from this day on.")]
Number = Annotated[
    str, typer.Argument(metavar="ID", help="Its number, or last: the one noted last.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def log(
    ctx: typer.Context,
    *,
    strength: Strength = None,
    trigger: Trigger = None,
    did: Did = None,
    after: After = None,
    at: At = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """Note an urge; on a terminal it asks what no option says."""
    session = begin(ctx)
    fields = read_options(
        {"strength": strength, "trigger": trigger, "did": did, "after": after, "at": at}
        | {"note": note},
        session,
    )
    now = session.now.astimezone(UTC)
    urge = replace(Urge(at=now, zone=session.zone.key, created=now), **fields)
    asks = can_ask() and not fields.keys() - {"at"} and not json
    if asks:
        from recoverplan.cli.urge_talk import talk

        urge = talk(urge, session)
    else:
        urge, _ = keep(urge, session)
    emit_logged(urge, session, json=json, asked=asks)


@app.command("list")
def list_urges(
    ctx: typer.Context,
    *,
    trigger: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only those that this set off.")
    ] = None,
    from_: From = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only until this day, included.")
    ] = None,
    json: Json = False,
) -> None:
    """List the urges you noted, oldest first."""
    from recoverplan.domain.urge_chart import day_of

    session = begin(ctx)
    first = None if from_ is None else understand_day(from_, session.now)
    last = None if until is None else understand_day(until, session.now)
    tag = None if trigger is None else folded(trigger)
    every = load(session)
    urges = [
        urge
        for urge in every
        if (tag is None or tag in map(folded, urge.triggers))
        and (first is None or day_of(urge) >= first)
        and (last is None or day_of(urge) <= last)
    ]

    def document() -> dict[str, Any]:
        return {"schema": "recoverplan/urges/1", "urges": [record(one, session) for one in urges]}

    rows = [urge_row(urge, when_said(urge, session)) for urge in urges]
    empty = (words.NONE_THERE,) if every else (words.NONE_YET, words.HOW_TO_LOG)
    emit_list("Urges", rows, empty, session, document if json else None)


@app.command()
def show(ctx: typer.Context, number: Number, json: Json = False) -> None:
    """Show one urge."""
    session = begin(ctx)
    urge = numbered(load(session), number, "urge")

    def document() -> dict[str, Any]:
        return {"schema": "recoverplan/urge/1", "urge": record(urge, session)}

    emit_facts(
        when_said(urge, session), list(urge_facts(urge)), session, document if json else None
    )


@app.command()
def edit(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    number: Number,
    *,
    strength: Strength = None,
    trigger: Trigger = None,
    did: Did = None,
    after: After = None,
    at: At = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """Change a log, or add to it; an empty text takes an answer back."""
    session = begin(ctx)
    something_given([strength, trigger, did, after, at, note], EDIT_OPTIONS)
    fields = read_options(
        {"strength": strength, "trigger": trigger, "did": did, "after": after, "at": at}
        | {"note": note},
        session,
    )
    with changing(session) as store:
        urge = changed(numbered(urge_store.load_all(store), number, "urge"), fields, session)
        urge_store.save(store, urge)
        store.did("changed the log of an urge")
    emit_changed(urge, words.CHANGED, session, json=json)


@app.command()
def remove(
    ctx: typer.Context,
    number: Number,
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
    json: Json = False,
) -> None:
    """Remove a log."""
    session = begin(ctx)
    urge = numbered(load(session), number, "urge")
    when = when_said(urge, session)
    if not agreed(f"Remove the urge of {when}?", session, yes=yes):
        return
    with changing(session) as store:
        urge_store.remove(store, urge.id)
        store.did("removed the log of an urge")
    emit_changed(urge, words.REMOVED, session, json=json)


@app.command()
def chart(
    ctx: typer.Context,
    *,
    days: Annotated[
        str | None, typer.Option(metavar="N", help="How many days; 90 unless said.")
    ] = None,
    from_: From = None,
    json: Json = False,
) -> None:
    """Show when urges come, what sets them off, and what you did."""
    from recoverplan.cli.urge_chart import show_chart

    show_chart(begin(ctx), days, from_, as_json=json)
