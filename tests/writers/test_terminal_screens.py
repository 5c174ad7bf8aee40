"""Screens of the terminal that plain lines have beside them, drawn at every width.

The command line runs in this process, with a stdout that says it is a terminal; what a real one
does with the same is in tests/live.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
from typing import NamedTuple

import pytest

from conftest import Run
from recoverplan import __main__ as door
from recoverplan.domain.text import cells
from sharing import typed_once
from words_said import spoken

WIDTHS = (32, 40, 60, 80, 132)
STYLE = re.compile(r"\x1b\[[0-9;]*m")
BEFORE = "2026-11-10T10:00"  # hours are looked back at only where they were known then
KNOWN = """
setup --name Alex --timezone America/New_York --region US
risk add 'Nights alone' --when 'mon-thu 9pm-midnight' --level high \
  --trigger 'quiet apartment' --step shower --if 'I pace' --then 'shoes on'
risk add Payday --when 'fri 5pm-11pm' --level low
"""
ENTERED = """
contact add Sam --role peer --call 555-0114 --when 'daily 6-11pm' --per-week 3
group add 'Tuesday Lifeline' --when 'tue 7-8pm' --where "St Luke's hall"
group add Online --when 'daily 8pm' --format online --link https://example.org/x
meeting log 'Tuesday Lifeline' --at '17 nov 2026 7pm' --said listened \
  --mood-before 3 --mood-after 5 --contact Robin --fit safety=yes --note 'A warm room'
support add Rides --need --kind practical
support add 'Dr Lee' --have --kind clinical
urge log --strength 8 --trigger 'quiet apartment' --did Tea --after 3 --at 'sun 4:10pm'
review --week '16 nov 2026' --went 'Nights alone=easier' --helped tea
"""


class Screen(NamedTuple):
    """A command, and what must stand on its screen at any width."""

    line: str
    says: tuple[str, ...]


SCREENS = (
    Screen(
        "",
        (
            "Monday 23 November, Alex",
            "8:30 pm call Sam, 555-0114",
            "9 pm Nights alone until midnight. After 11 pm nobody yet.",
            "Next meeting",
            "Online",
            "recoverplan now",
        ),
    ),
    Screen(
        "plan --gaps",
        (
            "Open hours, and who might be there",
            "11 PM TO MIDNIGHT",
            "Nights alone",
            "Sam until 11 pm; after that only the line.",
            "Robin is on your list",
            "One small question to one person is plenty.",
        ),
    ),
    Screen(
        "plan --risk 'Nights alone'",
        (
            "Nights alone",
            "high",
            "9 PM TO MIDNIGHT",
            "TOMORROW",
            "call Sam, 555-0114",
            "nobody on your list yet",
            "shower",
        ),
    ),
    Screen(
        "plan --risk Payday",
        ("Payday", "low", "Fri 27", "5 to 11 pm", "check-ins at other times that week"),
    ),
    Screen(
        "risk map",
        (
            "Your week by the hour",
            "Mon 23 to Sun 29 November",
            "12 am",
            "noon",
            "high, medium, low: somebody is there",
            "nobody on your list yet",
        ),
    ),
    Screen("risk map --blank", ("12 am", "noon")),
    Screen("support", ("I HAVE", "Sam", "Dr Lee", "I NEED NEXT", "Rides")),
    Screen(
        "review --month",
        (
            "Your month, Alex",
            "Nights alone",
            "easier",
            "Tuesday Lifeline",
            "1 of 3–5",
            "What helped",
            "tea",
            "quiet apartment",
        ),
    ),
    Screen("group list", ("Tuesday", "Lifeline", "Online", "1 of 3–5", "0 of 3–5")),
    Screen("group show 'Tuesday Lifeline'", ("Tuesday Lifeline", "1 of 3–5", "St Luke's hall")),
    Screen("meeting list", ("Tuesday Lifeline", "17 Nov")),
    Screen(
        "safety",
        ("My plan", "Who I can ask", "Sam, call 555-0114", "Safer surroundings", "911"),
    ),
    Screen("meeting show 1", ("Tuesday Lifeline", "Robin", "A warm room")),
    Screen("meeting list --calendar --year 2026", ("2026", "Jan ···", "Nov ················●")),
    Screen("contact list", ("Sam", "peer", "call 555-0114", "Robin")),
    Screen("contact show Sam", ("Sam", "555-0114", "every day", "up to 3 a week")),
    Screen("meeting log Online --at '22 nov 2026 8pm' --said listened", ("Online",)),
)


@pytest.fixture
@typed_once
def entered(run: Run) -> None:
    """Enter a week of somebody's."""
    for lines, now in ((KNOWN, BEFORE), (ENTERED, "2026-11-23T10:00")):
        for line in lines.replace("\\\n", "").strip().splitlines():
            done = run(*shlex.split(line), now=now)
            assert done.code == 0, (line, done.err)


class Drawn(io.StringIO):
    """A stdout that is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(patch: pytest.MonkeyPatch, line: str, width: int) -> str:
    """Return what a command draws on a terminal of that width, without its styles."""
    with patch.context() as here:
        out = Drawn()
        here.setenv("COLUMNS", str(width))
        here.setattr(sys, "argv", ["recoverplan", *shlex.split(line)])
        here.setattr(sys, "stdin", io.StringIO())
        here.setattr(sys, "stdout", out)
        assert door.main() == 0
    return STYLE.sub("", out.getvalue())


def unwrapped(text: str) -> str:
    """Return a screen's words in a row, however its lines were broken, small letters."""
    return spoken(text).casefold()


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.line or "alone")
def test_a_screen_says_it_at_every_width_and_is_never_wider(
    monkeypatch: pytest.MonkeyPatch, screen: Screen
) -> None:
    for width in WIDTHS if not screen.line.startswith("meeting log") else (40,):
        text = drawn(monkeypatch, screen.line, width)
        words = unwrapped(text)
        missing = [said for said in screen.says if unwrapped(said) not in words]
        assert not missing, (width, missing, text)
        assert [line for line in text.splitlines() if cells(line) > width] == [], width


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize("screen", SCREENS[:-1], ids=lambda screen: screen.line or "alone")
def test_without_color_the_words_are_the_same(
    monkeypatch: pytest.MonkeyPatch, screen: Screen
) -> None:
    colored = drawn(monkeypatch, screen.line, 80)
    monkeypatch.setenv("NO_COLOR", "1")
    assert drawn(monkeypatch, screen.line, 80) == colored


EMPTY = (
    Screen("", ("recoverplan setup",)),
    Screen("plan", ("recoverplan setup",)),
    Screen("support", ("Nothing is noted yet.", "recoverplan support add")),
    Screen("contact list", ("recoverplan contact add",)),
)


@pytest.mark.parametrize("screen", EMPTY, ids=lambda screen: screen.line or "alone")
def test_a_screen_says_how_to_begin_where_there_is_nothing_yet(
    monkeypatch: pytest.MonkeyPatch, screen: Screen
) -> None:
    for width in WIDTHS:
        text = drawn(monkeypatch, screen.line, width)
        words = unwrapped(text)
        assert not [said for said in screen.says if unwrapped(said) not in words], (width, text)
        assert [line for line in text.splitlines() if cells(line) > width] == [], width
