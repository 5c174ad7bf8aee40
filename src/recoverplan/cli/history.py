"""`recoverplan history`: what was changed, newest first; `undo` takes back, `redo` brings back."""

from __future__ import annotations

from typing import Any

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.output import tell
from recoverplan.cli.session import begin
from recoverplan.cli.written import changing, emit_list, emit_written
from recoverplan.errors import UsageError
from recoverplan.words import usage as words

app, undo_app, redo_app = App(), App(), App()
Json = Annotated[bool, Option("--json", help="Print what was done as JSON.")]

ON_A_SCREEN = 20
EMPTY = (words.NOTHING_WAS_CHANGED_YET,)


@app.command()
def history(
    ctx: Context,
    count: Annotated[
        int | None, Option(metavar="N", help="How many; 20 unless said, all with --json.")
    ] = None,
    json: Annotated[bool, Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Show what was changed, newest first."""
    from recoverplan.services.keeping import reading
    from recoverplan.store import history as store_history
    from recoverplan.writers.plain.rows import history_row

    if count is not None and count < 1:
        raise UsageError(words.COUNT_FROM_ONE_UP, words.TRY_RECOVERPLAN_HISTORY_COUNT)
    session = begin(ctx)
    with reading(session.home) as store:
        found = () if store is None else store_history.steps(store)
    shown = found[: count or (len(found) if json else ON_A_SCREEN)]

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.noun import history_record

        return {
            "schema": "recoverplan/history/1",
            "steps": [history_record(step, session.zone) for step in shown],
        }

    rows = [history_row(step, session.now, clock24=session.clock24) for step in shown]
    emit_list(words.WHAT_WAS_CHANGED, rows, EMPTY, session, document if json else None)
    if not json and len(shown) < len(found):
        tell(
            words.OLDER_RECOVERPLAN_HISTORY_COUNT.format(
                said=len(found) - len(shown), number=len(found)
            )
        )


@undo_app.command()
def undo(
    ctx: Context,
    step: Annotated[
        int | None,
        Argument(metavar="ID", help="A step of the history: it and all after it."),
    ] = None,
    json: Json = False,
) -> None:
    """Take back the last change."""
    from recoverplan.store import history as store_history

    session = begin(ctx)
    with changing(session) as store:
        names = store_history.undo(store, step)
    emit_written(
        lambda: {"schema": "recoverplan/undo/1", "taken_back": list(names)},
        [*(f"Took back: {name}." for name in names), words.TO_BRING_IT_BACK],
        session,
        json=json,
    )


@redo_app.command()
def redo(
    ctx: Context,
    json: Json = False,
) -> None:
    """Bring back what was taken back."""
    from recoverplan.store import history as store_history

    session = begin(ctx)
    with changing(session) as store:
        names = store_history.redo(store)
    emit_written(
        lambda: {"schema": "recoverplan/redo/1", "brought_back": list(names)},
        [f"Brought back: {name}." for name in names],
        session,
        json=json,
    )
