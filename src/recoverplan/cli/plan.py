"""`recoverplan plan`: the days ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoverplan.cli.plan_files import Files, refuse_mixtures, write_files
from recoverplan.cli.plan_reading import facts_of, plan_of, viewer_of
from recoverplan.cli.session import Session, opened
from recoverplan.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from recoverplan.domain.plan import Facts

app = typer.Typer(add_completion=False, rich_markup_mode=None)
WEEK = 7
LONGEST = 366
YEARS = range(1970, 2200)


@app.command()
def plan(  # noqa: PLR0913 - one for each option
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
    page: Annotated[
        str, typer.Option("--html", metavar="FILE", help="A page for a phone, or to print.")
    ] = "",
    pdf: Annotated[str, typer.Option("--pdf", metavar="FILE", help="A sheet to print.")] = "",
    paper: Annotated[
        str, typer.Option("--paper", metavar="SIZE", help="a4 or letter; your region's if not.")
    ] = "",
    calendar: Annotated[
        str, typer.Option("--ics", metavar="FILE", help="A file for a phone's calendar.")
    ] = "",
    titles: Annotated[
        str,
        typer.Option(metavar="neutral|full", help="What titles in it tell; neutral if not said."),
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over the file.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """The days ahead: people, meetings, steps, open hours."""
    files = Files(html=page, pdf=pdf, ics=calendar, paper=paper, titles=titles)
    if today and not start and days == WEEK:
        days = 1
    elif today:
        message = "--today is one day; it does not go with --days or --from."
        raise UsageError(message, "Type recoverplan plan --today alone.")
    if not 1 <= days <= LONGEST:
        message = f"A plan holds 1 to {LONGEST} days, not {days}."
        raise UsageError(message, "For instance: recoverplan plan --days 14")
    if risk and gaps:
        raise UsageError("Say either --risk or --gaps, not both.")
    refuse_mixtures(files, force=force, part=bool(risk or gaps), as_json=as_json)
    from recoverplan.services.planning import facts

    with opened(ctx) as (session, store):
        first = read_day(start, session) if start else None
        known = facts(store, session.settings, session.zone)
    if files.any:
        write_files(session, known, files, days=days, first=first, force=force)
    elif risk:
        from recoverplan.cli.plan_closely import show_risk

        show_risk(session, known, risk, days=days, first=first, as_json=as_json)
    elif gaps:
        from recoverplan.cli.plan_closely import show_gaps

        show_gaps(session, known, days=days, first=first, as_json=as_json)
    else:
        show_plan(session, known, days=days, first=first, as_json=as_json)


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

    def screen(width: int) -> RenderableType:
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

    def screen(width: int) -> RenderableType:
        from recoverplan.writers.terminal.plan import welcome_screen

        return welcome_screen(said, pairs, width)

    emit(
        plain=lambda: welcome_lines(said, pairs),
        plainly=session.plain,
        screen=screen,
        document=document,
    )


def read_day(typed: str, session: Session) -> date:
    """Return the day that a date or a phrase names: 2026-12-24, "24 dec", "tomorrow", "friday"."""
    from recoverplan.domain.coverage import midnight
    from recoverplan.domain.moment import the_date
    from recoverplan.domain.phrase import understand
    from recoverplan.domain.schedule import occurrences
    from recoverplan.domain.text import clean

    said = clean(typed)
    with suppress(ValueError):
        day = date.fromisoformat(said)
        if day.year in YEARS:
            return day
        message = f"There is no plan that far away: {day}."
        raise UsageError(message, "For instance: recoverplan plan --from 2026-12-24")
    this_day = session.now.date()
    begins = midnight(this_day, session.zone)
    ends = midnight(this_day + timedelta(days=LONGEST), session.zone)
    with suppress(UsageError):
        # From midnight on, so that "today" is today at any hour.
        at_midnight = begins.astimezone(session.zone)
        schedule = understand(said, at_midnight, asks_half=session.asks_half).schedule
        for span in occurrences(schedule, session.zone, begins, ends):
            return span.start.astimezone(session.zone).date()
    with suppress(ValueError):
        the_date(said.casefold(), this_day)  # refuses what reads two ways, with both readings
    message = f'--from takes a day, and "{said}" is none that is understood.'
    raise UsageError(message, 'Write it like 2026-12-24, "24 dec" or tomorrow.')
