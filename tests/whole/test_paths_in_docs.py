"""What the pages and the notes in the code point at is there: files, folders, functions and links.

A path is what stands between backticks and ends like a source file, or begins with a folder of the
repository or a room of the house. `{a,b}` stands for each of them, `<noun>` and `*` for anything.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "recoverplan"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
PLACES = (ROOT, HOUSE, HOUSE.parent, ROOT / "tests")
SOURCES = (".py", ".md", ".typ", ".j2", ".css", ".tsv", ".toml")
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
TICKED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CALLED = re.compile(r"([A-Za-z_]\w*\.)*(?P<name>[A-Za-z_]\w*)\([^()]*\)")
BRACES = re.compile(r"\{([^{}]*)\}")
NOTED = re.compile(
    r"\b(?:src|tests|docs|tools|cli|data|domain|now|readers|services|store|words|writers)/[\w/]+\.\w+"
)
IN_THE_PICTURE = re.compile(r"^ {2}([a-z_]+(?:/|\.py))  ", re.MULTILINE)


@cache
def rooms() -> set[str]:
    """Return the folders that a path may begin with."""
    outside = {"src", "recoverplan", "store"}
    known = {path.name for place in (ROOT, HOUSE) for path in place.iterdir() if path.is_dir()}
    return {name for name in known | outside if not name.startswith((".", "__"))}


@cache
def names_of_files() -> set[str]:
    """Return the bare names of all the repository's source files."""
    folders = ("src", "tests", "tools", "docs", "benchmarks", "packaging")
    found = {path.name for name in folders for path in (ROOT / name).rglob("*.*")}
    return found | {path.name for path in ROOT.iterdir()}


def paths_in(text: str) -> list[str]:
    """Return what is a path in one piece of text that stood between backticks."""
    found = []
    for word in text.split():
        bare = re.sub(r"/?\w+\(.*\)$", "", word).rstrip(",;:")
        first, slash, rest = bare.partition("/")
        by_its_end = bare.endswith(SOURCES) and re.fullmatch(r"[\w./*<>{},-]+", bare)
        known = slash and first in rooms() and not re.fullmatch(r"[a-z-]+/\d+", rest)
        if by_its_end or known:
            found.append(bare)
    return found


def spelled_out(path: str) -> list[str]:
    """Return the paths that one with braces stands for, as patterns."""
    parts = BRACES.split(path)
    choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
    return [re.sub(r"<\w+>", "*", "".join(each)) for each in product(*choices)]


def there(pattern: str, page: Path = ROOT / "README.md") -> bool:
    """Tell whether a path, seen from the page that names it, is there."""
    if "/" not in pattern and pattern in names_of_files():
        return True
    return any(list(place.glob(pattern.rstrip("/"))) for place in (*PLACES, page.parent))


def missing_paths(text: str, page: Path) -> list[str]:
    """Return the paths between backticks, outside fences, that are not there."""
    ticked = TICKED.findall(FENCED.sub("", text))
    named = [path for each in ticked for path in paths_in(each)]
    return [path for path in named if not all(there(one, page) for one in spelled_out(path))]


@cache
def defined_in(path: Path) -> set[str]:
    """Return the functions and classes of a module, or of all the modules of a package."""
    files = path.rglob("*.py") if path.is_dir() else [path]
    return {
        node.name
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


def missing_names(text: str) -> list[str]:
    """Return `name()` that no module which its paragraph, or step of a list, names has."""
    wrong = []
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.) )", FENCED.sub("", text)):
        ticked = TICKED.findall(block)
        named = [one for each in ticked for path in paths_in(each) for one in spelled_out(path)]
        modules = [
            path
            for one in named
            if one.endswith((".py", "/"))
            for place in PLACES
            for path in place.glob(one.rstrip("/"))
        ]
        if not modules:
            continue
        called = [match["name"] for each in ticked if (match := CALLED.fullmatch(each))]
        known = {name for module in modules for name in defined_in(module)}
        wrong += [f"{name}()" for name in called if name not in known]
    return wrong


def anchors(page: Path) -> set[str]:
    """Return the anchors that a host makes of a page's headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


def dead_links(text: str, page: Path) -> list[str]:
    """Return the links to files, and to headings in them, that lead nowhere."""
    dead = []
    for target in LINK.findall(FENCED.sub("", text)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = page.parent / name if name else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            dead.append(target)
    return dead


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_a_page_names_nothing_that_is_gone(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert missing_paths(text, page) == []
    assert missing_names(text) == []
    assert dead_links(text, page) == []


def test_a_table_of_the_store_names_the_stores_own_files() -> None:
    page = (ROOT / "docs" / "store.md").read_text("utf-8")
    table = page.split("| file in `store/` |")[1].split("\n\n")[0]
    named = TICKED.findall("".join(row.split("|")[1] for row in table.splitlines()[2:]))
    assert [name for name in named if not (HOUSE / "store" / name).is_file()] == []


def test_the_picture_of_the_house_shows_the_house() -> None:
    picture = FENCED.findall((ROOT / "docs" / "architecture.md").read_text("utf-8"))[0]
    shown = {each.rstrip("/") for each in IN_THE_PICTURE.findall(picture)}
    inside = {path.name for path in HOUSE.iterdir() if not path.name.startswith(("__", "py."))}
    assert shown - {"__main__.py"} == inside


def test_notes_in_the_code_name_no_file_that_is_gone() -> None:
    folders = ("src", "tests", "tools", "benchmarks", "packaging")
    noted = [path for name in folders for path in sorted((ROOT / name).rglob("*.py"))]
    noted += [ROOT / name for name in ("pyproject.toml", "Makefile", ".ci/run")]
    gone = {}
    for path in noted:
        if path == Path(__file__):
            continue
        named = NOTED.findall(path.read_text("utf-8"))
        wrong = [one for one in named if one.endswith(SOURCES) and not there(one, path)]
        if wrong:
            gone[str(path.relative_to(ROOT))] = wrong
    assert gone == {}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("see `domain/gone.py`", ["domain/gone.py"]),
        ("see `gone.py`", ["gone.py"]),
        ("`writers/{plain,gone}/`", ["writers/{plain,gone}/"]),
        ("`pytest tests/domain/test_gone.py`", ["tests/domain/test_gone.py"]),
        ("`src/recoverplan/words/gone.py`", ["src/recoverplan/words/gone.py"]),
        ("`recoverplan/data/schemas/gone-1.json`", ["recoverplan/data/schemas/gone-1.json"]),
        ("`readers/gone*.py`", ["readers/gone*.py"]),
        ("`cli/<noun>.py`, `recoverplan/plan/2`, `m/w/f`, `25/12/2026`, `~/notes`", []),
        ("`tests/live`, `span.py`, `services/{examining,salvaging}.py`", []),
    ],
)
def test_what_is_gone_is_found(text: str, wrong: list[str]) -> None:
    assert missing_paths(text, ROOT / "README.md") == wrong


def test_a_function_that_is_gone_is_found() -> None:
    assert missing_names("- `domain/plan.py` `make_plan()`") == []
    assert missing_names("- `domain/plan.py` `gone()`") == ["gone()"]
    assert missing_names("1. `cli/output.py` `emit()`\n2. `domain/plan.py` `emit()`") == ["emit()"]
    page = ROOT / "docs" / "architecture.md"
    assert dead_links("[a](gone.md) [b](when.md#gone) [c](when.md)", page) == [
        "gone.md",
        "when.md#gone",
    ]
