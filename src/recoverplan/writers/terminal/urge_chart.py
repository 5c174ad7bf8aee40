"""The chart of urges as a screen: numbers tell everything, colour repeats it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recoverplan.domain.saying import WEEKDAYS, medium_day
from recoverplan.domain.text import cells, clean, counted
from recoverplan.domain.urge_chart import Did, Trigger, UrgeChart
from recoverplan.words import urge as words
from recoverplan.words.plan import CALM
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.plain.urge import earlier_said, how_many, mean_said
from recoverplan.writers.terminal.style import Row, Screen, rows_of, side_by_side, title_rows
from recoverplan.writers.weekmap import hours_above, look, weekdays_from

WIDEST = 80
SHOWN = 6  # of the triggers, and of what was done; the rest is counted
NARROW = 60
MOST = 9  # the largest count that one column can show
INDENT = "  "


def chart_screen(
    chart: UrgeChart, today: date, width: int, *, clock24: bool, first_day: int = 0
) -> Screen:
    """Return the chart for a terminal of this width."""
    width = min(width, WIDEST)
    rows = heading(chart, today, width)
    if chart.urges:
        rows += [[], *grid(chart, width, clock24=clock24, first_day=first_day), []]
        rows += rows_of([line for said in legend(chart) for line in wrap(said, width)], "quiet")
    if chart.triggers:
        rows += [[], *triggers(chart.triggers, width)]
    if chart.done:
        rows += [[], *done(chart.done, width)]
    if chart.earlier:
        rows += [[], *rows_of(wrap(earlier_said(chart), width))]
    return Screen(rows)


def heading(chart: UrgeChart, today: date, width: int) -> list[Row]:
    """Return the title, the days and how many urges there were."""
    first, last = (
        medium_day(day) + (f" {day.year}" if day.year != today.year else "")
        for day in (chart.first, chart.last)
    )
    days = f"{first} to {last}"
    return [*title_rows(words.CHART, days, width), *rows_of(wrap(f"{how_many(chart)}.", width))]


def grid(chart: UrgeChart, width: int, *, clock24: bool, first_day: int = 0) -> list[Row]:
    """Return the week by the hour: a row for each day, a number for each hour that has any."""
    form = look(width)
    counts = {(hour.weekday, hour.hour): hour.urges for hour in chart.hours}
    most = max(counts.values(), default=0)
    rows: list[Row] = [[(hours_above(form, clock24=clock24), "quiet")]]
    for number in weekdays_from(first_day):
        row: Row = [pad(WEEKDAYS[number][:3], form.before)]
        for hour in range(24):
            count = counts.get((number, hour), 0)
            row.append((sign(count).ljust(form.cell), heat(count, most)))
        rows.append(row)
    return rows


def sign(count: int) -> str:
    """Return an hour's sign: a dot, or how many urges began in it."""
    if count > MOST:
        return "+"
    return str(count) if count else CALM


def heat(count: int, most: int) -> str:
    """Return the style that repeats how large a number is beside the largest."""
    if not count:
        return "quiet"
    return "heading" if 3 * count > 2 * most else "time" if 3 * count > most else ""


def legend(chart: UrgeChart) -> list[str]:
    """Return what the signs mean, as far as they are there."""
    many = any(hour.urges > MOST for hour in chart.hours)
    parts = ", ".join(
        words.IN_PART.format(day=WEEKDAYS[one.weekday], part=one.part, count=one.urges)
        for one in chart.parts
    )
    about = [words.ABOUT_THEN.format(parts=parts)] if parts else []
    return [words.HOURS_LEGEND, *([words.MANY] if many else []), *about]


def triggers(found: Sequence[Trigger], width: int) -> list[Row]:
    """Return what set urges off, with how many and how strong they were on average."""
    facts = [
        (
            clean(one.text) if one.text else words.UNTAGGED,
            counted(one.urges, "urge"),
            mean_said(one.strength),
        )
        for one in found[:SHOWN]
    ]
    return [[(words.SET_OFF.upper(), "title")], *table(facts, width), *more(found)]


def done(found: Sequence[Did], width: int) -> list[Row]:
    """Return what was done, with how often and how strong it was before and after."""
    facts = [(clean(one.text), counted(one.times, "time"), change(one)) for one in found[:SHOWN]]
    rows: list[Row] = [[(words.DONE.upper(), "title")], *table(facts, width), *more(found)]
    if any(one.before is not None for one in found[:SHOWN]):
        rows += rows_of([INDENT + line for line in wrap(words.AVERAGES, width - 2)], "quiet")
    return rows


def change(one: Did) -> str:
    """Return how strong it was before and after: "7.2 → 4.1", and of how many."""
    if one.before is None or one.after is None:
        return words.FEW
    part = "" if one.both == one.times else f" ({one.both} of {one.times})"
    return f"{words.STRENGTH_HEADING} {one.before:.1f} → {one.after:.1f}{part}"


def table(facts: Sequence[tuple[str, str, str]], width: int) -> list[Row]:
    """Return names with two facts in columns; below the name where the screen is narrow."""
    counts = max(cells(count) for _, count, _ in facts)
    last = max(cells(said) for _, _, said in facts)
    if width < NARROW:
        rows: list[Row] = []
        for name, count, said in facts:
            rows += rows_of([INDENT + line for line in wrap(name, width - 2)], "name")
            rows.append([f"{INDENT}{INDENT}{', '.join(filter(None, (count, said)))}"])
        return rows
    room = width - counts - last - 6
    names = min(max(cells(name) for name, _, _ in facts), room)
    return [
        row
        for name, count, said in facts
        for row in side_by_side(
            [
                (name, names, "name"),
                ([" " * (counts - cells(count)) + count], counts, ""),
                (said, last, ""),
            ],
            INDENT,
        )
    ]


def more(found: Sequence[object]) -> list[Row]:
    """Return how many are not shown, and where they are."""
    if len(found) <= SHOWN:
        return []
    return [[INDENT, (words.MORE.format(count=len(found) - SHOWN), "quiet")]]
