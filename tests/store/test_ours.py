"""Which files are ours, to the letter; what a killed program left goes at the next opening."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from inspect import getsource
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kept_examples import add_step, step_texts
from malicious import a_socket
from recoverplan.home import EMERGENCY_CARD
from recoverplan.services.file_out import write_file
from recoverplan.store import files, ours
from recoverplan.store.files import passing, sweep, take_away

LEFT = (
    "keys.json.new", "keys-copy.json.new", "emergency-card.txt.new", "plan.db.new",
    "published.json.new",
    "plan.db.new-journal", "plan.db.restored.77", "plan.db.restored.1-journal",
    "plan.before-3.db.4242", ".plan.before-restore-20261123-100000.zip.4242.new",
    ".plan.before-restore-20261123-100000-2.zip.1.db", ".out.json.4242.new",
    ".plan.before-restore-20261123-100000.zip.1.db-journal", ".recoverplan-2026-11-23.zip.7.db",
    ".a card of mine.html.99999.new",
)  # fmt: skip
OLDER = (
    "plan.before-2.db", "plan.before-restore-20261123-100000.zip",
    "plan.before-fix-20261123-100000.zip", "plan.before-restore-20261123-100000-2.zip",
    "plan.damaged-20261123-100000.db",
    "plan.damaged-20261123-100000.db-journal", "plan.damaged-20261123-100000.keys.json",
    "plan.damaged-20261123-100000-3.keys-copy.json",
)  # fmt: skip
OF_THE_PERSON = (
    "draft.new", ".photos.db", "published.txt.new", "published.json.bak",
    "plan.before-holiday.txt", "keys.json.bak", "keys.json.old",
    "plan.txt", "plan.db.bak", "plan.before-holiday.zip", "plan.before-.db", "keys.json.new.txt",
    "my keys.json", "emergency-card.txt.bak", ".holiday.2026.new", ".new", ".db", "plan.new",
    "plan.db.restored", "plan.db.restored.abc", "plan.damaged-car.db", "Plan.db", "keys.lock.txt",
    "plan.before-2.db.bak", ".zshrc.new", "notes.2026", ".out.json.new", "out.json.4242.new",
    "plan.before-restore-20261123-100000.zip.bak", "plan.db.new2", "plan.before-\u0663.db",
)  # fmt: skip


def fill(home: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (home / name).write_text("mine")


def test_what_is_left_goes_at_the_next_opening_and_nothing_else(home: Path) -> None:
    add_step(home)
    fill(home, (*LEFT, *OLDER, *OF_THE_PERSON))
    assert step_texts(home) == ["tea"]
    there = {path.name for path in home.iterdir()}
    assert there == {*OLDER, *OF_THE_PERSON, *(ours.LIVE & there)}
    fill(home, LEFT)
    add_step(home, "more")
    assert not {path.name for path in home.iterdir()} & {*LEFT}


@given(
    st.sampled_from([*LEFT, *OLDER, *sorted(ours.LIVE)]),
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1),
    st.booleans(),
)
def test_a_name_with_something_before_it_or_after_it_is_another(
    known: str, more: str, before: bool
) -> None:
    if before and known.startswith("."):
        return  # a file that is written for the person may have any name
    other = f"{more}{known}" if before else f"{known}{more}"
    every = f"{ours.OLDER}|{ours.PASSING}|{'|'.join(map(re.escape, ours.LIVE))}"
    named = re.fullmatch(every, other, re.DOTALL | re.ASCII)
    # What SQLite puts beside a database, and a number that is longer, may come after it.
    assert not named or re.fullmatch(r"(-journal|-wal|-shm|\.\d+|\.new|\d+|\.\d+\.new)*", more)


def test_every_name_of_ours_is_looked_at_when_the_store_is_opened() -> None:
    for name in LEFT:
        assert ours.may_be_left(name)


def test_what_a_program_is_still_at_stays(home: Path) -> None:
    add_step(home)
    left = home / ".out.json.4242.new"
    script = (
        "import sys; from pathlib import Path\n"
        "from recoverplan.store.files import passing\n"
        f"with passing(Path({str(left)!r})) as file:\n"
        "    file.write(b'half'); file.flush()\n"
        "    print('there', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        assert writer.stdin
        writer.stdout.readline()
        assert step_texts(home) == ["tea"]
        assert left.read_bytes() == b"half"
        writer.kill()
    assert step_texts(home) == ["tea"]
    assert not left.exists()


@pytest.mark.parametrize(
    "name", ["plan.before-4.db.4242", "plan.db.restored.4242", ".b.zip.4242.db", "plan.db.new"]
)
def test_what_sqlite_put_beside_what_a_program_is_still_at_stays(home: Path, name: str) -> None:
    add_step(home)
    beside = [home / (name + end) for end in ours.BESIDE]
    with passing(home / name) as file:
        file.write(b"half")
        for path in beside:
            path.write_bytes(b"pages")
        assert ours.sweep_leftovers(home) == [home / name, *sorted(beside)]
        ours.sweep_for(home / "b.zip")
        assert [path.read_bytes() for path in beside] == [b"pages"] * 3
    assert ours.sweep_leftovers(home) == []
    assert not any(path.exists() for path in beside)


def test_an_export_sweeps_what_one_of_its_name_left_there(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    left = [tmp_path / f".out.json.{pid}.new" for pid in (1, 4242, os.getpid())]
    others = [
        tmp_path / name for name in (".other.json.1.new", ".out.json.x.new", "out.json.1.new")
    ]
    for path in (*left, *others):
        path.write_text("half")
    write_file(target, b"whole", force=False)
    assert target.read_bytes() == b"whole"
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in others)


def test_two_programs_never_share_a_passing_file(tmp_path: Path) -> None:
    path = tmp_path / "file.new"
    with passing(path) as file:
        file.write(b"mine")
        file.flush()
        assert not sweep(path)
        with pytest.raises(FileExistsError), passing(path):
            pass
        assert path.read_bytes() == b"mine"
    assert not path.exists()


def test_what_was_just_done_is_not_swept_for_what_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at a passing file and its lock it may have got its own name."""
    path, target = tmp_path / ".out.json.1.new", tmp_path / "out.json"
    path.write_bytes(b"whole")
    locked = files.lock

    def late(descriptor: int, *, exclusive: bool) -> bool:
        if exclusive:
            path.rename(target)
            path.write_bytes(b"the next")
        return locked(descriptor, exclusive=exclusive)

    with monkeypatch.context() as patch:
        patch.setattr(files, "lock", late)
        assert not sweep(path)
    assert (target.read_bytes(), path.read_bytes()) == (b"whole", b"the next")


