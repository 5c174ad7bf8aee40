"""Which part of a long log is looked at for hours that stand out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.urge import Urge
from recoverplan.services.keeping import reading, writing
from recoverplan.services.reviewing import ENOUGH, gathered
from recoverplan.store.tables import urges

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("recent", "old", "looked_at"),
    [(10, 20, 30), (10, ENOUGH + 40, ENOUGH), (ENOUGH + 10, 5, ENOUGH + 10), (0, 0, 0)],
)
def test_a_year_is_looked_at_or_enough(recent: int, old: int, looked_at: int, home: Path) -> None:
    days = [timedelta(hours=3 * each) for each in range(recent)]
    days += [timedelta(days=400, hours=each) for each in range(old)]
    with writing(home, NOW, announce=lambda _: None) as store:
        for back in days:
            urges.add(store, Urge(at=NOW - back, zone="UTC", created=NOW))
        store.did("logged urges")
    with reading(home) as store:
        assert gathered(store, ZoneInfo("UTC"), NOW).urges == looked_at
