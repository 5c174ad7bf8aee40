"""Groups: places to try, each with its trial of 3–5 tries."""

from __future__ import annotations

from datetime import datetime

from recoverplan.domain.schedule import Hours
from recoverplan.value import Value

# A chat (a text thread, a forum, a check-in circle) is there at any time; it has no tries.
FORMATS = ("in-person", "online", "hybrid", "chat")
CHAT = FORMATS[3]
LISTED_FORMATS = FORMATS[:3]  # of meetings in lists
STATUSES = ("trying", "kept", "paused", "left")
GOING = frozenset({"trying", "kept"})


class Group(Value):
    """A place to try: programme, format, schedules, where, types; and where its trial stands.

    `tries_goal` is the promise: 3 to 5 is (3, 5); exactly four is (4, 4). `unsafe`: the trial
    ended for safety; the group is never suggested again. `listed` are the keys of the listings
    it came from. `caution` is what a list's notes say against every week; until the person has
    confirmed the times (None) its meetings cover nothing.

    `where_notes` are for the door, `link_notes` and `phone_notes` for joining (a passcode, a PIN);
    `phone` is a number to join by. `trip`: the id of the trip that it is for, and only then there.
    """

    id: int = 0
    name: str
    programme: str | None = None
    format: str | None = None
    hours: tuple[Hours, ...] = ()
    zone: str
    where: str | None = None
    where_notes: str | None = None
    link: str | None = None
    link_notes: str | None = None
    phone: str | None = None
    phone_notes: str | None = None
    types: tuple[str, ...] = ()
    status: str = "trying"
    tries_goal: tuple[int, int] = (3, 5)
    why: str | None = None  # the reason given with the last decision
    unsafe: bool = False
    listed: tuple[str, ...] = ()
    caution: str | None = None
    trip: int | None = None
    created: datetime  # UTC

    @property
    def attended(self) -> bool:
        """Whether the person goes there: its meetings cover, and come up as what is next."""
        return self.status in GOING and not self.unsafe
