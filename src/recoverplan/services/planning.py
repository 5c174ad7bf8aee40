"""From the store to the facts that a plan is made from, and to the card."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from recoverplan.domain.plan import Facts
from recoverplan.settings import Settings
from recoverplan.store.opened import Store
from recoverplan.words.lists import OF_GROUP

MEANT = ("goings", "talks", "gives", "treatments")  # all that there can be of Meant
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.domain.card import Card
    from recoverplan.domain.group import Group
    from recoverplan.domain.lived import Meant
    from recoverplan.domain.region import Region


def facts(
    store: Store | None,
    settings: Settings,
    zone: ZoneInfo,
    around: datetime | None = None,
    *,
    meetings_from: datetime | None = None,
) -> Facts:
    """Read everything a plan is made from; `zone` is the one in force for the person.

    No store yet: nothing is known, which plans well. `around`: the plan is of days from this
    moment on, and what is over, or away for good, need not be read for it. Meetings come without
    what was noted of them; those from `meetings_from` on, where that is given.
    """
    if store is None:
        return Facts((), (), (), (), zone, settings.lead_minutes)
    from recoverplan.domain.step import signs
    from recoverplan.store.current import LATELY, contacts_at, load_tried, risks_at
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
        meant=meant(store, around or meetings_from),
        besides=of_lists(store, going),
    )


def of_lists(store: Store, groups: tuple[Group, ...]) -> dict[int, tuple[str, ...]]:
    """Read what lists say of groups that came from them besides how to attend, by a group's id."""
    listed = [group for group in groups if group.listed and group.attended]
    if not listed:
        return {}
    from recoverplan.domain.listing import parts_of
    from recoverplan.domain.naming import folded
    from recoverplan.store.listings import holders

    found = {}
    for group in listed:
        held = [holders(store, *parts_of(key)) for key in group.listed]
        names = [name for name, _ in held if name and folded(name) != folded(group.name)]
        pages = [page for _, page in held if page and page != group.link]
        found[group.id] = (
            *dict.fromkeys(OF_GROUP.format(group=name) for name in names), *dict.fromkeys(pages),
        )  # fmt: skip
    return found


def meant(store: Store, around: datetime | None) -> Meant | None:
    """Read what is meant and done in the week; None where there is none of it.

    `around`: of that what was long before this moment is left where it is.
    """
    from recoverplan.store.tables import TABLES, which_exist

    there = which_exist(store, MEANT)
    if not there:
        return None
    from recoverplan.domain.lived import Meant

    found: dict[str, Any] = {name: TABLES[name].load_all for name in there}
    if around is not None:
        from recoverplan.store.current import goings_since, talks_since

        lately = {"goings": goings_since, "talks": talks_since}
        found |= {name: partial(lately[name], now=around) for name in there & lately.keys()}
    return Meant(**{name: load(store) for name, load in found.items()})


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
