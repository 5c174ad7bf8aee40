"""What of the store still matters: what is over, or away for good, is not read.

Where nothing else is left, all is read: that everything is over is worth knowing too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from recoverplan.domain.group import Group
from recoverplan.domain.trial import Tried, tried_of
from recoverplan.store.opened import Store
from recoverplan.store.table import instant_in, instant_out
from recoverplan.store.tables import contacts, goings, risks, talks, times_of
from recoverplan.store.tables import groups as group_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.contact import Contact
    from recoverplan.domain.risk import RiskWindow
    from recoverplan.domain.talk import Going, Talk

# What began in the week before, or runs for days, is not over yet.
A_MONTH = timedelta(days=31)
LATELY = timedelta(days=15)  # a meeting is over in less, and so is what a call is for
# Hours of one part that is a rule with an end, which no stretch of it outlasts by a year: of a
# phrase or a schedule with more of these marks the end is not looked for.
OVER = """
    length(hours) - length(replace(hours, '|', '')) = 7
    AND length(hours) - length(replace(hours, 'UNTIL=', '')) = 6
    AND substr(hours, instr(hours, 'UNTIL=') + 6, 8) < :year_before
"""
TO_TAKE = "(steps <> '[]' OR if_thens <> '[]')"
AWAY = "(paused_from IS NOT NULL AND paused_from <= :before AND paused_until IS NULL)"
ASKED = "coalesce(per_week, 1) <> 0 AND coalesce(call, text, email, other) IS NOT NULL"
CHOSEN = "role = 'line' OR id IN (SELECT value FROM json_each(:chosen))"
TO_ASK = f"{CHOSEN} OR ({ASKED} AND NOT {AWAY})"


def risks_at(store: Store, day: date, *, with_steps: bool = False) -> tuple[RiskWindow, ...]:
    """Return hard hours without those over for a year, all where none is left; `with_steps`: those
    with any to take, none where none is left.
    """
    wanted = TO_TAKE if with_steps else "TRUE"
    ends = {"year_before": f"{day - timedelta(days=366) - A_MONTH:%Y%m%d}"}
    left = risks.load_those(store, f"{wanted} AND NOT ({OVER})", ends)
    return left if left or with_steps else risks.load_all(store)


def contacts_at(store: Store, day: date, windows: Iterable[RiskWindow]) -> tuple[Contact, ...]:
    """Return those who may be asked in the weeks around a day, chosen for hard hours, or lines."""
    found = contacts.load_those(
        store,
        TO_ASK,
        {
            "chosen": json.dumps([each.check_in for each in windows if each.check_in]),
            "before": (day - A_MONTH).isoformat(),
        },
    )
    return found if any(each.role != "line" for each in found) else contacts.load_all(store)


def contacts_on_card(store: Store, day: date) -> tuple[Contact, ...]:
    """Return those who may be named at any time from around a day on."""
    before = {"before": (day - A_MONTH).isoformat()}
    return contacts.load_those(store, f"role = 'line' OR NOT {AWAY}", before)


def goings_since(store: Store, now: datetime) -> tuple[Going, ...]:
    """Return what was planned for lately and what is ahead, at a moment."""
    return goings.load_those(store, "start >= :since", {"since": instant_out(now - LATELY)})


def talks_since(store: Store, now: datetime) -> tuple[Talk, ...]:
    """Return the talks of late; and of those who did not answer, how it went before."""
    from recoverplan.domain.talk import LOOKED_BACK

    since = {"since": instant_out(now - LATELY)}
    lately = talks.load_those(store, "at >= :since", since)
    silent = {talk.contact for talk in lately if not talk.answered}
    if not silent:
        return lately
    of_those = "contact IN (SELECT value FROM json_each(:who)) AND at >= :back AND at < :since"
    back = {"who": json.dumps(sorted(silent)), "back": instant_out(now - LOOKED_BACK)}
    return talks.load_those(store, of_those, since | back) + lately


# How far each group's trial has come, kept so that nobody counts the meetings of ten years.
#
# Triggers of the schema take a group's row away as soon as one of its meetings is touched, whoever
# touches it; a group without a row is counted. Each change makes the missing rows anew.


def load_tried(store: Store, groups: Iterable[Group]) -> dict[int, Tried]:
    """Return how far the trial of each of these groups has come, by its id."""
    found = {
        number: Tried(tries, instant_in(promised) if promised else None)
        for number, tries, promised in store.execute("SELECT id, tries, promised FROM tried")
    }
    for group in groups:
        if group.id not in found:
            found[group.id] = tried_of(group, times_of(store, group.id))
    return found


def keep_tried(store: Store) -> None:
    """Keep what is not kept any more, or not yet."""
    for group in group_store.load_all(store):
        there = store.execute("SELECT 1 FROM tried WHERE id = ?", (group.id,)).fetchone()
        if there is None:
            tries, promised = tried_of(group, times_of(store, group.id))
            said = None if promised is None else instant_out(promised)
            store.execute("INSERT INTO tried VALUES (?, ?, ?)", (group.id, tries, said))
