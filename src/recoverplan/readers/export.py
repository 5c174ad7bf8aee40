"""An export read back: every value checked against its field's type, or the file is refused.

The file may come from anyone. Text is cleaned; whatever else is not as an export has it refuses
the whole file, naming the place.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime
from types import UnionType
from typing import Any, NoReturn, TypeVar, get_args, get_origin, get_type_hints

from recoverplan.domain import schedule
from recoverplan.domain.contact import ROLES, WAYS, Contact
from recoverplan.domain.everything import CLASSES, Nouns
from recoverplan.domain.group import FORMATS, STATUSES, Group
from recoverplan.domain.lapse import Lapse
from recoverplan.domain.meeting import ANSWERS, FIT, SAID, Meeting
from recoverplan.domain.reason import SHOWN, Reason
from recoverplan.domain.review import HOW, Outcome
from recoverplan.domain.risk import LEVELS, IfThen, RiskWindow
from recoverplan.domain.schedule import Hours
from recoverplan.domain.step import KINDS, Step
from recoverplan.domain.support import KINDS as SUPPORTS
from recoverplan.domain.support import STANDINGS, Support
from recoverplan.domain.text import clean, clean_note
from recoverplan.domain.urge import STRONGEST, Urge
from recoverplan.domain.zone import known_zone
from recoverplan.errors import RecoverplanError, UsageError
from recoverplan.settings import Settings

SCHEMA = "recoverplan/export/1"
CHOICES: dict[tuple[type, str], tuple[str, ...]] = {
    (Settings, "prefer"): ("call", "text"),
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
}
NAMES = {
    (Contact, "name"), (RiskWindow, "label"), (Step, "text"), (Group, "name"), (Support, "what"),
    (Reason, "text"), (Outcome, "label"),
}  # fmt: skip
NOTES = {(Meeting, "note"), (Meeting, "unsafe"), (Urge, "note"), (Lapse, "note")}
ZONES = {
    (Settings, "timezone"), (Contact, "zone"), (Group, "zone"), (Meeting, "zone"), (Urge, "zone"),
    (Lapse, "zone"),
}  # fmt: skip
# Which field points at which noun.
POINTERS = (
    ("contacts", "met_at", "groups"),
    ("meetings", "group", "groups"),
    ("meetings", "contact", "contacts"),
    ("steps", "meeting", "meetings"),
    ("risks", "check_in", "contacts"),
    ("supports", "contact", "contacts"),
    ("supports", "group", "groups"),
    ("outcomes", "risk", "risks"),
)
SCALES = {"mood_before", "mood_after", "strength", "after"}
MOST = 10**9
T = TypeVar("T")


def read_export(content: bytes) -> tuple[Settings, Nouns]:
    """Return what an export holds. Raises UsageError for anything else."""
    document = parsed(content)
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        message = "This file is not an export of recoverplan."
        raise UsageError(message, "Make one with: recoverplan export --json FILE")
    unknown = set(document) - {"schema", "settings", *CLASSES}
    if unknown:
        refuse("the file", f"{min(unknown)} is not known")
    settings = record(Settings, document.get("settings", {}), "settings")
    nouns = Nouns(**{name: records(name, document.get(name, [])) for name in CLASSES})
    check_pointers(nouns)
    check_weeks(nouns)
    return settings, nouns


def parsed(content: bytes) -> Any:
    """Return the JSON of `content`. Raises UsageError."""

    def no_number(text: str) -> Any:
        raise ValueError(text)

    try:
        return json.loads(content, parse_constant=no_number, parse_float=no_number)
    except (ValueError, RecursionError):
        message = "This file is not JSON that can be read."
        raise UsageError(message, "Make one with: recoverplan export --json FILE") from None


def refuse(place: str, why: str) -> NoReturn:
    """Refuse the file for what stands at `place`."""
    message = f"This export cannot be read: {clean(place)}: {clean(why)}."
    raise UsageError(message, "Nothing was imported.")


def records(noun: str, values: Any) -> tuple[Any, ...]:
    """Return the records of one noun, each with an id of its own."""
    if not isinstance(values, list):
        refuse(noun, "not a list")
    found: tuple[Any, ...] = tuple(
        record(CLASSES[noun], value, f"{noun}, record {number}")
        for number, value in enumerate(values, 1)
    )
    ids = [each.id for each in found]
    if len(ids) != len(set(ids)) or any(number < 1 for number in ids):
        refuse(noun, "each needs a number of its own")
    return found


def record(kind: type[T], value: Any, place: str) -> T:
    """Return one record of the given class."""
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    if not isinstance(value, dict):
        refuse(place, "not a record")
    for name in value:
        if name not in known:
            refuse(place, f"{name} is not known")
    hints = get_type_hints(kind)
    given: dict[str, Any] = {}
    for name, field in known.items():
        if name not in value:
            if field.default is MISSING:
                refuse(place, f"{name} is missing")
            continue
        where = f"{place}, {name}"
        given[name] = decoded(hints[name], value[name], where, note=(kind, name) in NOTES)
        check_field(kind, name, given[name], where)
    return kind(**given)


def check_field(kind: type, name: str, value: Any, place: str) -> None:
    """Refuse a value of the right type that no command would have taken."""
    choices = CHOICES.get((kind, name))
    if choices and value is not None and value not in choices:
        refuse(place, f"not one of {', '.join(choices)}")
    if (kind, name) in NAMES and not value:
        refuse(place, "empty")
    if (kind, name) in ZONES and value is not None and known_zone(value) is None:
        refuse(place, "not a time zone")
    if name in SCALES and value is not None and not 0 <= value <= STRONGEST:
        refuse(place, "not from 0 to 10")
    if name in {"per_week", "lead_minutes"} and value is not None and value < 0:
        refuse(place, "below 0")
    if name == "tries_goal" and not 1 <= value[0] <= value[1]:
        refuse(place, "not a goal")
    if name == "shown" and not set(value) <= set(SHOWN):
        refuse(place, f"not some of {', '.join(SHOWN)}")
    if name == "fit" and any(one not in FIT or said not in ANSWERS for one, said in value):
        refuse(place, "not an answer about the fit")


def decoded(hint: Any, value: Any, place: str, *, note: bool = False) -> Any:
    """Return a JSON value as the type of its field."""
    if isinstance(hint, UnionType):  # T | None
        inner = next(one for one in get_args(hint) if one is not type(None))
        return None if value is None else decoded(inner, value, place, note=note)
    if get_origin(hint) is tuple:
        return decoded_tuple(get_args(hint), value, place)
    if hint in (Hours, IfThen):
        return decoded_pair(hint, value, place)
    if hint is str and isinstance(value, str):
        return clean_note(value) if note else clean(value)
    # True is an int to Python, and no number to a person.
    if hint in (bool, int) and type(value) is hint and -MOST <= value <= MOST:
        return value
    if hint in (datetime, date) and isinstance(value, str):
        with suppress(ValueError, OverflowError):
            return instant(value) if hint is datetime else date.fromisoformat(value)
    refuse(place, "not what belongs there")


def instant(text: str) -> datetime:
    """Return an instant in UTC. Raises ValueError for one without its offset."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def decoded_tuple(hints: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:
    """Return a JSON list as a tuple of one type throughout, or of one type for each place."""
    if not isinstance(value, list):
        refuse(place, "not a list")
    if hints[1:] != (Ellipsis,):
        if len(value) != len(hints):
            refuse(place, f"not {len(hints)} values")
        return tuple(decoded(hint, each, place) for hint, each in zip(hints, value, strict=True))
    return tuple(decoded(hints[0], each, place) for each in value)


