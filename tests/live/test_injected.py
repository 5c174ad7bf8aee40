"""Every call of a command that changes something may be its last, or meet a disk that fails.

A few places of each are tried, others each time; `make torture` tries hundreds. What holds after
each: one of two states, whole, and what the command said is what came to be.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import Run
from cutting import Cut, Place, cut_at, needs_strace, places
from recoverplan.store import keys, ours
from secrets_given import OTHER, PHRASE, cheap, lines
from tried import Tried

__all__ = ["cheap"]
pytestmark = [pytest.mark.live, pytest.mark.usefixtures("cheap")]
CODE = re.compile(r"^Recovery code: (\S+)$", re.MULTILINE)
SAM = ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")


@pytest.fixture(autouse=True)
def strace() -> None:
    needs_strace()


def card_of(home: Path) -> str:
    return (home / "emergency-card.txt").read_text(encoding="utf-8")


@pytest.fixture
def tried(run: Run, home: Path) -> Tried:
    """Enter somebody, and restore over them, so that there is a copy of before."""
    run("setup", "--region", "US")
    run(*SAM)
    file = home.with_name("b.zip")
    assert run("backup", str(file), "--plain-key").code == 0
    assert run("restore", str(file), "--yes").code == 0
    return Tried(run, home)


def opens_with(kept: Path) -> set[str]:
    """Return the kinds of slots in a kept backup, and whether its store is one."""
    with ZipFile(kept) as archive:
        assert archive.testzip() is None
        return {slot.kind for slot in keys.slots_in(archive.read("keys.json"))}


@pytest.mark.parametrize("before", [None, PHRASE])
def test_a_new_passphrase(tried: Tried, before: str | None) -> None:
    if before:
        with lines(before) as given:
            assert tried.run("lock", "set", "--yes", *given).code == 0
    command = ("lock", "change") if before else ("lock", "set", "--yes")
    secrets = (before, OTHER) if before else (OTHER,)
    (kept,) = tried.home.glob("plan.before-restore-*.zip")
    tried.begin()

    def check(cut: Cut) -> None:
        card = card_of(tried.home)
        new = tried.opens(OTHER) and not tried.opens(None)
        assert tried.opens(before) is not new
        assert not (new and "Sam" in card)  # redacted before the passphrase takes effect
        shown = CODE.search(cut.out)
        assert not new or (shown and tried.opens(shown[1]))
        assert new or cut.code in (-9, 1)
        assert not new or cut.code in (-9, 0, 7) or "could not be written out" in cut.err
        tried.tidy(kept.name)
        assert ("Sam" in card_of(tried.home)) is (not new and before is None)
        there = tried.home.with_name("there")
        for secret in filter(None, (before, OTHER)):
            done = tried.with_secret(secret, "--store", str(there), "restore", str(kept))
            assert (done.code == 0) is (new == (secret == OTHER)) or (not new and before is None)
            shutil.rmtree(there, ignore_errors=True)
        assert (opens_with(kept) == {"device"}) is (not new and before is None)

    tried.cut(command, secrets, check, "lock change" if before else "lock set")


def test_a_passphrase_that_goes(tried: Tried) -> None:
    with lines(PHRASE) as given:
        assert tried.run("lock", "set", "--yes", *given).code == 0
    (kept,) = tried.home.glob("plan.before-restore-*.zip")
    tried.begin()

    def check(cut: Cut) -> None:
        gone = tried.opens(None)
        assert gone or tried.opens(PHRASE)
        assert cut.code not in (0, 7) or gone
        assert cut.code != 1 or not gone or "could not be written out" in cut.err
        tried.tidy(kept.name)
        assert ("Sam" in card_of(tried.home)) is gone

    tried.cut(("lock", "remove", "--yes"), (PHRASE,), check, "lock remove")


@pytest.mark.parametrize("before", ["names", "region"])
def test_what_the_card_may_show(tried: Tried, before: str) -> None:
    with lines(PHRASE) as given:
        assert tried.run("lock", "set", "--yes", "--card", before, *given).code == 0
    (kept,) = tried.home.glob("plan.before-restore-*.zip")
    tried.begin()
    after = "region" if before == "names" else "names"

    def check(cut: Cut) -> None:
        assert tried.opens(PHRASE)
        shown = "names" if "Sam" in card_of(tried.home) else "region"
        assert cut.code not in (0, 7) or shown == after
        tried.tidy(kept.name)

    tried.cut(("lock", "card", after, "--yes"), (PHRASE,), check, f"lock card {after}")


def test_erasing(tried: Tried) -> None:
    tried.begin()

    def check(cut: Cut) -> None:
        left = {path.name for path in ours.everything(tried.home)}
        assert cut.code != 0 or not left
        assert cut.code >= 0 or "plan.db" in left or not left & {*keys.BOTH}
        assert tried.run("now").code == 0
        assert tried.run("erase", "--yes").code == 0
        assert not tried.home.exists()

    tried.cut(("erase", "--yes"), (), check)


def test_erasing_the_history(tried: Tried) -> None:
    tried.begin()

    def check(cut: Cut) -> None:
        assert tried.opens(None)
        forgotten = tried.run("history", "--json").json["steps"] == []
        assert cut.code not in (0, 7) or forgotten
        left = [path.name for path in tried.home.glob("plan.before-*")]
        assert cut.code != 0 or not left
        assert cut.code != 7 or all(name in cut.err for name in left)  # it says that they stay
        tried.tidy(*(path.name for path in ours.older_copies(tried.home)))

    tried.cut(("erase", "--history", "--yes"), (), check, "erase --history")


@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_file_that_is_written_for_the_person(tried: Tried, command: str) -> None:
    folder = tried.files
    target = folder / ("out.json" if command == "export" else "out.zip")
    options = {"export": ("--json", str(target)), "backup": (str(target), "--plain-key")}
    given = (command, *options[command])
    tried.begin()

    def check(cut: Cut) -> None:
        assert cut.code != 0 or target.exists()
        for path in folder.iterdir():
            assert path.stat().st_mode & 0o777 == 0o600
        assert tried.run(*given, "--force").code == 0
        assert [path.name for path in folder.iterdir()] == [target.name]
        target.unlink()
        assert tried.opens(None)

    tried.cut((*given, "--force"), (), check)


def test_a_place_is_a_call_that_is_really_made(tried: Tried) -> None:
    """The tool itself: an error is met where it was put, and nowhere else."""
    tried.begin()
    known = places(("erase", "--yes"), (), (tried.home,))
    unlinks = [place for place in known if place.call.startswith("unlink")]
    assert len(unlinks) > 4
    tried.again()
    cut = cut_at(Place(unlinks[0].call, 3), "error=EIO", ("erase", "--yes"))
    assert cut.code == 1
