"""`recoverplan meeting plan`: a meeting that somebody means to attend, with whom, for what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer

from recoverplan.cli.asking import ask
from recoverplan.cli.fields import minutes, note_of, optional
from recoverplan.cli.group_keep import load as load_attended
from recoverplan.cli.group_keep import which_group
from recoverplan.cli.keyboard import press
from recoverplan.cli.moments import leaving, to_come
from recoverplan.cli.nouns import ByNumber, Noun, that_one
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record, changing
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.naming import pick
from recoverplan.domain.saying import WEEKDAYS, relative_day, time_of_day
from recoverplan.domain.span import Span
from recoverplan.domain.talk import Going, still_ahead, was_logged
from recoverplan.domain.trial import next_meeting, occurrence_at, spans
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.services.attending import Attended
from recoverplan.services.keeping import reading
from recoverplan.store.tables import goings
from recoverplan.value import replace
from recoverplan.words import lived as words


class Options(ByNumber):
    """The options as typed; None: not given, "": to be taken away."""

    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help='When, if not its next: "tue 7pm".')
    ] = None
    with_: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help="Who comes along.")
    ] = None
    goal: Annotated[
        str | None, typer.Option(metavar="TEXT", help='A small aim: "just listen".')
    ] = None
    leave: Annotated[str | None, typer.Option(metavar="TIME", help="When to leave for it.")] = None
    early: Annotated[str | None, typer.Option(metavar="10m", help="Be there so early.")] = None
    late: Annotated[str | None, typer.Option(metavar="15m", help="Stay on so long.")] = None
    note: Annotated[str | None, typer.Option(metavar="TEXT|-", help="A note to yourself.")] = None


COMMAND = "meeting plan"
HOUR = timedelta(hours=1)
LONGEST = 12 * 60  # minutes to be there early, or to stay on
NEXT = "next"


def run(session: Session, group: str | None, options: Options, *, json: bool) -> None:
    """Do what was asked: plan one, or list, show, change or remove what is planned."""
    verb = options.verb
    known = load_attended(session)
    if verb == "list":
        show_all(session, known, json=json)
    elif verb == "show":
        going = that_one(load(session), options.show, COMMAND)
        noun(known).emit_one(title(going, known), going, facts(going, known, session), session,
                             json=json)  # fmt: skip
    elif verb == "remove":
        take_off(that_one(load(session), options.remove, COMMAND), known, session,
                 yes=options.yes, json=json)  # fmt: skip
    elif verb == "edit":
        change(that_one(load(session), options.edit, COMMAND), group, options, known, session,
               json=json)  # fmt: skip
    else:
        plan_one(group, options, known, session, json=json)


def noun(known: Attended) -> Noun[Going]:
    """Return goings as a noun; their records name the group and who comes along."""

    def record(going: Going, session: Session) -> Record:
        from recoverplan.writers.records.noun import going_record

        return going_record(going, known.group_names(), known.contact_names(), session.zone)

    return Noun(table=goings, word="going", name=lambda going: str(going.id), record=record)


def load(session: Session) -> tuple[Going, ...]:
    """Load all that was planned."""
    with reading(session.home) as store:
        return () if store is None else goings.load_all(store)


def plan_one(
    wanted: str | None, options: Options, known: Attended, session: Session, *, json: bool
) -> None:
    """Plan to go to one meeting; on a terminal without options three questions follow."""
    from recoverplan.cli.meeting_keep import which_group

    group = which_group(known, wanted, session.now, "plan")
    when = when_of(options.at, group, session)
    going = Going(
        group=group.id,
        start=when.start,
        end=when.end,
        zone=session.zone.key,
        created=session.now.astimezone(UTC),
    )
    fields = typed(options, going, known, session)
    if can_ask() and not json and not options.but(at=None).any:
        fields |= asked(going, known, session)
    going = replace(going, **fields)
    from recoverplan.services.keeping import writing

    with writing(session.home, session.now) as store:
        refuse_second(going, goings.load_all(store))
        going = goings.add(store, going)
        store.did(words.DID_PLAN.format(group=group.name))
    say(going, known, session, words.PLANNED, json=json, new=True)


def change(
    going: Going,
    group: str | None,
    options: Options,
    known: Attended,
    session: Session,
    *,
    json: bool,
) -> None:
    """Change what was planned; an empty text takes an answer away. Raises UsageError."""
    if group is not None:
        raise UsageError(words.EDIT_BY_NUMBER)
    if not options.but(edit=None).any:
        raise UsageError(words.WHAT_TO_CHANGE, words.GOING_OPTIONS)
    at = known.group(going.group)
    if options.at is not None:
        when = when_of(options.at, at, session)
        # Leaving moves with the meeting.
        leave = going.leave and going.leave + (when.start - going.start)
        going = replace(going, start=when.start, end=when.end, leave=leave)
    going = replace(going, **typed(options, going, known, session))
    with changing(session) as store:
        refuse_second(going, goings.load_all(store))
        goings.save(store, going)
        store.did(words.DID_CHANGE_PLAN.format(group=at.name))
    say(going, known, session, words.PLAN_CHANGED, json=json)


def refuse_second(going: Going, all_kept: tuple[Going, ...]) -> None:
    """Refuse to plan one meeting twice. Raises CouldNotError."""
    for other in all_kept:
        same = other.group == going.group and other.start == going.start
        if same and other.id != going.id:
            raise CouldNotError(
                words.PLANNED_ALREADY.format(id=other.id), words.CHANGE_PLAN.format(id=other.id)
            )


def take_off(going: Going, known: Attended, session: Session, *, yes: bool, json: bool) -> None:
    """Remove what was planned, once that is agreed to."""
    said = in_words(going, known, session)
    question = words.REMOVE_PLAN.format(said=said)
    did = words.DID_UNPLAN.format(group=title(going, known))
    if noun(known).remove(going, question, session, yes=yes, did=did):
        noun(known).emit(going, [words.PLAN_REMOVED.format(said=said)], session, json=json)


def when_of(typed_at: str | None, group: Group, session: Session) -> Span:
    """Return the meeting that is meant, the next one if none was said. Raises UsageError."""
    if typed_at is None or typed_at.strip().casefold() == NEXT:
        found = next_going(group, session.now)
        if found is None:
            message = words.NO_NEXT.format(group=group.name)
            raise UsageError(message, words.SAY_WHEN.format(id=group.id))
        return found
    at = to_come(typed_at, session)
    start = occurrence_at(group, at)
    meeting = next(
        (one for one in spans(group, at - HOUR * 24, at + HOUR * 24) if one.start == start), None
    )
    return meeting or Span(at, at + HOUR)


def next_going(group: Group, now: datetime) -> Span | None:
    """Return a group's next meeting that has not begun, None where none is known."""
    following = next_meeting(group, now)
    if following is not None and following.start <= now:
        return next_meeting(group, following.end) or following
    return following


