"""`recoverplan risk`: hard hours, when they are and what helps."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli.fields import choice, name_of, several
from recoverplan.cli.hours import kept, settle_hours
from recoverplan.cli.output import can_ask
from recoverplan.cli.risk_keep import (
    NOUN,
    asked_for,
    contact_names,
    emit_risk,
    free_label,
    if_thens,
    joined,
    keep_new,
    load,
    not_asked,
    phrase_for,
    shown,
    which,
)
from recoverplan.cli.session import begin
from recoverplan.cli.written import (
    agreed,
    changing,
    emit_facts,
    emit_list,
    something_given,
)
from recoverplan.domain.risk import LEVELS, RiskWindow
from recoverplan.errors import UsageError
from recoverplan.store import risks as risk_store
from recoverplan.value import replace
from recoverplan.writers.plain.risk import risk_facts, risk_row

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

EMPTY = (
    "No hard hours yet.",
    'Add some: recoverplan risk add "Nights alone" --when "mon-thu 9pm-midnight"',
)
EDIT_OPTIONS = (
    "--label, --when, --level, --trigger, --step, --if, --then, --check-in, --no-check-in"
)

Name = Annotated[str, typer.Argument(metavar="LABEL", help="Its label or number.")]
When = Annotated[
    list[str] | None, typer.Option(metavar="PHRASE", help='When: "mon-thu 9pm-midnight".')
]
Level = Annotated[str | None, typer.Option(metavar="LEVEL", help="low, medium or high.")]
Trigger = Annotated[
    list[str] | None, typer.Option(metavar="TEXT", help="Why it is hard; may be repeated.")
]
Steps = Annotated[
    list[str] | None,
    typer.Option("--step", metavar="TEXT", help="Something to do then; may be repeated."),
]
If = Annotated[
    list[str] | None,
    typer.Option("--if", metavar="TEXT", help="What happens; goes with --then."),
]
Then = Annotated[list[str] | None, typer.Option("--then", metavar="TEXT", help="What I do then.")]
Yes = Annotated[bool, typer.Option("--yes", help="Remove without asking.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def add(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    label: Annotated[
        str,
        typer.Argument(
            metavar="LABEL", help="Nights, weekends, payday, or your words; - reads it from stdin."
        ),
    ] = "",
    *,
    when: When = None,
    level: Level = None,
    trigger: Trigger = None,
    step: Steps = None,
    if_: If = None,
    then: Then = None,
    json: Json = False,
) -> None:
    """Add hard hours. Nights and weekends need no --when; on a terminal it asks."""
    session = begin(ctx)
    if not label and can_ask():
        from recoverplan.cli.conversation import ask_risk

        asked = ask_risk(session)
        if asked is not None:
            keep_new(*asked, session, json=json)
        return
    if not label:
        raise UsageError(
            "Say what you call these hours.",
            'For example: recoverplan risk add "Nights alone" --when "mon-thu 9pm-midnight"',
        )
    called = free_label(name_of(label, NOUN), load(session)[0])
    chosen = choice("--level", level, LEVELS) if level is not None else "medium"
    pairs = if_thens(if_, then)
    understood = settle_hours(phrase_for(called, when, session), session)
    risk = RiskWindow(
        label=called,
        hours=kept(understood),
        level=chosen,
        triggers=several(trigger or ()),
        steps=several(step or ()),
        if_thens=pairs or (),
        created=session.now.astimezone(UTC),
    )
    keep_new(risk, understood, session, json=json)


@app.command("list")
def list_risks(ctx: typer.Context, json: Json = False) -> None:
    """List your hard hours."""
    session = begin(ctx)
    risks, names = load(session)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.risk import risk_record

        records = [risk_record(shown(risk, session), session.zone, names) for risk in risks]
        return {"schema": "recoverplan/risks/1", "risks": records}

    emit_list(
        "Hard hours",
        [risk_row(risk, clock24=session.clock24) for risk in risks],
        EMPTY,
        session,
        document if json else None,
    )


@app.command()
def show(ctx: typer.Context, label: Name, json: Json = False) -> None:
    """Show one: when, why it is hard, what helps."""
    session = begin(ctx)
    risks, names = load(session)
    risk = shown(which(risks, label), session)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.risk import risk_record

        return {"schema": "recoverplan/risk/1", "risk": risk_record(risk, session.zone, names)}

    facts = risk_facts(risk, names, clock24=session.clock24)
    emit_facts(risk.label, list(facts), session, document if json else None)


@app.command()
def edit(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    label: Name,
    *,
    name: Annotated[
        str | None, typer.Option("--label", "--name", metavar="TEXT", help="Another label.")
    ] = None,
    when: When = None,
    level: Level = None,
    trigger: Trigger = None,
    step: Steps = None,
    if_: If = None,
    then: Then = None,
    check_in: Annotated[
        str | None, typer.Option(metavar="NAME", help="Always check in with this contact.")
    ] = None,
    no_check_in: Annotated[
        bool | None,
        typer.Option("--no-check-in", help="Ask nobody for these hours.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Change hard hours. What repeats is replaced as a whole; "" takes it away."""
    session = begin(ctx)
    something_given(
        [name, when, level, trigger, step, if_, then, check_in, no_check_in], EDIT_OPTIONS
    )
    if check_in and no_check_in:
        raise UsageError("Say either --check-in or --no-check-in, not both.")
    given: dict[str, Any] = {}
    if name is not None:
        given["label"] = name_of(name, NOUN)
    if level is not None:
        given["level"] = choice("--level", level, LEVELS)
    if trigger is not None:
        given["triggers"] = several(trigger)
    if step is not None:
        given["steps"] = several(step)
    pairs = if_thens(if_, then)
    if pairs is not None:
        given["if_thens"] = pairs
    if no_check_in:
        given |= {"no_check_in": True, "check_in": None}
    risks = load(session)[0]
    old = which(risks, label)  # before anything is asked about
    if name is not None:
        free_label(given["label"], risks, but=old.id)
    understood = [] if when is None else [settle_hours(joined(when), session)]
    for one in understood:
        given["hours"] = kept(one)
    with changing(session) as store:
        risk = which(risk_store.load_all(store), label)
        if check_in is not None:
            given |= {"no_check_in": False, "check_in": asked_for(check_in, store)}
        if name is not None:
            free_label(given["label"], risk_store.load_all(store), but=risk.id)
        risk = replace(risk, **given)
        risk_store.save(store, risk)
        store.did(f"changed hard hours {risk.label}")
        names = contact_names(store)
        notes = not_asked(risk, store, session) if check_in is not None else []
    first = f"Changed hard hours: {risk.label}."
    emit_risk(risk, names, first, session, understood, rehearse=pairs or (), notes=notes, json=json)


