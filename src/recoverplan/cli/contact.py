"""`recoverplan contact`: people who can be reached, and lines."""

from datetime import UTC

from recoverplan.cli.contact_keep import (
    CONTACT,
    about_places,
    begin_pause,
    end_pause,
    first_message,
    free_name,
    keep_changed,
    keep_new,
    keep_so_far,
    listed_here,
    lived_facts,
    nobody_yet,
    which_or_line,
)
from recoverplan.cli.contact_options import (
    AgreeOptions,
    Given,
    ImportOptions,
    Options,
    TalkOptions,
    read_options,
)
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.hours import read_pause
from recoverplan.cli.options import Json, Yes, something_given
from recoverplan.cli.output import can_ask, emit_document, tell
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import say_lines
from recoverplan.domain.contact import ROLES, Contact
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import asking as words
from recoverplan.writers.plain.contact import contact_facts, contact_row
from recoverplan.writers.rows import Row

app = App(no_args_is_help=True)

Name = Annotated[str, Argument(metavar="NAME", help="Their name or number.")]
MaybeName = Annotated[str | None, Argument(metavar="NAME", help="Their name or number.")]


@app.command()
def add(
    ctx: Context,
    name: Annotated[
        str,  # hidden: else the help is longer than a screen
        Argument(metavar="NAME", hidden=True, help="Their name, as you like to see it."),
    ] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add somebody who can be reached; on a terminal it asks who to add.

    NAME may be -, and is read from stdin then.
    """
    session = begin(ctx)
    asks = can_ask() and not (name and options.role)
    who = asks and not options.role
    if asks:
        from recoverplan.cli.conversation import ask_name

        name = name or ask_name(session) or ""
        if not name:
            return
        options = options.but(role=options.role or "peer")
    given = read_options(options, session, name=name or None)
    free_name(given.fields.get("name", ""), CONTACT.load(session))
    contact = given.onto(blank(given, session))
    understood = given.understood or []
    if who:
        from recoverplan.cli.conversation import ask_role

        contact = keep_so_far(contact, session)
        role = ask_role()
        on_card = contact.on_card and role != "line"
        contact = keep_so_far(replace(contact, role=role, on_card=on_card), session)
    if asks and not options.but(role=None).any:
        from recoverplan.cli.conversation import ask_about

        contact, understood = ask_about(keep_so_far(contact, session), session)
    zone_typed = "zone" in given.fields
    keep_new(contact, given.place, understood, session, json=json, zone_typed=zone_typed)


def blank(given: Given, session: Session) -> Contact:
    """Return a contact of whom only name and role are known. Raises UsageError without them."""
    name, role = given.fields.get("name"), given.fields.get("role")
    if not name:
        raise UsageError(words.SAY_WHO, words.LIKE_ADD)
    if not role:
        message = words.SAY_ROLE.format(name=name)
        raise UsageError(
            message, words.ADD_ROLE.format(roles=", ".join(ROLES[:-1]), last=ROLES[-1])
        )
    created = session.now.astimezone(UTC)
    return Contact(
        name=name, role=role, zone=session.zone.key, on_card=role != "line", created=created
    )


@app.command("list")
def list_contacts(ctx: Context, json: Json = False) -> None:
    """List your people, in your order."""
    session = begin(ctx)
    contacts = CONTACT.load(session)
    usual, today = session.settings.prefer, session.now.date()

    def row(one: Contact) -> Row:
        return contact_row(
            one, usual, today, clock24=session.clock24, listed=listed_here(one, session)
        )

    empty = [] if contacts else [*nobody_yet(session), words.LIKE_ADD]
    CONTACT.emit_list("Your people", contacts, row, empty, session, json=json)


@app.command()
def show(ctx: Context, name: Name, json: Json = False) -> None:
    """Show one contact: how and when to reach them, what they agreed to."""
    session = begin(ctx)
    contact = CONTACT.which(CONTACT.load(session), name)
    usual, today = session.settings.prefer, session.now.date()
    facts = contact_facts(
        contact,
        usual,
        today,
        session.zone.key,
        clock24=session.clock24,
        listed=listed_here(contact, session),
    )
    shown = [*facts, *lived_facts(contact, session)]
    CONTACT.emit_one(contact.name, contact, shown, session, json=json)


@app.command()
def edit(
    ctx: Context,
    contact: Annotated[
        str,  # hidden: else the help is longer than a screen
        Argument(metavar="NAME", hidden=True, help="Their name or number."),
    ],
    *,
    name: Annotated[str | None, Option(metavar="TEXT", help="Another name.")] = None,
    options: Options,
    json: Json = False,
) -> None:
    """Change a contact. What repeats is replaced as a whole; "" takes it away."""
    session = begin(ctx)
    something_given(options, name=name)
    before = CONTACT.which(CONTACT.load(session), contact)
    given = read_options(options, session, name=name, hours_zone=before.zone)
    keep_changed(before, given, session, json=json)


@app.command()
def remove(ctx: Context, name: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove a contact. To hide somebody for a while: contact pause."""
    CONTACT.take_away(name, begin(ctx), yes=yes, json=json)


@app.command()
def ask(
    ctx: Context,
    name: Name,
    to: Annotated[
        str | None, Option(metavar="GROUP", help="Ask them to come along to its meeting.")
    ] = None,
    json: Json = False,
) -> None:
    """A text to send somebody before the first hard evening. Nothing is sent from here."""
    session = begin(ctx)
    contact = CONTACT.which(CONTACT.load(session), name)
    if to is None:
        text = first_message(contact, session)
    else:
        from recoverplan.cli.meeting_plan import message_along

        text = message_along(contact, to, session)

    if json:
        named = {"id": contact.id, "name": contact.name}
        emit_document({"schema": "recoverplan/ask/1", "contact": named, "text": text})
    else:
        is_line = contact.role == "line"
        unasked = [words.LINE_ASKED.format(name=contact.name)] if is_line else about_places(contact)
        say_lines([text] if text else unasked, session)
        if not is_line:
            from recoverplan.words import lived

            before = words.ASK_BEFORE if to is None else lived.SENT_NOTHING
            tell(before if text else words.CHANGE_NUMBER.format(id=contact.id))


@app.command()
def log(
    ctx: Context,
    name: MaybeName = None,
    *,
    options: TalkOptions,
    json: Json = False,
) -> None:
    """Write down that you talked with somebody, or that there was no answer."""
    from recoverplan.cli import contact_beside

    contact_beside.log(begin(ctx), name, options, json=json)


@app.command()
def agree(
    ctx: Context,
    name: MaybeName = None,
    *,
    options: AgreeOptions,
    json: Json = False,
) -> None:
    """Keep what somebody will do if something happens. Nothing is sent from here."""
    from recoverplan.cli import contact_beside

    contact_beside.agree(begin(ctx), name, options, json=json)


@app.command()
def pause(
    ctx: Context,
    name: Annotated[str, Argument(metavar="NAME", help="A contact, or a help line.")],
    until: Annotated[
        str | None, Option(metavar="DATE", help="Back after this day; else until --end.")
    ] = None,
    end: Annotated[bool, Option("--end", help="They are back.")] = False,
    json: Json = False,
) -> None:
    """Pause someone who is away. A help line is hidden by its name."""
    session = begin(ctx)
    fields = read_pause(until, session, end=end)
    if end:
        end_pause(CONTACT.which(CONTACT.load(session), name), session, json=json)
    else:
        begin_pause(which_or_line(CONTACT.load(session), name, session), fields, session, json=json)


@app.command("import")
def import_people(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE|-", help="Contacts of a phone: a .vcf file.")],
    *,
    options: ImportOptions,
    json: Json = False,
) -> None:
    """Take people from a phone's contacts; on a terminal it asks who to add."""
    from recoverplan.cli.contact_import import run

    run(begin(ctx), file, options, json=json)