def put(path: Path, what: str) -> None:
    """Put something that is no file of ours in the place of one."""
    path.unlink(missing_ok=True)
    if what == "pipe":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
        (path / "mine.txt").write_text("mine")
    elif what == "link":
        path.symlink_to("/dev/zero")
    elif what == "socket":
        a_socket(path)
    elif what == "device":
        try:
            os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 5))  # /dev/zero
        except PermissionError:
            pytest.skip("a device takes root")
    else:
        with path.open("wb") as file:
            file.truncate(1 << 40)  # nothing of it is on the disk


NAMES = (
    "plan.db", "plan.db-journal", "plan.db-wal", "keys.json", "keys-copy.json", "keys.lock",
    EMERGENCY_CARD, "keys.json.new", "plan.before-restore-1.zip", "plan.before-2.db",
)  # fmt: skip


TRY_ALL = """
import contextlib, io, json, shutil, sys
from pathlib import Path
from recoverplan import __main__ as door
from kept_examples import add_step
from recoverplan.store import keys
keys.COST = 2
what, folder = sys.argv[1], Path(sys.argv[2])
os.chdir(folder)
add_step(folder / "whole")
for name in NAMES:
    home = folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(folder / "whole", home)
    put(home / name, what)
    for command in COMMANDS:
        out, err = io.StringIO(), io.StringIO()
        sys.argv = ["recoverplan", "--store", str(home), *command]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = door.main()
        print(json.dumps([name, command, code, err.getvalue()]), flush=True)
    left = [path.name for path in home.iterdir()] if home.exists() else []
    print(json.dumps([name, "left", left, ""]), flush=True)
"""
# What `put` takes from elsewhere.
USED = "import os, pytest, stat\nfrom pathlib import Path\nfrom malicious import a_socket\n"
COMMANDS = (
    ("step", "list"), ("step", "add", "Walk", "--kind", "alone"), ("doctor",), ("doctor", "--fix"),
    ("lock", "status"), ("backup", "--plain-key", "--force"), ("lock", "set", "--yes"),
    ("doctor", "--salvage", "out.json", "--force"), ("now",), ("erase", "--yes"),
)  # fmt: skip


@pytest.mark.parametrize("what", ["pipe", "folder", "link", "socket", "device", "enormous"])
def test_what_is_no_file_where_one_of_ours_should_be_is_said_and_never_waited_for(
    what: str, tmp_path: Path
) -> None:
    put(tmp_path / "tried", what)  # skips what this account may not make
    given = f"{USED}NAMES, COMMANDS = {NAMES!r}, {COMMANDS!r}\n{getsource(put)}"
    done = subprocess.run(
        [sys.executable, "-c", f"{given}\n{TRY_ALL}", what, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == len(NAMES) * (len(COMMANDS) + 1)
    for name, command, result, err in said:
        if command == "left":
            assert result == ([name] if what == "folder" else []), name
            continue
        allowed = {"now": (0,), "erase": (1,) if what == "folder" else (0,)}
        assert result in allowed.get(command[0], (0, 1, 2, 5, 7)), (name, command, err)
        assert "Traceback" not in err
        assert "of its own" not in err


def test_a_file_of_the_persons_under_another_name_is_not_written_over(home: Path) -> None:
    add_step(home)
    letter = home.with_name("letter.txt")
    letter.write_text("mine")
    (home / "keys.json.new").hardlink_to(letter)
    take_away(home / "keys.json.new")
    assert letter.read_text() == "mine"


def test_what_a_program_is_at_is_not_left_behind(home: Path) -> None:
    add_step(home)
    fill(home, ("keys-copy.json.new", "plan.db.new", "plan.db.new-journal"))
    waiting = home / "keys.json.new"
    with passing(waiting):
        assert waiting in ours.leftovers(home)
        assert [path.name for path in ours.left_behind(home)] == [
            "keys-copy.json.new", "plan.db.new", "plan.db.new-journal",
        ]  # fmt: skip
    with passing(home / "plan.db.new"):
        (home / "plan.db.new-journal").write_text("at it")
        assert [path.name for path in ours.left_behind(home)] == ["keys-copy.json.new"]


def test_the_lock_is_never_opened_beside_sqlite() -> None:
    """Closing any descriptor of a file lets go of this program's locks on it."""
    held = ("keys.json", "keys-copy.json", "plan.damaged-1.keys.json", "plan.before-fix-1.zip")
    assert all(ours.may_hold_keys(Path(name)) for name in held)
    assert not any(ours.may_hold_keys(Path(f"keys.lock{end}")) for end in ("", *ours.BESIDE))
