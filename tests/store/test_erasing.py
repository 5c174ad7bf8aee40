"""Erasing: everything of ours goes, keys first, and nothing of anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from kept_examples import add_step
from recoverplan.errors import CouldNotError
from recoverplan.services.keeping import reading
from recoverplan.store.erasing import Erased, erase


def test_everything_goes_keys_first(home: Path) -> None:
    add_step(home)
    for name in ("plan.db-journal", "plan.db.new", "plan.before-2.db", "keys.json.new"):
        (home / name).write_bytes(b"x")
    done = erase(home)
    assert [path.name for path in done.gone[:2]] == ["keys.json", "keys.json.new"]
    assert len(done.gone) == 8
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
    with pytest.raises(CouldNotError, match=r"plan\.db"):
        erase(home)
    assert not (home / "keys.json").exists()
