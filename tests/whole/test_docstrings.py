"""What the code says of itself is English: no scars of search and replace, no name said again."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "recoverplan"
SCARS = re.compile(
    r"\bhours's\b|\bhow its [\w ]+ outcome\b|\banswers? about hard hours\b|\ban? (hours|steps)\b",
    re.IGNORECASE,
)
SMALL = {
    "return", "returns", "the", "a", "an", "of", "is", "it", "in", "to", "for", "and", "or", "this",
    "that", "all", "with", "one", "each", "tell", "whether", "give", "yield",
}  # fmt: skip


def docstrings() -> Iterator[tuple[str, str, str]]:
    """Yield the file, the name and the text of every docstring that is no help of a command."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                continue
            decorated = [] if isinstance(node, ast.Module) else node.decorator_list
            said = ast.get_docstring(node)
            if said and not any("command" in ast.dump(each) for each in decorated):
                name = path.stem if isinstance(node, ast.Module) else node.name
                yield path.relative_to(PACKAGE).as_posix(), name, " ".join(said.split())


def stem(word: str) -> str:
    """Return a word without its usual endings."""
    return re.sub(r"(ings?|ies|es|ed|s|d)$", "", word) if len(word) > 4 else word


def says_the_name_again(name: str, said: str) -> bool:
    """Tell whether a docstring has no word but those of its name."""
    words = {stem(word) for word in re.findall(r"[a-z]+", said.lower()) if word not in SMALL}
    return words <= {stem(word) for word in name.lower().split("_")}


def test_no_docstring_is_a_scar_or_its_name_again() -> None:
    wrong = {
        f"{file} {name}": said
        for file, name, said in docstrings()
        if SCARS.search(said) or says_the_name_again(name, said)
    }
    assert wrong == {}
