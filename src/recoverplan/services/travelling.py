"""Where the person is: the zone in force over time, and on a trip whose numbers hold."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from recoverplan import clock
from recoverplan.store.opened import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.trip import Trip


def trips_in(store: Store | None) -> tuple[Trip, ...]:
    """Return the trips in a store; where there are none, nothing is loaded for them."""
    from recoverplan.store.tables import trips, which_exist

    if store is None or not which_exist(store, ["trips"]):
        return ()
    return trips.load_all(store)


def zone_over_time(
    home: ZoneInfo, trips: tuple[Trip, ...], now: datetime | None = None
) -> ZoneInfo:
    """Return the person's zone with their trips, as it is at `now`; else at this moment."""
    if not trips:
        return home
    from recoverplan.domain.trip import itinerary

    at = now or clock.now(itinerary(home, trips, datetime.now(UTC)))
    return itinerary(home, trips, at)
