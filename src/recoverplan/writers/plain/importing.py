"""What an import did, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from recoverplan.domain.listing import Held, Imported, Listing, Look, Reason
from recoverplan.domain.saying import WEEKDAYS, time_range
from recoverplan.domain.text import clean
from recoverplan.words import lists as words
from recoverplan.words.files import TAKE_BACK


def import_lines(done: Imported, *, clock24: bool) -> Iterator[str]:
    """Say what became of the rows, then what was left out and assumed, and what to do next."""
    usable = done.added + done.updated + done.unchanged
    yield words.FINISHED.format(
        rows=number(done.rows),
        added=number(done.added),
        updated=number(done.updated),
        unchanged=number(done.unchanged),
        gone=number(done.retired),
    )
    if not usable:
        yield words.NOTHING_TO_ATTEND
    for sentence, reasons in ((words.SKIPPED, done.skipped), (words.NOTED, done.notes)):
        for each in reasons:
            yield said(sentence, each)
    if done.closed:
        yield words.CLOSED.format(count=number(done.closed))
    if done.cautions:
        yield words.CAUTIONS.format(count=number(done.cautions))
    for held in done.held:
        yield held_line(held, clock24=clock24)
    if usable:
        yield words.NEXT
        yield TAKE_BACK


def held_line(held: Held, *, clock24: bool) -> str:
    """Say that a list says something else of a group, or has it no more."""
    listing = held.kept.listing
    sentence = words.HELD_GONE if held.kept.gone else words.HELD_CHANGED
    return sentence.format(
        name=held.name, group=held.group, listing=held.kept.id, when=when_of(listing, clock24)
    )


def preview_lines(seen: Look, clock24: bool) -> Iterator[str]:
    """Say what was understood of a list before any of it is kept: how many, of what, three."""
    count = number(seen.meetings) + (" and more" if seen.more else "")
    if seen.columns:
        columns = ", ".join(map(clean, seen.columns))
        yield words.PREVIEW_COLUMNS.format(count=count, columns=columns)
    else:
        yield words.PREVIEW.format(count=count, kind=words.KINDS[seen.kind])
    for each in seen.sample:
        yield words.FOR_INSTANCE.format(name=clean(each.name), when=when_of(each, clock24))


def when_of(listing: Listing, clock24: bool) -> str:
    """Say when a meeting is every week, as it was understood."""
    if listing.start is None:
        return words.BY_APPOINTMENT
    days = ", ".join(name[:3] for bit, name in enumerate(WEEKDAYS) if listing.days >> bit & 1)
    start = datetime(2000, 1, 3, tzinfo=UTC) + timedelta(minutes=listing.start)
    end = start + timedelta(minutes=listing.minutes)
    return f"{days}, {time_range(start, end, clock24=clock24)}"


def said(sentence: str, reason: Reason) -> str:
    """Return a reason as a sentence."""
    return sentence.format(
        count=number(reason.rows), reason=reason.reason, examples=", ".join(reason.examples)
    )


def number(count: int) -> str:
    """Return a whole number as it is read: 1,967."""
    return f"{count:,}"
