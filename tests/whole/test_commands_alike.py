"""docs/commands.md: which noun has which verb, and what each does where nobody can be asked."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from typer.main import get_command

from conftest import Run
from recoverplan.cli.app import root
from recoverplan.cli.lazy import Stub
from recoverplan.data.synonyms import MEANT, NEVER, WITHIN
from terminal import Terminal

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
KNOWN = PAGE.parents[1] / "src" / "recoverplan" / "data" / "commands.tsv"
ASKING = re.findall(r"^\| `(\w+)` \| ([a-z ]+) \| asks", PAGE.read_text("utf-8"), re.MULTILINE)
ROWS = re.findall(r"^\| `(\w+)` \| ([a-z ]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
VERBS = [*dict.fromkeys(verb for verb, _ in ROWS)]
COMMANDS = {
    name: stub.load() if isinstance(stub, Stub) else stub
    for name, stub in get_command(root).commands.items()  # type: ignore[attr-defined]
}


def verbs_of(noun: str) -> set[str]:
    return set(getattr(COMMANDS[noun], "commands", {}))


PERSONAL = {noun for noun in COMMANDS if {"list", "edit", "remove"} <= verbs_of(noun)}
# They log without a text: that it happened is enough.
NEEDS_NO_TEXT = {("log", "urge"), ("log", "lapse")}


@pytest.mark.parametrize("verb", VERBS)
def test_the_table_names_every_noun_that_has_the_verb_once(verb: str) -> None:
    named = [noun for other, nouns in ROWS if other == verb for noun in nouns.split()]
    assert sorted(named) == sorted(noun for noun in PERSONAL if verb in verbs_of(noun))


def test_the_table_names_every_verb_that_nouns_share() -> None:
    shared = Counter(verb for noun in PERSONAL for verb in verbs_of(noun))
    # A list of meetings is no group of somebody's: only the word is the same.
    assert {verb for verb, nouns in shared.items() if nouns > 1} - {"import"} <= set(VERBS)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        (verb, noun)
        for verb, nouns in ROWS
        if verb in {"add", "decide", "log", "plan", "pause"}
        for noun in nouns.split()
        if (verb, noun) not in NEEDS_NO_TEXT
    ],
)
def test_without_a_terminal_what_is_missing_is_said(run: Run, verb: str, noun: str) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    run("group", "add", "Tuesday Lifeline", "--when", "tue 7-8pm")
    said = run(noun, verb, *(["x"] if verb == "decide" else []))
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") <= 2
    assert f"recoverplan {noun} {verb} " in said.err


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        (verb, noun)
        for verb, nouns in ASKING
        for noun in nouns.split()
        if verb in {"add", "log", "plan"}
    ],
)
def test_on_a_terminal_it_asks_where_the_table_says_so(run: Run, verb: str, noun: str) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    run("group", "add", "Tuesday Lifeline", "--when", "tue 7-8pm")
    there = Terminal(noun, verb)
    there.child.expect(r"\?")
    assert there.interrupt()[0] == 130


def test_only_what_removes_says_that_it_removes() -> None:
    rows = [line.split("\t") for line in KNOWN.read_text("utf-8").splitlines()]
    removes = {row[0] for row in rows if row[1] == "--remove" or row[0].endswith(" remove")}
    says = {row[0] for row in rows if row[1] == "--yes" and row[3].startswith("Remove ")}
    assert says - {"doctor", "lock change", "lock rekey", "lock remove"} <= removes


@pytest.mark.parametrize("verb", ["list", "show", "edit", "remove"])
@pytest.mark.parametrize("command", ["contact log", "meeting plan"])
def test_what_is_kept_beside_a_noun_has_its_verbs_as_options(
    run: Run, command: str, verb: str
) -> None:
    assert f"`{command}`" in PAGE.read_text(encoding="utf-8")
    assert f"  --{verb} " in run(*command.split(), "--help").out
    said = run(*command.split(), f"--{verb}", *([] if verb == "list" else ["1"]))
    assert said.code == (0 if verb == "list" else 3)


@pytest.mark.parametrize("typed", sorted(MEANT))
def test_a_word_leads_to_a_command_that_is_there(run: Run, typed: str) -> None:
    if typed in COMMANDS:
        return
    said = run(typed)
    offered = re.search(r"Did you mean: recoverplan ?(.*)", said.err)
    assert (said.code, bool(offered)) == (2, True)
    name, *rest = (offered[1].split() if offered else []) or ["plan"]
    assert name in COMMANDS or name.startswith("--")
    assert not NEVER & {name, *rest}
    if name in COMMANDS and rest and verbs_of(name):
        assert rest[0] in verbs_of(name)


def test_spelling_never_leads_to_erase(run: Run) -> None:
    for typed in ("eras", "erace", "eraze", "erased"):
        assert "erase" not in run(typed).err.replace(typed, "")
    assert NEVER.isdisjoint(WITHIN.values())


def test_a_text_without_quotes_is_offered_in_quotes(run: Run) -> None:
    said = run("step", "add", "drive", "home", "the", "other", "way")
    assert 'recoverplan step add "drive home the other way"' in said.err
