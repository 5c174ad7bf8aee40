"""What is kept by its number alone: options of one command list, show, change and remove it."""

from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

import typer

from recoverplan.cli.options import Options
from recoverplan.domain.naming import Numbered
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.words import lived as words

T = TypeVar("T", bound=Numbered)


class ByNumber(Options):
    """The options that look at, change or remove what is there; None: not given."""

    list_: Annotated[bool, typer.Option("--list", help="List them.")] = False
    show: Annotated[str | None, typer.Option(metavar="ID", help="Show one of them.")] = None
    edit: Annotated[str | None, typer.Option(metavar="ID", help="Change one of them.")] = None
    remove: Annotated[str | None, typer.Option(metavar="ID", help="Remove one of them.")] = None
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False

    @property
    def verb(self) -> str:
        """Return which of these was asked for, "" for none. Raises UsageError for several."""
        given = {"list": self.list_, "show": self.show, "edit": self.edit, "remove": self.remove}
        said = [name for name, value in given.items() if value not in (None, False)]
        if len(said) > 1:
            raise UsageError(words.NOT_BOTH.format(one=f"--{said[0]}", other=f"--{said[1]}"))
        return said[0] if said else ""


def that_one(known: Iterable[T], wanted: Any, command: str) -> T:
    """Return what has this number. Raises NotFoundError, which names the list."""
    number = clean(wanted or "").removeprefix("#")
    for one in known:
        if number == str(one.id):
            return one
    message = words.NO_NUMBER.format(number=clean(wanted or ""))
    raise NotFoundError(message, words.SEE_NUMBERS.format(command=command))
