"""What is kept by its number beside people or groups: one kind of noun serves all of it.

Options of one command list, show, change and remove it (`by_number`); what else such a command
does is to keep a new one, or one that was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import ByNumber
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record, changing
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.store.opened import Store
from recoverplan.store.table import Table
from recoverplan.words import lived as words
from recoverplan.writers.rows import Fact, Row

if TYPE_CHECKING:
    from recoverplan.store.table import Record as Kept

T = TypeVar("T", bound="Kept")


class Beside(Generic[T]):
    """Things of one kind beside people or groups, as one run of their command sees them.

    `owner` is the field that says whose one is, and `names` what those are called. `command` is
    what is typed; the history says `did` with one of `verbs`: of a new one, and of one that was
    changed.
    """

    table: ClassVar[Table[Any]]
    word: ClassVar[str]
    command: ClassVar[str]
    title: ClassVar[str]
    empty: ClassVar[Sequence[str]]
    did: ClassVar[str]
    verbs: ClassVar[tuple[str, str]]
    said_of_new: ClassVar[str]
    said_of_changed: ClassVar[str] = words.CHANGED
    said_of_removed: ClassVar[str] = words.REMOVED
    ask_to_remove: ClassVar[str] = words.REMOVE_THIS
    owner: ClassVar[str] = "contact"

    def __init__(self, session: Session, names: Mapping[int, str]) -> None:
        self.session = session
        self.names = names
        self.noun = Noun(
            table=self.table,
            word=self.word,
            name=lambda one: str(one.id),
            record=self.record,
            refuse=self.refuse,
            did=lambda one: self.did.format(did=self.verbs[0], name=self.name(one)),
        )

    @cached_property
    def kept(self) -> tuple[T, ...]:
        """Return all of them: a new one is kept without reading what is there."""
        return self.noun.load(self.session)

    def said(self, one: T) -> str:
        """Return one in a line, with its owner's name."""
        raise NotImplementedError

    def facts(self, one: T) -> Mapping[str, str | None]:
        """Return everything that is known of one, under its labels; None for what is not."""
        raise NotImplementedError

    def record(self, one: T, session: Session) -> Record:
        """Return the JSON record of one."""
        from recoverplan.writers.records.noun import linked_record

        return linked_record(one, session.zone, contacts=self.names)

    def row(self, one: T) -> Row:
        """Return one as a row of the list."""
        return Row(one.id, self.name(one), [self.said(one)])

    def name(self, one: T) -> str:
        """Return the name of its owner."""
        return self.names[getattr(one, self.owner)]

    def of(self, whose: int | None) -> tuple[T, ...]:
        """Return those of one owner, by its id; all of them for None."""
        return tuple(one for one in self.kept if whose in {None, getattr(one, self.owner)})

    def to_list(self, found: Iterable[T]) -> Iterable[T]:
        """Return what of it is listed, in order."""
        return found

    def numbered(self, wanted: Any, whose: int | None = None) -> T:
        """Return the one that has this number. Raises NotFoundError, which names the list."""
        number = clean(wanted or "")
        for one in self.of(whose):
            if number.removeprefix("#") == str(one.id):
                return one
        message = words.NO_NUMBER.format(number=number)
        raise NotFoundError(message, words.SEE_NUMBERS.format(command=self.command))

    def looked_at(self, options: ByNumber, whose: int | None, *, json: bool) -> bool:
        """List them, show or remove one, if that was asked for; tell if so.

        `whose`: the id of the one owner that was named.
        """
        verb = options.verb
        if verb == "list":
            listed = list(self.to_list(self.of(whose)))
            self.noun.emit_list(self.title, listed, self.row, self.empty, self.session, json=json)
        elif verb == "show":
            one = self.numbered(options.show, whose)
            found = {**self.facts(one), "Number": str(one.id)}
            facts = [Fact(label, text) for label, text in found.items() if text]
            self.noun.emit_one(self.name(one), one, facts, self.session, json=json)
        elif verb == "remove":
            self.take_away(self.numbered(options.remove, whose), yes=options.yes, json=json)
        return verb not in {"", "edit"}

    def take_away(self, one: T, *, yes: bool, json: bool) -> None:
        """Remove one, once that is agreed to."""
        said = self.said(one)
        did = self.did.format(did="removed", name=self.name(one))
        question = self.ask_to_remove.format(said=said)
        if self.noun.remove(one, question, self.session, yes=yes, did=did):
            self.noun.emit(one, [self.said_of_removed.format(said=said)], self.session, json=json)

    def to_change(self, options: ByNumber, *others: object) -> T | None:
        """Return the one to change, None for a new one. Raises UsageError where nothing is given.

        `others` can be given beside the options.
        """
        if options.edit is None:
            return None
        old = self.numbered(options.edit)
        if not options.but(edit=None).any and all(other is None for other in others):
            names = ", ".join(options.own_names(options.declared()))
            raise UsageError(words.WHAT_TO_CHANGE, words.OPTIONS.format(names=names))
        return old

    def refuse(self, one: T, store: Store) -> None:
        """Raise where one can't stand beside those that are kept; most can."""

    def after(self, one: T, *, new: bool) -> Iterable[str]:  # noqa: ARG002
        """Return what there is to say once one is kept, `new` or changed."""
        return ()

    def keep(
        self, one: T, *questions: Callable[[T], Mapping[str, Any]], json: bool, verb: str = ""
    ) -> None:
        """Keep one, new (its id is 0) or changed, and say so; of a new one ask these questions.

        `verb` is what the history says was done with one that was changed.
        """
        new = not one.id
        if new:
            one = self.noun.ask(self.noun.keep(one, self.session), self.session, *questions)
        else:
            with changing(self.session) as store:
                self.refuse(one, store)
                self.table.save(store, one)
                store.did(self.did.format(did=verb or self.verbs[1], name=self.name(one)))
        first = self.said_of_new if new else self.said_of_changed
        lines = [first.format(said=self.said(one)), *self.after(one, new=new)]
        self.noun.emit(one, lines, self.session, json=json)
