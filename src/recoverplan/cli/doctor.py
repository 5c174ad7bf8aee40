"""`recoverplan doctor`: look whether everything is in order, put right what is safe, salvage."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.output import emit_document, say, tell
from recoverplan.cli.session import Place, Session, session_at
from recoverplan.cli.written import say_lines
from recoverplan.domain.text import counted, shown
from recoverplan.errors import DamagedError, NotFoundError, UsageError
from recoverplan.settings import Settings
from recoverplan.words import examining as words
from recoverplan.words import files

app = App()


@app.command()
def doctor(
    ctx: Context,
    *,
    fix: Annotated[bool, Option("--fix", help="Put right what is safe to.")] = False,
    salvage: Annotated[
        str, Option(metavar="FILE", help="Write what can still be read, as an export.")
    ] = "",
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False,
    yes: Annotated[bool, Option("--yes", help="With --fix: remove stray copies.")] = False,
    json: Annotated[bool, Option("--json", help="As JSON.")] = False,
) -> int:
    """Check that everything works, and say what was found."""
    from recoverplan.services.examining import examine
    from recoverplan.services.examining_store import WRONG, at_rest
    from recoverplan.store.ending import ending
    from recoverplan.store.files import present
    from recoverplan.store.opening import refuse_no_folder
    from recoverplan.words.files import PUT_RIGHT

    place: Place = ctx.obj
    if not present(place.home):
        raise NotFoundError(files.NOTHING_HERE, files.START)
    refuse_no_folder(place.home)
    if salvage:
        if fix or json:
            raise UsageError(words.SALVAGE_ALONE, words.LIKE_SALVAGE)
        return save_what_is_left(place.home, salvage, force=force)
    session = session_at(place, Settings())
    agrees = partial(agreed, place.home, yes=yes)
    look = partial(examine, place.home, session.now, fix=fix, agrees=agrees)
    found = list(look()) if fix else at_rest(place.home, lambda: list(look()))
    if any(each.fixed for each in found):
        ending.done(PUT_RIGHT)

    if json:
        names = ("what", "state", "says", "fixed")
        findings = [{name: getattr(each, name) for name in names} for each in found]
        emit_document({"schema": "recoverplan/doctor/1", "findings": findings})
    else:
        show(found, session, fix=fix)
    return max((each.code for each in found if each.state == WRONG and not each.fixed), default=0)


def agreed(home: Path, what: str, paths: list[Path], *, yes: bool) -> bool:
    """Say what is going to be removed, and ask where it may be the person's own."""
    from recoverplan.cli.asking import confirm
    from recoverplan.cli.copies import name
    from recoverplan.services.examining import COPIES
    from recoverplan.words.safekeeping import COPIES_ASK, COPIES_LEFT

    if what != COPIES:
        name(words.REMOVED, paths, home)
        return True
    name(words.COPIES_FOUND, paths, home)
    if yes or confirm(COPIES_ASK):
        return True
    tell(COPIES_LEFT)
    return False


def show(found: list[Any], session: Session, *, fix: bool) -> None:
    """Print a line for each thing that was found, and what to do about it."""
    from recoverplan.services.examining_store import BEYOND_FIXING, WRONG

    for each in found:
        fixed = f" {words.FIXED}" if each.fixed else ""
        say_lines([f"{words.STATES[each.state]}: {each.says}{fixed}"], session)
    states = {each.state for each in found if not each.fixed}
    if "wrong" in states:
        wrong = {each.what for each in found if each.state == WRONG}
        if not fix and not wrong <= {*BEYOND_FIXING}:
            tell(words.TO_FIX)
    else:
        say(words.NOTES if "note" in states else words.ALL_WELL)


def save_what_is_left(home: Path, typed: str, *, force: bool) -> int:
    """Write what can be read to a file and say how much it was; return 5 if any is lost."""
    from recoverplan.cli.file_out import to_stdout, write_to
    from recoverplan.services.salvaging import salvage
    from recoverplan.writers.export import export_pieces

    found = salvage(home)
    pieces = export_pieces(found.settings, found.records())
    path = write_to(typed, map(str.encode, pieces), force=force, example="salvaged.json")
    report = tell if to_stdout(typed) else say
    numbers = {noun: len(records) for noun, records in found.records() if records}
    report(words.SALVAGED.format(rows=counted(sum(numbers.values()), "record"), path=shown(home)))
    for noun, number in numbers.items():
        report(f"  {words.SALVAGE_NOUNS.get(noun, noun)}: {number}")
    for noun, number in found.lost.items():
        what = words.SALVAGE_NOUNS.get(noun, noun)
        report(words.SALVAGE_LOST.format(lost=f"{number} of the {what}"))
    if found.unsure:
        names = ", ".join(words.SALVAGE_NOUNS.get(noun, noun) for noun in found.unsure)
        report(words.SALVAGE_UNSURE.format(nouns=names))
    if found.stood_in:
        report(words.SALVAGE_STOOD_IN.format(number=found.stood_in))
    report(words.SALVAGE_NEXT.format(path=shown(path)))
    tell(files.NOT_ENCRYPTED)
    return DamagedError.exit_code if found.lost or found.unsure else 0
