"""What an import did, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.domain.listing import Imported, Reason
from recoverplan.words import lists as words


def import_lines(done: Imported) -> Iterator[str]:
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
    if usable:
        yield words.NEXT
        yield words.TAKE_BACK


def said(sentence: str, reason: Reason) -> str:
    """Return a reason as a sentence."""
    return sentence.format(
        count=number(reason.rows), reason=reason.reason, examples=", ".join(reason.examples)
    )


def number(count: int) -> str:
    """Return a whole number as it is read: 1,967."""
    return f"{count:,}"
