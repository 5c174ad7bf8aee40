"""The fields of an export's records: each value checked against its type, or the file refused."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from types import UnionType
from typing import Any, NoReturn, TypeVar, cast, get_args, get_origin, get_type_hints

from recoverplan.domain import schedule
from recoverplan.domain.contact import HOWS, ROLES, WAYS, Contact
from recoverplan.domain.extent import LINE, LISTED, NOTE, SEVERAL, TIMES
from recoverplan.domain.group import FORMATS, LISTED_FORMATS, STATUSES, Group
from recoverplan.domain.inventory import KINDS as SUPPORTS
from recoverplan.domain.inventory import STANDINGS, Support
from recoverplan.domain.listing import FIRST_ID, Listing, Source, Stored
from recoverplan.domain.listing import KINDS as LIST_KINDS
from recoverplan.domain.looking_back import ALONE, HOW, Outcome, Review
from recoverplan.domain.meeting import ANSWERS, FIT, SAID, Meeting
from recoverplan.domain.moment import EARLIEST, LATEST
from recoverplan.domain.preparing import ahead_of
from recoverplan.domain.reminding import KINDS as REMINDER_KINDS
from recoverplan.domain.reminding import LONGEST_BEFORE, MOST_A_DAY, are_quiet_hours
from recoverplan.domain.reminding import WORDS as REMINDER_WORDS
from recoverplan.domain.risk import LEVELS, IfThen, RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import KINDS, SHOWN, Step
from recoverplan.domain.talk import Going, Talk
from recoverplan.domain.template import TemplateHours, TemplateStep
from recoverplan.domain.text import clean, clean_note
from recoverplan.domain.treatment import KINDS as TREATMENTS
from recoverplan.domain.treatment import Treatment
from recoverplan.domain.trip import Trip
from recoverplan.domain.urge import STRONGEST
from recoverplan.domain.zone import known_zone
from recoverplan.errors import RecoverplanError, UsageError
from recoverplan.settings import Settings
from recoverplan.words import reading as words

CHOICES: dict[tuple[type, str], tuple[str, ...]] = {
    (Settings, "prefer"): ("call", "text"),
    (Settings, "remind_words"): REMINDER_WORDS,
    (Settings, "clock"): ("12", "24"),
    (Settings, "week"): ("monday", "sunday", "saturday"),
    (Settings, "units"): ("km", "miles"),
    (Settings, "theme"): ("dark", "light", "mono"),
    (Settings, "show"): ("today", "plan", "now"),
    (Contact, "role"): ROLES,
    (Contact, "prefer"): WAYS,
    (RiskWindow, "level"): LEVELS,
    (Step, "kind"): tuple(KINDS),
    (Group, "format"): FORMATS,
    (Group, "status"): STATUSES,
    (Meeting, "said"): SAID,
    (Support, "kind"): SUPPORTS,
    (Support, "standing"): STANDINGS,
    (Outcome, "how"): HOW,
    (Review, "alone"): ALONE,
    (Talk, "how"): HOWS,
    (Treatment, "kind"): TREATMENTS,
    (Source, "kind"): LIST_KINDS,
    (Listing, "format"): LISTED_FORMATS,
    (TemplateHours, "level"): LEVELS,
    (TemplateStep, "kind"): tuple(KINDS),
}
# Of lists, whose other texts may be empty; of a noun, every text that must be there is one.
NAMES = {(Source, "name"), (Listing, "name"), (Listing, "identity")}
NOTES = {"note", "unsafe"}
ZONES = {"zone", "timezone"}
# From a number to another, both included.
RANGES: dict[tuple[type, str], tuple[float, float]] = {
    (Settings, "remind_before"): (0, LONGEST_BEFORE),
    (Settings, "remind_most"): (1, MOST_A_DAY),
    (Going, "early"): (0, 720),
    (Going, "late"): (0, 720),
    (Listing, "days"): (0, 127),
    (Listing, "start"): (0, 1439),
    (Listing, "minutes"): (1, 1440),
    (Listing, "lat"): (-90, 90),
    (Listing, "lon"): (-180, 180),
    (Listing, "closed"): (0, 1),
    (Stored, "id"): (FIRST_ID, 9_999_999),
}
SCALES = {"mood_before", "mood_after", "strength", "after"}
MOST = 10**9
T = TypeVar("T")


def refuse(place: str, why: str) -> NoReturn:
    """Refuse the file for what stands at `place`."""
    message = words.EXPORT_CANNOT_BE_READ.format(place=clean(place), why=clean(why))
    raise UsageError(message, words.NOTHING_WAS_IMPORTED)


def record(kind: type[T], value: Any, place: str) -> T:
    """Return one record of the given class."""
    hints, needed = shape(cast("Any", kind))
    if not isinstance(value, dict):
        refuse(place, words.NO_RECORD)
    for name in value:
        if name not in hints:
            refuse(place, words.IS_NOT_KNOWN.format(name=name))
    given: dict[str, Any] = {}
    for name, hint in hints.items():
        if name not in value:
            if name in needed:
                refuse(place, f"{name} is missing")
            continue
        where = f"{place}, {name}"
        given[name] = decoded(hint, value[name], where, note=name in NOTES)
        check_field(kind, name, given[name], where)
    if kind is Listing and (given["days"] == 0) != (given["start"] is None):
        refuse(place, words.DAYS_AND_START)
    if kind is Trip and given["until"] < given["first"]:
        refuse(place, words.UNTIL_IS_BEFORE_FIRST)
    if kind is Going and given["end"] <= given["start"]:
        refuse(place, words.END_IS_NOT_AFTER_START)
    if kind is Listing and given["days"] and given["zone"] is None:
        refuse(place, words.ZONE_MISSING)
    return kind(**given)


@cache
def shape(kind: type) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the types of a class's fields, and which of them must be there."""
    if is_dataclass(kind):
        must = [field.name for field in fields(kind) if field.default is MISSING]
    else:  # a NamedTuple
        must = [name for name in kind._fields if name not in kind._field_defaults]  # type: ignore[attr-defined]
    return get_type_hints(kind), frozenset(must)


