"""`recoverplan risk`: hard hours, when they are and what helps."""

from datetime import UTC

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import kept, settle_hours
from recoverplan.cli.options import (
    TEXTS,
    Json,
    TypedOptions,
    Yes,
    alone,
    fields_of,
    one_of,
    something_given,
)
from recoverplan.cli.output import can_ask
from recoverplan.cli.risk_keep import (
    NOUN,
    RISK,
    asked_for,
    contact_names,
    emit_risk,
    if_thens,
    joined,
    keep_new,
    load,
    not_asked,
    phrase_for,
    prepared_for,
    read_preparations,
    recorder,
    run,
    shown,
)
from recoverplan.cli.session import begin
from recoverplan.cli.written import changing
from recoverplan.domain.risk import LEVELS, RiskWindow
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import lived
from recoverplan.words import plan as words
from recoverplan.writers.plain.risk import risk_facts, risk_row

app = App(no_args_is_help=True)

EMPTY = (
    words.NO_HOURS,
    words.ADD_HOURS,
)
Name = Annotated[str, Argument(metavar="LABEL", help="Its label or number.")]
Level = Annotated[str | None, Option(metavar="LEVEL", help="low, medium or high."), one_of(LEVELS)]


class Options(TypedOptions):
    """The options as typed; None: not given, "": to be taken away."""

    when: Annotated[
        list[str] | None, Option(metavar="PHRASE", help='When: "mon-thu 9pm-midnight".')
    ] = None
    level: Level = None
    trigger: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help="Why it is hard; may be repeated."),
        TEXTS,
    ] = None
    step: Annotated[
        list[str] | None,
        Option("--step", metavar="TEXT", help="Something to do then; may be repeated."),
        TEXTS,
    ] = None
    if_: Annotated[
        list[str] | None,
        Option("--if", metavar="TEXT", help="What happens; goes with --then."),
    ] = None
    then: Annotated[list[str] | None, Option("--then", metavar="TEXT", help="What I do then.")] = (
        None
    )
    prepare: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help='Before it: "1 day: card to Dana"; may be repeated.'),
        alone(read_preparations),
    ] = None


class EditOptions(Options):
    """The options of a change: also who is asked then."""

    check_in: Annotated[
        str | None, Option(metavar="NAME", help="Always check in with this contact.")
    ] = None
    no_check_in: Annotated[
        bool | None,
        Option("--no-check-in", help="Ask nobody for these hours.", show_default=False),
    ] = None


class Sheet(TypedOptions):
    """A sheet to print, as it is asked for: the file and the paper as typed, "" for none."""

    pdf: Annotated[str, Option("--pdf", metavar="FILE", help="A sheet to print.")] = ""
    paper: Annotated[
        str, Option("--paper", metavar="SIZE", help="a4 or letter; your region's if not.")
    ] = ""
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False


