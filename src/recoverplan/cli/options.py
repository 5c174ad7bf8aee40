"""Options of several commands as one value: each is declared once, and read by its name.

An options class has an attribute for each option, annotated as a parameter of a command would be.
Where it takes nothing but the text to read it, how stands behind that: a Reads. Its module does
without postponed annotations, so that they are read once, when it is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Self

from recoverplan.cli.declaring import Annotated, Option, annotations_of, info_of
from recoverplan.cli.fields import address, choice, note_of, optional, several, whole
from recoverplan.domain.naming import TYPED
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.words.question import Question

FIELDS = {typed: name for name, typed in TYPED.items()}

Yes = Annotated[bool, Option("--yes", help="Remove without asking.")]
All = Annotated[bool, Option("--yes", help="Take all of it without asking.")]
Json = Annotated[bool, Option("--json", help="Print the record as JSON.")]


class TypedOptions:
    """What was typed for the options of a command; one that was not is as the class has it.

    No dataclass, which is compiled anew at every start.
    """

    def __init__(self, **typed: Any) -> None:
        for name, value in typed.items():
            if value != getattr(type(self), name):  # an AttributeError for what is no option
                vars(self)[name] = value

    def but(self, **changed: Any) -> Self:
        """Return the same with some options as given."""
        return type(self)(**vars(self) | changed)

    @classmethod
    def declared(cls) -> dict[str, Any]:
        """Return the options with their annotations, those of what it builds on first."""
        found: dict[str, Any] = {}
        for each in reversed(cls.__mro__):
            found |= annotations_of(each)
        return found

    @property
    def any(self) -> bool:
        """Tell whether any was typed."""
        return bool(vars(self))


class Reads(NamedTuple):
    """How a field's value is read: called with what asks for it (its option), and what was typed.

    It raises UsageError.
    """

    value: Callable[[str, Any], Any]


def alone(read: Callable[[Any], Any]) -> Reads:
    """Read by what was typed alone: nothing of it can be wrong, or what is says so itself."""
    return Reads(lambda _, typed: read(typed))


AS_IT_IS = Reads(lambda _, typed: typed)
TEXT = alone(optional)
TEXTS = alone(several)
NOTE = alone(note_of)
ADDRESS = Reads(address)

At = Annotated[str | None, Option(metavar="WHEN", help='When: "yesterday 7pm", "fri 19:00".')]
Note = Annotated[
    str | None,
    Option(metavar="TEXT", help="A note to yourself; - reads it from stdin."),
    NOTE,
]


def one_of(values: Iterable[str]) -> Reads:
    """Read one of these words."""
    return Reads(lambda option, typed: choice(option, typed, values))


def one_of_or_none(values: Iterable[str]) -> Reads:
    """Read one of these words; an empty text takes it away."""
    return Reads(lambda option, typed: choice(option, typed, values) if clean(typed) else None)


def number(least: int, most: int) -> Reads:
    """Read a whole number, both ends included; an empty text takes it away."""
    return Reads(lambda option, typed: whole(option, typed, least, most) if clean(typed) else None)


def fields_of(options: TypedOptions) -> dict[str, Any]:
    """Return the fields that were typed, of those that say how they are read. Raises UsageError."""
    values: dict[str, Any] = {}
    for name, meaning in readers(type(options)):
        if (typed := getattr(options, name)) is not None:
            word = name.removesuffix("_")  # of "if_", a word of Python's
            values[FIELDS.get(word, word)] = meaning.value(f"--{word.replace('_', '-')}", typed)
    return values


def asked(kind: type[TypedOptions], name: str, question: Question, what: str = "This") -> Any:
    """Ask for what an option takes, read as the option is; None when that is skipped."""
    from recoverplan.cli.asking import ask

    meaning = dict(readers(kind))[name]
    return ask(question, check=lambda typed: meaning.value(what, typed))


def readers(kind: type[TypedOptions]) -> Iterator[tuple[str, Reads]]:
    """Yield the options of a class that say how they are read, with that."""
    for name, annotation in kind.declared().items():
        for extra in annotation.__metadata__:
            if isinstance(extra, Reads):
                yield name, extra


def something_given(options: TypedOptions, **others: object) -> None:
    """Refuse an edit that changes nothing. Raises UsageError naming the options.

    `others` are what stands before these, under the names that are typed.
    """
    if options.any or any(value is not None for value in others.values()):
        return
    from recoverplan.words import lived as words

    names = [f"--{name}" for name in others]
    for name, annotation in options.declared().items():
        names += option_names(name, annotation)
    raise UsageError(words.WHAT_TO_CHANGE, words.OPTIONS.format(names=", ".join(names)))


def option_names(name: str, annotation: Any) -> list[str]:
    """Return how an option is typed, and how its contrary, unless that only has a "no" before."""
    first, _, contrary = info_of(annotation).typed(name)[0].partition("/")
    return [first] if contrary in {"", f"--no-{first[2:]}"} else [first, contrary]


class ByNumber(TypedOptions):
    """The options that look at, change or remove what is there; None: not given."""

    list_: Annotated[bool, Option("--list", help="List them.")] = False
    show: Annotated[str | None, Option(metavar="ID", help="Show one of them.")] = None
    edit: Annotated[str | None, Option(metavar="ID", help="Change one of them.")] = None
    remove: Annotated[str | None, Option(metavar="ID", help="Remove one of them.")] = None
    yes: Yes = False

    @property
    def verb(self) -> str:
        """Return which of these was asked for, "" for none.

        Raises UsageError for several, and beside one that only looks for what is typed of a thing.
        """
        given = {"list": self.list_, "show": self.show, "edit": self.edit, "remove": self.remove}
        verbs = [name for name, value in given.items() if value not in (None, False)]
        said = [f"--{verb}" for verb in verbs]
        if verbs and verbs[0] != "edit":
            said += self.own_names(vars(self))
        if len(said) > 1:
            from recoverplan.words import lived as words

            raise UsageError(words.NOT_BOTH.format(one=said[0], other=said[1]))
        return verbs[0] if verbs else ""

    def own_names(self, among: Iterable[str]) -> list[str]:
        """Return how those of some options are typed that stand beside these."""
        own = annotations_of(type(self))
        return [typed for name in own if name in among for typed in option_names(name, own[name])]
