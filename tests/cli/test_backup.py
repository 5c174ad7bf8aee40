"""`backup` and `restore`: one file with everything, read back; never over what is there."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tarfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from conftest import Run
from kept_examples import add_step, step_texts
from killing import report, runs
from racing import within_bounds
from recoverplan.store import connecting, keys, opening, ours, schema
from secrets_given import OTHER, PHRASE, cheap, lines

__all__ = ["cheap"]
pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup.zip"


def plain_backup(run: Run, file: Path) -> None:
    done = run("backup", str(file), "--plain-key")
    assert done.code == 0, done.err


def test_a_backup_is_one_private_file_that_is_not_compressed(run: Run, file: Path) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    before = os.umask(0)
    try:
        done = run("backup", str(file), "--plain-key")
    finally:
        os.umask(before)
    assert (done.code, done.out) == (0, f"{file}\n")
    assert "anyone who gets this file can read it" in done.err
    assert "read it back" in done.err
    assert file.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in file.parent.iterdir()} == {"backup.zip", "home"}
    with zipfile.ZipFile(file) as archive:
        assert set(archive.namelist()) == {"READ-ME.txt", "keys.json", "plan.db"}
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
    assert b"555-0114" not in file.read_bytes()  # three letters come up by chance


def test_it_is_named_by_the_day_in_the_folder_one_is_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    monkeypatch.chdir(tmp_path)
    assert run("backup", "--plain-key").out == f"{tmp_path / 'recoverplan-2026-11-23.zip'}\n"
    again = run("backup", "--plain-key")
    assert again.code == 1
    assert "--force" in again.err
    assert run("backup", "--plain-key", "--force").code == 0


def test_without_a_passphrase_or_a_word_for_it_none_is_made(run: Run, file: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    done = run("backup", str(file))
    assert done.code == 2
    assert "--plain-key" in done.err
    assert not file.exists()
    with lines("short") as given:
        assert run("backup", str(file), *given).code == 2
    assert not file.exists()


def test_there_is_nothing_to_back_up_yet(run: Run, file: Path, home: Path) -> None:
    assert run("backup", str(file), "--plain-key").code == 3
    assert not file.exists()
    assert not home.exists()


def test_a_backup_opens_with_its_own_passphrase_on_another_computer(
    run: Run, file: Path, tmp_path: Path
) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    with lines(PHRASE) as given:
        assert run("backup", str(file), *given).code == 0
    there = ("--store", str(tmp_path / "there"))
    assert run(*there, "restore", str(file)).code == 4
    with lines(OTHER) as given:
        assert run(*there, "restore", str(file), *given).code == 4
    assert not (tmp_path / "there").exists()
    with lines(PHRASE) as given:
        done = run(*there, "restore", str(file), *given)
    assert done.code == 0
    assert done.out.startswith("Restored 1 record")
    assert "without a passphrase" in done.out
    assert run(*there, "contact", "list", "--json").json == run("contact", "list", "--json").json
    assert run(*there, "undo").code == 0  # the history came along
    assert "Sam" in run("now").out


def test_a_backup_says_that_earlier_values_are_in_it_and_can_leave_them_out(
    run: Run, file: Path, tmp_path: Path, home: Path
) -> None:
    for number in range(20):
        run("step", "add", f"Call Dana {number} " + "long " * 200, "--kind", "alone")
        run("step", "remove", str(number + 1), "--yes")
    run("step", "add", "Tea", "--kind", "alone")
    done = run("backup", str(file), "--plain-key")
    assert "--no-history" in done.err
    bare = tmp_path / "bare.zip"
    done = run("backup", str(bare), "--plain-key", "--no-history")
    assert "--no-history" not in done.err
    assert bare.stat().st_size < file.stat().st_size
    there = ("--store", str(tmp_path / "there"))
    assert run(*there, "restore", str(bare)).code == 0
    assert run(*there, "history", "--json").json["steps"] == []
    assert run(*there, "step", "list", "--json").json == run("step", "list", "--json").json
    with opening.open_to_read(tmp_path / "there") as store:
        assert store.execute("PRAGMA freelist_count").fetchone()[0] == 0
    assert run("undo").code == 0  # here all of it is there still
    assert run("erase", "--history", "--yes").code == 0
    assert "--no-history" not in run("backup", str(file), "--plain-key", "--force").err


def test_what_is_there_is_kept_and_can_be_brought_back(run: Run, file: Path, home: Path) -> None:
    add_step(home, "old")
    plain_backup(run, file)
    add_step(home, "new")
    refused = run("restore", str(file))
    assert (refused.code, step_texts(home)) == (2, ["old", "new"])
    keys_before = (home / "keys.json").read_bytes()
    done = run("restore", str(file), "--yes")
    assert done.code == 0
    assert step_texts(home) == ["old"]
    assert "new" not in run("now").out
    assert (home / "keys.json").read_bytes() == keys_before
    (kept,) = home.glob("plan.before-restore-*.zip")
    assert str(kept) in done.out
    assert kept.stat().st_mode & 0o777 == 0o600
    assert run("restore", str(kept), "--yes").code == 0
    assert step_texts(home) == ["old", "new"]
    assert len(list(home.glob("plan.before-restore-*.zip"))) == 2
    assert run("erase", "--yes").code == 0
    assert not home.exists()


def test_a_backup_of_another_store_takes_the_key_of_this_one(
    run: Run, file: Path, home: Path, tmp_path: Path
) -> None:
    add_step(tmp_path / "other", "theirs")
    assert run("--store", str(tmp_path / "other"), "backup", str(file), "--plain-key").code == 0
    add_step(home, "mine")
    before = (home / "keys.json").read_bytes()
    assert run("restore", str(file), "--yes").code == 0
    assert step_texts(home) == ["theirs"]
    assert (home / "keys.json").read_bytes() == before
    add_step(home, "goes on")


@pytest.mark.parametrize("gone", [("plan.db",), keys.BOTH, ("plan.db", *keys.BOTH), ()])
def test_over_a_damaged_store_it_takes_the_name_and_the_damaged_one_is_kept(
    run: Run, file: Path, home: Path, gone: tuple[str, ...]
) -> None:
    add_step(home)
    plain_backup(run, file)
    (home / "plan.db").write_bytes(b"damaged" * 1000)
    for name in gone:
        (home / name).unlink()
    restored = run("restore", str(file), "--yes")
    assert restored.code == 0
    said = [line for line in restored.out.splitlines() if "plan.damaged-" in line]
    assert len(said) == (gone != ("plan.db", *keys.BOTH))
    assert all(Path(line.split(": ", 1)[1]).exists() for line in said)
    assert step_texts(home) == ["tea"]
    kept = {path.suffix for path in home.glob("plan.damaged-*")}
    assert kept == {".db" if "plan.db" not in gone else ".json", ".json"} - (
        {".json"} if "keys.json" in gone else set()
    ) - ({".db"} if "plan.db" in gone else set())  # fmt: skip
    assert run("now").code == 0


def test_a_damaged_backup_is_refused_wherever_the_damage_is(
    run: Run, file: Path, home: Path
) -> None:
    for number in range(5):
        add_step(home, f"step {number} " + "long " * 300)
    plain_backup(run, file)
    truth = step_texts(home)
    whole = file.read_bytes()
    dice = random.Random(3)
    noticed = 0
    tries = runs("flipped backups", 60)
    for number in range(tries):
        broken = bytearray(whole)
        if number % 3:
            place = dice.randrange(len(whole) * 8)
            broken[place // 8] ^= 1 << place % 8
        else:
            del broken[dice.randrange(len(whole)) :]
        file.write_bytes(broken)
        done = run("restore", str(file), "--yes")
        assert done.code in (0, 5), done.err
        assert "Traceback" not in done.err
        noticed += done.code == 5
        assert step_texts(home) == truth
        for kept in home.glob("plan.before-*"):
            kept.unlink()
    assert noticed > tries * 3 // 4
    report("flipped bits and truncations of a backup", tries, "refused, or restored exactly")


def test_what_is_no_backup_is_refused(run: Run, file: Path, home: Path, tmp_path: Path) -> None:
    contents = {"keys.json": b"{}", "plan.db": b"x"}
    for number in range(4):
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in list(contents.items())[:number]:
                archive.writestr(name, content)
        assert run("restore", str(file)).code == 5
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("keys.json", b"x" * 10_000)
    assert run("restore", str(file)).code == 5
    file.write_text("mine")
    assert run("restore", str(file)).code == 5
    assert run("restore", str(tmp_path / "nowhere")).code == 1
    assert not home.exists()


def test_an_older_backup_is_brought_up_and_a_newer_one_refused(
    run: Run, file: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home)
    plain_backup(run, file)
    there = tmp_path / "there"
    with monkeypatch.context() as patch:
        patch.setattr(
            schema,
            "MIGRATIONS",
            (*schema.MIGRATIONS, lambda db: db.execute("ALTER TABLE plan_step ADD COLUMN x TEXT")),
        )
        patch.setattr(schema, "VERSION", len(schema.MIGRATIONS))
        assert run("--store", str(there), "restore", str(file)).code == 0
        with opening.open_to_read(there) as store:
            assert schema.version_of(store.connection) == schema.VERSION
        newer = tmp_path / "newer.zip"
        assert run("--store", str(there), "backup", str(newer), "--plain-key").code == 0
    done = run("restore", str(newer), "--yes")
    assert done.code == 6
    assert step_texts(home) == ["tea"]


def test_a_store_in_use_is_waited_for_and_left_alone(
    run: Run, file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home)
    plain_backup(run, file)
    add_step(home, "new")
    monkeypatch.setattr(ours, "BUSY_SECONDS", 0.05)
    with opening.open_to_write(home) as other:
        other.execute("BEGIN IMMEDIATE")
        done = run("restore", str(file), "--yes")
    assert done.code == 1
    assert done.err.startswith("Another program")
    assert step_texts(home) == ["tea", "new"]


def test_a_change_of_the_key_that_was_cut_short_keeps_no_backup_out(
    run: Run, file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(home, "from before")
    assert run("backup", str(file), "--plain-key").code == 0
    add_step(home, "since")
    slots = keys.load_slots(home)
    never_used = keys.device_slot(keys.new_key())._replace(of=keys.new_name())
    keys.save_slots(home, [never_used, *slots])
    monkeypatch.setattr(ours, "BUSY_SECONDS", 0.2)
    done = run("restore", str(file), "--yes")
    assert done.code == 0, done.err
    assert step_texts(home) == ["from before"]
    assert keys.load_slots(home) == slots


def test_a_backup_of_an_earlier_version_is_still_read(
    run: Run, file: Path, tmp_path: Path, home: Path
) -> None:
    """Then keys.json had no checksum and no number, and one copy."""
    add_step(home)
    plain_backup(run, file)
    with zipfile.ZipFile(file) as archive:
        store = archive.read("plan.db")
        slots = keys.slots_in(archive.read("keys.json"))
    earlier = {"format": "recoverplan/keys/1", "slots": [keys.entry_of(slot) for slot in slots]}
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("keys.json", json.dumps(earlier))
        archive.writestr("plan.db", store)
    there = tmp_path / "there"
    assert run("--store", str(there), "restore", str(file)).code == 0
    assert step_texts(there) == ["tea"]
    assert (there / "keys.json").read_bytes() == (there / "keys-copy.json").read_bytes()
    assert run("restore", str(file), "--yes").code == 0


def test_a_backup_cannot_be_made_of_a_damaged_store(run: Run, file: Path, home: Path) -> None:
    for number in range(5):
        add_step(home, f"step {number} " + "long " * 300)
    content = bytearray((home / "plan.db").read_bytes())
    content[-3000] ^= 1
    (home / "plan.db").write_bytes(content)
    assert run("backup", str(file), "--plain-key").code == 5
    assert not file.exists()
    assert {path.name for path in file.parent.iterdir()} == {"home"}


def test_the_slots_of_a_backup_say_what_opens_it(run: Run, file: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    with lines(PHRASE) as given:
        run("backup", str(file), *given)
    with zipfile.ZipFile(file) as archive:
        (slot,) = keys.slots_in(archive.read("keys.json"))
    assert slot.kind == "backup"
    assert keys.key_in(slot, PHRASE) is not None
    assert keys.key_in(slot, OTHER) is None


def rezipped(file: Path, to: Path, *, kind: int, inside: str = "", mac: bool = False) -> None:
    """Zip what is in a backup anew, as another program would."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(to, "w", kind) as new:
        if inside:
            new.writestr(f"{inside}/", b"")
        for name in old.namelist():
            path = f"{inside}/{name}" if inside else name
            new.writestr(path, old.read(name))
            if mac:
                new.writestr(f"__MACOSX/{inside}/._{name}", b"\0\5\x16\7" * 20)
                new.writestr(f"__MACOSX/{inside}/{name}", b"\0\5\x16\7" * 20)
        if mac:
            new.writestr(".DS_Store", b"\0\0\0\1Bud1")


