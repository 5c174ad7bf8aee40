"""Programs that change the store at one and the same moment: what each was told is what is so.

After every race: one secret opens the store, every change that was acknowledged is there, none that
was refused, nothing is damaged or left lying, and `now` answers.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import Result, Run
from killing import report, runs, writer
from racing import Line, at_once
from recoverplan.home import REMINDERS
from recoverplan.store import making, ours, schema
from secrets_given import OTHER, PHRASE, cheap
from tried import Tried

__all__ = ["cheap"]
pytestmark = [pytest.mark.live, pytest.mark.usefixtures("cheap")]
THIRD = "the long way home"
LOOK_THROUGH = 10  # every so manieth race, every page of the store is looked at
Check = Callable[[list[Result]], None]


def add(text: str, *secrets: str) -> Line:
    return Line(("step", "add", text, "--kind", "alone"), secrets)


class Track(Tried):
    """A store to race in."""

    def race(self, name: str, given: list[Line], check: Check, *secrets: str | None) -> None:
        """Let the lines go at once, again and again; hold what is promised after each."""
        self.begin()
        number = runs("each race", 3, 2)
        for turn in range(number):
            self.again()
            done = at_once(given, anew=turn == 0)
            try:
                assert self.run("now").code == 0
                check(done)
                secret = next(iter(secrets), None)
                if turn % LOOK_THROUGH == 0 and (self.home / ours.STORE).exists():
                    self.goes_on(self.opening_one(*secrets) if secrets else secret)
            except AssertionError as error:
                raise AssertionError(name, done, str(error)) from error
        report(f"a race: {name}", number, "what each was told is so; nothing lost or damaged")

    def opening_one(self, *secrets: str | None) -> str | None:
        """Return which of these opens the store: one alone does."""
        if self.with_secret(None, "step", "list").code == 0:
            return None
        found = [
            secret for secret in secrets
            if secret and self.with_secret(secret, "step", "list").code == 0
        ]  # fmt: skip
        assert len(found) == 1, found
        return found[0]

    def steps(self, secret: str | None = None) -> list[str]:
        """Return the texts of the steps."""
        done = self.with_secret(secret, "step", "list", "--json")
        assert done.code == 0, done.err
        return [step["text"] for step in json.loads(done.out)["steps"]]

    def tidy_folder(self) -> None:
        """Hold that nothing is left in the folder but what is in use, and older copies."""
        left = {path.name for path in self.home.iterdir()} - ours.LIVE
        assert left <= {path.name for path in ours.older_copies(self.home)}


@pytest.fixture
def track(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Track:
    """Make a store with one step in it."""
    monkeypatch.chdir(home.parent)
    track = Track(run, home)
    assert run("setup", "--region", "US", "--timezone", "America/New_York").code == 0
    assert run("step", "add", "Tea", "--kind", "alone").code == 0
    return track


def acknowledged(done: list[Result], texts: list[str]) -> list[str]:
    """Return those of the texts that a command line said it has added."""
    return [text for result, text in zip(done, texts, strict=False) if saved(result)]


def saved(result: Result) -> bool:
    """Tell whether a command line said that its change is kept, card or no card."""
    return result.code in (0, 7) or result.err.startswith("Saved, ")


def test_changes(track: Track) -> None:
    texts = ["A", "B", "C", "D"]

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0] * 4
        assert sorted(track.steps()) == [*texts, "Tea"]
        assert all(f"step\t{text}" in track.card() for text in texts)

    track.race("four changes", [add(text) for text in texts], check)


def test_first_changes(track: Track) -> None:
    texts = ["A", "B", "C"]
    assert track.run("erase", "--yes").code == 0

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0] * 3
        assert sorted(track.steps()) == texts
        assert sum("Your data is kept in" in result.err for result in done) == 1
        track.tidy_folder()

    track.race("three first changes", [add(text) for text in texts], check)


def test_undo_beside_a_change(track: Track) -> None:
    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0]
        taken = done[0].out.splitlines()[0]
        assert track.steps() == (["B"] if "Tea" in taken else ["Tea"])
        assert "Tea" in taken or "B" in taken

    track.race("an undo and a change", [Line(("undo",)), add("B")], check)


def test_an_upgrade(track: Track, monkeypatch: pytest.MonkeyPatch) -> None:
    assert track.run("erase", "--yes").code == 0
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        patch.setattr(schema, "VERSION", 1)
        making.make_store(track.home)

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0, 0]
        assert track.steps() == ["B"]
        assert [path.name for path in ours.older_copies(track.home)] == [
            f"plan.before-{schema.VERSION}.db"
        ]

    track.race(
        "three programs that find an older store",
        [Line(("step", "list")), add("B"), Line(("contact", "list"))],
        check,
    )


def test_two_passphrases_set(track: Track) -> None:
    lines = [Line(("lock", "set", "--yes"), (each,)) for each in (PHRASE, OTHER)]

    def check(done: list[Result]) -> None:
        opens = track.opening_one(PHRASE, OTHER)
        winners = [each for each, result in zip((PHRASE, OTHER), done, strict=True)
                   if result.code == 0]  # fmt: skip
        assert opens in winners
        assert track.steps(opens) == ["Tea"]

    track.race("two passphrases set", lines, check, PHRASE, OTHER)


def test_two_passphrases_changed(track: Track) -> None:
    assert track.with_secret(PHRASE, "lock", "set", "--yes").code == 0
    lines = [Line(("lock", "change"), (PHRASE, each)) for each in (OTHER, THIRD)]

    def check(done: list[Result]) -> None:
        opens = track.opening_one(PHRASE, OTHER, THIRD)
        winners = [each for each, result in zip((OTHER, THIRD), done, strict=True)
                   if result.code == 0]  # fmt: skip
        assert opens in winners
        assert track.steps(opens) == ["Tea"]
        assert track.with_secret(PHRASE, "step", "list").code == 4

    track.race("two passphrases changed", lines, check, PHRASE, OTHER, THIRD)


@pytest.mark.parametrize("command", ["set", "remove", "rekey"])
def test_the_lock_beside_changes(track: Track, command: str) -> None:
    texts = ["A", "B"]
    if command != "set":
        assert track.with_secret(PHRASE, "lock", "set", "--yes").code == 0
    secrets = (PHRASE, PHRASE) if command == "rekey" else (PHRASE,)
    given = () if command == "set" else (PHRASE,)
    options = () if command == "rekey" else ("--yes",)
    lines = [*(add(text, *given) for text in texts), Line(("lock", command, *options), secrets)]

    def check(done: list[Result]) -> None:
        assert done[2].code == 0, done[2].err
        assert all(result.code == 4 or saved(result) for result in done)
        opens = track.opening_one(PHRASE)
        assert opens == (None if command == "remove" else PHRASE)
        assert sorted(track.steps(opens)) == [*acknowledged(done, texts), "Tea"]
        assert ("step\tTea" in track.card()) is (command == "remove")

    track.race(f"lock {command} and two changes", lines, check, PHRASE)


def test_a_backup_beside_changes(track: Track) -> None:
    texts = ["A", "B"]
    backup = Line(("backup", "files/b.zip", "--plain-key"))
    there = track.home.with_name("there")

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0, 0]
        assert sorted(track.steps()) == [*texts, "Tea"]
        done_again = track.run("--store", str(there), "restore", "files/b.zip", "--yes")
        assert done_again.code == 0, done_again.err
        track.run("--store", str(there), "erase", "--yes")

    track.race("a backup and two changes", [*map(add, texts), backup], check)


def test_erasing_beside_changes(track: Track) -> None:
    """Who comes after it begins anew; nothing of before comes back."""
    texts = ["A", "B"]

    def check(done: list[Result]) -> None:
        assert done[2].code == 0, done[2].err
        assert all(result.code in (0, 3) for result in done)
        if (track.home / ours.STORE).exists():
            assert set(track.steps()) <= set(acknowledged(done, texts))
        else:
            assert ours.everything(track.home) == []

    track.race("erase and two changes", [*map(add, texts), Line(("erase", "--yes"))], check)


def test_two_erasings(track: Track) -> None:
    line = Line(("erase", "--yes"))

    def check(done: list[Result]) -> None:
        assert all(result.code in (0, 3) for result in done), done
        assert not ours.everything(track.home)

    track.race("two erasings", [line, line], check)


def test_forgetting_the_history_beside_changes(track: Track) -> None:
    texts = ["A", "B"]

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0, 0], done
        assert sorted(track.steps()) == [*texts, "Tea"]
        left = track.run("history", "--json").json["steps"]
        assert not any("Tea" in step["what"] for step in left)

    lines = [*map(add, texts), Line(("erase", "--history", "--yes"))]
    track.race("erase --history and two changes", lines, check)


def test_doctor_beside_changes(track: Track) -> None:
    texts = ["A", "B"]
    (track.home / "keys.json.new").write_text("{")

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0, 0], done
        assert sorted(track.steps()) == [*texts, "Tea"]
        track.tidy()

    lines = [*map(add, texts), Line(("doctor", "--fix", "--yes"))]
    track.race("doctor --fix and two changes", lines, check)


def test_doctor_finds_nothing_wrong_that_is_only_being_written(track: Track) -> None:
    number = 0
    while number < runs("looks of doctor", 5):
        process, _ = writer(track.home, f"W{number}", 12)
        while process.poll() is None:
            looked = track.run("doctor")
            assert looked.code == 0, looked.out
            number += 1
        _, err = process.communicate()
        assert process.returncode == 0, err
    report("doctor while another program writes", number, "nothing said to be wrong that is not")


def test_doctor_beside_another_that_sweeps(track: Track) -> None:
    left = ("keys.json.new", "keys-copy.json.new", "plan.db.new", ".out.json.4242.new")
    for name in left:
        (track.home / name).write_text("{")
    (track.home / ours.KEYS).chmod(0o644)
    line = Line(("doctor", "--fix", "--yes"))

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0, 0, 0], done
        track.tidy()
        assert (track.home / ours.KEYS).stat().st_mode & 0o077 == 0

    track.race("three of doctor --fix and a change", [line, line, line, add("A")], check)


def test_two_exports_to_one_file(track: Track) -> None:
    line = Line(("export", "--json", "files/out.json", "--force"))
    plain = track.run("export", "--json").out

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0], done
        assert (track.files / "out.json").read_text(encoding="utf-8") == plain
        assert [path.name for path in track.files.iterdir()] == ["out.json"]

    track.race("two exports to one file", [line, line], check)


def test_two_imports(track: Track) -> None:
    assert track.run("export", "--json", "files/out.json").code == 0
    assert track.run("erase", "--yes").code == 0
    line = Line(("import", "files/out.json"))

    def check(done: list[Result]) -> None:
        assert sorted(result.code for result in done) == [0, 1], done
        assert track.steps() == ["Tea"]

    track.race("two imports into nothing", [line, line], check)


def test_reminders_beside_a_change(track: Track) -> None:
    lines = [
        Line(("remind", "on", "--with", "prompt", "--yes")), Line(("remind", "off")), add("A"),
    ]  # fmt: skip

    def check(done: list[Result]) -> None:
        assert done[2].code == 0
        assert all(result.code in (0, 1) for result in done), done
        assert sorted(track.steps()) == ["A", "Tea"]
        assert track.run("remind", "off").code == 0
        assert not (track.home / REMINDERS).exists()
        track.tidy_folder()

    track.race("remind on, remind off and a change", lines, check)


def test_a_restore_beside_changes(track: Track) -> None:
    assert track.run("backup", "files/b.zip", "--plain-key").code == 0
    assert track.run("step", "remove", "Tea", "--yes").code == 0
    texts = ["A", "B"]
    there = track.home.with_name("there")

    def check(done: list[Result]) -> None:
        assert [result.code for result in done] == [0, 0, 0], done
        after = track.steps()
        assert "Tea" in after
        (kept,) = track.home.glob("plan.before-restore-*.zip")
        with ZipFile(kept) as archive:
            assert archive.testzip() is None
        assert track.run("--store", str(there), "restore", str(kept), "--yes").code == 0
        found = track.run("--store", str(there), "step", "list", "--json")
        before = [step["text"] for step in json.loads(found.out)["steps"]]
        track.run("--store", str(there), "erase", "--yes")
        assert set(texts) <= {*after, *before}
        assert not os.path.exists(there)  # noqa: PTH110

    lines = [*map(add, texts), Line(("restore", "files/b.zip", "--yes"))]
    track.race("a restore and two changes", lines, check)
