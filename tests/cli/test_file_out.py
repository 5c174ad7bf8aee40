"""`-` as FILE: the file alone on standard output, from every command that writes one."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from command_lines import TAKES, leaves
from conftest import Run
from recoverplan.cli.app import root
from terminal import Terminal
from whole.test_first_week import ALEX, enter

# What an option that names a file needs beside it.
BESIDE = {"family page": ("--all",), "review": ("--with", "all"), "doctor": (), "export": ()}
STARTS = {".pdf": b"%PDF", ".png": b"\x89PNG", ".db": b"SQLite format 3\0"}


def file_options() -> list[tuple[str, str]]:
    """Return every option that writes a file, with its command: ("card", "--pdf")."""
    return [
        (name, each.opts[0])
        for name, command in leaves("", get_command(root))
        for each in command.params
        if each.opts[0].startswith("--") and each.metavar == "FILE"
    ]


@pytest.fixture
def typed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    enter(run, *ALEX, "urge log|--strength|5")
    monkeypatch.chdir(tmp_path)
    return run


def in_a_process(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "recoverplan", *arguments], capture_output=True, check=False
    )


def test_the_options_that_write_a_file_are_these_at_least() -> None:
    assert {
        ("card", "--html"), ("card", "--pdf"), ("card", "--png"), ("card", "--vcf"),
        ("plan", "--html"), ("plan", "--pdf"), ("plan", "--ics"), ("risk map", "--pdf"),
        ("family page", "--text"), ("family page", "--html"), ("family page", "--pdf"),
        ("review", "--html"), ("review", "--pdf"),
        ("urge chart", "--html"), ("urge chart", "--pdf"),
        ("export", "--sqlite"), ("doctor", "--salvage"),
    } <= set(file_options())  # fmt: skip


@pytest.mark.parametrize(("command", "option"), file_options())
def test_every_option_that_writes_a_file_takes_it(
    typed: Run, tmp_path: Path, command: str, option: str
) -> None:
    beside = BESIDE.get(command, tuple(filter(None, TAKES.get(command, "").split("|"))))
    named = tmp_path / "named"
    line = (*command.split(), *beside, option)
    before = typed(*line, str(named))
    assert before.code == 0, before.err
    piped = in_a_process(*line, "-")
    assert piped.returncode == 0, piped.stderr
    assert piped.stdout == named.read_bytes()
    assert str(named) not in piped.stderr.decode()
    assert {path.name for path in tmp_path.iterdir()} == {"home", "named"}


def test_an_export_in_json_and_in_sqlite(typed: Run, tmp_path: Path) -> None:
    assert in_a_process("export", "--json", "-").stdout == in_a_process("export", "--json").stdout
    (tmp_path / "piped.db").write_bytes(in_a_process("export", "--sqlite", "-").stdout)
    with sqlite3.connect(tmp_path / "piped.db") as database:
        assert database.execute("SELECT count(*) FROM contacts").fetchone() == (3,)
    refused = typed("export", "--csv", "-")
    assert (refused.code, refused.out) == (2, "")
    assert "needs a folder" in refused.err
    assert not (tmp_path / "-").exists()


def test_it_goes_there_alone(typed: Run, tmp_path: Path) -> None:
    for line in (
        ("card", "--html", "-", "--pdf", "card.pdf"),
        ("plan", "--ics", "week.ics", "--html", "-"),
        ("family", "page", "--all", "--text", "-", "--html", "-"),
        ("review", "--with", "all", "--html", "review.html", "--pdf", "-"),
        ("urge", "chart", "--html", "-", "--pdf", "chart.pdf"),
    ):
        refused = typed(*line)
        assert (refused.code, refused.out) == (2, "")
        assert "it goes there alone" in refused.err
    assert {path.name for path in tmp_path.iterdir()} == {"home"}


def test_the_name_that_systems_have_for_it_is_the_same(typed: Run) -> None:
    assert (
        in_a_process("card", "--vcf", "/dev/stdout", "--force").stdout
        == in_a_process("card", "--vcf", "-").stdout
    )


def test_on_a_terminal_text_is_shown_and_anything_else_is_refused(typed: Run) -> None:
    code, shown = Terminal("card", "--vcf", "-").rest()
    assert code == 0
    assert "FN:Sam" in shown
    for line in (
        ("card", "--pdf", "-"),
        ("card", "--png", "-"),
        ("plan", "--pdf", "-"),
        ("risk", "map", "--pdf", "-"),
        ("family", "page", "--all", "--pdf", "-"),
        ("review", "--with", "all", "--pdf", "-"),
        ("urge", "chart", "--pdf", "-"),
        ("export", "--sqlite", "-"),
        ("backup", "-", "--plain-key"),
    ):
        code, shown = Terminal(*line).rest()
        assert code == 2, line
        assert "A terminal can't show this file." in shown
        assert "%PDF" not in shown


def test_what_is_read_slowly_or_not_at_all_ends_quietly(typed: Run) -> None:
    done = subprocess.run(
        f"{sys.executable} -m recoverplan card --pdf - | head -c 4",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.stdout == b"%PDF"
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("line", [("card", "--html"), ("backup", "--plain-key")])
def test_a_pipe_or_a_device_is_never_replaced_by_a_file(
    typed: Run, tmp_path: Path, line: tuple[Any, ...]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to("/dev/null")
    for place in (pipe, tmp_path / "link"):
        refused = typed(*line, str(place), "--force")
        assert refused.code == 1
        assert "not a file that can be written over" in refused.err
    assert pipe.is_fifo()
    assert (tmp_path / "link").is_symlink()
