"""`recoverplan contact`: people who can be reached, and lines."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli import contact_options as options
from recoverplan.cli.contact_keep import (
    begin_pause,
    emit_contact,
    end_pause,
    first_message,
    free_name,
    keep_changed,
    keep_new,
    listed_here,
    load,
    nobody_yet,
    shown,
    which,
    which_or_line,
)
from recoverplan.cli.contact_options import Given, Typed, read_typed
from recoverplan.cli.hours import read_day
from recoverplan.cli.output import can_ask, emit, tell
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import (
    agreed,
    changing,
    emit_facts,
    emit_list,
    say_lines,
    something_given,
)
from recoverplan.domain.contact import ROLES, Contact
from recoverplan.errors import UsageError
from recoverplan.store import contacts as contact_store
from recoverplan.words import asking as words
from recoverplan.writers.plain.contact import contact_facts, contact_row

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Their name or number.")]
Yes = Annotated[bool, typer.Option("--yes", help="Remove without asking.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def add(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="Their name, as you like to see it; - reads it from stdin."
        ),
    ] = "",
    *,
    role: options.Role = None,
    call: options.Call = None,
    text: options.Text = None,
    email: options.Email = None,
    other: options.Other = None,
    prefer: options.Prefer = None,
    order: options.Order = None,
    when: options.When = None,
    zone: options.Zone = None,
    per_week: options.PerWeek = None,
    say: options.Say = None,
    card_name: options.CardName = None,
    on_card: options.OnCard = None,
    json: Json = False,
) -> None:
    """Add somebody who can be reached; on a terminal it asks who."""
    session = begin(ctx)
    typed = Typed(
        name or None, role, call, text, email, other, prefer, order, when, zone, per_week, say,
        card_name, on_card,
    )  # fmt: skip
    asks = can_ask() and not (name and role)
    if asks:
        from recoverplan.cli.conversation import ask_name, ask_role

        typed = typed._replace(name=name or ask_name(session))
        typed = typed._replace(role=role or (typed.name and ask_role()))
        if typed.name is None:
            return
    given = read_typed(typed, session)
    free_name(given.fields.get("name", ""), load(session))
    contact = given.onto(blank(given, session))
    understood = given.understood or []
    if asks and not any(value is not None for value in typed[2:]):
        from recoverplan.cli.conversation import ask_about

        contact, understood = ask_about(contact, session)
    zone_typed = "zone" in given.fields
    keep_new(contact, given.place, understood, session, json=json, zone_typed=zone_typed)


def blank(given: Given, session: Session) -> Contact:
    """Return a contact of whom only name and role are known. Raises UsageError without them."""
    name, role = given.fields.get("name"), given.fields.get("role")
    if not name:
        raise UsageError(
            "Say who it is.", "For example: recoverplan contact add Sam --role peer --call 555-0114"
        )
    if not role:
        message = f"Say who {name} is to you."
        raise UsageError(message, f"Add --role {', '.join(ROLES[:-1])} or {ROLES[-1]}.")
    created = session.now.astimezone(UTC)
    return Contact(
        name=name, role=role, zone=session.zone.key, on_card=role != "line", created=created
    )


@app.command("list")
def list_contacts(ctx: typer.Context, json: Json = False) -> None:
    """List your people, in your order."""
    session = begin(ctx)
    contacts = load(session)
    usual, today = session.settings.prefer, session.now.date()

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.contact import contact_record

        records = [contact_record(shown(one, session), session.zone) for one in contacts]
        return {"schema": "recoverplan/contacts/1", "contacts": records}

    rows = [
        contact_row(one, usual, today, clock24=session.clock24, listed=listed_here(one, session))
        for one in contacts
    ]
    empty = [] if rows else [*nobody_yet(session), words.ADD_ONE]
    emit_list("Your people", rows, empty, session, document if json else None)


@app.command()
def show(ctx: typer.Context, name: Name, json: Json = False) -> None:
    """Show one contact: how and when to reach them, what they agreed to."""
    session = begin(ctx)
    contact = which(load(session), name)
    usual, today = session.settings.prefer, session.now.date()

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.contact import contact_record

        return {
            "schema": "recoverplan/contact/1",
            "contact": contact_record(shown(contact, session), session.zone),
        }

    facts = contact_facts(
        contact,
        usual,
        today,
        session.zone.key,
        clock24=session.clock24,
        listed=listed_here(contact, session),
    )
    emit_facts(contact.name, list(facts), session, document if json else None)


@app.command()
def edit(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    contact: Name,
    *,
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="Another name.")] = None,
    role: options.Role = None,
    call: options.Call = None,
    text: options.Text = None,
    email: options.Email = None,
    other: options.Other = None,
    prefer: options.Prefer = None,
    order: options.Order = None,
    when: options.When = None,
    zone: options.Zone = None,
    per_week: options.PerWeek = None,
    say: options.Say = None,
    card_name: options.CardName = None,
    on_card: options.OnCard = None,
    json: Json = False,
) -> None:
    """Change a contact. What repeats is replaced as a whole; "" takes it away."""
    session = begin(ctx)
    typed = Typed(
        name, role, call, text, email, other, prefer, order, when, zone, per_week, say,
        card_name, on_card,
    )  # fmt: skip
    something_given(typed, options.OPTIONS)
    before = which(load(session), contact)
    keep_changed(before, read_typed(typed, session, before.zone), session, json=json)


@app.command()
def remove(ctx: typer.Context, name: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove a contact. To hide somebody for a while: contact pause."""
    session = begin(ctx)
    contact = which(load(session), name)
    if not agreed(f"Remove {contact.name}?", session, yes=yes):
        return
    with changing(session) as store:
        contact_store.remove(store, contact.id)
        store.did(f"removed contact {contact.name}")
    emit_contact(contact, [f"Removed {contact.name}."], session, json=json)


