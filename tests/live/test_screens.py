"""Plan, card and today on a real terminal of 80×24, of 40 columns, without colour, and in ASCII."""

from __future__ import annotations

import re
from pathlib import Path

import pyte
import pytest

from conftest import Golden, Run
from terminal import spawn
from whole.test_first_week import ALEX, enter

pytestmark = pytest.mark.live
COLOUR = re.compile(r"\x1b\[[0-9;]*[34][0-9][0-9;]*m")


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples through the command line."""
    enter(run, *ALEX)
    return run


def raw(*arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> str:
    """Return everything that a command sends to a terminal of that size."""
    terminal = spawn(*arguments, columns=columns, rows=rows, **environment)
    sent: str = terminal.read()
    terminal.close()
    assert terminal.exitstatus == 0, sent
    return sent


def shown(*arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> str:
    """Return what then stands on the screen."""
    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed(raw(*arguments, columns=columns, rows=rows, **environment))
    return "\n".join(line.rstrip() for line in screen.display).rstrip("\n")


def test_an_ordinary_week_fits_80_by_24_with_a_line_for_the_prompt(
    typed: Run, golden: Golden
) -> None:
    screen = shown("plan")
    assert len(screen.splitlines()) == 23
    golden("plan-80", screen)


def test_40_columns(typed: Run, golden: Golden) -> None:
    golden("plan-40", shown("plan", columns=40, rows=70))


def test_columns_decides_over_the_terminals_own_width(typed: Run) -> None:
    lines = shown("plan", rows=70, COLUMNS="40").splitlines()
    assert max(map(len, lines)) <= 40


def test_colour_only_repeats_what_words_say(typed: Run) -> None:
    coloured = raw("plan")
    assert COLOUR.search(coloured)
    calm = raw("plan", NO_COLOR="1")
    assert not COLOUR.search(calm)
    assert shown("plan", NO_COLOR="1") == shown("plan")


def test_a_dumb_terminal_gets_plain_lines(typed: Run) -> None:
    sent = raw("plan", TERM="dumb").replace("\r\n", "\n")
    assert "\x1b" not in sent
    rows, lines = sent.splitlines(), typed("plan").out.splitlines()
    assert max(map(len, rows)) <= 80
    assert " ".join(rows) == " ".join(lines)  # broken at spaces, never inside a word


def test_an_ascii_terminal_gets_the_same_screen_in_ascii(typed: Run) -> None:
    for command in ("plan", "card"):
        sent = raw(command, PYTHONIOENCODING="ascii")
        assert sent.isascii()
    assert "+--------" in shown("card", PYTHONIOENCODING="ascii")
    assert "2 of 3-5" in shown("plan", PYTHONIOENCODING="ascii")


def test_the_card_is_framed_and_46_columns_wide(typed: Run, golden: Golden) -> None:
    golden("card-46", shown("card"))
    assert max(map(len, shown("card", columns=40).splitlines())) == 40


def test_today_on_a_terminal(typed: Run, golden: Golden) -> None:
    golden("today-80", shown())
    golden("today-40", shown(columns=40))


def test_an_empty_store_is_invited_on_a_terminal(home: Path) -> None:
    for arguments in ((), ("plan",)):
        screen = shown(*arguments)
        assert "recoverplan setup" in screen
        assert "recoverplan now" in screen
    assert not home.exists()


@pytest.mark.parametrize("columns", ["1", "12", "31"])
def test_a_tiny_terminal_still_gets_an_answer(typed: Run, columns: str) -> None:
    for arguments in (("plan",), ("card",), ()):
        assert "555-0114" in raw(*arguments, columns=200, COLUMNS=columns)
