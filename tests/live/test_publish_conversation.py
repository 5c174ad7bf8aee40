"""`publish` on a real terminal: what can be read there is shown before it is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from recoverplan.store.unlocking import QUESTION
from recoverplan.words import publish as words
from secrets_given import PHRASE, lines
from terminal import Terminal

pytestmark = pytest.mark.live


@pytest.fixture(autouse=True)
def entered(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("risk", "add", "Nights alone", "--when", "daily 9pm-midnight")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm")


@pytest.mark.parametrize("columns", [40, 80])
def test_full_titles_are_shown_and_a_no_changes_nothing(tmp_path: Path, columns: int) -> None:
    folder = tmp_path / "c"
    line = ("publish", "calendar", str(folder), "--titles", "full")
    talk = Terminal(*line, columns=columns)
    talk.wait_for(words.ASK)
    said = talk.child.before
    for part in ("  Nights alone\r\n", "  Call Sam, 555-0114\r\n"):
        assert part in said
    rows = said.split("\r\n")
    assert all(len(row) <= columns or " " not in row.strip() for row in rows), rows
    talk.child.sendline("")
    code, end = talk.rest()
    assert (code, "Nothing was changed." in end) == (0, True)
    assert not folder.exists()
    talk = Terminal(*line, columns=columns)
    talk.wait_for(words.ASK)
    talk.child.sendline("y")
    code, end = talk.rest()
    assert (code, len(list(folder.iterdir()))) == (0, 29)
    assert str(folder) in end  # whole, to be copied


def test_neutral_titles_ask_nothing_until_there_is_a_passphrase(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "c"
    talk = Terminal("publish", "calendar", str(folder))
    code, end = talk.rest()
    assert (code, "?" in end) == (0, False)
    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", *given).code == 0
    for answer, named in (("n", False), ("y", True)):
        talk = Terminal("publish", "calendar", str(folder))
        talk.answer(QUESTION, PHRASE)
        talk.wait_for(words.ASK_LOCKED)
        assert "  Call Sam, 555-0114\r\n" in talk.child.before
        talk.child.sendline(answer)
        assert talk.rest()[0] == 0
        held = b"".join(path.read_bytes() for path in folder.iterdir())
        assert (b"Sam" in held) is named
