"""What the emergency card holds: everything `now` may need, worked out beforehand.

`now` reads no store and knows no recurrence, so each "when" stands here as stretches of real time
over a horizon, with the hours in words for whoever comes back after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import by_phone_alone, hindrance, is_remote, place_of
from recoverplan.domain.contact import Contact, listed
from recoverplan.domain.coverage import reachable
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.help_lines import for_the_moment, gambling_alone, naloxone_fits
from recoverplan.domain.phrase import schedule_words
from recoverplan.domain.region import Abroad, Line, Region, merged
from recoverplan.domain.risk import RiskWindow, highest_first
from recoverplan.domain.schedule import midnight, occurrences, pause, together
from recoverplan.domain.span import Span, clip, union
from recoverplan.domain.step import Step, to_do
from recoverplan.domain.trial import spans as meetings_of
from recoverplan.domain.zone import known_zone
from recoverplan.value import NamedTuple, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.talk import Going
    from recoverplan.domain.trip import Trip

BEFORE = timedelta(days=8)  # `--at "fri 21:00"` is the last Friday
HORIZON = timedelta(days=120)
MOST_STRETCHES = 40_000  # to work out for one card; the days ahead get fewer where it were more
OFFSETS = timedelta(days=3 * 366)  # the wall clock is right for longer than the hours are known
BETWEEN_CHANGES = timedelta(days=7)  # no zone sets its clocks twice in less

Pause = tuple[datetime, datetime | None]


class Kept(NamedTuple):
    """What the card is made from. `zone`: the one in force; `urges`: whether any was logged;
    `reasons`: those to be shown in the moment; `locked_away`: all that is the person's own is
    behind a passphrase, and left out.

    `trips` come each with its region, None where that of home holds. `about`, `prefer` and `plain`
    are the person's settings of these names. `abroad`: country and zone do not go together, and the
    region of the zone.
    """

    zone: ZoneInfo
    about: tuple[str, ...] = ()
    prefer: str | None = None
    plain: bool = False
    contacts: tuple[Contact, ...] = ()
    steps: tuple[Step, ...] = ()
    risks: tuple[RiskWindow, ...] = ()
    groups: tuple[Group, ...] = ()
    goings: tuple[Going, ...] = ()
    trips: tuple[tuple[Trip, Region | None], ...] = ()
    urges: bool = False
    locked_away: bool = False
    reasons: tuple[str, ...] = ()
    abroad: tuple[Abroad, Region] | None = None


class CardLine(NamedTuple):
    """A help line; `open` None: at any time, or not known where the line says so."""

    line: Line
    open: tuple[Span, ...] | None
    pause: Pause | None


class CardPerson(NamedTuple):
    """Someone to reach; `reach` None: at any time. Weekly numbers play no part in the moment."""

    contact: Contact
    way: str
    hours: str
    reach: tuple[Span, ...] | None
    pause: Pause | None


class CardHours(NamedTuple):
    """Hard hours that have if-thens or steps, and when they are."""

    risk: RiskWindow
    during: tuple[Span, ...]


class CardMeeting(NamedTuple):
    """A group on trial or kept, and when it meets."""

    group: Group
    where: str | None
    meets: tuple[Span, ...]


class CardGoing(NamedTuple):
    """A meeting that is meant to be attended, where it is, and the name of who comes along."""

    going: Going
    group: Group
    where: str | None
    name: str | None


class CardTrip(NamedTuple):
    """A trip: when it holds, its region (None: that of home), and the lines that hold there."""

    trip: Trip
    during: Span
    region: Region | None
    lines: tuple[CardLine, ...]


class Offset(NamedTuple):
    """From this instant on, the wall clock of the zone is so many seconds ahead of UTC."""

    since: datetime
    seconds: int


class EmergencyCard(NamedTuple):
    """Everything on the card. `known`: the stretch over which the spans are complete.

    `hours`: the highest level first.
    """

    region: Region
    naloxone: bool
    withdrawal: bool
    plain: bool
    zone: ZoneInfo
    known: Span
    offsets: tuple[Offset, ...]
    lines: tuple[CardLine, ...]
    people: tuple[CardPerson, ...]
    steps: tuple[str, ...]
    hours: tuple[CardHours, ...]
    meetings: tuple[CardMeeting, ...]
    urges: bool
    goings: tuple[CardGoing, ...] = ()
    chats: tuple[Group, ...] = ()
    trips: tuple[CardTrip, ...] = ()
    locked_away: bool = False
    reasons: tuple[str, ...] = ()
    abroad: tuple[Abroad, Region] | None = None


def without_names(kept: Kept) -> Kept:
    """Return what may be read by whoever uses this account: facts of the regions one is in.

    Those of trips too, since a wrong emergency number would be worse; of their places the country.
    """
    return Kept(
        kept.zone,
        trips=tuple(
            (replace(trip, place=region.name or region.code if region else trip.timezone), region)
            for trip, region in kept.trips
        ),
        about=kept.about,
        plain=kept.plain,
        locked_away=True,
        abroad=kept.abroad,
    )


def make_card(kept: Kept, region: Region, now: datetime) -> EmergencyCard:
    """Make the card of the moment `now` (aware)."""
    zone = kept.zone
    today = now.astimezone(zone).date()
    known = Span(midnight(today - BEFORE, zone), midnight(today + horizon(kept), zone))
    return EmergencyCard(
        region=region,
        naloxone=naloxone_fits(kept.about),
        withdrawal=not gambling_alone(kept.about),
        plain=kept.plain,
        zone=zone,
        known=known,
        offsets=offsets(zone, known.start, known.start + OFFSETS),
        lines=card_lines(region, kept, known),
        people=tuple(card_people(kept, known, clock24=region.clock24)),
        steps=tuple(step.text for step in to_do(kept.steps)),
        hours=card_hours(kept.risks, zone, known),
        meetings=card_meetings(kept.groups, zone, known),
        urges=kept.urges,
        goings=tuple(card_goings(kept, known)),
        trips=tuple(card_trips(kept, known)),
        chats=tuple(group for group in kept.groups if group.format == CHAT and group.attended),
        locked_away=kept.locked_away,
        reasons=kept.reasons,
        abroad=kept.abroad,
    )


def horizon(kept: Kept) -> timedelta:
    """Return how many days ahead the times are worked out: a day or more for anybody's hours."""
    hours = [each.hours for each in kept.contacts] + [each.hours for each in kept.groups]
    a_day = sum(len(given.schedule.parts) for several in hours for given in several)
    days = MOST_STRETCHES // max(1, a_day) - BEFORE.days
    return min(HORIZON, timedelta(days=max(1, days)))


