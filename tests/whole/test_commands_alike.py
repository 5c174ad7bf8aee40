"""docs/commands.md: which noun has which verb, and what each does where nobody can be asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from conftest import Run
from recoverplan.cli.app import root
from recoverplan.cli.lazy import Stub
from recoverplan.data.synonyms import MEANT, NEVER, WITHIN

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
ROWS = re.findall(r"^\| `(\w+)` \| ([a-z ]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
VERBS = [verb for verb, _ in ROWS]
COMMANDS = {
    name: stub.load() if isinstance(stub, Stub) else stub
    for name, stub in get_command(root).commands.items()  # type: ignore[attr-defined]
}


def verbs_of(noun: str) -> set[str]:
    return set(getattr(COMMANDS[noun], "commands", {}))


@pytest.mark.parametrize(("verb", "nouns"), ROWS)
def test_the_table_names_every_noun_that_has_the_verb(verb: str, nouns: str) -> None:
    personal = {noun for noun in COMMANDS if {"list", "edit", "remove"} <= verbs_of(noun)}
    assert set(nouns.split()) == {noun for noun in personal if verb in verbs_of(noun)}


@pytest.mark.parametrize(
    ("verb", "noun"),
    [(v, noun) for v, nouns in ROWS if v in {"add", "decide"} for noun in nouns.split()],
)
def test_without_a_terminal_what_is_missing_is_said(run: Run, verb: str, noun: str) -> None:
    said = run(noun, verb, *(["x"] if verb == "decide" else []))
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") <= 2


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
