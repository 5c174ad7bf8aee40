"""`recoverplan trip`: days elsewhere, with the zone, the numbers and the meetings there."""

from collections.abc import Sequence
from datetime import UTC, date
from typing import Any
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask
from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import name_of, read_zone
from recoverplan.cli.moments import day_to_come
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import Json, TypedOptions, Yes, something_given
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import changing
from recoverplan.domain.saying import medium_day
from recoverplan.domain.text import clean
from recoverplan.domain.trip import Trip, overlapping
from recoverplan.domain.zone import city
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.store.opened import Store
from recoverplan.store.tables import trips
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.writers.rows import Fact, Row

app = App(no_args_is_help=True)

Name = Annotated[str, Argument(metavar="PLACE", help="Its place or number.")]


class Options(TypedOptions):
    """The options as typed; None: not given, "": to be taken away."""

    from_: Annotated[str | None, Option("--from", metavar="DATE", help="The first day there.")] = (
        None
    )
    until: Annotated[str | None, Option(metavar="DATE", help="The last day there, included.")] = (
        None
    )
    timezone: Annotated[
        str | None, Option(metavar="ZONE", help="The zone there, if the place is not known.")
    ] = None
    region: Annotated[
        str | None, Option(metavar="REGION", help="Whose emergency number: JP, GB-SCT.")
    ] = None


def dates(
    options: Options, session: Session, old: Trip | None, *, asks: bool = False
) -> dict[str, date]:
    """Return the days that were typed; `asks`: on a terminal those that were not are asked for.

    Raises UsageError.
    """
    given: dict[str, date | None] = {}
    if options.from_ is not None:
        given["first"] = day_to_come(options.from_, session)
    elif asks:
        given["first"] = ask(words.TRIP_FROM, check=lambda typed: day_to_come(typed, session))
    first = given.get("first") or (old.first if old else None)

    def last(typed: str) -> date:
        until = day_to_come(typed, session, first)
        if first is not None and until < first:
            raise ends_before(first, until)
        return until

    if options.until is not None:
        given["until"] = last(options.until)
    elif asks and first is not None:
        given["until"] = ask(words.TRIP_UNTIL, check=last)
    until = given.get("until") or (old.until if old else None)
    if first is None or until is None:
        raise UsageError(words.WHICH_DAYS, words.NO_TRIPS[1])
    if until < first:
        raise ends_before(first, until)
    return {name: day for name, day in given.items() if day is not None}


def ends_before(first: date, until: date) -> UsageError:
    """Return what there is to say of a trip that ends before it begins."""
    said = words.UNTIL_BEFORE.format(first=medium_day(first), until=medium_day(until))
    return UsageError(said, words.LIKE_DAYS)


def zone_there(typed: str | None, place: str, session: Session) -> ZoneInfo:
    """Return the zone there: as typed, else that of the place. Raises UsageError."""
    if typed is not None:
        return read_zone(typed, session)
    try:
        return read_zone(place, session)
    except UsageError as error:
        question = words.WHICH_ZONE.format(place=place)
        here = session.zone.key
        answer = ask(question, default=here, check=lambda one: read_zone(one, session))
        if answer is not None:
            return answer
        hint = error.hint if "several" in error.message else words.SAY_ZONE
        raise UsageError(words.WHICH_ZONE.format(place=place), hint) from None


def region_there(typed: str | None, zone: str) -> str | None:
    """Return the region of a trip: as typed ("": home's), else the zone's main one."""
    from recoverplan.services.emergency import region_named

    if typed is not None:
        return region_named(typed).code if clean(typed) else None
    from recoverplan.data.zones import country_of

    code = country_of(zone)
    return region_named(code).code if code else None


def refuse_overlap(trip: Trip, store: Store) -> None:
    """Refuse a trip that has a day of another. Raises CouldNotError that names the edit."""
    other = overlapping(trips.load_all(store), trip)
    if other is not None:
        day = medium_day(max(other.first, trip.first))
        message = words.TRIPS_OVERLAP.format(day=day, place=other.place)
        raise CouldNotError(message, words.MOVE_TRIP.format(id=other.id))


TRIP = Noun(table=trips, word="trip", name=lambda trip: trip.place, refuse=refuse_overlap)


