"""A plan: what it is made from, the plan of some days, who looks at it, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from recoverplan.cli.session import Session
from recoverplan.domain.coverage import LeftOut
from recoverplan.domain.plan import Facts, Plan, make_plan
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.schedule import midnight
from recoverplan.writers.viewer import Away, Viewer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.domain.region import Region
    from recoverplan.writers.terminal.style import Screen

WEEK = 7


def facts_of(session: Session) -> Facts:
    """Read what plans are made from; nothing is known where there is no store yet."""
    from recoverplan.services.keeping import reading
    from recoverplan.services.planning import facts

    with reading(session.home) as store:
        return facts(store, session.settings, session.zone)


def plan_of(
    session: Session,
    known: Facts,
    days: int,
    first: date | None,
    only: RiskWindow | None = None,
) -> Plan:
    """Make the plan: from 00:00 of the first day to 00:00 so many calendar days later."""
    begins = first or session.now.date()
    start = midnight(begins, session.zone)
    end = midnight(begins + timedelta(days=days), session.zone)
    made = make_plan(known, session.now, start, end, running_only=first is None, only=only)
    if made.left_out is not None:
        tell_left_out(made.left_out, session)
    return made


def tell_left_out(left_out: LeftOut, session: Session) -> None:
    """Say what the plan leaves out because there is too much of it."""
    from recoverplan.cli.output import tell
    from recoverplan.words import plan as words

    if left_out.people:
        shown = left_out.of - left_out.people
        tell(words.LEFT_OUT_PEOPLE.format(shown=shown, of=left_out.of))
    if left_out.after is not None:
        day = left_out.after.astimezone(session.zone).date()
        tell(words.LEFT_OUT_DAYS.format(day=day.isoformat()))


def viewer_of(session: Session, known: Facts, made: Plan, *, missing: bool = False) -> Viewer:
    """Return who looks: the settings, the line that stands by, the computer's clock.

    `missing`: look also for what would give hours a person who have none.
    """
    from recoverplan.domain.outlook import backstop, to_decide
    from recoverplan.domain.region import abroad, lines_of

    settings = session.settings
    lines = lines_of(session.region, known.contacts, session.now.date())
    unasked = None
    if any(risk.check_in for risk in known.risks):
        from recoverplan.domain.pins import first_unasked

        unasked = first_unasked(known, made)
    lacking = None
    if missing and made.with_person < len(made.occurrences):
        from recoverplan.domain.why import first_missing

        lacking = first_missing(made, known.lead_minutes)
    reason = None
    if known.reasons:
        from recoverplan.domain.step import of_the_day

        reason = of_the_day(known.reasons, session.now.date())
    return Viewer(
        name=settings.name,
        clock24=session.clock24,
        prefer=settings.prefer,
        contacts=known.contacts,
        line=backstop(lines),
        elsewhere=elsewhere(session, made) if settings.timezone else None,
        planned=bool(known.risks),
        missing=lacking,
        unasked=unasked,
        reason=reason,
        region=session.region.code,
        abroad=None if on_a_trip(session) else abroad(session.region, session.zone.key),
        signs=known.signs,
        to_decide=to_decide(known, session.now),
        groups=known.groups,
        besides=known.besides,
        away=lines_away(session, known, made),
    )


def region_at(session: Session, instant: datetime) -> Region:
    """Return whose emergency number and help lines hold at an instant, at home or on a trip."""
    if session.usual is None:
        return session.region
    from recoverplan.services.emergency import region_or_none, settings_there

    return region_or_none(settings_there(session.usual, session.zone, instant))


def lines_away(session: Session, known: Facts, made: Plan) -> tuple[Away, ...]:
    """Return the line that stands by on each trip in a plan's days, and at home between them."""
    if session.usual is None:
        return ()
    from recoverplan.domain.outlook import backstop
    from recoverplan.domain.region import lines_of

    first = min([made.start, *(each.span.start for each in made.occurrences)])
    last = max([made.end, *(each.span.end for each in made.occurrences)])
    found = []
    for leg in getattr(session.zone, "legs", ()):
        if leg.start < last and first < leg.end:
            region = region_at(session, max(leg.start, first))
            line = backstop(lines_of(region, known.contacts, session.now.date()))
            found.append(Away(leg.start, leg.end, line, region.code))
    return tuple(found)


def on_a_trip(session: Session) -> bool:
    """Tell whether the person is on a trip: there their country and clock are of two places."""
    if not hasattr(session.zone, "legs"):
        return False
    from recoverplan.domain.trip import trip_at

    return trip_at(session.zone, session.now) is not None


def elsewhere(session: Session, made: Plan) -> str | None:
    """Return the computer's zone where its clock shows other times than the person's."""
    from recoverplan.clock import system_zone_name
    from recoverplan.domain.outlook import clocks_differ
    from recoverplan.domain.zone import known_zone

    if on_a_trip(session):
        return None  # where they are is said anyway
    home = getattr(session.zone, "home", session.zone)
    name = system_zone_name()
    zone = known_zone(name) if name else None
    if zone is None or not clocks_differ(home, zone, made.start, made.end):
        return None
    return zone.key


def show(session: Session) -> None:
    """Print the plan of the week from today."""
    show_plan(session, facts_of(session), days=WEEK, first=None, as_json=False)


def show_plan(
    session: Session, known: Facts, *, days: int, first: date | None, as_json: bool
) -> None:
    """Print the plan of `days` days from today, or from `first`, where past hours are kept."""
    from recoverplan.cli.output import emit

    made = plan_of(session, known, days, first)
    viewer = viewer_of(session, known, made, missing=not as_json)

    def record() -> dict[str, Any]:
        from recoverplan.writers.records.plan import plan_document

        return plan_document(made)

    document = record if as_json else None
    if not (known.risks or known.contacts or known.groups):
        # A first look, before anything is written down.
        welcome(session, document)
        return

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.plan import plan_screen

        return plan_screen(made, viewer, width)

    def lines() -> Iterator[str]:
        from recoverplan.writers.plain.plan import plan_lines

        return plan_lines(made, viewer)

    emit(plain=lines, plainly=session.plain, screen=screen, document=document)


def welcome(session: Session, document: Callable[[], dict[str, Any]] | None = None) -> None:
    """Invite somebody to begin; with something kept already, say what a plan still needs."""
    from recoverplan.cli.output import emit
    from recoverplan.store.opening import exists
    from recoverplan.words import plan as words
    from recoverplan.writers.plain.plan import welcome_lines

    said, pairs = words.WELCOME, [words.BEGIN, words.HARD_NOW]
    if exists(session.home):
        name = session.settings.name
        said = f"{words.STARTED_AS.format(name=name) if name else words.STARTED} {words.NEEDED}"
        pairs = [words.ADD_HARD_HOURS, words.ADD_SOMEBODY, words.HARD_NOW]

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.plan import welcome_screen

        return welcome_screen(said, pairs, width)

    emit(
        plain=lambda: welcome_lines(said, pairs),
        plainly=session.plain,
        screen=screen,
        document=document,
    )
