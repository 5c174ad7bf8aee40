"""`recoverplan restore`: a backup brought back; what is there now is kept beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recoverplan.cli.asking import confirm, explain
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.output import can_ask, say
from recoverplan.cli.session import Place, session_at
from recoverplan.domain.text import counted, shown
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.home import spelled_out
from recoverplan.settings import Settings
from recoverplan.words import safekeeping as words
from recoverplan.words.files import NOTHING_CHANGED, OLD_CARD_HINT

if TYPE_CHECKING:
    from recoverplan.services.restoring import Here

app = App()


@app.command()
def restore(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="What backup wrote; - for stdin.")],
    yes: Annotated[bool, Option("--yes", help="Restore without asking.")] = False,
) -> None:
    """Bring a backup back; what is there now is kept, as a backup beside it."""
    from recoverplan.services import restoring
    from recoverplan.services.keeping import follow
    from recoverplan.services.unpacking import STDIN

    place: Place = ctx.obj
    path = STDIN if file == "-" else Path(spelled_out(file)).absolute()
    now = session_at(place, Settings()).now
    if path != STDIN and not path.exists():
        message = words.NOT_THERE.format(file=path)
        raise CouldNotError(message, f"{NOTHING_CHANGED} {words.NAME_BACKUP}")
    here = restoring.look(place.home)
    if here.state != "none" and not yes and not can_ask():
        raise UsageError(words.RESTORE_NEEDS_YES, "Add --yes.")
    with restoring.taken_apart(place.home, path, here) as arrived:
        if here.state != "none" and not yes and not agreed(here):
            say(NOTHING_CHANGED)
            return
        restored = restoring.put_in(place.home, arrived, here, now)
    name = words.STANDARD_INPUT if path == STDIN else path
    say(words.RESTORED.format(records=counted(restored.records, "record"), path=shown(name)))
    if restored.kept:
        say(words.KEPT_BEFORE.format(path=shown(restored.kept)))
    say(how_it_opens(place.home, here.state))
    follow(place.home, now, words.RESTORED_OLD_CARD, OLD_CARD_HINT)


def agreed(here: Here) -> bool:
    """Say what will be replaced, and ask."""
    whole = here.state == "whole"
    records = counted(here.records, "record")
    explain(words.RESTORE_OVER.format(records=records) if whole else words.RESTORE_OVER_DAMAGED)
    return confirm(words.RESTORE_ASK)


def how_it_opens(home: Path, state: str) -> str:
    """Return the sentence about what opens the store that was restored."""
    from recoverplan.store import keys

    if state == "whole":
        return words.OPENS_AS_BEFORE
    return words.OPENS_WITH if keys.need_secret(keys.load_slots(home)) else words.OPENS_WITHOUT
