"""Cut short at any moment, or without room on the disk: before or after, and never in between.

Here are the faults that go through many runs quickly, by forks of the test that are killed; each
takes its number of runs by name (tests/killing.py).
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from os import geteuid
from pathlib import Path
from typing import Any

import pytest

import kept_examples as examples
from conftest import Run
from kept_examples import NOW, add_step, step_texts
from killing import killed, report, runs
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.services.keeping import writing
from recoverplan.store import checking, connecting, keys, opening, rekeying, schema
from recoverplan.store.tables import contacts, steps
from recoverplan.store.unlocking import Asker, person
from secrets_given import PHRASE, cheap

__all__ = ["cheap"]
pytestmark = [pytest.mark.live, pytest.mark.usefixtures("cheap")]
CODE = "0000-1111-2222-3333-4444-5555"
Acknowledge = Callable[[str], None]


@pytest.fixture(autouse=True)
def nobody() -> None:
    person.comes(Asker(lambda _: PHRASE, lambda _: None, 1))


def check_whole(home: Path) -> None:
    with opening.open_to_write(home) as store:
        assert checking.damages(store.connection) == []


def in_step(home: Path, wanted: set[str]) -> None:
    """Open the store to write, as the next program would, and look at the emergency card."""
    with pytest.raises(UsageError), writing(home, NOW):
        raise UsageError("nothing to do")
    card = (home / "emergency-card.txt").read_text(encoding="utf-8")
    assert all(f"name: {name}\t" in card for name in wanted)


def test_kills_while_changes_are_written(home: Path) -> None:
    add_step(home, "first")
    dice = random.Random()
    number = runs("write", 40)
    acknowledged = {"first"}
    for kill in range(number):

        def work(acknowledge: Acknowledge, kill: int = kill) -> None:
            acknowledge("ready")
            for turn in range(1000):
                with writing(home, NOW) as store:
                    name = f"p{kill}x{turn}"
                    steps.add(store, examples.step(name))
                    contacts.add(store, examples.contact(name))
                    store.did("added a pair")
                acknowledge(name)

        before = len(acknowledged)
        acknowledged |= set(killed(work, dice.random() * 0.08))
        kept = step_texts(home)
        assert acknowledged <= set(kept)
        assert len(kept) <= len(acknowledged) + kill + 1
        with opening.open_to_read(home) as store:
            pairs = {contact.name for contact in contacts.load_all(store)}
        assert pairs == set(kept) - {"first"}
        if kill % 50 == 0 or kill + 1 == number:
            check_whole(home)
            in_step(home, pairs)
        if len(acknowledged) > 150 and len(acknowledged) > before:  # a small store is faster
            shutil.rmtree(home)
            add_step(home, "first")
            acknowledged = {"first"}
    report(
        "kill -9 while changes are written", number,
        "no acknowledged change lost, no half change, every store whole, the card in step",
    )  # fmt: skip


def heavy(db: Any) -> None:
    """Change every row, as a migration may."""
    db.execute("ALTER TABLE plan_step ADD COLUMN mark TEXT")
    db.execute("UPDATE plan_step SET mark = 'new', text = text || ' '")


def test_kills_during_a_migration(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in range(15):
        add_step(home, f"step {each} " + "long " * 500 + ".")
    truth = step_texts(home)
    whole = (home / "plan.db").read_bytes()
    key = keys.keys_without_passphrase(home)[0]
    before = schema.VERSION
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, heavy))
    monkeypatch.setattr(schema, "VERSION", before + 1)
    dice = random.Random()
    number = runs("migration", 25)
    seen = {before: 0, before + 1: 0}

    def work(acknowledge: Acknowledge) -> None:
        from recoverplan.store.migrating import sqlite_utils_for_sqlcipher

        sqlite_utils_for_sqlcipher()
        acknowledge("ready")
        step_texts(home)

    for _ in range(number):
        (home / "plan.db").write_bytes(whole)
        killed(work, dice.random() * 0.05)
        with closing(connecting.connect(home / "plan.db", key)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            rows = connection.execute("SELECT * FROM plan_step ORDER BY id").fetchall()
            assert checking.damages(connection) == []
        seen[version] += 1
        marked = {"mark" in row.keys() for row in rows}  # noqa: SIM118 - a row, not a dict
        assert marked == {version == before + 1}
        assert [text.rstrip() for text in step_texts(home)] == truth
        check_whole(home)
    report("kill -9 during a migration", number, "before or after, never between; nothing lost")


def test_kills_while_a_backup_is_restored(run: Run, home: Path, tmp_path: Path) -> None:
    for each in range(15):
        add_step(home, f"old {each} " + "long " * 500 + ".")
    old = step_texts(home)
    file = tmp_path / "old.zip"
    assert run("backup", str(file), "--plain-key").code == 0
    add_step(home, "new")
    newer = step_texts(home)
    whole = (home / "plan.db").read_bytes()
    dice = random.Random()
    number = runs("restore", 12)

    def work(acknowledge: Acknowledge) -> None:
        from recoverplan.services import restoring

        acknowledge("ready")
        here = restoring.look(home)
        with restoring.taken_apart(home, file, here) as arrived:
            restoring.put_in(home, arrived, here, NOW)

    for _ in range(number):
        (home / "plan.db").write_bytes(whole)
        killed(work, dice.random() * 0.12)
        assert step_texts(home) in (old, newer)
        check_whole(home)
        for left in home.glob("plan.before-*"):
            left.unlink()
    assert run("doctor", "--fix").code == 0
    assert run("doctor").code == 0
    report(
        "kill -9 during a restore over a whole store", number,
        "what was there, or what was restored; whole",
    )  # fmt: skip


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of two megabytes, where this account may."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if not sys.platform.startswith("linux") or geteuid() != 0:
        pytest.skip("a small file system needs root on Linux")
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.parametrize("what", ["lock", "change", "backup", "restore", "migration"])
def test_a_full_disk_leaves_everything_as_it_was(
    run: Run, small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    home = small_disk / "home"
    for each in range(12):
        add_step(home, f"step {each} " + "long " * 400 + ".")
    if what == "change":
        rekeying.set_new_key(home, PHRASE, CODE)
    elsewhere = tmp_path / "there.zip"
    with monkeypatch.context() as patch:
        patch.setenv("RECOVERPLAN_HOME", str(home))
        assert what == "change" or run("backup", str(elsewhere), "--plain-key").code == 0
    person.comes(Asker(lambda _: PHRASE, lambda _: None, 1))
    truth = step_texts(home)

    def attempt() -> None:
        if what == "lock":
            rekeying.set_new_key(home, PHRASE, CODE)
        elif what == "change":
            rekeying.set_new_key(home, PHRASE, CODE, names=None)
        elif what == "migration":
            step_texts(home)
        else:
            target = str(small_disk / "b.zip")
            done = run("--store", str(home), *{
                "backup": ("backup", target, "--plain-key", "--force"),
                "restore": ("restore", str(elsewhere), "--yes"),
            }[what])  # fmt: skip
            if done.code:
                assert done.code == 1, done.err
                raise CouldNotError(done.err)

    if what == "migration":
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, heavy))
        monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    said: list[str] = []
    for room in (0, 300, 4096, 20_000, 60_000, 110_000):
        filler = small_disk / "filler"
        fill(filler, room)
        try:
            attempt()
        except CouldNotError as error:
            said.append(error.message)
        finally:
            filler.unlink()
        person.comes(Asker(lambda _: PHRASE, lambda _: None, 1))
        if what != "migration":
            assert step_texts(home) == truth
    attempt()
    person.comes(Asker(lambda _: PHRASE, lambda _: None, 1))
    assert [text.rstrip() for text in step_texts(home)] == truth
    check_whole(home)
    assert said
    assert all("disk" in each or "space" in each for each in said), said
    report(f"full disk: {what}", len(said), "refused in a sentence, nothing lost, works with room")


def fill(filler: Path, room: int) -> None:
    """Take all the room that is left but so much."""
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
        file.truncate(max(0, file.tell() - room))
