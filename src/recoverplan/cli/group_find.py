"""`recoverplan group find`: meetings of the lists, for a time, a gap of the plan, a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

from recoverplan.cli.fields import several, whole
from recoverplan.cli.group_try import hours_of, offered
from recoverplan.cli.hours import heard
from recoverplan.cli.output import emit, tell
from recoverplan.cli.session import Session
from recoverplan.data.type_codes import codes_of, names
from recoverplan.domain.attendance import has_way
from recoverplan.domain.listing import READ_AS, FoundAll, Kept, Source
from recoverplan.domain.phrase import schedule_words
from recoverplan.domain.place import KM_PER_MILE
from recoverplan.domain.saying import MONTHS
from recoverplan.domain.schedule import following
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.domain.trip import trip_at
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.services.finding import Wanted, find, known_place, place_typed, remember
from recoverplan.services.keeping import reading
from recoverplan.settings import Settings
from recoverplan.words import lists as words
from recoverplan.writers.rows import Fact
from recoverplan.writers.ways import besides, ways
from recoverplan.writers.wording import capital

if TYPE_CHECKING:
    from recoverplan.cli.group_options import SearchOptions
    from recoverplan.store.opened import Store
    from recoverplan.writers.terminal.style import Screen

MOST = 1000
OLD_DAYS = 90
DEFAULT_KM = 5.0
MOST_KM = 20_038.0  # half way round
DISTANCE = re.compile(
    r"(\d{1,5}(?:\.\d{1,3})?) ?(km|kilometers?|kilometres?|mi|miles?|m)?", re.IGNORECASE
)


def run(session: Session, phrase: str, asked: SearchOptions, *, gap: bool, json: bool) -> None:
    """Find what is wanted and print it."""
    if phrase and gap:
        raise UsageError(words.TIME_OR_GAP)
    wanted = wanted_of(phrase, asked, session, gap=gap)
    with reading(session.home) as store:
        from recoverplan.store.listings_find import any_live

        renew = None
        lists = store is not None and any_live(store)
        if store is None or not lists:
            result = FoundAll(0, ())
        else:
            from recoverplan.store.listings import sources
            from recoverplan.store.tables import groups

            wanted = where_one_is(wanted, asked, store, session)
            result = find(store, wanted, groups.load_all(store), session.now)
            shown = {each.kept.source.id for each in result.meetings}
            from recoverplan.store.profile import lists_read_as

            known = [each for each in sources(store) if each.id in shown]
            renew = too_old(known, lists_read_as(store), session)
    if not lists:
        tell(f"{words.NO_LISTS} {words.HOW_TO_IMPORT}")
        if not json:
            return
    print_found(result, wanted, session, json=json)
    if lists and not result.total and not asked.any_:
        from recoverplan.services.suggesting import any_preferred

        if any_preferred(session.settings):
            tell(words.ONLY_PREFERRED)
    if lists:
        remember(session.home, session.now, [each.kept.id for each in result.meetings])
    if renew is not None:
        tell(renew)


def too_old(sources: Iterable[Source], read_as: Mapping[str, int], session: Session) -> str | None:
    """Say how to renew a list that is more than 90 days old, or was read by an earlier version.

    None where there is no such list.
    """
    today = session.now.date()
    for each in sources:
        age = (today - date.fromisoformat(each.dated)).days if each.dated else 0
        if age <= OLD_DAYS and read_as.get(str(each.id)) == READ_AS:
            continue
        command = words.RENEW if each.place else words.RENEW_A_FILE
        said = words.OLD_LIST if age > OLD_DAYS else words.READ_BEFORE
        return said.format(command=command.format(name=clean(each.name)))
    return None


def where_one_is(wanted: Wanted, asked: SearchOptions, store: Store, session: Session) -> Wanted:
    """Return what is wanted, on a trip near its place where the lists know that, not near home."""
    trip = trip_at(session.zone, session.now)
    if trip is None or asked.near is not None or asked.online:
        return wanted
    if not known_place(store, trip.place):
        return wanted._replace(near=None, place=None)
    tell(words.NEAR_THERE.format(place=clean(trip.place)))
    return wanted._replace(near=None, place=trip.place)


def wanted_of(phrase: str, asked: SearchOptions, session: Session, *, gap: bool) -> Wanted:
    """Return what is wanted, from what was typed. Raises UsageError, NotFoundError."""
    span = None
    if phrase:
        span = span_of(phrase, session)
    elif gap:
        span = first_gap(session)
    near, place = place_typed(asked.near)
    if asked.within is not None and asked.near is None and session.settings.find_near is None:
        raise UsageError(words.WITHIN_NEEDS_A_PLACE, words.SAY_THE_PLACE)
    text = clean(asked.text or "")
    wanted = Wanted(
        span=span,
        near=near,
        place=place,
        within_km=DEFAULT_KM if asked.within is None else distance(asked.within, session),
        formats=formats_of(online=asked.online, in_person=asked.in_person, hybrid=asked.hybrid),
        types=several(asked.type or []),
        languages=several(asked.language or []),
        open=asked.open,
        wheelchair=asked.wheelchair,
        attendable=gap,
        text=text or None,
        limit=whole("--limit", asked.limit, 1, MOST),
    )
    return wanted if asked.any_ else as_preferred(wanted, asked, session.settings)


def formats_of(*, online: bool, in_person: bool, hybrid: bool) -> tuple[str, ...]:
    """Return the formats that will do; () any. Hybrid ones are online and in person."""
    if hybrid or (online and in_person):
        return ("hybrid",)
    if online:
        return ("online", "hybrid")
    return ("in-person", "hybrid") if in_person else ()


def as_preferred(wanted: Wanted, asked: SearchOptions, settings: Settings) -> Wanted:
    """Return what is wanted, completed by what the person prefers where they typed nothing else."""
    from recoverplan.services.suggesting import preferred

    return preferred(
        wanted,
        settings,
        formats=bool(wanted.formats),
        near=asked.near is not None,
        within=asked.within is not None,
        types=asked.type is not None,
        languages=asked.language is not None,
    )


def span_of(phrase: str, session: Session) -> Span:
    """Return the first occurrence of a phrase that ends after now. Raises UsageError.

    "tonight", "now" and "next 2 hours" are stretches that begin about now.
    """
    from recoverplan.domain.soon import soon

    if (meant := soon(phrase, session.now)) is not None:
        return meant
    understood = heard(phrase, session, open_end=True)
    spans = following(understood.schedule, session.zone, session.now, 1)
    if not spans:
        raise UsageError(words.NOT_AGAIN.format(phrase=clean(phrase)), words.HOW_TO_FIND)
    return spans[0]


def first_gap(session: Session) -> Span:
    """Return what is still to come of the first gap of the plan. Raises NotFoundError."""
    from recoverplan.cli.plan_reading import facts_of, plan_of

    now = session.now.astimezone(UTC)
    made = plan_of(session, facts_of(session), 7, None)
    gaps = sorted(gap for each in made.occurrences for gap in each.gaps if gap.end > now)
    if not gaps:
        raise NotFoundError(words.NO_GAP, words.HOW_TO_FIND)
    return Span(max(gaps[0].start, now), gaps[0].end)


def distance(typed: str, session: Session) -> float:
    """Return kilometers from "5km", "3 mi", "800m", or "5" in the person's units.

    Raises UsageError.
    """
    match = DISTANCE.fullmatch(clean(typed))
    value = float(match[1]) if match else 0.0
    unit = ((match[2] if match else None) or ("mi" if session.miles else "km")).casefold()
    if unit.startswith("mi"):
        value *= KM_PER_MILE
    elif unit == "m":
        value /= 1000
    if not 0 < value <= MOST_KM:
        raise UsageError(words.NO_DISTANCE.format(typed=clean(typed)), words.WRITE_A_DISTANCE)
    return value


def print_found(result: FoundAll, wanted: Wanted, session: Session, *, json: bool) -> None:
    """Print what was found."""
    zone, now, clock24 = session.zone, session.now, session.clock24
    miles = session.miles

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.finding import found_screen

        return found_screen(result, wanted.span, zone, now, width, clock24=clock24, miles=miles)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.listing import found_record

        return found_record(result, wanted.span, zone)

    from recoverplan.writers.finding import found_lines

    emit(
        plain=lambda: found_lines(result, wanted.span, zone, now, clock24=clock24, miles=miles),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def emit_listing(kept: Kept, session: Session, *, json: bool) -> None:
    """Print one meeting of a list in full."""
    said = [*facts(kept, session)]

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.rows import fact_screen

        return fact_screen(kept.listing.name, said, width)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.listing import listing_record

        return listing_record(kept)

    from recoverplan.writers.plain.rows import fact_lines

    emit(
        plain=lambda: fact_lines(kept.listing.name, said),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def facts(kept: Kept, session: Session) -> Iterator[Fact]:
    """Yield what is known of a meeting: when, how to attend, whose, what its list says of it."""
    listing, source = kept.listing, kept.source
    understood = hours_of(kept, session)
    when = words.BY_APPOINTMENT
    if understood is not None:
        when = schedule_words(understood.schedule, clock24=session.clock24)
        if listing.zone and listing.zone != session.zone.key:
            when += f" ({listing.zone} time)"
    yield Fact("When", capital(when))
    yield Fact("Format", listing.format.replace("-", " "))
    yield from (Fact(label, text) for label, text in ways(listing))
    if not has_way(listing):
        yield Fact("To attend", words.NO_WAY)
    kinds = names(listing.types, codes_of(source.programme, source.kind, source.codes))
    for label, text in (("Kinds", ", ".join(kinds)), ("Program", source.programme)):
        if text:
            yield Fact(label, clean(text))
    yield from (Fact(label, text) for label, text in besides(listing))
    if listing.region:
        yield Fact("Region", clean(listing.region))
    if listing.caution:
        yield Fact("Caution", f"{clean(listing.caution)}. {words.ASK_THEM}")
        seems = offered(kept, session)
        if seems is not None:
            yield Fact("Perhaps", capital(schedule_words(seems.schedule, clock24=session.clock24)))
    if listing.updated:
        yield Fact("Updated", day_said(listing.updated))
    dated = f" ({words.LIST_OF.format(date=day_said(source.dated))})" if source.dated else ""
    yield Fact("List", f"{clean(source.name)}{dated}")
    if kept.gone:
        yield Fact("Now", words.NO_MORE if kept.retired else words.CLOSED_NOW)
    else:
        yield Fact(words.TO_TRY_IT, words.TRY_IT.format(id=kept.id))


def day_said(day: str) -> str:
    """Return a day in words: "3 March 2026"."""
    when = date.fromisoformat(day)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
