"""Erasing: everything of ours goes, keys first, and nothing of anybody else's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from kept_examples import add_step, step, step_texts
from recoverplan.errors import CouldNotError, RecoverplanError
from recoverplan.services.keeping import reading
from recoverplan.store import erasing, opening, ours
from recoverplan.store.erasing import Erased, erase, erase_older
from recoverplan.store.files import take_away
from recoverplan.store.tables import steps


@pytest.mark.parametrize("stuck", [None, "plan.db", "keys.json"])
def test_what_cannot_be_removed_is_named_and_whether_it_can_be_read(
    home: Path, monkeypatch: pytest.MonkeyPatch, stuck: str | None
) -> None:
    """In a folder that nobody may write in, the keys are written over all the same."""
    add_step(home)
    unlink = Path.unlink

    def refused(path: Path, *, missing_ok: bool = False) -> None:
        if stuck in (None, path.name):
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(CouldNotError) as told:
        erase(home)
    assert str(home / (stuck or "keys.json")) in told.value.message
    assert "plan.db can't be opened without a copy of them" in told.value.message
    monkeypatch.undo()
    with pytest.raises(RecoverplanError):
        step_texts(home)


def test_keys_that_stay_are_not_said_to_be_gone(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither removed nor written over: the file of keys is another account's."""
    add_step(home)

    def refused(path: Path, *, blank: bool = True) -> None:
        if path.name == "keys-copy.json":
            raise PermissionError(13, "Permission denied", str(path))
        take_away(path, blank=blank)

    monkeypatch.setattr(erasing, "take_away", refused)
    with pytest.raises(CouldNotError) as told:
        erase(home)
    assert "keys-copy.json" in told.value.message
    assert "can't be opened" not in told.value.message


@contextmanager
def other_program(home: Path, script: str) -> Iterator[subprocess.Popen[str]]:
    """Run another program that has the store's modules at hand."""
    given = (
        "import os, sys; from pathlib import Path; sys.path.insert(0, 'tests')\n"
        "from kept_examples import NOW, step\n"
        "from recoverplan.errors import NotFoundError\n"
        "from recoverplan.services.emergency import sync_card\n"
        "from recoverplan.store import opening\n"
        "from recoverplan.store.tables import steps\n"
        "from recoverplan.store.mutex import alone\n"
        f"home = Path({str(home)!r})\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", given + script], cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        yield other
        assert other.stdin
        other.stdin.close()
        other.wait(30)


def test_everything_goes_keys_first(home: Path) -> None:
    add_step(home)
    for name in ("plan.db-journal", "plan.db.new", "plan.before-2.db", "keys.json.new"):
        (home / name).write_bytes(b"x")
    done = erase(home)
    names = [path.name for path in done.gone]
    assert names[:3] == ["keys.json", "keys-copy.json", "keys.json.new"]
    assert names[-1] == "emergency-card.txt"
    assert len(names) == 10
    assert done.left == ()
    assert not home.exists()
    with reading(home) as store:
        assert store is None
    add_step(home)


def test_what_is_not_ours_stays_and_is_named(home: Path) -> None:
    add_step(home)
    (home / "letter.txt").write_text("mine")
    (home / "recoverplan-2026-11-23.zip").write_text("backup")
    done = erase(home)
    assert [path.name for path in done.left] == ["letter.txt", "recoverplan-2026-11-23.zip"]
    assert sorted(path.name for path in home.iterdir()) == [path.name for path in done.left]


@pytest.mark.parametrize("spoilt", [b"", b"garbage"])
def test_a_damaged_store_can_be_erased(home: Path, spoilt: bytes) -> None:
    add_step(home)
    (home / "plan.db").write_bytes(spoilt)
    (home / "keys.json").write_bytes(spoilt)
    erase(home)
    assert not home.exists()


def test_a_link_is_removed_and_not_what_it_leads_to(home: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    add_step(home)
    (home / "keys.json").unlink()
    (home / "keys.json").symlink_to(victim)
    erase(home)
    assert victim.read_text() == "mine"
    assert not home.exists()


def test_nothing_there_is_nothing_gone(home: Path) -> None:
    assert erase(home) == Erased((), ())


def test_what_could_not_be_removed_is_named(home: Path) -> None:
    add_step(home)
    (home / "plan.db").unlink()
    (home / "plan.db").mkdir()
    (home / "plan.db" / "mine.txt").write_text("mine")
    with pytest.raises(CouldNotError, match=r"plan\.db"):
        erase(home)
    assert [path.name for path in home.iterdir()] == ["plan.db"]
    assert (home / "plan.db" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("what", ["mutex", "writer"])
def test_whoever_is_at_it_is_waited_for(home: Path, what: str) -> None:
    add_step(home)
    held = (
        "with alone(home):" if what == "mutex"
        else "with opening.open_to_write(home) as store, store.transaction():"
    )  # fmt: skip
    with other_program(
        home,
        f"{held}\n"
        "    print('there', flush=True); sys.stdin.readline()\n"
        "    print('plan.db' in os.listdir(home), flush=True)\n",
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "there\n"
        eraser = Thread(target=erase, args=(home,))
        eraser.start()
        eraser.join(0.5)
        assert eraser.is_alive()
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "True\n"
        eraser.join(20)
    assert not home.exists()


def test_whoever_waits_to_write_finds_nothing_and_says_so(home: Path) -> None:
    add_step(home)
    with other_program(
        home,
        "with opening.open_to_write(home) as store:\n"
        "    print('there', flush=True); sys.stdin.readline()\n"
        "    try:\n"
        "        with store.transaction(): steps.add(store, step('never'))\n"
        "    except NotFoundError as error: print(error.exit_code, error.message, flush=True)\n"
        "    try: sync_card(store, NOW)\n"
        "    except NotFoundError as error: print('no card', flush=True)\n",
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "there\n"
        erase(home)
        other.stdin.write("\n")
        other.stdin.flush()
        said = other.stdout.readline()
        assert said.startswith("3 ")
        assert "erased" in said
        assert other.stdout.readline() == "no card\n"
    assert not home.exists()


def test_a_store_that_was_made_meanwhile_is_another_one(home: Path) -> None:
    """What waits goes on in the store that has the name now, under its own key."""
    add_step(home, "old")
    with opening.open_to_write(home) as store:
        erase(home)
        add_step(home, "new")
        with store.transaction():
            steps.add(store, step("more"))
    assert step_texts(home) == ["new", "more"]


def test_a_program_that_never_ends_does_not_keep_one_from_erasing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home)
    monkeypatch.setattr(ours, "BUSY_SECONDS", 0.05)
    with other_program(
        home,
        "with opening.open_to_write(home) as store, alone(home), store.transaction():\n"
        "    print('there', flush=True); sys.stdin.readline()\n",
    ) as other:
        assert other.stdout
        other.stdout.readline()
        erase(home)
        assert not home.exists()
        other.kill()


def test_the_older_copies_alone(home: Path) -> None:
    add_step(home)
    older = [home / "plan.before-2.db", home / "plan.before-restore-1.zip"]
    for path in (*older, home / "plan.before-holiday.txt"):
        path.write_text("x")
    erase_older(home, older)
    assert not any(path.exists() for path in older)
    assert (home / "plan.before-holiday.txt").exists()
    assert step_texts(home) == ["tea"]
