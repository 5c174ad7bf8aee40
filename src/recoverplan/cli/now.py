"""`recoverplan now`, for its help alone: the door runs now/ without Typer."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def now(
    ctx: typer.Context,
    at: Annotated[str, typer.Option(metavar="WHEN", help="Show it as of then: fri 21:00.")] = "",
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Who to call and what to do, right now."""
    from recoverplan.now import main

    options = ["--store", str(ctx.obj.home), *(["--plain"] if ctx.obj.plain else [])]
    return main(options, [*(["--json"] if json else []), *(["--at", at] if at else [])])
