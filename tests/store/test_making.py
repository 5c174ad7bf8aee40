"""A new store is private from its first byte, whole or not there, and made once."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kept_examples import add_step, step_texts
from recoverplan.errors import CouldNotError, DamagedError
from recoverplan.store import keys, making, opening
from recoverplan.store.files import write_whole

ROOT = Path(__file__).parents[2]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


def test_only_this_account_may_read_what_is_kept(home: Path) -> None:
    with open_umask():
        add_step(home)
        add_step(home, "again")
    assert mode(home) == 0o700
    files = {path.name: mode(path) for path in home.iterdir()}
    assert set(files) == {
        "plan.db", "keys.json", "keys-copy.json", "keys.lock", "emergency-card.txt",
    }  # fmt: skip
    assert set(files.values()) == {0o600}


def test_every_file_is_private_from_its_first_byte(home: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; os.umask(0)\n"
        "sys.path.insert(0, 'tests')\n"
        "seen = set()\n"
        "def look(event, arguments):\n"
        f"    folder = {str(home)!r}\n"
        "    for name in os.listdir(folder) if os.path.isdir(folder) else ():\n"
        "        seen.add((name, os.lstat(os.path.join(folder, name)).st_mode & 0o777))\n"
        "from kept_examples import add_step\n"
        f"home = Path({str(home)!r})\n"
        "sys.setprofile(lambda frame, event, arg: look(event, arg))\n"
        "add_step(home); add_step(home)\n"
        "sys.setprofile(None)\n"
        "assert {mode for name, mode in seen} == {0o600}, seen\n"
        "assert {'plan.db.new', 'plan.db-journal', 'keys.json.new'} <= {n for n, _ in seen}, seen\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_an_empty_folder_is_made_private_and_a_shared_one_left_alone(tmp_path: Path) -> None:
    empty, shared = tmp_path / "empty", tmp_path / "shared"
    for folder in (empty, shared):
        folder.mkdir(mode=0o755)
    (shared / "letter.txt").write_text("mine")
    add_step(empty)
    add_step(shared)
    assert (mode(empty), mode(shared)) == (0o700, 0o755)
    assert mode(shared / "plan.db") == 0o600


def test_a_making_that_was_cut_short_is_begun_again(home: Path) -> None:
    assert making.make_store(home)
    (home / "plan.db").rename(home / "plan.db.new")  # as it is just before the last step
    (home / "plan.db.new-journal").write_bytes(b"")
    key = (home / "keys.json").read_bytes()
    assert not opening.exists(home)
    add_step(home)
    assert step_texts(home) == ["tea"]
    assert (home / "keys.json").read_bytes() == key
    assert not (home / "plan.db.new").exists()


@pytest.mark.parametrize(
    ("before", "fails_at"),
    [("nothing", "keys-copy.json"), ("nothing", "plan.db"), ("cut short", "plan.db")],
)
def test_a_making_that_fails_leaves_no_keys_of_a_store_that_is_not_there(
    home: Path, monkeypatch: pytest.MonkeyPatch, fails_at: str, before: str
) -> None:
    """Keys alone are taken for those of a lost store, and no new one is made beside them."""
    if before == "cut short":
        assert making.make_store(home)
        (home / "plan.db").rename(home / "plan.db.new")
    with monkeypatch.context() as patch:
        for name in ("rename", "replace"):
            real = getattr(Path, name)

            def once(path: Path, target: Path, real: Any = real) -> Any:
                if target.name == fails_at:
                    raise OSError(errno.EIO, "Input/output error", str(path))
                return real(path, target)

            patch.setattr(Path, name, once)
        with pytest.raises(CouldNotError):
            add_step(home)
    assert [path.name for path in home.iterdir()] == ["keys.lock"]
    add_step(home)
    assert step_texts(home) == ["tea"]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no /proc here")
def test_a_folder_in_which_nothing_can_be_made_is_said_and_not_tried_for_ever() -> None:
    with pytest.raises(CouldNotError, match=r"Nothing was changed\."):
        making.make_store(Path("/proc"))


def test_no_folders_are_made_that_are_too_deep_for_a_store(tmp_path: Path) -> None:
    with pytest.raises(CouldNotError, match="too long"):
        making.make_store(tmp_path.joinpath(*["deep"] * 120))
    assert list(tmp_path.iterdir()) == []


def test_a_making_cut_before_its_keys_is_begun_again(home: Path) -> None:
    home.mkdir()
    (home / "plan.db.new").write_bytes(b"half")
    add_step(home)
    assert step_texts(home) == ["tea"]


def test_what_exists_is_never_made_anew(home: Path) -> None:
    add_step(home)
    assert not making.make_store(home)
    assert step_texts(home) == ["tea"]
    (home / "plan.db").unlink()
    (home / "plan.db").symlink_to("nowhere")
    with pytest.raises(DamagedError):
        add_step(home)
    assert (home / "plan.db").is_symlink()


def test_two_stores_never_share_a_key(tmp_path: Path) -> None:
    for name in ("a", "b"):
        add_step(tmp_path / name)
    first, second = (keys.keys_without_passphrase(tmp_path / name) for name in ("a", "b"))
    assert len(first[0]) == 32
    assert first != second
    assert b"CREATE TABLE" not in (tmp_path / "a" / "plan.db").read_bytes()
    assert not (tmp_path / "a" / "plan.db").read_bytes().startswith(b"SQLite format")


def test_a_file_is_replaced_whole_and_never_through_a_link(tmp_path: Path) -> None:
    victim, target = tmp_path / "victim", tmp_path / "file"
    victim.write_text("mine")
    (tmp_path / "file.new").symlink_to(victim)
    target.symlink_to(victim)
    with open_umask():
        write_whole(target, b"new")
    assert victim.read_text() == "mine"
    assert target.read_bytes() == b"new"
    assert not target.is_symlink()
    assert mode(target) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "victim"]
