"""`recoverplan risk`: hard hours, when they are and what helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli.fields import choice, name_of, several
from recoverplan.cli.hours import echo, kept, settle_hours
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import (
    agreed,
    changing,
    emit_facts,
    emit_list,
    emit_written,
    say_lines,
    something_given,
)
from recoverplan.domain.naming import pick
from recoverplan.domain.phrase import Understood
from recoverplan.domain.risk import LEVELS, IfThen, RiskWindow
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.services.keeping import reading, writing
from recoverplan.store import contacts as contact_store
from recoverplan.store import risks as risk_store
from recoverplan.store.opening import Store
from recoverplan.words.rehearsal import SAY_ALOUD
from recoverplan.writers.plain.risk import risk_facts, risk_row

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

NOUN = "hard hours"
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
    typer.Option("--if", metavar="TEXT", help="If this happens ...; goes with --then."),
]
Then = Annotated[
    list[str] | None, typer.Option("--then", metavar="TEXT", help="... then I do that.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Remove without asking.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def add(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    label: Annotated[
        str, typer.Argument(help="Nights, weekends, payday, or your words; - reads it from stdin.")
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
    called = name_of(label, "hard hours")
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


def phrase_for(label: str, when: Sequence[str] | None, session: Session) -> str:
    """Return the phrase for hard hours: as given, or what their label suggests.

    Raises UsageError where there is none and nobody to ask.
    """
    from recoverplan.data import picklists
    from recoverplan.domain.naming import folded

    if when is not None:
        return joined(when)
    key = folded(label)
    if key in picklists.LABEL_HOURS:
        return picklists.LABEL_HOURS[key]
    if can_ask():
        from recoverplan.cli.conversation import ask_payday, ask_when

        answer = ask_payday(session) if key == picklists.PAYDAY else ask_when(session)
        if answer is not None:
            return answer
    if key == picklists.PAYDAY:
        examples = " or ".join(f'--when "{one}"' for one in picklists.PAYDAY_EXAMPLES)
        raise UsageError("Say which days payday is, and from when to when.", f"Like {examples}.")
    message = f"Say when {label} is hard."
    raise UsageError(message, 'Like --when "mon-thu 9pm-midnight".')


def joined(phrases: Sequence[str]) -> str:
    """Return as one phrase what was said in several; hard hours have one schedule."""
    return "; ".join(phrases)


def if_thens(ifs: Sequence[str] | None, thens: Sequence[str] | None) -> tuple[IfThen, ...] | None:
    """Return the pairs in the order typed; None where there is none. Raises UsageError."""
    if ifs is None and thens is None:
        return None
    conditions, actions = several(ifs or ()), several(thens or ())
    if len(conditions) != len(actions):
        raise UsageError(
            "Each --if goes with one --then.", 'Like --if "I pace" --then "once round the block".'
        )
    return tuple(
        IfThen(condition=condition, action=action)
        for condition, action in zip(conditions, actions, strict=True)
    )


def keep_new(
    risk: RiskWindow, understood: Understood, session: Session, *, json: bool = False
) -> RiskWindow:
    """Keep new hard hours, say so, and return them as kept."""
    with writing(session.home, session.now) as store:
        risk = risk_store.add(store, risk)
        store.did(f"added hard hours {risk.label}")
    first = f"Added hard hours: {risk.label}."
    emit_risk(risk, {}, first, session, [understood], rehearse=risk.if_thens, json=json)
    return risk


def emit_risk(
    risk: RiskWindow,
    names: dict[int, str],
    first: str,
    session: Session,
    understood: Sequence[Understood],
    *,
    rehearse: Sequence[IfThen] = (),
    json: bool,
) -> None:
    """Print what was written, with the echo of its hours and its if-thens where they are new."""
    from recoverplan.writers.records.risk import risk_record

    aloud = [SAY_ALOUD.format(condition=one.condition, action=one.action) for one in rehearse]
    emit_written(
        lambda: risk_record(risk, session.zone, names),
        [first, *echo(understood, session, session.zone), *aloud],
        session,
        json=json,
    )


def contact_names(store: Store) -> dict[int, str]:
    """Return the contacts' names by id."""
    return {contact.id: contact.name for contact in contact_store.load_all(store)}


def load(session: Session) -> tuple[tuple[RiskWindow, ...], dict[int, str]]:
    """Load all risk windows, and the contacts' names by id."""
    with reading(session.home) as store:
        return ((), {}) if store is None else (risk_store.load_all(store), contact_names(store))


def which(risks: Sequence[RiskWindow], wanted: str) -> RiskWindow:
    """Return the hard hours with this label or number. Raises NotFoundError."""
    return pick(risks, wanted, noun=NOUN, name=lambda risk: risk.label)


@app.command("list")
def list_risks(ctx: typer.Context, json: Json = False) -> None:
    """List your hard hours."""
    session = begin(ctx)
    risks, names = load(session)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.risk import risk_record

        records = [risk_record(risk, session.zone, names) for risk in risks]
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
    risk = which(risks, label)

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
    which(load(session)[0], label)  # before anything is asked about
    understood = [] if when is None else [settle_hours(joined(when), session)]
    for one in understood:
        given["hours"] = kept(one)
    with changing(session) as store:
        risk = which(risk_store.load_all(store), label)
        if check_in is not None:
            given |= {"no_check_in": False, "check_in": asked_for(check_in, store)}
        risk = replace(risk, **given)
        risk_store.save(store, risk)
        store.did(f"changed hard hours {risk.label}")
        names = contact_names(store)
    first = f"Changed hard hours: {risk.label}."
    emit_risk(risk, names, first, session, understood, rehearse=pairs or (), json=json)


def asked_for(typed: str, store: Store) -> int | None:
    """Return the id of the contact to check in with always; "" for none in particular."""
    if not clean(typed):
        return None
    people = [one for one in contact_store.load_all(store) if one.role != "line"]
    return pick(people, typed, noun="contact", name=lambda contact: contact.name).id


@app.command("map")
def map_week(
    ctx: typer.Context,
    *,
    blank: Annotated[
        bool, typer.Option("--blank", help="An empty one, to fill in by hand.")
    ] = False,
    json: Json = False,
) -> None:
    """Show the week hour by hour: how hard, and when somebody is there."""
    from recoverplan.cli.week_map import show as show_map

    show_map(begin(ctx), blank=blank, as_json=json)


@app.command()
def remove(ctx: typer.Context, label: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove hard hours."""
    session = begin(ctx)
    risks, names = load(session)
    risk = which(risks, label)
    if not agreed(f"Remove hard hours {risk.label}?", yes=yes):
        say_lines(["Nothing was removed."], session)
        return
    with changing(session) as store:
        risk_store.remove(store, risk.id)
        store.did(f"removed hard hours {risk.label}")
    emit_risk(risk, names, f"Removed hard hours: {risk.label}.", session, [], json=json)
