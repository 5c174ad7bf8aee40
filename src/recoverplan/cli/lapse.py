"""`recoverplan lapse`: logging a lapse, and looking back at what came before it."""

from datetime import UTC
from typing import Any

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.lapse_talk import (
    LAPSE,
    afterwards,
    afterwards_on_stderr,
    emit_lapse,
    is_safe,
    keep_first,
    when_of,
)
from recoverplan.cli.nouns import numbered
from recoverplan.cli.options import (
    TEXTS,
    At,
    Json,
    Note,
    TypedOptions,
    Yes,
    fields_of,
    something_given,
)
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import changing
from recoverplan.domain.urge import Lapse
from recoverplan.value import replace
from recoverplan.words import lapse as words
from recoverplan.writers.plain.lapse import lapse_facts, lapse_row
from recoverplan.writers.rows import Row

app = App(no_args_is_help=True)

Number = Annotated[str, Argument(metavar="ID", help="Its number, or last.")]


class Options(TypedOptions):
    """The options as typed; None: not given, "": an answer to be taken back."""

    at: At = None
    trigger: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help="What came before it; may be repeated."),
        TEXTS,
    ] = None
    note: Note = None


def read_options(options: Options, session: Session) -> dict[str, Any]:
    """Return the fields of Lapse that were typed. Raises UsageError."""
    given = fields_of(options)
    if options.at is None:
        return given
    from recoverplan.cli.moments import when_fields

    return given | when_fields(options.at, session) | {"zone": session.zone.key}


@app.command()
def log(ctx: Context, *, options: Options, json: Json = False) -> None:
    """Log a lapse. It is kept first; then it says what helps, and asks if you like."""
    session = begin(ctx)
    now = session.now.astimezone(UTC)
    lapse = Lapse(at=now, zone=session.zone.key, created=now)
    lapse = replace(lapse, **read_options(options, session))
    lapse = keep_first(lapse, session)
    emit_lapse(lapse, words.LOGGED.format(when=when_of(lapse, session)), session, json=json)
    if json:
        afterwards_on_stderr(lapse, session)
    elif is_safe(session):
        afterwards(lapse, session, asks=can_ask() and not options.any)


@app.command("list")
def list_lapses(ctx: Context, json: Json = False) -> None:
    """List the lapses you logged, oldest first."""
    session = begin(ctx)
    lapses = sorted(LAPSE.load(session), key=lambda lapse: (lapse.at, lapse.id))

    def row(lapse: Lapse) -> Row:
        return lapse_row(lapse, when_of(lapse, session))

    LAPSE.emit_list("Lapses", lapses, row, (words.NONE_LOGGED,), session, json=json)


@app.command()
def show(ctx: Context, number: Number, json: Json = False) -> None:
    """Show one lapse."""
    session = begin(ctx)
    lapse = numbered(LAPSE.load(session), number, "lapse")
    facts = lapse_facts(lapse, session.zone)
    LAPSE.emit_one(when_of(lapse, session), lapse, facts, session, json=json)


@app.command()
def edit(ctx: Context, number: Number, *, options: Options, json: Json = False) -> None:
    """Change a log; an empty text takes an answer back."""
    session = begin(ctx)
    something_given(options)
    given = read_options(options, session)
    lapse = replace(numbered(LAPSE.load(session), number, "lapse"), **given)
    with changing(session) as store:
        LAPSE.table.save(store, lapse)
        store.did(words.DID_CHANGE)
    emit_lapse(lapse, words.CHANGED.format(when=when_of(lapse, session)), session, json=json)


@app.command()
def remove(
    ctx: Context,
    number: Number,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Remove a log."""
    session = begin(ctx)
    lapse = numbered(LAPSE.load(session), number, "lapse")
    when = when_of(lapse, session)
    question, did = words.REMOVE.format(when=when), words.DID_REMOVE
    if LAPSE.remove(lapse, question, session, yes=yes, did=did):
        emit_lapse(lapse, words.REMOVED.format(when=when), session, json=json)
