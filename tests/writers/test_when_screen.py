"""The screen of `when`: a sentence, what comes next, notes, and a calendar of one month or two."""

from __future__ import annotations

import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from conftest import Golden
from recoverplan.domain.explanation import explain
from recoverplan.domain.phrase import understand
from recoverplan.domain.text import cells
from recoverplan.writers.terminal.when import when_screen
from recoverplan.writers.when import when_lines

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)
PHRASES = ("nights", "24 dec 18:00 - 2 jan 12:00", "every year on 29 feb")


def shown(phrase: str, width: int, *, clock24: bool = False) -> str:
    """Return the screen of a phrase on a terminal of that width."""
    understood = understand(phrase, NOW, clock24=clock24)
    explanation = explain(phrase, understood, ZONE, NOW, 3)
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False, markup=False)
    console.print(when_screen(explanation, width, clock24=clock24))
    return out.getvalue()


def test_80_columns_look_as_they_should(golden: Golden) -> None:
    golden("when-80", shown("every other friday from 27 nov 5pm-11pm", 80))


def test_40_columns_look_as_they_should(golden: Golden) -> None:
    golden("when-40", shown("15th and last day 17:00-23:00, if weekend the friday before", 40))


def test_a_stretch_over_new_year_marks_each_of_its_days() -> None:
    screen = shown("24 dec 18:00 - 2 jan 12:00", 80)
    assert "[24][25][26][27]" in screen
    assert "[28][29][30][31]" in screen
    assert "[ 1][ 2]  3" in screen


def test_a_night_past_midnight_marks_the_day_on_which_it_starts() -> None:
    assert " 23  24  25  26 [27] 28  29" in shown("27 nov 9pm-2am", 80)


def test_what_is_over_has_no_calendar() -> None:
    assert shown("1 jan 2020 6-7pm", 80).splitlines() == [
        "1 Jan 2020, 6–7 pm.",
        "",
        "Nothing of it is left to come.",
    ]


@pytest.mark.parametrize("width", [30, 40, 61, 62, 80, 200])
@pytest.mark.parametrize("phrase", PHRASES)
def test_no_line_is_wider_than_the_terminal(phrase: str, width: int) -> None:
    assert max(cells(line) for line in shown(phrase, width).splitlines()) <= width


def test_plain_lines_have_no_dashes_and_no_columns() -> None:
    understood = understand("fri 17:00 - sun 23:00", NOW)
    explanation = explain("", understood, ZONE, NOW, 2)
    assert list(when_lines(explanation, clock24=True)) == [
        "Every Friday 17:00 to Sunday 23:00.",
        "Next: Friday 27 November, 17:00 to Sun 29, 23:00.",
        "Then: Friday 4 December, 17:00 to Sun 6, 23:00.",
    ]