@app.command("map")
def map_week(
    ctx: typer.Context,
    *,
    blank: Annotated[
        bool, typer.Option("--blank", help="An empty one, to fill in by hand.")
    ] = False,
    pdf: Annotated[str, typer.Option("--pdf", metavar="FILE", help="A sheet to print.")] = "",
    paper: Annotated[
        str, typer.Option("--paper", metavar="SIZE", help="a4 or letter; your region's if not.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over the file.")] = False,
    json: Json = False,
) -> None:
    """Show the week hour by hour: how hard, and when somebody is there."""
    from recoverplan.cli.week_map import Sheet
    from recoverplan.cli.week_map import show as show_map

    show_map(begin(ctx), Sheet(pdf, paper, force), blank=blank, as_json=json)


@app.command()
def suggest(
    ctx: typer.Context,
    *,
    add_: Annotated[
        str | None, typer.Option("--add", metavar="N", help="Make hard hours of suggestion N.")
    ] = None,
    label: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What to call them, with --add.")
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
def remove(ctx: typer.Context, label: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove hard hours."""
    session = begin(ctx)
    risks, names = load(session)
    risk = which(risks, label)
    if not agreed(f"Remove hard hours {risk.label}?", session, yes=yes):
        return
    with changing(session) as store:
        risk_store.remove(store, risk.id)
        store.did(f"removed hard hours {risk.label}")
    emit_risk(risk, names, f"Removed hard hours: {risk.label}.", session, [], json=json)
