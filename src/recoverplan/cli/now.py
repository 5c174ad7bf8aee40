"""`recoverplan now`, for its help alone: the door runs now/ without Typer."""

from __future__ import annotations

from recoverplan.cli.declaring import Annotated, App, Context, Option

app = App()


@app.command()
def now(
    ctx: Context,
    at: Annotated[str, Option(metavar="WHEN", help="Show it as of then: fri 21:00.")] = "",
    json: Annotated[bool, Option("--json", help="As JSON.")] = False,
    timer: Annotated[
        bool, Option("--timer", help="Then ride it out: 15 minutes, or --timer 10.")
    ] = False,
    breathe: Annotated[
        bool, Option("--breathe", help="With a pace to breathe at, while it runs.")
    ] = False,
) -> int:
    """Who to call and what to do, right now."""
    from recoverplan.now import main

    options = ["--store", str(ctx.obj.home), *(["--plain"] if ctx.obj.plain else [])]
    said = {"--json": json, "--timer": timer, "--breathe": breathe}
    flags = [name for name, given in said.items() if given]
    return main(options, [*flags, *(["--at", at] if at else [])])
