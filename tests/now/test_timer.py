"""`now --timer`: the warning first, time kept by a clock of the test's own, words without one."""

from __future__ import annotations

import pytest

from conftest import Run
from recoverplan.domain.text import cells
from recoverplan.now.asked import USUAL_SECONDS, understood
from recoverplan.now.timer import BREATH, left_said, line, offer, ride, rows_needed, spell
from recoverplan.words import moment as words
from recoverplan.words.moment import LIMITS

WARNING = "If this is withdrawal or an overdose, don't wait: recoverplan now."


class Clock:
    """A clock that moves only when somebody sleeps, and a little late each time."""

    def __init__(self, interrupted_at: float = 1e9) -> None:
        self.now = 1000.0
        self.interrupted_at = 1000 + interrupted_at

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds + 0.01
        if self.now > self.interrupted_at:
            raise KeyboardInterrupt


def ridden(clock: Clock, seconds: int, room: int = 10**6) -> tuple[int, list[int]]:
    """Ride it out by this clock; return the seconds that passed and those that were shown."""
    shown: list[int] = []

    def show(text: str) -> bool:
        shown.append(int(text))
        return len(shown) < room

    passed = ride(show, seconds, clock.read, clock.sleep, each=str)
    return passed, shown


def test_every_second_is_shown_once_and_the_end_comes() -> None:
    passed, shown = ridden(Clock(), 900)
    assert passed == 900
    assert shown == list(range(900))


def test_control_c_ends_it_and_says_after_how_long() -> None:
    passed, shown = ridden(Clock(interrupted_at=240.5), 900)
    assert passed == 240
    assert shown[-1] == 240


def test_a_terminal_that_is_gone_ends_it() -> None:
    passed, shown = ridden(Clock(), 900, room=3)
    assert (passed, len(shown)) == (2, 3)


def test_the_warning_comes_first_and_nothing_is_promised() -> None:
    for timed in (True, False):
        said = offer(900, breathe=True, timed=timed)
        assert said[0] == words.WARNING == WARNING
        assert "ride it out for 15 minutes" in said[1]
        assert ("Ctrl-C" in said[1]) is timed


@pytest.mark.parametrize("width", [80, 40, 30])
@pytest.mark.parametrize("breathe", [False, True])
def test_the_line_fits_and_changes_calmly(width: int, breathe: bool) -> None:
    shown = [line(second, 900, width, breathe=breathe) for second in range(900)]
    assert max(map(cells, shown)) <= width
    if not breathe:
        assert len(set(shown)) < 40
    assert shown[0].endswith("15 minutes left")
    assert shown[899].endswith("less than a minute left")


def test_a_breath_grows_stays_and_goes() -> None:
    shown = [line(second, 900, 80, breathe=True) for second in range(BREATH + 1)]
    said = [each.removesuffix("   15 minutes left") for each in shown]
    assert said[0].startswith("breathe in ")
    assert said[4].startswith("hold ")
    assert said[6].startswith("breathe out ")
    assert said[BREATH] == said[0]
    full = [each.rpartition(" ")[2].count("o") for each in said[:BREATH]]
    assert full[:4] == sorted(full[:4])
    assert full[4:6] == [6, 6]
    assert full[6:] == sorted(full[6:], reverse=True)


def test_lengths_are_said_in_minutes() -> None:
    assert (spell(60), spell(900), spell(40)) == ("1 minute", "15 minutes", "40 seconds")
    assert left_said(0, 900) == "15 minutes left"
    assert left_said(1, 900) == "15 minutes left"
    assert left_said(60, 900) == "14 minutes left"
    assert left_said(840, 900) == "1 minute left"


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("", None), ("--timer", USUAL_SECONDS), ("--timer 10", 600), ("--timer=10m", 600),
        ("--timer 90s", 90), ("--timer 120", 7200), ("--breathe", USUAL_SECONDS),
        ("--breathe --timer 5", 300), ("--timer 5 --breathe", 300), ("--timer --json", 900),
    ],
)  # fmt: skip
def test_the_length_may_be_said(typed: str, seconds: int | None) -> None:
    asked = understood([], typed.split())
    assert asked.seconds == seconds
    assert asked.no_length is None
    assert not asked.extra


@pytest.mark.parametrize("typed", ["0", "121", "5x", "9" * 5000, "1.5"])
def test_what_is_no_length_gets_the_usual_one_and_a_word(run: Run, typed: str) -> None:
    asked = understood([], ["--timer", typed])
    assert (asked.seconds, asked.no_length) == (USUAL_SECONDS, typed)
    result = run("now", f"--timer={typed}")
    assert result.code == 0
    assert "--timer takes minutes" in result.err


def test_without_a_terminal_the_words_are_said_once_and_nobody_waits(run: Run) -> None:
    plain = run("now").out
    result = run("now", "--timer", "--breathe")
    assert result.code == 0
    assert result.out.startswith(plain)
    assert result.out.removeprefix(plain).splitlines() == offer(900, breathe=True, timed=False)
    assert LIMITS in result.out
    assert run("now", "--timer", "--json").json == run("now", "--json").json


def test_its_rows_are_counted_whole() -> None:
    assert rows_needed(900, 80, breathe=False) == 1 + 2 + 2
    assert rows_needed(900, 40, breathe=True) == 5 + 3
