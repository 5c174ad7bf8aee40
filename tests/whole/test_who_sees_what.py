"""The table "Who sees what" of docs/privacy.md, tried: who has what in hand, and what it gives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Result, Run
from secrets_given import OTHER, PHRASE, cheap, lines

__all__ = ["cheap"]
pytestmark = pytest.mark.usefixtures("cheap")
# Long enough that none comes up by chance in what is encrypted.
SECRET = ("Sam Okafor", "555-0114", "Walk the dog", "Nights", "St Luke")
NOBODY = 65534


@pytest.fixture
def person(run: Run, home: Path) -> Path:
    """Enter what nobody else is to see; return the folder it is kept in."""
    for command in (
        ("setup", "--region", "US", "--timezone", "America/New_York"),
        ("contact", "add", "Sam Okafor", "--role", "peer", "--call", "555-0114"),
        ("step", "add", "Walk the dog", "--kind", "alone"),
        ("risk", "add", "Nights", "--when", "daily 9pm-2am", "--step", "Walk the dog"),
        ("group", "add", "Tuesday", "--when", "tue 7pm", "--where", "St Luke's hall"),
        ("urge", "log", "--strength", "5"),
        ("remind", "on", "--with", "prompt", "--yes"),
    ):
        assert run(*command).code == 0
    return home


def lock(run: Run, *secrets: str, command: tuple[str, ...] = ("lock", "set", "--yes")) -> None:
    with lines(*secrets) as given:
        assert run(*command, *given).code == 0


def readable(folder: Path) -> bytes:
    """Return all that lies in the files of a folder."""
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def told(content: bytes) -> list[str]:
    return [secret for secret in SECRET if secret.encode() in content]


def opened(run: Run, folder: Path, secret: str | None = None) -> Result:
    """Try to open a copy of the folder, or the folder itself."""
    command = ("--store", str(folder), "contact", "list", "--json")
    if secret is None:
        return run(*command)
    with lines(secret) as given:
        return run(*command, *given)


def gives_everything(done: Result) -> bool:
    assert done.code in (0, 4, 5)
    return done.code == 0 and '"Sam Okafor"' in done.out


def test_a_copy_of_the_store_alone(run: Run, person: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(person / "plan.db", alone)
    assert told(readable(alone)) == []
    assert not gives_everything(opened(run, alone))


def test_a_copy_of_the_whole_folder(run: Run, person: Path, tmp_path: Path) -> None:
    before = shutil.copytree(person, tmp_path / "before")
    lock(run, PHRASE)
    after = shutil.copytree(person, tmp_path / "after")
    assert gives_everything(opened(run, before))
    assert told(readable(after)) == []
    assert not gives_everything(opened(run, after))
    assert gives_everything(opened(run, after, PHRASE))
    lock(run, PHRASE, OTHER, command=("lock", "change"))
    assert not gives_everything(opened(run, person, PHRASE))
    assert gives_everything(opened(run, after, PHRASE))  # of then


def test_what_lies_there_readable_after_a_passphrase(run: Run, person: Path) -> None:
    lock(run, PHRASE)
    card = (person / "emergency-card.txt").read_text(encoding="utf-8")
    assert "America/New_York" in card
    assert "urges logged\tno" in card  # although one was
    assert "911" in run("now").out
    assert "Today, 8:30 pm: Your plan for 9 pm is ready." in run("remind", "list").out
    assert run("step", "list").code == 4


@pytest.mark.parametrize(("about", "told"), [("gambling", "no"), ("drugs", "yes")])
def test_the_choice_of_lines_tells_what_was_named(
    run: Run, home: Path, about: str, told: str
) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York", "--about", about)
    lock(run, PHRASE)
    card = (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert f"naloxone\t{told}\n" in card


def test_backups(run: Run, person: Path, tmp_path: Path) -> None:
    plain, own, later = (tmp_path / name for name in ("plain.zip", "own.zip", "later.zip"))
    assert run("backup", str(plain), "--plain-key").code == 0
    lock(run, OTHER, command=("backup", str(own)))
    lock(run, PHRASE)
    lock(run, PHRASE, command=("backup", str(later)))

    def restored(file: Path, *secrets: str) -> bool:
        there = tmp_path / "there"
        command = ("--store", str(there), "restore", str(file), "--yes")
        with lines(*secrets) as given:
            done = run(*command, *(given if secrets else ()))
        shutil.rmtree(there, ignore_errors=True)
        return done.code == 0

    assert restored(plain)
    assert restored(own, OTHER)
    assert restored(later, PHRASE)
    assert not restored(own)
    assert not restored(later)
    assert not restored(later, OTHER)
    assert told(own.read_bytes() + later.read_bytes()) == []


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="it takes another account"
)
def test_another_account_of_this_computer(person: Path, tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(folder.stat().st_mode | 0o011)  # so that the folder of the store alone is shut

    def as_nobody(*command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command, user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, check=False
        )

    assert as_nobody("ls", str(person.parent / "nothing")).stderr.endswith(
        b"No such file or directory\n"
    )
    assert b"Permission denied" in as_nobody("ls", str(person)).stderr
    for path in person.iterdir():
        assert b"Permission denied" in as_nobody("cat", str(path)).stderr
    with subprocess.Popen(
        [sys.executable, "-m", "recoverplan", "step", "add", "-", "--kind", "alone", "--plain"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
    ) as typed:  # fmt: skip
        seen = as_nobody("cat", f"/proc/{typed.pid}/cmdline").stdout
        typed.communicate(b"Tea")
    assert b"--kind\0alone" in seen
