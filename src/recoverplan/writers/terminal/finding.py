"""Found meetings on a terminal: number, when and name; below, what and where."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import has_way
from recoverplan.domain.listing import Found, FoundAll
from recoverplan.domain.span import Span
from recoverplan.domain.text import cells, clean
from recoverplan.words import lists as words
from recoverplan.writers.columns import fit, wrap
from recoverplan.writers.finding import (
    form_of,
    nothing_found,
    place_said,
    title,
    to_join,
    when_of,
    why,
)
from recoverplan.writers.terminal.style import Row, Screen, rows_of
from recoverplan.writers.wording import capital

MEASURE = 100
WIDE = 70  # columns from which a meeting has two lines at the most
ROOM = 20  # lines that ten meetings may have in all there
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
) -> Screen:
    """Return what was found for a terminal of `width` columns."""
    measure = min(width, MEASURE)
    head = title(result, span, zone, clock24=clock24)
    rows: list[Row] = [*rows_of(wrap(head, measure), "title")]
    if not result.meetings:
        return Screen([*rows, [], *rows_of(wrap(nothing_found(result), measure))])
    command = words.TO_TRY.format(id=result.meetings[0].kept.id)
    if measure >= WIDE:
        lines = [Lines(each, zone, now, measure, clock24, miles) for each in result.meetings]
        rows += fitted(lines, ROOM * len(lines) // 10 - 2 if len(lines) >= 10 else 3 * len(lines))
        return Screen([*rows, *rows_of(wrap(command, measure))])
    for each in result.meetings:
        rows += [[], *narrow_rows(each, zone, now, measure, clock24=clock24, miles=miles)]
    return Screen([*rows, [], *rows_of(wrap(command, measure))])


def fitted(found: list[Lines], most: int) -> list[Row]:
    """Return the lines of meetings, with what gives way from the last one up until they fit.

    How to attend goes first, which `group show` has too, then the words of a caution.
    """
    blocks = [each.all for each in found]
    for shorter in ("without_ways", "alone"):
        for number in reversed(range(len(found))):
            if sum(map(len, blocks)) > most:
                blocks[number] = getattr(found[number], shorter)
    return [row for block in blocks for row in block]


class Lines:
    """The lines of one meeting on a terminal that is wide enough: when and what, how, and but."""

    def __init__(
        self, each: Found, zone: ZoneInfo, now: datetime, width: int, clock24: bool, miles: bool
    ) -> None:
        when = when_of(each, zone, now, clock24=clock24)
        self.number = f"{each.kept.id}".ljust(len(INDENT))
        self.when = f"{when}  "
        self.name = clean(each.kept.listing.name)
        form = form_of(each)
        shown = form != "in person" or not place_said(each)  # an address says it
        self.reasons = ", ".join((*([form] if shown else []), *why(each, miles=miles)))
        self.room = width - len(INDENT) - cells(self.when)
        self.inside = width - len(INDENT)
        self.ways = [part for part in (place_said(each), *to_join(each)) if part]
        self.against = against_it(each)

    @property
    def all(self) -> list[Row]:
        """Return every line that there is."""
        ways = self.ways if self.fits else [self.reasons, *self.ways]
        second: list[Row] = [[INDENT, fit(" · ".join(ways), self.inside)]] if ways else []
        return [self.first(), *second, *self.but]

    @property
    def without_ways(self) -> list[Row]:
        """Return what and when, and what speaks against it."""
        return [self.first(), *self.but]

    @property
    def alone(self) -> list[Row]:
        """Return the one line that stays, with a word for what speaks against it."""
        return [self.first(words.CAUTION if self.against else "")]

    @property
    def but(self) -> list[Row]:
        """Return what speaks against going without asking first."""
        return [[INDENT, (fit(self.against, self.inside), "open")]] if self.against else []

    @property
    def fits(self) -> bool:
        """Tell whether the reasons stand beside the name."""
        left = self.room - min(cells(self.name), LEAST_NAME) - 3
        return left >= min(cells(self.reasons), SHORT)

    def first(self, mark: str = "") -> Row:
        """Return number, when and name, and why it is there; `mark` in its place."""
        beside = mark or (self.reasons if self.fits else "")
        taken = cells(beside) + 3 if beside else 0
        name = fit(self.name, max(self.room - taken, min(self.room, LEAST_NAME)))
        row: Row = [self.number, self.when, (name, "name")]
        if beside:
            said = f" · {fit(beside, self.room - cells(name) - 3)}"
            row.append((said, "open") if mark else said)
        return row


LEAST_NAME = 24  # columns of a name before what stands beside it gives way
SHORT = 12  # columns in which reasons still say something


def against_it(each: Found) -> str:
    """Return what speaks against going without asking first, "" for nothing."""
    listing = each.kept.listing
    if listing.caution:
        return f"{words.THE_LIST_SAYS.format(caution=clean(listing.caution))}. {words.ASK_THEM}"
    return "" if has_way(listing) else capital(words.NO_WAY)


def narrow_rows(
    each: Found, zone: ZoneInfo, now: datetime, width: int, *, clock24: bool, miles: bool
) -> list[Row]:
    """Return the lines of one meeting on a narrow terminal, each fact on its own."""
    number = f"{each.kept.id}".ljust(len(INDENT))
    room = width - len(INDENT)
    rows: list[Row] = [[number, (fit(clean(each.kept.listing.name), room), "name")]]
    when = when_of(each, zone, now, clock24=clock24)
    reasons = ", ".join((form_of(each), *why(each, miles=miles)))
    for part in (when, reasons, place_said(each), *to_join(each)):
        rows += rows_of(INDENT + line for line in wrap(part, room) if part)
    if said := against_it(each):
        rows += rows_of((INDENT + line for line in wrap(said, room)), "open")
    return rows
