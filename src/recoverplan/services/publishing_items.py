"""What is to be published, made from the store: events, people, the page.

Titles tell nothing unless full ones were asked for. Where names may not be, everybody is as one who
is off the card.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from recoverplan.domain.plan import Facts, Plan, make_plan
from recoverplan.services.published import CALENDAR, CONTACTS, PAGE, Place
from recoverplan.services.vdir import Wanted
from recoverplan.settings import Settings
from recoverplan.store import profile
from recoverplan.store.opened import Store
from recoverplan.value import NamedTuple, replace

TITLES = (NEUTRAL, FULL) = ("neutral", "full")
DAYS = {CALENDAR: 28, PAGE: 7}


class Source(NamedTuple):
    """What items are made of: an open store as it is now. `full`: with labels, roles and words."""

    store: Store
    settings: Settings
    known: Facts
    now: datetime
    full: bool


def source_of(store: Store, now: datetime, *, full: bool, names: bool) -> Source:
    """Read what items are made of. Without `names` everybody is as one who is off the card."""
    from recoverplan.services.emergency import settings_there, trips_in, zone_for, zone_over_time
    from recoverplan.services.planning import facts

    settings = profile.load(store)
    zone = zone_over_time(zone_for(settings), trips_in(store), now)
    settings = settings_there(settings, zone, now)
    known = facts(store, settings, zone)
    if not names:
        unnamed = tuple(replace(each, on_card=False) for each in known.contacts)
        known = known._replace(contacts=unnamed)
    return Source(store, settings, known, now.astimezone(zone), full and names)


def plan_of(source: Source, days: int) -> Plan:
    """Return the plan of so many days, today whole."""
    from recoverplan.domain.schedule import midnight

    zone, today = source.known.zone, source.now.date()
    start, end = midnight(today, zone), midnight(today + timedelta(days=days), zone)
    return make_plan(source.known, source.now, start, end, running_only=False)


def calendar_of(source: Source, place: Place) -> dict[str, Wanted]:
    """Return the events: four weeks of check-ins, and all that repeats."""
    from recoverplan.domain.calendar import make_calendar
    from recoverplan.services.emergency import region_or_none
    from recoverplan.writers.ics import ics_item

    made = make_calendar(
        source.known,
        plan_of(source, DAYS[CALENDAR]),
        prefer=source.settings.prefer,
        full=source.full,
        region=region_or_none(source.settings).code,
        since=place.since,
    )
    return {
        entry.uid: Wanted(
            value_of(entry),
            partial(ics_item, entry, source.now),
            tuple(", ".join(filter(None, (entry.title, entry.where, entry.note))).split("\n")),
        )
        for entry in made.entries
    }


def contacts_of(source: Source, _: Place) -> dict[str, Wanted]:
    """Return the people on the card; roles and opening words only with full titles."""
    from recoverplan.domain.address_book import BookEntry, address_book
    from recoverplan.services.emergency import region_or_none
    from recoverplan.words.paper import TITLE
    from recoverplan.writers.vcf import vcf

    region = region_or_none(source.settings)
    book = address_book(
        source.known.contacts,
        source.now.date(),
        prefer=source.settings.prefer,
        title=TITLE if source.full else None,
        clock24=region.clock24,
        zone=source.known.zone.key,
        region=region.code,
    )

    def made(entry: BookEntry) -> Wanted:
        told = dict.fromkeys(filter(None, entry[1:]))
        shows = tuple(", ".join(told).split("\n"))
        return Wanted(value_of(entry), lambda _: vcf([entry]), shows)

    return {entry.uid: made(entry) for entry in book}


def page_of(source: Source, place: Place) -> dict[str, Wanted]:
    """Return the page: a week, and the card."""
    from recoverplan.domain.card import carried
    from recoverplan.domain.week import week
    from recoverplan.services import planning
    from recoverplan.services.emergency import region_or_none
    from recoverplan.words.paper import TITLE
    from recoverplan.writers.pages.plan import shown, week_page

    region = region_or_none(source.settings)
    made = plan_of(source, DAYS[PAGE])
    today = source.now.date()
    title = TITLE if source.full else None
    card = planning.card(source.store, source.settings, region, source.known.zone, today, title)
    if not [*carried(source.known.contacts, today)]:
        card = card._replace(people=())
    days = week(
        source.known, made, prefer=source.settings.prefer, full=source.full, region=region.code
    )
    how = {"full": source.full, "clock24": region.clock24}
    content = week_page(days, card, **how).encode("utf-8")
    name = Path(place.path).name
    return {name: Wanted(value_of(content), lambda _: content, tuple(shown(days, card, **how)))}


MAKERS: dict[str, Callable[[Source, Place], dict[str, Wanted]]] = {
    CALENDAR: calendar_of,
    CONTACTS: contacts_of,
    PAGE: page_of,
}


def value_of(made_from: object) -> str:
    """Return a digest of what an item is made from."""
    return sha256(repr(made_from).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def wanted(store: Store, now: datetime, place: Place, *, names: bool) -> dict[str, Wanted]:
    """Return what a place is to hold; `names` as the lock allows."""
    source = source_of(store, now, full=place.titles == FULL, names=names)
    return MAKERS[place.kind](source, place)
