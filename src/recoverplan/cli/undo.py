"""`recoverplan undo`: take back the last change, or go further back."""

from __future__ import annotations

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.session import begin
from recoverplan.cli.written import changing, emit_written
from recoverplan.words import usage as words

app = App()


@app.command()
def undo(
    ctx: Context,
    step: Annotated[
        int | None,
        Argument(metavar="ID", help="A step of the history: it and all after it."),
    ] = None,
    json: Annotated[bool, Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Take back the last change."""
    from recoverplan.store import history

    session = begin(ctx)
    with changing(session) as store:
        names = history.undo(store, step)
    lines = [f"Took back: {name}." for name in names]
    again = words.TO_BRING_IT_BACK
    emit_written(
        lambda: {"schema": "recoverplan/undo/1", "taken_back": list(names)},
        [*lines, again],
        session,
        json=json,
    )
