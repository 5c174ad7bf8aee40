"""Every command that changes something, cut short at every call by which it does.

`make test` tries a few places of each, others each time; `make torture` as many as it is given.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Run
from cutting import Cut, needs_strace
from recoverplan.home import EMERGENCY_CARD, REMINDERS
from recoverplan.store import connecting, keys, making, ours, schema
from recoverplan.words.files import NOTHING_CHANGED
from secrets_given import OTHER, PHRASE, cheap, lines
from tried import NO_STORE, State, Tried, ending

__all__ = ["cheap"]
pytestmark = [pytest.mark.live, pytest.mark.usefixtures("cheap")]
SAM = ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
LIST = (
    '[{"name": "Lifeline", "slug": "one", "day": 2, "time": "19:00"},'
    ' {"name": "Noon", "slug": "two", "day": 5, "time": "12:00"}]'
)
CODE = re.compile(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}")
QUIET, USUAL = '"remind_quiet": []', '"remind_quiet": [1380, 420]'
VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim\r\nTEL:555-0163\r\nEND:VCARD\r\n"
CRONTAB = """#!/bin/sh
# Keeps a table in a file of the test.
case "$1" in
    -l) cat "{table}" 2>/dev/null || {{ echo "no crontab for me" >&2; exit 1; }} ;;
    -) cat > "{table}" ;;
    -r) rm -f "{table}" ;;
    *) cat "$1" > "{table}" ;;
esac
"""


class Trial(NamedTuple):
    """A command in a store of one person. `locked`: behind a passphrase, names agreed to.

    `secret`: what opens the store when the whole command is done; `given`: what it is handed.
    """

    name: str
    command: tuple[str, ...]
    locked: bool = False
    given: tuple[str, ...] = ()
    secret: str | None = None


TRIALS = (
    Trial("contact add", ("contact", "add", "Kim", "--role", "peer", "--call", "555-0163")),
    Trial("risk add", ("risk", "add", "Evenings", "--when", "daily 6pm-9pm", "--step", "Walk")),
    Trial("contact remove", ("contact", "remove", "Sam", "--yes")),
    Trial("setup", ("setup", "--name", "Alex", "--timezone", "America/Chicago")),
    Trial("undo", ("undo",)),
    Trial("undo ID", ("undo", "3")),
    Trial("redo", ("redo",)),
    Trial("contact import", ("contact", "import", "files/kim.vcf", "--all", "--role", "peer")),
    Trial("group import", ("group", "import", "files/list.json", "--zone", "America/New_York")),
    Trial("restore", ("restore", "files/earlier.zip", "--yes")),
    Trial("restore, locked", ("restore", "files/earlier.zip", "--yes"), True, (PHRASE,), PHRASE),
    Trial("contact add, locked", (*SAM[:2], "Kim", *SAM[3:]), True, (PHRASE,), PHRASE),
    Trial(
        "lock set --card names", ("lock", "set", "--yes", "--card", "names"), False, (OTHER,), OTHER
    ),
    Trial("lock set", ("lock", "set", "--yes"), False, (OTHER,), OTHER),
    Trial("lock change", ("lock", "change"), True, (PHRASE, OTHER), OTHER),
    Trial("lock rekey", ("lock", "rekey"), True, (PHRASE, PHRASE), PHRASE),
    Trial("lock remove", ("lock", "remove", "--yes"), True, (PHRASE,)),
)  # fmt: skip


@pytest.fixture(autouse=True)
def strace() -> None:
    needs_strace()


@pytest.fixture
def tried(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Tried:
    """Enter a person's things, and put beside them the files that commands are given."""
    monkeypatch.chdir(home.parent)
    tried = Tried(run, home)
    for command in (
        ("setup", "--region", "US", "--timezone", "America/New_York"),
        SAM,
        ("step", "add", "Tea", "--kind", "alone"),
        ("backup", "files/earlier.zip", "--plain-key"),
        ("export", "--json", "files/export.json"),
        ("risk", "add", "Nights", "--when", "daily 9pm-2am"),
    ):
        done = run(*command)
        assert done.code == 0, done.err
    exported = json.loads(Path("files/export.json").read_text(encoding="utf-8"))
    exported["contacts"][0]["name"] = "Robin"
    Path("files/export.json").write_text(json.dumps(exported), encoding="utf-8")
    Path("files/list.json").write_text(LIST, encoding="utf-8")
    Path("files/kim.vcf").write_text(VCARD, encoding="utf-8")
    return tried


