"""`recoverplan urge chart`: the week by the hour, what sets urges off, what was done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from recoverplan.cli.fields import whole
from recoverplan.cli.output import emit
from recoverplan.cli.session import Session
from recoverplan.cli.urge_keep import load
from recoverplan.cli.written import say_lines
from recoverplan.domain.moment import understand_day
from recoverplan.domain.urge_chart import day_of, urge_chart
from recoverplan.errors import UsageError
from recoverplan.words import urge as words

if TYPE_CHECKING:
    from rich.console import RenderableType

USUAL_DAYS, MOST_DAYS = 90, 36500


def show_chart(session: Session, days: str | None, from_: str | None, *, as_json: bool) -> None:
    """Print the chart of the last `days` days, or of those from a day on; 90 unless said."""
    from recoverplan.writers.plain.urge_chart import chart_lines
    from recoverplan.writers.records.urge_chart import chart_record

    today = session.now.date()
    length = None if days is None else whole("--days", days, 1, MOST_DAYS)
    urges = load(session)
    # Where it was logged it may have been tomorrow already; it was so in no older log.
    newest = [urge for urge in urges if urge.at > urges[-1].at - timedelta(days=2)]
    last = max([today, *map(day_of, newest)])
    if from_ is None:
        first = last - timedelta(days=(length or USUAL_DAYS) - 1)
    else:
        first = understand_day(from_, session.now)
        if first > last:
            message = "The chart cannot begin on a day that is still to come."
            raise UsageError(message, "Type a day that has been, like --from 2026-11-01.")
        if length is not None:
            last = first + timedelta(days=length - 1)
    found = urge_chart(urges, first, last)
    if not urges and not as_json:
        say_lines((words.NONE_YET, words.HOW_TO_LOG), session)
        return

    def screen(width: int) -> RenderableType:
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
