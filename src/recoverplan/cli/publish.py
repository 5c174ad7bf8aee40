"""`recoverplan publish`: the plan and the people in folders that are carried to a phone."""

from __future__ import annotations

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option

app = App(no_args_is_help=True)

Folder = Annotated[str, Argument(metavar="DIR", help="A folder that a program syncs.")]
Titles = Annotated[
    str,
    Option(metavar="neutral|full", help="What titles in it tell; neutral if not said."),
]
Yes = Annotated[bool, Option("--yes", help="Publish it without asking.")]
Json = Annotated[bool, Option("--json", help="As JSON.")]


@app.command()
def calendar(
    ctx: Context, folder: Folder, titles: Titles = "", yes: Yes = False, json: Json = False
) -> None:
    """Put your week where a calendar program finds it, one file an event."""
    from recoverplan.cli.publish_on import publish

    publish(ctx, "calendar", folder, titles, yes=yes, as_json=json)


@app.command()
def contacts(
    ctx: Context, folder: Folder, titles: Titles = "", yes: Yes = False, json: Json = False
) -> None:
    """Put the people on the card where an address book finds them, one file a person."""
    from recoverplan.cli.publish_on import publish

    publish(ctx, "contacts", folder, titles, yes=yes, as_json=json)


@app.command()
def page(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="A file in a folder that syncs.")],
    titles: Titles = "",
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Put the week and the card on one page."""
    from recoverplan.cli.publish_on import publish

    publish(ctx, "page", file, titles, yes=yes, as_json=json)


@app.command()
def status(ctx: Context, json: Json = False) -> None:
    """Say what is published, and where."""
    from recoverplan.cli.publish_look import show_status

    show_status(ctx.obj, as_json=json)


@app.command()
def off(
    ctx: Context,
    what: Annotated[
        str, Argument(metavar="[WHAT]", help="calendar, contacts or page; all if not said.")
    ] = "",
) -> None:
    """Publish it no more, and remove every file of it."""
    from recoverplan.cli.publish_look import turn_off

    turn_off(ctx.obj, what)
