"""Files and folders may be called anything: their names move no terminal, and begin no line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from command_lines import leaves
from conftest import Run
from harmless import OBEYED
from recoverplan.cli.app import root

NAME = "\x1b[31mred\x1b]0;title\x07\u202eevil\u2066\x9b2J\nsecond line"
EXPORTED = '{"schema": "recoverplan/export/1", "settings": {}}'


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Work in a folder of that name, on a store in another one; return how a line is run there."""
    work, home = tmp_path / f"work {NAME}", tmp_path / f"home {NAME}"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("RECOVERPLAN_HOME", str(home))

    def at(*line: str, stdin: str = "", now: str | None = None) -> object:
        result = run(*line, stdin=stdin, now=now)
        for text in (result.out, result.err):
            assert not OBEYED & set(text), line
            for row in text.splitlines():
                assert not row.startswith("second line"), (line, text)
        return result

    assert run("setup", "--region", "US", "--timezone", "America/New_York").code == 0
    for line in (
        ("risk", "add", "Nights", "--when", "nights"),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
    ):
        assert run(*line).code == 0
    return at  # type: ignore[return-value]


WRITING = (
    ("backup", "FILE", "--plain-key"),
    ("backup", "--plain-key"),
    ("export", "--json", "FILE"),
    ("export", "--csv", "FILE"),
    ("export", "--sqlite", "FILE"),
    ("card", "--html", "FILE"),
    ("card", "--pdf", "FILE"),
    ("card", "--png", "FILE"),
    ("card", "--vcf", "FILE"),
    ("plan", "--html", "FILE"),
    ("plan", "--pdf", "FILE"),
    ("plan", "--ics", "FILE"),
    ("risk", "map", "--pdf", "FILE"),
    ("family", "page", "--all", "--pdf", "FILE"),
    ("family", "page", "--all", "--html", "FILE"),
    ("doctor", "--salvage", "FILE"),
)
READING = (
    ("restore", "FILE", "--yes"),
    ("import", "FILE"),
    ("group", "import", "FILE"),
    ("contact", "import", "FILE"),
)


@pytest.mark.parametrize("line", WRITING, ids=" ".join)
def test_a_file_that_is_written_is_named_harmlessly(store: Run, line: tuple[str, ...]) -> None:
    named = tuple(part.replace("FILE", f"out {NAME}") for part in line)
    assert store(*named).code == 0
    assert store(*named).code in {0, 1}  # it is there already
    if "FILE" in line:
        path = Path(f"out {NAME}")
        if path.is_file():
            path.unlink()
        for odd in (f"{NAME}/there is no such folder/x", "."):
            path.mkdir(exist_ok=True)
            store(*(part.replace("FILE", odd) for part in line))
            store(*(part.replace("FILE", f"out {NAME}") for part in line))


@pytest.mark.parametrize("line", READING, ids=" ".join)
def test_a_file_that_is_read_is_named_harmlessly(store: Run, line: tuple[str, ...]) -> None:
    named = tuple(part.replace("FILE", f"in {NAME}") for part in line)
    path = Path(f"in {NAME}")
    assert store(*named).code != 0
    for content in ("", "no such thing", EXPORTED, "[]", "BEGIN:VCARD\nEND:VCARD"):
        path.write_text(content, encoding="utf-8")
        store(*named)
    path.unlink()
    path.mkdir()
    assert store(*named).code != 0
    if line[0] == "restore":
        path.rmdir()
        assert store("backup", str(path), "--plain-key").code == 0
        assert store(*named).code == 0


def test_the_folder_of_the_store_is_named_harmlessly(store: Run, tmp_path: Path) -> None:
    home = tmp_path / f"home {NAME}"
    line: tuple[str, ...]
    for line in (
        ("doctor",), ("doctor", "--fix"), ("lock", "status"), ("history",), ("erase",), ("now",),
        ("backup", "mine.zip", "--plain-key"), ("restore", "mine.zip"),
    ):  # fmt: skip
        store(*line)
    (home / f"letter {NAME}").write_text("mine")
    (home / f"x {NAME}.new").write_text("mine")
    home.chmod(0o777)
    for line in (("doctor",), ("step", "add", "Tea", "--kind", "alone")):
        assert store(*line).code == 1
    home.chmod(0o700)
    whole = (home / "plan.db").read_bytes()
    for spoilt in (b"", whole[:-1], whole[:20_000] + bytes(4096) + whole[24_096:]):
        (home / "plan.db").write_bytes(spoilt)
        for line in (("plan",), ("doctor",), ("step", "add", "Tea", "--kind", "alone")):
            assert store(*line).code in {1, 5, 7}
    (home / "keys.json").unlink()
    assert store("plan").code == 5
    (home / "plan.db").unlink()
    assert store("erase", "--yes").code == 0  # what is left is named
    shutil.rmtree(home)
    home.write_text("a file")
    assert store("plan").code == 1
    assert store("doctor").code == 1
    home.unlink()
    assert store("step", "add", "Tea", "--kind", "alone").code == 0  # where it is kept is said
    assert store("--store", f"new {NAME}", "setup", "--name", "Alex").code == 0


# What a command wants to know before it looks at the name.
WANTED = {"family page": "--all", "export": "--json"}


def naming() -> Iterator[tuple[str, ...]]:
    """Yield a line for each option and argument, of any command, that is the name of a file."""
    for name, command in leaves("", get_command(root)):
        for each in command.params:
            if not {"FILE", "DIR"} & set((each.metavar or "").split("|")):
                continue
            option = each.opts[-1] if each.opts[0].startswith("--") else WANTED.get(name, "")
            first = WANTED.get(name, "") if name == "family page" else ""
            yield (*name.split(), *filter(None, (first, option)), "FILE")


# Neither reaches a program through a shell here; half a pair does on Windows, both from a script.
NAMES_OF_NO_FILE = ("half \ud800 a pair", "\udaf3.", "nothing \0 after it")


@pytest.mark.parametrize("name", NAMES_OF_NO_FILE, ids=ascii)
def test_what_no_file_can_be_called_is_one_sentence(run: Run, name: str) -> None:
    assert run("setup", "--region", "US", "--timezone", "America/New_York").code == 0
    assert run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114").code == 0
    before = run("export", "--json", "-").out
    lines = list(naming())
    assert len(lines) >= 30
    for line in lines:
        said = run(*(part.replace("FILE", name) for part in line), stdin="")
        assert said.code == 2, (line, said)
        assert said.err.startswith('No file can be called "'), (line, said.err)
        assert not OBEYED & set(said.err), line
    assert run("export", "--json", "-").out == before


@pytest.mark.parametrize("name", NAMES_OF_NO_FILE, ids=ascii)
def test_the_moment_answers_whatever_the_store_is_called(run: Run, name: str) -> None:
    for line in (("now",), ("now", "--json"), ("now", "--at", "fri 9pm")):
        said = run("--store", name, *line)
        assert said.code == 0
        assert said.out
    assert run("--store", name, "plan").code == 2
    assert run("__complete", "bash", "recoverplan", "--store", name, "risk", "show", "").code == 0
