"""What a shell asks for when Tab is pressed: `recoverplan __complete SHELL WORDS...`.

The last word is the one being typed, maybe empty. The answer has a line for each word that may
stand there, for zsh, fish and PowerShell with what it is; ":files" leaves the line to the shell.
Commands and options come from data/commands.tsv, so that neither Typer nor a command is loaded;
names are the person's own, and never those of a locked store. Nothing is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from recoverplan.value import NamedTuple

TABLE = Path(__file__).parents[1] / "data" / "commands.tsv"
FILES = ":files"
ANY = "*"


class Row(NamedTuple):
    """One line of the table: what may stand after a command ("contact add", "" for recoverplan
    alone, "*" for any).

    `name` is a command, an option with its dashes, or an argument's place ("1", "2", "…" for any
    further); `takes` says what its value is: "flag", "command", a kind of CHOICES, names of a noun
    ("name of contact"), "a|b", or "" for free text; `help` its line in the help.
    """

    of: str
    name: str
    takes: str
    help: str


class Offer(NamedTuple):
    """A word that may stand here, and what it is."""

    word: str
    said: str = ""


def main(arguments: list[str]) -> int:
    """Print what may stand at the end of the line; always 0, since a shell shows no complaint."""
    shell, *words = arguments or [""]
    *before, typed = words or [""]
    if shell == "powershell":  # older ones drop an empty word
        typed = typed.removeprefix("=")
    elif shell == "bash" and typed == "=":  # which splits a word at it
        typed = ""
    try:
        found = list(offers(before, typed))
        sys.stdout.write("".join(f"{written(shell, one)}\n" for one in found))
        sys.stdout.flush()
    except Exception:
        return 0
    return 0


def written(shell: str, one: Offer) -> str:
    """Return the line of a shell's answer."""
    word, said = (" ".join(text.split()) for text in one)
    if shell == "zsh" and word != FILES:
        return f"{word.replace(':', chr(92) + ':')}:{said}" if said else word.replace(":", "\\:")
    return f"{word}\t{said}" if said and shell in {"fish", "powershell"} else word


def offers(before: list[str], typed: str) -> Iterator[Offer]:
    """Yield what may stand where `typed` is being typed, after the words `before`."""
    rows = [Row(*line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines()]
    place, typed = where(rows, before), bare(typed)
    start = ""
    if place.value:
        found = possible(place.value, before)
    elif typed.startswith("--") and "=" in typed:
        option, _, typed = typed.partition("=")
        row = option_of(rows, place.command, option)
        start, found = f"{option}=", possible(row.takes if row else "", before)
    else:
        found = at(rows, place, before, dashed=typed.startswith("-") and not place.only)
    for one in found:
        if one.word == FILES:
            yield one
        elif fits(one.word, typed):
            yield Offer(start + one.word, one.said)


class Place(NamedTuple):
    """Where on the line one is: after which command, at which of its arguments, or what `value` of
    an option is awaited. `only`: nothing but arguments may come.
    """

    command: str
    argument: int
    value: str
    only: bool


def where(rows: list[Row], before: list[str]) -> Place:
    """Read the words before the one being typed."""
    command, argument, value, only = "", 1, "", False
    for said in before:
        word = bare(said)
        if word == "=":
            continue
        if value:
            value = ""
        elif word == "--":
            only = True
        elif word.startswith("-") and not only:
            row = option_of(rows, command, word)
            takes = "flag" if row is None or "=" in word else row.takes
            value = "" if takes == "flag" else takes
        elif (deeper := f"{command} {word.lower()}".strip()) in {row.of for row in rows}:
            command = deeper
        else:
            argument += 1
    return Place(command, argument, value, only)


def option_of(rows: list[Row], command: str, word: str) -> Row | None:
    """Return the row of an option of a command or of all, None if there is none."""
    name = word.partition("=")[0]
    return next((row for row in rows if row.name == name and row.of in {ANY, command}), None)


def at(rows: list[Row], place: Place, before: list[str], *, dashed: bool) -> Iterator[Offer]:
    """Yield commands and what an argument may be; options where a dash is typed."""
    for row in rows:
        if row.name.startswith("-"):
            if dashed and row.of in {ANY, place.command}:
                yield Offer(row.name, row.help)
        elif row.of == place.command and not dashed:
            if row.takes == "command":
                if place.argument == 1:
                    yield Offer(row.name, row.help)
            elif row.name in {str(place.argument), "…"}:
                yield from possible(row.takes, before)


def possible(takes: str, before: list[str]) -> Iterator[Offer]:
    """Yield what a value may be."""
    if takes == "files":
        yield Offer(FILES)
    elif takes.startswith("name of "):
        yield from map(Offer, own_names(takes.removeprefix("name of "), before))
    elif takes in {"when", "moment", "date"}:
        from recoverplan.words import usage as words

        phrases = {"when": words.WHEN, "moment": words.MOMENTS, "date": words.DATES}
        yield from map(Offer, phrases[takes])
    elif takes not in {"", "flag", "text"}:
        yield from map(Offer, takes.split("|"))


def own_names(noun: str, before: list[str]) -> Iterator[str]:
    """Yield the names of the person's own things; none that a command would take for an option."""
    from recoverplan.domain.text import clean
    from recoverplan.home import data_home, spelled_out
    from recoverplan.store.known import names

    given = [bare(after) for word, after in pairwise(before) if word == "--store"]
    home = Path(spelled_out(given[-1])).absolute() if given else Path(data_home())
    for name in map(clean, names(home, noun)):
        if name and not name.startswith("-"):
            yield name


def bare(word: str) -> str:
    """Return a word as the command would get it: without quotes that are still open, or escapes."""
    if word[:1] in {'"', "'"}:
        return word[1:].removesuffix(word[0])
    return word.replace("\\", "")


def fits(word: str, typed: str) -> bool:
    """Tell whether a word goes on from what is typed, in any case: phones begin with a capital."""
    return word.casefold().startswith(typed.casefold())