@app.command()
def ask(ctx: typer.Context, name: Name, json: Json = False) -> None:
    """A text to send somebody before the first hard evening. Nothing is sent from here."""
    session = begin(ctx)
    contact = which(load(session), name)
    text = first_message(contact, session)

    def document() -> dict[str, Any]:
        named = {"id": contact.id, "name": contact.name}
        return {"schema": "recoverplan/ask/1", "contact": named, "text": text}

    if json:
        emit(plain=list, plainly=True, document=document)
    else:
        is_line = contact.role == "line"
        unasked = words.LINE_ASKED if is_line else words.NEVER_ASKED
        say_lines([text or unasked.format(name=contact.name)], session)
        if not is_line:
            tell(words.ASK_BEFORE if text else words.CHANGE_NUMBER.format(id=contact.id))


@app.command()
def pause(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A contact, or a help line.")],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Back after this day; else until --end.")
    ] = None,
    end: Annotated[bool, typer.Option("--end", help="They are back.")] = False,
    json: Json = False,
) -> None:
    """Ask nothing of somebody who is away. A help line is hidden by its name."""
    session = begin(ctx)
    if end and until is not None:
        raise UsageError("Say either --until or --end, not both.")
    last = None if until is None else read_day(until, session)
    if end:
        end_pause(which(load(session), name), session, json=json)
    else:
        begin_pause(which_or_line(load(session), name, session), last, session, json=json)


@app.command("import")
def import_people(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="Contacts of a phone: a .vcf file.")
    ],
    *,
    take: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Whom to take: a name, a number, a range like 1-3."),
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Take everybody in it.")] = False,
    role: options.Role = None,
    json: Json = False,
) -> None:
    """Take people from a phone's contacts; on a terminal it asks whom."""
    from recoverplan.cli.contact_import import Wanted, run

    run(begin(ctx), file, Wanted(take or (), everybody, role), json=json)
