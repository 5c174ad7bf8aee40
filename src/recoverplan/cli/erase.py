"""`recoverplan erase`: everything that is kept is removed, whatever state it is in.

It never opens the store, so a damaged or locked one goes just the same.
"""

from __future__ import annotations

from pathlib import Path

from recoverplan.cli.asking import ask, confirm, explain
from recoverplan.cli.copies import name
from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.output import can_ask, say
from recoverplan.domain.text import shown
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.words import safekeeping as words

app = App()


@app.command()
def erase(
    ctx: Context,
    history: Annotated[
        bool, Option("--history", help="Only what undo remembers, and older copies.")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="Erase without asking.")] = False,
) -> None:
    """Remove everything that is kept here: keys first, then the store and the emergency card."""
    if not yes and not can_ask():
        raise UsageError(words.ERASING_ASKS, "Add --yes.")
    if history:
        forget_history(ctx, yes=yes)
    else:
        erase_all(ctx.obj.home, yes=yes)


def erase_all(home: Path, *, yes: bool) -> None:
    """Erase every file of the store, and say what is gone and what cannot be reached.

    What calls the reminders goes first, so that nothing of ours runs any more, and what is
    published; where these can't be taken away, that is said when all else is gone.
    Raises CouldNotError.
    """
    from recoverplan.cli.publish_look import erase_published, name_published
    from recoverplan.services.reminding import is_on, stop_calling
    from recoverplan.store import erasing

    going, strays = erasing.look(home)
    if going:
        name(words.FILES, going, home)
        name_linked([*going, *strays], home)
        name_published(home)
    if not yes and not agreed(words.BEFORE.format(home=shown(home)), words.CANNOT_REACH):
        say(words.KEPT)
        return
    others = strays_going(strays, home, yes=yes)
    was_on = is_on(home)
    _, wrong = stop_calling(home)
    stays = erase_published(home)
    erased = erasing.erase(home, others)
    if wrong and not was_on:
        explain(f"{wrong[0].message} {words.STILL_CALLED}")
    if not erased.gone:
        say(words.NOTHING.format(home=shown(home)))
        return
    say(words.DONE.format(number=len(erased.gone), home=shown(home)))
    if erased.left:
        names = ", ".join(shown(path.name) for path in erased.left)
        say(words.OTHERS.format(names=names))
    say(words.CANNOT_REACH)
    if stays:
        say(stays)
    if wrong and was_on:
        raise CouldNotError(wrong[0].message, words.STILL_CALLED)


def name_linked(going: list[Path], home: Path) -> None:
    """Name what goes in one place alone, because the same file has another name."""
    from recoverplan.store.ours import linked

    if found := linked(going):
        name(words.LINKED_STAY, found, home)


def strays_going(strays: list[Path], home: Path, *, yes: bool) -> list[Path]:
    """Name copies that somebody else made, and return them where the person wants them gone."""
    if not strays:
        return []
    name(words.STRAYS, strays, home)
    if yes or confirm(words.STRAYS_ASK):
        return strays
    explain(words.STRAYS_LEFT)
    return []


def forget_history(ctx: Context, *, yes: bool) -> None:
    """Forget the steps that undo could take back, and the older copies that hold earlier values."""
    from recoverplan.cli.session import begin
    from recoverplan.cli.written import changing
    from recoverplan.store import erasing, history, ours

    home: Path = ctx.obj.home
    older = ours.older_copies(home)
    if older:
        name(words.OLDER, older, home)
        name_linked(older, home)
    if not yes and not agreed(words.BEFORE_HISTORY):
        say(words.KEPT)
        return
    with changing(begin(ctx)) as store:
        history.forget(store)
    kept = erasing.erase_older(home, older)
    say(words.HISTORY_DONE)
    if kept:
        names = ", ".join(shown(path.name) for path in kept)
        raise CouldNotError(words.OLDER_STAY.format(names=names), words.OLDER_BY_HAND)
    if older:
        say(words.OLDER_GONE)
    say(words.HISTORY_CANNOT_REACH)


def agreed(*before: str) -> bool:
    """Say what is going to happen, and ask for the typed word."""
    explain(*before, words.SUSPICION, words.NO_WAY_BACK)
    return (ask(words.ASK) or "").casefold() == words.WORD
