"""What is kept by its number alone: options of one command list, show, change and remove it."""

from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

import typer

from recoverplan.cli.options import Options
from recoverplan.domain.naming import Numbered
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError, UsageError

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
            message = f"Say either --{said[0]} or --{said[1]}, not both."
            raise UsageError(message)
        return said[0] if said else ""


def that_one(known: Iterable[T], wanted: Any, command: str) -> T:
    """Return what has this number. Raises NotFoundError, which names the list."""
    number = clean(wanted or "").removeprefix("#")
    for one in known:
        if number == str(one.id):
            return one
    message = f'Nothing there has the number "{clean(wanted or "")}".'
    raise NotFoundError(message, f"See the numbers: recoverplan {command} --list")
