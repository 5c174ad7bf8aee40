"""Sentences in the source: literals of more than two words that could reach the screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from recoverplan.cli.completing import TABLE

SOURCE = Path(__file__).parents[1] / "src" / "recoverplan"
WORD = re.compile(r"[A-Za-z][a-z'’-]*[.,:;?!]?|[a-z'’-]+[.,:;?!]?")
# What is written for another program: SQLite, a regular expression.
STATEMENT = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|PRAGMA|VACUUM|BEGIN|WHERE|AND|ORDER"
    r"|FROM|JOIN|LEFT|UNION|ON|VALUES|SET|EXISTS|LIMIT|DETACH|ATTACH)\b"
)
WITHIN = re.compile(r"\(SELECT |\bIS NULL\b")  # of a part of one
# What is given to be typed: "recoverplan step add TEXT".
ROWS = (row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines())
COMMANDS = "|".join(row[1] for row in ROWS if row[0] == "" and row[2] == "command")
COMMAND = re.compile(rf"recoverplan ({COMMANDS})\b[^.]*")
FOR_OTHERS = frozenset({"compile", "execute", "executemany", "fullmatch", "match", "sub", "entry"})
OPTIONS = frozenset({"Option", "Argument", "Entry"})  # help is written where the option is
# Whole files whose literals are no sentences of ours, with why.
NOT_SAID = {
    "domain/phrase/everyday.py": "phrases that are understood",
    "domain/phrase/wording.py": "schedules as phrases, which are understood again",
    "readers/cautions.py": "words of lists that are understood",
    "store/listings_derived.py": "statements for SQLite",
    "domain/moment_words.py": "phrases that are understood",
    "readers/caution_words.py": "words of lists that are understood",
    "store/schema.py": "statements for SQLite",
    "store/schema_since.py": "statements for SQLite",
    "value.py": "mistakes of a programmer",
}


class Sentence(NamedTuple):
    """A literal, its file (from the package on) and its line."""

    file: str
    line: int
    text: str


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a module, docstrings and helps of options apart."""
    name = path.relative_to(SOURCE).as_posix()
    yield from (Sentence(name, *found) for found in spoken_in(path.read_text("utf-8")))


def spoken_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every literal of more than two words in a source text."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Call) and called(node.func) in FOR_OTHERS | OPTIONS:
            continue
        text = text_of(node)
        if text is None:
            waiting += ast.iter_child_nodes(node)
        elif is_said(text) and isinstance(node, ast.expr):
            yield node.lineno, text


def called(function: ast.expr) -> str:
    """Return the name by which a function is called."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def text_of(node: ast.AST) -> str | None:
    """Return a text literal, with three dots for what is filled in; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (one.value if isinstance(one, ast.Constant) else "…" for one in node.values)
        return "".join(map(str, parts))
    return None


def is_said(text: str) -> bool:
    """Tell whether a text has more than two words, and is neither for a program nor to be typed."""
    if STATEMENT.match(text) or WITHIN.search(text) or "\\" in text or COMMAND.fullmatch(text):
        return False
    return sum(WORD.fullmatch(word) is not None for word in text.split()) > 2


def elsewhere() -> Iterator[Sentence]:
    """Yield the sentences that stand neither in words/ nor in the facts of data/."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE)
        if name.parts[0] not in {"words", "data"} and name.as_posix() not in NOT_SAID:
            yield from sentences(path)
