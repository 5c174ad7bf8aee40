"""`recoverplan completion`, and what the program answers when a shell asks for words."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from conftest import Run
from recoverplan.cli.completing import TABLE
from recoverplan.words import usage as words
from whole.test_first_week import ALEX, enter

ROOT = Path(__file__).parents[2]


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples."""
    enter(run, *ALEX)
    return run


def offered(run: Run, *line: str, shell: str = "bash") -> list[str]:
    """Return what may stand at the end of a line."""
    result = run("__complete", shell, *line)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


def test_commands_options_values_and_names_are_offered(typed: Run) -> None:
    for line, found in (
        (["cont"], ["contact"]),
        (["Contact", "EDI"], ["edit"]),
        (["contact", "show", ""], ["Sam", "Priya", "Dana"]),
        (["contact", "show", "s"], ["Sam"]),
        (["contact", "show", "Sam", ""], []),
        (["contact", "add", ""], []),
        (["contact", "edit", "Sam", "--role", "f"], ["family"]),
        (["contact", "edit", "Sam", "--role=f"], ["--role=family"]),
        (["contact", "edit", "Sam", "--role", "=", "f"], ["family"]),
        (["risk", "edit", "Sundays", "--check-in", "D"], ["Dana"]),
        (["risk", "edit", "--level", "high", "Su"], ["Sundays"]),
        (["group", "decide", "Tuesday Lifeline", ""], ["keep", "pause", "leave"]),
        (["group", "try", '"tue'], ["Tuesday Lifeline"]),
        (["--store", "somewhere", "contact", "sh"], ["show"]),
        (["step", "show", "--", "Tea"], ["Tea and the radio"]),
        (["plan", "--risk", "Nights\\ "], ["Nights alone"]),
        (["plan", "--html", ""], [":files"]),
        (["risk", "add", "x", "--when", "last"], ["last day of the month 5pm-11pm"]),
        (["nonsense", "more", ""], []),
        (["plan", "--nonsense", "--to"], ["--today"]),
    ):
        assert offered(typed, *line) == found, line
    assert "--when" in offered(typed, "risk", "add", "--")
    assert "--when" not in offered(typed, "risk", "list", "--")


def test_a_store_elsewhere_is_the_one_whose_names_are_offered(run: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    kim = ("contact", "add", "Kim", "--role", "peer", "--call", "555-0114")
    assert run("--store", other, *kim).code == 0
    assert offered(run, "contact", "show", "") == []
    assert offered(run, "--store", other, "contact", "show", "") == ["Kim"]


def test_shells_are_told_what_a_word_is_in_their_own_way(typed: Run) -> None:
    zsh = offered(typed, "fam", shell="zsh")
    assert zsh == ["family:A page for the people close to you."]
    assert offered(typed, "fam", shell="fish") == [zsh[0].replace(":", "\t", 1)]
    assert offered(typed, "=fam", shell="powershell") == [zsh[0].replace(":", "\t", 1)]
    assert offered(typed, "urge", "log", "--at", "fri", shell="zsh") == ["fri 19\\:00"]


def test_names_with_anything_in_them_stay_on_a_line(run: Run) -> None:
    enter(run, "step add|a\tb :files|--kind|alone", "step add|Tea|--kind|alone")
    assert offered(run, "step", "show", "") == ["a b :files", "Tea"]


def test_a_group_that_felt_unsafe_is_offered_only_where_nothing_begins_with_it(run: Run) -> None:
    enter(run, "group add|Calm|--when|tue 7-8pm", "group add|Cold|--when|wed 7-8pm")
    enter(run, "meeting log|Cold|--at|2026-11-18 19:00|--unsafe|pressure")
    for begins in (("group", "try"), ("meeting", "log"), ("support", "add", "--group")):
        assert offered(run, *begins, "C") == ["Calm"], begins
    for looks in (("group", "show"), ("group", "remove"), ("meeting", "list", "--group")):
        assert offered(run, *looks, "C") == ["Calm", "Cold"], looks


def test_no_names_of_what_is_locked_and_nothing_is_written(
    typed: Run, home: Path, process: Run, tmp_path: Path
) -> None:
    def contents() -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in home.iterdir()}

    before = contents()
    assert offered(typed, "contact", "show", "S") == ["Sam"]
    assert contents() == before
    secret = tmp_path / "secret"
    secret.write_text("a few words in a row\n" * 3)
    with secret.open() as file:
        given = ("--passphrase-fd", str(file.fileno()), "--yes", "--card", "names")
        assert typed("lock", "set", *given).code == 0
    before = contents()
    assert offered(typed, "contact", "show", "S") == []
    assert contents() == before
    assert process("__complete", "bash", "contact", "show", "S").out == ""


