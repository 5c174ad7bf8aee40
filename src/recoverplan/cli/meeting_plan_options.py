"""What is typed for a meeting that somebody means to attend."""

from typing import Annotated

import typer

from recoverplan.cli.by_number import ByNumber


class Options(ByNumber):
    """The options as typed; None: not given, "": to be taken away."""

    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help='When, if not its next: "tue 7pm".')
    ] = None
    with_: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help="Who comes along.")
    ] = None
    goal: Annotated[
        str | None, typer.Option(metavar="TEXT", help='A small aim: "just listen".')
    ] = None
    leave: Annotated[str | None, typer.Option(metavar="TIME", help="When to leave for it.")] = None
    early: Annotated[str | None, typer.Option(metavar="10m", help="Be there so early.")] = None
    late: Annotated[str | None, typer.Option(metavar="15m", help="Stay on so long.")] = None
    note: Annotated[str | None, typer.Option(metavar="TEXT|-", help="A note to yourself.")] = None
