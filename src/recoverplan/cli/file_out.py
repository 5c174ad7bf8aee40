"""Where a file goes that was asked for: to its place, or for "-" to standard output."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from recoverplan.cli.output import say, tell, write
from recoverplan.domain.text import shown
from recoverplan.errors import UsageError
from recoverplan.home import spelled_out
from recoverplan.words import files as words
from recoverplan.words import usage as texts

if TYPE_CHECKING:
    from recoverplan.cli.session import Session
    from recoverplan.writers.paper.letters import Lacking

STDOUT = ("-", "/dev/stdout")
READ_BY_PEOPLE = (".html", ".ics", ".json", ".txt", ".vcf")


def to_stdout(typed: str) -> bool:
    """Tell whether a file goes to standard output."""
    return typed in STDOUT


def refuse_places(given: Iterable[tuple[str, str]], *, force: bool) -> None:
    """Look at every place before the first file is made, so that all are begun or none.

    `given` has pairs of a place as typed, "" for none, and an example of a name for it, whose
    ending says what kind of file it is. Raises UsageError where several go to standard output, or
    what nobody can read goes to a terminal; CouldNotError.
    """
    named = [(typed, example) for typed, example in given if typed]
    if not any(to_stdout(typed) for typed, _ in named):
        from recoverplan.services.file_out import refuse_places as refuse

        refuse(named, force=force)
        return
    if len(named) > 1:
        raise UsageError(words.ALONE, words.ALONE_HINT)
    ((_, example),) = named
    if sys.stdout.isatty() and not example.endswith(READ_BY_PEOPLE):
        raise UsageError(words.NOT_TEXT, words.NOT_TEXT_HINT.format(example=example))


def write_made(typed: str, content: bytes, *, force: bool, example: str) -> None:
    """Write a file and print its path; on standard output there is the file alone.

    `example` names one for somebody who named a folder. Raises CouldNotError.
    """
    place = write_to(typed, [content], force=force, example=example)
    if not to_stdout(typed):
        say(shown(place))


def write_to(typed: str, pieces: Iterable[bytes], *, force: bool, example: str) -> str:
    """Write a file in pieces, and return its whole path, or "-". Raises CouldNotError."""
    if to_stdout(typed):
        write_bytes(pieces)
        return STDOUT[0]
    from recoverplan.services.file_out import write_file

    place = Path(spelled_out(typed)).absolute()
    write_file(place, pieces, force=force, example=example)
    return str(place)


def write_bytes(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output as they are; on a terminal as text that it can show."""
    bare = getattr(sys.stdout, "buffer", None)
    if bare is None or sys.stdout.isatty():
        write(sys.stdout, b"".join(pieces).decode("utf-8", "replace").removesuffix("\n"))
        return
    sys.stdout.flush()
    bare.writelines(pieces)
    bare.flush()


SHOWN = 40  # cells of a text in a sentence about it
EVERY_LACK = 6  # sentences about letters; more help nobody


def paper_size(given: str, session: Session) -> str:
    """Return the paper that was asked for, else that of the person's region. Raises UsageError."""
    from recoverplan.data.regions import PAPERS, paper_of

    if not given:
        return paper_of(session.region.code)
    if given.casefold() not in PAPERS:
        message = texts.PAPER_IS_A_OR_LETTER.format(given=given)
        raise UsageError(message, texts.FOR_INSTANCE_PAPER_LETTER)
    return given.casefold()


def tell_lacking(found: Iterable[Lacking], names: Collection[str] = ()) -> None:
    """Say what is not printed letter for letter; `names` are those that `--card-name` changes."""
    from recoverplan.words import paper as words
    from recoverplan.writers.columns import fit

    shortest: dict[tuple[str, str], Lacking] = {}
    for each in sorted(found, key=lambda one: len(one.text)):
        shortest.setdefault(each[1:], each)
    for each in list(shortest.values())[:EVERY_LACK]:
        text = fit(each.text, SHOWN)
        if each.pictures:
            tell(words.PICTURES.format(pictures=each.pictures, text=f'"{text}"'))
        if each.letters:
            said = words.STROKES_OF if each.script else words.STROKES
            tell(said.format(script=each.script, text=text))
            hint = words.CARD_NAME_HINT if each.text in names else words.FONT_HINT
            tell(hint)
