"""`recoverplan export`: everything as a file that other programs can read, and `import` reads."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from recoverplan.cli.output import harmless_json, tell, write
from recoverplan.cli.session import Place
from recoverplan.errors import UsageError

app = typer.Typer(add_completion=False, rich_markup_mode=None)

READABLE = "It is not encrypted: anyone who gets this file can read it."


@app.command()
def export(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to; - prints it.")] = "-",
    json: Annotated[bool, typer.Option("--json", help="As one JSON document.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over the file.")] = False,
) -> None:
    """Write everything to one file, not encrypted."""
    from recoverplan.services.files import write_file
    from recoverplan.services.keeping import reading
    from recoverplan.services.moving import take_all
    from recoverplan.writers.records.export import export_text

    if not json:
        raise UsageError("Say in which format.", "Like recoverplan export --json plan.json")
    place: Place = ctx.obj
    with reading(place.home) as store:
        text = export_text(*take_all(store))
    if file == "-":
        write(sys.stdout, harmless_json(text.removesuffix("\n")))
        return
    path = Path(file).expanduser().absolute()
    write_file(path, text.encode("utf-8"), force=force)
    write(sys.stdout, str(path))
    tell(READABLE)
