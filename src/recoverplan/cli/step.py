"""`recoverplan step`: things to do when it is hard, in the order of a safety plan."""

from datetime import UTC
from typing import Any

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import name_of
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import Json, TypedOptions, Yes, fields_of, one_of, something_given
from recoverplan.cli.output import can_ask, emit
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import changing
from recoverplan.domain.step import KINDS, Step, in_plan_order
from recoverplan.errors import UsageError
from recoverplan.store.tables import steps
from recoverplan.words import safety as words
from recoverplan.writers.plain.step import idea_lines, step_facts, step_row

app = App(no_args_is_help=True)

EMPTY = (words.NO_STEPS, words.PICK_STEP)

Name = Annotated[str, Argument(metavar="STEP", help="How it begins, or its number.")]
STEP = Noun(table=steps, word="step", name=lambda step: step.text)


class Options(TypedOptions):
    """The options as typed; None: not given."""

    kind: Annotated[
        str | None,
        Option(metavar="KIND", help="sign, alone, places, people, professionals or safer."),
        one_of(KINDS),
    ] = None


@app.command()
def add(
    ctx: Context,
    text: Annotated[str, Argument(metavar="TEXT", help="What to do; - reads it from stdin.")] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add a step. Without a text it offers a list on a terminal."""
    session = begin(ctx)
    chosen = fields_of(options).get("kind")
    typed = STEP.free(name_of(text, "a step"), STEP.load(session)) if text else ""
    step: Step | None
    if typed and chosen:
        step = Step(text=typed, kind=chosen, created=session.now.astimezone(UTC))
    elif can_ask():
        from recoverplan.cli.conversation import ask_step

        step = ask_step(session, typed, chosen or "")
        if step is None:
            return
    elif typed:
        kinds = ", ".join(KINDS).replace(", safer", " or safer")
        raise UsageError(words.SAY_STEP_KIND, f"Add --kind {kinds}.")
    else:
        raise UsageError(words.SAY_STEP, words.LIKE_STEP)
    step = STEP.keep(step, session)
    said = words.ADDED_STEP.format(kind=KINDS[step.kind], text=step.text)
    STEP.emit(step, [said], session, json=json)


@app.command("list")
def list_steps(
    ctx: Context,
    ideas: Annotated[
        bool, Option("--ideas", help="Common steps to pick from, instead of yours.")
    ] = False,
    json: Json = False,
) -> None:
    """List your steps in the order of a safety plan. With --ideas: common ones."""
    session = begin(ctx)
    if ideas:
        show_ideas(session, json=json)
        return
    own = in_plan_order(STEP.load(session))
    STEP.emit_list("Your steps", own, step_row, EMPTY, session, json=json)


def show_ideas(session: Session, *, json: bool) -> None:
    """Print the pick-list of common steps."""
    from recoverplan.data.picklists import steps_for

    offered = steps_for(session.settings.about, session.region.code.partition("-")[0])

    def document() -> dict[str, Any]:
        ideas = [{"kind": idea.kind, "text": idea.text} for idea in offered]
        return {"schema": "recoverplan/ideas/1", "ideas": ideas}

    emit(plain=lambda: idea_lines(offered), plainly=True, document=document if json else None)


@app.command()
def show(ctx: Context, step: Name, json: Json = False) -> None:
    """Show one step."""
    session = begin(ctx)
    found = STEP.which(STEP.load(session), step)
    STEP.emit_one(found.text, found, step_facts(found), session, json=json)


@app.command()
def edit(
    ctx: Context,
    step: Name,
    text: Annotated[str | None, Option(metavar="TEXT", help="In other words.")] = None,
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Change a step."""
    session = begin(ctx)
    something_given(options, text=text)
    given = fields_of(options)
    if text is not None:
        given["text"] = name_of(text, "a step")
    with changing(session) as store:
        changed = STEP.change(store, step, given)
    said = words.CHANGED_STEP.format(kind=KINDS[changed.kind], text=changed.text)
    STEP.emit(changed, [said], session, json=json)


@app.command()
def remove(ctx: Context, step: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove a step."""
    sentences = words.REMOVE_STEP, words.REMOVED_STEP
    STEP.take_away(step, begin(ctx), sentences, yes=yes, json=json)
