"""Meetings attended, in the store."""

from __future__ import annotations

from recoverplan.domain.meeting import Meeting
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load_all(store: Store) -> tuple[Meeting, ...]:
    """Return all meetings in the order in which they were logged."""
    return tuple(map(meeting_in, store.execute("SELECT * FROM meeting ORDER BY id")))


def load_times(store: Store) -> tuple[Meeting, ...]:
    """Return all meetings with what tells tries: of which group, when, whether only at the door.

    Nothing that was noted comes with them: a plan reads years of them at every start.
    """
    found = store.execute(
        "SELECT id, peer_group, at, zone, occurrence, door, created FROM meeting ORDER BY id"
    )
    return tuple(
        Meeting(
            id=number,
            group=group,
            at=rows.instant_in(when),
            zone=zone,
            occurrence=rows.maybe_instant_in(occurrence),
            door=bool(door),
            created=rows.instant_in(created),
        )
        for number, group, when, zone, occurrence, door, created in found
    )


def add(store: Store, meeting: Meeting) -> Meeting:
    """Keep a new meeting and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO meeting VALUES (
            :id, :peer_group, :at, :zone, :occurrence, :door, :early, :stayed, :said, :contact,
            :fit, :mood_before, :mood_after, :idea, :unsafe, :note, :created
        )
        """,
        meeting_out(meeting),
    )
    return replace(meeting, id=cursor.lastrowid)


def save(store: Store, meeting: Meeting) -> None:
    """Replace the meeting that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE meeting SET
            peer_group = :peer_group, at = :at, zone = :zone, occurrence = :occurrence,
            door = :door, early = :early, stayed = :stayed, said = :said, contact = :contact,
            fit = :fit, mood_before = :mood_before, mood_after = :mood_after, idea = :idea,
            unsafe = :unsafe, note = :note, created = :created
        WHERE id = :id
        """,
        meeting_out(meeting),
    )
    rows.one_changed(cursor, "meeting", meeting.id)


def remove(store: Store, number: int) -> None:
    """Remove a meeting; a step that came from it stays. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM meeting WHERE id = ?", (number,))
    rows.one_changed(cursor, "meeting", number)


def meeting_out(meeting: Meeting) -> dict[str, Any]:
    """Return the meeting's columns."""
    return {
        "id": meeting.id or None,
        "peer_group": meeting.group,
        "at": rows.instant_out(meeting.at),
        "zone": meeting.zone,
        "occurrence": rows.maybe_instant_out(meeting.occurrence),
        "door": int(meeting.door),
        "early": int(meeting.early),
        "stayed": int(meeting.stayed),
        "said": meeting.said,
        "contact": meeting.contact,
        "fit": rows.list_out(meeting.fit),
        "mood_before": meeting.mood_before,
        "mood_after": meeting.mood_after,
        "idea": meeting.idea,
        "unsafe": meeting.unsafe,
        "note": meeting.note,
        "created": rows.instant_out(meeting.created),
    }


def meeting_in(row: Any) -> Meeting:
    """Return the meeting of a row."""
    return Meeting(
        id=row["id"],
        group=row["peer_group"],
        at=rows.instant_in(row["at"]),
        zone=row["zone"],
        occurrence=rows.maybe_instant_in(row["occurrence"]),
        door=bool(row["door"]),
        early=bool(row["early"]),
        stayed=bool(row["stayed"]),
        said=row["said"],
        contact=row["contact"],
        fit=rows.pairs_in(row["fit"]),
        mood_before=row["mood_before"],
        mood_after=row["mood_after"],
        idea=row["idea"],
        unsafe=row["unsafe"],
        note=row["note"],
        created=rows.instant_in(row["created"]),
    )
