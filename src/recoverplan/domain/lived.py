"""What is meant and done in a stretch of the week, beside its hard hours.

Goings, commitments, treatment and preparations where they fall, and which check-ins were made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from recoverplan.domain.preparing import Preparation, next_start, preparations
from recoverplan.domain.schedule import FURTHEST, midnight, occurrences, pause
from recoverplan.domain.span import Span, clip
from recoverplan.domain.talk import Going, NoAnswer, Talk, still_ahead, to_ask_about, to_ask_again
from recoverplan.domain.treatment import MEDICINE
from recoverplan.domain.trip import Trip
from recoverplan.domain.zone import known_zone
from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.plan import Facts
    from recoverplan.domain.risk import RiskWindow
    from recoverplan.domain.treatment import Give, Treatment


class Meant(NamedTuple):
    """All that is meant and done, of any time."""

    goings: tuple[Going, ...] = ()
    talks: tuple[Talk, ...] = ()
    gives: tuple[Give, ...] = ()
    treatments: tuple[Treatment, ...] = ()


class GiveTime(NamedTuple):
    """One time of a commitment (UTC)."""

    what: Give
    span: Span


class TreatmentTime(NamedTuple):
    """One time of treatment (UTC)."""

    what: Treatment
    span: Span


class Names(NamedTuple):
    """What groups and contacts are called, by id."""

    groups: Mapping[int, str]
    contacts: Mapping[int, str]


NO_NAMES = Names({}, {})


class Lived(NamedTuple):
    """What falls into a stretch of days, each in order of time.

    `asked`: a going that passed and has no log. `unanswered`: somebody who did not answer at an
    hour several times. `trip`: the first that touches those days. `next_starts`:
    when hours that are prepared for begin next, by their id.
    """

    goings: tuple[Going, ...] = ()
    gives: tuple[GiveTime, ...] = ()
    treatments: tuple[TreatmentTime, ...] = ()
    preparations: tuple[Preparation, ...] = ()
    asked: Going | None = None
    unanswered: NoAnswer | None = None
    trip: Trip | None = None
    next_starts: Mapping[int, datetime] = MappingProxyType({})
    names: Names = NO_NAMES


def lived(facts: Facts, now: datetime, frame: Span, *, running_only: bool) -> Lived:
    """Return what falls into a frame; `running_only` leaves out what has ended by `now`."""
    meant, zone = facts.meant or Meant(), facts.zone
    starts = {
        risk.id: start
        for risk in facts.risks
        if risk.prepare and (start := next_start(risk, zone, now)) is not None
    }
    ahead = Span(max(frame.start, now) if running_only else frame.start, frame.end)
    return Lived(
        goings=tuple(
            one for one in still_ahead(meant.goings, ahead.start) if one.whole.overlaps(ahead)
        ),
        gives=tuple(
            GiveTime(one, span) for one in meant.gives for span in times_of(one, zone, ahead)
        ),
        treatments=tuple(
            TreatmentTime(one, span)
            for one in meant.treatments
            for span in times_of(one, zone, ahead)
        ),
        preparations=tuple(prepared_in(facts.risks, starts, zone, now, frame)),
        asked=to_ask_about(meant.goings, facts.meetings, now) if meant.goings else None,
        unanswered=to_ask_again(meant.talks, zone, now) if meant.talks else None,
        trip=touching(zone, frame),
        next_starts=starts,
        names=Names(
            {one.id: one.name for one in facts.groups}, {one.id: one.name for one in facts.contacts}
        ),
    )


def times_of(what: Give | Treatment, zone: ZoneInfo, frame: Span) -> list[Span]:
    """Return each time of a commitment or of treatment that overlaps the frame, pauses left out.

    Medicine goes by the person's own clock, all else by that of its place.
    """
    floats = getattr(what, "kind", None) == MEDICINE
    there = zone if floats else known_zone(what.zone) or zone
    spans = {span for hours in what.hours for span in occurrences(hours.schedule, there, *frame)}
    away = pause_of(what, zone)
    return [span for span in sorted(spans) if not (away and clip([span], away))]


def pause_of(what: Give | Treatment, zone: ZoneInfo) -> Span | None:
    """Return when treatment is paused, None where it is not."""
    days = getattr(what, "paused_from", None), getattr(what, "paused_until", None)
    found = pause(*days, zone)
    return Span(found[0], found[1] or FURTHEST) if found else None


def prepared_in(
    risks: Iterable[RiskWindow],
    starts: Mapping[int, datetime],
    zone: ZoneInfo,
    now: datetime,
    frame: Span,
) -> list[Preparation]:
    """Return what is to be prepared in the frame for the next of each hard hours, not done yet.

    It is there until its day is over, or the hours begin.
    """
    since = max(frame.start, today_of(now, zone))
    found = [
        each
        for risk in risks
        if risk.id in starts
        for each in preparations(risk, starts[risk.id], zone)
        if not each.done and since <= each.at < frame.end
    ]
    return sorted(found, key=lambda each: (each.at, each.risk.id))


def today_of(now: datetime, zone: ZoneInfo) -> datetime:
    """Return when the day of an instant began."""
    return midnight(now.astimezone(zone).date(), zone)


def touching(zone: ZoneInfo, frame: Span) -> Trip | None:
    """Return the first trip that touches a frame."""
    legs = getattr(zone, "legs", ())
    there = (leg.trip for leg in legs if Span(leg.start, leg.end).overlaps(frame))
    return next(filter(None, there), None)
