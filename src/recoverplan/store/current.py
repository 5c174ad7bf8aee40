"""What of the store still matters: what is over, or away for good, is not read.

Where nothing else is left, all is read: that everything is over is worth knowing too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from recoverplan.store.opening import Store
from recoverplan.store.rows import instant_out
from recoverplan.store.tables import contacts, goings, risks, talks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.contact import Contact
    from recoverplan.domain.going import Going
    from recoverplan.domain.risk import RiskWindow
    from recoverplan.domain.talk import Talk

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
    """Return hard hours without those over for a year; `with_steps`: of those with any to take."""
    wanted = TO_TAKE if with_steps else "TRUE"
    ends = {"year_before": f"{day - timedelta(days=366) - A_MONTH:%Y%m%d}"}
    left = risks.load_those(store, f"{wanted} AND NOT ({OVER})", ends)
    return left or risks.load_those(store, wanted, {})


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