@pytest.fixture
def table(tried: Tried) -> Iterator[Path]:
    """Give a crontab that is a file of the test."""
    program = Path(os.environ["PATH"].partition(os.pathsep)[0]) / "crontab"
    before = program.read_text()
    table = tried.files / "crontab"
    program.write_text(CRONTAB.format(table=table))
    yield table
    program.write_text(before)


def whole(tried: Tried, trial: Trial) -> tuple[State, str]:
    """Run the command to its end, and return what it makes of the store, and what `now` says."""
    tried.again()
    if trial.given:
        with lines(*trial.given) as options:
            done = tried.run(*trial.command, *options)
    else:
        done = tried.run(*trial.command)
    assert done.code == 0, done.err
    state = tried.state(PHRASE, OTHER)
    assert state.secret == trial.secret
    return state, tried.run("now").out


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_a_command_does_all_or_nothing_and_says_which(tried: Tried, trial: Trial) -> None:
    if trial.locked:
        with lines(PHRASE) as given:
            assert tried.run("lock", "set", "--yes", "--card", "names", *given).code == 0
    if trial.name == "redo":
        assert tried.run("undo").code == 0
    tried.begin()
    before, shown_before = tried.state(PHRASE, OTHER), tried.run("now").out
    assert before.secret == (PHRASE if trial.locked else None)
    after, shown_after = whole(tried, trial)

    def check(cut: Cut) -> None:
        assert tried.run("now").out in (shown_before, shown_after)
        state = tried.state(PHRASE, OTHER)
        ending(cut, state, before, after)
        assert tried.run("now").out in (shown_before, shown_after)
        tried.goes_on(state.secret)
        if state.secret and cut.code >= 0 and (code := CODE.search(cut.out)):
            assert tried.opens(code[0]) is (cut.code in (0, 7)), "the code that was shown"
        named = state.secret is None or trial.locked or "names" in trial.command
        assert ("Sam" in tried.card()) is (named and '"Sam"' in state.content)

    tried.cut(trial.command, trial.given, check, trial.name)


@pytest.mark.parametrize("command", [SAM, ("import", "files/export.json")])
def test_a_first_change_makes_a_whole_store_or_none(tried: Tried, command: tuple[str, ...]) -> None:
    assert tried.run("erase", "--yes").code == 0
    tried.begin()
    assert tried.run(*command).code == 0
    after = tried.state()

    def check(cut: Cut) -> None:
        state = tried.state()
        empty = '"name"' not in state.content.partition('"contacts"')[2]  # made, and nothing in it
        ending(cut, NO_STORE if empty else state, NO_STORE, after)
        tried.goes_on(None)

    tried.cut(command, (), check, f"{command[0]}, where there is no store")


@pytest.mark.parametrize("where", ["nothing there", "damaged"])
def test_restoring_where_there_is_no_whole_store(tried: Tried, where: str) -> None:
    (tried.files / "export.json").unlink()
    if where == "damaged":
        os.truncate(tried.home / ours.STORE, 100_000)
    else:
        assert tried.run("erase", "--yes").code == 0
    tried.begin()
    command = ("restore", "files/earlier.zip", "--yes")
    assert tried.run(*command).code == 0
    after = tried.state()

    def check(cut: Cut) -> None:
        opened = tried.run("contact", "list", "--json")
        done = opened.code == 0 and '"Sam"' in opened.out
        if where == "damaged":
            assert opened.code in (0, 5), opened.err
        elif not done:
            assert tried.state() == NO_STORE
        if cut.code in (0, 7):
            assert done
        else:
            assert cut.code == -9 or not done, "said that nothing was changed"
        if not done:  # the same command is the way out
            assert tried.run(*command).code == 0
        assert tried.state() == after
        tried.goes_on(None)

    tried.cut(command, (), check, f"restore, {where}")


