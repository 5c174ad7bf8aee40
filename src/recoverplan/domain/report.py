"""A page of some days to take to somebody: each line chosen, no totals, no score."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from operator import itemgetter
from typing import NamedTuple

from recoverplan.domain.looking_back import Known
from recoverplan.domain.saying import medium_day
from recoverplan.domain.text import clean
from recoverplan.domain.urge_chart import UrgeChart
from recoverplan.domain.zone import known_zone
from recoverplan.words import review as words

NOTES = "notes"
LEVELS = 3  # heights of a bar


class ReportLine(NamedTuple):
    """One line of a part of words.PARTS, with its number from 1 on."""

    number: int
    part: str
    text: str


class Report(NamedTuple):
    """Lines in the order of the parts. `grid`: seven days of 24 heights from 0 to LEVELS."""

    title: str
    lines: tuple[ReportLine, ...]
    grid: tuple[tuple[int, ...], ...]


def make_report(title: str, texts: Iterable[tuple[str, str]], chart: UrgeChart) -> Report:
    """Return the page with every line there could be: pairs of a part and a text, and the chart."""
    grid = grid_of(chart)
    every = [*texts, *([("chart", words.CHART_LINE)] if any(map(any, grid)) else [])]
    every += [("triggers", clean(each.text)) for each in chart.triggers if each.text]
    every += [("did", clean(each.text)) for each in chart.done]
    order = tuple(words.PARTS)
    every.sort(key=lambda pair: order.index(pair[0]))
    lines = tuple(ReportLine(number, *pair) for number, pair in enumerate(every, 1))
    return Report(title, lines, grid)


def grid_of(chart: UrgeChart) -> tuple[tuple[int, ...], ...]:
    """Return how high each hour's bar is, against the hour in which most began."""
    most = max((hour.urges for hour in chart.hours), default=0)
    heights = [[0] * 24 for _ in range(7)]
    for hour in chart.hours:
        heights[hour.weekday][hour.hour] = -(-hour.urges * LEVELS // most)
    return tuple(map(tuple, heights))


def notes_of(known: Known, first: date, last: date) -> Iterator[str]:
    """Yield what was noted of urges, lapses and meetings in these days, the earliest first."""
    logged = [(each.at, each.zone, each.note) for each in known.urges]
    logged += [(each.at, each.zone, each.note) for each in known.lapses]
    logged += [(each.at, each.zone, each.note) for each in known.meetings]
    yield from notes_said(logged, first, last)


def notes_said(
    logged: Iterable[tuple[datetime, str, str | None]], first: date, last: date
) -> Iterator[str]:
    """Yield notes of these days with their day; each has its instant and the zone where it was."""
    for at, zone, note in sorted(logged, key=itemgetter(0)):
        day = at.astimezone(known_zone(zone) or UTC).date()
        if note and first <= day <= last:
            yield words.NOTE.format(day=medium_day(day), text=clean(note))


def with_parts(report: Report, parts: Collection[str]) -> Report:
    """Return the report with the lines of these parts alone; "all" is all but notes."""
    named = set(parts) | (set(words.PARTS) - {NOTES} if words.ALL in parts else set())
    return with_lines(report, {line.number for line in report.lines if line.part in named})


def with_lines(report: Report, numbers: Collection[int]) -> Report:
    """Return the report with these lines alone, and the chart only where its line is one."""
    lines = tuple(line for line in report.lines if line.number in numbers)
    charted = any(line.part == "chart" for line in lines)
    return report._replace(lines=lines, grid=report.grid if charted else ())
