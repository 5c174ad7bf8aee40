"""A command line that leaves nothing to ask, straight from the door: Typer stays out.

Typer takes longer to start than most commands take in all. What a line gives must be the same on
both ways, to the byte: here only what can mean one thing is read, by what the command declares
(cli/declaring.py). All else, whatever is wrong among it, is left to Typer.
"""

from __future__ import annotations

from recoverplan.cli.ending import ended
from recoverplan.cli.session import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from recoverplan.cli.declaring import App, Command, Parameter

    Work = Callable[[], object]
    Steps = list[tuple[Command, str | None, dict[str, Any]]]

FLAGS = {bool, bool | None}
TEXTS = {str, str | None}
NUMBERS = {int, int | None}
LISTS = {list[str], list[str] | None}
DIGITS = 9  # no number that is taken anywhere has more


def run(first: list[str], rest: list[str]) -> int:
    """Run a line with these options of every command before it, and return the exit code."""
    return ended(lambda: obeyed(first, rest))


def obeyed(first: list[str], rest: list[str]) -> object:
    """Do what the line says. Raises what the command raises."""
    work = read(rest, plain=bool(first)) if set(first) <= {"--plain"} else None
    if work is None:
        from recoverplan.cli import app

        return app.obeyed(first + rest)
    return work()


def read(words: list[str], *, plain: bool) -> Work | None:
    """Return what a line says to do; None for one that Typer must read."""
    if "" in words:
        return None
    if not words:
        from recoverplan.cli import today

        return lambda: today.show(prepare(None, plain=plain))
    app = app_of(words[0])
    steps = None if app is None else steps_of(app, words[1:])
    if steps is None:
        return None
    from recoverplan.cli.declaring import Context

    def work() -> object:
        place = prepare(None, plain=plain)
        return [command.run(Context(place, below), values) for command, below, values in steps][-1]

    return work


def app_of(name: str) -> App | None:
    """Return what the command of this name declares, None for none, or what only Typer runs."""
    from recoverplan.cli.commands import COMMANDS

    for entry in COMMANDS:
        if entry.name == name.lower():
            app = entry.load()
            return None if app.by_typer else app
    return None


def steps_of(app: App, words: list[str]) -> Steps | None:
    """Return what runs in order, each with the command below it and its values."""
    if not app.several:
        [command] = app.commands.values()
        return one_step(command, None, words)
    if not words or words[0].startswith("-"):
        alone = app.before if app.invoke_without_command else None
        return None if alone is None else one_step(alone, None, words)
    name = words[0].lower()
    if name not in app.commands:
        return None
    before = [] if app.before is None else one_step(app.before, name, [])
    own = one_step(app.commands[name], None, words[1:])
    return None if before is None or own is None else [*before, *own]


def one_step(command: Command, below: str | None, words: list[str]) -> Steps | None:
    """Return a command as the one step there is."""
    values = values_of(command, words)
    return None if values is None else [(command, below, values)]


def values_of(command: Command, words: list[str]) -> dict[str, Any] | None:
    """Return the value of each parameter; None where a word might be meant otherwise."""
    from recoverplan.cli.declaring import Argument

    takes = command.takes()
    values: dict[str, Any] = {}
    loose = read_options(values, takes, words)
    if loose is None:
        return None
    for one in takes:
        if isinstance(one.info, Argument) and loose:
            if one.kind in LISTS:
                values[one.name], loose = loose, []
            elif not put(values, one, loose.pop(0)):
                return None
        elif one.name not in values:
            values[one.name] = one.default
    return None if loose or ... in values.values() else values


def read_options(
    values: dict[str, Any], takes: list[Parameter], words: list[str]
) -> list[str] | None:
    """Put in what is said with a name, and return the rest; None where it might be meant
    otherwise.
    """
    named = {name: (one, sign) for one in takes for name, sign in names_of(one)}
    loose: list[str] = []
    waiting = iter(words)
    for word in waiting:
        name, equals, text = word.partition("=")
        if word == "-" or not word.startswith("-"):
            loose.append(word)
        elif name not in named:
            return None
        elif named[name][0].kind in FLAGS:
            one, sign = named[name]
            if equals or one.name in values:
                return None
            values[one.name] = sign
        elif not put(values, named[name][0], text if equals else after(waiting)):
            return None
    return loose


def names_of(one: Parameter) -> Iterator[tuple[str, bool]]:
    """Yield what may be typed for an option, each with whether a flag is on by it."""
    from recoverplan.cli.declaring import Option

    if not isinstance(one.info, Option):
        return
    for typed in one.info.typed(one.name):
        name, _, contrary = typed.partition("/")
        yield name, True
        if contrary:
            yield contrary, False
        elif one.kind in FLAGS and not one.info.names:
            yield f"--no-{name[2:]}", False


def after(waiting: Iterator[str]) -> str:
    """Return the text after an option, "" where there is none, or what may be another option."""
    text = next(waiting, "")
    return "" if text.startswith("-") and text != "-" else text


def put(values: dict[str, Any], one: Parameter, text: str) -> bool:
    """Put a text in as a parameter's value; False where it might not be one, or is a second."""
    if one.kind in LISTS:
        values.setdefault(one.name, []).append(text)
    elif one.name in values:
        return False
    elif one.kind in TEXTS:
        values[one.name] = text
    elif one.kind in NUMBERS and text.isascii() and text.isdecimal() and len(text) <= DIGITS:
        values[one.name] = int(text)
    else:
        return False
    return bool(text)