def typed(options: Options, going: Going, known: Attended, session: Session) -> dict[str, Any]:
    """Return the fields that were typed; an empty text takes one away. Raises UsageError."""
    fields: dict[str, Any] = {}
    if options.with_ is not None:
        fields["contact"] = companion(options.with_, known)
    if options.goal is not None:
        fields["goal"] = optional(options.goal)
    if options.leave is not None:
        fields["leave"] = leaving(options.leave, going.start, session)
    if options.note is not None:
        fields["note"] = note_of(options.note)
    for name in ("early", "late"):
        given = getattr(options, name)
        if given is not None:
            fields[name] = minutes(f"--{name}", given, LONGEST)
    return fields


def companion(wanted: str, known: Attended) -> int | None:
    """Return the id of who comes along, None for nobody. Raises NotFoundError."""
    if not wanted.strip():
        return None
    people = [one for one in known.contacts if one.role != "line"]
    return pick(people, wanted, noun="contact", name=lambda one: one.name).id


def asked(going: Going, known: Attended, session: Session) -> dict[str, Any]:
    """Ask the three questions: who comes along, for what, when to leave; each may be skipped."""
    fields: dict[str, Any] = {}
    if any(one.role != "line" for one in known.contacts):
        fields["contact"] = ask(words.WITH_WHOM, check=lambda one: companion(one, known))
    fields["goal"] = asked_goal()
    fields["leave"] = ask(
        words.LEAVE_QUESTION, check=lambda one: leaving(one, going.start, session)
    )
    return {name: value for name, value in fields.items() if value is not None}


