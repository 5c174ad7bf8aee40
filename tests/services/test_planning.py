"""What a plan is made from comes out of the store; many years of meetings cost it little."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from planning_examples import NEW_YORK, group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.trial import count_tries
from recoverplan.services.keeping import reading, writing
from recoverplan.services.planning import facts
from recoverplan.settings import Settings
from recoverplan.store.tables import groups, meetings

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


def attended(number: int, at: datetime, **more: object) -> Meeting:
    """Return a meeting of group 1 at its own time."""
    fields = {"occurrence": at, "fit": (("safety", "yes"),), "note": "Good to be there.", **more}
    return Meeting(group=number, at=at, zone="America/New_York", created=NOW, **fields)  # type: ignore[arg-type]


def test_no_store_plans_well() -> None:
    known = facts(None, Settings(lead_minutes=45), NEW_YORK)
    assert known == ((), (), (), (), NEW_YORK, 45, (), (), None)


def test_tries_are_the_same_with_and_without_what_was_noted(home: Path) -> None:
    start = NOW - timedelta(days=30)
    with writing(home, NOW, announce=lambda line: None) as store:
        kept = groups.add(store, group(0, "Lifeline", "TU", "19:00", "20:00"))
        for at, more in (
            (start, {}),
            (start + timedelta(minutes=20), {}),  # another meeting, close by
            (start + timedelta(minutes=30), {"occurrence": None}),  # one of these two
            (start, {}),  # the first one again
            (start + timedelta(days=7), {"door": True}),
            (start + timedelta(days=14), {"occurrence": None}),
            (start + timedelta(days=14, minutes=59), {"occurrence": None}),
            (start + timedelta(days=14, minutes=61), {"occurrence": None}),
        ):
            meetings.add(store, attended(kept.id, at, **more))
        store.did("logged meetings")
    with reading(home) as store:
        assert store is not None
        known = facts(store, Settings(), NEW_YORK)
        whole = meetings.load_all(store)
    assert [(each.id, each.at, each.door, each.occurrence) for each in known.meetings] == [
        (each.id, each.at, each.door, each.occurrence) for each in whole
    ]
    assert not any(each.note or each.fit for each in known.meetings)
    assert count_tries(kept.id, known.meetings) == count_tries(kept.id, whole) == 4
