"""Every noun's table, what is pointed at first; and the queries that ask for less than records."""

from __future__ import annotations

from collections.abc import Iterable

from recoverplan.store.opened import Store
from recoverplan.store.table import Table, instant_in, instant_out, values_of_ours

TYPE_CHECKING = False
if TYPE_CHECKING:  # a table loads its class when it is read
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any

    from recoverplan.domain.contact import Contact
    from recoverplan.domain.group import Group
    from recoverplan.domain.inventory import Support
    from recoverplan.domain.looking_back import Outcome, Review
    from recoverplan.domain.meeting import Meeting
    from recoverplan.domain.risk import RiskWindow
    from recoverplan.domain.step import Reason, Step
    from recoverplan.domain.talk import Agreement, Going, Talk
    from recoverplan.domain.treatment import Give, Treatment
    from recoverplan.domain.trip import Trip
    from recoverplan.domain.urge import Lapse, Urge

trips: Table[Trip] = Table("trip.Trip", name="trip", word="trip", order="first, id")
# "where", "order", "group" and "end" are words of SQL.
groups: Table[Group] = Table(
    "group.Group",
    name="peer_group",
    word="group",
    columns={"where": "place", "tries_goal": ("tries_least", "tries_most")},
    fixed={"format": "FORMATS", "status": "STATUSES"},
)
contacts: Table[Contact] = Table(
    "contact.Contact",
    name="contact",
    word="contact",
    columns={"order": "place"},
    order="place, id",
    fixed={"role": "ROLES"},
)
meetings: Table[Meeting] = Table(
    "meeting.Meeting", name="meeting", word="meeting", columns={"group": "peer_group"},
    fixed={"said": "SAID"},
)  # fmt: skip
# Of the person's safety plan; not the steps of the history.
steps: Table[Step] = Table("step.Step", name="plan_step", word="step", fixed={"kind": "KINDS"})
risks: Table[RiskWindow] = Table(
    "risk.RiskWindow", name="risk_window", word="hard hours", fixed={"level": "LEVELS"}
)
urges: Table[Urge] = Table("urge.Urge", name="urge", word="urge")
lapses: Table[Lapse] = Table("urge.Lapse", name="lapse", word="lapse")
supports: Table[Support] = Table(
    "inventory.Support", name="support", word="support", columns={"group": "peer_group"},
    fixed={"kind": "KINDS", "standing": "STANDINGS"},
)  # fmt: skip
reasons: Table[Reason] = Table("step.Reason", name="reason", word="reason")
reviews: Table[Review] = Table("looking_back.Review", name="review", word="review")
outcomes: Table[Outcome] = Table(
    "looking_back.Outcome", name="outcome", word="answer about hard hours"
)
goings: Table[Going] = Table(
    "talk.Going", name="going", word="plan to go",
    columns={"group": "peer_group", "end": "finish"}, order="start, id",
)  # fmt: skip
talks: Table[Talk] = Table("talk.Talk", name="talk", word="talk", order="at, id")
agreements: Table[Agreement] = Table("talk.Agreement", name="agreement", word="agreement")
gives: Table[Give] = Table(
    "treatment.Give", name="give", word="commitment", columns={"group": "peer_group"}
)
treatments: Table[Treatment] = Table(
    "treatment.Treatment", name="treatment", word="treatment", columns={"where": "place"},
    fixed={"kind": "KINDS"},
)  # fmt: skip

# All of these by their names, in their order.
TABLES: dict[str, Table[Any]] = {
    name: table for name, table in globals().items() if isinstance(table, Table)
}


TIMES = "SELECT id, peer_group, at, zone, occurrence, door, created FROM meeting"


def which_exist(store: Store, names: Iterable[str]) -> set[str]:
    """Return those of the nouns, by their names here, of which there is any: in one query."""
    asked = {name: TABLES[name].name for name in names}
    parts = ", ".join(f"EXISTS (SELECT 1 FROM {each})" for each in asked.values())  # noqa: S608
    found = store.execute(f"SELECT {parts}").fetchone()
    return {name for name, there in zip(asked, found, strict=True) if there}


def times_since(store: Store, since: datetime | None) -> tuple[Meeting, ...]:
    """Return the meetings from an instant on, None: all, with what tells tries."""
    if since is None:
        return times_in(store.execute(f"{TIMES} ORDER BY id"))
    # Ordered by their numbers they would all be gone through.
    found = store.execute(f"{TIMES} WHERE at >= ? ORDER BY at, id", (instant_out(since),))
    return times_in(found)


def times_of(store: Store, group: int) -> tuple[Meeting, ...]:
    """Return all meetings of one group, with what tells tries."""
    return times_in(store.execute(f"{TIMES} WHERE peer_group = ?", (group,)))


def times_in(found: Iterable[Any]) -> tuple[Meeting, ...]:
    """Return meetings of these rows: of which group, when, whether only at the door.

    Nothing that was noted comes with them.
    """
    from recoverplan.domain.meeting import Meeting

    with values_of_ours(meetings.word):
        return tuple(
            Meeting(
                id=number,
                group=group,
                at=instant_in(when),
                zone=zone,
                occurrence=None if occurrence is None else instant_in(occurrence),
                door=bool(door),
                created=instant_in(created),
            )
            for number, group, when, zone, occurrence, door, created in found
        )


def load_logged(store: Store, name: str, since: datetime) -> list[tuple[datetime, str, bool]]:
    """Return when each urge, or lapse, was, the zone it was logged in, and if that is rough."""
    asked = f"SELECT at, zone, rough FROM {name} WHERE at >= ? ORDER BY id"  # noqa: S608 - our own names
    found = store.execute(asked, (instant_out(since),))
    with values_of_ours(name):
        return [(instant_in(at), zone, bool(rough)) for at, zone, rough in found]


def at_of_newest(store: Store, number: int) -> datetime | None:
    """Return when the urge or lapse was that so many, with it, came after; None for fewer."""
    found = store.execute(
        "SELECT at FROM (SELECT at FROM urge UNION ALL SELECT at FROM lapse)"
        " ORDER BY at DESC LIMIT 1 OFFSET ?",
        (number - 1,),
    ).fetchone()
    with values_of_ours(urges.word):
        return found and instant_in(found["at"])


def shown_on(store: Store, screen: str) -> tuple[str, ...]:
    """Return the texts of the reasons that one screen carries, of SHOWN, in their order."""
    found = store.execute(
        """
        SELECT reason.text FROM reason, json_each(reason.shown) AS screen
        WHERE screen.value = ?
        ORDER BY reason.id
        """,
        (screen,),
    )
    return tuple(row["text"] for row in found)


def any_to_count(store: Store) -> bool:
    """Tell whether the tries of a group have to be counted anew."""
    unknown = "SELECT EXISTS (SELECT 1 FROM peer_group WHERE id NOT IN (SELECT id FROM tried))"
    return bool(store.execute(unknown).fetchone()[0])
