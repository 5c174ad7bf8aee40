"""The lock on a real terminal: what is said, typed back and agreed to before all else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from conftest import Run
from recoverplan.cli.passphrase import LEAST, NEW
from recoverplan.store.unlocking import QUESTION
from recoverplan.words import safekeeping as words
from recoverplan.words import setup as setup_words
from recoverplan.words.files import NOT_OPENED_BY_IT, NOTHING_CHANGED
from secrets_given import OTHER, PHRASE
from terminal import Terminal

pytestmark = pytest.mark.live
SHOWN = re.compile(r"((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})")


@pytest.fixture
def entered(run: Run) -> None:
    run("setup", "--region", "US")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm")


def begun() -> tuple[Terminal, str]:
    """Set a passphrase up to the recovery code, and return the code."""
    talk = Terminal("lock", "set")
    talk.answer(NEW, PHRASE)
    talk.answer(words.TYPE_AGAIN, PHRASE)
    talk.wait_for("shown this once")
    talk.child.expect(SHOWN)
    return talk, talk.child.match.group(1)


def set_on_a_terminal() -> str:
    talk, code = begun()
    talk.answer(words.CODE_BACK, code)
    talk.answer(words.CARD_ASK, "n")
    talk.answer(words.CONSENT_ASK, words.CONSENT)
    talk.wait_for(words.LOCK_DONE)
    assert talk.rest()[0] == 0
    return code


@pytest.mark.usefixtures("entered")
def test_everything_is_said_and_agreed_to_before_the_store_is_touched(run: Run, home: Path) -> None:
    card = (home / "emergency-card.txt").read_text(encoding="utf-8")
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    talk = Terminal("lock", "set", columns=200)
    talk.wait_for("asks for it with every command except now")
    talk.wait_for("at least 8 characters")
    talk.answer(NEW, "short")
    talk.wait_for(words.TOO_SHORT.format(least=LEAST))
    talk.answer(NEW, PHRASE)
    talk.answer(words.TYPE_AGAIN, OTHER)
    talk.wait_for(words.NO_MATCH)
    talk.answer(NEW, PHRASE)
    talk.answer(words.TYPE_AGAIN, PHRASE)
    talk.child.expect(SHOWN)
    code = talk.child.match.group(1)
    talk.answer(words.CODE_BACK, "0000-0000-0000-0000-0000-0000")
    talk.wait_for(words.CODE_NOT_SAME)
    talk.answer(words.CODE_BACK, code.lower())
    talk.wait_for("this could stay in it")
    talk.wait_for("Your people, with their numbers and hours: Sam")
    talk.answer(words.CARD_ASK, "all")
    talk.wait_for("rows of times that belong to these")
    shown = " ".join(talk.child.before.split())
    times = ("known", "offset", "reach", "open", "meets")
    for row in card.splitlines()[:-1]:
        if not row.startswith(times):
            assert " ".join(row.split()) in shown, row
    talk.answer(words.CARD_ASK, "y")
    talk.wait_for("nobody can open it again")
    talk.wait_for(words.CONSENT_ASK)
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before
    talk.child.sendline("Yes")
    talk.wait_for(words.CONSENT_NOT_SAME)
    talk.answer(words.CONSENT_ASK)
    talk.wait_for(NOTHING_CHANGED)
    assert talk.rest()[0] == 0
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before
    assert PHRASE not in talk.child.before


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize(("answer", "locked"), [("n", True), ("y", False)])
def test_it_is_taken_away_only_on_a_yes(run: Run, answer: str, locked: bool) -> None:
    set_on_a_terminal()
    talk = Terminal("lock", "remove")
    talk.answer(QUESTION, PHRASE)
    talk.answer(words.REMOVE_ASK, answer)
    code, said = talk.rest()
    assert (code, words.LOCK_REMOVED in said) == (0, not locked)
    assert (run("contact", "list").code != 0) is locked


@pytest.mark.usefixtures("entered")
def test_then_it_asks_before_any_other_question(run: Run, home: Path) -> None:
    code = set_on_a_terminal()
    assert "Sam" not in run("now").out
    talk = Terminal("contact", "add")
    talk.wait_for(QUESTION)
    assert setup_words.CONTACT_NAME not in talk.child.before
    talk.child.sendline("not this one")
    talk.answer(NOT_OPENED_BY_IT, PHRASE)
    talk.answer(setup_words.CONTACT_NAME, "Lee")
    talk.answer(setup_words.CONTACT_ROLE, "back")
    talk.wait_for(setup_words.CONTACT_NAME)  # and the passphrase is not asked for again
    assert QUESTION not in talk.child.before
    assert PHRASE not in talk.child.before
    talk.interrupt()
    wrong = Terminal("plan")
    for _ in range(3):
        wrong.answer(QUESTION, OTHER)
    exit_code, said = wrong.rest()
    assert exit_code == 4
    assert "recovery code" in said
    stopped = Terminal("plan")
    stopped.wait_for(QUESTION)
    assert stopped.interrupt()[0] == 130
    forgotten = Terminal("lock", "change")
    forgotten.answer(QUESTION, code)
    forgotten.answer(NEW, OTHER)
    forgotten.answer(words.TYPE_AGAIN, OTHER)
    forgotten.child.expect(SHOWN)
    forgotten.answer(words.CODE_BACK, forgotten.child.match.group(1))
    assert forgotten.rest()[0] == 0
    opened = Terminal("contact", "list")
    opened.answer(QUESTION, OTHER)
    exit_code, said = opened.rest()
    assert (exit_code, "Sam" in said) == (0, True)


def test_a_backup_asks_for_a_passphrase_of_its_own(run: Run, tmp_path: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    file = tmp_path / "backup.zip"
    talk = Terminal("backup", str(file))
    talk.wait_for(words.BACKUP_ASKS)
    talk.answer(words.BACKUP_QUESTION, PHRASE)
    talk.answer(words.TYPE_AGAIN, PHRASE)
    assert talk.rest()[0] == 0
    back = Terminal("restore", str(file))
    back.answer(words.RESTORE_ASK + " (y/N)", "n")
    back.wait_for(NOTHING_CHANGED)
    assert back.rest()[0] == 0
    there = Terminal("--store", str(tmp_path / "there"), "restore", str(file))
    there.answer("Passphrase of the backup:", PHRASE)
    there.wait_for("Restored 1 record")
    assert there.rest()[0] == 0


@pytest.mark.usefixtures("entered")
def test_a_change_of_the_passphrase_shows_a_new_code_and_stops_without_it(
    run: Run, home: Path
) -> None:
    code = set_on_a_terminal()
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    talk = Terminal("lock", "change")
    talk.answer(QUESTION, PHRASE)
    talk.answer(NEW, OTHER)
    talk.answer(words.TYPE_AGAIN, OTHER)
    talk.child.expect(SHOWN)
    assert talk.child.match.group(1) != code
    talk.answer(words.CODE_BACK)
    talk.wait_for(NOTHING_CHANGED)
    assert talk.rest()[0] == 0
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize("answer", ["y", "n"])
def test_copies_that_somebody_else_made_are_named_and_removed_on_a_yes(
    run: Run, home: Path, answer: str
) -> None:
    stray = home / "plan (Anna's conflicted copy 2026-11-20).db"
    shutil.copy(home / "plan.db", stray)
    backup = home / "recoverplan-2026-11-20.zip"
    assert run("backup", str(backup), "--plain-key").code == 0
    talk, code = begun()
    talk.answer(words.CODE_BACK, code)
    talk.answer(words.CARD_ASK, "n")
    talk.wait_for("plan (Anna's conflicted copy 2026-11-20).db")
    talk.answer(words.COPIES_ASK + " (y/N)", answer)
    talk.wait_for("recoverplan-2026-11-20.zip")
    talk.answer(words.COPIES_ASK + " (y/N)")
    assert stray.exists()  # nothing goes before all was answered
    talk.answer(words.CONSENT_ASK, words.CONSENT)
    assert talk.rest()[0] == 0
    assert stray.exists() is (answer == "n")
    assert backup.exists()


@pytest.mark.usefixtures("entered")
def test_the_card_shows_names_only_after_a_yes_to_what_it_would_hold(run: Run) -> None:
    set_on_a_terminal()
    for answer, shown in (("", False), ("y", True)):
        talk = Terminal("lock", "card", "names")
        talk.answer(QUESTION, PHRASE)
        talk.wait_for("Sam")
        talk.answer(words.CARD_ASK, answer)
        assert talk.rest()[0] == 0
        assert ("Sam" in run("now").out) is shown
