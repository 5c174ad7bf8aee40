"""Open hours as invitations: for each gap, what could be tried first. Facts, no wording.

Never more than a few for one gap, and of the kinds of support that are not on the list yet only
one: more people are not better for everyone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import hindrance
from recoverplan.domain.coverage import Reach, counts, reach, reachable
from recoverplan.domain.inventory import KIND_OF_ROLE, Support
from recoverplan.domain.naming import folded
from recoverplan.domain.plan import Facts, Planned
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.span import Span, clip
from recoverplan.domain.trial import spans as meetings_of
from recoverplan.domain.why import Between, between
from recoverplan.value import NamedTuple

NEAR = timedelta(hours=2)  # hours that end or begin this close to a gap are worth asking about
A_BIT = timedelta(hours=1)  # what is asked for when the gap is longer than NEAR
MOST = 4
MOST_LISTED = 3  # meetings of the lists that are named for hours that repeat
BY_DAY = frozenset({"listed", "online"})  # what may differ between the days of such hours
KINDS = ("peer", "sponsor", "family", "practical")
DAYTIME = (6, 24)
# The needs that open hours could meet, by the hours of the day at which such hours may begin.
FITS = {
    "rides": (7, 21),
    "meals": (11, 20),
    "childcare": (7, 21),
    "a calm home": DAYTIME,
    "money": (0, 0),
    "housing": (0, 0),
}


class Invitation(NamedTuple):
    """One thing that could be tried for a gap.

    `kind`: "longer" (a contact's hours end at `span.start`; ask whether until `span.end`),
    "earlier" (they begin at `span.end`; ask whether from `span.start`), "number" (on the list and
    there, with no weekly number agreed), "way" (no way to reach them yet), "group" (a paused
    group meets in `span`), "peer", "sponsor", "family", "practical" (nobody of that role yet),
    "listed" (a meeting of the lists runs in `span`; `number` is the listing's), "online" (a
    meeting online), and where the person noted a need that fits these hours: "rides", "meals",
    "childcare", "a calm home", or "noted" for one in other words (`name` is the need).
    """

    kind: str
    name: str | None
    span: Span
    number: int | None = None


NOTHING_LISTED: Mapping[Span, tuple[Invitation, ...]] = {}


class OpenHours(NamedTuple):
    """One gap, whose it is, what borders on it, and the invitations, the nearest at hand first."""

    risk: RiskWindow
    span: Span
    between: Between
    invitations: tuple[Invitation, ...]


class Repeated(NamedTuple):
    """Gaps of the same hours on several days, to be said once; `spans` in order."""

    first: OpenHours
    spans: tuple[Span, ...]


def open_hours(
    facts: Facts,
    occurrences: Iterable[Planned],
    listed: Mapping[Span, tuple[Invitation, ...]] = NOTHING_LISTED,
    supports: Sequence[Support] = (),
) -> list[OpenHours]:
    """Return every gap of the occurrences with its invitations, in order of time.

    `listed` are meetings of the lists for some of the gaps, `supports` the inventory.
    """
    gaps = [(each, gap) for each in occurrences for gap in each.gaps]
    if not gaps:
        return []
    first = min(gap.start for _, gap in gaps) - NEAR
    last = max(gap.end for _, gap in gaps) + NEAR
    reaches = reach(facts.contacts, first, last, facts.zone)
    roles = {each.contact.role for each in reaches} | declined(supports)
    found = [
        OpenHours(
            planned.risk,
            gap,
            between(planned, gap),
            (
                *_stretching(reaches, gap),
                *_on_the_list(facts, gap),
                *_groups(facts, gap),
                *listed.get(gap, ()),
                *(noted := fitting(supports, gap, facts.zone)),
                *_kinds(roles, gap, kind=not noted, online=gap not in listed),
            )[:MOST],
        )
        for planned, gap in gaps
    ]
    return sorted(found, key=lambda each: (each.span, each.risk.id))


def said_once(found: Iterable[OpenHours], zone: ZoneInfo) -> list[Repeated]:
    """Gather gaps of one window, at the same hours of the day, with the same invitations."""
    alike: dict[object, list[OpenHours]] = {}
    for each in found:
        invited = tuple(
            (asked.kind, asked.name) for asked in each.invitations if asked.kind not in BY_DAY
        )
        around = tuple(cover.name for side in each.between for cover in side)
        hours = tuple(instant.astimezone(zone).time() for instant in each.span)
        alike.setdefault((each.risk.id, hours, invited, around), []).append(each)
    return [
        Repeated(_with_all_listed(same), tuple(each.span for each in same))
        for same in alike.values()
    ]


def _with_all_listed(same: list[OpenHours]) -> OpenHours:
    """Return the first of several gaps, with what the lists have for all of them."""
    found = [asked for each in same for asked in each.invitations if asked.kind == "listed"]
    by_name: dict[str | None, Invitation] = {}
    for asked in found:
        by_name.setdefault(asked.name, asked)
    some = sorted(by_name.values(), key=lambda asked: asked.span)[:MOST_LISTED]  # as they came
    others = [asked for asked in same[0].invitations if asked.kind not in BY_DAY]
    if not some:
        return same[0]
    return same[0]._replace(invitations=(*others, *some))


def _stretching(reaches: Iterable[Reach], gap: Span) -> list[Invitation]:
    """Contacts whose hours end just before the gap or begin just after: the least asked first."""
    found = []
    whole = gap.end - gap.start <= NEAR
    for order, each in enumerate(reaches):
        for there in each.spans:
            ends, begins = gap.start - there.end, there.start - gap.end
            if timedelta() <= ends <= NEAR:
                until = gap.end if whole else gap.start + A_BIT
                asked = Invitation("longer", each.contact.name, Span(there.end, until))
            elif timedelta() <= begins <= NEAR:
                since = gap.start if whole else gap.end - A_BIT
                asked = Invitation("earlier", each.contact.name, Span(since, there.start))
            else:
                continue
            if asked.span.end - asked.span.start <= NEAR:
                found.append((asked.span.minutes, order, asked))
    return [asked for _, _, asked in sorted(found, key=lambda each: each[:2])][:2]


def _on_the_list(facts: Facts, gap: Span) -> list[Invitation]:
    """Contacts who would be there, but do not count yet: no number agreed, or no way given."""
    found = []
    for contact in facts.contacts:
        if counts(contact) or contact.role == "line" or contact.per_week == 0:
            continue
        if not reachable(contact, gap.start, gap.end, facts.zone):
            continue
        found.append(Invitation("number" if contact.way() else "way", contact.name, gap))
    return found


def _groups(facts: Facts, gap: Span) -> list[Invitation]:
    """Groups put aside, never those that were left or felt unsafe, that meet in the gap."""
    return [
        Invitation("group", group.name, inside)
        for group in facts.groups
        if group.status == "paused" and not group.unsafe
        for meeting in meetings_of(group, gap.start, gap.end)
        if hindrance(group, meeting.start, facts.zone) is None
        for inside in clip([meeting], gap)
    ]


def declined(supports: Iterable[Support]) -> set[str]:
    """Return the roles of people who are not suggested, because the person said no to such."""
    kinds = {each.kind for each in supports if each.standing == "no"}
    return {role for role, kind in KIND_OF_ROLE.items() if kind in kinds}


def fitting(supports: Iterable[Support], gap: Span, zone: ZoneInfo) -> list[Invitation]:
    """Return the first need that could be met in a gap: one at most, and none in the night.

    Money, housing and clinical care are nothing for an evening, and are left out. A need in other
    words fits any hour of the day.
    """
    hour = gap.start.astimezone(zone).hour
    for each in supports:
        if each.standing != "need" or each.kind == "clinical":
            continue
        what = folded(each.what)
        first, end = FITS.get(what, DAYTIME)
        if first <= hour < end:
            return [Invitation(what if what in FITS else "noted", each.what, gap)]
    return []


def _kinds(roles: set[str], gap: Span, *, kind: bool, online: bool) -> list[Invitation]:
    """One kind of support that nobody on the list is yet, and meetings that need no travel.

    `kind`: whether one may be named at all; where a need of the person's own fits, it is enough.
    """
    missing = next((one for one in KINDS if one not in roles), None) if kind else None
    kinds = [missing] if missing else []
    kinds += ["online"] if online else []
    return [Invitation(kind, None, gap) for kind in kinds]
