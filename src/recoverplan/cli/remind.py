"""`recoverplan remind`: notices ahead of the hour. `remind run` itself goes straight (ringing/)."""

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.options import TypedOptions

app = App(no_args_is_help=True)

Json = Annotated[bool, Option("--json", help="As JSON.")]


class Options(TypedOptions):
    """What is asked for; None: not given."""

    before: Annotated[
        str | None, Option(metavar="TIME", help="How long before; 30m unless said.")
    ] = None
    for_: Annotated[
        list[str] | None,
        Option(
            "--for",
            metavar="WHAT",
            help="check-ins, hours, meetings, preparations, treatment, log; or all.",
        ),
    ] = None
    quiet: Annotated[
        str | None, Option(metavar="HOURS", help="Nothing then: 23:00-07:00, or none.")
    ] = None
    most: Annotated[
        str | None, Option(metavar="N", help="At most so many a day; 6 unless said.")
    ] = None
    words: Annotated[str | None, Option(metavar="HOW", help="neutral, or full: with names.")] = None
    with_: Annotated[
        str | None,
        Option("--with", metavar="WAY", help="systemd, cron, launchd, tasks; prompt: no timer."),
    ] = None
    sound: Annotated[
        bool | None,
        Option("--sound/--no-sound", help="Ask for a sound.", show_default=False),
    ] = None


@app.command()
def on(
    ctx: Context,
    *,
    options: Options,
    yes: Annotated[bool, Option("--yes", help="Turn them on without asking.")] = False,
    json: Json = False,
) -> None:
    """Turn reminders on, or change them; shows first what will be written."""
    from recoverplan.cli.remind_on import turn_on

    turn_on(ctx, options, yes=yes, as_json=json)


@app.command()
def off(ctx: Context) -> None:
    """Turn reminders off, and take away all that was written."""
    from recoverplan.cli.remind_look import turn_off

    turn_off(ctx.obj)


@app.command()
def status(ctx: Context, json: Json = False) -> None:
    """Say whether reminders are on, what calls them, and what is wrong."""
    from recoverplan.cli.remind_look import show_status

    show_status(ctx.obj, as_json=json)


@app.command()
def test(ctx: Context) -> None:
    """Show a reminder right now, to see that it works."""
    from recoverplan.cli.remind_look import show_test

    show_test(ctx.obj)


@app.command()
def snooze(
    ctx: Context,
    time: Annotated[str, Argument(metavar="[TIME]", help="For how long: 1d, 2h, 45m.")] = "",
    end: Annotated[bool, Option("--end", help="Show them again from now on.")] = False,
) -> None:
    """Show nothing for a while."""
    from recoverplan.cli.remind_look import snooze_for

    snooze_for(ctx.obj, time, end=end)


@app.command("list")
def list_reminders(
    ctx: Context,
    days: Annotated[str | None, Option(metavar="N", help="How many days; 7 unless said.")] = None,
    json: Json = False,
) -> None:
    """List what will be shown, and when."""
    from recoverplan.cli.remind_look import show_list

    show_list(ctx, days, as_json=json)


@app.command()
def prompt(
    ctx: Context,
    shell: Annotated[str, Argument(metavar="[SHELL]", help="bash, zsh or fish.")] = "",
) -> None:
    """Print lines that show reminders in a shell's prompt."""
    from recoverplan.cli.remind_look import print_lines

    print_lines(ctx.obj, shell)


@app.command()
def run(
    ctx: Context,
    printing: Annotated[
        bool, Option("--print", help="As lines on the terminal, not as notices.")
    ] = False,
) -> int:
    """Show what is due; a timer calls this every five minutes."""
    from recoverplan.ringing import PRINT, main

    return main(["--store", str(ctx.obj.home)], [PRINT] if printing else [])