def card_trips(kept: Kept, known: Span) -> Iterable[CardTrip]:
    """Yield the trips that touch what the card knows, each with the lines that hold there."""
    meant = {trip.id: (trip, region) for trip, region in kept.trips}
    for leg in getattr(kept.zone, "legs", ()):
        if leg.trip is None or leg.end <= known.start or leg.start >= known.end:
            continue
        trip, region = meant.get(leg.trip.id, (leg.trip, None))
        lines = card_lines(region, kept, known) if region else ()
        yield CardTrip(trip, Span(leg.start, leg.end), region, lines)


def card_lines(region: Region, kept: Kept, known: Span) -> tuple[CardLine, ...]:
    """Return the lines that `now` may name and the person's own, paused ones with their pause."""
    entries = merged(region, kept.contacts)
    named = set(for_the_moment([line for line, _ in entries], kept.about))
    return tuple(
        CardLine(
            line,
            open_hours(line, kept.zone, known),
            pause_of(contact, kept.zone) if contact else None,
        )
        for line, contact in entries
        if line in named
    )


def open_hours(line: Line, zone: ZoneInfo, known: Span) -> tuple[Span, ...] | None:
    """Return when a line is open; None: at any time, or not known."""
    if line.schedule is None:
        return None
    there = known_zone(line.zone or "") or zone
    return tuple(clip(union(occurrences(line.schedule, there, *known)), known))


