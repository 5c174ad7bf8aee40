"""What the lists have for open hours: a few meetings that nobody has to travel far for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from recoverplan.domain.attendance import hindrance
from recoverplan.domain.group import Group
from recoverplan.domain.invitations import Invitation
from recoverplan.domain.listing import Found
from recoverplan.domain.span import Span
from recoverplan.services.finding import Wanted, find
from recoverplan.store.opening import Store

MOST_GAPS = 28  # a year ahead has hundreds; the first weeks are what can be acted on
LOOKED_AT = 8
FOR_EACH = 2


def suggestions(
    store: Store, gaps: Sequence[Span], groups: Iterable[Group], now: datetime
) -> dict[Span, tuple[Invitation, ...]]:
    """Return a few listed meetings for each gap, online ones before those of the neighborhood.

    Never what the person has tried or left already, and nothing that may not be every week.
    """
    known = tuple(groups)
    found: dict[Span, tuple[Invitation, ...]] = {}
    for gap in gaps[:MOST_GAPS]:
        rest = Span(max(gap.start, now.astimezone(UTC)), gap.end)
        invited = tuple(islice(invitations(store, rest, known, now), FOR_EACH))
        if invited:
            found[gap] = invited
    return found


def invitations(
    store: Store, gap: Span, groups: tuple[Group, ...], now: datetime
) -> Iterable[Invitation]:
    """Yield what may be suggested for one gap, the best first; each meeting once."""
    seen: set[int] = set()
    for online in (True, False):
        wanted = Wanted(span=gap, online=online, limit=LOOKED_AT)
        for each in find(store, wanted, groups, now, known=False).meetings:
            if may_be_suggested(each, now, online=online) and each.kept.id not in seen:
                seen.add(each.kept.id)
                start, end = each.start, each.end
                if start is not None and end is not None:
                    span = Span(start, end)
                    yield Invitation("listed", each.kept.listing.name, span, each.kept.id)


def may_be_suggested(found: Found, now: datetime, *, online: bool) -> bool:
    """Tell whether a meeting is every week, and can be joined from where the person is.

    What is not online counts as near where its clocks show the person's own time.
    """
    listing, here = found.kept.listing, now.tzinfo or UTC
    if found.start is None or hindrance(listing, found.start, here) is not None:
        return False
    if online:
        return True
    zone = ZoneInfo(listing.zone or "UTC")
    return now.astimezone(zone).utcoffset() == now.utcoffset()
