"""The JSON of a meeting attended: fields are the options' names, as docs/formats.md promises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.domain.meeting import Meeting
from recoverplan.domain.saying import iso


def meeting_record(
    meeting: Meeting, groups: Mapping[int, str], contacts: Mapping[int, str], zone: ZoneInfo
) -> dict[str, Any]:
    """Return the record of a meeting. `groups` and `contacts` give names by id.

    `at` is in the zone it was logged in; `zone` is the person's now. `occurrence` is the start of
    the group's own meeting, null for one outside its known times.
    """
    logged_in = ZoneInfo(meeting.zone)
    return {
        "id": meeting.id,
        "group": named(meeting.group, groups),
        "at": iso(meeting.at, logged_in),
        "occurrence": iso(meeting.occurrence, logged_in) if meeting.occurrence else None,
        "door": meeting.door,
        "early": meeting.early,
        "stayed": meeting.stayed,
        "said": meeting.said,
        "contact": None if meeting.contact is None else named(meeting.contact, contacts),
        "fit": dict(meeting.fit) or None,
        "mood_before": meeting.mood_before,
        "mood_after": meeting.mood_after,
        "idea": meeting.idea,
        "unsafe": meeting.unsafe,
        "note": meeting.note,
        "created": iso(meeting.created, zone),
    }


def named(number: int, names: Mapping[int, str]) -> dict[str, Any]:
    """Return an id with its name."""
    return {"id": number, "name": names.get(number)}
