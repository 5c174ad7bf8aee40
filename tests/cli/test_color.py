"""Colors and the screen's layout in a pipe, and $PAGER for what is longer than the terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import Result, Run
from racing import Line, at_once
from terminal import STYLES, Terminal
from whole.test_first_week import ALEX, enter

LINES = (("plan",), (), ("card",), ("risk", "map"), ("group", "list"))


@pytest.fixture(autouse=True)
def alex(run: Run) -> None:
    """Enter the person of the examples."""
    enter(run, *ALEX)


def piped(*line: str, **environment: str) -> Result:
    """Run a command line in a fork that is on no terminal."""
    return at_once([Line(line)], lambda: os.environ.update(environment))[0]


@pytest.mark.parametrize("line", LINES)
def test_a_pipe_gets_the_screen_where_color_is_forced(line: tuple[str, ...], process: Run) -> None:
    _, shown = Terminal(*line).rest()
    for forced in (
        piped(*line, "--color", "always", COLUMNS="80"),
        piped("--color=always", *line, COLUMNS="80", NO_COLOR="1"),
        piped(*line, COLUMNS="80", FORCE_COLOR="1"),
    ):
        assert (forced.code, forced.err) == (0, "")
        assert ("\x1b[" in forced.out) is (line != ("card",))  # which has none
        assert STYLES.sub("", forced.out).split() == shown.split()
    plain = piped(*line)
    assert "\x1b" not in plain.out
    assert process(*line).out == plain.out
    for not_forced in (
        piped(*line, FORCE_COLOR=""),
        piped(*line, FORCE_COLOR="1", NO_COLOR="1"),
        piped(*line, "--color", "never", FORCE_COLOR="1"),
        piped(*line, "--plain", FORCE_COLOR="1"),
        piped(*line, "--color", "auto"),
    ):
        assert not_forced == plain


def test_never_leaves_the_layout_and_takes_the_colors() -> None:
    terminal = Terminal("plan", "--color", "never")
    terminal.child.expect_exact("Hard right now?")
    assert "\x1b[3" not in terminal.child.before
    assert "TONIGHT" in terminal.child.before


def test_another_word_is_refused_with_those_that_are_taken(run: Run) -> None:
    result = run("plan", "--color", "blue")
    assert (result.code, result.out) == (2, "")
    assert "auto, always or never" in result.err
    assert run("now", "--color", "always").code == 0


def test_what_is_longer_than_the_screen_goes_to_the_pager_as_it_looks(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager = tmp_path / "pager"
    pager.write_text(f'#!/bin/sh\ncat > {seen}\necho "$LESS" >> {seen}\n', encoding="utf-8")
    pager.chmod(0o700)
    _, whole = Terminal("plan", rows=60, PAGER=str(pager)).rest()
    assert not seen.exists()
    code, shown = Terminal("plan", rows=10, PAGER=str(pager)).rest()
    assert (code, shown) == (0, "")
    paged = seen.read_text(encoding="utf-8")
    assert "\x1b[" in paged
    assert STYLES.sub("", paged).split() == [*whole.split(), "FRX"]
    assert Terminal("plan", rows=10, PAGER="no-such-pager").rest()[1].split() == whole.split()


def test_no_width_is_too_long_to_be_read(process: Run) -> None:
    shown = process("plan", "--color", "always", COLUMNS="9" * 5000)
    assert (shown.code, shown.err) == (0, "")
