"""`recoverplan reason`: why somebody is doing this, in their own words, shown where they choose."""

from collections.abc import Iterable, Sequence
from datetime import UTC

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import choice, name_of
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import Json, Reads, TypedOptions, Yes, fields_of, something_given
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import changing
from recoverplan.domain.step import SHOWN, Reason
from recoverplan.errors import UsageError
from recoverplan.services.emergency import names_may_stand
from recoverplan.services.keeping import reading
from recoverplan.store.tables import reasons
from recoverplan.words import safety as words
from recoverplan.writers.plain.step import reason_facts, reason_row, where_said

app = App(no_args_is_help=True)

Name = Annotated[str, Argument(metavar="REASON", help="How it begins, or its number.")]


def record(reason: Reason, session: Session) -> dict[str, object]:
    """Return the JSON record of a reason."""
    from recoverplan.writers.records.noun import reason_record

    return reason_record(reason, session.zone)


REASON = Noun(table=reasons, word="reason", name=lambda reason: reason.text, record=record)


def screens_of(option: str, typed: Sequence[str]) -> tuple[str, ...]:
    """Return the screens that were named, each once, in the order of SHOWN. Raises UsageError."""
    return in_order([choice(option, one, SHOWN) for one in typed if one.strip()])


def in_order(screens: Iterable[str]) -> tuple[str, ...]:
    """Return screens in the order of SHOWN, each once."""
    named = set(screens)
    return tuple(screen for screen in SHOWN if screen in named)


class Options(TypedOptions):
    """The options as typed; None: not given."""

    on: Annotated[
        list[str] | None,
        Option(
            "--on", metavar="SCREEN", help="now, card, plan, review or safety; may be repeated."
        ),
        Reads(screens_of),
    ] = None


@app.command()
def add(
    ctx: Context,
    text: Annotated[
        str, Argument(metavar="TEXT", help="In your own words; - reads it from stdin.")
    ] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add a reason. Without a text it asks on a terminal."""
    session = begin(ctx)
    screens = fields_of(options).get("shown")
    if not text and not can_ask():
        raise UsageError(words.SAY_WHY, words.LIKE_REASON)
    if text:
        asked: str | None = REASON.free(name_of(text, "a reason"), REASON.load(session))
    else:
        asked = ask_text(session)
    if asked is None:
        return
    reason = Reason(text=asked, shown=screens or (), created=session.now.astimezone(UTC))
    reason = REASON.keep(reason, session)
    if not text and screens is None:
        reason = REASON.ask(reason, session, lambda _: {"shown": ask_where()})
    with reading(session.home) as store:
        open_card = store is not None and names_may_stand(store)
    first = [
        words.ADDED_REASON.format(text=reason.text),
        *what_follows(reason, open_card=open_card),
    ]
    REASON.emit(reason, first, session, json=json)


def ask_text(session: Session) -> str | None:
    """Ask for a reason; None when it is skipped."""
    from recoverplan.cli.asking import ask

    known = REASON.load(session)
    return ask(words.TEXT, check=lambda typed: REASON.free(name_of(typed, "a reason"), known))


def ask_where() -> tuple[str, ...]:
    """Ask on which screens a reason is shown; skipped: on none."""
    from recoverplan.cli.asking import choose

    return in_order(choose(words.WHERE, words.SCREENS, several=True))


@app.command("list")
def list_reasons(ctx: Context, json: Json = False) -> None:
    """List your reasons, and where each is shown."""
    session = begin(ctx)
    own = REASON.load(session)
    REASON.emit_list("Your reasons", own, reason_row, words.EMPTY, session, json=json)


@app.command()
def show(ctx: Context, reason: Name, json: Json = False) -> None:
    """Show one reason."""
    session = begin(ctx)
    found = REASON.which(REASON.load(session), reason)
    REASON.emit_one(found.text, found, reason_facts(found), session, json=json)


@app.command()
def edit(
    ctx: Context,
    reason: Name,
    text: Annotated[str | None, Option(metavar="TEXT", help="In other words.")] = None,
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Change a reason. --on is replaced as a whole; "" shows it nowhere."""
    session = begin(ctx)
    something_given(options, text=text)
    given = fields_of(options)
    if text is not None:
        given["text"] = name_of(text, "a reason")
    with changing(session) as store:
        changed = REASON.change(store, reason, given)
        open_card = names_may_stand(store)
    lines = [
        words.CHANGED_REASON.format(text=changed.text),
        *what_follows(changed, open_card=open_card),
    ]
    REASON.emit(changed, lines, session, json=json)


@app.command()
def remove(ctx: Context, reason: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove a reason."""
    sentences = words.REMOVE_REASON, words.REMOVED_REASON
    REASON.take_away(reason, begin(ctx), sentences, yes=yes, json=json)


def what_follows(reason: Reason, *, open_card: bool) -> list[str]:
    """Return where a reason is shown, and who else may read it there."""
    lines = [where_said(reason)]
    if not reason.shown:
        return [*lines, words.SHOW_IT.format(id=reason.id)]
    if "now" in reason.shown:
        lines.append(words.IN_NOW if open_card else words.NOT_IN_NOW)
    return [*lines, words.ON_CARD] if "card" in reason.shown else lines
