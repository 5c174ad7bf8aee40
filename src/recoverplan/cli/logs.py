"""What the commands that log something share: when it was, and finding a log by its number."""

from collections.abc import Iterable
from datetime import UTC
from typing import Annotated, Any, TypeVar

import typer

from recoverplan.cli.options import NOTE
from recoverplan.cli.repairing import settled
from recoverplan.cli.session import Session
from recoverplan.domain.moment import Moment, read_moment, still_to_come
from recoverplan.domain.naming import Numbered
from recoverplan.domain.text import clean
from recoverplan.errors import NotFoundError

T = TypeVar("T", bound=Numbered)
At = Annotated[str | None, typer.Option(metavar="WHEN", help='When: "yesterday 7pm", "fri 19:00".')]
Note = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="A note to yourself; - reads it from stdin."),
    NOTE,
]
LAST = "last"  # typed instead of a number: the one that was logged last


def past_moment(typed: str, session: Session) -> Moment:
    """Return when (UTC) something was; asks for the hour that is missing, on a terminal.

    Raises UsageError for a future one.
    """
    now = session.now

    def read(text: str) -> Moment:
        found = read_moment(text, now, asks_half=session.asks_half, past=True)
        if found.at.astimezone(UTC) > now.astimezone(UTC):
            raise still_to_come(clean(text))
        return found._replace(at=found.at.astimezone(UTC))

    def said(found: Moment) -> str:
        from recoverplan.writers.plain.trial import moment_said

        today, clock24 = now.date(), session.clock24
        return moment_said(found.at, found.rough, session.zone, today, clock24=clock24)

    return settled(typed, read, said)


def when_fields(typed: str, session: Session) -> dict[str, Any]:
    """Return the fields of a log that say when it was. Raises UsageError."""
    found = past_moment(typed, session)
    return {"at": found.at, "rough": found.rough}


def numbered(logs: Iterable[T], wanted: str, noun: str) -> T:
    """Return the log with this number, or the one logged last. Raises NotFoundError.

    `noun` is the command for such logs, and the word for one.
    """
    known = list(logs)
    typed = clean(wanted).casefold()
    if typed == LAST and known:
        return max(known, key=lambda log: log.id)
    for log in known:
        if typed.removeprefix("#") == str(log.id):
            return log
    message = f'No {noun} has the number "{clean(wanted)}".' if known else f"No {noun} is logged."
    raise NotFoundError(message, f"See the numbers: recoverplan {noun} list")
