"""`recoverplan meeting`: logging meetings, and looking back at them."""

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import whole
from recoverplan.cli.meeting_keep import (
    begun,
    finish,
    keep_so_far,
    offer_edit,
    passed_going,
    which_group,
    which_meeting,
)
from recoverplan.cli.meeting_options import EditOptions, Options, PlanOptions, read_options
from recoverplan.cli.meeting_output import (
    day_of,
    emit_calendar,
    emit_list,
    emit_one,
    record,
    when_of,
)
from recoverplan.cli.nouns import Noun
from recoverplan.cli.options import Json, Yes, something_given
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import begin
from recoverplan.domain.moment import understand_day
from recoverplan.domain.trial import logged_already, occurrence_at
from recoverplan.errors import UsageError
from recoverplan.services.attending import load
from recoverplan.store.tables import meetings
from recoverplan.value import replace
from recoverplan.words import trial as words

app = App(no_args_is_help=True)

MEETING = Noun(table=meetings, word="meeting", name=lambda meeting: str(meeting.id))

Number = Annotated[str, Argument(metavar="ID", help="Its number, or its group if logged once.")]


@app.command()
def log(
    ctx: Context,
    group: Annotated[
        str | None, Argument(metavar="GROUP", help="Which group: its name or number.")
    ] = None,
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Log a meeting you went to; on a terminal without options it asks."""
    session = begin(ctx)
    given = read_options(options, session)
    known = load(session.home)
    meant = passed_going(session, known)
    if group is None and meant is not None and not options.any:
        chosen = known.group(meant.group)
    else:
        chosen = which_group(known, group, session.now)
    asks = can_ask() and not options.any and not json
    going = meant if meant is not None and meant.group == chosen.id else None
    if going is not None and asks:
        from recoverplan.cli.meeting_plan import move_or_log

        if move_or_log(going, chosen, session):
            return
    meeting = begun(chosen, given, session, asks=asks, going=going)
    earlier = logged_already(meeting, known.meetings)
    if earlier is not None:
        meeting = offer_edit(earlier, chosen, session, json=json)
    new = meeting.id == 0
    if asks:
        from recoverplan.cli.meeting_talk import talk

        if new:
            meeting = keep_so_far(meeting, session)
        given = talk(lambda said: keep_so_far(said.onto(meeting), session))
    finish(given.onto(meeting), given, session, asks=asks, json=json, new=new)


@app.command()
def plan(
    ctx: Context,
    group: Annotated[
        str | None, Argument(metavar="GROUP", help="Which group: its name or number.")
    ] = None,
    *,
    options: PlanOptions,
    json: Json = False,
) -> None:
    """Plan to go to a meeting: with whom, with what small aim."""
    from recoverplan.cli.meeting_plan import run

    run(begin(ctx), group, options, json=json)


@app.command("list")
def list_meetings(
    ctx: Context,
    *,
    group: Annotated[str | None, Option(metavar="GROUP", help="Only this group's.")] = None,
    from_: Annotated[
        str | None, Option("--from", metavar="DATE", help="Only from this day on.")
    ] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="Only until this day, included.")
    ] = None,
    calendar: Annotated[
        bool, Option("--calendar", help="The year, with the days you went.")
    ] = False,
    year: Annotated[str | None, Option(metavar="YEAR", help="Which year, with --calendar.")] = None,
    json: Json = False,
) -> None:
    """List the meetings you logged."""
    session = begin(ctx)
    first = None if from_ is None else understand_day(from_, session.now)
    last = None if until is None else understand_day(until, session.now)
    if year is not None and not calendar:
        raise UsageError(words.YEAR_NEEDS, words.YEAR_LIKE)
    shown_year = session.now.year if year is None else whole("--year", year, 1900, 9998)
    known = load(session.home)
    wanted = None if group is None else which_group(known, group, session.now)
    shown = [
        meeting
        for meeting in sorted(known.meetings, key=lambda logged: (logged.at, logged.id))
        if (wanted is None or meeting.group == wanted.id)
        and (first is None or day_of(meeting, session) >= first)
        and (last is None or day_of(meeting, session) <= last)
        and (not calendar or day_of(meeting, session).year == shown_year)
    ]
    if calendar and not json:
        emit_calendar(shown, shown_year, session)
    else:
        emit_list(shown, known, session, json=json)


@app.command()
def show(
    ctx: Context,
    number: Number,
    json: Json = False,
) -> None:
    """Show one meeting you logged."""
    session = begin(ctx)
    known = load(session.home)
    emit_one(which_meeting(known, number, session), known, session, json=json)


@app.command()
def edit(
    ctx: Context,
    number: Number,
    *,
    group: Annotated[str | None, Option(metavar="GROUP", help="It was this group.")] = None,
    options: EditOptions,
    json: Json = False,
) -> None:
    """Change a log; an empty text takes an answer back."""
    session = begin(ctx)
    given = read_options(options, session)
    something_given(options, group=group)
    known = load(session.home)
    meeting = given.onto(which_meeting(known, number, session))
    if group is not None:
        meeting = replace(meeting, group=which_group(known, group, session.now).id)
    if group is not None or "at" in given.fields:
        start = occurrence_at(known.group(meeting.group), meeting.at)
        meeting = replace(meeting, occurrence=start)
    if "at" in given.fields:
        meeting = replace(meeting, zone=session.zone.key)
    finish(meeting, given, session, json=json)


@app.command()
def remove(
    ctx: Context,
    number: Number,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Remove a log; people and steps that came from it stay."""
    session = begin(ctx)
    known = load(session.home)
    meeting = which_meeting(known, number, session)
    name = known.group(meeting.group).name
    what = words.LOG_OF.format(name=name, when=when_of(meeting.at, session, rough=meeting.rough))
    did = words.DID_REMOVE_MEETING.format(name=name)
    if MEETING.remove(meeting, f"Remove {what}?", session, yes=yes, did=did):
        MEETING.emit(
            meeting,
            [f"Removed {what}."],
            session,
            json=json,
            record=lambda meeting: record(meeting, known, session),
        )
