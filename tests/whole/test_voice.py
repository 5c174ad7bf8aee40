"""Every text the program has, held to the rules of the voice (tests/voice.py), whoever says it.

Modules, what ships beside them (numbers, templates of pages and of paper), the expected screens,
the help of every command, and the documents. What a walk through it prints is in test_words.py.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from conftest import Run
from recoverplan.cli.app import root
from recoverplan.cli.lazy import Stub
from voice import ALLOWED, EXAMPLE_NUMBER, MARKED, NEVER, Never, wrong

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "recoverplan"


# Not its own words: how those who publish meeting lists and plans code and head them; what people
# type.
UNSEEN = (
    "data/type_codes.py", "data/plan_words.py", "data/synonyms.py", "readers/caution_words.py",
)  # fmt: skip
SQL = re.compile(r"\s*(INSERT|UPDATE|SELECT|DELETE|CREATE|PRAGMA)\b")
# Single words that are Python's or JSON's, in files that also speak.
WORDS_OF_CODE = frozenset({"programme", "reset", "user"})
# What documents say nevertheless, each literally, by file.
IN_DOCUMENTS = {
    "docs/looking-back.md": {
        "none of them scores anybody: no streak": "says that there is none",
        "amounts, missed doses and withdrawal": "of medicine",
    },
    "docs/reminders.md": {"~/.config/systemd/user": "a folder of systemd's"},
    "docs/formats.md": {'"programme"': "the name of a field"},
    "docs/evidence.md": {
        "no streaks; nothing resets": "says that there is none",
        "Alcoholics Anonymous": "a proper name",
        "Subst Abus": "the name of a journal",
        "Addict Behav": "the name of a journal",
        "Substance Abuse and Mental Health Services Administration": "a proper name",
        "methadone, missed doses": "of medicine",
        "Nothing says that an urge passes": "says that it is not said",
        "how-to-prevent-an-overdose": "an address",
        "substance use disorder treatment in pregnant": "the title of a source",
        "Medications for opioid use disorder": "the title of a source",
        "alcohol dependence: gender differences": "the title of a source",
        "address not verified": "of a source",
    },
}


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Give every string of a module but its docstrings, with its line; of f-strings the words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unseen: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            first = node.body[0] if node.body else None
            # The docstring of a command is its help, and is seen.
            command = isinstance(node, ast.FunctionDef) and any(
                "command" in ast.dump(one) or "callback" in ast.dump(one)
                for one in node.decorator_list
            )
            if isinstance(first, ast.Expr) and not command:
                unseen.add(id(first.value))
        if isinstance(node, ast.JoinedStr):
            unseen |= {id(part) for part in node.values}
            parts = [one.value if isinstance(one, ast.Constant) else "{}" for one in node.values]
            yield node.lineno, "".join(map(str, parts))
    for node in ast.walk(tree):
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and isinstance(node, ast.Constant) and id(node) not in unseen:
            yield node.lineno, said


def spoken_by_modules() -> Iterator[tuple[str, str]]:
    """Give all that the modules can say: the place and the text."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(UNSEEN):
            for line, text in texts(path):
                if text not in WORDS_OF_CODE and not SQL.match(text):
                    yield f"{name}:{line}", text


def shipped_beside() -> Iterator[tuple[str, str]]:
    """Give what ships as data: numbers and what they are for, countries, templates."""
    lists = json.loads((SOURCE / "data" / "helplines.json").read_text(encoding="utf-8"))
    for row in lists["lines"]:
        for field in ("name", "for", "hours", "cost", "chat"):
            yield f"helplines.json {row['c']}", str(row.get(field) or "")
    files = [SOURCE / "data" / "regions.tsv"]
    files += [*SOURCE.rglob("*.j2"), *SOURCE.rglob("*.typ")]
    for path in sorted(files):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", line


def expected_screens() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "tests" / "golden").iterdir()):
        yield path.name, path.read_text(encoding="utf-8")


