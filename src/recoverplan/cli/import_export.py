"""`recoverplan import`: everything out of an export, into an empty store."""

from __future__ import annotations

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.session import begin
from recoverplan.cli.written import emit_written
from recoverplan.domain.text import counted
from recoverplan.words import files as words

app = App()


@app.command("import")
def import_export(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="What export wrote; - for stdin.")],
    json: Annotated[bool, Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Read everything from an export into an empty store, all or nothing."""
    from recoverplan.readers.export import MOST_BYTES, read_export
    from recoverplan.readers.meeting_list import opened
    from recoverplan.services.keeping import writing
    from recoverplan.services.moving import put

    session = begin(ctx)
    with opened(file, MOST_BYTES, "an export") as kept:
        for _ in read_export(kept):
            pass  # all of it can be read, or nothing is opened or made
        kept.seek(0)
        with writing(session.home, session.now) as store:
            counts = put(store, read_export(kept))
            number = counted(sum(counts.values()), "record")
            store.did(f"imported {number}")
    emit_written(
        lambda: {"schema": "recoverplan/imported/1", **counts},
        [words.IMPORTED.format(count=number)],
        session,
        json=json,
    )
