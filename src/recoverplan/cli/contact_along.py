"""A text that asks somebody to come along to a meeting."""

from __future__ import annotations

from recoverplan.cli.group_keep import load, which_group
from recoverplan.cli.meeting_plan import load as load_goings
from recoverplan.cli.meeting_plan import next_going
from recoverplan.cli.session import Session
from recoverplan.domain.contact import Contact
from recoverplan.domain.saying import WEEKDAYS, relative_day, time_of_day
from recoverplan.domain.talk import still_ahead
from recoverplan.words import lived as words


def message_along(contact: Contact, wanted: str, session: Session) -> str | None:
    """Return the text for the meeting that is planned there, else its next; None for a line.

    A meeting within a week is named by its weekday alone. Raises NotFoundError.
    """
    group = which_group(load(session), wanted)
    if contact.role == "line":
        return None
    planned = [
        one for one in still_ahead(load_goings(session), session.now) if one.group == group.id
    ]
    following = next_going(group, session.now)
    starts = [one.start for one in planned[:1]] or ([following.start] if following else [])
    if not starts:
        return words.COME_ALONG_AT_ALL.format(group=group.name)
    start = starts[0].astimezone(session.zone)
    ahead = (start.date() - session.now.date()).days
    day = relative_day(start.date(), session.now.date())
    day = WEEKDAYS[start.weekday()] if 0 < ahead < 7 else day
    said = words.COME_ALONG.format(day=day) if ahead else words.COME_ALONG_TODAY
    time = time_of_day(start, clock24=session.clock24)
    return f"{said} {words.IT_IS.format(group=group.name, time=time)}"
