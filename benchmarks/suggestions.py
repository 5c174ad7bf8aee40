"""How long `risk suggest` takes with 40 and 500 entries, as a ratio to `python -c pass`.

Made-up logs with one stretch of the week that stands out, so that all of the work is done.
"""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.startup import SCRIPT, piped, ratio
from recoverplan.domain.urge import Urge
from recoverplan.services.keeping import writing
from recoverplan.store.tables import urges

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
GATHERED = 5  # one in so many entries falls on Sunday afternoons
MOST = {40: 16.0, 500: 24.0}


def keep(home: Path, entries: int) -> None:
    """Log that many urges over a year or less, some of them on Sundays between 4 and 6 pm."""
    random = Random(168)
    weeks = min(52, entries // 3)
    sunday = NOW - timedelta(days=1) + timedelta(hours=6)
    with writing(home, NOW, announce=lambda _: None) as store:
        for number in range(entries):
            at = NOW - timedelta(minutes=random.randrange(weeks * 7 * 24 * 60))
            if number % GATHERED == 0:
                week = 1 + random.randrange(weeks - 1)
                at = sunday - timedelta(weeks=week, minutes=-random.randrange(120))
            urges.add(store, Urge(at=at, zone="UTC", created=at))
        store.did("kept it all")


def figures() -> list[tuple[str, float, float]]:
    """Return the ratios, each with what it may be at most."""
    os.environ |= {"RECOVERPLAN_NOW": "2026-11-23T10:00", "TZ": "UTC"}
    result = []
    with tempfile.TemporaryDirectory() as folder:
        for entries, most in MOST.items():
            home = Path(folder) / str(entries)
            keep(home, entries)
            os.environ["RECOVERPLAN_HOME"] = str(home)
            taken = ratio(piped, [SCRIPT, "risk", "suggest"])
            result.append((f"risk suggest, {entries} entries", taken, most))
    return result
