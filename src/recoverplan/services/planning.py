"""From the store to the facts that a plan is made from, and to the card."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.plan import Facts
from recoverplan.settings import Settings
from recoverplan.store.opening import Store

MEANT = ("goings", "talks", "gives", "treatments")
TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.card import Card
    from recoverplan.domain.lived import Meant
    from recoverplan.domain.region import Region


LATELY = timedelta(days=15)  # a meeting is over in less, whatever it is


def facts(
    store: Store | None,
    settings: Settings,
    zone: ZoneInfo,
    around: datetime | None = None,
    *,
    meetings_from: datetime | None = None,
) -> Facts:
    """Read everything a plan is made from; `zone` is the one in force for the person.

    No store yet: nothing is known, which plans well. `around`: the plan is of the week from this
    moment on, and what is over, or away for good, need not be read for it. Meetings come without
    what was noted of them; those from `meetings_from` on, where that is given.
    """
    if store is None:
        return Facts((), (), (), (), zone, settings.lead_minutes)
    from recoverplan.domain.step import signs
    from recoverplan.store.current import contacts_at, load_tried, risks_at
    from recoverplan.store.tables import contacts, groups, risks, shown_on, steps, times_since

    today = around and around.astimezone(zone).date()
    windows = risks_at(store, today) if today else risks.load_all(store)
    going = groups.load_all(store)
    return Facts(
        risks=windows,
        contacts=contacts_at(store, today, windows) if today else contacts.load_all(store),
        groups=going,
        meetings=times_since(store, around - LATELY if around else meetings_from),
        tried=load_tried(store, going),
        zone=zone,
        lead_minutes=settings.lead_minutes,
        reasons=shown_on(store, "plan"),
        signs=signs(steps.load_all(store)),
        meant=meant(store),
    )


def meant(store: Store) -> Meant | None:
    """Read what is meant and done in the week; None where there is none of it."""
    from recoverplan.store.tables import TABLES, which_exist

    there = which_exist(store, MEANT)
    if not there:
        return None
    from recoverplan.domain.lived import Meant

    return Meant(**{name: TABLES[name].load_all(store) for name in there})


def card(
    store: Store | None,
    settings: Settings,
    region: Region,
    zone: ZoneInfo,
    today: date,
    title: str | None = None,
) -> Card:
    """Read people, steps and reasons and make the card of today; None as title: a discreet one."""
    from recoverplan.domain.card import make_card

    if store is None:
        return make_card((), (), region, today, prefer=settings.prefer, zone=zone.key, title=title)
    from recoverplan.domain.step import to_carry
    from recoverplan.store.tables import contacts, risks, shown_on, steps

    return make_card(
        contacts.load_all(store),
        to_carry(steps.load_all(store), risks.load_all(store)),
        region,
        today,
        prefer=settings.prefer,
        zone=zone.key,
        title=title,
        reasons=shown_on(store, "card"),
    )