@app.command()
def add(
    ctx: Context,
    label: Annotated[
        str,
        Argument(
            metavar="LABEL", help="Nights, weekends, payday, or your words; - reads it from stdin."
        ),
    ] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add hard hours. Nights and weekends need no --when; on a terminal it asks."""
    session = begin(ctx)
    if not label and can_ask():
        from recoverplan.cli.risk_talk import ask_risk

        asked = ask_risk(session)
        if asked is not None:
            risk, understood = asked
            keep_new(prepared_for(risk), understood, session, json=json)
        return
    if not label:
        raise UsageError(words.CALL_HOURS, words.LIKE_HOURS)
    called = RISK.free(name_of(label, NOUN), RISK.load(session))
    given = fields_of(options)
    pairs = if_thens(options.if_, options.then)
    understood = settle_hours(phrase_for(called, options.when, session), session)
    risk = RiskWindow(
        label=called,
        hours=kept(understood),
        if_thens=pairs or (),
        created=session.now.astimezone(UTC),
    )
    keep_new(replace(risk, **given), understood, session, json=json)


@app.command("list")
def list_risks(ctx: Context, json: Json = False) -> None:
    """List your hard hours."""
    session = begin(ctx)
    risks, names = load(session)
    RISK.emit_list(
        "Hard hours",
        risks,
        lambda risk: risk_row(risk, clock24=session.clock24),
        EMPTY,
        session,
        json=json,
        record=recorder(names, session),
    )


@app.command()
def show(ctx: Context, label: Name, json: Json = False) -> None:
    """Show one: when, why it is hard, what helps."""
    session = begin(ctx)
    risks, names = load(session)
    risk = RISK.which(risks, label)
    facts = risk_facts(shown(risk, session), names, clock24=session.clock24)
    record = recorder(names, session)
    RISK.emit_one(risk.label, risk, facts, session, json=json, record=record)


@app.command()
def edit(
    ctx: Context,
    label: Name,
    *,
    name: Annotated[
        str | None, Option("--label", "--name", metavar="TEXT", help="Another label.")
    ] = None,
    options: EditOptions,
    json: Json = False,
) -> None:
    """Change hard hours. What repeats is replaced as a whole; "" takes it away."""
    session = begin(ctx)
    something_given(options, label=name)
    if options.check_in and options.no_check_in:
        raise UsageError(lived.NOT_BOTH.format(one="--check-in", other="--no-check-in"))
    given = fields_of(options)
    if name is not None:
        given["label"] = name_of(name, NOUN)
    pairs = if_thens(options.if_, options.then)
    if pairs is not None:
        given["if_thens"] = pairs
    if options.no_check_in:
        given |= {"no_check_in": True, "check_in": None}
    risks = RISK.load(session)
    old = RISK.which(risks, label)  # before anything is asked about
    if name is not None:
        RISK.free(given["label"], risks, but=old.id)
    when = options.when
    understood = [] if when is None else [settle_hours(joined(when), session)]
    for one in understood:
        given["hours"] = kept(one)
    with changing(session) as store:
        if options.check_in is not None:
            given |= {"no_check_in": False, "check_in": asked_for(options.check_in, store)}
        risk = RISK.change(store, label, given)
        names = contact_names(store)
        notes = not_asked(risk, store, session) if options.check_in is not None else []
    first = words.CHANGED_HOURS.format(label=risk.label)
    emit_risk(risk, names, first, session, understood, rehearse=pairs or (), notes=notes, json=json)


@app.command()
def done(
    ctx: Context,
    label: Name,
    number: Annotated[
        str, Argument(metavar="N", help="Which of what is left; 1 is the next.")
    ] = "1",
    json: Json = False,
) -> None:
    """Say that something is prepared for the next of these hours."""
    run(begin(ctx), label, number, json=json)


@app.command("map")
def map_week(
    ctx: Context,
    *,
    blank: Annotated[bool, Option("--blank", help="An empty one, to fill in by hand.")] = False,
    sheet: Sheet,
    json: Json = False,
) -> None:
    """Show the week hour by hour: how hard, and when somebody is there."""
    from recoverplan.cli.week_map import show as show_map

    show_map(begin(ctx), sheet, blank=blank, as_json=json)


@app.command()
def suggest(
    ctx: Context,
    *,
    add_: Annotated[
        str | None, Option("--add", metavar="N", help="Make hard hours of suggestion N.")
    ] = None,
    label: Annotated[
        str | None, Option(metavar="TEXT", help="What to call them, with --add.")
    ] = None,
    level: Level = None,
    json: Json = False,
) -> None:
    """Show hours in which logged urges and lapses gather, with no hard hours yet."""
    from recoverplan.cli import risk_suggest

    session = begin(ctx)
    if add_ is None:
        risk_suggest.refuse_alone(label, level)
        risk_suggest.show(session, as_json=json)
    else:
        risk_suggest.add(session, add_, label, level, json=json)


@app.command()
def remove(ctx: Context, label: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove hard hours."""
    session = begin(ctx)
    risks, names = load(session)
    risk = RISK.which(risks, label)
    if RISK.remove(risk, words.REMOVE_HOURS.format(label=risk.label), session, yes=yes):
        emit_risk(risk, names, words.REMOVED_HOURS.format(label=risk.label), session, [], json=json)
