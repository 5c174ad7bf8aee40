"""Write what is made from the program: the man pages and the table that shells complete from.

`make manual`, after any change of a command or an option; a test holds both equal to the program.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from recoverplan import __version__
from recoverplan.cli import app
from recoverplan.cli.completing import ANY, TABLE, Row
from recoverplan.cli.config import VALUES as CONFIG
from recoverplan.cli.lazy import bare
from recoverplan.data.topics import TOPICS
from recoverplan.domain.contact import ROLES, WAYS
from recoverplan.domain.group import FORMATS
from recoverplan.domain.inventory import KINDS as SUPPORTS
from recoverplan.domain.meeting import ANSWERS, FIT, SAID
from recoverplan.domain.reminding import KINDS as REMINDERS
from recoverplan.domain.reminding import WORDS as REMINDER_WORDS
from recoverplan.domain.risk import LEVELS
from recoverplan.domain.step import KINDS as STEPS
from recoverplan.domain.step import SHOWN
from recoverplan.words import manual as words
from recoverplan.words import usage as shells
from recoverplan.words.review import PARTS as REPORT

PAGES = Path(__file__).parents[1] / "man"
EVERYWHERE = ("--store", "--plain", "--passphrase-fd", "--color")
NOUNS = ("risk", "contact", "step", "reason", "group", "support")
# What a value may be, by the command's first word and the option; then by the option alone.
VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("step", "--kind"): tuple(STEPS),
    ("support", "--kind"): SUPPORTS,
    ("setup", "--prefer"): WAYS[:2],
    ("contact", "--prefer"): WAYS,
    ("remind", "--for"): ("all", *REMINDERS),
    ("remind", "--words"): REMINDER_WORDS,
    ("review", "--with"): (*REPORT, "all"),
    ("urge", "--with"): (*REPORT, "all"),
    ("remind", "--with"): ("systemd", "cron", "launchd", "tasks", "prompt"),
    ("lock", "--card"): ("names", "region"),
    ("setup", "--about"): ("alcohol", "drugs", "gambling", "other"),
    ("", "--color"): ("auto", "always", "never"),
    ("", "--role"): ROLES,
    ("", "--level"): LEVELS,
    ("", "--format"): FORMATS,
    ("", "--said"): SAID,
    ("", "--on"): (*SHOWN, "none"),
    ("", "--paper"): ("a4", "letter"),
    ("", "--fit"): tuple(f"{quality}={answer}" for quality in FIT for answer in ANSWERS),
    ("config", "KEY"): tuple(CONFIG),
    ("config", "VALUE"): tuple(value for values in CONFIG.values() for value in values),
    ("completion", "SHELL"): shells.SHELLS,
    ("remind", "SHELL"): shells.SHELLS[:3],
}
# By the word that stands for it in the help.
NAMED = {
    "PHRASE": "when", "WHEN": "moment", "DATE": "date", "FILE": "files", "DIR": "files",
    "GROUP": "name of group", "STEP": "name of step", "REASON": "name of reason",
}  # fmt: skip
# Where a name begins something with a group: one that felt unsafe is not offered.
GOING_THERE = {("group", "try"), ("meeting", "log"), ("support", "add"), ("support", "edit")}
NAMES_OF = {"--contact": "contact", "--check-in": "contact", "--risk": "risk", "--group": "group"}


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command with the words that name it, the root first."""
    yield path, command
    for name, found in getattr(command, "commands", {}).items():
        yield from commands(found.load() if hasattr(found, "load") else found, (*path, name))


def table() -> str:
    """Return the table that shells complete from."""
    rows = [Row(ANY, "--help", "flag", words.HELP)]
    for path, command in commands(get_command(app.root)):
        of = " ".join(path)
        for name, found in getattr(command, "commands", {}).items():
            rows.append(Row(of, name, "command", found.get_short_help_str(200)))
        place = 0
        for one in command.params:
            said = (getattr(one, "help", None) or "").split("\n")[0]
            if one.param_type_name == "argument":
                place += 1
                name = "…" if one.nargs < 0 else str(place)
                rows.append(Row(of, name, taken(path, one), said))
                continue
            takes = "flag" if one.is_flag else taken(path, one)
            for name in (*one.opts, *one.secondary_opts):
                if name.startswith("--"):
                    anywhere = not path and name in EVERYWHERE
                    rows.append(Row(ANY if anywhere else of, name, takes, said))
    return "".join("\t".join(row) + "\n" for row in rows)


def taken(path: tuple[str, ...], one: Any) -> str:
    """Return what a value may be, as `Row.takes` says it."""
    found = kind(path, one)
    return f"{found} going" if found == "name of group" and path in GOING_THERE else found


