"""Trips: days elsewhere, and the zone that is in force over time because of them.

A trip covers its calendar days in its own zone: an instant is in it when its date there lies
between the first and the last day. Where two would hold, the earlier trip goes on to its end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import accumulate
from zoneinfo import ZoneInfo

from recoverplan.domain.schedule import day_after, midnight
from recoverplan.domain.zone import known_zone
from recoverplan.value import NamedTuple, Value

BEGINNING = datetime.min.replace(tzinfo=UTC)
EDGE = timedelta(days=2)
END = datetime.max.replace(tzinfo=UTC)


class Trip(Value):
    """Days elsewhere, `first` and `until` included; `timezone` is an IANA name.

    `region` is whose emergency number and help lines hold then; None: those of home.
    """

    id: int = 0
    place: str
    first: date
    until: date
    timezone: str
    region: str | None = None
    created: datetime  # UTC


class Leg(NamedTuple):
    """A stretch of time (UTC, half open) in which one zone is in force; of home `trip` is None."""

    start: datetime
    end: datetime
    zone: ZoneInfo
    trip: Trip | None


class Itinerary(ZoneInfo):
    """The person's zone over time: that of home, and on each trip that of the trip.

    Its clocks show what the person's do: at the edges of a trip wall times may be left out, or
    come twice. `key` is the zone in force at the instant it was made for.
    """

    home: ZoneInfo
    legs: tuple[Leg, ...]
    ends: list[datetime]  # of the legs
    days: tuple[tuple[date, date, ZoneInfo], ...]
    firsts: list[date]  # of these days, in order
    reached: list[date]  # the latest last day of each and all before it

    def leg_at(self, instant: datetime) -> Leg:
        """Return the stretch that an aware instant lies in."""
        moment = instant.astimezone(UTC)
        return self.legs[bisect_right(self.ends, moment)]

    def deep_in(self, instant: datetime) -> Leg | None:
        """Return the stretch that an instant (UTC) lies in, None within two days of its edges.

        No zone is further than that from UTC, so deep in it no clock but its own shows this time.
        """
        leg = self.legs[bisect_right(self.ends, instant)]
        return leg if min(instant - leg.start, leg.end - instant) > EDGE else None

    def trip_at(self, instant: datetime) -> Trip | None:
        """Return the trip that an aware instant lies in, None at home."""
        return self.leg_at(instant).trip

    def written(self, wall: datetime) -> ZoneInfo:
        """Return the zone that a date which somebody wrote down belongs to."""
        return next(iter(self.on(wall.date())), self.home)

    def on(self, day: date) -> list[ZoneInfo]:
        """Return the zones of the trips that a day is one of, in their order."""
        place = bisect_right(self.firsts, day)
        found: list[ZoneInfo] = []
        while place and self.reached[place - 1] >= day:
            place -= 1
            _, last, zone = self.days[place]
            if day <= last:
                found.append(zone)
        return found[::-1]

    def instants(self, wall: datetime) -> list[datetime]:
        """Return the instants at which the person's clock shows a wall time: none, one or more."""
        found = {
            moment
            for zone in (*self.on(wall.date()), self.home)
            for fold in (0, 1)
            if (moment := wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)) < END
            and self.leg_at(moment).zone is zone
        }
        return sorted(found)

    def ruling(self, wall: datetime) -> datetime:
        """Return a wall time in the zone it is read by; what never comes, by that before it."""
        around = self.deep_in(wall.replace(tzinfo=UTC))
        if around:
            there = wall.replace(tzinfo=around.zone, fold=0)
            if there.utcoffset() == there.replace(fold=1).utcoffset():  # it comes, and once
                return there
        found = self.instants(wall)
        if found:
            # Of an hour that comes twice at home the first may have been spent elsewhere.
            instant = found[-1 if wall.fold else 0]
            return instant.astimezone(self.leg_at(instant).zone)
        leg = self.leg_at(wall.replace(tzinfo=self.home, fold=0))
        left_out_before = leg.trip is not None and wall.date() < leg.trip.first
        return wall.replace(tzinfo=self.home if left_out_before else leg.zone)

    def utcoffset(self, moment: datetime | None, /) -> timedelta | None:
        """Return the offset from UTC at a wall time, as any zone does."""
        return None if moment is None else self.ruling(moment).utcoffset()

    def dst(self, moment: datetime | None, /) -> timedelta | None:
        """Return how far the clocks are set ahead at a wall time."""
        return None if moment is None else self.ruling(moment).dst()

    def tzname(self, moment: datetime | None, /) -> str | None:
        """Return the name of the time at a wall time."""
        return None if moment is None else self.ruling(moment).tzname()

    def fromutc(self, moment: datetime, /) -> datetime:
        """Return the wall time of an instant (UTC, but with this zone, as astimezone gives it)."""
        instant = moment.replace(tzinfo=UTC)
        if around := self.deep_in(instant):
            return instant.astimezone(around.zone).replace(tzinfo=self)
        local = instant.astimezone(self.leg_at(instant).zone).replace(tzinfo=self, fold=0)
        found = self.instants(local)
        return local.replace(fold=int(bool(found) and found[0] != instant))


def itinerary(home: ZoneInfo, trips: Iterable[Trip], now: datetime) -> ZoneInfo:
    """Return the zone in force over time; `home` itself where there are no trips."""
    known = sorted(trips, key=lambda trip: (trip.first, trip.id))
    if not known:
        return home
    legs: list[Leg] = []
    reached = BEGINNING
    for trip in known:
        there = zone_of(trip, home)
        start, end = midnight(trip.first, there), midnight(day_after(trip.until), there)
        start = max(start, reached)
        if start >= end:
            continue
        if reached < start:
            legs.append(Leg(reached, start, home, None))
        legs.append(Leg(start, end, there, trip))
        reached = end
    legs.append(Leg(reached, END, home, None))
    moment = now.astimezone(UTC)
    key = next(leg for leg in legs if moment < leg.end).zone.key
    made = Itinerary.no_cache(key)
    made.home, made.legs, made.ends = home, tuple(legs), [leg.end for leg in legs]
    made.days = tuple((trip.first, trip.until, zone_of(trip, home)) for trip in known)
    made.firsts = [trip.first for trip in known]
    made.reached = list(accumulate((trip.until for trip in known), max))
    return made


def zone_of(trip: Trip, home: ZoneInfo) -> ZoneInfo:
    """Return a trip's zone; that of home where its own is not known here."""
    return known_zone(trip.timezone) or home


def trip_at(zone: tzinfo, instant: datetime) -> Trip | None:
    """Return the trip that an instant lies in, None where the zone knows of none."""
    return zone.trip_at(instant) if isinstance(zone, Itinerary) else None


def in_force(zone: ZoneInfo, instant: datetime) -> ZoneInfo:
    """Return the zone of a place that is in force at an instant."""
    return zone.leg_at(instant).zone if isinstance(zone, Itinerary) else zone


def at_home(zone: ZoneInfo) -> ZoneInfo:
    """Return the zone of home."""
    return zone.home if isinstance(zone, Itinerary) else zone


def overlapping(trips: Iterable[Trip], new: Trip) -> Trip | None:
    """Return a trip that has a day of a new one, None if there is none."""
    return next(
        (
            trip
            for trip in trips
            if trip.id != new.id and trip.first <= new.until and new.first <= trip.until
        ),
        None,
    )
