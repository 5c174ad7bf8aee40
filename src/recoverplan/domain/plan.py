"""The plan: for every occurrence of hard hours, who, when, what, and where nobody is yet."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.span import Span


class Facts(NamedTuple):
    """Everything a plan is made from: the person's records and the zone in force."""

    risks: tuple[RiskWindow, ...]
    contacts: tuple[Contact, ...]
    groups: tuple[Group, ...]
    meetings: tuple[Meeting, ...]
    zone: ZoneInfo
    lead_minutes: int = 30


class CheckIn(NamedTuple):
    """One contact asked for one occurrence, at one instant (UTC)."""

    contact: Contact
    at: datetime


class Cover(NamedTuple):
    """One source's own stretch inside an occurrence. `kind` is "contact" or "meeting"."""

    kind: str
    id: int
    name: str
    span: Span


class Planned(NamedTuple):
    """One occurrence, whole, and what is there for it. Gaps are what no cover reaches."""

    risk: RiskWindow
    span: Span
    check_in: CheckIn | None
    cover: tuple[Cover, ...]
    gaps: tuple[Span, ...]


class Tries(NamedTuple):
    """How far a trial has come, and the group's next meeting that ends after now."""

    group: Group
    tries: int
    next: Span | None


class Plan(NamedTuple):
    """A stretch of days planned. `start` and `end` are local midnights of `zone`.

    `later` is the next occurrence after the stretch when there is none in it.
    """

    zone: ZoneInfo
    now: datetime
    start: datetime
    end: datetime
    occurrences: tuple[Planned, ...]
    tries: tuple[Tries, ...]
    later: Planned | None = None

    @property
    def with_person(self) -> int:
        """Return how many occurrences have a check-in."""
        return sum(planned.check_in is not None for planned in self.occurrences)

    @property
    def gap_minutes(self) -> int:
        """Return the sum of all gaps in minutes, overlapping windows counted in each."""
        return sum(gap.minutes for planned in self.occurrences for gap in planned.gaps)


def make_plan(
    facts: Facts, now: datetime, start: datetime, end: datetime, *, running_only: bool = True
) -> Plan:
    """Plan the occurrences that overlap [start, end).

    `running_only` leaves out what has ended by `now` (a plan asked for without `--from`).
    """
    raise NotImplementedError
