"""`remind on` on a real terminal: all that will be written is shown before it is asked about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import Run
from recoverplan.cli.passphrase import NEW
from recoverplan.store.unlocking import QUESTION
from recoverplan.words import remind as words
from recoverplan.words import safekeeping
from secrets_given import PHRASE
from terminal import Terminal

pytestmark = pytest.mark.live
ON = ("remind", "on", "--with", "prompt")


@pytest.fixture(autouse=True)
def entered(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("risk", "add", "Nights alone", "--when", "daily 9pm-midnight")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm")


def shown_before(question: str, *arguments: str, **how: int) -> tuple[Terminal, str]:
    """Return the talk, and what is shown up to a question."""
    talk = Terminal(*arguments, **how)  # type: ignore[arg-type]
    talk.wait_for(question)
    return talk, talk.child.before


def test_it_shows_what_is_written_and_asks(run: Run, home: Path) -> None:
    talk, said = shown_before(words.ASK, *ON, columns=200)
    for part in (
        f"{home}/reminders.txt holds times and words",
        "  Time for the call you planned\r\n",
        "  Your plan for 9 pm is ready\r\n",
        "Anyone who uses this account can read that file",
        "To remove all of it: recoverplan remind off",
        "A computer that is off or asleep can't remind you.",
    ):
        assert part in said
    assert "Sam" not in said
    talk.child.sendline("")
    code, end = talk.rest()
    assert (code, "Nothing was changed." in end) == (0, True)
    assert not list(home.glob("reminders*"))
    assert run("history", "--json").json["steps"][0]["what"] == "added contact Sam"
    talk, _ = shown_before(words.ASK, *ON)
    talk.child.sendline("y")
    assert talk.rest()[0] == 0
    assert (home / "reminders.txt").exists()


@pytest.mark.parametrize("columns", [40, 80])
def test_no_word_of_it_is_broken(columns: int) -> None:
    talk, said = shown_before(words.ASK, *ON, columns=columns)
    talk.child.sendline("n")
    talk.rest()
    rows = said.split("\r\n")
    assert all(len(row) <= columns or " " not in row.strip() for row in rows), rows


def test_names_behind_a_passphrase_are_shown_and_asked_about_each_time(
    run: Run, home: Path
) -> None:
    talk = Terminal("lock", "set")
    talk.answer(NEW, PHRASE)
    talk.answer(safekeeping.TYPE_AGAIN, PHRASE)
    talk.wait_for("shown this once")
    talk.child.expect(r"((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})")
    talk.answer(safekeeping.CODE_BACK, talk.child.match.group(1))
    talk.answer(safekeeping.CARD_ASK + " (y/N/all)", "n")
    talk.answer(safekeeping.CONSENT_ASK, safekeeping.CONSENT)
    assert talk.rest()[0] == 0
    for answer, names in (("n", False), ("y", True)):
        talk = Terminal(*ON, "--words", "full", columns=200)
        talk.answer(QUESTION.strip(), PHRASE)
        talk.wait_for(words.ASK_NAMES)
        assert re.search("Call Sam, 555-0114", talk.child.before)
        talk.child.sendline(answer)
        assert talk.rest()[0] == 0
        file = home / "reminders.txt"
        assert (file.exists() and "Sam" in file.read_text()) is names
    # The emergency card is another matter.
    assert "Sam" not in (home / "emergency-card.txt").read_text()
