"""How domain values stand in columns: instants, days, lists, hours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import lru_cache

from recoverplan.domain import schedule
from recoverplan.domain.schedule import Hours
from recoverplan.store.trouble import damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.domain.risk import IfThen

    Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]


def instant_out(instant: datetime) -> str:
    """Return an aware datetime as text in UTC."""
    return instant.astimezone(UTC).isoformat()


instant_in = datetime.fromisoformat  # the aware datetime, in UTC, of what `instant_out` wrote


def list_out(values: Iterable[Any]) -> str:
    """Return a list of texts, or of lists of texts, as JSON."""
    return json.dumps(list(values), ensure_ascii=False)


@lru_cache(maxsize=256)
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


def one_hours_out(hours: Hours) -> str:
    """Return hours of one schedule as `hours_out` writes them."""
    return hours_out([hours])


def one_hours_in(text: str) -> Hours:
    """Return the hours of what `one_hours_out` wrote."""
    return hours_in(text)[0]


def if_thens_out(pairs: Iterable[IfThen]) -> str:
    """Return if-thens as a JSON list of [if, then]."""
    return list_out([each.condition, each.action] for each in pairs)


def if_thens_in(text: str) -> tuple[IfThen, ...]:
    """Return the if-thens of what `if_thens_out` wrote."""
    from recoverplan.domain.risk import IfThen

    return tuple(IfThen(condition=one, action=two) for one, two in pairs_in(text))


# How a value goes into its column and comes out of it, by its field's type as that is written:
# what that is in Python need not be found out, which a start would feel. None is NULL.
AS_IT_IS = {"int", "str"}
CODECS: dict[str, Codec] = {
    "bool": (int, bool),
    "date": (date.isoformat, date.fromisoformat),
    "datetime": (instant_out, instant_in),
    "Hours": (one_hours_out, one_hours_in),
    "tuple[Hours, ...]": (hours_out, hours_in),
    "tuple[IfThen, ...]": (if_thens_out, if_thens_in),
    "tuple[str, ...]": (list_out, texts_in),
    "tuple[tuple[str, str], ...]": (list_out, pairs_in),
}


def codec_of(written: str) -> Codec | None:
    """Return the codec of a field's type, None where a value is kept as it is."""
    kind = written.removesuffix(" | None")
    return None if kind in AS_IT_IS else CODECS[kind]
