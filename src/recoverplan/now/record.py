"""The moment as JSON: schema recoverplan/now/1."""

from __future__ import annotations

from typing import Any

from recoverplan.now.card import Entry
from recoverplan.now.sentences import STEPS_SHOWN
from recoverplan.now.view import View


def record(view: View | None) -> dict[str, Any]:
    """Return the document; instants are ISO 8601, what was not given is null."""
    return {
        "schema": "recoverplan/now/1",
        "emergency": view.number() if view else None,
        "emergency_text": view.card.emergency.get("text") if view else None,
        "check_locally": bool(view and view.card.emergency.get("sure")),
        "abroad": (view.card.fact("abroad") or None) if view else None,
        "lines": [line(each.entry, each.open) for each in view.lines] if view else [],
        "people": [
            person(each.entry) | {"until": view.wall.iso(each.until.end) if each.until else None}
            for each in view.people
        ]
        if view
        else [],
        "others": [person(each.entry) | {"hours": each.entry.get("hours")} for each in view.others]
        if view
        else [],
        "known_until": view.wall.iso(view.card.known[1]) if view and view.card.known[1] else None,
        "steps": [step.text for step in view.steps[:STEPS_SHOWN]] if view else [],
        "reasons": view.card.reasons if view else [],
        "chats": [{"name": one.get("name"), "link": one.get("link")} for one in view.card.chats]
        if view
        else [],
        "next_meeting": meeting(view) if view else None,
    }


def line(entry: Entry, is_open: bool | None) -> dict[str, Any]:
    """Return a help line; `open` is null where its hours are not known."""
    return {
        "name": entry.get("name"),
        "for": entry.get("purpose"),
        "call": entry.get("call"),
        "text": entry.get("text"),
        "chat": entry.get("chat"),
        "hours": entry.get("hours"),
        "open": is_open,
        "yours": entry.get("kind") == "own",
    }


def person(entry: Entry) -> dict[str, Any]:
    """Return someone to reach."""
    return {
        name: entry.get(name)
        for name in ("name", "call", "text", "email", "other", "prefer", "say")
    }


def meeting(view: View) -> dict[str, Any] | None:
    """Return the next meeting."""
    if view.next_meeting is None:
        return None
    group, stretch = view.next_meeting
    going: dict[str, Any] = {"with": None, "leave": None}
    if view.card.goings:
        from recoverplan.now.going import record as going_record

        going = going_record(view)
    return {
        "group": {"id": int(group.number) if group.number.isdecimal() else 0}
        | {"name": group.get("name")},
        "start": view.wall.iso(stretch.start),
        "end": view.wall.iso(stretch.end),
        "where": group.get("where"),
        **going,
    }
