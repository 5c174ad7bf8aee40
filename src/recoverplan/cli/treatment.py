"""`recoverplan treatment`: appointments, programs and medicine in the week. It covers nothing."""

from datetime import UTC
from typing import Any

from recoverplan.cli.asking import choose
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import (
    ask_name,
    ask_times,
    hours_of,
    hours_said,
    read_pause,
    read_times,
    said,
    typed_again,
)
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import (
    TEXT,
    Json,
    Reads,
    TypedOptions,
    Yes,
    asked,
    fields_of,
    one_of,
    something_given,
)
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import Record, changing
from recoverplan.data import synonyms
from recoverplan.domain.saying import medium_day
from recoverplan.domain.treatment import KINDS, MEDICINE, Treatment
from recoverplan.errors import UsageError
from recoverplan.store.tables import treatments
from recoverplan.words import lived as words
from recoverplan.writers.rows import Fact, Row

app = App(no_args_is_help=True)

Name = Annotated[str, Argument(metavar="LABEL", help="Its label or number.")]


def record(treatment: Treatment, session: Session) -> Record:
    """Return the JSON record of one: its phrases can be typed again."""
    from recoverplan.writers.records.noun import record_of

    return record_of(typed_again(treatment, session), session.zone)


TREATMENT = Noun(table=treatments, word="treatment", name=lambda one: one.label, record=record)


def kind_of(option: str, typed: str) -> str:
    """Return a kind; the American spelling does as well. Raises UsageError."""
    spelled = "programme" if typed.strip().casefold() == "program" else typed
    found: str = one_of(KINDS).value(option, spelled)
    return found


class Options(TypedOptions):
    """The options as typed; None: not given, "": to be taken away."""

    when: Annotated[
        list[str] | None, Option(metavar="PHRASE", help='When: "sat 10am", "daily 8am".')
    ] = None
    kind: Annotated[
        str | None,
        Option(metavar="KIND", help="appointment, program or medicine."),
        Reads(kind_of),
    ] = None
    where: Annotated[str | None, Option(metavar="TEXT", help="Where it is."), TEXT] = None
    call: Annotated[str | None, Option(metavar="N", help="The number to call there."), TEXT] = None