def is_name(kind: type, name: str) -> bool:
    """Tell whether a field is a text that a record of a noun cannot be without."""
    hints, needed = shape(kind)
    return is_dataclass(kind) and name in needed and hints[name] is str


def check_field(kind: type, name: str, value: Any, place: str) -> None:
    """Refuse a value of the right type that no command would have taken."""
    choices = CHOICES.get((kind, name))
    if choices and value is not None and value not in choices:
        refuse(place, words.NOT_ONE_OF.format(names=", ".join(choices)))
    if name in ZONES and value is not None and known_zone(value) is None:
        refuse(place, words.NOT_A_ZONE)
    if value == "" and ((kind, name) in NAMES or is_name(kind, name)):
        refuse(place, "empty")
    least, most = RANGES.get((kind, name), (None, None))
    if least is not None and most is not None and value is not None and not least <= value <= most:
        refuse(place, words.OUT_OF_RANGE)
    if name in SCALES and value is not None and not 0 <= value <= STRONGEST:
        refuse(place, words.NOT_TO_TEN)
    if name in {"per_week", "lead_minutes"} and value is not None and value < 0:
        refuse(place, "below 0")
    if name == "remind_for" and not set(value) <= set(REMINDER_KINDS):
        refuse(place, words.NOT_SOME_OF.format(names=", ".join(REMINDER_KINDS)))
    if name == "remind_quiet" and not are_quiet_hours(value):
        refuse(place, words.NOT_QUIET_HOURS)
    if name == "tries_goal" and not 1 <= value[0] <= value[1]:
        refuse(place, words.NOT_A_GOAL)
    if name == "shown" and not set(value) <= set(SHOWN):
        refuse(place, words.NOT_SOME_OF.format(names=", ".join(SHOWN)))
    check_pairs(name, value, place)


