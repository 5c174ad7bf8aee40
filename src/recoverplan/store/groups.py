"""Groups in the store."""

from __future__ import annotations

from recoverplan.domain.group import Group
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load_all(store: Store) -> tuple[Group, ...]:
    """Return all groups in the order in which they were entered."""
    return tuple(map(group_in, store.execute("SELECT * FROM peer_group ORDER BY id")))


def add(store: Store, group: Group) -> Group:
    """Keep a new group and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO peer_group VALUES (
            :id, :name, :programme, :format, :hours, :zone, :place, :link, :types, :status,
            :tries_least, :tries_most, :why, :unsafe, :created, :listed, :caution, :where_notes,
            :link_notes, :phone, :phone_notes
        )
        """,
        group_out(group),
    )
    return replace(group, id=cursor.lastrowid)


def save(store: Store, group: Group) -> None:
    """Replace the group that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE peer_group SET
            name = :name, programme = :programme, format = :format, hours = :hours, zone = :zone,
            place = :place, link = :link, types = :types, status = :status,
            tries_least = :tries_least, tries_most = :tries_most, why = :why, unsafe = :unsafe,
            created = :created, listed = :listed, caution = :caution, where_notes = :where_notes,
            link_notes = :link_notes, phone = :phone, phone_notes = :phone_notes
        WHERE id = :id
        """,
        group_out(group),
    )
    rows.one_changed(cursor, "group", group.id)


def remove(store: Store, number: int) -> None:
    """Remove a group and the meetings logged for it. Raises NotFoundError.

    Contacts met there stay and forget where they were met; ideas that became steps stay.
    """
    cursor = store.execute("DELETE FROM peer_group WHERE id = ?", (number,))
    rows.one_changed(cursor, "group", number)


def group_out(group: Group) -> dict[str, Any]:
    """Return the group's columns."""
    return {
        "id": group.id or None,
        "name": group.name,
        "programme": group.programme,
        "format": group.format,
        "hours": rows.hours_out(group.hours),
        "zone": group.zone,
        "place": group.where,
        "link": group.link,
        "types": rows.list_out(group.types),
        "status": group.status,
        "tries_least": group.tries_goal[0],
        "tries_most": group.tries_goal[1],
        "why": group.why,
        "unsafe": int(group.unsafe),
        "created": rows.instant_out(group.created),
        "listed": rows.list_out(group.listed),
        "caution": group.caution,
        "where_notes": group.where_notes,
        "link_notes": group.link_notes,
        "phone": group.phone,
        "phone_notes": group.phone_notes,
    }


def group_in(row: Any) -> Group:
    """Return the group of a row."""
    return Group(
        id=row["id"],
        name=row["name"],
        programme=row["programme"],
        format=row["format"],
        hours=rows.hours_in(row["hours"]),
        zone=row["zone"],
        where=row["place"],
        link=row["link"],
        types=rows.texts_in(row["types"]),
        status=row["status"],
        tries_goal=(row["tries_least"], row["tries_most"]),
        why=row["why"],
        unsafe=bool(row["unsafe"]),
        created=rows.instant_in(row["created"]),
        listed=rows.texts_in(row["listed"]),
        caution=row["caution"],
        where_notes=row["where_notes"],
        link_notes=row["link_notes"],
        phone=row["phone"],
        phone_notes=row["phone_notes"],
    )
