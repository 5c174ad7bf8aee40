"""`recoverplan erase`: everything that is kept is removed, whatever state it is in.

It never opens the store, so a damaged or locked one goes just the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recoverplan.cli.asking import ask, explain
from recoverplan.cli.output import can_ask, say
from recoverplan.cli.session import Place
from recoverplan.domain.text import shown
from recoverplan.errors import UsageError
from recoverplan.words import erasing as words

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def erase(
    ctx: typer.Context,
    history: Annotated[
        bool, typer.Option("--history", help="Only what undo remembers; the rest stays.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase without asking.")] = False,
) -> None:
    """Remove everything that is kept here: keys first, then the store and the emergency card."""
    place: Place = ctx.obj
    before = words.BEFORE_HISTORY if history else words.BEFORE.format(home=shown(place.home))
    if not yes and not agreed(before, "" if history else words.CANNOT_REACH):
        say(words.KEPT)
        return
    if history:
        forget_history(ctx)
    else:
        erase_all(place.home)


def erase_all(home: Path) -> None:
    """Erase every file of the store, and say what is gone and what cannot be reached."""
    from recoverplan.store import erasing

    erased = erasing.erase(home)
    if not erased.gone:
        say(words.NOTHING.format(home=shown(home)))
        return
    say(words.DONE.format(number=len(erased.gone), home=shown(home)))
    if erased.left:
        say(words.OTHERS.format(names=", ".join(shown(path.name) for path in erased.left)))
    say(words.CANNOT_REACH)


def forget_history(ctx: typer.Context) -> None:
    """Forget the steps that undo could take back, with all that they hold of earlier values."""
    from recoverplan.cli.session import begin
    from recoverplan.cli.written import changing
    from recoverplan.store import history

    with changing(begin(ctx)) as store:
        history.forget(store)
    say(words.HISTORY_DONE)


def agreed(*before: str) -> bool:
    """Ask for the typed word. Raises UsageError without a terminal."""
    if not can_ask():
        raise UsageError("Erasing asks first, and there is no terminal to ask on.", "Add --yes.")
    explain(*filter(None, before), words.NO_WAY_BACK)
    return (ask(words.ASK) or "").casefold() == words.WORD