def check_pairs(name: str, value: Any, place: str) -> None:
    """Refuse pairs that no command would have taken."""
    if name == "prepare" and any(ahead_of(ahead) != ahead for ahead, _ in value):
        refuse(place, words.NOT_A_TIME_BEFORE)
    if name == "fit" and any(one not in FIT or said not in ANSWERS for one, said in value):
        refuse(place, words.NOT_ABOUT_FIT)


def decoded(hint: Any, value: Any, place: str, *, note: bool = False) -> Any:
    """Return a JSON value as the type of its field."""
    if isinstance(hint, UnionType):  # T | None
        inner = next(one for one in get_args(hint) if one is not type(None))
        return None if value is None else decoded(inner, value, place, note=note)
    if get_origin(hint) is tuple:
        return decoded_tuple(get_args(hint), value, place)
    if hint in (Hours, IfThen, Listing):
        return (
            record(Listing, value, place) if hint is Listing else decoded_pair(hint, value, place)
        )
    if hint is str and isinstance(value, str):
        return within(clean_note(value), place, NOTE) if note else within(clean(value), place)
    # True is an int to Python, and no number to a person.
    if hint in (bool, int, float) and type(value) is hint and -MOST <= value <= MOST:
        return value
    if hint in (datetime, date) and isinstance(value, str):
        with suppress(ValueError, OverflowError):
            found = instant(value) if hint is datetime else date.fromisoformat(value)
            if EARLIEST <= found.year < LATEST:
                return found
    refuse(place, words.NOT_WHAT_BELONGS)


def instant(text: str) -> datetime:
    """Return an instant in UTC. Raises ValueError for one without its offset."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def decoded_tuple(hints: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:
    """Return a JSON list as a tuple of one type throughout, or of one type for each place."""
    if not isinstance(value, list):
        refuse(place, words.NOT_A_LIST)
    if hints[1:] != (Ellipsis,):
        if len(value) != len(hints):
            refuse(place, f"not {len(hints)} values")
        return tuple(decoded(hint, each, place) for hint, each in zip(hints, value, strict=True))
    most = LISTED if place.startswith(("sources", "listings")) else SEVERAL
    if len(value) > most:
        refuse(place, words.TOO_MANY_OF_THEM.format(most=most))
    return tuple(decoded(hints[0], each, place) for each in value)


def decoded_pair(hint: Any, value: Any, place: str) -> Hours | IfThen:
    """Return a JSON object of two texts as hours, or as an if and its then."""
    names = ("phrase", "schedule") if hint is Hours else ("if", "then")
    if not isinstance(value, dict) or set(value) != set(names):
        refuse(place, words.NOT_AN_OBJECT_OF.format(names=" and ".join(names)))
    first = decoded(str, value[names[0]], place)
    second = decoded(str, value[names[1]], place, note=hint is Hours)  # a schedule may be long
    if hint is IfThen:
        return IfThen(condition=first, action=second)
    try:
        hours = Hours(first, schedule.load(second))
    except (ValueError, OverflowError, RecoverplanError):
        refuse(place, words.NOT_A_SCHEDULE)
    if len(hours.schedule.parts) > TIMES and typed_times(hours.schedule) > TIMES:
        refuse(place, words.TOO_MANY_TIMES.format(most=TIMES))
    return hours


def typed_times(kept: schedule.Schedule) -> int:
    """Return how many times a schedule was typed as: a pattern of shifts is one."""
    from recoverplan.domain.phrase.wording import grouped

    return len(grouped(kept.parts))


def within(text: str, place: str, most: int = LINE) -> str:
    """Return a text that a command would have taken, as long as it is."""
    if len(text) > most:
        refuse(place, words.TOO_LONG_A_TEXT.format(most=most))
    return text
