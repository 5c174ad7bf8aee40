"""`recoverplan contact import`: people out of a phone's file, chosen one by one or all at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from recoverplan.cli.asking import ask, chosen, explain
from recoverplan.cli.contact_keep import CONTACT, what_follows
from recoverplan.cli.contact_options import ImportOptions
from recoverplan.cli.conversation import ask_safe
from recoverplan.cli.fields import STDIN, choice
from recoverplan.cli.numbers import all_undialed
from recoverplan.cli.output import can_ask, emit_document, say, tell
from recoverplan.cli.session import Session
from recoverplan.cli.written import emit_written
from recoverplan.domain.address_book import Compared, Person, compared
from recoverplan.domain.contact import ROLES
from recoverplan.domain.naming import folded, pick
from recoverplan.domain.text import clean
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.home import spelled_out
from recoverplan.readers.vcard import Found, read_people
from recoverplan.services.keeping import writing
from recoverplan.services.taking import Taken, left_of_known, take
from recoverplan.words import asking, files, lived
from recoverplan.words import reading as words
from recoverplan.words import setup as setup_words
from recoverplan.writers.taking import (
    left_lines,
    names_said,
    person_row,
    problem_lines,
    unchanged_lines,
)

MOST_SHOWN = 100
RANGE = re.compile(r"#?(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def run(session: Session, typed: str, wanted: ImportOptions, *, json: bool) -> None:
    """Read the file, find out whom to take, and keep them in one change.

    Raises UsageError where that is not said and nobody is there to be asked.
    """
    if wanted.all_ and wanted.take:
        raise UsageError(lived.NOT_BOTH.format(one="--take", other="--all"))
    role = None if wanted.role is None else choice("--role", wanted.role, ROLES)
    with opened(typed) as file:
        found = read_people(file)
    rows = compared(found.people, CONTACT.load(session))
    if not rows:
        say_problems(found)
        raise CouldNotError(words.NOBODY_USABLE, words.NOTHING_WAS_IMPORTED)
    people = chosen_people(session, found, rows, wanted, json=json)
    roles = roles_of(people, rows, role)
    off_now = not_safe(roles, rows, wanted.on_now)
    ids = {person.id for person in people}
    known = tuple(each for each in rows if each.known and each.person.id in ids)
    taken = Taken((), known, ())
    if len(people) > len(known):
        with writing(session.home, session.now) as store:
            taken = take(store, roles, found.more, session.zone.key, session.now, off_now)
    taken = taken._replace(left=(*taken.left, *left_of_known(known, found.more)))

    def record() -> dict[str, Any]:
        return record_of(session, found, rows, taken)

    lines = [*taken_lines(taken, session), *problem_lines(found.skipped, found.notes)]
    emit_written(record, lines, session, json=json)


def record_of(
    session: Session, found: Found, rows: Sequence[Compared], taken: Taken
) -> dict[str, Any]:
    """Return what `--json` prints."""
    from recoverplan.writers.taking import people_record

    problems = (found.skipped, found.notes)
    return people_record(
        found.cards, rows, taken.added, taken.known, problems, session.zone, left=taken.left
    )


def taken_lines(taken: Taken, session: Session) -> Iterator[str]:
    """Say what became of those chosen, and what comes next."""
    if not taken.added:
        yield words.NOBODY_TAKEN
    else:
        yield words.ADDED.format(names=names_said([one.name for one in taken.added]))
    yield from dict.fromkeys(line for each in taken.known for line in unchanged_lines(each))
    for left in taken.left:
        yield from left_lines(left)
    yield from all_undialed(taken.added, session)
    for one in taken.added:
        if not one.on_now:
            yield asking.OFF_NOW.format(name=one.name, id=one.id)
    if len(taken.added) == 1:
        yield from what_follows(taken.added[0], session, first=False)
    elif reached := [one for one in taken.added if one.on_now]:
        yield words.SAY_WHEN.format(id=reached[0].id)
    if taken.added:
        yield files.TAKE_BACK


def chosen_people(
    session: Session, found: Found, rows: Sequence[Compared], wanted: ImportOptions, *, json: bool
) -> list[Person]:
    """Return whom to take: as it was said, else asked. Raises UsageError, NotFoundError."""
    people = [each.person for each in rows]
    if wanted.all_:
        return people
    if wanted.take:
        return picked(people, wanted.take)
    if can_ask() and not json:
        explain(words.FOUND)
        for row in shown(rows):
            tell(row)
        return ask(words.WHOM, check=lambda typed: asked_for(people, typed)) or []
    if json:
        nobody = Taken((), (), ())
        emit_document(record_of(session, found, rows, nobody))
    else:
        for row in numbered(rows):
            say(row)
        say_problems(found)
    raise UsageError(words.SAY_WHOM, words.SAY_WHOM_HINT)


def say_problems(found: Found) -> None:
    """Say on stderr what was left out of a file of which nothing is taken."""
    for line in problem_lines(found.skipped, found.notes):
        tell(line)


def numbered(rows: Sequence[Compared]) -> Iterator[str]:
    """Yield each person with their number."""
    for each in rows:
        yield f"{each.person.id}  {person_row(each)}"


def shown(rows: Sequence[Compared]) -> Iterator[str]:
    """Yield the rows of a list to choose from; of a long one the beginning."""
    for row in numbered(rows[:MOST_SHOWN]):
        yield f"  {row}"
    if len(rows) > MOST_SHOWN:
        yield f"  {words.MORE.format(count=len(rows) - MOST_SHOWN)}"


def asked_for(people: Sequence[Person], typed: str) -> list[Person]:
    """Return whom an answer means: all, or names, numbers and ranges with commas between."""
    if typed.casefold() == "all":
        return list(people)
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    if len(parts) == 1 and all(RANGE.fullmatch(part) for part in typed.split()):
        parts = typed.split()
    return picked(people, parts)


def picked(people: Sequence[Person], wanted: Sequence[str]) -> list[Person]:
    """Return the people that names, numbers and ranges mean, in the file's order, each once.

    Raises NotFoundError for a name that nobody has or several do, UsageError for a number.
    """
    found: set[int] = set()
    for typed in map(clean, wanted):
        numbers = RANGE.fullmatch(typed)
        if numbers is None:
            noun = words.PERSON_THERE
            found.add(pick(people, typed, noun=noun, name=lambda person: person.name).id)
            continue
        first, last = int(numbers[1]), int(numbers[2] or numbers[1])
        if not 1 <= first <= last <= len(people):
            message = words.NO_SUCH_PERSON.format(typed=typed, count=len(people))
            raise UsageError(message, words.SAY_WHOM_HINT)
        found.update(range(first, last + 1))
    return [person for person in people if person.id in found]


def roles_of(
    people: Sequence[Person], rows: Sequence[Compared], role: str | None
) -> list[tuple[Person, str]]:
    """Return each person with their role: as it was said, else asked.

    Whoever is on the list already keeps the role they have. Raises UsageError without a terminal.
    """
    known = {each.person.id: each.known.role for each in rows if each.known}
    new = [person for person in people if person.id not in known]
    if new and role is None and not can_ask():
        raise UsageError(
            words.WHO_ARE_THEY, asking.ADD_ROLE.format(roles=", ".join(ROLES[:-1]), last=ROLES[-1])
        )
    options = {one: setup_words.ROLES[one] for one in ROLES}
    if new and role is None:
        for number, text in enumerate(options.values(), start=1):
            tell(f"  {number}  {text}")
    usual = "peer"
    found = []
    asked: dict[str, str] = {}  # two cards of one name are asked about once
    for person in people:
        key = folded(person.name)
        if person.id not in known and role is None and key not in asked:
            question = words.ROLE_OF.format(name=person.name)
            usual = ask(question, default=usual, check=lambda said: chosen(said, options)) or usual
            asked[key] = usual
        found.append((person, known.get(person.id) or role or asked.get(key, usual)))
    return found


def not_safe(
    roles: Sequence[tuple[Person, str]], rows: Sequence[Compared], on_now: bool | None
) -> frozenset[str]:
    """Return who is kept off now, plan and card, by their folded names: as it was said, else asked.

    Nobody is asked about who is on the list already, nor about a help line.
    """
    known = {each.person.id for each in rows if each.known}
    new = {
        folded(person.name): person.name
        for person, role in roles
        if person.id not in known and role != "line"
    }
    if on_now is not None:
        return frozenset() if on_now else frozenset(new)
    return frozenset(
        key for key, name in new.items() if not ask_safe(asking.SAFE_TO_CALL.format(name=name))
    )


@contextmanager
def opened(typed: str) -> Iterator[BinaryIO]:
    """Open the file that was named, or standard input. Raises CouldNotError."""
    if typed == STDIN:
        stream: IO[Any] = getattr(sys.stdin, "buffer", sys.stdin)
        if hasattr(sys.stdin, "buffer"):
            yield cast("BinaryIO", stream)
        else:
            yield BytesIO(stream.read().encode("utf-8", "surrogateescape"))
        return
    try:
        file = Path(spelled_out(typed)).open("rb")  # noqa: SIM115 - closed by the caller's `with`
    except OSError as error:
        message = files.COULD_NOT_BE_READ.format(file=typed, said=error.strerror or error)
        raise CouldNotError(message) from error
    with file:
        yield cast("BinaryIO", file)
