"""`recoverplan meeting`: logging meetings, and looking back at them."""

from __future__ import annotations

from typing import Annotated

import typer

from recoverplan.cli.fields import whole
from recoverplan.cli.group_keep import load
from recoverplan.cli.meeting_keep import (
    begun,
    finish,
    offer_edit,
    which_group,
    which_meeting,
)
from recoverplan.cli.meeting_options import Options, read_options
from recoverplan.cli.meeting_output import (
    day_of,
    emit_calendar,
    emit_list,
    emit_one,
    record,
    when_of,
)
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import begin
from recoverplan.cli.written import agreed, changing, emit_written, something_given
from recoverplan.domain.moment import understand_day
from recoverplan.domain.trial import logged_already, occurrence_at
from recoverplan.errors import UsageError
from recoverplan.store import meetings as meeting_store
from recoverplan.value import replace

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

EDIT_OPTIONS = (
    "--group, --at, --door, --early, --stayed, --said, --contact, --fit, --mood-before,"
    " --mood-after, --idea, --unsafe, --note"
)

At = Annotated[str | None, typer.Option(metavar="WHEN", help='When: "yesterday 7pm", "fri 19:00".')]
SaidOption = Annotated[
    str | None, typer.Option(metavar="WHAT", help="listened, small-honesty or shared.")
]
ContactOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Somebody you got to know there.")
]
Fit = Annotated[
    list[str] | None,
    typer.Option(
        metavar="QUALITY=ANSWER",
        help="boundaries, respect, rhythm, safety, newcomers: yes, no or unsure.",
    ),
]
MoodBefore = Annotated[str | None, typer.Option(metavar="0-10", help="Mood before.")]
MoodAfter = Annotated[str | None, typer.Option(metavar="0-10", help="Mood after.")]
Idea = Annotated[str | None, typer.Option(metavar="TEXT", help="Something heard: becomes a step.")]
Unsafe = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Something was not right: ends the trial.")
]
Note = Annotated[
    str | None, typer.Option(metavar="TEXT", help="A note to yourself; - reads it from stdin.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.command()
def log(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    group: Annotated[
        str | None, typer.Argument(metavar="GROUP", help="Which group: its name or number.")
    ] = None,
    *,
    at: At = None,
    door: Annotated[bool, typer.Option("--door", help="Went to the door; no try.")] = False,
    early: Annotated[bool, typer.Option("--early", help="Was there a little early.")] = False,
    stayed: Annotated[bool, typer.Option("--stayed", help="Stayed a bit afterwards.")] = False,
    said: SaidOption = None,
    contact: ContactOption = None,
    fit: Fit = None,
    mood_before: MoodBefore = None,
    mood_after: MoodAfter = None,
    idea: Idea = None,
    unsafe: Unsafe = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """Log a meeting you went to; on a terminal without options it asks."""
    session = begin(ctx)
    options = Options(
        at, door or None, early or None, stayed or None, said, contact, tuple(fit or ()),
        mood_before, mood_after, idea, unsafe, note,
    )  # fmt: skip
    given = read_options(options, session)
    known = load(session)
    chosen = which_group(known, group)
    asks = can_ask() and not options.any and not json
    meeting = begun(chosen, given, session, asks=asks)
    earlier = logged_already(meeting, known.meetings)
    if earlier is not None:
        meeting = offer_edit(earlier, chosen, session, json=json)
    if asks:
        from recoverplan.cli.meeting_talk import talk

        given = talk()
    finish(given.onto(meeting), given, session, asks=asks, json=json)


@app.command("list")
def list_meetings(
    ctx: typer.Context,
    *,
    group: Annotated[str | None, typer.Option(metavar="GROUP", help="Only this group's.")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Only from this day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only until this day, included.")
    ] = None,
    calendar: Annotated[
        bool, typer.Option("--calendar", help="The year, with the days you went.")
    ] = False,
    year: Annotated[
        str | None, typer.Option(metavar="YEAR", help="Which year, with --calendar.")
    ] = None,
    json: Json = False,
) -> None:
    """List the meetings you logged."""
    session = begin(ctx)
    first = None if from_ is None else understand_day(from_, session.now)
    last = None if until is None else understand_day(until, session.now)
    if year is not None and not calendar:
        raise UsageError("--year goes with --calendar.", "Type --calendar --year 2026.")
    shown_year = session.now.year if year is None else whole("--year", year, 1900, 9998)
    known = load(session)
    wanted = None if group is None else which_group(known, group)
    meetings = [
        meeting
        for meeting in sorted(known.meetings, key=lambda logged: (logged.at, logged.id))
        if (wanted is None or meeting.group == wanted.id)
        and (first is None or day_of(meeting, session) >= first)
        and (last is None or day_of(meeting, session) <= last)
    ]
    if calendar and not json:
        emit_calendar(meetings, shown_year, session)
    else:
        emit_list(meetings, known, session, json=json)


@app.command()
def show(
    ctx: typer.Context,
    number: Annotated[
        str, typer.Argument(metavar="ID", help="Its number, or its group if logged once.")
    ],
    json: Json = False,
) -> None:
    """Show one meeting you logged."""
    session = begin(ctx)
    known = load(session)
    emit_one(which_meeting(known, number, session), known, session, json=json)


@app.command()
def edit(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    number: Annotated[
        str, typer.Argument(metavar="ID", help="Its number, or its group if logged once.")
    ],
    *,
    group: Annotated[str | None, typer.Option(metavar="GROUP", help="It was this group.")] = None,
    at: At = None,
    door: Annotated[
        bool | None, typer.Option("--door/--no-door", help="Went to the door; no try.")
    ] = None,
    early: Annotated[
        bool | None, typer.Option("--early/--no-early", help="Was there a little early.")
    ] = None,
    stayed: Annotated[
        bool | None, typer.Option("--stayed/--no-stayed", help="Stayed a bit afterwards.")
    ] = None,
    said: SaidOption = None,
    contact: ContactOption = None,
    fit: Fit = None,
    mood_before: MoodBefore = None,
    mood_after: MoodAfter = None,
    idea: Idea = None,
    unsafe: Unsafe = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """Change a log; an empty text takes an answer back."""
    session = begin(ctx)
    options = Options(
        at, door, early, stayed, said, contact, tuple(fit or ()),
        mood_before, mood_after, idea, unsafe, note,
    )  # fmt: skip
    given = read_options(options, session)
    something_given([group, options if options.any else None], EDIT_OPTIONS)
    known = load(session)
    meeting = given.onto(which_meeting(known, number, session))
    if group is not None:
        meeting = replace(meeting, group=which_group(known, group).id)
    if group is not None or "at" in given.fields:
        start = occurrence_at(known.group(meeting.group), meeting.at)
        meeting = replace(meeting, occurrence=start)
    if "at" in given.fields:
        meeting = replace(meeting, zone=session.zone.key)
    finish(meeting, given, session, json=json)


@app.command()
def remove(
    ctx: typer.Context,
    number: Annotated[
        str, typer.Argument(metavar="ID", help="Its number, or its group if logged once.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
    json: Json = False,
) -> None:
    """Remove a log; people and steps that came from it stay."""
    session = begin(ctx)
    known = load(session)
    meeting = which_meeting(known, number, session)
    name = known.group(meeting.group).name
    what = f"the log of {name}, {when_of(meeting.at, session)}"
    if not agreed(f"Remove {what}?", session, yes=yes):
        return
    with changing(session) as store:
        meeting_store.remove(store, meeting.id)
        store.did(f"removed a meeting of {name}")
    emit_written(lambda: record(meeting, known, session), [f"Removed {what}."], session, json=json)
