"""What the program claims stands in docs/evidence.md with its source, word for word.

A sentence that changes falls out of the list, and has to be looked at again; a constant that is new
in a sensitive file is listed as a claim or as advice, by whoever writes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from words_said import open_places, sayings

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "src" / "recoverplan" / "words"
SENSITIVE = (
    "asking", "care", "family", "invitations", "lapse", "moment", "review", "safety", "setup",
    "support", "topics", "trial", "urge",
)  # fmt: skip


class Claim(NamedTuple):
    """One row: what is said, the file (and constant) that says it, the source."""

    said: str
    file: str
    constant: str
    source: str


def page() -> str:
    return (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Return the rows of the table that begins with this line of headings."""
    _, found, rest = page().partition(f"| {heading} |\n")
    assert found, heading
    table = rest.split("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table]


def claims() -> list[Claim]:
    found = []
    for said, where, source in rows("what is said | where | source"):
        file, _, constant = where.partition(" ")
        found.append(Claim(said, file, constant, source))
    return found


def advice() -> dict[str, set[str]]:
    return {file: set(names.split(", ")) for file, names in rows("file | constants")}


def constants(name: str) -> dict[str, list[str]]:
    """Return the constants of a file of words that say a sentence, with their texts."""
    module = import_module(f"recoverplan.words.{name}")
    found = {key: list(sayings(value)) for key, value in vars(module).items() if key.isupper()}
    return {key: said for key, said in found.items() if any(is_sentence(one) for one in said)}


def is_sentence(text: str) -> bool:
    return len(re.findall(r"[A-Za-z']+", text)) >= 4


def quoted() -> dict[tuple[str, str], list[str]]:
    """Return what is listed of each constant."""
    found = defaultdict(list)
    for claim in claims():
        found[claim.file, claim.constant].append(claim.said)
    return found


def uncovered(text: str, listed: list[str]) -> str:
    """Return what is left of a text without what is listed of it."""
    for said in sorted(listed, key=len, reverse=True):
        text = text.replace(said, "")
    return text.strip()


def test_every_claim_listed_is_said_there_word_for_word() -> None:
    listed = claims()
    assert len(listed) > 35
    for claim in listed:
        if claim.file.startswith("words/"):
            name = claim.file.removeprefix("words/").removesuffix(".py")
            module = import_module(f"recoverplan.words.{name}")
            said = list(sayings(getattr(module, claim.constant)))
        else:
            said = [open_places((ROOT / claim.file).read_text(encoding="utf-8"))]
        assert any(claim.said in one for one in said), claim.said


@pytest.mark.parametrize("name", SENSITIVE)
def test_every_sentence_of_a_sensitive_file_is_a_claim_or_advice(name: str) -> None:
    file = f"words/{name}.py"
    listed, harmless = quoted(), advice()[file]
    found = constants(name)
    for constant, texts in found.items():
        claimed = listed.get((file, constant), [])
        for text in texts:
            touched = any(said in text for said in claimed)
            # Of a text that claims something every sentence is listed; of the others the constant.
            assert not uncovered(text, claimed) if touched else constant in harmless, text
    gone = harmless - set(found)
    assert not gone, f"listed as advice, and not there: {gone}"


def test_what_is_taken_over_is_listed_where_it_stands() -> None:
    text = (WORDS / "topics.py").read_text(encoding="utf-8")
    assert "If you drink heavily" not in text
    assert "The first meeting is often" not in text


def test_every_source_is_there_and_is_used() -> None:
    sources = {key: how for key, _, how in rows("key | source | how it was looked at")}
    named = page().partition("## Sources")[0]
    used = set(re.findall(r"\bS\d+b?\b", named))
    for first, last in re.findall(r"\bS(\d+) to S(\d+)\b", named):
        used |= {f"S{number}" for number in range(int(first), int(last) + 1)}
    assert used == set(sources)
    assert all(sources.values())


def test_every_claim_has_a_source_or_says_that_it_has_none() -> None:
    plain = ("no source", "voice of the design", "as above", "own calculation")
    for claim in claims():
        assert re.search(r"\bS\d", claim.source) or claim.source.startswith((*plain, "of this"))
    assert not claims()[0].source.startswith("as above")


def test_the_list_of_sensitive_files_and_the_advice_agree() -> None:
    assert {f"words/{name}.py" for name in SENSITIVE} == set(advice())


def test_a_changed_sentence_would_be_noticed() -> None:
    claim = next(one for one in claims() if one.constant == "LESS")
    said = open_places(import_module("recoverplan.words.lapse").LESS)
    assert uncovered(said, [claim.said]) == ""
    assert uncovered(said.replace("can kill", "is fine"), [claim.said])
    assert uncovered(f"{said} It always helps.", [claim.said]) == "It always helps."
