"""People, hard hours and groups for the tests of the plan, in few words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.plan import Facts
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import Hours, Part, Schedule
from recoverplan.domain.span import Span

NEW_YORK = ZoneInfo("America/New_York")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def minutes(clock: str) -> int:
    """Return "21:30" as minutes after midnight."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def weekly(days: str, start: str, end: str) -> Hours:
    """Return hours of "MO,TU" (or "daily", or one date) from start to end, into the next day."""
    begins, ends = minutes(start), minutes(end)
    end_days = 1 if ends <= begins or ends == 1440 else 0
    rule: str | None = f"FREQ=WEEKLY;BYDAY={days}"
    first = None
    if days == "daily":
        rule = "FREQ=DAILY"
    elif days[0].isdigit():
        rule, first = None, date.fromisoformat(days)
    part = Part(rule, first, begins, ends % 1440, end_days)
    return Hours(f"{days} {start}-{end}", Schedule((part,)))


def risk(number: int, *when: str, **more: object) -> RiskWindow:
    """Return hard hours: `risk(1, "MO", "21:00", "24:00", level="high")`."""
    fields = {"id": number, "label": f"Hours {number}", "created": LONG_AGO, **more}
    return RiskWindow(hours=weekly(*when), **fields)  # type: ignore[arg-type]


def contact(number: int, name: str, *when: str, **more: object) -> Contact:
    """Return somebody who may be called: `contact(1, "Sam", "daily", "18:00", "23:00")`."""
    fields = {
        "id": number,
        "name": name,
        "role": "peer",
        "call": "555-0114",
        "order": number,
        "zone": "America/New_York",
        "created": LONG_AGO,
        "hours": (weekly(*when),) if when else (),
        **more,
    }
    return Contact(**fields)  # type: ignore[arg-type]


def group(number: int, name: str, *when: str, **more: object) -> Group:
    """Return a group on trial: `group(1, "Lifeline", "TU", "19:00", "20:00")`."""
    fields = {
        "id": number,
        "name": name,
        "zone": "America/New_York",
        "created": LONG_AGO,
        "hours": (weekly(*when),),
        **more,
    }
    return Group(**fields)  # type: ignore[arg-type]


def facts(
    risks: list[RiskWindow],
    contacts: list[Contact],
    groups: list[Group] | None = None,
    zone: ZoneInfo = NEW_YORK,
    lead_minutes: int = 30,
) -> Facts:
    """Return what a plan is made from."""
    return Facts(tuple(risks), tuple(contacts), tuple(groups or ()), (), zone, lead_minutes)


def local(text: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    """Return "2026-11-23 21:00" in a zone, as the instant in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def day(text: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    """Return the midnight that begins a day, aware, in the zone."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def days_after(start: datetime, count: int) -> datetime:
    """Return the midnight some calendar days later."""
    return (start.replace(tzinfo=None) + timedelta(days=count)).replace(tzinfo=start.tzinfo)


def said(span: Span, zone: ZoneInfo = NEW_YORK) -> str:
    """Return a span as "23 21:00 to 24 00:00"."""
    return " to ".join(f"{each.astimezone(zone):%d %H:%M}" for each in span)
