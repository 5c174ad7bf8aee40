"""How domain values stand in columns: instants, days, lists, hours."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime

from recoverplan.domain import schedule
from recoverplan.domain.schedule import Hours
from recoverplan.errors import NotFoundError
from recoverplan.store.trouble import damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def instant_out(instant: datetime) -> str:
    """Return an aware datetime as text in UTC."""
    return instant.astimezone(UTC).isoformat()


def maybe_instant_out(instant: datetime | None) -> str | None:
    """Return an aware datetime as text in UTC, or None for None."""
    return None if instant is None else instant_out(instant)


def instant_in(text: str) -> datetime:
    """Return the aware datetime, in UTC, of what `instant_out` wrote."""
    return datetime.fromisoformat(text)


def maybe_instant_in(text: str | None) -> datetime | None:
    """Return the aware datetime, in UTC, of what `instant_out` wrote, or None for None."""
    return None if text is None else instant_in(text)


def maybe_day_out(day: date | None) -> str | None:
    """Return a date as ISO text, or None for None."""
    return None if day is None else day.isoformat()


def maybe_day_in(text: str | None) -> date | None:
    """Return the date of ISO text, or None for None."""
    return None if text is None else date.fromisoformat(text)


def maybe_yes_out(answer: bool | None) -> int | None:
    """Return yes and no as 1 and 0, or None for None."""
    return None if answer is None else int(answer)


def maybe_yes_in(number: int | None) -> bool | None:
    """Return 1 and 0 as yes and no, or None for None."""
    return None if number is None else bool(number)


def list_out(values: Iterable[Any]) -> str:
    """Return a list of texts, or of lists of texts, as JSON."""
    return json.dumps(list(values), ensure_ascii=False)


def texts_in(text: str) -> tuple[str, ...]:
    """Return the texts of a JSON list."""
    return tuple(json.loads(text))


def pairs_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a JSON list of pairs."""
    return tuple((first, second) for first, second in json.loads(text))


def hours_out(hours: Iterable[Hours]) -> str:
    """Return hours as a JSON list of [phrase, schedule]."""
    return list_out([each.phrase, schedule.dump(each.schedule)] for each in hours)


def hours_in(text: str) -> tuple[Hours, ...]:
    """Return the hours of what `hours_out` wrote."""
    try:
        return tuple(Hours(phrase, schedule.load(dumped)) for phrase, dumped in pairs_in(text))
    except ValueError as error:
        message = "Your data holds a time that this program cannot read."
        raise damaged(message) from error


def one_changed(cursor: Any, noun: str, number: int) -> None:
    """Raise NotFoundError unless the statement met one row."""
    if cursor.rowcount != 1:
        message = f"There is no {noun} with the number {number} any more."
        raise NotFoundError(message)
