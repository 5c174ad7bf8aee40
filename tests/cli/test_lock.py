"""`lock`: a passphrase set, changed, removed, a new key; what opens the store then; the card."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import Run
from kept_examples import add_step
from recoverplan.store import keys
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
    assert [slot.kind for slot in slots] == ["passphrase", "recovery"]
    assert (home / "keys.json").stat().st_mode & 0o777 == 0o600
    (home / "keys.json").write_bytes(before)
    assert run("contact", "list").code == 5


def test_now_keeps_the_region_alone_unless_one_agrees(run: Run, home: Path) -> None:
    code = locked(run)
    now = run("now")
    assert now.code == 0
    assert "call 911" in now.out
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
        assert run("lock", "card", "names", *given).code == 0
    assert "Sam" in run("now").out
    with lines(PHRASE) as given:
        assert run("undo", *given).code == 0
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


def test_change_takes_the_old_one_or_the_code(run: Run) -> None:
    code = locked(run)
    with lines(OTHER, OTHER) as given:
        assert run("lock", "change", *given).code == 4
    with lines(PHRASE, OTHER) as given:
        assert run("lock", "change", *given).code == 0
    assert (opens(run, PHRASE), opens(run, OTHER), opens(run, code)) == (4, 0, 0)
    with lines(code, PHRASE) as given:
        assert run("lock", "change", *given).code == 0
    assert (opens(run, PHRASE), opens(run, OTHER), opens(run, code)) == (0, 4, 0)


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


def test_copies_from_before_that_open_without_it_are_removed(run: Run, home: Path) -> None:
    run(*SAM)
    (home / "plan.before-2.db").write_bytes(b"old")
    (home / "plan.before-restore-1.zip").write_bytes(b"old")
    locked(run)
    assert not list(home.glob("plan.before-*"))


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
