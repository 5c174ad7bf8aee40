"""A meeting that is meant to be attended, on the moment screen: loaded where the card has one."""

from __future__ import annotations

from recoverplan.now.card import Card, Entry, Stretch
from recoverplan.words import moment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.now.view import View


def nearest(
    card: Card, at: int, found: tuple[Entry, Stretch] | None
) -> tuple[Entry, Stretch] | None:
    """Return the next meeting of the card: one that is planned, where none comes before it."""
    groups = {group.number: group for group in card.groups if group.get("name")}
    for going in card.goings:
        start, end = going.instant("start"), going.instant("end")
        group = groups.get(going.number)
        if group is None or start is None or end is None or not at < end or start >= end:
            continue
        if found is None or start < found[1].start:
            found = group, Stretch(start, end, going.get("time") or "")
    return found


def more(view: View) -> list[str]:
    """Return with whom, and when to leave: "with Sam", "leave 6:30 pm"."""
    going = view.going()
    if going is None:
        return []
    name, leave = going.get("with"), going.instant("leave")
    said = [words.WITH.format(name=name)] if name else []
    if leave is not None and leave > view.at:
        said.append(words.LEAVE.format(time=view.wall.clock(leave)))
    return said


def record(view: View) -> dict[str, Any]:
    """Return the same for JSON: `with` a name, `leave` an instant; null where not given."""
    going = view.going()
    leave = going.instant("leave") if going else None
    return {
        "with": going.get("with") if going else None,
        "leave": None if leave is None else view.wall.iso(leave),
    }
