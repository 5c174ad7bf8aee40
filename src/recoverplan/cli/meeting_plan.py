"""`recoverplan meeting plan`: a meeting that somebody means to attend, with whom, for what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask, offer
from recoverplan.cli.beside import Beside
from recoverplan.cli.fields import minutes, note_of, optional
from recoverplan.cli.group_keep import GROUP
from recoverplan.cli.keyboard import press
from recoverplan.cli.moments import leaving, to_come
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.naming import pick
from recoverplan.domain.saying import WEEKDAYS, relative_day, time_of_day
from recoverplan.domain.span import Span
from recoverplan.domain.talk import ASKED_FOR, Going, still_ahead, was_logged
from recoverplan.domain.trial import next_meeting, occurrence_at, spans
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.services.attending import Attended
from recoverplan.services.attending import load as load_attended
from recoverplan.services.keeping import reading
from recoverplan.store.current import goings_since
from recoverplan.store.opened import Store
from recoverplan.store.table import instant_out
from recoverplan.store.tables import goings
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.writers.lived import going_facts, going_said
from recoverplan.writers.rows import Row

if TYPE_CHECKING:
    from recoverplan.cli.meeting import PlanOptions

HOUR = timedelta(hours=1)
LONGEST = 12 * 60  # minutes to be there early, or to stay on
NEXT = "next"


class Goings(Beside[Going]):
    """Meetings that somebody means to attend."""

    table, word, command = goings, "going", "meeting plan"
    title, empty = words.GOINGS, words.NO_GOINGS
    did, verbs = words.DID_GOING, ("made", "changed")
    said_of_new, said_of_changed = words.PLANNED, words.PLAN_CHANGED
    said_of_removed, ask_to_remove = words.PLAN_REMOVED, words.REMOVE_PLAN
    owner = "group"

    def __init__(self, session: Session, known: Attended) -> None:
        super().__init__(session, known.group_names())
        self.known = known
        self.people = known.contact_names()

    def along(self, going: Going) -> str | None:
        """Return the name of who comes along."""
        return self.people.get(going.contact or 0)

    def said(self, one: Going) -> str:
        """Return all that is planned in a line."""
        zone, today, clock24 = in_style(self.session)
        name = self.name(one)
        return going_said(one, name, self.along(one), zone, today, clock24=clock24)

    def facts(self, one: Going) -> Mapping[str, str | None]:
        """Return when it is, with whom, for what, when to leave, and how long to stay."""
        zone, today, clock24 = in_style(self.session)
        return going_facts(one, self.along(one), zone, today, clock24=clock24)

    def row(self, one: Going) -> Row:
        """Return one under its group."""
        name = self.name(one)
        return Row(one.id, name, [self.said(one).removeprefix(f"{name}, ")])

    def record(self, one: Going, session: Session) -> Record:
        """Return the JSON record of one."""
        from recoverplan.writers.records.noun import going_record

        return going_record(one, self.names, self.people, session.zone)

    def refuse(self, one: Going, store: Store) -> None:
        """Refuse to plan one meeting twice. Raises CouldNotError."""
        same = {"group": one.group, "start": instant_out(one.start)}
        for other in goings.load_those(store, "peer_group = :group AND start = :start", same):
            if other.id != one.id:
                hint = words.CHANGE_PLAN.format(id=other.id)
                raise CouldNotError(words.PLANNED_ALREADY.format(id=other.id), hint)

    def after(self, one: Going, *, new: bool) -> Iterable[str]:
        """Return how to ask who comes along to a new one."""
        name, asks = self.along(one), words.ASK_THEM_ALONG
        return [asks.format(name=name, id=one.contact, group=one.group)] if new and name else ()

    def to_list(self, found: Iterable[Going]) -> Iterable[Going]:
        """Return what is ahead, and what passed within a week and has no log yet."""
        now, meetings = self.session.now, self.known.meetings
        return [
            one
            for one in sorted(found, key=lambda one: (one.start, one.id))
            if one.end > now or (one.end > now - ASKED_FOR and not was_logged(one, meetings))
        ]


def in_style(session: Session) -> tuple[ZoneInfo, date, bool]:
    """Return by which clock, from which day on and in which style times are said."""
    return session.zone, session.now.date(), session.clock24


def run(session: Session, group: str | None, options: PlanOptions, *, json: bool) -> None:
    """Do what was asked: plan one, or list, show, change or remove what is planned."""
    attended = load_attended(session.home)
    known = Goings(session, attended)
    whose = None if group is None else GROUP.which(attended.groups, group).id
    if known.looked_at(options, whose, json=json):
        return
    if options.edit is not None and group is not None:
        raise UsageError(words.EDIT_BY_NUMBER)
    old = known.to_change(options)
    going = new_one(group, options, attended, session) if old is None else old
    if old is not None and options.at is not None:
        # The next one is that after the one that was planned, where that is still to come.
        since = max(session.now, old.start)
        going = moved_to(old, when_of(options.at, attended.group(old.group), session, since))
    going = replace(going, **typed(options, going, attended, session))
    asks = old is None and can_ask() and not json and not options.but(at=None).any
    known.keep(going, *(questions(attended, session) if asks else ()), json=json)


def new_one(wanted: str | None, options: PlanOptions, known: Attended, session: Session) -> Going:
    """Return a meeting to plan: of which group, and when."""
    from recoverplan.cli.meeting_keep import which_group

    group = which_group(known, wanted, session.now, "plan")
    when = when_of(options.at, group, session)
    now = session.now.astimezone(UTC)
    return Going(group=group.id, start=when.start, end=when.end, zone=session.zone.key, created=now)


def moved_to(going: Going, when: Span) -> Going:
    """Return what was planned at another time; leaving moves with the meeting."""
    leave = going.leave and going.leave + (when.start - going.start)
    return replace(going, start=when.start, end=when.end, leave=leave)


def when_of(
    typed_at: str | None, group: Group, session: Session, since: datetime | None = None
) -> Span:
    """Return the meeting that is meant; if none was said the next one, after `since` or from now.

    Raises UsageError.
    """
    if typed_at is None or typed_at.strip().casefold() == NEXT:
        found = next_going(group, since or session.now)
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


def typed(options: PlanOptions, going: Going, known: Attended, session: Session) -> dict[str, Any]:
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


def questions(known: Attended, session: Session) -> list[Callable[[Going], Mapping[str, Any]]]:
    """Return the three questions: who comes along, for what, when to leave; each may be skipped."""

    def along(_: Going) -> dict[str, Any]:
        if all(one.role == "line" for one in known.contacts):
            return {}
        return {"contact": ask(words.WITH_WHOM, check=lambda one: companion(one, known))}

    def leave(going: Going) -> dict[str, Any]:
        read = words.LEAVE_QUESTION
        return {"leave": ask(read, check=lambda one: leaving(one, going.start, session))}

    return [along, lambda _: {"goal": asked_goal()}, leave]


def asked_goal() -> str | None:
    """Ask for the aim: a number of the short list, or own words."""
    offer(words.GOAL_QUESTION, words.GOALS)

    def read(answer: str) -> str | None:
        if answer.isdecimal() and 1 <= int(answer) <= len(words.GOALS):
            return words.GOALS[int(answer) - 1]
        return optional(answer)

    return ask(words.GOAL_QUESTION, line=words.GOAL_PROMPT, check=read)


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
    known = Goings(session, load_attended(session.home))
    known.keep(moved_to(going, following), json=False, verb="moved")
    return True


def message_along(contact: Contact, wanted: str, session: Session) -> str | None:
    """Return the text for the meeting that is planned there, else its next; None for a line.

    A meeting within a week is named by its weekday alone. Raises NotFoundError.
    """
    group = GROUP.which(load_attended(session.home).groups, wanted)
    if contact.role == "line":
        return None
    with reading(session.home) as store:
        coming = () if store is None else goings_since(store, session.now)
    planned = [one for one in still_ahead(coming, session.now) if one.group == group.id]
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