def decoded_pair(hint: Any, value: Any, place: str) -> Hours | IfThen:
    """Return a JSON object of two texts as hours, or as an if and its then."""
    names = ("phrase", "schedule") if hint is Hours else ("if", "then")
    if not isinstance(value, dict) or set(value) != set(names):
        refuse(place, f"not an object of {' and '.join(names)}")
    first, second = (decoded(str, value[name], place) for name in names)
    if hint is IfThen:
        return IfThen(condition=first, action=second)
    try:
        return Hours(first, schedule.load(second))
    except (ValueError, OverflowError, RecoverplanError):
        refuse(place, "not a schedule")


def check_pointers(nouns: Nouns) -> None:
    """Refuse a record that points at another which is not in the file."""
    for noun, field, target in POINTERS:
        there = {each.id for each in getattr(nouns, target)}
        for each in getattr(nouns, noun):
            wanted = getattr(each, field)
            if wanted is not None and wanted not in there:
                refuse(f"{noun}, number {each.id}", f"{field} {wanted} is not in the file")


def check_weeks(nouns: Nouns) -> None:
    """Refuse a review of what is no week, and a second one of the same week."""
    weeks = [each.week for each in nouns.reviews]
    if any(week.weekday() for week in weeks) or len(weeks) != len(set(weeks)):
        refuse("reviews", "each needs a week of its own, named by its Monday")
