"""Invitations as sentences."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from recoverplan.domain.invitations import Invitation
from recoverplan.domain.saying import time_of_day, time_range
from recoverplan.domain.text import clean
from recoverplan.words.invitations import SENTENCES


def sentence(invitation: Invitation, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return one invitation as one sentence."""
    start, end = (instant.astimezone(zone) for instant in invitation.span)
    return SENTENCES[invitation.kind].format(
        name=clean(invitation.name or ""),
        start=time_of_day(start, clock24=clock24),
        end=time_of_day(end, clock24=clock24),
        range=time_range(start, end, clock24=clock24),
    )
