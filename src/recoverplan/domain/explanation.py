"""What `recoverplan when` shows of a phrase: its words, the next occurrences, the days to mark."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.phrase import Understood, schedule_words
from recoverplan.domain.saying import long_day
from recoverplan.domain.schedule import Schedule, following, occurrences, stretch
from recoverplan.domain.schedule_rfc import rule_value
from recoverplan.domain.span import Span
from recoverplan.value import NamedTuple
from recoverplan.words import phrase as words


class Explanation(NamedTuple):
    """A phrase explained. `words` are in 24-hour style, `said` in the person's.

    `coming` are the first occurrences that end after now; `months` are the first days of the
    months to draw, and `marked` the days in them on which an occurrence starts, or which a longer
    one holds.
    """

    phrase: str
    words: str
    said: str
    rule: str | None
    zone: ZoneInfo
    now: datetime
    coming: tuple[Span, ...]
    notes: tuple[str, ...]
    months: tuple[date, ...]
    marked: frozenset[date]


def explain(
    phrase: str, understood: Understood, zone: ZoneInfo, now: datetime, count: int
) -> Explanation:
    """Explain a phrase that was understood at `now`, with its next `count` occurrences."""
    schedule = understood.schedule
    coming = tuple(following(schedule, zone, now, count))
    months = months_of(coming, zone)
    return Explanation(
        phrase,
        schedule_words(schedule),
        understood.words,
        rule_value(schedule),
        zone,
        now,
        coming,
        understood.notes if coming else (*understood.notes, why_nothing(schedule, zone)),
        months,
        frozenset(days_to_mark(schedule, zone, months)),
    )


def why_nothing(schedule: Schedule, zone: ZoneInfo) -> str:
    """Return why a schedule gives nothing more: it is over, or the clocks skip its only hours."""
    for part in schedule.parts:
        if part.rule is None and part.first and stretch(part, part.first, zone) is None:
            day = f"{long_day(part.first)} {part.first.year}"
            return words.SKIPPED_TIME.format(day=day)
    return words.NOTHING_TO_COME


def months_of(coming: tuple[Span, ...], zone: ZoneInfo) -> tuple[date, ...]:
    """Return the month of the first occurrence that is coming and the month after it."""
    if not coming:
        return ()
    first = coming[0].start.astimezone(zone).date().replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def days_to_mark(schedule: Schedule, zone: ZoneInfo, months: tuple[date, ...]) -> set[date]:
    """Return the days of the months on which something starts, or that a longer stretch holds."""
    marked: set[date] = set()
    if not months:
        return marked
    start = datetime(months[0].year, months[0].month, 1, tzinfo=zone)
    end = start + timedelta(days=63)
    for span in occurrences(schedule, zone, start, end):
        first = span.start.astimezone(zone).date()
        marked.add(first)
        if span.end - span.start > timedelta(days=1, hours=1):
            last = (span.end - timedelta(seconds=1)).astimezone(zone).date()
            marked.update(first + timedelta(days=n) for n in range((last - first).days + 1))
    return marked
