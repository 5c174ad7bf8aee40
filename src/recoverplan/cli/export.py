"""`recoverplan export`: everything as a file for other programs; and `import`, which reads it."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.file_out import refuse_places, to_stdout, write_made
from recoverplan.cli.output import print_json, tell, write
from recoverplan.cli.session import Place, begin
from recoverplan.cli.written import emit_written
from recoverplan.domain.text import counted, shown
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.home import spelled_out
from recoverplan.services.file_out import refuse_existing, write_file
from recoverplan.words import files as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recoverplan.domain.everything import Nouns
    from recoverplan.settings import Settings
    from recoverplan.store.opened import Store

app, import_app = App(), App()

SQLITE = b"SQLite format 3\0"  # how its files begin


@app.command()
def export(
    ctx: Context,
    *,
    file: Annotated[str, Argument(metavar="FILE", help="Where to; - prints it.")] = "-",
    json: Annotated[bool, Option("--json", help="As one JSON document.")] = False,
    csv: Annotated[
        str, Option(metavar="DIR", help="As tables for a spreadsheet, into this folder.")
    ] = "",
    sqlite: Annotated[
        str, Option(metavar="FILE", help="As tables in an SQLite file, not encrypted.")
    ] = "",
    force: Annotated[bool, Option("--force", help="Write over what is there.")] = False,
) -> None:
    """Write everything to one file, not encrypted."""
    from recoverplan.services.keeping import reading
    from recoverplan.services.moving import take_all

    if [json, bool(csv), bool(sqlite)].count(True) != 1 or (file != "-" and not json):
        raise UsageError(words.WHICH_FORMAT, words.LIKE_EXPORT)
    if to_stdout(csv):
        raise UsageError(words.NO_FOLDER, words.NO_FOLDER_HINT)
    if sqlite:
        refuse_places([(sqlite, "plan.db")], force=force)
    place: Place = ctx.obj
    path = Path(spelled_out(csv or sqlite or file)).absolute()
    printed, tables = "", b""
    with reading(place.home) as store:
        if csv:
            export_csv(path, take_all(store), force=force)
        elif sqlite:
            tables = sqlite_bytes(take_all(store))
        elif to_stdout(file):
            # Whole, then printed: who reads it slowly must not keep the store from being changed.
            printed = "".join(export_json(store))
        else:
            pieces = (piece.encode() for piece in export_json(store))
            write_file(path, pieces, force=force, example="plan.json")
    if printed:
        print_json([printed.removesuffix("\n")])
        return
    if sqlite:
        write_made(sqlite, tables, force=force, example="plan.db")
    else:
        write(sys.stdout, shown(path))
    tell(words.NOT_ENCRYPTED)


def export_json(store: Store | None) -> Iterator[str]:
    """Yield everything as one JSON document, in pieces."""
    from recoverplan.services.moving import take, take_settings
    from recoverplan.writers.export import export_pieces

    return export_pieces(take_settings(store), take(store))


def export_csv(folder: Path, everything: tuple[Settings, Nouns], *, force: bool) -> None:
    """Write one CSV file a table into a folder. Raises CouldNotError."""
    from recoverplan.writers.export import csv_text, tables

    files = {folder / f"{each.name}.csv": csv_text(each) for each in tables(*everything)}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = words.NO_FOLDER_TO_WRITE.format(path=folder, said=error.strerror or error)
        raise CouldNotError(message, words.ANOTHER_PLACE) from error
    if not force:
        for path in files:
            refuse_existing(path)
    for path, text in files.items():
        write_file(path, text.encode("utf-8"), force=force, example="contacts.csv")


def sqlite_bytes(everything: tuple[Settings, Nouns]) -> bytes:
    """Return the tables as an SQLite file that any program can open."""
    import sqlite3

    from recoverplan.writers.export import fill_database, tables

    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        fill_database(connection, tables(*everything))
        return connection.serialize()
    finally:
        connection.close()


def refuse_tables(typed: str) -> None:
    """Raise UsageError for what export --csv or --sqlite wrote: import takes JSON alone."""
    path = Path(spelled_out(typed))
    tables = path.is_dir()
    with suppress(OSError):  # said when it is opened to be read
        if path.is_file():
            with path.open("rb") as file:
                tables = file.read(len(SQLITE)) == SQLITE
    if tables:
        raise UsageError(words.NO_TABLES_IN.format(path=shown(path)), words.LIKE_JSON)


@import_app.command("import")
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
    refuse_tables(file)
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
