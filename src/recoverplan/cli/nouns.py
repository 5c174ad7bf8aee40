"""What the verbs of the nouns share: to load, find, add, change, list, show and remove one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from recoverplan.cli.session import Session
from recoverplan.cli.written import (
    Record,
    agreed,
    changing,
    emit_facts,
    emit_list,
    emit_written,
    refuse_taken,
)
from recoverplan.domain.naming import pick
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.services.keeping import reading, writing
from recoverplan.store.opened import Store
from recoverplan.store.table import Table
from recoverplan.value import replace

if TYPE_CHECKING:
    from recoverplan.store.table import Record as Kept
    from recoverplan.writers.rows import Fact, Row

T = TypeVar("T", bound="Kept")
REMOVING = ("Remove {name}?", "Removed {name}.")


class Noun(Generic[T]):
    """A noun as its commands need it.

    `word` is its command, and names it in JSON; `table.word` is what it is called on screens and
    in the history; `name` is how one is called. `record` makes the JSON record of one; a verb
    takes another where more belongs in it than is in the noun. `refuse` raises for a new one that
    can't be beside what is in the store, else one of a name that another has; `did` is what the
    history says.
    """

    def __init__(
        self,
        *,
        table: Table[T],
        word: str,
        name: Callable[[T], str],
        record: Callable[[T, Session], Record] | None = None,
        refuse: Callable[[T, Store], object] | None = None,
        did: Callable[[T], str] | None = None,
    ) -> None:
        self.table = table
        self.word = word
        self.name = name
        self.record = record or plain_record
        self.refuse = refuse or (lambda one, store: self.free(name(one), table.load_all(store)))
        self.did = did or (lambda one: f"added {table.word} {name(one)}")

    def load(self, session: Session) -> tuple[T, ...]:
        """Load all of them; none where there is no store yet."""
        with reading(session.home) as store:
            return () if store is None else self.table.load_all(store)

    def which(self, items: Iterable[T], wanted: str) -> T:
        """Return the one that is called so, or has this number. Raises NotFoundError."""
        return pick(items, wanted, noun=self.table.word, name=self.name)

    def free(self, name: str, items: Iterable[T], but: int = 0) -> str:
        """Return a name that no other has than that of the id `but`. Raises CouldNotError."""
        refuse_taken(items, name, noun=self.word, name=self.name, but=but)
        return name

    def keep(self, one: T, session: Session) -> T:
        """Keep a new one, or what more is known of it now, and return it as kept.

        Raises CouldNotError for a name that another has.
        """
        with writing(session.home, session.now) as store:
            if one.id:
                self.table.save(store, one)
            else:
                self.refuse(one, store)
                one = self.table.add(store, one)
            store.did(self.did(one))
        return one

    def ask(self, one: T, session: Session, *questions: Callable[[T], Mapping[str, Any]]) -> T:
        """Ask what more there is to know of one, and keep it after each answer.

        So whoever stops at any question loses none of the answers before it. Each question gets
        what is known, and returns the fields that its answer gives.
        """
        for question in questions:
            more = replace(one, **question(one))
            if more != one:
                one = self.keep(more, session)
        return one

    def change(self, store: Store, wanted: str, given: dict[str, Any], did: str = "changed") -> T:
        """Change fields of the one that is called so, in the change that is open, and return it.

        `did` is what the history says was done to it: that a verb beside edit sets fields is not
        what the person did. Raises NotFoundError, and CouldNotError where another has its new name.
        """
        items = self.table.load_all(store)
        old = self.which(items, wanted)
        new = replace(old, **given)
        if self.name(new) != self.name(old):
            self.free(self.name(new), items, but=old.id)
        self.table.save(store, new)
        store.did(f"{did} {self.table.word} {self.name(new)}")
        return new

    def remove(
        self, one: T, question: str, session: Session, *, yes: bool, did: str | None = None
    ) -> bool:
        """Ask the question unless `yes`, remove one, and tell whether that was done."""
        if not agreed(question, session, yes=yes):
            return False
        with changing(session) as store:
            self.table.remove(store, one.id)
            store.did(did or f"removed {self.table.word} {self.name(one)}")
        return True

    def take_away(
        self, wanted: str, session: Session, sentences: tuple[str, str] = REMOVING, *, yes: bool,
        json: bool, also: Callable[[T], Sequence[str]] = lambda _: (),
    ) -> None:  # fmt: skip
        """Remove the one that is called so, once that is agreed to, and say so.

        The `sentences` ask and say it, with a blank for the {name}; `also` is said below. Raises
        NotFoundError.
        """
        one = self.which(self.load(session), wanted)
        asked, said = (each.format(name=self.name(one)) for each in sentences)
        if self.remove(one, asked, session, yes=yes):
            self.emit(one, [said, *also(one)], session, json=json)

    def emit(
        self,
        one: T,
        lines: Iterable[str],
        session: Session,
        *,
        json: bool,
        record: Callable[[T], Record] | None = None,
    ) -> None:
        """Print what was written: sentences, or the record alone."""
        make = record or (lambda one: self.record(one, session))
        emit_written(lambda: make(one), lines, session, json=json)

    def emit_list(
        self,
        title: str,
        items: Sequence[T],
        row: Callable[[T], Row],
        empty: Sequence[str],
        session: Session,
        *,
        json: bool,
        record: Callable[[T], Record] | None = None,
    ) -> None:
        """Print a list of them under a title; the sentences `empty` where there are none."""
        make = record or (lambda one: self.record(one, session))

        def document() -> Record:
            many = f"{self.word}s"
            return {"schema": f"recoverplan/{many}/1", many: (make(one) for one in items)}

        rows = map(row, items) if items and not json else ()
        emit_list(title, rows, empty, session, document if json else None)

    def emit_one(
        self,
        title: str,
        one: T,
        facts: Iterable[Fact],
        session: Session,
        *,
        json: bool,
        record: Callable[[T], Record] | None = None,
    ) -> None:
        """Print one of them in full."""
        make = record or (lambda one: self.record(one, session))

        def document() -> Record:
            return {"schema": f"recoverplan/{self.word}/1", self.word: make(one)}

        emit_facts(title, list(facts), session, document if json else None)


LAST = "last"  # typed instead of a number: the one that was logged last


def numbered(logs: Iterable[T], wanted: str, noun: str) -> T:
    """Return the log with this number, or the one logged last. Raises NotFoundError.

    `noun` is the command for such logs, and the word for one.
    """
    known = list(logs)
    typed = clean(wanted).casefold()
    if typed == LAST and known:
        return max(known, key=lambda log: log.id)
    for log in known:
        if typed.removeprefix("#") == str(log.id):
            return log
    from recoverplan.words import lived as words

    message = (
        words.NONE_NUMBERED.format(noun=noun, number=clean(wanted))
        if known
        else words.NONE_LOGGED.format(noun=noun)
    )
    raise NotFoundError(message, words.SEE_LIST.format(noun=noun))


def linked(
    known: Any, contact: str | None, group: str | None, names: tuple[str, str]
) -> dict[str, int]:
    """Return the field that holds the id of the contact, or of the group, that was named; else {}.

    `known` has contacts and groups; `names` are the two options. Raises NotFoundError, and
    UsageError where both were named.
    """
    if contact and group:
        from recoverplan.words import lived as words

        raise UsageError(words.NOT_BOTH.format(one=names[0], other=names[1]))
    named = {"contact": (contact, known.contacts), "group": (group, known.groups)}
    return {
        field: pick(items, typed, noun=field, name=lambda one: str(one.name)).id
        for field, (typed, items) in named.items()
        if typed
    }


def plain_record(one: Any, session: Session) -> Record:
    """Return the record of a noun that is no more than its fields."""
    from recoverplan.writers.records.noun import record_of

    return record_of(one, session.zone)
