"""`recoverplan lock …`: a passphrase set, changed, removed; a new key; what the lock is now.

The passphrase, old or new, is asked for before anything else; the recovery code is typed back, and
consent taken in words, before the store is touched.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from recoverplan.cli.asking import ask, confirm, explain
from recoverplan.cli.fields import choice
from recoverplan.cli.output import can_ask, emit, say, tell
from recoverplan.cli.passphrase import new_passphrase
from recoverplan.cli.session import Place, begin
from recoverplan.domain.text import shown
from recoverplan.errors import CouldNotError, NotFoundError, UsageError
from recoverplan.words import safekeeping as words

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

Yes = Annotated[bool, typer.Option("--yes", help="Your consent, where there is no terminal.")]
Card = Annotated[
    str, typer.Option(metavar="WHAT", help="What now may show while locked: names or region.")
]


@app.command("set")
def set_lock(ctx: typer.Context, *, card: Card = "", yes: Yes = False) -> None:
    """Set a passphrase; a recovery code is shown once."""
    from recoverplan.services import locking
    from recoverplan.store import keys
    from recoverplan.store.locking import old_copies
    from recoverplan.store.unlocking import person

    home = there(ctx, locked=False)
    wanted = card_choice(card)
    now = begin(ctx).now
    if not yes and not can_ask():
        raise UsageError(words.LOCK_NEEDS_YES, words.LOCK_NEEDS_YES_HINT)
    if person.asker.tries > 1:
        explain(words.LOCK_WHAT)
    passphrase = new_passphrase(person.asker)
    code = keys.new_code()
    names = wanted == "names"
    if not yes or can_ask():
        if not code_typed_back(code):
            stop()
            return
        names = names_agreed(home, now, wanted)
    if not yes and not consented([path.name for path in old_copies(home)]):
        stop()
        return
    locking.lock(home, now, passphrase, code, names=names)
    say(words.LOCK_DONE)
    if not can_ask():
        say(words.LOCK_CODE_LINE.format(code=code))
    say(words.CARD_NAMES if names else words.CARD_REGION)
    say(words.LOCK_BACKUPS)


@app.command()
def change(ctx: typer.Context) -> None:
    """Change the passphrase; asks for the old one, or for the recovery code."""
    from recoverplan.store import locking
    from recoverplan.store.unlocking import person

    home = there(ctx, locked=True)
    begin(ctx)  # asks for the passphrase that opens it now
    locking.change_passphrase(home, new_passphrase(person.asker))
    say(words.LOCK_CHANGED)


@app.command()
def remove(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Remove it without asking.")] = False,
) -> None:
    """Take the passphrase away."""
    from recoverplan.services import locking

    home = there(ctx, locked=True)
    now = begin(ctx).now
    if not yes and not can_ask():
        raise UsageError(words.REMOVE_NEEDS_YES, "Add --yes.")
    if not yes:
        explain(words.REMOVE_WHAT)
        if not confirm(words.REMOVE_ASK):
            stop()
            return
    locking.unlock(home, now)
    say(words.LOCK_REMOVED)


@app.command()
def rekey(ctx: typer.Context) -> None:
    """Write everything under a new key, with a new recovery code."""
    from recoverplan.services.locking import follow
    from recoverplan.store import keys, locking
    from recoverplan.store.unlocking import person

    home = there(ctx, locked=True)
    now = begin(ctx).now
    opened = person.known.get(tuple(keys.load_slots(home)), [])
    typed = [each.secret for each in opened if each.kind == "passphrase"]
    passphrase = typed[0] if typed else new_passphrase(person.asker)
    code = keys.new_code()
    if can_ask() and not code_typed_back(code):
        stop()
        return
    locking.set_new_key(home, passphrase, code)
    say(words.LOCK_REKEYED)
    if not can_ask():
        say(words.LOCK_CODE_LINE.format(code=code))
    say(words.LOCK_BACKUPS)
    follow(home, now)


@app.command("card")
def card_shows(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="[names|region]", help="What it may show.")] = "",
) -> None:
    """Choose what the emergency card may show while locked."""
    from recoverplan.services import locking

    home = there(ctx, locked=True)
    wanted = card_choice(what)
    now = begin(ctx).now
    if not wanted and not can_ask():
        raise UsageError("Say what the card may show.", "Like recoverplan lock card region")
    names = names_agreed(home, now, wanted) if can_ask() else wanted == "names"
    locking.agree(home, now, names=names)
    say(words.CARD_NAMES if names else words.CARD_REGION)


@app.command()
def status(
    ctx: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say what opens the data, and what now may show; asks for nothing."""
    from recoverplan.services import locking

    found = locking.status(there(ctx))

    def lines() -> list[str]:
        said = [words.LOCK_SAYS_SET if found.passphrase else words.LOCK_SAYS_NONE]
        if found.code and found.passphrase:
            said.append(words.LOCK_SAYS_CODE)
        if found.unfinished:
            said.append(words.LOCK_UNFINISHED)
        cards = {"names": words.CARD_NAMES, "region": words.CARD_REGION, "none": words.CARD_NONE}
        return [*said, cards[found.card]]

    def document() -> dict[str, Any]:
        return {
            "schema": "recoverplan/lock/1",
            "passphrase": found.passphrase,
            "recovery_code": found.code,
            "card": found.card,
        }

    emit(plain=lines, plainly=True, document=document if json else None)


def there(ctx: typer.Context, *, locked: bool | None = None) -> Path:
    """Return where the store is. Raises NotFoundError without one, CouldNotError for its lock."""
    from recoverplan.store import opening
    from recoverplan.store.locking import is_locked

    place: Place = ctx.obj
    if not opening.exists(place.home):
        raise NotFoundError("There is nothing here yet.", "Start with: recoverplan setup")
    if locked is True and not is_locked(place.home):
        raise CouldNotError(words.LOCK_NOT_SET, words.LOCK_NOT_SET_HINT)
    if locked is False and is_locked(place.home):
        raise CouldNotError(words.LOCK_SET_ALREADY, words.LOCK_SET_ALREADY_HINT)
    return place.home


def card_choice(typed: str) -> str:
    """Return what the card may show, "" where nothing was said. Raises UsageError."""
    return choice("--card", typed, words.CARD_CHOICES) if typed else ""


def code_typed_back(code: str) -> bool:
    """Show the recovery code once and have it typed back; False where the person stops."""
    from recoverplan.store.keys import code_in

    explain(words.CODE_WHAT)
    tell(f"\n    {code}\n")
    while typed := ask(words.CODE_BACK):
        if code_in(typed) == code_in(code):
            return True
        tell(words.CODE_NOT_SAME)
    return False


def names_agreed(home: Path, now: datetime, wanted: str) -> bool:
    """Show what the card would hold, and ask whether it may; not where that was said already."""
    from recoverplan.services.locking import preview

    if wanted == "region":
        return False
    explain(words.CARD_WHAT)
    tell()
    for row in preview(home, now):
        tell(f"  {row}")
    tell()
    explain(words.CARD_WHO)
    return wanted == "names" or confirm(words.CARD_ASK)


def consented(copies: list[str]) -> bool:
    """Say what a lost passphrase means, and take consent in words."""
    explain(words.CONSENT_WHAT)
    if copies:
        explain(words.CONSENT_COPIES.format(names=shown(", ".join(copies))))
    return (ask(words.CONSENT_ASK) or "").casefold().rstrip(".") == words.CONSENT


def stop() -> None:
    """Say that nothing was done."""
    say(words.LOCK_STOPPED)
