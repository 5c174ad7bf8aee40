"""`recoverplan review`: the week in one screen, and a few questions about it."""

from collections.abc import Sequence
from datetime import date, timedelta

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.options import fields_of
from recoverplan.cli.output import can_ask, tell
from recoverplan.cli.report import Page, write_page
from recoverplan.cli.review_keep import (
    Options,
    command,
    emit_month,
    emit_week,
    keep,
    load,
    read_week,
    read_went,
    told_of,
    week_of,
)
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import say_lines
from recoverplan.domain.looking_back import (
    Back,
    Hard,
    Known,
    logged_in,
    look_back,
    make_report,
    week_to_review,
)
from recoverplan.errors import UsageError
from recoverplan.words import lapse
from recoverplan.words import review as page_words
from recoverplan.writers.looking_back import how_words, weekday_short
from recoverplan.writers.times import days_said

app = App()
EXAMPLE = page_words.EXAMPLE.format(command="review", part="hours")


@app.command()
def review(
    ctx: Context,
    *,
    week: Annotated[
        str | None, Option(metavar="DATE", help="The week that this day is in.")
    ] = None,
    month: Annotated[
        bool, Option("--month", help="The month in one screen; asks nothing.")
    ] = False,
    options: Options,
    page: Page,
    json: Annotated[bool, Option("--json", help="As JSON.")] = False,
) -> None:
    """Look back at a week; on a terminal it asks, and every question can be skipped."""
    session = begin(ctx)
    parts = page.parts(EXAMPLE)
    if page.wanted:
        if options.any or json:
            raise UsageError(page_words.ONLY_SHOWS, EXAMPLE)
        month_page(week, session, page, parts)
        return
    monday = read_week(week, week_to_review(session.now), session.now)
    if month:
        if options.any:
            raise UsageError(page_words.MONTH_SHOWS, page_words.MONTH_OUT)
        show_month(week, session, json=json)
        return
    fields = fields_of(options)
    known = load(session, monday)
    back = week_of(known, monday, session)
    if options.any:
        write(options, fields, known, back, session, json=json)
    elif can_ask() and not json:
        from recoverplan.cli.review_talk import talk

        talk(known, back, session)
    else:
        emit_week(known, back, session, json=json)


def show_month(typed: str | None, session: Session, *, json: bool) -> None:
    """Print the month that a day is in; without one, this month."""
    known, back = month_of(typed, session)
    emit_month(known, back, session, json=json)


def month_of(typed: str | None, session: Session) -> tuple[Known, Back]:
    """Return the month that a day is in; without one, this month; with what it was made of."""
    from recoverplan.domain.moment import understand_day

    day = session.now.date() if typed is None else understand_day(typed, session.now)
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    days = (following - first).days
    known = load(session, first, days)
    return known, look_back(known, first, days, session.now)


def month_page(typed: str | None, session: Session, page: Page, parts: Sequence[str]) -> None:
    """Write a month on one page, each line of it chosen."""
    from recoverplan.domain.saying import MONTHS
    from recoverplan.domain.urge_chart import urge_chart
    from recoverplan.writers.report import month_texts

    known, back = month_of(typed, session)
    # What came before is told of lapses too, and by the look back.
    chart = urge_chart(known.urges, back.first, back.last)._replace(triggers=())
    title = f"{MONTHS[back.first.month - 1]} {back.first.year}"
    texts = month_texts(known, back, told_of(known, back, session))
    write_page(session, make_report(title, texts, chart), page, parts, page_words.OTHER_DAYS)


def write(
    options: Options,
    fields: dict[str, object],
    known: Known,
    back: Back,
    session: Session,
    *,
    json: bool,
) -> None:
    """Keep what the options say, and say what was kept."""
    answers = read_went(options.went or (), back)
    the_idea = fields.get("idea") or (back.review and back.review.idea)
    if options.as_step and not the_idea:
        raise UsageError(page_words.STEP_NEEDS, page_words.IDEA_LIKE)
    as_step = str(the_idea) if options.as_step else ""
    made = keep(session, back.first, fields, answers, as_step=as_step)
    known = load(session, back.first)
    after = week_of(known, back.first, session)
    if json:
        emit_week(known, after, session, json=True)
    else:
        days = days_said(back.first, back.last, session.now.year)
        lines = [page_words.SAID.format(days=days)]
        lines += [f"{label(hard, back)}: {how_said(how, session)}." for hard, how in answers]
        lines += made
        say_lines([*lines, page_words.AGAIN.format(command=command(back, session))], session)
    used = [hard for hard, how in answers if how == "used"]
    if used:
        after_used([hard for hard in used if not logged_in(hard, known.lapses)], session, json=json)


def label(hard: Hard, back: Back) -> str:
    """Name one stretch of hard hours with its day: "Nights alone, Tue"."""
    return f"{hard.label}, {weekday_short(day_of(hard, back))}"


def day_of(hard: Hard, back: Back) -> date:
    """Return the day on which hard hours began."""
    return hard.start.astimezone(back.zone).date()


def how_said(how: str | None, session: Session) -> str:
    """Return an answer in words."""
    return how_words(how, session.settings.about) if how else page_words.NOT_SAID


def after_used(unlogged: Sequence[Hard], session: Session, *, json: bool) -> None:
    """Say the words for a lapse, and for each that is not logged how to log it.

    With JSON on stdout all of it goes to stderr.
    """
    from recoverplan.cli.lapse_talk import is_safe, said_first

    later = [page_words.LOG_LATER.format(command=log_command(hard, session)) for hard in unlogged]
    if json:
        for line in (lapse.SAFE, lapse.TO_NOW, *said_first(session), *later):
            tell(line)
    elif is_safe(session):
        say_lines([*said_first(session), *later], session)


def log_command(hard: Hard, session: Session) -> str:
    """Return the command that logs a lapse within these hours."""
    return f'recoverplan lapse log --at "{hard.start.astimezone(session.zone):%Y-%m-%d %H:%M}"'
