"""`recoverplan give`: what somebody does for others, and whom they check on."""

from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import (
    ask_name,
    ask_times,
    hours_of,
    hours_said,
    read_times,
    said,
    typed_again,
)
from recoverplan.cli.nouns import Noun, linked
from recoverplan.cli.options import Json, TypedOptions, Yes, something_given
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import Record, changing
from recoverplan.domain.naming import pick
from recoverplan.domain.treatment import Give
from recoverplan.errors import UsageError
from recoverplan.services.attending import Attended, load
from recoverplan.store.tables import gives
from recoverplan.words import lived as words
from recoverplan.writers.rows import Fact, Row

app = App(no_args_is_help=True)

Name = Annotated[str, Argument(metavar="TEXT", help="How it begins, or its number.")]


def record(give: Give, session: Session) -> Record:
    """Return the JSON record of one, with the names of whom or what it is for."""
    from recoverplan.writers.records.noun import give_record

    known = load(session.home)
    names = known.group_names(), known.contact_names()
    return give_record(typed_again(give, session), *names, session.zone)


GIVE = Noun(table=gives, word="give", name=lambda give: give.text, record=record)


class Options(TypedOptions):
    """The options as typed; None: not given, "": to be taken away."""

    for_: Annotated[
        str | None, Option("--for", metavar="GROUP", help="The group that it is for.")
    ] = None
    to: Annotated[str | None, Option(metavar="NAME", help="Who it is for.")] = None
    when: Annotated[
        list[str] | None, Option(metavar="PHRASE", help='When: "tue 6:30pm", "sundays 5pm".')
    ] = None


def whom(options: Options, known: Attended) -> dict[str, Any]:
    """Return whom or what it is for, as fields. Raises UsageError, NotFoundError."""
    found = linked(known, options.to, options.for_, ("--for", "--to"))
    if found:
        return {"group": None, "contact": None} | found
    typed = {"group": options.for_, "contact": options.to}
    return {field: None for field, text in typed.items() if text is not None}


def ask_whom(known: Attended) -> dict[str, Any]:
    """Ask whom or what it is for, by name; skipped: nobody."""
    if not (known.groups or known.contacts):
        return {}

    def read(typed: str) -> dict[str, Any]:
        everybody: list[Any] = [*known.groups, *known.contacts]  # all of them have names
        found = pick(everybody, typed, noun=words.GIVE_TO, name=lambda one: one.name)
        return {"group" if found in known.groups else "contact": found.id}

    return ask(words.GIVE_WHOM, check=read) or {}


@app.command()
def add(
    ctx: Context,
    text: Annotated[str, Argument(metavar="TEXT", help="What you do; - reads it from stdin.")] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add something you do for others: the chairs, the coffee, a call."""
    session = begin(ctx)
    asks = not text and can_ask()
    called = ask_name(words.GIVE_WHAT, GIVE, "a commitment", session) if asks else text
    if not called:
        if asks:
            return
        raise UsageError(words.SAY_WHAT_YOU_DO, words.NO_GIVES[1])
    called = name_of(called, "a commitment")
    known = load(session.home)
    given = whom(options, known)
    understood = read_times(options.when, session)
    give = Give(
        text=called,
        hours=hours_of(understood),
        zone=session.zone.key,
        created=session.now.astimezone(UTC),
        **given,
    )
    give = GIVE.keep(give, session)
    if asks and not options.any:
        give = GIVE.ask(
            give,
            session,
            lambda _: ask_times(words.GIVE_WHEN, session, understood),
            lambda _: ask_whom(known),
        )
    GIVE.emit(give, [f"Added: {give.text}.", *said(understood, session)], session, json=json)


@app.command("list")
def list_gives(ctx: Context, json: Json = False) -> None:
    """List what you do for others."""
    session = begin(ctx)
    known = load(session.home)

    def row(give: Give) -> Row:
        return Row(give.id, give.text, [fact.text for fact in facts(give, known, session)][:-1])

    found = GIVE.load(session)
    GIVE.emit_list(words.GIVES, found, row, words.NO_GIVES, session, json=json)


def facts(give: Give, known: Attended, session: Session) -> list[Fact]:
    """Return everything that is known of one."""
    found = {
        "For": known.group_names().get(give.group or 0),
        "Who for": known.contact_names().get(give.contact or 0),
        "When": hours_said(give.hours, clock24=session.clock24),
        "Number": str(give.id),
    }
    return [Fact(label, text) for label, text in found.items() if text]


@app.command()
def show(ctx: Context, text: Name, json: Json = False) -> None:
    """Show one: when, and who it is for."""
    session = begin(ctx)
    give = GIVE.which(GIVE.load(session), text)
    GIVE.emit_one(give.text, give, facts(give, load(session.home), session), session, json=json)


@app.command()
def edit(
    ctx: Context,
    text: Name,
    *,
    name: Annotated[
        str | None, Option("--text", "--name", metavar="TEXT", help="In other words.")
    ] = None,
    options: Options,
    json: Json = False,
) -> None:
    """Change one. Times are replaced as a whole; "" takes away."""
    session = begin(ctx)
    something_given(options, text=name)
    given = whom(options, load(session.home))
    if name is not None:
        given["text"] = name_of(name, "a commitment")
    understood = read_times(options.when, session)
    if options.when is not None:
        given |= {"hours": hours_of(understood), "zone": session.zone.key}
    with changing(session) as store:
        give = GIVE.change(store, text, given)
    GIVE.emit(give, [f"Changed: {give.text}.", *said(understood, session)], session, json=json)


@app.command()
def remove(ctx: Context, text: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove one."""
    sentences = 'Remove "{name}"?', "Removed: {name}."
    GIVE.take_away(text, begin(ctx), sentences, yes=yes, json=json)
