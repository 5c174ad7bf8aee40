"""`recoverplan group find`: meetings of the lists, for a time, a gap of the plan, a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from recoverplan.cli.fields import several, whole
from recoverplan.cli.hours import read_hours
from recoverplan.cli.output import emit, tell
from recoverplan.cli.session import Session
from recoverplan.domain.listing import FoundAll
from recoverplan.domain.place import KM_PER_MILE
from recoverplan.domain.schedule import following
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.domain.trip import trip_at
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.services.finding import Wanted, find
from recoverplan.services.keeping import reading
from recoverplan.words import lists as words

if TYPE_CHECKING:
    from rich.console import RenderableType

    from recoverplan.store.opening import Store

MOST = 1000
DEFAULT_KM = 5.0
MOST_KM = 20_038.0  # half way round
DISTANCE = re.compile(
    r"(\d{1,5}(?:\.\d{1,3})?) ?(km|kilometers?|kilometres?|mi|miles?|m)?", re.IGNORECASE
)
POINT = re.compile(r"([+-]?\d{1,3}(?:\.\d+)?) ?[, ] ?([+-]?\d{1,3}(?:\.\d+)?)")


class Asked(NamedTuple):
    """The options as typed."""

    phrase: str
    gap: bool
    near: str | None
    within: str | None
    online: bool
    types: list[str]
    text: str | None
    limit: str


def run(session: Session, asked: Asked, *, json: bool) -> None:
    """Find what is wanted and print it."""
    if asked.phrase and asked.gap:
        raise UsageError("Say either a time or --gap, not both.")
    wanted = wanted_of(asked, session)
    with reading(session.home) as store:
        if store is None:
            result, lists = FoundAll(0, ()), False
        else:
            from recoverplan.store.listings_find import any_live
            from recoverplan.store.tables import groups

            lists = any_live(store)
            if not lists and (wanted.near or wanted.place):
                raise NotFoundError(words.NO_LISTS, words.HOW_TO_IMPORT)
            wanted = where_one_is(wanted, store, session)
            result = find(store, wanted, groups.load_all(store), session.now)
    if not lists:
        tell(f"{words.NO_LISTS} {words.HOW_TO_IMPORT}")
    print_found(result, wanted, session, json=json)


def where_one_is(wanted: Wanted, store: Store, session: Session) -> Wanted:
    """Return what is wanted, on a trip near its place where the lists know that."""
    trip = trip_at(session.zone, session.now)
    if trip is None or wanted.near or wanted.place or wanted.online:
        return wanted
    from recoverplan.services.finding import known_place

    if not known_place(store, trip.place):
        return wanted
    tell(words.NEAR_THERE.format(place=clean(trip.place)))
    return wanted._replace(place=trip.place)


def wanted_of(asked: Asked, session: Session) -> Wanted:
    """Return what is wanted, from what was typed. Raises UsageError, NotFoundError."""
    span = None
    if asked.phrase:
        span = span_of(asked.phrase, session)
    elif asked.gap:
        span = first_gap(session)
    near, place = where(asked.near)
    if asked.within is not None and asked.near is None:
        raise UsageError("--within needs a place.", "Say it: --near PLACE, or --near LAT,LON.")
    text = clean(asked.text or "")
    return Wanted(
        span=span,
        near=near,
        place=place,
        within_km=DEFAULT_KM if asked.within is None else distance(asked.within, session),
        online=asked.online,
        types=several(asked.types),
        text=text or None,
        limit=whole("--limit", asked.limit, 1, MOST),
    )


def span_of(phrase: str, session: Session) -> Span:
    """Return the first occurrence of a phrase that ends after now. Raises UsageError."""
    understood = read_hours(phrase, session, open_end=True)
    spans = following(understood.schedule, session.zone, session.now, 1)
    if not spans:
        message = f'"{clean(phrase)}" does not come again.'
        raise UsageError(message, "For instance: recoverplan group find tonight")
    return spans[0]


def first_gap(session: Session) -> Span:
    """Return what is still to come of the first gap of the plan. Raises NotFoundError."""
    from datetime import UTC

    from recoverplan.cli.plan_reading import facts_of, plan_of

    now = session.now.astimezone(UTC)
    made = plan_of(session, facts_of(session), 7, None)
    gaps = sorted(gap for each in made.occurrences for gap in each.gaps if gap.end > now)
    if not gaps:
        raise NotFoundError(words.NO_GAP, words.HOW_TO_FIND)
    return Span(max(gaps[0].start, now), gaps[0].end)


def where(typed: str | None) -> tuple[tuple[float, float] | None, str | None]:
    """Return coordinates, or the name of a place. Raises UsageError."""
    if typed is None:
        return None, None
    said = clean(typed)
    if not said:
        raise UsageError("--near takes a town of the lists, or LAT,LON.")
    match = POINT.fullmatch(said)
    if match is None:
        return None, said
    lat, lon = float(match[1]), float(match[2])
    if abs(lat) > 90 or abs(lon) > 180:
        message = f'"{said}" is no place on earth: latitude goes to 90, longitude to 180.'
        raise UsageError(message, "Write it like --near 40.7,-73.9")
    return (lat, lon), None


def distance(typed: str, session: Session) -> float:
    """Return kilometers from "5km", "3 mi", "800m", or "5" in the person's units.

    Raises UsageError.
    """
    match = DISTANCE.fullmatch(clean(typed))
    value = float(match[1]) if match else 0.0
    unit = ((match[2] if match else None) or session.settings.units or "km").casefold()
    if unit.startswith("mi"):
        value *= KM_PER_MILE
    elif unit == "m":
        value /= 1000
    if not 0 < value <= MOST_KM:
        message = f'--within takes a distance, not "{clean(typed)}".'
        raise UsageError(message, "Write it like --within 5km or --within 3mi.")
    return value


def print_found(result: FoundAll, wanted: Wanted, session: Session, *, json: bool) -> None:
    """Print what was found."""
    zone, now, clock24 = session.zone, session.now, session.clock24
    miles = session.settings.units == "miles"

    def screen(width: int) -> RenderableType:
        from recoverplan.writers.terminal.finding import found_screen

        return found_screen(result, wanted.span, zone, now, width, clock24=clock24, miles=miles)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.listing import found_record

        return found_record(result, wanted.span, zone)

    from recoverplan.writers.plain.finding import found_lines

    emit(
        plain=lambda: found_lines(result, wanted.span, zone, now, clock24=clock24, miles=miles),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )
