"""What can be wrong with a store: each gives its own error, in one sentence; nothing is changed."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kept_examples import NOW, add_step, step_texts
from killing import report
from killing import runs as wanted
from recoverplan.errors import CouldNotError, DamagedError, NewerStoreError, NotFoundError
from recoverplan.services.keeping import reading, writing
from recoverplan.store import connecting, history, keys, opening, ours, schema
from recoverplan.store.tables import steps


def snapshot(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(home.iterdir())}


def read(home: Path) -> None:
    with reading(home) as store:
        assert store is not None
        steps.load_all(store)


def write(home: Path) -> None:
    add_step(home, "never")


def raw(home: Path) -> object:
    """Return a connection to the store, past all checks."""
    return connecting.connect(home / ours.STORE, keys.keys_without_passphrase(home)[0])


def empty(home: Path) -> None:
    (home / "plan.db").write_bytes(b"")


def garbage(home: Path) -> None:
    (home / "plan.db").write_bytes(random.Random(1).randbytes(5 * 4096))


def cut(home: Path) -> None:
    path = home / "plan.db"
    path.write_bytes(path.read_bytes()[:-4096])


def cut_inside_a_page(home: Path) -> None:
    path = home / "plan.db"
    path.write_bytes(path.read_bytes()[:-100])


def another_database(home: Path) -> None:
    (home / "plan.db").unlink()
    with sqlite3.connect(home / "plan.db") as other:
        other.execute("CREATE TABLE t (x)")
    other.close()


def unmarked(home: Path) -> None:
    (home / "plan.db").write_bytes(b"")
    connection = raw(home)
    connection.execute("CREATE TABLE t (x)")  # type: ignore[attr-defined]
    connection.close()  # type: ignore[attr-defined]


def without_keys(home: Path) -> None:
    for name in keys.BOTH:
        (home / name).unlink()


def without_store(home: Path) -> None:
    (home / "plan.db").unlink()


def other_key(home: Path) -> None:
    keys.save_slots(home, [keys.device_slot(keys.new_key())])


def keys_garbage(content: bytes) -> Callable[[Path], None]:
    def spoil(home: Path) -> None:
        for name in keys.BOTH:
            (home / name).write_bytes(content)

    spoil.__name__ = f"keys {content[:20]!r}"
    return spoil


def a_folder(home: Path) -> None:
    (home / "plan.db").unlink()
    (home / "plan.db").mkdir()


DAMAGES = [
    empty, garbage, cut, cut_inside_a_page, another_database, unmarked, without_keys,
    without_store, other_key, a_folder, keys_garbage(b""), keys_garbage(b"\xff\x00"),
    keys_garbage(b"[]"), keys_garbage(b"{}"), keys_garbage(b"[" * 100_000),
    keys_garbage(b'{"format": "recoverplan/keys/1", "slots": []}'),
    keys_garbage(b'{"format": "recoverplan/keys/1", "slots": [{"kind": "device", "key": "00"}]}'),
    keys_garbage(b'{"format": "recoverplan/keys/9", "slots": []}'),
]  # fmt: skip


@pytest.mark.parametrize("spoil", DAMAGES, ids=lambda spoil: spoil.__name__)
def test_a_damaged_store_is_said_and_left_alone(home: Path, spoil: Callable[[Path], None]) -> None:
    add_step(home)
    spoil(home)
    before = {path.name for path in home.iterdir()}
    for use in (read, write):
        with pytest.raises(DamagedError) as caught:
            use(home)
        assert caught.value.exit_code == 5
        assert str(home) in caught.value.message
    assert {path.name for path in home.iterdir()} == before


def test_a_long_text_with_a_zeroed_page_is_not_read_as_if_it_were_whole(home: Path) -> None:
    add_step(home, "x" * 30_000)
    with writing(home, NOW) as store:
        history.forget(store)
    path = home / "plan.db"
    content = bytearray(path.read_bytes())
    wrong = 0
    for page in range(1, len(content) // 4096):
        zeroed = content.copy()
        zeroed[page * 4096 : (page + 1) * 4096] = bytes(4096)
        path.write_bytes(zeroed)
        try:
            assert step_texts(home) == ["x" * 30_000]
        except DamagedError:
            wrong += 1
    assert wrong > 5


def test_flipped_bits_and_truncations_are_never_read_as_something_else(home: Path) -> None:
    dice = random.Random(7)
    for number in range(30):
        add_step(home, f"step {number} " + "long " * 300)
    truth = step_texts(home)
    path = home / "plan.db"
    whole = path.read_bytes()
    noticed = 0
    runs = wanted("flips", 60)
    for number in range(runs):
        broken = bytearray(whole)
        if number % 4:
            place = dice.randrange(len(whole) * 8)
            broken[place // 8] ^= 1 << place % 8
        else:
            del broken[dice.randrange(len(whole)) :]
        path.write_bytes(broken)
        try:
            assert step_texts(home) == truth
        except DamagedError:
            noticed += 1
    assert noticed > runs // 4
    report("flipped bits in plan.db", runs - (runs + 3) // 4, "never read as something else")
    report("truncations of plan.db", (runs + 3) // 4, "never read as something else")


def test_flipped_bits_in_the_keys_are_noticed(home: Path) -> None:
    add_step(home)
    whole = (home / "keys.json").read_bytes()
    for place in range(0, len(whole) * 8, 7):
        broken = bytearray(whole)
        broken[place // 8] ^= 1 << place % 8
        for name in keys.BOTH:
            (home / name).write_bytes(broken)
        with suppress(DamagedError):
            assert step_texts(home) == ["tea"]


def test_a_store_of_a_newer_version_is_refused_untouched(home: Path) -> None:
    add_step(home)
    connection = raw(home)
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")  # type: ignore[attr-defined]
    connection.execute("UPDATE written SET version = '9.8'")  # type: ignore[attr-defined]
    connection.close()  # type: ignore[attr-defined]
    before = snapshot(home)
    for use in (read, write):
        with pytest.raises(NewerStoreError, match=r"recoverplan 9\.8") as caught:
            use(home)
        assert caught.value.exit_code == 6
    assert snapshot(home) == before


def test_a_newer_store_whose_tables_are_unknown_is_refused_too(home: Path) -> None:
    add_step(home)
    connection = raw(home)
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")  # type: ignore[attr-defined]
    connection.execute("DROP TABLE written")  # type: ignore[attr-defined]
    connection.close()  # type: ignore[attr-defined]
    with pytest.raises(NewerStoreError):
        read(home)


def test_a_store_in_use_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_step(home)
    monkeypatch.setattr(ours, "BUSY_SECONDS", 0.05)
    with opening.open_to_write(home) as other:
        other.execute("BEGIN IMMEDIATE")
        assert step_texts(home) == ["tea"]
        with pytest.raises(CouldNotError, match="Another program"):
            write(home)
    with opening.open_to_write(home) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CouldNotError, match="Another program"):
            read(home)
    add_step(home, "again")


def test_a_home_that_is_a_file_is_said(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("mine")
    for door in (read, write):
        with pytest.raises(CouldNotError, match="is not a folder"):
            door(home)
    assert home.read_text() == "mine"


def test_names_of_folders_may_hold_anything(tmp_path: Path) -> None:
    home = tmp_path / "a?b#c%20d &é"
    add_step(home)
    assert step_texts(home) == ["tea"]
    assert [path.name for path in tmp_path.iterdir()] == [home.name]


def test_reading_where_there_is_no_store_makes_nothing(home: Path) -> None:
    with reading(home) as store:
        assert store is None
    assert not home.exists()


def test_reading_writes_nothing(home: Path) -> None:
    add_step(home)
    times = {path: path.stat().st_mtime_ns for path in [home, *home.iterdir()]}
    assert step_texts(home) == ["tea"]
    assert {path: path.stat().st_mtime_ns for path in [home, *home.iterdir()]} == times


def test_everyday_opening_leaves_sqlite_utils_alone(home: Path) -> None:
    add_step(home)
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, 'tests')\n"
        "from recoverplan.services.keeping import reading, writing\n"
        "from recoverplan.store.tables import steps\n"
        "from kept_examples import NOW, step\n"
        f"home = Path({str(home)!r})\n"
        "with reading(home) as store: steps.load_all(store)\n"
        "with writing(home, NOW) as store: steps.add(store, step('more'))\n"
        "assert 'sqlite_utils' not in sys.modules\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root)
    assert step_texts(home) == ["tea", "more"]


def leave_hot_journal(home: Path) -> None:
    """Leave the store as a program leaves it that is killed while it writes."""
    script = (
        "import os, sys; from pathlib import Path; sys.path.insert(0, 'tests')\n"
        "from recoverplan.store import opening\n"
        "from recoverplan.store.tables import steps\n"
        "from kept_examples import step\n"
        f"with opening.open_to_write(Path({str(home)!r})) as store:\n"
        "    store.execute('PRAGMA cache_size=1')\n"
        "    store.execute('BEGIN IMMEDIATE')\n"
        "    for n in range(200): steps.add(store, step('half ' * 200))\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=False, cwd=Path(__file__).parents[2])
    assert (home / "plan.db-journal").stat().st_size > 0


def test_what_a_killed_program_left_is_rolled_back(home: Path) -> None:
    add_step(home)
    leave_hot_journal(home)
    assert step_texts(home) == ["tea"]
    assert not (home / "plan.db-journal").exists()


@contextmanager
def read_only(home: Path) -> Iterator[None]:
    """Make a read-only file system of the store's folder (as root), or skip the test."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("a read-only file system needs root on Linux")
    content = home.with_name("content")
    shutil.move(home, content)
    home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "tmpfs", str(home)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        for path in content.iterdir():
            shutil.copy2(path, home)
        subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", str(home)], check=True)


@pytest.mark.live
def test_a_read_only_disk_can_be_read(home: Path) -> None:
    add_step(home)
    with read_only(home):
        assert step_texts(home) == ["tea"]
        with pytest.raises(CouldNotError, match="read-only") as caught:
            write(home)
        assert caught.value.exit_code == 1


@pytest.mark.live
def test_a_read_only_disk_with_an_unfinished_change_can_be_read(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    add_step(home)
    leave_hot_journal(home)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with read_only(home):
        with reading(home) as store:
            assert store is not None
            modes = {stat.S_IMODE(path.stat().st_mode) for path in scratch.rglob("*")}
            assert modes == {0o700, 0o600}
        assert step_texts(home) == ["tea"]
        with pytest.raises(CouldNotError):
            write(home)
    assert list(scratch.iterdir()) == []


@pytest.mark.live
def test_a_new_store_on_a_read_only_disk_is_refused(home: Path) -> None:
    home.mkdir()
    with read_only(home):
        with reading(home) as store:
            assert store is None
        with pytest.raises(CouldNotError):
            write(home)


def test_a_store_that_goes_between_the_look_and_the_opening_was_erased(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not that this account may not read it."""
    add_step(home)
    look = connecting.check_file

    def then_erased(place: Path, path: Path) -> tuple[int, int]:
        found = look(place, path)
        path.unlink()
        return found

    monkeypatch.setattr(connecting, "check_file", then_erased)
    with pytest.raises(NotFoundError, match="was erased by another program"):
        step_texts(home)


def test_a_store_that_another_program_just_made_is_not_lost(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gets its name between the look at the name and the look at the keys."""
    add_step(home)
    looks: list[Path] = []

    def not_yet(path: Path) -> bool:
        looks.append(path)
        return len(looks) > 1 and os.path.lexists(path)

    monkeypatch.setattr(opening, "present", not_yet)
    assert opening.exists(home)
    (home / "plan.db").unlink()
    looks.clear()
    with pytest.raises(DamagedError):
        opening.exists(home)
