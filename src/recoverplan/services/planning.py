"""From the store to the facts that a plan is made from."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.plan import Facts
from recoverplan.settings import Settings
from recoverplan.store.opening import Store


def facts(store: Store | None, settings: Settings, zone: ZoneInfo) -> Facts:
    """Read everything a plan is made from; `zone` is the one in force for the person.

    No store yet: nothing is known, which plans well. Meetings come with what tells tries, without
    what was noted of them.
    """
    if store is None:
        return Facts((), (), (), (), zone, settings.lead_minutes)
    from recoverplan.domain.step import signs
    from recoverplan.store.tables import contacts, groups, load_times, risks, shown_on, steps

    return Facts(
        risks=risks.load_all(store),
        contacts=contacts.load_all(store),
        groups=groups.load_all(store),
        meetings=load_times(store),
        zone=zone,
        lead_minutes=settings.lead_minutes,
        reasons=shown_on(store, "plan"),
        signs=signs(steps.load_all(store)),
    )
