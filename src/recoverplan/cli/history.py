"""`recoverplan history`: what was changed, newest first; each step can be taken back."""

from __future__ import annotations

from typing import Any

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.output import tell
from recoverplan.cli.session import begin
from recoverplan.cli.written import emit_list
from recoverplan.errors import UsageError
from recoverplan.words import usage as words

app = App()

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
