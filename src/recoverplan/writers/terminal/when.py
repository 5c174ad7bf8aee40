"""A phrase explained on a terminal: the sentence, what comes next, and a small calendar."""

from __future__ import annotations

from datetime import date, timedelta

from recoverplan.domain.explanation import Explanation
from recoverplan.domain.saying import MONTHS, WEEKDAYS
from recoverplan.writers.columns import wrap
from recoverplan.writers.terminal.style import BETWEEN, Row, Screen, rows_of, side_by_side
from recoverplan.writers.weekmap import weekdays_from
from recoverplan.writers.when import sentence, when

WEEK_WIDTH = 29
NEXT = "Next"
APART = 3  # columns between two months


def when_screen(
    explanation: Explanation, width: int, *, clock24: bool, first_day: int = 0
) -> Screen:
    """Return the screen of a phrase that was understood."""
    rows = rows_of(wrap(sentence(explanation.said), width), "title")
    if explanation.coming:
        rows += [[], *coming_rows(explanation, width, clock24=clock24)]
    if explanation.notes:
        rows += [[], *rows_of(line for note in explanation.notes for line in wrap(note, width))]
    if explanation.months:
        rows += [[], *calendar_rows(explanation, width, first_day)]
    return Screen(rows)


def coming_rows(explanation: Explanation, width: int, *, clock24: bool) -> list[Row]:
    """Return the next occurrences, one under the other."""
    room = max(20, width - len(NEXT) - len(BETWEEN))
    rows: list[Row] = []
    for number, span in enumerate(explanation.coming):
        said = when(span, explanation, clock24=clock24)
        label = "" if number else NEXT
        rows += side_by_side([(label, len(NEXT), "quiet"), (said, room, "time")])
    return rows


def calendar_rows(explanation: Explanation, width: int, first_day: int) -> list[Row]:
    """Return one month, or two beside each other where there is room; marked days in brackets."""
    room = 2 if width >= 2 * WEEK_WIDTH + APART else 1
    months = [month_rows(month, explanation, first_day) for month in explanation.months[:room]]
    height = max(map(len, months))
    blank: Row = [" " * WEEK_WIDTH]
    for month in months:
        month.extend([blank] * (height - len(month)))
    gap = " " * APART
    rows: list[Row] = []
    for beside in zip(*months, strict=True):
        row: Row = []
        for place, cells in enumerate(beside):
            row += ([gap] if place else []) + list(cells)
        rows.append(row)
    return rows


def month_rows(first: date, explanation: Explanation, first_day: int) -> list[Row]:
    """Return a month: its name, its weekdays, its weeks from their first day on."""
    names = "".join(f"  {WEEKDAYS[day][:2]}" for day in weekdays_from(first_day)) + " "
    name = f"{MONTHS[first.month - 1]} {first.year}"
    rows: list[Row] = [[(f" {name}".ljust(WEEK_WIDTH), "heading")], [(names, "quiet")]]
    day = first - timedelta(days=(first.weekday() - first_day) % 7)
    while day < first or day.month == first.month:
        week: Row = []
        for weekday in range(7):
            week.append(day_cell(day + timedelta(days=weekday), first.month, explanation))
        rows.append([*week, " "])
        day += timedelta(days=7)
    return rows


def day_cell(day: date, month: int, explanation: Explanation) -> str | tuple[str, str]:
    """Return a day in four columns: " 27 " or "[27]", blank outside its month."""
    if day.month != month:
        return "    "
    if day in explanation.marked:
        return f"[{day.day:>2}]", "high"
    return f" {day.day:>2} ", "quiet" if day < explanation.now.date() else ""
