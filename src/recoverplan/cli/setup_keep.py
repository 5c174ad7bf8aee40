"""What setup keeps, read and said alike for its options and for its conversation."""

from __future__ import annotations

from collections.abc import Container, Sequence

from recoverplan.cli.fields import choice, minutes
from recoverplan.cli.session import Place, Session, session_at
from recoverplan.domain.text import clean
from recoverplan.services.emergency import region_named, region_or_none, zone_for
from recoverplan.settings import Settings
from recoverplan.words import setup as words

LONGEST_LEAD = 12 * 60


def read_zone(typed: str, before: Settings) -> str | None:
    """Return the name of the zone of a place; "" gives None, the computer's own.

    Raises UsageError with places to choose from, and the time there, by the settings until now.
    """
    if not clean(typed):
        return None
    from recoverplan import clock
    from recoverplan.domain.zone_meant import zone_meant

    now = clock.now(zone_for(before))
    return zone_meant(typed, now, clock24=region_or_none(before).clock24).key


def read_region(typed: str) -> str | None:
    """Return the code of a region; "" gives None. Raises UsageError."""
    return region_named(clean(typed)).code if clean(typed) else None


def read_about(option: str, typed: Sequence[str]) -> tuple[str, ...]:
    """Return what it is about, each once. Raises UsageError."""
    chosen = [choice(option, one, words.ABOUTS) for one in typed if clean(one)]
    return tuple(dict.fromkeys(chosen))


def read_lead(typed: str) -> int:
    """Return a length in minutes; "" gives the usual one. Raises UsageError."""
    if not clean(typed):
        return Settings().lead_minutes
    return minutes("--lead", typed, LONGEST_LEAD)


def number_stands(session: Session) -> str:
    """Return whose emergency number holds on with this time zone, and how to change it."""
    from recoverplan.data import zones
    from recoverplan.data.regions import country_said

    region, zone = session.region, session.zone.key
    country = region.code.partition("-")[0]
    code = zones.elsewhere(country, zone) if country else zones.country_of(zone)
    known = country_said(region.name), region.emergency, region.check_locally
    return words.number_stands(*known, code or "CODE")


def keep(place: Place, settings: Settings, *, quietly: bool = False) -> Session:
    """Keep the settings and return the session that they make.

    `quietly`: where the data is kept was said before.
    """
    from recoverplan.services.keeping import tell, writing
    from recoverplan.store import profile

    session = session_at(place, settings)
    announce = nothing if quietly else tell
    with writing(session.home, session.now, announce) as store:
        profile.save(store, settings)
        store.did("answered setup" if quietly else words.DID_CHANGE)
    return session


def told_at_the_end(session: Session) -> list[str]:
    """Return what is said once, at the end of setup: before stopping, and about gambling."""
    from recoverplan.domain.region import lines_of
    from recoverplan.services.keeping import reading
    from recoverplan.store.tables import contacts
    from recoverplan.writers.plain.care import at_the_end_of_setup

    with reading(session.home) as store:
        people = () if store is None else contacts.load_all(store)
    lines = lines_of(session.region, people, session.now.date())
    return at_the_end_of_setup(session.region, lines, session.settings.about)


def prefer_offer(session: Session) -> list[str]:
    """Say how meetings that suit are looked for, where there are lists and nothing was said yet."""
    from recoverplan.services.keeping import reading
    from recoverplan.services.suggesting import any_preferred
    from recoverplan.store.listings_find import any_live
    from recoverplan.words import lists as list_words

    with reading(session.home) as store:
        lists = store is not None and any_live(store)
    return [list_words.PREFER_OFFER] if lists and not any_preferred(session.settings) else []


def nothing(line: str) -> None:
    """Leave a line unsaid."""


def zone_said(session: Session) -> list[str]:
    """Say the person's zone back with the time there; nothing for the computer's own."""
    if session.settings.timezone is None:
        return []
    from recoverplan.domain.saying import time_of_day

    return [words.zone_said(session.zone.key, time_of_day(session.now, clock24=session.clock24))]


def summary(settings: Settings, names: Container[str]) -> dict[str, str]:
    """Say the settings of these names: label and value, each in a few words."""
    said = {
        "name": settings.name,
        "timezone": settings.timezone,
        "region": settings.region,
        "prefer": settings.prefer,
        "about": ", ".join(settings.about),
        "lead_minutes": f"{settings.lead_minutes} minutes",
        "plain": "yes" if settings.plain else "no",
    }
    return {
        words.FIELDS[name]: value or words.NOT_SAID for name, value in said.items() if name in names
    }
