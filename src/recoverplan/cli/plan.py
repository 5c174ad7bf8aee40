"""`recoverplan plan`: the days ahead."""

from contextlib import suppress
from datetime import date, timedelta

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.plan_reading import WEEK, show_plan
from recoverplan.cli.session import Session, opened
from recoverplan.errors import UsageError
from recoverplan.words import plan as words

app = App()
LONGEST = 366
YEARS = range(1970, 2200)


@app.command()
def plan(  # noqa: PLR0913 - one for each option
    ctx: Context,
    *,
    days: Annotated[int, Option(metavar="N", help="How many days, 1 to 366.")] = WEEK,
    start: Annotated[
        str, Option("--from", metavar="DATE", help="The first day, today if not given.")
    ] = "",
    today: Annotated[bool, Option("--today", help="Today alone.")] = False,
    risk: Annotated[
        str, Option("--risk", metavar="LABEL", help="One stretch of hard hours, with why.")
    ] = "",
    gaps: Annotated[bool, Option("--gaps", help="Open hours, and who might be there.")] = False,
    page: Annotated[
        str, Option("--html", metavar="FILE", help="A page for a phone, or to print.")
    ] = "",
    pdf: Annotated[str, Option("--pdf", metavar="FILE", help="A sheet to print.")] = "",
    paper: Annotated[
        str, Option("--paper", metavar="SIZE", help="a4 or letter; your region's if not.")
    ] = "",
    calendar: Annotated[
        str, Option("--ics", metavar="FILE", help="A file for a phone's calendar.")
    ] = "",
    titles: Annotated[
        str,
        Option(metavar="neutral|full", help="What titles in it tell; neutral if not said."),
    ] = "",
    force: Annotated[bool, Option("--force", help="Write over the file.")] = False,
    as_json: Annotated[bool, Option("--json", help="One JSON object.")] = False,
) -> None:
    """The days ahead: people, meetings, steps, open hours."""
    typed = {"html": page, "pdf": pdf, "ics": calendar, "paper": paper, "titles": titles}
    if today and not start and days == WEEK:
        days = 1
    elif today:
        raise UsageError(words.TODAY_NEEDS, words.TODAY_ALONE)
    if not 1 <= days <= LONGEST:
        message = words.DAYS_NEED.format(most=LONGEST, days=days)
        raise UsageError(message, words.DAYS_LIKE)
    if risk and gaps:
        from recoverplan.words import lived

        raise UsageError(lived.NOT_BOTH.format(one="--risk", other="--gaps"))
    files = None
    if force or any(typed.values()):
        from recoverplan.cli.plan_files import Files, refuse_mixtures, write_files

        files = Files(**typed)
        refuse_mixtures(files, force=force, part=bool(risk or gaps), as_json=as_json)
    from recoverplan.services.planning import facts

    with opened(ctx) as (session, store):
        first = read_day(start, session) if start else None
        # Who was not asked, and hours that are over, have a place only in these.
        all_told = risk or gaps or page or pdf or (first and first < session.now.date())
        known = facts(store, session.settings, session.zone, None if all_told else session.now)
    if files:
        write_files(session, known, files, days=days, first=first, force=force)
    elif risk:
        from recoverplan.cli.plan_closely import show_risk

        show_risk(session, known, risk, days=days, first=first, as_json=as_json)
    elif gaps:
        from recoverplan.cli.plan_closely import show_gaps

        show_gaps(session, known, days=days, first=first, as_json=as_json)
    else:
        show_plan(session, known, days=days, first=first, as_json=as_json)


def read_day(typed: str, session: Session) -> date:
    """Return the day that a date or a phrase names: 2026-12-24, "24 dec", "tomorrow", "friday"."""
    from recoverplan.domain.moment_days import the_date
    from recoverplan.domain.phrase import understand
    from recoverplan.domain.schedule import midnight, occurrences
    from recoverplan.domain.text import clean

    said = clean(typed)
    with suppress(ValueError):
        day = date.fromisoformat(said)
        if day.year in YEARS:
            return day
        message = words.TOO_FAR.format(day=day)
        raise UsageError(message, words.FROM_LIKE)
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
    message = words.FROM_NEEDS.format(typed=said)
    raise UsageError(message, words.WRITE_DAY)
