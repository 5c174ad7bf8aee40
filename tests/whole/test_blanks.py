"""Each blank of a sentence of words/ is filled in where it is said, and with nothing it has not.

Many are said only when something is wrong, and mypy does not look into texts.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from string import Formatter
from typing import Any

from sentences import SOURCE


def given(tree: ast.Module) -> dict[str, list[Any]]:
    """Return what a module takes from words/, by the name that it has there."""
    found: dict[str, list[Any]] = {}
    for node in ast.walk(tree):
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        if isinstance(node, ast.ImportFrom) and module.startswith("recoverplan.words"):
            for one in node.names:
                of_topic = module == "recoverplan.words"
                whole = import_module(f"{module}.{one.name}" if of_topic else module)
                value = whole if of_topic else getattr(whole, one.name)
                found.setdefault(one.asname or one.name, []).append(value)
    return found


def filled(source: str) -> Iterator[tuple[int, bool]]:
    """Yield the line of each sentence that is filled in, and whether its blanks are those given."""
    tree = ast.parse(source)
    known = given(tree)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        how, text, name = node.func.attr, node.func.value, ""
        if isinstance(text, ast.Attribute):
            name, text = text.attr, text.value
        if how == "format" and isinstance(text, ast.Name) and text.id in known:
            texts = [getattr(one, name, None) if name else one for one in known[text.id]]
            yield node.lineno, any(fits(one, node) for one in texts if isinstance(one, str))


def fits(text: str, call: ast.Call) -> bool:
    """Tell whether a call gives what the blanks of a text ask for, and no more."""
    blanks = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    spread = any(isinstance(one, ast.Starred) for one in call.args)
    in_order = spread or len(call.args) == blanks.count("")
    return in_order and {one.arg for one in call.keywords} == set(filter(None, blanks))


def test_every_blank_of_a_sentence_is_filled_in() -> None:
    said = [
        (path, *one) for path in SOURCE.rglob("*.py") for one in filled(path.read_text("utf-8"))
    ]
    assert len(said) > 700
    assert [f"{path.name}:{line}" for path, line, right in said if not right] == []


def test_a_blank_that_is_left_or_is_not_there_is_seen() -> None:
    source = """
from recoverplan.words import phrase as words
from recoverplan.words.phrase import NO_DAY
words.NO_DAY.format(there="x")
words.NO_DAY.format(day="x")
words.NO_DAY.format(there="x", day="y")
NO_DAY.format()
"""
    assert list(filled(source)) == [(4, True), (5, False), (6, False), (7, False)]
