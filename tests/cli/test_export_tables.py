"""`export --csv DIR` and `--sqlite FILE`: tables that other programs open, and nothing they run."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from recoverplan.domain.everything import CLASSES
from recoverplan.writers.export import Table, csv_text
from sharing import typed_once


@typed_once
def fill(run: Run) -> None:
    run("setup", "--name", "Zoë", "--region", "US")
    run("group", "add", "Lifeline", "--when", "tue 7-8pm")
    run("contact", "add", "=cmd()", "--role", "peer", "--call", "+1 555 0114")
    run("meeting", "log", "Lifeline", "--at", "2026-11-17 19:00", "--note", " \n=1+1")
    run("risk", "add", "Nights", "--when", "daily 9pm-midnight", "--trigger", "quiet")
    run("step", "add", "＝full width", "--kind", "alone")


def test_csv_has_a_file_for_each_noun(run: Run, tmp_path: Path) -> None:
    fill(run)
    folder = tmp_path / "tables"
    done = run("export", "--csv", str(folder))
    assert (done.code, done.out) == (0, f"{folder}\n")
    assert "anyone who gets this file can read it" in done.err
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{name}.csv" for name in ("settings", *CLASSES)}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    (contact,) = csv.DictReader(io.StringIO((folder / "contacts.csv").read_text("utf-8")))
    assert contact["name"] == "'=cmd()"
    assert contact["call"] == "'+1 555 0114"
    (step,) = csv.DictReader(io.StringIO((folder / "steps.csv").read_text("utf-8")))
    assert step["text"] == "'＝full width"
    (risk,) = csv.DictReader(io.StringIO((folder / "risks.csv").read_text("utf-8")))
    assert risk["triggers"] == '["quiet"]'


def test_nothing_that_is_there_is_written_over(run: Run, tmp_path: Path) -> None:
    fill(run)
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "steps.csv").write_text("mine")
    assert run("export", "--csv", str(folder)).code == 1
    assert [path.name for path in folder.iterdir()] == ["steps.csv"]
    assert (folder / "steps.csv").read_text() == "mine"
    assert run("export", "--csv", str(folder), "--force").code == 0
    assert run("export", "--csv", str(folder / "steps.csv")).code == 1
    file = tmp_path / "plan.sqlite"
    file.write_text("mine")
    assert run("export", "--sqlite", str(file)).code == 1
    assert file.read_text() == "mine"


def test_sqlite_can_be_opened_by_any_program(run: Run, tmp_path: Path) -> None:
    fill(run)
    file = tmp_path / "plan.sqlite"
    assert run("export", "--sqlite", str(file)).code == 0
    assert file.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(file)) as there:
        assert there.execute("SELECT name, call, on_card FROM contacts").fetchall() == [
            ("=cmd()", "+1 555 0114", 1)
        ]
        assert there.execute("SELECT value FROM settings WHERE name = 'name'").fetchone() == (
            "Zoë",
        )
        names = {row[0] for row in there.execute("SELECT name FROM sqlite_master")}
    assert names == {"settings", *CLASSES}


def test_one_format_at_a_time(run: Run, tmp_path: Path, home: Path) -> None:
    for wrong in (
        ("--csv", str(tmp_path / "a"), "--json"),
        ("--csv", str(tmp_path / "a"), "--sqlite", str(tmp_path / "b")),
        ("--csv", str(tmp_path / "a"), "file"),
        (),
    ):
        assert run("export", *wrong).code == 2
    assert not home.exists()
    assert list(tmp_path.iterdir()) == []


HOSTILE = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("=+-@\t\r\n '\"＝＋－＠﹣⁺,;")),
    max_size=20,
)


@given(HOSTILE)
def test_no_cell_is_a_formula_and_every_text_comes_back(text: str) -> None:
    written = csv_text(Table("t", ("x",), [(text,)]))
    rows = list(csv.reader(io.StringIO(written, newline="")))
    cell = rows[1][0] if rows[1] else ""
    assert cell in (text, f"'{text}")
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))


@pytest.mark.parametrize("text", ["'tis", "''", "=", "-5", "@me"])
def test_the_apostrophe_can_be_taken_off_again(text: str) -> None:
    rows = list(csv.reader(io.StringIO(csv_text(Table("t", ("x",), [(text,)])), newline="")))
    assert rows[1][0] == f"'{text}"
