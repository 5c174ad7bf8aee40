"""What is kept by its number alone: options of one command list, show, change and remove it."""

from inspect import get_annotations
from typing import Annotated

import typer

from recoverplan.cli.options import Options, option_names
from recoverplan.errors import UsageError
from recoverplan.words import lived as words


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

    def own_options(self) -> str:
        """Return a sentence that names the options beside these."""
        names = (
            name
            for field, annotation in get_annotations(type(self)).items()
            for name in option_names(field, annotation)
        )
        return words.OPTIONS.format(names=", ".join(names))
