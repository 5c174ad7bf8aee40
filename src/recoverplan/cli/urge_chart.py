"""`recoverplan urge chart`: the week by the hour, what sets urges off, what was done."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from recoverplan.cli.fields import whole
from recoverplan.cli.output import can_ask, emit
from recoverplan.cli.session import Session
from recoverplan.cli.written import say_lines
from recoverplan.domain.moment import understand_day
from recoverplan.domain.urge import Urge
from recoverplan.domain.urge_chart import UrgeChart, day_of, urge_chart
from recoverplan.errors import UsageError
from recoverplan.services.keeping import reading
from recoverplan.store.opened import Store
from recoverplan.store.table import instant_in, instant_out
from recoverplan.store.tables import urges as urge_table
from recoverplan.words import review as page_words
from recoverplan.words import urge as words

if TYPE_CHECKING:
    from recoverplan.cli.report import Page
    from recoverplan.writers.terminal.style import Screen

USUAL_DAYS, MOST_DAYS = 90, 36500
EXAMPLE = page_words.EXAMPLE.format(command="urge chart", part="chart")
WORLD = timedelta(days=2)  # no two places are a day of the calendar further apart


def chart_of(
    session: Session, days: str | None, from_: str | None
) -> tuple[UrgeChart, tuple[Urge, ...]]:
    """Return the chart of the days that were typed, and the urges around them. Raises UsageError.

    Of those long before them only how many there are, and the first, is read.
    """
    length = None if days is None else whole("--days", days, 1, MOST_DAYS)
    with reading(session.home) as store:
        # Where it was logged it may have been tomorrow already; it was so in no older log.
        newest = urges_since(store, session.now - WORLD)
        last = max([session.now.date(), *map(day_of, newest)])
        if from_ is None:
            first = last - timedelta(days=(length or USUAL_DAYS) - 1)
        else:
            first = understand_day(from_, session.now)
            if first > last:
                raise UsageError(words.FROM_TO_COME, words.FROM_LIKE)
            if length is not None:
                last = first + timedelta(days=length - 1)
        around = datetime.combine(first, time(), UTC) - WORLD
        urges = urges_since(store, around)
        before, since = urges_before(store, around)
    return urge_chart(urges, first, last, before=before, since=since), urges


def urges_since(store: Store | None, moment: datetime) -> tuple[Urge, ...]:
    """Return the urges from a moment on, oldest first."""
    since = {"since": instant_out(moment)}
    found = urge_table.load_those(store, "at >= :since", since) if store else ()
    return tuple(sorted(found, key=attrgetter("at")))


def urges_before(store: Store | None, moment: datetime) -> tuple[int, date | None]:
    """Return how many urges there were before a moment, and the day of the first, if any."""
    if store is None:
        return 0, None
    until = {"until": instant_out(moment)}
    asked = "SELECT count(*), min(at) FROM urge WHERE at < :until"
    count, began = store.execute(asked, until).fetchone()
    if not count:
        return 0, None
    until = {"until": instant_out(instant_in(began) + WORLD)}
    return count, min(map(day_of, urge_table.load_those(store, "at < :until", until)))


def chart_page(
    session: Session,
    days: str | None,
    from_: str | None,
    page: Page,
    parts: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Write the chart as a page, each line of it chosen; without a terminal, the hours alone."""
    from recoverplan.cli.report import write_page
    from recoverplan.domain.looking_back import NOTES, make_report, notes_said
    from recoverplan.writers.plain.urge import days_said

    if as_json:
        raise UsageError(page_words.CHART_ONLY, "")
    found, urges = chart_of(session, days, from_)
    noted = [(each.at, each.zone, each.note) for each in urges]
    texts = ((NOTES, text) for text in notes_said(noted, found.first, found.last))
    if not parts and not can_ask():
        parts = ("chart",)
    report = make_report(days_said(found, session.now.date()), texts, found)
    write_page(session, report, page, parts, page_words.OTHER_CHART_DAYS)


def show_chart(session: Session, days: str | None, from_: str | None, *, as_json: bool) -> None:
    """Print the chart of the last `days` days, or of those from a day on; 90 unless said."""
    from recoverplan.writers.plain.urge import chart_lines
    from recoverplan.writers.records.looking_back import chart_record

    today = session.now.date()
    found, _ = chart_of(session, days, from_)
    if found.since is None and not as_json:
        say_lines((words.NONE_YET, words.HOW_TO_LOG), session)
        return

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.urge_chart import chart_screen

        return chart_screen(
            found, today, width, clock24=session.clock24, first_day=session.first_day
        )

    emit(
        plain=lambda: chart_lines(
            found, today, clock24=session.clock24, first_day=session.first_day
        ),
        plainly=session.plain,
        screen=screen,
        document=(lambda: chart_record(found)) if as_json else None,
    )
