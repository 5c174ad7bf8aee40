"""Coverage: who or which meeting is there during hard hours, and what is left open.

Exact to the second and in UTC. A contact counts by what was agreed; when they may be reached is
their hours in their own zone, less the days on which they are paused, which are days of the
person's zone. Lines that are open round the clock are a backstop and never cover.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import repeat
from operator import itemgetter
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import hindrance
from recoverplan.domain.contact import WAYS, Contact, listed
from recoverplan.domain.group import Group
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import occurrences, pause
from recoverplan.domain.span import Span, clip, subtract, union
from recoverplan.domain.trial import spans as meetings_of
from recoverplan.domain.zone import known_zone
from recoverplan.value import NamedTuple

BY_NUMBER = frozenset({"practical", "clinical"})  # roles that count only with a number agreed


class Cover(NamedTuple):
    """One source's own stretch inside an occurrence. `kind` is "contact" or "meeting".

    Of a meeting, `id` and `name` are the group's. `source` is who or what it is.
    """

    kind: str
    id: int
    name: str
    span: Span
    source: Contact | Group | None = None


class Reach(NamedTuple):
    """When one contact may be reached: spans apart and sorted, and their ends to search in."""

    contact: Contact
    spans: list[Span]
    ends: list[datetime]

    def first(self, start: datetime, end: datetime) -> datetime | None:
        """Return the first instant of [start, end) at which they may be reached."""
        if start >= end:
            return None
        place = bisect_right(self.ends, start)
        if place == len(self.ends) or self.spans[place].start >= end:
            return None
        return max(self.spans[place].start, start)

    def within(self, frame: Span) -> list[Span]:
        """Return the stretches inside the frame, cut to it."""
        first = last = bisect_right(self.ends, frame.start)
        if first == len(self.spans) or self.spans[first].start >= frame.end:
            return []
        if self.spans[first].start <= frame.start and self.spans[first].end >= frame.end:
            return [frame]  # the same, not a copy: of thousands of pairs, most are like this
        while last < len(self.spans) and self.spans[last].start < frame.end:
            last += 1
        return clip(self.spans[first:last], frame)


class Meetings(NamedTuple):
    """The meetings of several groups, sorted by start; `longest` bounds where to look."""

    starts: list[datetime]
    listed: list[tuple[Span, Group]]
    longest: timedelta

    def within(self, frame: Span) -> list[tuple[Span, Group]]:
        """Return each meeting that runs in the frame, cut to it, with its group."""
        first = bisect_left(self.starts, frame.start - self.longest)
        last = bisect_left(self.starts, frame.end)
        return [
            (Span(max(span.start, frame.start), min(span.end, frame.end)), group)
            for span, group in self.listed[first:last]
            if span.end > frame.start
        ]


class Roster(NamedTuple):
    """Who of many people is there within a frame: looked up, not asked of each.

    Between two instants at which somebody comes or goes the same people are there, as the bits of
    a mask, bit 0 being the first in the person's order. `bounds`: when somebody comes or goes, and
    `moving` who; `there`: who is there before the first of these, after it, and so on. `places`:
    masks that were asked for, as places.
    """

    bounds: list[datetime]
    moving: list[int]
    there: list[int]
    places: dict[int, list[int]]

    def within(self, start: datetime, end: datetime) -> tuple[int, int]:
        """Return who is there at `start`, and who comes or goes after it and before `end`."""
        first = bisect_right(self.bounds, start)
        last = bisect_left(self.bounds, end, first)
        moving = 0
        for mask in self.moving[first:last]:
            moving |= mask
        return self.there[first], moving

    def among(self, mask: int) -> list[int]:
        """Return the places of a mask, in order."""
        found = self.places.get(mask)
        if found is None:
            found = self.places[mask] = list(bits(mask))
        return found


def roster_of(people: Sequence[Sequence[Span]], frame: Span) -> Roster:
    """Return the roster within the frame; of each person the spans, apart and sorted."""
    flips: dict[datetime, int] = {}
    for place, spans in enumerate(people):
        bit = 1 << place
        for start, end in inside(spans, frame):
            flips[start] = flips.get(start, 0) ^ bit
            flips[end] = flips.get(end, 0) ^ bit
    bounds = sorted(flips)
    moving = [flips[instant] for instant in bounds]
    there = [0]
    for mask in moving:
        there.append(there[-1] ^ mask)
    return Roster(bounds, moving, there, {})


def inside(spans: Sequence[Span], frame: Span) -> Iterable[Span]:
    """Return the spans, apart and sorted, that overlap the frame, whole."""
    first = bisect_right(spans, frame.start, key=lambda span: span.end)
    last = bisect_left(spans, frame.end, first, key=lambda span: span.start)
    return spans[first:last]


def bits(mask: int) -> Iterator[int]:
    """Yield the places of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def counts(contact: Contact) -> bool:
    """Tell whether a contact counts as cover and for check-ins, pauses apart.

    No line; not kept off now; at least one way to be reached; not down for 0 a week; practical
    and clinical contacts only with a number of 1 or more.
    """
    if contact.role == "line" or contact.per_week == 0 or not contact.on_now:
        return False
    if contact.role in BY_NUMBER and contact.per_week is None:
        return False
    return any(getattr(contact, way) for way in WAYS)


