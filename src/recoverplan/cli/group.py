"""`recoverplan group`: groups to try, their trials side by side, and what became of them."""

from datetime import UTC

from recoverplan.cli.asking import choose
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import name_of, read_zone
from recoverplan.cli.group_keep import (
    GROUP,
    ask_group,
    covers_nothing,
    emit_list,
    emit_one,
    keep_decision,
    keep_new,
    may_be_kept,
    say_written,
    trip_of,
)
from recoverplan.cli.group_options import (
    EditOptions,
    ImportOptions,
    Options,
    PreferOptions,
    SearchOptions,
    TryOptions,
)
from recoverplan.cli.hours import echo, kept, settle_hours
from recoverplan.cli.options import Json, Yes, fields_of, something_given
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import begin
from recoverplan.cli.written import changing
from recoverplan.domain.extent import few
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.trial import of_group
from recoverplan.domain.zone import zone_named
from recoverplan.errors import UsageError
from recoverplan.services.attending import load
from recoverplan.store.tables import groups
from recoverplan.value import replace
from recoverplan.words import lists as list_words
from recoverplan.words import trial as words

app = App(no_args_is_help=True)

Name = Annotated[str, Argument(metavar="GROUP", help="Its name or number.")]


@app.command()
def add(
    ctx: Context,
    name: Annotated[str, Argument(metavar="NAME", help="What you call it.")] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add a group; it is on trial at once, for 3 to 5 meetings."""
    session = begin(ctx)
    known = load(session.home)
    if can_ask() and not options.any and not json:
        called = GROUP.free(name_of(name, "a group"), known.groups) if name else None
        asked = ask_group(known, session, called)
        if asked is not None:
            keep_new(*asked, session, json=json)
        return
    if not name:
        raise UsageError(words.NAME_IT, words.LIKE_ADD)
    called = GROUP.free(name_of(name, "a group"), known.groups)
    given = {**fields_of(options), **trip_of(options.trip, session)}
    there = zone_named(given.pop("there")) if "there" in given else session.zone
    zone = there if options.zone is None else read_zone(options.zone, session)
    phrases = few(options.when or ())
    understood = [settle_hours(text, session, zone, open_end=True) for text in phrases]
    given["status"] = "kept" if given.get("format") == CHAT else "trying"
    group = Group(
        name=called,
        hours=tuple(kept(one) for one in understood),
        zone=zone.key,
        created=session.now.astimezone(UTC),
        **given,
    )
    keep_new(group, understood, session, json=json, zone_typed=options.zone is not None)


@app.command("list")
def list_groups(ctx: Context, json: Json = False) -> None:
    """List your groups, their trials side by side."""
    session = begin(ctx)
    emit_list(load(session.home), session, json=json)


@app.command()
def show(ctx: Context, group: Name, json: Json = False) -> None:
    """Show one group and what its meetings have shown, or all that a list says of a meeting."""
    session = begin(ctx)
    known = load(session.home)
    if group.strip().removeprefix("#").isdecimal():
        from recoverplan.cli.group_try import listing_wanted

        listing = listing_wanted(known, group, session)
        if listing is not None:
            from recoverplan.cli.group_find import emit_listing

            emit_listing(listing, session, json=json)
            return
    emit_one(GROUP.which(known.groups, group), known, session, json=json)


@app.command()
def edit(
    ctx: Context,
    group: Name,
    *,
    name: Annotated[str | None, Option(metavar="NAME", help="Another name.")] = None,
    options: EditOptions,
    json: Json = False,
) -> None:
    """Change what is known of a group; an empty text takes it back."""
    session = begin(ctx)
    something_given(options, name=name)
    known = load(session.home)
    new = old = GROUP.which(known.groups, group)
    if name is not None:
        called = GROUP.free(name_of(name, "a group"), known.groups, but=old.id)
        new = replace(new, name=called)
    given = {**fields_of(options), **trip_of(options.trip, session)}
    there = given.pop("there", None)
    if options.zone is not None:
        given["zone"] = read_zone(options.zone, session).key
    elif there is not None and options.when is not None:
        given["zone"] = there
    zone = zone_named(given.get("zone", old.zone))
    phrases = few([text for text in options.when or () if text.strip()])
    understood = [settle_hours(text, session, zone, open_end=True) for text in phrases]
    if options.when is not None:
        given["hours"] = tuple(kept(one) for one in understood)
    if options.confirmed or options.when is not None:
        given["caution"] = None
    if given.get("format") == CHAT and old.status == "trying":
        given["status"] = "kept"
    new = replace(new, **given)
    with changing(session) as store:
        groups.save(store, new)
        store.did(f"changed group {new.name}")
    hours = echo(understood, session, zone, zone_typed=options.zone is not None)
    lines = [f"Changed {new.name}.", *hours, *covers_nothing(new, session)]
    say_written(new, lines, session, json=json)


@app.command()
def remove(
    ctx: Context,
    group: Name,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Remove a group and its log; people met there stay."""
    session = begin(ctx)
    known = load(session.home)
    gone = GROUP.which(known.groups, group)
    count = len(of_group(gone.id, known.meetings))
    logs = f" and {count} logged meeting{'s' if count > 1 else ''}" if count else ""
    if GROUP.remove(gone, f"Remove {gone.name}{logs}?", session, yes=yes):
        say_written(gone, [f"Removed {gone.name}{logs}."], session, json=json)


@app.command("try")
def try_group(
    ctx: Context,
    group: Annotated[
        str,
        Argument(metavar="GROUP|N", help="A name or number, or a place in group find."),
    ],
    *,
    options: TryOptions,
    json: Json = False,
) -> None:
    """Put a group, or a meeting that was found, on trial; earlier meetings count."""
    from recoverplan.cli.group_try import run

    run(begin(ctx), group, options, json=json)


@app.command()
def decide(
    ctx: Context,
    group: Name,
    decision: Annotated[
        str | None, Argument(metavar="keep|pause|leave", help="What you decided.")
    ] = None,
    why: Annotated[str | None, Option(metavar="TEXT", help="A few words for yourself.")] = None,
    yes: Annotated[bool, Option("--yes", help="Keep one that felt unsafe without asking.")] = False,
    json: Json = False,
) -> None:
    """Keep, pause or leave a group; on a terminal it asks which."""
    session = begin(ctx)
    if decision is None and not can_ask():
        raise UsageError(words.WHICH_DECISION, words.DECIDE_LIKE)
    chosen = GROUP.which(load(session.home).groups, group)
    decision = decision or choose(words.DECIDE_QUESTION, words.DECIDE_WORDS)
    if decision is None or decision == "later":
        return
    if may_be_kept(chosen, decision, session, yes=yes):
        keep_decision(chosen, decision, why, session, json=json)


@app.command("import")
def import_meetings(
    ctx: Context,
    file: Annotated[
        str,
        Argument(metavar="FILE|-|URL", help="A list: JSON, CSV, XLSX, ICS, pasted table."),
    ] = "",
    *,
    options: ImportOptions,
    json: Json = False,
) -> None:
    """Read a meeting list; reading it again brings it up to date."""
    from recoverplan.cli import group_import

    session = begin(ctx)
    if options.again:
        group_import.again(session, file, options, json=json)
    elif file:
        group_import.run(session, file, options, json=json)
    else:
        raise UsageError(list_words.NAME_A_FILE, list_words.HOW_TO_READ)


@app.command("find")
def find_meetings(
    ctx: Context,
    phrase: Annotated[str, Argument(metavar="PHRASE", help='When: "tue 9pm-11pm".')] = "",
    *,
    gap: Annotated[bool, Option("--gap", help="The first open hours of your plan.")] = False,
    options: SearchOptions,
    json: Json = False,
) -> None:
    """Find meetings of the lists you have read, for a time or a place."""
    from recoverplan.cli.group_find import run

    run(begin(ctx), phrase, options, gap=gap, json=json)


@app.command("prefer")
def prefer(
    ctx: Context,
    *,
    options: PreferOptions,
    json: Json = False,
) -> None:
    """Say what meetings you look for; group find and plan --gaps go by it."""
    from recoverplan.cli.group_prefer import run

    run(begin(ctx), ctx.obj, options, json=json)
