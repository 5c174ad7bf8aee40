"""Whether the tests would notice: one small mistake at a time in the modules that all leans on.

    python tools/mutants.py [--only NAME …] [--most N] [--list]

Each mistake is made in a copy of the source, and the module's own tests are run against it. What
was found is kept in .mutants/, by the text of the module and of the test that noticed: a run that
was stopped goes on, and what did not change is not tried again. Mistakes that nobody could notice
are listed in mutants_alike.py, each with its reason; any other that survives is a test that is
missing.

It ends with 1 if a module has fewer than nine of ten caught. It takes an hour of two cores, and is
no part of CI.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.mutants_alike import ALIKE
from tools.mutants_tried import Trial, apart, functions_of, stamp_of

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "recoverplan"
KEPT = ROOT / ".mutants"
SHARE = 0.9  # caught, of those that could be noticed

# Each module, and the tests that are its own.
MODULES = {
    "schedule": (
        "domain/schedule.py",
        ("domain/test_schedule.py", "domain/test_schedule_rfc.py", "domain/test_trip.py"),
    ),
    "phrase": (
        "domain/phrase/building.py",
        (
            "domain/test_phrase.py",
            "domain/test_phrase_building.py",
            "domain/test_phrase_refusals.py",
            "domain/test_phrase_offers.py",
            "domain/test_when_docs.py",
            "domain/test_phrase_midnight.py",
            "domain/test_phrase_clock.py",
            "domain/test_what_people_type.py",
        ),
    ),
    "coverage": (
        "domain/coverage.py",
        ("domain/test_coverage.py", "domain/test_coverage_roster.py"),
    ),
    "assignment": (
        "domain/assignment.py",
        ("domain/test_assignment.py", "domain/test_assignment_alike.py"),
    ),
    "checkins": ("domain/checkins.py", ("domain/test_checkins.py", "domain/test_calls.py")),
    "trial": ("domain/trial.py", ("domain/test_trial.py",)),
    "moment": ("domain/moment.py", ("domain/test_moment.py",)),
    "keys": (
        "store/keys.py",
        ("store/test_key_slots.py", "store/test_keys.py", "store/test_secrets.py"),
    ),
    "emergency": ("domain/emergency.py", ("domain/test_emergency.py",)),
}

COMPARED = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
COMPUTED = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "//", ast.FloorDiv: "*", ast.Div: "*", ast.Mod: "+",
    ast.BitOr: "&", ast.BitAnd: "|", ast.BitXor: "|", ast.LShift: ">>", ast.RShift: "<<",
    ast.Pow: "*",
}  # fmt: skip
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any", "bisect_left": "bisect_right",
           "bisect_right": "bisect_left"}  # fmt: skip


class Mutant(NamedTuple):
    """A mistake: where in the file's bytes, what stands there then, and how it is called."""

    start: int
    end: int
    text: str
    line: int
    change: str

    def made_in(self, source: bytes) -> bytes:
        """Return the source with the mistake."""
        return source[: self.start] + self.text.encode() + source[self.end :]


