"""`recoverplan urge chart`: the week by the hour, what sets urges off, what was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from recoverplan.cli.fields import whole
from recoverplan.cli.output import can_ask, emit
from recoverplan.cli.session import Session
from recoverplan.cli.urge_keep import load
from recoverplan.cli.written import say_lines
from recoverplan.domain.moment import understand_day
from recoverplan.domain.urge import Urge
from recoverplan.domain.urge_chart import UrgeChart, day_of, urge_chart
from recoverplan.errors import UsageError
from recoverplan.words import review as page_words
from recoverplan.words import urge as words

if TYPE_CHECKING:
    from recoverplan.cli.report import Asked
    from recoverplan.writers.terminal.style import Screen

USUAL_DAYS, MOST_DAYS = 90, 36500


def chart_of(
    urges: Sequence[Urge], session: Session, days: str | None, from_: str | None
) -> UrgeChart:
    """Return the chart of the days that were typed. Raises UsageError."""
    today = session.now.date()
    length = None if days is None else whole("--days", days, 1, MOST_DAYS)
    # Where it was logged it may have been tomorrow already; it was so in no older log.
    newest = [urge for urge in urges if urge.at > urges[-1].at - timedelta(days=2)]
    last = max([today, *map(day_of, newest)])
    if from_ is None:
        first = last - timedelta(days=(length or USUAL_DAYS) - 1)
    else:
        first = understand_day(from_, session.now)
        if first > last:
            raise UsageError(words.FROM_TO_COME, words.FROM_LIKE)
        if length is not None:
            last = first + timedelta(days=length - 1)
    return urge_chart(urges, first, last)


def chart_page(
    session: Session, days: str | None, from_: str | None, page: Asked, *, as_json: bool
) -> None:
    """Write the chart as a page, each line of it chosen; without a terminal, the hours alone."""
    from recoverplan.cli.report import write_page
    from recoverplan.domain.looking_back import NOTES, make_report, notes_said
    from recoverplan.writers.plain.urge import days_said

    if as_json:
        raise UsageError(page_words.CHART_ONLY, "")
    urges = load(session)
    found = chart_of(urges, session, days, from_)
    noted = [(each.at, each.zone, each.note) for each in urges]
    texts = ((NOTES, text) for text in notes_said(noted, found.first, found.last))
    if not page.parts and not can_ask():
        page = page._replace(parts=("chart",))
    title = days_said(found, session.now.date())
    write_page(session, make_report(title, texts, found), page, page_words.OTHER_CHART_DAYS)


def show_chart(session: Session, days: str | None, from_: str | None, *, as_json: bool) -> None:
    """Print the chart of the last `days` days, or of those from a day on; 90 unless said."""
    from recoverplan.writers.plain.urge import chart_lines
    from recoverplan.writers.records.looking_back import chart_record

    today = session.now.date()
    urges = load(session)
    found = chart_of(urges, session, days, from_)
    if not urges and not as_json:
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
