"""`recoverplan redo`: bring back what the last undo took back."""

from __future__ import annotations

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.session import begin
from recoverplan.cli.written import changing, emit_written

app = App()


@app.command()
def redo(
    ctx: Context,
    json: Annotated[bool, Option("--json", help="Print what was done as JSON.")] = False,
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
