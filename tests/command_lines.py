"""Every command there is, found from the commands themselves, with a line that it takes.

A command that comes new is here by itself, with its own options; a line of its own in `TAKES` lets
it get further than a refusal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from typer.main import get_command

from recoverplan.cli.app import root
from recoverplan.cli.lazy import Stub

# What a command takes at the least; {folder} is a place for files, {list} a meeting list.
TAKES = {
    "when": "fri|5pm-6pm",
    "risk add": "Nights|--when|mon-thu 9pm-midnight|--prepare|1 day: card to Dana",
    "contact add": "Sam|--role|peer|--call|555-0114|--when|daily 6pm-11pm",
    "step add": "Tea|--kind|alone",
    "group add": "Lifeline|--when|tue 7-8pm",
    "group import": "{list}|--zone|UTC",
    "group try": "1001",
    "group decide": "Lifeline|keep",
    "meeting log": "Lifeline|--at|2026-11-17 19:00",
    "meeting plan": "Lifeline|--with|Sam",
    "contact log": "Sam",
    "contact agree": "Sam|--if|I miss two Tuesdays|--then|ask me how I am",
    "give add": "Coffee|--for|Lifeline|--when|tue 6pm",
    "treatment add": "Clinic|--when|sat 10am",
    "trip add": "Tokyo|--from|2026-12-01|--until|2026-12-05",
    "risk done": "Nights",
    "urge log": "--strength|5",
    "support add": "A ride|--need|--kind|practical",
    "reason add": "My kids",
    "remind on": "--with|prompt|--yes",
    "remind snooze": "1h",
    "remind prompt": "bash",
    "publish calendar": "{folder}/calendar",
    "publish contacts": "{folder}/contacts",
    "publish page": "{folder}/week.html",
    "publish off": "",
    "export": "--json|{folder}/export.json|--force",
    "backup": "{folder}/backup.zip|--plain-key|--force",
    "restore": "{folder}/backup.zip|--yes",
    "import": "{folder}/export.json",
    "erase": "--yes",
    "doctor": "",
    "safety import": "{list}|--yes",
    "template save": "{folder}/start.json|--force",
    "template apply": "{folder}/start.json|--yes",
    "workbook": "--pdf|{folder}/pages.pdf|--force",
}
LAST = (
    "off",
    "undo",
    "redo",
    "restore",
    "import",
    "remove",
    "erase",
)  # they take away what others need


class Command(NamedTuple):
    """One command: its name ("risk add"), the options that take a text, its least line."""

    name: str
    options: tuple[str, ...]
    takes: tuple[str, ...]


def commands(folder: str, listed: str) -> list[Command]:
    """Return every command, in an order in which most find what they need."""
    found = [
        Command(name, texts(command), line(name, command, folder, listed))
        for name, command in leaves("", get_command(root))
    ]
    return sorted(found, key=lambda one: order(one.name))


def leaves(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Yield the commands that do something, with their whole names."""
    command = command.load() if isinstance(command, Stub) else command
    if not hasattr(command, "commands"):
        yield name, command
        return
    for below, one in command.commands.items():
        yield from leaves(f"{name} {below}".strip(), one)


def texts(command: Any) -> tuple[str, ...]:
    """Return the options that take a text."""
    return tuple(
        each.opts[-1]
        for each in command.params
        if each.opts[0].startswith("--") and not getattr(each, "is_flag", False)
    )


def line(name: str, command: Any, folder: str, listed: str) -> tuple[str, ...]:
    """Return what the command takes at the least; 1 for each of its arguments if nobody said."""
    if name in TAKES:
        parts = TAKES[name].split("|") if TAKES[name] else []
        return tuple(part.format(folder=folder, list=listed) for part in parts)
    needed = [each for each in command.params if not each.opts[0].startswith("--")]
    return tuple("1" for each in needed if each.required)


def order(name: str) -> tuple[int, int]:
    """Return where a command stands: adding first, taking away last."""
    known = list(TAKES)
    last = name.rsplit(maxsplit=1)[-1]
    late = LAST.index(last) + 1 if last in LAST else 0
    return late, known.index(name) if name in known else len(known)