def test_doctor_puts_right_what_it_can_and_changes_nothing_else(tried: Tried) -> None:
    before = tried.state()
    (tried.home / EMERGENCY_CARD).unlink()
    (tried.home / "keys.json.new").write_text("{")
    (tried.home / "keys-copy.json").write_text("{")
    (tried.home / ours.STORE).chmod(0o644)
    tried.begin()

    def check(cut: Cut) -> None:
        looked = tried.run("doctor")
        assert cut.code not in (0, 7) or looked.code == 0, looked.out
        assert tried.run("doctor", "--fix", "--yes").code == 0
        assert tried.state() == before
        tried.goes_on(None)

    tried.cut(("doctor", "--fix", "--yes"), (), check, "doctor --fix")


def test_a_store_of_an_earlier_version_is_brought_up_or_as_it_was(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = Tried(run, home)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        patch.setattr(schema, "VERSION", 1)
        making.make_store(home)
        with closing(connecting.connect(home / ours.STORE, device_key(home))) as old:
            old.execute(
                "INSERT INTO peer_group VALUES (1, 'Lifeline', NULL, NULL, '[]', 'UTC', NULL, NULL,"
                " '[]', 'trying', 3, 5, NULL, 0, '2026-11-23T15:00:00+00:00')"
            )
    tried.begin()
    after = tried.state()
    assert '"Lifeline"' in after.content

    def check(cut: Cut) -> None:
        with closing(connecting.connect(home / ours.STORE, device_key(home))) as found:
            version = found.execute("PRAGMA user_version").fetchone()[0]
            assert found.execute("SELECT name FROM peer_group").fetchone()[0] == "Lifeline"
        assert version in (1, schema.VERSION)
        assert cut.code != 0 or version == schema.VERSION
        assert tried.state() == after
        kept = home / f"plan.before-{schema.VERSION}.db"
        with closing(connecting.connect(kept, device_key(home))) as copy:
            assert copy.execute("PRAGMA user_version").fetchone()[0] == 1
            assert copy.execute("SELECT name FROM peer_group").fetchone()[0] == "Lifeline"
        tried.goes_on(None)

    tried.cut(("group", "list"), (), check, "an upgrade of the schema")


def device_key(home: Path) -> bytes:
    return keys.keys_without_passphrase(home)[0]


@pytest.mark.parametrize("what", ["on", "off", "run", "prompt"])
def test_reminders_are_on_or_off_and_their_timer_with_them(
    tried: Tried, table: Path, what: str
) -> None:
    on = ("remind", "on", "--with", "cron", "--quiet", "none", "--yes")
    command = {
        "on": on,
        "off": ("remind", "off"),
        "run": ("remind", "run", "--print"),
        "prompt": ("remind", "on", "--with", "prompt", "--quiet", "none", "--yes"),
    }[what]
    wanted = {"off": (False, False), "prompt": (True, False)}.get(what, (True, True))
    if what == "on":
        table.write_text("0 9 * * * tea\n")
    else:
        assert tried.run(*on).code == 0
    tried.begin()
    before = tried.state()

    def check(cut: Cut) -> None:
        assert cut.code in (-9, 0, 1, 7)
        there = (tried.home / REMINDERS).exists()
        called = table.exists() and "remind run" in table.read_text()
        if cut.code in (0, 7):
            assert (there, called) == wanted
        elif NOTHING_CHANGED in cut.err:
            assert there is (what in {"off", "run", "prompt"}), "said that nothing was changed"
        assert tried.state().content.replace(QUIET, USUAL) == before.content.replace(QUIET, USUAL)
        assert tried.run("remind", "list").code == 0
        assert tried.run("remind", "status").code == 0
        assert tried.run(*command).code == 0  # the same command ends what was begun
        called = table.exists() and "remind run" in table.read_text()
        assert ((tried.home / REMINDERS).exists(), called) == wanted
        assert what != "on" or table.read_text().startswith("0 9 * * * tea\n")
        tried.goes_on(None)

    tried.cut(command, (), check, f"remind {what}")
