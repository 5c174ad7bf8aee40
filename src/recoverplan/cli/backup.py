"""`recoverplan backup`: everything in one file, read back before it is said to be done."""

from __future__ import annotations

import os
from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.file_out import refuse_places, to_stdout, write_bytes
from recoverplan.cli.output import can_ask, say, tell
from recoverplan.cli.session import Place, zone_in_force
from recoverplan.domain.text import counted, shown
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.home import spelled_out
from recoverplan.services.backing_up import (
    Backup,
    Source,
    make_backup,
    open_source,
    prepared,
    slots_for,
)
from recoverplan.store.keys import Slot
from recoverplan.words import files
from recoverplan.words import safekeeping as words
from recoverplan.words.files import STANDARD_OUTPUT

app = App()
PIECE = 1 << 20


@app.command()
def backup(
    ctx: Context,
    file: Annotated[
        str, Argument(metavar="[FILE]", help="Where to; recoverplan-DATE.zip unless said.")
    ] = "",
    plain_key: Annotated[
        bool, Option("--plain-key", help="Without a passphrase: who gets it can read it.")
    ] = False,
    no_history: Annotated[
        bool, Option("--no-history", help="Without what undo could bring back.")
    ] = False,
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False,
) -> None:
    """Write everything to one file that restore reads; it asks for a passphrase of its own."""
    from recoverplan.services.file_out import refuse_place
    from recoverplan.store import keys, opening

    place: Place = ctx.obj
    if not opening.exists(place.home):
        raise NotFoundError(words.NOTHING_TO_BACK_UP, files.START)
    if to_stdout(file):
        refuse_places([(file, usual_name())], force=force)
    path = Path(spelled_out(file)).absolute() if file else Path.cwd() / usual_name()
    with ExitStack() as to_close:
        source = open_source(place.home, to_close)
        locked = keys.need_secret(source.slots)
        if locked and plain_key:
            raise UsageError(words.BACKUP_HAS_ONE, words.LEAVE_PLAIN_KEY)
        if not to_stdout(file):
            refuse_place(path, force=force, example=usual_name())
        passphrase = None if locked or plain_key else passphrase_of_its_own()
        slots = slots_for(source, passphrase)
        if to_stdout(file):
            name, made = STANDARD_OUTPUT, pass_on(source, slots, place.home, steps=not no_history)
        else:
            made = make_backup(source, slots, path, force=force, steps=not no_history)
            name = path.name
            say(shown(path))
    tell(words.BACKUP_DONE.format(records=counted(made.records, "record"), path=shown(name)))
    tell(
        words.BACKUP_OPENS
        if locked
        else words.BACKUP_PLAIN
        if passphrase is None
        else words.BACKUP_OPENS_OWN
    )
    if made.steps:
        tell(words.BACKUP_HISTORY)


def pass_on(source: Source, slots: list[Slot], home: Path, *, steps: bool) -> Backup:
    """Write a backup to standard output once it was read back.

    Until then it lies in the store's own folder (where doctor and erase find it if this is ended in
    the middle), or where that can't be written, in a private one.
    """
    from tempfile import TemporaryDirectory

    with (
        TemporaryDirectory() if not os.access(home, os.W_OK) else nullcontext(home) as folder,
        prepared(source, slots, Path(folder) / "passed-on.zip", steps=steps) as (waiting, made),
        waiting.open("rb") as content,
    ):
        write_bytes(iter(partial(content.read, PIECE), b""))
    return made


def usual_name() -> str:
    """Return the name of a backup of today."""
    from recoverplan.clock import now
    from recoverplan.settings import Settings

    return f"recoverplan-{now(zone_in_force(Settings())):%Y-%m-%d}.zip"


def passphrase_of_its_own() -> str:
    """Ask for the passphrase of the backup. Raises UsageError where nobody can be asked."""
    from recoverplan.cli.asking import explain
    from recoverplan.cli.passphrase import new_passphrase
    from recoverplan.store.unlocking import person

    if person.asker.tries == 1 or can_ask():
        if person.asker.tries > 1:
            explain(words.BACKUP_ASKS)
        return new_passphrase(words.BACKUP_QUESTION)
    raise UsageError(words.BACKUP_NEEDS, words.BACKUP_NEEDS_HINT)
