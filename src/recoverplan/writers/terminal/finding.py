"""Found meetings on a terminal: number, when and name; below, what and where."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import has_way
from recoverplan.domain.listing import Found, FoundAll
from recoverplan.domain.span import Span
from recoverplan.domain.text import cells, clean
from recoverplan.words import lists as words
from recoverplan.writers.columns import fit, wrap
from recoverplan.writers.finding import facts_of, to_join, when_of
from recoverplan.writers.plain.finding import title
from recoverplan.writers.terminal.style import Row, rows_of, screen
from recoverplan.writers.wording import capital

if TYPE_CHECKING:
    from rich.console import Group

MEASURE = 100
INDENT = "      "


def found_screen(
    result: FoundAll,
    span: Span | None,
    zone: ZoneInfo,
    now: datetime,
    width: int,
    *,
    clock24: bool,
    miles: bool = False,
) -> Group:
    """Return what was found for a terminal of `width` columns."""
    measure = min(width, MEASURE)
    head = title(result, span, zone, clock24=clock24)
    rows: list[Row] = [*rows_of(wrap(head, measure), "title")]
    if not result.meetings:
        return screen([*rows, [], *rows_of(wrap(words.NOTHING_FOUND, measure))])
    for each in result.meetings:
        rows += [[], *found_rows(each, zone, now, measure, clock24=clock24, miles=miles)]
    command = words.TO_TRY.format(id=result.meetings[0].kept.id)
    return screen([*rows, [], *rows_of(wrap(command, measure))])


def found_rows(
    each: Found, zone: ZoneInfo, now: datetime, width: int, *, clock24: bool, miles: bool = False
) -> list[Row]:
    """Return the lines of one meeting."""
    listing = each.kept.listing
    number = f"{each.kept.id}".ljust(len(INDENT))
    when = when_of(each, zone, now, clock24=clock24)
    name = clean(listing.name)
    room = width - len(INDENT) - cells(when) - 2
    if room >= min(cells(name), 24):
        rows: list[Row] = [[number, f"{when}  ", (fit(name, room), "name")]]
    else:
        rows = [
            [number, (fit(name, width - len(INDENT)), "name")],
            *rows_of(INDENT + part for part in wrap(when, width - len(INDENT))),
        ]
    details = [" · ".join(facts_of(each, miles=miles)), *to_join(each)]
    for detail in details:
        rows += rows_of(INDENT + part for part in wrap(detail, width - len(INDENT)))
    if not has_way(listing):
        rows += rows_of([INDENT + fit(capital(words.NO_WAY), width - len(INDENT))], "open")
    if listing.caution:
        said = f"{words.THE_LIST_SAYS.format(caution=clean(listing.caution))}. {words.ASK_THEM}"
        rows += rows_of((INDENT + part for part in wrap(said, width - len(INDENT))), "open")
    return rows