@pytest.mark.parametrize("spoil", ["", "short", "gone"])
def test_a_store_that_cannot_be_read_offers_no_names(typed: Run, home: Path, spoil: str) -> None:
    if spoil == "gone":
        (home / "plan.db").unlink()
    else:
        (home / "plan.db").write_bytes(b"x" * len(spoil))
    assert offered(typed, "contact", "show", "S") == []
    assert offered(typed, "contact", "sh") == ["show"]


def test_a_change_that_was_cut_short_is_left_as_it_lies(typed: Run, home: Path) -> None:
    (home / "plan.db-journal").write_bytes(b"journal")
    assert offered(typed, "contact", "show", "S") == []
    assert (home / "plan.db-journal").read_bytes() == b"journal"


def test_every_phrase_that_is_offered_is_understood(run: Run) -> None:
    for phrase in words.WHEN:
        assert run("when", phrase).code == 0, phrase
    enter(run, "risk add|nights|--when|daily 9pm-midnight")
    for day in words.DATES:
        assert run("plan", "--from", day).code == 0, day
    for moment in words.MOMENTS:
        assert run("urge", "log", "--strength", "1", "--at", moment).code == 0, moment


def test_the_table_and_the_man_pages_are_the_programs() -> None:
    """`make manual` writes them."""
    found = importlib.util.spec_from_file_location("manual", ROOT / "tools" / "manual.py")
    assert found is not None
    assert found.loader is not None
    manual = importlib.util.module_from_spec(found)
    found.loader.exec_module(manual)
    assert TABLE.read_text(encoding="utf-8") == manual.table()
    kept = {file.name: file.read_text(encoding="utf-8") for file in manual.PAGES.glob("*.1")}
    assert kept == manual.pages()


@pytest.mark.parametrize("shell", words.SHELLS)
def test_it_is_put_where_the_shell_looks(run: Run, tmp_path: Path, shell: str) -> None:
    result = run("completion", shell, "--install")
    assert result.code == 0
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert str(file) in result.out
    assert file.read_text() == run("completion", shell).out
    assert run("completion", shell, "--install").code == 0
    file.write_text("mine")
    refused = run("completion", shell, "--install")
    assert (refused.code, file.read_text()) == (1, "mine")
    assert "not one of ours" in refused.err
    file.unlink()
    os.mkfifo(file)  # nobody waits for what may come through it
    refused = run("completion", shell, "--install")
    assert (refused.code, file.is_fifo()) == (1, True)
    assert "not one of ours" in refused.err


@pytest.mark.parametrize("shell", words.SHELLS)
def test_a_folder_of_any_name_is_shown_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    odd = tmp_path / "a\x1b[31m\nb"
    odd.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.setenv(name, str(odd))
    out = run("completion", shell, "--install").out
    assert f"{tmp_path}/a b/" in out
    assert "\nb/" not in out


def test_a_shell_that_is_not_known_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    for line in (("completion",), ("completion", "ksh")):
        result = run(*line)
        assert (result.code, result.out) == (2, "")
        assert "bash, zsh, fish or powershell" in result.err
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert run("completion").out == run("completion", "fish").out


def test_the_version_has_a_short_name(run: Run) -> None:
    assert run("-V") == run("--version")
