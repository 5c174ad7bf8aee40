"""One mistake tried: the tests of a module are run against its copy, in a process made for it.

A process is made by fork from one that has loaded pytest, Hypothesis and all of the program that
does not lean on the module; so a try costs little more than the test that notices.
"""

from __future__ import annotations

import ast
import contextlib
import json
import os
import random
import resource
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TIMES, MORE = 3, 3  # so many times the time of the tests as they are, and seconds more
MEMORY = 6 << 30
NOT_LOADED = "(does not load)"  # the "test" that notices what cannot even be imported
ENDLESS = "(does not end)"


def stamp_of(texts: list[str]) -> str:
    """Return what tells these texts from others."""
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def functions_of(path: Path) -> dict[str, str]:
    """Return the tests of a file by name, and a stamp of each."""
    text = path.read_text(encoding="utf-8")
    return {
        f"{path.relative_to(ROOT)}::{node.name}": stamp_of([ast.unparse(node)])
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def apart(work: Callable[[], None], started: Callable[[], None] | None = None) -> int:
    """Do the work in a process of its own; return how it ended: 0 is well."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        if started:
            started()
        work()
        code = 0
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


class Watcher:
    """A plugin of pytest: those that notice most for their time go first, and the first to notice
    is noted.
    """

    def __init__(self, worth: dict[str, float], usual: dict[str, float]) -> None:
        self.worth = worth
        self.usual = usual
        self.took: dict[str, float] = {}
        self.noticed: str | None = None

    def pytest_configure(self) -> None:
        """Look for no smaller example: one is enough."""
        from hypothesis import Phase, settings

        settings.register_profile(
            "mutants", settings.get_profile("some"), database=None,
            phases=(Phase.explicit, Phase.generate),
        )  # fmt: skip
        settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Put them into their order."""
        items.sort(key=lambda item: -self.worth.get(item.nodeid, 1e9))

    def pytest_runtest_setup(self, item: Any) -> None:
        """End what takes much longer in one test than the test does: a mistake that never ends."""
        if item.nodeid in self.usual:
            most = sum(os.times()[:2]) + self.usual[item.nodeid] * TIMES + MORE
            resource.setrlimit(resource.RLIMIT_CPU, (int(most), resource.RLIM_INFINITY))

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note how long it took, or that it failed."""
        self.took[report.nodeid] = self.took.get(report.nodeid, 0) + report.duration
        if report.failed:
            self.noticed = self.noticed or report.nodeid


class Trial:
    """What is known of the tests of one module while its mistakes are tried."""

    def __init__(self, tests: list[str], copy: Path, target: Path) -> None:
        self.tests = tests
        self.copy = copy
        self.target = target
        self.told = copy.parent / "told.json"
        self.took: dict[str, float] = {}
        self.counts: Counter[str] = Counter()
        self.seconds = 600.0

    def warm(self) -> None:
        """Run the tests as they are, and load what they load that does not lean on the module.

        Raises RuntimeError where they fail.
        """
        sys.path.insert(0, str(self.copy.parent))
        os.environ |= {"PYTHONPATH": str(self.copy.parent)}
        with contextlib.suppress(KeyError):
            del os.environ["PYTHONDONTWRITEBYTECODE"]
        before = os.times()
        noticed = self.noticed()
        after = os.times()
        if noticed:
            message = f"{noticed} fails as it is."
            raise RuntimeError(message)
        self.seconds = sum(after[2:4]) - sum(before[2:4])
        told = json.loads(self.told.read_text(encoding="utf-8"))
        self.took = told["took"]
        sys.dont_write_bytecode = True  # two mistakes of one second and one size look the same
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        for each in self.copy.rglob(f"{self.target.stem}.*.pyc"):
            each.unlink()
        leaning = leaning_on(self.target, self.copy)
        for name in told["modules"]:
            if name not in leaning and name not in sys.modules:
                with contextlib.suppress(Exception):
                    import_module(name)

    def noticed(self) -> str | None:
        """Return the test that notices what stands in the copy now, None if none does."""
        self.told.unlink(missing_ok=True)
        code = apart(self.run, self.limit)
        if not self.told.is_file():
            return NOT_LOADED if code >= 0 else ENDLESS
        test: str | None = json.loads(self.told.read_text(encoding="utf-8"))["noticed"]
        if test is None:
            return None
        self.counts[test] += 1
        return test.partition("[")[0]

    def limit(self) -> None:
        """A mistake that never ends is ended: by the processor's time, whatever else is running."""
        most = int(self.seconds * TIMES + MORE)
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)

    def run(self) -> None:
        """Run the tests until one notices, and tell."""
        import pytest

        random.seed(0)
        os.chdir(ROOT)
        watcher = Watcher(
            {name: (self.counts[name] + 1) / took for name, took in self.took.items()}, self.took
        )
        code = pytest.main(
            ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0",
             "-W", "ignore::pytest.PytestAssertRewriteWarning", "--tb=no", *self.tests],
            plugins=[watcher],
        )  # fmt: skip
        ours = [name for name, module in sys.modules.items() if not of_tests(module)]
        told = {
            "noticed": watcher.noticed or (NOT_LOADED if code else None),
            "took": {name: max(took, 0.001) for name, took in watcher.took.items()},
            "modules": ours,
        }
        self.told.write_text(json.dumps(told), encoding="utf-8")


def of_tests(module: Any) -> bool:
    """Tell whether a module is a test, or loaded by pytest itself in its own way."""
    file = getattr(module, "__file__", None)
    return file is None or Path(file).is_relative_to(ROOT / "tests")


def leaning_on(target: Path, copy: Path) -> set[str]:
    """Return the modules of the program that import one, by whatever way."""
    imports = {name_of(path, copy): imported(path, copy) for path in copy.rglob("*.py")}
    leaning = {name_of(target, copy)}
    while True:
        more = {name for name, wanted in imports.items() if wanted & leaning} - leaning
        if not more:
            return leaning
        leaning |= more


def name_of(path: Path, copy: Path) -> str:
    """Return a module's name."""
    parts = path.relative_to(copy.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path, copy: Path) -> set[str]:
    """Return the names of all that a module imports, its packages among them."""
    package = ".".join(path.relative_to(copy.parent).parts[:-1])
    found = {package}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) + 1 - node.level])
            base = ".".join(part for part in (base if node.level else "", node.module) if part)
            found |= {base, *(f"{base}.{each.name}" for each in node.names)}
    return {
        ".".join(each.split(".")[: length + 1])
        for each in found
        for length in range(len(each.split(".")))
    } - {"recoverplan"}
