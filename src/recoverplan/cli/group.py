"""`recoverplan group`: groups to try, their trials side by side, and what became of them."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Any

import typer

from recoverplan.cli.fields import name_of, optional, several
from recoverplan.cli.group_keep import (
    ask_group,
    covers_nothing,
    emit_list,
    emit_one,
    format_of,
    goal_of,
    keep_decision,
    keep_new,
    load,
    new_name,
    say_written,
    which_group,
)
from recoverplan.cli.hours import echo, kept, settle_hours
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import begin
from recoverplan.cli.written import agreed, changing, something_given
from recoverplan.cli.zones import read_zone
from recoverplan.domain.group import Group
from recoverplan.domain.trial import of_group, promise
from recoverplan.domain.zone import zone_named
from recoverplan.errors import UsageError
from recoverplan.store import groups as group_store
from recoverplan.value import replace
from recoverplan.words import trial as words

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

EDIT_OPTIONS = (
    "--name, --when, --program, --format, --zone, --where, --link, --phone, --where-notes,"
    " --link-notes, --phone-notes, --type, --confirmed"
)

Name = Annotated[str, typer.Argument(metavar="GROUP", help="Its name or number.")]
When = Annotated[
    list[str] | None, typer.Option(metavar="PHRASE", help='When it meets: "tue 7-8pm".')
]
Programme = Annotated[
    str | None,
    typer.Option("--program", "--programme", metavar="TEXT", help="The program, in your words."),
]
Format = Annotated[str | None, typer.Option(metavar="FORMAT", help="in-person, online or hybrid.")]
Zone = Annotated[
    str | None, typer.Option(metavar="ZONE", help="The zone of its times, if not yours.")
]
Where = Annotated[str | None, typer.Option(metavar="TEXT", help="Where it meets.")]
Link = Annotated[str | None, typer.Option(metavar="URL", help="The link of an online meeting.")]
Phone = Annotated[str | None, typer.Option(metavar="N", help="The number to join it by phone.")]
WhereNotes = Annotated[
    str | None, typer.Option(metavar="TEXT", help="How to find the door: buzzer 4.")
]
LinkNotes = Annotated[str | None, typer.Option(metavar="TEXT", help="For the link: a passcode.")]
PhoneNotes = Annotated[str | None, typer.Option(metavar="TEXT", help="For the number: a PIN.")]
Type = Annotated[
    list[str] | None, typer.Option(metavar="TEXT", help="A kind: newcomers, women, open.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def add(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you call it.")] = "",
    *,
    when: When = None,
    programme: Programme = None,
    format: Format = None,  # noqa: A002
    zone: Zone = None,
    where: Where = None,
    where_notes: WhereNotes = None,
    link: Link = None,
    link_notes: LinkNotes = None,
    phone: Phone = None,
    phone_notes: PhoneNotes = None,
    type: Type = None,  # noqa: A002
    json: Json = False,
) -> None:
    """Add a group; it is on trial at once, for 3 to 5 meetings."""
    session = begin(ctx)
    known = load(session)
    if not name and can_ask():
        asked = ask_group(known, session)
        if asked is not None:
            keep_new(*asked, session, json=json)
        return
    if not name:
        raise UsageError("Name the group.", 'For example: recoverplan group add "Tuesday Lifeline"')
    called = new_name(name_of(name, "a group"), known)
    in_zone = session.zone if zone is None else read_zone(zone, session)
    in_format = format_of(format)
    understood = [settle_hours(text, session, in_zone, open_end=True) for text in when or ()]
    group = Group(
        name=called,
        programme=optional(programme or ""),
        format=in_format,
        hours=tuple(kept(one) for one in understood),
        zone=in_zone.key,
        where=optional(where or ""),
        where_notes=optional(where_notes or ""),
        link=optional(link or ""),
        link_notes=optional(link_notes or ""),
        phone=optional(phone or ""),
        phone_notes=optional(phone_notes or ""),
        types=several(type or ()),
        created=session.now.astimezone(UTC),
    )
    keep_new(group, understood, session, json=json, zone_typed=zone is not None)


@app.command("list")
def list_groups(ctx: typer.Context, json: Json = False) -> None:
    """List your groups, their trials side by side."""
    session = begin(ctx)
    emit_list(load(session), session, json=json)


@app.command()
def show(ctx: typer.Context, group: Name, json: Json = False) -> None:
    """Show one group, and what its meetings have shown."""
    session = begin(ctx)
    known = load(session)
    emit_one(which_group(known, group), known, session, json=json)


@app.command()
def edit(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    group: Name,
    *,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Another name.")] = None,
    when: When = None,
    programme: Programme = None,
    format: Format = None,  # noqa: A002
    zone: Zone = None,
    where: Where = None,
    where_notes: WhereNotes = None,
    link: Link = None,
    link_notes: LinkNotes = None,
    phone: Phone = None,
    phone_notes: PhoneNotes = None,
    type: Type = None,  # noqa: A002
    confirmed: Annotated[
        bool | None,
        typer.Option("--confirmed", help="Its times are right, whatever its list notes."),
    ] = None,
    json: Json = False,
) -> None:
    """Change what is known of a group; an empty text takes it back."""
    session = begin(ctx)
    texts = {
        "programme": programme, "where": where, "where_notes": where_notes, "link": link,
        "link_notes": link_notes, "phone": phone, "phone_notes": phone_notes,
    }  # fmt: skip
    something_given((name, when, format, zone, type, confirmed, *texts.values()), EDIT_OPTIONS)
    known = load(session)
    old = which_group(known, group)
    new = old
    if name is not None:
        new = replace(new, name=new_name(name_of(name, "a group"), known, but=old))
    if format is not None:
        new = replace(new, format=format_of(format))
    if zone is not None:
        new = replace(new, zone=read_zone(zone, session).key)
    in_zone = zone_named(new.zone)
    phrases = [text for text in when or () if text.strip()]
    understood = [settle_hours(text, session, in_zone, open_end=True) for text in phrases]
    if when is not None:
        new = replace(new, hours=tuple(kept(one) for one in understood))
    if confirmed or when is not None:
        new = replace(new, caution=None)
    said: dict[str, Any] = {
        name: optional(text) for name, text in texts.items() if text is not None
    }
    new = replace(new, **said)
    if type is not None:
        new = replace(new, types=several(type))
    with changing(session) as store:
        group_store.save(store, new)
        store.did(f"changed group {new.name}")
    hours = echo(understood, session, in_zone, zone_typed=zone is not None)
    lines = [f"Changed {new.name}.", *hours, *covers_nothing(new, session)]
    say_written(new, lines, session, json=json)


@app.command()
def remove(
    ctx: typer.Context,
    group: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
    json: Json = False,
) -> None:
    """Remove a group and its log; people met there stay."""
    session = begin(ctx)
    known = load(session)
    gone = which_group(known, group)
    count = len(of_group(gone.id, known.meetings))
    logs = f" and {count} logged meeting{'s' if count > 1 else ''}" if count else ""
    if not agreed(f"Remove {gone.name}{logs}?", session, yes=yes):
        return
    with changing(session) as store:
        group_store.remove(store, gone.id)
        store.did(f"removed group {gone.name}")
    say_written(gone, [f"Removed {gone.name}{logs}."], session, json=json)


@app.command("try")
def try_group(
    ctx: typer.Context,
    group: Annotated[
        str,
        typer.Argument(metavar="GROUP|N", help="A name or number, or a number of group find."),
    ],
    tries: Annotated[
        str | None, typer.Option(metavar="3-5", help="How many meetings: 3, 4, 5 or a range.")
    ] = None,
    same_as: Annotated[
        str | None,
        typer.Option(metavar="GROUP", help="Another day of this group: one trial for both."),
    ] = None,
    json: Json = False,
) -> None:
    """Put a group, or a meeting that was found, on trial; earlier meetings count."""
    from recoverplan.cli.group_try import group_of, hours_of, joined, listing_wanted, new_group
    from recoverplan.writers.ways import ways

    session = begin(ctx)
    goal = None if tries is None else goal_of(tries)
    known = load(session)
    listing = listing_wanted(known, group, session)
    understood = None
    if listing is not None:
        understood = hours_of(listing, session)
        if same_as is not None:
            old = joined(listing, understood, same_as, known)
        else:
            old = group_of(listing, known) or new_group(listing, understood, known, session)
    elif same_as is not None:
        message = "--same-as takes a meeting of your lists, by its number."
        raise UsageError(message, "For days you know: recoverplan group edit GROUP --when PHRASE")
    else:
        old = which_group(known, group)
    new = replace(old, status="trying", why=None, unsafe=False, tries_goal=goal or old.tries_goal)
    with changing(session) as store:
        if new.id:
            group_store.save(store, new)
        else:
            new = group_store.add(store, new)
        store.did(f"put group {new.name} on trial")
    count = known.trial(new.id, session.now).tries if old.id else 0
    so_far = f" {count} so far." if count else ""
    first = f"{new.name} is on trial for {promise(new.tries_goal, ' to ')} meetings.{so_far}"
    hours = echo([understood] if understood else [], session, zone_named(new.zone))
    going = [f"{label}: {said}" for label, said in ways(new)]
    doubt = covers_nothing(new, session)
    lines = [first, *hours, *going, *doubt, *words.BEFORE_FIRST_MEETING]
    say_written(new, lines, session, json=json)


@app.command()
def decide(
    ctx: typer.Context,
    group: Name,
    decision: Annotated[str, typer.Argument(metavar="keep|pause|leave", help="What you decided.")],
    why: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A few words for yourself.")
    ] = None,
    json: Json = False,
) -> None:
    """Keep, pause or leave a group; you can decide again."""
    session = begin(ctx)
    known = load(session)
    keep_decision(which_group(known, group), decision, why, session, json=json)


@app.command("import")
def import_meetings(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-|URL", help="A list in Meeting Guide or BMLT JSON.")
    ],
    programme: Programme = None,
    zone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="The zone of its times, if it names none.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What the list is known by, if not by its place."),
    ] = None,
    json: Json = False,
) -> None:
    """Read a meeting list; reading it again brings it up to date."""
    from recoverplan.cli.group_import import run

    run(begin(ctx), file, programme=programme, zone=zone, source=source, json=json)


@app.command("find")
def find_meetings(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help='When: "tue 9pm-11pm".')] = "",
    *,
    gap: Annotated[bool, typer.Option("--gap", help="The first open hours of your plan.")] = False,
    near: Annotated[
        str | None, typer.Option(metavar="PLACE|LAT,LON", help="A town of the lists, or a point.")
    ] = None,
    within: Annotated[
        str | None, typer.Option(metavar="5km", help="How far from there; 5 km if not said.")
    ] = None,
    online: Annotated[
        bool, typer.Option("--online", help="Only what can be joined online.")
    ] = False,
    type: Annotated[  # noqa: A002
        list[str] | None, typer.Option(metavar="TEXT", help="A kind: newcomers, women, step.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Words of its name, place or notes.")
    ] = None,
    limit: Annotated[str, typer.Option(metavar="10", help="How many to show.")] = "10",
    json: Json = False,
) -> None:
    """Find meetings of the lists you have read, for a time or a place."""
    from recoverplan.cli.group_find import Options, run

    options = Options(phrase, gap, near, within, online, type or [], text, limit)
    run(begin(ctx), options, json=json)
