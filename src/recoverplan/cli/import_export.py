"""`recoverplan import`: everything out of an export, into an empty store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from recoverplan.cli.session import begin
from recoverplan.cli.written import emit_written
from recoverplan.errors import CouldNotError

app = typer.Typer(add_completion=False, rich_markup_mode=None)

MOST_BYTES = 64_000_000


@app.command("import")
def import_export(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="What export wrote; - for stdin.")],
    json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Read everything from an export into an empty store, all or nothing."""
    from recoverplan.readers.export import read_export
    from recoverplan.services.keeping import writing
    from recoverplan.services.moving import put_all

    session = begin(ctx)
    settings, nouns = read_export(content_of(file))
    with writing(session.home, session.now) as store:
        number = put_all(store, settings, nouns)
        store.did(f"imported {number} records")
    counts = {name: len(records) for name, records in nouns._asdict().items()}
    emit_written(
        lambda: {"schema": "recoverplan/imported/1", **counts},
        [f"Imported {number} records. To take it back: recoverplan undo"],
        session,
        json=json,
    )


def content_of(file: str) -> bytes:
    """Return what is in a file, or comes on stdin. Raises CouldNotError."""
    try:
        if file == "-":
            content = sys.stdin.read(MOST_BYTES + 1).encode("utf-8", "surrogatepass")
        else:
            with Path(file).expanduser().open("rb") as opened:
                content = opened.read(MOST_BYTES + 1)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        message = f"{file} could not be read: {reason}."
        raise CouldNotError(message) from error
    if len(content) > MOST_BYTES:
        message = f"{file} is too long for an export of recoverplan."
        raise CouldNotError(message)
    return content
