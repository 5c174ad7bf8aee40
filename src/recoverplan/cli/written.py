"""What commands that write have in common: a store that is there, a yes, an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from recoverplan.cli.output import can_ask, emit, emit_document, say, wants_plain
from recoverplan.cli.session import Session
from recoverplan.domain.naming import Numbered, same_named
from recoverplan.errors import CouldNotError, NotFoundError, UsageError
from recoverplan.services.keeping import writing
from recoverplan.store.opened import Store
from recoverplan.words import files as words
from recoverplan.words.question import Question

if TYPE_CHECKING:
    from recoverplan.writers.rows import Fact, Row
    from recoverplan.writers.terminal.style import Screen

Record = Mapping[str, Any]
T = TypeVar("T", bound=Numbered)


@contextmanager
def changing(session: Session) -> Iterator[Store]:
    """Open the store for one change of what is in it already; one that is not there is not made.

    Raises NotFoundError where there is no store yet.
    """
    from recoverplan.store.opening import exists

    if not exists(session.home):
        raise NotFoundError(words.NOTHING_HERE, words.START)
    with writing(session.home, session.now) as store:
        yield store


def agreed(question: str, session: Session, *, yes: bool) -> bool:
    """Ask before something is removed, and say so when it is not; `yes` answers.

    Raises UsageError without a terminal.
    """
    from recoverplan.words import safekeeping

    if not yes and not can_ask():
        raise UsageError(safekeeping.REMOVING_ASKS, "Add --yes.")
    if yes:
        return True
    from recoverplan.cli.asking import confirm

    if confirm(Question(question, safekeeping.REMOVING)):
        return True
    say_lines([safekeeping.KEPT], session)
    return False


def refuse_taken(
    items: Iterable[T], text: str, *, noun: str, name: Callable[[T], str], but: int = 0
) -> None:
    """Refuse a name that another thing has: two of one name could not be told apart.

    `noun` is the command for such things, `but` the id of the one that may have it. Raises
    CouldNotError that names the edit.
    """
    other = same_named(items, text, name=name, but=but)
    if other is not None:
        message = words.NAME_TAKEN.format(name=name(other))
        raise CouldNotError(message, words.CHANGE_IT.format(noun=noun, id=other.id))


def emit_written(
    record: Callable[[], Record], lines: Iterable[str], session: Session, *, json: bool
) -> None:
    """Print what was written: one line a sentence, or with `json` the record alone."""
    if json:
        emit_document(record())
        return
    say_lines(lines, session)


def so_many(count: int, said: tuple[str, str]) -> str:
    """Return how many there are, in the words for one and for several."""
    return said[0] if count == 1 else said[1].format(count=count)


def say_lines(lines: Iterable[str], session: Session) -> None:
    """Print sentences; on a terminal broken at spaces."""
    from recoverplan.domain.text import clean

    width = 0
    if not wants_plain(session.plain):
        from shutil import get_terminal_size

        width = get_terminal_size().columns
    for line in map(clean, lines):
        if width < 20:
            say(line)
            continue
        from recoverplan.writers.columns import wrap

        for part in wrap(line, width):
            say(part)


def emit_list(
    title: str,
    rows: Iterable[Row],
    empty: Sequence[str],
    session: Session,
    document: Callable[[], Record] | None,
) -> None:
    """Print a list: rows under a title, or the sentences `empty`; `document` with `--json`.

    `rows` is () where there are none.
    """

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.rows import list_screen

        return list_screen(title, [*rows], width)

    from recoverplan.writers.plain.rows import list_lines

    if not rows and document is None:
        say_lines(empty, session)
        return
    emit(plain=lambda: list_lines(rows), plainly=session.plain, screen=screen, document=document)


def emit_facts(
    name: str,
    facts: Sequence[Fact],
    session: Session,
    document: Callable[[], Record] | None,
) -> None:
    """Print one thing in full; `document` with `--json`."""

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.rows import fact_screen

        return fact_screen(name, facts, width)

    from recoverplan.writers.plain.rows import fact_lines

    emit(
        plain=lambda: fact_lines(name, facts),
        plainly=session.plain,
        screen=screen,
        document=document,
    )
