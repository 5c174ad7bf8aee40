"""No module needs another that needs it: not at its top, and not inside a function either.

Layers (in pyproject.toml, held by `make check`) keep rooms apart; this keeps the modules of one
room from leaning on each other in a circle, which an import inside a function only hides.
"""

from __future__ import annotations

import ast
from pathlib import Path

import networkx as nx

PACKAGE = Path(__file__).parents[2] / "src" / "recoverplan"


def modules() -> dict[str, Path]:
    """Return every module of the package by its name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def needed_by(name: str, known: dict[str, Path]) -> set[str]:
    """Return the modules that a module imports anywhere but for types alone."""
    waiting: list[ast.AST] = [ast.parse(known[name].read_text("utf-8"))]
    found: set[str] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{each.name}" for each in node.names}
            found |= (whole & known.keys()) or ({node.module} & known.keys())
        else:
            waiting += ast.iter_child_nodes(node)
    return found - {name}


def circles(graph: dict[str, set[str]]) -> list[frozenset[str]]:
    """Return the groups of modules each of which leads to each other one."""
    arrows = nx.DiGraph([(name, other) for name, needed in graph.items() for other in needed])
    found = nx.strongly_connected_components(arrows)
    return [frozenset(each) for each in found if len(each) > 1]


def test_no_circle_of_imports() -> None:
    known = modules()
    assert len(known) > 250
    assert circles({name: needed_by(name, known) for name in known}) == []


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [frozenset("abc")]
    assert circles({"a": {"b", "c"}, "b": {"c"}}) == []