def asked_goal() -> str | None:
    """Ask for the aim: a number of the short list, or own words."""
    from recoverplan.cli.asking import offer

    offer(words.GOAL_QUESTION, words.GOALS)

    def read(answer: str) -> str | None:
        if answer.isdecimal() and 1 <= int(answer) <= len(words.GOALS):
            return words.GOALS[int(answer) - 1]
        return optional(answer)

    return ask(words.GOAL_PROMPT, check=read)


def title(going: Going, known: Attended) -> str:
    """Return the name of the group."""
    return known.group(going.group).name


def in_words(going: Going, known: Attended, session: Session) -> str:
    """Return all that is planned in a line."""
    from recoverplan.writers.lived import going_said

    name = known.contact_names().get(going.contact or 0)
    return going_said(going, title(going, known), name, session.zone, session.now.date(),
                      clock24=session.clock24)  # fmt: skip


def facts(going: Going, known: Attended, session: Session) -> list[Any]:
    """Return everything that is known of one."""
    from recoverplan.writers.lived import going_facts

    name = known.contact_names().get(going.contact or 0)
    return going_facts(going, name, session.zone, session.now.date(), clock24=session.clock24)


def say(
    going: Going, known: Attended, session: Session, first: str, *, json: bool, new: bool = False
) -> None:
    """Print what was planned, and how to ask who comes along."""
    lines = [first.format(said=in_words(going, known, session))]
    name = known.contact_names().get(going.contact or 0)
    if new and name is not None:
        lines.append(words.ASK_THEM_ALONG.format(name=name, id=going.contact, group=going.group))
    noun(known).emit(going, lines, session, json=json)


def show_all(session: Session, known: Attended, *, json: bool) -> None:
    """List what is ahead, and what passed within a week and has no log yet."""
    from recoverplan.domain.talk import ASKED_FOR
    from recoverplan.writers.listing import Row

    shown = [
        one
        for one in sorted(load(session), key=lambda one: (one.start, one.id))
        if one.end > session.now
        or (one.end > session.now - ASKED_FOR and not was_logged(one, known.meetings))
    ]

    def row(going: Going) -> Row:
        name = title(going, known)
        return Row(going.id, name, [in_words(going, known, session).removeprefix(f"{name}, ")])

    noun(known).emit_list(words.GOINGS, shown, row, words.NO_GOINGS, session, json=json)


def move_or_log(going: Going, group: Group, session: Session) -> bool:
    """Ask about one that passed: one key moves it to the group's next meeting.

    Tell whether it was moved; else it is to be logged.
    """
    from recoverplan.writers.plain.trial import when_said

    following = next_going(group, session.now)
    if following is None:
        return False
    style = {"clock24": session.clock24}
    today = session.now.date()
    when = when_said(going.start, session.zone, today, **style)
    then = when_said(following.start, session.zone, today, **style)
    keys = {"y": words.WENT, "m": words.MOVE.format(when=then)}
    if press(words.WENT_OR_MOVE.format(group=group.name, when=when), keys) != "m":
        return False
    leave = going.leave and going.leave + (following.start - going.start)
    moved = replace(going, start=following.start, end=following.end, leave=leave)
    with changing(session) as store:
        refuse_second(moved, goings.load_all(store))
        goings.save(store, moved)
        store.did(words.DID_MOVE.format(group=group.name))
    from recoverplan.cli.written import say_lines

    say_lines([words.MOVED.format(when=then)], session)
    return True


def message_along(contact: Contact, wanted: str, session: Session) -> str | None:
    """Return the text for the meeting that is planned there, else its next; None for a line.

    A meeting within a week is named by its weekday alone. Raises NotFoundError.
    """
    group = which_group(load_attended(session), wanted)
    if contact.role == "line":
        return None
    planned = [one for one in still_ahead(load(session), session.now) if one.group == group.id]
    following = next_going(group, session.now)
    starts = [one.start for one in planned[:1]] or ([following.start] if following else [])
    if not starts:
        return words.COME_ALONG_AT_ALL.format(group=group.name)
    start = starts[0].astimezone(session.zone)
    ahead = (start.date() - session.now.date()).days
    day = relative_day(start.date(), session.now.date())
    day = WEEKDAYS[start.weekday()] if 0 < ahead < 7 else day
    said = words.COME_ALONG.format(day=day) if ahead else words.COME_ALONG_TODAY
    time = time_of_day(start, clock24=session.clock24)
    return f"{said} {words.IT_IS.format(group=group.name, time=time)}"
