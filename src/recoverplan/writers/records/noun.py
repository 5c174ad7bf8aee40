"""A noun as a JSON record: its fields under the names that people type, as docs/formats.md says.

What was not given is None. `created` is in the zone of the person; another instant is in that of
the record, where it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from recoverplan.domain.naming import TYPED
from recoverplan.domain.saying import iso
from recoverplan.domain.schedule import Hours
from recoverplan.domain.zone import known_zone

if TYPE_CHECKING:  # one noun at a time
    from recoverplan.domain.group import Group
    from recoverplan.domain.history import HistoryStep
    from recoverplan.domain.meeting import Meeting
    from recoverplan.domain.risk import RiskWindow
    from recoverplan.domain.step import Reason
    from recoverplan.domain.talk import Going
    from recoverplan.domain.treatment import Give
    from recoverplan.settings import Settings

Record = dict[str, Any]
PLAIN = {type(None), bool, int, str}  # in JSON they are what they are
Names = Mapping[int, str]
NO_NAMES: Mapping[Any, Any] = {}


def record_of(
    one: Any, zone: ZoneInfo, instead: Mapping[str, Mapping[str, Any]] | None = None
) -> Record:
    """Return the record of one; `zone` is the person's.

    `instead` gives for a field what stands in its place, under which names: an id with its name,
    two lists for one of pairs, or nothing.
    """
    there = known_zone(getattr(one, "zone", None) or "") or zone
    record: Record = {}
    for field, name in names_of(one.__class__):
        if instead and field in instead:
            record |= instead[field]
        else:
            value = getattr(one, field)
            record[name] = value if type(value) in PLAIN else said(value, there)
    if "created" in record:
        record["created"] = said(one.created, zone)
    return record


@cache
def names_of(kind: Any) -> list[tuple[str, str]]:
    """Return the fields of a noun's class, each with the name that it is typed and printed by."""
    return [(field, TYPED.get(field, field)) for field in kind.names_]


def said(value: Any, zone: ZoneInfo) -> Any:
    """Return a field's value as JSON has it; hours are the phrase that was typed."""
    if isinstance(value, datetime):
        return iso(value, zone)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Hours):
        return [value.phrase]
    if isinstance(value, tuple):
        return [one.phrase if isinstance(one, Hours) else one for one in value] or None
    return value


def named(number: int | None, names: Names) -> Record | None:
    """Return an id with its name, None for none."""
    return None if number is None else {"id": number, "name": names.get(number)}


def group_record(group: Group, tries: int, zone: ZoneInfo) -> Record:
    """Return the record of a group. `tries` is how many there were."""
    from recoverplan.domain.trial import promise

    goal = {"tries": promise(group.tries_goal, "-"), "tries_so_far": tries}
    record = record_of(group, zone, {"tries_goal": goal})
    return {"id": group.id, "name": group.name, "when": record["when"], **record}


def linked_record(
    one: Any,
    zone: ZoneInfo,
    *,
    groups: Names = NO_NAMES,
    contacts: Names = NO_NAMES,
    typed: Mapping[str, str] = NO_NAMES,
    instead: Mapping[str, Record] = NO_NAMES,
) -> Record:
    """Return the record of one that is beside a group or a contact: these come with their names.

    `typed`: under which names, where those are not "group" and "contact". Its zone is said
    where it has hours; else that is the zone of its instants.
    """
    links = {"group": groups, "contact": contacts}
    shown: dict[str, Record] = {
        field: {typed.get(field, field): named(getattr(one, field), names)}
        for field, names in links.items()
        if field in one.names_
    }
    if "hours" not in one.names_:
        shown["zone"] = {}
    return record_of(one, zone, {**shown, **instead})


def meeting_record(meeting: Meeting, groups: Names, contacts: Names, zone: ZoneInfo) -> Record:
    """Return the record of a meeting. `groups` and `contacts` give names by id.

    `occurrence` is the start of the group's own meeting, None for one outside its known times.
    """
    fit = {"fit": {"fit": dict(meeting.fit) or None}}
    return linked_record(meeting, zone, groups=groups, contacts=contacts, instead=fit)


def going_record(going: Going, groups: Names, contacts: Names, zone: ZoneInfo) -> Record:
    """Return the record of a meeting that is planned; `early` and `late` in minutes."""
    typed = {"contact": "with"}
    return linked_record(going, zone, groups=groups, contacts=contacts, typed=typed)


def give_record(give: Give, groups: Names, contacts: Names, zone: ZoneInfo) -> Record:
    """Return the record of a commitment, with whom or what it is for."""
    typed = {"group": "for", "contact": "to"}
    return linked_record(give, zone, groups=groups, contacts=contacts, typed=typed)


def risk_record(risk: RiskWindow, zone: ZoneInfo, contacts: Names) -> Record:
    """Return the record of one risk window; who is asked then is named."""
    instead: dict[str, Record] = {
        "if_thens": {
            "if": [pair.condition for pair in risk.if_thens] or None,
            "then": [pair.action for pair in risk.if_thens] or None,
        },
        "check_in": {"check_in": contacts.get(risk.check_in) if risk.check_in else None},
        "prepare": {"prepare": [f"{ahead}: {text}" for ahead, text in risk.prepare] or None},
        "prepared": {},
    }
    return record_of(risk, zone, instead)


def reason_record(reason: Reason, zone: ZoneInfo) -> Record:
    """Return the record of one reason; `on` are the screens that show it, perhaps none."""
    return record_of(reason, zone, {"shown": {"on": list(reason.shown)}})


def settings_record(settings: Settings) -> dict[str, object]:
    """Return what was said; fields are the options' names, not given is None. `lead` in minutes."""
    return {
        "name": settings.name,
        "timezone": settings.timezone,
        "region": settings.region,
        "prefer": settings.prefer,
        "about": list(settings.about) or None,
        "lead": settings.lead_minutes,
        "plain": settings.plain,
    }


def history_record(step: HistoryStep, zone: ZoneInfo) -> dict[str, object]:
    """Return the record of one step; `at` is in `zone`."""
    return {"id": step.id, "at": iso(step.at, zone), "what": step.what, "undone": step.undone}
