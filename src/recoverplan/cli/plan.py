"""`recoverplan plan`: the days ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoverplan.cli.session import Session, begin
from recoverplan.domain.plan import Facts, Plan
from recoverplan.domain.risk import RiskWindow
from recoverplan.errors import UsageError
from recoverplan.writers.viewer import Viewer

if TYPE_CHECKING:
    from rich.console import RenderableType

app = typer.Typer(add_completion=False, rich_markup_mode=None)
WEEK = 7
LONGEST = 366
YEARS = range(1970, 2200)


@app.command()
def plan(
    ctx: typer.Context,
    *,
    days: Annotated[int, typer.Option(metavar="N", help="How many days, 1 to 366.")] = WEEK,
    start: Annotated[
        str, typer.Option("--from", metavar="DATE", help="The first day, today if not given.")
    ] = "",
    today: Annotated[bool, typer.Option("--today", help="Today alone.")] = False,
    risk: Annotated[
        str, typer.Option("--risk", metavar="LABEL", help="One stretch of hard hours, with why.")
    ] = "",
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Open hours, and who might be there.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """The days ahead: people, meetings, steps, open hours."""
    if not 1 <= days <= LONGEST:
        message = f"A plan holds 1 to {LONGEST} days, not {days}."
        raise UsageError(message, "For instance: recoverplan plan --days 14")
    if today and (start or days != WEEK):
        message = "--today is one day; it does not go with --days or --from."
        raise UsageError(message, "Type recoverplan plan --today alone.")
    if risk and gaps:
        raise UsageError("Say either --risk or --gaps, not both.")
    session = begin(ctx)
    first = read_day(start, session) if start else None
    if today:
        days = 1
    if risk:
        from recoverplan.cli.plan_closely import show_risk

        show_risk(session, risk, days=days, first=first, as_json=as_json)
    elif gaps:
        from recoverplan.cli.plan_closely import show_gaps

        show_gaps(session, days=days, first=first, as_json=as_json)
    else:
        show(session, days=days, first=first, as_json=as_json)


def show(
    session: Session, *, days: int = WEEK, first: date | None = None, as_json: bool = False
) -> None:
    """Print the plan of `days` days from today, or from `first`, where past hours are kept."""
    from recoverplan.cli.output import emit

    known = facts_of(session)
    made = plan_of(session, known, days, first)
    viewer = viewer_of(session, known, made)
    if not as_json and made.with_person < len(made.occurrences):
        from recoverplan.domain.why import first_missing

        viewer = viewer._replace(missing=first_missing(known, made))

    def record() -> dict[str, Any]:
        from recoverplan.writers.records.plan import plan_record

        return plan_record(made)

    document = record if as_json else None
    if not (known.risks or known.contacts or known.groups):
        # A first look, before anything is written down.
        welcome(session, document)
        return

    def screen(width: int) -> RenderableType:
        from recoverplan.writers.terminal.plan import plan_screen

        return plan_screen(made, viewer, width)

    def lines() -> Iterator[str]:
        from recoverplan.writers.plain.plan import plan_lines

        return plan_lines(made, viewer)

    emit(plain=lines, plainly=session.plain, screen=screen, document=document)


def welcome(session: Session, document: Callable[[], dict[str, Any]] | None = None) -> None:
    """Invite somebody who has written nothing down yet."""
    from recoverplan.cli.output import emit
    from recoverplan.writers.plain.plan import welcome_lines

    def screen(width: int) -> RenderableType:
        from recoverplan.writers.terminal.plan import welcome_screen

        return welcome_screen(width)

    emit(plain=welcome_lines, plainly=session.plain, screen=screen, document=document)


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
    from recoverplan.domain.coverage import midnight
    from recoverplan.domain.plan import make_plan

    begins = first or session.now.date()
    start = midnight(begins, session.zone)
    end = midnight(begins + timedelta(days=days), session.zone)
    return make_plan(known, session.now, start, end, running_only=first is None, only=only)


def viewer_of(session: Session, known: Facts, made: Plan) -> Viewer:
    """Return who looks: the settings, the line that stands by, the computer's clock."""
    from recoverplan.domain.outlook import backstop
    from recoverplan.domain.region import lines_of
    from recoverplan.services.emergency import region_of

    settings = session.settings
    lines = lines_of(region_of(settings), known.contacts, session.now.date())
    return Viewer(
        name=settings.name,
        clock24=session.clock24,
        prefer=settings.prefer,
        contacts=known.contacts,
        line=backstop(lines),
        elsewhere=elsewhere(session, made) if settings.timezone else None,
        planned=bool(known.risks),
    )


def elsewhere(session: Session, made: Plan) -> str | None:
    """Return the computer's zone where its clock shows other times than the person's."""
    from recoverplan.clock import system_zone_name
    from recoverplan.domain.outlook import clocks_differ
    from recoverplan.domain.zone import known_zone

    name = system_zone_name()
    zone = known_zone(name) if name else None
    if zone is None or not clocks_differ(session.zone, zone, made.start, made.end):
        return None
    return zone.key


def read_day(typed: str, session: Session) -> date:
    """Return the day that a date or a phrase names: 2026-12-24, "24 dec", "tomorrow", "friday"."""
    from recoverplan.domain.coverage import midnight
    from recoverplan.domain.phrase import understand
    from recoverplan.domain.schedule import occurrences
    from recoverplan.domain.text import clean

    said = clean(typed)
    try:
        day = date.fromisoformat(said)
    except ValueError:
        pass
    else:
        if day.year in YEARS:
            return day
        message = f"There is no plan that far away: {day}."
        raise UsageError(message, "For instance: recoverplan plan --from 2026-12-24")
    this_day = session.now.date()
    start, end = (
        midnight(this_day, session.zone),
        midnight(this_day + timedelta(days=LONGEST), session.zone),
    )
    try:
        # From midnight on, so that "today" is today at any hour.
        schedule = understand(said, start.astimezone(session.zone)).schedule
    except UsageError:
        spans = []
    else:
        spans = occurrences(schedule, session.zone, start, end)
    if not spans:
        message = f'--from takes a day, and "{said}" is none that is understood.'
        raise UsageError(message, 'Write it like 2026-12-24, "24 dec" or tomorrow.')
    return local_day(spans[0].start, session)


def local_day(instant: datetime, session: Session) -> date:
    """Return the day an instant falls on where the person is."""
    return instant.astimezone(session.zone).date()
