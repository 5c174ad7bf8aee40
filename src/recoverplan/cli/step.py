"""`recoverplan step`: things to do when it is hard, in the order of a safety plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli.fields import choice, name_of
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import (
    agreed,
    changing,
    emit_facts,
    emit_list,
    emit_written,
    refuse_taken,
    something_given,
)
from recoverplan.domain.naming import pick
from recoverplan.domain.step import KINDS, Step, in_plan_order
from recoverplan.errors import UsageError
from recoverplan.services.keeping import reading, writing
from recoverplan.store import steps as step_store
from recoverplan.value import replace
from recoverplan.writers.plain.step import idea_lines, step_facts, step_row

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

EMPTY = ("No steps yet.", "Pick one: recoverplan step list --ideas")

Name = Annotated[str, typer.Argument(metavar="STEP", help="How it begins, or its number.")]
Kind = Annotated[
    str | None,
    typer.Option(metavar="KIND", help="sign, alone, places, people, professionals or safer."),
]
Yes = Annotated[bool, typer.Option("--yes", help="Remove without asking.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def add(
    ctx: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="What to do; - reads it from stdin.")
    ] = "",
    kind: Kind = None,
    json: Json = False,
) -> None:
    """Add a step. Without a text it offers a list on a terminal."""
    session = begin(ctx)
    chosen = None if kind is None else choice("--kind", kind, KINDS)
    typed = free_text(name_of(text, "a step"), load(session)) if text else ""
    step: Step | None
    if typed and chosen:
        step = Step(text=typed, kind=chosen, created=session.now.astimezone(UTC))
    elif can_ask():
        from recoverplan.cli.conversation import ask_step

        step = ask_step(session, typed, chosen or "")
        if step is None:
            return
    elif typed:
        message = "Say what kind of step it is."
        raise UsageError(message, f"Add --kind {', '.join(KINDS)}.".replace(", safer", " or safer"))
    else:
        raise UsageError(
            "Say what to do.",
            'Like recoverplan step add "Tea and the radio" --kind alone; for ideas:'
            " recoverplan step list --ideas",
        )
    with writing(session.home, session.now) as store:
        free_text(step.text, step_store.load_all(store))
        step = step_store.add(store, step)
        store.did(f"added step {step.text}")
    emit_step(step, f"Added a step, {KINDS[step.kind]}: {step.text}", session, json=json)


@app.command("list")
def list_steps(
    ctx: typer.Context,
    ideas: Annotated[
        bool, typer.Option("--ideas", help="Common steps to pick from, instead of yours.")
    ] = False,
    json: Json = False,
) -> None:
    """List your steps in the order of a safety plan. With --ideas: common ones."""
    session = begin(ctx)
    if ideas:
        show_ideas(session, json=json)
        return
    steps = in_plan_order(load(session))

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.step import step_record

        return {
            "schema": "recoverplan/steps/1",
            "steps": [step_record(step, session.zone) for step in steps],
        }

    emit_list(
        "Your steps", [step_row(one) for one in steps], EMPTY, session, document if json else None
    )


def show_ideas(session: Session, *, json: bool) -> None:
    """Print the pick-list of common steps."""
    from recoverplan.cli.output import emit
    from recoverplan.data.picklists import steps_for

    offered = steps_for(session.settings.about)

    def document() -> dict[str, Any]:
        ideas = [{"kind": idea.kind, "text": idea.text} for idea in offered]
        return {"schema": "recoverplan/ideas/1", "ideas": ideas}

    emit(plain=lambda: idea_lines(offered), plainly=True, document=document if json else None)


@app.command()
def show(ctx: typer.Context, step: Name, json: Json = False) -> None:
    """Show one step."""
    session = begin(ctx)
    found = which(load(session), step)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.step import step_record

        return {"schema": "recoverplan/step/1", "step": step_record(found, session.zone)}

    emit_facts(found.text, list(step_facts(found)), session, document if json else None)


@app.command()
def edit(
    ctx: typer.Context,
    step: Name,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="In other words.")] = None,
    kind: Kind = None,
    json: Json = False,
) -> None:
    """Change a step."""
    session = begin(ctx)
    something_given([text, kind], "--text, --kind")
    given: dict[str, Any] = {}
    if text is not None:
        given["text"] = name_of(text, "a step")
    if kind is not None:
        given["kind"] = choice("--kind", kind, KINDS)
    with changing(session) as store:
        steps = step_store.load_all(store)
        old = which(steps, step)
        if text is not None:
            free_text(given["text"], steps, but=old.id)
        changed = replace(old, **given)
        step_store.save(store, changed)
        store.did(f"changed step {changed.text}")
    emit_step(
        changed, f"Changed the step, {KINDS[changed.kind]}: {changed.text}", session, json=json
    )


@app.command()
def remove(ctx: typer.Context, step: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove a step."""
    session = begin(ctx)
    found = which(load(session), step)
    if not agreed(f'Remove the step "{found.text}"?', session, yes=yes):
        return
    with changing(session) as store:
        step_store.remove(store, found.id)
        store.did(f"removed step {found.text}")
    emit_step(found, f"Removed the step: {found.text}", session, json=json)


def load(session: Session) -> tuple[Step, ...]:
    """Load all steps."""
    with reading(session.home) as store:
        return () if store is None else step_store.load_all(store)


def which(steps: Sequence[Step], wanted: str) -> Step:
    """Return the step that begins so, or has this number. Raises NotFoundError."""
    return pick(steps, wanted, noun="step", name=lambda step: step.text)


def free_text(text: str, steps: Iterable[Step], but: int = 0) -> str:
    """Return the text of a step that no other step has. Raises CouldNotError."""
    refuse_taken(steps, text, noun="step", name=lambda step: step.text, but=but)
    return text


def emit_step(step: Step, first: str, session: Session, *, json: bool) -> None:
    """Print what was written: a sentence, or the record alone."""
    from recoverplan.writers.records.step import step_record

    emit_written(lambda: step_record(step, session.zone), [first], session, json=json)
