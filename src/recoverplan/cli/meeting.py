"""`recoverplan meeting`: logging meetings, and looking back at them."""

from collections.abc import Sequence

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import choice, optional, whole
from recoverplan.cli.meeting_keep import (
    begun,
    day_of,
    emit_calendar,
    emit_list,
    emit_one,
    finish,
    keep_so_far,
    offer_edit,
    passed_going,
    record,
    when_of,
    which_group,
    which_meeting,
)
from recoverplan.cli.options import (
    AS_IT_IS,
    TEXT,
    At,
    ByNumber,
    Json,
    Note,
    TypedOptions,
    Yes,
    fields_of,
    number,
    one_of_or_none,
    something_given,
)
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session, begin
from recoverplan.cli.written import emit_written
from recoverplan.domain.meeting import ANSWERS, FIT, SAID
from recoverplan.domain.text import clean
from recoverplan.domain.trial import logged_already, occurrence_at
from recoverplan.errors import UsageError
from recoverplan.services.attending import Said, load
from recoverplan.store.tables import meetings
from recoverplan.value import replace
from recoverplan.words import trial as words

app = App(no_args_is_help=True)

Number = Annotated[str, Argument(metavar="ID", help="Its number, or its group if logged once.")]
Flag = bool | None


class Options(TypedOptions):
    """The options as typed; None: not given, "": an answer to be taken back."""

    at: At = None
    door: Annotated[Flag, Option("--door", help="Went to the door; no try."), AS_IT_IS] = None
    early: Annotated[Flag, Option("--early", help="Was there a little early."), AS_IT_IS] = None
    stayed: Annotated[Flag, Option("--stayed", help="Stayed a bit afterwards."), AS_IT_IS] = None
    said: Annotated[
        str | None,
        Option(metavar="WHAT", help="listened, small-honesty or shared."),
        one_of_or_none(SAID),
    ] = None
    contact: Annotated[
        str | None, Option(metavar="NAME", help="Somebody you got to know there.")
    ] = None
    fit: Annotated[
        list[str] | None,
        Option(
            metavar="QUALITY=ANSWER",
            help="boundaries, respect, rhythm, safety, newcomers: yes, no or unsure.",
        ),
    ] = None
    mood_before: Annotated[
        str | None, Option(metavar="0-10", help="Mood before."), number(0, 10)
    ] = None
    mood_after: Annotated[str | None, Option(metavar="0-10", help="Mood after."), number(0, 10)] = (
        None
    )
    idea: Annotated[
        str | None, Option(metavar="TEXT", help="Something heard: becomes a step."), TEXT
    ] = None
    unsafe: Annotated[
        str | None,
        Option(metavar="TEXT", help="Something was not right: ends the trial."),
        TEXT,
    ] = None
    note: Note = None


class EditOptions(Options):
    """The options of a change: what was said can also be taken back."""

    door: Annotated[
        Flag, Option("--door/--no-door", help="Went to the door; no try."), AS_IT_IS
    ] = None
    early: Annotated[
        Flag, Option("--early/--no-early", help="Was there a little early."), AS_IT_IS
    ] = None
    stayed: Annotated[
        Flag, Option("--stayed/--no-stayed", help="Stayed a bit afterwards."), AS_IT_IS
    ] = None


class PlanOptions(ByNumber):
    """What is typed for a meeting to go to; None: not given, "": to be taken away."""

    at: Annotated[str | None, Option(metavar="WHEN", help='When, if not its next: "tue 7pm".')] = (
        None
    )
    with_: Annotated[str | None, Option("--with", metavar="NAME", help="Who comes along.")] = None
    goal: Annotated[str | None, Option(metavar="TEXT", help='A small aim: "just listen".')] = None
    leave: Annotated[str | None, Option(metavar="TIME", help="When to leave for it.")] = None
    early: Annotated[str | None, Option(metavar="10m", help="Be there so early.")] = None
    late: Annotated[str | None, Option(metavar="15m", help="Stay on so long.")] = None
    note: Annotated[str | None, Option(metavar="TEXT|-", help="A note to yourself.")] = None


def read_options(options: Options, session: Session) -> Said:
    """Read and check the options; an empty text takes an answer back. Raises UsageError."""
    fields = fields_of(options)
    if options.at is not None:
        from recoverplan.cli.moments import when_fields

        fields |= when_fields(options.at, session)
    contact = None if options.contact is None else optional(options.contact) or ""
    return Said(fields, read_fit(options.fit or ()), contact)


def read_fit(typed: Sequence[str]) -> dict[str, str | None]:
    """Return answers by quality from texts like "safety=yes". Raises UsageError."""
    answers: dict[str, str | None] = {}
    for text in typed:
        quality, equals, answer = (part.strip() for part in clean(text).partition("="))
        if not equals:
            message = words.FIT_NEEDS.format(typed=clean(text))
            raise UsageError(message, words.FIT_LIKE)
        quality = choice(words.FIT_QUALITY, quality, FIT)
        if quality in answers:
            message = words.FIT_TWICE.format(quality=quality)
            raise UsageError(message, words.FIT_ONCE)
        answers[quality] = choice(f"--fit {quality}", answer, ANSWERS) if answer else None
    return answers


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
    from recoverplan.domain.moment import understand_day

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
    from recoverplan.cli.nouns import Noun

    noun = Noun(table=meetings, word="meeting", name=lambda meeting: str(meeting.id))
    session = begin(ctx)
    known = load(session.home)
    meeting = which_meeting(known, number, session)
    name = known.group(meeting.group).name
    what = words.LOG_OF.format(name=name, when=when_of(meeting.at, session, rough=meeting.rough))
    did = words.DID_REMOVE_MEETING.format(name=name)
    if noun.remove(meeting, f"Remove {what}?", session, yes=yes, did=did):
        emit_written(
            lambda: record(meeting, known, session), [f"Removed {what}."], session, json=json
        )