def documents() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def command_names(before: tuple[str, ...], command: Any) -> Iterator[tuple[str, ...]]:
    """Yield every command and every group of commands, the root first, from the table itself."""
    command = command.load() if isinstance(command, Stub) else command
    yield before
    for name, below in getattr(command, "commands", {}).items():
        yield from command_names((*before, name), below)


# ----------------------------------------------------------------------- the search can find it


@pytest.mark.parametrize("never", NEVER, ids=lambda never: never.caught[0])
def test_each_shape_is_found_and_its_neighbors_are_not(never: Never) -> None:
    for said in never.caught:
        for text in (said, said.upper(), f"Some words, {said} and more.", said.replace(" ", "\n")):
            assert any(never.why in one for one in wrong(text)), text
    for said in never.harmless:
        assert not re.search(never.shape, said, re.IGNORECASE), said


def test_proper_names_stay() -> None:
    assert not wrong("National Domestic Abuse Helpline")
    assert wrong("alcohol abuse")
    assert wrong("help with drug\nabuse")


def test_a_text_put_anywhere_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "said.py"
    module.write_text(
        '"""Addicts, in a docstring."""\n'
        'A = "You failed."\nB = {"k": ("fine", "a streak")}\nC = f"{A} relapsed"\n'
        '@app.command()\ndef go():\n    """Stay clean."""\n'
    )
    found = [text for _, text in texts(module) if wrong(text)]
    assert sorted(found) == ["Stay clean.", "You failed.", "a streak", "{} relapsed"]


# ---------------------------------------------------------------------------------- the texts


def test_no_text_of_a_module_breaks_the_rules() -> None:
    said = list(spoken_by_modules())
    assert len(said) > 5000
    assert [f"{place}: {found}" for place, text in said for found in wrong(text)] == []


def test_nothing_that_ships_beside_the_modules_breaks_the_rules() -> None:
    said = list(shipped_beside())
    assert {".j2", ".typ", ".tsv"} <= {Path(place.split(":")[0]).suffix for place, _ in said}
    assert [f"{place}: {found}" for place, text in said for found in wrong(text)] == []


def test_no_expected_screen_breaks_the_rules() -> None:
    said = list(expected_screens())
    assert len(said) > 40
    assert [f"{place}: {found}" for place, text in said for found in wrong(text)] == []


def test_the_help_of_no_command_breaks_the_rules(run: Run) -> None:
    names = list(command_names((), get_command(root)))
    assert {(), ("urge", "log"), ("plan",), ("risk", "suggest")} <= set(names)
    for name in names:
        shown = run(*name, "--help")
        assert shown.code == 0, name
        assert wrong(shown.out) == [], name


def test_no_document_breaks_the_rules() -> None:
    for name, text in documents():
        allowed = IN_DOCUMENTS.get(name, {})
        assert wrong(text, tuple(allowed)) == [], name


def test_every_allowance_is_needed() -> None:
    said = "\n".join(text for give in (spoken_by_modules, shipped_beside) for _, text in give())
    assert [text for text in ALLOWED if text not in said] == []
    written = dict(documents())
    for name, allowed in IN_DOCUMENTS.items():
        one_line = " ".join(written[name].split())
        assert [text for text in allowed if text not in one_line or not wrong(text)] == [], name


def test_example_numbers_stand_only_in_marked_examples() -> None:
    for place, text in spoken_by_modules():
        assert not EXAMPLE_NUMBER.search(text) or MARKED.search(text), f"{place}: {text}"
    for path in SOURCE.rglob("*"):
        if path.suffix not in {".py", ".pyc"} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")  # fonts are no text
            assert not EXAMPLE_NUMBER.search(text), path


def test_documents_say_that_their_numbers_are_examples() -> None:
    for name, text in documents():
        assert not EXAMPLE_NUMBER.search(text) or re.search("555-01xx|example|made up", text), name
