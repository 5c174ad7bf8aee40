"""`recoverplan reason`: why somebody is doing this, in their own words, shown where they choose."""

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
from recoverplan.domain.reason import SHOWN, Reason
from recoverplan.errors import UsageError
from recoverplan.services.emergency import names_may_stand
from recoverplan.services.keeping import reading, writing
from recoverplan.store import reasons as reason_store
from recoverplan.value import replace
from recoverplan.words import reason as words
from recoverplan.writers.plain.reason import reason_facts, reason_row, where_said

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="REASON", help="How it begins, or its number.")]
On = Annotated[
    list[str] | None,
    typer.Option("--on", metavar="SCREEN", help="now, card, plan or review; may be repeated."),
]
Yes = Annotated[bool, typer.Option("--yes", help="Remove without asking.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def add(
    ctx: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="In your own words; - reads it from stdin.")
    ] = "",
    on: On = None,
    json: Json = False,
) -> None:
    """Add a reason. Without a text it asks on a terminal."""
    session = begin(ctx)
    screens = None if on is None else screens_of(on)
    if not text and not can_ask():
        raise UsageError(
            "Say why, in your own words.",
            'Like recoverplan reason add "Breakfast with my daughter" --on now',
        )
    asked = ask_text(session) if not text else free_text(name_of(text, "a reason"), load(session))
    if asked is None:
        return
    if not text and screens is None:
        screens = ask_where()
    reason = Reason(text=asked, shown=screens or (), created=session.now.astimezone(UTC))
    with writing(session.home, session.now) as store:
        free_text(reason.text, reason_store.load_all(store))
        reason = reason_store.add(store, reason)
        store.did(f"added reason {reason.text}")
        open_card = names_may_stand(store)
    first = [f"Added a reason: {reason.text}", *what_follows(reason, open_card=open_card)]
    emit_reason(reason, first, session, json=json)


def ask_text(session: Session) -> str | None:
    """Ask for a reason; None when it is skipped."""
    from recoverplan.cli.asking import ask

    known = load(session)
    return ask(words.TEXT, check=lambda typed: free_text(name_of(typed, "a reason"), known))


def ask_where() -> tuple[str, ...]:
    """Ask on which screens a reason is shown; skipped: on none."""
    from recoverplan.cli.asking import choose

    return in_order(choose(words.WHERE, words.SCREENS, several=True))


@app.command("list")
def list_reasons(ctx: typer.Context, json: Json = False) -> None:
    """List your reasons, and where each is shown."""
    session = begin(ctx)
    reasons = load(session)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.reason import reason_record

        records = [reason_record(reason, session.zone) for reason in reasons]
        return {"schema": "recoverplan/reasons/1", "reasons": records}

    rows = [reason_row(reason) for reason in reasons]
    emit_list("Your reasons", rows, words.EMPTY, session, document if json else None)


@app.command()
def show(ctx: typer.Context, reason: Name, json: Json = False) -> None:
    """Show one reason."""
    session = begin(ctx)
    found = which(load(session), reason)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.reason import reason_record

        return {"schema": "recoverplan/reason/1", "reason": reason_record(found, session.zone)}

    emit_facts(found.text, list(reason_facts(found)), session, document if json else None)


@app.command()
def edit(
    ctx: typer.Context,
    reason: Name,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="In other words.")] = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Change a reason. --on is replaced as a whole; "" shows it nowhere."""
    session = begin(ctx)
    something_given([text, on], "--text, --on")
    given: dict[str, Any] = {}
    if text is not None:
        given["text"] = name_of(text, "a reason")
    if on is not None:
        given["shown"] = screens_of(on)
    with changing(session) as store:
        reasons = reason_store.load_all(store)
        old = which(reasons, reason)
        if text is not None:
            free_text(given["text"], reasons, but=old.id)
        changed = replace(old, **given)
        reason_store.save(store, changed)
        store.did(f"changed reason {changed.text}")
        open_card = names_may_stand(store)
    lines = [f"Changed the reason: {changed.text}", *what_follows(changed, open_card=open_card)]
    emit_reason(changed, lines, session, json=json)


@app.command()
def remove(ctx: typer.Context, reason: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove a reason."""
    session = begin(ctx)
    found = which(load(session), reason)
    if not agreed(f'Remove the reason "{found.text}"?', session, yes=yes):
        return
    with changing(session) as store:
        reason_store.remove(store, found.id)
        store.did(f"removed reason {found.text}")
    emit_reason(found, [f"Removed the reason: {found.text}"], session, json=json)


def screens_of(typed: Sequence[str]) -> tuple[str, ...]:
    """Return the screens that were named, each once, in the order of SHOWN. Raises UsageError."""
    return in_order([choice("--on", one, SHOWN) for one in typed if one.strip()])


def in_order(screens: Iterable[str]) -> tuple[str, ...]:
    """Return screens in the order of SHOWN, each once."""
    named = set(screens)
    return tuple(screen for screen in SHOWN if screen in named)


def load(session: Session) -> tuple[Reason, ...]:
    """Load all reasons."""
    with reading(session.home) as store:
        return () if store is None else reason_store.load_all(store)


def which(reasons: Sequence[Reason], wanted: str) -> Reason:
    """Return the reason that begins so, or has this number. Raises NotFoundError."""
    return pick(reasons, wanted, noun="reason", name=lambda reason: reason.text)


def free_text(text: str, reasons: Iterable[Reason], but: int = 0) -> str:
    """Return the text of a reason that no other has. Raises CouldNotError."""
    refuse_taken(reasons, text, noun="reason", name=lambda reason: reason.text, but=but)
    return text


def what_follows(reason: Reason, *, open_card: bool) -> list[str]:
    """Return where a reason is shown, and who else may read it there."""
    lines = [where_said(reason)]
    if not reason.shown:
        return [*lines, words.SHOW_IT.format(id=reason.id)]
    if "now" in reason.shown:
        lines.append(words.IN_NOW if open_card else words.NOT_IN_NOW)
    return [*lines, words.ON_CARD] if "card" in reason.shown else lines


def emit_reason(reason: Reason, lines: list[str], session: Session, *, json: bool) -> None:
    """Print what was written: sentences, or the record alone."""
    from recoverplan.writers.records.reason import reason_record

    emit_written(lambda: reason_record(reason, session.zone), lines, session, json=json)
