"""`recoverplan urge`: noting urges, and looking back at them."""

from datetime import UTC
from functools import partial

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.nouns import numbered
from recoverplan.cli.options import Json, Yes, something_given
from recoverplan.cli.output import can_ask
from recoverplan.cli.report import Page
from recoverplan.cli.session import begin
from recoverplan.cli.urge_keep import (
    URGE,
    Options,
    changed,
    emit_changed,
    emit_logged,
    load,
    read_options,
    talk,
    when_said,
)
from recoverplan.cli.written import changing
from recoverplan.domain.naming import folded
from recoverplan.domain.urge import Urge
from recoverplan.value import replace
from recoverplan.words import urge as words
from recoverplan.writers.plain.urge import urge_facts, urge_row, when_of
from recoverplan.writers.rows import Row

app = App(no_args_is_help=True)

From = Annotated[str | None, Option("--from", metavar="DATE", help="Only from this day on.")]
Number = Annotated[str, Argument(metavar="ID", help="Its number, or last: the one noted last.")]


@app.command()
def log(
    ctx: Context,
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Note an urge; on a terminal it asks what no option says."""
    session = begin(ctx)
    fields = read_options(options, session)
    now = session.now.astimezone(UTC)
    urge = replace(Urge(at=now, zone=session.zone.key, created=now), **fields)
    asks = can_ask() and not fields.keys() - {"at", "rough"} and not json
    urge = talk(urge, session) if asks else URGE.keep(urge, session)
    emit_logged(urge, session, json=json, asked=asks)


@app.command("list")
def list_urges(
    ctx: Context,
    *,
    trigger: Annotated[
        str | None, Option(metavar="TEXT", help="Only those that this set off.")
    ] = None,
    from_: From = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="Only until this day, included.")
    ] = None,
    json: Json = False,
) -> None:
    """List the urges you noted, oldest first."""
    from recoverplan.domain.moment import understand_day
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

    empty = (words.NONE_THERE,) if every else (words.NONE_YET, words.HOW_TO_LOG)

    when = partial(when_of, zone=session.zone, today=session.now.date(), clock24=session.clock24)

    def row(urge: Urge) -> Row:
        return urge_row(urge, when(urge))

    URGE.emit_list("Urges", urges, row, empty, session, json=json)


@app.command()
def show(ctx: Context, number: Number, json: Json = False) -> None:
    """Show one urge."""
    session = begin(ctx)
    urge = numbered(load(session), number, "urge")
    URGE.emit_one(when_said(urge, session), urge, urge_facts(urge), session, json=json)


@app.command()
def edit(
    ctx: Context,
    number: Number,
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Change a log, or add to it; an empty text takes an answer back."""
    session = begin(ctx)
    something_given(options)
    fields = read_options(options, session)
    with changing(session) as store:
        urge = changed(numbered(URGE.table.load_all(store), number, "urge"), fields, session)
        URGE.table.save(store, urge)
        store.did(words.DID_CHANGE)
    emit_changed(urge, words.CHANGED, session, json=json)


@app.command()
def remove(
    ctx: Context,
    number: Number,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Remove a log."""
    session = begin(ctx)
    urge = numbered(load(session), number, "urge")
    when = when_said(urge, session)
    question, did = words.REMOVE.format(when=when), words.DID_REMOVE
    if URGE.remove(urge, question, session, yes=yes, did=did):
        emit_changed(urge, words.REMOVED, session, json=json)


@app.command()
def chart(
    ctx: Context,
    *,
    days: Annotated[str | None, Option(metavar="N", help="How many days; 90 unless said.")] = None,
    from_: From = None,
    page: Page,
    json: Json = False,
) -> None:
    """Show when urges come, what sets them off, and what you did."""
    from recoverplan.cli.urge_chart import EXAMPLE, chart_page, show_chart

    parts = page.parts(EXAMPLE)
    if page.wanted:
        chart_page(begin(ctx), days, from_, page, parts, as_json=json)
    else:
        show_chart(begin(ctx), days, from_, as_json=json)
