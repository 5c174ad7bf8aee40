"""`recoverplan lock …`: a passphrase set, changed, removed; a new key; what the lock is now.

The passphrase, old or new, is asked for before anything else; the recovery code is typed back, and
consent taken in words, before the store is touched.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recoverplan.cli.asking import ask, confirm, explain, tape, yes_or_no
from recoverplan.cli.copies import name, removed, to_remove
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.ending import not_shown
from recoverplan.cli.fields import choice
from recoverplan.cli.output import can_ask, emit, say, tell
from recoverplan.cli.passphrase import LEAST, new_passphrase
from recoverplan.cli.session import Place, begin
from recoverplan.errors import CouldNotError, NotFoundError, UsageError
from recoverplan.words import files
from recoverplan.words import remind as remind_words
from recoverplan.words import safekeeping as words

if TYPE_CHECKING:
    from recoverplan.services.published import Place as Published

app = App(no_args_is_help=True)

Yes = Annotated[bool, Option("--yes", help="Your consent, where there is no terminal.")]
Copied = Annotated[bool, Option("--yes", help="Remove stray copies that open with the old key.")]
Card = Annotated[
    str, Option(metavar="WHAT", help="What now may show while locked: names or region.")
]


class Change:
    """A change of the key that is under way: the code that it brings is shown before it is made."""

    def __init__(self, home: Path, now: datetime, passphrase: str, *, yes: bool) -> None:
        from recoverplan.store.keys import new_code

        self.home = home
        self.now = now
        self.passphrase = passphrase
        self.code = new_code()
        self.yes = yes

    def from_code_to_end(self, done: str) -> None:
        """Show the code, name the copies there are, and make the change; say that it is `done`."""
        if can_ask() and not code_typed_back(self.code):
            stop()
            return
        self.made(self.copies_named(), done, names=None)
        say(words.LOCK_BACKUPS)

    def copies_named(self) -> list[Path]:
        """Name the copies that open with the old key, and return those to remove."""
        from recoverplan.services.locking import copies

        return to_remove(copies(self.home), self.home, yes=self.yes)

    def made(self, going: list[Path], done: str, *, names: bool | None) -> None:
        """Make the change, and remove the copies that are going.

        Without a terminal the code is printed first: where that cannot be, nothing is changed.
        """
        from recoverplan.services.locking import lock

        if not can_ask():
            try:
                say(words.LOCK_CODE_LINE.format(code=self.code))
                sys.stdout.flush()
            except OSError as error:  # a reader that has gone, too: nobody has the code
                raise not_shown(error) from error
        anew, unnamed = lock(self.home, self.now, self.passphrase, self.code, names=names)
        removed(going, self.home)
        say(done)
        if unnamed.reminders:
            say(remind_words.NAMES_TAKEN_OUT)
        for place in unnamed.places:
            say(names_taken_out(place))
        if anew.removed:
            name(words.COPIES_GONE, anew.removed, self.home)
        if anew.unopened:
            name(words.COPIES_UNOPENED, anew.unopened, self.home)


@app.command("set")
def set_lock(ctx: Context, *, card: Card = "", yes: Yes = False) -> None:
    """Set a passphrase; a recovery code is shown once."""
    from recoverplan.store.unlocking import person

    home = there(ctx, locked=False)
    wanted = card_choice(card)
    now = begin(ctx).now
    if not yes and not can_ask():
        raise UsageError(words.LOCK_NEEDS_YES, words.LOCK_NEEDS_YES_HINT)
    if person.asker.tries > 1:
        explain(words.LOCK_WHAT, words.TOO_SHORT.format(least=LEAST))
    passphrase = new_passphrase()
    change = Change(home, now, passphrase, yes=yes)
    names = wanted == "names"
    if can_ask():
        if not code_typed_back(change.code):
            stop()
            return
        names = names_agreed(home, now, wanted)
    going = change.copies_named()
    if not yes and not consented():
        stop()
        return
    change.made(going, words.LOCK_DONE, names=names)
    say(words.CARD_NAMES if names else words.CARD_REGION)
    say(words.LOCK_BACKUPS)


@app.command()
def change(ctx: Context, yes: Copied = False) -> None:
    """Change the passphrase, with a new key and code; asks for the old one, or for the code."""

    home = there(ctx, locked=True)
    now = begin(ctx).now  # asks for the passphrase that opens it now
    Change(home, now, new_passphrase(), yes=yes).from_code_to_end(words.LOCK_CHANGED)


@app.command()
def remove(
    ctx: Context,
    yes: Annotated[bool, Option("--yes", help="Remove it without asking.")] = False,
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
def rekey(ctx: Context, yes: Copied = False) -> None:
    """Write everything under a new key, with a new recovery code."""
    from recoverplan.store.unlocking import person

    home = there(ctx, locked=True)
    now = begin(ctx).now
    passphrase = person.passphrase() or new_passphrase()
    Change(home, now, passphrase, yes=yes).from_code_to_end(words.LOCK_REKEYED)


@app.command("card")
def card_shows(
    ctx: Context,
    what: Annotated[str, Argument(metavar="[names|region]", help="What it may show.")] = "",
    yes: Yes = False,
) -> None:
    """Choose what the emergency card may show while locked."""
    from recoverplan.services import locking

    home = there(ctx, locked=True)
    wanted = card_choice(what)
    now = begin(ctx).now
    if not wanted and (yes or not can_ask()):
        raise UsageError(words.SAY_WHAT_IT_SHOWS, words.LIKE_CARD)
    names = wanted == "names" if yes else names_agreed(home, now, wanted)
    locking.agree(home, now, names=names)
    say(words.CARD_NAMES if names else words.CARD_REGION)


@app.command()
def status(
    ctx: Context,
    json: Annotated[bool, Option("--json", help="As JSON.")] = False,
) -> None:
    """Say what opens the data, and what now may show; asks for nothing."""
    from recoverplan.services import locking

    found = locking.status(there(ctx))

    def lines() -> list[str]:
        said = [words.LOCK_SAYS_SET if found.passphrase else words.LOCK_SAYS_NONE]
        if found.code and found.passphrase:
            said.append(words.WITH_CODE)
        if found.unfinished:
            said.append(words.LOCK_UNFINISHED)
        said += [words.SLOTS[kind] for kind in found.damaged]
        if found.damaged:
            said.append(words.SLOTS_NEW)
        if not found.even:
            said.append(words.SLOTS_UNEVEN)
        cards = {"names": words.CARD_NAMES, "region": words.CARD_REGION, "none": words.CARD_NONE}
        return [*said, cards[found.card]]

    def document() -> dict[str, Any]:
        damaged = [kind or "unknown" for kind in found.damaged]
        return {
            "schema": "recoverplan/lock/1",
            "passphrase": found.passphrase,
            "recovery_code": found.code,
            "card": found.card,
            **({"damaged": damaged} if damaged else {}),
        }

    emit(plain=lines, plainly=True, document=document if json else None)


def there(ctx: Context, *, locked: bool | None = None) -> Path:
    """Return where the store is. Raises NotFoundError without one, CouldNotError for its lock."""
    from recoverplan.store import opening
    from recoverplan.store.rekeying import is_locked

    place: Place = ctx.obj
    if not opening.exists(place.home):
        raise NotFoundError(files.NOTHING_HERE, files.START)
    if locked is True and not is_locked(place.home):
        raise CouldNotError(words.LOCK_NOT_SET, words.LOCK_NOT_SET_HINT)
    if locked is False and is_locked(place.home):
        raise CouldNotError(words.LOCK_SET_ALREADY, words.LOCK_SET_ALREADY_HINT)
    if locked is not None:  # to be changed: before a passphrase is thought of, or a code shown
        opening.refuse_open_folder(place.home)
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
            tape.forget()  # no way back behind a secret: it would have to be given again
            return True
        tell(words.CODE_NOT_SAME)
    return False


def names_agreed(home: Path, now: datetime, wanted: str) -> bool:
    """Say what the card would hold, and ask whether it may; not where it may hold no names.

    The whole of it is shown to whoever asks for it. Raises UsageError where nobody can be asked.
    """
    from recoverplan.services.locking import preview, whole

    if wanted == "region":
        return False
    explain(words.CARD_WHAT)
    rows = preview(home, now)
    explain(*summary(rows), words.CARD_WHO)
    if not can_ask():
        raise UsageError(words.CARD_NEEDS_YES, "Add --yes.")

    def read(typed: str) -> bool | None:
        return None if typed.casefold() in words.CARD_ALL else yes_or_no(typed)

    while True:
        answer = ask(words.CARD_ASK + words.CARD_KEYS, default="no", check=read)
        tape.forget()
        if answer is not None:
            return answer
        for row in whole(rows):
            tell(f"  {row}")


def summary(rows: list[list[str]]) -> list[str]:
    """Return what is readable on a card in a line for each kind of thing, by name."""
    named: dict[str, list[str]] = {}
    for typed, *fields in rows:
        kind = "own" if typed == "if" else typed
        if kind in words.CARD_HOLDS:
            name = next((one for one in fields if one.startswith("name: ")), fields[-1])
            named.setdefault(kind, []).append(name.removeprefix("name: "))
    return [f"  {words.CARD_HOLDS[kind]}: {', '.join(names)}" for kind, names in named.items()]


def consented() -> bool:
    """Say what a lost passphrase means, and take consent in words."""
    explain(words.CONSENT_WHAT)
    while typed := ask(words.CONSENT_ASK):
        if typed.casefold().strip(" .\"'") == words.CONSENT:
            return True
        tell(words.CONSENT_NOT_SAME)
    return False


def names_taken_out(place: Published) -> str:
    """Say that there are no names any more where something is published."""
    from recoverplan.domain.text import clean
    from recoverplan.words import publish

    kind, path = publish.KINDS[place.kind], clean(place.path)
    return publish.NAMES_TAKEN_OUT.format(kind=kind, path=path, what=place.kind)


def stop() -> None:
    """Say that nothing was done."""
    say(files.NOTHING_CHANGED)
