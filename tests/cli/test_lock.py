"""`lock`: a passphrase set, changed, removed, a new key; what opens the store then; the card."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import Run
from kept_examples import NOW, add_step
from recoverplan.services.keeping import bring_card_in_step
from recoverplan.store import kept_copies, keys, opening, rekeying, strays
from recoverplan.store.unlocking import person
from secrets_given import OTHER, PHRASE, cheap, lines

__all__ = ["cheap"]
pytestmark = pytest.mark.usefixtures("cheap")
SAM = ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
CODE = re.compile(r"^Recovery code: (\S+)$", re.MULTILINE)


def locked(run: Run, *options: str) -> str:
    """Set the passphrase and return the recovery code."""
    if run("contact", "list", "--json").json["contacts"] == []:
        run("setup", "--region", "US")
        run(*SAM)
    with lines(PHRASE) as given:
        done = run("lock", "set", "--yes", *options, *given)
    assert done.code == 0, done.err
    found = CODE.search(done.out)
    assert found
    return found[1]


def opens(run: Run, secret: str) -> int:
    with lines(secret) as given:
        return run("contact", "list", *given).code


def test_every_command_then_asks(run: Run) -> None:
    code = locked(run)
    for command in (("plan",), (), ("card",), ("export", "--json"), ("undo",), ("history",), SAM):
        done = run(*command)
        assert (done.code, done.out) == (4, "")
        assert "--passphrase-fd" in done.err
        with lines(OTHER) as given:
            assert run(*command, *given).code == 4
    assert opens(run, PHRASE) == 0
    assert opens(run, code) == 0
    assert opens(run, code.lower().replace("-", " ")) == 0
    with lines(PHRASE) as given:
        done = run("contact", "add", "Dana", "--role", "peer", "--call", "555-0136", *given)
    assert done.code == 0
    with lines(PHRASE) as given:
        assert "Dana" in run("contact", "list", *given).out


def test_a_passphrase_is_the_same_however_it_is_composed(run: Run) -> None:
    locked(run)
    with lines(PHRASE, "Zo\u00eb walks home") as given:
        assert run("lock", "change", *given).code == 0
    assert opens(run, "Zoe\u0308 walks home") == 0


def test_the_old_key_opens_nothing_any_more(run: Run, home: Path) -> None:
    run(*SAM)
    before = (home / "keys.json").read_bytes()
    locked(run)
    slots = keys.load_slots(home)
    assert [slot.kind for slot in slots if slot.kind in keys.OPENING_KINDS] == [
        "passphrase",
        "recovery",
    ]
    for name in keys.BOTH:
        assert (home / name).stat().st_mode & 0o777 == 0o600
        (home / name).write_bytes(before)
    assert run("contact", "list").code == 5


def test_now_keeps_the_region_alone_unless_one_agrees(run: Run, home: Path) -> None:
    code = locked(run)
    now = run("now")
    assert now.code == 0
    assert now.out.startswith("Call 911 now if:")
    assert "988" in now.out
    assert "Sam" not in now.out
    assert "recoverplan card" in now.out
    assert b"Sam" not in (home / "emergency-card.txt").read_bytes()
    assert b"555-0114" not in (home / "emergency-card.txt").read_bytes()
    assert run("lock", "status", "--json").json == {
        "schema": "recoverplan/lock/1", "passphrase": True, "recovery_code": True, "card": "region",
    }  # fmt: skip
    assert run("lock", "card", "names").code == 4
    with lines(code) as given:
        assert run("lock", "card", "names", "--yes", *given).code == 0
    assert "Sam" in run("now").out
    with lines(PHRASE) as given:
        assert run("lock", "card", "region", *given).code == 0
    assert "Sam" not in run("now").out


def test_names_on_the_card_are_agreed_to_after_they_were_shown(run: Run) -> None:
    locked(run)
    with lines(PHRASE) as given:
        refused = run("lock", "card", "names", *given)
    assert refused.code == 2
    assert "Your people, with their numbers and hours: Sam" in refused.err
    assert "Add --yes." in refused.err
    assert "Sam" not in run("now").out


def test_with_consent_the_card_stays_and_follows(run: Run) -> None:
    locked(run, "--card", "names")
    assert "Sam" in run("now").out
    with lines(PHRASE) as given:
        run("contact", "remove", "Sam", "--yes", *given)
    assert "Sam" not in run("now").out


def test_consent_in_words_and_a_passphrase_worth_its_name_come_first(run: Run, home: Path) -> None:
    run(*SAM)
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    with lines(PHRASE) as given:
        done = run("lock", "set", *given)
    assert done.code == 2
    assert "--yes" in done.err
    with lines("short") as given:
        assert run("lock", "set", "--yes", *given).code == 2
    assert run("lock", "set", "--yes").code == 2
    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", "--card", "all", *given).code == 2
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_change_takes_the_old_one_or_the_code_and_neither_opens_then(run: Run, home: Path) -> None:
    code = locked(run)
    with lines(OTHER, OTHER) as given:
        assert run("lock", "change", *given).code == 4
    pages = (home / "plan.db").read_bytes()
    with lines(PHRASE, OTHER) as given:
        done = run("lock", "change", *given)
    assert done.code == 0
    assert (home / "plan.db").read_bytes() != pages
    newer = CODE.search(done.out)
    assert newer
    opened = [opens(run, secret) for secret in (PHRASE, code, OTHER, newer[1])]
    assert opened == [4, 4, 0, 0]
    with lines(newer[1], PHRASE) as given:
        assert run("lock", "change", *given).code == 0
    assert [opens(run, secret) for secret in (PHRASE, newer[1], OTHER)] == [0, 4, 4]


def test_rekey_makes_a_new_key_and_a_new_code(run: Run, home: Path) -> None:
    code = locked(run)
    pages = (home / "plan.db").read_bytes()
    with lines(PHRASE) as given:
        done = run("lock", "rekey", *given)
    found = CODE.search(done.out)
    assert found
    assert (home / "plan.db").read_bytes() != pages
    assert (opens(run, PHRASE), opens(run, code), opens(run, found[1])) == (0, 4, 0)
    with lines(found[1], OTHER) as given:
        assert run("lock", "rekey", *given).code == 0
    assert (opens(run, PHRASE), opens(run, OTHER)) == (4, 0)


def test_remove_goes_back_to_the_key_of_this_device(run: Run) -> None:
    locked(run)
    with lines(PHRASE) as given:
        assert run("lock", "remove", *given).code == 2
    with lines(PHRASE) as given:
        assert run("lock", "remove", "--yes", *given).code == 0
    assert "Sam" in run("contact", "list").out
    assert "Sam" in run("now").out
    assert run("lock", "status", "--json").json["passphrase"] is False
    for command in ("change", "remove", "rekey"):
        assert run("lock", command).code == 1


def test_there_is_one_lock_and_only_where_there_is_a_store(run: Run, home: Path) -> None:
    assert run("lock", "set", "--yes").code == 3
    assert run("lock", "status").code == 3
    locked(run)
    with lines(PHRASE, OTHER) as given:
        assert run("lock", "set", "--yes", *given).code == 1
    assert home.exists()


def test_damaged_copies_from_before_are_removed_and_named_first(run: Run, home: Path) -> None:
    run(*SAM)
    names = ("plan.before-2.db", "plan.before-restore-1.zip", "plan.damaged-1.keys.json")
    for name in names:
        (home / name).write_bytes(b"old")
    with (home / names[0]).open("wb") as enormous:
        enormous.truncate(1 << 40)  # nothing of it is on the disk
    with lines(PHRASE) as given:
        done = run("lock", "set", "--yes", *given)
    assert done.code == 0
    for name in names:
        assert done.err.count(f"  {name}\n") == 2  # before, and that they are gone
        assert not (home / name).exists()


def kept_zip(run: Run, home: Path, *secrets: str) -> Path:
    """Restore a backup of an empty store, and return the copy that is kept of what was there."""
    empty = home.parent / "empty.zip"
    there = ("--store", str(home.parent / "empty"))
    run(*there, "setup", "--region", "US")
    assert run(*there, "backup", str(empty), "--plain-key", "--force").code == 0
    with lines(*secrets) as given:
        done = run("restore", str(empty), "--yes", *given)
    assert done.code == 0, done.err
    (kept,) = home.glob("plan.before-restore-*.zip")
    return kept


def restored(run: Run, kept: Path, *secrets: str) -> int:
    """Restore a backup in a place of its own; return the exit code."""
    there = kept.parent.parent / "elsewhere"
    with lines(*secrets) as given:
        done = run("--store", str(there), "restore", str(kept), *(given if secrets else ()))
    if done.code == 0:
        with lines(*secrets) as given:
            assert "Sam" in run("--store", str(there), "contact", "list", *given).out
    shutil.rmtree(there, ignore_errors=True)
    return done.code


def test_a_kept_backup_is_written_anew_under_each_new_key(run: Run, home: Path) -> None:
    run("setup", "--region", "US")
    run(*SAM)
    kept = kept_zip(run, home)
    before = kept.stat().st_mtime_ns
    assert restored(run, kept) == 0
    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", *given).code == 0
    assert [restored(run, kept, secret) for secret in (PHRASE, OTHER)] == [0, 4]
    assert restored(run, kept) == 4
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.stat().st_mtime_ns == before  # the newest is looked for
    with lines(PHRASE, OTHER) as given:
        done = run("lock", "change", *given)
    assert kept.name in done.err
    code = CODE.search(done.out)
    assert code
    assert [restored(run, kept, secret) for secret in (PHRASE, OTHER, code[1])] == [4, 0, 0]
    with lines(OTHER) as given:
        done = run("lock", "rekey", *given)
    assert [restored(run, kept, secret) for secret in (code[1], OTHER)] == [4, 0]
    assert {path.name for path in home.iterdir()} == {
        "plan.db", "keys.json", "keys-copy.json", "keys.lock", "emergency-card.txt", kept.name,
    }  # fmt: skip


def test_a_copy_from_before_an_upgrade_is_written_anew(run: Run, home: Path) -> None:
    run(*SAM)
    older = home / "plan.before-2.db"
    shutil.copy(home / "plan.db", older)
    before = {name: (home / name).read_bytes() for name in keys.BOTH}
    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", *given).code == 0
    old = keys.slots_in(before["keys.json"])[0].key
    assert strays.opens(home / "plan.db", old) is strays.opens(older, old) is False
    with lines(PHRASE) as given:
        run("plan", *given)
    ((opened,),) = person.known.values()
    assert strays.opens(older, opened.key)


STRAYS = (
    "plan (Anna's conflicted copy 2026-11-20).db", "keys.sync-conflict-20261120-10101-ABCD.json",
    "keys.json.bak", "plan.db.old", "emergency-card (conflicted copy).txt",
    "old folder/plan.db", "old folder/keys.json", "old folder/emergency-card.txt",
    "plan.before-restore-20261123-100000 (conflicted copy).zip",
)  # fmt: skip


def scatter(run: Run, home: Path) -> None:
    """Leave copies as programs and people do, and files that look like them and are none."""
    (home / "old folder").mkdir()
    for name in STRAYS:
        of = "keys.json" if "keys" in name else "plan.db" if ".db" in name else "emergency-card.txt"
        if not name.endswith(".zip"):
            shutil.copy(home / of, home / name)
    assert run("backup", str(home / STRAYS[-1]), "--plain-key").code == 0
    (home / "mine.db").write_bytes(bytes(range(256)) * 16 * 3)
    (home / "photos.zip").write_bytes(b"PK mine")
    (home / "keys.json.mine").write_text("{}")
    run("--store", str(home / "another"), "setup", "--region", "US")


MINE = ("mine.db", "photos.zip", "keys.json.mine", "another/plan.db", "another/keys.json")


@pytest.mark.parametrize("yes", [False, True])
def test_copies_that_others_made_are_named_and_left_without_a_yes(
    run: Run, home: Path, yes: bool
) -> None:
    run("setup", "--region", "US")
    run(*SAM)
    scatter(run, home)
    backup, anew = home / "recoverplan-2026-11-20.zip", home / "zipped anew.zip"
    assert run("backup", str(backup), "--plain-key").code == 0
    with ZipFile(backup) as archive, ZipFile(anew, "w") as other:
        for name in archive.namelist():
            other.writestr(f"backup/{name}", archive.read(name))
    locked(run)  # with --yes: what opens with the key of the device is gone
    assert not any((home / name).exists() for name in STRAYS)
    for name in (*MINE, backup.name, anew.name):
        assert (home / name).exists()
    for name in STRAYS[:3]:
        shutil.copy(home / ("keys.json" if "keys" in name else "plan.db"), home / name)
    with lines(PHRASE, OTHER) as given:
        done = run("lock", "change", *(("--yes",) if yes else ()), *given)
    assert done.code == 0
    for name in STRAYS[:3]:
        assert name in done.err
        assert (home / name).exists() is not yes
    assert backup.name in done.err
    assert anew.name in done.err
    for name in (*MINE, backup.name, anew.name):
        assert (home / name).exists()


def test_the_code_is_shown_before_the_key_goes_live(process: Run, home: Path) -> None:
    """Where it cannot be shown, nothing is changed."""
    process("setup", "--region", "US")
    process(*SAM)
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    with lines(PHRASE) as given, Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "recoverplan", "lock", "set", "--yes", *given],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, pass_fds=[int(given[1])],
        )  # fmt: skip
    assert done.returncode == 1
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before
    assert process("contact", "list").code == 0


def test_a_change_that_fails_says_so_and_leaves_what_opened_it(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = locked(run)

    def refused(_: object, __: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "rekey", refused)
        with lines(PHRASE, OTHER) as given:
            done = run("lock", "change", *given)
    assert done.code == 1
    assert [opens(run, secret) for secret in (PHRASE, code, OTHER)] == [0, 0, 4]
    assert "Sam" not in run("now").out


def test_what_was_agreed_to_for_the_card_stands_outside_the_history_and_backups(
    run: Run, home: Path, tmp_path: Path
) -> None:
    locked(run, "--card", "names")
    file = tmp_path / "with names.zip"
    with lines(PHRASE) as given:
        assert run("backup", str(file), *given).code == 0
    with lines(PHRASE) as given:
        assert run("lock", "card", "region", *given).code == 0
    assert "Sam" not in run("now").out
    with lines(PHRASE) as given:
        steps = run("history", "--json", *given).json["steps"]
    assert not any("card" in step["what"] for step in steps)
    with lines(PHRASE, PHRASE) as given:
        assert run("restore", str(file), "--yes", *given).code == 0
    assert "Sam" not in run("now").out
    with lines(PHRASE) as given:
        assert run("undo", *given).code == 0
    assert "Sam" not in run("now").out
    there = ("--store", str(tmp_path / "there"))
    with lines(PHRASE) as given:
        assert run(*there, "restore", str(file), *given).code == 0
    assert "Sam" not in run(*there, "now").out
    with lines(PHRASE) as given:
        assert run("lock", "card", "names", "--yes", *given).code == 0
    with lines(PHRASE, OTHER) as given:
        assert run("lock", "change", *given).code == 0
    with lines(OTHER) as given:
        run(*SAM[:2], "Dana", *SAM[3:], *given)
    assert "Dana" in run("now").out  # a new passphrase asks nothing of it again


def test_a_consent_that_somebody_writes_by_hand_is_none(run: Run, home: Path) -> None:
    locked(run)
    slots = keys.load_slots(home)
    keys.save_slots(home, [*slots, kept_copies.card_slot(keys.new_key(), slots[0].of)])
    with lines(PHRASE) as given:
        run("contact", "list", *given)
    assert "Sam" not in run("now").out


@pytest.mark.parametrize("change", ["reading", "writing"])
def test_a_card_that_shows_too_much_is_redacted_by_whoever_opens_the_store_next(
    run: Run, home: Path, change: str
) -> None:
    run("setup", "--region", "US")
    run(*SAM)
    card = (home / "emergency-card.txt").read_bytes()
    locked(run)
    (home / "emergency-card.txt").write_bytes(card)
    assert "Sam" in run("now").out
    with lines(PHRASE) as given:
        if change == "reading":
            assert run("contact", "list", *given).code == 0
        else:
            assert run("undo", *given).code == 0
    assert b"Sam" not in (home / "emergency-card.txt").read_bytes()


def test_a_change_that_was_cut_short_leaves_no_card_without_names(run: Run, home: Path) -> None:
    """Killed when the card was redacted, and the passphrase not yet in force."""
    run("setup", "--region", "US")
    run(*SAM)
    old = keys.load_slots(home)
    key, of = keys.new_key(), keys.new_name()
    keys.save_slots(home, [keys.secret_slot("passphrase", PHRASE, key, of), *old])
    with opening.open_to_write(home, as_it_is=True) as store:
        bring_card_in_step(store, NOW)
    assert "Sam" not in run("now").out
    assert run("contact", "list").code == 0
    assert "Sam" in run("now").out
    assert keys.load_slots(home) == old


def test_a_card_that_is_lost_is_made_anew_by_a_reading(run: Run, home: Path) -> None:
    run("setup", "--region", "US")
    run(*SAM)
    card = (home / "emergency-card.txt").read_bytes()
    (home / "emergency-card.txt").unlink()
    assert run("contact", "list").code == 0
    assert (home / "emergency-card.txt").read_bytes() == card
    (home / "emergency-card.txt").unlink()
    (home / "emergency-card.txt").mkdir()
    done = run("contact", "list")
    assert (done.code, done.err) == (0, "")


def test_names_on_the_card_by_an_earlier_version_stay(run: Run, home: Path) -> None:
    """Then it was a setting in the store, and keys.json had one copy and no checksum."""
    locked(run)
    slots = [each for each in keys.load_slots(home) if each.kind in keys.OPENING_KINDS]
    with lines(PHRASE) as given:
        run("contact", "list", *given)
        with opening.open_to_write(home) as store, store.transaction():
            store.execute(
                "INSERT INTO setting (name, value) VALUES ('card_open_while_locked', 'true')"
            )
    document = {"format": "recoverplan/keys/1", "slots": [keys.entry_of(slot) for slot in slots]}
    (home / "keys.json").write_text(json.dumps(document))
    (home / "keys-copy.json").unlink()
    with lines(PHRASE) as given:
        run("contact", "list", *given)
    assert "Sam" in run("now").out
    assert (home / "keys.json").read_bytes() == (home / "keys-copy.json").read_bytes()


def test_a_damaged_slot_is_named(run: Run, home: Path) -> None:
    locked(run)
    for name in keys.BOTH:
        document = json.loads((home / name).read_text())
        slot = next(each for each in document["slots"] if each["kind"] == "recovery")
        slot["key"] = slot["key"][::-1]
        (home / name).write_text(json.dumps(document))
    done = run("lock", "status")
    assert done.code == 0
    assert "takes the recovery code is damaged" in done.out
    assert "A recovery code opens it too" not in done.out
    assert run("lock", "status", "--json").json["damaged"] == ["recovery"]
    with lines(PHRASE) as given:
        done = run("doctor", *given)
    assert done.code == 1
    assert "takes the recovery code is damaged" in done.out
    with lines(PHRASE) as given:
        assert run("lock", "rekey", *given).code == 0
    assert "damaged" not in run("lock", "status", "--json").json


def test_a_backup_of_a_locked_store_opens_with_its_passphrase_or_code(
    run: Run, home: Path, tmp_path: Path
) -> None:
    code = locked(run)
    file = tmp_path / "backup.zip"
    assert run("backup", str(file)).code == 4
    with lines(PHRASE) as given:
        assert run("backup", str(file), "--plain-key", *given).code == 2
    with lines(PHRASE) as given:
        assert run("backup", str(file), *given).code == 0
    for number, secret in enumerate((PHRASE, code)):
        there = ("--store", str(tmp_path / f"there{number}"))
        with lines(OTHER) as given:
            assert run(*there, "restore", str(file), *given).code == 4
        with lines(secret, secret) as given:
            assert run(*there, "restore", str(file), *given).code == 0
        assert run(*there, "contact", "list").code == 4
        with lines(PHRASE) as given:
            assert "Sam" in run(*there, "contact", "list", *given).out
        assert "Sam" not in run(*there, "now").out


def test_restoring_into_a_locked_store_keeps_its_lock_and_its_card(
    run: Run, home: Path, tmp_path: Path
) -> None:
    other = ("--store", str(tmp_path / "other"))
    run(*other, "setup", "--region", "US")
    run(*other, "step", "add", "Shoes on", "--kind", "alone")
    with lines(OTHER) as given:
        run(*other, "lock", "set", "--yes", "--card", "names", *given)
    file = tmp_path / "theirs.zip"
    with lines(OTHER) as given:
        assert run(*other, "backup", str(file), *given).code == 0
    locked(run)
    with lines(PHRASE, OTHER) as given:
        assert run("restore", str(file), "--yes", *given).code == 0
    assert opens(run, OTHER) == 4
    with lines(PHRASE) as given:
        assert "Shoes on" in run("step", "list", *given).out
    assert "Shoes on" not in run("now").out


def test_reading_a_descriptor_that_gives_nothing(run: Run) -> None:
    locked(run)
    done = run("plan", "--passphrase-fd", "99")
    assert done.code == 2
    assert run("plan", "--passphrase-fd", "many").code == 2
    assert run("plan", "--passphrase-fd").code == 2
    with lines() as given:
        assert run("plan", *given).code == 1
    assert run("now", "--passphrase-fd", "99").code == 0


def test_each_store_has_a_passphrase_of_its_own(run: Run, home: Path, tmp_path: Path) -> None:
    locked(run)
    add_step(tmp_path / "open", "tea")
    assert run("--store", str(tmp_path / "open"), "step", "list").code == 0
    assert run("step", "list").code == 4


def test_a_passphrase_of_spaces_alone_is_refused(run: Run, home: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    for spaces in (" " * 8, "\t" * 9):
        with lines(spaces) as given:
            done = run(*given, "lock", "set", "--yes")
        assert done.code == 2
        assert "more than spaces" in done.err
    assert run("plan").code == 0
