"""`recoverplan backup`: everything in one file, read back before it is said to be done."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from recoverplan.cli.output import can_ask, say, tell
from recoverplan.cli.session import Place
from recoverplan.domain.text import shown
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.words import safekeeping as words

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def backup(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="Where to; recoverplan-DATE.zip unless said.")
    ] = "",
    plain_key: Annotated[
        bool, typer.Option("--plain-key", help="Without a passphrase: who gets it can read it.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over the file.")] = False,
) -> None:
    """Write everything to one file that restore reads; it asks for a passphrase of its own."""
    from recoverplan.services.backing_up import make_backup, open_source, slots_for
    from recoverplan.services.files import refuse_existing
    from recoverplan.store import keys, opening

    place: Place = ctx.obj
    if not opening.exists(place.home):
        raise NotFoundError(words.NOTHING_TO_BACK_UP, "Start with: recoverplan setup")
    path = Path(file).expanduser().absolute() if file else Path.cwd() / usual_name()
    with ExitStack() as to_close:
        source = open_source(place.home, to_close)
        locked = keys.need_secret(source.slots)
        if locked and plain_key:
            raise UsageError(words.BACKUP_HAS_ONE, "Leave --plain-key out.")
        if not force:
            refuse_existing(path)
        passphrase = None if locked or plain_key else passphrase_of_its_own()
        made = make_backup(source, slots_for(source, passphrase), path, force=force)
    say(shown(made.path))
    tell(words.BACKUP_DONE.format(records=made.records, path=shown(made.path.name)))
    tell(
        words.BACKUP_OPENS
        if locked
        else words.BACKUP_PLAIN
        if passphrase is None
        else words.BACKUP_OPENS_OWN
    )


def usual_name() -> str:
    """Return the name of a backup of today."""
    from recoverplan.cli.session import zone_in_force
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
        return new_passphrase(person.asker, words.BACKUP_QUESTION)
    raise UsageError(words.BACKUP_NEEDS, words.BACKUP_NEEDS_HINT)