@app.command()
def add(
    ctx: Context,
    label: Annotated[
        str, Argument(metavar="LABEL", help="What you call it; - reads it from stdin.")
    ] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add treatment: when it is, and where. No doses, please."""
    session = begin(ctx)
    asks = can_ask()
    called = label or (ask_name(words.TREATMENT_WHAT, TREATMENT, "treatment", session) or "")
    if not called and asks:
        return
    if not called:
        raise UsageError(words.SAY_WHAT_IT_IS, words.NO_TREATMENTS[1])
    called = name_of(called, "treatment")
    understood = read_times(options.when, session)
    if not understood and asks:
        ask_times(words.TREATMENT_WHEN, session, understood)
    if not understood:
        message = words.SAY_WHEN_IT_IS.format(label=called)
        raise UsageError(message, 'Like --when "sat 10am".')
    given = fields_of(options)
    one = Treatment(
        label=called,
        hours=hours_of(understood),
        zone=session.zone.key,
        created=session.now.astimezone(UTC),
        **given,
    )
    one = TREATMENT.keep(one, session)
    if asks and not label and not options.any:
        one = TREATMENT.ask(one, session, ask_kind, ask_where, ask_call)
    lines = [f"Added {one.label}.", *said(understood, session), *about(one)]
    TREATMENT.emit(one, lines, session, json=json)


def ask_kind(one: Treatment) -> dict[str, Any]:
    """Ask for its kind, the usual one by Enter."""
    kinds = words.TREATMENT_KINDS
    kind = choose(words.TREATMENT_KIND, kinds, default=one.kind, also=synonyms.TREATMENTS)
    return {"kind": kind} if kind else {}


def ask_where(_: Treatment) -> dict[str, Any]:
    """Ask where the treatment takes place; that may stay open."""
    return {"where": asked(Options, "where", words.TREATMENT_WHERE)}


def ask_call(_: Treatment) -> dict[str, Any]:
    """Ask for the number to call there."""
    return {"call": asked(Options, "call", words.TREATMENT_CALL)}


def about(one: Treatment) -> list[str]:
    """Return what is said of medicine whenever it is entered or shown."""
    return [words.SKIPPED_DAY] if one.kind == MEDICINE else []


@app.command("list")
def list_treatments(ctx: Context, json: Json = False) -> None:
    """List your treatment."""
    session = begin(ctx)

    def row(one: Treatment) -> Row:
        facts = [one.kind, hours_said(one.hours, clock24=session.clock24)]
        return Row(one.id, one.label, [*facts, *filter(None, (one.where, paused(one, session)))])

    found = TREATMENT.load(session)
    TREATMENT.emit_list(words.TREATMENTS, found, row, words.NO_TREATMENTS, session, json=json)


@app.command()
def show(ctx: Context, label: Name, json: Json = False) -> None:
    """Show one: when, where, whom to ask about it."""
    session = begin(ctx)
    one = TREATMENT.which(TREATMENT.load(session), label)
    facts: dict[str, Any] = {
        "Kind": one.kind,
        "When": hours_said(one.hours, clock24=session.clock24),
        "Where": one.where,
        "Call": one.call,
        "Paused": paused(one, session),
        "Ask": words.SKIPPED_DAY if one.kind == MEDICINE else None,
        "Number": str(one.id),
    }
    shown = [Fact(name, text) for name, text in facts.items() if text]
    TREATMENT.emit_one(one.label, one, shown, session, json=json)


def paused(one: Treatment, session: Session) -> str:
    """Return that one is paused, and until when; "" where it is not."""
    until = one.paused_until
    if one.paused_from is None or (until is not None and until < session.now.date()):
        return ""
    return f"paused through {medium_day(until)}" if until else "paused"


@app.command()
def edit(
    ctx: Context,
    label: Name,
    *,
    name: Annotated[
        str | None, Option("--label", "--name", metavar="TEXT", help="Another label.")
    ] = None,
    options: Options,
    json: Json = False,
) -> None:
    """Change one. Times are replaced as a whole; "" takes other things away."""
    session = begin(ctx)
    something_given(options, label=name)
    given = fields_of(options)
    if name is not None:
        given["label"] = name_of(name, "treatment")
    understood = read_times(options.when, session)
    if options.when is not None and not understood:
        raise UsageError(words.HAS_A_TIME, 'Like --when "sat 10am".')
    if understood:
        given |= {"hours": hours_of(understood), "zone": session.zone.key}
    with changing(session) as store:
        one = TREATMENT.change(store, label, given)
    lines = [f"Changed {one.label}.", *said(understood, session), *about(one)]
    TREATMENT.emit(one, lines, session, json=json)


@app.command()
def pause(
    ctx: Context,
    label: Name,
    until: Annotated[
        str | None, Option(metavar="DATE", help="On again after this day; else until --end.")
    ] = None,
    end: Annotated[bool, Option("--end", help="It is on again.")] = False,
    json: Json = False,
) -> None:
    """Pause one, or end its pause."""
    session = begin(ctx)
    fields = read_pause(until, session, end=end)
    with changing(session) as store:
        did = words.ENDED_PAUSE if end else words.BEGAN_PAUSE
        one = TREATMENT.change(store, label, fields, did)
    through = f" through {medium_day(one.paused_until)}" if one.paused_until else ""
    line = words.ON_AGAIN.format(label=one.label) if end else f"Paused {one.label}{through}."
    TREATMENT.emit(one, [line, *about(one)], session, json=json)


@app.command()
def remove(ctx: Context, label: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove one."""
    TREATMENT.take_away(label, begin(ctx), yes=yes, json=json, also=about)