@app.command()
def add(
    ctx: Context,
    place: Annotated[
        str, Argument(metavar="PLACE", help="Where you go; - reads it from stdin.")
    ] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Add days elsewhere; plan, now and find follow you there."""
    session = begin(ctx)
    called = place or ask(words.TRIP_WHERE, check=lambda typed: name_of(typed, "a place")) or ""
    if not called and can_ask():
        return
    if not called:
        raise UsageError(words.WHERE_TO, words.NO_TRIPS[1])
    called = name_of(called, "a place")
    days = dates(options, session, None, asks=True)
    zone = zone_there(options.timezone, called, session)
    trip = Trip(
        place=called,
        timezone=zone.key,
        region=region_there(options.region, zone.key),
        created=session.now.astimezone(UTC),
        first=days["first"],
        until=days["until"],
    )
    trip = TRIP.keep(trip, session)
    lines = [kept(trip, "Added"), *about_numbers(trip), words.TRIP_COVERS.format(place=trip.place)]
    TRIP.emit(trip, lines, session, json=json)


def kept(trip: Trip, did: str) -> str:
    """Return where and when, and by whose clock."""
    return words.TRIP_KEPT.format(
        did=did, place=trip.place, days=days_said(trip), zone=city(trip.timezone)
    )


def about_numbers(trip: Trip) -> list[str]:
    """Return whose emergency number and help lines hold on the trip."""
    from recoverplan.data.regions import country_said
    from recoverplan.services.emergency import region_named

    if trip.region is None:
        return [words.HOME_NUMBERS.format(id=trip.id)]
    return [words.THERE_NUMBERS.format(region=country_said(region_named(trip.region).name))]


def days_said(trip: Trip) -> str:
    """Return the days of a trip: "Tue 1 Dec to Sat 5 Dec"."""
    first, until = medium_day(trip.first), medium_day(trip.until)
    return first if trip.first == trip.until else f"{first} to {until}"


@app.command("list")
def list_trips(ctx: Context, json: Json = False) -> None:
    """List your trips."""
    session = begin(ctx)

    def row(trip: Trip) -> Row:
        facts: Sequence[str] = [days_said(trip), trip.timezone, trip.region or ""]
        return Row(trip.id, trip.place, [fact for fact in facts if fact])

    TRIP.emit_list(words.TRIPS, TRIP.load(session), row, words.NO_TRIPS, session, json=json)


@app.command()
def show(ctx: Context, place: Name, json: Json = False) -> None:
    """Show one trip."""
    session = begin(ctx)
    trip = TRIP.which(TRIP.load(session), place)
    facts = [Fact("When", days_said(trip)), Fact("Time zone", trip.timezone)]
    facts += [Fact("Region", trip.region)] if trip.region else []
    TRIP.emit_one(trip.place, trip, [*facts, Fact("Number", str(trip.id))], session, json=json)


@app.command()
def edit(
    ctx: Context,
    place: Name,
    *,
    name: Annotated[
        str | None, Option("--place", "--name", metavar="TEXT", help="Another place.")
    ] = None,
    options: Options,
    json: Json = False,
) -> None:
    """Change a trip."""
    session = begin(ctx)
    something_given(options, place=name)
    old = TRIP.which(TRIP.load(session), place)
    given: dict[str, Any] = {**dates(options, session, old)}
    if name is not None:
        given["place"] = name_of(name, "a place")
    if options.timezone is not None or (name is not None and options.region is None):
        zone = zone_there(options.timezone, given.get("place", old.place), session)
        given |= {"timezone": zone.key, "region": region_there(None, zone.key)}
    if options.region is not None:
        given["region"] = region_there(options.region, given.get("timezone", old.timezone))
    with changing(session) as store:
        known = trips.load_all(store)
        trip = replace(TRIP.which(known, f"#{old.id}"), **given)
        refuse_overlap(trip, store)
        trips.save(store, trip)
        store.did(f"changed trip {trip.place}")
    TRIP.emit(trip, [kept(trip, "Changed"), *about_numbers(trip)], session, json=json)


@app.command()
def remove(ctx: Context, place: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove a trip; groups that were added for it stay on your list."""
    sentences = words.REMOVE_TRIP, words.REMOVED_TRIP
    TRIP.take_away(place, begin(ctx), sentences, yes=yes, json=json)
