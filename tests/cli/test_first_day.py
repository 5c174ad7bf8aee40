"""The day that weeks are shown from: on every calendar and map, and nowhere in what is planned."""

from __future__ import annotations

import pytest

from conftest import Run
from terminal import Terminal
from whole.test_first_week import ALEX, enter

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FIRST = ("monday", "sunday", "saturday")


def order(first: str) -> list[str]:
    place = DAYS.index(first)
    return [day.capitalize() for day in DAYS[place:] + DAYS[:place]]


def found(text: str, names: list[str]) -> list[str]:
    """Return which of the names begin lines, in the order of the lines."""
    heads = (line.split()[0] for line in text.splitlines() if line.strip())
    return list(dict.fromkeys(head for head in heads if head in names))


@pytest.mark.parametrize("first", FIRST)
def test_maps_and_charts_begin_on_it(first: str, run: Run) -> None:
    enter(run, *ALEX)
    for day in range(16, 23):
        run("urge", "log", "--strength", "5", "--at", f"2026-11-{day} 21:00")
    before = {line: run(*line, "--json").out for line in (("risk", "map"), ("plan",))}
    assert run("config", "week", first).code == 0
    short = [day[:3] for day in order(first)]
    for line in (("risk", "map"), ("urge", "chart")):
        _, screen = Terminal(*line).rest()
        assert found(screen, short) == short, screen
    assert found(run("--plain", "risk", "map", "--blank").out, short) == short
    said = run("--plain", "urge", "chart").out.replace(",", " ,")
    assert found(said, order(first)) == order(first)
    assert before == {line: run(*line, "--json").out for line in before}


@pytest.mark.parametrize(
    ("first", "names", "week"),
    [
        ("monday", "Mo  Tu  We  Th  Fr  Sa  Su", "23  24  25 [26] 27  28  29"),
        ("sunday", "Su  Mo  Tu  We  Th  Fr  Sa", "22  23  24  25 [26] 27  28"),
        ("saturday", "Sa  Su  Mo  Tu  We  Th  Fr", "21  22  23  24  25 [26] 27"),
    ],
)
def test_calendars_begin_on_it(first: str, names: str, week: str, run: Run) -> None:
    assert run("config", "week", first).code == 0
    _, screen = Terminal("when", "2026-11-26 7pm-8pm").rest()
    assert names in screen
    assert week in screen


def test_it_is_told_taken_back_and_refused(run: Run) -> None:
    assert "week: monday. Weeks are shown from Monday on." in run("config").out
    assert run("config", "week", "Sun").out.startswith("week: sunday.")
    assert run("config", "--json").json["config"]["week"] == "sunday"
    assert run("config", "week", "").out.startswith("week: monday.")
    refused = run("config", "week", "tuesday")
    assert refused.code == 2
    assert 'week can be monday, sunday or saturday, not "tuesday".' in refused.err
