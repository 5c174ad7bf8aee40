"""The plan's table on a wide screen: one row for each window after the first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from recoverplan.domain.outlook import days_of
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.saying import short_day
from recoverplan.domain.text import cells, clean
from recoverplan.words import plan as words
from recoverplan.writers import times, wording
from recoverplan.writers.columns import pad
from recoverplan.writers.terminal.style import Row, side_by_side
from recoverplan.writers.viewer import Viewer

if TYPE_CHECKING:
    from recoverplan.writers.lived import Extra

SPACE = "  "
ALL = 1000
# What labels, check-ins and the last column may take, tried one after the other: a label's tail
# says less than who is asked, and that less than what is open.
GIVING = (
    (ALL, ALL, ALL),
    (ALL, ALL, 15),
    (14, ALL, 15),
    (14, 20, 15),
    (14, 20, 13),
    (10, 20, 13),
    (10, 20, 0),
)


class Columns(NamedTuple):
    """The widths of the table's columns, in cells; 0: not there."""

    day: int
    hours: int
    label: int
    level: int
    check_in: int
    also: int


NO_WINDOWS = Columns(6, 13, 0, 0, 0, 0)


class Cells(NamedTuple):
    """What one row says; `also` from the longest way of saying it to the shortest."""

    day: str
    hours: str
    label: str
    level: str
    time: str
    asked: str  # "call Sam", or why there is nobody
    also: list[str]


def table(
    rest: tuple[Planned, ...],
    plan: Plan,
    viewer: Viewer,
    width: int,
    extras: Sequence[Extra] = (),
) -> list[Row] | None:
    """Return one row for each window, and for what else is meant, under headings.

    None where the width is too small for it.
    """
    lines = [cells_of(planned, plan, viewer) for planned in rest]
    if not lines and not extras:
        return []
    widths = columns(lines, width) if lines else NO_WINDOWS
    if widths is None:
        return None
    starts = [planned.span.start for planned in rest]
    found: list[tuple[datetime, Cells | Extra]] = [*zip(starts, lines, strict=True)]
    found += [(each.at, each) for each in extras]
    if extras:
        found.sort(key=lambda each: each[0])
    rows: list[Row] = []
    shown: date | None = None
    heading = ""
    for start, line in found:
        day = start.astimezone(plan.zone).date()
        section = section_of(day, plan)
        if section != heading:
            rows += [[]] if rows else []
            rows.append(heading_row(section, widths, first=not heading and bool(lines)))
            heading, shown = section, None
        if isinstance(line, Cells):
            rows += table_rows(line if day != shown else line._replace(day=""), widths)
        else:
            named = "" if day == shown else short_day(day)
            rows += extra_rows(named, line, widths, width)
        shown = day
    return rows


def extra_rows(day: str, extra: Extra, widths: Columns, width: int) -> list[Row]:
    """Return what is meant: its day, its time, and what it is beside the labels."""
    hours = max(widths.hours, cells(extra.time))
    room = width - 2 - widths.day - 2 - hours - 2
    columns = [(day, widths.day, ""), (extra.time, hours, "time"), (extra.text, room, "")]
    return side_by_side(columns, SPACE)


def section_of(day: date, plan: Plan) -> str:
    """Return the heading a day stands under: the week, or its month in a longer plan."""
    days = days_of(plan)
    if days == 1:
        return "THE DAY"
    if days <= 7:
        return "THE WEEK" if days == 7 else "THE DAYS"
    return times.month_said(day, plan).upper()


def cells_of(planned: Planned, plan: Plan, viewer: Viewer) -> Cells:
    """Return what a window's row says."""
    time, asked = wording.check_in(planned, plan, viewer)
    return Cells(
        day=short_day(planned.span.start.astimezone(plan.zone).date()),
        hours=times.hours_short(planned.span, plan.zone, clock24=viewer.clock24),
        label=clean(planned.risk.label),
        level=wording.level_said(planned),
        time=time,
        asked=asked,
        also=also(planned, plan, viewer),
    )


def also(planned: Planned, plan: Plan, viewer: Viewer) -> list[str]:
    """Return meetings and gaps of a window, from the longest way of saying it to the shortest."""
    full = wording.meetings_short(planned, plan, clock24=viewer.clock24)
    short = [said.replace(" at ", " ") for said in full]
    if not times.gaps_ahead(planned, plan):
        return (
            [" · ".join(full), " · ".join(short), *full[:1], *short[:1]]
            if full
            else [words.COVERED]
        )
    gaps = times.open_words(planned, plan, clock24=viewer.clock24)
    total = times.open_total(planned, plan)
    # What is open is shown before a meeting that finds no room.
    return [" · ".join([*full, gaps]), " · ".join([*short, gaps]), gaps, total, "open"]


def columns(lines: list[Cells], width: int) -> Columns | None:
    """Return the columns' widths: as wide as needed; where that is too much, labels give first."""
    day = max(cells(line.day) for line in lines)
    hours = max(cells(line.hours) for line in lines)
    level = max(cells(line.level) for line in lines)
    label = max(cells(line.label) for line in lines)
    check_in = max([8, *(cells(check_in_words(line)) for line in lines)])
    longest = max(cells(line.also[0]) for line in lines)
    shortest = max([4, *(min(map(cells, line.also)) for line in lines)])
    fixed = 2 + day + 2 + hours + 2 + (level + 2 if level else 0)
    room = width - fixed - 4
    for most_label, most_check_in, most_also in GIVING:
        narrow, asked = min(label, most_label), min(check_in, most_check_in)
        also_width = max(min(longest, most_also), shortest)
        spare = room - narrow - asked - also_width
        if spare >= 0:
            # What is left goes back to the columns that gave, then to the last one.
            back = min(spare, label - narrow)
            again = min(spare - back, check_in - asked)
            wide = also_width + spare - back - again
            return Columns(day, hours, narrow + back, level, asked + again, wide)
    return None


def check_in_words(line: Cells) -> str:
    """Return the check-in column's text."""
    return f"{line.time} {line.asked}".strip()


def heading_row(section: str, widths: Columns, *, first: bool) -> Row:
    """Return the row of headings; those of the columns only once."""
    if not first:
        return [(section, "heading")]
    left = 2 + widths.day + 2 + widths.hours + 2 + widths.label + 2
    left += widths.level + 2 if widths.level else 0
    asked = pad(words.CHECK_IN.upper(), widths.check_in)
    return [(pad(section, left), "heading"), (asked + SPACE + words.ALSO.upper(), "heading")]


def table_rows(line: Cells, widths: Columns) -> list[Row]:
    """Return one window's row; where a text is longer than its column, the rows it takes."""
    also_said = next((text for text in line.also if cells(text) <= widths.also), line.also[-1])
    columns = [
        (line.day, widths.day, ""),
        (line.hours, widths.hours, "time"),
        (line.label, widths.label, "name"),
        (line.level, widths.level, "high"),
        (check_in_words(line), widths.check_in, ""),
        (also_said, widths.also, also_style(also_said)),
    ]
    return side_by_side(columns, SPACE)


def also_style(said: str) -> str:
    """Return the style of the last column; it says again what the words say."""
    if said.endswith("open"):
        return "open"
    return "quiet" if said == words.COVERED else ""
