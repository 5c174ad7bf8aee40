"""What a command takes, declared by its function: how any command line can do without Typer.

A command is a function of an App. Each of its parameters is annotated with an Option or an
Argument, as Typer's are; a class of options (cli/options.py) stands for all of its own. What is
declared is read by cli/straight.py where a line leaves nothing to ask, else by Typer, for which
cli/lazy.py makes Typer's of it: Typer takes longer to start than most commands take in all.

Typing's Annotated costs as much as bare Python's start; here it is a pair of what it holds.
"""

from __future__ import annotations

import sys
from functools import cached_property

from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Annotated as Annotated  # noqa: PLC0414 - given on
    from typing import Any, TypeVar

    from recoverplan.cli.session import Place

    Function = TypeVar("Function", bound=Callable[..., object])
else:

    class Annotated:
        """A type with what else is said of it."""

        def __init__(self, kind, said):
            """Keep both."""
            self.__origin__, self.__metadata__ = kind, said

        def __class_getitem__(cls, parts):
            """Return it for `Annotated[kind, …]`."""
            return cls(parts[0], parts[1:])


class Option:
    """An option of a command: the names that are typed, its own in the function if none is said.

    With `bare` it may stand without a text after it, and means this one.
    """

    def __init__(
        self,
        *names: str,
        help: str,  # noqa: A002
        metavar: str | None = None,
        show_default: bool = True,
        bare: str | None = None,
    ) -> None:
        self.names, self.help, self.metavar = names, help, metavar
        self.show_default, self.bare = show_default, bare

    def typed(self, name: str) -> tuple[str, ...]:
        """Return the names as they are typed, those of the contrary behind a slash."""
        return self.names or (f"--{name.replace('_', '-')}",)


class Argument:
    """An argument of a command: what stands on the line without a name before it."""

    def __init__(self, *, help: str, metavar: str, hidden: bool = False) -> None:  # noqa: A002
        self.help, self.metavar, self.hidden = help, metavar, hidden


class Context:
    """The run that a command is in: what the root's options said, which command comes below."""

    def __init__(self, obj: Place, invoked_subcommand: str | None = None) -> None:
        self.obj, self.invoked_subcommand = obj, invoked_subcommand


class Parameter(NamedTuple):
    """What a command takes one of; `default` is `...` where it must be given."""

    name: str
    kind: Any
    info: Option | Argument
    default: Any


class Command:
    """A function that a line runs."""

    def __init__(self, function: Callable[..., object]) -> None:
        self.function = function

    @cached_property
    def hints(self) -> list[tuple[str, Any, Any]]:
        """The function's parameters: name, annotation, default (`...` without one)."""
        return list(hints_of(self.function))

    def takes(self) -> list[Parameter]:
        """Return its parameters in order, each option of a class of options by itself."""
        found: list[Parameter] = []
        for name, hint, default in self.hints:
            if hasattr(hint, "declared"):
                found += [
                    Parameter(each, said.__origin__, info_of(said), getattr(hint, each))
                    for each, said in hint.declared().items()
                ]
            elif hasattr(hint, "__metadata__"):
                found.append(Parameter(name, hint.__origin__, info_of(hint), default))
        return found

    def run(self, context: Any, values: Mapping[str, Any]) -> object:
        """Call the function with a value for each of the parameters, and return what it returns."""
        given: dict[str, Any] = {}
        for name, hint, _ in self.hints:
            if hasattr(hint, "declared"):
                given[name] = hint(**{each: values[each] for each in hint.declared()})
            else:
                given[name] = values.get(name, context)
        return self.function(**given)


class App:
    """A command, or a group of them with what `callback` does before each.

    One that asks Typer what there is (`by_typer`) never goes straight.
    """

    def __init__(
        self,
        *,
        no_args_is_help: bool = False,
        invoke_without_command: bool = False,
        by_typer: bool = False,
    ) -> None:
        self.by_typer = by_typer
        self.no_args_is_help = no_args_is_help
        self.invoke_without_command = invoke_without_command
        self.commands: dict[str, Command] = {}
        self.before: Command | None = None

    @property
    def several(self) -> bool:
        """Tell whether it is a group: its commands have names of their own."""
        return self.before is not None or len(self.commands) > 1

    def command(self, name: str | None = None) -> Callable[[Function], Function]:
        """Return what takes a function in as a command, under its own name if none is said."""

        def taken(function: Function) -> Function:
            self.commands[name or function.__name__.replace("_", "-")] = Command(function)
            return function

        return taken

    def callback(self) -> Callable[[Function], Function]:
        """Return what takes a function in as what comes before any command of the group."""

        def taken(function: Function) -> Function:
            self.before = Command(function)
            return function

        return taken


def info_of(said: Any) -> Any:
    """Return the Option or Argument among what an annotation says."""
    return next(one for one in said.__metadata__ if isinstance(one, Option | Argument))


def hints_of(function: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield the parameters of a function: name, annotation, default (`...` without one)."""
    code, hints = function.__code__, annotations_of(function)
    before = code.co_varnames[: code.co_argcount]
    by_name = code.co_varnames[code.co_argcount :][: code.co_kwonlyargcount]
    last = function.__defaults__ or ()
    defaults = dict(zip(before[len(before) - len(last) :], last, strict=True))
    defaults |= function.__kwdefaults__ or {}
    for name in (*before, *by_name):
        yield name, hints[name], defaults.get(name, ...)


def annotations_of(owner: Any) -> dict[str, Any]:
    """Return the annotations of a function or a class itself; those that are text are read."""
    scope = vars(sys.modules[owner.__module__])
    return {
        name: eval(hint, scope) if isinstance(hint, str) else hint  # noqa: S307 - our own
        for name, hint in getattr(owner, "__annotations__", {}).items()
    }