class Finder:
    """Finds the mistakes that can be made in a module, in the order of its text."""

    def __init__(self, source: str) -> None:
        self.source = source
        lines = source.encode().split(b"\n")
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.found: list[Mutant] = []

    def mutants(self) -> list[Mutant]:
        """Return them all."""
        self.visit(ast.parse(self.source))
        return sorted(each for each in set(self.found) if self.can_be_read(each))

    def can_be_read(self, mutant: Mutant) -> bool:
        """Tell whether it is a mistake that Python does not refuse before anything is run."""
        try:
            ast.parse(mutant.made_in(self.source.encode()))
        except SyntaxError:
            return False
        return True

    def place(self, node: ast.expr) -> tuple[int, int]:
        """Return where an expression begins and ends, in bytes."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def code(self, node: ast.expr) -> str:
        """Return the text of an expression."""
        return ast.get_source_segment(self.source, node) or ""

    def add(self, node: ast.expr, text: str) -> None:
        """Note that `text` could stand in the place of an expression."""
        start, end = self.place(node)
        change = " ".join(f"{self.code(node)} -> {text}".split())
        self.found.append(Mutant(start, end, text, node.lineno, change))

    def visit(self, node: ast.AST) -> None:
        """Look at a node and at what is in it; what only types and documents say is passed over."""
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        if isinstance(node, ast.expr):
            for text in self.instead(node):
                self.add(node, text)
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "decorator_list"}:
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    self.visit(child)

    def instead(self, node: ast.expr) -> Iterator[str]:
        """Yield what could stand in the place of an expression by mistake."""
        code = self.code
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            other = COMPARED[type(node.ops[0])]
            yield f"({code(node.left)} {other} {code(node.comparators[0])})"
        elif isinstance(node, ast.BinOp) and type(node.op) in COMPUTED:
            yield f"({code(node.left)} {COMPUTED[type(node.op)]} {code(node.right)})"
        elif isinstance(node, ast.BoolOp):
            other = " or " if isinstance(node.op, ast.And) else " and "
            yield f"({other.join(code(value) for value in node.values)})"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield f"({code(node.operand)})"
        elif isinstance(node, ast.IfExp):
            yield f"({code(node.body)})"
            yield f"({code(node.orelse)})"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in SWAPPED:
                yield SWAPPED[node.func.id] + code(node)[len(node.func.id) :]
        elif isinstance(node, ast.Constant):
            yield from self.another(node)

    def another(self, node: ast.Constant) -> Iterator[str]:
        """Yield another constant."""
        if isinstance(node.value, bool):
            yield str(not node.value)
        elif isinstance(node.value, int):
            yield str(node.value + 1)
        elif isinstance(node.value, str) and node.value and self.code(node)[:1] in {'"', "'"}:
            yield f'"NFC{node.value[4:]}"' if node.value == "NFKC" else '"x-x"'


@cache
def mutants_of(source: str) -> list[Mutant]:
    """Return the mistakes that can be made in a module."""
    return Finder(source).mutants()


class Noted(NamedTuple):
    """What became of a mistake: the test that noticed, None if none did, and what it was then."""

    test: str | None
    stamp: str


class Run:
    """The mistakes of one module: what is known of them, and the copy in which they are made."""

    def __init__(self, name: str, copy: Path) -> None:
        path, tests = MODULES[name]
        self.name = name
        self.tests = [str(ROOT / "tests" / each) for each in tests]
        self.copy = copy
        self.target = copy / path
        self.source = (SOURCE / path).read_text(encoding="utf-8")
        self.stamps = {"": stamp_of([Path(each).read_text("utf-8") for each in self.tests])}
        for each in self.tests:
            self.stamps |= functions_of(Path(each))
        self.file = KEPT / f"{name}-{stamp_of([self.source])}.json"
        self.known: dict[str, Noted] = {}
        self.again: set[str] = set()  # what survived tests that were changed since
        if self.file.is_file():
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            noted = {key: Noted(*each) for key, each in kept.items()}
            # What was noticed is, while that test is the same; what was not, while all of them are.
            self.known = {
                key: each for key, each in noted.items()
                if self.stamps.get(each.test or "") == each.stamp
            }  # fmt: skip
            self.again = noted.keys() - self.known.keys()

    def work(self, most: int) -> tuple[int, list[Mutant]]:
        """Try what was not tried yet, at most so many and from everywhere; return how many of all
        tried were caught, and the rest.
        """
        mutants = mutants_of(self.source)
        left = [each for each in mutants if self.key(each) not in self.known]
        random.Random(0).shuffle(left)
        left = sorted(left, key=lambda each: self.key(each) not in self.again)[:most]
        if left:
            apart(lambda: self.try_all(left))
            self.known = {
                key: Noted(*each)
                for key, each in json.loads(self.file.read_text(encoding="utf-8")).items()
            }
            print()
        tried = [each for each in mutants if self.key(each) in self.known]
        survived = [each for each in tried if self.known[self.key(each)].test is None]
        return len(tried) - len(survived), survived

    def try_all(self, mutants: list[Mutant]) -> None:
        """Try each, in a process that has loaded all that does not lean on the module.

        Raises RuntimeError where the tests fail without a mistake.
        """
        trial = Trial(self.tests, self.copy, self.target)
        trial.warm()
        KEPT.mkdir(exist_ok=True)
        for number, each in enumerate(mutants, 1):
            self.target.write_bytes(each.made_in(self.source.encode()))
            test = trial.noticed()
            self.target.write_text(self.source, encoding="utf-8")
            self.known[self.key(each)] = Noted(test, self.stamps.get(test or "", self.stamps[""]))
            self.file.write_text(json.dumps(self.known, indent=1), encoding="utf-8")
            print(f"\r{self.name}: {number} of {len(mutants)}", end="", flush=True)

    def key(self, mutant: Mutant) -> str:
        """Return what a mistake is known by, as long as the module's text stays."""
        return f"{mutant.start}: {mutant.change}"

    def alike(self, mutant: Mutant) -> str | None:
        """Return why nobody could notice it, None where somebody should."""
        return next((why for each, why in self.reasons() if self.is_meant(each, mutant)), None)

    def is_meant(self, each: tuple[str, str], mutant: Mutant) -> bool:
        """Tell whether a part of a line and a change are those of a mistake."""
        text, change = each
        return change == mutant.change and text in self.source.splitlines()[mutant.line - 1]

    def reasons(self) -> list[tuple[tuple[str, str], str]]:
        """Return the mistakes of this module that nobody could notice, each with why."""
        return list(ALIKE.get(self.name, {}).items())

    def outlived(self) -> list[tuple[str, str]]:
        """Return those that cannot be made any more: the source was changed."""
        mutants = mutants_of(self.source)
        meant = [each for each, _ in self.reasons()]
        return [each for each in meant if not any(self.is_meant(each, one) for one in mutants)]


def main() -> int:
    """Try the mistakes and tell what survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", nargs="*", choices=MODULES, default=[])
    parser.add_argument("--most", type=int, default=10**9, help="how many to try in each module")
    parser.add_argument("--list", action="store_true", help="show the mistakes, and try none")
    asked = parser.parse_args()
    names = asked.only or list(MODULES)
    enough = True
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder) / "recoverplan"
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for name in names:
            run = Run(name, copy)
            if asked.list:
                for each in mutants_of(run.source):
                    print(f"{name}:{each.line}: {each.change}")
                for text, change in run.outlived():
                    print(f"{name}: no such line any more: {text} {change}")
                continue
            caught, survived = run.work(asked.most)
            missed = [each for each in survived if run.alike(each) is None]
            for each in survived:
                print(f"  {MODULES[name][0]}:{each.line}: {each.change}  {run.alike(each) or ''}")
            share = caught / max(caught + len(missed), 1)
            tried = f"{caught + len(survived)} of {len(mutants_of(run.source))} tried"
            print(f"{name}: {tried}, {caught} caught, {len(missed)} not, {share:.0%}")
            enough = enough and share >= SHARE
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
