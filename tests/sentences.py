"""Sentences in the source: literals of more than two words that could reach the screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[1] / "src" / "recoverplan"
WORD = re.compile(r"[A-Za-z][a-z'’-]*[.,:;?!]?|[a-z'’-]+[.,:;?!]?")
# What is written for another program: SQLite, a regular expression.
STATEMENT = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|PRAGMA|VACUUM|BEGIN|WHERE|AND|ORDER"
    r"|FROM|JOIN|LEFT|UNION|ON|VALUES|SET|EXISTS|LIMIT|DETACH|ATTACH)\b"
)
FOR_OTHERS = frozenset({"compile", "execute", "executemany", "fullmatch", "match", "sub", "entry"})
OPTIONS = frozenset({"Option", "Argument", "Entry"})  # help is written where the option is


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
    """Tell whether a text has more than two words and is not written for another program."""
    if STATEMENT.match(text) or "\\" in text:
        return False
    return sum(WORD.fullmatch(word) is not None for word in text.split()) > 2


def elsewhere() -> Iterator[Sentence]:
    """Yield the sentences that stand neither in words/ nor in the facts of data/."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path.relative_to(SOURCE).parts[0] not in {"words", "data"}:
            yield from sentences(path)
