"""Where the person is (region, trips, zone), and the emergency card that `now` reads, kept in step
with the store.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from recoverplan.data import helplines, regions
from recoverplan.domain.region import Abroad, Line, Region, abroad, find_named, find_region
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.home import EMERGENCY_CARD, PUBLISHED
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import files as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.emergency import EmergencyCard, Kept
    from recoverplan.domain.trip import Trip
    from recoverplan.store.keys import Slot
    from recoverplan.store.opened import Store

FRESH = timedelta(days=60)  # with less than this left, a card's hours end soon
LOCKED_AWAY = b"\nlocked\tyes\n"  # a row of the card's facts, which stand first
FACTS_BYTES = 4096
DAY = timedelta(days=1)


@cache
def region_named(code: str | None, clock: str | None = None) -> Region:
    """Return the region of a code or name as typed; None: no region was chosen.

    `clock`: "12" or "24" where the person chose one. Raises UsageError with the nearest for a
    region that is not known.
    """
    known = regions.load()
    country = find_named(code, known).code.partition("-")[0] if code is not None else ""
    return find_region(code, known, helplines.load_country(country), clock)


def region_of(settings: Settings) -> Region:
    """Return the person's region."""
    return region_named(settings.region, settings.clock)


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
    from recoverplan import clock
    from recoverplan.domain.trip import itinerary

    at = now or clock.now(itinerary(home, trips, datetime.now(UTC)))
    return itinerary(home, trips, at)


def settings_there(settings: Settings, zone: ZoneInfo, now: datetime) -> Settings:
    """Return the settings as they hold at `now`: on a trip with its region, by the usual clock."""
    from recoverplan.domain.trip import trip_at

    trip = trip_at(zone, now)
    if trip is None or trip.region is None:
        return settings
    usual = "24" if region_of(settings).clock24 else "12"
    return replace(settings, region=trip.region, clock=usual)


def lines_in_parts(region: Region, kind: str) -> list[Line]:
    """Return the first line of a kind of each part of a country, where none takes everybody in it.

    What each is for says where it is.
    """
    from recoverplan.domain.help_lines import of_kind, takes_anyone
    from recoverplan.words.lines import IN_PART

    if any(map(takes_anyone, of_kind(region.lines, kind))):
        return []
    parts = ((name, code) for name, code, one in region.parts if one == kind)
    return [
        line._replace(purpose=IN_PART.format(purpose=line.purpose, part=name))
        for name, code in parts
        for line in of_kind(region_named(code).lines, kind)[:1]
    ]


def sync_card(store: Store, now: datetime) -> None:
    """Make the emergency card say what the store says; `now` is aware.

    Under the store's write lock, so that no older card can replace a newer one, but with nothing
    written to the store. The file is private, replaced whole, and left alone where it is right. It
    counts as written once `now` itself would believe it. Raises OSError, CouldNotError and what
    the store raises.
    """
    from recoverplan.now.card import read
    from recoverplan.store.files import write_whole

    with store.still():
        content = card_content(store, now, names=names_may_stand(store))
        path = store.home / EMERGENCY_CARD
        if not holds(path, content):
            write_whole(path, content)
            if read(str(store.home))[0] is None:
                raise CouldNotError(words.CARD_NOT_READ)


def names_may_stand(store: Store, slots: Sequence[Slot] | None = None) -> bool:
    """Tell whether people and steps may be on the card: with a passphrase set, by consent.

    Without `slots` keys.json is read anew: another program may just be setting the passphrase.
    """
    from recoverplan.store import keys

    if slots is None:
        slots = keys.load_slots(store.home)
    if not keys.take_secret(slots):
        return True
    from recoverplan.store.kept_copies import card_agreed

    return store.way is not None and card_agreed(slots, store.way.key)


def is_behind(store: Store, card: bytes) -> bool:
    """Tell whether a card shows more than it may, or less."""
    # What was read at opening holds, unless that has put something right since.
    slots = store.way.found.slots if store.way and store.way.settled else None
    return (LOCKED_AWAY in card[:FACTS_BYTES]) == names_may_stand(store, slots)


def card_content(store: Store, now: datetime, *, names: bool) -> bytes:
    """Return the card as it is to be: with everything, or without `names` the region alone."""
    from recoverplan.writers.emergency import emergency_card

    return emergency_card(card_of(store, now, names=names))