def kind(path: tuple[str, ...], one: Any) -> str:
    """Return what a value may be, whatever the command does with it."""
    option = one.param_type_name == "option"
    metavar = (one.metavar or one.name.upper()).strip("[]")
    name = max(one.opts, key=len) if option else metavar
    noun = path[0] if path else ""
    for key in ((noun, name), ("", name)):
        if key in VALUES:
            return "|".join(VALUES[key])
    first = metavar.split("|")[0]
    if first == "TOPIC":
        return "|".join(topic.name for topic in TOPICS)
    if option and name in NAMES_OF:
        return f"name of {NAMES_OF[name]}"
    if not option and path[-1] != "add" and noun in NOUNS and first in {"LABEL", "NAME", "WHAT"}:
        return f"name of {noun}"
    if first in NAMED and not (option and name == "--name"):
        return NAMED[first]
    return metavar if "|" in metavar and metavar.islower() else "text"


def pages() -> dict[str, str]:
    """Return the man pages by file name: one of the program, one of each command."""
    found: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    root = get_command(app.root)
    for path, command in commands(root):
        found.setdefault(path[0] if path else "", []).append((path, command))
    made = {}
    for name, members in found.items():
        title = f"recoverplan-{name}" if name else "recoverplan"
        made[f"{title}.1"] = page(title, members, list(found) if not name else [""])
    return made


def page(title: str, members: list[tuple[tuple[str, ...], Any]], others: list[str]) -> str:
    """Return one page: the command, what is below it, and what holds for all."""
    path, command = members[0]
    said = command.get_short_help_str(200)
    lines = [
        f'.TH "{title.upper()}" "1" "" "recoverplan {__version__}" "recoverplan"',
        ".SH NAME", f"{safe(title)} \\- {safe(lowered(said).rstrip('.'))}",
        ".SH SYNOPSIS", *(line for each in members for line in synopsis(*each)),
        ".SH DESCRIPTION", *paragraphs(command.help or said),
    ]  # fmt: skip
    if not path:
        lines += [".SH COMMANDS"]
        for name, found in command.commands.items():
            lines += [".TP", f".BR {safe(f'recoverplan-{name}')} (1)"]
            lines += [safe(found.get_short_help_str(200))]
        members = members[:1]
    for each, one in members:
        described = [line for param in one.params for line in option(param)]
        if len(members) > 1 and each != path:
            lines += [f'.SH "{safe(" ".join(each).upper())}"', *paragraphs(one.help or "")]
        elif described:
            lines += [".SH OPTIONS"]
        lines += described
    if not path:
        for heading, parts in words.SECTIONS:
            lines += [f".SH {heading}"]
            for term, meaning in parts:
                lines += [".TP", f".B {safe(term)}", safe(meaning)]
    lines += [".SH SEE ALSO", ", ".join(see(name) for name in others if name or path)]
    return "\n".join(line for line in lines if line) + "\n"


def see(name: str) -> str:
    """Return another page as it is referred to."""
    return f"\\fB{safe(f'recoverplan-{name}' if name else 'recoverplan')}\\fR(1)"


def synopsis(path: tuple[str, ...], command: Any) -> Iterator[str]:
    """Yield the lines of how a command is typed; of a group, of its members alone."""
    if getattr(command, "commands", None) and path and not command.invoke_without_command:
        return
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    taken = [("[OPTION]...")] if len(command.params) > len(arguments) else []
    shown = [one.metavar or one.name.upper() for one in arguments]
    named = [
        bare(text) if one.required or text.startswith("[") else f"[{text}]"
        for one, text in zip(arguments, shown, strict=True)
    ]
    rest = ["[COMMAND]"] if getattr(command, "commands", None) else []
    yield ".PP" if path and len(path) > 1 else ""
    yield f".B {safe(' '.join(('recoverplan', *path)))}"
    yield safe(" ".join([*named, *taken, *rest]))


def option(one: Any) -> Iterator[str]:
    """Yield the lines of one option or argument."""
    said = getattr(one, "help", None) or ""
    if one.param_type_name == "argument":
        yield from (".TP", f".I {safe(one.metavar or one.name.upper())}", safe(said))
        return
    names = ", ".join(f"\\fB{safe(name)}\\fR" for name in (*one.opts, *one.secondary_opts))
    value = "" if one.is_flag else f" \\fI{safe(one.metavar or 'VALUE')}\\fR"
    yield from (".TP", f"{names}{value}", safe(said))


def paragraphs(text: str) -> Iterator[str]:
    """Yield a help text as paragraphs."""
    for part in text.strip().split("\n\n"):
        yield from (".PP", safe(" ".join(part.split())))


def safe(text: str) -> str:
    """Return text in which roff sees nothing but text."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith(".") else text


def lowered(sentence: str) -> str:
    """Return a sentence without its capital, but for "I"."""
    return sentence if sentence[:2] in {"I ", "I'"} else sentence[:1].lower() + sentence[1:]


def main() -> int:
    """Write the table and the pages; pages of commands that are gone are removed."""
    TABLE.write_text(table(), encoding="utf-8")
    PAGES.mkdir(exist_ok=True)
    made = pages()
    for file in PAGES.glob("*.1"):
        if file.name not in made:
            file.unlink()
    for name, text in made.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