def card_people(kept: Kept, known: Span, *, clock24: bool) -> Iterable[CardPerson]:
    """Yield those who can be asked at all, in the person's order; lines are no people."""
    for contact in listed(kept.contacts):
        way = contact.way(kept.prefer)
        if contact.role == "line" or way is None or not contact.on_now:
            continue
        spans = reachable(contact, *known, kept.zone)
        yield CardPerson(
            contact=contact,
            way=way,
            hours=hours_words(contact, clock24=clock24),
            reach=None if spans == [known] else tuple(spans),
            pause=pause_of(contact, kept.zone),
        )


def hours_words(contact: Contact, *, clock24: bool) -> str:
    """Return when someone may be reached, in words."""
    if not contact.hours:
        from recoverplan.words.asking import NOT_ASKED_YET

        return NOT_ASKED_YET
    return schedule_words(together(contact.hours), clock24=clock24)


def pause_of(contact: Contact, zone: ZoneInfo) -> Pause | None:
    """Return a contact's pause, whose days are of the person's zone."""
    return pause(contact.paused_from, contact.paused_until, zone)


def card_hours(risks: Iterable[RiskWindow], zone: ZoneInfo, known: Span) -> tuple[CardHours, ...]:
    """Return the hard hours that have something to do in them, and when they are."""
    return tuple(
        CardHours(risk, tuple(clip(union(occurrences(risk.hours.schedule, zone, *known)), known)))
        for risk in highest_first(risks)
        if risk.if_thens or risk.steps
    )


def card_meetings(groups: Iterable[Group], zone: ZoneInfo, known: Span) -> tuple[CardMeeting, ...]:
    """Return the groups on trial or kept, and when they meet where that can be attended."""
    found = []
    for group in groups:
        spans = meetings_of(group, *known) if group.attended else []
        meets = [span for span in spans if hindrance(group, span.start, zone) is None]
        if meets:
            found.append(CardMeeting(group, place(group), tuple(meets)))
    return tuple(found)


def card_goings(kept: Kept, known: Span) -> Iterable[CardGoing]:
    """Yield the meetings that are meant to be attended, as far as the card knows."""
    groups = {group.id: group for group in kept.groups}
    # Whoever is kept off now is not named there.
    names = {one.id: one.name for one in kept.contacts if one.on_now}
    for going in kept.goings:
        group = groups.get(going.group)
        if group is not None and not group.unsafe and known.start <= going.start < known.end:
            yield CardGoing(going, group, place(group), names.get(going.contact or 0))


def place(group: Group) -> str | None:
    """Return where a group meets: its place and door, and how to join, with what one needs."""
    parts = [place_of(group), group.where_notes]
    if is_remote(group):
        number = by_phone_alone(group)
        parts += [group.phone_notes] if number else [group.link, group.link_notes]
    return ", ".join(filter(None, parts)) or None


def offsets(zone: ZoneInfo, start: datetime, end: datetime) -> tuple[Offset, ...]:
    """Return every change of the zone's offset from UTC in [start, end), the first at `start`."""
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if legs := getattr(zone, "legs", ()):
        # On a trip the person's clock is that of the trip; its edges are changes too.
        cut = [(leg.zone, max(leg.start, start), min(leg.end, end)) for leg in legs]
        return tuple(each for there, low, high in cut if low < high
                     for each in offsets(there, low, high))  # fmt: skip
    ahead = seconds_ahead(zone, start)
    found = [Offset(start, ahead)]
    before = start
    while before < end:
        after = min(before + BETWEEN_CHANGES, end)
        if seconds_ahead(zone, after) != ahead:
            low, high = before, after
            while high - low > timedelta(seconds=1):
                middle = (low + (high - low) / 2).replace(microsecond=0)
                if seconds_ahead(zone, middle) == ahead:
                    low = middle
                else:
                    high = middle
            ahead = seconds_ahead(zone, high)
            found.append(Offset(high, ahead))
        before = after
    return tuple(found)


def seconds_ahead(zone: ZoneInfo, instant: datetime) -> int:
    """Return how many seconds the wall clock of `zone` is ahead of UTC at an instant."""
    ahead = instant.astimezone(zone).utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds())
