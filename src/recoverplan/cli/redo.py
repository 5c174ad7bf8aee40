"""`recoverplan redo`: bring back what the last undo took back."""

from __future__ import annotations

from typing import Annotated

import typer

from recoverplan.cli.session import begin
from recoverplan.cli.written import changing, emit_written

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def redo(
    ctx: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Bring back what was taken back."""
    from recoverplan.store import history

    session = begin(ctx)
    with changing(session) as store:
        names = history.redo(store)
    emit_written(
        lambda: {"schema": "recoverplan/redo/1", "brought_back": list(names)},
        [f"Brought back: {name}." for name in names],
        session,
        json=json,
    )
