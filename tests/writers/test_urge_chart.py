"""The chart of urges at 80 and 40 columns and in plain sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from recoverplan.domain.text import cells
from recoverplan.domain.urge import Urge
from recoverplan.domain.urge_chart import UrgeChart, urge_chart
from recoverplan.writers.plain.urge import chart_lines
from recoverplan.writers.terminal.urge_chart import chart_screen

Golden = Callable[[str, str], None]
ZONE = ZoneInfo("America/New_York")
TODAY = date(2026, 11, 23)
FIRST = TODAY - timedelta(days=89)


def urge(day: int, hour: int, strength: int, *tags: str, did: str = "", after: int = -1) -> Urge:
    """Return an urge so many days ago."""
    local = datetime.combine(TODAY - timedelta(days=day), datetime.min.time(), ZONE)
    at = local.replace(hour=hour).astimezone(UTC)
    return Urge(
        id=day * 24 + hour, at=at, zone=ZONE.key, strength=strength, triggers=tags,
        did=did or None, after=None if after < 0 else after, created=at,
    )  # fmt: skip


TEA, WALK = "Tea and the radio", "Shoes on, once round the block, and a longer way home"
LOGGED = [
    *(urge(7 * week, 21, 8 - week, "can't sleep", did=TEA, after=3) for week in range(6)),
    urge(42, 21, 9, "can't sleep", "alone at home", did=TEA),
    *(urge(7 * week + 1, 16, 6, "alone at home") for week in range(3)),
    *(urge(day, 0, 4, f"trigger number {day}") for day in range(10, 15)),
    urge(3, 18, 7, did=WALK, after=6),
    replace(urge(4, 12, 0), strength=None),
    urge(200, 12, 5, "old"),
]
CHART = urge_chart(LOGGED, FIRST, TODAY)


def drawn(chart: UrgeChart, width: int, *, clock24: bool = False) -> str:
    console = Console(width=width, no_color=True, highlight=False)
    with console.capture() as shown:
        console.print(chart_screen(chart, TODAY, width, clock24=clock24), crop=False)
    return shown.get()


@pytest.mark.parametrize("width", [80, 40])
def test_the_screen(golden: Golden, width: int) -> None:
    shown = drawn(CHART, width)
    assert max(map(cells, shown.splitlines())) <= width
    golden(f"urge-chart-{width}", shown)


def test_the_plain_sentences(golden: Golden) -> None:
    said = list(chart_lines(CHART, TODAY, clock24=False))
    assert not {"→", "·", "–"} & set("".join(said))
    assert all(line.endswith(".") or "recoverplan" in line for line in said)
    golden("urge-chart-plain", "\n".join(said))


def test_many_in_one_hour_and_none_at_all() -> None:
    many = [replace(urge(0, 21, 5), id=number) for number in range(1, 13)]
    shown = drawn(urge_chart(many, FIRST, TODAY), 40, clock24=True)
    assert "+: ten or more." in shown
    assert "Mon    .....................+.." in shown
    none = drawn(urge_chart([], FIRST, TODAY), 80)
    assert "0 urges on 0 days." in none
    assert "WHAT" not in none