@pytest.mark.parametrize("kind", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("inside", ["", "recoverplan-2026-11-23", "a/b/c", "back\\slash"])
def test_a_backup_zipped_anew_is_read(
    run: Run, file: Path, home: Path, tmp_path: Path, kind: int, inside: str
) -> None:
    add_step(home, "old")
    plain_backup(run, file)
    anew = tmp_path / "anew.zip"
    rezipped(file, anew, kind=kind, inside=inside, mac=inside != "")
    there = tmp_path / "there"
    done = run("--store", str(there), "restore", str(anew))
    assert (done.code, done.out.splitlines()[0]) == (0, f"Restored 1 record from {anew}.")
    assert step_texts(there) == ["old"]
    add_step(home, "new")
    assert run("restore", str(anew), "--yes").code == 0
    assert step_texts(home) == ["old"]


def test_a_damaged_backup_that_was_zipped_anew_is_refused(
    run: Run, file: Path, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    plain_backup(run, file)
    anew = tmp_path / "anew.zip"
    rezipped(file, anew, kind=zipfile.ZIP_DEFLATED, inside="a")
    whole = anew.read_bytes()
    dice = random.Random(5)
    codes = set()
    for number in range(40):
        broken = bytearray(whole)
        if number % 3:
            broken[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        else:
            del broken[dice.randrange(len(whole)) :]
        anew.write_bytes(broken)
        done = run("restore", str(anew), "--yes")
        codes.add(done.code)
        assert done.code in (0, 5), done.err
        assert step_texts(home) == ["tea"]
    assert 5 in codes


@pytest.mark.parametrize("inside", ["", "recoverplan-2026-11-23", "outer/inner"])
@pytest.mark.parametrize("named", ["", "plan.db", "keys.json"])
def test_a_backup_unpacked_into_a_folder_is_read(
    run: Run, file: Path, home: Path, tmp_path: Path, inside: str, named: str
) -> None:
    add_step(home, "old")
    with lines(PHRASE) as given:
        assert run("backup", str(file), *given).code == 0
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder / inside)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    given_name = folder / inside / named if named else folder
    add_step(home, "new")
    with lines(PHRASE) as given:
        done = run("restore", str(given_name), "--yes", *given)
    assert done.code == 0, done.err
    assert step_texts(home) == ["old"]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_folder_of_a_store_from_another_disk_is_read(
    run: Run, home: Path, tmp_path: Path
) -> None:
    other = tmp_path / "old-disk"
    add_step(other, "from the old disk")
    assert run("--store", str(other), "restore", str(other), "--yes").code == 1
    done = run("restore", str(other))
    assert done.code == 0, done.err
    assert step_texts(home) == ["from the old disk"]
    assert step_texts(other) == ["from the old disk"]


def test_a_backup_comes_back_from_standard_input(
    run: Run, process: Run, file: Path, home: Path, tmp_path: Path
) -> None:
    add_step(home, "old")
    plain_backup(run, file)
    there = tmp_path / "there"
    done = subprocess.run(
        [sys.executable, "-m", "recoverplan", "--store", str(there), "restore", "-"],
        input=file.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"Restored 1 record from standard input.")
    assert step_texts(there) == ["old"]
    refused = process("--store", str(tmp_path / "none"), "restore", "-", stdin="not a zip")
    assert refused.code == 5
    assert "standard input is not a whole backup" in refused.err


def test_what_can_only_be_unpacked_elsewhere_says_what_to_do(
    run: Run, file: Path, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    plain_backup(run, file)
    whole = file.read_bytes()

    locked = tmp_path / "locked.zip"
    content = bytearray(whole)
    place = content.find(b"PK\1\2")
    while place >= 0:
        content[place + 8] |= 1  # the bit of an entry behind a password
        place = content.find(b"PK\1\2", place + 4)
    locked.write_bytes(content)

    otherwise = tmp_path / "otherwise.zip"
    rezipped(file, otherwise, kind=zipfile.ZIP_BZIP2)

    nested = tmp_path / "nested.zip"
    with zipfile.ZipFile(nested, "w") as archive:
        archive.writestr("backup.zip", whole)

    several = tmp_path / "several.zip"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(several, "w") as archive:
        for folder in ("a", "b"):
            for name in old.namelist():
                archive.writestr(f"{folder}/{name}", old.read(name))

    folders, zips = tmp_path / "folders", tmp_path / "zips"
    with zipfile.ZipFile(several) as both:
        both.extractall(folders)
    zips.mkdir()
    (zips / "backup.zip").write_bytes(whole)
    (zips / "notes.txt").write_text("x")

    for path, hint in (
        (locked, "Unpack it with the program that made it, then: recoverplan restore FOLDER"),
        (otherwise, "Unpack it with the program that made it, then: recoverplan restore FOLDER"),
        (nested, "There is another zip in it, backup.zip."),
        (several, "There are several in it."),
        (folders, f"Name one of them: {folders / 'a'}, {folders / 'b'}"),
        (zips, f"To restore that: recoverplan restore {zips / 'backup.zip'}"),
        (tmp_path / "home" / ".." / "nothing", "Nothing was changed."),
    ):
        done = run("restore", str(path), "--yes")
        assert done.code == (5 if path.exists() else 1), path
        assert hint in done.err, done.err
    packed = tmp_path / "packed.tar.gz"
    with tarfile.open(packed, "w:gz") as tarred:
        tarred.add(folders / "a", "a")
    done = run("restore", str(packed), "--yes")
    assert done.code == 5
    assert "unpack it and restore the folder" in done.err
    only = tmp_path / "only"
    only.mkdir()
    (only / "plan.db").write_bytes((home / "plan.db").read_bytes())
    assert run("restore", str(only), "--yes").code == 5
    assert step_texts(home) == ["tea"]


def test_a_backup_with_a_row_that_cannot_be_read_takes_nobodys_place(
    run: Run, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    folder = tmp_path / "unpacked"
    shutil.copytree(home, folder)
    with closing(
        connecting.connect(folder / "plan.db", keys.keys_without_passphrase(home)[0])
    ) as odd:
        odd.execute("UPDATE plan_step SET created = 'once'")
    done = run("restore", str(folder), "--yes")
    assert (done.code, done.out) == (5, "")
    assert "Nothing was changed." in done.err
    assert step_texts(home) == ["tea"]
    assert not list(home.glob("plan.before-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices have no names there")
@pytest.mark.parametrize("what", ["a pipe", "a device", "a file with nothing in it"])
@pytest.mark.parametrize("name", ["plan.db", "plan.db-journal", "keys.json", "b.zip"])
def test_what_never_comes_or_never_ends_is_no_backup(
    run: Run, home: Path, tmp_path: Path, name: str, what: str
) -> None:
    """Nothing waits, nothing fills the disk; a file of 64 GB with nothing in it takes no room."""
    add_step(home)
    folder = tmp_path / "unpacked"
    shutil.copytree(home, folder)
    odd = folder / name
    odd.unlink(missing_ok=True)
    if what == "a pipe":
        os.mkfifo(odd)
    elif what == "a device":
        odd.symlink_to("/dev/zero")
    else:
        odd.touch()
        os.truncate(odd, 1 << 36)
    if name == "keys.json":
        (folder / "keys-copy.json").unlink()
    done = within_bounds("restore", str(odd if name == "b.zip" else folder), "--yes")
    assert (done.code, done.out) == (5, "")
    assert "is not a whole backup of recoverplan." in done.err
    assert sorted(path.name for path in home.iterdir()) == sorted(
        ("plan.db", "keys.json", "keys-copy.json", "keys.lock", "emergency-card.txt")
    )


def test_a_zip_that_grows_beyond_measure_is_not_unpacked(
    run: Run, file: Path, home: Path, tmp_path: Path
) -> None:
    add_step(home)
    plain_backup(run, file)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("keys.json", old.read("keys.json"))
        archive.writestr("plan.db", b"\0" * 50_000_000)
    before = {path.name for path in home.iterdir()}
    assert run("restore", str(bomb), "--yes").code == 5
    assert {path.name for path in home.iterdir()} == before


def in_a_process(*arguments: str, secret: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run a command line in a process of its own, bytes in and out."""
    with lines(secret) as given:
        return subprocess.run(
            [sys.executable, "-m", "recoverplan", *arguments, *(given if secret else [])],
            capture_output=True,
            check=False,
            pass_fds=[int(given[-1])],
        )


@pytest.mark.parametrize(("secret", "options"), [(PHRASE, []), ("", ["--plain-key"])])
def test_a_backup_to_standard_output_is_whole_and_alone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str, options: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    add_step(home, "old")
    done = in_a_process("backup", "-", *options, secret=secret)
    assert done.returncode == 0, done.stderr
    assert b"Backed up 1 record to standard output, and read it back" in done.stderr
    piped, there = tmp_path / "piped.zip", tmp_path / "there"
    piped.write_bytes(done.stdout)
    with zipfile.ZipFile(piped) as archive:
        assert set(archive.namelist()) == {"READ-ME.txt", "keys.json", "plan.db"}
    line = ("--store", str(there), "restore", str(piped))
    assert in_a_process(*line, secret=secret).returncode == 0
    assert step_texts(there) == ["old"]
    assert not [path for path in home.iterdir() if path.name.startswith(".")]
    assert not (tmp_path / "-").exists()


def test_a_backup_that_was_cut_short_on_its_way_out_is_found_and_goes(run: Run, home: Path) -> None:
    add_step(home)
    before = {path.name for path in home.iterdir()}
    line = [sys.executable, "-m", "recoverplan", "backup", "-", "--plain-key"]

    def cut_short() -> set[str]:
        """Kill it while it waits for somebody to read on; return what it left behind."""
        with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as piped:
            assert piped.stdout is not None
            assert piped.stdout.read(1) == b"P"
            piped.kill()
        return {path.name for path in home.iterdir()} - before

    (left,) = cut_short()
    assert "passed-on" in left
    assert run("doctor").code != 0
    assert run("doctor", "--fix").code == 0
    assert {path.name for path in home.iterdir()} == before
    assert cut_short()
    assert run("erase", "--yes").code == 0
    assert not home.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_cannot_be_written_is_passed_on_all_the_same(home: Path) -> None:
    add_step(home)
    home.chmod(0o500)
    try:
        done = in_a_process("backup", "-", "--plain-key")
    finally:
        home.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"PK")


def test_a_code_is_hinted_at_only_where_there_is_one(run: Run, file: Path, home: Path) -> None:
    add_step(home)
    with lines(PHRASE) as given:
        assert run(*given, "backup", str(file)).code == 0
    with lines(OTHER) as given:
        done = run("--store", str(home.with_name("new")), *given, "restore", str(file))
    assert done.code == 4
    assert "does not open it" in done.err
    assert "recovery code" not in done.err


def test_a_backup_that_is_not_there_says_what_to_name(run: Run, tmp_path: Path) -> None:
    done = run("restore", str(tmp_path / "none.zip"))
    assert done.code == 1
    assert "Name the file that recoverplan backup wrote." in done.err
