"""`recoverplan help [TOPIC]`: a topic in a few paragraphs, or a command's own help."""

from __future__ import annotations

import sys
from typing import Any

from recoverplan.cli import output
from recoverplan.cli.declaring import Annotated, App, Argument
from recoverplan.data.topics import TOPICS
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError
from recoverplan.words import topics as words
from recoverplan.words import usage as texts
from recoverplan.writers.topics import list_lines, topic_lines

app = App(by_typer=True)


@app.command()
def help_on(
    ctx: Any,
    topic: Annotated[
        list[str] | None, Argument(metavar="TOPIC", help="A topic, or a command.")
    ] = None,
) -> None:
    """A topic in a few paragraphs, or what a command takes."""
    wanted = [clean(word).casefold() for word in topic or ()]
    if not wanted:
        show(list(list_lines(TOPICS)))
        return
    found = next((one for one in TOPICS if one.name == "-".join(wanted)), None)
    if found is not None:
        show(list(topic_lines(found, command=found.name in commands(ctx))))
        return
    show(help_of(ctx, wanted).split("\n"))


def commands(ctx: Any) -> Any:
    """Return the program's commands by name."""
    root: Any = ctx.find_root().command
    return root.commands


def help_of(ctx: Any, wanted: list[str]) -> str:
    """Return the help of a command: "plan", "contact add". Raises NotFoundError."""
    place: Any = ctx.find_root()
    for number, name in enumerate(wanted, start=1):
        known = getattr(place.command, "commands", {})
        if name not in known:
            raise unknown(wanted, number - 1, list(known))
        command = known[name]
        if hasattr(command, "load"):
            command = command.load()
        place = type(place)(command, info_name=name, parent=place)
    return str(place.get_help())


def names() -> list[str]:
    """Return the names of the topics."""
    return [topic.name for topic in TOPICS]


def unknown(wanted: list[str], place: int, known: list[str]) -> NotFoundError:
    """Return what to say where the word at `place` is not known, with the nearest ones.

    `known` are the commands there could be; in the first place topics do as well.
    """
    from difflib import get_close_matches

    key = "-".join(wanted) if place == 0 else wanted[place]
    known = [*known, *names()] if place == 0 else known
    near = [name for name in known if key and (key in name or name in key)]
    near = near or get_close_matches(key, known, 3, 0.5)
    above = " ".join(("recoverplan", *wanted[:place]))
    hint = (
        texts.HELP_ABOVE_SHOWS_WHAT_THERE_IS.format(above=above)
        if place
        else f"Topics: {', '.join(names())}."
    )
    if near:
        hint = texts.DID_YOU_MEAN.format(near=" or ".join(near[:3]))
    return NotFoundError(words.UNKNOWN.format(topic=" ".join(wanted)), hint)


def show(lines: list[str]) -> None:
    """Print lines, broken at spaces; with $PAGER where they are longer than the terminal."""
    output.show("\n".join(output.broken(sys.stdout, line) for line in lines))
