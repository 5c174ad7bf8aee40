"""Whatever lies where a file of ours should be, and whatever is handed to a command, does no harm.

Each command ends within a minute and with little memory, in a sentence; what is not taken changes
nothing; no file of the person is touched; `now` answers. `make test` tries some, others each time;
`make torture` all of them.
"""

from __future__ import annotations

import random
import re
import shutil
import zipfile
from pathlib import Path

import pytest

import malicious
from conftest import Result, Run
from killing import report, runs
from malicious import Make
from racing import within_bounds
from tried import Tried

pytestmark = pytest.mark.live
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SOME = 6


@pytest.fixture
def tried(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Tried:
    """Enter somebody, and put a file of the person beside the store."""
    monkeypatch.chdir(home.parent)
    tried = Tried(run, home)
    for command in (
        ("setup", "--region", "US", "--timezone", "America/New_York"),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
        ("remind", "on", "--with", "prompt", "--yes"),
        ("backup", "files/good.zip", "--plain-key"),
    ):
        assert run(*command).code == 0
    (tried.files / "victim.txt").write_text("of the person")
    tried.begin()
    return tried


def some(names: list[str]) -> list[str]:
    """Return so many of these, by chance."""
    return random.sample(names, min(len(names), runs("malicious", SOME)))


def in_a_sentence(done: Result, *codes: int) -> None:
    """Hold that a command ended as it should, and moves no terminal."""
    assert done.code in (codes or range(8)), done
    assert done.code == 0 or done.err.strip() or "\nWRONG: " in f"\n{done.out}", done
    assert "an error of its own" not in done.err
    assert not CONTROL.search(done.out + done.err), done


def test_whatever_lies_where_a_file_of_ours_should_be(tried: Tried) -> None:
    every = [f"{place}: {thing}" for place in malicious.PLACES for thing in malicious.THINGS]
    chosen = some(every)
    wrong: list[tuple[str, str]] = []
    for name in chosen:
        place, _, thing = name.partition(": ")
        tried.again()
        path = tried.home / place
        path.unlink(missing_ok=True)
        malicious.THINGS[thing](path)
        try:
            said = within_bounds("now")
            in_a_sentence(said, 0)
            assert ("Sam" in said.out and "911" in said.out) or place == "emergency-card.txt"
            for words in (
                ("contact", "list"),
                ("step", "add", "Tea", "--kind", "alone"),
                ("lock", "status"),
                ("remind", "status"),
                ("remind", "run", "--print"),
                ("doctor",),
                ("doctor", "--fix", "--yes"),
            ):
                in_a_sentence(within_bounds(*words))
            in_a_sentence(within_bounds("now"), 0)
            in_a_sentence(within_bounds("erase", "--yes"))
            left = {each.name for each in tried.home.iterdir()} if tried.home.exists() else set()
            assert left <= ({place} if thing == "a folder with a file in it" else set())
            assert (tried.files / "victim.txt").read_text() == "of the person"
        except AssertionError as error:
            wrong.append((name, f"{error}"))
    assert not wrong, wrong
    report(
        "something else where a file of ours should be", len(chosen),
        "each command ends in a sentence, `now` answers, `erase` erases", of=len(every),
    )  # fmt: skip


def handed(tried: Tried, kind: str, files: dict[str, Make], command: tuple[str, ...]) -> None:
    """Hand each file to a command, and hold that it is taken whole or refused without a trace."""
    before = tried.state()
    chosen = some(list(files))
    wrong: list[tuple[str, str]] = []
    for name in chosen:
        tried.again()
        path = tried.files / "given"
        files[name](path)
        beside = sorted(each.name for each in tried.home.parent.iterdir())
        try:
            done = within_bounds(*(str(path) if it == "FILE" else it for it in command))
            in_a_sentence(done)
            if done.code:
                assert tried.state() == before
            if name.startswith("a planted"):
                assert done.code != 0
            said = within_bounds("now")
            in_a_sentence(said, 0)
            assert "911" in said.out
            in_a_sentence(within_bounds("contact", "list"), 0)
            in_a_sentence(within_bounds("plan", "--days", "7"), 0)
            tried.goes_on(None)
            assert (tried.files / "victim.txt").read_text() == "of the person"
            assert sorted(each.name for each in tried.home.parent.iterdir()) == beside
        except AssertionError as error:
            wrong.append((name, f"{error}"))
        if path.is_dir():
            shutil.rmtree(path)
    assert not wrong, wrong
    report(
        f"malicious files: {kind}", len(chosen),
        "taken whole or refused in a sentence, nothing else touched", of=len(files),
    )  # fmt: skip


def test_backups(tried: Tried) -> None:
    files = malicious.Backups(tried.files / "good.zip").all()
    handed(tried, "backups", files, ("restore", "FILE", "--yes"))


def test_exports(tried: Tried) -> None:
    files = malicious.exports(tried.run("export", "--json").out)
    there = tried.home.with_name("there")
    there.mkdir()
    command = ("--store", str(there / "new"), "import", "FILE")
    handed(tried, "exports", files, command)


def test_address_books(tried: Tried) -> None:
    command = ("contact", "import", "FILE", "--all", "--role", "peer")
    handed(tried, "address books", malicious.vcards(), command)


def test_lists_of_meetings(tried: Tried) -> None:
    command = ("group", "import", "FILE", "--zone", "America/New_York")
    handed(tried, "lists of meetings", malicious.lists(), command)


def test_the_corpus_holds_what_it_says(tried: Tried, tmp_path: Path) -> None:
    made = malicious.Backups(tried.files / "good.zip").all()
    made["a bomb for keys"](tmp_path / "bomb.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip") as archive:
        assert archive.getinfo("keys.json").file_size == 300_000_000
    assert (tmp_path / "bomb.zip").stat().st_size < 3_000_000
