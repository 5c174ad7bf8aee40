"""`recoverplan template`: a start that a group or a clinic hands out, without any person in it."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.cli.asking import ask, confirm, explain
from recoverplan.cli.contact_import import opened
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.file_out import refuse_places, write_made
from recoverplan.cli.hours import retyped
from recoverplan.cli.options import All
from recoverplan.cli.output import can_ask, say, tell
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import say_lines, so_many
from recoverplan.domain.step import in_plan_order
from recoverplan.domain.template import (
    Kept,
    Template,
    TemplateLine,
    chosen,
    lines,
    make_template,
    private,
)
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.readers.export import MOST_OF_A_TEMPLATE, read_template
from recoverplan.services.keeping import reading, writing
from recoverplan.services.template import apply as take
from recoverplan.services.template import new_in, private_here
from recoverplan.store.tables import risks, steps
from recoverplan.value import replace
from recoverplan.words import files
from recoverplan.words import template as words
from recoverplan.writers.template import line_said, template_text

app = App(no_args_is_help=True)


@app.callback()
def template() -> None:
    """Steps, if-thens and hard hours in a file, without any person, number or log."""


@app.command()
def save(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="Where it goes; - prints it.")],
    yes: Annotated[bool, Option("--yes", help="Write it without asking.")] = False,
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False,
) -> None:
    """Write your steps, if-thens and hard hours, after showing them. Names kept here stay out."""
    session = begin(ctx)
    refuse_places([(file, "start.json")], force=force)
    made, left = template_of(session, asks=can_ask() and not yes)
    if left:
        tell(words.LEFT_OUT.format(texts="; ".join(f'"{text}"' for text in left)))
    if made == Template():
        raise CouldNotError(words.NOTHING_TO_SAVE, words.ADD_FIRST)
    explain(words.HOLDS)
    for row in rows(made, session):
        tell(f"  {row}")
    if not yes and can_ask() and not confirm(words.WRITE, default=True):
        say_lines([words.NOT_WRITTEN], session)
        return
    write_made(file, template_text(made).encode("utf-8"), force=force, example="start.json")
    tell(words.WRITTEN)


def template_of(session: Session, *, asks: bool) -> tuple[Template, list[str]]:
    """Make the template, and return what was left out of it; `asks`: other words are asked for."""
    with reading(session.home) as store:
        if store is None:
            return Template(), []
        kept = private_here(store, session.settings)
        windows, own = risks.load_all(store), in_plan_order(steps.load_all(store))
    typed = [replace(risk, hours=retyped((risk.hours,), session)[0]) for risk in windows]

    def reword(text: str, why: str) -> str | None:
        if not asks:
            return None
        explain("", words.GIVES_AWAY[why].format(text=text))
        return ask(words.OTHER_WORDS, check=lambda typed: told_nothing(typed, kept))

    made, left = make_template(typed, own, kept, reword)
    return made, list(dict.fromkeys(each.text for each in left))


def told_nothing(typed: str, kept: Kept) -> str:
    """Return other words that give nothing away. Raises UsageError."""
    if private(typed, kept) is not None:
        raise UsageError(words.STILL, "")
    return typed


def rows(made: Template, session: Session) -> Iterator[str]:
    """Yield everything that is in a template, in words."""
    for line in lines(made):
        yield line_said(line, made, clock24=session.clock24)


@app.command()
def apply(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="What template save wrote.")],
    yes: All = False,
) -> None:
    """Show what is in a template, and take what you want of it."""
    session = begin(ctx)
    with opened(file) as content:
        given = read_template(content.read(MOST_OF_A_TEMPLATE), file)
    with reading(session.home) as store:
        made = new_in(given, store)
    asks = can_ask() and not yes
    show_all(given, made, session)
    if not asks and not yes:
        raise UsageError(words.NOT_YET, files.ADD_YES)
    made = asked_for(made, session) if asks else made
    if made == Template():
        say_lines([files.NOTHING_TAKEN], session)
        return
    with writing(session.home, session.now) as store:
        take(store, made, session.now)
    hours = so_many(len(made.hard_hours), words.HOURS_TAKEN)
    taken = words.TAKEN.format(hours=hours, steps=so_many(len(made.steps), words.STEPS_TAKEN))
    say_lines([taken, files.TAKE_BACK], session)


def show_all(given: Template, made: Template, session: Session) -> None:
    """Print everything that is in a template, and what of it is there already."""
    say(words.HOLDS if given != Template() else words.NOTHING)
    labels = {each.label for each in made.hard_hours}
    texts = {each.text for each in made.steps}
    for line in lines(given):
        said = line_said(line, given, clock24=session.clock24)
        new = (
            line.text in texts
            if line.hours is None
            else given.hard_hours[line.hours].label in labels
        )
        say(
            f"  {said}"
            if new or line.field in words.WITHIN
            else f"  {words.THERE.format(line=said)}"
        )


def asked_for(made: Template, session: Session) -> Template:
    """Ask about each line, and return the template with those that were taken."""

    def wanted(line: TemplateLine) -> bool:
        said = line_said(line, made, clock24=session.clock24)
        return confirm(words.TAKE.format(line=said.strip()), default=True)

    tell()
    return chosen(made, wanted)