def card_of(store: Store, now: datetime, *, names: bool) -> EmergencyCard:
    """Return what there is for the card, whether it has room for it or not."""
    from recoverplan.domain.emergency import make_card, without_names

    settings, held = kept(store, now)
    if not names:
        held = without_names(held)
    return make_card(held, region_or_none(settings), now)


def region_there(trip: Trip, settings: Settings) -> Region | None:
    """Return the region of a trip, None where those of home hold, or it is not known any more."""
    if trip.region is None:
        return None
    usual = "24" if region_or_none(settings).clock24 else "12"
    with suppress(UsageError):
        return region_named(trip.region, usual)
    return None


def kept(store: Store, now: datetime) -> tuple[Settings, Kept]:
    """Read the settings, and all that the card of the moment `now` is made from."""
    from recoverplan.domain.emergency import Kept
    from recoverplan.store import profile
    from recoverplan.store.current import contacts_on_card, goings_since, risks_at
    from recoverplan.store.tables import groups, shown_on, steps, which_exist

    settings = profile.load(store)
    there = which_exist(store, ["goings", "urges"])
    region = region_or_none(settings)
    trips = trips_in(store)
    zone = zone_over_time(zone_for(settings), trips, now)
    today = now.astimezone(zone).date()
    return settings, Kept(
        zone=zone,
        trips=tuple((trip, region_there(trip, settings)) for trip in trips),
        about=settings.about,
        prefer=settings.prefer,
        plain=settings.plain,
        contacts=contacts_on_card(store, today),
        steps=steps.load_all(store),
        risks=risks_at(store, today, with_steps=True),
        groups=groups.load_all(store),
        goings=goings_since(store, now) if "goings" in there else (),
        reasons=shown_on(store, "now"),
        urges="urges" in there,
        abroad=abroad_and_there(region, zone_for(settings).key),
    )


def abroad_and_there(region: Region, zone: str) -> tuple[Abroad, Region] | None:
    """Return how country and zone differ, and the region of the zone; None if they don't."""
    found = abroad(region, zone)
    return found and (found, region_named(found.code))


def zone_for(settings: Settings) -> ZoneInfo:
    """Return the first zone there is to rely on: the profile's, the computer's, UTC."""
    from recoverplan.clock import system_zone_name
    from recoverplan.domain.zone import known_zone

    names = (settings.timezone, system_zone_name(), "UTC")
    return next(zone for name in names if name and (zone := known_zone(name)))


def region_or_none(settings: Settings) -> Region:
    """Return the person's region; one that is no longer known is as none, not a card less."""
    try:
        return region_of(settings)
    except UsageError:
        return region_named(None, settings.clock)


def card_is_due(store: Store) -> bool:
    """Tell whether the card is missing, ends soon, is of another zone, or shows what it may not;
    or whether the days moved on in what is published.
    """
    from recoverplan import clock
    from recoverplan.now.card import LIMIT
    from recoverplan.store import profile
    from recoverplan.store.files import NotOursError, present, read_small

    with suppress(Exception):  # whatever it is, what was read stays read
        zone = zone_for(profile.load(store))
        now = clock.now(zone).timestamp()
        if present(store.home / PUBLISHED):
            from recoverplan.services.published import is_due

            if is_due(store.home, clock.now(zone)):
                return True
        try:
            card = read_small(store.home / EMERGENCY_CARD, LIMIT)
        except (OSError, NotOursError):
            return True
        if f"\nzone\t{zone.key}\n".encode() not in card or not card.endswith(b"\nend\n"):
            return True
        # One row of those that `now` reads: all of them would cost every command more.
        known = card.partition(b"\nknown\t")[2].split(b"\t", 2)
        start, end = (int(one) if one.isdigit() else 0 for one in (*known, b"", b"")[:2])
        # Of a card that had no room for more days, a newer one knows one more each day.
        shed = b"\nleft out\t" in card
        renew = start + DAY.total_seconds() if shed else end - FRESH.total_seconds()
        return not start <= now < renew or is_behind(store, card)
    return False


def holds(path: Path, content: bytes) -> bool:
    """Tell whether the file at `path` is a private, ordinary file that holds exactly `content`."""
    try:
        found = path.lstat()
        private = stat.S_ISREG(found.st_mode) and not found.st_mode & 0o077
        return private and found.st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