def paused(contact: Contact, frame: Span, person_zone: ZoneInfo) -> list[Span]:
    """Return the part of the frame that lies on days on which the contact is paused."""
    found = pause(contact.paused_from, contact.paused_until, person_zone)
    return clip([Span(found[0], found[1] or frame.end)], frame) if found else []


def reachable(
    contact: Contact, start: datetime, end: datetime, person_zone: ZoneInfo
) -> list[Span]:
    """Return the stretches of [start, end) in which the contact may be reached.

    No hours given means any time. Whether the contact counts at all is not asked here.
    """
    frame = Span(start, end)
    hours = [frame]
    if contact.hours:
        zone = known_zone(contact.zone) or person_zone
        hours = union(
            span for each in contact.hours for span in occurrences(each.schedule, zone, start, end)
        )
    away = paused(contact, frame, person_zone)
    return clip(subtract(hours, away) if away else hours, frame)


def reach(
    contacts: Iterable[Contact], start: datetime, end: datetime, person_zone: ZoneInfo
) -> list[Reach]:
    """Return when each contact who counts may be reached in [start, end), in the person's order."""
    found = []
    for contact in listed(filter(counts, contacts)):
        spans = reachable(contact, start, end, person_zone)
        found.append(Reach(contact, spans, [span.end for span in spans]))
    return found


def covering_meetings(
    groups: Iterable[Group], start: datetime, end: datetime, person_zone: ZoneInfo
) -> Meetings:
    """Return the meetings of kept and trying groups in [start, end) that can be attended."""
    listed = [
        (span, group)
        for group in groups
        if group.attended
        for span in meetings_of(group, start, end)
        if hindrance(group, span.start, person_zone) is None
    ]
    listed.sort(key=lambda each: (each[0], each[1].id))
    longest = max((span.end - span.start for span, _ in listed), default=timedelta())
    return Meetings([span.start for span, _ in listed], listed, longest)


def cover(
    frame: Span, reaches: Sequence[Reach], meetings: Meetings, roster: Roster
) -> tuple[Cover, ...]:
    """Return who and what covers the frame: contacts in the person's order, then meetings.

    `roster`: of the stretches of `reaches`.
    """
    there, moving = roster.within(*frame)
    places: Sequence[int] = roster.among(there & ~moving)
    spans: Iterable[Span] = repeat(frame)
    if moving:
        parts = [(place, frame) for place in places]
        parts += [
            (place, span) for place in roster.among(moving) for span in reaches[place].within(frame)
        ]
        parts.sort(key=itemgetter(0))
        places, spans = [place for place, _ in parts], [span for _, span in parts]
    contacts = [reaches[place].contact for place in places]
    ids, names = [each.id for each in contacts], [each.name for each in contacts]
    # Of the hundreds of thousands in a large plan, none is made in Python itself.
    people = map(tuple.__new__, repeat(Cover), zip(repeat("contact"), ids, names, spans, contacts))
    running = [
        Cover("meeting", group.id, group.name, span, group)
        for span, group in meetings.within(frame)
    ]
    return (*people, *running)


def gaps(frame: Span, covers: Iterable[Cover]) -> tuple[Span, ...]:
    """Return what none of the covers reaches."""
    spans = [each.span for each in covers]
    if frame in spans:
        return ()
    return tuple(subtract([frame], spans))


# How much of a plan is worked out. Beyond a fixed bound of people times stretches it leaves
# something out, and says what: people from the end of the list first, then the weeks that come
# last.

IN_A_WEEK = 400_000  # people times stretches: 60 people and 60 windows a day are 25,000
IN_A_PLAN = 2_000_000  # the same of all weeks together


class LeftOut(NamedTuple):
    """What a plan leaves out: so many people at the end of the list, of so many who count, and the
    hours from an instant on (None: nothing).
    """

    people: int
    of: int
    after: datetime | None


def within_bound(reaches: Sequence[Reach], risks: Iterable[RiskWindow]) -> Sequence[Reach]:
    """Return the people that a week is planned with, in the person's order; `risks` has the window
    of each of its stretches.

    Everybody; beyond the bound those who were chosen for some hours, then the first on the list.
    """
    windows = list(risks)
    most = max(1, IN_A_WEEK // max(1, len(windows)))
    if len(reaches) <= most:
        return reaches
    chosen = {risk.check_in for risk in windows}
    by_need = sorted(reaches, key=lambda each: each.contact.id not in chosen)
    kept = {each.contact.id for each in by_need[:most]}
    return [each for each in reaches if each.contact.id in kept]
