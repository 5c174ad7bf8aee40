"""An answer that cannot be written out, after a change: the change is told, with exit code 7."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Result, Run
from cutting import needs_strace, places
from racing import Line, at_once
from recoverplan.store import ours
from recoverplan.words.files import NOTHING_CHANGED
from rounds import some
from secrets_given import OTHER, PHRASE, cheap
from tried import State, Tried

__all__ = ["cheap"]
pytestmark = [pytest.mark.live, pytest.mark.usefixtures("cheap")]
ERRORS = ("ENOSPC", "EIO", "EPIPE")
LOST = "The answer could not be written out: "
ON = ("remind", "on", "--with", "prompt", "--yes")
CALENDAR = ("publish", "calendar", "files/calendar")


class Change(NamedTuple):
    """A command that changes something. `before`: what is done first; `given`: its passphrases."""

    command: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    given: tuple[str, ...] = ()
    locked: bool = False


CHANGES = (
    Change(("setup", "--name", "Alex")),
    Change(("contact", "add", "Kim", "--role", "peer", "--call", "555-0163")),
    Change(("contact", "edit", "Sam", "--per-week", "2", "--json")),
    Change(("contact", "remove", "Sam", "--yes")),
    Change(("risk", "add", "Nights", "--when", "nights")),
    Change(("group", "add", "Lifeline", "--when", "tue 7pm")),
    Change(("meeting", "log", "Noon", "--at", "yesterday noon")),
    Change(("urge", "log", "--strength", "6")),
    Change(("lapse", "log")),
    Change(("config", "clock", "24")),
    Change(("undo",)),
    Change(("redo",), (("undo",),)),
    Change(("import", "files/export.json"), (("erase", "--yes"),)),
    Change(("restore", "files/earlier.zip", "--yes")),
    Change(("backup", "files/later.zip", "--plain-key")),
    Change(("export", "--json", "files/later.json")),
    Change(("erase", "--history", "--yes")),
    Change(("erase", "--yes")),
    Change(("erase", "--yes"), (ON, CALENDAR)),
    Change(ON),
    Change(("remind", "snooze", "1d"), (ON,)),
    Change(("remind", "snooze", "--end"), (ON,)),
    Change(("remind", "off"), (ON,)),
    Change(CALENDAR),
    Change((*CALENDAR, "--json")),
    Change(("publish", "off"), (CALENDAR,)),
    Change(("doctor", "--fix", "--yes"), (("left", "behind"),)),
    Change(("lock", "card", "names", "--yes"), given=(PHRASE,), locked=True),
    Change(("lock", "remove", "--yes"), given=(PHRASE,), locked=True),
)
CODED = (  # a new recovery code is their first line
    Change(("lock", "set", "--yes", "--card", "names"), given=(OTHER,)),
    Change(("lock", "change"), given=(PHRASE, OTHER), locked=True),
    Change(("lock", "rekey"), given=(PHRASE,), locked=True),
)


def named(change: Change) -> str:
    return " ".join((*change.command, *(f"after {each[0]}" for each in change.before)))


@pytest.fixture
def tried(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Tried:
    monkeypatch.chdir(home.parent)
    tried = Tried(run, home)
    for command in (
        ("setup", "--region", "US", "--timezone", "America/New_York"),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114"),
        ("group", "add", "Noon", "--when", "daily noon-1pm", "--where", "1 Main St"),
        ("backup", "files/earlier.zip", "--plain-key"),
        ("export", "--json", "files/export.json"),
    ):
        done = run(*command)
        assert done.code == 0, done.err
    return tried


def ready(tried: Tried, change: Change) -> None:
    """Bring the store into the state in which the change is made."""
    for command in change.before:
        if command == ("left", "behind"):
            (tried.home / "keys.json.new").write_text("{")
        else:
            assert tried.run(*command).code == 0
    if change.locked:
        assert tried.with_secret(PHRASE, "lock", "set", "--yes").code == 0
    tried.begin()


def on_a_full_device(change: Change) -> Result:
    """Run a command whose answer, written at its end, has no room."""

    def answer_there() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
        os.environ["RECOVERPLAN_DEBUG"] = ""

    return at_once([Line(change.command, change.given)], answer_there)[0]


@pytest.mark.parametrize("change", CHANGES, ids=named)
def test_what_cannot_be_said_on_a_full_device_is_done(tried: Tried, change: Change) -> None:
    ready(tried, change)
    done = on_a_full_device(change)
    assert done.code == 7, done.err
    assert LOST in done.err
    assert done.err.split(LOST)[0].strip(), "what was done is said"
    assert NOTHING_CHANGED not in done.err


@pytest.mark.parametrize("change", CODED, ids=named)
def test_a_code_that_cannot_be_said_opens_nothing(tried: Tried, change: Change) -> None:
    ready(tried, change)
    before = what_opens(tried)
    done = on_a_full_device(change)
    assert done.code == 1, done.err
    assert LOST in done.err
    assert what_opens(tried) == before


def what_opens(tried: Tried) -> tuple[bytes, State]:
    return (tried.home / ours.KEYS).read_bytes(), tried.state(PHRASE, OTHER)


@pytest.mark.parametrize("change", [*CODED, CHANGES[1], CHANGES[-1]], ids=named)
def test_what_an_answer_met_is_told_for_what_was_done_before_it(
    tried: Tried, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_strace()
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")  # each line by itself
    ready(tried, change)
    before = what_opens(tried)
    answers = places(change.command, change.given, (tried.home / "no such file",))
    met = [(each, error) for each in answers[:2] + answers[-1:] for error in ERRORS]
    for place, error in some(met, 3):
        cut = tried.met(place, f"error={error}", change.command, change.given)
        assert cut.at
        there = what_opens(tried)
        if place != answers[0] or change not in CODED:
            assert there != before
            assert cut.code == (0 if error == "EPIPE" else 7), cut
            assert error == "EPIPE" or LOST in cut.err
            assert NOTHING_CHANGED not in cut.err
        else:  # nobody has read the code, so it must not be what opens the store
            assert there == before
            assert cut.code == 1, cut
            assert LOST in cut.err
